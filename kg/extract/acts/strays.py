"""Objects that the parser gives to another word than their verb: datives to the noun before, for "der" is a
genitive's article too, and what an infinitive hits to "lassen"."""

from spacy.tokens import Token

from kg.extract.acts.clauses import (
    bare_objects,
    grammatical_subjects,
    is_attributive,
    is_infinitive,
    is_passive_clause,
    is_sich,
    logical_objects,
)
from kg.extract.acts.nominal import adpositions
from kg.extract.syntax import children, feature, finite, rel
from kg.lexicon.act_words import modal_words

_FEMININE = "der"
_DATIVE = "em"
"""What only articles in the dative end in."""
_DATIVE_PLURAL = "en"
"""Ends what stands before a dative plural; before an accusative one it is "-e"."""


def marked_datives(verb: Token) -> list[Token]:
    """ "weil die Behörde dem Konzern den Zuschlag erteilte": no genitive has this article."""
    near = [c for c in verb.children if rel(c) in ("nsubj", "obj", "obl") and c.i < verb.i]
    found = [g for c in near for g in children(c, "nmod", "appos") if not adpositions(g)]
    return [g for g in found if any(d.lower_.endswith(_DATIVE) for d in children(g, "det"))]


def feminine_datives(verb: Token) -> list[Token]:
    """ "Gestern überließ die Stadt der Gemeinde eine Pumpe."

    Before the finite verb of a main clause stands one phrase only, so that "der Gemeinde" is a genitive there.
    """
    if is_attributive(verb) or is_passive_clause(verb):
        return []
    carrier, objects = finite(verb), bare_objects(verb)
    found: list[Token] = []
    for subject in grammatical_subjects(verb):
        if subject.head.i != verb.i or (carrier is not None and subject.i < carrier.i and carrier.i <= verb.i):
            continue
        for noun in children(subject, "nmod", "appos"):
            alone = not adpositions(noun) and noun.i > subject.i and bool(objects)
            if alone and any(d.lower_ == _FEMININE for d in children(noun, "det")):
                found.append(noun)
    return found


def let_objects(verb: Token) -> list[Token]:
    """ "ließ den Minister festnehmen": what the parser gives to "ließ" is whom the infinitive hits."""
    governor = verb.head
    letting = rel(verb) in ("xcomp", "ccomp") and governor.lemma_ in modal_words()["letting"]
    if not letting or not is_infinitive(verb) or _has_own_zu(verb):
        return []
    return [o for o in logical_objects(governor) if not is_sich(o)]


def may_be_dative(noun: Token) -> bool:
    """ "hilft Obdachlosen": a bare plural in "-n" shows no case, one behind "den" or "vielen" is no accusative."""
    before = children(noun, "det", "amod")
    plural = feature(noun, "Number") == "Plur" and noun.lower_.endswith("n")
    return plural and (not before or before[0].lower_.endswith(_DATIVE_PLURAL))


def _has_own_zu(verb: Token) -> bool:
    return any(c.pos_ == "PART" and rel(c) == "mark" for c in verb.children)
