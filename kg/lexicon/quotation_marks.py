"""Quotation marks and which side of a quotation they stand on."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import ConfigDict

from kg.lexicon.loader import read_table

Side = Literal["open", "close", "close first", "context"]
Family = Literal["double", "guillemet", "single", "single guillemet"]


@dataclass(frozen=True)
class QuotationMark:
    __pydantic_config__ = ConfigDict(extra="forbid")

    mark: str
    family: Family
    side: Side
    example: str


@cache
def quotation_marks() -> dict[str, QuotationMark]:
    """Entries by their character."""
    return {m.mark: m for m in read_table("quotation_marks", QuotationMark)}
