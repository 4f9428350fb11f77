""" "weder A noch B": parts of one phrase, each of them denied, whatever the parser takes the two words for.

It gives "Weder" at the beginning of a sentence to the verb, and makes B an object where it stands before the verb, too.
"""

from spacy.tokens import Token

from kg.extract.acts.nominal import adpositions
from kg.extract.syntax import feature, rel
from kg.lexicon.act_words import modal_words

_NAMED = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BEFORE_NOUN = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "ADP"})


def nor_parts(first: Token) -> list[Token]:
    """B and what follows it, for A."""
    opening = _marker(first, "neither")
    if opening is None or first.pos_ not in _NAMED:
        return []
    found = []
    for nor in _nors(opening):
        part = _phrase_after(nor)
        if part is None or part.i <= first.i or (adpositions(part) and not adpositions(first)):
            break
        found.append(part)
    return found


def is_nor_part(word: Token) -> bool:
    """Whether the word is B: an end only where A is one."""
    first = first_part(word)
    return first is not None and first.i != word.i


def first_part(word: Token) -> Token | None:
    """A, for B."""
    nor = _marker(word, "nor")
    opening = _opening(nor) if nor is not None and word.pos_ in _NAMED else None
    first = _phrase_after(opening) if opening is not None else None
    return first if first is not None and word in nor_parts(first) else None


def is_denied_part(word: Token) -> bool:
    """Whether the word is A or B."""
    return bool(nor_parts(word)) or is_nor_part(word)


def denied_by_nor(word: Token) -> bool:
    """ "hat ihn weder gerügt noch entlassen": whether the "noch" of a "weder" denies the word."""
    nors = [c for c in word.children if c.lower_ in modal_words()["nor"] and c.i < word.i]
    own = [c for c in nors if rel(c) == "cc" or c.i == word.i - 1 or (word.pos_ in _NAMED and c.i == word.left_edge.i)]
    return any(_opening(c) is not None for c in own)


def _marker(word: Token, kind: str) -> Token | None:
    """The "weder" or "noch" right before a phrase, in it or not."""
    start = word.left_edge.i
    near = word.doc[max(word.sent.start, start - 1) : start + 1]
    return next((t for t in near if t.lower_ in modal_words()[kind] and t.i < word.i), None)


def _nors(opening: Token) -> list[Token]:
    """Each "noch" that a "weder" stands for; no verb stands between two of them."""
    found: list[Token] = []
    for word in opening.doc[opening.i + 1 : opening.sent.end]:
        if word.lower_ in modal_words()["nor"]:
            found.append(word)
        elif found and feature(word, "VerbForm") == "Fin":
            break
    return found


def _opening(nor: Token) -> Token | None:
    before = nor.doc[nor.sent.start : nor.i]
    opening = next((t for t in reversed(before) if t.lower_ in modal_words()["neither"]), None)
    return opening if opening is not None and nor in _nors(opening) else None


def _phrase_after(word: Token) -> Token | None:
    """The head of the noun phrase that begins behind a word."""
    if word.i + 1 >= word.sent.end:
        return None
    head = word.nbor()
    while head.pos_ in _BEFORE_NOUN and head.head.i > head.i and head.head.pos_ in _NAMED:
        head = head.head
    return head if head.pos_ in _NAMED else None
