"""What a user says about who is one: given from outside, applied before everything else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kg.facts import ActorKind
from kg.resolve.appearances import Appearance, spaced
from kg.resolve.clusters import CONFIRMED, Clusters, Reason


@dataclass(frozen=True, slots=True)
class Side:
    """Actors of one name and kind, in all articles or in some.

    Attributes:
        articles: paths; none means all.
    """

    name: str
    kind: ActorKind
    articles: tuple[str, ...] = ()

    def find(self, appearances: Sequence[Appearance]) -> list[int]:
        """The places of those that it means: of the label, or else of those that an article also calls so."""
        name = spaced(self.name).casefold()
        possible = [
            (place, a.actor)
            for place, a in enumerate(appearances)
            if a.actor.kind is self.kind and (not self.articles or a.source in self.articles)
        ]
        return [place for place, actor in possible if spaced(actor.label).casefold() == name] or [
            place for place, actor in possible if name in (spaced(n).casefold() for n in actor.names)
        ]

    def __str__(self) -> str:
        where = f" in {', '.join(self.articles)}" if self.articles else ""
        return f"“{self.name}” ({self.kind}){where}"


@dataclass(frozen=True, slots=True)
class Decision:
    """That two actors are the same, or different.

    Attributes:
        where: place in the user's file, for messages.
    """

    status: Literal["same", "different"]
    actor: Side
    alias: Side
    where: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A doubtful merge that only a user can decide: it changes nothing."""

    actor: Side
    alias: Side
    why: tuple[str, ...]
    but: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


def sides(decision: Decision, appearances: Sequence[Appearance]) -> tuple[list[int], list[int]]:
    """The places of the appearances that the two sides mean; what both could mean is the side's that names articles."""
    actor, alias = decision.actor.find(appearances), decision.alias.find(appearances)
    if decision.actor.articles and not decision.alias.articles:
        return actor, [i for i in alias if i not in set(actor)]
    return [i for i in actor if i not in set(alias)], alias


def declared(appearances: Sequence[Appearance], decisions: Sequence[Decision]) -> Clusters:
    """Clusters in which the different ones are kept apart."""
    return Clusters(appearances, [sides(d, appearances) for d in decisions if d.status == "different"])


def apply_same(clusters: Clusters, decisions: Sequence[Decision]) -> list[str]:
    """Put together what is the same; a message for each decision that cannot be followed."""
    problems = []
    for decision in decisions:
        actor, alias = sides(decision, clusters.appearances)
        missing = [side for side, found in ((decision.actor, actor), (decision.alias, alias)) if not found]
        if missing:
            if decision.status == "same":
                problems.append(f"{decision.where}: no article names {' or '.join(map(str, missing))}, nothing merged.")
            continue
        if decision.status != "same":
            continue
        reason = Reason(CONFIRMED, (f"“{decision.alias.name}” is “{decision.actor.name}”",))
        for number in actor[1:]:
            clusters.join(actor[0], number, whatever=True)
        refused = [n for n in alias if not clusters.join(actor[0], n, reason, whatever=True)]
        if refused:
            problems.append(f"{decision.where}: another entry says that they are different, nothing merged.")
    return problems
