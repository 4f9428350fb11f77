"""Surnames alone, and whose they are."""

from collections.abc import Iterator, Sequence

from kg.facts import ActorKind
from kg.resolve.clusters import Cluster
from kg.resolve.names import ROMAN, is_full_name, person_words
from kg.resolve.rules.proposal import Proposal, named
from kg.resolve.support import SURE, Support, Weigher

_LEAD = 3
"""Points that the best of several bearers of a surname is ahead of the next, to be meant surely."""
_WORTH_ASKING = 2
"""Points from which somebody may be meant by a first name alone, or by a surname whose bearer nobody names in full."""


def surnames(clusters: Sequence[Cluster], weigher: Weigher) -> Iterator[Proposal]:
    """ "Merkel" in one article, "Angela Merkel" in others: the office, the party and the company decide."""
    bearers: dict[str, list[Cluster]] = {}
    alone: dict[str, list[Cluster]] = {}
    for cluster in named(clusters, ActorKind.PERSON):
        words = person_words(cluster.label)
        if is_full_name(cluster.label):
            short = {words[-1], words[-1].removesuffix("s")} if not ROMAN.fullmatch(words[-1]) else set()
            for word in short | {words[0]}:
                bearers.setdefault(word, []).append(cluster)
        else:
            alone.setdefault(words[0] if len(words) == 1 else " ".join(words), []).append(cluster)
    for word, bare in sorted(alone.items()):
        for cluster in bare:
            yield from _bearers(cluster, word, bearers.get(word, []), weigher)
        yield from _bare_ones(bare, weigher)


def _bare_ones(bare: Sequence[Cluster], weigher: Weigher) -> Iterator[Proposal]:
    """Surnames alone of one role or body, each with the first of them."""
    alike: dict[str, list[Cluster]] = {}
    for cluster in bare:
        for sign in sorted({text for text, _ in cluster.roles} | cluster.owners):
            alike.setdefault(sign, []).append(cluster)
    for first, *others in alike.values():
        for other in others:
            support = weigher.weigh(first, other)
            if not (support.impossible or support.told_apart) and support.points >= _WORTH_ASKING:
                sure = support.points >= SURE and not support.but
                yield Proposal(first.number, other.number, "same short name", sure, support.why, support.but)


def _bearers(cluster: Cluster, word: str, bearers: Sequence[Cluster], weigher: Weigher) -> Iterator[Proposal]:
    weighed: list[tuple[int, Cluster, Support]] = []
    for bearer in bearers:
        support = weigher.weigh(bearer, cluster)
        first_name = person_words(bearer.label)[0] == word
        if not (support.impossible or support.told_apart) and (support.points >= _WORTH_ASKING or not first_name):
            weighed.append((support.points, bearer, support))
    weighed.sort(key=lambda found: (-found[0], -len(found[1].articles), found[1].number))
    if not weighed:
        return
    best, runner_up = weighed[0], weighed[1][0] if len(weighed) > 1 else None
    others = tuple(f"{c.label} has the name too" for _, c, _ in weighed[1:3])
    sole = runner_up is None
    for points, bearer, support in weighed[:2]:
        is_best = bearer is best[1]
        ahead = runner_up is None or points - runner_up >= _LEAD
        # Company alone is not enough: all of a country's politics is named together.
        sure = is_best and support.personal > 0 and points + sole >= SURE and ahead and not support.but
        if sure or points > 0 or sole:
            but = support.but + (others if is_best else (f"{best[1].label} has the name too",))
            why = support.why + ((f"no other {cluster.label} comes into question",) if sole else ())
            yield Proposal(bearer.number, cluster.number, "surname", sure, why, () if sure else but)
        if sure:
            return
