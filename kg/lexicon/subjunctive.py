"""Verb forms that are a Konjunktiv."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import ConfigDict

from kg.lexicon.loader import read_table


@dataclass(frozen=True)
class SubjunctiveForms:
    __pydantic_config__ = ConfigDict(extra="forbid")

    tense: Literal["Pres", "Past", "none"]
    forms: tuple[str, ...]
    example: str


@cache
def subjunctive_forms() -> tuple[SubjunctiveForms, ...]:
    return read_table("subjunctive", SubjunctiveForms)


@cache
def subjunctive_tense(form: str) -> str | None:
    """ "Pres" or "Past" for a form that can only be a Konjunktiv, "none" for one that never is, None for any other."""
    low = form.lower()
    return next((e.tense for e in subjunctive_forms() if low in e.forms), None)
