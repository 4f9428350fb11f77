"""Sentences cut to what the network takes, and grouped into batches."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.language.pieces import Segmenter

START, END = 0, 2
PIECES_IN_A_BATCH = 512  # padding included; more no longer fit into the processor's cache
HARD_BREAKS = {";", ":", "–", "—"}
SOFT_BREAKS = {","}


@dataclass(frozen=True)
class Window:
    """A sentence or a part of an overlong one.

    Args:
        words: indices of its words in the document.
        first: place of each word's first piece among the ids; last: of its last piece.
    """

    words: tuple[int, ...]
    ids: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]


def encode(words: list[int], pieces: list[list[int]]) -> Window:
    """A window over words with known pieces."""
    ids = [START]
    first, last = [], []
    for own in pieces:
        first.append(len(ids))
        ids.extend(own)
        last.append(len(ids) - 1)
    ids.append(END)
    return Window(tuple(words), tuple(ids), tuple(first), tuple(last))


def break_place(texts: list[str]) -> int:
    """How many of the words go into the first part: up to the last good break in the second half, else all."""
    for breaks in (HARD_BREAKS, SOFT_BREAKS):
        for index in range(len(texts) - 1, len(texts) // 2, -1):
            if texts[index] in breaks:
                return index + 1
    return len(texts)


def windows_of(
    words: list[int], texts: list[str], after_space: list[bool], segmenter: Segmenter, longest: int
) -> list[Window]:
    """A sentence as one window, or as several parts where it has more pieces than the network takes."""
    pieces = [segmenter.ids(text, space) for text, space in zip(texts, after_space, strict=True)]
    parts = []
    start = 0
    while start < len(words):
        end, used = start, 2
        while end < len(words) and used + len(pieces[end]) <= longest:
            used += len(pieces[end])
            end += 1
        if end < len(words):
            end = start + break_place(texts[start:end])
        parts.append(encode(words[start:end], pieces[start:end]))
        start = end
    return parts


def batches(windows: list[Window]) -> Iterator[list[Window]]:
    """Windows of similar length, together at most so many pieces with padding."""
    group: list[Window] = []
    for window in sorted(windows, key=lambda one: len(one.ids)):
        if group and len(window.ids) * (len(group) + 1) > PIECES_IN_A_BATCH:
            yield group
            group = []
        group.append(window)
    if group:
        yield group
