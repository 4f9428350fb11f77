"""Which stretches of a description's phrase count as expressions for the described."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.descriptions import Description
from kg.extract.syntax import rel


def beginnings(doc: Doc, d: Description) -> tuple[int, ...]:
    """Where an expression can begin: at the noun and before each of its adjectives and numbers.

    "früheren polnischen Minister": "Minister", "polnischen Minister", "früheren polnischen Minister".
    """
    first, found = d.start, {d.core}
    if doc[first].pos_ == "NOUN" and d.owner_name is None:
        first = next((i for i in range(first + 1, d.core) if doc[i].pos_ == "ADJ"), d.core)
    for child in doc[d.head].children:
        if child.i >= d.core or (rel(child) not in ("amod", "nummod") and child.pos_ != "NUM"):
            continue
        edge = next((t.i for t in doc[child.left_edge.i : child.i] if t.pos_ != "DET"), child.i)
        if doc[edge].pos_ in ("NOUN", "PROPN"):
            edge = child.i  # cut off from its adposition
        if edge < d.start:
            # A participle with words of its own: "mit einem Messer bewaffneter Mann".
            first = edge
        elif child.i >= d.start:
            found.update((edge, child.i) if child.pos_ == "NUM" else (edge,))
    found.add(first)
    if d.counted is not None:
        found.add(d.counted)
    return tuple(sorted(found))


def expressions(doc: Doc, d: Description) -> Iterator[tuple[int, int]]:
    """The stretches, longest first; the noun alone only where nothing follows that belongs to it."""
    ends = sorted({d.end, d.head + 1, *_joints(doc, d)}, reverse=True)
    for start in beginnings(doc, d):
        for end in ends:
            if start < d.core or end > d.head + 1 or not d.has_complement:
                yield start, end


def _joints(doc: Doc, d: Description) -> Iterator[int]:
    """Where what belongs to the noun can end before its last part: "Sprecher der Bank | in Kiel"."""
    for i in range(d.head + 2, d.end - 1):
        if doc[i].pos_ == "ADP" and doc[i - 1].pos_ in ("NOUN", "PROPN"):
            yield i
