"""Time expressions of an article with their TIMEX3 values.

The grammar is in `kg/lexicon/times_*.toml`. Where several rules fit, the longest match from the left wins; an
expression is read against the publication date, the times told before it and the tense of its clause.

Source: TimeML's TIMEX3 (Pustejovsky et al. 2003); values as in KRAUTS (Strötgen et al., LREC 2018).
"""

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc

from kg.extract.timex.calendar import Period, read_date
from kg.extract.timex.context import Context
from kg.extract.timex.grammar import Match, matches, word_value
from kg.extract.timex.offsets import find_offsets
from kg.extract.timex.readings import OF_A_DAY, READINGS
from kg.facts import TimeExpression, TimexType

IMPLIED = frozenset({"ago", "ahead", "first-months", "night-before", "night-of", "told-day", "within"})
"""Readings of words around an expression, which is kept: "vor zwei Wochen" implies a week, "zwei Wochen" is written.

KRAUTS annotates the duration, and the day or the hour of a part of the day, alone; events want the date or stretch.
"""
DAY_LENGTH = len("2001-05-01")
CALENDAR = frozenset(["D", "W", "WE", "MO", "Q", "SE", "Y", "DE", "CE", "SPAN"])


def find_times(doc: Doc, published: str | None) -> tuple[TimeExpression, ...]:
    """Time expressions in text order.

    Args:
        published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; what is not known stays open in the values.
    """
    context = Context(doc, read_date(published))
    found: list[TimeExpression] = []
    offsets: list[Match] = []
    end = 0
    for match in sorted(matches(doc.text), key=_precedence):
        implied = match.rule.reading in IMPLIED
        if match.span.start < end and not implied and match.rule.reading != "offset":
            continue
        if match.rule.reading == "none":
            end = match.span.end
            continue
        if match.rule.reading == "offset":
            offsets.append(match)
            continue
        if _is_name(match, context):
            continue
        period = _read(match, context)
        if period is None:
            continue
        found.append(_expression(match, period, implied))
        found.extend(_day_of(match, period))
        found.extend(_half_year(match, period))
        if not implied:
            end = match.span.end
        if match.rule.type is TimexType.SET or _is_next_day(match, found, context):
            context.sets.append(match.span.end)
        if period.grain in CALENDAR and match.rule.reading not in OF_A_DAY | IMPLIED:
            context.seen.append((match.span.end, period))
    found.extend(find_offsets(offsets, found, context))
    return tuple(sorted(found, key=lambda t: (t.span, t.implied)))


def _is_next_day(match: Match, found: list[TimeExpression], context: Context) -> bool:
    """Whether a date goes with the day before it, so that hours after them are those of both: "am 5. und 6. Mai"."""
    before = [t for t in found[-3:-1] if t.rule == "day-before-another"]
    between = context.text[before[-1].span.end : match.span.start].strip(". ") if before else ""
    return word_value("listing", between) is not None


def _precedence(match: Match) -> tuple[int, int, bool, int, int]:
    """From the left, the longest; for the same words the rule that saw most around them, or is later in its table."""
    return match.span.start, -match.span.end, match.rule.reading != "none", -match.context, -match.order


def _read(match: Match, context: Context) -> Period | None:
    try:
        return READINGS[match.rule.reading](match, context)
    except (ValueError, OverflowError):  # 30 February, the year 12000
        return None


def _is_name(match: Match, context: Context) -> bool:
    """Whether the word is part of a person's name ("Karl Freitag") or begins a club's."""
    tokens = context.tokens(match.span)
    if len(tokens) == 1 and tokens[0].ent_type_ == "ORG" and tokens[0].ent_iob_ == "B" and match.text.isdigit():
        following = context.doc[tokens[0].i + 1 : tokens[0].i + 2]
        return bool(following) and following[0].ent_iob_ == "I"  # "1899 Hoffenheim"
    return bool(tokens) and all(t.ent_type_ == "PER" for t in tokens)


def _day_of(match: Match, period: Period) -> Iterator[TimeExpression]:
    """The day that a part of the day implies, by which events are dated."""
    day, _, part = period.value.partition("T")
    if part.isalpha() and period.earliest is not None and len(day) >= DAY_LENGTH:
        bounds = _iso(period.earliest), _iso(period.latest)
        yield TimeExpression(match.span, day, TimexType.DATE, *bounds, match.rule.name, implied=True)


def _half_year(match: Match, period: Period) -> Iterator[TimeExpression]:
    """The months that a half of a year implies."""
    half = re.fullmatch(r"(\d{4})-H([12])", period.value)
    if half is not None:
        months = ("01", "06") if half[2] == "1" else ("07", "12")
        bounds = _iso(period.earliest), _iso(period.latest)
        value = "/".join(f"{half[1]}-{m}" for m in months)
        yield TimeExpression(match.span, value, TimexType.DATE, *bounds, match.rule.name, implied=True)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _expression(match: Match, period: Period, implied: bool) -> TimeExpression:
    kind = match.rule.type
    if kind is TimexType.DATE and re.match(r"[\dX]{4}-.*T", period.value):
        kind = TimexType.TIME
    elif (kind is TimexType.DURATION and not period.value.startswith("P")) or period.value.endswith("_REF"):
        kind = TimexType.DATE
    bounds = _iso(period.earliest), _iso(period.latest)
    return TimeExpression(match.span, period.value, kind, *bounds, match.rule.name, implied)
