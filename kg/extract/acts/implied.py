"""Who does what a verb tells where the sentence does not say: the doer of passives and of what is to be done."""

from spacy.tokens import Token

from kg.extract.acts.clauses import (
    adpositions,
    agents,
    grammatical_subjects,
    introduced,
    is_attributive,
    is_infinitive,
    is_passive_clause,
    is_to_be_done,
    prepositional,
)
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.forms import compounds, noun_forms
from kg.extract.syntax import children, feature, finite, rel
from kg.facts import Act, ActorKind
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import MATERIAL, Reach, VerbAct

_SHORTEST_MEANS = 4


def implied_doers(verb: Token, entry: VerbAct, ends: Ends) -> list[End]:
    """The doer of a passive without one, or of an infinitive at a noun ("die Entscheidung des Senders, … zu …")."""
    if rel(verb) == "acl" and is_infinitive(verb):
        return [End(o.actor, verb) for o in ends.owners(verb.head)]
    if entry.act not in MATERIAL and (is_to_be_done(verb) or _by_anyone(verb)):
        teller = ends.telling(verb)
        return [End(teller, verb)] if teller is not None else []
    if is_attributive(verb) and entry.act is Act.COERCE and entry.agent and not agents(verb):
        # "der in China inhaftierte Künstler"
        return _state_at(verb, ends)
    if not is_passive_clause(verb) or any("durch" not in adpositions(a) for a in agents(verb)):
        return []
    if found := _by_means(verb, ends):
        return found
    if agents(verb):
        return []
    if entry.agent is None:
        return _electing(verb, entry, ends)
    only = ends.only(entry.agent, verb)
    if only is None:
        return _state_at(verb, ends) if entry.act is Act.COERCE else []
    return [End(only, verb)]


def _state_at(verb: Token, ends: Ends) -> list[End]:
    """ "In China wurden Demonstranten festgenommen": nobody but the state does so there."""
    near = [e for p in prepositional(verb, "in") for e in ends.actors(p, Reach.ACTOR)]
    states = [e for e in near if ends.cast.actor(e.actor).kind is ActorKind.COUNTRY]
    return [End(e.actor, verb) for e in states[:1]]


def _by_anyone(verb: Token) -> bool:
    """ "man begrüße den Vorschlag", "er begrüße …" of nobody named before: in reported speech the speaker himself."""
    word = finite(verb)
    if word is None or feature(word, "Mood") != "Sub":
        return False
    return any(s.lower_ in modal_words()["anyone"] or _is_he(s) for s in grammatical_subjects(verb))


def _is_he(word: Token) -> bool:
    """ "er", "sie"."""
    return feature(word, "PronType") == "Prs" and feature(word, "Person") == "3" and feature(word, "Gender") != "Neut"


def _electing(verb: Token, entry: VerbAct, ends: Ends) -> list[End]:
    """ "wurde zum Vorsitzenden der Partei gewählt": the organisation whose office or meeting it is."""
    for word in entry.body:
        heads = prepositional(verb, word) or introduced(verb, word)
        owners = [o for h in heads for o in ends.owners(h)]
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


def _is_means(noun: Token, means: frozenset[str]) -> bool:
    return any(f in means for form in noun_forms(noun)[:2] for f in compounds(form, _SHORTEST_MEANS))
