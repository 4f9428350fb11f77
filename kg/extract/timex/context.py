"""What a time expression is read against: publication, earlier times of the text, and where the clause looks."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kg.extract.attributive import PARTICIPLE, enclosing_participle
from kg.extract.event_order import dated_by_order
from kg.extract.syntax import auxiliaries, case_words, children, clause_head, feature, finite, verb_lemma
from kg.extract.timex.calendar import Period, Reference
from kg.extract.timex.grammar import word_value
from kg.facts import Span

SURELY_PAST, PAST, FUTURE, NEAREST = -2, -1, 1, 0
STORY = 5
"""Sentences between two hours of one story."""
NEAR = 60
"""Characters around an expression that its readings look at."""
REMEMBERED = 40
"""Times that are looked through for the one told last: a text of one endless sentence must not take quadratic time."""


@dataclass
class Context:
    """The article as the readings see it; grows by every expression that is read.

    Attributes:
        reference: the days on which the article can have appeared.
        seen: times read so far, with the place where each ends.
        clocked: where the last hour of a day that was told ends, and that day.
        sets: where the sets read so far end ("jeden Montag").
        vague: where the times read so far end that tell no day ("vor einigen Tagen").
        parsed: whether tense can be asked.
    """

    doc: Doc
    reference: Reference | None
    seen: list[tuple[int, Period]] = field(default_factory=list)
    clocked: tuple[int, Period] | None = None
    sets: list[int] = field(default_factory=list)
    vague: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = self.doc.text
        self.parsed = self.doc.has_annotation("DEP")
        self._starts = [t.idx for t in self.doc]
        self._sentences = self._sentence_starts()

    def _sentence_starts(self) -> list[int]:
        if self.doc.has_annotation("SENT_START"):
            return [s.start_char for s in self.doc.sents]
        return [0, *(m.end() for m in re.finditer(r"[.!?][\"“”»«]?\s+(?=[A-ZÄÖÜ„\"»])", self.text))]

    @property
    def year(self) -> int:
        """Year of the publication, 0 if unknown."""
        return self.reference.last.year if self.reference else 0

    def token(self, start: int) -> Token | None:
        """The token at or before a character."""
        i = bisect_right(self._starts, start) - 1
        return self.doc[i] if i >= 0 else None

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that a span touches."""
        first = self.token(span.start)
        if first is None:
            return []
        end = next((t.i for t in self.doc[first.i :] if t.idx >= span.end), len(self.doc))
        return list(self.doc[first.i : end])

    def left(self, span: Span) -> str:
        """The text just before a span."""
        return self.text[max(0, span.start - NEAR) : span.start]

    def right(self, span: Span) -> str:
        """The text just after a span."""
        return self.text[span.end : span.end + NEAR]

    def sentence(self, at: int) -> int:
        """Number of the sentence that holds a character."""
        return bisect_right(self._sentences, at) - 1

    def begins_sentence(self, at: int) -> bool:
        """Whether nothing but quotation marks and the like stands between a sentence's beginning and the place."""
        before = self.text[max(0, at - NEAR) : at].rstrip(" \t\"'„“”»«‚‘(")
        return not before or before[-1] in ".!?:\n" or at in self._sentences

    def before(self, at: int, reach: int, grains: str = "") -> Period | None:
        """The last time named at most `reach` sentences earlier, of one of the grains (all if empty)."""
        here = self.sentence(at)
        for place, period in reversed(self.seen[-REMEMBERED:]):
            if here - self.sentence(place) > reach:
                return None
            if not grains or period.grain in grains.split():
                return period
        return None

    def _is_dating(self, cue: str, last: Token) -> bool:
        """Whether a day tells of when its noun is: "das Ergebnis vom Sonntag", not "vom Sonntag an"."""
        following = self.doc[last.i + 1].lower_ if last.i + 1 < len(self.doc) else ""
        return word_value("dating", cue) is not None and not word_value("rangeend", following)

    def _is_last(self, places: list[int], at: int) -> bool:
        """Whether the last time of the sentence before a place is one of these."""
        last = self.seen[-1][0] if self.seen else -1
        return bool(places) and places[-1] >= last and self.sentence(places[-1]) == self.sentence(at)

    def running_day(self, at: int) -> Period | None:
        """The past day of a story that is told by the hour ("gegen 8 Uhr … um 18 Uhr"); programmes look ahead."""
        if self.clocked is None or self.sentence(at) - self.sentence(self.clocked[0]) > STORY:
            return None
        day = self.clocked[1]
        past = day.latest is not None and self.reference is not None and day.latest < self.reference.first
        return day if past else None

    def repeats(self, at: int) -> bool:
        """Whether an hour is that of many days: "jeden Montag um 9 Uhr"."""
        return self._is_last(self.sets, at)

    def left_open(self, at: int) -> bool:
        """Whether a part of the day belongs to a day that is not told: "vor einigen Tagen … am Abend"."""
        return self._is_last(self.vague, at)

    def direction(self, span: Span) -> int:
        """Whether the clause looks back (-1) or ahead (1); news looks back where nothing shows it."""
        tokens = self.tokens(span)
        if not tokens or not self.parsed:
            return PAST
        head = next((t for t in tokens if t.head.i < tokens[0].i or t.head.i > tokens[-1].i), tokens[-1])
        cue = self.doc[tokens[0].i - 1].lower_ if tokens[0].i else ""
        if word_value("backward", cue) or (head.dep_ == "nmod" and self._is_dating(cue, tokens[-1])):
            return PAST
        enclosing = enclosing_participle(self.doc[tokens[0].i : tokens[-1].i + 1], frozenset())
        governor = enclosing if enclosing is not None else _governor(head)
        way = _way_of(governor)
        if way == SURELY_PAST and governor.i != head.head.i:  # the time of a noun: "kündigte für die Wahl am … an"
            way = PAST
        noun = dated_by_order(self.doc[tokens[0].i : tokens[-1].i + 1]) or head.head
        if head.dep_ == "nmod" or noun.i != head.head.i:
            ahead = any((word_value("shift", c.lower_) or "0") > "0" for c in noun.children if c.dep_ == "amod")
            if ahead or any(word_value("forward", c) == "1" for c in case_words(noun)):
                return FUTURE
            way = PAST if way == SURELY_PAST else way
        forward = word_value("forward", cue)  # "0": gives way to a clause that looks back ("suchte bis Freitag")
        return FUTURE if forward == "1" or (forward == "0" and way > 0) else way


def _governor(token: Token) -> Token:
    """The verb or participle that a time hangs on."""
    t = token
    while t.head.i != t.i:
        t = t.head
        if t.pos_ in ("VERB", "AUX") or feature(t, "VerbForm") == "Part" or word_value("planned", _participle(t)):
            return t
        if t.dep_ == "amod" and token.i < t.i < t.head.i and PARTICIPLE.search(t.lower_):
            return t
    return t if t.pos_ in ("VERB", "AUX") else clause_head(token)


def _participle(token: Token) -> str:
    """A participle without its adjective ending: "geplanten" -> "geplant"."""
    return re.sub(r"(?<=[td])e[nrms]?$", "", token.lower_)


def _way_of(verb: Token) -> int:
    stem = _participle(verb)
    attributive = stem != verb.lower_ and (verb.dep_ in ("amod", "acl") or PARTICIPLE.search(verb.lower_) is not None)
    if word_value("planned", stem):
        main = finite(verb)
        return FUTURE if attributive or main is None or feature(main, "Tense") != "Past" else PAST
    if attributive:
        return FUTURE if stem.endswith("end") else PAST
    return _way_of_clause(verb)


def _way_of_clause(verb: Token) -> int:
    main = finite(verb)
    if main is None:
        passive = [a for a in children(verb, "aux:pass") if feature(a, "VerbForm") == "Inf"]  # "um gewählt zu werden"
        infinitive = feature(verb, "VerbForm") == "Inf" or bool(passive)
        return FUTURE if infinitive else PAST
    tense, mood = _tense(main), feature(main, "Mood")
    if main.i == verb.i:
        if tense != "Pres" and mood != "Sub":
            told = feature(main, "Tense") == "Past" or word_value("preterite", main.lower_) is not None
            return SURELY_PAST if told and main.pos_ == "VERB" and mood == "Ind" else PAST
        return PAST if word_value("telling", verb_lemma(verb)) else FUTURE
    participle = feature(verb, "VerbForm") == "Part"
    helpers = [*auxiliaries(verb)]
    if participle and any(feature(a, "VerbForm") == "Part" for a in helpers):
        return PAST
    if participle and word_value("perfect", main.lemma_):
        return PAST
    return PAST if tense != "Pres" and mood != "Sub" else FUTURE


def _tense(main: Token) -> str | None:
    """The tagger's tense, but "riss", "sagte" lack a present's "-t", and "trat" is in the table of such preterites."""
    third = feature(main, "Person") == "3" and feature(main, "Number") == "Sing" and feature(main, "Mood") == "Ind"
    past = not main.lower_.endswith("t") or word_value("preterite", main.lower_) is not None
    if third and main.pos_ == "VERB" and past:
        return "Past"
    return feature(main, "Tense")
