"""Words for two actors named before: "die beiden Unternehmen", "sie" after "A und B"."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from kg.extract.agreement import is_both
from kg.extract.clusters import Entity
from kg.extract.descriptions import Description
from kg.extract.resolution import PRIVATE_FIELDS
from kg.extract.salience import MEMORY, History, Reference
from kg.extract.syntax import children, feature, finite, rel
from kg.facts import ActorKind
from kg.lexicon.people import Group

NEAR = 3
"""Sentences back to a pair that "die beiden" takes up; "sie" looks back one."""
STATES = "states"
"""Sort of the plural nouns that mean states ("Länder")."""

Fits = Callable[[Entity], bool]


def described_pair(doc: Doc, d: Description, history: History) -> tuple[Entity, ...]:
    """The two whom "die beiden Unternehmen" means: coordinated before, or the only two of the kind spoken of lately.

    "Seine beiden Söhne" and "die beiden Gewerkschaften Nord und Süd" take up nobody.
    """
    front = doc[max(d.start - 1, 0) : d.head]
    owned = any(feature(t, "Poss") == "Yes" for t in doc[max(d.start - 2, 0) : d.head])
    if d.number != "Plur" or owned or not any(is_both(t) for t in front):
        return ()
    if d.owner_name is not None or any(rel(c) in ("appos", "flat") for c in doc[d.head].children):
        return ()
    fits = _fitting(d)
    if fits is None:
        return ()
    return (
        _coordinated(doc, d.head, history, fits, NEAR)
        or _only_two(d.head, history, fits, NEAR)
        or _only_two(d.head, history, fits, MEMORY)
    )


def pronoun_pair(token: Token, history: History) -> tuple[Entity, ...]:
    """The two that were the subject of the clause or sentence before: "A und B trafen sich. Sie …"."""
    verb = finite(token.head) if rel(token) == "nsubj" else None
    if feature(token, "PronType") != "Prs" or verb is None or feature(verb, "Number") != "Plur":
        return ()
    return _coordinated(token.doc, token.i, history, lambda e: bool(e.names or e.described), 1, subject=True)


def _fitting(d: Description) -> Fits | None:
    if d.role is not None and d.role.field not in PRIVATE_FIELDS:
        gender = d.role.gender if d.role.gender == "Fem" else None
        return lambda e: e.kind is ActorKind.PERSON and bool(e.names) and (not gender or e.gender in (None, gender))
    if d.group is None:
        return None
    group: Group = d.group
    if group.entry.sort == STATES or group.entry.kind is ActorKind.COUNTRY:
        return lambda e: e.kind is ActorKind.COUNTRY
    if group.entry.kind is not ActorKind.ORGANIZATION:
        return None
    return lambda e: e.kind is ActorKind.ORGANIZATION and bool(e.names) and e.sort in (None, group.entry.sort)


def _coordinated(
    doc: Doc, before: int, history: History, fits: Fits, within: int, subject: bool = False
) -> tuple[Entity, ...]:
    """The last coordination of exactly two fitting actors."""
    named = {r.token: r for r in _lately(before, history, within)}
    for i in sorted(named, reverse=True):
        second = doc[i]
        first = named.get(second.head.i)
        if rel(second) != "conj" or first is None or len(children(doc[first.token], "conj")) != 1:
            continue
        if subject and rel(doc[first.token]) != "nsubj":
            continue
        pair = (first.entity, named[i].entity)
        if pair[0] is not pair[1] and all(fits(e) for e in pair):
            return pair
    return ()


def _only_two(before: int, history: History, fits: Fits, within: int) -> tuple[Entity, ...]:
    near = [r for r in _lately(before, history, within) if fits(r.entity)]
    found = tuple(dict.fromkeys(r.entity for r in reversed(near)))
    return found if len(found) == 2 else ()


def _lately(before: int, history: History, within: int) -> Iterator[Reference]:
    """References of the last sentences before a token, the last one first."""
    here = history.sentence[before]
    for reference in reversed(history.references):
        if here - reference.sentence > within:
            return
        if reference.token < before:
            yield reference
