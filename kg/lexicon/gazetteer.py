"""States and well-known bodies, and the words that stand for them."""

from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Literal

from pydantic import ConfigDict

from kg.facts import ActorKind
from kg.lexicon.loader import read_table

Grammar = Literal["Masc", "Fem", "Neut", "Plur"]
ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")


@dataclass(frozen=True)
class State:
    """A state; `seats` are its capitals, `houses` its seats of government, `home` that its capital mostly is a town."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: str
    iso: str
    wikidata: str
    grammar: Grammar
    example: str
    other: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    inhabitants: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()
    home: bool = False


@dataclass(frozen=True)
class Body:
    """A named body; `sort` as in the table of groups; `represents` says that it speaks for its `state`.

    `namesakes` are those of its names that bodies of other states bear as well.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: str
    sort: str
    grammar: Grammar
    example: str
    other: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    wikidata: str | None = None
    state: str | None = None
    represents: bool = False
    ambiguous: bool = False
    namesakes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """One actor of the gazetteer.

    Attributes:
        owner: ISO code of the state that a body belongs to.
    """

    name: str
    kind: ActorKind
    sort: str
    grammar: Grammar
    wikidata: str | None = None
    owner: str | None = None
    ambiguous: bool = False


@dataclass(frozen=True)
class Hit:
    """What a word form may stand for.

    Attributes:
        seat: the form names a town that may stand for the actor.
        house: the form names a seat of government.
    """

    known: Known
    seat: bool = False
    house: bool = False


@cache
def states() -> tuple[State, ...]:
    """All states of the table."""
    return read_table("states", State)


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies of the table."""
    return read_table("bodies", Body)


@cache
def known_state(iso: str) -> Known | None:
    """The actor of a state by its ISO code."""
    for s in states():
        if s.iso == iso:
            return Known(s.name, ActorKind.COUNTRY, "state", s.grammar, s.wikidata)
    return None


def _known_body(body: Body) -> Known:
    if body.represents and body.state and (state := known_state(body.state)):
        return state
    return Known(body.name, ActorKind.ORGANIZATION, body.sort, body.grammar, body.wikidata, body.state, body.ambiguous)


def _word_forms(word: str, last: bool, plural: bool) -> list[str]:
    """Inflected forms of one word of a name: adjectives before the noun, genitives of nouns."""
    forms = [word]
    if not word[:1].isupper() or len(word) < 3:
        return forms
    if not last or (plural and word.endswith("e")):
        for ending in ("er", "es", "e"):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return [word[: -len(ending)] + e for e in ADJECTIVE_ENDINGS]
    if plural and word.endswith("er"):
        forms.append(word + "n")
    if word[-1] not in "sxzß":
        forms.append(word + "s")
        if last and word[-1] in "tdkfg" and not word.isupper():
            forms.append(word + "es")
    elif last and not plural:
        forms += [word + "'", word + "’", word + "es"]
    return forms


def name_forms(name: str, plural: bool = False) -> tuple[str, ...]:
    """A name in all its cases: "Vereinigte Staaten" -> "Vereinigten Staaten" …; the name itself comes first."""
    words = name.split(" ")
    lists = [_word_forms(w, i == len(words) - 1, plural) for i, w in enumerate(words)]
    return tuple(dict.fromkeys([name, *(" ".join(p) for p in product(*lists))]))


@cache
def name_index() -> dict[str, Hit]:
    """Every form of every name and seat -> what it stands for. Names win over seats, states over bodies."""
    index: dict[str, Hit] = {}
    for state in states():
        known = known_state(state.iso)
        assert known is not None
        for name in (state.name, *state.other):
            for form in name_forms(name, state.grammar == "Plur"):
                index.setdefault(form, Hit(known))
    for body in bodies():
        known = _known_body(body)
        for name in (body.name, *body.other):
            for form in name_forms(name, body.grammar == "Plur" or name[-1:] in "en"):
                index.setdefault(form, Hit(known))
    for known, seats in [(known_state(s.iso), s.seats) for s in states()] + [
        (_known_body(b), b.seats) for b in bodies()
    ]:
        for name in seats:
            for form in name_forms(name):
                if known is not None:
                    index.setdefault(form, Hit(known, seat=True))
    for state in states():
        known = known_state(state.iso)
        for house in state.houses:
            for form in name_forms(house):
                if known is not None:
                    index.setdefault(form, Hit(known, house=True))
    return index


@cache
def name_beginnings() -> frozenset[str]:
    """What the first word of a name can be, also where a tokenizer splits it at a hyphen, stop or slash."""
    found = set()
    for form in name_index():
        first = form.split(" ", 1)[0]
        found.add(first)
        found.update(first[:i] for i, c in enumerate(first) if i and not c.isalnum())
    return frozenset(found)


@cache
def home_states() -> frozenset[str]:
    """Names of the states whose capital mostly is a town."""
    return frozenset(s.name for s in states() if s.home)


LONGEST_NAME = 8
"""Words of the longest name in the tables, with room for hyphens that a tokenizer splits off."""


@cache
def _adjectives() -> dict[str, Known]:
    index: dict[str, Known] = {}
    for state in states():
        known = known_state(state.iso)
        for adjective in state.adjectives:
            endings = ("",) if adjective[:1].isupper() and adjective.endswith("er") else ADJECTIVE_ENDINGS
            for e in endings:
                if known is not None:
                    index.setdefault((adjective + e).casefold(), known)
    return index


@cache
def _town_adjectives() -> dict[str, Known]:
    return {
        town + "er": known for s in states() for town in s.seats if " " not in town and (known := known_state(s.iso))
    }


def state_of_adjective(word: str) -> Known | None:
    """The state of a demonym: "russischen" -> Russland."""
    return _adjectives().get(word.casefold())


def state_of_town_adjective(word: str) -> Known | None:
    """The state by its capital: "Moskauer" -> Russland; true of governments only, not of "Moskauer Straßen"."""
    return _town_adjectives().get(word)


@cache
def _inhabitants() -> dict[str, tuple[Known, Literal["Sing", "Plur", ""], str]]:
    index: dict[str, tuple[Known, Literal["Sing", "Plur", ""], str]] = {}

    def add(form: str, known: Known, number: Literal["Sing", "Plur", ""], gender: str) -> None:
        index.setdefault(form, (known, number, gender))

    for state in states():
        known = known_state(state.iso)
        if known is None:
            continue
        for word in state.inhabitants:
            if word.endswith("in"):
                add(word, known, "Sing", "Fem")
                add(word + "nen", known, "Plur", "Fem")
            elif word.endswith("er"):
                add(word, known, "", "Masc")
                add(word + "s", known, "Sing", "Masc")
                add(word + "n", known, "Plur", "Masc")
                add(word + "in", known, "Sing", "Fem")
                add(word + "innen", known, "Plur", "Fem")
            elif word.endswith("tsche") and word[0] == "D":
                for ending in ("", "r", "n", "m"):
                    add(word + ending, known, "", "Masc")
            elif word.endswith("e"):
                add(word, known, "Sing", "Masc")
                add(word + "n", known, "", "Masc")
            else:
                add(word, known, "", "Masc")
                add(word + "s", known, "", "Masc")
                add(word + "en", known, "", "Masc")
    return index


def inhabitant(word: str) -> tuple[Known, Literal["Sing", "Plur", ""], str] | None:
    """State, number and gender of a word for its people: "Russinnen" -> Russland, Plur, Fem."""
    return _inhabitants().get(word)


def compound_owner(word: str) -> tuple[Known, str] | None:
    """The actor that a compound begins with and the rest: "US-Außenminister" -> USA, "Außenminister"."""
    index = name_index()
    for at in range(len(word) - 1, 0, -1):
        if word[at] == "-" and (hit := index.get(word[:at])) and not hit.seat:
            return hit.known, word[at + 1 :]
    return None
