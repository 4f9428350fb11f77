"""The formats a graph can be exported to: some one file, some a folder of files."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from pyoxigraph import Quad

from kg.errors import GraphError, UsageError
from kg.graph.contents import contents_of
from kg.graph.export.folder import write_folder
from kg.graph.export.neo4j import neo4j_tables
from kg.graph.export.network import to_gexf, to_graphml
from kg.graph.export.rdf import to_jsonld, to_ntriples, to_trig
from kg.graph.export.tables import tables, to_csv
from kg.graph.nodes import Nodes
from kg.graph.records import Contents
from kg.graph.store import triples, write_whole


class ExportFormat(StrEnum):
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    JSONLD = "jsonld"
    NT = "nt"
    TRIG = "trig"
    NEO4J = "neo4j"


_NETWORKS: Mapping[ExportFormat, Callable[[Contents], bytes]] = {
    ExportFormat.GRAPHML: to_graphml,
    ExportFormat.GEXF: to_gexf,
}
_NOTATIONS: Mapping[ExportFormat, Callable[[Iterable[Quad]], bytes]] = {
    ExportFormat.JSONLD: to_jsonld,
    ExportFormat.NT: to_ntriples,
    ExportFormat.TRIG: to_trig,
}


def export(graph: Path, form: ExportFormat, output: Path, *, raw_cells: bool = False) -> tuple[Path, ...]:
    """Write a graph in another format, whole or not at all.

    Args:
        graph: a graph file.
        output: a file; a folder for CSV and Neo4j.
        raw_cells: whether the cells of CSV stay as they are even where a spreadsheet would run them.

    Returns:
        The files written.

    Raises:
        GraphError: the graph cannot be read, or the output cannot be written.
        UsageError: the output is the graph itself, or `raw_cells` is given for a format without them.
    """
    if raw_cells and form is not ExportFormat.CSV:
        raise UsageError(f"--raw-cells belongs to --to csv; {form} needs no such guard. Leave it out.")
    if output.resolve() == graph.resolve():
        raise UsageError(f"{output}: is the graph itself. Name another file to write to.")
    if form in _NOTATIONS:
        return _write_file(output, _NOTATIONS[form](triples(graph)))
    contents = contents_of(Nodes.read(graph))
    if form in _NETWORKS:
        return _write_file(output, _NETWORKS[form](contents))
    guard = form is ExportFormat.CSV and not raw_cells
    found = tables(contents) if form is ExportFormat.CSV else neo4j_tables(contents)
    files = {f"{table.name}.csv": to_csv(table, guard=guard) for table in found}
    write_folder(output, files)
    return tuple(output / name for name in files)


def _write_file(output: Path, content: bytes) -> tuple[Path, ...]:
    if output.is_dir():
        raise GraphError(f"{output}: is a folder, and this format is one file. Name a file in it.")
    write_whole(output, content)
    return (output,)
