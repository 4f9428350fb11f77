"""How sure a quotation is: what its rule is worth, and signs for and against it, weighed as the lexicon says."""

from kg.extract.quotes.draft import Draft, Scene
from kg.extract.quotes.mood import subjunctive
from kg.facts import QuotationKind
from kg.lexicon.confidence import QuotationSign, probability

FEW_WORDS = 3
"""Words of content; a shorter one is more often a name or a fragment."""
INSIDE = (QuotationKind.DIRECT, QuotationKind.INDIRECT, QuotationKind.INDIRECT_FREE_INDIRECT)


def signs(scene: Scene, draft: Draft) -> tuple[QuotationSign, ...]:
    """What speaks for or against a quotation besides its rule."""
    doc = scene.doc
    found: list[QuotationSign] = []
    if draft.speaker_head is None:
        found.append("no speaker")
    else:
        head = doc[draft.speaker_head]
        if head.pos_ == "PRON":
            found.append("pronoun as speaker")
        elif scene.cast.of(head) is None:
            found.append("speaker is no actor")
        sentences = {scene.sentence_of[i] for i in (draft.start, draft.end, *draft.frame)}
        if scene.sentence_of[head.i] not in sentences:
            found.append("speaker from before")
    words = [doc[i] for i in draft.content if not doc[i].is_punct and not doc[i].is_space]
    if len(words) <= FEW_WORDS:
        found.append("few words")
    if any(subjunctive(t) == "Pres" for t in words):
        found.append("Konjunktiv")
    if draft.parent is not None and draft.kind is not QuotationKind.DIRECT and draft.parent.kind in INSIDE:
        found.append("inside another")
    return tuple(found)


def confidence(scene: Scene, draft: Draft) -> float:
    """The probability that content and speaker are right, as fitted on annotated articles."""
    return probability("reporting_confidence", draft.rule, signs(scene, draft))
