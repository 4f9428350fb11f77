"""`kg view`: the page, or a still picture, of a graph that is there already."""

from pathlib import Path
from typing import Annotated

import typer

from kg.errors import UsageError
from kg.view import read_file, write_records


def view(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="Turtle file that kg build wrote.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where the page goes.  [default: beside the graph, as .html]"
        ),
    ] = None,
    static: Annotated[
        Path | None,
        typer.Option("--static", metavar="FILE", help="Draw a still picture (.svg or .png); without -o no page then."),
    ] = None,
) -> None:
    """Write the page of a graph, as kg build does, or a still picture for a report.

    The page is one file that needs no network: send it, or carry it on a stick.
    It shows the strongest part of a large graph first and finds the rest by search.

    Examples:

      kg view out/graph.ttl

      kg view out/graph.ttl -o week.html

      kg view out/graph.ttl --static figure.svg

    Exit codes: 0 written; 2 bad usage, or the graph cannot be read.
    """
    page = output or (None if static else graph.with_suffix(".html"))
    targets = [path.resolve() for path in (page, static) if path is not None]
    if graph.resolve() in targets or len(set(targets)) < len(targets):
        raise UsageError(f"{graph}: graph, page and picture need different names. Name another with -o or --static.")
    records = read_file(graph)
    if page is not None:
        write_records(records, page)
        typer.echo(f"wrote {page}")
    if static is not None:
        from kg.view.still import write_picture  # matplotlib takes a second to load, and only this needs it

        write_picture(records, static)
        typer.echo(f"wrote {static}")
