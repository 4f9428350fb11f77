"""What the page shows, read from a graph that follows the contract."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from kg.facts import ActorKind, Polarity, Status
from kg.graph.vocab import KG, OA, RDF, RDFS, SCHEMA, SEM, SKOS
from kg.view.passages import Mark, MarkedSpan, Piece, passage

_KINDS = {
    SCHEMA.Person: ActorKind.PERSON,
    SCHEMA.Organization: ActorKind.ORGANIZATION,
    SCHEMA.Country: ActorKind.COUNTRY,
    SCHEMA.Place: ActorKind.PLACE,
    KG.Group: ActorKind.GROUP,
}

_POLARITIES: dict[Node | None, Polarity] = {KG[polarity]: polarity for polarity in Polarity}
_STATUSES: dict[Node | None, Status] = {KG[status]: status for status in Status}

_STANCE_MARKS = {KG.evidenceSpan: Mark.EVIDENCE, KG.cueSpan: Mark.CUE}
_QUOTATION_MARKS = {
    KG.contentSpan: Mark.EVIDENCE,
    KG.cueSpan: Mark.CUE,
    KG.speakerSpan: Mark.SPEAKER,
    KG.addresseeSpan: Mark.ADDRESSEE,
    KG.frameSpan: Mark.FRAME,
}


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An actor as the graph knows it.

    Attributes:
        articles: number of articles that mention the actor.
        identity: IRI of the same thing elsewhere (Wikidata), or None.
        affiliation: label of the actor that the role belongs to, or None.
    """

    iri: str
    label: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    affiliation: str | None = None
    identity: str | None = None
    articles: int = 0


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    iri: str
    file: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a statement rests on.

    Attributes:
        article: IRI.
        start: where the words begin in the article's body.
        pieces: the words among their sentences.
        cue: the words that told what is said or done, in one line.
    """

    article: str
    start: int
    pieces: tuple[Piece, ...]
    cue: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class StanceRecord:
    """One actor for or against another."""

    iri: str
    source: str
    target: str
    polarity: Polarity
    act: str
    status: Status
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class QuotationRecord:
    """Somebody said something.

    Attributes:
        speakers, addressees, about: IRIs of actors.
    """

    iri: str
    kind: str
    speakers: tuple[str, ...]
    addressees: tuple[str, ...]
    about: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True)
class Records:
    """All that the page shows, each kind in the order of its IRIs.

    Attributes:
        folded: number of quotations that are left out, because they lie in another one of the same speaker.
    """

    actors: tuple[ActorRecord, ...] = ()
    articles: tuple[ArticleRecord, ...] = ()
    stances: tuple[StanceRecord, ...] = ()
    quotations: tuple[QuotationRecord, ...] = ()
    folded: int = 0

    @cached_property
    def actor_iris(self) -> frozenset[str]:
        return frozenset(actor.iri for actor in self.actors)


def read_records(graph: Graph) -> Records:
    """The actors, articles, stances and quotations of a graph.

    What the contract requires and a statement lacks makes the page skip that statement, not fail.
    """
    reader = _Reader(graph)
    quotations = tuple(reader.quotations())
    return Records(
        actors=tuple(reader.actors()),
        articles=tuple(reader.articles()),
        stances=tuple(reader.stances()),
        quotations=quotations,
        folded=reader.count(KG.Quotation) - len(quotations),
    )


class _Reader:
    """Reads one graph; keeps the articles' bodies at hand, which every passage is cut from."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._bodies: dict[Node, str] = {
            article: str(body) for article, body in graph.subject_objects(SCHEMA.articleBody)
        }

    def actors(self) -> Iterator[ActorRecord]:
        for actor in self._instances(SEM.Actor):
            affiliation = self._first(actor, KG.affiliation)
            yield ActorRecord(
                iri=str(actor),
                label=self._label(actor),
                kind=self._kind(actor),
                names=self._texts(actor, SKOS.altLabel),
                roles=self._texts(actor, KG.role),
                affiliation=self._label(affiliation) if affiliation is not None else None,
                identity=self._text(actor, SKOS.exactMatch),
                articles=len({str(span).partition("#")[0] for span in self._graph.objects(actor, KG.mentionSpan)}),
            )

    def articles(self) -> Iterator[ArticleRecord]:
        for article in self._instances(SCHEMA.NewsArticle):
            yield ArticleRecord(
                iri=str(article),
                file=self._text(article, KG.sourceFile) or "",
                title=self._text(article, SCHEMA.headline),
                date=self._text(article, SCHEMA.datePublished),
                url=self._text(article, SCHEMA.url),
                publisher=self._text(article, SCHEMA.publisher),
            )

    def stances(self) -> Iterator[StanceRecord]:
        for stance in self._instances(KG.Stance):
            source, target = self._first(stance, KG.source), self._first(stance, KG.target)
            article = self._first(stance, KG.article)
            polarity = _POLARITIES.get(self._first(stance, KG.polarity))
            if source is None or target is None or article is None or polarity is None:
                continue
            yield StanceRecord(
                iri=str(stance),
                source=str(source),
                target=str(target),
                polarity=polarity,
                act=_local_name(self._first(stance, KG.act)),
                status=_STATUSES.get(self._first(stance, KG.status), Status.ACTUAL),
                evidence=self._evidence(stance, article, _STANCE_MARKS),
            )

    def quotations(self) -> Iterator[QuotationRecord]:
        for quotation in self._instances(KG.Quotation):
            article = self._first(quotation, KG.article)
            if article is None or self._is_part_of_another(quotation):
                continue
            yield QuotationRecord(
                iri=str(quotation),
                kind=_local_name(self._first(quotation, KG.quotationType)),
                speakers=self._texts(quotation, KG.speaker),
                addressees=self._texts(quotation, KG.addressee),
                about=tuple(
                    sorted(
                        {
                            str(actor)
                            for claim in self._graph.objects(quotation, KG.claim)
                            for actor in self._graph.objects(claim, KG.about)
                        }
                    )
                ),
                evidence=self._evidence(quotation, article, _QUOTATION_MARKS),
            )

    def count(self, kind: URIRef) -> int:
        return len(self._instances(kind))

    def _is_part_of_another(self, quotation: Node) -> bool:
        """Whether it is a phrase quoted inside another quotation of the same speaker, which shows it already."""
        speakers = self._texts(quotation, KG.speaker)
        return any(
            self._texts(outer, KG.speaker) == speakers for outer in self._graph.objects(quotation, KG.isNestedIn)
        )

    def _evidence(self, statement: Node, article: Node, marks: dict[URIRef, Mark]) -> Evidence:
        spans = sorted(
            marked
            for property_, mark in marks.items()
            for span in self._graph.objects(statement, property_)
            if (marked := self._marked(span, mark)) is not None
        )
        return Evidence(
            article=str(article),
            start=min((span.start for span in spans if span.mark is Mark.EVIDENCE), default=0),
            pieces=passage(spans, self._bodies.get(article)),
            cue=" … ".join(span.exact for span in spans if span.mark is Mark.CUE),
            confidence=self._number(statement, KG.confidence),
        )

    def _marked(self, span: Node, mark: Mark) -> MarkedSpan | None:
        start, end = self._number(span, OA.start), self._number(span, OA.end)
        if start is None or end is None:
            return None
        return MarkedSpan(int(start), int(end), mark, self._text(span, OA.exact) or "")

    def _instances(self, kind: URIRef) -> list[Node]:
        return sorted(set(self._graph.subjects(RDF.type, kind)), key=str)

    def _kind(self, actor: Node) -> ActorKind:
        kinds = set(self._graph.objects(actor, RDF.type))
        return next((kind for type_, kind in _KINDS.items() if type_ in kinds), ActorKind.GROUP)

    def _label(self, actor: Node) -> str:
        return self._text(actor, RDFS.label) or _local_name(actor)

    def _first(self, subject: Node, property_: URIRef) -> Node | None:
        return min(self._graph.objects(subject, property_), key=str, default=None)

    def _text(self, subject: Node, property_: URIRef) -> str | None:
        value = self._first(subject, property_)
        return None if value is None else str(value)

    def _texts(self, subject: Node, property_: URIRef) -> tuple[str, ...]:
        return tuple(sorted({str(value) for value in self._graph.objects(subject, property_)}))

    def _number(self, subject: Node, property_: URIRef) -> float | None:
        value = self._first(subject, property_)
        try:
            return float(str(value)) if isinstance(value, Literal) else None
        except ValueError:
            return None


def _local_name(term: Node | None) -> str:
    return "" if term is None else str(term).rpartition("#")[2].rpartition("/")[2]
