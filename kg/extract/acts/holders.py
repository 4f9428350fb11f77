"""Whose people, goods and prisoners those are that an act speaks of."""

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract.acts.ends import End, Ends
from kg.extract.acts.forms import compounds, noun_forms
from kg.extract.acts.nominal import attached, prepositional
from kg.facts import ActorKind
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import Reach

_SHORTEST_STAFF = 5


def is_staff(noun: Token) -> bool:
    """ "die Piloten der Firma": who works for whom the phrase names."""
    words = modal_words()["staff"]
    return any(f in words for form in noun_forms(noun) for f in compounds(form, _SHORTEST_STAFF))


def origins(goods: Iterable[Token], ends: Ends) -> list[End]:
    """ "Wein aus Georgien", "die Einfuhr von Wein aus Georgien": the country that a ban on its goods hits."""
    found = [e for g in goods for n in (g, *attached(g, "von")) for p in attached(n, "aus") for e in _states(p, ends)]
    return [End(e.actor, e.token, owned=True) for e in found]


def custodians(verb: Token, custody: str | None, ends: Ends) -> list[End]:
    """ "In China wurde … festgenommen", "sitzt in iranischer Haft": nobody but the state does so there."""
    near = prepositional(verb, "in") or prepositional(verb, "auf")
    inside = [e for p in near if custody and custody.lower() in noun_forms(p) for e in ends.slot(p, "adj")]
    there = [e for p in near for q in (p, *prepositional(p, "in")) for e in _states(q, ends)]
    return [End(e.actor, verb) for e in (*inside, *there) if _is_state(e, ends)][:1]


def states_at(nouns: Iterable[Token], ends: Ends) -> list[End]:
    """The country in which it happens."""
    return [e for n in nouns for p in prepositional(n, "in") for e in _states(p, ends)][:1]


def _states(noun: Token, ends: Ends) -> list[End]:
    return [e for e in ends.actors(noun, Reach.ACTOR) if _is_state(e, ends)]


def _is_state(end: End, ends: Ends) -> bool:
    return ends.cast.actor(end.actor).kind is ActorKind.COUNTRY
