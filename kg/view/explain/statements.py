"""What was found in an article, statement by statement, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kg.facts import Event, Facts, Polarity, Quotation, Span, Stance, Status, TimeExpression
from kg.lexicon.entries import Entry, act_entry, reporting_entry
from kg.view.explain.marks import Mark, Part, Role

NOBODY = "(nobody named)"


class Kind(StrEnum):
    QUOTATIONS = "quotations"
    STANCES = "stances"
    EVENTS = "events"
    TIMES = "times"


ROLES: dict[Kind, tuple[Role, ...]] = {
    Kind.QUOTATIONS: (Role.QUOTE, Role.SPEAKER, Role.CUE, Role.ADDRESSEE, Role.FRAME),
    Kind.STANCES: (Role.SOURCE, Role.AGAINST, Role.FOR, Role.TARGET),
    Kind.EVENTS: (Role.EVENT,),
    Kind.TIMES: (Role.TIME,),
}
"""What words can be to a statement of a kind."""

LABELLED = frozenset({Role.QUOTE, Role.AGAINST, Role.FOR, Role.EVENT, Role.TIME})
"""Roles whose words carry the statement's label where colours alone tell the roles."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One quotation, stance, event or time expression.

    Attributes:
        label: names it in its article ("q1").
        headline: who said or did what to whom.
        words: the words that it is about; "" where the headline has them.
        details: names and values, such as ("confidence", "0.90"); a value that speaks for itself has no name.
        entry: entry of the lexicon that the cue was recognised by.
        start: where in the body it begins.
        depth: how many statements are around it.
        tone: the role of its words, which decides on its colour.
    """

    label: str
    kind: Kind
    headline: str
    words: str
    details: tuple[tuple[str, str], ...]
    entry: Entry | None
    marks: tuple[Mark, ...]
    start: int
    depth: int
    tone: Role


def statements(facts: Facts) -> tuple[Statement, ...]:
    """Every statement of an article: by kind, in text order."""
    reader = _Reader(facts)
    return (
        *(reader.quotation(index, q) for index, q in enumerate(facts.quotations)),
        *(reader.stance(index, s) for index, s in enumerate(facts.stances)),
        *(reader.event(index, e) for index, e in enumerate(facts.events)),
        *(reader.time(index, t) for index, t in enumerate(facts.times)),
    )


class _Reader:
    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._body = facts.article.body
        self._labels = {actor.key: actor.label for actor in facts.actors}
        self._mentions: dict[str, list[Span]] = {}
        for mention in facts.mentions:
            self._mentions.setdefault(mention.actor, []).append(mention.span)

    def quotation(self, index: int, it: Quotation) -> Statement:
        label = _label(Kind.QUOTATIONS, index)
        speaker = self._names(it.speakers)
        if not speaker:
            speaker = f"{self._quoted(it.speaker_span)} (no actor)" if it.speaker_span else NOBODY
        to = self._name(it.addressee) or (it.addressee_span and f"{self._quoted(it.addressee_span)} (no actor)")
        details = [
            ("", it.kind.value),
            ("", self._facts.article.date or "undated"),
            ("confidence", f"{it.confidence:.2f}"),
            ("rule", it.rule),
            ("cue", self._joined(it.cue)),
            ("speaker", self._quoted(it.speaker_span) if it.speakers else ""),
            ("addressee", self._quoted(it.addressee_span) if it.addressee else ""),
            ("about", self._names(it.about)),
            ("inside", _label(Kind.QUOTATIONS, it.nested_in)),
        ]
        marks = (
            *_marks(label, Role.QUOTE, it.content),
            *_marks(label, Role.FRAME, it.frame),
            *_marks(label, Role.SPEAKER, (it.speaker_span,)),
            *_marks(label, Role.ADDRESSEE, (it.addressee_span,)),
            *_marks(label, Role.CUE, it.cue),
        )
        return Statement(
            label=label,
            kind=Kind.QUOTATIONS,
            headline=f"{speaker} says to {to}" if to else f"{speaker} says",
            words=self._joined(it.content),
            details=_known(details),
            entry=reporting_entry(it.rule, it.cue_lemma),
            marks=marks,
            start=it.content[0].start,
            depth=self._depth(it),
            tone=Role.QUOTE,
        )

    def stance(self, index: int, it: Stance) -> Statement:
        label = _label(Kind.STANCES, index)
        against = it.polarity is Polarity.OPPOSING
        tone = Role.AGAINST if against else Role.FOR
        details = [
            ("", it.act.value),
            ("", it.status.value),
            ("", self._facts.article.date or "undated"),
            ("confidence", f"{it.confidence:.2f}"),
            ("rule", it.rule),
            ("cue", self._joined(it.cue)),
            ("told in", _label(Kind.QUOTATIONS, it.in_quotation)),
        ]
        marks = (
            *_marks(label, Role.SOURCE, (self._end(it.source, it),)),
            *_marks(label, Role.TARGET, (self._end(it.target, it),)),
            *_marks(label, tone, it.cue),
        )
        relation = "opposes" if against else "supports"
        return Statement(
            label=label,
            kind=Kind.STANCES,
            headline=f"{self._name(it.source)} {relation} {self._name(it.target)}",
            words=it.evidence.text(self._body),
            details=_known(details),
            entry=act_entry(it.rule, it.cue_lemma, it.act),
            marks=marks,
            start=it.evidence.start,
            depth=0,
            tone=tone,
        )

    def event(self, index: int, it: Event) -> Statement:
        label = _label(Kind.EVENTS, index)
        times = [(i, self._facts.times[i]) for i in it.times if 0 <= i < len(self._facts.times)]
        details = [
            *(("", f"{time.value} ({_label(Kind.TIMES, i)})") for i, time in times),
            ("", "" if it.status is Status.ACTUAL else it.status.value),
            ("trigger", self._quoted(it.trigger)),
            ("with", self._names(it.actors)),
            ("in", self._names(it.places)),
            ("rule", it.rule),
        ]
        return Statement(
            label=label,
            kind=Kind.EVENTS,
            headline=it.label or it.trigger.text(self._body),
            words="",
            details=_known(details),
            entry=None,
            marks=_marks(label, Role.EVENT, (it.trigger,)),
            start=it.trigger.start,
            depth=0,
            tone=Role.EVENT,
        )

    def time(self, index: int, it: TimeExpression) -> Statement:
        label = _label(Kind.TIMES, index)
        known = [day for day in (it.earliest, it.latest) if day]
        bounds = " to ".join(dict.fromkeys(known)) if known != [it.value, it.value] else ""
        return Statement(
            label=label,
            kind=Kind.TIMES,
            headline=f"{self._quoted(it.span)} = {it.value}",
            words="",
            details=_known([("", it.kind.value), ("", bounds), ("rule", it.rule)]),
            entry=None,
            marks=_marks(label, Role.TIME, (it.span,)),
            start=it.span.start,
            depth=0,
            tone=Role.TIME,
        )

    def _name(self, key: str | None) -> str:
        return "" if key is None else self._labels.get(key, key)

    def _names(self, keys: Iterable[str]) -> str:
        return ", ".join(map(self._name, keys))

    def _joined(self, spans: Iterable[Span]) -> str:
        return " … ".join(" ".join(span.text(self._body).split()) for span in spans)

    def _quoted(self, span: Span | None) -> str:
        return f"“{self._joined([span])}”" if span else ""

    def _end(self, key: str, it: Stance) -> Span | None:
        """The mention of a stance's end in its evidence; the nearest to the cue where it has several."""
        at = it.cue[0].start if it.cue else it.evidence.start
        inside = [span for span in self._mentions.get(key, ()) if it.evidence.covers(span)]
        return min(inside, key=lambda span: (abs(span.start - at), span), default=None)

    def _depth(self, it: Quotation) -> int:
        depth, seen, index = 0, set[int](), it.nested_in
        while index is not None and index not in seen and 0 <= index < len(self._facts.quotations):
            seen.add(index)
            depth, index = depth + 1, self._facts.quotations[index].nested_in
        return depth


def _label(kind: Kind, index: int | None) -> str:
    return "" if index is None else f"{kind.value[0]}{index + 1}"


def _marks(label: str, role: Role, spans: Iterable[Span | None]) -> tuple[Mark, ...]:
    return tuple(Mark(span, (Part(role, (label,)),)) for span in spans if span is not None and span.start < span.end)


def _known(details: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in details if value)
