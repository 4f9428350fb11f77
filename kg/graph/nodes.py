"""A graph as plain text by subject and property: quick to read, and all that the tools beside SPARQL need."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.names import INSTANCES, VOCABULARIES
from kg.graph.store import triples

_INSTANCE = re.compile(rf".*[/#](?P<kind>{'|'.join(INSTANCES)})/(?P<name>[^/]+)", re.DOTALL)
_TERM = re.compile(r"(?P<vocabulary>.*[/#])(?P<name>[A-Za-z0-9_-]+)", re.DOTALL)
_PREFIXES = {iri: prefix for prefix, iri in VOCABULARIES.items()}


def term(short: str) -> str:
    """The IRI of a term of the vocabularies: `kg:speaker`."""
    prefix, _, name = short.partition(":")
    return f"{VOCABULARIES[prefix]}{name}"


def short_form(iri: str) -> str:
    """`actor:usa`, `kg:speaker`, `article:wahl-18ad1a08#char=0,6`; another IRI in angle brackets."""
    if (it := _TERM.fullmatch(iri)) and it["vocabulary"] in _PREFIXES:
        return f"{_PREFIXES[it['vocabulary']]}:{it['name']}"
    if it := _INSTANCE.fullmatch(iri):
        return f"{it['kind']}:{it['name']}"
    return iri if iri.startswith("_:") else f"<{iri}>"


def local_name(iri: str) -> str:
    """What stands behind the last `/`, `#` or `:`."""
    return re.split(r"[/#:]", iri)[-1]


def text_of(node: object) -> str:
    """An IRI or a literal's words; a blank node with its `_:`."""
    return node.value if isinstance(node, NamedNode | Literal) else str(node)


class Nodes:
    """The values of every node's properties, as text; properties are named in their short forms (`kg:speaker`)."""

    def __init__(self, quads: Iterable[Quad], *, without: Iterable[str] = ()) -> None:
        """Read a graph.

        Args:
            quads: its triples.
            without: properties that nobody will ask for.
        """
        self._values: dict[str, dict[str, list[str]]] = {}
        left_out = set(without)
        names: dict[str, str] = {}
        for quad in quads:
            name = names.get(quad.predicate.value)
            if name is None:
                name = names[quad.predicate.value] = short_form(quad.predicate.value)
            if name in left_out:
                continue
            self._values.setdefault(text_of(quad.subject), {}).setdefault(name, []).append(text_of(quad.object))
        for properties in self._values.values():
            for name, values in properties.items():
                if len(values) > 1:
                    properties[name] = sorted(set(values))

    @classmethod
    def read(cls, path: Path, *, without: Iterable[str] = ()) -> "Nodes":
        """The nodes of a graph file.

        Raises:
            GraphError: the file is missing, unreadable, or not of its format.
        """
        return cls(triples(path), without=without)

    def __contains__(self, node: str) -> bool:
        return node in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def of_type(self, name: str) -> list[str]:
        """The nodes of a type, in the order of their IRIs."""
        wanted = term(name)
        return sorted(node for node, values in self._values.items() if wanted in values.get("rdf:type", ()))

    def properties(self, node: str) -> dict[str, list[str]]:
        return self._values.get(node, {})

    def all(self, node: str, name: str) -> tuple[str, ...]:
        """The values of a property, sorted."""
        return tuple(self._values.get(node, {}).get(name, ()))

    def first(self, node: str, name: str) -> str | None:
        values = self._values.get(node, {}).get(name)
        return values[0] if values else None

    def text(self, node: str, name: str) -> str:
        """The first value; nothing where there is none."""
        return self.first(node, name) or ""

    def number(self, node: str, name: str) -> int | None:
        value = self.first(node, name)
        return int(value) if value is not None and re.fullmatch(r"[+-]?[0-9]{1,18}", value) else None
