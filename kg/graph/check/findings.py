"""What a check finds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import NamedNode

Triples = Mapping[str, Sequence[tuple[NamedNode, object]]]
"""Subject -> its properties and their values, as Oxigraph's terms."""


class Problem(StrEnum):
    """Kinds of findings."""

    SHAPE = "shape"
    """A node is not as `ontology/shapes.ttl` asks."""
    EVIDENCE = "evidence"
    """A statement, an event or an actor points at no words."""
    SPAN = "span"
    """A span is not the words of its article that it says it is."""
    REFERENCE = "reference"
    """A node points at something that the graph does not describe."""
    SHORTCUT = "shortcut"
    """A shortcut triple stands for no statement, or is missing beside one."""
    CLAIM = "claim"
    """A claim's text is not what its quotation's spans say."""
    ARTICLE = "article"
    """An article is not the file that it names."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong.

    Attributes:
        file: source file of the article concerned; empty where it is none or more than one.
        node: short form of the IRI (`statement:3a6e2ce3581586bf`).
        message: what is wrong with it.
    """

    file: str
    node: str
    problem: Problem
    message: str


def excerpt(text: str, width: int = 60) -> str:
    """A text in quotation marks, cut in the middle where it is long."""
    line = re.sub(r"\s+", " ", text)
    if len(line) > width:
        half = (width - 3) // 2
        line = f"{line[:half]} … {line[-half:]}"
    return f'"{line}"'
