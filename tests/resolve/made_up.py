"""Articles made of nothing but actors, and who they turn out to be."""

from collections.abc import Sequence

from kg.facts import Actor, ActorKind, Article, Event, Facts, Mention, MentionKind, Span
from kg.resolve import Decision, Resolution, article_name, resolve_actors

PERSON, ORGANIZATION, COUNTRY, PLACE, GROUP = (
    ActorKind.PERSON,
    ActorKind.ORGANIZATION,
    ActorKind.COUNTRY,
    ActorKind.PLACE,
    ActorKind.GROUP,
)


def person(label: str, *roles: str, of: str | None = None, gender: str | None = None) -> Actor:
    return Actor(key_of(label), label, PERSON, roles=roles, affiliation=of and key_of(of), gender=gender)


def body(label: str, *names: str, item: str | None = None) -> Actor:
    return Actor(key_of(label), label, ORGANIZATION, names, wikidata=item)


def state(label: str, item: str) -> Actor:
    return Actor(key_of(label), label, COUNTRY, wikidata=item)


def key_of(label: str) -> str:
    return label.lower().replace(" ", "-")


def article(source: str, *actors: Actor, described: Sequence[str] = ()) -> Facts:
    """An article in which every actor is named, apart from those `described`, and takes part in an event."""
    text = " ".join(actor.label for actor in actors)
    mentions, at = [], 0
    for actor in actors:
        kind = MentionKind.DESCRIPTION if actor.label in described else MentionKind.NAME
        mentions.append(Mention(Span(at, at + len(actor.label)), actor.key, kind))
        at += len(actor.label) + 1
    events = (Event("Ereignis", Span(0, 1), tuple(actor.key for actor in actors)),)
    return Facts(Article(source, text), actors, tuple(mentions), events=events)


def nodes(facts: Sequence[Facts], decisions: Sequence[Decision] = ()) -> list[str]:
    """Each node as `label: a.txt b.txt`, sorted; only those of persons and bodies."""
    resolution = resolve_actors(facts, decisions)
    return sorted(
        f"{identity.label}: {' '.join(files(resolution, facts, identity.slug))}"
        for identity in resolution.identities
        if identity.kind in (PERSON, ORGANIZATION)
    )


def files(resolution: Resolution, facts: Sequence[Facts], slug: str) -> list[str]:
    sources = {article_name(f.article): f.article.source for f in facts}
    return sorted(sources[article] for (article, _), i in resolution.by_actor.items() if i.slug == slug)
