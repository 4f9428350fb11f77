"""An actor as one article knows it, with what may tell it from others of its name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.facts import Actor, ActorKind, Facts, MentionKind
from kg.resolve.namesakes import abroad
from kg.resolve.slugs import article_name

Likeness = tuple[str, ActorKind]


@dataclass(frozen=True, slots=True)
class Appearance:
    """An actor in one article.

    Attributes:
        article: its name, unique.
        source: its path, as users know it.
        shareable: it is named, and if a person, the article knows no other one of the same name.
        owner: Wikidata item or name of the body that its roles belong to.
        company: Wikidata items or names of the others whom the article names.
        abroad: states that the article is about, where the actor is not the gazetteer's of that name.
    """

    article: str
    source: str
    actor: Actor
    shareable: bool
    owner: str | None = None
    company: frozenset[str] = frozenset()
    abroad: frozenset[str] = frozenset()


def likeness(actor: Actor) -> Likeness:
    """The same for actors of one kind under one label."""
    return spaced(actor.label).casefold(), actor.kind


def spaced(text: str) -> str:
    """With single spaces only."""
    return " ".join(text.split())


def appearances(facts: Facts) -> Iterator[Appearance]:
    """The actors that take part in something, in the order of their first mention."""
    name = article_name(facts.article)
    taking_part = participants(facts)
    others = abroad(facts)
    everyone = [others[a.key][0] if a.key in others else a for a in facts.actors]
    actors = [a for a in everyone if a.key in taking_part]
    named = {m.actor for m in facts.mentions if m.kind is MentionKind.NAME}
    homonyms = Counter(likeness(a) for a in actors)
    sign = {a.key: a.wikidata or spaced(a.label) for a in everyone}
    for actor in actors:
        yield Appearance(
            article=name,
            source=facts.article.source,
            actor=actor,
            shareable=actor.key in named and (actor.kind is not ActorKind.PERSON or homonyms[likeness(actor)] == 1),
            owner=sign.get(actor.affiliation or ""),
            company=frozenset(sign[a.key] for a in facts.actors if a.key in named and a.key != actor.key),
            abroad=others[actor.key][1] if actor.key in others else frozenset(),
        )


def all_appearances(all_facts: Sequence[Facts]) -> list[Appearance]:
    """Of all articles, in the order of their paths."""
    in_order = sorted(all_facts, key=lambda f: (f.article.source, article_name(f.article)))
    by_name = {article_name(f.article): f for f in reversed(in_order)}  # an article given twice counts once
    return [a for name in dict.fromkeys(article_name(f.article) for f in in_order) for a in appearances(by_name[name])]


def participants(facts: Facts) -> frozenset[str]:
    """Keys of the actors that take part in a statement or event, and of the bodies that these belong to."""
    keys = set(_ends(facts))
    written = {m.actor for m in facts.mentions if m.kind is not MentionKind.PRONOUN}
    affiliation = {a.key: a.affiliation for a in facts.actors}
    waiting = sorted(keys)
    while waiting:
        body = affiliation.get(waiting.pop())
        if body is not None and body in written and body not in keys:
            keys.add(body)
            waiting.append(body)
    return frozenset(keys)


def _ends(facts: Facts) -> Iterable[str]:
    for quotation in facts.quotations:
        yield from quotation.speakers
        yield from quotation.about
        if quotation.addressee is not None:
            yield quotation.addressee
    for stance in facts.stances:
        yield from (stance.source, stance.target)
    for event in facts.events:
        yield from event.actors
        yield from event.places
