"""Who opposes or supports whom: acts and their ends, turned into stances with status and evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.acts.blamed import blamed_deeds
from kg.extract.acts.content import content_deeds
from kg.extract.acts.contests import fixture_deeds, result_deeds
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.nouns import noun_deeds
from kg.extract.acts.phrases import joint_deeds, judgement_deeds, predicate_deeds, preposition_deeds
from kg.extract.acts.status import innermost, judged
from kg.extract.acts.verbs import in_words, verb_deeds
from kg.extract.cast import Cast
from kg.extract.syntax import phrase, rel, runs, span_of, trimmed
from kg.facts import Act, ActorKind, Polarity, Quotation, Span, Stance, Status
from kg.lexicon.acts import polarity

_REPLY_WITHIN = 3
"""Sentences after which "die Vorwürfe" are no longer those of the last accuser."""


def find_stances(doc: Doc, cast: Cast, quotations: Sequence[Quotation]) -> tuple[Stance, ...]:
    """Stances in text order, one for each pair of actors and piece of evidence."""
    if not doc.has_annotation("DEP"):
        return ()
    ends = Ends(doc, cast, quotations)
    found: dict[tuple[str, str, Act, Status, int], Stance] = {}
    earlier: list[tuple[int, Stance]] = []
    for deed in _deeds(doc, ends):
        if deed.pending:
            deed = _continued(deed, earlier)
        for stance in _stances(deed, ends):
            # Two rules may read the same words; the first one, the more demanding, speaks for the sentence.
            earlier.append((deed.anchor.i, stance))
            found.setdefault((stance.source, stance.target, stance.act, stance.status, deed.anchor.sent.start), stance)
    return tuple(sorted(found.values(), key=lambda s: (s.evidence, s.source, s.target, s.act, s.status)))


def _deeds(doc: Doc, ends: Ends) -> Iterator[Deed]:
    for token in doc:
        told = list(verb_deeds(token, ends))
        yield from told
        yield from blamed_deeds(token, told, ends)
        yield from judgement_deeds(token, ends)
        yield from noun_deeds(token, ends)
        yield from predicate_deeds(token, ends)
        yield from preposition_deeds(token, ends)
        yield from joint_deeds(token, ends)
        yield from fixture_deeds(token, ends)
    yield from result_deeds(doc, ends)
    yield from content_deeds(doc, ends)


def _stances(deed: Deed, ends: Ends) -> Iterator[Stance]:
    for source, target in _pairs(deed):
        if source.actor == target.actor:
            continue
        verdict = judged(deed, source.actor, ends)
        if verdict is None:
            continue
        told, status = verdict
        act = told.act
        spoken = not _is_person(target, ends) or in_words(deed.anchor)
        if deed.spoken is not None and spoken and _is_person(source, ends):
            act = deed.spoken
        yield Stance(
            source=source.actor,
            target=target.actor,
            polarity=polarity(act),
            act=act,
            status=status,
            evidence=_evidence(deed, source, target),
            cue=tuple(span_of(run) for run in runs(list(deed.cue))),
            in_quotation=innermost(deed, ends.quotations),
            confidence=round(deed.confidence, 2),
            rule=deed.rule,
            cue_lemma=deed.lemma,
        )


def _is_person(end: End, ends: Ends) -> bool:
    return ends.cast.actor(end.actor).kind is ActorKind.PERSON


def _continued(deed: Deed, earlier: Sequence[tuple[int, Stance]]) -> Deed:
    """The deed with a target out of what was done shortly before.

    Who rejects something answers the last one who stood against him; otherwise the source goes on against the same one.
    """
    doc, at = deed.anchor.doc, deed.anchor.i
    sources = {s.actor for s in deed.sources}
    opposing = [(i, s) for i, s in earlier if i < at and s.polarity is Polarity.OPPOSING]
    answered = [s.source for i, s in opposing if s.target in sources and i >= _sentences_back(doc, at, _REPLY_WITHIN)]
    same = polarity(deed.act)
    since = _sentences_back(doc, at, 1)
    repeated = [s.target for i, s in earlier if since <= i < at and s.source in sources and s.polarity is same]
    found = (answered if deed.act is Act.REJECT and answered else repeated)[-1:]
    return replace(deed, targets=tuple(End(actor, deed.anchor, owned=True) for actor in found))


def _sentences_back(doc: Doc, at: int, count: int) -> int:
    """Where the sentence `count` sentences before the word begins."""
    start = doc[at].sent.start
    for _ in range(count):
        start = doc[start - 1].sent.start if start else 0
    return start


def _pairs(deed: Deed) -> Iterator[tuple[End, End]]:
    if deed.pending and not deed.targets:
        return
    if deed.targets:
        acting = {s.actor for s in deed.sources}
        for source in deed.sources:
            for target in deed.targets:
                if target.owned and target.actor in acting:
                    continue
                yield source, target
                if deed.mutual:
                    yield target, source
        return
    for source in deed.sources:
        for target in deed.sources:
            if source.actor != target.actor:
                yield source, target


def _evidence(deed: Deed, source: End, target: End) -> Span:
    """From the first to the last word among both ends and the cue, within the cue's sentence."""
    sentence = deed.anchor.sent
    words: list[Token] = [deed.anchor, *deed.cue, *_words(source), *_words(target)]
    inside = sorted({w for w in words if sentence.start <= w.i < sentence.end}, key=lambda t: t.i)
    return span_of(trimmed(list(deed.anchor.doc[inside[0].i : inside[-1].i + 1])) or list(deed.cue))


def _words(end: End) -> list[Token]:
    """The end's phrase; an owner's goes up to what is owned ("die russische Position")."""
    words = phrase(end.token)
    return [*words, end.token.head] if rel(end.token) in ("amod", "det") else words
