"""Separable prefixes of verbs, which a subordinate clause writes in one word with the verb."""

import re
from dataclasses import dataclass
from functools import cache

from pydantic import ConfigDict

from kg.lexicon.loader import read_table

SHORTEST = 3
"""Letters of the shortest verb behind a prefix: "ankam", but not "ante"."""


@dataclass(frozen=True, slots=True)
class SeparablePrefix:
    """A prefix and a verb form that has it.

    Attributes:
        unless: a regular expression for verbs that only begin with the same letters, `whole` a form of one.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    prefix: str
    form: str
    example: str
    unless: str = ""
    whole: str = ""


@cache
def separable_prefixes() -> tuple[SeparablePrefix, ...]:
    """The prefixes, longer ones before those that they begin with."""
    return read_table("separable_prefixes", SeparablePrefix)


def split_prefix(form: str) -> tuple[str, str]:
    """A finite verb and the prefix that a main clause puts last: "zurücktrat" -> "trat", "zurück"."""
    for p in separable_prefixes():
        if form.startswith(p.prefix) and len(form) - len(p.prefix) >= SHORTEST and not re.fullmatch(p.unless, form):
            return form.removeprefix(p.prefix), p.prefix
    return form, ""
