"""The decoder: one tree with one root; permitted entity tags; lemma scripts."""

from itertools import product

import numpy as np
import pytest

from kg.language.entities import agree_on_kinds, best_tags, spans_of, transitions
from kg.language.lemma_scripts import apply_script, script_of
from kg.language.morphology import FeatureDecoder
from kg.language.tree import best_tree, is_tree


def best_by_trying_all(scores: np.ndarray) -> float:
    """The score of the best tree with one root, found by enumeration."""
    words = len(scores)
    heads = (np.array(choice) for choice in product(range(words + 1), repeat=words))
    fits = (one for one in heads if all(one != np.arange(1, words + 1)) and is_tree(one))
    return max(float(scores[np.arange(words), one].sum()) for one in fits)


def test_best_tree_equals_enumeration() -> None:
    generator = np.random.default_rng(7)
    repaired = 0
    for _ in range(60):
        scores = generator.normal(size=(4, 5)).astype(np.float32)
        heads = best_tree(scores)
        assert is_tree(heads)
        assert float(scores[np.arange(4), heads].sum()) == pytest.approx(best_by_trying_all(scores), abs=1e-4)
        repaired += int((scores.argmax(axis=1) != heads).any())
    assert repaired > 20  # else nothing but greedy choices was tried


@pytest.mark.parametrize(
    ("heads", "tree"),
    [([0], True), ([0, 1, 1], True), ([0, 0], False), ([2, 1], False), ([0, 3, 2], False), ([3, 1, 0], True)],
)
def test_is_tree(heads: list[int], tree: bool) -> None:
    assert is_tree(np.array(heads)) is tree


def test_entity_tags_follow_each_other_as_permitted() -> None:
    tags = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
    table = transitions(tags)
    scores = np.log(np.array([[0.4, 0.35, 0.05, 0.1, 0.1], [0.1, 0.05, 0.7, 0.05, 0.1]], dtype=np.float32))
    best = [tags[number] for number in best_tags(scores, table, table[0])]
    assert best == ["B-PER", "I-PER"]
    assert spans_of(best) == [(0, 2, "PER")]


def test_one_name_has_one_kind() -> None:
    spans = [(0, 1, "LOC"), (4, 5, "ORG"), (9, 10, "LOC"), (12, 13, "ORG")]
    assert agree_on_kinds(spans, ["Kreml", "Kreml", "Kreml", "EU"]) == [
        (0, 1, "LOC"), (4, 5, "LOC"), (9, 10, "LOC"), (12, 13, "ORG")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "lemma", "script"),
    [
        ("sagte", "sagen", "=|2|en"),
        ("Häuser", "Haus", "=|5|aus"),
        ("angekündigt", "ankündigen", "=ge|1|en"),
        ("Der", "der", "l|0|"),
        ("gesagt", "sagen", "=ge|1|en"),
        ("anzunehmen", "annehmen", "=zu|0|"),
    ],
)
def test_lemma_script_goes_both_ways(word: str, lemma: str, script: str) -> None:
    assert script_of(word, lemma) == script
    assert apply_script(word, script) == lemma


def test_lemma_script_that_does_not_fit_gives_nothing() -> None:
    assert apply_script("ab", "=|5|en") is None
    assert apply_script("laufen", "=ge|0|") is None


def test_features_are_a_combination_of_the_tag() -> None:
    values = {"Mood": ["", "Ind", "Sub"], "VerbForm": ["", "Fin", "Part"]}
    decoder = FeatureDecoder(values, {"VERB": ["Mood=Ind|VerbForm=Fin", "Mood=Sub|VerbForm=Fin", "VerbForm=Part"]})
    shares = [[0.5, 0.1, 0.4, 0.1, 0.6, 0.3], [0.4, 0.5, 0.1, 0.1, 0.2, 0.7], [0.1, 0.8, 0.1, 0.1, 0.8, 0.1]]
    decoded = decoder.decode(["VERB", "VERB", "PUNCT"], np.log(np.array(shares, dtype=np.float32)))
    assert decoded == ["Mood=Sub|VerbForm=Fin", "VerbForm=Part", ""]
