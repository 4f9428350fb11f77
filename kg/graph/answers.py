"""Answers in the forms that people and programs read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat
from rdflib import Graph

from kg.errors import QueryError
from kg.graph.queries import Answer
from kg.graph.store import turtle


class Format(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TSV = "tsv"


_RESULTS = {
    Format.CSV: QueryResultsFormat.CSV,
    Format.JSON: QueryResultsFormat.JSON,
    Format.TSV: QueryResultsFormat.TSV,
}
# What a terminal would obey rather than show.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True)
class Rows:
    """A SELECT's answer as text: literals by their words, IRIs by their prefixes."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def to_rows(answer: QuerySolutions, prefixes: Mapping[str, str]) -> Rows:
    """The rows to show.

    Raises:
        QueryError: the query cannot be answered to its end.
    """
    longest_first = sorted(prefixes.items(), key=lambda p: (-len(p[1]), p[0]))
    try:
        columns = tuple(v.value for v in answer.variables)
        return Rows(columns, tuple(tuple(_shown(term, longest_first) for term in row) for row in answer))
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query: cannot be answered ({error}).") from error


def to_text(answer: Answer, form: Format, prefixes: Mapping[str, str]) -> str:
    """The answer as a file's text: results in `form`, ASK as true or false, triples as Turtle.

    Raises:
        QueryError: the query cannot be answered to its end.
    """
    try:
        if isinstance(answer, QueryTriples):
            return _triples(answer, prefixes)
        if isinstance(answer, QueryBoolean) and form is not Format.JSON:
            return f"{str(bool(answer)).lower()}\n"
        content = answer.serialize(format=_RESULTS.get(form, QueryResultsFormat.TSV))
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query: cannot be answered ({error}).") from error
    text = (content or b"").decode("utf-8").replace("\r\n", "\n")
    return text if text.endswith("\n") else f"{text}\n"


def _triples(answer: QueryTriples, prefixes: Mapping[str, str]) -> str:
    graph = Graph(bind_namespaces="none")
    graph.parse(data=answer.serialize(format=RdfFormat.N_TRIPLES) or b"", format="nt")
    for prefix, iri in prefixes.items():
        graph.bind(prefix, iri)
    return turtle(graph).decode("utf-8")


def _shown(term: object, prefixes: list[tuple[str, str]]) -> str:
    if term is None:
        return ""
    text = str(getattr(term, "value", term))
    if isinstance(term, NamedNode):
        text = next((f"{p}:{text.removeprefix(iri)}" for p, iri in prefixes if text.startswith(iri)), f"<{text}>")
    return _CONTROL.sub(" ", text)
