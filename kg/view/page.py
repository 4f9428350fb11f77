"""One HTML file that shows the graph and loads nothing from anywhere.

pyvis makes the nodes, edges and options and brings vis-network along; the page around it is our own, because pyvis'
template links style sheets on the web and puts text in as markup.
"""

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from rdflib import Graph

from kg.graph.store import write_whole
from kg.view.data import page_data
from kg.view.drawing import draw
from kg.view.reader import read_records
from kg.view.records import Records
from kg.view.relations import relation_graph

_SCRIPTS = tuple(
    f"{name}.js"
    for name in (
        *("model", "dates", "text", "dom", "state", "filter", "spots", "curves", "labels", "drawing", "picture"),
        *("evidence", "panel", "slider", "controls", "search", "axis", "timeline", "claims", "csv", "turtle", "export"),
        *("help", "keys", "main"),
    )
)
"""In the order in which they stand in the page: each uses only what stands before it."""

# JSON inside a script element must not end it, and old readers take U+2028 and U+2029 for line ends.
_UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def write_page(graph: Graph, path: Path) -> None:
    """Writes the page of a graph that follows the contract, replacing the file as a whole.

    Raises:
        GraphError: the file cannot be written. What was there before is still there.
    """
    write_records(read_records(graph), path)


def write_records(records: Records, path: Path) -> None:
    """The same from records.

    Raises:
        GraphError: the file cannot be written. What was there before is still there.
    """
    write_whole(path, render_page(records).encode("utf-8"))


def render_page(records: Records) -> str:
    """The page as text, the same for the same records."""
    graph = relation_graph(records)
    data = page_data(records, draw(graph, records.actors))
    # The minified library as pyvis ships it; its version is in its first lines.
    library = (files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text(encoding="utf-8")
    scripts = [library, *map(_template, _SCRIPTS)]
    return _fill(
        _template("page.html"),
        {
            "policy": _policy(scripts),
            "style": _template("page.css"),
            "data": _json(data),
            "scripts": "\n".join(f"<script>{script}</script>" for script in scripts),
        },
    )


def _policy(scripts: Sequence[str]) -> str:
    """Tells the browser to run exactly these scripts and to load nothing."""
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts]
    return "; ".join(
        (
            "default-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "style-src 'unsafe-inline'",
            "img-src data: blob:",
            f"script-src {' '.join(hashes)}",
        )
    )


def _json(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_UNSAFE)


def _template(name: str) -> str:
    return (files("kg.view") / "template" / name).read_text(encoding="utf-8")


def _fill(template: str, values: dict[str, str]) -> str:
    """Puts all values in at one go, so that a value that looks like a placeholder stays text."""
    return re.sub(r"\{\{ (\w+) \}\}", lambda placeholder: values[placeholder[1]], template)
