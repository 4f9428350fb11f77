"""Prefixes, bases and where `ontology/` lies, as plain text: nothing here needs an RDF library."""

import re
from importlib.resources import files
from importlib.resources.abc import Traversable

from kg.errors import GraphError, UsageError

BASE_IRI = "https://example.org/kg/"
"""What the IRIs of articles, actors and statements begin with, unless the user says otherwise."""

ONTOLOGY_VERSION = "1.0.0"
"""`owl:versionInfo` of news.ttl."""

VOCABULARIES: dict[str, str] = {
    "kg": "https://example.org/kg/ontology#",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "wd": "http://www.wikidata.org/entity/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
"""Prefixes of the terms, in the order in which they are declared."""

INSTANCES = ("actor", "article", "claim", "event", "run", "statement", "time")
"""Kinds of instances: the first step of their IRIs after the base, and their prefixes."""

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]*[/#]")


def prefixes(base_iri: str = BASE_IRI) -> dict[str, str]:
    """Every prefix of a graph -> what it stands for.

    Raises:
        UsageError: `base_iri` is no absolute IRI that ends in `/` or `#`.
    """
    check_base_iri(base_iri)
    return VOCABULARIES | {name: f"{base_iri}{name}/" for name in INSTANCES}


def check_base_iri(base_iri: str) -> None:
    """Refuse what instance IRIs cannot begin with.

    Raises:
        UsageError: it is no absolute IRI that ends in `/` or `#`.
    """
    if not _BASE.fullmatch(base_iri):
        raise UsageError(
            f"{base_iri!r}: not a base for IRIs. Give an absolute IRI that ends in / or #, such as {BASE_IRI}"
        )


def ontology_file(name: str) -> Traversable:
    """`news.ttl` or `shapes.ttl`, in the installed package or in a checkout.

    Raises:
        GraphError: the installation lacks the file.
    """
    package = files("kg")
    for folder in (package / "ontology", package / ".." / "ontology"):
        if (folder / name).is_file():
            return folder / name
    raise GraphError(f"ontology/{name}: not found. The installation is damaged: install kg again.")
