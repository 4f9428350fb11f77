"""Lines are kept off actors that they do not belong to."""

import numpy as np
import pytest

from kg.view.untangle import crossings, hits, untangled

SIZES = np.array([[80.0, 50.0]] * 3)
LINE = np.array([[0, 1]])


def test_hits_finds_a_line_behind_a_third_box() -> None:
    points = np.array([[0.0, 0.0], [400.0, 0.0], [200.0, 10.0]])
    assert hits(points, SIZES, LINE).tolist() == [[False, False, True]]
    points[2, 1] = 90.0
    assert not hits(points, SIZES, LINE).any()


@pytest.mark.parametrize("off", [0.0, 10.0, -10.0], ids=["on-the-line", "below", "above"])
def test_untangled_moves_the_box_off_the_line(off: float) -> None:
    points = np.array([[0.0, 0.0], [400.0, 0.0], [200.0, off]])
    moved = untangled(points, SIZES, LINE, lambda spread: spread)
    assert not hits(moved, SIZES, LINE).any()
    assert abs(moved - points).max() < 120


def test_untangled_keeps_the_best_it_met() -> None:
    generator = np.random.default_rng(3)
    points = generator.uniform(0, 600, (12, 2))
    lines = np.array([(a, b) for a in range(12) for b in range(a + 1, 12)])
    sizes = np.array([[80.0, 50.0]] * 12)
    moved = untangled(points, sizes, lines, lambda spread: spread)
    assert hits(moved, sizes, lines).sum() <= hits(points, sizes, lines).sum()


def test_crossings_counts_pairs_of_lines_without_a_common_end() -> None:
    square = np.array([[0.0, 0.0], [1.0, 1.0], [0.0, 1.0], [1.0, 0.0]])
    assert crossings(square, np.array([[0, 1], [2, 3]])) == 1
    assert crossings(square, np.array([[0, 2], [1, 3]])) == 0
    assert crossings(square, np.array([[0, 1], [1, 2], [2, 3]])) == 1
