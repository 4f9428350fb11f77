"""The network of actors as pyvis draws it: shapes, sizes, places and curves.

Colours are the style sheet's (`template/page.css`), so that they follow the reader's light or dark mode.
"""

import math
import textwrap
from collections.abc import Sequence

import networkx as nx
from pyvis.network import Network

from kg.facts import ActorKind
from kg.view.layout import Box, place
from kg.view.records import ActorRecord
from kg.view.relations import Relation, camps, strongest

LIMIT = 120
"""Actors drawn at the start: more cannot be told apart on a laptop's screen."""

SHAPES = {
    ActorKind.PERSON: "dot",
    ActorKind.ORGANIZATION: "square",
    ActorKind.COUNTRY: "hexagon",
    ActorKind.PLACE: "triangle",
    ActorKind.GROUP: "diamond",
}

_LABEL_WIDTH = 22
_WORD_WIDTH = 40
"""Letters of a line in a label, and of a word that is longer than that."""
_LETTER, _LINE = 0.58, 1.25
"""Width of a letter and height of a line, by the size of the font."""
_ORDER = tuple(Relation)
_WIDTH = {Relation.OPPOSES: 2.0, Relation.SUPPORTS: 2.0, Relation.ADDRESSES: 1.3, Relation.ABOUT: 1.3}
"""Pixels of a line with one piece of evidence."""

_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "keyboard": False,
        "multiselect": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 120,
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "labelHighlightBold": False},
    "edges": {"arrowStrikethrough": False, "selectionWidth": 1.6, "hoverWidth": 0.6},
}


def draw(graph: nx.MultiDiGraph, actors: Sequence[ActorRecord], limit: int = LIMIT) -> Network:
    """A pyvis network of all actors and edges; only the at most `limit` strongest actors have a place (`x`, `y`),
    and those of them with allies a `camp`.

    Node ids are places in `actors`. Edges carry what the page needs beyond vis-network's own options: `relation`,
    `actual`, `roundness` and `statements`.
    """
    network = Network(directed=True)
    network.options = _OPTIONS
    ids = {actor.iri: number for number, actor in enumerate(actors)}
    looks = {actor.iri: _Look(actor.label, graph.nodes[actor.iri]["statements"]) for actor in actors}
    drawn = strongest(graph, limit)
    points = place(graph, {iri: looks[iri].box for iri in drawn})
    camp_of = {iri: number for number, camp in enumerate(camps(graph, drawn)) for iri in camp}
    for actor in actors:
        look = looks[actor.iri]
        position = {}
        if actor.iri in points:
            x, y = points[actor.iri]
            position = {"x": x, "y": y - round(look.label_height / 2)}
            if actor.iri in camp_of:
                position["camp"] = camp_of[actor.iri]
        network.add_node(
            ids[actor.iri],
            label=look.label,
            shape=SHAPES[actor.kind],
            group=actor.kind,
            size=look.size,
            font={"size": look.font},
            **position,
        )
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: (*edge[:2], _ORDER.index(edge[2])))
    curves = _curves([edge[:3] for edge in edges])
    for number, (source, target, relation, data) in enumerate(edges):
        network.add_edge(
            ids[source],
            ids[target],
            id=number,
            relation=relation,
            actual=data["actual"],
            roundness=curves[source, target, relation],
            width=round(_WIDTH[relation] + 1.1 * math.log2(len(data["statements"])), 2),
            statements=data["statements"],
        )
    return network


class _Look:
    """Label and measures of one actor's node."""

    def __init__(self, label: str, statements: int) -> None:
        weight = math.log2(1 + statements)
        self.size = min(40, round(10 + 4 * weight))
        self.font = min(28, round(15 + 1.5 * weight))
        wrapped = textwrap.wrap(
            label, _LABEL_WIDTH, max_lines=3, placeholder=" …", break_long_words=False, break_on_hyphens=False
        )
        lines = [line if len(line) <= _WORD_WIDTH else line[: _WORD_WIDTH - 1] + "…" for line in wrapped or [label]]
        self.label = "\n".join(lines)
        self.label_height = len(lines) * self.font * _LINE
        self.box: Box = (
            max(2.0 * self.size, max(map(len, lines)) * self.font * _LETTER),
            2 * self.size + self.label_height,
        )


def _curves(edges: Sequence[tuple[str, str, Relation]]) -> dict[tuple[str, str, Relation], float]:
    """How far each edge is bent, so that no two edges between the same actors lie on each other.

    Edges bend to their own right: those of the two directions part by themselves, those of one direction by degree.
    """
    by_pair: dict[frozenset[str], list[tuple[str, str, Relation]]] = {}
    for edge in edges:
        by_pair.setdefault(frozenset(edge[:2]), []).append(edge)
    curves = {}
    for edge in edges:
        together = by_pair[frozenset(edge[:2])]
        same_way = [other for other in together if other[0] == edge[0]]
        curves[edge] = 0.06 if len(together) == 1 else round(0.12 + 0.13 * same_way.index(edge), 2)
    return curves
