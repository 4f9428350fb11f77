"""The parts of compound phrases, as they are and as the parser sees them."""

from spacy.tokens import Token

from kg.extract.acts.neither import nor_parts
from kg.extract.syntax import children, conjuncts, rel
from kg.lexicon.act_words import contractions, modal_words

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
"""Parts of speech of what can be an end."""


def nominal_conjuncts(head: Token) -> list[Token]:
    """The parts of a compound phrase, those included that the parser took for parts of a name."""
    parts = conjuncts(head) + [c for c in children(head, "flat", "appos") if children(c, "cc") or _is_listed(c, head)]
    # "der Konzern A und der Verband B": the parser coordinates the second with the first one's name.
    names = [c for c in children(head, "flat", "appos", "compound") if c.pos_ == "PROPN"]
    beside = [t for c in names for t in conjuncts(c)[1:]]
    parts += [t for t in beside if children(t, "det") or (t.pos_ == "NOUN" and children(t, "appos", "flat"))]
    parts += nor_parts(head)
    nominal = [t for t in parts if t.i == head.i or (t.pos_ in NOMINAL and not _is_role(t))]
    if len(nominal) > 1:
        nominal = [t for t in nominal if t.i == head.i or not _stands_elsewhere(t, head)]
    return sorted(dict.fromkeys(nominal), key=lambda t: t.i)


def _stands_elsewhere(part: Token, head: Token) -> bool:
    """ "gegen den Minister und für den Präsidenten": a preposition of its own makes it another phrase."""
    own, other = (
        {contractions().get(c.lower_, c.lower_) for c in children(word, "case") if c.pos_ == "ADP"}
        for word in (part, head)
    )
    return bool(own - modal_words()["role"]) and not own & other


def _is_listed(part: Token, head: Token) -> bool:
    """ "A, der Chef des Hauses B und C": an alleged apposition that an "und" follows without a comma."""
    after = part.right_edge.i + 1
    if part.left_edge.i == 0 or after >= len(part.doc) or part.doc[part.left_edge.i - 1].text != ",":
        return False
    joining = part.doc[after]
    return rel(joining) == "cc" and rel(joining.head) == "conj" and joining.head.head.i == head.i


def _is_role(noun: Token) -> bool:
    """ "als Nachfolger": the parser coordinates it with whom it is said of, but in "sowohl A als auch B" B is meant."""
    words = modal_words()
    marks = [c for c in children(noun, "cc", "case", "mark") if c.lower_ in words["role"]]
    return any(m.nbor().lower_ not in words["also"] for m in marks if m.i + 1 < len(m.doc))
