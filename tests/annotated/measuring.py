"""Scores facts against the annotated articles beside this file.

An annotated actor is met by a name that both have; an event by a trigger of the same stem and one of its dates; a
quotation by content that shares half of its words.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from kg.facts import Event, Facts, MentionKind, Polarity, Quotation, Status

ARTICLE_WORD = re.compile(r"^(der|die|das|den|dem|des|ein|eine|einen|einem|einer)\s+")
WORD = re.compile(r"\w+")
TOLD = (Status.ACTUAL, Status.REPORTED_BY_OTHER)
TOLD_NAMES = ("actual", "reported")
POLARITY = {Polarity.OPPOSING: "oppose", Polarity.SUPPORTING: "support"}
SHARED_STEM = 4

Count = tuple[int, int, int]
"""How many are right, were found, are wanted."""


def f1(counts: Count) -> float:
    right, found, wanted = counts
    return 2 * right / (found + wanted)


def total(counts: list[Count]) -> Count:
    """The sum over articles."""
    right, found, wanted = (sum(column) for column in zip(*counts, strict=True))
    return right, found, wanted


def plain(name: str) -> str:
    """A name without its article word, in lower case."""
    return ARTICLE_WORD.sub("", name.casefold().strip())


def actor_keys(facts: Facts, annotation: dict[str, Any]) -> dict[str, str]:
    """The annotated actor that each found one is; "?" and its own key where there is none."""
    names = {actor.key: {plain(actor.label)} for actor in facts.actors}
    for mention in facts.mentions:
        if mention.kind is not MentionKind.PRONOUN:
            names[mention.actor].add(plain(mention.span.text(facts.article.body)))
    keys = {}
    for found, called in names.items():
        same = (one["key"] for one in annotation["actors"] if called & {plain(name) for name in one["names"]})
        keys[found] = next(same, f"?{found}")
    return keys


def stance_counts(facts: Facts, annotation: dict[str, Any], polarity: str) -> Count:
    """Pairs of actors of which one acts against ("oppose") or for ("support") the other."""
    keys = actor_keys(facts, annotation)
    wanted = {
        (one["source"], one["target"])
        for one in annotation["relations"]
        if one["polarity"] == polarity and one["status"] in TOLD_NAMES
    }
    found = {
        (keys[one.source], keys[one.target])
        for one in facts.stances
        if POLARITY[one.polarity] == polarity and one.status in TOLD
    }
    return len(wanted & found), len(found), len(wanted)


def dates_of(event: Event, facts: Facts) -> set[str]:
    """The calendar values of an event, to the hour."""
    values = {facts.times[index].value for index in event.times}
    return {re.sub(r"(T\d\d).*", r"\1", value) for value in values if re.match(r"\d{4}", value)}


def same_stem(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    common = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one == other or common >= max(SHARED_STEM, 0.6 * min(len(one), len(other)))


def event_counts(facts: Facts, annotation: dict[str, Any]) -> Count:
    """Events with one of their dates."""
    body = facts.article.body
    left = [(event.trigger.text(body), dates_of(event, facts)) for event in facts.events]
    found = sum(len(dates) for _, dates in left)
    right = 0
    for one in annotation["events"]:
        value = re.sub(r"(T\d\d).*", r"\1", one["value"])
        parts = {value} if value in {date for _, dates in left for date in dates} else set(value.split("/"))
        hit = next((dates for trigger, dates in left if same_stem(one["trigger"], trigger) and parts <= dates), None)
        if hit is not None:
            hit -= parts
            right += 1
    return right, found, len(annotation["events"])


def words_of(pieces: Iterator[str]) -> Counter[str]:
    return Counter(WORD.findall(" ".join(pieces)))


def quotation_counts(facts: Facts, annotation: dict[str, Any]) -> Count:
    """Quotations of which content and speaker are right."""
    body = facts.article.body

    def is_same(one: dict[str, Any], other: Quotation) -> bool:
        here, there = words_of(iter(one["quote"])), words_of(span.text(body) for span in other.content)
        spoken = other.speaker_span.text(body) if other.speaker_span else ""
        speaker = set(WORD.findall(one["speaker"] or ""))
        same_speaker = bool(speaker & set(WORD.findall(spoken))) if speaker else not spoken
        return 2 * (here & there).total() >= (here | there).total() and same_speaker

    left = list(facts.quotations)
    for one in annotation["quotations"]:
        hit = next((other for other in left if is_same(one, other)), None)
        if hit is not None:
            left.remove(hit)
    return len(facts.quotations) - len(left), len(facts.quotations), len(annotation["quotations"])
