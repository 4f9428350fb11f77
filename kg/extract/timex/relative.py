"""Readings of times that count from the publication or from a time told before."""

import re
from datetime import date

from kg.extract.event_nouns import names_event
from kg.extract.syntax import clause_head, feature, finite
from kg.extract.timex import calendar
from kg.extract.timex.calendar import Period, Reference
from kg.extract.timex.context import REMEMBERED, SURELY_PAST, Context
from kg.extract.timex.dates import read_date
from kg.extract.timex.grammar import Match, amount, word_value
from kg.extract.timex.reading import CLOCK_UNITS, masked, plain, unit_of

STORY_OF_A_DAY = 6
"""Sentences in which a weekday can mean one that was told by its date."""
RECENT = 14
"""Days back that a weekday can mean such a day."""


def read_deictic(match: Match, context: Context) -> Period | None:
    raw = match.raw("deictic")
    adjective = match.get("deicticadj")
    offset = int(adjective if adjective is not None else match.get("deictic") or 0)
    if raw is not None and raw[0].isupper() and not context.begins_sentence(match.span.start):
        return None
    if raw is not None and offset == 0 and match.text == raw and _means_nowadays(match, context):
        return plain("PRESENT_REF")
    part = match.get("part") or match.get("partlow")
    suffix = "T" + part if part else ""
    if context.reference is None:
        return masked().part(suffix)
    return calendar.shifted(context.reference, "D", offset).part(suffix)


def _means_nowadays(match: Match, context: Context) -> bool:
    """Whether "heute" stands with a state ("ist heute ein Museum"), not with something done today."""
    token = context.token(match.span.start)
    if token is None or not context.parsed:
        return False
    verb = clause_head(token)
    main = finite(verb)
    if main is None:
        return False
    if feature(main, "Tense") == "Past":  # "heute würde er anders handeln"
        return feature(main, "Mood") == "Sub" and word_value("hypothetical", main.lemma_) is not None
    only = main.i == verb.i or main.dep_ == "cop"
    return only and word_value("stative", main.lemma_) is not None


def read_deictic_adjective(match: Match, context: Context) -> Period | None:
    """ "heutige" means the present but for what happens today ("der heutige Beschluss"); "gestrige" is a day."""
    offset = match.number("deicticadj")
    following = re.match(r"\s+(?:[a-zäöüß]+\s+)?([A-ZÄÖÜ][\w-]+)", context.right(match.span))
    if offset is None or (not offset and not (following and names_event(following[1]))):
        return plain("PRESENT_REF")
    return calendar.shifted(context.reference, "D", offset) if context.reference else masked()


def read_weekday(match: Match, context: Context) -> Period | None:
    number = match.number("weekday")
    if number is None:
        return None
    part = match.get("partlow") or match.get("part")
    suffix = "T" + part if part else ""
    if context.reference is None:
        return plain(f"XXXX-WXX-{number}{suffix}")
    weeks = match.number("shift_2")
    if weeks is not None:
        monday = calendar.shifted(context.reference, "W", weeks).earliest
        if monday is None or not context.reference.exact:
            return plain(f"XXXX-WXX-{number}{suffix}")
        return calendar.weekday(Reference(monday, monday), number, 1).part(suffix)
    shift = match.number("shift")
    direction = shift or context.direction(match.span)
    told = _weekday_told(number, context, match.span.start) if direction < 0 and shift is None else None
    if told is not None:
        return told.part(suffix)
    found = calendar.weekday(context.reference, number, direction, strict=bool(shift))
    if shift is not None and abs(shift) > 1 and found.days is not None and found.days.exact:
        found = calendar.shifted(found.days, "D", 7 * (shift // abs(shift)))
    return found.part(suffix)


def _weekday_told(number: int, context: Context, at: int) -> Period | None:
    """A day of the last weeks that the story has told by its date: "am 16. und 17. Februar … Am Samstag"."""
    here = context.sentence(at)
    for place, period in reversed(context.seen[-REMEMBERED:]):
        if here - context.sentence(place) > STORY_OF_A_DAY:
            return None
        day = period.earliest if period.grain == "D" else None
        if day is None or day != period.latest or day.isoweekday() != number or context.reference is None:
            continue
        return calendar.day(day) if 0 <= (context.reference.last - day).days <= RECENT else None
    return None


def read_following_weekday(match: Match, context: Context) -> Period | None:
    """ "am folgenden Montag": after the day told last."""
    number, step = match.number("weekday"), match.number("follow") or 1
    told = context.before(match.span.start, 6, "D")
    if number is None or told is None or told.days is None:
        return read_weekday(match, context)
    return calendar.weekday(told.days, number, step, strict=True)


def read_night_before(match: Match, context: Context) -> Period | None:
    """A night belongs to the day on which it began: "in der Nacht zum Dienstag" is Monday's."""
    morning = read_date(match, context) if match.get("month") else read_weekday(match, context)
    if morning is None or morning.days is None or not morning.days.exact:
        return None
    return calendar.shifted(morning.days, "D", -1)


def read_weekend(match: Match, context: Context) -> Period | None:
    if context.reference is None:
        return plain("XXXX-WXX-WE")
    shift = match.number("shift")
    direction = shift or context.direction(match.span)
    strict = 1 if shift else 0

    def at(today: date) -> Period:
        saturday = (today.isoweekday() - 6) % 7
        n = 0 if saturday <= 1 and not strict else direction
        if n < 0 and today.isoweekday() < 6:
            return calendar.containing("WE", calendar.moved(today, "W", -1))
        if n > 0 and today.isoweekday() < 6:
            return calendar.containing("WE", today)
        return calendar.containing("WE", calendar.moved(today, "W", n))

    return calendar.over(context.reference, at)


def read_shifted(match: Match, context: Context) -> Period | None:
    """ "vergangene Woche", "Ende des Jahres", "im Laufe der Woche"."""
    unit = unit_of(match)
    shift = match.number("shift") or 0
    if unit is None or unit in CLOCK_UNITS:
        return None
    if unit == "D":
        return read_following(match, context) if match.get("shift") is not None else None
    if context.reference is None:
        return plain("XXXX" if unit in ("Y", "DE", "CE") else "XXXX-XX" if unit == "MO" else "XXXX-WXX")
    story = _told_in_the_past(match, context, unit, shift)
    if story is not None:
        return calendar.shifted(story, unit, shift)
    if shift == 0 and unit == "Y":
        told = context.before(match.span.start, 1, "D MO Y SE")
        bare = match.get("shift") is None and match.get("unitphase") is None
        if bare and told is not None and told.days is not None and told.days.last.year < context.year:
            return calendar.year(told.days.first.year)
    return calendar.shifted(context.reference, unit, shift)


def _told_in_the_past(match: Match, context: Context, unit: str, shift: int) -> Reference | None:
    """The day or year just told that a story goes on from: "1989 … Im nächsten Jahr zog sie fort"."""
    if context.reference is None or match.get("shift") is None or shift not in (0, 1) or unit not in ("W", "MO", "Y"):
        return None
    told = context.before(match.span.start, 1, "Y" if shift == 0 else "D MO Y")
    days = told.days if told is not None else None
    if days is None or days.last.year >= context.year - 1:
        return None
    return days if context.direction(match.span) == SURELY_PAST else None


def read_neighbour(match: Match, context: Context) -> Period | None:
    """ "Vorjahr", "Vortag": beside the time told last for days, beside the publication for longer units."""
    value = match.get("neighbour")
    if value is None:
        return None
    unit, step = value[:-2], int(value[-2:])
    told = context.before(match.span.start, 6, "D") if unit == "D" else context.before(match.span.start, 1, "D MO Y")
    base = told.days if told is not None and (unit == "D" or step > 0) else None
    base = base or context.reference
    return calendar.shifted(base, unit, step) if base else masked()


def read_year_adjective(match: Match, context: Context) -> Period | None:
    offset = match.number("yearadj") or 0
    return calendar.shifted(context.reference, "Y", offset) if context.reference else plain("XXXX")


def read_a_year_ago(match: Match, context: Context) -> Period | None:
    return calendar.shifted(context.reference, "Y", -1) if context.reference else plain("XXXX")


def read_following(match: Match, context: Context) -> Period | None:
    """ "am folgenden Tag", "das Jahr darauf", "am selben Abend": counted from the time told last."""
    unit = unit_of(match)
    if unit is None or unit in CLOCK_UNITS:
        return None
    step = match.number("follow") or match.number("later") or match.number("shift") or 0
    told = context.before(match.span.start, 6 if unit == "D" else 3)
    if told is not None and step == 0 and unit == "D" and told.days is not None and not told.days.exact:
        return told  # "Anfang November … an diesem Tag": one of its days
    base = told.days if told is not None else None
    if base is None:
        base = context.reference
    return calendar.shifted(base, unit, step) if base else masked()


def read_later(match: Match, context: Context) -> Period | None:
    """ "zwei Tage später": counted from the time told last."""
    unit, number = unit_of(match), amount(match.raw("number") or "")
    step = match.number("later") or 1
    if unit in CLOCK_UNITS:
        return plain("XXXX-XX-XXTXX:XX")
    told = context.before(match.span.start, 3)
    if unit is None or number is None or number != int(number) or told is None or told.days is None:
        return masked()
    return calendar.shifted(told.days, unit, int(number) * step)


def read_one_unit_later(match: Match, context: Context) -> Period | None:
    """ "ein knappes Jahr später"."""
    unit, told = unit_of(match), context.before(match.span.start, 3)
    if unit is None or unit in CLOCK_UNITS or told is None or told.days is None:
        return masked()
    return calendar.shifted(told.days, unit, match.number("later") or 1)


def read_day_after(match: Match, context: Context) -> Period | None:
    """ "tags darauf", "tags zuvor"."""
    told = context.before(match.span.start, 6, "D")
    if told is None or told.days is None:
        return masked()
    return calendar.shifted(told.days, "D", match.number("later") or 1)


def read_evening_before(match: Match, context: Context) -> Period | None:
    told = context.before(match.span.start, 6, "D")
    base = (told.days if told is not None else None) or context.reference
    return (calendar.shifted(base, "D", -1) if base else masked()).part("TEV")


def read_ahead(match: Match, context: Context) -> Period | None:
    """The time that lies so far ahead; "baute in zwei Wochen ein Haus" took so long."""
    unit, number = unit_of(match), amount(match.raw("number") or "")
    if unit is None or number is None or number != int(number) or context.reference is None or unit in CLOCK_UNITS:
        return None
    return calendar.shifted(context.reference, unit, int(number)) if context.direction(match.span) > 0 else None


def read_ago(match: Match, context: Context) -> Period | None:
    """The time that lies so long ago, as precise as its unit: "vor zwei Wochen" is a week."""
    unit, number = unit_of(match), amount(match.raw("number") or "")
    if number is None:
        context.vague.append(match.span.end)
    if unit is None or number is None or number != int(number) or context.reference is None or unit in CLOCK_UNITS:
        return None
    return calendar.shifted(context.reference, unit, -int(number))


def read_within(match: Match, context: Context) -> Period | None:
    """The stretch that a number of units ahead or back covers; "baute innerhalb von zwei Jahren" tells none."""
    unit, number = unit_of(match), amount(match.raw("number") or "")
    if unit is None or number is None or number != int(number) or context.reference is None or unit in CLOCK_UNITS:
        return None
    way = match.number("shift") or context.direction(match.span)
    if match.raw("shift") is None and way < 0:
        return None
    now = calendar.shifted(context.reference, unit, 0)
    then = calendar.shifted(context.reference, unit, int(number) * (1 if way > 0 else -1))
    return calendar.stretch(*((now, then) if way > 0 else (then, now)))


def read_first_months(match: Match, context: Context) -> Period | None:
    """ "in den ersten neun Monaten 2009"."""
    year, number = match.number("year"), amount(match.raw("number") or "")
    if year is None or number is None or number not in range(1, 13):
        return None
    return calendar.stretch(calendar.month(year, 1), calendar.month(year, int(number)))
