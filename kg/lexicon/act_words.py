"""Function words around acts: negation, modality, contractions, what else a body is called."""

from dataclasses import dataclass
from functools import cache

from pydantic import ConfigDict

from kg.lexicon.loader import read_table


@dataclass(frozen=True, slots=True)
class ModalWord:
    """A function word of the stance rules; `means` is the preposition in a contraction or pronominal adverb."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    word: str
    kind: str
    example: str
    means: str | None = None


@cache
def modal_words() -> dict[str, frozenset[str]]:
    """Kinds of function word -> the words."""
    found: dict[str, set[str]] = {}
    for entry in read_table("acts_modality", ModalWord):
        found.setdefault(entry.kind, set()).add(entry.word)
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def contractions() -> dict[str, str]:
    """ "vom" -> "von"."""
    return _meanings("contraction")


@cache
def givers() -> tuple[str, ...]:
    """Prepositions before whom something is received from, the surest first."""
    return tuple(e.word for e in read_table("acts_modality", ModalWord) if e.kind == "giver")


@cache
def pronominal_adverbs() -> dict[str, str]:
    """ "dagegen" -> "gegen"."""
    return _meanings("pronominal")


@cache
def relative_adverbs() -> dict[str, str]:
    """ "wogegen" -> "gegen"."""
    return _meanings("relative adverb")


@cache
def bodies() -> dict[str, str]:
    """ "tribunal" -> "Gericht": what else a body that acts may be called."""
    return {word.lower(): kind for word, kind in _meanings("body").items()}


def _meanings(kind: str) -> dict[str, str]:
    table = read_table("acts_modality", ModalWord)
    return {e.word: e.means for e in table if e.kind == kind and e.means is not None}
