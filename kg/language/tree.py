"""The best dependency tree with exactly one root.

Source: Chu and Liu 1965, Edmonds 1967 (maximum spanning arborescence).
"""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]


def is_tree(heads: Heads) -> bool:
    """Whether the heads, 1-based with 0 as the root, form one tree with one root."""
    if int((heads == 0).sum()) != 1:
        return False
    parents = np.concatenate([[0], heads])
    steps = 1
    while steps <= len(heads):  # each round doubles the way that every word has gone up
        parents = parents[parents]
        steps *= 2
    return not parents.any()


def best_tree(scores: NDArray[np.float32]) -> Heads:
    """Each word's head, 1-based with 0 as the root.

    Args:
        scores: [words, words + 1], column 0 the root; log probabilities of each word's heads.
    """
    words = len(scores)
    own = scores.astype(np.float64)
    own[np.arange(words), np.arange(words) + 1] = -np.inf
    heads: Heads = own.argmax(axis=1)
    if is_tree(heads):
        return heads
    # Every root costs more than any tree can gain, so the best tree has the fewest: one.
    own[:, 0] -= 1 + 2 * words * float(np.abs(own[np.isfinite(own)]).max())
    square = np.full((words + 1, words + 1), -np.inf)
    square[1:] = own
    return spanning(square)[1:]


def find_cycle(heads: Heads) -> list[int]:
    """The nodes of one cycle, none if there is none; node 0 is the root."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def spanning(scores: Scores) -> Heads:
    """Heads of all nodes in the maximum arborescence rooted in node 0; scores [dependent, head]."""
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.array(cycle)
    new = len(outside)  # the cycle's number in the smaller graph
    smaller = np.full((new + 1, new + 1), -np.inf)
    smaller[:new, :new] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, members)]
    smaller[:new, new] = leaving.max(axis=1)
    leaves_from = members[leaving.argmax(axis=1)]
    entering = scores[np.ix_(members, outside)] - scores[members, heads[members]][:, None]
    smaller[new, :new] = entering.max(axis=0)
    enters_at = members[entering.argmax(axis=0)]
    solved = spanning(smaller)
    for index, node in enumerate(outside):
        if node:
            head = int(solved[index])
            heads[node] = leaves_from[index] if head == new else outside[head]
    entry = int(solved[new])
    heads[enters_at[entry]] = outside[entry]
    return heads
