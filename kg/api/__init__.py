"""The graph in Python, for programs and notebooks: `from kg import build, open_graph`."""

from kg.api.building import BuildWarning, build
from kg.api.graph import NewsGraph, open_graph
from kg.api.records import Actor, Article, Event, Passage, Quotation, Row, Stance
from kg.api.sequence import Records

__all__ = [
    "Actor",
    "Article",
    "BuildWarning",
    "Event",
    "NewsGraph",
    "Passage",
    "Quotation",
    "Records",
    "Row",
    "Stance",
    "build",
    "open_graph",
]
