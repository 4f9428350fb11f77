"""`kg actors`: who is in a graph, and why articles' actors are on one node."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.alignment import print_aligned
from kg.cli.tables import counted, printable
from kg.graph.actors import SAME_NAME, ActorEntry, Presence, list_actors, search
from kg.graph.contents import read_contents
from kg.graph.export.tables import Table, to_csv
from kg.graph.parameters import ParameterKind, read_choice

_FILES = 4
"""Articles that one reason names; the rest is counted."""
_COLUMNS = ("actor", "type", "articles", "mentions", "statements", "wikidata", "other names")


class ListFormat(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def actors(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="Graph file that kg build wrote.")],
    wanted: Annotated[
        str | None,
        typer.Option("--search", "-s", metavar="NAME", help="Those of a name, or a part of one, with the evidence."),
    ] = None,
    merged: Annotated[
        bool,
        typer.Option("--merged", help="Those with different names in different articles, with the evidence."),
    ] = False,
    kind: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="Person, Organization, Country, Place or Group."),
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="COUNT", help="Only the first ones.")] = None,
    form: Annotated[ListFormat, typer.Option("--format", help="How they are printed.")] = ListFormat.TABLE,
    full: Annotated[bool, typer.Option("--full", help="Do not cut the table to the terminal.")] = False,
) -> None:
    """List the actors of a graph, those of most articles first; with --search or --merged, why each is one node.

    Articles' actors are on one node because they have the same name (of people: the
    full one) or the same Wikidata item, or because a rule is sure of it: then the
    rule and what it went by are told. kg build writes into aliases.toml what it is
    not sure of; there you also undo a merge.

    Examples:

      kg actors out/graph.ttl

      kg actors out/graph.ttl --search Merkel

      kg actors out/graph.ttl --merged --type Person

      kg actors out/graph.ttl --format json | jq '.[] | select(.mentions > 9) | .name'
    """
    chosen = read_choice(ParameterKind.ACTOR_TYPE, kind, "--type") if kind is not None else None
    entries = list_actors(read_contents(graph))
    if wanted is not None:
        entries = search(entries, wanted)
    found = [e for e in entries if chosen in (None, e.type) and (e.merged or not merged)][:limit]
    match form:
        case ListFormat.JSON:
            typer.echo(json.dumps([asdict(entry) for entry in found], ensure_ascii=False, indent=2))
        case ListFormat.CSV:
            rows = [(*_row(entry), "; ".join(entry.roles), entry.affiliation, entry.iri) for entry in found]
            table = Table("actors", (*_COLUMNS, "roles", "affiliation", "iri"), tuple(rows))
            typer.echo(to_csv(table, guard=True).decode("utf-8"), nl=False)
        case ListFormat.TABLE if wanted is not None or merged:
            typer.echo("\n\n".join("\n".join(map(printable, _details(entry))) for entry in found))
        case ListFormat.TABLE:
            shown = [tuple(printable(str(cell)) for cell in _row(entry)) for entry in found]
            print_aligned(_COLUMNS, shown, cut=sys.stdout.isatty() and not full)


def _row(entry: ActorEntry) -> tuple[str | int, ...]:
    numbers = (len({a.file for a in entry.articles}), entry.mentions, entry.statements)
    return (entry.name, entry.type, *numbers, entry.wikidata or "", "; ".join(entry.other_names))


def _details(entry: ActorEntry) -> Iterator[str]:
    where = (
        counted(len({a.file for a in entry.articles}), "article"),
        counted(entry.mentions, "mention"),
        counted(entry.statements, "statement"),
    )
    yield f"{entry.name} ({entry.type}, {entry.iri}): {', '.join(where)}"
    known = {
        "also": "; ".join(entry.other_names),
        "roles": "; ".join(entry.roles),
        "of": entry.affiliation or "",
        "Wikidata": entry.wikidata or "",
    }
    for name, text in known.items():
        if text:
            yield f"  {name:<8}  {text}"
    for reason, presences in _by_reason(entry):
        files = [p.file for p in presences]
        more = f" and {len(files) - _FILES} more" if len(files) > _FILES else ""
        yield f"  {reason}: {', '.join(files[:_FILES])}{more}"


def _by_reason(entry: ActorEntry) -> Sequence[tuple[str, list[Presence]]]:
    """Articles under the reason for which they are here, the usual one first."""
    groups: dict[tuple[bool, str], list[Presence]] = {}
    for presence in entry.articles:
        special = presence in entry.merged
        reason = {"": "in", SAME_NAME: "under this name"}.get(presence.rule, presence.rule)
        if special:
            reason = f"as “{presence.name}” ({'; '.join((presence.rule, *presence.grounds))})"
        groups.setdefault((special, reason), []).append(presence)
    return [(reason, groups[special, reason]) for special, reason in sorted(groups)]
