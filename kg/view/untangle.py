"""Keeps lines off the actors that they do not belong to: a line behind a third actor looks as if it ended there."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Pairs = npt.NDArray[np.int64]
"""Places of the two ends of each line."""

CLEARANCE = 12.0
"""Pixels kept free between a line and a box that it passes."""
ROUNDS = 50
_STEPS = np.linspace(0.06, 0.94, 15)
"""Where a line is looked at, from end to end."""


def untangled(points: Points, sizes: Points, lines: Pairs, spread: Callable[[Points], Points]) -> Points:
    """Moves boxes off the lines that pass behind them, and those lines' ends a little the other way.

    Args:
        points: centres of the boxes.
        sizes: width and height of each.
        spread: takes boxes that touch apart.

    Returns:
        The best arrangement met: fewest boxes on foreign lines.
    """
    hit = hits(points, sizes, lines)
    best, fewest = points, hit.sum()
    for _ in range(ROUNDS):
        if not fewest:
            break
        points = spread(points + _pushes(points, sizes, lines, hit))
        hit = hits(points, sizes, lines)
        if hit.sum() < fewest:
            best, fewest = points, hit.sum()
    return best


def hits(points: Points, sizes: Points, lines: Pairs) -> npt.NDArray[np.bool_]:
    """Lines by boxes: whether the line passes through a box that is none of its ends."""
    starts, ends = points[lines[:, 0]], points[lines[:, 1]]
    hit = np.zeros((len(lines), len(points)), dtype=bool)
    reach = sizes / 2 + CLEARANCE / 2
    for step in _STEPS:
        spots = starts + (ends - starts) * step
        across = np.abs(spots[:, 0, None] - points[None, :, 0]) < reach[None, :, 0]
        hit |= across & (np.abs(spots[:, 1, None] - points[None, :, 1]) < reach[None, :, 1])
    everyone = np.arange(len(lines))
    hit[everyone, lines[:, 0]] = False
    hit[everyone, lines[:, 1]] = False
    return hit


def crossings(points: Points, lines: Pairs) -> int:
    """How many pairs of lines without a common end cross each other."""
    starts, ends = points[lines[:, 0]], points[lines[:, 1]]

    def side(spots: Points) -> Points:
        along, to = ends - starts, spots[None, :, :] - starts[:, None, :]
        return np.asarray(np.sign(along[:, None, 0] * to[:, :, 1] - along[:, None, 1] * to[:, :, 0]))

    parted = side(starts) * side(ends) < 0
    apart = (lines[:, None, :, None] != lines[None, :, None, :]).all(axis=(2, 3))
    return int((parted & parted.T & apart).sum() // 2)


def _pushes(points: Points, sizes: Points, lines: Pairs, hit: npt.NDArray[np.bool_]) -> Points:
    line, box = np.nonzero(hit)
    starts, ends = points[lines[line, 0]], points[lines[line, 1]]
    along = ends - starts
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.maximum(1e-9, np.linalg.norm(along, axis=1))[:, None]
    off = ((points[box] - starts) * normal).sum(axis=1)
    reach = (np.abs(normal) * sizes[box] / 2).sum(axis=1) + CLEARANCE
    push = normal * (np.where(off < 0, -1.0, 1.0) * np.maximum(0.0, reach - np.abs(off)))[:, None]
    moves, shares = np.zeros_like(points), np.zeros(len(points))
    for place, move in ((box, push * 0.6), (lines[line, 0], -push * 0.2), (lines[line, 1], -push * 0.2)):
        np.add.at(moves, place, move)
        np.add.at(shares, place, 1.0)
    return np.asarray(moves / np.maximum(1.0, np.sqrt(shares))[:, None])
