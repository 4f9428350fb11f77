"""An article's facts put beside its text, paragraph by paragraph."""

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass

from kg.facts import Article, Facts, Span
from kg.view.explain.marks import Mark, Marked, mark_text, merge_marks
from kg.view.explain.statements import Kind, Statement, statements

_PARAGRAPH = re.compile(r"[^\s](?:[^\n]*[^\s])?")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article with its marks, and the statements that begin in it."""

    text: tuple[str | Marked, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One article as it is shown.

    Attributes:
        counts: how many statements of each kind that was asked for.
    """

    article: Article
    paragraphs: tuple[Paragraph, ...]
    counts: dict[Kind, int]

    @property
    def summary(self) -> str:
        """`2 quotations, 1 stance`."""
        return ", ".join(f"{n:,} {kind if n != 1 else kind.removesuffix('s')}" for kind, n in self.counts.items())


def explain(facts: Facts, kinds: Collection[Kind] = tuple(Kind)) -> Explanation:
    """Lay an article's statements of some kinds beside its text. Deterministic."""
    body = facts.article.body
    found = [s for s in statements(facts) if s.kind in kinds]
    lines = [Span(*line.span()) for line in _PARAGRAPH.finditer(body)]
    starts = [line.start for line in lines]
    begun: list[list[Statement]] = [[] for _ in lines]
    for statement in found:
        begun[max(0, bisect_right(starts, statement.start) - 1)].append(statement)
    marks = merge_marks(mark for statement in found for mark in statement.marks)
    in_line = _by_line(lines, starts, marks)
    paragraphs = (
        Paragraph(mark_text(body, line, within), tuple(own))
        for line, within, own in zip(lines, in_line, begun, strict=True)
    )
    return Explanation(
        facts.article, tuple(paragraphs), {kind: sum(s.kind is kind for s in found) for kind in Kind if kind in kinds}
    )


def _by_line(lines: list[Span], starts: list[int], marks: tuple[Mark, ...]) -> list[list[Mark]]:
    found: list[list[Mark]] = [[] for _ in lines]
    for mark in marks:
        at = max(0, bisect_right(starts, mark.span.start) - 1)
        while at < len(lines) and lines[at].start < mark.span.end:
            found[at].append(mark)
            at += 1
    return found
