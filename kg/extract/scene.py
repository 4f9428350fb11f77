"""What descriptions are resolved against: the actors so far, the words that mean them, who else is in the clause."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.clusters import Entity, Register
from kg.extract.descriptions import Description
from kg.extract.salience import History
from kg.extract.syntax import children, is_relative, rel
from kg.facts import ActorKind
from kg.lexicon.gazetteer import inhabitant
from kg.lexicon.people import group, role, weak_endings

ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})
NEAR = 3
"""Sentences in which "der Mann" means the man named last; beyond them it is somebody else."""


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as far as it has been read.

    Attributes:
        by_token: index of a phrase's head word -> its actor.
    """

    doc: Doc
    register: Register
    history: History
    by_token: Mapping[int, Entity]

    def beside(self, d: Description) -> frozenset[Entity]:
        """Who else takes part in the description's clause: "Der Richter sagte zu Holm" speaks of two."""
        token = self.doc[d.head]
        while rel(token) == "conj" and token.head.i != token.i:
            token = token.head
        owned = [token.head] if rel(token) == "nmod" else []  # "die Mutter der 46-Jährigen"
        verbs = _verbs(token)
        others = [c for verb in verbs for c in verb.children if c.i != token.i and rel(c) in ARGUMENTS]
        others += [c for verb in verbs for c in _shared_subjects(verb)]
        others += [verb.head for verb in verbs if rel(verb) == "acl" and _begins_relative(verb)]
        return frozenset(e for c in (*others, *owned) if (e := self.by_token.get(c.i)) is not None)


def _verbs(token: Token) -> list[Token]:
    """The verb that the phrase belongs to, and the one above it whose subject does the same."""
    if rel(token) not in ARGUMENTS or token.head.i == token.i:
        return []
    verb = token.head
    return [verb, verb.head] if rel(verb) == "xcomp" else [verb]


def _begins_relative(verb: Token) -> bool:
    """Whether whom a relative clause tells of takes part in it: "Holm, der den Minister einlud"."""
    pronouns = [c for c in verb.children if rel(c) in ARGUMENTS and is_relative(c)]
    return any(not children(c, "case") for c in pronouns)


def _shared_subjects(verb: Token) -> list[Token]:
    """Subjects of a verb that stand before the first of its row: "Holm zögerte und entließ den Verfasser"."""
    first = verb
    while rel(first) == "conj" and first.head.i != first.i and not any(rel(c) == "nsubj" for c in first.children):
        first = first.head
    return [c for c in first.children if rel(c) == "nsubj"] if first.i != verb.i else []


def is_named_body(entity: Entity) -> bool:
    """Whether it is a body that the article calls by a name."""
    return entity.kind is ActorKind.ORGANIZATION and bool(entity.names)


def takes_up(noun: str, longer: str) -> bool:
    """Whether a noun means what a compound that ends with it means: "Bewohner", but no "Gegendemonstranten"."""
    if noun == longer or not longer.endswith(noun):
        return noun == longer
    known = role(longer)
    return known is None or not known.distinct


def plural_base(d: Description, doc: Doc) -> str:
    """The noun of a plural phrase in the nominative: "Mitarbeitern" -> "Mitarbeiter"."""
    word = doc[d.head].text
    if d.group is not None and d.group.gender == "Plur":
        return d.group.base
    if d.role is not None and word.lower().endswith(d.role.noun.lower() + "en") and word[:-2].endswith(weak_endings()):
        return word
    shorter = word[:-1] if word.endswith("n") else ""
    if d.group is not None:
        body = group(shorter)
        return shorter if body is not None and body.number != "Sing" and d.group.gender != "Fem" else word
    if d.role is None:
        return shorter if shorter.endswith("er") and inhabitant(shorter) else word
    person = role(shorter)
    return shorter if person is not None and person.number != "Sing" else word
