"""What stands beside a noun for a body: the body's own name, or the town of an office."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from kg.extract.mentions import Name
from kg.extract.syntax import rel
from kg.facts import ActorKind
from kg.lexicon.people import group

OFFICES = frozenset({"authority", "court", "ministry", "police", "prosecution"})
"""Sorts of bodies that a town names fully; nothing in the genitive follows it."""


def stands_before_body(token: Token, at: Mapping[int, Name]) -> bool:
    """Whether the noun tells what the body named right after it is: "der Polizeibund Wacht"."""
    name = at.get(token.i + 1)
    if token.pos_ != "NOUN" or name is None or name.kind is not ActorKind.ORGANIZATION or name.start != token.i + 1:
        return False
    root = token.doc[name.start : name.end].root
    tied = rel(root) in ("appos", "flat") and root.head.i == token.i
    return tied and token.doc[name.start : name.end].text == name.text


def ends_with_town(doc: Doc, head: int, end: int, at: Mapping[int, Name]) -> bool:
    """Whether the phrase ends with an office's town: in "hat das Schulamt Altstedt der Firma" a dative follows."""
    town = at.get(end - 1)
    office = group(doc[head].text)
    return (
        town is not None
        and town.kind is ActorKind.PLACE
        and town.start == head + 1
        and office is not None
        and office.entry.sort in OFFICES
    )
