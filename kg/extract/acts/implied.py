"""Who does what a verb tells where the sentence does not say: the doer of passives and of what is to be done."""

from spacy.tokens import Token

from kg.extract.acts.clauses import (
    agents,
    grammatical_subjects,
    introduced,
    is_attributive,
    is_infinitive,
    is_passive_clause,
    is_to_be_done,
)
from kg.extract.acts.documents import authors
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.forms import compounds, noun_forms
from kg.extract.acts.holders import custodians
from kg.extract.acts.nominal import adpositions, prepositional
from kg.extract.acts.recall import verbs_of
from kg.extract.syntax import children, feature, finite, rel
from kg.facts import Act, ActorKind
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import MATERIAL, Reach, VerbAct

_SHORTEST_MEANS = 4
_AT = "bei"


def implied_doers(verb: Token, entry: VerbAct, ends: Ends) -> list[End]:
    """The doer of a passive without one, or of an infinitive at a noun ("die Entscheidung des Senders, … zu …")."""
    if is_infinitive(verb) and (rel(verb) == "acl" or _is_aim(verb) or names_deed(verb.head, verb)):
        return [End(o.actor, verb) for o in ends.owners(verb.head)]
    unnamed = _by_anyone(verb)
    if unnamed or (entry.act not in MATERIAL and is_to_be_done(verb)):
        teller = ends.telling(verb)
        # What "man" does, a body that says so has done; of a person it may be anybody's deed.
        own = teller is not None and (entry.act not in MATERIAL or not _is_person(teller, ends))
        return [End(teller, verb)] if teller is not None and own else []
    if is_attributive(verb) and entry.act is Act.COERCE and entry.agent and not agents(verb):
        # "der in China inhaftierte Künstler"
        return custodians(verb, entry.noun, ends)
    if entry.agent and entry.target == ("subj",):
        # "muss für drei Jahre ins Gefängnis", "sitzt in China in Haft"
        return _agents_of_kind(verb, entry, ends)
    if entry.act not in MATERIAL and (found := authors(verb, ends)):
        return found
    if not is_passive_clause(verb) or any("durch" not in adpositions(a) for a in agents(verb)):
        return []
    if found := _by_means(verb, ends):
        return found
    if agents(verb):
        return []
    return _agents_of_kind(verb, entry, ends) if entry.agent else _electing(verb, entry, ends)


def _agents_of_kind(verb: Token, entry: VerbAct, ends: Ends) -> list[End]:
    only = ends.only(entry.agent, verb) if entry.agent else None
    if only is None:
        return custodians(verb, entry.noun, ends) if entry.act is Act.COERCE else []
    return [End(only, verb)]


def _is_aim(verb: Token) -> bool:
    """ "Ziel der Armee ist es, …": what the clause's predicate says of what its owner does."""
    return rel(verb) in ("csubj", "xcomp", "ccomp") and verb.head.pos_ == "NOUN" and bool(children(verb.head, "cop"))


def _by_anyone(verb: Token) -> bool:
    """ "man begrüße den Vorschlag", "er begrüße …" of nobody named before: in reported speech the speaker himself."""
    word = finite(verb)
    if word is None or feature(word, "Mood") != "Sub":
        return False
    return any(s.lower_ in modal_words()["anyone"] or _is_he(s) for s in grammatical_subjects(verb))


def _is_person(actor: str, ends: Ends) -> bool:
    return ends.cast.actor(actor).kind is ActorKind.PERSON


def _is_he(word: Token) -> bool:
    """ "er", "sie"."""
    return feature(word, "PronType") == "Prs" and feature(word, "Person") == "3" and feature(word, "Gender") != "Neut"


def _electing(verb: Token, entry: VerbAct, ends: Ends) -> list[End]:
    """ "wurde zum Vorsitzenden der Partei gewählt": the organisation whose office or meeting it is."""
    for word in entry.body:
        heads = prepositional(verb, word) or introduced(verb, word)
        if heads and verb.dep_ == "acl:relcl":
            # "der Kongress des Verbands im Mai, auf dem …": the parser takes the last noun for what "dem" means.
            heads = [*heads, *(verb.head.head for _ in heads[:1] if rel(verb.head) == "nmod")]
        owners = [o for h in heads for o in ends.actors(h, Reach.OWNER)]
        # "Beim Verein wurde der Trainer entlassen."
        owners = owners or (ends.all_actors(heads, Reach.ACTOR) if word == _AT else [])
        if bodies := [End(o.actor, o.token) for o in owners if _is_organisation(o, ends)]:
            return bodies
    return []


def _is_organisation(end: End, ends: Ends) -> bool:
    return ends.cast.actor(end.actor).kind is ActorKind.ORGANIZATION


def _by_means(verb: Token, ends: Ends) -> list[End]:
    """ "wurde in einem Schreiben des Ministeriums aufgefordert": whose the deed is by which it is done."""
    means = modal_words()["means"]
    ahead = [n for c in children(verb, "xcomp") for n in children(c, "obl") if n.i < verb.i]
    for noun in dict.fromkeys((*children(verb, "obl"), *ahead, *agents(verb))):
        if set(adpositions(noun)) & modal_words()["means_preposition"] and _is_means(noun, means):
            return [End(o.actor, o.token) for o in ends.owners(noun)]
    return []


def names_deed(noun: Token, verb: Token) -> bool:
    """ "die Drohung des Präsidenten, den Minister zu entlassen"."""
    words = modal_words()
    willed = words["refusal"] | words["threat"] | words["plan"]
    return rel(verb) == "xcomp" and noun.pos_ == "NOUN" and not willed.isdisjoint(deed_verbs(noun))


def deed_verbs(noun: Token) -> set[str]:
    return {v for form in noun_forms(noun)[:2] for v in verbs_of(form)} if noun.pos_ == "NOUN" else set()


def _is_means(noun: Token, means: frozenset[str]) -> bool:
    return any(f in means for form in noun_forms(noun)[:2] for f in compounds(form, _SHORTEST_MEANS))
