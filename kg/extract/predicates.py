"""Phrases with a noun for people or bodies that name nobody who acts: "ist Präsident", "zum Präsidenten wählen"."""

from spacy.tokens import Doc

from kg.extract.descriptions import Description
from kg.extract.syntax import rel
from kg.lexicon.namewords import appointing_words
from kg.lexicon.people import adpositions

APPOINTED = ("zum", "zur")
"""Adpositions before the office that somebody is chosen for."""


def generic(doc: Doc, description: Description) -> bool:
    """Whether a body's noun stands alone where it hardly means one ("Mittel für Verteidigung und Verwaltung")."""
    d = description
    if d.group is None or d.definite != "none" or d.has_complement or d.start < d.core or d.owner or d.stem:
        return False
    listed = d.group.gender == "Plur" and d.group.entry.stands_for != "compound"
    return not (listed or (rel(doc[d.head]) == "nsubj" and d.number == "Sing"))


def predicative(doc: Doc, description: Description) -> bool:
    """Whether the phrase says what somebody is ("ist Präsident", "als Minister") instead of naming who acts."""
    head = doc[description.head]
    if any(rel(c) == "cop" for c in head.children):
        return True
    if rel(head) == "xcomp" and head.pos_ == "NOUN":
        return True
    cases = [c for c in head.children if rel(c) == "case"]
    as_role = any((entry := adpositions().get(c.lower_)) and entry.sense == "role" for c in cases)
    if any(c.lower_ in APPOINTED for c in cases) and head.head.lemma_ in appointing_words():
        return description.role is not None and rel(head) in ("obl", "xcomp", "nmod")
    return (as_role and description.definite in ("none", "indef")) or any(c.pos_ in ("SCONJ", "CCONJ") for c in cases)
