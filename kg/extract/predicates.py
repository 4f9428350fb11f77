"""Phrases with a noun for people or bodies that name nobody who acts: "ist Präsident", "zum Präsidenten wählen"."""

from spacy.tokens import Doc

from kg.extract.descriptions import Description
from kg.extract.syntax import rel
from kg.lexicon.namewords import appointing_words
from kg.lexicon.people import adpositions
from kg.lexicon.quotation_marks import quotation_marks

APPOINTED = ("zum", "zur", "zu")
"""Adpositions before the office that somebody is chosen for."""


def generic(doc: Doc, description: Description) -> bool:
    """Whether a body's noun hardly means one ("Mittel für Verteidigung und Verwaltung"), or a noun calls a work."""
    d = description
    if _is_title_of_work(doc, d):
        return True
    if d.group is None or d.definite != "none" or d.has_complement or d.start < d.core or d.owner or d.stem:
        return False
    listed = d.group.gender == "Plur" and d.group.entry.stands_for != "compound"
    return not (listed or (rel(doc[d.head]) == "nsubj" and d.number == "Sing"))


def _is_title_of_work(doc: Doc, d: Description) -> bool:
    """Whether quotation marks hold the phrase alone with its article's capital: "der Roman „Der Apotheker“"."""
    if d.start < 3 or d.end >= len(doc) or doc[d.end].text not in quotation_marks():
        return False
    article, before = doc[d.start - 1], doc[d.start - 3]
    return article.pos_ == "DET" and article.is_title and doc[d.start - 2].is_quote and before.pos_ in ("NOUN", "PROPN")


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
