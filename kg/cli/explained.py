"""An explanation on the terminal: in colours there, with marks in brackets in a pipe, a file or without colours."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from kg.cli.tables import printable, shortened
from kg.view.explain import LABELLED, ROLES, Explanation, Kind, Marked, Role, Statement

_STYLES: dict[Role, str] = {
    Role.QUOTE: "cyan",
    Role.FRAME: "dim",
    Role.SPEAKER: "bold blue",
    Role.ADDRESSEE: "bold magenta",
    Role.CUE: "bold yellow",
    Role.SOURCE: "underline",
    Role.TARGET: "underline2",
    Role.AGAINST: "bold underline red",
    Role.FOR: "bold underline green",
    Role.EVENT: "bold italic green",
    Role.TIME: "italic green",
}
"""Quotations by plain colours, stances underlined, times and events in italics: so they can be told where they meet."""
_NESTED_QUOTE = "bold cyan"
_WEAK = frozenset({Role.QUOTE, Role.FRAME, Role.EVENT, Role.TIME})
"""Roles whose colours give way to those of the others."""
_STRONG = frozenset(Role) - {Role.QUOTE, Role.FRAME}
"""Roles that are never faint."""

_INDENT = 4
_NARROWEST = 24
"""Columns; text is not wrapped to fewer."""


class Writer:
    """Prints explanations, wrapped to a terminal's width, one line for each paragraph elsewhere."""

    def __init__(self) -> None:
        self._console = Console(soft_wrap=True, highlight=False)
        self._width = max(_NARROWEST, self._console.width) if self._console.is_terminal else None
        self._in_colour = self._console.color_system is not None and not self._console.no_color
        self._begun = False

    def write(self, explanation: Explanation) -> None:
        if self._begun:
            self._print(Text())
        self._write_heading(explanation)
        for paragraph in explanation.paragraphs:
            self._print(Text())
            self._print(self._joined(paragraph.text))
            for statement in paragraph.statements:
                self._write_statement(statement)
        self._begun = True

    def _write_heading(self, explanation: Explanation) -> None:
        article = explanation.article
        if article.title:
            self._print(Text(printable(article.title), "bold"))
        self._print(Text(f"{printable(article.source)} · {article.date or 'undated'} · {explanation.summary}", "dim"))
        if self._in_colour and not self._begun:
            roles = (role for kind in explanation.counts for role in ROLES[kind])
            self._print(Text(" ").join(Text(role.value, _STYLES[role]) for role in roles))

    def _write_statement(self, it: Statement) -> None:
        indent = " " * (2 + 2 * min(it.depth, 4))
        style = f"bold {_STYLES[it.tone]}" if it.kind is Kind.STANCES else "bold"
        label = (f"{it.label:<{_INDENT - 1}} ", "dim")
        self._print(Text.assemble(label, (printable(it.headline), style)), indent, indent + " " * _INDENT)
        inner = indent + " " * _INDENT
        if it.words:
            self._print(Text(shortened(it.words), _STYLES[Role.QUOTE] if it.tone is Role.QUOTE else ""), inner)
        details = (Text.assemble((f"{name} " if name else "", "dim"), printable(value)) for name, value in it.details)
        self._print(Text(" · ").join(details), inner)
        if it.entry is not None:
            traits = f" ({'; '.join(it.entry.traits)})" if it.entry.traits else ""
            entry = f"{it.entry.table}: {it.entry.name}{traits}, as in “{it.entry.example}”"
            self._print(Text.assemble(("lexicon ", "dim"), entry), inner)

    def _joined(self, nodes: Iterable[str | Marked]) -> Text:
        text = Text()
        for piece, style in _coloured(nodes) if self._in_colour else ((p, "") for p in _bracketed(nodes)):
            text.append(piece, style)
        return text

    def _print(self, text: Text, first: str = "", rest: str | None = None) -> None:
        """One paragraph; `first` and `rest` indent its first and its other lines."""
        rest = first if rest is None else rest
        if self._width is None:
            self._console.print(Text(first) + text)
            return
        for n, line in enumerate(text.wrap(self._console, max(_NARROWEST, self._width - len(rest)))):
            line.rstrip()
            self._console.print(Text(rest if n else first) + line)


def _coloured(nodes: Iterable[str | Marked], roles: tuple[Role, ...] = (), depth: int = 0) -> Iterator[tuple[str, str]]:
    """Words with the styles of everything that they are in; the inner wins."""
    for node in nodes:
        if isinstance(node, str):
            yield printable(node), " ".join(_styles(roles, depth))
            continue
        labels = [label for part in node.mark.parts if part.role in LABELLED for label in part.labels]
        if labels and node.first:
            yield f"[{' '.join(labels)}]", "dim"
        yield from _coloured(node.inside, (*roles, *(part.role for part in node.mark.parts)), node.depth)


def _styles(roles: tuple[Role, ...], depth: int) -> Iterator[str]:
    plain = [role for role in roles if role is not Role.FRAME or not _STRONG.intersection(roles)]
    for role in sorted(plain, key=lambda role: role not in _WEAK):
        yield _NESTED_QUOTE if role is Role.QUOTE and depth > 1 else _STYLES[role]


def _bracketed(nodes: Iterable[str | Marked]) -> Iterator[str]:
    """Words with their marks in brackets: `[speaker q1: Wang Yi]`; a later piece of a mark begins with `…`."""
    for node in nodes:
        if isinstance(node, str):
            yield printable(node)
            continue
        names = ", ".join(f"{part.role} {' '.join(part.labels)}" for part in node.mark.parts)
        yield f"[{'' if node.first else '…'}{names}: "
        yield from _bracketed(node.inside)
        yield "]"
