"""Graphs in the formats of other programs."""

from kg.graph.export.formats import ExportFormat, export

__all__ = ["ExportFormat", "export"]
