"""Indirect speech with a reporting verb: "sagte, dass …", "…, sagte X", "wie X mitteilte"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.quotes.comments import is_parenthesis
from kg.extract.quotes.content_clauses import ContentClause, is_subordinate, right_clause
from kg.extract.quotes.cues import VerbCue, is_ahead, is_negated
from kg.extract.quotes.direct import BEHIND_COLON
from kg.extract.quotes.draft import Block, Draft, Scene, is_mark, trim
from kg.extract.quotes.inquit import clause_start, colon_before, inquit_of, next_word, previous_word
from kg.extract.quotes.mood import finite, is_finite, subjunctive
from kg.extract.quotes.speaker import confine_speaker, set_addressee, set_speaker
from kg.extract.syntax import child, children, rel, subtree
from kg.facts import QuotationKind
from kg.lexicon.reporting import CLAUSE, INFINITIVE, QUOTE, SUBJECT, markers

BEHIND = "verb behind content"


def find_indirect(scene: Scene, cues: list[VerbCue]) -> Iterator[Draft]:
    """Indirect quotations of reporting verbs; content that is all in quotation marks makes them direct."""
    for cue in cues:
        if is_parenthesis(cue) or _continues_others(scene, cue) or _is_utterance(scene, scene.block_of(cue.verb.i)):
            continue
        draft = _after_content(scene, cue) or _before_content(scene, cue)
        if draft is None:
            continue
        set_speaker(scene, draft, cue)
        if draft.rule == BEHIND and not cue.passive and cue.entry.speaker == SUBJECT:
            confine_speaker(scene, draft, draft.frame[0], draft.frame[-1])
        set_addressee(scene, draft, cue)
        yield draft


def with_clause_before_colon(scene: Scene, cues: list[VerbCue], found: list[Draft]) -> list[VerbCue]:
    """Cues of direct speech behind a colon that have a clause before it too: "glaubt, dass es gelingt: „Wir …“"."""
    speech = {i: d for d in found if d.rule == BEHIND_COLON for i in d.cue}
    out = []
    for cue in cues:
        draft = speech.get(cue.verb.i)
        clause = right_clause(scene, cue) if draft is not None else None
        if draft is not None and clause is not None and clause.marked and clause.head.i < draft.start:
            out.append(cue)
    return out


def _continues_others(scene: Scene, cue: VerbCue) -> bool:
    """A main clause in Konjunktiv ("Er glaube, dass …") goes on with the speech before it: no cue of the author."""
    main = rel(cue.head) in ("root", "ROOT") and scene.sentence_of[cue.verb.i] > 0
    return main and any(subjunctive(scene.doc[i]) == "Pres" for i in cue.words)


def _is_utterance(scene: Scene, block: Block | None) -> bool:
    return block is not None and block.last - block.first > 8


def _before_content(scene: Scene, cue: VerbCue) -> Draft | None:
    """ "X sagte, dass …": the content follows."""
    doc = scene.doc
    clause = right_clause(scene, cue)
    if clause is None or not _admits(scene, cue, clause):
        return None
    first = clause.first
    last = _right_end(scene, cue, clause)
    words = trim(doc, range(first, last + 1))
    if not words or (colon_before(scene, first) and _is_utterance(scene, scene.block_of(first))):
        return None
    start = clause_start(scene, cue)
    frame = [i for i in range(start, scene.sentence(cue.verb.i)[1] + 1) if i < first or i > last]
    if any(is_finite(doc[i]) and i not in cue.words for i in frame if i > last):
        frame = [i for i in frame if i < first]
    frame = _without_end_stop(doc, frame)
    rule = "clause" if clause.form == CLAUSE else "infinitive"
    return _draft(scene, cue, words, frame, f"verb + {rule}", _rank(cue, clause))


def _after_content(scene: Scene, cue: VerbCue) -> Draft | None:
    """ "…, sagte X": the content stands before, or around."""
    doc = scene.doc
    inquit = inquit_of(scene, cue)
    if inquit is None:
        return None
    before = previous_word(doc, inquit.start)
    if is_mark(doc[before]) or is_mark(doc[previous_word(doc, before)]):
        quoted = scene.block_of(before) or scene.block_of(previous_word(doc, before))
        opens = quoted is not None and quoted.first <= scene.sentence(quoted.first)[0]
        if quoted is not None and (opens or colon_before(scene, quoted.first)):
            return None
    if doc[before].text not in ",–—-":
        return None
    sentence_first, sentence_last = scene.sentence(cue.verb.i)
    after = next_word(doc, next_word(doc, inquit.end))
    split = after <= sentence_last and is_finite(doc[after]) and doc[next_word(doc, inquit.end)].text == ","
    if not _reports_clauses(scene, cue, sentence_first, sentence_last if split else before):
        return None
    comment = doc[inquit.start].lower_ in markers("comment")
    if not comment and not split and not _left_is_content(scene, cue, sentence_first, before):
        return None
    left = trim(doc, range(sentence_first, before + 1))
    right = trim(doc, range(inquit.end + 1, sentence_last + 1))
    if not left:
        return None
    frame = list(range(before, inquit.end + 1))
    if right:
        frame.append(next_word(doc, inquit.end)) if doc[next_word(doc, inquit.end)].text == "," else None
    return _draft(scene, cue, left + right, frame, BEHIND, 0.85)


def _left_has_finite(doc: Doc, first: int, last: int) -> bool:
    return any(is_finite(doc[i]) for i in range(first, last + 1))


def _left_is_content(scene: Scene, cue: VerbCue, first: int, comma: int) -> bool:
    """Whether what stands before the comma is what was said, no subordinate clause before the main clause."""
    doc = scene.doc
    if not _left_has_finite(doc, first, comma) or is_negated(cue) or not _subject_behind(cue):
        return False
    if is_ahead(cue) and not any(subjunctive(doc[i]) for i in range(first, comma)):
        return False
    left = [c for v in (cue.head, cue.verb) for c in v.children if first <= c.i < comma]
    if any(rel(c) == "nsubj" and not is_finite(c) for c in left):
        return False
    opening = doc[next_word(doc, first - 1)]
    if opening.lower_ in markers("complementizer"):
        open_question = cue.entry.weak or cue.passive
        return not open_question or any(subjunctive(doc[i]) for i in range(first, comma))
    if (is_subordinate(opening) or opening.dep_ == "mark") and not _has_main_verb(doc, first, comma):
        return False
    if any(rel(c) in ("ccomp", "csubj", "parataxis", "xcomp", "conj", "dep", "advcl", "obj") for c in left):
        return True
    return cue.head.head.i < comma and child(cue.head, "mark") is None


def _subject_behind(cue: VerbCue) -> bool:
    """Whether the verb comes before its subject, as behind content; "X räumte … ein, sprach aber von …" goes on."""
    if cue.passive or cue.entry.speaker != SUBJECT:
        return True
    finite_verb = min((i for i in cue.words if is_finite(cue.verb.doc[i])), default=cue.verb.i)
    own = [c for v in (cue.verb, cue.head) for c in v.children if rel(c) in ("nsubj", "expl")]
    return any(c.i > finite_verb for c in own) or (not own and rel(cue.head) != "conj")


def _has_main_verb(doc: Doc, first: int, comma: int) -> bool:
    """Whether a main clause follows the subordinate clause that opens the sentence: "Wenn …, müsse …, sagte X"."""
    return any(doc[i].text == "," and is_finite(doc[next_word(doc, i)]) for i in range(first + 1, comma))


def _reports_clauses(scene: Scene, cue: VerbCue, first: int, last: int) -> bool:
    """Whether the verb may stand behind a clause: it takes clauses or quotations, a weak one only with a Konjunktiv."""
    doc = scene.doc
    if any(subjunctive(doc[i]) for i in range(first, last + 1)):
        return True
    return not cue.entry.weak and (CLAUSE in cue.entry.content or QUOTE in cue.entry.content)


def _draft(scene: Scene, cue: VerbCue, words: list[int], frame: list[int], rule: str, rank: float) -> Draft:
    kind = QuotationKind.INDIRECT
    quoted = scene.block_of(words[0])
    if quoted is not None and quoted.first <= words[0] and quoted.last >= words[-1]:
        kind, rule = QuotationKind.DIRECT, "quotation marks + verb"
    shown = [i for i in cue.words if i not in words]
    return Draft(kind, words, rule, rank, cue=shown, frame=frame, entry=cue.entry, cue_lemma=cue.entry.lemma)


def _without_end_stop(doc: Doc, frame: list[int]) -> list[int]:
    while frame and (doc[frame[-1]].is_space or doc[frame[-1]].text in ".!?…"):
        frame = frame[:-1]
    return frame


def _rank(cue: VerbCue, clause: ContentClause) -> float:
    if clause.marked:
        return 0.85
    return 0.85 if clause.subjunctive else 0.7


def _admits(scene: Scene, cue: VerbCue, clause: ContentClause) -> bool:
    """Whether the entry takes such a clause, or its mood and marks show reported speech anyway."""
    signs = clause.subjunctive or any(is_mark(t) for t in clause.head.subtree)
    if (cue.entry.weak or is_ahead(cue)) and not signs:
        return False
    if is_negated(cue):
        return False
    correlate = any(scene.doc[i].lower_ in markers("correlate") for i in cue.words)
    if clause.form == INFINITIVE:
        return INFINITIVE in cue.entry.content or (correlate and bool(cue.entry.prepositions))
    if clause.marked:
        return CLAUSE in cue.entry.content or (correlate and bool(cue.entry.prepositions)) or clause.subjunctive
    if clause.subjunctive:
        return True
    attached = rel(clause.head) == "ccomp" or (rel(clause.head) == "parataxis" and colon_before(scene, clause.first))
    return CLAUSE in cue.entry.content and attached and not _has_object(cue, clause)


def _has_object(cue: VerbCue, clause: ContentClause) -> bool:
    """Whether the verb has its object: "wird ein Sturm erwartet, dies entspricht …" goes on with something else."""
    own = [c for v in (cue.verb, cue.head) for c in v.children if c.i not in cue.words and c.i < clause.first]
    nouns = [c for c in own if c.pos_ in ("NOUN", "PROPN", "PRON")]
    return any(c.dep_ in ("obj", "nsubj:pass") or (cue.passive and rel(c) == "nsubj") for c in nouns)


def _right_end(scene: Scene, cue: VerbCue, clause: ContentClause) -> int:
    """The content runs to the end of the sentence unless the reporting clause goes on behind it."""
    last = scene.sentence(clause.head.i)[1]
    stop = last + 1
    for i in cue.words:
        if i > clause.head.i:
            stop = min(stop, i)
    inside = {t.i for t in subtree(clause.head)}
    if clause.subjunctive and not clause.marked:
        for c in children(clause.head, "conj"):
            if c.pos_ in ("VERB", "AUX") and _goes_on(c) and any(rel(s) == "nsubj" for s in c.children):
                stop = min(stop, min(t.i for t in subtree(c)))
    chain = [cue.head, *cue.head.ancestors]
    for upper in chain:
        for c in upper.children:
            if c.i <= clause.head.i or c.i in inside or rel(c) == "punct":
                continue
            if c.pos_ in ("VERB", "AUX") and rel(c) == "conj" and _goes_on(c):
                stop = min(stop, min(t.i for t in subtree(c)))
        if upper.i != cue.head.i and upper.i > clause.head.i:
            stop = min(stop, max(inside) + 1)
    return min(last, stop - 1)


def _goes_on(conjunct: Token) -> bool:
    """Whether a coordinated clause is the author's again: its verb is no Konjunktiv."""
    f = finite(conjunct)
    return f is not None and subjunctive(f) is None
