"""The words behind a statement: the sentences around its spans, cut where a mark begins or ends."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class Mark(StrEnum):
    """What a stretch of text is to the statement that rests on it."""

    EVIDENCE = "evidence"
    CUE = "cue"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    FRAME = "frame"


@dataclass(frozen=True, slots=True, order=True)
class MarkedSpan:
    """Code points `start` to `end` (exclusive) of an article's body, with their words."""

    start: int
    end: int
    mark: Mark
    exact: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks; no marks where it is only there to be understood."""

    text: str
    marks: tuple[Mark, ...] = ()


GAP = Piece(" […] ")
NEAR = 200
"""Code points between two spans that are still shown in between; what lies farther is replaced by `GAP`."""
CONTEXT = 320
"""Code points that are read on either side to reach the border of a sentence."""

# Three letters before the full stop, or a word and a quotation mark, so that ordinals and most abbreviations do not end
# a sentence.
_BORDER = re.compile(r"(?:(?:(?<=[^\W\d]{3}[.!?])|(?<=[^\W\d][\"“”»«][.!?]))[\"“”»«'’]*\s+(?=[„“\"»«‚(A-ZÄÖÜ]))|\n+")


def passage(spans: Iterable[MarkedSpan], body: str | None) -> tuple[Piece, ...]:
    """The text around `spans`, in order; with no body, only the words of the spans themselves."""
    ordered = sorted(spans)
    if not ordered:
        return ()
    stretches = _words_only(ordered) if body is None else _sentences(ordered, body)
    pieces: list[Piece] = []
    for start, text in stretches:
        if pieces:
            pieces.append(GAP)
        pieces.extend(_cut(start, text, ordered))
    return tuple(pieces)


def _sentences(spans: Sequence[MarkedSpan], body: str) -> list[tuple[int, str]]:
    stretches: list[tuple[int, int]] = []
    for span in spans:
        start, end = _sentence_start(body, span.start), _sentence_end(body, span.end)
        if stretches and start - stretches[-1][1] <= NEAR:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return [(start, body[start:end]) for start, end in stretches]


def _words_only(spans: Sequence[MarkedSpan]) -> list[tuple[int, str]]:
    stretches: list[tuple[int, str]] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not stretches or span.end > stretches[-1][0] + len(stretches[-1][1]):
            stretches.append((span.start, span.exact))
    return stretches


def _sentence_start(body: str, position: int) -> int:
    floor = max(0, position - CONTEXT)
    # One step on, because a border looks ahead at the letter that follows it.
    borders = [border.end() for border in _BORDER.finditer(body, floor, position + 1) if border.end() <= position]
    if borders:
        return borders[-1]
    return floor if floor == 0 else body.find(" ", floor, position) + 1 or position


def _sentence_end(body: str, position: int) -> int:
    ceiling = min(len(body), position + CONTEXT)
    # One step back, so that a span that takes its full stop along does not run into the next sentence.
    border = _BORDER.search(body, max(0, position - 1), ceiling)
    if border:
        closing = len(border.group()) - len(border.group().lstrip("\"“”»«'’"))
        return max(position, border.start() + closing)
    return ceiling if ceiling == len(body) else max(position, body.rfind(" ", position, ceiling))


def _cut(start: int, text: str, spans: Sequence[MarkedSpan]) -> list[Piece]:
    end = start + len(text)
    edges = {start, end}
    for span in spans:
        edges.update(edge for edge in (span.start, span.end) if start < edge < end)
    pieces: list[Piece] = []
    for left, right in pairwise(sorted(edges)):
        marks = tuple(sorted({span.mark for span in spans if span.start <= left and right <= span.end}))
        if pieces and pieces[-1].marks == marks:
            pieces[-1] = Piece(pieces[-1].text + text[left - start : right - start], marks)
        else:
            pieces.append(Piece(text[left - start : right - start], marks))
    return pieces
