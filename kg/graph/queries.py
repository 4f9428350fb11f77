"""Questions to a graph: free SPARQL, and the shipped queries in `sparql/`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.errors import QueryError, UsageError
from kg.graph.vocab import VOCABULARIES

Answer = QueryBoolean | QuerySolutions | QueryTriples

_PARAMETER = re.compile(r"# --(?P<name>\w+)(?P<required> \(required\))?: (?P<description>.+)")
_AT = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<expected>.*)", re.DOTALL)
SUGGESTIONS = 8
"""More choices than this are no help in a message."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a shipped query can be told: the query's `VALUES ?name { UNDEF }` is filled with it."""

    name: str
    description: str
    required: bool


@dataclass(frozen=True, slots=True)
class ShippedQuery:
    """A query in `sparql/`, as the comments at its top describe it."""

    name: str
    description: str
    parameters: tuple[Parameter, ...]
    sparql: str

    def fill(self, values: Mapping[str, NamedNode]) -> str:
        """The query with its parameters.

        Raises:
            UsageError: a required parameter is missing, or one is given that the query does not have.
        """
        known = {p.name for p in self.parameters}
        for unknown in sorted(values.keys() - known):
            options = ", ".join(f"--{p.name}" for p in self.parameters) or "none"
            raise UsageError(f"{self.name}: takes no --{unknown}. Its options: {options}.")
        for missing in (p for p in self.parameters if p.required and p.name not in values):
            raise UsageError(f"{self.name}: needs --{missing.name} ({missing.description}).")
        sparql = self.sparql
        for name, value in values.items():
            sparql = sparql.replace(f"VALUES ?{name} {{ UNDEF }}", f"VALUES ?{name} {{ {value} }}")
        return sparql


@cache
def shipped_queries() -> Mapping[str, ShippedQuery]:
    """Name -> query, in alphabetical order."""
    found = (f for f in files("kg.graph").joinpath("sparql").iterdir() if f.name.endswith(".rq"))
    read = (_read_query(f.name.removesuffix(".rq"), f.read_text("utf-8")) for f in found)
    return {query.name: query for query in sorted(read, key=lambda q: q.name)}


def shipped_query(name: str) -> ShippedQuery:
    """The shipped query of a name.

    Raises:
        UsageError: there is none.
    """
    queries = shipped_queries()
    if name not in queries:
        raise UsageError(f"{name}: no shipped query. There are: {', '.join(queries)}.")
    return queries[name]


def _read_query(name: str, text: str) -> ShippedQuery:
    comments = [line for line in text.splitlines() if line.startswith("#")]
    matches = [m for line in comments if (m := _PARAMETER.fullmatch(line))]
    parameters = tuple(Parameter(m["name"], m["description"], m["required"] is not None) for m in matches)
    return ShippedQuery(name, comments[0].removeprefix("# "), parameters, text)


def ask(store: Store, sparql: str, prefixes: Mapping[str, str] | None = None) -> Answer:
    """The answer to a SPARQL query; vocabularies' prefixes need no declaration.

    Args:
        prefixes: further prefixes that need none.

    Raises:
        QueryError: the query cannot be read, with the place, or cannot be answered.
    """
    known = {name: str(iri) for name, iri in VOCABULARIES.items()} | dict(prefixes or {})
    try:
        return store.query(sparql, prefixes=known)
    except SyntaxError as error:
        raise QueryError(_explain(sparql, str(error.msg), known)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query: cannot be answered ({error}).") from error


def _explain(sparql: str, message: str, prefixes: Mapping[str, str]) -> str:
    at = _AT.match(message)
    if not at:
        return f"query: {message}"
    if not sparql.strip():
        return "query: is empty. Give a SPARQL query, such as: SELECT * { ?who kg:opposes ?whom }"
    line, column = int(at["line"]), int(at["column"])
    lines = sparql.splitlines()
    shown = lines[line - 1] if line <= len(lines) else ""
    undeclared = re.search(r"([\w.-]*):\S*$", shown[: column - 1]) if "Prefix not found" in at["expected"] else None
    if undeclared:
        column = undeclared.start() + 1
        problem = f"the prefix {undeclared[1]}: is not declared. Declared are: {', '.join(sorted(prefixes))}"
    elif line >= len(lines) and column > len(shown.rstrip()):
        problem = "something is missing before the end: a closing bracket, or a part of a triple"
    else:
        problem = "cannot be read from here on"
    return f"query: line {line}, column {column}: {problem}\n  {shown}\n  {' ' * (column - 1)}^"


def find_actor(store: Store, wanted: str) -> NamedNode:
    """The actor that a user means by a label, another name, the end of an IRI, or a part of the label.

    Raises:
        UsageError: none, or more than one, could be meant.
    """
    labels: dict[str, str] = {}
    names: dict[str, set[str]] = {}
    for actor, label, alias in _names(store):
        labels[actor] = label
        names.setdefault(actor, set()).add(alias.casefold())
    key = wanted.strip().casefold()
    ways = (
        [a for a in labels if a == wanted or a.rsplit("/", 1)[-1] == wanted.removeprefix("actor:")],
        [a for a, label in labels.items() if label.casefold() == key],
        [a for a in labels if key in names[a]],
        [a for a, label in labels.items() if key and key in label.casefold()],
    )
    hits = next(filter(None, ways), [])
    if len(hits) == 1:
        return NamedNode(hits[0])
    if hits:
        choices = ", ".join(f"{a.rsplit('/', 1)[-1]} ({labels[a]})" for a in hits[:SUGGESTIONS])
        more = ", …" if len(hits) > SUGGESTIONS else ""
        raise UsageError(f"{wanted}: could be {choices}{more}. Name one of them.")
    by_key = {label.casefold(): label for label in labels.values()}
    close = [by_key[match] for match in get_close_matches(key, by_key, SUGGESTIONS)]
    hint = f"Similar names: {', '.join(close)}." if close else "kg query GRAPH --name actors lists them all."
    raise UsageError(f"{wanted}: no such actor in the graph. {hint}")


def _names(store: Store) -> list[tuple[str, str, str]]:
    rows = ask(
        store,
        "SELECT ?actor ?label ?name { ?actor a sem:Actor ; rdfs:label ?label ; rdfs:label|skos:altLabel ?name }"
        " ORDER BY ?actor ?name",
    )
    assert isinstance(rows, QuerySolutions)
    return [(row["actor"].value, row["label"].value, row["name"].value) for row in rows]
