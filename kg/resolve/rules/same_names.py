"""Names that are only written differently."""

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, product

from kg.facts import ActorKind
from kg.resolve.clusters import Cluster
from kg.resolve.names import body_keys, club_keys, is_full_name, known_keys, person_words, town_keys
from kg.resolve.rules.proposal import Proposal, named, ranked
from kg.resolve.support import SURE, Support, Weigher, clash

_COMPARED = 30
"""Clusters of one name that are compared each with each, the others with the first alone: archives have thousands."""


def same_name(clusters: Sequence[Cluster], weigher: Weigher) -> Iterator[Proposal]:
    """Names that differ in hyphens, accents, particles, case endings or legal form: one, unless the trades clash."""
    bearers: dict[tuple[object, ...], list[Cluster]] = {}
    for cluster in named(clusters):
        for key in _same_name_keys(cluster):
            bearers.setdefault(key, []).append(cluster)
    for same in bearers.values():
        contested = any(clash(one, other) for one, other in combinations(same[:_COMPARED], 2))
        for one, other in chain(combinations(same[:_COMPARED], 2), product(same[:1], same[_COMPARED:])):
            first, second = ranked(one, other)
            how = _alike(first, second)
            support = weigher.weigh(first, second) if first.kind is ActorKind.PERSON else Support()
            sure = not contested or (support.points >= SURE and not clash(first, second))
            but = support.but
            yield Proposal(first.number, second.number, "same name", sure, (how, *support.why), but, not contested)


def _alike(one: Cluster, other: Cluster) -> str:
    if one.label == other.label:
        return "the same name"
    known = {
        name
        for c in (one, other)
        for label in c.labels
        for key in body_keys(label)
        for name in known_keys().get(key, ())
    }
    listed = one.kind is ActorKind.ORGANIZATION and known and not body_keys(one.label) & body_keys(other.label)
    return f"“{other.label}” is {'listed as' if listed else 'written like'} “{one.label}”"


def _same_name_keys(cluster: Cluster) -> list[tuple[object, ...]]:
    kind = cluster.kind
    if kind is ActorKind.PERSON:
        full = sorted({person_words(label) for label in cluster.labels if is_full_name(label)})
        endings = [(*words[:-1], words[-1].removesuffix("s")) for words in full if words[-1].endswith("s")]
        return [(kind, words) for words in (*full, *endings)]
    if kind is ActorKind.ORGANIZATION and not cluster.abroad:
        labels = sorted(cluster.labels)
        plain = {key for label in labels for key in body_keys(label)}
        keys: set[tuple[object, ...]] = {(kind, key) for key in plain}
        keys |= {(kind, key) for known in plain & known_keys().keys() for key in known_keys()[known]}
        keys |= {(kind, "town", key) for label in labels for key in town_keys(label)}
        keys |= {(kind, "club", key) for label in labels for key in club_keys(label)}
        return sorted(keys, key=str)
    if kind is ActorKind.PLACE:
        return [(kind, key) for label in sorted(cluster.labels) for key in sorted(body_keys(label))]
    return []
