"""Readings of dates that name their day, month, year, decade, season or holiday."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from kg.extract.timex import calendar
from kg.extract.timex.calendar import Period
from kg.extract.timex.context import NEAREST, Context
from kg.extract.timex.grammar import Match, amount, word_value
from kg.extract.timex.reading import masked, plain


def _yearly(match: Match, context: Context, of_year: Callable[[int], Period]) -> Period | None:
    """A part of the year with its year, or the one that the clause looks at."""
    year = _year(match, context)
    if year is not None:
        return of_year(year)
    if context.reference is None:
        return None
    direction = context.direction(match.span)
    told = context.before(match.span.start, 1, "D MO")
    if told is not None and told.days is not None and direction < 0 and told.days.last.year < context.year - 1:
        return calendar.yearly(told.days, of_year, NEAREST)
    return calendar.yearly(context.reference, of_year, direction)


def _year(match: Match, context: Context) -> int | None:
    """The year that the expression itself names: "2005", "05", "vergangenen Jahres", "desselben Jahres"."""
    year = match.number("year")
    if year is not None:
        return year
    if (short := match.number("shortyear")) is not None:
        return _full_year(short)
    if context.reference is None:
        return None
    told = context.before(match.span.start, 2, "D MO SE Q Y")
    if match.get("same") is not None and told is not None and told.days is not None:
        return told.days.first.year
    neighbour = match.get("neighbour")
    shift = int(neighbour[-2:]) if neighbour else match.number("shift_2")
    first, last = context.reference.first.year, context.reference.last.year
    return first + shift if shift is not None and first == last else None


def _full_year(short: int) -> int:
    return short + (1900 if short > 49 else 2000)


def read_date(match: Match, context: Context) -> Period | None:
    day = match.number("day") or match.number("ordinal")
    month = match.number("month") or match.number("monthnumber")
    if day is None or month is None:
        return None
    part = match.get("part")

    def of_year(year: int) -> Period:
        return calendar.day(date(year, month, day))

    found = _yearly(match, context, of_year) or masked(month, day)
    return found.part("T" + part) if part else found


def read_month(match: Match, context: Context) -> Period | None:
    month = match.number("month")
    if month is None:
        return None
    shift = match.number("shift")
    if shift and context.reference:
        return calendar.yearly(context.reference, lambda y: calendar.month(y, month), shift, strict=True)
    return _yearly(match, context, lambda y: calendar.month(y, month)) or masked(month)


def read_year(match: Match, context: Context) -> Period | None:
    year, short = match.number("year"), match.number("shortyear")
    if year is None or (short is not None and 0 < short <= year % 100):
        return None
    return calendar.year(year)


def read_short_year(match: Match, context: Context) -> Period | None:
    short = match.number("shortyear")
    return calendar.year(_full_year(short)) if short is not None else None


def read_before_christ(match: Match, context: Context) -> Period | None:
    """ "44 vor Christus" is `BC0044`, "5. Jahrhundert vor Christus" `BC04`: TIMEX3 has no years before 1."""
    year, nth = amount(match.raw("number") or ""), match.number("day") or match.number("ordinal")
    if nth is not None:
        return plain(f"BC{nth - 1:02}")
    return plain(f"BC{int(year):04}") if year is not None and year == int(year) else None


def read_bare_year(match: Match, context: Context) -> Period | None:
    """Four figures that count nothing: not "2000 Menschen", "1500 Euro"."""
    year = match.number("year")
    if year is None or year < 1500 or (year < 1900 and year % 100 == 0):
        return None
    token = context.token(match.span.start)
    previous = re.search(r"([\w.]+)[\s(]*$", context.left(match.span))
    following = re.match(r"\s+([A-ZÄÖÜ][\w-]+)", context.right(match.span))
    if previous and word_value("yearcue", previous[1]):
        counted = following is not None and word_value("counted", following[1]) is not None
        return None if counted else calendar.year(year)
    if following and word_value("counted", following[1]):
        return None
    if token is not None and context.parsed:
        counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.pos_ in ("NOUN", "SYM", "ADJ")
        if counts and not any(t.pos_ in ("ADP", "DET") for t in context.doc[token.i : token.head.i]):
            return None
    elif following is not None and not (previous and previous[1][0].isupper()):
        return None
    return calendar.year(year)


def read_season_span(match: Match, context: Context) -> Period | None:
    year = match.number("year")
    if year is None:
        return None
    return Period("XXXX-XX-XX", "SPAN", date(year, 7, 1), date(year + 1, 6, 30))


def read_decade(match: Match, context: Context) -> Period | None:
    word, figures = match.get("decadeword") or match.get("decadename"), match.get("decade")
    if word is None and figures is None:
        return None
    year = int(word) * 10 if word else int(figures or 0)
    return calendar.decade(year if year > 999 else 1900 + year)


def read_decade_of_a_century(match: Match, context: Context) -> Period | None:
    word, century = match.get("decadeword"), match.number("day") or match.number("ordinal")
    return calendar.decade((century - 1) * 100 + int(word) * 10) if word and century else None


def read_century(match: Match, context: Context) -> Period | None:
    number = match.number("day") or match.number("ordinal")
    return calendar.century((number - 1) * 100 + 1) if number else None


def _read_part_of_year(match: Match, context: Context, of: int) -> Period | None:
    number = match.number("ordinal") or match.number("day") or of  # "im letzten Quartal 2009"
    if number > of:
        return None
    year = _year(match, context)
    if year is None and context.reference is not None:
        year = context.reference.last.year
    return calendar.part_of_year(year, number, of) if year else plain(f"XXXX-{'Q' if of == 4 else 'H'}{number}")


def read_quarter(match: Match, context: Context) -> Period | None:
    return _read_part_of_year(match, context, 4)


def read_half_year(match: Match, context: Context) -> Period | None:
    return _read_part_of_year(match, context, 2)


def read_season(match: Match, context: Context) -> Period | None:
    name = match.get("season")
    if name is None:
        return None
    shift = match.number("shift")
    if shift is not None and context.reference:
        if shift == 0:
            return calendar.season(context.reference.last.year, name)
        return calendar.yearly(context.reference, lambda y: calendar.season(y, name), shift, strict=True)
    return _yearly(match, context, lambda y: calendar.season(y, name)) or plain(f"XXXX-{name}")


def read_weekday_of_a_month(match: Match, context: Context) -> Period | None:
    """ "am ersten Sonntag im Mai"."""
    nth, weekday, month = match.number("ordinal"), match.number("weekday"), read_month(match, context)
    if nth is None or weekday is None or month is None or month.earliest is None or month.latest is None:
        return None
    day = month.earliest + timedelta(days=(weekday - month.earliest.isoweekday()) % 7 + 7 * (nth - 1))
    return calendar.day(day) if day <= month.latest else None


def read_holiday(match: Match, context: Context) -> Period | None:
    rule = match.get("holiday")
    if rule is None:
        return None
    return _yearly(match, context, lambda y: calendar.holiday(y, rule)) or masked()
