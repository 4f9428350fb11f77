"""What has been mentioned so far, and whom a pronoun or a description takes up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.clusters import Entity
from kg.extract.syntax import rel
from kg.facts import ActorKind

SUBJECT_BONUS = 2.0
OBJECT_BONUS = 1.0
SENTENCE_COST = 1.5
"""A subject of the sentence before beats an oblique of the same sentence; of two sentences before it doesn't."""
BODY_COST = 1.6
"""Of taking a body for "er" or "sie" where a person could be meant as well."""
COUNT_BONUS = 0.15
MOST_COUNTED = 8
MEMORY = 80
"""Sentences after which nothing is taken up again; articles are shorter, it only bounds the time for longer texts."""
WINDOW = 4
"""Sentences that a pronoun looks back."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One word that refers to an entity."""

    token: int
    sentence: int
    entity: Entity
    weight: float
    gender: str | None = None
    """Gender of the word where it isn't the entity's: "die Regierung" for a state."""


def sentence_numbers(doc: Doc) -> list[int]:
    """For each token the number of its sentence."""
    numbers, n = [], -1
    for token in doc:
        if token.is_sent_start or n < 0:
            n += 1
        numbers.append(n)
    return numbers


class History:
    """References in text order."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.sentence = sentence_numbers(doc)
        self.references: list[Reference] = []
        self.counts: dict[Entity, int] = {}

    def add(self, token: Token, entity: Entity, gender: str | None = None) -> None:
        self.counts[entity] = self.counts.get(entity, 0) + 1
        self.references.append(Reference(token.i, self.sentence[token.i], entity, weight(token), gender))

    def last(self, fits: Callable[[Entity], bool], before: int, within: int | None = None) -> Entity | None:
        """The entity mentioned last before a token, among those that fit."""
        for ref in reversed(self.references):
            if self.sentence[before] - ref.sentence > (MEMORY if within is None else within):
                return None
            if ref.token < before and fits(ref.entity):
                return ref.entity
        return None

    def lately(self, before: int, within: int) -> Iterator[Reference]:
        """References of the last sentences before a token, the last one first."""
        here = self.sentence[before]
        for reference in reversed(self.references):
            if here - reference.sentence > within:
                return
            if reference.token < before:
                yield reference

    def most_salient(
        self,
        token: Token,
        fits: Callable[[Reference], float | None],
        barred: frozenset[Entity] = frozenset(),
        window: int = WINDOW,
    ) -> tuple[float, Entity] | None:
        """The entity that a pronoun most likely takes up, with its score.

        Args:
            fits: cost of taking up a reference, None if it cannot be meant.
            barred: who cannot be meant (the other arguments of the pronoun's verb).
            window: sentences to look back.
        """
        here = self.sentence[token.i]
        best: tuple[float, int] | None = None
        chosen: tuple[float, Entity] | None = None
        for ref in reversed(self.references):
            distance = here - ref.sentence
            if distance > window:
                break
            if ref.token >= token.i or ref.entity in barred:
                continue
            cost = fits(ref)
            if cost is None:
                continue
            score = ref.weight - SENTENCE_COST * distance - cost
            score += COUNT_BONUS * min(self.counts[ref.entity], MOST_COUNTED)
            if best is None or (score, ref.token) > best:
                best, chosen = (score, ref.token), (score, ref.entity)
        return chosen


def weight(token: Token) -> float:
    head = token
    while rel(head) in ("appos", "flat", "conj") and head.head.i != head.i:
        head = head.head
    relation = rel(head)
    if relation == "nsubj" or relation == "ROOT":
        return SUBJECT_BONUS
    if relation in ("obj", "iobj"):
        return OBJECT_BONUS
    if relation == "nmod":
        return 0.0
    return 0.5


def gender_cost(
    entity: Entity, readings: tuple[str, ...], body: float = BODY_COST, word: str | None = None
) -> float | None:
    """Cost of taking an entity for a pronoun of these genders ("Plur" for the plural), None if it cannot be.

    Args:
        word: gender of the noun for the entity that the pronoun would take up, where it differs ("die Regierung").
    """
    gender = entity.gender
    if word is not None and word in readings:
        return body
    if entity.kind is ActorKind.COUNTRY:
        return 1.5 if gender in readings and gender in ("Plur", "Neut") else None
    if entity.kind is ActorKind.PLACE:
        return None
    if gender is None:
        fits = ("Masc", "Fem") if entity.kind is ActorKind.PERSON else ("Masc", "Fem", "Neut")
        return 0.8 if any(r in fits for r in readings) else None
    if gender not in readings:
        return None
    return 0.0 if entity.kind is ActorKind.PERSON or gender == "Plur" else body
