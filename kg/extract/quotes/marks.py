"""Pairs quotation marks in running text, whatever their style, and survives those that are never closed."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.lexicon.quotation_marks import QuotationMark, quotation_marks

LONGEST_GAP = 1
"""Paragraphs that may lie between an opening mark and its closing one: a quotation may run on into the next."""


@dataclass(frozen=True, slots=True, order=True)
class Quoted:
    """A stretch between quotation marks, the marks included.

    Attributes:
        start, end: code points of the text, half open.
        depth: 0 for the outermost quotation.
        closed: whether its closing mark was found.
    """

    start: int
    end: int
    depth: int = 0
    closed: bool = True


@dataclass(slots=True)
class _Open:
    start: int
    paragraph: int
    entry: QuotationMark


def pair_marks(text: str, sentence_end: Callable[[int], int]) -> tuple[Quoted, ...]:
    """Finds what stands between quotation marks.

    Args:
        text: the whole text; paragraphs are separated by line breaks.
        sentence_end: end of the sentence around a code point: there a mark that is never closed ends.

    Returns:
        In text order, an outer quotation before those inside it.
    """
    table = quotation_marks()
    pairs: list[Quoted] = []
    stack: list[_Open] = []
    paragraph = 0
    for i, char in enumerate(text):
        if char == "\n":
            if i and text[i - 1] != "\n":
                paragraph += 1
            continue
        entry = table.get(char)
        if entry is None:
            continue
        while stack and paragraph - stack[-1].paragraph > LONGEST_GAP:
            pairs.append(_unclosed(text, stack.pop(), sentence_end))
        if _opens(text, i, entry, stack):
            stack.append(_Open(i, paragraph, entry))
            continue
        at = _partner(stack, entry, paragraph)
        if at is None:
            continue
        while len(stack) > at + 1:
            left = stack.pop()
            if left.entry.family not in ("single", "single guillemet"):
                pairs.append(_unclosed(text, left, sentence_end))
        pairs.append(Quoted(stack.pop().start, i + 1))
    pairs.extend(_unclosed(text, o, sentence_end) for o in stack if o.entry.mark != "'")
    return _with_depth(pairs)


def _opens(text: str, i: int, entry: QuotationMark, stack: list[_Open]) -> bool:
    before = text[i - 1] if i else " "
    after = text[i + 1] if i + 1 < len(text) else " "
    is_open = any(o.entry.family == entry.family for o in stack)
    free_before = not before.isalnum() and before not in ".,;:!?…)]%"
    free_after = after.isspace() or after in ".,;:!?…)]"
    if entry.side == "open":
        return True
    if entry.side == "close":
        return False
    if entry.side == "close first":
        return not is_open and free_before and not free_after
    if entry.mark == "'":
        return free_before and after.isalnum()
    if before.isspace() and after.isspace():
        return not is_open
    if not free_before:
        return False
    return not free_after and not (is_open and not before.isspace() and before not in "([–—-")


def _partner(stack: list[_Open], entry: QuotationMark, paragraph: int) -> int | None:
    for at in range(len(stack) - 1, -1, -1):
        if stack[at].entry.family == entry.family:
            # A straight mark says nothing about its side: across paragraphs it would swallow narration.
            straight = stack[at].entry.side == "context"
            return None if straight and stack[at].paragraph != paragraph else at
    return None


def _unclosed(text: str, opened: _Open, sentence_end: Callable[[int], int]) -> Quoted:
    line_end = text.find("\n", opened.start)
    end = min(sentence_end(opened.start + 1), len(text) if line_end < 0 else line_end)
    end = max(end, opened.start + 1)
    return Quoted(opened.start, end, closed=False)


def _with_depth(pairs: list[Quoted]) -> tuple[Quoted, ...]:
    out: list[Quoted] = []
    around: list[Quoted] = []
    for q in sorted(set(pairs), key=lambda q: (q.start, -q.end)):
        if q.end - q.start < 3:
            continue
        while around and around[-1].end <= q.start:
            around.pop()
        if around and q.end > around[-1].end:
            q = Quoted(q.start, around[-1].end, closed=q.closed)
        out.append(Quoted(q.start, q.end, len(around), q.closed))
        around.append(q)
    return tuple(out)
