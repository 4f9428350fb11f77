"""Quotations inside quotations: half-quoted phrases, names that are none; and what overlaps."""

from collections.abc import Iterator

from kg.extract.quotes.draft import Block, Draft, Scene, is_mark
from kg.extract.quotes.inquit import previous_word
from kg.extract.syntax import rel
from kg.facts import QuotationKind

NESTING = (QuotationKind.INDIRECT, QuotationKind.INDIRECT_FREE_INDIRECT, QuotationKind.FREE_INDIRECT)


def find_half_quoted(scene: Scene, found: list[Draft]) -> Iterator[Draft]:
    """Quoted phrases inside indirect speech are direct quotations of the same speaker."""
    direct = [d for d in found if d.kind is QuotationKind.DIRECT]
    for block in scene.blocks:
        if block.depth or is_name(scene, block):
            continue
        if any(set(d.content) & set(block.words) for d in direct):
            continue
        around = [
            d
            for d in found
            if d.kind in NESTING and set(block.words) <= set(d.content) and len(d.content) > len(block.words)
        ]
        if not around:
            continue
        outer = min(around, key=lambda d: len(d.content))
        draft = Draft(QuotationKind.DIRECT, list(block.words), "quotation marks inside", 0.7, parent=outer)
        draft.take_roles(outer)
        draft.take_cue(outer)
        yield draft


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
        and any(rel(t) in ("appos", "flat") and t.head.i == noun.i for t in inner)
    ):
        return True
    if all(t.ent_type_ for t in inner if not t.is_punct):
        return True
    return (
        bool(nouns) and all(t.pos_ == "PROPN" for t in nouns) and all(t.pos_ in ("PROPN", "DET", "ADP") for t in inner)
    )


def without_repetition(found: list[Draft]) -> list[Draft]:
    """Of quotations with nearly the same content the surest stays; inner ones learn what they are in."""
    kept: list[Draft] = []
    for draft in sorted((d for d in found if d.content), key=lambda d: (-d.confidence, d.start, -d.end)):
        if any(_repeats(draft, other) for other in kept):
            continue
        kept.append(draft)
    for draft in kept:
        if draft.parent is not None and draft.parent in kept:
            continue
        around = [d for d in kept if d is not draft and set(draft.content) < set(d.content)]
        draft.parent = min(around, key=lambda d: len(d.content), default=None)
    return kept


def _repeats(draft: Draft, other: Draft) -> bool:
    a, b = set(draft.content), set(other.content)
    common = len(a & b)
    if not common:
        return False
    if set(draft.cue) & set(other.cue) and draft.parent is not other:
        return True
    return draft.kind is other.kind and common / max(len(a), len(b)) > 0.8
