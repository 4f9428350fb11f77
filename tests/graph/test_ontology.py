"""The ontology defines every term that the graph uses, in English and German."""

import pytest
from rdflib import OWL, RDF, Graph, URIRef
from small_articles import election, graph_of, harbour

from kg import facts
from kg.errors import GraphError
from kg.graph.vocab import KG, ONTOLOGY_VERSION, RDFS, VOCABULARIES, ontology_file

SH = "http://www.w3.org/ns/shacl#"


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=ontology_file("news.ttl").read_text("utf-8"))


def own_terms(graph: Graph) -> set[URIRef]:
    return {node for triple in graph for node in triple if isinstance(node, URIRef) and node.startswith(str(KG))}


def test_every_term_of_a_built_graph_is_defined(ontology: Graph) -> None:
    used = own_terms(graph_of(harbour(), election()))
    assert len(used) > 40
    assert not {term for term in used if (term, RDF.type, None) not in ontology}


def test_every_property_and_class_of_a_built_graph_is_described(ontology: Graph) -> None:
    graph = graph_of(harbour(), election())
    used = {*graph.predicates(), *graph.objects(None, RDF.type)} - {RDF.type, RDFS.label}
    assert not {term for term in used if (term, RDFS.comment, None) not in ontology}


def test_every_term_of_the_shapes_is_defined(ontology: Graph) -> None:
    shapes = Graph().parse(data=ontology_file("shapes.ttl").read_text("utf-8"))
    assert not {term for term in own_terms(shapes) if (term, RDF.type, None) not in ontology}


@pytest.mark.parametrize(
    "kind", [facts.Act, facts.Status, facts.Polarity, facts.QuotationKind], ids=lambda kind: kind.__name__
)
def test_values_are_those_of_the_facts(kind: type, ontology: Graph) -> None:
    name = {"QuotationKind": "QuotationType"}.get(kind.__name__, kind.__name__)
    assert set(ontology.subjects(RDF.type, KG[name])) == {KG[value] for value in kind}


def test_every_term_is_described_in_english_and_german(ontology: Graph) -> None:
    described = set(ontology.subjects(RDF.type))
    assert len(described) > 80
    for term in described:
        for property in (RDFS.label, RDFS.comment):
            assert sorted(str(t.language) for t in ontology.objects(term, property)) == ["de", "en"], term


def test_ontology_version_is_the_constant(ontology: Graph) -> None:
    assert [str(v) for v in ontology.objects(None, OWL.versionInfo)] == [ONTOLOGY_VERSION]


def test_ontology_has_no_blank_nodes(ontology: Graph) -> None:
    assert all(isinstance(subject, URIRef) for subject in ontology.subjects())


def test_domains_and_ranges_are_terms(ontology: Graph) -> None:
    known = tuple(str(iri) for iri in VOCABULARIES.values())
    ends = {*ontology.objects(None, RDFS.domain), *ontology.objects(None, RDFS.range)}
    assert all(str(end).startswith(known) for end in ends)


def test_unknown_ontology_file_is_an_error() -> None:
    with pytest.raises(GraphError, match=r"ontology/nothing\.ttl: not found"):
        ontology_file("nothing.ttl")
