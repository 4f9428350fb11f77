"""One identity for each actor that articles share, and nothing doubtful merged.

Actors are one where they have the same Wikidata item, or the same label and kind and are named (not only described) in
both articles: "der Sprecher" here and "der Sprecher" there may be two people.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.facts import Actor, ActorKind, Facts, MentionKind
from kg.resolve.slugs import article_name, slug

_Likeness = tuple[str, ActorKind]


@dataclass(frozen=True, slots=True)
class Identity:
    """An actor as all articles together know it.

    Attributes:
        slug: last step of the IRI, unique.
        names: other names than the label, sorted.
    """

    slug: str
    label: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True)
class Resolution:
    """Which identity each article's actors have.

    Attributes:
        identities: in the order in which their slugs were given.
        by_actor: (article's name, `Actor.key`) -> identity, for the actors that take part in something.
    """

    identities: tuple[Identity, ...]
    by_actor: Mapping[tuple[str, str], Identity] = field(default_factory=dict)

    def of(self, article: str, key: str) -> Identity | None:
        """The identity of an article's actor, or None for one that takes no part in anything."""
        return self.by_actor.get((article, key))


@dataclass(frozen=True, slots=True)
class _Appearance:
    """An actor in one article."""

    article: str
    actor: Actor
    shareable: bool


def resolve_actors(all_facts: Sequence[Facts]) -> Resolution:
    """The identities behind the actors of all articles, the same for any order of them."""
    in_order = sorted(all_facts, key=lambda f: (f.article.source, article_name(f.article)))
    identities: list[Identity] = []
    by_actor: dict[tuple[str, str], Identity] = {}
    taken: set[str] = set()
    for group in _groups([appearance for facts in in_order for appearance in _appearances(facts)]):
        identity = _identity(group, taken)
        taken.add(identity.slug)
        identities.append(identity)
        by_actor.update({(a.article, a.actor.key): identity for a in group})
    return Resolution(tuple(identities), by_actor)


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


def _ends(facts: Facts) -> Iterator[str]:
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


def _appearances(facts: Facts) -> Iterator[_Appearance]:
    name = article_name(facts.article)
    taking_part = participants(facts)
    actors = [a for a in facts.actors if a.key in taking_part]
    named = {m.actor for m in facts.mentions if m.kind is MentionKind.NAME}
    homonyms = Counter(_likeness(a) for a in actors)
    for actor in actors:
        yield _Appearance(name, actor, actor.key in named and homonyms[_likeness(actor)] == 1)


def _likeness(actor: Actor) -> _Likeness:
    return " ".join(actor.label.split()).casefold(), actor.kind


def _groups(appearances: Sequence[_Appearance]) -> Iterable[list[_Appearance]]:
    """Appearances put together by what shows that they are one, in the order of their first."""
    items: dict[_Likeness, set[str]] = {}
    for appearance in appearances:
        if appearance.actor.wikidata is not None:
            items.setdefault(_likeness(appearance.actor), set()).add(appearance.actor.wikidata)
    groups: dict[str | _Likeness | int, list[_Appearance]] = {}
    for number, appearance in enumerate(appearances):
        likeness = _likeness(appearance.actor)
        item = appearance.actor.wikidata
        same = items.get(likeness, set())
        if item is None and appearance.shareable and len(same) == 1:
            item = min(same)
        groups.setdefault(item or (likeness if appearance.shareable else number), []).append(appearance)
    return groups.values()


def _identity(group: Sequence[_Appearance], taken: set[str]) -> Identity:
    actors = [a.actor for a in group]
    labels = Counter(" ".join(a.label.split()) or a.key for a in actors)
    label = min(labels, key=lambda text: (-labels[text], -len(text), text))
    kinds = Counter(a.kind for a in actors)
    return Identity(
        slug=_free_slug(slug(label), taken),
        label=label,
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        names=tuple(sorted({*labels, *(n for a in actors for n in a.names if n)} - {label})),
        roles=tuple(sorted({r for a in actors for r in a.roles if r})),
        wikidata=min(filter(None, (a.wikidata for a in actors)), default=None),
    )


def _free_slug(wanted: str, taken: set[str]) -> str:
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free
