"""Calendar arithmetic: periods, and references of more than one day."""

from datetime import date

import pytest

from kg.extract.timex import calendar
from kg.extract.timex.calendar import Period, Reference, read_date

WEDNESDAY = Reference(date(2010, 6, 16), date(2010, 6, 16))
JANUARY = Reference(date(2022, 1, 1), date(2022, 1, 31))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        pytest.param("2022", "2022-01-01", "2022-12-31", id="year"),
        pytest.param("2022-02", "2022-02-01", "2022-02-28", id="month"),
        pytest.param("2024-02", "2024-02-01", "2024-02-29", id="leap-month"),
        pytest.param("2022-02-03", "2022-02-03", "2022-02-03", id="day"),
    ],
)
def test_read_date_covers_what_is_known(written: str, first: str, last: str) -> None:
    assert read_date(written) == Reference(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("written", [None, "", "2022-13", "2022-02-30", "gestern", "0000"])
def test_read_date_refuses_what_is_no_date(written: str | None) -> None:
    assert read_date(written) is None


@pytest.mark.parametrize(
    ("number", "direction", "strict", "expected"),
    [
        pytest.param(1, -1, False, "2010-06-14", id="behind"),
        pytest.param(1, 1, False, "2010-06-21", id="ahead"),
        pytest.param(3, -1, False, "2010-06-16", id="same-day-behind"),
        pytest.param(3, 1, False, "2010-06-16", id="same-day-ahead"),
        pytest.param(3, -1, True, "2010-06-09", id="strictly-behind"),
        pytest.param(3, 1, True, "2010-06-23", id="strictly-ahead"),
        pytest.param(2, 0, False, "2010-06-15", id="nearest-behind"),
        pytest.param(5, 0, False, "2010-06-18", id="nearest-ahead"),
    ],
)
def test_weekday_follows_direction(number: int, direction: int, strict: bool, expected: str) -> None:
    assert calendar.weekday(WEDNESDAY, number, direction, strict).value == expected


@pytest.mark.parametrize(
    ("direction", "earliest", "latest"),
    [
        pytest.param(-1, "2021-12-29", "2022-01-26", id="behind"),
        pytest.param(1, "2022-01-05", "2022-02-02", id="ahead"),
    ],
)
def test_weekday_of_an_unknown_day_is_bounded_not_guessed(direction: int, earliest: str, latest: str) -> None:
    found = calendar.weekday(JANUARY, 3, direction)
    assert found == Period("XXXX-WXX-3", "D", date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize(
    ("grain", "steps", "value", "earliest", "latest"),
    [
        pytest.param("D", 0, "2022-01-XX", "2022-01-01", "2022-01-31", id="today"),
        pytest.param("D", -1, "XXXX-XX-XX", "2021-12-31", "2022-01-30", id="yesterday"),
        pytest.param("W", -1, "XXXX-WXX", "2021-12-20", "2022-01-30", id="last-week"),
        pytest.param("MO", -1, "2021-12", "2021-12-01", "2021-12-31", id="last-month-is-certain"),
        pytest.param("Y", 1, "2023", "2023-01-01", "2023-12-31", id="next-year-is-certain"),
    ],
)
def test_shifted_masks_what_differs(grain: str, steps: int, value: str, earliest: str, latest: str) -> None:
    found = calendar.shifted(JANUARY, grain, steps)
    assert (found.value, str(found.earliest), str(found.latest)) == (value, earliest, latest)


def test_yearly_keeps_the_day_where_only_the_year_is_open() -> None:
    found = calendar.yearly(Reference(date(2022, 1, 1), date(2022, 12, 31)), lambda y: calendar.month(y, 5), -1)
    assert found.value == "XXXX-05"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param("E+0", "2010-04-04", id="easter"),
        pytest.param("E+49", "2010-05-23", id="pentecost"),
        pytest.param("12-24", "2010-12-24", id="fixed"),
        pytest.param("A+0", "2010-12-19", id="fourth-advent"),
        pytest.param("A-32", "2010-11-17", id="day-of-repentance"),
    ],
)
def test_holiday_by_its_rule(rule: str, expected: str) -> None:
    assert calendar.holiday(2010, rule).value == expected


@pytest.mark.parametrize(
    ("period", "value", "earliest", "latest"),
    [
        pytest.param(calendar.containing("W", date(2021, 1, 3)), "2020-W53", "2020-12-28", "2021-01-03", id="iso-week"),
        pytest.param(calendar.containing("WE", date(2010, 6, 16)), "2010-W24-WE", "2010-06-19", "2010-06-20", id="we"),
        pytest.param(calendar.part_of_year(2009, 3, 4), "2009-Q3", "2009-07-01", "2009-09-30", id="quarter"),
        pytest.param(calendar.part_of_year(2009, 2, 2), "2009-H2", "2009-07-01", "2009-12-31", id="half"),
        pytest.param(calendar.season(2009, "WI"), "2009-WI", "2009-12-01", "2010-02-28", id="winter"),
        pytest.param(calendar.decade(1994), "199", "1990-01-01", "1999-12-31", id="decade"),
        pytest.param(calendar.century(1401), "14", "1400-01-01", "1499-12-31", id="century"),
    ],
)
def test_periods_have_value_and_bounds(period: Period, value: str, earliest: str, latest: str) -> None:
    assert (period.value, str(period.earliest), str(period.latest)) == (value, earliest, latest)
