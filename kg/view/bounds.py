"""Dates as bounds: the first and the last day that a year, a month, a day or an hour may mean."""

import calendar
import re
from datetime import date

_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?")

Bounds = tuple[str, str]
"""ISO days, the first and the last one."""


def bounds(written: str | None) -> Bounds | None:
    """The bounds of `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a date with an hour; None for anything else."""
    match = _WRITTEN.fullmatch(written or "")
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    try:
        first = date(year, month, day)
    except ValueError:
        return None
    if match[3]:
        return first.isoformat(), first.isoformat()
    last_month = month if match[2] else 12
    return first.isoformat(), date(year, last_month, calendar.monthrange(year, last_month)[1]).isoformat()


def hull(parts: list[Bounds]) -> Bounds | None:
    """From the first day of any to the last day of any."""
    if not parts:
        return None
    return min(first for first, _ in parts), max(last for _, last in parts)
