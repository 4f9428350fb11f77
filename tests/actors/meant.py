"""Who is meant by words of a text."""

from spacy.tokens import Doc

from kg.extract.cast import Cast


def label(cast: Cast, doc: Doc, words: str) -> str | None:
    """Label of the actor that the last occurrence of the words refers to."""
    return _label_from(cast, doc, words, doc.text.rindex(words))


def label_of_first(cast: Cast, doc: Doc, words: str) -> str | None:
    """Label of the actor that the first occurrence of the words refers to."""
    return _label_from(cast, doc, words, doc.text.index(words))


def _label_from(cast: Cast, doc: Doc, words: str, start: int) -> str | None:
    keys = [cast.by_token[t.i] for t in doc if start <= t.idx < start + len(words) and t.i in cast.by_token]
    return cast.actor(keys[-1]).label if keys else None
