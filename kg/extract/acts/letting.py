"""Passives without "werden": "muss sich vom Präsidenten Untätigkeit vorwerfen lassen", "bekam sie vorgeworfen"."""

from spacy.tokens import Token

from kg.extract.syntax import auxiliaries, feature, rel
from kg.lexicon.act_words import modal_words


def turning(verb: Token) -> Token | None:
    """The word whose subject has done to itself what the infinitive or participle tells."""
    if (governor := turning_governor(verb)) is not None:
        return governor
    receiving = modal_words()["receiving"]
    found = next((w for w in auxiliaries(verb) if w.lemma_ in receiving), None)
    return found if found is not None and feature(verb, "VerbForm") == "Part" else None


def turning_governor(verb: Token) -> Token | None:
    governor, words = verb.head, modal_words()
    lets, receives = governor.lemma_ in words["letting"], governor.lemma_ in words["receiving"]
    if not (lets or receives) or governor.i == verb.i or rel(verb) not in ("xcomp", "ccomp"):
        return None
    if receives:
        return governor if feature(verb, "VerbForm") == "Part" else None
    with_zu = any(c.pos_ == "PART" and rel(c) == "mark" for c in verb.children)
    return None if with_zu or feature(verb, "Mood") is not None or not lets_itself(governor, verb) else governor


def lets_itself(governor: Token, verb: Token) -> bool:
    words = (*governor.children, *verb.children)
    return governor.lemma_ in modal_words()["letting"] and any(feature(c, "Reflex") == "Yes" for c in words)
