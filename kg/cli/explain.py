"""`kg explain`: an article with what is found in it, and why."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from kg.cli.build import BUILT_WITH_LOSSES
from kg.cli.explained import Writer
from kg.errors import UsageError
from kg.ingest import Source, find_sources
from kg.view.explain import Explanation, Kind, write_explanations
from kg.view.explain import explain as explained

if TYPE_CHECKING:
    from kg.engine import Outcome


def explain(
    inputs: Annotated[list[Path], typer.Argument(metavar="ARTICLE", help="Article files (.txt) and folders of them.")],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page instead of printing.")
    ] = None,
    only: Annotated[
        list[Kind] | None, typer.Option("--only", help="Only these; may be given more than once.  [default: all]")
    ] = None,
) -> None:
    """Show an article with what kg finds in it: who says, opposes or supports what, what happened when, and why.

    The text comes with its spans marked, in colours on a terminal and in
    brackets elsewhere; below each paragraph stands what begins in it, with the
    rule that found it, how sure it is, and the cue's entry in the lexicon.

    Examples:

      kg explain seeds/article.txt

      kg explain monday/ --only quotations --only stances

      kg explain seeds/article.txt --html article.html

    Exit codes: 0 explained; 2 bad usage, or no article could be read; 3 explained, but some failed or are doubtful.
    """
    sources = _sources(inputs)
    if html is not None and html.resolve() in {source.path.resolve() for source in sources}:
        raise UsageError(f"{html}: is one of the articles. Name another file for the page.")
    import kg.engine  # loads spaCy: too slow for a mere --help

    kinds = tuple(only or Kind)
    errors = Console(stderr=True, soft_wrap=True, highlight=False)
    writer = Writer()
    pages: list[Explanation] = []
    show = writer.write if html is None else pages.append
    losses, shown = False, 0
    for outcome in kg.engine.process(sources, jobs=1):
        if outcome.facts is not None:
            show(explained(outcome.facts, kinds))
            shown += 1
        losses |= _print_problems(outcome, errors)
    if not shown:
        raise UsageError("No article could be explained.")
    if html is not None:
        write_explanations(pages, html)
        typer.echo(f"wrote {html}")
    if losses:
        raise typer.Exit(BUILT_WITH_LOSSES)


def _sources(inputs: Sequence[Path]) -> list[Source]:
    """The articles in the order in which they are named, each once."""
    found: dict[Path, Source] = {}
    for given in inputs:
        for source in find_sources([given]).sources:
            found.setdefault(source.path.resolve(), source)
    if not found:
        raise UsageError(f"{', '.join(map(str, inputs))}: no articles (.txt) found. Name a folder that holds some.")
    return list(found.values())


def _print_problems(outcome: "Outcome", errors: Console) -> bool:
    """Whether there were any."""
    doubts = outcome.facts.article.doubts if outcome.facts else ()
    if outcome.failure is not None:
        errors.print(f"not explained: {outcome.failure}", style="red", markup=False)
    for doubt in doubts:
        errors.print(f"doubtful: {outcome.source.path}: {doubt}", style="yellow", markup=False)
    return outcome.failure is not None or bool(doubts)
