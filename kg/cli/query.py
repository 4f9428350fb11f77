"""`kg query`: questions to a graph."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import QueryBoolean, QuerySolutions, Store

from kg.cli.alignment import print_aligned
from kg.errors import UsageError
from kg.graph.answers import Format, to_rows, to_text
from kg.graph.names import VOCABULARIES
from kg.graph.queries import Answer, absent_terms, ask
from kg.graph.shipped import ShippedQuery, limited, read_query, shipped_queries, shipped_query
from kg.graph.store import declared_prefixes, open_store
from kg.graph.vocabulary import terms

_OPTIONS = "Options of shipped queries (kg query --list says which takes what)"


def _told(metavar: str, text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(metavar=metavar, help=text, rich_help_panel=_OPTIONS)
    return option


def query(
    graph: Annotated[Path | None, typer.Argument(metavar="GRAPH", help="Turtle file that kg build wrote.")] = None,
    sparql: Annotated[str | None, typer.Argument(metavar="SPARQL", help="A query in SPARQL 1.1.")] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", metavar="FILE.rq", help="Read the query from here.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", "-n", metavar="NAME", help="Run a shipped query.")] = None,
    form: Annotated[Format, typer.Option("--format", help="How the answer is printed.")] = Format.TABLE,
    full: Annotated[bool, typer.Option("--full", help="Do not cut the table to the terminal.")] = False,
    list_queries: Annotated[bool, typer.Option("--list", help="List the shipped queries with their options.")] = False,
    explain_terms: Annotated[
        bool, typer.Option("--explain-terms", help="Print the graph's vocabulary with examples.")
    ] = False,
    actor: Annotated[str | None, _told("ACTOR", "Whom it is about, by name.")] = None,
    other: Annotated[str | None, _told("ACTOR", "A second actor.")] = None,
    since: Annotated[str | None, _told("DATE", "From this year, month or day on.")] = None,
    until: Annotated[str | None, _told("DATE", "Up to this year, month or day.")] = None,
    act: Annotated[str | None, _told("ACT", "A kind of act, such as Accuse.")] = None,
    status: Annotated[str | None, _told("STATUS", "Actual, ReportedByOther, Planned or Denied.")] = None,
    polarity: Annotated[str | None, _told("POLARITY", "Opposing or Supporting.")] = None,
    kind: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Of actor or quotation.", rich_help_panel=_OPTIONS)
    ] = None,
    text: Annotated[str | None, _told("TEXT", "Words that a claim holds.")] = None,
    article: Annotated[str | None, _told("ARTICLE", "By file, headline or a part of one.")] = None,
    min_confidence: Annotated[str | None, _told("NUMBER", "Only statements at least this sure, 0 to 1.")] = None,
    least: Annotated[str | None, _told("COUNT", "How many it takes to be shown.")] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="COUNT", help="Only the first rows.", rich_help_panel=_OPTIONS)
    ] = None,
) -> None:
    """Ask a graph a question in SPARQL, or one of the shipped questions.

    The prefixes kg, schema, prov, oa, sem, skos, xsd, wd, rdfs and rdf need no
    declaration, nor do those of the graph's own things: actor, article, claim,
    event, statement, time. ASK prints true or false; CONSTRUCT and DESCRIBE
    print Turtle. Tables are cut to the terminal's width; other formats, pipes
    and --full give everything.

    Examples:

      kg query out/graph.ttl 'SELECT ?who ?whom { ?who kg:opposes ?whom }'

      kg query out/graph.ttl --name who-opposes-whom --since 2022-01

      kg query out/graph.ttl --name quotes-of --actor "Wang Yi"

      kg query out/graph.ttl -f mine.rq --format csv > answer.csv

      kg query --list

      kg query --explain-terms
    """
    if list_queries:
        typer.echo("\n\n".join(map(_entry, shipped_queries().values())))
        return
    if explain_terms:
        _explain_terms()
        return
    if graph is None:
        raise UsageError("no graph given. Name the Turtle file: kg query out/graph.ttl --name who-opposes-whom")
    told = {
        "actor": actor,
        "other": other,
        "since": since,
        "until": until,
        "act": act,
        "status": status,
        "polarity": polarity,
        "type": kind,
        "text": text,
        "article": article,
        "min-confidence": min_confidence,
        "least": least,
    }
    values = {option: value for option, value in told.items() if value is not None}
    chosen = _chosen(sparql, file, name, values, limit)
    prefixes = VOCABULARIES | declared_prefixes(graph)
    store = open_store(graph)
    wanted = chosen.fill(values, store)
    answer = ask(store, wanted if limit is None else limited(wanted, limit), prefixes)
    rows = _print_answer(answer, form, prefixes, cut=sys.stdout.isatty() and not full)
    if name is None and not rows:
        _print_notes(store, wanted, prefixes)


def _chosen(
    sparql: str | None, file: Path | None, name: str | None, values: dict[str, str], limit: int | None
) -> ShippedQuery:
    """The query that the arguments name."""
    if sum(x is not None for x in (sparql, file, name)) != 1:
        raise UsageError("give one of: a query in SPARQL, -f FILE.rq, or --name NAME (kg query --list shows them).")
    if name is not None:
        return shipped_query(name)
    if file is not None:
        try:
            own = read_query(str(file), file.read_text("utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{file}: cannot be read ({error}). Name a text file that holds a query.") from error
    else:
        own = ShippedQuery("", "", (), "", sparql or "")
    if limit is not None:
        raise UsageError("--limit belongs to shipped queries (--name NAME). Write LIMIT into your own query.")
    if values and not own.parameters:
        option = next(iter(values))
        raise UsageError(f"--{option} belongs to shipped queries (--name NAME). Write it into your own query.")
    return own


def _print_answer(answer: Answer, form: Format, prefixes: dict[str, str], *, cut: bool) -> bool:
    """Whether there was anything to print."""
    if form is Format.TABLE and isinstance(answer, QuerySolutions):
        table = to_rows(answer, prefixes)
        print_aligned(table.columns, table.rows, cut=cut)
        return bool(table.rows)
    typer.echo(to_text(answer, form, prefixes), nl=False)
    return not isinstance(answer, QueryBoolean) or bool(answer)


def _print_notes(store: Store, sparql: str, prefixes: dict[str, str]) -> None:
    for message in absent_terms(store, sparql, prefixes):
        typer.secho(f"note: {message}", err=True, fg="yellow")


def _entry(shipped: ShippedQuery) -> str:
    lines = [typer.style(shipped.name, bold=True), f"    {shipped.description}"]
    options = [(f"--{p.name} {p.kind}", p.description + (f" ({p.note})" if p.note else "")) for p in shipped.parameters]
    width = max((len(option) for option, _ in options), default=0)
    lines += [f"    {option:<{width}}  {text}" for option, text in options]
    return "\n".join((*lines, f"    $ kg query GRAPH --name {shipped.name} {shipped.example}".rstrip()))


def _explain_terms() -> None:
    last = ""
    for term in terms():
        if term.group != last:
            typer.echo(("\n" if last else "") + typer.style(term.group, bold=True))
            last = term.group
        typer.echo(f"  {term.name:<24}  {term.meaning}")
        typer.echo(f"  {'':<24}  {{ {term.example} }}")
    typer.echo("\nThe braces hold a pattern, such as in: kg query GRAPH 'SELECT * { … }'")
