"""Building from Python, and what importing costs."""

import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.api.building import BuildWarning, build
from kg.errors import UsageError

SENTENCE = "Die Opposition kritisierte am 4. Februar 2022 die Regierung."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(f"date 2022-02-05\ntitle Kritik\n\n{SENTENCE}", encoding="utf-8")
    return folder


def test_build_in_memory_writes_nothing(articles: Path, tmp_path: Path) -> None:
    graph = build(articles)
    assert [(str(s.source), s.act) for s in graph.stances()] == [("Opposition", "Accuse")]
    assert graph.ask('ASK { ?event kg:date "2022-02-04"^^xsd:date }')
    assert repr(graph).startswith("<graph in memory: 1 articles, ")
    assert [p.name for p in tmp_path.iterdir()] == ["in"]


def test_build_writes_graph_and_page(articles: Path, tmp_path: Path) -> None:
    graph = kg.build([str(articles / "a.txt")], tmp_path / "g.ttl", page=tmp_path / "g.html", with_text=False)
    assert (tmp_path / "g.ttl").exists()
    assert (tmp_path / "g.html").exists()
    assert graph.articles()[0].body is None
    assert kg.open_graph(tmp_path / "g.ttl").articles() == graph.articles()


def test_doubts_and_failures_are_warnings(articles: Path) -> None:
    (articles / "leer.txt").write_text("", encoding="utf-8")
    with pytest.warns(BuildWarning, match=r"leer\.txt"):
        assert len(build(articles).articles()) == 1


def test_aliases_are_followed_and_told(articles: Path, tmp_path: Path) -> None:
    aliases = tmp_path / "who.toml"
    entry = '[[pair]]\nstatus = "same"\nkind = "organization"\nactor = "{}"\nalias = "Opposition"\n'
    aliases.write_text(entry.format("Regierungspartei"), encoding="utf-8")
    with pytest.warns(BuildWarning, match="line 1: no article names “Regierungspartei”"):
        build(articles, aliases=aliases)
    aliases.write_text("[[pair]]\n", encoding="utf-8")
    with pytest.raises(UsageError, match="status is missing"):
        build(articles, aliases=aliases)


def test_build_of_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="missing"):
        build(tmp_path / "missing")


def test_names_of_the_package() -> None:
    assert {"build", "open_graph", "NewsGraph", "__version__"} <= set(dir(kg))
    with pytest.raises(AttributeError, match="module 'kg' has no attribute 'nothing'"):
        _ = kg.nothing


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import kg", ["pyoxigraph", "rdflib", "spacy", "importlib.metadata"]),
        ("from kg import open_graph", ["rdflib", "spacy", "pandas"]),
        ("from kg import build, open_graph", ["spacy", "onnxruntime"]),
    ],
)
def test_importing_loads_only_what_is_needed(code: str, unwanted: list[str]) -> None:
    check = (
        f"import sys; before = set(sys.modules); {code};"
        f"print([m for m in {unwanted!r} if m in sys.modules.keys() - before])"
    )
    result = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
