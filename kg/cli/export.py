"""`kg export`: a graph in the formats of other programs."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from kg.graph.export import ExportFormat
from kg.graph.export import export as write_export
from kg.graph.export.neo4j import import_command


def export(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="Graph file that kg build wrote.")],
    to: Annotated[ExportFormat, typer.Option("--to", "-t", help="The format.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", help="File to write; a folder for csv and neo4j.")
    ],
    raw_cells: Annotated[
        bool,
        typer.Option(
            "--raw-cells",
            help="csv only: no apostrophe before cells that begin with = + - or @. Not for spreadsheets.",
        ),
    ] = False,
) -> None:
    """Write a graph for another program.

    gexf     Gephi: network of actors, edges with kind, weight and days
    graphml  Cytoscape, yEd: the same network
    csv      pandas, spreadsheets: a folder with a table for each kind of thing
    neo4j    Neo4j: a folder for neo4j-admin database import
    jsonld   web and search: JSON-LD with its context
    nt       other stores: sorted N-Triples
    trig     other stores: one named graph for each article

    Spreadsheets run cells that begin with = + - or @. In csv such cells get an
    apostrophe in front; --raw-cells leaves them as they are.

    Examples:

      kg export out/graph.ttl --to gexf -o out/graph.gexf

      kg export out/graph.ttl --to csv -o out/tables

      kg export out/graph.ttl --to neo4j -o out/neo4j

      kg export out/graph.ttl --to trig -o out/graph.trig
    """
    written = write_export(graph, to, output, raw_cells=raw_cells)
    console = Console(soft_wrap=True)
    for path in written:
        console.print(f"wrote {path}", markup=False, highlight=False)
    if to is ExportFormat.NEO4J:
        command = import_command(str(output), (path.stem for path in written))
        console.print(f"load it with: {command}", markup=False, highlight=False)
