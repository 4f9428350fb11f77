"""Why an article's actor is on a node of another name, in the graph."""

from rdflib import Graph, URIRef

from kg.facts import Actor, ActorKind, Article, Event, Facts, Mention, MentionKind, Span
from kg.graph.build import Run, to_graph
from kg.graph.vocab import BASE_IRI, KG, PROV, RDF, RDFS
from kg.resolve import article_name, resolve_actors


def article(source: str, label: str) -> Facts:
    actor = Actor("x", label, ActorKind.PERSON, roles=("Bundeskanzlerin",))
    mention = Mention(Span(0, len(label)), "x", MentionKind.NAME)
    return Facts(Article(source, label), (actor,), (mention,), events=(Event("E", Span(0, 3), ("x",)),))


def graph_of(*labels: str) -> Graph:
    facts = [article(f"{i}.txt", label) for i, label in enumerate(labels)]
    return to_graph(facts, resolve_actors(facts), base_iri=BASE_IRI, run=Run("1", "1", "1"))


def test_other_name_is_explained() -> None:
    graph = graph_of("Anna Brandt", "Brandt")
    (node,) = graph.subjects(RDF.type, KG.Identification)
    other = URIRef(f"{BASE_IRI}article/{article_name(article('1.txt', 'Brandt').article)}")
    assert graph.value(node, KG.identifies) == URIRef(f"{BASE_IRI}actor/anna-brandt")
    assert str(graph.value(node, RDFS.label)) == "Brandt"
    assert graph.value(node, KG.article) == graph.value(node, PROV.wasDerivedFrom) == other
    assert str(graph.value(node, KG.rule)) == "surname"
    assert "role Bundeskanzlerin" in {str(grounds) for grounds in graph.objects(node, KG.grounds)}


def test_same_name_needs_no_explanation() -> None:
    assert not list(graph_of("Anna Brandt", "Anna Brandt").subjects(RDF.type, KG.Identification))


def test_identification_is_the_same_beside_other_articles() -> None:
    few, many = graph_of("Anna Brandt", "Brandt"), graph_of("Anna Brandt", "Brandt", "Anna Brandt", "Ole Berg")
    assert set(few.subjects(RDF.type, KG.Identification)) == set(many.subjects(RDF.type, KG.Identification))
