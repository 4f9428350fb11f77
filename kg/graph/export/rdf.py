"""The same triples in other notations: sorted N-Triples, TriG with one graph for each article, JSON-LD."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from kg.graph.names import INSTANCES, VOCABULARIES, ontology_file
from kg.graph.nodes import short_form, term, text_of

_STRING = term("xsd:string")
_TYPE = term("rdf:type")
_IN_ARTICLE = {term(name) for name in ("kg:opposes", "kg:supports", "kg:said")}
_BASE = re.compile(rf"(?P<base>.*[/#])(?:{'|'.join(INSTANCES)})/[^/]+", re.DOTALL)


def to_ntriples(quads: Iterable[Quad]) -> bytes:
    """Canonical N-Triples, each triple once, in the order of their bytes."""
    lines = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""
    return b"".join(sorted(set(lines.splitlines(keepends=True))))


def to_trig(quads: Iterable[Quad]) -> bytes:
    """TriG: what an article says, with its spans and the shortcuts that it justifies, in a graph of the article's name.

    The default graph holds what belongs to no article: actors with their names, and the run. A claim stands in the
    graph of each article that quotes it, a shortcut in that of each article that shows it. All graphs together hold
    the triples of the original and no others.
    """
    triples = sorted({quad.triple for quad in quads}, key=_order)
    articles = _Articles(triples)
    placed = [
        Quad(triple.subject, triple.predicate, triple.object, DefaultGraph() if article is None else NamedNode(article))
        for triple in triples
        for article in articles.of(triple)
    ]
    placed.sort(key=lambda quad: "" if isinstance(quad.graph_name, DefaultGraph) else text_of(quad.graph_name))
    return serialize(placed, format=RdfFormat.TRIG, prefixes=_prefixes(triples)) or b""


def to_jsonld(quads: Iterable[Quad]) -> bytes:
    """JSON-LD 1.1, compact by the context of the ontology's terms, one node a line."""
    triples = sorted({quad.triple for quad in quads}, key=_order)
    prefixes = _prefixes(triples)
    ranges = _ranges()
    context = {**prefixes, **{name: {"@type": range_} for name, range_ in sorted(ranges.items())}}
    short = _Shortener(prefixes)
    nodes: dict[str, dict[str, list[Any]]] = {}
    for triple in triples:
        node = nodes.setdefault(short(text_of(triple.subject)), {})
        if triple.predicate.value == _TYPE and isinstance(triple.object, NamedNode):
            node.setdefault("@type", []).append(short(triple.object.value))
        else:
            name = short(triple.predicate.value)
            node.setdefault(name, []).append(_json_value(triple.object, ranges.get(name), short))
    lines = (
        json.dumps({"@id": node} | {n: v if len(v) > 1 else v[0] for n, v in of.items()}, ensure_ascii=False)
        for node, of in nodes.items()
    )
    head = json.dumps(context, ensure_ascii=False, indent=1)
    body = ",\n".join(lines)
    return f'{{"@context": {head},\n"@graph": [\n{body}\n]}}\n'.encode()


class _Articles:
    """Which articles a triple comes from."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        values: dict[str, dict[str, set[str]]] = {}
        wanted = {
            term(name): name
            for name in (
                *("kg:article", "kg:claim", "kg:speaker", "kg:source", "kg:target", "kg:polarity", "kg:status"),
                "rdf:type",
            )
        }
        for triple in triples:
            if name := wanted.get(triple.predicate.value):
                of_node = values.setdefault(text_of(triple.subject), {})
                of_node.setdefault(name, set()).add(text_of(triple.object))
        self._articles = {node: of["kg:article"] for node, of in values.items() if "kg:article" in of}
        article = term("schema:NewsArticle")
        self._articles |= {node: {node} for node, of in values.items() if article in of.get("rdf:type", ())}
        self._shown: dict[tuple[str, str, str], set[str]] = {}
        for node, of in list(values.items()):
            articles = self._articles.get(node, set())
            for claim in of.get("kg:claim", ()):
                self._articles.setdefault(claim, set()).update(articles)
                for speaker in of.get("kg:speaker", ()):
                    self._shown.setdefault((speaker, term("kg:said"), claim), set()).update(articles)
            if term("kg:Actual") in of.get("kg:status", ()):
                opposing = term("kg:Opposing") in of.get("kg:polarity", ())
                for source in of.get("kg:source", ()):
                    for target in of.get("kg:target", ()):
                        relation = term("kg:opposes" if opposing else "kg:supports")
                        self._shown.setdefault((source, relation, target), set()).update(articles)

    def of(self, triple: Triple) -> list[str | None]:
        """None stands for no article."""
        subject, predicate, value = text_of(triple.subject), triple.predicate.value, text_of(triple.object)
        if predicate in _IN_ARTICLE:
            found = self._shown.get((subject, predicate, value), set())
        elif predicate == term("kg:mentionSpan"):
            found = self._articles.get(value, set())
        else:
            found = self._articles.get(subject, set())
        articles: list[str | None] = [*sorted(found)]
        return articles or [None]


class _Shortener:
    """IRIs as JSON-LD's compact ones, by the prefixes that its context declares."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefix_of = {iri: prefix for prefix, iri in prefixes.items()}
        self._known: dict[str, str] = {}

    def __call__(self, iri: str) -> str:
        short = self._known.get(iri)
        if short is None:
            short = self._known[iri] = self._shorten(iri)
        return short

    def _shorten(self, iri: str) -> str:
        path = iri.partition("#char=")[0]
        cut = max(path.rfind("/"), path.rfind("#")) + 1
        prefix = self._prefix_of.get(path[:cut])
        return iri if prefix is None or not path[cut:] else f"{prefix}:{iri[cut:]}"


def _json_value(value: object, range_: str | None, short: _Shortener) -> Any:
    if not isinstance(value, Literal):
        iri = short(text_of(value))
        return iri if range_ == "@id" else {"@id": iri}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    datatype = short(value.datatype.value)
    if datatype == range_ or (range_ is None and value.datatype.value == _STRING):
        return value.value
    return {"@value": value.value} if value.datatype.value == _STRING else {"@value": value.value, "@type": datatype}


@cache
def _ranges() -> Mapping[str, str]:
    """Property -> the type of its values where the ontology names one: `@id` or a datatype other than strings."""
    found: dict[str, str] = {}
    for quad in parse(ontology_file("news.ttl").read_bytes(), RdfFormat.TURTLE):
        subject, value = short_form(text_of(quad.subject)), short_form(text_of(quad.object))
        if quad.predicate.value == _TYPE and value.endswith("ObjectProperty>"):
            found[subject] = "@id"
        elif quad.predicate.value == term("rdfs:range") and value in ("xsd:integer", "xsd:decimal", "xsd:date"):
            found[subject] = value
    return found


def _prefixes(triples: Iterable[Triple]) -> dict[str, str]:
    """The vocabularies' prefixes and those of instances under the base of the first subject that shows one."""
    base = next((m["base"] for t in triples if (m := _BASE.fullmatch(text_of(t.subject).partition("#char=")[0]))), None)
    return VOCABULARIES | ({} if base is None else {name: f"{base}{name}/" for name in INSTANCES})


def _order(triple: Triple) -> tuple[str, tuple[int, ...], str, str]:
    """By subject, spans in the order of the text; types first."""
    subject = text_of(triple.subject)
    name, _, numbers = subject.partition("#char=")
    predicate = triple.predicate.value
    place = tuple(int(n) for n in re.findall(r"[0-9]{1,18}", numbers))
    return name, place, "" if predicate == _TYPE else predicate, str(triple.object)
