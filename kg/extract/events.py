"""Events that the text dates: what happened when, with whom and where."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.cast import Cast
from kg.extract.event_conflicts import told_apart, with_joined
from kg.extract.event_label import label
from kg.extract.event_status import event_status
from kg.extract.event_triggers import triggers
from kg.extract.participants import carrier, participants
from kg.extract.timex.calendar import read_date
from kg.facts import Event, Quotation, Span, TimeExpression, TimexType


def find_events(
    doc: Doc,
    cast: Cast,
    times: Sequence[TimeExpression],
    quotations: Sequence[Quotation],
    published: str | None = None,
) -> tuple[Event, ...]:
    """Dated events in text order, one for each trigger; `Event.times` are indices into `times`.

    Args:
        published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; what lies after it has not happened yet.
    """
    if not doc.has_annotation("DEP"):
        return ()
    reference = read_date(published)
    today = reference.last.isoformat() if reference is not None else None
    dated: dict[int, dict[int, str]] = {}
    time_words = _time_words(doc, times)
    for index, time in enumerate(times):
        neighbours = times[max(0, index - 2) : index + 3]
        if not _dates(time) or (not time.implied and any(_stands_for(other, time) for other in neighbours)):
            continue
        rule, found = triggers(doc, time, time_words)
        for trigger in (t for t in found if t.i not in time_words):
            dated.setdefault(trigger.i, {}).setdefault(index, rule)
    dated = told_apart(doc, with_joined(dated, times, doc.text), times, today)
    return tuple(
        replace(
            _event(doc[i], cast, _finest(rules, times, doc.text), time_words, dated),
            rule=next(iter(rules.values())),
            status=event_status(doc[i], quotations, _is_ahead(rules, times, today)),
        )
        for i, rules in sorted(dated.items())
    )


def _is_ahead(indices: Iterable[int], times: Sequence[TimeExpression], today: str | None) -> bool:
    return today is not None and all((times[i].earliest or "") > today for i in indices)


def _finest(indices: dict[int, str], times: Sequence[TimeExpression], text: str) -> tuple[int, ...]:
    """Each date once, and none that another is a part of: "am Montag gegen 15 Uhr", "letzte Woche am 3. Mai"."""
    written = {times[i].value for i in indices if not times[i].implied}
    return tuple(
        i
        for i in indices
        if not any(_is_hour_of(times[j], times[i], text) for j in indices)
        and not (times[i].implied and times[i].value in written)
        and not any(j < i and times[j].value == times[i].value for j in indices)
        and not any(indices[i] == indices[j] and _is_part(times[j], times[i]) for j in indices)
    )


def _is_hour_of(hour: TimeExpression, day: TimeExpression, text: str) -> bool:
    """Whether a day and its hour are one expression: "am Montag gegen 15 Uhr", but not "am Montag … um 15 Uhr"."""
    if not hour.value.startswith(day.value + "T"):
        return False
    first, second = sorted((day.span, hour.span))
    return re.search(r"[.!?;:\n]|\w+\W+\w+\W+\w", text[first.end : second.start]) is None


def _is_part(part: TimeExpression, whole: TimeExpression) -> bool:
    """Whether a time lies within a longer one: a day in its week, a month in its year."""
    if None in (part.earliest, part.latest, whole.earliest, whole.latest):
        return False
    inside = (whole.earliest or "") <= (part.earliest or "") and (part.latest or "") <= (whole.latest or "")
    return inside and (part.earliest, part.latest) != (whole.earliest, whole.latest)


def _dates(time: TimeExpression) -> bool:
    """Whether a time says when: no duration, no set, no reference ("PRESENT_REF")."""
    known = time.earliest is not None or re.search(r"\d", time.value) is not None
    return known and time.kind in (TimexType.DATE, TimexType.TIME)


def _stands_for(other: TimeExpression, time: TimeExpression) -> bool:
    """Whether what the words imply dates the event instead: the day of "gestern Abend", of "Nacht zum Dienstag"."""
    return other.implied and other.span.covers(time.span)


def _time_words(doc: Doc, times: Sequence[TimeExpression]) -> frozenset[int]:
    words: set[int] = set()
    for time in times:
        found = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if found is not None:
            words.update(t.i for t in found)
    return frozenset(words)


def _event(
    trigger: Token, cast: Cast, indices: tuple[int, ...], time_words: frozenset[int], dated: Container[int]
) -> Event:
    actors, places = participants(trigger, cast, time_words, dated)
    span = Span(trigger.idx, trigger.idx + len(trigger))
    return Event(label(trigger, cast, time_words, carrier(trigger, dated)), span, actors, places, indices)
