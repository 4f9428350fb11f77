"""The mood of a clause."""

from spacy.tokens import Token

from kg.extract.syntax import auxiliaries, feature
from kg.lexicon.reporting import markers
from kg.lexicon.verb_forms import TO


def is_finite(token: Token) -> bool:
    """Whether the word is a finite verb."""
    if token.pos_ not in ("VERB", "AUX") or feature(token, "VerbForm") in ("Inf", "Part"):
        return False
    return feature(token, "VerbForm") == "Fin" or feature(token, "Mood") is not None


def subjunctive(token: Token) -> str | None:
    """ "Pres" for Konjunktiv I, "Past" for II, None for any other form and for "sollte", which is hearsay."""
    if feature(token, "Mood") != "Sub" or not is_finite(token):
        return None
    tense = feature(token, "Tense")
    return None if tense == "Past" and token.lemma_ in markers("modal") else tense


def finite(verb: Token) -> Token | None:
    """The word that carries the clause's mood: an auxiliary of its head, or the head itself."""
    return next((t for t in (*auxiliaries(verb), verb) if is_finite(t)), None)


def is_zu_infinitive(token: Token) -> bool:
    """ "zu gehen" or "anzukündigen"."""
    if token.pos_ not in ("VERB", "AUX", "ADJ") or is_finite(token):
        return False
    before = token.doc[token.i - 1] if token.i else token
    if before.lower_ == TO and before.pos_ != "ADP":
        return True
    inside = token.lower_.find(TO, 2)
    form = feature(token, "VerbForm")
    # "zurückzutreten" is taken for a participle; a real one goes on with "ge" ("hinzugekommen").
    infinitive = form == "Inf" or (form == "Part" and not token.lower_.startswith("ge", inside + len(TO)))
    return 0 < inside < len(token) - 4 and token.lower_.endswith("n") and infinitive


def clause_subjunctive(verb: Token) -> str | None:
    """The Konjunktiv of a clause by its head, or None."""
    f = finite(verb)
    return None if f is None else subjunctive(f)
