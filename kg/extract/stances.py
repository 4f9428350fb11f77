"""Who opposes or supports whom: acts and their ends, turned into stances with status and evidence."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extract.acts.blamed import answered_deeds, blamed_deeds
from kg.extract.acts.claimed import claimed_deeds
from kg.extract.acts.confidence import confidence, signs
from kg.extract.acts.content import content_deeds
from kg.extract.acts.contests import fixture_deeds, result_deeds
from kg.extract.acts.courts import PLEA, court_deeds, tried
from kg.extract.acts.deed import Deed
from kg.extract.acts.earlier import attributed, continued
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.honours import honour_deeds
from kg.extract.acts.nouns import noun_deeds
from kg.extract.acts.phrases import joint_deeds, judgement_deeds, predicate_deeds, preposition_deeds
from kg.extract.acts.status import innermost, judged
from kg.extract.acts.verbs import in_words, verb_deeds
from kg.extract.acts.wished import wished_deeds
from kg.extract.cast import Cast
from kg.extract.syntax import phrase, rel, runs, span_of, trimmed
from kg.facts import Act, ActorKind, MentionKind, Quotation, Span, Stance, Status
from kg.lexicon.acts import SUPPORTING, polarity
from kg.lexicon.confidence import StanceSign

_Key = tuple[str, str, Act, Status, int]
"""Source, target, act and status, and where the sentence begins."""


class Found(NamedTuple):
    """A stance and what, besides its rule and its act, speaks for or against it."""

    stance: Stance
    signs: tuple[StanceSign, ...]


def find_stances(doc: Doc, cast: Cast, quotations: Sequence[Quotation]) -> tuple[Stance, ...]:
    """Stances in text order, one for each pair of actors and piece of evidence."""
    return tuple(found.stance for found in find_signed(doc, cast, quotations))


def find_signed(doc: Doc, cast: Cast, quotations: Sequence[Quotation]) -> tuple[Found, ...]:
    """The stances with the signs that their confidences go by: what `training.confidence` fits on."""
    if not doc.has_annotation("DEP"):
        return ()
    ends = Ends(doc, cast, quotations)
    found: dict[_Key, Found] = {}
    earlier: list[tuple[int, Stance]] = []
    for deed in _deeds(doc, ends):
        if deed.pending:
            deed = tried(deed, earlier, ends) if deed.rule == PLEA else continued(deed, earlier)
        if not deed.sources:
            deed = attributed(deed, earlier, ends)
        for one in _stances(deed, ends):
            # Two rules may read the same words; the first one, the more demanding, speaks for the sentence.
            stance = one.stance
            earlier.append((deed.anchor.i, stance))
            found.setdefault((stance.source, stance.target, stance.act, stance.status, deed.anchor.sent.start), one)
    lasting = (f for key, f in found.items() if not _is_over(f.stance, key[-1], found))
    return tuple(sorted(lasting, key=lambda f: _order(f.stance)))


def _order(stance: Stance) -> tuple[Span, str, str, Act, Status]:
    return stance.evidence, stance.source, stance.target, stance.act, stance.status


def _is_over(stance: Stance, sentence: int, found: dict[_Key, Found]) -> bool:
    """ "hat seinen Partner angezeigt": a bond that the sentence tells the end of."""
    if stance.rule != "standing" or stance.act not in SUPPORTING:
        return False
    pair = {stance.source, stance.target}
    return any(key[-1] == sentence and {key[0], key[1]} == pair and key[2] not in SUPPORTING for key in found)


def _deeds(doc: Doc, ends: Ends) -> Iterator[Deed]:
    for token in doc:
        told = list(verb_deeds(token, ends))
        yield from told
        yield from blamed_deeds(token, told, ends)
        yield from answered_deeds(token, told, ends)
        yield from claimed_deeds(token, ends)
        yield from wished_deeds(token, told, ends)
        yield from judgement_deeds(token, ends)
        yield from noun_deeds(token, ends)
        yield from predicate_deeds(token, ends)
        yield from preposition_deeds(token, ends)
        yield from joint_deeds(token, ends)
        yield from fixture_deeds(token, ends)
        yield from honour_deeds(token, ends)
    yield from result_deeds(doc, ends)
    yield from content_deeds(doc, ends)
    yield from court_deeds(doc, ends)


def _stances(deed: Deed, ends: Ends) -> Iterator[Found]:
    for source, target in _pairs(deed):
        if source.actor == target.actor or (not deed.targets and _are_crowds(source, target, deed, ends)):
            continue
        if ends.is_public(target.actor) or _is_scene(target, deed, ends):
            continue
        verdict = judged(deed, source.actor, ends)
        if verdict is None:
            continue
        told, status = verdict
        act = told.act
        spoken = not _is_person(target, ends) or in_words(deed.anchor)
        if deed.spoken is not None and spoken and _is_person(source, ends):
            act = deed.spoken
        found = signs(deed, source, target, status, ends)
        stance = Stance(
            source=source.actor,
            target=target.actor,
            polarity=polarity(act),
            act=act,
            status=status,
            evidence=_evidence(deed, source, target),
            cue=tuple(span_of(run) for run in runs(list(deed.cue))),
            in_quotation=innermost(deed, ends.quotations),
            confidence=confidence(deed.rule, act, found),
            rule=deed.rule,
            cue_lemma=deed.lemma,
        )
        yield Found(stance, found)


def _is_scene(target: End, deed: Deed, ends: Ends) -> bool:
    """ "verständigte sich mit den Hirten Sardiniens": where those live whom the act is with."""
    place = ends.cast.actor(target.actor).kind is ActorKind.PLACE and target.token.pos_ == "PROPN"
    return place and target.owned and deed.act is Act.COOPERATE


def _is_person(end: End, ends: Ends) -> bool:
    return ends.cast.actor(end.actor).kind is ActorKind.PERSON


def _are_crowds(one: End, other: End, deed: Deed, ends: Ends) -> bool:
    """ "Männer und Frauen unterschrieben": unnamed groups named in one breath that only happen to do the same."""
    if deed.act is not Act.COOPERATE:
        return False
    named = {m.actor for m in ends.cast.mentions if m.kind is MentionKind.NAME}
    return all(ends.cast.actor(e.actor).kind is ActorKind.GROUP and e.actor not in named for e in (one, other))


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
