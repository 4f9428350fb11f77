"""Names that stand for a plural or belong to it: "die Mitglieder China und Indonesien", "Verbände, darunter …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.acts.coordination import nominal_conjuncts
from kg.extract.cast import Cast
from kg.extract.lists import listed_names
from kg.extract.syntax import children, feature, is_relative
from kg.facts import MentionKind
from kg.lexicon.act_words import modal_words

_NOMINAL = ("NOUN", "PROPN")
_CLAUSAL = ("VERB", "AUX", "SCONJ")
_LIKE = "wie"
_COMMA = ","
_BREAKS = frozenset({_COMMA, "-", "–", "("})
_QUOTES = frozenset("„“”\"»«'")


def names_listed(noun: Token, cast: Cast) -> list[tuple[str, Token]]:
    """ "die Mitglieder China und Indonesien": the names that a plural lists."""
    names = listed_names(noun, nominal_conjuncts) if feature(noun, "Number") == "Plur" else []
    found = [(key, n) for n in names if (key := cast.of(n))]
    return found if len({key for key, _ in found}) > 1 else []


def named_members(noun: Token, cast: Cast) -> list[tuple[str, Token]]:
    """ "mit vielen Verbänden zusammen, darunter der Verein", "Länder wie Russland": who is named among many."""
    if noun.pos_ != "NOUN" or feature(noun, "Number") != "Plur":
        return []
    start = _beginning(noun)
    if start is None:
        return []
    named = {m.actor for m in cast.mentions if m.kind is MentionKind.NAME}
    found = [(key, word) for word in _parts(noun, start) if (key := cast.of(word)) in named and key]
    return [(key, word) for key, word in found if key != cast.of(noun)]


def _beginning(noun: Token) -> int | None:
    """Where the list of members begins."""
    doc, end = noun.doc, noun.sent.end
    if noun.i + 1 < end and doc[noun.i + 1].lower_ == _LIKE:
        compared = any(t.lower_ in modal_words()["comparing"] for t in doc[noun.left_edge.i : noun.i])
        return None if compared else noun.i + 2
    for word in doc[noun.i + 1 : end]:
        if word.pos_ == "NOUN" and feature(word, "Number") == "Plur":
            return None
        if word.text in _BREAKS and (after := _marker(word)) is not None:
            return after
    return None


def _marker(sign: Token) -> int | None:
    """ ", darunter", ", allen voran", "(vor allem": where what follows such words begins."""
    near = sign.doc[sign.i + 1 : min(sign.i + 3, sign.sent.end)]
    return next((t.i + 1 for t in near if t.lower_ in modal_words()["among"]), None)


def _parts(noun: Token, start: int) -> Iterator[Token]:
    """The heads of what is listed from the word on, up to a verb or another sign than a comma."""
    part: list[Token] = []
    for word in noun.doc[start : noun.sent.end]:
        joins = word.pos_ == "CCONJ" or word.text == _COMMA
        closes = word.pos_ in _CLAUSAL or (word.is_punct and not joins and word.text not in _QUOTES)
        if closes or joins:
            yield from _heads(part, noun)
            part = []
        if closes or is_relative(word):
            return
        if not joins:
            part.append(word)
    yield from _heads(part, noun)


def _heads(part: list[Token], noun: Token) -> list[Token]:
    """The word that governs the others; one with another preposition tells where or of what ("wegen …")."""
    inside = {t.i for t in part}
    nominal = [t for t in part if t.pos_ in _NOMINAL]
    heads = [t for t in nominal if t.head.i not in inside][:1]
    # The parser takes "voran" and "unter" of "unter anderem" for the name's prepositions.
    cases = {c.lower_ for h in heads for c in children(h, "case") if c.i in inside}
    return heads if cases <= {c.lower_ for c in children(noun, "case")} else []
