"""A graph to ask from Python."""

from functools import cached_property
from pathlib import Path

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.api.filters import Day, Period, chosen_actor, chosen_article, chosen_value, least_confidence
from kg.api.reading import Library
from kg.api.records import Actor, Article, Event, Quotation, Row, Stance
from kg.api.sequence import Records
from kg.api.terms import python_value
from kg.errors import QueryError, UsageError
from kg.graph.answers import Format, to_text
from kg.graph.contents import read_contents
from kg.graph.names import VOCABULARIES
from kg.graph.parameters import ParameterKind
from kg.graph.queries import Answer, ask
from kg.graph.shipped import shipped_query
from kg.graph.store import declared_prefixes, open_store

_UNSHOWN = ("start", "end", "nested_in", "in_quotation", "iri")


def open_graph(path: str | Path) -> "NewsGraph":
    """Open a graph that `kg build` wrote. What is asked for first is read then.

    Raises:
        GraphError: the file is missing, unreadable, or no Turtle.
    """
    return NewsGraph(Path(path))


class NewsGraph:
    """The statements of a graph, each with the words of the article that show it.

    Actors are given by name, other name or a part of the name ("Merkel"), or as a record of `actors()`; articles by
    file, headline or a part of one, or as a record of `articles()`. `since` and `until` are years, months or days
    ("2022", "2022-01", "2022-01-26", or a `datetime.date`). They keep what is dated, or may be dated, in the period:
    an article of "2022-01" may be one of the 26th. What has no date is left out then.

    All methods raise `kg.errors.UsageError` for an argument that means nothing in this graph.
    """

    def __init__(self, path: Path, name: str | None = None) -> None:
        self._path = path
        self._name = name or str(path)
        self._prefixes = VOCABULARIES | declared_prefixes(path)

    def articles(self, *, since: Day | None = None, until: Day | None = None) -> Records[Article]:
        """The articles, in the order of their files, that appeared between two dates."""
        period = Period.of(since, until)
        found = [a for a in self._library.article_of.values() if period.may_hold(a.published, a.published)]
        return Records(found, "articles", Article.COLUMNS, _UNSHOWN)

    def actors(self, *, type: str | None = None, name: str | None = None) -> Records[Actor]:
        """The actors, the most often named first.

        Args:
            type: `Person`, `Organization`, `Country`, `Place` or `Group`.
            name: a part of the name or of another name, in small or capital letters.
        """
        kind = chosen_value(ParameterKind.ACTOR_TYPE, type, "type")
        key = (name or "").casefold()
        found = [
            a
            for a in self._library.actor_of.values()
            if kind in (None, a.type) and any(key in n.casefold() for n in (a.name, *a.other_names))
        ]
        return Records(sorted(found, key=lambda a: (-a.mentions, a.name, a.iri)), "actors", Actor.COLUMNS, _UNSHOWN)

    def quotations(
        self,
        *,
        speaker: str | Actor | None = None,
        addressee: str | Actor | None = None,
        about: str | Actor | None = None,
        type: str | None = None,
        text: str | None = None,
        article: str | Article | None = None,
        since: Day | None = None,
        until: Day | None = None,
        min_confidence: float | None = None,
    ) -> Records[Quotation]:
        """Who said what, in the order of files and text.

        Args:
            type: `Direct`, `Indirect`, `Reported`, `FreeIndirect` or `IndirectFreeIndirect`.
            text: words that the claim holds, in small or capital letters.
        """
        said_by, said_to, said_about = map(self._actor, (speaker, addressee, about))
        kind = chosen_value(ParameterKind.QUOTATION_TYPE, type, "type")
        place, period, least = self._article(article), Period.of(since, until), least_confidence(min_confidence)
        found = [
            q
            for q in self._library.quotations
            if _is_among(said_by, q.speakers)
            and _is_among(said_to, q.addressees)
            and _is_among(said_about, q.about)
            and kind in (None, q.type)
            and (text is None or text.casefold() in q.said.casefold())
            and _is_in(q.article, place, period)
            and (q.confidence or 0.0) >= least
        ]
        return Records(found, "quotations", Quotation.COLUMNS, _UNSHOWN)

    def stances(
        self,
        *,
        source: str | Actor | None = None,
        target: str | Actor | None = None,
        actor: str | Actor | None = None,
        polarity: str | None = None,
        act: str | None = None,
        status: str | None = None,
        article: str | Article | None = None,
        since: Day | None = None,
        until: Day | None = None,
        min_confidence: float | None = None,
    ) -> Records[Stance]:
        """Who stands against or with whom, in the order of files and text, also what is planned, denied or hearsay.

        Args:
            actor: on either side.
            polarity: `Opposing` or `Supporting`.
            act: `Accuse`, `Endorse`, …
            status: `Actual`, `ReportedByOther`, `Planned` or `Denied`.
        """
        origin, aim, side = map(self._actor, (source, target, actor))
        sign = chosen_value(ParameterKind.POLARITY, polarity, "polarity")
        kind = chosen_value(ParameterKind.ACT, act, "act")
        how = chosen_value(ParameterKind.STATUS, status, "status")
        place, period, least = self._article(article), Period.of(since, until), least_confidence(min_confidence)
        found = [
            s
            for s in self._library.stances
            if _is_among(origin, (s.source,))
            and _is_among(aim, (s.target,))
            and _is_among(side, (s.source, s.target))
            and sign in (None, s.polarity)
            and kind in (None, s.act)
            and how in (None, s.status)
            and _is_in(s.article, place, period)
            and (s.confidence or 0.0) >= least
        ]
        return Records(found, "stances", Stance.COLUMNS, _UNSHOWN)

    def events(
        self,
        *,
        actor: str | Actor | None = None,
        place: str | Actor | None = None,
        article: str | Article | None = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> Records[Event]:
        """What happened, in the order of files and text; `since` and `until` are about the event, not the article."""
        who, where, text = self._actor(actor), self._actor(place), self._article(article)
        period = Period.of(since, until)
        found = [
            e
            for e in self._library.events
            if _is_among(who, e.actors)
            and _is_among(where, e.places)
            and text in (None, e.article.iri)
            and period.may_hold(e.earliest or min(e.dates, default=None), e.latest or max(e.dates, default=None))
        ]
        return Records(found, "events", Event.COLUMNS, _UNSHOWN)

    def query(self, sparql: str) -> Records[Row]:
        """The rows of a SELECT. Prefixes need no declaration. IRIs are text, numbers and full dates Python's.

        Raises:
            QueryError: the query cannot be read, with the place, or cannot be answered.
            UsageError: it is no SELECT.
        """
        answer = self._ask(sparql)
        if not isinstance(answer, QuerySolutions):
            raise UsageError("query() is for SELECT. Use ask() for ASK, and construct() for CONSTRUCT and DESCRIBE.")
        return _rows(answer)

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK.

        Raises:
            QueryError: the query cannot be read, with the place, or cannot be answered.
            UsageError: it is no ASK.
        """
        answer = self._ask(sparql)
        if not isinstance(answer, QueryBoolean):
            raise UsageError("ask() is for ASK. Use query() for SELECT, and construct() for CONSTRUCT and DESCRIBE.")
        return bool(answer)

    def construct(self, sparql: str) -> str:
        """The triples of a CONSTRUCT or DESCRIBE as Turtle.

        Raises:
            QueryError: the query cannot be read, with the place, or cannot be answered.
            UsageError: it is neither.
        """
        answer = self._ask(sparql)
        if not isinstance(answer, QueryTriples):
            raise UsageError("construct() is for CONSTRUCT and DESCRIBE. Use query() for SELECT, and ask() for ASK.")
        return to_text(answer, Format.TURTLE, self._prefixes)

    def shipped(self, name: str, **parameters: str | float) -> Records[Row]:
        """The answer of a shipped query: `shipped("who-opposes-whom", since="2022", min_confidence=0.7)`.

        `kg query --list` names them with their parameters.

        Raises:
            UsageError: there is no such query, or it does not take these parameters.
        """
        told = {key.replace("_", "-"): str(value) for key, value in parameters.items()}
        answer = self._ask(shipped_query(name).fill(told, self._store))
        assert isinstance(answer, QuerySolutions)
        return _rows(answer)

    def load(self) -> "NewsGraph":
        """Read everything now rather than when it is asked for: the file may change or go afterwards."""
        _ = self._library, self._store
        return self

    def __repr__(self) -> str:
        return f"<{self._name}: {', '.join(f'{number:,} {noun}' for noun, number in self._numbers().items())}>"

    def _repr_html_(self) -> str:
        return Records([Row(self._numbers())], f"graph: {self._name}")._repr_html_()

    def _numbers(self) -> dict[str, int]:
        library = self._library
        return {
            "articles": len(library.article_of),
            "actors": len(library.actor_of),
            "quotations": len(library.quotations),
            "stances": len(library.stances),
            "events": len(library.events),
        }

    @cached_property
    def _library(self) -> Library:
        return Library(read_contents(self._path))

    @cached_property
    def _store(self) -> Store:
        return open_store(self._path)

    def _ask(self, sparql: str) -> Answer:
        return ask(self._store, sparql, self._prefixes)

    def _actor(self, wanted: str | Actor | None) -> str | None:
        return chosen_actor(wanted, self._library.actor_of)

    def _article(self, wanted: str | Article | None) -> str | None:
        return chosen_article(wanted, self._library.article_of.values())


def _is_among(wanted: str | None, actors: tuple[Actor, ...]) -> bool:
    return wanted is None or any(actor.iri == wanted for actor in actors)


def _is_in(article: Article, wanted: str | None, period: Period) -> bool:
    return wanted in (None, article.iri) and period.may_hold(article.published, article.published)


def _rows(answer: QuerySolutions) -> Records[Row]:
    columns = [variable.value for variable in answer.variables]
    try:
        rows = [Row({c: python_value(v) for c, v in zip(columns, solution, strict=True)}) for solution in answer]
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query: cannot be answered ({error}).") from error
    return Records(rows, "rows", columns)
