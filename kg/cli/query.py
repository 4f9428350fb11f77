"""`kg query`: questions to a graph."""

from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import QuerySolutions, Store
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.errors import UsageError
from kg.graph.answers import Format, Rows, to_rows, to_text
from kg.graph.queries import ask, find_actor, shipped_queries, shipped_query
from kg.graph.store import declared_prefixes, open_store
from kg.graph.vocab import VOCABULARIES


def query(
    graph: Annotated[Path | None, typer.Argument(metavar="GRAPH", help="Turtle file that kg build wrote.")] = None,
    sparql: Annotated[str | None, typer.Argument(metavar="SPARQL", help="A query in SPARQL 1.1.")] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", metavar="FILE.rq", help="Read the query from here.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", "-n", metavar="NAME", help="Run a shipped query.")] = None,
    actor: Annotated[
        str | None, typer.Option(metavar="ACTOR", help="For a shipped query: whom it is about, by name.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How the answer is printed.")] = Format.TABLE,
    list_queries: Annotated[bool, typer.Option("--list", help="List the shipped queries.")] = False,
) -> None:
    """Ask a graph a question in SPARQL, or one of the shipped questions.

    The prefixes kg, schema, prov, oa, sem, skos, xsd, wd, rdfs and rdf need no
    declaration, nor do those of the graph's own things: actor, article, claim,
    event, statement, time. ASK prints true or false; CONSTRUCT and DESCRIBE
    print Turtle.

    Examples:

      kg query out/graph.ttl 'SELECT ?who ?whom { ?who kg:opposes ?whom }'

      kg query out/graph.ttl --name who-opposes-whom

      kg query out/graph.ttl --name quotes-of --actor "Wang Yi"

      kg query out/graph.ttl -f mine.rq --format csv > answer.csv

      kg query --list
    """
    if list_queries:
        _print_rows(_catalogue())
        return
    if graph is None:
        raise UsageError("no graph given. Name the Turtle file: kg query out/graph.ttl --name who-opposes-whom")
    prefixes = {p: str(iri) for p, iri in VOCABULARIES.items()} | declared_prefixes(graph)
    store = open_store(graph)
    answer = ask(store, _chosen(store, sparql, file, name, actor), prefixes)
    if form is Format.TABLE and isinstance(answer, QuerySolutions):
        _print_rows(to_rows(answer, prefixes))
    else:
        typer.echo(to_text(answer, form, prefixes), nl=False)


def _chosen(store: Store, sparql: str | None, file: Path | None, name: str | None, actor: str | None) -> str:
    """The query that the arguments name."""
    if sum(x is not None for x in (sparql, file, name)) != 1:
        raise UsageError("give one of: a query in SPARQL, -f FILE.rq, or --name NAME (kg query --list shows them).")
    if name is not None:
        shipped = shipped_query(name)
        return shipped.fill({} if actor is None else {"actor": find_actor(store, actor)})
    if actor is not None:
        raise UsageError("--actor belongs to shipped queries (--name NAME). Write the actor into your own query.")
    if file is None:
        return sparql or ""
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read ({error}). Name a text file that holds a SPARQL query.") from error


def _catalogue() -> Rows:
    rows = []
    for shipped in shipped_queries().values():
        options = "; ".join(f"--{p.name}: {p.description}" for p in shipped.parameters)
        rows.append((shipped.name, shipped.description, options))
    return Rows(("name", "what it tells", "options"), tuple(rows))


def _print_rows(rows: Rows) -> None:
    table = Table(*rows.columns, box=None, pad_edge=False)
    for column in table.columns:
        column.overflow = "fold"
    for row in rows.rows:
        table.add_row(*map(Text, row))
    console = Console()
    if console.is_terminal:
        console.print(table)
        return
    # In a pipe or a file each row stays on its line, however long it is.
    width = console.measure(table, options=console.options.update(max_width=10**6)).maximum
    wide = Console(width=max(1, width))
    with wide.capture() as written:
        wide.print(table)
    typer.echo("\n".join(line.rstrip() for line in written.get().splitlines()))
