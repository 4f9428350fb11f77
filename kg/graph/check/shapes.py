"""The shapes of `ontology/shapes.ttl`, checked with pySHACL.

A large graph is checked in pieces: some nodes with all their triples, and of the nodes that they point at the types.
That is all that the shapes look at, takes the same time as the whole and a small part of its memory, and shows how
far it is.
"""

from collections.abc import Callable, Iterable, Iterator

import pyoxigraph as ox
from pyshacl import validate
from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.graph.check.findings import Finding, Problem, Triples, excerpt
from kg.graph.names import ontology_file
from kg.graph.nodes import short_form, text_of

NODES_AT_ONCE = 2000
"""Larger pieces take more memory and are not quicker (measured on 55,000 nodes)."""

_EVIDENCE = {"kg:contentSpan", "kg:evidenceSpan", "kg:triggerSpan", "kg:span", "kg:mentionSpan"}
_TYPE = ox.NamedNode(str(RDF.type))
_STRING = ox.NamedNode(str(XSD.string))


def shape_findings(
    nodes: Triples, file_of: Callable[[str], str], on_nodes: Callable[[int], None] = lambda number: None
) -> Iterator[Finding]:
    """What the shapes do not allow.

    Args:
        nodes: subject -> its properties and their values.
        file_of: subject -> source file, or nothing.
        on_nodes: called with the number of nodes after each piece.
    """
    shapes = Graph().parse(data=ontology_file("shapes.ttl").read_text("utf-8"))
    inward = _inward(nodes, {str(path) for path in shapes.objects(None, SH.inversePath)})
    subjects = sorted(nodes)
    for start in range(0, len(subjects), NODES_AT_ONCE):
        piece = subjects[start : start + NODES_AT_ONCE]
        data, aimed = _graph(piece, nodes, inward), _aimed(shapes, piece, nodes)
        conforms, results, _ = validate(data, shacl_graph=aimed, inference="none", inplace=True)
        if not conforms:
            yield from _findings(results, shapes, nodes, file_of)
        on_nodes(len(piece))


def _aimed(shapes: Graph, piece: Iterable[str], nodes: Triples) -> Graph:
    """The shapes, aimed at the nodes of the piece rather than at all of their classes, which others have too."""
    aimed = Graph(bind_namespaces="none")
    for triple in shapes:
        aimed.add(triple)
    terms = _Terms()
    shapes_of: dict[str, list[Node]] = {}
    for shape, class_ in shapes.subject_objects(SH.targetClass):
        shapes_of.setdefault(str(class_), []).append(shape)
        aimed.remove((shape, SH.targetClass, class_))
    for subject in piece:
        for predicate, value in nodes[subject]:
            if predicate == _TYPE:
                for shape in shapes_of.get(text_of(value), ()):
                    aimed.add((shape, SH.targetNode, terms.subject(subject)))
    return aimed


def _graph(piece: Iterable[str], nodes: Triples, inward: Triples) -> Graph:
    graph = Graph(bind_namespaces="none")
    terms = _Terms()
    add = graph.store.add
    inside = set(piece)
    outside: set[str] = set()
    for subject in inside:
        node = terms.subject(subject)
        for predicate, value in nodes[subject]:
            add((node, terms(predicate), terms(value)), graph)
            if not isinstance(value, ox.Literal) and (name := text_of(value)) not in inside:
                outside.add(name)
        for predicate, other in inward.get(subject, ()):
            add((terms(other), terms(predicate), node), graph)
            outside.add(text_of(other))
    for subject in outside - inside:
        node = terms.subject(subject)
        for predicate, value in nodes.get(subject, ()):
            if predicate == _TYPE:
                add((node, RDF.type, terms(value)), graph)
    return graph


def _inward(nodes: Triples, predicates: set[str]) -> Triples:
    """Object -> the subjects that point at it, for what shapes ask of it backwards."""
    found: dict[str, list[tuple[ox.NamedNode, object]]] = {}
    for subject, values in nodes.items():
        for predicate, value in values:
            if predicate.value in predicates and isinstance(value, ox.NamedNode):
                found.setdefault(value.value, []).append((predicate, ox.NamedNode(subject)))
    return found


class _Terms:
    """Oxigraph's terms as rdflib's."""

    def __init__(self) -> None:
        self._iris: dict[str, URIRef] = {}

    def __call__(self, term: object) -> Node:
        if isinstance(term, ox.Literal):
            plain = term.language or term.datatype == _STRING
            datatype = None if plain else self._iri(term.datatype.value)
            return Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
        return self.subject(text_of(term))

    def subject(self, name: str) -> Node:
        return BNode(name[2:]) if name.startswith("_:") else self._iri(name)

    def _iri(self, name: str) -> URIRef:
        iri = self._iris.get(name)
        if iri is None:
            iri = self._iris[name] = URIRef(name)
        return iri


def _findings(results: Graph, shapes: Graph, nodes: Triples, file_of: Callable[[str], str]) -> Iterator[Finding]:
    for result in results.subjects(RDF.type, SH.ValidationResult):
        focus = _name(results.value(result, SH.focusNode))
        value = results.value(result, SH.value)
        if _is_undescribed(results, result, value, nodes):
            continue
        path = _path(shapes, results.value(result, SH.sourceShape))
        component = _component(results, result)
        is_evidence = component == "MinCount" and path in _EVIDENCE
        yield Finding(
            file_of(focus),
            short_form(focus),
            Problem.EVIDENCE if is_evidence else Problem.SHAPE,
            _message(results, result, shapes, path),
        )


def _is_undescribed(results: Graph, result: Node, value: Node | None, nodes: Triples) -> bool:
    """Whether a node points at nothing: that is another kind of finding."""
    return _component(results, result) == "Class" and isinstance(value, URIRef) and str(value) not in nodes


def _path(shapes: Graph, shape: Node | None) -> str:
    """A property's short form, with `^` where it is followed backwards; nothing for a shape of the node itself."""
    path = shapes.value(shape, SH.path)
    if isinstance(path, BNode):
        inverse = shapes.value(path, SH.inversePath)
        return f"^{short_form(str(inverse))}" if inverse is not None else "what it points at"
    return "" if path is None else short_form(str(path))


def _component(results: Graph, result: Node) -> str:
    name = str(results.value(result, SH.sourceConstraintComponent) or "")
    return name.rpartition("#")[2].removesuffix("ConstraintComponent")


def _message(results: Graph, result: Node, shapes: Graph, path: str) -> str:
    shape = results.value(result, SH.sourceShape)
    own = shapes.value(shape, SH.message) if shape is not None else None
    if own is not None:
        return str(own)
    value = results.value(result, SH.value)
    shown = _shown(value)

    def asked(parameter: URIRef) -> str:
        return _shown(shapes.value(shape, parameter))

    def alternatives(parameter: URIRef) -> str:
        head = shapes.value(shape, parameter)
        items = Collection(shapes, head) if head is not None else ()
        return ", ".join(_shown(shapes.value(i, SH.datatype) if isinstance(i, BNode) else i) for i in items)

    texts = {
        "MinCount": lambda: f"has no {path}" if asked(SH.minCount) == "1" else f"has too few values of {path}",
        "MaxCount": lambda: f"has more than {asked(SH.maxCount)} value{'s' * (asked(SH.maxCount) != '1')} of {path}",
        "Datatype": lambda: f"{path} is {shown}, which is no {asked(SH.datatype)}",
        "Class": lambda: f"{path} is {shown}, which is no {asked(SH['class'])}",
        "In": lambda: f"{path} is {shown}, not one of {alternatives(SH['in'])}",
        "Or": lambda: f"{path} is {shown}, which is none of {alternatives(SH['or'])}",
        "MinLength": lambda: f"{path} is empty",
        "MinInclusive": lambda: f"{path} is {shown}, less than {asked(SH.minInclusive)}",
        "MaxInclusive": lambda: f"{path} is {shown}, more than {asked(SH.maxInclusive)}",
        "LessThan": lambda: f"{path} is not before {asked(SH.lessThan)}",
        "LessThanOrEquals": lambda: f"{path} is after {asked(SH.lessThanOrEquals)}",
        "Equals": lambda: f"{path} and {asked(SH.equals)} are not the same",
        "Disjoint": lambda: f"{path} and {asked(SH.disjoint)} are the same",
        "HasValue": lambda: f"{path} lacks {asked(SH.hasValue)}",
        "Pattern": lambda: f"{path} is {shown}, which does not look as it should" if path else "has an odd IRI",
        "NodeKind": lambda: f"{path} is {shown}, which is no IRI" if path else "is no IRI",
    }
    text = texts.get(_component(results, result))
    return text() if text else str(results.value(result, SH.resultMessage))


def _shown(value: Node | None) -> str:
    if isinstance(value, Literal):
        is_number = value.datatype is not None and value.datatype.rpartition("#")[2] in ("integer", "decimal")
        return str(value) if is_number else excerpt(str(value))
    return "" if value is None else short_form(_name(value))


def _name(node: Node | None) -> str:
    return f"_:{node}" if isinstance(node, BNode) else str(node)
