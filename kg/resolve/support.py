"""What speaks for and against two clusters of people being one person."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.lexicon.gazetteer import bodies, states
from kg.lexicon.namevariants import is_office, masculine
from kg.lexicon.people import first_name_gender, role
from kg.resolve.appearances import Appearance
from kg.resolve.clusters import Cluster

SURE = 4
"""Points from which two bearers of one surname are one. All 65 identifications made on 850 Wikinews articles were
read, and none was wrong; of the 25 doubtful merges below, about four were."""
_BOUND = 4
"""Points for the same office of the same body."""
_SPECIAL = 3
"""Points for the same office that a compound tells, of a body not named: "Verteidigungsminister", not "Präsident"."""
_LOOSE = 2
_LEAST_NAMED = 3
_RARE = 0.02
"""Share of the articles up to which an actor is so rare that two articles which name it tell of the same affair."""
_FREQUENT = 0.1
"""Share of the articles from which an actor is named with everybody."""
_PUBLIC = frozenset({"government", "party", "politics", "town", "church", "law", "monarchy"})
_CLASHES = (("sport", _PUBLIC), ("culture", frozenset({"sport", "government", "church"})))


@dataclass(frozen=True, slots=True)
class Support:
    """What a user would weigh, as phrases and in points.

    Attributes:
        points: for their being one.
        personal: the points that their roles and what these belong to give.
        impossible: they are a man and a woman.
        told_apart: an article has both.
    """

    points: int = 0
    personal: int = 0
    why: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    impossible: bool = False
    told_apart: bool = False


class Weigher:
    """Weighs pairs of clusters; knows how often each actor of the corpus is named."""

    def __init__(self, appearances: Sequence[Appearance]) -> None:
        company: dict[str, set[str]] = {}
        for appearance in appearances:
            company.setdefault(appearance.article, set()).update(appearance.company)
        self._articles = len(company)
        self._named = Counter(sign for signs in company.values() for sign in signs)
        self._states = frozenset(s.wikidata for s in states())
        self._names = {body.wikidata: body.name for body in bodies() if body.wikidata}
        self._names |= {state.wikidata: state.name for state in states()}

    def weigh(self, one: Cluster, other: Cluster) -> Support:
        """What speaks for `one` and `other` being one person, apart from their names."""
        role_points, role_why = self._roles(one, other)
        owner_points, owner_why = self._owners(one, other)
        company_points, company_why = self._company(one, other)
        best = max(role_points, owner_points)
        why = role_why if role_points >= owner_points and role_points else owner_why
        mine, theirs = _gender(one), _gender(other)
        return Support(
            points=best + company_points,
            personal=best,
            why=(*why, *company_why),
            but=tuple(self._against(one, other)),
            impossible=mine is not None and theirs is not None and mine != theirs,
            told_apart=not one.articles.isdisjoint(other.articles),
        )

    def _roles(self, one: Cluster, other: Cluster) -> tuple[int, tuple[str, ...]]:
        best: tuple[int, bool, str] = (0, False, "")
        for mine, my_owner in sorted(one.roles, key=str):
            for theirs, their_owner in sorted(other.roles, key=str):
                points = _same_role(mine, my_owner, theirs, their_owner)
                text = f"role {theirs}" if mine == theirs else f"roles {mine} and {theirs}"
                best = max(best, (points, mine == theirs, text), key=lambda found: found[:2])
        return (best[0], (best[2],)) if best[0] else (0, ())

    def _owners(self, one: Cluster, other: Cluster) -> tuple[int, tuple[str, ...]]:
        shared = sorted(one.owners & other.owners, key=self.name)
        bodies = [sign for sign in shared if sign not in self._states]
        if bodies:
            return _LOOSE, (f"both of {self.name(bodies[0])}",)
        if shared:
            return 1, (f"both of {self.name(shared[0])}",)
        near = sorted((one.owners & other.company) | (other.owners & one.company), key=self.name)
        return (1, (f"both beside {self.name(near[0])}",)) if near else (0, ())

    def _company(self, one: Cluster, other: Cluster) -> tuple[int, tuple[str, ...]]:
        shared = [s for s in one.company & other.company if s not in self._states]
        owners = one.owners | other.owners
        points = {s: self._weight(s) for s in shared if s not in owners}
        telling = sorted((s for s in points if points[s]), key=lambda s: (-points[s], self.name(s)))[:3]
        if not telling:
            return 0, ()
        names = ", ".join(map(self.name, telling))
        return min(_LOOSE + 1, sum(points[s] for s in telling)), (f"both named with {names}",)

    def _weight(self, sign: str) -> int:
        named = self._named[sign]
        if named <= max(_LEAST_NAMED, _RARE * self._articles):
            return 2
        return 1 if named <= max(2 * _LEAST_NAMED, _FREQUENT * self._articles) else 0

    def _against(self, one: Cluster, other: Cluster) -> Iterator[str]:
        if both := one.articles & other.articles:
            yield f"{min(m.source for m in one.members if m.article in both)} tells them apart"
        states = [sorted(c.owners & self._states, key=self.name) for c in (one, other)]
        if all(states) and not set(states[0]) & set(states[1]):
            yield f"one of {self.name(states[0][0])}, one of {self.name(states[1][0])}"
        if clash(one, other):
            yield f"roles {_some_role(one)} and {_some_role(other)}"

    def name(self, sign: str) -> str:
        """How a body is called that an article knows by item or name."""
        return self._names.get(sign, sign)


def clash(one: Cluster, other: Cluster) -> bool:
    """Whether the one's trade is hardly the other's: a goalkeeper and a minister."""
    if one.fields & other.fields:
        return False
    pairs = ((one.fields, other.fields), (other.fields, one.fields))
    return any(field in mine and theirs & others for field, others in _CLASHES for mine, theirs in pairs)


def _same_role(mine: str, my_owner: str | None, theirs: str, their_owner: str | None) -> int:
    my_head, _, my_rest = mine.partition(" ")
    their_head, _, their_rest = theirs.partition(" ")
    one, other = masculine(my_head), masculine(their_head)
    if not (one.endswith(other) or other.endswith(one)):
        known = (role(my_head), role(their_head))
        fields = {k.field for k in known if k is not None}
        same_house = my_owner is not None and my_owner == their_owner
        return _LOOSE if same_house and None not in known and len(fields) == 1 else 0
    if my_owner is not None and their_owner is not None and my_owner != their_owner:
        return 0
    if not (is_office(my_head) and is_office(their_head)):
        return 1
    tells_body = one == other and ("-" in one or one.startswith("bundes") or (my_rest and my_rest == their_rest))
    if tells_body or (my_owner is not None and my_owner == their_owner):
        return _BOUND
    compound = (mine_known := role(my_head)) is not None and not mine_known.exact
    return _SPECIAL if one == other and compound else _LOOSE


def _gender(cluster: Cluster) -> str | None:
    """The gender of which all of the person's articles agree, or else that of the first name."""
    if len(cluster.genders) == 1:
        return next(iter(cluster.genders))
    words: Iterable[str] = cluster.label.split()[:-1]
    return next((g for w in words if (g := first_name_gender(w))), None)


def _some_role(cluster: Cluster) -> str:
    return min(text for text, _ in cluster.roles)
