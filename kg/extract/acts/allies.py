"""Whom somebody has for or against him: "hat in A einen Fürsprecher gefunden", "kann auf einen Gönner zählen"."""

from spacy.tokens import Token

from kg.extract.acts.clauses import grammatical_subjects, logical_subjects
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.forms import verb_forms
from kg.extract.acts.nominal import adpositions, attached, prepositional
from kg.extract.syntax import rel
from kg.facts import ActorKind
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import Reach


def found_allies(noun: Token, ends: Ends) -> tuple[list[End], list[End]]:
    """Who is found to stand so, and by whom."""
    verb = noun.head
    if verb.pos_ not in ("VERB", "AUX") or verb.i == noun.i:
        return [], []
    forms, cases = set(verb_forms(verb)), adpositions(noun)
    gained = not cases and rel(noun) == "obj" and bool(forms & modal_words()["gaining"])
    if not gained and not ("auf" in cases and forms & modal_words()["counting"]):
        return [], []
    targets = ends.all_actors(grammatical_subjects(verb), Reach.ACTOR)
    beside = [h for word in ("in", "mit") for h in (*prepositional(verb, word), *attached(noun, word))]
    named = [e for e in ends.all_actors(beside, Reach.ACTOR) if ends.cast.actor(e.actor).kind is not ActorKind.PLACE]
    people = [e for e in named if ends.cast.actor(e.actor).kind is ActorKind.PERSON]
    sources = people or named or _told_next(verb, ends)
    acted_on = {t.actor for t in targets}
    return [s for s in sources if s.actor not in acted_on], targets


def _told_next(verb: Token, ends: Ends) -> list[End]:
    """Who acts behind the colon, or in the sentence after."""
    doc, end = verb.doc, verb.sent.end
    behind = [t for t in doc[verb.i : end] if t.text == ":"]
    if behind:
        clauses = [t for t in doc[behind[0].i : end] if t.pos_ in ("VERB", "AUX")]
    else:
        clauses = [doc[end].sent.root] if end < len(doc) else []
    found = (ends.all_actors(logical_subjects(c), Reach.ACTOR) for c in clauses)
    return next((f[:1] for f in found if f), [])
