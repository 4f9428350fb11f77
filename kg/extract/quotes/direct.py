"""Direct speech: whole utterances in quotation marks, with their reporting clause if there is one."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.quotes.antecedents import speaker_before, speaking
from kg.extract.quotes.cues import VerbCue
from kg.extract.quotes.draft import Block, Draft, Scene, is_mark, trim
from kg.extract.quotes.inquit import Inquit, clause_start, inquit_of, is_separator, next_word, previous_word
from kg.extract.quotes.main_clause import main_verb
from kg.extract.quotes.mood import is_finite, subjunctive
from kg.extract.quotes.speaker import confine_speaker, put_speaker, set_addressee, set_speaker
from kg.extract.syntax import children, rel
from kg.facts import QuotationKind
from kg.lexicon.reporting import CLAUSE, SUBJECT, noun_of

LONG_ENOUGH = 5
"""Words between the marks; with a finite verb among them they are an utterance, fewer only with an end mark."""
NEAR = 3
"""Sentences back to which the speaker of an utterance without a reporting clause is looked for."""
NOMINAL = ("NOUN", "PROPN", "PRON")
END_MARKS = frozenset(".!?…")
BEHIND_COLON = "colon + quotation marks"
"""The rule of direct speech after a frame; its cue may have more than this speech."""


def is_utterance(scene: Scene, block: Block) -> bool:
    """Whether the quoted words are a sentence rather than a phrase or a title."""
    inner = [scene.doc[i] for i in block.words if not is_mark(scene.doc[i])]
    words = [t for t in inner if not t.is_punct and not t.is_space]
    if not words:
        return False
    if inner and inner[-1].text in END_MARKS and len(words) > 1:
        return True
    return len(words) >= LONG_ENOUGH and any(is_finite(t) for t in words) and words[0].text[:1].isupper()


def find_direct(scene: Scene, cues: list[VerbCue], comments: list[Draft]) -> Iterator[Draft]:
    """Direct quotations of blocks that stand before, behind or around a reporting clause, or alone."""
    doc = scene.doc
    last: Draft | None = None
    for block in scene.blocks:
        if block.depth:
            continue
        if last is not None and block.first in last.content:
            continue
        draft = (
            _behind_colon(scene, block, cues, comments)
            or _behind_noun(scene, block, cues)
            or _before_comment(scene, block, comments)
            or _before_inquit(scene, block, cues)
        )
        if draft is None and last is not None and is_utterance(scene, block) and _continues(scene, block, last):
            draft = Draft(QuotationKind.DIRECT, list(block.words), "quotation marks, speaker before", 0.7)
            draft.take_roles(last)
            if doc[block.first].i - last.end < 3:
                last.content.extend(block.words)
                continue
        if draft is not None:
            last = draft
            yield draft


def _behind_colon(scene: Scene, block: Block, cues: list[VerbCue], comments: list[Draft]) -> Draft | None:
    """ "X sagte: „…“": the words between the sentence's start and the colon are the frame.

    A reporting clause behind the speech names the speaker rather than a frame that does not say that somebody speaks.
    """
    doc = scene.doc
    colon = previous_word(doc, block.first)
    if colon < 0 or doc[colon].text != ":":
        return None
    first = scene.sentence(colon)[0]
    frame = [i for i in range(first, colon + 1) if not doc[i].is_space]
    inside = [c for c in cues if first <= c.verb.i < colon]
    if not inside and not is_utterance(scene, block):
        return None
    if not any(CLAUSE in c.entry.content and not c.entry.weak for c in inside):
        behind = _before_comment(scene, block, comments) or _before_inquit(scene, block, cues)
        if behind is not None:
            return behind
    draft = Draft(QuotationKind.DIRECT, list(block.words), BEHIND_COLON, 0.85, frame=frame)
    if inside:
        cue = max(inside, key=lambda c: _governs(doc, c))
        _fill(scene, draft, cue)
        draft.frame = [i for i in frame if i >= clause_start(scene, cue)]
    else:
        draft.rank = 0.6
        _subject_of_frame(scene, draft, first, colon)
    return draft


def _governs(doc: Doc, cue: VerbCue) -> tuple[bool, bool, bool, int]:
    """Which of several cues before a colon is the author's own: a finite verb, no Konjunktiv, the nearest."""
    verbs = [doc[i] for i in cue.words if is_finite(doc[i])]
    return bool(verbs), not any(subjunctive(v) for v in verbs), rel(cue.head) != "acl", cue.verb.i


def _behind_noun(scene: Scene, block: Block, cues: list[VerbCue]) -> Draft | None:
    """ "zitierte ihn mit den Worten „…“": an utterance right behind a noun of speech, no title of a document."""
    doc = scene.doc
    noun = doc[max(previous_word(doc, block.first), 0)]
    entry = noun_of(noun.lemma_) if noun.pos_ == "NOUN" else None
    if entry is None or "document" in entry.roles or not is_utterance(scene, block):
        return None
    first = scene.sentence(noun.i)[0]
    last = scene.sentence(block.last)[1]
    inside = [c for c in cues if first <= c.verb.i < noun.i]
    behind = [c for c in cues if block.last < min(c.words) <= next_word(doc, block.last) + 1]
    if not inside and not behind:
        return None
    draft = Draft(QuotationKind.DIRECT, list(block.words), "noun + quotation marks", 0.8)
    draft.frame = [i for i in range(first, noun.i + 1) if not doc[i].is_space]
    if not inside:
        draft.frame += trim(doc, range(block.last + 1, last + 1))
    _fill(scene, draft, inside[-1] if inside else behind[0])
    return draft


def _fill(scene: Scene, draft: Draft, cue: VerbCue) -> None:
    draft.cue = [i for i in cue.words if i not in draft.content]
    draft.entry, draft.cue_lemma = cue.entry, cue.entry.lemma
    set_speaker(scene, draft, cue)
    set_addressee(scene, draft, cue)


def _subject_of_frame(scene: Scene, draft: Draft, first: int, colon: int) -> None:
    """Without a reporting verb the frame's subject, or its last person, speaks; of a Konjunktiv who spoke before."""
    doc = scene.doc
    verb = main_verb(scene, first, colon)
    if (verb is not None and subjunctive(verb) == "Pres") or not any(
        doc[i].pos_ in NOMINAL for i in range(first, colon)
    ):
        draft.speaker_from_before = True
        return
    subjects = [
        doc[i] for i in range(first, colon) if rel(doc[i]) == "nsubj" and doc[i].pos_ in ("NOUN", "PROPN", "PRON")
    ]
    actors = [t for t in subjects if scene.cast.of(t) is not None]
    if subjects and not actors and any(scene.cast.of(c) for c in children(subjects[0], "det")):
        draft.speaker_from_before = True
        return
    if actors or subjects:
        put_speaker(scene, draft, (actors or subjects)[0])
        return
    named = [doc[i] for i in range(first, colon) if doc[i].pos_ == "PROPN" and doc[i].head.pos_ != "PROPN"]
    if named:
        name = named[-1]
        title = name.head if name.head.pos_ == "NOUN" and rel(name) in ("appos", "flat") else name
        put_speaker(scene, draft, title)
        return
    alone = next((t for t in doc[first:colon] if t.head.i == t.i or not first <= t.head.i < colon), None)
    if verb is None and alone is not None and alone.pos_ == "NOUN" and scene.cast.of(alone) is not None:
        put_speaker(scene, draft, alone)


def _before_inquit(scene: Scene, block: Block, cues: list[VerbCue]) -> Draft | None:
    """ "„…“, sagte X": the reporting clause follows the closing mark."""
    doc = scene.doc
    after = next_word(doc, block.last)
    start = after
    while start < len(doc) and is_separator(doc[start]):
        start = next_word(doc, start)
    if start >= len(doc) or not _same_paragraph(scene, block.last, start):
        return None
    if _opens_within(scene, block):
        return None
    for cue in cues:
        if cue.verb.i > start + 6 or min(cue.words) < start - 1:
            continue
        inquit = inquit_of(scene, cue)
        if inquit is None or inquit.start != start:
            continue
        if after == start and not is_utterance(scene, block):
            continue
        draft = Draft(QuotationKind.DIRECT, list(block.words), "quotation marks + verb", 0.9)
        draft.frame = [*range(after, inquit.end + 1)]
        _fill(scene, draft, cue)
        if not cue.passive and cue.entry.speaker == SUBJECT:
            confine_speaker(scene, draft, draft.frame[0], draft.frame[-1])
        _resume(scene, draft, inquit)
        return draft
    return None


def _opens_within(scene: Scene, block: Block) -> bool:
    """Whether words of the author stand before the mark in its sentence: then it is part of indirect speech."""
    doc = scene.doc
    first = scene.sentence(block.first)[0]
    before = previous_word(doc, block.first)
    return before >= first and not (doc[before].text in END_MARKS or is_mark(doc[before])) and doc[before].text != ":"


def _resume(scene: Scene, draft: Draft, inquit: Inquit) -> None:
    """Adds the second piece of speech that a reporting clause interrupts: "„…“, sagte er, „…“"."""
    doc = scene.doc
    after = next_word(doc, inquit.end)
    at = after
    while at < len(doc) and doc[at].text in ",:":
        at = next_word(doc, at)
    if at == after or at >= len(doc):
        return
    block = scene.block_of(at)
    if block is not None and block.first == at:
        draft.content = sorted({*draft.content, *block.words})
        draft.frame = [*draft.frame, after]


def _before_comment(scene: Scene, block: Block, comments: list[Draft]) -> Draft | None:
    """ "„…“, so X": takes over what the comment found."""
    doc = scene.doc
    after = next_word(doc, block.last)
    for comment in comments:
        start = min(comment.frame)
        if start not in (after, next_word(doc, after)) or _opens_within(scene, block):
            continue
        draft = Draft(QuotationKind.DIRECT, list(block.words), "quotation marks + so", 0.9)
        draft.take_cue(comment)
        draft.take_roles(comment)
        if start == next_word(doc, after) and doc[after].text == ",":
            draft.frame = [after, *comment.frame]
        comment.content = []
        return draft
    return None


def _continues(scene: Scene, block: Block, last: Draft) -> bool:
    """Whether a block without a reporting clause stands alone, right behind other speech."""
    doc = scene.doc
    before = previous_word(doc, block.first)
    if _opens_within(scene, block) and before >= scene.sentence(block.first)[0]:
        return False
    gap = scene.sentence_of[block.first] - scene.sentence_of[max(last.end, *last.frame, last.end)]
    return gap <= 1


def find_alone(scene: Scene, found: list[Draft]) -> Iterator[Draft]:
    """Whole utterances in quotation marks that no reporting clause claims: the speaker is the one named before."""
    taken = {i for d in found for i in d.content}
    found = [d for d in found if d.speaker and d.content]
    for block in scene.blocks:
        if block.depth or _opens_within(scene, block) or not is_utterance(scene, block) or taken & set(block.words):
            continue
        draft = Draft(QuotationKind.DIRECT, list(block.words), "quotation marks alone", 0.6)
        source = max((d for d in found if d.end < block.first), key=lambda d: d.end, default=None)
        n = scene.sentence_of[block.first]
        since = NEAR + 1 if source is None else n - scene.sentence_of[source.end]
        if n and since > 1:
            source = speaker_before(scene, n, source, since)
        if source is not None:
            draft.take_roles(speaking(scene, source))
        if draft.speaker:
            found.append(draft)
        yield draft


def _same_paragraph(scene: Scene, a: int, b: int) -> bool:
    return not any("\n" in scene.doc[i].text for i in range(a, b))
