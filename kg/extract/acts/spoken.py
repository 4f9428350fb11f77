"""Readings of what is said that take a word of the frame or an idiom: scolding, praise, duties, deserts."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from kg.extract.acts.clauses import (
    agents,
    bare_objects,
    datives,
    grammatical_subjects,
    is_infinitive,
    is_passive_clause,
    negated,
)
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.forms import noun_forms, verb_forms
from kg.extract.acts.nominal import adpositions, genitives, prepositional
from kg.extract.syntax import auxiliaries, child, children, feature, finite, rel, verb_words
from kg.facts import Act, Quotation, Status
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import Reach

Reading = Callable[[Token, Quotation, End, Ends], Deed | None]

_AT = ("bei", "von", "durch", "in")
_TO = "zu"
_BALL = ("bei", "in")
_PREDICATES = frozenset({"NOUN", "VERB", "ADJ", "ADV"})


def is_opinion(quotation: Quotation, doc: Doc) -> bool:
    """ "nach Ansicht des Ministers": whether the frame calls what is said somebody's opinion."""
    words = modal_words()["opinion"]
    spans = (doc.char_span(s.start, s.end, alignment_mode="expand") for s in quotation.frame)
    return any(t.pos_ == "NOUN" and t.lemma_.lower() in words for span in spans if span is not None for t in span)


def scolding(verb: Token, quotation: Quotation, speaker: End, ends: Ends) -> Deed | None:
    """ "Der Minister spiele falsch, schimpfte der Präsident": scolded is who does what the outermost clause tells."""
    if quotation.cue_lemma not in modal_words()["scolding"] or not _is_outermost(verb, quotation):
        return None
    heads = agents(verb) if is_passive_clause(verb) else grammatical_subjects(verb)
    targets = _others(ends.all_actors(heads), speaker)
    if not targets:
        # "Das Problem sei bei der Regierung noch nicht angekommen"
        beside = [h for slot in _AT for h in prepositional(verb, slot)]
        targets = _others(ends.all_actors([*datives(verb), *beside], Reach.ACTOR), speaker)[:1]
    return _deed(Act.ACCUSE, speaker, targets, verb, (verb,), "content-scolding", str(quotation.cue_lemma))


def praise(verb: Token, quotation: Quotation, speaker: End, ends: Ends) -> Deed | None:
    """ "Der Minister habe Wort gehalten, lobte der Präsident"."""
    if quotation.cue_lemma not in modal_words()["praising"] or not _is_outermost(verb, quotation):
        return None
    heads = agents(verb) if is_passive_clause(verb) else grammatical_subjects(verb)
    targets = _others(ends.all_actors(heads), speaker)
    return _deed(Act.ENDORSE, speaker, targets, verb, (verb,), "content-praise", str(quotation.cue_lemma))


def duty(word: Token, quotation: Quotation, speaker: End, ends: Ends) -> Deed | None:
    """ "Der Minister sei gefordert", "sei am Zug", "habe sich zu erklären", "es sei Aufgabe der Behörde"."""
    heads = _obliged(word)
    if not heads or negated(word) or (rel(word) == "advcl" and child(word, "mark") is not None):
        return None
    targets = _others(ends.all_actors(heads, Reach.ACTOR), speaker)
    return _deed(Act.DEMAND, speaker, targets, word, (word,), "content-duty", word.lemma_)


def _obliged(word: Token) -> list[Token]:
    if word.pos_ not in _PREDICATES:
        return []
    words, forms = modal_words(), noun_forms(word)
    if word.pos_ != "NOUN" and words["obliged"] & {word.lower_, *forms}:
        being = any(a.lemma_ in words["copula"] for a in auxiliaries(word))
        return grammatical_subjects(word) if being and not agents(word) else []
    if word.pos_ == "NOUN" and words["duty"] & set(forms) and child(word, "cop") is not None:
        # "Es ist Aufgabe der Behörde", but "Die Aufgabe der Behörde ist schwer."
        return grammatical_subjects(word) if adpositions(word) else genitives(word)
    if _has_to(word):
        return grammatical_subjects(word)
    if word.lemma_ in words["lying"] and any(s.lemma_.lower() in words["ball"] for s in grammatical_subjects(word)):
        return [h for slot in _BALL for p in prepositional(word, slot) for h in (p, *genitives(p))]
    return []


def _has_to(verb: Token) -> bool:
    """ "hat sich zu entschuldigen"."""
    if verb.pos_ != "VERB" or feature(verb, "VerbForm") != "Inf":
        return False
    having = any(a.lemma_ in modal_words()["having"] for a in auxiliaries(verb))
    return having and any(c.lower_ == _TO and rel(c) == "mark" for c in verb.children)


def inability(word: Token, quotation: Quotation, speaker: End, ends: Ends) -> Deed | None:
    """ "Der Minister sei nicht in der Lage, …", "sei nicht willens"."""
    if not modal_words()["able"] & set(noun_forms(word)) or child(word, "cop") is None or not negated(word):
        return None
    targets = _others(ends.all_actors(grammatical_subjects(word), Reach.ACTOR), speaker)
    return _deed(Act.ACCUSE, speaker, targets, word, (word,), "content-inability", word.lemma_)


def desert(verb: Token, quotation: Quotation, speaker: End, ends: Ends) -> Deed | None:
    """ "Der Minister verdiene Respekt", "Dem Verein gebühre Dank"."""
    words = modal_words()
    if verb.pos_ != "VERB" or not words["deserving"] & set(verb_forms(verb)):
        return None
    objects = [*bare_objects(verb), *children(verb, "nsubj", "xcomp")]
    thing = next((o for o in objects if words["deserved"] & set(noun_forms(o))), None)
    if thing is None:
        return None
    heads = [h for h in (*grammatical_subjects(verb), *datives(verb)) if h.i != thing.i]
    targets = _others(ends.all_actors(heads), speaker)
    act = Act.ACCUSE if negated(verb) or negated(thing) else Act.ENDORSE
    return _deed(act, speaker, targets, verb, (*verb_words(verb), thing), "content-desert", thing.lemma_)


def _is_outermost(verb: Token, quotation: Quotation) -> bool:
    """Whether the word is the verb of the main clause of what is said."""
    if finite(verb) is None or is_infinitive(verb) or rel(verb) in ("advcl", "acl", "conj"):
        return False
    head = verb.head
    return head.i == verb.i or not any(s.start <= head.idx < s.end for s in quotation.content)


def _others(found: list[End], speaker: End) -> list[End]:
    return [t for t in found if t.actor != speaker.actor]


def _deed(
    act: Act, speaker: End, targets: list[End], anchor: Token, cue: tuple[Token, ...], rule: str, lemma: str
) -> Deed | None:
    if not targets:
        return None
    words = tuple(sorted(set(cue), key=lambda t: t.i))
    return Deed(act, (speaker,), tuple(targets), anchor, words, rule, lemma, status=Status.ACTUAL)
