"""Subjects and objects of an event's verb that the parser calls by another name or hangs on another noun."""

from spacy.tokens import Token

from kg.extract.syntax import CLAUSES, case_words, children, feature, finite, is_passive, rel, subtree, verb_lemma
from kg.extract.timex.grammar import word_value
from kg.language.roles import cases_of_forms

_OBJECTS = ("obj", "iobj", "obl:arg")
_DATIVE, _FEMININE = "em", "er"
"""What articles end in: only datives, and feminine ones, which may be genitives too."""


def mistaken_subject(verb: Token) -> Token | None:
    """ "stürzte bei Rom der Wagen ab": what only a nominative can be among alleged objects, or a passive's object."""
    main = finite(verb)
    objects = [o for o in children(verb, *_OBJECTS) if not case_words(o) and o.pos_ in ("NOUN", "PROPN")]
    passive = is_passive(verb)
    sure = [o for o in objects if _is_nominative(o) or (passive and rel(o) == "obj")]
    sure += [t for t in _own_words(verb) if _hangs(t, verb) and _is_nominative(t)]
    return next((o for o in sure if main is not None and _agrees(o, main)), None)


def hanging_datives(verb: Token, time_words: frozenset[int]) -> list[Token]:
    """ "folgte mit 26 anderen Anführern einer Einladung": datives that the parser takes for the noun's genitive.

    A feminine article may be a genitive's: only a verb that wants a dative and has none makes a dative of it.
    """
    found = [t for t in _own_words(verb) if _hangs(t, verb) and t.head.i not in time_words]
    sure = [t for t in found if any(d.lower_.endswith(_DATIVE) for d in children(t, "det"))]
    if sure or children(verb, *_OBJECTS) or word_value("dativeonly", verb_lemma(verb)) is None:
        return sure[:1]
    feminine = [t for t in found if any(d.lower_.endswith(_FEMININE) for d in children(t, "det"))]
    single = [t for t in feminine if feature(t, "Gender") == "Fem" and feature(t, "Number") == "Sing"]
    return [t for t in single if t.head.i == single[0].head.i][-1:]


def _own_words(verb: Token) -> list[Token]:
    """The words of a verb's clause, those of other clauses left out."""
    return subtree(verb, frozenset(c.i for c in verb.children if rel(c) in CLAUSES or rel(c) == "conj"))


def _hangs(noun: Token, verb: Token) -> bool:
    """Whether a bare noun behind another may be the verb's: before the finite verb stands one phrase only."""
    main, start = finite(verb), noun.left_edge.i
    if rel(noun) != "nmod" or noun.pos_ not in ("NOUN", "PROPN") or noun.i < noun.head.i or case_words(noun):
        return False
    prefield = main is not None and noun.i < main.i <= verb.i and not children(verb, "mark")
    return not prefield and start > 0 and not any(t.is_punct for t in noun.doc[start - 1 : start + 1])


def _is_nominative(noun: Token) -> bool:
    masculine = (
        feature(noun, "Gender") == "Masc" and feature(noun, "Number") == "Sing" and feature(noun, "Case") != "Gen"
    )
    return masculine and any("Nom" in cases_of_forms().get(d.lower_, ()) for d in children(noun, "det"))


def _agrees(noun: Token, main: Token) -> bool:
    return bool(children(noun, "nummod", "conj")) or feature(noun, "Number") == feature(main, "Number")
