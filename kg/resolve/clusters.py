"""Appearances put together step by step, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.facts import ActorKind
from kg.lexicon.people import role
from kg.resolve.appearances import Appearance, spaced
from kg.resolve.names import is_full_name

CONFIRMED = "confirmed"
"""Name of the rule that puts together what a user says is one."""
_CASE_ENDINGS = ("s", "es", "n", "'s", "’s")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an article's actor is on a node whose name it does not bear.

    Attributes:
        rule: name of the rule.
        grounds: what it went by, as phrases.
    """

    rule: str
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Cluster:
    """Appearances of one actor; `number` is that of its first one."""

    number: int
    members: tuple[Appearance, ...]

    @cached_property
    def labels(self) -> Counter[str]:
        return Counter(spaced(m.actor.label) or m.actor.key for m in self.members)

    @cached_property
    def label(self) -> str:
        """The most frequent label; of equally frequent ones the fullest that is no case form of another."""

        def rank(text: str) -> tuple[int, bool, int, str]:
            inflected = any(text == f"{other}{ending}" for other in self.labels for ending in _CASE_ENDINGS)
            return -self.labels[text], inflected, -len(text), text

        return min(self.labels, key=rank)

    @cached_property
    def kind(self) -> ActorKind:
        kinds = Counter(m.actor.kind for m in self.members)
        return min(kinds, key=lambda kind: (-kinds[kind], kind))

    @cached_property
    def names(self) -> frozenset[str]:
        """All names, the labels too."""
        return frozenset({*self.labels, *(n for m in self.members for n in m.actor.names if n)})

    @cached_property
    def wikidata(self) -> str | None:
        return min(filter(None, (m.actor.wikidata for m in self.members)), default=None)

    @cached_property
    def roles(self) -> frozenset[tuple[str, str | None]]:
        """Each role with the body that it belongs to."""
        return frozenset((r, m.owner) for m in self.members for r in m.actor.roles if r)

    @cached_property
    def fields(self) -> frozenset[str]:
        """Fields of the roles, as the lexicon names them."""
        return frozenset(known.field for text, _ in self.roles if (known := role(text.split()[0])) is not None)

    @cached_property
    def owners(self) -> frozenset[str]:
        return frozenset(m.owner for m in self.members if m.owner is not None)

    @cached_property
    def genders(self) -> frozenset[str]:
        return frozenset(m.actor.gender for m in self.members if m.actor.gender in ("Masc", "Fem"))

    @cached_property
    def company(self) -> frozenset[str]:
        return frozenset(sign for m in self.members for sign in m.company)

    @cached_property
    def abroad(self) -> frozenset[str]:
        """States that its articles are about, for a body that only shares its name with the gazetteer's."""
        return frozenset(state for m in self.members for state in m.abroad)

    @cached_property
    def articles(self) -> frozenset[str]:
        return frozenset(m.article for m in self.members)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        return tuple(sorted({m.source for m in self.members}))

    @cached_property
    def shareable(self) -> bool:
        return any(m.shareable for m in self.members)


def tells(appearance: Appearance) -> bool:
    """Whether the label alone tells the actor from others: a person's full name, any name of a body."""
    return appearance.actor.kind is not ActorKind.PERSON or is_full_name(appearance.actor.label)


class Clusters:
    """Which appearances are together; what is declared to be different stays apart."""

    def __init__(
        self, appearances: Sequence[Appearance], apart: Iterable[tuple[Sequence[int], Sequence[int]]] = ()
    ) -> None:
        """Every appearance alone.

        Args:
            appearances: in a fixed order, each known by its place in it.
            apart: pairs of groups of appearances, no member of one to be together with one of the other.
        """
        self.appearances = appearances
        self._reasons: dict[int, Reason] = {}
        self._root = list(range(len(appearances)))
        self._members = {i: [i] for i in self._root}
        self._articles = {i: {a.article} for i, a in enumerate(appearances)}
        self._sides: dict[int, set[tuple[int, bool]]] = {}
        for pair, (one, other) in enumerate(apart):
            for numbers, side in ((one, True), (other, False)):
                for number in numbers:
                    self._sides.setdefault(number, set()).add((pair, side))

    def root(self, number: int) -> int:
        return self._root[number]

    def reasons(self, cluster: Cluster) -> Iterator[tuple[Appearance, Reason]]:
        """Why members are in a cluster, for those whose name or item alone does not put them there."""
        numbers = sorted(self._members[self._root[cluster.number]])
        known = [reason for n in numbers if (reason := self._reasons.get(n)) is not None]
        for number in numbers if known else ():
            member, own = self.appearances[number], self._reasons.get(number)
            by_name = spaced(member.actor.label) == cluster.label and tells(member)
            if not by_name or (own is not None and own.rule == CONFIRMED):
                yield member, own or known[0]

    def cluster(self, number: int) -> Cluster:
        found = sorted(self._members[self._root[number]])
        return Cluster(found[0], tuple(self.appearances[i] for i in found))

    def all(self) -> list[Cluster]:
        """In the order of their first appearances."""
        return sorted(map(self.cluster, self._members), key=lambda c: c.number)

    def declared_apart(self, one: int, other: int) -> bool:
        """Whether members of the two are declared to be different."""
        theirs = self._sides.get(self._root[other], set())
        return any((pair, not side) in theirs for pair, side in self._sides.get(self._root[one], ()))

    def told_apart(self, one: int, other: int) -> bool:
        """Whether an article has actors of both."""
        return not self._articles[self._root[one]].isdisjoint(self._articles[self._root[other]])

    def join(self, one: int, other: int, reason: Reason | None = None, *, whatever: bool = False) -> bool:
        """Put two clusters together, if nothing forbids it.

        Args:
            reason: kept for the members of the smaller one that have none yet.
            whatever: also if an article tells them apart.

        Returns:
            Whether they are together now.
        """
        a, b = self._root[one], self._root[other]
        if a == b:
            return True
        if self.declared_apart(a, b) or (not whatever and self.told_apart(a, b)):
            return False
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        for number in self._members[b]:
            self._root[number] = a
            if reason is not None:
                self._reasons.setdefault(number, reason)
        self._members[a] += self._members.pop(b)
        self._articles[a] |= self._articles.pop(b)
        if b in self._sides:
            self._sides.setdefault(a, set()).update(self._sides.pop(b))
        return True

    def join_all(self, numbers: Iterable[int], *, whatever: bool = False) -> None:
        """Put together what is plainly one, each with the first one that lets it."""
        leaders: list[int] = []
        for number in numbers:
            if not any(self.join(leader, number, whatever=whatever) for leader in leaders):
                leaders.append(number)
