"""One identity for each actor that articles share, and nothing doubtful merged.

First what users have decided, then what is plainly one (the same Wikidata item; the same full name and kind), then what
rules make sure. What they leave in doubt becomes a draft, which changes nothing until a user decides it. "der Sprecher"
here and "der Sprecher" there, described and not named, may always be two people.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.facts import ActorKind, Facts
from kg.resolve.appearances import Likeness, all_appearances, likeness
from kg.resolve.clusters import Cluster, Clusters, Reason, tells
from kg.resolve.decisions import Decision, Draft, apply_same, declared
from kg.resolve.drafts import drafts
from kg.resolve.rules import RULES, Proposal
from kg.resolve.slugs import slug
from kg.resolve.support import Weigher, clash


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
        reasons: (article's name, `Actor.key`) -> why, for those whose name or item alone does not put them there.
        drafts: doubtful merges, in the order of their names.
        problems: one message for each decision that could not be followed.
    """

    identities: tuple[Identity, ...]
    by_actor: Mapping[tuple[str, str], Identity] = field(default_factory=dict)
    reasons: Mapping[tuple[str, str], Reason] = field(default_factory=dict)
    drafts: tuple[Draft, ...] = ()
    problems: tuple[str, ...] = ()

    def of(self, article: str, key: str) -> Identity | None:
        """The identity of an article's actor, or None for one that takes no part in anything."""
        return self.by_actor.get((article, key))


def resolve_actors(all_facts: Sequence[Facts], decisions: Sequence[Decision] = ()) -> Resolution:
    """The identities behind the actors of all articles, the same for any order of them.

    Args:
        decisions: what users say about who is one.
    """
    appearances = all_appearances(all_facts)
    clusters = declared(appearances, decisions)
    problems = apply_same(clusters, decisions)
    _join_same(clusters)
    doubtful = list(_apply_rules(clusters))
    identities: list[Identity] = []
    by_actor: dict[tuple[str, str], Identity] = {}
    reasons: dict[tuple[str, str], Reason] = {}
    taken: set[str] = set()
    for cluster in clusters.all():
        identity = _identity(cluster, taken)
        taken.add(identity.slug)
        identities.append(identity)
        by_actor.update({(m.article, m.actor.key): identity for m in cluster.members})
        reasons.update({(m.article, m.actor.key): reason for m, reason in clusters.reasons(cluster)})
    return Resolution(tuple(identities), by_actor, reasons, drafts(clusters, doubtful), tuple(problems))


def _join_same(clusters: Clusters) -> None:
    """What has the same item, or the same full name and kind and is named (not only described)."""
    items: dict[Likeness, set[str]] = {}
    for appearance in clusters.appearances:
        if appearance.actor.wikidata is not None:
            items.setdefault(likeness(appearance.actor), set()).add(appearance.actor.wikidata)
    groups: dict[str | tuple[Likeness, frozenset[str]], list[int]] = {}
    for number, appearance in enumerate(clusters.appearances):
        alike = likeness(appearance.actor)
        item = appearance.actor.wikidata
        same = items.get(alike, set())
        if item is None and appearance.shareable and len(same) == 1 and not appearance.abroad:
            item = min(same)
        if item is not None or (appearance.shareable and tells(appearance)):
            groups.setdefault(item or (alike, appearance.abroad), []).append(number)
    for key, numbers in groups.items():
        if isinstance(key, str):
            clusters.join_all(numbers, whatever=True)
        else:
            for trade in _trades(clusters, numbers):
                clusters.join_all(trade, whatever=key[0][1] is not ActorKind.PERSON)


def _trades(clusters: Clusters, numbers: Sequence[int]) -> Iterator[list[int]]:
    """All of one name together, unless some can hardly be the others: a goalkeeper and a minister."""
    alone = {n: Cluster(n, (clusters.appearances[n],)) for n in numbers}
    by_fields: dict[frozenset[str], list[int]] = {}
    for number in numbers:
        by_fields.setdefault(alone[number].fields, []).append(number)
    first = [alone[same[0]] for same in by_fields.values()]
    if not any(clash(one, other) for one in first for other in first):
        yield list(numbers)
        return
    for fields, same in by_fields.items():
        yield from ([same] if fields else [[number] for number in same])


def _apply_rules(clusters: Clusters) -> Iterator[Proposal]:
    """Do what is sure; the proposals that are not."""
    weigher = Weigher(clusters.appearances)
    for rule in RULES:
        for proposal in list(rule(clusters.all(), weigher)):
            reason = Reason(proposal.rule, proposal.why)
            whatever = proposal.within_article
            if not (proposal.sure and clusters.join(proposal.actor, proposal.alias, reason, whatever=whatever)):
                yield proposal


def _identity(cluster: Cluster, taken: set[str]) -> Identity:
    return Identity(
        slug=_free_slug(slug(cluster.label), taken),
        label=cluster.label,
        kind=cluster.kind,
        names=tuple(sorted(cluster.names - {cluster.label})),
        roles=tuple(sorted({text for text, _ in cluster.roles})),
        wikidata=cluster.wikidata,
    )


def _free_slug(wanted: str, taken: set[str]) -> str:
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free
