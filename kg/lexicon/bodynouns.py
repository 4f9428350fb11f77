"""Nouns that tell what a body is where they stand right before its name."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import ConfigDict

from kg.lexicon.loader import read_table
from kg.lexicon.people import SHORTEST_SUFFIX, Group, group, role

GENITIVES = ("", "s", "es")


@dataclass(frozen=True)
class BodyNounEntry:
    """Endings of nouns for one kind of body."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    like: str
    gender: Literal["Masc", "Fem", "Neut"]
    endings: tuple[str, ...]
    example: str


@cache
def body_noun(word: str) -> Group | None:
    """What a noun right before a body's own name says of the body, where the table of groups lacks it."""
    if group(word) is not None or role(word) is not None:
        return None
    for entry in read_table("bodynouns", BodyNounEntry):
        like = group(entry.like)
        for genitive in GENITIVES if entry.gender != "Fem" else ("",):
            base = word.removesuffix(genitive) if genitive else word
            ending = next((e for e in entry.endings if base.lower().endswith(e)), None)
            if like is not None and ending is not None and len(base) >= SHORTEST_SUFFIX:
                return Group(like.noun, base, entry.gender, "Sing", like.entry, False)
    return None
