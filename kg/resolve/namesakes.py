"""Bodies of one name in several states: "die Demokraten" of an article about Thailand are not those of the USA."""

from collections import Counter
from dataclasses import replace
from functools import cache

from kg.facts import Actor, Facts, MentionKind
from kg.lexicon.gazetteer import Body, bodies, name_forms, states
from kg.resolve.names import body_keys

_TELLERS = "media"
"""Bodies of this sort tell of every state, and their own is none that the article is about."""


def abroad(facts: Facts) -> dict[str, tuple[Actor, frozenset[str]]]:
    """Actors that cannot be the gazetteer's of their name, as the article calls them, with the states it speaks of.

    A body that shares its name is the gazetteer's only in an article that speaks of its state or of another body of
    that state, or of no state at all.
    """
    named: dict[str, list[str]] = {}
    for mention in facts.mentions:
        if mention.kind is MentionKind.NAME:
            named.setdefault(mention.actor, []).append(mention.span.text(facts.article.body))
    suspects: dict[str, str] = {}
    known_of: set[str] = set()
    for actor in facts.actors:
        body = _body_of(actor)
        words = named.get(actor.key, [])
        if body is not None and body.state and words and _may_be_another(body, words):
            suspects[actor.key] = body.state
        elif body is not None and body.state and body.sort != _TELLERS:
            known_of.add(body.state)
        elif (state := _state_of().get(actor.wikidata or "")) is not None:
            known_of.add(state)
    return {
        actor.key: (_as_called(actor, named[actor.key]), frozenset(known_of))
        for actor in facts.actors
        if known_of and actor.key in suspects and suspects[actor.key] not in known_of
    }


def _may_be_another(body: Body, words: list[str]) -> bool:
    """Whether an article calls it by shared names, and by none that is its alone."""
    keys = frozenset(key for word in words for key in body_keys(word))
    shared = _keys(body.namesakes)
    return not keys.isdisjoint(shared) and keys.isdisjoint(_keys((body.name, *body.other)) - shared)


def _as_called(actor: Actor, words: list[str]) -> Actor:
    """The actor without what the gazetteer says of it."""
    body = _body_of(actor)
    called = Counter(
        name
        for name in (body.namesakes if body else ())
        for word in words
        if not _keys((name,)).isdisjoint(body_keys(word))
    )
    label = min(called, key=lambda name: (-called[name], name))
    return replace(actor, label=label, names=tuple(n for n in actor.names if n != label), wikidata=None)


@cache
def _keys(names: tuple[str, ...]) -> frozenset[str]:
    """Of the names in all their cases."""
    return frozenset(key for name in names for form in name_forms(name, plural=True) for key in body_keys(form))


@cache
def _state_of() -> dict[str, str]:
    return {state.wikidata: state.iso for state in states()}


@cache
def _bodies() -> dict[str, Body]:
    """By item, or by name where there is none."""
    return {body.wikidata or body.name: body for body in bodies() if not body.represents}


def _body_of(actor: Actor) -> Body | None:
    return _bodies().get(actor.wikidata or actor.label)
