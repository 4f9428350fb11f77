"""Whose a thing is that the text has named before: "die Entscheidung" of an earlier "Entscheidung des Senders"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.acts.clauses import logical_subjects
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.forms import compounds, noun_forms, verb_forms
from kg.extract.acts.nominal import genitives, is_known_thing
from kg.extract.syntax import feature
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import Reach
from kg.lexicon.judging import derived_nouns

_SHORTEST_HEAD = 4
"""Letters of a noun that may end the compound by which the text named the thing first ("Kompromissplan", "Plan")."""
_DEED = ("ung", "ungen")
"""Endings of nouns that a verb's stem makes: "Auflösung" of "auflösen"."""


def recalled(noun: Token, ends: Ends) -> list[End]:
    """Owner of a definite thing as an earlier sentence gave it, or who did there what the noun names."""
    if noun.pos_ != "NOUN" or not is_known_thing(noun) or ends.cast.of(noun) is not None:
        return []
    forms = frozenset(noun_forms(noun)[:2])
    verbs = frozenset(v for f in forms for v in verbs_of(f))
    for earlier in reversed(noun.doc[: noun.sent.start]):
        if earlier.pos_ == "NOUN" and forms & set(compounds(earlier.lemma_.lower(), _SHORTEST_HEAD)):
            found = ends.owners(earlier)
        elif earlier.pos_ == "VERB" and verbs and verbs & set(verb_forms(earlier)):
            found = ends.all_actors(logical_subjects(earlier), Reach.ACTOR)
        else:
            continue
        if found:
            return [End(o.actor, noun, owned=True) for o in found]
    return _of_body(noun, ends) or [end for part in genitives(noun) for end in recalled(part, ends)]


def _of_body(noun: Token, ends: Ends) -> list[End]:
    """ "das Urteil": the court's."""
    agents = [e.agent for e in entries_of(noun) if e.agent is not None]
    only = ends.only(agents[0], noun) if agents else None
    return [End(only, noun, owned=True)] if only is not None else []


def proposer(verb: Token, ends: Ends) -> list[End]:
    """ "Das lehnte er ab": who wanted or proposed something last, in this or the sentence before."""
    start = verb.sent.start
    start = verb.doc[start - 1].sent.start if start else 0
    for earlier in reversed(verb.doc[start : verb.i]):
        if earlier.pos_ == "VERB" and modal_words()["proposal"] & set(verb_forms(earlier)):
            found = ends.all_actors(logical_subjects(earlier), Reach.ACTOR)
            return [End(o.actor, verb, owned=True) for o in found]
    return []


def is_pronoun_for_clause(head: Token) -> bool:
    """ "das", "dies": what the sentence before says."""
    return head.pos_ in ("PRON", "DET") and is_known_thing(head) and feature(head, "Gender") == "Neut"


def verbs_of(noun: str) -> Iterator[str]:
    """Verbs whose subject's deed the noun names: "drohung" -> "drohen"."""
    if (verb := derived_nouns().get(noun)) is not None:
        yield verb
    for ending in _DEED:
        if noun.endswith(ending):
            stem = noun.removesuffix(ending)
            yield stem + "en"
            yield stem + "n"
