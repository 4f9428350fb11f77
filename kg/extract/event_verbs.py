"""Verbs that leave the naming of their event to a noun, verbs of states, and nouns that only carry a time."""

import re
from dataclasses import dataclass
from functools import cache

from pydantic import ConfigDict

from kg.lexicon import read_table


@dataclass(frozen=True, slots=True)
class SupportVerb:
    """A verb that leaves the naming of its event to another word.

    Attributes:
        role: where that word stands: `nsubj`, `obj`, `obl` or `xcomp`.
        word: the preposition of an `obl`, or a word that must stand with the verb, in small letters; may be empty.
        any: whether any common noun there names the event ("ein Gig fand statt"), known as one or not.
        participle: its participle without ending, where one before a noun leaves the event to that noun.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    lemma: str
    role: str
    word: str
    example: str
    any: bool = False
    participle: str = ""


@dataclass(frozen=True, slots=True)
class StateVerb:
    """A verb of a state; `word` is one that must stand with it, in small letters ("es gibt", "hält den Rekord")."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    lemma: str
    example: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class FrameNoun:
    __pydantic_config__ = ConfigDict(extra="forbid")

    form: str
    example: str


@cache
def support_verbs() -> tuple[SupportVerb, ...]:
    return read_table("events_support", SupportVerb)


@cache
def state_verbs() -> frozenset[str]:
    return frozenset(v.lemma for v in read_table("events_states", StateVerb) if not v.word)


@cache
def state_phrases() -> frozenset[tuple[str, str]]:
    return frozenset((v.lemma, v.word) for v in read_table("events_states", StateVerb) if v.word)


@cache
def _frames() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{n.form})" for n in read_table("events_frames", FrameNoun)))


def is_frame(word: str) -> bool:
    """Whether a noun only carries a time to what it dates."""
    return _frames().fullmatch(word) is not None
