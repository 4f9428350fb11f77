"""Reads the records of a graph that follows the contract. What a node lacks is empty, never an error."""

import re
from pathlib import Path

from kg.graph.nodes import Nodes, local_name, short_form
from kg.graph.records import (
    ActorRecord,
    ArticleRecord,
    Contents,
    EventRecord,
    IdentificationRecord,
    MentionRecord,
    QuotationRecord,
    SpanRecord,
    StanceRecord,
    TimeRecord,
)

_KINDS = ("schema:Person", "schema:Organization", "schema:Country", "schema:Place", "kg:Group")
_UNREAD = (
    "oa:prefix",
    "oa:suffix",
    "prov:wasDerivedFrom",
    "prov:wasGeneratedBy",
    "kg:said",
    "kg:opposes",
    "kg:supports",
)


def read_contents(path: Path) -> Contents:
    """The records of a graph file.

    Raises:
        GraphError: the file is missing, unreadable, or not of its format.
    """
    return contents_of(Nodes.read(path, without=_UNREAD))


def contents_of(nodes: Nodes) -> Contents:
    """The records of a graph."""
    reader = _Reader(nodes)
    return Contents(
        articles=tuple(map(reader.article, nodes.of_type("schema:NewsArticle"))),
        actors=tuple(map(reader.actor, nodes.of_type("sem:Actor"))),
        quotations=tuple(map(reader.quotation, reader.in_text_order("kg:Quotation", "kg:contentSpan"))),
        stances=tuple(map(reader.stance, reader.in_text_order("kg:Stance", "kg:evidenceSpan"))),
        events=tuple(map(reader.event, reader.in_text_order("sem:Event", "kg:triggerSpan"))),
        times=(
            *map(reader.time, reader.in_text_order("kg:TimeExpression", "kg:span")),
            *map(reader.time, reader.in_text_order("kg:ImpliedTime", "kg:evidenceSpan")),
        ),
        identifications=tuple(map(reader.identification, nodes.of_type("kg:Identification"))),
        versions=tuple(map(reader.versions, nodes.of_type("prov:Activity"))),
    )


class _Reader:
    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes

    def in_text_order(self, type_: str, place: str) -> list[str]:
        def order(node: str) -> tuple[str, list[SpanRecord], str]:
            return self._nodes.text(node, "kg:article"), list(self._spans(node, place)), node

        return sorted(self._nodes.of_type(type_), key=order)

    def article(self, node: str) -> ArticleRecord:
        nodes = self._nodes
        return ArticleRecord(
            iri=node,
            file=nodes.text(node, "kg:sourceFile"),
            title=nodes.first(node, "schema:headline"),
            published=nodes.first(node, "schema:datePublished"),
            language=nodes.first(node, "schema:inLanguage"),
            url=nodes.first(node, "schema:url"),
            publisher=nodes.first(node, "schema:publisher"),
            body=nodes.first(node, "schema:articleBody"),
        )

    def actor(self, node: str) -> ActorRecord:
        nodes = self._nodes
        types = {short_form(t) for t in nodes.all(node, "rdf:type")}
        wikidata = nodes.first(node, "skos:exactMatch")
        mentions = sorted(
            (nodes.text(iri, "kg:article") or iri.partition("#")[0], span)
            for iri in nodes.all(node, "kg:mentionSpan")
            if (span := self._span(iri)) is not None
        )
        return ActorRecord(
            iri=node,
            label=nodes.first(node, "rdfs:label") or local_name(node),
            kind=next((local_name(kind) for kind in _KINDS if kind in types), ""),
            names=nodes.all(node, "skos:altLabel"),
            roles=nodes.all(node, "kg:role"),
            affiliation=nodes.first(node, "kg:affiliation"),
            wikidata=local_name(wikidata) if wikidata else None,
            mentions=tuple(MentionRecord(article, span) for article, span in mentions),
        )

    def identification(self, node: str) -> IdentificationRecord:
        nodes = self._nodes
        return IdentificationRecord(
            iri=node,
            article=nodes.text(node, "kg:article"),
            name=nodes.text(node, "rdfs:label"),
            actor=nodes.text(node, "kg:identifies"),
            rule=nodes.text(node, "kg:rule"),
            grounds=nodes.all(node, "kg:grounds"),
        )

    def quotation(self, node: str) -> QuotationRecord:
        nodes = self._nodes
        claim = nodes.text(node, "kg:claim")
        return QuotationRecord(
            iri=node,
            article=nodes.text(node, "kg:article"),
            kind=local_name(nodes.text(node, "kg:quotationType")),
            speakers=nodes.all(node, "kg:speaker"),
            claim=claim,
            text=nodes.text(claim, "schema:text"),
            content=self._spans(node, "kg:contentSpan"),
            speaker_span=self._spans(node, "kg:speakerSpan"),
            cue=self._spans(node, "kg:cueSpan"),
            addressees=nodes.all(node, "kg:addressee"),
            addressee_span=self._spans(node, "kg:addresseeSpan"),
            frame=self._spans(node, "kg:frameSpan"),
            about=nodes.all(claim, "kg:about"),
            nested_in=nodes.first(node, "kg:isNestedIn"),
            confidence=self._confidence(node),
            rule=nodes.first(node, "kg:rule"),
            cue_lemma=nodes.first(node, "kg:cueLemma"),
        )

    def stance(self, node: str) -> StanceRecord:
        nodes = self._nodes
        return StanceRecord(
            iri=node,
            article=nodes.text(node, "kg:article"),
            source=nodes.text(node, "kg:source"),
            target=nodes.text(node, "kg:target"),
            polarity=local_name(nodes.text(node, "kg:polarity")),
            act=local_name(nodes.text(node, "kg:act")),
            status=local_name(nodes.text(node, "kg:status")),
            evidence=self._spans(node, "kg:evidenceSpan"),
            cue=self._spans(node, "kg:cueSpan"),
            in_quotation=nodes.first(node, "kg:inQuotation"),
            confidence=self._confidence(node),
            rule=nodes.first(node, "kg:rule"),
            cue_lemma=nodes.first(node, "kg:cueLemma"),
        )

    def time(self, node: str) -> TimeRecord:
        nodes = self._nodes
        written = self._spans(node, "kg:span")
        return TimeRecord(
            iri=node,
            article=nodes.text(node, "kg:article"),
            span=written or self._spans(node, "kg:evidenceSpan"),
            value=nodes.text(node, "kg:timex"),
            kind=nodes.text(node, "kg:timexType"),
            earliest=nodes.first(node, "kg:earliest"),
            latest=nodes.first(node, "kg:latest"),
            rule=nodes.first(node, "kg:rule"),
            implied=not written,
        )

    def event(self, node: str) -> EventRecord:
        nodes = self._nodes
        return EventRecord(
            iri=node,
            article=nodes.text(node, "kg:article"),
            label=nodes.text(node, "rdfs:label"),
            trigger=self._spans(node, "kg:triggerSpan"),
            actors=nodes.all(node, "sem:hasActor"),
            places=nodes.all(node, "sem:hasPlace"),
            times=nodes.all(node, "kg:atTime"),
            dates=nodes.all(node, "kg:date"),
            rule=nodes.first(node, "kg:rule"),
            status=local_name(nodes.text(node, "kg:status")) or "Actual",
        )

    def versions(self, node: str) -> tuple[str, str, str]:
        text = self._nodes.text
        return text(node, "kg:programVersion"), text(node, "kg:modelVersion"), text(node, "kg:ontologyVersion")

    def _spans(self, node: str, name: str) -> tuple[SpanRecord, ...]:
        return tuple(sorted(s for iri in self._nodes.all(node, name) if (s := self._span(iri)) is not None))

    def _span(self, iri: str) -> SpanRecord | None:
        start, end = self._nodes.number(iri, "oa:start"), self._nodes.number(iri, "oa:end")
        if start is None or end is None:
            return None
        return SpanRecord(start, end, self._nodes.text(iri, "oa:exact"))

    def _confidence(self, node: str) -> float | None:
        value = self._nodes.first(node, "kg:confidence")
        return float(value) if value is not None and re.fullmatch(r"[+-]?[0-9]*\.?[0-9]+", value) else None
