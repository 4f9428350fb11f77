"""The shipped queries in `sparql/`, and others that are written like them.

A query tells in its first comments what it answers, what it can be told and how it is called:

    # Who stands against whom.
    # --actor ACTOR: only where this actor is on either side
    # --least COUNT (default 2): …
    # example: --actor Russland

`VALUES ?the_actor { UNDEF }` is filled with what the user gives, and taken out otherwise; for `--min-confidence` the
variable is `?the_min_confidence`. `(required)` behind the kind says that there is no answer without.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Store

from kg.errors import UsageError
from kg.graph.mistakes import similar
from kg.graph.parameters import ParameterKind, Value, read_value

_PARAMETER = re.compile(
    rf"# --(?P<name>[a-z][a-z-]*) (?P<kind>{'|'.join(ParameterKind)})(?: \((?P<note>required|default [^)]+)\))?"
    r": (?P<description>.+)"
)
_EXAMPLE = re.compile(r"# example:(?P<arguments>.*)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query can be told. `note` is "required", "default …" or nothing."""

    name: str
    kind: ParameterKind
    description: str
    note: str = ""

    @property
    def variable(self) -> str:
        return f"the_{self.name.replace('-', '_')}"

    @property
    def required(self) -> bool:
        return self.note == "required"


@dataclass(frozen=True, slots=True)
class ShippedQuery:
    """A query as the comments at its top describe it. `example` holds the options of an example call."""

    name: str
    description: str
    parameters: tuple[Parameter, ...]
    example: str
    sparql: str

    def fill(self, values: Mapping[str, str], store: Store) -> str:
        """The query with its parameters.

        Args:
            values: name of a parameter -> what the user wrote.
            store: the graph that the query will be put to.

        Raises:
            UsageError: a required parameter is missing, one is given that the query does not have, or one has a value
                that is none of its kind.
        """
        known = {p.name: p for p in self.parameters}
        for unknown in sorted(values.keys() - known.keys()):
            options = ", ".join(f"--{name}" for name in known) or "none"
            raise UsageError(f"{self.name}: takes no --{unknown}. Its options: {options}.")
        for missing in (p for p in self.parameters if p.required and p.name not in values):
            call = f" For example: kg query GRAPH --name {self.name} {self.example}" if self.example else ""
            raise UsageError(f"{self.name}: needs --{missing.name} {missing.kind} ({missing.description}).{call}")
        sparql = self.sparql
        for name, parameter in known.items():
            given = values.get(name)
            value = None if given is None else read_value(parameter.kind, given, option=f"--{name}", store=store)
            sparql = _put(sparql, parameter.variable, value)
        return sparql


def _put(sparql: str, variable: str, value: Value | None) -> str:
    clause = re.compile(rf"VALUES \?{variable} \{{ (?P<default>.*?) \}}")
    if value is None:
        return clause.sub(lambda m: "" if m["default"] == "UNDEF" else m[0], sparql)
    return clause.sub(lambda m: f"VALUES ?{variable} {{ {value} }}", sparql)


@cache
def shipped_queries() -> Mapping[str, ShippedQuery]:
    """Name -> query, in alphabetical order."""
    found = (f for f in files("kg.graph").joinpath("sparql").iterdir() if f.name.endswith(".rq"))
    read = (read_query(f.name.removesuffix(".rq"), f.read_text("utf-8")) for f in found)
    return {query.name: query for query in sorted(read, key=lambda q: q.name)}


def shipped_query(name: str) -> ShippedQuery:
    """The shipped query of a name.

    Raises:
        UsageError: there is none.
    """
    queries = shipped_queries()
    if name not in queries:
        raise UsageError(f"{name}: no shipped query.{similar(name, list(queries))} There are: {', '.join(queries)}.")
    return queries[name]


def read_query(name: str, text: str) -> ShippedQuery:
    """A query with what its comments say about it; a text without such comments has no parameters."""
    comments = [line.rstrip() for line in text.splitlines() if line.startswith("#")]
    parameters = tuple(
        Parameter(m["name"], ParameterKind(m["kind"]), m["description"], m["note"] or "")
        for line in comments
        if (m := _PARAMETER.fullmatch(line))
    )
    example = next((m["arguments"].strip() for line in comments if (m := _EXAMPLE.fullmatch(line))), "")
    description = comments[0].removeprefix("# ") if comments else ""
    return ShippedQuery(name, description, parameters, example, text)


def limited(sparql: str, rows: int) -> str:
    """The query, for the first rows of its answer only."""
    return f"{sparql.rstrip()}\nLIMIT {rows}\n"
