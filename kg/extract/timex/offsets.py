"""Days counted from an event: "zwei Tage nach der Wahl".

Where the sentence tells the day of what happened then ("Einen Tag nach der Wahl trat sie gestern zurück"), the event's
own day follows; else the clause's day follows from the day that was told last.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kg.extract.timex import calendar
from kg.extract.timex.context import Context
from kg.extract.timex.grammar import Match, amount
from kg.extract.timex.reading import unit_of
from kg.facts import TimeExpression, TimexType

OF_EVENT, OF_CLAUSE = "offset of an event", "offset of a clause"
STORY = 6
"""Sentences back in which the event's day was told."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def find_offsets(
    matches: Sequence[Match], found: Sequence[TimeExpression], context: Context
) -> Iterator[TimeExpression]:
    """The days that the words imply."""
    days = [t for t in found if DAY.fullmatch(t.value)]
    for match in matches:
        unit, number, way = unit_of(match), amount(match.raw("number") or "1"), match.number("offset")
        if unit not in (None, "D") or number is None or number != int(number) or way is None:
            continue
        if _after_preposition(match, context):
            continue
        here = context.sentence(match.span.start)
        same = [t for t in days if context.sentence(t.span.start) == here and not match.span.covers(t.span)]
        told = context.before(match.span.start, STORY, "D")
        then = next((t for t in same if _is_of_what_follows(t, match, context.text)), None)
        if then is not None:
            yield _implied(match, date.fromisoformat(then.value), -int(number) * way, OF_EVENT)
        elif not same and told is not None and told.earliest is not None and told.earliest == told.latest:
            yield _implied(match, told.earliest, int(number) * way, OF_CLAUSE)


def _after_preposition(match: Match, context: Context) -> bool:
    """Whether the number belongs to another phrase: "reiste vor zwei Tagen nach Rom"."""
    first = context.token(match.span.start)
    before = context.doc[first.i - 1] if first is not None and first.i else None
    return match.get("number") is not None and before is not None and before.pos_ == "ADP"


def _is_of_what_follows(day: TimeExpression, match: Match, text: str) -> bool:
    """Whether a day is that of the clause with the offset: behind it or side by side, "gestern, zwei Tage nach …"."""
    return match.span.end <= day.span.start or not re.search(r"\w", text[day.span.end : match.span.start])


def _implied(match: Match, base: date, days: int, rule: str) -> TimeExpression:
    value = calendar.moved(base, "D", days).isoformat()
    return TimeExpression(match.span, value, TimexType.DATE, value, value, rule, implied=True)
