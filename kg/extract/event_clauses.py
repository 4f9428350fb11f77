"""Clauses that share a time that stands in another: what is joined to it, and what its "als" clause tells."""

from spacy.tokens import Span, Token

from kg.extract.syntax import children, conjuncts, feature, finite, rel
from kg.extract.timex.grammar import word_value

GAP = 1
"""Words between a time and the conjunction of the clause that says what happened then: the comma."""


def joined_clauses(verb: Token, time: Token, time_words: frozenset[int]) -> list[Token]:
    """The verb and those joined to it that share its time, in text order."""
    if verb.pos_ != "VERB":
        return [verb]
    return [v for v in conjuncts(verb) if v.i == verb.i or _shares_time(v, verb, time, time_words)]


def _shares_time(verb: Token, first: Token, time: Token, time_words: frozenset[int]) -> bool:
    """Whether a joined verb leans on the first one's auxiliary or subject, or a time opens the sentence for both."""
    if verb.pos_ != "VERB" or any(c.i in time_words for c in verb.children):
        return False
    subject = any(rel(c) == "nsubj" for c in verb.children)
    own = any(rel(c) == "aux" and feature(c, "VerbForm") == "Fin" for c in verb.children)
    if feature(verb, "VerbForm") != "Fin" and not subject and not own:
        return True
    return (not subject or _opens(time, first)) and _goes_on(verb) and _same_tense(verb, first)


def _opens(time: Token, verb: Token) -> bool:
    main = finite(verb)
    return main is not None and time.i < main.i and not children(verb, "mark")


def _goes_on(verb: Token) -> bool:
    """Whether a joined clause only adds to the first: "und …", not "doch …", not "und … dann"."""
    added = any(word_value("listing", c.lower_) for c in children(verb, "cc"))
    return added and not any(word_value("then", c.lower_) for c in children(verb, "advmod"))


def _same_tense(verb: Token, first: Token) -> bool:
    a, b = finite(verb), finite(first)
    return a is not None and b is not None and all(feature(a, f) == feature(b, f) for f in ("Tense", "Mood"))


def told_then(verb: Token, time_words: frozenset[int]) -> list[Token]:
    """Heads of the clauses that say what happened when a dated predicate did: "brach ab, als ein Schuss fiel"."""
    found = []
    for clause in children(verb, "advcl"):
        marks = [m.lower_ for m in children(clause, "mark")]
        if any(word_value("meanwhile", m) for m in marks) and not _has_time(clause, time_words):
            found.append(clause)
    return found


def _has_time(clause: Token, time_words: frozenset[int]) -> bool:
    return any(c.i in time_words for c in clause.children)


def clause_of_time(words: Span) -> Token | None:
    """The predicate of the clause that tells what a time is: "am 4. Juli, wenn die Läden öffnen"."""
    doc, i = words.doc, words.end
    if i + GAP >= len(doc) or doc[i].text != ",":
        return None
    mark = doc[i + GAP]
    if mark.dep_ != "mark" or not (word_value("meanwhile", mark.lower_) or word_value("whenever", mark.lower_)):
        return None
    return mark.head
