"""Attributive participles with words of their own, found by word order: "der am 4. Mai beginnenden Spiele"."""

import re

from spacy.tokens import Span, Token

from kg.extract.syntax import feature
from kg.extract.timex.grammar import word_value

PARTICIPLE = re.compile(r"(?:end|(?:ge|be|ver|er|ent|zer)\w+(?:t|en)|ier.*t|ordene?)e[nrms]?$")
"""Forms of attributive participles."""
REACH = 6
"""Words between a time and the participle and noun that it stands with."""


def bare_participle(token: Token) -> str:
    """A participle without its adjective ending: "geplanten" -> "geplant"."""
    return re.sub(r"(?<=[tdn])e[nrms]?$", "", token.lower_)


def enclosing_participle(words: Span, time_words: frozenset[int]) -> Token | None:
    """The participle between article and noun that a time before it dates: "der am 4. Mai beginnenden Spiele"."""
    doc, i = words.doc, words.start - 1
    while i >= 0 and (doc[i].pos_ in ("ADP", "ADV") or doc[i].i in time_words):
        i -= 1
    if i < 0 or doc[i].pos_ not in ("DET", "PRON") or feature(doc[i], "PronType") == "Prs":
        return None
    if i == words.start - 1 and words.root.pos_ not in ("ADV", "NUM"):
        return None
    found = None
    for t in doc[words.end : words.end + REACH]:
        if t.pos_ in ("NOUN", "PROPN") and found is not None:
            return found
        if t.pos_ == "PUNCT" or feature(t, "VerbForm") == "Fin" or t.pos_ == "SCONJ":
            return None
        if t.pos_ in ("ADJ", "VERB") and PARTICIPLE.search(t.lower_) and word_value("ordinal", t.text) is None:
            found = t
    return None
