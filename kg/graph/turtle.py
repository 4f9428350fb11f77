"""rdflib's Turtle serializer, made fast, stable and safe for graphs of news.

Measured on a million triples it writes several times faster than its parent, which computes every IRI's short form
twice and compares nodes by their values. It also fixes a string that rdflib 7.6 writes in a way that other parsers
reject: several lines that end in a backslash and a quotation mark.
"""

import re

from rdflib import Graph, Literal, URIRef
from rdflib.graph import _SubjectType
from rdflib.plugins.serializers.turtle import TurtleSerializer
from rdflib.term import Node

from kg.graph.vocab import RDF, RDFS, XSD

_LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_BARE = {XSD.integer: re.compile(r"[+-]?[0-9]+"), XSD.decimal: re.compile(r"[+-]?[0-9]*\.[0-9]+")}
_STRING = XSD.string
_TYPE = RDF.type
_FIRST = (_TYPE, RDFS.label)
_NEXT_PREDICATE = " ;\n    "
_NEXT_OBJECT = ",\n        "


class StableTurtleSerializer(TurtleSerializer):
    """Subjects in the order of their IRIs and spans in that of the text, predicates and objects by
    their short forms."""

    def __init__(self, graph: Graph) -> None:
        super().__init__(graph)
        self._short: dict[Node, str] = {}
        self._prefix_of: dict[str, str] = {}

    def preprocess(self) -> None:
        for prefix, iri in self.store.namespaces():
            self.addNamespace(prefix, iri)
        self._prefix_of = {str(iri): prefix for prefix, iri in self.namespaces.items()}
        self._subjects = dict.fromkeys(self.store.subjects(), True)

    def orderSubjects(self) -> list[_SubjectType]:  # noqa: N802 (rdflib's name)
        return sorted(self._subjects, key=_subject_order)

    def statement(self, subject: _SubjectType) -> bool:
        objects: dict[Node, list[str]] = {}
        for _, predicate, node in self.store.triples((subject, None, None)):
            objects.setdefault(predicate, []).append(self._label(node))
        lines = []
        for predicate in sorted(objects, key=_predicate_order):
            verb = "a" if predicate == _TYPE else self._label(predicate)
            lines.append(f"{verb} {_NEXT_OBJECT.join(sorted(objects[predicate]))}")
        self.write(f"\n{self._label(subject)} {_NEXT_PREDICATE.join(lines)} .")
        return True

    def _label(self, node: Node) -> str:
        if isinstance(node, Literal):
            return self._literal(node)
        short = self._short.get(node)
        if short is None:
            short = self._short[node] = self._iri(node) if isinstance(node, URIRef) else node.n3()
        return short

    def _iri(self, iri: URIRef) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefix_of.get(iri[:cut])
        if prefix is not None and _LOCAL_NAME.fullmatch(iri, cut):
            return f"{prefix}:{iri[cut:]}"
        return iri.n3()

    def _literal(self, literal: Literal) -> str:
        if literal.language:
            return f"{quoted(literal)}@{literal.language}"
        if literal.datatype is None or literal.datatype == _STRING:
            return quoted(literal)
        bare = _BARE.get(literal.datatype)
        if bare is not None and bare.fullmatch(literal):
            return str(literal)
        return f"{quoted(literal)}^^{self._label(literal.datatype)}"


def quoted(text: str) -> str:
    """A Turtle string; over several lines where the text has them."""
    escaped = text.replace("\\", "\\\\").replace("\r", "\\r")
    if "\n" not in escaped:
        return '"' + escaped.replace('"', '\\"') + '"'
    return '"""' + re.sub(r'"(?="|\Z)', r'\\"', escaped) + '"""'


def _subject_order(subject: _SubjectType) -> tuple[str, tuple[int, ...], str]:
    """By IRI, spans in the order of the text."""
    iri, _, numbers = str(subject).partition("#char=")
    return iri, tuple(int(n) for n in re.findall(r"[0-9]+", numbers)), numbers


def _predicate_order(predicate: Node) -> tuple[int, str]:
    return (_FIRST.index(predicate) if predicate in _FIRST else len(_FIRST), str(predicate))
