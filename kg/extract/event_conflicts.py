"""Times that a predicate cannot have: a day to come for what has happened, two days that are not the same.

The time then belongs to an event noun of the clause: "kündigte seinen Rücktritt zum 1. Mai an".
"""

import re
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from kg.extract.event_nouns import is_event_noun
from kg.extract.event_order import noun_before
from kg.extract.event_status import is_past
from kg.extract.syntax import children
from kg.extract.timex.grammar import word_value
from kg.facts import TimeExpression

RULE = "noun of another time"
BETWEEN = re.compile(r"[\s.,/–()-]+")
"""Marks between the ends of a range or list of times."""


def told_apart(
    doc: Doc, dated: Mapping[int, Mapping[int, str]], times: Sequence[TimeExpression], today: str | None
) -> dict[int, dict[int, str]]:
    """Times by trigger, those that contradict a verb given to its event noun.

    Args:
        today: ISO day of the publication.
    """
    found: dict[int, dict[int, str]] = {}
    for i, rules in dated.items():
        before: Token | None = None
        for index, rule in rules.items():
            noun = _other(doc, i, index, rules, times, today)
            if noun is None and before is not None and _joined(times[index - 1], times[index], doc.text):
                noun = before
            before = noun
            if noun is None:
                found.setdefault(i, {}).setdefault(index, rule)
            else:
                found.setdefault(noun.i, {}).setdefault(index, RULE)
    return found


def _other(
    doc: Doc, i: int, index: int, rules: Mapping[int, str], times: Sequence[TimeExpression], today: str | None
) -> Token | None:
    verb, time = doc[i], times[index]
    words = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if verb.pos_ not in ("VERB", "AUX") or words is None or time.earliest is None:
        return None
    noun = noun_before(words)
    if today is not None and time.earliest > today and is_past(verb):
        return noun or next((c for c in children(verb, "obj", "nsubj:pass", "obl") if is_event_noun(c)), None)
    return noun if any(_differs(times[j], time, doc.text) for j in rules) else None


def _differs(first: TimeExpression, second: TimeExpression, text: str) -> bool:
    """Whether an earlier time of the clause is another one, not the other end of a range."""
    if first.span.end > second.span.start or None in (first.earliest, first.latest, second.latest):
        return False
    apart = (first.latest or "") < (second.earliest or "") or (second.latest or "") < (first.earliest or "")
    return apart and not _joined(first, second, text)


def _joined(first: TimeExpression, second: TimeExpression, text: str) -> bool:
    """Whether two times are the ends of one range or stand in one list."""
    between = BETWEEN.split(text[first.span.end : second.span.start])
    return all(word_value("joining", w) for w in between if w)
