"""`kg build`: articles to graph and page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from kg.cli.tables import counted
from kg.graph.names import BASE_IRI

if TYPE_CHECKING:
    from kg.engine import Outcome, Report

BUILT_WITH_LOSSES = 3
_NOTICES = 5
"""Entries of the alias file that are told about: whoever builds a part of an archive knows that most do not fit."""


def build(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT", help="Article files (.txt) and folders of them.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where the Turtle goes.")],
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Where the page goes.  [default: beside the Turtle, as .html]"),
    ] = None,
    no_html: Annotated[bool, typer.Option("--no-html", help="Write no page.")] = False,
    aliases: Annotated[
        Path | None,
        typer.Option(
            "--aliases", metavar="FILE", help="Where you decide who is who.  [default: aliases.toml beside the Turtle]"
        ),
    ] = None,
    no_aliases: Annotated[bool, typer.Option("--no-aliases", help="Read and write no alias file.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes.  [default: one for each processor]"),
    ] = None,
    base_iri: Annotated[str, typer.Option(metavar="IRI", help="What the graph's own IRIs begin with.")] = BASE_IRI,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the articles' bodies out of the graph.")] = False,
) -> None:
    """Read articles and write their knowledge graph as Turtle, and a page that shows it.

    A file may begin with the header lines "date YYYY-MM-DD" and "title …"; then comes the text.

    Where kg is not sure whether actors of different articles are one, it writes drafts
    into aliases.toml. Change a draft's status to "same" or "different" and build again.

    Examples:

      kg build seeds/ -o out/graph.ttl

      kg build monday/ tuesday/article.txt -o week.ttl --jobs 4 --no-html

      kg build archive/ -o out/archive.ttl --aliases who-is-who.toml

    Exit codes: 0 built; 2 bad usage, or no article could be built; 3 built, but some articles failed or are doubtful.
    """
    if html and no_html:
        raise typer.BadParameter("--html and --no-html exclude each other. Give one of them.")
    if aliases and no_aliases:
        raise typer.BadParameter("--aliases and --no-aliases exclude each other. Give one of them.")
    import kg.engine  # loads spaCy: too slow for a mere --help

    page = None if no_html else html or output.with_suffix(".html")
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

        def advance(outcome: "Outcome") -> None:
            progress.advance(task)

        report = kg.engine.build(
            inputs,
            output,
            base_iri=base_iri,
            page=page,
            aliases=None if no_aliases else aliases or output.with_name("aliases.toml"),
            jobs=jobs,
            with_text=not no_text,
            on_start=lambda total: progress.update(task, total=total),
            on_article=advance,
        )
    _print_problems(report, errors)
    _print_summary(report)
    if report.failures or report.doubts:
        raise typer.Exit(BUILT_WITH_LOSSES)


def _print_problems(report: "Report", errors: Console) -> None:
    for message in report.failures:
        errors.print(f"not built: {message}", style="red", markup=False, highlight=False)
    for message in report.doubts:
        errors.print(f"doubtful: {message}", style="yellow", markup=False, highlight=False)
    for message in report.notices[:_NOTICES]:
        errors.print(f"aliases: {message}", style="yellow", markup=False, highlight=False)
    if len(report.notices) > _NOTICES:
        more = f"aliases: {len(report.notices) - _NOTICES} more entries like these"
        errors.print(more, style="yellow", markup=False, highlight=False)
    if report.skipped:
        first = ", ".join(p.name for p in report.skipped[:3]) + (", …" if len(report.skipped) > 3 else "")
        errors.print(
            f"skipped {len(report.skipped)} files of other kinds ({first})", style="dim", markup=False, highlight=False
        )


def _print_summary(report: "Report") -> None:
    console = Console(soft_wrap=True)
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right")
    table.add_column()
    for name, number in report.counts.items():
        table.add_row(f"{number:,}", name)
    table.add_row(f"{report.seconds:.1f}", "seconds")
    console.print(table)
    for path in filter(None, (report.output, report.page)):
        console.print(f"wrote {path}", markup=False, highlight=False)
    if report.aliases is not None and report.drafts:
        doubtful = counted(report.drafts, "doubtful merge")
        console.print(f"wrote {report.aliases}: {doubtful} for you to decide", markup=False, highlight=False)
