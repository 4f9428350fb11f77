"""Explanations as one page that needs neither network nor script."""

from collections.abc import Sequence
from html import escape
from importlib.resources import files
from pathlib import Path

from kg.graph.store import write_whole
from kg.view.explain.explanation import Explanation, Paragraph
from kg.view.explain.marks import Marked, Role
from kg.view.explain.statements import LABELLED, ROLES, Kind, Statement

POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'"
"""Tells the browser to run nothing and to load nothing."""

LEGEND: dict[Role, str] = {
    Role.QUOTE: "what is said",
    Role.SPEAKER: "who says it",
    Role.CUE: "cue",
    Role.ADDRESSEE: "to whom",
    Role.FRAME: "frame",
    Role.SOURCE: "who opposes or supports",
    Role.AGAINST: "opposing act",
    Role.FOR: "supporting act",
    Role.TARGET: "whom",
    Role.EVENT: "event",
    Role.TIME: "time",
}
"""What the roles are called."""


def write_explanations(explanations: Sequence[Explanation], path: Path) -> None:
    """Write the page, replacing the file as a whole.

    Raises:
        GraphError: the file cannot be written. What was there before is still there.
    """
    write_whole(path, render_page(explanations).encode("utf-8", "replace"))


def render_page(explanations: Sequence[Explanation]) -> str:
    """The page as text, the same for the same explanations."""
    style = (files("kg.view") / "template" / "explain.css").read_text(encoding="utf-8")
    articles = "\n".join(_article(explanation, f"a{n}") for n, explanation in enumerate(explanations, 1))
    title = explanations[0].article.source if len(explanations) == 1 else f"{len(explanations)} articles"
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{_text(title)}, explained</title>
<style>
{style}</style>
</head>
<body>
{_legend(explanations)}
<main>
{_contents(explanations)}{articles}
</main>
</body>
</html>
"""


def _legend(explanations: Sequence[Explanation]) -> str:
    shown = [kind for kind in Kind if any(kind in explanation.counts for explanation in explanations)]
    switches = "".join(
        f'<label><input type="checkbox" id="show-{kind}" checked>{kind.capitalize()}</label>' for kind in shown
    )
    roles = "".join(f'<li><span class="{r}">{LEGEND[r]}</span></li>' for kind in shown for r in ROLES[kind])
    return f'<header><div id="switches">{switches}</div><ul id="legend" aria-label="Legend">{roles}</ul></header>'


def _contents(explanations: Sequence[Explanation]) -> str:
    if len(explanations) < 2:
        return ""
    links = (f'<li><a href="#a{n}">{_text(_name(e))}</a></li>' for n, e in enumerate(explanations, 1))
    return f'<nav aria-label="Articles"><ol>{"".join(links)}</ol></nav>\n'


def _article(explanation: Explanation, name: str) -> str:
    article = explanation.article
    about = " · ".join((article.source, article.date or "undated", explanation.summary))
    numbered: set[str] = set()
    paragraphs = "\n".join(_paragraph(paragraph, name, numbered) for paragraph in explanation.paragraphs)
    return (
        f'<article id="{name}">\n<h1 lang="{_text(article.language)}">{_text(_name(explanation))}</h1>\n'
        f'<p class="about">{_text(about)}</p>\n{paragraphs}\n</article>'
    )


def _name(explanation: Explanation) -> str:
    return explanation.article.title or explanation.article.source


def _paragraph(paragraph: Paragraph, article: str, numbered: set[str]) -> str:
    text = "".join(_marked(node, article, numbered) for node in paragraph.text)
    cards = "".join(_card(statement, article) for statement in paragraph.statements)
    found = f'<ol class="found">{cards}</ol>' if cards else ""
    return f'<section><p class="text" lang="de">{text}</p>{found}</section>'


def _marked(node: str | Marked, article: str, numbered: set[str]) -> str:
    if isinstance(node, str):
        return _text(node)
    labels = [label for part in node.mark.parts if part.role in LABELLED and node.first for label in part.labels]
    numbers = "".join(_number(label, article, numbered) for label in labels)
    inside = "".join(_marked(child, article, numbered) for child in node.inside)
    for part in reversed(node.mark.parts):  # an element for each role: they are switched on and off by themselves
        inside = f'<span class="{part.role}" title="{" ".join(part.labels)}: {LEGEND[part.role]}">{inside}</span>'
    return numbers + inside


def _number(label: str, article: str, numbered: set[str]) -> str:
    """A link to the statement; the first one can be linked back to."""
    place = "" if label in numbered else f' id="{article}-{label}-text"'
    numbered.add(label)
    return f'<a class="number {_kind_of(label)}"{place} href="#{article}-{label}">{label}</a>'


def _kind_of(label: str) -> str:
    return f"of-{label[0]}"


def _card(statement: Statement, article: str) -> str:
    details = "".join(
        f"<li>{f'<b>{_text(name)}</b> ' if name else ''}{_text(value)}</li>" for name, value in statement.details
    )
    words = f'<blockquote lang="de">{_text(statement.words)}</blockquote>' if statement.words else ""
    entry = ""
    if statement.entry is not None:
        traits = "; ".join(statement.entry.traits)
        entry = (
            f'<p class="entry"><b>lexicon</b> {_text(statement.entry.table)}: '
            f'<i lang="de">{_text(statement.entry.name)}</i>{_text(f" ({traits})" if traits else "")}, '
            f'as in <i lang="de">{_text(statement.entry.example)}</i></p>'
        )
    place = f"{article}-{statement.label}"
    number = f'<span class="number">{statement.label}</span>'
    if any(part.role in LABELLED for mark in statement.marks for part in mark.parts):
        number = f'<a class="number" href="#{place}-text">{statement.label}</a>'
    indent = f' style="--depth: {statement.depth}"' if statement.depth else ""
    return (
        f'<li id="{place}" class="card {_kind_of(statement.label)} tone-{statement.tone}"{indent}>'
        f'<p class="who">{number} {_text(statement.headline)}</p>'
        f'{words}<ul class="details">{details}</ul>{entry}</li>'
    )


def _text(text: str) -> str:
    """Escaped, without the characters that HTML cannot hold."""
    return escape("".join(c if c >= " " or c in "\t\n" else "�" for c in text))
