"""A still picture of the strongest part of the graph, for reports: networkx draws it with matplotlib."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib as mpl
import networkx as nx
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from kg.errors import UsageError
from kg.facts import ActorKind
from kg.graph.store import write_whole
from kg.view.drawing import draw
from kg.view.records import Records
from kg.view.relations import Relation, relation_graph

LIMIT = 60
"""Actors in the picture: more cannot be read on a page of paper."""

FORMATS = (".svg", ".png")

# The colours of the page's light dress (`template/page.css`).
_FILL = {
    ActorKind.PERSON: "#f2c14e",
    ActorKind.ORGANIZATION: "#56b4e9",
    ActorKind.COUNTRY: "#4fb595",
    ActorKind.PLACE: "#c9ced4",
    ActorKind.GROUP: "#d3a4c4",
}
_MARKER = {
    ActorKind.PERSON: "o",
    ActorKind.ORGANIZATION: "s",
    ActorKind.COUNTRY: "H",
    ActorKind.PLACE: "^",
    ActorKind.GROUP: "D",
}
_KIND_WORD = {kind: "organisation" if kind is ActorKind.ORGANIZATION else kind.value for kind in ActorKind}
_STROKE = {
    Relation.OPPOSES: "#d55e00",
    Relation.SUPPORTS: "#0072b2",
    Relation.ADDRESSES: "#9a5b85",
    Relation.ABOUT: "#8b939c",
}
_DASHES: dict[Relation, Any] = {
    Relation.OPPOSES: "solid",
    Relation.SUPPORTS: "solid",
    Relation.ADDRESSES: (0, (5, 3)),
    Relation.ABOUT: (0, (1.5, 2.5)),
}
_HEDGED: Any = (0, (7, 3))
_RELATION_WORD = {relation: "says about" if relation is Relation.ABOUT else relation.value for relation in Relation}
_INK, _OUTLINE, _CAMP = "#1d2228", "#2b3138", "#dcebf7"
_POINT = 0.75
"""Points of one of the page's pixels."""
_MARGIN = 40
_LONGEST = 1500
"""Pixels of the picture's longer side at most."""


def write_picture(records: Records, path: Path) -> None:
    """Writes the picture as SVG or PNG, as the name's ending says; the same records give the same bytes.

    Raises:
        UsageError: the name ends in neither.
        GraphError: the file cannot be written. What was there before is still there.
    """
    kind = path.suffix.lower()
    if kind not in FORMATS:
        raise UsageError(f"{path}: not a kind of picture that kg draws ({', '.join(FORMATS)}). End the name in one.")
    stream = BytesIO()
    # Text stays text in an SVG; ids come from a fixed salt.
    with mpl.rc_context({"svg.hashsalt": "kg", "svg.fonttype": "none", "font.family": "sans-serif"}):
        figure = _figure(records)
        metadata = {"Date": None, "Creator": None} if kind == ".svg" else {"Software": None}
        figure.savefig(stream, format=kind[1:], dpi=144, metadata=metadata)
    write_whole(path, stream.getvalue())


def _figure(records: Records) -> Figure:
    network = draw(relation_graph(records), records.actors, LIMIT)
    nodes = {node["id"]: node for node in network.nodes if "x" in node}
    edges = [edge for edge in network.edges if edge["from"] in nodes and edge["to"] in nodes]
    if not nodes:
        return _empty()
    left = min(node["x"] - _half(node) for node in nodes.values()) - _MARGIN
    right = max(node["x"] + _half(node) for node in nodes.values()) + _MARGIN
    top = min(node["y"] for node in nodes.values()) - _MARGIN - 20
    bottom = max(node["y"] for node in nodes.values()) + _MARGIN + 70
    scale = min(1.0, _LONGEST / max(right - left, bottom - top))
    figure = Figure(figsize=(scale * (right - left) / 96, scale * (bottom - top) / 96), facecolor="white")
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(left, right)
    axes.set_ylim(bottom, top)
    axes.axis("off")
    kinds = {number: actor.kind for number, actor in enumerate(records.actors) if number in nodes}
    _draw_camps(axes, nodes, edges, scale)
    _draw_lines(axes, nodes, edges, scale)
    _draw_actors(axes, nodes, kinds, scale)
    _draw_legend(axes, edges, kinds)
    return figure


def _half(node: Mapping[str, Any]) -> float:
    """Half of the width of an actor's name."""
    return 0.3 * float(node["font"]["size"]) * max(map(len, node["label"].split("\n")))


def _empty() -> Figure:
    figure = Figure(figsize=(6, 2), facecolor="white")
    figure.text(0.5, 0.5, "No relations between actors were found.", ha="center", va="center", color=_INK)
    return figure


def _draw_camps(axes: Axes, nodes: Mapping[int, Any], edges: Sequence[Any], scale: float) -> None:
    bands = [
        [(nodes[end]["x"], nodes[end]["y"]) for end in (edge["from"], edge["to"])]
        for edge in edges
        if edge["relation"] == Relation.SUPPORTS
        and edge["actual"]
        and nodes[edge["from"]].get("camp", -1) == nodes[edge["to"]].get("camp", -2)
    ]
    axes.add_collection(
        LineCollection(bands, colors=_CAMP, linewidths=60 * _POINT * scale, capstyle="round", zorder=0.5),
        autolim=False,
    )


def _draw_lines(axes: Axes, nodes: Mapping[int, Any], edges: Sequence[Any], scale: float) -> None:
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(nodes)
    places = {number: (node["x"], node["y"]) for number, node in nodes.items()}
    # Markers are measured by their area.
    areas = [(2 * nodes[number]["size"] * _POINT * scale + 6) ** 2 for number in graph]
    for edge in edges:
        relation = Relation(edge["relation"])
        drawn = nx.draw_networkx_edges(
            nx.MultiDiGraph(graph),
            places,
            ax=axes,
            edgelist=[(edge["from"], edge["to"])],
            edge_color=_STROKE[relation],
            width=edge["width"] * _POINT * max(scale, 0.7),
            style=_DASHES[relation] if edge["actual"] else _HEDGED,
            arrowsize=9 if relation is Relation.ABOUT else 12,
            node_size=areas,
            nodelist=list(graph),
            connectionstyle=f"arc3,rad={edge['roundness']:.2f}",
        )
        for arrow in drawn:
            arrow.set_zorder(1)


def _draw_actors(axes: Axes, nodes: Mapping[int, Any], kinds: Mapping[int, ActorKind], scale: float) -> None:
    for number, node in nodes.items():
        marks = nx.draw_networkx_nodes(
            nx.empty_graph([number]),
            {number: (node["x"], node["y"])},
            ax=axes,
            node_size=(2 * node["size"] * _POINT * scale) ** 2,
            node_shape=_MARKER[kinds[number]],
            node_color=_FILL[kinds[number]],
            edgecolors=_OUTLINE,
            linewidths=1.2,
        )
        marks.set_zorder(2)
        axes.text(
            node["x"],
            node["y"] + node["size"] + 4,
            node["label"],
            ha="center",
            va="top",
            fontsize=max(6.5, node["font"]["size"] * _POINT * scale),
            color=_INK,
            zorder=3,
            parse_math=False,
            bbox={"facecolor": "white", "alpha": 0.6, "pad": 0.6, "edgecolor": "none"},
        )


def _draw_legend(axes: Axes, edges: Sequence[Any], kinds: Mapping[int, ActorKind]) -> None:
    used = {edge["relation"] for edge in edges}
    rows = [
        Line2D([], [], color=_STROKE[relation], linestyle=_DASHES[relation], label=_RELATION_WORD[relation])
        for relation in Relation
        if relation in used
    ]
    if not all(edge["actual"] for edge in edges):
        rows.append(Line2D([], [], color=_INK, linestyle=_HEDGED, label="not actual"))
    rows += [
        Line2D(
            *([], []),
            marker=_MARKER[kind],
            color="none",
            markerfacecolor=_FILL[kind],
            markeredgecolor=_OUTLINE,
            label=_KIND_WORD[kind],
        )
        for kind in ActorKind
        if kind in kinds.values()
    ]
    axes.legend(handles=rows, loc="lower center", ncols=len(rows), frameon=False, fontsize=9, handletextpad=0.5)
