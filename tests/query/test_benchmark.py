"""The comparison with rdflib, on a small graph: that it runs, and that both engines answer alike."""

from pathlib import Path

import pytest
from benchmark import QUERIES, compare, multiply, table
from pyoxigraph import Store

from kg.graph.store import open_store


def test_multiplied_graph_has_copies_that_share_no_things(news_file: Path, news: Store, tmp_path: Path) -> None:
    large = tmp_path / "large.ttl"
    number = multiply(news_file, large, 3 * len(news))
    store = open_store(large)
    assert number == len(store) == 3 * len(news)
    query = "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a <https://example.org/kg/ontology#opposes> ?b }"
    once, thrice = (int(next(iter(s.query(query)))["n"].value) for s in (news, store))  # type: ignore[union-attr]
    assert thrice == 3 * once == 9
    mention = next(iter(store.query("SELECT ?s { ?a <https://example.org/kg/ontology#mentionSpan> ?s }")))
    assert "#char=" in mention["s"].value  # type: ignore[index,union-attr]


def test_engines_answer_alike(news_file: Path) -> None:
    number, results = compare(news_file, 2_000)
    assert number >= 2_000
    assert all(results["oxigraph"]["rows"][name] for name in QUERIES)
    assert results["oxigraph"]["rows"] == results["rdflib"]["rows"]
    lines = table(number, results).splitlines()
    assert len(lines) == 2 + 1 + len(QUERIES) + 1
    assert all(line.count("|") == 5 for line in lines)


def test_different_answers_are_told(news_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import benchmark

    answers = iter(['{"rows": {"q": [["a"]]}}', '{"rows": {"q": []}}'])

    class Run:
        @property
        def stdout(self) -> str:
            return next(answers)

    monkeypatch.setattr(benchmark, "QUERIES", {"q": ""})
    monkeypatch.setattr(benchmark.subprocess, "run", lambda *_, **__: Run())
    with pytest.raises(SystemExit, match="different rows"):
        compare(news_file, 1)
