"""The words behind a statement: the sentences around its spans."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What a stretch of text is to the statement that rests on it."""

    EVIDENCE = "evidence"
    CUE = "cue"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    FRAME = "frame"
    TRIGGER = "trigger"


@dataclass(frozen=True, slots=True, order=True)
class MarkedSpan:
    """Code points `start` to `end` (exclusive) of an article's body, with their words."""

    start: int
    end: int
    mark: Mark
    exact: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of the body from `start` on."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


NEAR = 200
"""Code points between two spans that are still shown in between; what lies farther is left out."""
CONTEXT = 320
"""Code points that are read on either side to reach the border of a sentence."""

# Three letters before the full stop, or a word and a quotation mark, so that ordinals and most abbreviations do not end
# a sentence.
_BORDER = re.compile(r"(?:(?:(?<=[^\W\d]{3}[.!?])|(?<=[^\W\d][\"“”»«][.!?]))[\"“”»«'’]*\s+(?=[„“\"»«‚(A-ZÄÖÜ]))|\n+")


def passage(spans: Iterable[MarkedSpan], body: str | None) -> tuple[Stretch, ...]:
    """The sentences around `spans`, in order; with no body, only the words of the spans themselves."""
    ordered = sorted(spans)
    return tuple(_words_only(ordered) if body is None else _sentences(ordered, body))


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Each part of the text once: stretches that overlap or touch become one."""
    parts: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda stretch: (stretch.start, -stretch.end)):
        if not parts or stretch.start > parts[-1].end:
            parts.append(stretch)
        elif stretch.end > parts[-1].end:
            before = parts[-1]
            parts[-1] = Stretch(before.start, before.text + stretch.text[before.end - stretch.start :])
    return parts


def _sentences(spans: Sequence[MarkedSpan], body: str) -> list[Stretch]:
    stretches: list[tuple[int, int]] = []
    for span in spans:
        start, end = _sentence_start(body, span.start), _sentence_end(body, span.end)
        if stretches and start - stretches[-1][1] <= NEAR:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return [Stretch(start, body[start:end]) for start, end in stretches]


def _words_only(spans: Sequence[MarkedSpan]) -> list[Stretch]:
    return joined(Stretch(span.start, span.exact) for span in spans)


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
