"""The days that a date of any precision stands for."""

import re
from calendar import monthrange

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d)(?:T\S*)?)?)?")


def bounds(date: str | None) -> tuple[str, str] | None:
    """First and last day (ISO) of a year, a month, a day or a time of day; None for anything else."""
    match = _DATE.fullmatch(date or "")
    if not match or match["year"] == "0000":
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    last = monthrange(int(year), int(month))[1]
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{last:02}"
    return (f"{year}-{month}-{day}",) * 2 if 1 <= int(day) <= last else None
