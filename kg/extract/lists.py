"""Names that a plural lists: "die Minister Holm und Weber", "die Staaten Kuwait, Bahrain und Oman"."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from spacy.tokens import Token

from kg.extract.syntax import case_words, children, conjuncts, feature

Meant = TypeVar("Meant")


def listed_names(noun: Token, parts: Callable[[Token], list[Token]] = conjuncts) -> list[Token]:
    """The names right behind a plural, which means those who bear them; `parts` takes a compound phrase apart."""
    firsts = [c for c in children(noun, "appos", "flat", "nmod") if c.i > noun.i and not case_words(c)]
    return [n for c in firsts if feature(c, "Case") != "Gen" for n in parts(c) if n.pos_ == "PROPN"]


def all_listed(noun: Token, by_token: Mapping[int, Meant]) -> tuple[Meant, ...]:
    """Whom the names mean, by the words that stand for them; one alone is no list."""
    found = tuple(dict.fromkeys(by_token[n.i] for n in listed_names(noun) if n.i in by_token))
    return found if len(found) > 1 else ()
