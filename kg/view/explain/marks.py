"""Marked text: spans that nest, touch or cross, as a tree that can be written out with brackets, colours or tags."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from kg.facts import Span


class Role(StrEnum):
    """What words are to a statement. In this order where the same words are several things."""

    QUOTE = "quote"
    FRAME = "frame"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    SOURCE = "source"
    TARGET = "target"
    CUE = "cue"
    AGAINST = "against"
    FOR = "for"
    EVENT = "event"
    TIME = "time"


_RANK = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Part:
    """What some words are to one or more statements, which are named by their labels ("q1")."""

    role: Role
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words with everything that they are, in the order of the roles."""

    span: Span
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark's words; a mark that crosses another one comes in several pieces.

    Attributes:
        depth: how many quotes are around and including this one.
        first: whether this is the mark's first piece.
    """

    mark: Mark
    inside: "tuple[str | Marked, ...]"
    depth: int
    first: bool


def merge_marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """One mark for each span, one part for each role in it; the outer before the inner."""
    labels: dict[Span, dict[Role, dict[str, None]]] = {}
    for mark in marks:
        for part in mark.parts:
            labels.setdefault(mark.span, {}).setdefault(part.role, {}).update(dict.fromkeys(part.labels))
    merged = (
        Mark(span, tuple(Part(role, tuple(roles[role])) for role in sorted(roles, key=_RANK.__getitem__)))
        for span, roles in labels.items()
    )
    return tuple(sorted(merged, key=lambda m: (m.span.start, -m.span.end)))


def mark_text(body: str, extent: Span, marks: Sequence[Mark]) -> tuple[str | Marked, ...]:
    """A stretch of the body as a tree of its marks.

    Args:
        marks: as `merge_marks` gives them; those outside the stretch are left out, others cut to it.
    """
    return tuple(_nested(body, list(_pieces(extent, marks)), 0, 0))


def _pieces(extent: Span, marks: Sequence[Mark]) -> Iterator[tuple[Span, tuple[Mark, ...]]]:
    """The stretch cut wherever a mark begins or ends, each piece with the marks that cover it, the outermost first."""
    starting: dict[int, list[Mark]] = {}
    ending: dict[int, list[Mark]] = {}
    for mark in marks:
        start, end = max(mark.span.start, extent.start), min(mark.span.end, extent.end)
        if start < end:
            starting.setdefault(start, []).append(mark)
            ending.setdefault(end, []).append(mark)
    borders = sorted({extent.start, extent.end, *starting, *ending})
    covering: list[Mark] = []
    for start, end in pairwise(borders):
        over = ending.get(start, ())
        covering = [mark for mark in covering if mark not in over] + starting.get(start, [])
        covering.sort(key=lambda m: (m.span.start, -m.span.end))
        yield Span(start, end), tuple(covering)


def _nested(body: str, pieces: list[tuple[Span, tuple[Mark, ...]]], level: int, depth: int) -> Iterator[str | Marked]:
    for mark, group in groupby(pieces, key=lambda piece: piece[1][level] if len(piece[1]) > level else None):
        covered = list(group)
        if mark is None:
            yield body[covered[0][0].start : covered[-1][0].end]
            continue
        inner = depth + any(part.role is Role.QUOTE for part in mark.parts)
        first = covered[0][0].start <= mark.span.start
        yield Marked(mark, tuple(_nested(body, covered, level + 1, inner)), inner, first)
