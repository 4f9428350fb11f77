"""Where each actor stands: computed once, with a fixed seed, so that the same graph gives the same picture.

Allies attract each other, opponents keep their distance, no label lies on another, and few lines pass behind an actor
that they do not belong to.
"""

import math
from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np

from kg.view.relations import Relation, camps
from kg.view.untangle import Pairs, Points, crossings, hits, untangled

Point = tuple[int, int]
Box = tuple[float, float]
"""Width and height, in the page's pixels, of an actor's shape with its label."""

# Set by eye on pictures of one article and of 200 actors: allies stand side by side, opponents an edge's length apart.
_ATTRACTION = {Relation.SUPPORTS: 3.0, Relation.ADDRESSES: 1.0, Relation.ABOUT: 0.6, Relation.OPPOSES: 0.2}
_CAMP = 2.0
"""Further attraction between the members of a camp of allies that some line joins."""
_SEED = 7
_TRIES = 600
"""Actors laid out in all tries together: a small graph is tried more often, and the clearest picture kept."""
_HIDDEN = 5
"""A line behind a foreign actor is as bad as this many crossings."""
_WIDE = 1.2
"""Width of the picture by its height, as the page has it between its two columns."""
_ROOM = 6.5
"""Area of the picture by the area of all boxes in it."""
_MARGIN = 26.0
"""Pixels kept free between two boxes."""
_SPACING = 70.0
"""Pixels kept free between two parts of the graph that no edge connects."""


def place(graph: nx.MultiDiGraph, boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Places for the actors that have a box, centred on the origin."""
    drawn = _affinities(graph, sorted(boxes))
    parts = [sorted(part) for part in nx.connected_components(drawn)]
    parts.sort(key=lambda part: (-len(part), part[0]))
    placed = [_place_part(drawn.subgraph(part), part, boxes) for part in parts]
    return _pack(parts, placed, boxes)


def _affinities(graph: nx.MultiDiGraph, actors: Sequence[str]) -> nx.Graph:
    drawn = nx.Graph()
    drawn.add_nodes_from(actors)
    for source, target, relation, places in graph.edges(keys=True, data="statements"):
        if source in drawn and target in drawn:
            weight = _ATTRACTION[relation] * (1 + math.log2(len(places)))
            before = drawn.get_edge_data(source, target, {"weight": 0.0})["weight"]
            drawn.add_edge(source, target, weight=before + weight)
    for camp in camps(graph, actors):
        for source, target in drawn.subgraph(camp).edges:
            drawn.edges[source, target]["weight"] += _CAMP
    return drawn


def _place_part(part: nx.Graph, actors: Sequence[str], boxes: Mapping[str, Box]) -> Points:
    """Centres of a connected part's actors, in their order, from a corner at the origin."""
    # A subgraph lists its nodes in no fixed order, and the layout starts from that order.
    ordered = nx.Graph()
    ordered.add_nodes_from(actors)
    ordered.add_weighted_edges_from(sorted(part.edges(data="weight")))
    sizes = np.array([boxes[actor] for actor in actors], dtype=np.float64)
    at = {actor: place for place, actor in enumerate(actors)}
    lines: Pairs = np.array(sorted((at[a], at[b]) for a, b in ordered.edges), dtype=np.int64).reshape(-1, 2)
    tries = [_try(ordered, actors, sizes, lines, _SEED + number) for number in range(_tries(len(actors)))]
    points = min(tries, key=lambda points: _faults(points, sizes, lines))
    return np.asarray(points - (points - sizes / 2).min(axis=0))


def _tries(actors: int) -> int:
    return 1 if actors < 3 else max(2, min(24, _TRIES // actors))


def _try(part: nx.Graph, actors: Sequence[str], sizes: Points, lines: Pairs, seed: int) -> Points:
    unit = nx.spring_layout(part, seed=seed, weight="weight", iterations=300, k=2.2 / math.sqrt(len(actors)))
    points = _evenly(_lengthwise(np.array([unit[actor] for actor in actors], dtype=np.float64)))
    area = float(np.prod(sizes + _MARGIN, axis=1).sum()) * _ROOM
    height = math.sqrt(area / _WIDE)
    points = _without_overlaps(points * (height * _WIDE, height), sizes)
    return untangled(points, sizes, lines, lambda moved: _without_overlaps(moved, sizes))


def _faults(points: Points, sizes: Points, lines: Pairs) -> float:
    """How hard a picture is to read: hidden lines, crossings, and long lines between equals."""
    if not len(lines):
        return 0.0
    lengths = np.linalg.norm(points[lines[:, 0]] - points[lines[:, 1]], axis=1)
    size = float(np.ptp(points, axis=0).max()) or 1.0
    hidden = int(hits(points, sizes, lines).sum())
    return _HIDDEN * hidden + crossings(points, lines) + len(lines) * float(lengths.mean()) / size


def _lengthwise(points: Points) -> Points:
    """Turned so that the points spread most from left to right."""
    centred = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    turned = centred @ axes.T
    # Which end is left is open: the farthest point goes right and down.
    farthest = turned[np.abs(turned).argmax(axis=0), np.arange(turned.shape[1])]
    return np.asarray(turned * np.where(farthest < 0, -1.0, 1.0))


def _evenly(points: Points) -> Points:
    """Within 0 and 1 on both axes, half by distance and half by rank, so that a few far ones do not press the rest."""
    spread = np.ptp(points, axis=0)
    distances = (points - points.min(axis=0)) / np.where(spread > 0, spread, 1.0)
    ranks = points.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable") / max(1, len(points) - 1)
    return np.asarray((distances + ranks) / 2)


def _without_overlaps(points: Points, sizes: Points) -> Points:
    """Pushes boxes that touch apart, along the axis where less is missing."""
    for _ in range(200):
        delta = points[:, None, :] - points[None, :, :]
        missing = (sizes[:, None, :] + sizes[None, :, :]) / 2 + _MARGIN - np.abs(delta)
        touching = np.logical_and(missing[:, :, 0] > 0.5, missing[:, :, 1] > 0.5) & ~np.eye(len(points), dtype=bool)
        if not touching.any():
            break
        along_x = missing[:, :, 0] < missing[:, :, 1]
        axis = np.stack([along_x, ~along_x], axis=2) & touching[:, :, None]
        # Boxes with one centre have no direction: the later one goes right or down.
        order = np.sign(np.arange(len(points))[:, None] - np.arange(len(points))[None, :])[:, :, None]
        direction = np.where(delta == 0, order, np.sign(delta))
        points = points + (axis * direction * missing).sum(axis=1) / 2 / np.maximum(1, touching.sum(axis=1))[:, None]
    return points


def _pack(parts: Sequence[Sequence[str]], placed: Sequence[Points], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Sets the parts side by side in rows, the largest first."""
    extents = [
        np.asarray((points + np.array([boxes[actor] for actor in part]) / 2).max(axis=0))
        for part, points in zip(parts, placed, strict=True)
    ]
    area = sum(float((extent + _SPACING).prod()) for extent in extents)
    row_width = max([math.sqrt(area * _WIDE), *(float(extent[0]) for extent in extents)], default=0.0)
    corner, row_height, wide = np.zeros(2), 0.0, 0.0
    centres: dict[str, Points] = {}
    for part, points, extent in zip(parts, placed, extents, strict=True):
        if corner[0] > 0 and corner[0] + extent[0] > row_width:
            corner, row_height = np.array([0.0, corner[1] + row_height + _SPACING]), 0.0
        centres.update(zip(part, points + corner, strict=True))
        wide = max(wide, float(corner[0] + extent[0]))
        corner = corner + np.array([extent[0] + _SPACING, 0.0])
        row_height = max(row_height, float(extent[1]))
    high = corner[1] + row_height
    # Drawing it wider takes no label nearer to another.
    stretch = np.array([min(max(1.0, _WIDE * high / wide), 1.6), 1.0]) if wide else np.ones(2)
    middle = np.array([wide, high]) / 2
    centres = {actor: (centre - middle) * stretch for actor, centre in centres.items()}
    return {actor: (round(float(x)), round(float(y))) for actor, (x, y) in centres.items()}
