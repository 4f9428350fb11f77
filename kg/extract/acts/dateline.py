"""Where a report was written: "Hamburg/Bremen (dpa) - Der Verein …" names no towns that act."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.extract.cast import Cast
from kg.facts import ActorKind

_LONGEST = 10
"""Words before the dash."""
_DASHES = frozenset({"-", "–", "—"})
_BETWEEN = frozenset({"/", ","})
_OPENING, _CLOSING = "(", ")"


def dateline(doc: Doc, cast: Cast) -> frozenset[int]:
    """Indices of the words before the dash, where all of them are towns or stand in brackets."""
    return frozenset(i for sentence in doc.sents for i in _before_dash(sentence, cast))


def _before_dash(sentence: Span, cast: Cast) -> Iterator[int]:
    if sentence[0].pos_ != "PROPN":
        return
    inside = False
    found: list[int] = []
    for token in sentence[:_LONGEST]:
        if token.text in _DASHES and not inside:
            spaced = token.whitespace_ and token.nbor(-1).whitespace_ if token.i else ""
            if found and spaced and any(t.pos_ in ("VERB", "AUX") for t in sentence[token.i - sentence.start :]):
                yield from found
            return
        inside = token.text == _OPENING or (inside and token.text != _CLOSING)
        if inside or token.text == _CLOSING or token.text in _BETWEEN or (found and _dates(token)):
            continue
        key = cast.of(token)
        if key is None or cast.actor(key).kind is not ActorKind.PLACE:
            return
        found.append(token.i)


def _dates(token: Token) -> bool:
    """ "3. Mai 2012", "28.02.2008"."""
    return token.text[0].isdigit() or (token.pos_ in ("NOUN", "PROPN") and token.nbor(-1).text[0].isdigit())
