"""Entity tags made into spans: the best permitted sequence, then one kind for each name of an article."""

from collections import Counter

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int, str]  # start, end, kind
IMPOSSIBLE = -1e4


def transitions(tags: list[str]) -> NDArray[np.float32]:
    """[before, after] scores: 0, but an inside tag needs its kind's begin or inside tag before it."""
    table = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for before, left in enumerate(tags):
        for after, right in enumerate(tags):
            if right.startswith("I-") and left[2:] != right[2:]:
                table[before, after] = IMPOSSIBLE
    return table


def best_tags(scores: NDArray[np.float32], table: NDArray[np.float32], starts: NDArray[np.float32]) -> list[int]:
    """The best sequence (Viterbi).

    Args:
        scores: log probabilities [words, tags].
        starts: what each tag costs as the first one.
    """
    greedy = scores.argmax(axis=1)
    if starts[greedy[0]] == 0 and not table[greedy[:-1], greedy[1:]].any():
        return [int(tag) for tag in greedy]
    total = scores[0] + starts
    back = np.zeros(scores.shape, dtype=np.int64)
    for index in range(1, len(scores)):
        options = total[:, None] + table
        back[index] = options.argmax(axis=0)
        total = options.max(axis=0) + scores[index]
    tag = int(total.argmax())
    path = [tag]
    for index in range(len(scores) - 1, 0, -1):
        tag = int(back[index, tag])
        path.append(tag)
    return path[::-1]


def spans_of(tags: list[str]) -> list[Span]:
    """Spans of a permitted BIO sequence."""
    found: list[Span] = []
    start = -1
    for index, tag in enumerate([*tags, "O"]):
        if start >= 0 and not tag.startswith("I-"):
            found.append((start, index, tags[start][2:]))
            start = -1
        if tag.startswith("B-"):
            start = index
    return found


def agree_on_kinds(spans: list[Span], surfaces: list[str]) -> list[Span]:
    """The spans with one kind for each surface form: the most frequent, of equals the first met."""
    votes: dict[str, Counter[str]] = {}
    for (_, _, kind), surface in zip(spans, surfaces, strict=True):
        votes.setdefault(surface, Counter())[kind] += 1
    return [
        (start, end, votes[surface].most_common(1)[0][0])
        for (start, end, _), surface in zip(spans, surfaces, strict=True)
    ]
