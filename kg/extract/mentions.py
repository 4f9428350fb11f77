"""A name as it stands in the text, and its base form."""

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.syntax import feature, rel
from kg.facts import ActorKind
from kg.lexicon.gazetteer import ADJECTIVE_ENDINGS, Known, name_index
from kg.lexicon.people import first_name_gender, group

_SHORTEST_GENITIVE = 6
"""Letters of the shortest word that a genitive in "-es" is read from."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text.

    Attributes:
        start, end: token indices, half open.
        text: base form, without a genitive ending.
        known: the gazetteer's actor, if the name stands for one here.
    """

    start: int
    end: int
    kind: ActorKind
    text: str
    known: Known | None = None


def is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper()


def is_word(token: Token) -> bool:
    return any(c.isalnum() for c in token.text)


def base_form(doc: Doc, start: int, end: int, words: Counter[str]) -> str:
    """A name without its genitive ending: "Putins", "des Landesamtes Kiel"."""
    first = doc[start]
    if end - start > 1 and start > 0 and first.lemma_ in (first.text[:-1], first.text[:-2]):
        article = doc[start - 1]
        owned = feature(article, "Case") == "Gen" and article.pos_ == "DET" and first.text.endswith("s")
        if owned and not first_name_gender(first.text):
            return first.lemma_ + doc[start:end].text[len(first.text) :]
    last = doc[end - 1]
    text = doc[start:end].text
    word = last.text
    if word.endswith(("'", "’")) and len(word) > 2:
        return text[:-1]
    if end < len(doc) and doc[end].text in ("'", "’"):
        return text
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss") or word.isupper():
        return text
    stripped = word[:-1]
    if words[stripped]:
        return text[:-1]
    if start > 0 and (kind := group(doc[start - 1].text)) is not None and kind.entry.sort == "place":
        return text  # "Stadt Weißenfels"
    owner = name_index().get(stripped) if end - start > 1 and group(doc[end - 2].text) else None
    if owner is not None and owner.known.kind is ActorKind.COUNTRY:
        return text  # "Demokratische Partei Thailands"
    if first_name_gender(word) and not first_name_gender(stripped):
        return text
    is_long = len(word) >= _SHORTEST_GENITIVE or end - start > 1
    long_genitive = is_long and word.endswith("es") and last.lemma_ == word[:-2]
    if long_genitive and _after_genitive(doc, start):
        return text[:-2]  # "des Deutschen Hafenbundes", "des Obersten Rates"
    if _is_possessor(doc, start, end) or feature(last, "Case") == "Gen":
        elsewhere = any(
            t.text == word and feature(t, "Case") not in ("Gen", None) and rel(t) in ("nsubj", "obj", "iobj")
            for t in doc
        )
        return text if elsewhere else text[:-1]
    return text


def _after_genitive(doc: Doc, start: int) -> bool:
    before = doc[start - 1] if start > 0 else None
    return before is not None and before.pos_ == "DET" and feature(before, "Case") == "Gen"


def _is_possessor(doc: Doc, start: int, end: int) -> bool:
    """Whether the name stands before the noun that it owns: "Putins Forderungskatalog"."""
    head = doc[start:end].root
    return head.head.i >= end and head.head.pos_ in ("NOUN", "ADJ") and not any(rel(c) == "case" for c in head.children)


def nominative(word: str, gender: str | None) -> str:
    """An adjective of a name as the name's base form has it: "Internationalen" + Fem -> "Internationale"."""
    for ending in ("en", "em", "er", "es", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 2 and ending in ADJECTIVE_ENDINGS:
            return word[: -len(ending)] + {"Masc": "er", "Neut": "es"}.get(gender or "", "e")
    return word
