"""Readings of durations and sets."""

import re

from kg.extract.timex.calendar import Period
from kg.extract.timex.context import Context
from kg.extract.timex.grammar import Match, amount, word_value
from kg.extract.timex.reading import CLOCK_UNITS, masked, plain, unit_of

HALVES = {"Y": "P6M", "H": "PT30M", "D": "PT12H", "DE": "P5Y", "CE": "P50Y"}
"""Halves of units that are counted in smaller ones."""


def duration_value(number: float | None, unit: str) -> str:
    """`P2Y`, `PT30M`, `PXD`."""
    sign = "PT" if unit in CLOCK_UNITS else "P"
    if number == 0.5 and unit in HALVES:
        return HALVES[unit]
    count = "X" if number is None else f"{number:g}" if number < 1e6 else str(int(number))
    return sign + count + ("M" if unit == "MO" else unit)


def read_duration(match: Match, context: Context) -> Period | None:
    unit = unit_of(match)
    raw = match.raw("number") or match.raw("amount")
    if unit is None or raw is None:
        return None
    number = amount(raw)
    if number is None and word_value("vague", re.sub(r"\s+", " ", raw)) is None:
        return None
    return plain(duration_value(number, unit))


def read_long(match: Match, context: Context) -> Period | None:
    """ "zweiwöchig", "langjährig"; "29-jährig" is an age unless what it stands with lasts."""
    if unit_of(match) == "Y":
        following = re.match(r"\s+([A-ZÄÖÜ][\w-]+)", context.right(match.span))
        if following is None or word_value("lasting", following[1]) is None:
            return None
    return read_duration(match, context) if match.raw("number") else read_some(match, context)


def read_shifted_units(match: Match, context: Context) -> Period | None:
    """ "die letzten zehn Jahre", "in den kommenden Jahren", "in diesen Tagen"."""
    unit, raw = unit_of(match), match.raw("number")
    if unit is None:
        return None
    if raw is None:
        shift = match.number("shift")
        if shift == 1:
            return plain("FUTURE_REF")
    return plain(duration_value(amount(raw) if raw else None, unit))


def read_some(match: Match, context: Context) -> Period | None:
    unit = unit_of(match)
    return plain(duration_value(None, unit)) if unit else None


def read_counted(match: Match, context: Context) -> Period | None:
    """ "am zweiten Tag": of something that the text does not date."""
    masks = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "MO": "XXXX-XX", "Y": "XXXX"}
    value = masks.get(unit_of(match) or "")
    return plain(value) if value else None


def read_every(match: Match, context: Context) -> Period | None:
    """ "alle vier Jahre", "jeden zweiten Tag"; "alle paar Jahre" tells no number."""
    unit, raw = unit_of(match), match.raw("number")
    number = amount(raw) if raw else match.number("ordinal") or (None if match.raw("few") else 1)
    return plain(duration_value(number, unit)) if unit else None


def read_one_unit(match: Match, context: Context) -> Period | None:
    """ "ein knappes Jahr", "eine gute Stunde"."""
    unit = unit_of(match)
    return plain(duration_value(1, unit)) if unit else None


def read_every_part(match: Match, context: Context) -> Period | None:
    return masked().part(f"T{match.get('part')}")


def read_every_season(match: Match, context: Context) -> Period | None:
    return plain(f"XXXX-{match.get('season')}")


def read_every_month_of_the_year(match: Match, context: Context) -> Period | None:
    month = match.number("month")
    return plain(f"XXXX-{month:02}") if month else None


def read_every_weekday(match: Match, context: Context) -> Period | None:
    number = match.get("weekday") or match.get("weekdays")
    part = match.get("partlow")
    return plain(f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))


def read_frequency(match: Match, context: Context) -> Period | None:
    value = match.get("frequency")
    return plain(value) if value else None
