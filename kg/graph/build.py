"""Facts to RDF, by the graph's contract (`ontology/news.ttl`)."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef

import kg
from kg.facts import ActorKind, Facts
from kg.graph.identifications import write_identifications
from kg.graph.iris import Iris, wikidata_iri
from kg.graph.statements import ArticleWriter, plain
from kg.graph.vocab import KG, ONTOLOGY_VERSION, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, prefixes
from kg.resolve import Identity, Resolution, article_name

ACTOR_TYPES: dict[ActorKind, URIRef] = {
    ActorKind.PERSON: SCHEMA.Person,
    ActorKind.ORGANIZATION: SCHEMA.Organization,
    ActorKind.COUNTRY: SCHEMA.Country,
    ActorKind.PLACE: SCHEMA.Place,
    ActorKind.GROUP: KG.Group,
}


@dataclass(frozen=True)
class Run:
    """What built a graph: versions only, so that the same input and programs give the same bytes."""

    program: str = kg.__version__
    model: str = kg.__version__
    ontology: str = ONTOLOGY_VERSION


def to_graph(
    facts: Sequence[Facts], resolution: Resolution, *, base_iri: str, with_text: bool = True, run: Run
) -> Graph:
    """The graph of all articles, the same for any order of them.

    Args:
        facts: of each article.
        resolution: of the same articles.
        base_iri: what instance IRIs begin with.
        with_text: whether articles carry their body; spans keep their words in any case.
        run: what `prov:wasGeneratedBy` points at.

    Raises:
        UsageError: `base_iri` cannot begin an IRI.
    """
    graph, iris = new_graph(base_iri), Iris(base_iri)
    activity = _write_run(graph, iris, run)
    for identity in resolution.identities:
        _write_actor(graph, iris.actor(identity), identity)
    claims: set[URIRef] = set()
    with _collector_paused():
        for of_article in _in_order(facts):
            name = article_name(of_article.article)
            identities = ((a.key, resolution.of(name, a.key)) for a in of_article.actors)
            actors = {key: iris.actor(identity) for key, identity in identities if identity is not None}
            ArticleWriter(graph, iris, of_article, actors, claims, activity).write(with_text=with_text)
            reasons = {key: why for key in actors if (why := resolution.reasons.get((name, key))) is not None}
            write_identifications(graph, iris, of_article, actors, reasons, activity)
    return graph


def new_graph(base_iri: str) -> Graph:
    """An empty graph that knows the prefixes and no others.

    Raises:
        UsageError: `base_iri` cannot begin an IRI.
    """
    graph = Graph(bind_namespaces="none")
    for prefix, iri in prefixes(base_iri).items():
        graph.bind(prefix, iri)
    return graph


@contextmanager
def _collector_paused() -> Iterator[None]:
    """No search for garbage meanwhile: there is none, and over a million live nodes it takes half of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _in_order(facts: Sequence[Facts]) -> list[Facts]:
    """Each article once, by path."""
    by_name: dict[str, Facts] = {}
    for of_article in sorted(facts, key=lambda f: (f.article.source, repr(f))):
        by_name.setdefault(article_name(of_article.article), of_article)
    return list(by_name.values())


def _write_run(graph: Graph, iris: Iris, run: Run) -> URIRef:
    activity = iris.run(run.program, run.model, run.ontology)
    graph.add((activity, RDF.type, PROV.Activity))
    graph.add((activity, KG.programVersion, Literal(run.program)))
    graph.add((activity, KG.modelVersion, Literal(run.model)))
    graph.add((activity, KG.ontologyVersion, Literal(run.ontology)))
    return activity


def _write_actor(graph: Graph, node: URIRef, identity: Identity) -> None:
    graph.add((node, RDF.type, SEM.Actor))
    graph.add((node, RDF.type, ACTOR_TYPES[identity.kind]))
    graph.add((node, RDFS.label, Literal(plain(identity.label), lang="de")))
    for name in identity.names:
        graph.add((node, SKOS.altLabel, Literal(plain(name), lang="de")))
    for role in identity.roles:
        graph.add((node, KG.role, Literal(plain(role), lang="de")))
    if identity.wikidata is not None:
        graph.add((node, SKOS.exactMatch, wikidata_iri(identity.wikidata)))
