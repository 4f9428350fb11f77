"""The commands, and the one place where errors become messages and exit codes."""

from typing import Annotated, Any

import typer
from rich.console import Console
from typer.core import TyperGroup

import kg
from kg.cli.build import build
from kg.cli.query import query
from kg.errors import KgError

BAD_USAGE = 2


class Commands(TyperGroup):
    """Exit codes: 0 fine, 1 the answer is no, 2 bad usage or nothing could be built, 3 built with losses."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # `kg query … | head`: the runner ends quietly
            raise
        except (KgError, OSError) as error:
            Console(stderr=True, soft_wrap=True).print(f"kg: {error}", style="red", markup=False, highlight=False)
            raise typer.Exit(BAD_USAGE) from error


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command()(build)
app.command()(query)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {kg.__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """A knowledge graph of German news: who said what, who stands against whom, what happened when.

    Examples:

      kg build seeds/ -o out/graph.ttl

      kg query out/graph.ttl --name who-opposes-whom

    Exit codes: 0 fine; 2 bad usage, or nothing could be built; 3 built, but some articles failed or are doubtful.
    """
