"""A graph's contents as the records of the API."""

from functools import cached_property
from typing import TypeVar

from kg.api.records import Actor, Article, Event, Passage, Quotation, Stance
from kg.graph.records import (
    ActorRecord,
    ArticleRecord,
    Contents,
    EventRecord,
    QuotationRecord,
    SpanRecord,
    StanceRecord,
)

S = TypeVar("S", QuotationRecord, StanceRecord, EventRecord)


class Library:
    """Every record of a graph, made when it is first asked for, those of an article in the order of its text."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    @cached_property
    def article_of(self) -> dict[str, Article]:
        in_order = sorted(self._contents.articles, key=lambda a: (a.file, a.iri))
        return {record.iri: _article(record) for record in in_order}

    @cached_property
    def actor_of(self) -> dict[str, Actor]:
        return {record.iri: self._actor(record) for record in self._contents.actors}

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        return tuple(self._quotation(r) for r in self._of_articles(self._contents.quotations))

    @cached_property
    def stances(self) -> tuple[Stance, ...]:
        records = self._of_articles(self._contents.stances)
        return tuple(self._stance(r) for r in records if {r.source, r.target} <= self.actor_of.keys())

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return tuple(self._event(r) for r in self._of_articles(self._contents.events))

    def _of_articles(self, records: tuple[S, ...]) -> list[S]:
        """In the order of the articles' files; what belongs to no article of the graph is left out."""
        place = {iri: number for number, iri in enumerate(self.article_of)}
        return sorted((r for r in records if r.article in place), key=lambda r: place[r.article])

    def _actors(self, iris: tuple[str, ...]) -> tuple[Actor, ...]:
        return tuple(self.actor_of[iri] for iri in iris if iri in self.actor_of)

    def _passages(self, spans: tuple[SpanRecord, ...], article: Article) -> tuple[Passage, ...]:
        return tuple(Passage(span.words, span.start, span.end, article) for span in spans)

    def _actor(self, record: ActorRecord) -> Actor:
        return Actor(
            iri=record.iri,
            name=record.label,
            type=record.kind,
            other_names=record.names,
            roles=record.roles,
            affiliation=None if record.affiliation is None else self._contents.label(record.affiliation),
            wikidata=record.wikidata,
            mentions=len(record.mentions),
        )

    def _quotation(self, record: QuotationRecord) -> Quotation:
        article = self.article_of[record.article]
        return Quotation(
            iri=record.iri,
            speakers=self._actors(record.speakers),
            said=record.text,
            type=record.kind,
            cue=" … ".join(span.words for span in record.cue),
            addressees=self._actors(record.addressees),
            about=self._actors(record.about),
            nested_in=record.nested_in,
            confidence=record.confidence,
            article=article,
            evidence=self._passages(record.content, article),
        )

    def _stance(self, record: StanceRecord) -> Stance:
        article = self.article_of[record.article]
        return Stance(
            iri=record.iri,
            source=self.actor_of[record.source],
            target=self.actor_of[record.target],
            polarity=record.polarity,
            act=record.act,
            status=record.status,
            in_quotation=record.in_quotation,
            confidence=record.confidence,
            article=article,
            evidence=self._passages(record.evidence, article),
        )

    def _event(self, record: EventRecord) -> Event:
        article = self.article_of[record.article]
        times = [self._contents.time_of[iri] for iri in record.times if iri in self._contents.time_of]
        times.sort(key=lambda t: (t.span, t.iri))
        return Event(
            iri=record.iri,
            label=record.label,
            dates=record.dates,
            written=tuple(span.words for time in times for span in time.span),
            earliest=min((t.earliest for t in times if t.earliest), default=None),
            latest=max((t.latest for t in times if t.latest), default=None),
            actors=self._actors(record.actors),
            places=self._actors(record.places),
            article=article,
            evidence=self._passages(record.trigger, article),
        )


def _article(record: ArticleRecord) -> Article:
    return Article(
        iri=record.iri,
        file=record.file,
        title=record.title,
        published=record.published,
        language=record.language,
        url=record.url,
        publisher=record.publisher,
        body=record.body,
    )
