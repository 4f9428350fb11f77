"""The shapes accept what is built and refuse each way of breaking it."""

from collections.abc import Callable

import pytest
from pyshacl import validate
from rdflib import RDF, BNode, Graph, Literal, URIRef
from small_articles import election, graph_of, harbour

from kg.graph.vocab import KG, OA, PROV, RDFS, SCHEMA, SEM, SKOS, XSD, ontology_file


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=ontology_file("shapes.ttl").read_text("utf-8"))


def conforms(graph: Graph, shapes: Graph) -> tuple[bool, str]:
    ok, _, text = validate(graph, shacl_graph=shapes, inference="none")
    return bool(ok), str(text)


def test_built_graph_conforms(shapes: Graph) -> None:
    ok, text = conforms(graph_of(harbour(), election()), shapes)
    assert ok, text


def test_graph_without_text_conforms(shapes: Graph) -> None:
    ok, text = conforms(graph_of(harbour(), with_text=False), shapes)
    assert ok, text


def test_graph_of_no_articles_conforms(shapes: Graph) -> None:
    assert conforms(graph_of(), shapes)[0]


def first(graph: Graph, kind: URIRef, having: URIRef) -> URIRef:
    return min(node for node in graph.subjects(RDF.type, kind) if (node, having, None) in graph)


REQUIRED = [
    (SCHEMA.NewsArticle, (KG.sourceFile, SCHEMA.inLanguage)),
    (OA.TextPositionSelector, (OA.start, OA.end, OA.exact, KG.article)),
    (SEM.Actor, (RDFS.label, KG.mentionSpan)),
    (
        KG.Quotation,
        (
            KG.claim,
            KG.quotationType,
            KG.contentSpan,
            KG.article,
            KG.confidence,
            PROV.wasGeneratedBy,
            PROV.wasDerivedFrom,
        ),
    ),
    (SCHEMA.Claim, (SCHEMA.text,)),
    (
        KG.Stance,
        (
            KG.source,
            KG.target,
            KG.polarity,
            KG.act,
            KG.status,
            KG.evidenceSpan,
            KG.article,
            KG.confidence,
            PROV.wasGeneratedBy,
            PROV.wasDerivedFrom,
        ),
    ),
    (SEM.Event, (RDFS.label, KG.triggerSpan, KG.article, PROV.wasGeneratedBy, PROV.wasDerivedFrom)),
    (
        KG.TimeExpression,
        (KG.span, KG.timex, KG.timexType, KG.article, PROV.wasGeneratedBy, PROV.wasDerivedFrom),
    ),
    (
        KG.ImpliedTime,
        (KG.evidenceSpan, KG.timex, KG.timexType, KG.article, PROV.wasGeneratedBy, PROV.wasDerivedFrom),
    ),
    (PROV.Activity, (KG.programVersion, KG.modelVersion, KG.ontologyVersion)),
]


@pytest.mark.parametrize(
    ("kind", "property"),
    [(kind, p) for kind, properties in REQUIRED for p in properties],
    ids=lambda term: str(term).rsplit("/", 1)[-1].rsplit("#", 1)[-1],
)
def test_missing_property_is_refused(kind: URIRef, property: URIRef, shapes: Graph) -> None:
    graph = graph_of(harbour())
    graph.remove((first(graph, kind, property), property, None))
    assert not conforms(graph, shapes)[0]


SECOND = [
    (SCHEMA.NewsArticle, KG.sourceFile, Literal("other.txt")),
    (SCHEMA.NewsArticle, SCHEMA.articleBody, Literal("Anderer Text.")),
    (SCHEMA.NewsArticle, SCHEMA.datePublished, Literal("2020", datatype=XSD.gYear)),
    (OA.TextPositionSelector, OA.start, Literal(1000)),
    (OA.TextPositionSelector, OA.exact, Literal("andere Worte")),
    (SEM.Actor, RDFS.label, Literal("Anderer", lang="de")),
    (SEM.Actor, RDF.type, SCHEMA.Place),
    (KG.Quotation, KG.claim, URIRef("https://example.org/kg/claim/17184d3d3b0f14ce")),
    (KG.Quotation, KG.quotationType, KG.Reported),
    (KG.Quotation, KG.confidence, Literal("0.11", datatype=XSD.decimal)),
    (KG.Stance, KG.source, URIRef("https://example.org/kg/actor/zeitung")),
    (KG.Stance, KG.target, URIRef("https://example.org/kg/actor/zeitung")),
    (KG.Stance, KG.act, KG.Aid),
    (KG.Stance, KG.status, KG.Denied),
    (SEM.Event, RDFS.label, Literal("Anderes", lang="de")),
    (SEM.Event, KG.status, KG.Denied),
    (KG.TimeExpression, KG.timex, Literal("2020")),
    (SCHEMA.Claim, SCHEMA.text, Literal("Andere Worte")),
]


@pytest.mark.parametrize(
    ("kind", "property", "value"), SECOND, ids=lambda term: str(term).rsplit("/", 1)[-1].rsplit("#", 1)[-1]
)
def test_second_value_is_refused(kind: URIRef, property: URIRef, value: Literal | URIRef, shapes: Graph) -> None:
    graph = graph_of(harbour())
    node = min(n for n in graph.subjects(RDF.type, kind) if (n, property, value) not in graph)
    graph.add((node, property, value))
    assert not conforms(graph, shapes)[0]


def third_speaker(graph: Graph) -> None:
    quotation = first(graph, KG.Quotation, KG.speaker)
    for actor in graph.subjects(RDF.type, SEM.Actor):
        graph.add((quotation, KG.speaker, actor))


def stance_against_oneself(graph: Graph) -> None:
    stance = first(graph, KG.Stance, KG.target)
    graph.set((stance, KG.target, graph.value(stance, KG.source)))


def blank_node(graph: Graph) -> None:
    node = BNode()
    graph.add((node, RDF.type, SCHEMA.NewsArticle))
    graph.add((node, KG.sourceFile, Literal("x.txt")))
    graph.add((node, SCHEMA.inLanguage, Literal("de")))


def change(kind: URIRef, property: URIRef, value: Literal | URIRef) -> Callable[[Graph], None]:
    return lambda graph: graph.set((first(graph, kind, property), property, value)) and None


BROKEN = {
    "three-speakers": third_speaker,
    "stance-against-oneself": stance_against_oneself,
    "blank-node": blank_node,
    "unknown-type": change(KG.Quotation, KG.quotationType, KG.Whispered),
    "unknown-act": change(KG.Stance, KG.act, KG.Ignore),
    "unknown-timex-type": change(KG.TimeExpression, KG.timexType, Literal("MOMENT")),
    "unsure-beyond-1": change(KG.Stance, KG.confidence, Literal("1.01", datatype=XSD.decimal)),
    "confidence-as-text": change(KG.Stance, KG.confidence, Literal("high")),
    "end-before-start": change(OA.TextPositionSelector, OA.end, Literal(0)),
    "span-of-no-words": change(OA.TextPositionSelector, OA.exact, Literal("")),
    "date-as-text": change(SCHEMA.NewsArticle, SCHEMA.datePublished, Literal("April 2021")),
    "event-date-as-text": change(SEM.Event, KG.date, Literal("2021-05-04")),
    "earliest-after-latest": change(KG.TimeExpression, KG.earliest, Literal("2030-01-01", datatype=XSD.date)),
    "label-without-language": change(SEM.Actor, RDFS.label, Literal("Anna Brandt")),
    "match-outside-wikidata": change(SEM.Actor, SKOS.exactMatch, URIRef("https://example.org/Q36")),
    "speaker-that-is-no-actor": change(KG.Quotation, KG.speaker, KG.Direct),
    "derived-from-another-article": change(KG.Stance, PROV.wasDerivedFrom, KG.Direct),
}


@pytest.mark.parametrize("breaking", BROKEN.values(), ids=BROKEN.keys())
def test_broken_graph_is_refused(breaking: Callable[[Graph], None], shapes: Graph) -> None:
    graph = graph_of(harbour())
    breaking(graph)
    assert not conforms(graph, shapes)[0]
