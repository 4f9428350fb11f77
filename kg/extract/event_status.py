"""How far the text vouches for an event: told by the article, told by somebody, planned or possible, or negated.

After TimeML's polarity and modality, in the four values that stances have.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.acts.clauses import negated
from kg.extract.attributive import bare_participle
from kg.extract.conditionals import in_case, is_conditional
from kg.extract.event_triggers import carries
from kg.extract.syntax import auxiliaries, children, feature, finite, is_passive, rel, verb_lemma
from kg.extract.timex.grammar import word_value
from kg.facts import Quotation, QuotationKind, Span, Status
from kg.lexicon.act_words import modal_words

_DEPTH = 4
"""Governing clauses that are looked through: "er plant, sie zu bitten, am Montag zu kommen"."""
_COMPLEMENTS = ("xcomp", "ccomp", "csubj", "advcl", "conj")


def event_status(trigger: Token, quotations: Sequence[Quotation], is_ahead: bool = False) -> Status:
    """Denied before planned before reported: what did not happen was not told to happen either.

    Args:
        is_ahead: whether all its times lie after the publication ("Am Freitag beginnt die Messe").
    """
    verb = _predicate(trigger)
    if _is_denied(trigger, verb):
        return Status.DENIED
    if _is_planned(trigger, verb) or (is_ahead and not (verb is trigger and is_past(verb))):
        return Status.PLANNED
    if verb is not None and _is_hearsay(verb):
        return Status.REPORTED_BY_OTHER
    here = Span(trigger.idx, trigger.idx + len(trigger))
    told = (q for q in quotations if q.kind is not QuotationKind.REPORTED)
    if any(s.covers(here) for q in told for s in q.content):
        return Status.REPORTED_BY_OTHER
    return Status.ACTUAL


def is_past(verb: Token) -> bool:
    """Whether the clause tells what has happened: a preterite or perfect of the indicative, without a modal."""
    main = finite(verb)
    if main is None or feature(main, "Mood") == "Sub" or _has_modal(verb):
        return False
    if feature(main, "Tense") == "Past":
        return True
    return main.i != verb.i and feature(verb, "VerbForm") == "Part" and word_value("perfect", main.lemma_) is not None


def _predicate(trigger: Token) -> Token | None:
    """The verb that says whether the event happens: the trigger's own, or the one that carries an event noun."""
    if trigger.pos_ not in ("NOUN", "PROPN"):
        return trigger
    carried = rel(trigger) in ("nsubj", "obj", "obl") and trigger.head.pos_ in ("VERB", "AUX")
    return trigger.head if carried else None


def _is_beside(noun: Token, verb: Token) -> bool:
    """ "verlor bei der Wahl", not "kam es zu einem Streik": an event of its own, whatever happens to the verb's."""
    return rel(noun) == "obl" and not carries(verb, noun)


def _is_denied(trigger: Token, verb: Token | None) -> bool:
    if negated(trigger):
        return True
    if verb is None or _is_beside(trigger, verb):
        return False
    return negated(verb) or any(negated(c) for c in children(verb, "nsubj", "obj"))


def _is_planned(trigger: Token, verb: Token | None) -> bool:
    if trigger.dep_ == "amod" and word_value("planned", bare_participle(trigger)):
        return True
    if trigger.pos_ in ("NOUN", "PROPN"):
        beside = [bare_participle(c) for c in children(trigger, "amod")]
        if in_case(trigger):
            return True
        if verb is None or _is_beside(trigger, verb):
            return any(word_value("planned", w) for w in beside)
        if word_value("planned", bare_participle(verb)) or any(word_value("planned", w) for w in beside):
            return True
    return verb is not None and _is_open(verb)


def _is_open(verb: Token) -> bool:
    """Whether moods, modals, conditions or a governing verb leave open that it happens."""
    words = modal_words()
    for _ in range(_DEPTH):
        if _has_modal(verb):
            return True
        marks = {c.lower_ for c in children(verb, "mark") if c.i < verb.i}
        infinitive = feature(verb, "VerbForm") == "Inf" and finite(verb) is None
        if is_conditional(verb) or (infinitive and marks & words["purpose"]):
            return True
        above = verb.head
        if above.i == verb.i or rel(verb) not in _COMPLEMENTS or not infinitive:
            return False
        if verb_lemma(above).lower() in words["plan"]:
            return True
        verb = above
    return False


def _is_hearsay(verb: Token) -> bool:
    """ "soll gestiegen sein" is told by somebody, "soll steigen" is a plan."""
    helpers = auxiliaries(verb)
    heard = any(a.lemma_.lower() in modal_words()["hearsay"] for a in helpers)
    perfect = any(a.dep_ == "aux" and feature(a, "VerbForm") == "Inf" for a in helpers)
    return heard and (perfect or any(a.lower_ in modal_words()["passive_perfect"] for a in helpers))


def _is_perfect(verb: Token) -> bool:
    """Whether a finite "haben" stands with the verb: "hatte … gewinnen können"."""
    return any(word_value("perfect", a.lemma_) and feature(a, "VerbForm") == "Fin" for a in auxiliaries(verb))


def _has_modal(verb: Token) -> bool:
    words = modal_words()
    for aux in auxiliaries(verb):
        lemma = aux.lemma_.lower()
        past = feature(aux, "Tense") == "Past" or (feature(aux, "VerbForm") == "Inf" and _is_perfect(verb))
        unreal = past and feature(aux, "Mood") == "Sub"
        if lemma in words["intention"]:
            passive = is_passive(verb) or feature(verb, "VerbForm") == "Part"
            others = (a for a in auxiliaries(verb) if a.i != aux.i and a.lemma_.lower() == lemma)
            passive = passive and not any(feature(a, "VerbForm") == "Inf" for a in others)  # "wird eröffnet werden"
            if lemma != "werden" or not passive or unreal:
                return True
        elif lemma in words["possibility"]:
            if not past or unreal:
                return True
        elif unreal or (lemma in words["hearsay"] and not _is_hearsay(verb)):
            return True
    return False
