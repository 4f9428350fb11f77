"""The network of actors for Gephi (GEXF) and for Cytoscape and yEd (GraphML).

One edge per ordered pair and kind; its weight is the number of statements behind it.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from math import sqrt
from xml.etree.ElementTree import ElementTree, indent

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import GraphMLWriter

from kg.graph.bounds import bounds
from kg.graph.nodes import short_form
from kg.graph.records import ActorRecord, Contents, QuotationRecord, StanceRecord

_Statement = StanceRecord | QuotationRecord

_KINDS = {"Opposing": "opposes", "Supporting": "supports"}
# What XML cannot hold.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Okabe and Ito's colours, which the colour-blind can tell apart.
_COLOURS = {
    "Person": (0, 114, 178),
    "Organization": (230, 159, 0),
    "Country": (0, 158, 115),
    "Place": (204, 121, 167),
    "Group": (86, 180, 233),
}
_GREY = (128, 128, 128)


def to_gexf(contents: Contents) -> bytes:
    """GEXF 1.3: edges with their kind, weight and the days they span; actors with those of their articles."""
    graph = network(contents, with_days=True)
    for node, attributes in graph.nodes(data=True):
        red, green, blue = _COLOURS.get(attributes["type"], _GREY)
        size = round(5 + 3 * sqrt(attributes["statements"]), 2)
        graph.nodes[node]["viz"] = {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": size}
    writer = _StableGexf(version="1.3")
    writer.add_graph(graph)
    writer.xml.set("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")  # networkx drops the www
    meta = writer.xml.find("meta")
    meta.attrib.clear()  # no date: the same graph gives the same bytes
    meta.find("creator").text = "kg"
    kinds = {data["id"]: data["kind"] for _, _, data in graph.edges(data=True)}
    for edge in writer.xml.iter("edge"):
        edge.set("kind", kinds[edge.get("id")])  # Gephi keeps parallel edges apart by it
    return _xml(ElementTree(writer.xml))


def to_graphml(contents: Contents) -> bytes:
    """GraphML with typed attributes; dates are ISO days in `first` and `last`."""
    writer = GraphMLWriter(edge_id_from_attribute="id")
    writer.add_graph_element(network(contents, with_days=False))
    return _xml(ElementTree(writer.xml))


def network(contents: Contents, *, with_days: bool) -> nx.MultiDiGraph:
    """Actors and the edges between them.

    Nodes are `actor:usa`; edges have their kind as key: opposes, supports, addresses, says about.

    Args:
        with_days: name the first and last day `start` and `end`, as a dynamic graph has them.
    """
    first, last = ("start", "end") if with_days else ("first", "last")
    days = {article.iri: days for article in contents.articles if (days := bounds(article.published)) is not None}

    def span_of_days(articles: set[str]) -> dict[str, str]:
        known = sorted(days[article] for article in articles if article in days)
        return {first: known[0][0], last: max(end for _, end in known)} if known else {}

    graph = nx.MultiDiGraph()
    statements = _numbers(contents)
    for actor in contents.actors:
        articles = {mention.article for mention in actor.mentions}
        attributes = _attributes(actor, contents) | {"articles": len(articles), "statements": statements[actor.iri]}
        graph.add_node(short_form(actor.iri), **attributes, **span_of_days(articles))
    for (source, target, kind), of in sorted(_edges(contents).items()):
        articles = {statement.article for statement in of}
        stances = [s for s in of if isinstance(s, StanceRecord)]
        confidences = [s.confidence for s in of if s.confidence is not None]
        of_edge: dict[str, str | int | float] = {
            "id": f"{short_form(source)} {kind} {short_form(target)}",
            "label": kind,
            "kind": kind,
            "weight": len(of),
            "articles": len(articles),
            "actual": sum(s.status == "Actual" for s in stances) if stances else len(of),
            "acts": ", ".join(sorted({s.act for s in stances})),
            "confidence": max(confidences, default=0.0),
        }
        graph.add_edge(short_form(source), short_form(target), kind, **of_edge, **span_of_days(articles))
    return graph


def _attributes(actor: ActorRecord, contents: Contents) -> dict[str, str | int]:
    return {
        "label": _for_xml(actor.label),
        "name": _for_xml(actor.label),
        "type": actor.kind,
        "names": _for_xml("; ".join(actor.names)),
        "roles": _for_xml("; ".join(actor.roles)),
        "affiliation": _for_xml(contents.label(actor.affiliation)) if actor.affiliation else "",
        "wikidata": _for_xml(actor.wikidata or ""),
        "mentions": len(actor.mentions),
    }


def _edges(contents: Contents) -> dict[tuple[str, str, str], list[_Statement]]:
    edges: dict[tuple[str, str, str], list[_Statement]] = {}
    statements: tuple[_Statement, ...] = (*contents.stances, *contents.quotations)
    known = contents.actor_of
    for statement in statements:
        for source, target, kind in _relations(statement, contents):
            if source != target and source in known and target in known:
                edges.setdefault((source, target, kind), []).append(statement)
    return edges


def _relations(statement: _Statement, contents: Contents) -> Iterator[tuple[str, str, str]]:
    if isinstance(statement, StanceRecord):
        if statement.polarity in _KINDS:
            yield statement.source, statement.target, _KINDS[statement.polarity]
        return
    for speaker in contents.own_speakers(statement):
        for addressee in statement.addressees:
            yield speaker, addressee, "addresses"
        for subject in statement.about:
            yield speaker, subject, "says about"


def _numbers(contents: Contents) -> dict[str, int]:
    """Actor -> number of statements that it is an end of."""
    numbers = {actor.iri: 0 for actor in contents.actors}
    for stance in contents.stances:
        for end in {stance.source, stance.target} & numbers.keys():
            numbers[end] += 1
    for quotation in contents.quotations:
        for end in {*quotation.speakers, *quotation.addressees} & numbers.keys():
            numbers[end] += 1
    return numbers


class _StableGexf(GEXFWriter):  # type: ignore[misc]
    """networkx's writer without the edge's key among its attributes, which the kind says already."""

    def add_attributes(self, node_or_edge: str, xml_obj: object, data: dict[str, object], default: object) -> object:
        shown = {name: value for name, value in data.items() if name != "key"}
        return super().add_attributes(node_or_edge, xml_obj, shown, default)


def _xml(tree: "ElementTree") -> bytes:
    indent(tree)
    stream = BytesIO()
    tree.write(stream, encoding="utf-8", xml_declaration=True)
    return stream.getvalue() + b"\n"


def _for_xml(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
