"""What the rules for quotations and stances, and the signs around their finds, are worth, in log-odds."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Literal

from pydantic import ConfigDict

from kg.lexicon.loader import read_table

Table = Literal["reporting_confidence", "stance_confidence"]
QuotationSign = Literal[
    "no speaker", "pronoun as speaker", "speaker is no actor", "speaker from before", "few words", "Konjunktiv",
    "inside another",
]  # fmt: skip
StanceSign = Literal[
    "person without a name as source", "group without a name as source", "body without a name as source",
    "person without a name as target", "group without a name as target", "body without a name as target",
    "pronoun as source", "pronoun as target", "source implied", "target implied", "owner as target", "told by another",
]  # fmt: skip
SIGN = "sign"


@dataclass(frozen=True)
class Weight:
    """A rule, or a sign for or against what it found.

    Attributes:
        group: rules of one group share what is known about few of them; "sign" for a sign.
        weight: log-odds; those of a rule and of the signs that are there are summed.
        seen, right: how many finds in the annotated articles had it, and how many of them were right.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: str
    group: str
    weight: float
    seen: int
    right: int
    example: str


@cache
def weights(table: Table) -> tuple[Weight, ...]:
    return read_table(table, Weight)


@cache
def _by_name(table: Table) -> dict[tuple[str, bool], float]:
    return {(w.name, w.group == SIGN): w.weight for w in weights(table)}


def probability(table: Table, rule: str, signs: Iterable[str]) -> float:
    """That a find is right, with two decimals; a rule that the table lacks has an even chance."""
    known = _by_name(table)
    weight = known.get((rule, False), 0.0) + sum(known[sign, True] for sign in signs)
    return round(1 / (1 + exp(-weight)), 2)
