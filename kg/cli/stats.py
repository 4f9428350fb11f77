"""`kg stats`: a graph in numbers."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.cli.tables import TableFormat, printable
from kg.graph.contents import read_contents
from kg.graph.stats import Period, Ranked, Stats, count


def stats(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="Graph file that kg build wrote.")],
    top: Annotated[int, typer.Option("--top", "-n", min=1, metavar="N", help="Places in each ranking.")] = 10,
    form: Annotated[TableFormat, typer.Option("--format", help="How the numbers are printed.")] = TableFormat.TABLE,
) -> None:
    """Count what a graph holds: who is quoted, opposed and supported most, which pairs have most between them.

    Stances of any status count. A phrase quoted inside a quotation of the same
    speaker counts once among the most quoted.

    Examples:

      kg stats out/graph.ttl

      kg stats out/graph.ttl --top 3

      kg stats out/graph.ttl --format json | jq .most_quoted
    """
    numbers = count(read_contents(graph), top)
    if form is TableFormat.JSON:
        typer.echo(json.dumps(_as_json(numbers), ensure_ascii=False, indent=2))
    else:
        _print(numbers)


def _as_json(stats: Stats) -> dict[str, Any]:
    return {**asdict(stats), "speaker_share": stats.speaker_share}


def _print(stats: Stats) -> None:
    console = Console(soft_wrap=True)
    rows = [(f"{number:,}", name) for name, number in stats.counts.items()]
    if stats.speaker_share is not None:
        rows.append((f"{stats.speaker_share:.0%}", f"of the quotations have a speaker ({stats.spoken:,})"))
    _print_table(console, "", ("", ""), rows)
    _print_table(console, "dates", ("of", "first day", "last day", "dated"), _periods(stats))
    for title, numbers in stats.by_kind.items():
        _print_table(console, title, ("", ""), [(f"{number:,}", name) for name, number in numbers.items()])
    _print_table(console, "most quoted", ("", "actor", "in articles"), _ranks(stats.most_quoted))
    _print_table(console, "most opposed", ("", "actor", "by actors"), _ranks(stats.most_opposed))
    _print_table(console, "most supported", ("", "actor", "by actors"), _ranks(stats.most_supported))
    _print_table(
        console,
        "densest pairs",
        ("", "actors", "opposing", "supporting", "speech"),
        [
            (str(p.total), " – ".join(p.labels), str(p.opposing), str(p.supporting), str(p.speech))
            for p in stats.densest_pairs
        ],
    )


def _periods(stats: Stats) -> list[tuple[str, ...]]:
    def row(name: str, period: Period) -> tuple[str, ...]:
        return name, period.first or "–", period.last or "–", f"{period.dated:,} of {period.of:,}"

    return [row("articles", stats.articles), row("events", stats.events)]


def _ranks(ranked: Iterable[Ranked]) -> list[tuple[str, ...]]:
    return [(f"{r.number:,}", r.label, f"{r.others:,}") for r in ranked]


def _print_table(console: Console, title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    if not rows:
        return
    if title:
        console.print(f"\n{title}", style="bold", highlight=False)
    table = Table(box=None, pad_edge=False, show_header=any(columns), header_style="dim")
    for place, column in enumerate(columns):
        is_number = all(row[place][:1].isdigit() for row in rows) and not rows[0][place][:5].endswith("-")
        table.add_column(column, justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    if console.is_terminal:
        console.print(table)
        return
    with console.capture() as written:
        console.print(table)
    typer.echo("\n".join(line.rstrip() for line in written.get().splitlines()))
