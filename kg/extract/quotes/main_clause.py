"""The finite verb of a sentence's main clause, by the words alone: parses of long sentences go wrong in just that."""

from spacy.tokens import Doc, Token

from kg.extract.quotes.draft import Scene
from kg.extract.quotes.mood import finite, is_finite, subjunctive
from kg.extract.syntax import feature, is_relative, rel


def main_verb(scene: Scene, first: int, last: int) -> Token | None:
    """The finite verb of the sentence's main clause."""
    doc = scene.doc
    verbs: list[Token] = []
    subordinate = False
    for i in range(first, last + 1):
        token = doc[i]
        if i == first or doc[i - 1].text == ",":
            subordinate = opens_subordinate(doc, i)
        if is_finite(token) and scene.block_of(i) is None:
            if not subordinate:
                return _surer(doc, token, last)
            verbs.append(token)
    root = next((doc[i] for i in range(first, last + 1) if rel(doc[i]) in ("root", "ROOT")), None)
    return (finite(root) if root is not None else None) or (verbs[-1] if verbs else None)


def _surer(doc: Doc, verb: Token, last: int) -> Token:
    """The next word if that is plainly a Konjunktiv: "Verhandelt werden müsse" has its finite verb there."""
    after = doc[min(verb.i + 1, last)]
    return after if after.pos_ == "AUX" and subjunctive(after) == "Pres" else verb


def opens_subordinate(doc: Doc, i: int) -> bool:
    """Whether a subordinate or relative clause begins at the word, perhaps with a preposition ("in dem …")."""
    for t in doc[i : i + 2]:
        if t.pos_ == "SCONJ" or t.dep_ == "mark" or is_relative(t) or feature(t, "PronType") == "Int":
            return True
        if t.pos_ == "PRON" and t.head.dep_ == "acl:relcl":
            return True
        if t.pos_ != "ADP":
            return False
    return False
