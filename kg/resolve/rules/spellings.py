"""Full names that may be two forms of one."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.extract.spellings import one_letter_apart
from kg.facts import ActorKind
from kg.resolve.clusters import Cluster
from kg.resolve.names import is_full_name, person_words, sound
from kg.resolve.rules.proposal import Proposal, named, ranked
from kg.resolve.support import SURE, Weigher

_PRIOR_SOUND = 2
_PRIOR_MORE_NAMES = 2
_SHORTEST_MISTYPED = 5
"""Letters of the shortest word in which one letter may be a slip: "Li" and "Lu" are two names."""
_HOW = {
    "other spelling": "the names sound alike",
    "one letter apart": "the names are one letter apart",
    "more first names": "one name has more first names",
}


def spellings(clusters: Sequence[Cluster], weigher: Weigher) -> Iterator[Proposal]:
    """Full names that sound alike, differ by a slip of one letter, or of which one has more first names."""
    full = [c for c in named(clusters, ActorKind.PERSON) if is_full_name(c.label)]
    groups: dict[tuple[object, ...], list[Cluster]] = {}
    for cluster in full:
        words = person_words(cluster.label)
        text = " ".join(words)
        keys: set[tuple[object, ...]] = {("sound", sound(words)), ("surname", words[-1]), ("letters", text)}
        keys |= {("letters", text[:i] + text[i + 1 :]) for i in range(len(text))}
        for key in sorted(keys, key=str):
            groups.setdefault(key, []).append(cluster)
    seen: set[tuple[int, int]] = set()
    for members in groups.values():
        for one, other in combinations(members, 2):
            pair = (one.number, other.number)
            if pair not in seen and (found := _spelling(one, other, weigher)) is not None:
                yield found
            seen.add(pair)


def _spelling(one: Cluster, other: Cluster, weigher: Weigher) -> Proposal | None:
    mine, theirs = person_words(one.label), person_words(other.label)
    if mine == theirs:
        return None
    if sound(mine) == sound(theirs):
        rule, prior = "other spelling", _PRIOR_SOUND
    elif len(mine) == len(theirs) and _slip(mine, theirs):
        rule, prior = "one letter apart", 0
    elif mine[-1] == theirs[-1] and (set(mine) < set(theirs) or set(theirs) < set(mine)):
        rule, prior = "more first names", _PRIOR_MORE_NAMES
    else:
        return None
    support = weigher.weigh(one, other)
    if support.impossible or (support.told_apart and rule == "more first names"):
        return None
    first, second = ranked(one, other)
    sure = not support.but and support.points + prior >= SURE + (rule == "more first names")
    return Proposal(first.number, second.number, rule, sure, (_HOW[rule], *support.why), support.but)


def _slip(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    differing = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    if len(differing) != 1 or min(map(len, differing[0])) < _SHORTEST_MISTYPED:
        return False
    return one_letter_apart(*differing[0])
