"""The German grammar of time expressions: tables of words and rules made into regular expressions.

A rule's `pattern` is a regular expression with two additions: `{kind}` stands for any word of that kind of the word
tables (a group of that name; `{kind:2}` for a second one in the rule, `{~kind}` without a group), and «…» marks the
expression's extent inside its context. A space matches any white space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pydantic import ConfigDict

from kg.facts import Span, TimexType
from kg.lexicon import read_table

WORD_TABLES = ("times_calendar", "times_numbers", "times_words")
RULE_TABLES = ("times_dates", "times_relative", "times_durations")
FIGURES = {
    "day": r"0?[1-9]|[12]\d|3[01]",
    "monthnumber": r"0?[1-9]|1[0-2]",
    "year": r"1\d{3}|20\d{2}",
    "shortyear": r"\d{2}",
    "hour": r"[01]?\d|2[0-4]",
    "minute": r"[0-5]\d",
    "decade": r"(?:1\d|20)?[1-9]0|2000",
    "figures": r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?",
}
"""Figures in regular expressions; everything in words is in the tables."""


@dataclass(frozen=True, slots=True)
class TimeWord:
    __pydantic_config__ = ConfigDict(extra="forbid")

    kind: str
    form: str
    value: str
    example: str


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One construction.

    Attributes:
        reading: name of the function that gives it a value (`kg.extract.timex.readings.READINGS`).
        expect: what the example gives when published on Wednesday, 2010-06-16, as "expression = value" or, where the
            words imply a time that they do not write, "expression implies value".
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: str
    pattern: str
    reading: str
    type: TimexType
    example: str
    expect: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits the text, before it has a value.

    Attributes:
        order: the rule's place in the tables.
        context: length of everything that the rule looked at.
    """

    rule: TimeRule
    span: Span
    order: int
    context: int
    text: str
    groups: tuple[tuple[str, str], ...]

    def raw(self, name: str) -> str | None:
        """What the group matched, or None."""
        return dict(self.groups).get(name)

    def get(self, name: str) -> str | None:
        """Value of the word that the group matched; figures stand for themselves."""
        raw = self.raw(name)
        if raw is None:
            return None
        kind = name.split("_")[0]
        return raw if kind in FIGURES or kind == "number" else word_value(kind, raw)

    def number(self, name: str) -> int | None:
        """The group's value as a whole number, or None."""
        value = self.get(name)
        return int(value) if value is not None and re.fullmatch(r"-?\d+", value) else None


@cache
def words() -> tuple[TimeWord, ...]:
    return tuple(w for table in WORD_TABLES for w in read_table(table, TimeWord))


@cache
def rules() -> tuple[TimeRule, ...]:
    return tuple(r for table in RULE_TABLES for r in read_table(table, TimeRule))


@cache
def _forms(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(_form(w.form)), w.value) for w in words() if w.kind == kind)


@lru_cache(maxsize=100_000)
def word_value(kind: str, text: str) -> str | None:
    """Value of a word of a kind, or None if it is no such word."""
    text = re.sub(r"\s+", " ", text)
    return next((value for form, value in _forms(kind) if form.fullmatch(text)), None)


def _form(form: str) -> str:
    """Lower-case words also match with a capital: they can begin a sentence."""
    return f"[{form[0]}{form[0].upper()}]{form[1:]}" if form[0].islower() else form


@cache
def _alternatives(kind: str) -> str:
    if kind in FIGURES:
        return FIGURES[kind]
    if kind == "number":
        return "|".join([FIGURES["figures"], _number_words()])
    forms = [_form(w.form) for w in words() if w.kind == kind]
    if not forms:
        raise KeyError(f"no word of kind {kind!r} in the tables of times")
    return "|".join(sorted(forms, key=lambda f: (-len(f), f)))


@cache
def _number_words() -> str:
    digit, teen, tens = ("|".join(w.form for w in words() if w.kind == k) for k in ("digit", "teen", "tens"))
    cardinal = rf"(?i:(?:{digit})und(?:{tens})|(?:{digit})(?:einhalb|{tens})|{teen}|{tens}|{digit})"
    return "|".join([cardinal, _alternatives("amount"), _alternatives("vague")])


@lru_cache(maxsize=10_000)
def amount(text: str) -> float | None:
    """A number in figures or words; None for a vague one ("einige").

    Source: German numerals as in the table `times_numbers`.
    """
    low = re.sub(r"\s+", " ", text.lower())
    if re.fullmatch(FIGURES["figures"], low):
        return float(low.replace(".", "").replace(",", "."))
    for kind in ("teen", "tens", "amount", "digit"):
        value = word_value(kind, low)
        if value is not None:
            return float(value)
    for w in (w for w in words() if w.kind == "digit" and low.startswith(w.form)):
        rest = low[len(w.form) :]
        if rest == "einhalb":
            return float(w.value) + 0.5
        tens = word_value("tens", rest.removeprefix("und"))
        if tens is not None:
            return float(w.value) + float(tens) if rest.startswith("und") else float(w.value) * float(tens)
    return None


def _expand(pattern: str) -> str:
    used: dict[str, int] = {}

    def group(m: re.Match[str]) -> str:
        kind, index = m["kind"], m["index"]
        alternatives = _alternatives(kind)
        if m["plain"]:
            return f"(?:{alternatives})"
        name = f"{kind}_{index}" if index else kind
        used[name] = used.get(name, 0) + 1
        return f"(?P<{name}{f'__{used[name]}' if used[name] > 1 else ''}>{alternatives})"

    pattern = re.sub(r"\{(?P<plain>~)?(?P<kind>[a-z]+)(?::(?P<index>\d))?\}", group, pattern)
    pattern = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
    return pattern.replace("«", r"(?<![\w])(?P<timex>").replace("»", r")(?!\w)")


@cache
def _compiled() -> tuple[tuple[TimeRule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(_expand(rule.pattern))) for rule in rules())


def matches(text: str) -> Iterator[Match]:
    """Everything that a rule fits, rule by rule; matches may overlap."""
    for order, (rule, pattern) in enumerate(_compiled()):
        for m in pattern.finditer(text):
            groups = tuple((k, v) for k, v in m.groupdict().items() if v is not None and k != "timex")
            groups = tuple((k.split("__")[0], v) for k, v in groups)
            yield Match(rule, Span(*m.span("timex")), order, len(m[0]), m["timex"], groups)
