"""`kg check`: is a graph right?"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from kg.cli.tables import TableFormat, counted, printable

if TYPE_CHECKING:
    from kg.graph.check import CheckReport, Finding

DOES_NOT_CONFORM = 1


def check(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="Graph file that kg build wrote.")],
    articles: Annotated[
        Path | None,
        typer.Option(
            "--articles", "-a", metavar="DIR", help="Folder that the graph was built from: compare the files."
        ),
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, metavar="N", help="Print at most so many problems.")] = 50,
    form: Annotated[
        TableFormat, typer.Option("--format", help="How the answer is printed; json has all problems.")
    ] = TableFormat.TABLE,
) -> None:
    """Check a graph: its shape, its references, and every span against the article's words.

    The shapes are those of ontology/shapes.ttl, checked with pySHACL. Spans are
    compared with the texts in the graph; with --articles, these with the files.
    A graph built with --no-text needs --articles to have its spans compared.

    Examples:

      kg check out/graph.ttl

      kg check out/graph.ttl --articles seeds/

      kg check out/graph.ttl --format json | jq '.findings[].message'

    Exit codes: 0 nothing is wrong; 1 something is; 2 bad usage, or no graph.
    """
    from kg.graph.check import check_graph  # loads rdflib and pySHACL: too slow for a mere --help

    errors = Console(stderr=True, soft_wrap=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=errors,
        transient=True,
        disable=not errors.is_terminal,
    ) as progress:
        task = progress.add_task("Reading", total=None)
        report = check_graph(
            graph,
            articles,
            on_start=lambda total: progress.update(task, description="Checking nodes", total=total),
            on_nodes=lambda number: progress.advance(task, number),
        )
    if form is TableFormat.JSON:
        typer.echo(json.dumps(_as_json(report), ensure_ascii=False, indent=2))
    else:
        _print(report, most, compared=articles is not None)
    if report.findings:
        raise typer.Exit(DOES_NOT_CONFORM)


def _as_json(report: "CheckReport") -> dict[str, Any]:
    return {"conforms": not report.findings, **asdict(report)}


def _print(report: "CheckReport", most: int, *, compared: bool) -> None:
    console = Console(soft_wrap=True)
    file = None
    for finding in report.findings[:most]:
        if finding.file != file:
            file = finding.file
            console.print(Text(printable(file or "the graph as a whole"), style="bold"))
        console.print(_line(finding))
    hidden = len(report.findings) - most
    if hidden > 0:
        console.print(f"… and {hidden:,} more (--most N prints them, --format json has all)", highlight=False)
    if report.unread:
        hint = "their files are not in the folder" if compared else "give --articles DIR"
        _note(console, f"not compared: the spans of {counted(len(report.unread), 'article')} without text ({hint})")
    if report.unbuilt:
        _note(console, f"not in the graph: {_some(report.unbuilt)}")
    checked = ", ".join(
        (
            counted(report.articles, "article"),
            counted(report.statements, "statement"),
            counted(report.spans, "span"),
            counted(report.triples, "triple"),
        )
    )
    if report.findings:
        console.print(f"{counted(len(report.findings), 'problem')} in {checked}", style="red", highlight=False)
    else:
        console.print(f"nothing wrong: {checked}", style="green", highlight=False)


def _line(finding: "Finding") -> Text:
    where = f"{printable(finding.node)}: " if finding.node else ""
    return Text(f"  {finding.problem:<9} {where}{printable(finding.message)}")


def _note(console: Console, text: str) -> None:
    console.print(Text(printable(text), style="dim"))


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3:,} more" if len(names) > 3 else "")
