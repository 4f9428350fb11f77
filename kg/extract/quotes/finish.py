"""Turns drafts into quotations: words into spans, phrases into actors, parents into indices."""

from spacy.tokens import Token

from kg.extract.quotes.confidence import confidence
from kg.extract.quotes.draft import Draft, Scene, spans, trim
from kg.extract.syntax import conjuncts
from kg.facts import MentionKind, Quotation, Span

MOST_SPEAKERS = 2
"""A joint statement names two at most."""


def finish(scene: Scene, drafts: list[Draft]) -> tuple[Quotation, ...]:
    """The drafts as quotations in text order."""
    order = in_order(drafts)
    index = {id(d): n for n, d in enumerate(order)}
    return tuple(_quotation(scene, d, index) for d in order)


def in_order(drafts: list[Draft]) -> list[Draft]:
    """The drafts in the order of their quotations."""
    kept = [d for d in drafts if d.content]
    return sorted(kept, key=lambda d: (d.content[0], -d.content[-1], d.kind.value, d.rule, d.cue))


def _quotation(scene: Scene, draft: Draft, index: dict[int, int]) -> Quotation:
    doc = scene.doc
    content = spans(doc, draft.content)
    speakers = _speakers(scene, draft)
    speaker_spans = spans(doc, _speaker_words(scene, draft))
    addressee_spans = spans(doc, draft.addressee)
    return Quotation(
        kind=draft.kind,
        content=content,
        speakers=speakers,
        speaker_span=_hull(speaker_spans),
        cue=spans(doc, draft.cue),
        addressee=None if draft.addressee_head is None else _actor_in(scene, draft.addressee, draft.addressee_head),
        addressee_span=_hull(addressee_spans),
        frame=spans(doc, draft.frame),
        nested_in=None if draft.parent is None else index.get(id(draft.parent)),
        about=_about(scene, content, speakers),
        confidence=confidence(scene, draft),
        rule=draft.rule,
        cue_lemma=draft.cue_lemma,
    )


def _speaker_words(scene: Scene, draft: Draft) -> list[int]:
    """The speaker's phrase without what it says, where the parse took a piece of that for an apposition."""
    head = draft.speaker_head
    if head is None or head not in draft.speaker or head in draft.content:
        return trim(scene.doc, draft.speaker)
    outside = [i for i in draft.speaker if i not in draft.content]
    before = [i for i in outside if i <= head]
    behind = _unbroken(scene, head, sorted(i for i in outside if i > head))
    return trim(scene.doc, before + behind)


def _unbroken(scene: Scene, head: int, words: list[int]) -> list[int]:
    """The words up to the first gap; white space alone is none."""
    kept: list[int] = []
    last = head
    for i in words:
        if any(not scene.doc[j].is_space for j in range(last + 1, i)):
            break
        kept.append(i)
        last = i
    return kept


def _hull(pieces: tuple[Span, ...]) -> Span | None:
    return Span(pieces[0].start, pieces[-1].end) if pieces else None


def _speakers(scene: Scene, draft: Draft) -> tuple[str, ...]:
    if draft.speaker_head is None:
        return ()
    head = scene.doc[draft.speaker_head]
    joint = [t for t in conjuncts(head) if t.i in draft.speaker or t.i == head.i]
    found = scene.cast.of_all(joint)
    if found:
        return found[:MOST_SPEAKERS]
    key = _actor_in(scene, draft.speaker, draft.speaker_head)
    return () if key is None else (key,)


def _actor_in(scene: Scene, words: list[int], head: int) -> str | None:
    """The actor that a phrase means: its head's, else the first one named inside ("Angaben der Polizei")."""
    cast = scene.cast
    own = cast.of(scene.doc[head])
    if own is not None:
        return own
    inside = [scene.doc[i] for i in words]
    named = [t for t in inside if not _is_possessive(t)]
    return next(iter((*cast.of_all(named), *cast.of_all(inside))), None)


def _is_possessive(token: Token) -> bool:
    return token.pos_ in ("DET", "PRON", "ADJ")


def _about(scene: Scene, content: tuple[Span, ...], speakers: tuple[str, ...]) -> tuple[str, ...]:
    found = (m.actor for s in content for m in scene.cast.within(s) if m.kind is not MentionKind.PRONOUN)
    return tuple(k for k in dict.fromkeys(found) if k not in speakers)
