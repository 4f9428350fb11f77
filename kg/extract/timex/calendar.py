"""Calendar arithmetic for TIMEX3 values: periods counted from a reference that may itself be a stretch of days.

An article dated "2022-01" appeared on some day of that month. A value relative to it is computed for the first and for
the last of these days; where both agree it is certain, otherwise the part that differs is masked with X and the two
results bound it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

GRAINS = {"D": "days", "W": "weeks", "WE": "weeks", "MO": "months", "Q": "months", "Y": "years"}
FACTORS = {"Q": 3, "DE": 10, "CE": 100}
AGAINST = 3
"""A day without its year in two weeks is meant rather than the one fifty weeks ago, even where the clause looks back
(KRAUTS: announcements in a clause with a past participle)."""
STRONGLY_AGAINST = 8
"""The same where the clause's own verb is a preterite: five days ahead may still be a tagger's error ("laden")."""
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


@dataclass(frozen=True, slots=True)
class Period:
    """A TIMEX3 value with the days that bound it and its unit (`D`, `W`, `WE`, `MO`, `Q`, `Y`, `DE`, `CE`, …)."""

    value: str
    grain: str
    earliest: date | None = None
    latest: date | None = None

    @property
    def days(self) -> "Reference | None":
        """The period as a reference to count from."""
        if self.earliest is None or self.latest is None:
            return None
        return Reference(self.earliest, self.latest)

    def part(self, suffix: str) -> "Period":
        """A part of the day or an hour on it: `2001-05-01` with `TEV` is `2001-05-01TEV`."""
        return replace(self, value=self.value + suffix)


@dataclass(frozen=True, slots=True)
class Reference:
    """The first and the last day that "today" can be."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        return self.first == self.last


def read_date(text: str | None) -> Reference | None:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD` as the days it covers; None for anything else."""
    m = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text or "")
    if m is None:
        return None
    try:
        first = date(int(m[1]), int(m[2] or 1), int(m[3] or 1))
    except ValueError:
        return None
    if m[3]:
        return Reference(first, first)
    return month(first.year, first.month).days if m[2] else year(first.year).days


def day(d: date) -> Period:
    return Period(d.isoformat(), "D", d, d)


def month(y: int, m: int) -> Period:
    first = date(y, m, 1)
    return Period(f"{y:04}-{m:02}", "MO", first, first + relativedelta(day=31))


def stretch(first: Period, last: Period) -> Period:
    """What lies from one period to another, both included, as an interval of EDTF: `2010/2012`."""
    return Period(f"{first.value}/{last.value}", "SPAN", first.earliest, last.latest)


def year(y: int) -> Period:
    return Period(f"{y:04}", "Y", date(y, 1, 1), date(y, 12, 31))


def decade(y: int) -> Period:
    return Period(f"{y // 10:03}", "DE", date(y // 10 * 10, 1, 1), date(y // 10 * 10 + 9, 12, 31))


def century(y: int) -> Period:
    """The hundred years that share the year's first two digits."""
    c = y // 100
    return Period(f"{c:02}", "CE", date(max(1, c * 100), 1, 1), date(c * 100 + 99, 12, 31))


def part_of_year(y: int, n: int, of: int) -> Period:
    """The n-th quarter (`of` 4) or half (`of` 2) of a year.

    Raises:
        ValueError: there is no such part.
    """
    length = 12 // of
    first = date(y, (n - 1) * length + 1, 1)
    name = "Q" if of == 4 else "H"
    return Period(f"{y:04}-{name}{n}", "Q", first, first + relativedelta(months=length - 1, day=31))


def season(y: int, name: str) -> Period:
    """A season of a year; its winter is the one that begins in it."""
    a, b = SEASON_MONTHS[name]
    first = date(y, a, 1)
    return Period(f"{y:04}-{name}", "SE", first, first + relativedelta(months=b - a, day=31))


def holiday(y: int, rule: str) -> Period:
    """A holiday by the lexicon's rule: `12-25`, `E-2` (from Easter Sunday), `A-7` (from the fourth Advent Sunday)."""
    if rule[0] == "E":
        return day(easter(y) + timedelta(days=int(rule[1:])))
    if rule[0] == "A":
        eve = date(y, 12, 24)
        return day(eve - timedelta(days=eve.isoweekday() % 7) + timedelta(days=int(rule[1:])))
    return day(date(y, int(rule[:2]), int(rule[3:])))


def containing(grain: str, d: date) -> Period:
    """The week, month, … that holds a day."""
    if grain == "MO":
        return month(d.year, d.month)
    if grain == "Q":
        return part_of_year(d.year, (d.month + 2) // 3, 4)
    if grain in ("Y", "DE", "CE"):
        return {"Y": year, "DE": decade, "CE": century}[grain](d.year)
    if grain in ("W", "WE"):
        iso = d.isocalendar()
        monday = d - timedelta(days=iso.weekday - 1)
        name = f"{iso.year:04}-W{iso.week:02}"
        if grain == "WE":
            return Period(name + "-WE", "WE", monday + timedelta(days=5), monday + timedelta(days=6))
        return Period(name, "W", monday, monday + timedelta(days=6))
    return day(d)


def moved(d: date, grain: str, n: int) -> date:
    """The day n units later.

    Raises:
        ValueError: outside the calendar.
        OverflowError: far outside the calendar.
    """
    n *= FACTORS.get(grain, 1)
    name = GRAINS.get(grain, "years")
    step = {
        "days": relativedelta(days=n),
        "weeks": relativedelta(weeks=n),
        "months": relativedelta(months=n),
        "years": relativedelta(years=n),
    }[name]
    return d + step


def shifted(reference: Reference, grain: str, n: int) -> Period:
    """The unit that lies n units from the one around the reference."""
    return over(reference, lambda d: containing(grain, moved(d, grain, n)))


def over(reference: Reference, at: Callable[[date], Period]) -> Period:
    """What `at` gives for every day of the reference: itself if certain, else masked and bounded."""
    a, b = at(reference.first), at(reference.last)
    if a == b:
        return a
    return Period(common_value(a.value, b.value), a.grain, a.earliest, b.latest)


def common_value(a: str, b: str) -> str:
    """The value that two results share, with X for what differs: `2021-12-31`, `2021-11-30` -> `2021-XX-XX`."""
    left, right = re.split(r"(-|T)", a), re.split(r"(-|T)", b)
    same = True
    out: list[str] = []
    for i, piece in enumerate(left):
        if piece == "T":
            return "".join(out) + "".join(left[i:])
        same = same and i < len(right) and piece == right[i]
        out.append(piece if same else re.sub(r"\d", "X", piece))
    return "".join(out)


def chosen(periods: list[Period], today: date, direction: int) -> Period:
    """Of periods in order of time the nearest; those against the direction count as `AGAINST` times as far."""

    def distance(p: Period) -> int:
        if p.earliest is None or p.latest is None or p.earliest <= today <= p.latest:
            return 0
        ahead = p.earliest > today
        days = (p.earliest - today).days if ahead else (today - p.latest).days
        against = AGAINST if abs(direction) == 1 else STRONGLY_AGAINST
        return days * (against if direction and ahead != (direction > 0) else 1)

    return min(periods, key=distance)


def _holds(period: Period, d: date) -> bool:
    return period.earliest is not None and period.latest is not None and period.earliest <= d <= period.latest


def yearly(reference: Reference, of_year: Callable[[int], Period], direction: int, *, strict: bool = False) -> Period:
    """A month, season or holiday without its year, in the direction that the text looks.

    Args:
        strict: not the one that holds the reference: "im vergangenen Sommer" in July.
    """

    def at(today: date) -> Period:
        found = []
        for y in range(max(1, today.year - 4), min(9999, today.year + 5)):
            try:
                period = of_year(y)
                if not strict or not _holds(period, today):
                    found.append(period)
            except ValueError:  # 29 February outside leap years
                continue
        if not found:
            raise ValueError("no such day in these years")
        return chosen(found, today, direction)

    found, last = over(reference, at), at(reference.last)
    if found.value[:4] == "XXXX" and at(reference.first).value[4:] == last.value[4:]:
        return replace(found, value="XXXX" + last.value[4:])
    return found


def weekday(reference: Reference, number: int, direction: int, strict: bool = False) -> Period:
    """The nearest day of that name in a direction, the day itself included unless `strict`; nearest either way for 0.

    Where the reference is not one day, the value only says which weekday it is, and the bounds say between which days.
    """

    def at(today: date) -> Period:
        ahead = (number - today.isoweekday()) % 7
        behind = -((today.isoweekday() - number) % 7)
        if strict and ahead == 0:
            ahead, behind = 7, -7
        step = ahead if direction > 0 or (direction == 0 and ahead < -behind) else behind
        return day(today + timedelta(days=step))

    found = over(reference, at)
    if not reference.exact:
        return replace(found, value=f"XXXX-WXX-{number}")
    return found
