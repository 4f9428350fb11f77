"""What is in a state without being part of it: companies and associations act for themselves."""

from spacy.tokens import Token

from kg.extract.syntax import children
from kg.lexicon.people import group

_PRIVATE = frozenset({"company", "media", "ngo", "association"})
"""Sorts of bodies."""


def is_private(noun: Token) -> bool:
    """ "das russische Unternehmen", "der US-Konzern"."""
    body = group(noun.text)
    return body is not None and body.entry.sort in _PRIVATE


def origin_words(noun: Token) -> list[Token]:
    """Words beside the noun that may name the state whose it is: "die russische Position"."""
    if is_private(noun):
        return []
    # "Russische Raketen …": the parser attaches some adjectives at a sentence's beginning by no label of theirs.
    first = [c for c in children(noun, "dep") if c.pos_ == "ADJ" and c.is_sent_start]
    return [*children(noun, "amod", "compound"), *first]


def is_in_name(adjective: Token) -> bool:
    """ "die Spanische Inquisition": a capital within the sentence makes the adjective part of a name."""
    return adjective.pos_ == "ADJ" and adjective.text.istitle() and not adjective.is_sent_start
