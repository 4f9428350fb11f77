"""Subjects that the parser gives to another word than their verb."""

from spacy.tokens import Token

from kg.extract.syntax import children, feature, is_relative, rel

_THE = "der"


def torn_subject(verb: Token) -> list[Token]:
    """The name after an auxiliary that the parser gave to a later verb.

    A quotation mark between subject and participle tears them apart: "habe A die "Gefahr gesehen, die … bringt"".
    """
    for word in verb.doc[verb.sent.start : max(verb.sent.start, verb.i - 1)]:
        name = word.nbor()
        if word.pos_ == "AUX" and feature(word, "Mood") and (word.head.i > verb.i or word.head.i == name.i):
            return [name] if name.pos_ == "PROPN" and name.i < verb.i else []
    return []


def owning_subject(verb: Token) -> list[Token]:
    """ "dessen Pläne der Präsident ablehnt": what has an owner before it needs no other behind, and no masculine
    genitive has this article."""
    if rel(verb) != "acl" or feature(verb, "Number") != "Sing":
        return []
    owned = [c for c in children(verb, "obj", "obl") if any(_is_relative(g) for g in c.children)]
    behind = [g for c in owned for g in children(c, "nmod") if g.i > c.i and not children(g, "case")]
    return [g for g in behind if feature(g, "Gender") == "Masc" and any(d.lower_ == _THE for d in children(g, "det"))]


def _is_relative(word: Token) -> bool:
    return is_relative(word)


def noun_before(pronoun: Token) -> Token | None:
    """ "ist mit dem Minister verwandt, der …": the parser hangs the clause on what no pronoun stands for."""
    for word in reversed(pronoun.doc[pronoun.sent.start : pronoun.i]):
        if word.pos_ in ("NOUN", "PROPN") and rel(word) not in ("flat", "appos", "compound"):
            same = (feature(word, f) == feature(pronoun, f) for f in ("Gender", "Number"))
            return word if all(same) else None
    return None
