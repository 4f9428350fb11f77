"""Whether a name is a person's, a body's or a place's, by all that the article shows of it."""

from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.mentions import Name, base_form
from kg.extract.syntax import rel
from kg.facts import ActorKind
from kg.lexicon.people import Group, group, role

FREELY_NAMED = frozenset({"company", "media", "party", "ngo"})
"""Sorts of bodies that are not called after their town: the name beside them is their own ("Reederei Hapag-Lloyd")."""


def settle_kinds(doc: Doc, words: Counter[str], names: list[Name]) -> list[Name]:
    """The names with the kind that the article's evidence speaks for; the gazetteer's stay as they are.

    A surname of somebody with a full name is that person's; a title makes a person, a noun for a body before the name a
    body; otherwise the kind that the model sees most often.
    """
    surnames = {n.text.split()[-1] for n in names if n.kind is ActorKind.PERSON and n.end - n.start > 1}
    out = [_as_surname(doc, words, n, surnames) for n in names]
    out = [replace(n, kind=ActorKind.PERSON) if _is_stranger_with_title(doc, n) else n for n in out]
    votes: dict[str, Counter[ActorKind]] = {}
    free: set[str] = set()
    for name in out:
        if name.known is None:
            told = _is_told_freely(doc, name)
            votes.setdefault(name.text, Counter())[ActorKind.ORGANIZATION if told else name.kind] += 1
            free.update({name.text} if told else ())
    firsts = {n.text.split()[0] for n in out if n.kind is ActorKind.ORGANIZATION and " " in n.text}
    bodies = {n.text for n in out if " " not in n.text and (n.text in firsts or _body_before(doc, n) is not None)}
    bodies -= surnames  # "warf die Staatsanwaltschaft Ertel vor" speaks of two
    titled = {
        n.text for n in out if n.kind is ActorKind.PERSON and n.start > 0 and role(doc[n.start - 1].text)
    } - bodies
    return [
        n
        if n.known is not None
        else _settled(doc, n, votes[n.text], n.text in bodies, n.text in titled, n.text in free)
        for n in out
    ]


def _settled(doc: Doc, name: Name, votes: Counter[ActorKind], is_body: bool, is_titled: bool, is_free: bool) -> Name:
    if name.kind is ActorKind.PERSON:
        return replace(name, kind=ActorKind.ORGANIZATION) if is_body else name
    if is_titled or votes[ActorKind.PERSON] > votes[name.kind]:
        return replace(name, kind=ActorKind.PERSON)
    bodily = votes[ActorKind.ORGANIZATION] - votes[name.kind]
    if bodily > 0 or (is_free and bodily == 0) or _is_told_freely(doc, name):
        return replace(name, kind=ActorKind.ORGANIZATION)
    return name


def _is_told_freely(doc: Doc, name: Name) -> bool:
    """Whether the noun before says that the name is a body's that has no town's name: "Reederei Hapag-Lloyd"."""
    before = _body_before(doc, name)
    return before is not None and before.entry.sort in FREELY_NAMED and name.kind is not ActorKind.PERSON


def _as_surname(doc: Doc, words: Counter[str], name: Name, surnames: set[str]) -> Name:
    if name.kind is ActorKind.PERSON or name.end - name.start > 1:
        return name
    if name.known is not None and name.text == name.known.name:
        return name
    base = base_form(doc, name.start, name.end, words)
    return replace(name, kind=ActorKind.PERSON, text=base, known=None) if base in surnames else name


def _is_stranger_with_title(doc: Doc, name: Name) -> bool:
    """Whether a title stands before what the model took for a place or body: "Gouverneur Thirayuth Iamtrakul"."""
    if name.kind is ActorKind.PERSON or name.known is not None or name.start == 0 or name.end - name.start < 2:
        return False
    before, head = doc[name.start - 1], doc[name.start : name.end].root
    if before.pos_ != "NOUN" or role(before.text) is None:
        return False
    return rel(head) in ("appos", "flat") and head.head.i == before.i


def _body_before(doc: Doc, name: Name) -> Group | None:
    """The noun for a body right before the name: "Mobilfunkkonzern Mannesmann"."""
    if name.start == 0 or doc[name.start - 1].pos_ != "NOUN":
        return None
    found = group(doc[name.start - 1].text)
    return found if found is not None and found.entry.kind is ActorKind.ORGANIZATION else None
