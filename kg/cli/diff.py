"""`kg diff`: what one graph says and another does not."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from kg.cli.tables import TableFormat, counted, printable, shortened
from kg.graph.contents import read_contents
from kg.graph.diff import ArticleChanges, Change, Difference, How, Item, Kind, compare

DIFFER = 1

_SIGNS = {How.REMOVED: ("-", "red"), How.ADDED: ("+", "green"), How.CHANGED: ("~", "yellow")}


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Graph file.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Graph file to compare with it.")],
    only: Annotated[
        list[Kind] | None, typer.Option("--only", help="Compare only this kind of thing; may be given several times.")
    ] = None,
    tolerance: Annotated[
        float,
        typer.Option("--tolerance", min=0.0, max=1.0, help="Confidences that differ by no more are equal."),
    ] = 0.0,
    form: Annotated[TableFormat, typer.Option("--format", help="How the differences are printed.")] = TableFormat.TABLE,
) -> None:
    """Show what two graphs say differently, article by article.

    Names and words are compared, not IRIs: other numbers, another order or
    another --base-iri are no difference. "-" stands before what only OLD says,
    "+" before what only NEW says, "~" before what both say with other details.
    Places in the text count only where the text is the same.

    Examples:

      kg diff yesterday.ttl today.ttl

      kg diff old.ttl new.ttl --only stance --only quotation --tolerance 0.05

      kg diff old.ttl new.ttl --format json | jq '.articles[].changes[]'

    Exit codes: 0 no difference; 1 they differ; 2 bad usage, or no graph.
    """
    difference = compare(
        read_contents(old), read_contents(new), tolerance=tolerance, only=tuple(Kind) if not only else tuple(only)
    )
    if form is TableFormat.JSON:
        typer.echo(json.dumps(_as_json(difference, old, new), ensure_ascii=False, indent=2))
    else:
        _print(difference)
    if difference:
        raise typer.Exit(DIFFER)


def _as_json(difference: Difference, old: Path, new: Path) -> dict[str, Any]:
    return {
        "old": str(old),
        "new": str(new),
        "counts": {how.value: difference.number(how) for how in How},
        "articles": [
            {
                "file": article.file,
                "title": article.title,
                "published": article.published,
                "changes": [_change_as_json(change) for change in article.changes],
            }
            for article in difference.articles
        ],
        "actors": [_change_as_json(change) for change in difference.actors],
    }


def _change_as_json(change: Change) -> dict[str, Any]:
    item = change.item
    return {
        "change": change.how.value,
        "kind": item.kind.value,
        "who": item.who,
        "relation": item.relation,
        "whom": item.whom,
        "words": item.words,
        "iri": item.iri,
        "details": dict(item.details),
        "fields": {field.name: [field.old, field.new] for field in change.fields},
    }


def _print(difference: Difference) -> None:
    console = Console(soft_wrap=True)
    before, after = difference.versions
    if before != after:
        console.print(Text(f"built by kg {_versions(before)}, then {_versions(after)}", style="dim"))
    for article in difference.articles:
        console.print(Text(_heading(article), style="bold"))
        for change in article.changes:
            console.print(_line(change))
    if difference.actors:
        console.print(Text("actors", style="bold"))
        for change in difference.actors:
            console.print(_line(change))
    of = counted(difference.compared, "article")
    if difference:
        numbers = ", ".join(f"{difference.number(how):,} {how}" for how in (How.ADDED, How.REMOVED, How.CHANGED))
        console.print(f"{numbers}, in {len(difference.articles):,} of {of}", highlight=False)
    else:
        console.print(f"no difference in {of}", highlight=False)


def _versions(versions: tuple[tuple[str, str, str], ...]) -> str:
    return "; ".join(f"{program} (model {model}, ontology {ontology})" for program, model, ontology in versions) or "?"


def _heading(article: ArticleChanges) -> str:
    title = f" “{shortened(article.title)}”" if article.title else ""
    return printable(f"{article.file}{title}" + (f" ({article.published})" if article.published else ""))


def _line(change: Change) -> Text:
    sign, style = _SIGNS[change.how]
    changed = "; ".join(
        "the text" if field.name == "text" else f"{field.name} {_value(field.old)} → {_value(field.new)}"
        for field in change.fields
    )
    line = f"  {sign} {change.item.kind:<9} {_sentence(change.item)}" + (f": {changed}" if changed else "")
    return Text(printable(line), style=style)


def _sentence(item: Item) -> str:
    details = dict(item.details)
    words = f"“{shortened(item.words)}”"
    match item.kind:
        case Kind.QUOTATION:
            return f"{item.who or 'somebody'} said {words} ({details.get('type', '')})"
        case Kind.STANCE:
            status = details.get("status", "")
            told = "" if status == "Actual" else f", {status}"
            return f"{item.who} → {item.whom}: {item.relation} ({details.get('polarity', '').lower()}{told}), {words}"
        case Kind.EVENT:
            return f"“{shortened(item.who)}”" + (f" on {details['date']}" if "date" in details else "")
        case Kind.TIME:
            return f"{words} is {item.relation}"
        case Kind.MENTION:
            return f"{item.who} as {words}"
        case Kind.ACTOR:
            return f"{item.who} ({details.get('type', '')})"
        case Kind.ARTICLE:
            return item.iri


def _value(value: str | None) -> str:
    return "none" if value is None else shortened(value, 60)
