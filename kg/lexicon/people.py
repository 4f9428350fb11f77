"""Nouns and first names for people, and collective nouns that can act."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import ConfigDict

from kg.facts import ActorKind
from kg.lexicon.loader import read_table

Number = Literal["Sing", "Plur", ""]
UMLAUTS = {"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"}
SHORTEST_SUFFIX = 4
"""Letters of the shortest noun that is looked for at the end of a longer word ("Chef"); shorter ones hit by chance."""


@dataclass(frozen=True)
class RoleEntry:
    """Person nouns of one field."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    field: str
    example: str
    covers: tuple[str, ...] = ()
    masculine: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    neuter: tuple[str, ...] = ()
    whole: bool = False
    umlaut: bool = False
    title: bool = False
    distinct: bool = False
    tried: bool = False
    members_of: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True)
class GroupEntry:
    """Collective nouns of one sort."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    kind: ActorKind
    sort: str
    example: str
    masculine: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    neuter: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    stands_for: Literal["never", "always", "named", "compound"] = "never"
    anaphoric: bool = False
    whole: bool = False
    of_body: bool = False
    general: tuple[str, ...] = ()
    takes_up: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True)
class FirstNames:
    """First names of one gender and region."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    gender: Literal["Masc", "Fem"]
    region: str
    names: tuple[str, ...]
    example: str


@dataclass(frozen=True)
class AdpositionEntry:
    """What an adposition before a capital says."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    word: str
    sense: Literal["place", "side", "source", "role", "name"]
    example: str
    contracted: bool = False
    local: bool = False
    binds: bool = False
    speaks_for: bool = False
    governs: Literal["Acc", "Dat", ""] = ""


@dataclass(frozen=True)
class PronounEntry:
    """Forms of a pronoun and what they can stand for."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    kind: Literal["personal", "possessive", "demonstrative", "relative", "reflexive"]
    forms: tuple[str, ...]
    readings: tuple[Literal["Masc", "Fem", "Neut", "Plur"], ...]
    example: str


@dataclass(frozen=True)
class Role:
    """A person noun in a text.

    Attributes:
        noun: the table's form ("Minister" for "Außenministers").
        base: the whole word with the table's form at its end ("Außenminister").
        gender: None where only the article tells it; "Neut" ("Opfer") says nothing of the person's.
        number: "" where the form can be both.
        exact: the word is the noun itself, no compound of it.
        distinct: its last part alone means somebody else ("Gegendemonstrant" is no "Demonstrant").
        members_of: sorts of bodies that act through these people ("die Richter" of a court).
    tried: means mostly somebody whom the article has told of by name ("der Verurteilte").
    """

    noun: str
    base: str
    gender: str | None
    number: Number
    field: str
    covers: tuple[str, ...]
    title: bool
    exact: bool
    distinct: bool = False
    members_of: tuple[str, ...] = ()
    tried: bool = False


@dataclass(frozen=True)
class Group:
    """A collective noun in a text; `base` is the whole word in the table's form."""

    noun: str
    base: str
    gender: str
    number: Number
    entry: GroupEntry
    exact: bool


def _umlauted(noun: str) -> str | None:
    for i in range(len(noun) - 1, -1, -1):
        if noun[i] == "u" and noun[i - 1 : i] in ("a", "A"):
            continue  # "Krankenhaus": the first of the two letters changes
        if noun[i] in UMLAUTS and not (noun[i] == "u" and noun[i - 1 : i] in ("e", "ä", "E")):
            return noun[:i] + UMLAUTS[noun[i]] + noun[i + 1 :]
        if noun[i] in "aiouäöü":
            return None
    return None


def _forms(noun: str, gender: str) -> Iterator[tuple[str, Number]]:
    """Forms of a noun; more than the language has, since only known words are looked up with them."""
    yield noun, "Sing"
    if gender == "Plur":
        if noun[-1] not in "ns":
            yield noun + "n", "Plur"
        return
    if gender == "Fem":
        if noun.endswith("in"):
            yield noun + "nen", "Plur"
        else:
            yield noun + ("n" if noun[-1] in "erl" and not noun.endswith("ei") else "en"), "Plur"
            yield noun + "en", "Plur"
    else:
        french = noun.endswith("ier")  # "Hoteliers"
        yield noun + "s", "Sing" if noun.endswith(("er", "el", "en", "e")) and not french else ""
        yield noun + "es", "Sing"
        if noun.endswith("um"):
            yield noun[:-2] + "en", "Plur"
        elif noun.endswith("nis"):
            yield noun + "ses", "Sing"
            yield noun + "se", "Plur"
            yield noun + "sen", "Plur"
        if noun[-1] == "e":
            yield noun + "n", ""
            yield noun + "ns", "Sing"
        elif noun.endswith(("er", "el", "en")):
            yield noun, ""
            yield noun + "n", "Plur"
            if noun.endswith("ier"):
                yield noun + "e", "Plur"
                yield noun + "en", "Plur"
        else:
            yield noun + "e", "Plur"
            yield noun + "en", ""
            yield noun + "er", "Plur"
            yield noun + "ern", "Plur"
    changed = _umlauted(noun)
    if changed:
        for ending in ("", "n", "e", "en", "er", "ern"):
            yield changed + ending, "Plur"


def _adjectival(noun: str) -> Iterator[tuple[str, Number]]:
    yield noun, ""
    if noun.endswith("e"):
        yield noun + "r", ""
        yield noun + "n", ""
        yield noun + "m", "Sing"


@cache
def roles() -> tuple[RoleEntry, ...]:
    """The table of person nouns."""
    return read_table("roles", RoleEntry)


@cache
def groups() -> tuple[GroupEntry, ...]:
    """The table of collective nouns."""
    return read_table("groups", GroupEntry)


@cache
def _role_index() -> dict[str, tuple[str, str | None, Number, RoleEntry]]:
    index: dict[str, tuple[str, str | None, Number, RoleEntry]] = {}
    for entry in roles():
        for gender, nouns in (("Fem", entry.feminine), ("Masc", entry.masculine), ("Neut", entry.neuter)):
            for noun in nouns:
                for form, number in _forms(noun, gender):
                    key = form.lower()
                    old = index.get(key)
                    if entry.umlaut and key == noun.lower():
                        number = "Sing"
                    if old is None or (old[0] == noun and old[2] != number):
                        both: Number = number if old is None else ""
                        index[key] = (noun, gender, both, entry)
        for noun in entry.common:
            for form, number in _adjectival(noun):
                index.setdefault(form.lower(), (noun, None, number, entry))
    return index


@cache
def _group_index() -> dict[str, tuple[str, str, Number, GroupEntry]]:
    index: dict[str, tuple[str, str, Number, GroupEntry]] = {}
    # Plural entries first: they are the narrower reading of their forms ("Staaten" beside "Staat").
    for entry in groups():
        for noun in entry.plural:
            for form, _ in _forms(noun, "Plur"):
                index.setdefault(form.lower(), (noun, "Plur", "Plur", entry))
    for entry in groups():
        for gender, nouns in (("Fem", entry.feminine), ("Masc", entry.masculine), ("Neut", entry.neuter)):
            for noun in nouns:
                for form, number in _forms(noun, gender):
                    old = index.setdefault(form.lower(), (noun, gender, number, entry))
                    if old[0] == noun and old[2] != number and old[1] == gender:
                        index[form.lower()] = (noun, gender, "", entry)
    return index


def _tails(word: str) -> Iterator[tuple[str, bool]]:
    """The word and its possible last parts, longest first, in lower case, and whether it is the whole word."""
    low = word.lower()
    yield low, True
    for at in range(1, len(low)):
        after_hyphen = low[at - 1] == "-"
        if after_hyphen or (at >= 2 and len(low) - at >= SHORTEST_SUFFIX):
            yield low[at:], False


def _base(word: str, tail: str, noun: str) -> str:
    front = word[: len(word) - len(tail)]
    return front + (noun if not front or front.endswith("-") else noun[:1].lower() + noun[1:])


def _is_apart(word: str, others: tuple[str, ...]) -> bool:
    return any(other.lower() in word.lower() for other in others)


@cache
def role(word: str) -> Role | None:
    """The person noun that a word is or ends with: "US-Außenministers" -> "Minister"."""
    index = _role_index()
    for tail, exact in _tails(word):
        found = index.get(tail)
        if found and (exact or not found[3].whole):
            noun, gender, number, entry = found
            if _is_apart(word, entry.apart):
                return None
            base, of = _base(word, tail, noun), entry.members_of if exact else ()
            rest = (entry.title, exact, entry.distinct, of, entry.tried)
            return Role(noun, base, gender, number, entry.field, entry.covers, *rest)
    return None


@cache
def group(word: str) -> Group | None:
    """The collective noun that a word is or ends with: "Außenministerium" -> "Ministerium"."""
    index = _group_index()
    for tail, exact in _tails(word):
        found = index.get(tail)
        hyphenated = word.lower().endswith("-" + tail)
        if found and (exact or hyphenated or not found[3].whole):
            noun, gender, number, entry = found
            if _is_apart(word, entry.apart):
                return None
            return Group(noun, _base(word, tail, noun), gender, number, entry, exact)
    return None


@cache
def _first_names() -> dict[str, str]:
    genders: dict[str, set[str]] = {}
    for entry in read_table("firstnames", FirstNames):
        for name in entry.names:
            genders.setdefault(name, set()).add(entry.gender)
    return {name: next(iter(g)) for name, g in genders.items() if len(g) == 1}


def first_name_gender(name: str) -> str | None:
    """Gender of a first name, or None where the table does not know it or knows both."""
    found = _first_names()
    return found.get(name) or found.get(name.split("-")[0])


@dataclass(frozen=True)
class TitleNounEntry:
    """Nouns that tell what a person is where they stand right before the person's name."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    example: str
    gender: Literal["Masc", "Fem"] | None = None
    endings: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


def _title_noun(word: str) -> Role | None:
    low, last = word.lower(), word.rsplit("-", 1)[-1]
    for entry in read_table("titlenouns", TitleNounEntry):
        listed = last in entry.nouns or any(len(n) >= SHORTEST_SUFFIX and low.endswith(n.lower()) for n in entry.nouns)
        if listed or (low.endswith(entry.endings) and group(word) is None):
            return Role(word, word, entry.gender, "", "work", (), False, True)
    return None


@cache
def title_role(word: str) -> Role | None:
    """What a noun right before a person's name says of the person, also where the table of roles lacks it."""
    return role(word) or _title_noun(word) or (_title_noun(word[:-1]) if word.endswith("s") else None)


@dataclass(frozen=True)
class NameParticleEntry:
    """Small words inside names of people."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    words: tuple[str, ...]
    example: str


@cache
def name_particles() -> frozenset[str]:
    """Small words between first name and surname ("von", "van", "de")."""
    return frozenset(w for e in read_table("nameparticles", NameParticleEntry) for w in e.words)


@dataclass(frozen=True)
class WeakNounEntry:
    """Ends of nouns whose plural has "-en" in every case."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    endings: tuple[str, ...]
    example: str


@cache
def weak_endings() -> tuple[str, ...]:
    """Ends of nouns whose plural has "-en" in every case."""
    return tuple(x for e in read_table("weaknouns", WeakNounEntry) for x in e.endings)


@cache
def adpositions() -> dict[str, AdpositionEntry]:
    """The table of adpositions by word."""
    return {e.word: e for e in read_table("adpositions", AdpositionEntry)}


@cache
def pronouns() -> dict[str, tuple[PronounEntry, ...]]:
    """Pronoun form in lower case -> its entries."""
    index: dict[str, tuple[PronounEntry, ...]] = {}
    for entry in read_table("pronouns", PronounEntry):
        for form in entry.forms:
            index[form] = (*index.get(form, ()), entry)
    return index
