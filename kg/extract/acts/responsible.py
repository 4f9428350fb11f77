"""Harm that somebody is said to answer for: "ist für den Tod des Ministers verantwortlich", "ist schuld an …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.acts.clauses import between_article_and, grammatical_subjects, negated
from kg.extract.acts.coordination import nominal_conjuncts
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.forms import compounds, noun_forms
from kg.extract.acts.nominal import attached, genitives, prepositional
from kg.extract.acts.slots import slot_targets
from kg.extract.syntax import child, rel
from kg.facts import Act, Polarity, Quotation, Status
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import Reach, polarity

_FOR, _AT = "für", "an"
_INFLECTION = "enrms"
_SHORTEST_HARM = 4
"""Letters of a noun of harm that may end a compound ("Finanzkrise")."""


def blame(word: Token, quotation: Quotation, speaker: End, ends: Ends) -> Deed | None:
    """ "Der Minister sei für die Krise verantwortlich": the speaker accuses who answers for harm."""
    if not _is_blamed(word) or negated(word) or not any(_is_harm(n) for n in _answered_for(word)):
        return None
    subjects = ends.all_actors(grammatical_subjects(word), Reach.ACTOR)
    targets = tuple(t for t in subjects if t.actor != speaker.actor)
    if not targets:
        return None
    return Deed(Act.ACCUSE, (speaker,), targets, word, (word,), "content-judgement", word.lemma_, status=Status.ACTUAL)


def responsible_deeds(word: Token, ends: Ends) -> Iterator[Deed]:
    """ "war für den Anschlag auf den Minister verantwortlich": who answers for an attack has done it."""
    if not _is_blamed(word):
        return
    heads = [word.head] if rel(word) == "amod" else grammatical_subjects(word)
    sources = ends.all_actors(heads, Reach.ACTOR)
    acting = {s.actor for s in sources}
    for noun in _answered_for(word):
        targets = tuple(t for t in dict.fromkeys(_struck(noun, ends)) if t.actor not in acting)
        if sources and targets:
            yield Deed(Act.ASSAULT, tuple(sources), targets, word, (noun, word), "claimed", word.lemma_)


def _is_blamed(word: Token) -> bool:
    """Whether the word is "verantwortlich" or the like and says so of somebody."""
    forms = {word.lower_, word.lower_.rstrip(_INFLECTION), *noun_forms(word)}
    if word.pos_ not in ("ADJ", "ADV", "NOUN") or not modal_words()["blamed"] & forms:
        return False
    return rel(word) == "amod" or child(word, "cop") is not None


def _answered_for(word: Token) -> list[Token]:
    heads = [h for slot in (_FOR, _AT) for h in prepositional(word, slot)]
    if not heads and rel(word) == "amod":
        heads = between_article_and(word, _FOR)
    return [n for h in heads for n in nominal_conjuncts(h)]


def _is_harm(noun: Token) -> bool:
    harm = modal_words()["harm"] | modal_words()["death"]
    known = any(f in harm for form in noun_forms(noun)[:2] for f in compounds(form, _SHORTEST_HARM))
    return known or any(polarity(e.act) is Polarity.OPPOSING and e.act is not Act.COMPETE for e in entries_of(noun))


def _struck(noun: Token, ends: Ends) -> list[End]:
    if modal_words()["death"] & set(noun_forms(noun)):
        return ends.all_actors([*genitives(noun), *attached(noun, "von")], Reach.ACTOR)
    attacks = (e for e in entries_of(noun) if e.act is Act.ASSAULT)
    return next((found for e in attacks if (found := slot_targets(noun, e, ends, None)[0])), [])
