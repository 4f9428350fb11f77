"""Clauses that say on which condition something happens: with "wenn" or "falls", or beginning with their verb."""

from spacy.tokens import Token

from kg.extract.syntax import case_words, child, children, feature, finite, is_passive, rel, verb_lemma
from kg.lexicon.act_words import contractions, modal_words
from kg.lexicon.reporting import verbs_by_lemma

_ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "compound:prt")
_IN_CASE = frozenset({"für", "in"})


def is_conditional(verb: Token) -> bool:
    """ "Falls er zurücktritt, …", "Sollte er zurücktreten, …", "Tritt er zurück, …", "für den Fall, dass er …"."""
    marks = [c for c in children(verb, "mark") if c.i < verb.i]
    if any(c.lower_ in modal_words()["condition"] for c in marks):
        return not (_is_indicative_past(verb) and any(_is_even(c) for c in marks))
    if is_inverted(verb) or _is_assumed(verb):
        return True
    if rel(verb) == "conj" and verb.head.i != verb.i and not marks and verb.head.pos_ in ("VERB", "AUX"):
        return _shares_clause(verb) and is_conditional(verb.head)
    return False


def is_inverted(verb: Token) -> bool:
    """Whether a clause before its main one begins with its finite verb; a preterite there tells what was the case.

    The parser takes an auxiliary there for a subordinating word.
    """
    if any(c.lower_ in modal_words()["inverted"] and c.i < verb.i for c in children(verb, "mark")):
        return True
    main, above = finite(verb), verb.head
    if main is None or rel(verb) not in ("advcl", "ccomp") or above.i <= verb.i:
        return False
    first = next((t for t in verb.subtree if not (t.is_punct or t.is_space)), verb)
    comma = any(t.text == "," for t in verb.doc[verb.i : above.i])
    said = verb_lemma(above) in verbs_by_lemma() and not is_passive(above)  # "Tritt er zurück, fragte sie"
    opens = first.i == main.i and child(verb, "mark") is None
    return opens and comma and not said and not (_is_indicative_past(verb) and not _is_unreal(above))


def in_case(noun: Token) -> bool:
    """ "im Falle eines Rücktritts": whether a noun is what only may happen."""
    above = noun.head
    case = above.lemma_.lower() in modal_words()["case"] and rel(noun) == "nmod" and feature(noun, "Case") == "Gen"
    return case and bool(_IN_CASE & {contractions().get(w, w) for w in case_words(above)})


def _is_assumed(verb: Token) -> bool:
    """ "für den Fall, dass er geht", "Vorausgesetzt, er geht"."""
    above = verb.head
    if rel(verb) == "acl" and child(verb, "mark") is not None:
        cases = {contractions().get(w, w) for w in case_words(above)}
        return above.lemma_.lower() in modal_words()["case"] and bool(_IN_CASE & cases)
    bare = not children(above, "nsubj", "aux", "cop")
    return rel(verb) == "ccomp" and above.i < verb.i and bare and above.lower_ in modal_words()["provided"]


def _shares_clause(verb: Token) -> bool:
    """Whether a joined verb stands last, as in the clause before, or has no finite form of its own."""
    main = finite(verb)
    return main is None or is_inverted(verb.head) or all(c.i < main.i for c in children(verb, *_ARGUMENTS))


def _is_even(mark: Token) -> bool:
    """ "auch wenn": a preterite behind it tells what has happened."""
    return mark.i > mark.sent.start and mark.nbor(-1).lower_ in modal_words()["even"]


def _is_indicative_past(verb: Token) -> bool:
    main = finite(verb)
    return main is not None and feature(main, "Tense") == "Past" and feature(main, "Mood") != "Sub"


def _is_unreal(verb: Token) -> bool:
    main = finite(verb)
    return main is not None and feature(main, "Mood") == "Sub"
