"""A graph in numbers."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.graph.bounds import bounds
from kg.graph.records import Contents


@dataclass(frozen=True, slots=True)
class Ranked:
    """An actor in a ranking.

    Attributes:
        number: what the ranking counts.
        others: how many different actors it comes from (opponents, supporters); articles for quotations.
    """

    actor: str
    label: str
    number: int
    others: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors and how much the graph tells between them, in both directions.

    Attributes:
        first, second: IRIs.
        labels: of both.
        opposing, supporting: stances.
        speech: quotations of the one that are addressed to the other or about the other.
    """

    first: str
    second: str
    labels: tuple[str, str]
    opposing: int
    supporting: int
    speech: int

    @property
    def total(self) -> int:
        return self.opposing + self.supporting + self.speech


@dataclass(frozen=True, slots=True)
class Period:
    """The days from the first to the last date.

    Attributes:
        dated: how many have a date.
        of: how many there are.
    """

    first: str | None
    last: str | None
    dated: int
    of: int


@dataclass(frozen=True, slots=True)
class Stats:
    """A graph in numbers.

    Attributes:
        counts: kind of thing -> how many.
        by_kind: actors by type, quotations by type, stances by act and by status, each the most frequent first.
        spoken: quotations that have a speaker.
        most_quoted: phrases quoted inside a quotation of the same speaker count once.
    """

    counts: dict[str, int]
    by_kind: dict[str, dict[str, int]]
    spoken: int
    articles: Period
    events: Period
    most_quoted: tuple[Ranked, ...]
    most_opposed: tuple[Ranked, ...]
    most_supported: tuple[Ranked, ...]
    densest_pairs: tuple[Pair, ...]

    @property
    def speaker_share(self) -> float | None:
        """Share of quotations with a speaker; None where there are no quotations."""
        quotations = self.counts["quotations"]
        return self.spoken / quotations if quotations else None


def count(contents: Contents, top: int = 10) -> Stats:
    """Numbers of a graph, with rankings of at most `top` places; equal numbers in the order of the labels.

    Stances count whatever their status: told by the article, told by somebody, planned or denied.
    """
    said = [(speaker, q.article) for q in contents.quotations for speaker in contents.own_speakers(q)]
    opposed = [(s.target, s.source) for s in contents.stances if s.polarity == "Opposing"]
    supported = [(s.target, s.source) for s in contents.stances if s.polarity == "Supporting"]
    return Stats(
        counts={
            "articles": len(contents.articles),
            "actors": len(contents.actors),
            "quotations": len(contents.quotations),
            "claims": len({q.claim for q in contents.quotations}),
            "stances": len(contents.stances),
            "events": len(contents.events),
            "time expressions": sum(not t.implied for t in contents.times),
            "mentions": sum(len(actor.mentions) for actor in contents.actors),
        },
        by_kind={
            "actors by type": _tally(actor.kind for actor in contents.actors),
            "quotations by type": _tally(q.kind for q in contents.quotations),
            "stances by act": _tally(f"{s.act} ({s.polarity.lower()})" for s in contents.stances),
            "stances by status": _tally(s.status for s in contents.stances),
        },
        spoken=sum(bool(q.speakers) for q in contents.quotations),
        articles=_period([a.published for a in contents.articles]),
        events=_period([min(e.dates, default=None) for e in contents.events]),
        most_quoted=_ranking(said, contents.label, top),
        most_opposed=_ranking(opposed, contents.label, top),
        most_supported=_ranking(supported, contents.label, top),
        densest_pairs=_densest(contents, top),
    )


def _tally(kinds: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(kinds).items(), key=lambda item: (-item[1], item[0])))


def _ranking(pairs: list[tuple[str, str]], label: Callable[[str], str], top: int) -> tuple[Ranked, ...]:
    others: dict[str, set[str]] = {}
    for actor, other in pairs:
        others.setdefault(actor, set()).add(other)
    numbers = Counter(actor for actor, _ in pairs)
    ranked = sorted(numbers, key=lambda actor: (-numbers[actor], label(actor), actor))
    return tuple(Ranked(actor, label(actor), numbers[actor], len(others[actor])) for actor in ranked[:top])


def _densest(contents: Contents, top: int) -> tuple[Pair, ...]:
    numbers: dict[tuple[str, str], Counter[str]] = {}

    def add(one: str, other: str, kind: str) -> None:
        if one != other:
            numbers.setdefault((min(one, other), max(one, other)), Counter())[kind] += 1

    for stance in contents.stances:
        add(stance.source, stance.target, stance.polarity)
    for quotation in contents.quotations:
        for speaker in contents.own_speakers(quotation):
            for other in sorted({*quotation.addressees, *quotation.about}):
                add(speaker, other, "speech")
    pairs = (
        Pair(*pair, (contents.label(pair[0]), contents.label(pair[1])), of["Opposing"], of["Supporting"], of["speech"])
        for pair, of in numbers.items()
    )
    return tuple(sorted(pairs, key=lambda p: (-p.total, p.labels, p.first, p.second))[:top])


def _period(dates: list[str | None]) -> Period:
    days = [days for date in dates if (days := bounds(date)) is not None]
    first, last = min((d[0] for d in days), default=None), max((d[1] for d in days), default=None)
    return Period(first, last, len(days), len(dates))
