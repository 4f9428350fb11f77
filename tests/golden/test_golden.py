"""Whole articles against the graphs that were read and found right, or known to be wrong in what they say.

After a change that is meant, write them anew with `pytest tests/golden --update-golden` and read the difference.
Confidences and the run's versions are left out: another processor may round otherwise.
"""

from pathlib import Path

import pytest
from rdflib import RDF, Graph
from rdflib.compare import graph_diff

from kg.engine import build
from kg.graph.vocab import BASE_IRI, KG, PROV

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
CASES = sorted(p for p in HERE.iterdir() if p.is_dir() and not p.name.startswith("__"))


def comparable(graph: Graph) -> Graph:
    graph.remove((None, KG.confidence, None))
    for run in list(graph.subjects(RDF.type, PROV.Activity)):
        graph.remove((run, None, None))
        graph.remove((None, None, run))
    return graph


def test_golden_cases_are_all_found():
    assert len(CASES) == 3


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_golden(case, tmp_path, request):
    article = case / "article.txt"
    build([article if article.exists() else SEEDS], tmp_path / "graph.ttl", base_iri=BASE_IRI)
    built = comparable(Graph().parse(tmp_path / "graph.ttl"))
    expected = case / "expected.ttl"
    if request.config.getoption("--update-golden"):
        built.serialize(expected, format="turtle", encoding="utf-8")
    _, missing, new = graph_diff(Graph().parse(expected), built)
    assert not len(missing) and not len(new), f"missing:\n{missing.serialize()}\nnew:\n{new.serialize()}"
