"""One name, two kinds."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.facts import ActorKind
from kg.resolve.clusters import Cluster
from kg.resolve.rules.proposal import Proposal, named, ranked
from kg.resolve.support import Weigher


def other_kinds(clusters: Sequence[Cluster], weigher: Weigher) -> Iterator[Proposal]:
    """One name of several words for a person here and a body there."""
    by_name: dict[str, list[Cluster]] = {}
    for cluster in named(clusters):
        if cluster.kind in (ActorKind.PERSON, ActorKind.ORGANIZATION) and " " in cluster.label:
            by_name.setdefault(cluster.label.casefold(), []).append(cluster)
    for same in by_name.values():
        for one, other in combinations(same, 2):
            if one.kind is not other.kind:
                first, second = ranked(one, other)
                kinds = f"{first.kind} in {first.sources[0]}, {second.kind} in {second.sources[0]}"
                yield Proposal(first.number, second.number, "other kind", False, ("the same name",), (kinds,))
