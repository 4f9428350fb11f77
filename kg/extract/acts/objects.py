"""Objects that the parser gives to another word than their verb."""

from spacy.tokens import Token

from kg.extract.acts.clauses import (
    is_infinitive,
    is_sich,
    logical_objects,
)
from kg.extract.syntax import rel
from kg.lexicon.act_words import modal_words


def let_objects(verb: Token) -> list[Token]:
    """ "ließ den Minister festnehmen": what the parser gives to "ließ" is whom the infinitive hits."""
    governor = verb.head
    letting = rel(verb) in ("xcomp", "ccomp") and governor.lemma_ in modal_words()["letting"]
    if not letting or not is_infinitive(verb) or _has_own_zu(verb):
        return []
    return [o for o in logical_objects(governor) if not is_sich(o)]


def _has_own_zu(verb: Token) -> bool:
    return any(c.pos_ == "PART" and rel(c) == "mark" for c in verb.children)
