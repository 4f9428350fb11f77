"""The shipped files on our own held-out news: no figure may fall by more than a point."""

import json

import pytest

from kg.language.analyser import MODEL
from training.config import read_config
from training.corpus import OWN, read_own, read_sample
from training.evaluate import pipeline_over, score_entities, score_treebank

FIGURES = json.loads((OWN / "held_out.json").read_text(encoding="utf8"))["shipped"]
POINT = 0.01


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    nlp, sample = pipeline_over(MODEL), read_sample()
    return score_treebank(nlp, sample) | score_entities(nlp, sample)


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_no_figure_falls(name: str, measured: dict[str, float]) -> None:
    assert measured[name] >= FIGURES[name] - POINT


def test_no_training_sees_the_sample() -> None:
    checked, news = read_own(read_config().sources)
    seen = {sentence.words for sentence in [*checked, *news]}
    assert not [sentence.words for sentence in read_sample() if sentence.words in seen]
