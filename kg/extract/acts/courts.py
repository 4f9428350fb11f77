"""What only a trial tells: sentences asked for the accused, measures that a court declares void."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.acts.clauses import (
    datives,
    grammatical_subjects,
    is_passive_clause,
    logical_objects,
    logical_subjects,
    negated,
)
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.forms import compounds, noun_forms, verb_forms
from kg.extract.acts.nominal import adpositions, prepositional
from kg.extract.acts.phrases import evaluation
from kg.extract.acts.recall import is_pronoun_for_clause
from kg.extract.acts.slots import slot_targets
from kg.extract.syntax import auxiliaries, child, children, feature, verb_words
from kg.facts import Act, Polarity, Stance, Status
from kg.lexicon.act_words import bodies, modal_words
from kg.lexicon.acts import Reach, polarity
from kg.lexicon.judging import judgements

PLEA = "plea"
_COURT = "Gericht"
_SHORTEST = 4
_BACK = 3
"""Sentences within which the last one tried is "the accused"."""
_MEASURES = frozenset({Act.SANCTION, Act.COERCE})
_PLEAS = frozenset({Act.ACCUSE, Act.REJECT, Act.DEMAND, Act.PROTEST})
_AGAINST = frozenset({"gegen", "gegenüber"})


def court_deeds(doc: Doc, ends: Ends) -> Iterator[Deed]:
    if not any(_is_court(actor.key, ends) for actor in ends.cast.actors):
        return
    for verb in doc:
        if verb.pos_ != "VERB":
            continue
        forms = frozenset(verb_forms(verb))
        if forms & modal_words()["pleading"] and (plea := _plea(verb, ends)) is not None:
            yield plea
        if not forms.isdisjoint(judgements()) and (voided := _voided(verb, ends)) is not None:
            yield voided
        if forms & (modal_words()["granting"] | modal_words()["upholding"]):
            yield from _followed(verb, forms, ends)
        if forms & modal_words()["losing"] and (lost := _lost(verb, ends)) is not None:
            yield lost
        if forms & modal_words()["ruling"]:
            yield from _told_after(verb, ends)
            yield from _found(verb, ends)
    yield from _said(doc, ends)


def _said(doc: Doc, ends: Ends) -> Iterator[Deed]:
    """What a court says that somebody has to or may do."""
    for quotation in ends.quotations:
        for court in (key for key in quotation.speakers if _is_court(key, ends)):
            for span in quotation.content:
                inside = doc.char_span(span.start, span.end, alignment_mode="contract") or ()
                yield from (d for verb in inside if (d := _ruled(verb, End(court, verb), ends)) is not None)


def _told_after(verb: Token, ends: Ends) -> Iterator[Deed]:
    """ "Der Konzern muss zahlen. Das entschied das Gericht." """
    start = verb.sent.start
    pronouns = (is_pronoun_for_clause(o) for o in (*logical_objects(verb), *grammatical_subjects(verb)))
    if start == 0 or not any(pronouns):
        return
    for ruling in ends.all_actors(children(verb, "nsubj", "obj"), Reach.ACTOR):
        if _is_court(ruling.actor, ends) and (deed := _ruled(verb.doc[start - 1].sent.root, ruling, ends)) is not None:
            yield deed


def _found(verb: Token, ends: Ends) -> Iterator[Deed]:
    """ "entschied, dass die Werbung des Konzerns irreführend sei"."""
    courts = [s for s in ends.all_actors(logical_subjects(verb), Reach.ACTOR) if _is_court(s.actor, ends)]
    for clause in children(verb, "ccomp") if courts else []:
        entry = evaluation(clause) if child(clause, "cop") is not None and not negated(clause) else None
        judged = ends.all_actors(grammatical_subjects(clause)) if entry is not None else []
        targets = tuple(t for t in judged if t.actor not in {c.actor for c in courts})
        if entry is not None and targets:
            act = Act.SANCTION if polarity(entry.act) is Polarity.OPPOSING else Act.ENDORSE
            yield Deed(act, tuple(courts), targets, verb, (*verb_words(verb), clause), "found", entry.lemma)


def _ruled(verb: Token, court: End, ends: Ends) -> Deed | None:
    """ "Der Konzern muss zahlen", "darf nicht werben" and "darf bauen"."""
    words = modal_words()
    modal = next((a for a in auxiliaries(verb) if a.lemma_ in words["demand"] | words["prohibition"]), None)
    if modal is None or feature(modal, "Tense") == "Past" or verb.dep_ == "acl:relcl":
        return None
    permitted = modal.lemma_ in words["prohibition"] and not negated(verb)
    if is_passive_clause(verb) and not permitted:
        return None
    targets = [t for t in ends.all_actors(grammatical_subjects(verb)) if t.actor != court.actor]
    if not targets or (modal.lemma_ in words["demand"] and negated(verb)):
        return None
    act = Act.ENDORSE if permitted else Act.SANCTION
    return Deed(act, (court,), tuple(targets), verb, (modal, verb), "ruled", modal.lemma_, status=Status.ACTUAL)


def _followed(verb: Token, forms: frozenset[str], ends: Ends) -> Iterator[Deed]:
    """ "gab der Klage gegen den Konzern statt", "bestätigte die Entlassung des Ministers": against whom it was."""
    courts = [s for s in ends.all_actors(logical_subjects(verb), Reach.ACTOR) if _is_court(s.actor, ends)]
    if not courts and is_passive_clause(verb) and (only := ends.only(_COURT, verb)) is not None:
        courts = [End(only, verb)]
    pleading = bool(forms & modal_words()["granting"])
    for noun in [*logical_objects(verb), *datives(verb)] if courts else []:
        for entry in entries_of(noun):
            if entry.act not in (_PLEAS if pleading else _MEASURES) or entry.standing:
                continue
            targets, slot = slot_targets(noun, entry, ends, verb)
            if pleading and slot not in _AGAINST:
                continue
            cue = tuple(sorted({*verb_words(verb), noun}, key=lambda t: t.i))
            if found := tuple(t for t in targets if t.actor not in {c.actor for c in courts}):
                yield Deed(Act.SANCTION, tuple(courts), found, verb, cue, "followed", entry.lemma)
            break


def _lost(verb: Token, ends: Ends) -> Deed | None:
    """ "unterlag vor dem Gericht", "hat vor dem Gericht eine Niederlage erlitten"."""
    courts = [e for e in ends.all_actors(prepositional(verb, "vor"), Reach.ACTOR) if _is_court(e.actor, ends)]
    objects = logical_objects(verb)
    if not courts or (objects and not any(_is_one_of(o, modal_words()["loss"]) for o in objects)):
        return None
    losers = [s for s in ends.all_actors(grammatical_subjects(verb)) if s.actor not in {c.actor for c in courts}]
    cue = tuple(sorted({*verb_words(verb), *objects}, key=lambda t: t.i))
    if not losers or negated(verb):
        return None
    return Deed(Act.SANCTION, tuple(courts), tuple(losers), verb, cue, "lost", verb.lemma_.lower())


def _plea(verb: Token, ends: Ends) -> Deed | None:
    """ "Die Staatsanwaltschaft hatte drei Jahre Haft gefordert": for whom, the sentences before tell."""
    asked = [*logical_objects(verb), *(h for p in ("auf", "für") for h in prepositional(verb, p))]
    nouns = [n for h in asked for n in (h, *children(h, "nmod", "appos", "flat")) if n.pos_ == "NOUN"]
    words = [(n, kind) for n in nouns for kind in ("sentence", "acquittal") if _is_one_of(n, modal_words()[kind])]
    if not words or any(ends.actors(h, Reach.ACTOR) for p in ("für", "gegen") for h in _near(verb, nouns, p)):
        return None
    sources = ends.all_actors(logical_subjects(verb), Reach.ACTOR)
    noun, kind = words[0]
    act = Act.ENDORSE if kind == "acquittal" else Act.ACCUSE
    cue = tuple(sorted({*verb_words(verb), noun}, key=lambda t: t.i))
    if not sources:
        return None
    return Deed(act, tuple(sources), (), verb, cue, PLEA, noun.lemma_.lower(), pending=True)


def _near(verb: Token, nouns: Sequence[Token], preposition: str) -> list[Token]:
    return [h for head in (verb, *nouns) for h in prepositional(head, preposition)]


def tried(deed: Deed, earlier: Sequence[tuple[int, Stance]], ends: Ends) -> Deed:
    """The plea with the last one as its target on whom a court has just passed its sentence."""
    sentence, since = deed.anchor.sent, 0
    for _ in range(_BACK):
        since = sentence.start
        sentence = deed.anchor.doc[since - 1].sent if since else sentence
    acting = {s.actor for s in deed.sources}
    judged = [s.target for i, s in earlier if since <= i < deed.anchor.i and _is_court(s.source, ends)]
    accused = [a for a in judged if a not in acting and not _is_court(a, ends)][-1:]
    return replace(deed, targets=tuple(End(actor, deed.anchor) for actor in accused))


def _voided(verb: Token, ends: Ends) -> Deed | None:
    """ "erklärte die Entlassung des Ministers für nichtig": a court that does so favours whom it was against."""
    sources = [s for s in ends.all_actors(logical_subjects(verb), Reach.ACTOR) if _is_court(s.actor, ends)]
    if not sources:
        return None
    for noun in logical_objects(verb):
        entry = next((e for e in entries_of(noun) if e.act in _MEASURES and not e.standing), None)
        if entry is None or adpositions(noun):
            continue
        judging = (evaluation(c) for c in verb.subtree if c.pos_ in ("ADJ", "ADV") and c.head.i in (verb.i, noun.i))
        if not any(e is not None and polarity(e.act) is Polarity.OPPOSING for e in judging):
            continue
        targets, _ = slot_targets(noun, entry, ends, verb)
        acting = {s.actor for s in sources}
        if found := tuple(t for t in targets if t.actor not in acting):
            cue = tuple(sorted({*verb_words(verb), noun}, key=lambda t: t.i))
            return Deed(Act.ENDORSE, tuple(sources), found, verb, cue, "voided", entry.lemma)
    return None


def _is_court(actor: str, ends: Ends) -> bool:
    return ends.is_called(actor, (_COURT, *(word for word, kind in bodies().items() if kind == _COURT)))


def _is_one_of(noun: Token, words: frozenset[str]) -> bool:
    return any(f in words for form in noun_forms(noun) for f in compounds(form, _SHORTEST))
