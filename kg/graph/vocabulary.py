"""The ontology's terms as `ontology/news.ttl` describes them, for people and for messages."""

from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from kg.graph.names import VOCABULARIES, ontology_file

_OWL = "http://www.w3.org/2002/07/owl#"
_TYPE = NamedNode(f"{VOCABULARIES['rdf']}type")
_LABEL = NamedNode(f"{VOCABULARIES['rdfs']}label")
_COMMENT = NamedNode(f"{VOCABULARIES['rdfs']}comment")
_DOMAIN = NamedNode(f"{VOCABULARIES['rdfs']}domain")
_EXAMPLE = NamedNode(f"{VOCABULARIES['skos']}example")


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property or value of the ontology.

    Attributes:
        name: with prefix, such as `kg:opposes`.
        group: "Classes", "Properties of kg:Stance", "Values of kg:Act".
        label: in English.
        meaning: in English.
        example: a pattern that stands between the braces of a query.
    """

    name: str
    group: str
    label: str
    meaning: str
    example: str


@cache
def terms() -> tuple[Term, ...]:
    """All terms: classes, then properties, then values, each group in the order of its first term's name."""
    store = Store()
    store.load(ontology_file("news.ttl").read_bytes(), RdfFormat.TURTLE)
    found = [
        Term(short(subject), group, _text(store, subject, _LABEL), _text(store, subject, _COMMENT), example)
        for subject in sorted({q.subject for q in store.quads_for_pattern(None, _TYPE, None)}, key=str)
        if isinstance(subject, NamedNode) and (group := _group(store, subject))
        for example in [_text(store, subject, _EXAMPLE)]
    ]
    order = ("Classes", "Properties", "Values")
    return tuple(sorted(found, key=lambda t: (order.index(t.group.split(" ")[0]), t.group, t.name)))


@cache
def values_of(kind: str) -> tuple[str, ...]:
    """Local names of the values of a class of the ontology: `values_of("Act")` has "Accuse"."""
    return tuple(t.name.removeprefix("kg:") for t in terms() if t.group == f"Values of kg:{kind}")


def short(node: NamedNode) -> str:
    """An IRI with the prefix of its vocabulary."""
    prefix = next((p for p, iri in VOCABULARIES.items() if node.value.startswith(iri)), None)
    return node.value if prefix is None else f"{prefix}:{node.value.removeprefix(VOCABULARIES[prefix])}"


def _group(store: Store, subject: NamedNode) -> str | None:
    types = [q.object for q in store.quads_for_pattern(subject, _TYPE, None)]
    kinds = {t.value.removeprefix(_OWL) for t in types if isinstance(t, NamedNode)}
    if "Ontology" in kinds:
        return None
    if "Class" in kinds:
        return "Classes"
    if "NamedIndividual" in kinds:
        owner = next(t for t in types if isinstance(t, NamedNode) and not t.value.startswith(_OWL))
        return f"Values of {short(owner)}"
    domains = [q.object for q in store.quads_for_pattern(subject, _DOMAIN, None)]
    owner_names = sorted(short(d) for d in domains if isinstance(d, NamedNode))
    return f"Properties of {', '.join(owner_names)}" if owner_names else "Properties of several classes"


def _text(store: Store, subject: NamedNode, predicate: NamedNode) -> str:
    """The text in English, or in no language."""
    texts = [q.object for q in store.quads_for_pattern(subject, predicate, None)]
    return next((t.value for t in texts if isinstance(t, Literal) and t.language in ("en", None)), "")
