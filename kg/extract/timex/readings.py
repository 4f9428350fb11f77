"""How each kind of time expression gets its value, by the name that the rules of the grammar call it."""

from kg.extract.timex import clock, dates, durations, relative
from kg.extract.timex.calendar import Period
from kg.extract.timex.context import Context
from kg.extract.timex.grammar import Match
from kg.extract.timex.reading import Reading, plain

OF_A_DAY = frozenset({"part", "shifted-part", "clock", "half-past", "midnight", "evening-before"})
"""Readings that take their day from the context; they are nothing to count from."""


def read_reference(match: Match, context: Context) -> Period | None:
    value = match.get("reference")
    return plain(value) if value else None


def _always(value: str | None) -> Reading:
    def read(match: Match, context: Context) -> Period | None:
        return plain(value) if value else None

    return read


READINGS: dict[str, Reading] = {
    "date": dates.read_date,
    "month": dates.read_month,
    "year": dates.read_year,
    "short-year": dates.read_short_year,
    "before-christ": dates.read_before_christ,
    "bare-year": dates.read_bare_year,
    "season-span": dates.read_season_span,
    "decade": dates.read_decade,
    "decade-of-a-century": dates.read_decade_of_a_century,
    "century": dates.read_century,
    "quarter": dates.read_quarter,
    "half-year": dates.read_half_year,
    "season": dates.read_season,
    "weekday-of-a-month": dates.read_weekday_of_a_month,
    "holiday": dates.read_holiday,
    "deictic": relative.read_deictic,
    "deictic-adjective": relative.read_deictic_adjective,
    "weekday": relative.read_weekday,
    "night-before": relative.read_night_before,
    "night-of": relative.read_weekday,
    "weekend": relative.read_weekend,
    "shifted": relative.read_shifted,
    "neighbour": relative.read_neighbour,
    "year-adjective": relative.read_year_adjective,
    "a-year-ago": relative.read_a_year_ago,
    "following": relative.read_following,
    "following-weekday": relative.read_following_weekday,
    "later": relative.read_later,
    "one-unit-later": relative.read_one_unit_later,
    "day-after": relative.read_day_after,
    "evening-before": relative.read_evening_before,
    "part": clock.read_part,
    "shifted-part": clock.read_shifted_part,
    "told-day": clock.read_told_day,
    "midnight": clock.read_midnight,
    "clock": clock.read_clock,
    "half-past": clock.read_half_past,
    "clock-each": clock.read_clock_each,
    "reference": read_reference,
    "duration": durations.read_duration,
    "long": durations.read_long,
    "ago": relative.read_ago,
    "ahead": relative.read_ahead,
    "within": relative.read_within,
    "first-months": relative.read_first_months,
    "shifted-units": durations.read_shifted_units,
    "some": durations.read_some,
    "counted": durations.read_counted,
    "one-unit": durations.read_one_unit,
    "every": durations.read_every,
    "every-part": durations.read_every_part,
    "every-season": durations.read_every_season,
    "every-month-of-the-year": durations.read_every_month_of_the_year,
    "every-weekday": durations.read_every_weekday,
    "frequency": durations.read_frequency,
    "present": _always("PRESENT_REF"),
    "future": _always("FUTURE_REF"),
    "weekend-long": _always("P1WE"),
    "every-weekend": _always("XXXX-WXX-WE"),
    "quarter-century": _always("P25Y"),
    "quarter-year": _always("P3M"),
    "half-hour": _always("PT30M"),
    "quarter-hour": _always("PT15M"),
    "three-quarter-hour": _always("PT45M"),
    "some-day": _always("XXXX-XX-XX"),
    "every-month": _always("P1M"),
    "workdays": _always("P1D"),
    "offset": _always(None),  # read last, by `find_offsets`
    "none": _always(None),
}
