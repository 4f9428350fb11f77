"""Times that a predicate cannot have: a day to come for what has happened, two days that are not the same.

The time then belongs to an event noun of the clause: "kündigte seinen Rücktritt zum 1. Mai an".
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.extract.event_nouns import is_event_noun
from kg.extract.event_order import noun_before
from kg.extract.event_status import is_past
from kg.extract.syntax import children, verb_lemma
from kg.extract.timex.grammar import word_value
from kg.facts import TimeExpression
from kg.lexicon.reporting import verbs_by_lemma

RULE = "noun of another time"
STALE = 365
"""Days after which what somebody said is hardly news with its day."""
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


def with_joined(
    dated: Mapping[int, Mapping[int, str]], times: Sequence[TimeExpression], text: str
) -> dict[int, dict[int, str]]:
    """Times by trigger, where one that dates nothing goes with the one it is joined to: "am 11. und 12. Juli"."""
    found = {i: dict(rules) for i, rules in dated.items()}
    used = {index for rules in dated.values() for index in rules}
    for a, b in pairwise(i for i, t in enumerate(times) if not t.implied):
        if (a in used) == (b in used) or not _joined(times[a], times[b], text) or not _alike(times[a], times[b]):
            continue
        first, second = (a, b) if a in used else (b, a)
        for rules in found.values():
            if first in rules:
                rules.setdefault(second, rules[first])
    return found


def _alike(first: TimeExpression, second: TimeExpression) -> bool:
    return first.kind is second.kind and len(first.value) == len(second.value)


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
    if any(_differs(times[j], time, doc.text) for j in rules):
        return noun
    return noun if _is_long_ago(time, today) and verb_lemma(verb) in verbs_by_lemma() else None


def _is_long_ago(time: TimeExpression, today: str | None) -> bool:
    """Whether a day is that of what is talked about: "nannte das Spiel am 14. Oktober 2000"."""
    if today is None or time.latest is None or time.earliest != time.latest:
        return False
    return (date.fromisoformat(today) - date.fromisoformat(time.latest)).days > STALE


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
