"""Readings of parts of the day and hours, on the day that the text told last."""

import re

from kg.extract.timex import calendar
from kg.extract.timex.calendar import Period
from kg.extract.timex.context import Context
from kg.extract.timex.grammar import Match, amount
from kg.extract.timex.reading import masked, plain


def _day_told(match: Match, context: Context) -> Period | None:
    """The day that a time of day belongs to: the one told last, else the publication's."""
    if context.left_open(match.span.start):
        return None
    reach = 1 if match.rule.reading == "clock" else 2
    told = context.before(match.span.start, reach)
    day = context.running_day(match.span.start)
    if told is not None and told.grain == "D":
        day = Period(re.sub(r"T.*", "", told.value), "D", told.earliest, told.latest)
    if day is not None:
        context.clocked = match.span.end, day
        return day
    if context.reference is not None:
        return calendar.shifted(context.reference, "D", 0)
    return None


def read_part(match: Match, context: Context) -> Period | None:
    part = match.get("part") or match.get("partadv")
    return (_day_told(match, context) or masked()).part(f"T{part}")


def read_shifted_part(match: Match, context: Context) -> Period | None:
    """ "letzte Nacht" counts from the publication, "am nächsten Morgen", "am folgenden Tag" from the day told last."""
    shift = match.number("shift") or match.number("follow")
    if not shift:
        return None
    told = _day_told(match, context) if shift > 0 or match.get("follow") is not None else None
    base = (told.days if told is not None else None) or context.reference
    found = calendar.shifted(base, "D", shift) if base is not None else masked()
    return found.part(f"T{match.get('part')}")


def read_told_day(match: Match, context: Context) -> Period | None:
    """ "im Laufe des Tages": the day told last."""
    return _day_told(match, context)


def read_midnight(match: Match, context: Context) -> Period | None:
    return (_day_told(match, context) or masked()).part("T24:00")


def read_clock(match: Match, context: Context) -> Period | None:
    hour = amount(match.raw("hour") or match.raw("number") or "")
    minute = match.number("minute") or match.number("minute_2") or 0
    if hour is None or hour > 24 or hour != int(hour):
        return None
    if context.repeats(match.span.start):
        return plain(f"T{int(hour):02}:{minute:02}")
    return (_day_told(match, context) or masked()).part(f"T{int(hour):02}:{minute:02}")


def read_half_past(match: Match, context: Context) -> Period | None:
    """ "halb neun" is half past eight; morning or evening is not told."""
    hour = amount(match.raw("number") or "")
    if hour is None or hour != int(hour) or not 1 <= hour <= 12:
        return None
    return (_day_told(match, context) or masked()).part(f"T{int(hour) - 1:02}:30")


def read_clock_each(match: Match, context: Context) -> Period | None:
    """An hour of several days."""
    hour = match.number("hour")
    return plain(f"T{hour:02}:{match.number('minute') or 0:02}") if hour is not None else None
