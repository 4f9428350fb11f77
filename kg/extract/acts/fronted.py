"""Objects before the verb that the parser takes for its subject: "Das lehnte die Partei ab"."""

from spacy.tokens import Token

from kg.extract.acts.clauses import bare_objects, grammatical_subjects, is_attributive, is_passive_clause
from kg.extract.acts.ends import Ends
from kg.extract.acts.recall import is_pronoun_for_clause
from kg.extract.syntax import children, feature, finite, rel
from kg.language.roles import cases_of_forms
from kg.lexicon.acts import Reach


def fronted(verb: Token, ends: Ends) -> tuple[Token, Token] | None:
    """Subject and object of a clause that begins with its object, where the parser has them the other way round.

    What speaks for it: an actor stands where the object should, in a form that may be a nominative, and the alleged
    subject is a pronoun for what was said before or does not agree with the verb.
    """
    carrier = finite(verb)
    if carrier is None or is_passive_clause(verb) or is_attributive(verb):
        return None
    subjects = [s for s in grammatical_subjects(verb) if rel(s) == "nsubj" and s.i < carrier.i and may_be(s, "Acc")]
    if len(subjects) != 1 or ends.actors(subjects[0], Reach.ACTOR):
        return None
    if not is_pronoun_for_clause(subjects[0]) and not _disagrees(subjects[0], carrier):
        return None
    objects = [o for o in bare_objects(verb) if o.i > carrier.i and not _disagrees(o, carrier) and may_be(o, "Nom")]
    acting = [o for o in objects if ends.actors(o, Reach.ACTOR)]
    return (acting[0], subjects[0]) if len(acting) == 1 else None


def may_be(noun: Token, case: str, single: bool = False) -> bool:
    """Whether article or form leave the case open.

    "der" is a nominative with masculine nouns only, "den" a dative with plurals: not "den Präsidenten" of a single one.
    """
    words = [noun] if noun.pos_ in ("PRON", "DET") else children(noun, "det")[:1]
    for word in words:
        cases = cases_of_forms().get(word.lower_)
        if cases is not None and case not in cases:
            return False
        if case == "Acc" and cases is not None and "Dat" in cases and feature(noun, "Number") == "Plur" and not single:
            return False
        if case == "Nom" and cases is not None and "Dat" in cases:
            return feature(noun, "Gender") == "Masc" and feature(noun, "Number") == "Sing"
    return True


def _disagrees(noun: Token, carrier: Token) -> bool:
    own, wanted = feature(noun, "Number"), feature(carrier, "Number")
    if noun.pos_ == "PROPN" or children(noun, "conj"):
        return False
    return own is not None and wanted is not None and own != wanted
