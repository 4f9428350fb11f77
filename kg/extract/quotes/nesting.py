"""Quotations inside quotations: half-quoted phrases, names that are none; and what overlaps."""

from collections.abc import Iterator

from kg.extract.quotes.draft import BRACKETS, Block, Draft, Scene, is_mark
from kg.extract.quotes.inquit import previous_word
from kg.extract.quotes.quoted_clauses import has_clause
from kg.extract.syntax import rel
from kg.facts import QuotationKind
from kg.lexicon.reporting import noun_of

NESTING = (
    QuotationKind.INDIRECT,
    QuotationKind.INDIRECT_FREE_INDIRECT,
    QuotationKind.FREE_INDIRECT,
    QuotationKind.REPORTED,
)


PHRASE = "verb + quoted phrase"
"""The rule whose frame is the rest of the clause: further phrases in quotation marks there are quoted too."""


def find_half_quoted(scene: Scene, found: list[Draft]) -> Iterator[Draft]:
    """Quoted phrases inside indirect and reported speech are direct quotations of the same speaker."""
    direct = [d for d in found if d.kind is QuotationKind.DIRECT]
    for block in scene.blocks:
        if block.depth or is_name(scene, block) or _explains(scene, block):
            continue
        if any(set(d.content) & set(block.words) for d in direct):
            continue
        around = [
            d
            for d in found
            if (d.kind in NESTING and set(block.words) <= set(d.content) and len(d.content) > len(block.words))
            or (d.rule == PHRASE and set(block.words) <= set(d.frame))
        ]
        if not around:
            continue
        outer = min(around, key=lambda d: len(d.content))
        term = _is_term(scene, block)
        if term and outer.kind is QuotationKind.REPORTED:
            continue
        rank = 0.4 if term else 0.7
        draft = Draft(QuotationKind.DIRECT, list(block.words), "quotation marks inside", rank, parent=outer)
        draft.take_roles(outer)
        draft.take_cue(outer)
        yield draft


def close_marks(scene: Scene, drafts: list[Draft]) -> None:
    """Indirect content ends in no quotation and holds no speech behind a colon; all in marks it is direct."""
    spoken = {i for d in drafts if d.kind is QuotationKind.DIRECT for i in d.content}
    for draft in drafts:
        if draft.kind not in (QuotationKind.INDIRECT, QuotationKind.INDIRECT_FREE_INDIRECT) or not draft.content:
            continue
        for block in scene.blocks:
            if block.depth or not block.closed or not draft.start < block.first <= draft.end:
                continue
            colon = previous_word(scene.doc, block.first)
            if scene.doc[colon].text == ":" and block.first in spoken and draft.start < colon:
                draft.content = [i for i in draft.content if i < colon]
            elif draft.end < block.last:
                rest = [i for i in range(draft.end + 1, block.last + 1) if not scene.doc[i].is_space]
                draft.content.extend(rest)
                draft.frame = [i for i in draft.frame if i not in rest]
        around = scene.block_of(draft.start)
        if draft.kind is QuotationKind.INDIRECT and around is not None and set(draft.content) <= set(around.words):
            draft.kind = QuotationKind.DIRECT


def _is_term(scene: Scene, block: Block) -> bool:
    """A single noun: often a word that the author sets apart rather than quotes."""
    words = [scene.doc[i] for i in block.words if not scene.doc[i].is_punct and not scene.doc[i].is_space]
    return len([t for t in words if not is_mark(t)]) == 1 and words[0].pos_ in ("NOUN", "PROPN")


def _explains(scene: Scene, block: Block) -> bool:
    """A translation or nickname in brackets."""
    before = previous_word(scene.doc, block.first)
    return before >= 0 and scene.doc[before].text in BRACKETS


def is_name(scene: Scene, block: Block) -> bool:
    """Titles and names in quotation marks: an apposition to the noun before ("die Zeitung „…“"), or an entity."""
    doc = scene.doc
    inner = [doc[i] for i in block.words if not is_mark(doc[i])]
    if not inner:
        return True
    before = previous_word(doc, block.first)
    noun = doc[before] if before >= 0 else None
    nouns = [t for t in inner if t.pos_ in ("NOUN", "PROPN", "X")]
    if (
        noun is not None
        and noun.pos_ == "NOUN"
        and not (has_clause(scene, block) and noun_of(noun.lemma_) is not None)
        and any(rel(t) in ("appos", "flat") and t.head.i == noun.i and t.pos_ != "ADJ" for t in inner)
    ):
        return True
    if all(t.ent_type_ for t in inner if not t.is_punct):
        return True
    return (
        bool(nouns) and all(t.pos_ == "PROPN" for t in nouns) and all(t.pos_ in ("PROPN", "DET", "ADP") for t in inner)
    )


def without_repetition(found: list[Draft]) -> list[Draft]:
    """Of quotations with nearly the same content the surest stays, or the nearest cue's; inner ones learn theirs."""
    kept: list[Draft] = []
    for draft in sorted((d for d in found if d.content), key=lambda d: (-d.rank, d.start, -d.end, _gap(d))):
        if any(_repeats(draft, other) for other in kept):
            continue
        kept.append(draft)
    for draft in kept:
        if draft.parent is not None and draft.parent in kept:
            continue
        around = [d for d in kept if d is not draft and set(draft.content) < set(d.content)]
        draft.parent = min(around, key=lambda d: len(d.content), default=None)
    return kept


def _gap(draft: Draft) -> int:
    """Words between cue and content: "protestierten, weil sie fürchten, dass …" is what they fear."""
    return min((abs(draft.start - i) for i in draft.cue), default=0)


def _repeats(draft: Draft, other: Draft) -> bool:
    a, b = set(draft.content), set(other.content)
    common = len(a & b)
    if not common:
        return False
    if set(draft.cue) & set(other.cue) and draft.parent is not other:
        return True
    return draft.kind is other.kind and common / max(len(a), len(b)) > 0.8
