"""Doers of passives that the parser hangs on the noun before: "wurde wegen seiner Herkunft von Kollegen bedroht"."""

from spacy.tokens import Token

from kg.extract.syntax import case_words, children, is_passive
from kg.lexicon.act_words import contractions

_BY = "von"


def agents_before(verb: Token) -> list[Token]:
    """Heads of the phrases with "von" that end right before the verb; names there may be a town's."""
    if not is_passive(verb) or children(verb, "obl:agent"):
        return []
    inside = {t.i for t in verb.subtree}
    near = (t for t in verb.doc[verb.sent.start : verb.i] if t.pos_ == "NOUN" and t.i in inside)
    return [t for t in near if t.right_edge.i == verb.i - 1 and _is_by(t)]


def _is_by(noun: Token) -> bool:
    return _BY in {contractions().get(w, w) for w in case_words(noun)}
