"""One HTML file that shows the graph and loads nothing from anywhere.

pyvis makes the nodes, edges and options and brings vis-network along; the page around it is our own, because pyvis'
template links style sheets on the web and puts text in as markup.
"""

import base64
import hashlib
import json
import os
import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from pyvis.network import Network
from rdflib import Graph

from kg.facts import Polarity
from kg.view.drawing import draw
from kg.view.passages import Piece
from kg.view.records import Records, StanceRecord, read_records
from kg.view.relations import Relation, Statement, relation_graph, statements

_SCRIPTS = ("model.js", "dom.js", "drawing.js", "panel.js", "legend.js", "search.js", "main.js")
"""In the order in which they stand in the page: each uses only what stands before it."""

# JSON inside a script element must not end it, and old readers take U+2028 and U+2029 for line ends.
_UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def write_page(graph: Graph, path: Path) -> None:
    """Writes the page of a graph that follows the contract, replacing the file as a whole."""
    text = render_page(read_records(graph))
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def render_page(records: Records) -> str:
    """The page as text, the same for the same records."""
    graph = relation_graph(records)
    data = _data(records, draw(graph, records.actors))
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


def _data(records: Records, network: Network) -> dict[str, Any]:
    nodes, edges, _, _, _, options = network.get_network_data()
    actors = {actor.iri: number for number, actor in enumerate(records.actors)}
    articles = {article.iri: number for number, article in enumerate(records.articles)}
    return {
        "counts": {
            "articles": len(records.articles),
            "actors": len(records.actors),
            "quotations": len(records.quotations) + records.folded,
            "stances": len(records.stances),
        },
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
        "actors": [
            {
                "label": actor.label,
                "kind": actor.kind,
                "names": [name for name in actor.names if name != actor.label],
                "roles": actor.roles,
                "affiliation": actor.affiliation,
                "identity": actor.identity,
                "articles": actor.articles,
            }
            for actor in records.actors
        ],
        "articles": [
            {
                "title": article.title,
                "date": article.date,
                "file": article.file,
                "url": article.url,
                "publisher": article.publisher,
            }
            for article in records.articles
        ],
        "statements": [_statement(statement, actors, articles) for statement in statements(records)],
    }


def _statement(statement: Statement, actors: dict[str, int], articles: dict[str, int]) -> dict[str, Any]:
    """A statement as the page reads it: actors and articles as numbers, text as pieces with their marks."""

    def numbers(iris: Sequence[str]) -> list[int]:
        return [actors[iri] for iri in iris if iri in actors]

    common = {
        "article": articles.get(statement.evidence.article),
        "text": _pieces(statement.evidence.pieces),
        "cue": statement.evidence.cue,
        "confidence": statement.evidence.confidence,
    }
    if isinstance(statement, StanceRecord):
        relation = Relation.OPPOSES if statement.polarity is Polarity.OPPOSING else Relation.SUPPORTS
        return common | {
            "kind": relation,
            "from": numbers([statement.source]),
            "to": numbers([statement.target]),
            "act": statement.act,
            "status": statement.status,
        }
    return common | {
        "kind": "says",
        "from": numbers(statement.speakers),
        "to": numbers(statement.addressees),
        "about": numbers(statement.about),
        "act": statement.kind,
    }


def _pieces(passage: Sequence[Piece]) -> list[list[str]]:
    return [[piece.text, *piece.marks] for piece in passage]


def _policy(scripts: Sequence[str]) -> str:
    """Tells the browser to run exactly these scripts and to load nothing."""
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts]
    return f"default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; script-src {' '.join(hashes)}"


def _json(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_UNSAFE)


def _template(name: str) -> str:
    return (files("kg.view") / "template" / name).read_text(encoding="utf-8")


def _fill(template: str, values: dict[str, str]) -> str:
    """Puts all values in at one go, so that a value that looks like a placeholder stays text."""
    return re.sub(r"\{\{ (\w+) \}\}", lambda placeholder: values[placeholder[1]], template)
