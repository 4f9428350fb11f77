"""The two small articles' graph, and ways to make another one of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, RdfFormat, Store

from kg.graph.names import VOCABULARIES

HARBOUR = Path(__file__).parents[1] / "graph" / "golden" / "harbour.ttl"
PREFIXES = VOCABULARIES | {
    kind: f"https://example.org/kg/{kind}/" for kind in ("actor", "article", "claim", "event", "statement", "time")
}

Edit = Callable[[str], Path]


@pytest.fixture
def harbour() -> Path:
    return HARBOUR


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """Writes the graph after a SPARQL update; the prefixes need no declaration."""

    def edit(update: str) -> Path:
        store = Store()
        store.load(path=str(HARBOUR), format=RdfFormat.TURTLE)
        declared = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
        before = set(store)
        store.update(declared + update)
        assert set(store) != before, "the update changed nothing"
        path = tmp_path / "edited.ttl"
        store.dump(str(path), RdfFormat.TURTLE, from_graph=DefaultGraph())
        return path

    return edit


@pytest.fixture
def other_text(tmp_path: Path) -> Callable[[Callable[[str], str]], Path]:
    """Writes the graph's Turtle after a change of its characters."""

    def write(change: Callable[[str], str]) -> Path:
        before = HARBOUR.read_text("utf-8")
        after = change(before)
        assert after != before, "nothing changed"
        path = tmp_path / "other.ttl"
        path.write_text(after, encoding="utf-8")
        return path

    return write
