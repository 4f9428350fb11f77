"""A graph as the page reads it: plain strings by subject and predicate, from rdflib or from a Turtle file."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Triple
from rdflib import Graph, URIRef

from kg.graph.store import open_store

Words = tuple[str, str, str]


class Triples:
    """The triples with one of the wanted predicates; answers come in the order of their text."""

    def __init__(self, triples: Iterable[Words]) -> None:
        self._objects: dict[str, dict[str, list[str]]] = {}
        for subject, predicate, value in triples:
            self._objects.setdefault(predicate, {}).setdefault(subject, []).append(value)

    @classmethod
    def of_graph(cls, graph: Graph, predicates: Iterable[str]) -> "Triples":
        return cls(
            (str(subject), predicate, str(value))
            for predicate in predicates
            for subject, value in graph.subject_objects(URIRef(predicate))
        )

    @classmethod
    def of_file(cls, path: Path, predicates: Iterable[str]) -> "Triples":
        """Much quicker than rdflib on a large file.

        Raises:
            GraphError: the file is missing, unreadable, or no Turtle.
        """
        store = open_store(path)

        def triples() -> Iterator[Words]:
            for predicate in predicates:
                for quad in store.quads_for_pattern(None, NamedNode(predicate), None, None):
                    if not isinstance(quad.subject, Triple) and not isinstance(quad.object, Triple):
                        yield quad.subject.value, predicate, quad.object.value

        return cls(triples())

    def objects(self, subject: str, predicate: str) -> list[str]:
        return sorted(set(self._objects.get(predicate, {}).get(subject, ())))

    def first(self, subject: str, predicate: str) -> str | None:
        return min(self._objects.get(predicate, {}).get(subject, ()), default=None)

    def subjects(self, predicate: str, value: str) -> list[str]:
        return sorted(subject for subject, values in self._objects.get(predicate, {}).items() if value in values)

    def pairs(self, predicate: str) -> dict[str, str]:
        """Every subject with its first object."""
        return {subject: min(values) for subject, values in self._objects.get(predicate, {}).items()}
