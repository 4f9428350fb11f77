"""Forms of a name for comparison: what they leave out does not tell one actor from another."""

import re
from collections.abc import Mapping
from functools import cache

from kg.lexicon.gazetteer import bodies
from kg.lexicon.namevariants import club_forms, transliterations
from kg.lexicon.namewords import legal_forms
from kg.lexicon.people import name_particles
from kg.resolve.slugs import slug

ROMAN = re.compile(r"[ivx]+")
_APOSTROPHE = re.compile(r"['’′`´]")
_POSSESSIVE = re.compile(rf"{_APOSTROPHE.pattern}s?$")
_FOUNDED = re.compile(r"0[0-9]|[5-9][0-9]|1[89][0-9][0-9]")
"""Years in which clubs were founded, as their names have them."""
_ARTICLES = frozenset({"der", "die", "das", "the"})
_ADJECTIVE = re.compile(r"(er|es|en|em|e)$")
_NOUN = re.compile(r"(es|en|s|n|e)$")
_SHORTEST_INFLECTED = 4
"""Letters of the shortest word of a body's name whose ending is taken for one of case: "Rote", not "Rat"."""


@cache
def name_words(name: str) -> tuple[str, ...]:
    """The words in plain small letters; "Ban Ki-moon" has three, "Benedikt XVI." two."""
    return tuple(slug(_APOSTROPHE.sub("", _POSSESSIVE.sub("", name.strip()))).split("-"))


@cache
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without particles: "Muammar al-Gaddafi" -> muammar, gaddafi.

    In front, a particle is one only in small letters: Ben Bernanke's is a name.
    """
    words = name_words(name)
    first = 0 if name.strip()[:1].islower() else 1
    return words[:first] + tuple(w for w in words[first:] if w not in name_particles()) or words


def is_full_name(name: str) -> bool:
    """Whether a name tells a person from others of the surname: not "Merkel", "Anna-Lena", "Daniel B."."""
    words = person_words(name)
    return " " in name.strip() and len(words) > 1 and (len(words[-1]) > 1 or bool(ROMAN.fullmatch(words[-1])))


@cache
def sound(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words in a spelling that transliterations share: Gaddafi, Qadhafi and Ghaddafi are one."""
    return tuple(map(_sound, words))


def _sound(word: str) -> str:
    for entry in transliterations():
        for letters in entry.written:
            word = word.replace(letters, entry.common)
    return re.sub(r"(.)\1", r"\1", word)


@cache
def body_keys(name: str) -> frozenset[str]:
    """A body's name without article word, legal form, hyphens, spaces and case endings.

    Which words are inflected nobody knows ("Presse Agentur" is no "Presser Agentur"): once the endings of all words are
    left out, once those of the first and the last, once of the last only.
    """
    words = _without_legal_form(name_words(name))
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    if len(words) == 1:
        return frozenset(words)
    last = _stem(words[-1], _NOUN)
    stems = tuple(_stem(word, _ADJECTIVE) for word in words[:-1])
    starts = (words[:-1], (stems[0], *words[1:-1]), stems)
    return frozenset("".join((*start, last)) for start in starts)


@cache
def known_keys() -> Mapping[str, frozenset[str]]:
    """Keys of the other names of the gazetteer's bodies -> those of the name that it lists them under."""
    return {
        key: body_keys(body.name)
        for body in bodies()
        if not body.ambiguous
        for other in body.other
        if not is_abbreviation(other)
        for key in body_keys(other)
    }


@cache
def town_keys(name: str) -> frozenset[str]:
    """Of "Mainzer Polizei" and "Polizei Mainz" the same: noun and town."""
    words = name_words(name)
    if len(words) != 2:
        return frozenset()
    first, second = words
    if not first.endswith("er"):
        return frozenset({f"{first} {second}"})
    town = first.removesuffix("er")
    return frozenset({f"{second} {town}", f"{second} {town}en"})


@cache
def club_keys(name: str) -> frozenset[tuple[str, ...]]:
    """A sports club's words without "FC", "1." and "04"; where only one is left ("Mainz"), with "FSV" or with "05"."""
    plain = {word for entry in club_forms() for form in entry.forms for word in name_words(form)}
    words = set(name_words(name))
    numbers = {w for w in words if w.isdigit()}
    own = tuple(sorted(words - plain - numbers))
    if not words & plain and any(not _FOUNDED.fullmatch(n) for n in numbers):
        return frozenset()  # "Wache 2"
    if len(own) > 1:
        return frozenset({own})
    marks = (tuple(sorted(words & plain)), tuple(sorted(n for n in numbers if len(n) > 1)))
    return frozenset((*own, *mark) for mark in marks if mark and own)


def is_abbreviation(name: str) -> bool:
    """ "BGH", "NRdB"; no word in capitals of eight letters or more."""
    return 1 < len(name) < 8 and name.isalpha() and sum(c.isupper() for c in name) * 2 > len(name)


def abbreviates(short: str, name: str) -> bool:
    """Whether the letters stand in the name in their order, the first at its beginning: BGH, Bundesgerichtshof."""
    if slug(short) in name_words(name):
        return False
    letters = "".join(name_words(name))
    if not letters.startswith(short[:1].lower()) or len(letters) < 2 * len(short):
        return False
    at = 0
    for letter in short.lower():
        at = letters.find(letter, at) + 1
        if at == 0:
            return False
    return True


def initials(name: str) -> str:
    """What the name's capitalised words begin with: British Broadcasting Corporation, BBC."""
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w[:1].isupper())


def _stem(word: str, ending: re.Pattern[str]) -> str:
    shorter = ending.sub("", word) if len(word) >= _SHORTEST_INFLECTED else word
    return shorter if len(shorter) >= _SHORTEST_INFLECTED - 1 else word


@cache
def _legal_forms() -> tuple[tuple[str, ...], ...]:
    found = {name_words(form) for form in legal_forms() if any(map(str.isalnum, form))}
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


def _without_legal_form(words: tuple[str, ...]) -> tuple[str, ...]:
    for form in _legal_forms():
        if len(words) > len(form) and words[-len(form) :] == form:
            return _without_legal_form(words[: -len(form)])
    return words
