"""What all readings share: their type, and values that are no calendar periods."""

from collections.abc import Callable

from kg.extract.timex.calendar import Period
from kg.extract.timex.context import Context
from kg.extract.timex.grammar import Match

Reading = Callable[[Match, Context], Period | None]
"""From what was matched and its context to a value. None: the words are no time here."""

PLAIN = "REF"
"""Grain of values that are no calendar periods: durations, sets, references."""
CLOCK_UNITS = frozenset("SMH")


def plain(value: str) -> Period:
    return Period(value, PLAIN)


def masked(month: int | None = None, day: int | None = None) -> Period:
    """A date whose year nothing tells."""
    m = f"{month:02}" if month else "XX"
    d = f"{day:02}" if day else "XX"
    return Period(f"XXXX-{m}-{d}" if day or not month else f"XXXX-{m}", "D" if day or not month else "MO")


def unit_of(match: Match) -> str | None:
    return match.get("unit") or match.get("units") or match.get("unitphase") or match.get("unitstem")
