"""Comments on the content without a clause that governs it: ", so der Minister", ", wie die Polizei mitteilte"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.quotes.content_clauses import right_clause
from kg.extract.quotes.cues import VerbCue
from kg.extract.quotes.draft import Draft, Scene, is_mark, trim
from kg.extract.quotes.inquit import DASHES, next_word, previous_word
from kg.extract.quotes.mood import is_finite
from kg.extract.quotes.speaker import confine_speaker, set_addressee, set_speaker, speaker_behind
from kg.extract.syntax import child, children, rel
from kg.facts import QuotationKind
from kg.lexicon.reporting import CLAUSE, SUBJECT, markers


def opening_of(cue: VerbCue) -> Token | None:
    """The "wie" that opens a verb-final clause of the cue."""
    for c in (*cue.head.children, *cue.verb.children):
        if c.lower_ in markers("parenthesis") and c.i < min(cue.words) and rel(c) not in ("case", "cc"):
            return c
    return None


def is_parenthesis(cue: VerbCue) -> bool:
    """Whether the cue is a clause like "wie die Polizei mitteilte", with no content of its own."""
    opening = opening_of(cue)
    if opening is None or (rel(cue.head) == "ccomp" and cue.head.head.i < opening.i):
        return False
    if cue.passive:
        return True
    said = children(cue.head, "ccomp")
    subject = child(cue.head, "nsubj")
    objects = [c for c in children(cue.head, "obj") if subject is not None and subject.i < c.i]
    return not objects and all(c.i < opening.i for c in said)


def find_parentheses(scene: Scene, cues: list[VerbCue]) -> Iterator[Draft]:
    """Indirect quotations of clauses like "wie X mitteilte": the rest of the sentence is the content."""
    for cue in cues:
        opening = opening_of(cue)
        if opening is None or not is_parenthesis(cue) or cue.entry.weak:
            continue
        if opening.i < scene.sentence(cue.verb.i)[0]:
            continue
        draft = _around(scene, opening.i, max(cue.words), f"{opening.lower_} + verb", 0.85)
        if draft is None:
            continue
        draft.cue = sorted({opening.i, *cue.words})
        draft.entry, draft.cue_lemma = cue.entry, cue.entry.lemma
        set_speaker(scene, draft, cue)
        if not cue.passive and cue.entry.speaker == SUBJECT:
            confine_speaker(scene, draft, opening.i + 1, cue.verb.i - 1)
        set_addressee(scene, draft, cue)
        yield draft


def find_pointers(scene: Scene, cues: list[VerbCue]) -> Iterator[Draft]:
    """ "Das teilte die Polizei mit.": the sentence before and the pointing word are the content."""
    doc = scene.doc
    for cue in cues:
        n = scene.sentence_of[cue.verb.i]
        first, last = scene.sentences[n]
        if n == 0 or doc[first].lower_ not in markers("pointer") or not is_finite(doc[next_word(doc, first)]):
            continue
        if next_word(doc, first) not in cue.words or any(doc[i].text == ":" for i in range(first, last)):
            continue
        if right_clause(scene, cue) is not None:
            continue
        if CLAUSE not in cue.entry.content or cue.entry.weak:
            continue
        a, b = scene.sentences[n - 1]
        words = [i for i in range(a, b + 1) if not doc[i].is_space] + [first]
        frame = trim(doc, range(first + 1, last + 1))
        draft = Draft(QuotationKind.INDIRECT, words, "verb + pointer", 0.6, cue=list(cue.words), frame=frame)
        draft.entry, draft.cue_lemma = cue.entry, cue.entry.lemma
        set_speaker(scene, draft, cue)
        if draft.speaker_head is None and not cue.passive and cue.entry.speaker == SUBJECT:
            speaker_behind(scene, draft, next_word(doc, first), last)
        set_addressee(scene, draft, cue)
        yield draft


def find_comments(scene: Scene) -> Iterator[Draft]:
    """Indirect quotations of comments like ", so der Minister"."""
    for token in scene.doc:
        if token.lower_ in markers("comment"):
            draft = _comment(scene, token)
            if draft is not None:
                yield draft


def _comment(scene: Scene, so: Token) -> Draft | None:
    doc = scene.doc
    before = previous_word(doc, so.i)
    if before < 0 or not (doc[before].text == "," or doc[before].text in DASHES or is_mark(doc[before])):
        return None
    last = scene.sentence(so.i)[1]
    end = so.i
    for i in range(so.i + 1, last + 1):
        if doc[i].text in ".:;!?" or doc[i].text in DASHES or (doc[i].text == "," and not _apposition(doc, i, so.i)):
            break
        if (
            is_mark(doc[i])
            and scene.block_of(i) is not None
            and i > so.i + 1
            and doc[previous_word(doc, i)].text in ".,"
        ):
            break
        end = i
    phrase = list(range(so.i + 1, end + 1))
    head = _phrase_head(doc, phrase)
    if head is None:
        return None
    draft = _around(scene, so.i, end, "so + speaker", 0.85)
    if draft is None:
        return None
    draft.cue, draft.cue_lemma = [so.i], so.lower_
    draft.speaker, draft.speaker_head = _speaker_words(scene, phrase, head), head.i
    gegenueber = next((i for i in phrase if doc[i].lower_ in markers("addressee")), None)
    if gegenueber is not None and gegenueber > head.i:
        draft.addressee = trim(doc, range(gegenueber + 1, end + 1))
        draft.addressee_head = doc[gegenueber].head.i
    return draft


def _apposition(doc: Doc, comma: int, so: int) -> bool:
    after = next_word(doc, comma)
    if after >= len(doc):
        return False
    t = doc[after]
    return any(rel(a) in ("appos", "flat", "nmod") and a.head.i > so for a in (t, *t.ancestors) if a.i > comma)


def _phrase_head(doc: Doc, phrase: list[int]) -> Token | None:
    """Head of the noun phrase behind "so"; none where a verb or an adjective follows ("so groß", "so dass")."""
    if any(is_finite(doc[i]) for i in phrase):
        return None
    nouns = [doc[i] for i in phrase if doc[i].pos_ in ("NOUN", "PROPN", "PRON")]
    if not nouns or len(phrase) > 30:
        return None
    first = doc[phrase[0]]
    if first.pos_ not in ("NOUN", "PROPN", "PRON", "DET", "ADJ") and not is_mark(first):
        return None
    if first.pos_ == "ADJ" and nouns[0].i > phrase[0] + 3:
        return None
    inside = set(phrase)
    return next((n for n in nouns if n.head.i not in inside or n.head.i == n.i), nouns[0])


def _speaker_words(scene: Scene, phrase: list[int], head: Token) -> list[int]:
    """The phrase without adverbs behind it ("so Meier weiter") and without the one spoken to."""
    doc = scene.doc
    end = len(phrase)
    for n, i in enumerate(phrase):
        if i > head.i and (doc[i].pos_ == "ADV" or doc[i].lower_ in markers("addressee")):
            end = n
            break
        if i > head.i and doc[i].pos_ == "ADP" and rel(doc[i].head) in ("obl", "advmod"):
            end = n
            break
    return trim(doc, phrase[:end]) or [head.i]


def _around(scene: Scene, start: int, end: int, rule: str, rank: float) -> Draft | None:
    """A quotation whose content is the sentence around the words `start` to `end`."""
    doc = scene.doc
    first, last = scene.sentence(start)
    before = previous_word(doc, start)
    left = trim(doc, range(first, start)) if start > first else []
    right = trim(doc, range(end + 1, last + 1))
    words = left + right
    if not words:
        return None
    frame = list(range(start, end + 1))
    if before >= first and (doc[before].text == "," or doc[before].text in DASHES):
        frame.insert(0, before)
    after = next_word(doc, end)
    if right and after <= last and (doc[after].text == "," or doc[after].text in DASHES):
        frame.append(after)
    return Draft(QuotationKind.INDIRECT, words, rule, rank, frame=frame)
