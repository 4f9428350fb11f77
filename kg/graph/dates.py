"""Dates as typed literals, exactly as precise as they are known."""

import re
from datetime import date

from rdflib import Literal

from kg.graph.vocab import XSD

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_HOUR = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)T(?P<hour>[01]\d|2[0-3])(?::(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
)
_PART_OF_DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:T(?:[A-Z]{2}|24(?::00){0,2}))")


def date_literal(written: str) -> Literal | None:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD` as `xsd:gYear`, `xsd:gYearMonth` or `xsd:date`; None for anything else."""
    match = _DAY.fullmatch(written)
    if not match:
        return None
    try:
        date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return None
    kind = XSD.date if match["day"] else XSD.gYearMonth if match["month"] else XSD.gYear
    return Literal(written, datatype=kind, normalize=False)


def timex_literal(value: str) -> Literal | None:
    """The calendar date or time that a TIMEX3 value is certain about, or None: weeks, seasons, `XXXX-WXX-3`, `P3Y`."""
    if (at := _HOUR.fullmatch(value)) and date_literal(at["day"]):
        time = f"{at['hour']}:{at['minute'] or '00'}:{at['second'] or '00'}"
        return Literal(f"{at['day']}T{time}", datatype=XSD.dateTime, normalize=False)
    part = _PART_OF_DAY.fullmatch(value)
    return date_literal(part["day"] if part else value)
