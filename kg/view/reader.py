"""Reads what the page shows from a graph that follows the contract."""

from collections.abc import Iterator
from pathlib import Path

from rdflib import Graph

from kg.errors import GraphError
from kg.facts import ActorKind, Polarity, Status
from kg.graph.vocab import KG, OA, PROV, RDF, RDFS, SCHEMA, SEM, SKOS
from kg.view.bounds import Bounds, bounds, hull
from kg.view.passages import Mark, MarkedSpan, passage
from kg.view.records import (
    ActorRecord,
    ArticleRecord,
    EventRecord,
    Evidence,
    Mention,
    QuotationRecord,
    Records,
    RunRecord,
    StanceRecord,
    TimeRecord,
)
from kg.view.triples import Triples

_KINDS = {
    str(SCHEMA.Person): ActorKind.PERSON,
    str(SCHEMA.Organization): ActorKind.ORGANIZATION,
    str(SCHEMA.Country): ActorKind.COUNTRY,
    str(SCHEMA.Place): ActorKind.PLACE,
    str(KG.Group): ActorKind.GROUP,
}
_POLARITIES = {str(KG[polarity]): polarity for polarity in Polarity}
_STATUSES = {str(KG[status]): status for status in Status}

_STANCE_MARKS: dict[str, Mark] = {KG.evidenceSpan: Mark.EVIDENCE, KG.cueSpan: Mark.CUE}
_QUOTATION_MARKS: dict[str, Mark] = {
    KG.contentSpan: Mark.EVIDENCE,
    KG.cueSpan: Mark.CUE,
    KG.speakerSpan: Mark.SPEAKER,
    KG.addresseeSpan: Mark.ADDRESSEE,
    KG.frameSpan: Mark.FRAME,
}
_EVENT_MARKS: dict[str, Mark] = {KG.triggerSpan: Mark.TRIGGER}
_CALENDAR = {"DATE", "TIME"}
"""TIMEX3 types that lie somewhere in time; durations and sets do not."""

_PREDICATES = tuple(
    map(
        str,
        (
            *(RDF.type, RDFS.label, SKOS.altLabel, SKOS.exactMatch, PROV.wasGeneratedBy, SEM.hasActor, SEM.hasPlace),
            *(SCHEMA.articleBody, SCHEMA.headline, SCHEMA.datePublished, SCHEMA.url, SCHEMA.publisher),
            *(SCHEMA.inLanguage, SCHEMA.text, OA.start, OA.end, OA.exact, *_STANCE_MARKS, *_QUOTATION_MARKS),
            *(KG.sourceFile, KG.role, KG.affiliation, KG.mentionSpan, KG.article, KG.confidence, KG.speaker, KG.claim),
            *(KG.addressee, KG.about, KG.quotationType, KG.isNestedIn, KG.source, KG.target, KG.polarity, KG.act),
            *(KG.status, KG.triggerSpan, KG.atTime, KG.date, KG.span, KG.timex, KG.timexType, KG.earliest, KG.latest),
            *(KG.programVersion, KG.modelVersion, KG.ontologyVersion),
        ),
    )
)


def read_records(graph: Graph) -> Records:
    """All that the page shows of a graph.

    What the contract requires and a statement lacks makes the page skip that statement, not fail.
    """
    return _records(Triples.of_graph(graph, dict.fromkeys(_PREDICATES)))


def read_file(path: Path) -> Records:
    """The same from a Turtle file.

    Raises:
        GraphError: the file is missing, unreadable, no Turtle, or holds neither an article nor an actor.
    """
    records = _records(Triples.of_file(path, dict.fromkeys(_PREDICATES)))
    if not records.articles and not records.actors:
        raise GraphError(f"{path}: holds no article and no actor. Name a graph that kg build wrote.")
    return records


def _records(triples: Triples) -> Records:
    reader = _Reader(triples)
    quotations = tuple(reader.quotations())
    events = tuple(reader.events())
    dating = {time for event in events for time in event.times}
    return Records(
        actors=tuple(reader.actors()),
        articles=tuple(reader.articles()),
        stances=tuple(reader.stances()),
        quotations=quotations,
        events=events,
        times=tuple(time for iri in sorted(dating) if (time := reader.time(iri)) is not None),
        runs=tuple(reader.runs()),
        folded=len(triples.subjects(str(RDF.type), str(KG.Quotation))) - len(quotations),
    )


class _Reader:
    """Reads one graph; keeps the articles' bodies at hand, which every passage is cut from."""

    def __init__(self, triples: Triples) -> None:
        self._triples = triples
        self._bodies = triples.pairs(str(SCHEMA.articleBody))

    def actors(self) -> Iterator[ActorRecord]:
        for actor in self._instances(SEM.Actor):
            affiliation = self._first(actor, KG.affiliation)
            mentions = self._all(actor, KG.mentionSpan)
            yield ActorRecord(
                iri=actor,
                label=self._label(actor),
                kind=self._kind(actor),
                names=self._all(actor, SKOS.altLabel),
                roles=self._all(actor, KG.role),
                affiliation=None if affiliation is None else self._label(affiliation),
                identity=self._first(actor, SKOS.exactMatch),
                articles=len({span.partition("#")[0] for span in mentions}),
                mention=next((mention for span in mentions if (mention := self._mention(span)) is not None), None),
            )

    def articles(self) -> Iterator[ArticleRecord]:
        for article in self._instances(SCHEMA.NewsArticle):
            yield ArticleRecord(
                iri=article,
                file=self._first(article, KG.sourceFile) or "",
                title=self._first(article, SCHEMA.headline),
                date=self._first(article, SCHEMA.datePublished),
                url=self._first(article, SCHEMA.url),
                publisher=self._first(article, SCHEMA.publisher),
                language=self._first(article, SCHEMA.inLanguage),
            )

    def runs(self) -> Iterator[RunRecord]:
        for run in self._instances(PROV.Activity):
            yield RunRecord(
                iri=run,
                program=self._first(run, KG.programVersion),
                model=self._first(run, KG.modelVersion),
                ontology=self._first(run, KG.ontologyVersion),
            )

    def stances(self) -> Iterator[StanceRecord]:
        for stance in self._instances(KG.Stance):
            source, target = self._first(stance, KG.source), self._first(stance, KG.target)
            article = self._first(stance, KG.article)
            polarity = _POLARITIES.get(self._first(stance, KG.polarity) or "")
            if source is None or target is None or article is None or polarity is None:
                continue
            yield StanceRecord(
                iri=stance,
                source=source,
                target=target,
                polarity=polarity,
                act=_local_name(self._first(stance, KG.act)),
                status=_STATUSES.get(self._first(stance, KG.status) or "", Status.ACTUAL),
                evidence=self._evidence(stance, article, _STANCE_MARKS),
                confidence=self._first(stance, KG.confidence),
            )

    def quotations(self) -> Iterator[QuotationRecord]:
        for quotation in self._instances(KG.Quotation):
            article = self._first(quotation, KG.article)
            if article is None or self._is_part_of_another(quotation):
                continue
            claims = self._all(quotation, KG.claim)
            yield QuotationRecord(
                iri=quotation,
                kind=_local_name(self._first(quotation, KG.quotationType)),
                speakers=self._all(quotation, KG.speaker),
                addressees=self._all(quotation, KG.addressee),
                about=tuple(sorted({actor for claim in claims for actor in self._all(claim, KG.about)})),
                evidence=self._evidence(quotation, article, _QUOTATION_MARKS),
                confidence=self._first(quotation, KG.confidence),
                claim=claims[0] if claims else None,
                claim_text=self._first(claims[0], SCHEMA.text) if claims else None,
                nested=bool(self._all(quotation, KG.isNestedIn)),
            )

    def events(self) -> Iterator[EventRecord]:
        for event in self._instances(SEM.Event):
            article = self._first(event, KG.article)
            if article is None:
                continue
            times, dates = self._all(event, KG.atTime), self._all(event, KG.date)
            parts = [part for time in times if (part := self._bounds(time)) is not None]
            parts += [part for written in dates if (part := bounds(written)) is not None]
            earliest, latest = hull(parts) or (None, None)
            yield EventRecord(
                iri=event,
                label=self._label(event),
                evidence=self._evidence(event, article, _EVENT_MARKS),
                actors=self._all(event, SEM.hasActor),
                places=self._all(event, SEM.hasPlace),
                times=times,
                dates=dates,
                earliest=earliest,
                latest=latest,
                status=_STATUSES.get(self._first(event, KG.status) or "", Status.ACTUAL),
            )

    def time(self, iri: str) -> TimeRecord | None:
        article = self._first(iri, KG.article)
        span = self._first(iri, KG.span) or self._first(iri, KG.evidenceSpan)
        marked = None if span is None else self._marked(span, Mark.EVIDENCE)
        if article is None or marked is None:
            return None
        return TimeRecord(
            iri=iri,
            article=article,
            span=marked,
            timex=self._first(iri, KG.timex) or "",
            kind=self._first(iri, KG.timexType) or "",
            earliest=self._first(iri, KG.earliest),
            latest=self._first(iri, KG.latest),
            run=self._first(iri, PROV.wasGeneratedBy),
        )

    def _bounds(self, time: str) -> Bounds | None:
        """Where a time expression lies; an open end is left at the known one."""
        if self._first(time, KG.timexType) not in _CALENDAR:
            return None
        known = [part for end in (KG.earliest, KG.latest) if (part := bounds(self._first(time, end))) is not None]
        return hull(known)

    def _is_part_of_another(self, quotation: str) -> bool:
        """Whether it is a phrase quoted inside another quotation of the same speaker, which shows it already."""
        speakers = self._all(quotation, KG.speaker)
        return any(self._all(outer, KG.speaker) == speakers for outer in self._all(quotation, KG.isNestedIn))

    def _evidence(self, statement: str, article: str, marks: dict[str, Mark]) -> Evidence:
        spans = sorted(
            marked
            for property_, mark in marks.items()
            for span in self._all(statement, property_)
            if (marked := self._marked(span, mark)) is not None
        )
        stretches = passage(spans, self._bodies.get(article))
        return Evidence(article, tuple(spans), stretches, self._first(statement, PROV.wasGeneratedBy))

    def _mention(self, span: str) -> Mention | None:
        article, marked = self._first(span, KG.article), self._marked(span, Mark.EVIDENCE)
        return None if article is None or marked is None else Mention(article, marked)

    def _marked(self, span: str, mark: Mark) -> MarkedSpan | None:
        start, end = self._whole(span, OA.start), self._whole(span, OA.end)
        if start is None or end is None:
            return None
        return MarkedSpan(start, end, mark, self._first(span, OA.exact) or "")

    def _instances(self, kind: str) -> list[str]:
        return self._triples.subjects(str(RDF.type), str(kind))

    def _kind(self, actor: str) -> ActorKind:
        kinds = set(self._all(actor, RDF.type))
        return next((kind for type_, kind in _KINDS.items() if type_ in kinds), ActorKind.GROUP)

    def _label(self, actor: str) -> str:
        return self._first(actor, RDFS.label) or _local_name(actor)

    def _first(self, subject: str, property_: str) -> str | None:
        return self._triples.first(subject, str(property_))

    def _all(self, subject: str, property_: str) -> tuple[str, ...]:
        return tuple(self._triples.objects(subject, str(property_)))

    def _whole(self, subject: str, property_: str) -> int | None:
        value = self._first(subject, property_)
        return int(value) if value is not None and value.isascii() and value.isdigit() else None


def _local_name(term: str | None) -> str:
    return "" if term is None else term.rpartition("#")[2].rpartition("/")[2]
