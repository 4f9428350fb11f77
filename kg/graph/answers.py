"""Answers in the forms that people and programs read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from kg.errors import QueryError, UsageError
from kg.graph.queries import Answer


class Format(StrEnum):
    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    TURTLE = "turtle"


_RESULTS = {
    Format.CSV: QueryResultsFormat.CSV,
    Format.TSV: QueryResultsFormat.TSV,
    Format.JSON: QueryResultsFormat.JSON,
    Format.XML: QueryResultsFormat.XML,
}
_TRUTH_IN_STANDARD_FORM = (Format.JSON, Format.XML)
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
    """The answer as a file's text: results in `form` (a table as TSV), ASK as true or false, triples as Turtle.

    Raises:
        QueryError: the query cannot be answered to its end.
        UsageError: this kind of query has no such form.
    """
    try:
        if isinstance(answer, QueryTriples):
            if form not in (Format.TABLE, Format.TURTLE):
                raise UsageError(f"--format {form}: CONSTRUCT and DESCRIBE answer with triples. Give turtle, or none.")
            return _triples(answer, prefixes)
        if form is Format.TURTLE:
            raise UsageError("--format turtle: only CONSTRUCT and DESCRIBE answer with triples. Give another format.")
        if isinstance(answer, QueryBoolean) and form not in _TRUTH_IN_STANDARD_FORM:
            return f"{str(bool(answer)).lower()}\n"
        content = answer.serialize(format=_RESULTS.get(form, QueryResultsFormat.TSV))
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query: cannot be answered ({error}).") from error
    text = (content or b"").decode("utf-8").replace("\r\n", "\n")
    return text if text.endswith("\n") else f"{text}\n"


def _triples(answer: QueryTriples, prefixes: Mapping[str, str]) -> str:
    """Turtle in the order of the triples, each once, with the prefixes that it uses."""
    triples = sorted(set(answer), key=str)
    iris = {term.value for triple in triples for term in _iris(triple)}
    used = {p: iri for p, iri in prefixes.items() if any(i.startswith(iri) for i in iris)}
    content = serialize(triples, format=RdfFormat.TURTLE, prefixes=used) or b""
    return content.decode("utf-8")


def _iris(triple: Triple) -> list[NamedNode]:
    terms = [triple.subject, triple.predicate, triple.object]
    found = [t for t in terms if isinstance(t, NamedNode)]
    return found + [t.datatype for t in terms if hasattr(t, "datatype")]


def _shown(term: object, prefixes: list[tuple[str, str]]) -> str:
    if term is None:
        return ""
    text = str(getattr(term, "value", term))
    if isinstance(term, NamedNode):
        text = next((f"{p}:{text.removeprefix(iri)}" for p, iri in prefixes if text.startswith(iri)), f"<{text}>")
    return _CONTROL.sub(" ", text)
