"""Which nouns name events, after `kg/lexicon/events_nouns.toml`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pydantic import ConfigDict
from spacy.tokens import Token

from kg.lexicon import read_table


@dataclass(frozen=True, slots=True)
class EventNoun:
    __pydantic_config__ = ConfigDict(extra="forbid")

    form: str
    event: bool
    example: str


@cache
def _nouns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    return tuple((re.compile(n.form), n.event) for n in reversed(read_table("events_nouns", EventNoun)))


def is_event_noun(token: Token) -> bool:
    """Whether the table takes the noun for an event's name."""
    return token.pos_ in ("NOUN", "PROPN") and names_event(token.text) is True


@lru_cache(maxsize=10_000)
def names_event(word: str) -> bool | None:
    """Whether the word names an event; None if the table does not know it."""
    return next((event for form, event in _nouns() if form.fullmatch(word)), None)
