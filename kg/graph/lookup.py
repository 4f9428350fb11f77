"""What a user means by the name of an actor or an article."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import NamedNode, Store

from kg.errors import UsageError
from kg.graph.names import VOCABULARIES

SUGGESTIONS = 8
"""More choices than this are no help in a message."""

_TYPE = NamedNode(f"{VOCABULARIES['rdf']}type")
_ACTOR = NamedNode(f"{VOCABULARIES['sem']}Actor")
_LABEL = NamedNode(f"{VOCABULARIES['rdfs']}label")
_OTHER_NAME = NamedNode(f"{VOCABULARIES['skos']}altLabel")
_FILE = NamedNode(f"{VOCABULARIES['kg']}sourceFile")
_HEADLINE = NamedNode(f"{VOCABULARIES['schema']}headline")


@dataclass(frozen=True, slots=True)
class Named:
    """Something that users name: `label` is shown, `names` mean it as well, `parts` may be given in part."""

    iri: str
    label: str
    names: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def pick_actor(wanted: str, actors: Iterable[Named]) -> str:
    """The IRI of the actor that a user means by a label, another name, the end of an IRI, or a part of the label.

    Raises:
        UsageError: none, or more than one, could be meant.
    """
    return _pick(wanted, list(actors), "actor")


def pick_article(wanted: str, articles: Iterable[Named]) -> str:
    """The IRI of the article that a user means by its file, the end of its IRI, its headline, or a part of these.

    Raises:
        UsageError: none, or more than one, could be meant.
    """
    return _pick(wanted, list(articles), "article")


def find_actor(store: Store, wanted: str) -> NamedNode:
    """`pick_actor` among a store's actors."""
    actors = []
    for node in _subjects(store, _TYPE, _ACTOR):
        for label in _texts(store, node, _LABEL)[:1]:
            actors.append(Named(node.value, label, tuple(_texts(store, node, _OTHER_NAME)), (label,)))
    return NamedNode(pick_actor(wanted, actors))


def find_article(store: Store, wanted: str) -> NamedNode:
    """`pick_article` among a store's articles."""
    articles = []
    for node in _subjects(store, _FILE, None):
        file, headlines = _texts(store, node, _FILE)[0], _texts(store, node, _HEADLINE)
        articles.append(article_names(node.value, file, headlines[0] if headlines else None))
    return NamedNode(pick_article(wanted, articles))


def article_names(iri: str, file: str, headline: str | None) -> Named:
    """An article under its path, its file's name and its headline."""
    headlines = (headline,) if headline else ()
    return Named(iri, file, (file.rsplit("/", 1)[-1], *headlines), (file, *headlines))


def _pick(wanted: str, known: list[Named], what: str) -> str:
    key = wanted.strip().casefold()
    end = wanted.removeprefix(f"{what}:")
    hits = [n for n in known if n.iri == wanted or n.iri.rsplit("/", 1)[-1] == end]
    hits = hits or [n for n in known if n.label.casefold() == key]
    hits = hits or [n for n in known if key in (name.casefold() for name in n.names)]
    hits = hits or [n for n in known if key and any(key in part.casefold() for part in n.parts)]
    if len(hits) == 1:
        return hits[0].iri
    if hits:
        choices = ", ".join(f"{n.iri.rsplit('/', 1)[-1]} ({n.label})" for n in hits[:SUGGESTIONS])
        more = ", …" if len(hits) > SUGGESTIONS else ""
        raise UsageError(f"{wanted}: could be {choices}{more}. Name one of them.")
    by_key = {name.casefold(): n.label for n in known for name in (*n.names, n.label)}
    close = dict.fromkeys(by_key[match] for match in get_close_matches(key, by_key, SUGGESTIONS))
    hint = f"Similar names: {', '.join(close)}." if close else f"kg query GRAPH --name {what}s lists them all."
    raise UsageError(f"{wanted}: no such {what} in the graph. {hint}")


def _subjects(store: Store, predicate: NamedNode, value: NamedNode | None) -> list[NamedNode]:
    found = {q.subject for q in store.quads_for_pattern(None, predicate, value)}
    return sorted((s for s in found if isinstance(s, NamedNode)), key=str)


def _texts(store: Store, subject: NamedNode, predicate: NamedNode) -> list[str]:
    return sorted(str(getattr(q.object, "value", "")) for q in store.quads_for_pattern(subject, predicate, None))
