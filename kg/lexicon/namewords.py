"""Words of names: what no actor bears, legal forms, and nouns for one office."""

from dataclasses import dataclass
from functools import cache

from pydantic import ConfigDict

from kg.lexicon.loader import read_table


@dataclass(frozen=True)
class ThingEntry:
    """Last words of names that no actor bears."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    sort: str
    nouns: tuple[str, ...]
    example: str


@dataclass(frozen=True)
class LegalFormEntry:
    """Legal forms at the end of companies' names."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    language: str
    words: tuple[str, ...]
    example: str


@cache
def legal_forms() -> frozenset[str]:
    """Words at the end of a company's name that belong to its legal form ("AG")."""
    return frozenset(w for e in read_table("legalforms", LegalFormEntry) for w in e.words)


@cache
def _thing_nouns() -> tuple[str, ...]:
    return tuple(n.lower() for e in read_table("things", ThingEntry) for n in e.nouns)


def names_thing(word: str) -> bool:
    """Whether a name that ends with this word belongs to an event, a prize or a text: "Winterspiele"."""
    return word.lower().endswith(_thing_nouns())


@dataclass(frozen=True)
class OfficeEntry:
    """Nouns for one office."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    nouns: tuple[str, ...]
    example: str


@cache
def _offices() -> dict[str, int]:
    entries = read_table("offices", OfficeEntry)
    return {noun.casefold(): number for number, entry in enumerate(entries) for noun in entry.nouns}


def same_office(noun: str, other: str) -> bool:
    """Whether two nouns name one office: "Regierungschef" and "Ministerpräsident"."""
    office = _offices().get(noun.casefold())
    return office is not None and office == _offices().get(other.casefold())


@cache
def office_nouns() -> frozenset[str]:
    """Nouns after which a role in the genitive is an office: "das Amt des Präsidenten"."""
    return frozenset(n for e in read_table("officenouns", OfficeEntry) for n in e.nouns)


@cache
def appointing_words() -> frozenset[str]:
    """Verbs and nouns that "zum" with an office belongs to: "zur Präsidentin wählen"."""
    return frozenset(n for e in read_table("appointing", OfficeEntry) for n in e.nouns)


@cache
def side_nouns() -> frozenset[str]:
    """Nouns for one of two that oppose or meet each other: "beide Seiten"."""
    return frozenset(n for e in read_table("sidenouns", OfficeEntry) for n in e.nouns)


@cache
def body_titles() -> frozenset[str]:
    """Nouns for people that a body bears too, right before its name: "der Konkurrent Nordlicht"."""
    return frozenset(n for e in read_table("bodytitles", OfficeEntry) for n in e.nouns)


@cache
def body_members() -> frozenset[str]:
    """Nouns whose plural stands for the body that follows in the genitive: "Kämpfer der Miliz"."""
    return frozenset(n for e in read_table("bodymembers", OfficeEntry) for n in e.nouns)


@cache
def owned_people() -> frozenset[str]:
    """Nouns that with a possessive mean somebody named before: "sein Mitglied"."""
    return frozenset(n for e in read_table("ownedpeople", OfficeEntry) for n in e.nouns)


@cache
def body_staff() -> frozenset[str]:
    """Nouns whose plural stands for the body that a possessive takes up: "ihre Mitarbeiter"."""
    return frozenset(n for e in read_table("bodystaff", OfficeEntry) for n in e.nouns)


_FROM_TOWN = "er"


@dataclass(frozen=True)
class OriginEntry:
    """Nouns for people from towns or regions."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    where: str
    nouns: tuple[str, ...]
    example: str


@cache
def _origins() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in read_table("origins", OriginEntry):
        for noun in entry.nouns:
            found.update(dict.fromkeys((noun, noun + ("n" if noun.endswith("e") else "s")), "Masc"))
            found[noun.removesuffix("e") + "in"] = "Fem"
    return found


def origin(word: str) -> str | None:
    """Gender of a noun for somebody from a town or region: "Berlinerin" -> "Fem"."""
    return _origins().get(word)


def townspeople(word: str) -> str | None:
    """The plural noun for people from a town or region in the nominative: "Nürnbergern" -> "Nürnberger"."""
    noun = word[:-1] if word.endswith("ern") else word
    return noun if noun in _origins() and noun.endswith(_FROM_TOWN) else None


def towns_of(people: str) -> frozenset[str]:
    """What the town may be called whose people these are: "Münchner" -> "München", "Karlsruher" -> "Karlsruhe"."""
    if not people.endswith(_FROM_TOWN):
        return frozenset()
    stem = people.removesuffix(_FROM_TOWN)
    return frozenset({stem, stem + "e", stem + "en", stem.removesuffix("n") + "en"})
