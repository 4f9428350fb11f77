"""The mood of a verb form, from the form itself where it is plain and from the parse elsewhere."""

from spacy.tokens import Token

from kg.extract.syntax import auxiliaries, feature, rel
from kg.lexicon.reporting import markers
from kg.lexicon.subjunctive import subjunctive_tense
from kg.lexicon.verb_forms import TO

FIRST_PERSON = "1"
PRESENT, PAST, NEVER = "Pres", "Past", "none"
WEAK_PAST = "te"
"""End of the weak past, which is no sign of the Konjunktiv I."""


def is_finite(token: Token) -> bool:
    """Whether the word is a finite verb."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    if subjunctive_tense(token.text) in (PRESENT, PAST):
        return True
    if feature(token, "VerbForm") in ("Inf", "Part"):
        return False
    return feature(token, "VerbForm") == "Fin" or feature(token, "Mood") is not None


def subjunctive(token: Token) -> str | None:
    """ "Pres" for Konjunktiv I, "Past" for Konjunktiv II, None for any other form."""
    if token.pos_ not in ("VERB", "AUX") or not is_finite(token):
        return None
    known = subjunctive_tense(token.text)
    if known is not None:
        return None if known == NEVER else known
    if _is_infinitive_stem(token) and not _is_first_person(token):
        return "Pres"
    if feature(token, "Mood") == "Sub" and _may_be_subjunctive(token):
        return feature(token, "Tense") or "Pres"
    return None


def _may_be_subjunctive(token: Token) -> bool:
    """Every Konjunktiv ends in "e" with or without a personal ending; "sollen" is hearsay, whatever its mood."""
    return token.lower_.endswith(("e", "en", "et", "est")) and token.lemma_ not in markers("modal")


def _is_infinitive_stem(token: Token) -> bool:
    """ "gehe", "habe", "werde" (gehen, haben, werden), "handele" (handeln): the third person of the Konjunktiv I."""
    form, lemma = token.lower_, token.lemma_.lower()
    if form.endswith("e") and lemma in (form + "n", form[:-1] + "n"):
        return True
    return form.endswith("e") and not form.endswith(WEAK_PAST) and feature(token, "Number") != "Plur"


def _is_first_person(token: Token) -> bool:
    head = token.head if rel(token) in ("aux", "cop") else token
    return any(rel(c) == "nsubj" and feature(c, "Person") == FIRST_PERSON for c in head.children)


def finite(verb: Token) -> Token | None:
    """The word that carries the clause's mood: an auxiliary of its head, or the head itself."""
    words = auxiliaries(verb)
    certain = [t for t in words if subjunctive_tense(t.text) in (PRESENT, PAST)]
    return next((t for t in (*certain, *words, verb) if is_finite(t)), None)


def is_zu_infinitive(token: Token) -> bool:
    """ "zu gehen" or "anzukündigen"."""
    if token.pos_ not in ("VERB", "AUX", "ADJ") or is_finite(token):
        return False
    before = token.doc[token.i - 1] if token.i else token
    if before.lower_ == TO and before.pos_ != "ADP":
        return True
    inside = token.lower_.find(TO, 2)
    return 0 < inside < len(token) - 4 and token.lower_.endswith("n") and feature(token, "VerbForm") == "Inf"


def clause_subjunctive(verb: Token) -> str | None:
    """The Konjunktiv of a clause by its head, or None."""
    f = finite(verb)
    return None if f is None else subjunctive(f)
