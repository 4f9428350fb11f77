"""What two forms of one name may differ in: clubs' forms, transliterations; and offices that one person holds."""

from dataclasses import dataclass
from functools import cache

from pydantic import ConfigDict

from kg.lexicon.loader import read_table
from kg.lexicon.people import role

_SHORTEST_FEMININE = 5
"""Letters; what is shorter ("Kin") ends in "in" by chance."""


@dataclass(frozen=True)
class OfficeEntry:
    """Nouns for offices that have one holder at a time."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    sort: str
    nouns: tuple[str, ...]
    example: str


@dataclass(frozen=True)
class ClubFormEntry:
    """Parts of a sports club's name that say only what it is."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    sport: str
    forms: tuple[str, ...]
    example: str


@dataclass(frozen=True)
class TransliterationEntry:
    """Letters for one sound; `example` is a name in two spellings."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    written: tuple[str, ...]
    common: str
    example: tuple[str, str]


@cache
def offices() -> tuple[OfficeEntry, ...]:
    """The table of offices."""
    return read_table("soleoffices", OfficeEntry)


@cache
def club_forms() -> tuple[ClubFormEntry, ...]:
    """The table of clubs' forms."""
    return read_table("clubforms", ClubFormEntry)


@cache
def club_words() -> frozenset[str]:
    """ "FC", "VfB"."""
    return frozenset(form for entry in club_forms() for form in entry.forms)


@cache
def transliterations() -> tuple[TransliterationEntry, ...]:
    """The table of transliterations, in the order in which they are applied."""
    return read_table("transliterations", TransliterationEntry)


@cache
def _office_nouns() -> tuple[str, ...]:
    return tuple(noun.casefold() for entry in offices() for noun in entry.nouns)


@cache
def is_office(word: str) -> bool:
    """Whether a person noun is an office that one person at a time holds: "Außenministerin"."""
    known = role(word)
    base = masculine(known.base if known is not None else word)
    return base.endswith(_office_nouns())


def masculine(noun: str) -> str:
    """The noun in small letters without what makes it feminine: "Ministerin" -> "minister"."""
    low = noun.casefold()
    return low.removesuffix("in") if len(low) > _SHORTEST_FEMININE else low
