"""Facts depend on nothing but their article, and survive their JSON."""

from pathlib import Path

import pytest

from kg.facts import Article, Facts
from kg.ingest import Source, read_article
from kg.pipeline import extract_facts, read_facts

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seed() -> Article:
    (path,) = SEEDS.glob("*.txt")
    return read_article(Source(path, path.name))


@pytest.fixture(scope="module")
def seed_facts(nlp, seed) -> Facts:
    return read_facts(seed, nlp)


def test_facts_survive_json(seed_facts):
    line = seed_facts.to_json()
    assert "\n" not in line
    assert Facts.from_json(line) == seed_facts
    assert seed_facts.quotations


def test_facts_are_the_same_alone_and_among_100_others(nlp, seed, seed_facts):
    others = [
        f"Sprecher {i} sagte am Montag in Ort{i}, {'sehr ' * (i % 9)}viele seien gegen den Plan." for i in range(100)
    ]
    bodies = [*others[:50], seed.body, *others[50:]]
    docs = list(nlp.pipe(bodies))
    assert extract_facts(seed, docs[50]) == seed_facts


def test_spans_lie_inside_the_body(seed_facts):
    body = seed_facts.article.body
    spans = [m.span for m in seed_facts.mentions] + [s for q in seed_facts.quotations for s in q.content]
    assert spans
    for span in spans:
        assert 0 <= span.start < span.end <= len(body)
        assert span.text(body) == span.text(body).strip()


@pytest.mark.parametrize(
    "body", ["x", "„", "…", "😀", "\u200b", "مرحبا بالعالم", "Ja.\n\n\n\nNein.", "a" * 100_000, '"' * 50]
)
def test_read_facts_survives_odd_bodies(nlp, body):
    assert read_facts(Article("odd.txt", body), nlp).article.body == body
