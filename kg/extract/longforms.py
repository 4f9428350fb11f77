"""Long forms of abbreviations that the text introduces in brackets: "Bund der Steuerzahler (BdS)" is one name.

Source: Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions in biomedical text". It
finds letters inside words too, as German compounds need ("Schwulenverband": SV).
"""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.mentions import Name, base_form, is_capitalised, is_word
from kg.facts import ActorKind

_LETTERS = range(2, 9)
"""How many letters an abbreviation of a body has."""


def long_forms(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Bodies that an abbreviation in brackets follows, as one name each."""
    taken = {i: n for n in names for i in range(n.start, n.end)}
    words = Counter(t.text for t in doc)
    for token in doc[1:-2]:
        short = doc[token.i + 1].text
        if token.text != "(" or doc[token.i + 2].text != ")" or not _is_abbreviation(short):
            continue
        end = token.i
        while end > 1 and not is_word(doc[end - 1]):
            end -= 1
        start = _long_form(doc, end, short)
        if start is None or end - start < 2 or not is_capitalised(doc[start]):
            continue
        inside = [taken[i] for i in range(start, end) if i in taken]
        if inside and (inside[-1].kind is ActorKind.PERSON or inside[-1].known is not None):
            continue
        # What is called a body neither in full nor in short may be a time zone or a disease.
        if any(n.kind is ActorKind.ORGANIZATION for n in [*inside, *filter(None, [taken.get(token.i + 1)])]):
            yield Name(start, end, ActorKind.ORGANIZATION, base_form(doc, start, end, words))


def _is_abbreviation(text: str) -> bool:
    return len(text) in _LETTERS and text.isalpha() and text[0].isupper() and sum(c.isupper() for c in text) >= 2


def _long_form(doc: Doc, end: int, short: str) -> int | None:
    """First token of the shortest stretch before `end` with the letters in order, the first one beginning a word."""
    first = max(doc[end].sent.start, end - min(len(short) + 5, 2 * len(short)))
    letters = [(c, i, at) for i in range(first, end) for at, c in enumerate(doc[i].lower_)]
    place = len(letters)
    for number, wanted in reversed(list(enumerate(short.lower()))):
        place -= 1
        while place >= 0 and (letters[place][0] != wanted or (number == 0 and letters[place][2] > 0)):
            place -= 1
        if place < 0:
            return None
    return letters[place][1]
