"""What the rules for quotations and the signs around them are worth, in log-odds."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import ConfigDict

from kg.lexicon.loader import read_table

Sign = Literal[
    "no speaker", "pronoun as speaker", "speaker is no actor", "speaker from before", "few words", "Konjunktiv",
    "inside another",
]  # fmt: skip
Group = Literal["marks", "clause", "source", "told", "free", "sign"]


@dataclass(frozen=True)
class Weight:
    """A rule, or a sign for or against a quotation.

    Attributes:
        group: rules of one group share what is known about few of them; "sign" for a sign.
        weight: log-odds; those of a rule and of the signs that are there are summed.
        seen, right: how many quotations of the annotated articles had it, and how many of them were right.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: str
    group: Group
    weight: float
    seen: int
    right: int
    example: str


@cache
def weights() -> tuple[Weight, ...]:
    return read_table("reporting_confidence", Weight)


@cache
def _by_name(sign: bool) -> dict[str, float]:
    return {w.name: w.weight for w in weights() if (w.group == "sign") is sign}


def rule_weight(rule: str) -> float:
    """Log-odds of a rule; of one that the table lacks, those of an even chance."""
    return _by_name(False).get(rule, 0.0)


def sign_weight(sign: Sign) -> float:
    """Log-odds that a sign adds."""
    return _by_name(True).get(sign, 0.0)
