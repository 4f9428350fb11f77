"""The IRI of everything in the graph, from content alone: never from order or time."""

import re

from rdflib import URIRef

from kg.facts import Article, Event, Quotation, Span, Stance, TimeExpression
from kg.graph.vocab import WD, check_base_iri
from kg.resolve import Identity, article_name, digest

_QUOTATION_MARKS = dict.fromkeys(map(ord, "\"'„“”‟»«‚‘’‛›‹"))


class Iris:
    """Names things under a base.

    The ends of a statement are hashed by their keys in the article, so that its IRI is the same whichever articles
    stand beside it.
    """

    def __init__(self, base_iri: str) -> None:
        check_base_iri(base_iri)
        self._base = base_iri

    def article(self, article: Article) -> URIRef:
        return URIRef(f"{self._base}article/{article_name(article)}")

    def span(self, article: URIRef, span: Span) -> URIRef:
        return URIRef(f"{article}#char={span.start},{span.end}")

    def actor(self, identity: Identity) -> URIRef:
        return URIRef(f"{self._base}actor/{identity.slug}")

    def claim(self, text: str) -> URIRef:
        return URIRef(f"{self._base}claim/{digest(normalized_claim(text))}")

    def quotation(self, article: URIRef, it: Quotation) -> URIRef:
        spans = [_pairs(it.content), _pairs((it.speaker_span,)), _pairs(it.cue)]
        return URIRef(f"{self._base}statement/{digest(article, 'Quotation', it.kind, spans, it.speakers)}")

    def stance(self, article: URIRef, it: Stance) -> URIRef:
        kind = ("Stance", it.polarity, it.act, it.status)
        spans = [_pairs((it.evidence,)), _pairs(it.cue)]
        return URIRef(f"{self._base}statement/{digest(article, kind, spans, it.source, it.target)}")

    def time(self, article: URIRef, it: TimeExpression) -> URIRef:
        kind = "ImpliedTime" if it.implied else "TimeExpression"
        return URIRef(f"{self._base}time/{digest(article, kind, it.kind, it.value, _pairs((it.span,)))}")

    def event(self, article: URIRef, it: Event) -> URIRef:
        return URIRef(f"{self._base}event/{digest(article, 'Event', _pairs((it.trigger,)), it.actors, it.places)}")

    def identification(self, article: URIRef, key: str) -> URIRef:
        return URIRef(f"{self._base}statement/{digest(article, 'Identification', key)}")

    def run(self, *versions: str) -> URIRef:
        return URIRef(f"{self._base}run/{digest(*versions)}")


def wikidata_iri(item: str) -> URIRef:
    return URIRef(f"{WD}{item}")


def normalized_claim(text: str) -> str:
    """The words of a claim, whichever quotation marks and white space they were printed with."""
    return re.sub(r"\s+", " ", text.translate(_QUOTATION_MARKS)).strip()


def _pairs(spans: tuple[Span | None, ...]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans if span is not None]
