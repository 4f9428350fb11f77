"""What a rule proposes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.facts import ActorKind
from kg.resolve.clusters import Cluster
from kg.resolve.support import Weigher


@dataclass(frozen=True, slots=True)
class Proposal:
    """That two clusters are one.

    Attributes:
        actor, alias: numbers of the clusters, the better known one first.
        sure: to be done without asking.
        why, but: for the user.
        within_article: also if an article has both, for only its way of writing told them apart.
    """

    actor: int
    alias: int
    rule: str
    sure: bool
    why: tuple[str, ...]
    but: tuple[str, ...] = ()
    within_article: bool = False


Rule = Callable[[Sequence[Cluster], Weigher], Iterator[Proposal]]
"""All clusters in; nothing found is no proposals."""


def named(clusters: Sequence[Cluster], kind: ActorKind | None = None) -> list[Cluster]:
    """Those that articles name, not only describe."""
    return [c for c in clusters if c.shareable and kind in (None, c.kind)]


def ranked(one: Cluster, other: Cluster) -> tuple[Cluster, Cluster]:
    """The better known first: of more articles, then with the fuller name."""

    def rank(c: Cluster) -> tuple[int, int, int]:
        return -len(c.articles), -len(c.label), c.number

    return (one, other) if rank(one) <= rank(other) else (other, one)
