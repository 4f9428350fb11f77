"""The commands, and the one place where errors become messages and exit codes."""

from importlib import import_module
from typing import Annotated, Any

import typer
from rich.console import Console
from typer.core import TyperCommand, TyperGroup

import kg
from kg.errors import KgError

BAD_USAGE = 2

COMMANDS = ("build", "view", "explain", "query", "check", "diff", "export", "stats", "actors")
"""Each is the function of its name in `kg/cli/<name>.py`, imported when it is asked for: a question to a graph
should not wait until the language model's libraries are loaded."""


class Commands(TyperGroup):
    """Exit codes: 0 fine, 1 the answer is no, 2 bad usage or nothing could be built, 3 built with losses."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:
        return load_command(cmd_name) if cmd_name in COMMANDS else None

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # `kg query … | head`: the runner ends quietly
            raise
        except (KgError, OSError) as error:
            Console(stderr=True, soft_wrap=True).print(f"kg: {error}", style="red", markup=False, highlight=False)
            raise typer.Exit(BAD_USAGE) from error


def load_command(name: str) -> TyperCommand:
    """The command of a name in `COMMANDS`."""
    alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="rich")
    alone.command(name)(getattr(import_module(f"kg.cli.{name}"), name))
    command = typer.main.get_command(alone)
    assert isinstance(command, TyperCommand)
    return command


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


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

    Exit codes: 0 fine; 1 the answer is no (kg check, kg diff); 2 bad usage, or nothing could be built; 3 built, but
    some articles failed or are doubtful.
    """
