"""What the arguments of the API's methods mean; the same as in shipped queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.api.records import Actor, Article
from kg.errors import UsageError
from kg.graph.lookup import Named, article_names, pick_actor, pick_article
from kg.graph.parameters import ParameterKind, read_choice, read_confidence, read_date

Day = str | date


@dataclass(frozen=True)
class Period:
    """Dates from `since` to `until`, each a year, a month or a day, and compared as far as both sides are known."""

    since: str | None
    until: str | None

    @classmethod
    def of(cls, since: Day | None, until: Day | None) -> "Period":
        """The period between two dates as a user gives them.

        Raises:
            UsageError: one of them is no date.
        """
        return cls(_date(since, "since"), _date(until, "until"))

    def may_hold(self, first: str | None, last: str | None) -> bool:
        """Whether something between two dates lies, or may lie, in the period; undated things lie in none."""
        if self.since is not None and (last is None or self.since[: len(last)] > last):
            return False
        return self.until is None or (first is not None and first[: len(self.until)] <= self.until)


def chosen_actor(wanted: str | Actor | None, actors: Mapping[str, Actor]) -> str | None:
    """The IRI of an actor given by name or as a record.

    Raises:
        UsageError: none, or more than one, could be meant.
    """
    if wanted is None or isinstance(wanted, Actor):
        return wanted.iri if wanted else None
    return pick_actor(wanted, (Named(a.iri, a.name, a.other_names, (a.name,)) for a in actors.values()))


def chosen_article(wanted: str | Article | None, articles: Iterable[Article]) -> str | None:
    """The IRI of an article given by file or headline, or as a record.

    Raises:
        UsageError: none, or more than one, could be meant.
    """
    if wanted is None or isinstance(wanted, Article):
        return wanted.iri if wanted else None
    return pick_article(wanted, (article_names(a.iri, a.file, a.title) for a in articles))


def chosen_value(kind: ParameterKind, wanted: str | None, argument: str) -> str | None:
    """A value of the ontology by its name, in small or capital letters.

    Raises:
        UsageError: the kind has no such value.
    """
    return None if wanted is None else read_choice(kind, wanted, argument)


def least_confidence(wanted: float | None) -> float:
    """
    Raises:
        UsageError: it is not between 0 and 1.
    """
    return 0.0 if wanted is None else read_confidence(str(wanted), "min_confidence")


def _date(wanted: Day | None, argument: str) -> str | None:
    if wanted is None:
        return None
    if isinstance(wanted, date):
        return wanted.isoformat()[:10]
    if not isinstance(wanted, str):
        raise UsageError(f"{argument} {wanted!r}: no date. Give text such as '2022-01', or a datetime.date.")
    return read_date(wanted, argument)
