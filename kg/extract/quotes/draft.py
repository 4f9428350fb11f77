"""A quotation while it is being put together, in words instead of code points, and what all strategies look at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kg.extract.cast import Cast
from kg.extract.quotes.marks import Quoted, pair_marks
from kg.facts import QuotationKind, Span
from kg.lexicon.quotation_marks import quotation_marks
from kg.lexicon.reporting import ReportingVerb

BRACKETS = {"(": ")", "[": "]"}


@dataclass(slots=True, eq=False)
class Draft:
    """A quotation in the making. Words are indices into the Doc.

    Attributes:
        content: words of the content, marks included.
        speaker: words of the speaker's phrase.
        rank: what the rule is worth where drafts overlap, by judgement in rough steps (0.85–0.9 clear marks, 0.5
            nominal content and hearsay). How sure a quotation is says `confidence.py`.
        speaker_head: the word that the cast knows the speaker by.
        parent: the quotation around this one.
        speaker_from_before: the cue points back to a source named earlier ("heißt es weiter", "demnach").
        only_source: no quotation of its own, but what follows in Konjunktiv may continue its speaker.
    """

    kind: QuotationKind
    content: list[int]
    rule: str
    rank: float
    cue: list[int] = field(default_factory=list)
    frame: list[int] = field(default_factory=list)
    speaker: list[int] = field(default_factory=list)
    speaker_head: int | None = None
    addressee: list[int] = field(default_factory=list)
    addressee_head: int | None = None
    entry: ReportingVerb | None = None
    cue_lemma: str | None = None
    parent: "Draft | None" = None
    speaker_from_before: bool = False
    only_source: bool = False

    @property
    def start(self) -> int:
        return self.content[0]

    @property
    def end(self) -> int:
        """Index of the last word."""
        return self.content[-1]

    def take_roles(self, other: "Draft") -> None:
        """The speaker of another quotation becomes the speaker of this one."""
        self.speaker, self.speaker_head = list(other.speaker), other.speaker_head

    def take_cue(self, other: "Draft") -> None:
        """Cue, frame and addressee of the quotation around this one hold for it too."""
        self.cue, self.frame = list(other.cue), list(other.frame)
        self.addressee, self.addressee_head = list(other.addressee), other.addressee_head
        self.entry, self.cue_lemma = other.entry, other.cue_lemma


@dataclass(frozen=True, slots=True)
class Block:
    """Quoted words: indices of the first and last word, marks included."""

    first: int
    last: int
    depth: int
    closed: bool

    @property
    def words(self) -> range:
        return range(self.first, self.last + 1)

    def __contains__(self, i: object) -> bool:
        return isinstance(i, int) and self.first <= i <= self.last


@dataclass(frozen=True)
class Scene:
    """One article as the strategies see it.

    Attributes:
        sentences: first and last word of each sentence.
        sentence_of: word -> index in `sentences`.
        blocks: what stands between quotation marks, in text order.
    """

    doc: Doc
    cast: Cast
    sentences: tuple[tuple[int, int], ...]
    sentence_of: tuple[int, ...]
    blocks: tuple[Block, ...]

    def sentence(self, i: int) -> tuple[int, int]:
        """First and last word of the sentence of a word."""
        return self.sentences[self.sentence_of[i]]

    def block_of(self, i: int) -> Block | None:
        """The outermost quoted block that holds the word."""
        return next((b for b in self.blocks if b.depth == 0 and i in b), None)


def read_scene(doc: Doc, cast: Cast) -> Scene:
    """Sentences and quoted blocks of an article."""
    sentences = tuple(_sentences(doc))
    of = [0] * len(doc)
    for n, (a, b) in enumerate(sentences):
        of[a : b + 1] = [n] * (b + 1 - a)
    starts = {t.idx: t.i for t in doc}
    ends = {t.idx + len(t): t.i for t in doc}

    def sentence_end(char: int) -> int:
        for a, b in sentences:
            if doc[a].idx <= char < doc[b].idx + len(doc[b]):
                return doc[b].idx + len(doc[b])
        return len(doc.text)

    blocks = [_block(q, starts, ends, doc) for q in pair_marks(doc.text, sentence_end)]
    return Scene(doc, cast, sentences, tuple(of), tuple(b for b in blocks if b is not None))


def _sentences(doc: Doc) -> Iterator[tuple[int, int]]:
    for s in doc.sents:
        words = [t.i for t in s if not t.is_space]
        if words:
            yield words[0], words[-1]


def _block(q: Quoted, starts: dict[int, int], ends: dict[int, int], doc: Doc) -> Block | None:
    first = starts.get(q.start)
    last = ends.get(q.end)
    if first is None or last is None:
        span = doc.char_span(q.start, q.end, alignment_mode="contract")
        if span is None or len(span) == 0:
            return None
        first, last = span.start, span.end - 1
    while last > first and doc[last].is_space:
        last -= 1
    return Block(first, last, q.depth, q.closed)


def is_mark(token: Token) -> bool:
    """Whether the token is a quotation mark."""
    return token.text in quotation_marks()


def trim(doc: Doc, words: Iterable[int]) -> list[int]:
    """Leaves out white space and punctuation at both ends, and brackets and marks whose partner is not inside."""
    kept = [i for i in sorted(set(words)) if not doc[i].is_space]
    while kept and _falls(doc, kept, 0):
        kept.pop(0)
    while kept and _falls(doc, kept, -1):
        kept.pop()
    return kept


def _falls(doc: Doc, kept: list[int], at: int) -> bool:
    token = doc[kept[at]]
    if is_mark(token):
        return sum(is_mark(doc[i]) for i in kept) % 2 == 1
    if token.text in BRACKETS.values():
        return all(BRACKETS.get(doc[i].text) != token.text for i in kept)
    if token.text in BRACKETS:
        return all(BRACKETS[token.text] != doc[i].text for i in kept)
    return token.is_punct or token.pos_ == "PUNCT"


def spans(doc: Doc, words: Iterable[int]) -> tuple[Span, ...]:
    """The words as stretches of text; white space alone does not interrupt one."""
    out: list[Span] = []
    last = -2
    for i in sorted(set(words)):
        t = doc[i]
        if t.is_space:
            continue
        if out and all(doc[j].is_space for j in range(last + 1, i)):
            out[-1] = Span(out[-1].start, t.idx + len(t))
        else:
            out.append(Span(t.idx, t.idx + len(t)))
        last = i
    return tuple(out)
