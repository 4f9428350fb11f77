"""The reporting clause itself: where it begins and ends, and what stands before and after it."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.quotes.cues import VerbCue
from kg.extract.quotes.draft import Scene, is_mark
from kg.extract.quotes.mood import is_finite
from kg.extract.syntax import children, rel
from kg.lexicon.reporting import markers

DASHES = frozenset("–—-")


@dataclass(frozen=True)
class Inquit:
    """A reporting clause that follows its content or stands in the middle of it (", sagte er").

    Attributes:
        start: index of its first word, behind the comma.
        end: index of its last word.
    """

    start: int
    end: int


def is_separator(token: Token) -> bool:
    """Comma, colon, dash and the like: what may stand between content and reporting clause."""
    return token.text in ",;:" or token.text in DASHES


def previous_word(doc: Doc, i: int) -> int:
    """Index before `i` that is no white space, or -1."""
    i -= 1
    while i >= 0 and doc[i].is_space:
        i -= 1
    return i


def next_word(doc: Doc, i: int) -> int:
    """Index after `i` that is no white space, or the length."""
    i += 1
    while i < len(doc) and doc[i].is_space:
        i += 1
    return i


def inquit_of(scene: Scene, cue: VerbCue) -> Inquit | None:
    """The reporting clause behind its content: it opens with its finite verb, or with "so".

    Only its place is looked at: right behind a comma, a closing quotation mark or a dash, or at the sentence's start
    behind a sentence in quotation marks.
    """
    doc = scene.doc
    start = _opening(scene, cue)
    if start is None:
        return None
    before = previous_word(doc, start)
    if before < 0:
        return None
    token = doc[before]
    if not (is_separator(token) or is_mark(token) or token.text in "!?)…"):
        return None
    if token.text == ":":
        return None
    return Inquit(start, _end(scene, cue, start))


def _opening(scene: Scene, cue: VerbCue) -> int | None:
    """First word of the clause if it is the finite verb, or "so" right before it."""
    doc = scene.doc
    verbs = [i for i in cue.words if is_finite(doc[i])]
    if not verbs:
        return None
    first = min(verbs)
    before = previous_word(doc, first)
    if before >= 0 and doc[before].lower_ in markers("comment"):
        return before
    if before > 0 and doc[before].lower_ in markers("pointer") and doc[previous_word(doc, before)].text == ",":
        return before
    return first if before >= 0 else None


def _end(scene: Scene, cue: VerbCue, start: int) -> int:
    """Last word before the sentence's end, the next quotation mark, or a comma behind which the content runs on."""
    doc = scene.doc
    last = scene.sentence(max(cue.words))[1]
    block = scene.block_of(start)
    own = _own(cue)
    end = max(cue.words)
    i = start
    while i <= last:
        token = doc[i]
        if block is None and is_mark(token) and i > max(cue.words) and scene.block_of(i) is not None:
            b = scene.block_of(i)
            if b is not None and b.first == i and (b.last >= last or b.last - b.first > 6):
                break
        if token.text == "," and i > max(cue.words) and not _still_own(scene, i, own):
            break
        if token.text in ":;" and i > max(cue.words):
            break
        end = i
        i += 1
    while (
        end > start and (doc[end].is_punct or doc[end].is_space) and not is_mark(doc[end]) and doc[end].text not in ")]"
    ):
        end -= 1
    return end


def _own(cue: VerbCue) -> set[int]:
    """Words of the reporting clause by the parse: subject, addressee, adverbials, with what depends on them."""
    own = set(cue.words)
    for verb in (cue.head, cue.verb):
        for c in verb.children:
            if rel(c) in ("nsubj", "obl", "iobj", "obj", "advmod", "advcl", "expl", "nmod", "appos") and c.i >= min(
                cue.words
            ):
                own.update(t.i for t in c.subtree)
    return own


def _still_own(scene: Scene, comma: int, own: set[int]) -> bool:
    """Whether what follows a comma belongs to the reporting clause: an apposition or relative clause in it."""
    after = next_word(scene.doc, comma)
    return after in own


def colon_before(scene: Scene, i: int) -> bool:
    """Whether a colon stands right before the word."""
    before = previous_word(scene.doc, i)
    return before >= 0 and scene.doc[before].text == ":"


def clause_start(scene: Scene, cue: VerbCue) -> int:
    """Where the frame of a reporting clause before its content begins: the sentence's start, or its own conjunct's."""
    doc = scene.doc
    first = scene.sentence(cue.verb.i)[0]
    breaks = (i for i in range(cue.verb.i, first, -1) if doc[i].text in ":;" and scene.block_of(i) is None)
    first = next(breaks, first - 1) + 1
    head = cue.head
    if rel(head) != "conj" or head.head.i == head.i:
        return first
    own = [t.i for t in head.subtree if t.i <= cue.verb.i]
    between = next((i for i in own if doc[i].text != ","), first)
    subject = [c for c in head.children if rel(c) == "nsubj"]
    return between if subject and between > first and children(head, "cc") else first
