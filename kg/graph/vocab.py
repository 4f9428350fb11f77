"""The terms of the graph as rdflib's namespaces."""

from rdflib import Namespace

from kg.graph.names import (
    BASE_IRI,
    INSTANCES,
    ONTOLOGY_VERSION,
    VOCABULARIES,
    check_base_iri,
    ontology_file,
    prefixes,
)

__all__ = [
    "BASE_IRI",
    "INSTANCES",
    "KG",
    "OA",
    "ONTOLOGY_VERSION",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SEM",
    "SKOS",
    "VOCABULARIES",
    "WD",
    "XSD",
    "check_base_iri",
    "ontology_file",
    "prefixes",
]

KG = Namespace(VOCABULARIES["kg"])
SCHEMA = Namespace(VOCABULARIES["schema"])
PROV = Namespace(VOCABULARIES["prov"])
OA = Namespace(VOCABULARIES["oa"])
SEM = Namespace(VOCABULARIES["sem"])
SKOS = Namespace(VOCABULARIES["skos"])
XSD = Namespace(VOCABULARIES["xsd"])
WD = Namespace(VOCABULARIES["wd"])
RDFS = Namespace(VOCABULARIES["rdfs"])
RDF = Namespace(VOCABULARIES["rdf"])
