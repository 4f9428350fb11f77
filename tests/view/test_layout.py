"""Places of actors: no label on another, allies near, the same every time."""

import itertools
import math

import networkx as nx
import pytest

from kg.view.layout import Box, Point, place
from kg.view.relations import Relation

BOX: Box = (120.0, 60.0)


def network(*edges: tuple[str, str, Relation]) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for source, target, relation in edges:
        graph.add_edge(source, target, relation, statements=[0], actual=True)
    return graph


def crowd(size: int) -> nx.MultiDiGraph:
    relations = itertools.cycle(Relation)
    pairs = [(number, (number * number + 1) % size) for number in range(size)] + [(0, n) for n in range(1, size, 3)]
    return network(*((f"a{a}", f"a{b}", next(relations)) for a, b in pairs if a != b))


def overlapping(points: dict[str, Point], boxes: dict[str, Box]) -> list[tuple[str, str]]:
    return [
        (a, b)
        for a, b in itertools.combinations(sorted(points), 2)
        if abs(points[a][0] - points[b][0]) < (boxes[a][0] + boxes[b][0]) / 2
        and abs(points[a][1] - points[b][1]) < (boxes[a][1] + boxes[b][1]) / 2
    ]


@pytest.mark.parametrize("size", [2, 12, 60, 150])
def test_place_lays_no_label_on_another(size: int) -> None:
    graph = crowd(size)
    boxes = {actor: (80.0 + 15 * (number % 6), 50.0) for number, actor in enumerate(graph)}
    points = place(graph, boxes)
    assert set(points) == set(graph)
    assert overlapping(points, boxes) == []


def test_place_sets_allies_nearer_than_opponents() -> None:
    sides = [("a", "b"), ("b", "c"), ("a", "c"), ("x", "y"), ("y", "z"), ("x", "z")]
    graph = network(
        *((source, target, Relation.SUPPORTS) for source, target in sides),
        *((source, target, Relation.OPPOSES) for source in "abc" for target in "xyz"),
    )
    points = place(graph, dict.fromkeys(graph, BOX))
    allies = [math.dist(points[a], points[b]) for a, b in sides]
    opponents = [math.dist(points[a], points[x]) for a in "abc" for x in "xyz"]
    assert sum(allies) / len(allies) < 0.75 * sum(opponents) / len(opponents)


def test_place_is_the_same_for_any_order_of_the_graph() -> None:
    graph = crowd(40)
    turned = nx.MultiDiGraph()
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    boxes = dict.fromkeys(graph, BOX)
    assert place(graph, boxes) == place(turned, dict(reversed(boxes.items())))


def test_place_sets_unconnected_parts_side_by_side() -> None:
    graph = network(("a", "b", Relation.SUPPORTS), ("x", "y", Relation.OPPOSES))
    boxes = dict.fromkeys(graph, BOX)
    assert overlapping(place(graph, boxes), boxes) == []


def test_place_of_one_actor_is_the_middle() -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a")
    assert place(graph, {"a": BOX}) == {"a": (0, 0)}


def test_place_of_nobody_is_empty() -> None:
    assert place(nx.MultiDiGraph(), {}) == {}
