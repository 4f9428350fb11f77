"""The extractors on the annotated articles: no figure may fall by more than a point.

`python tests/annotated/test_figures.py` prints the figures of today.
"""

import json
from functools import partial
from pathlib import Path

import measuring
import pytest
from spacy.language import Language

import kg.language
from kg.facts import Facts
from kg.ingest.text import read_text_article
from kg.pipeline import extract_facts

HERE = Path(__file__).parent
FIGURES = json.loads((HERE / "figures.json").read_text(encoding="utf8"))
POINT = 0.01
OPPOSES = partial(measuring.stance_counts, polarity="oppose")
SUPPORTS = partial(measuring.stance_counts, polarity="support")
MEASURES = {
    "opposes": ("stances", OPPOSES),
    "supports": ("stances", SUPPORTS),
    "events": ("stances", measuring.event_counts),
    "opposes, unread": ("unread", OPPOSES),
    "supports, unread": ("unread", SUPPORTS),
    "quotations": ("quotations", measuring.quotation_counts),
}


def read_all(nlp: Language) -> dict[str, list[tuple[Facts, dict[str, object]]]]:
    """Facts and annotation of the articles of each folder."""
    pairs: dict[str, list[tuple[Facts, dict[str, object]]]] = {}
    for kind in sorted({kind for kind, _ in MEASURES.values()}):
        paths = sorted((HERE / kind).glob("*.json"))
        articles = [read_text_article(path.with_suffix(".txt").read_bytes(), path.stem) for path in paths]
        docs = nlp.pipe(article.body for article in articles)
        facts = [extract_facts(article, doc) for article, doc in zip(articles, docs, strict=True)]
        pairs[kind] = [
            (one, json.loads(path.read_text(encoding="utf8"))) for one, path in zip(facts, paths, strict=True)
        ]
    return pairs


def figures(nlp: Language) -> dict[str, float]:
    """F1 of each measure."""
    pairs = read_all(nlp)
    return {
        name: round(measuring.f1(measuring.total([count(*pair) for pair in pairs[kind]])), 3)
        for name, (kind, count) in MEASURES.items()
    }


@pytest.fixture(scope="module")
def measured(nlp: Language) -> dict[str, float]:
    return figures(nlp)


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_no_figure_falls(name: str, measured: dict[str, float]) -> None:
    assert measured[name] >= FIGURES[name] - POINT


if __name__ == "__main__":
    print(json.dumps(figures(kg.language.load()), indent=1))
