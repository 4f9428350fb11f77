"""What two graphs are compared by: names and words, not IRIs, so that renumbering and moving are no difference."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.graph.nodes import short_form
from kg.graph.records import ArticleRecord, Contents, SpanRecord

CONFIDENCE = "confidence"
PLACE = "place"


class Kind(StrEnum):
    """Kinds of things that a comparison names, in the order in which it does."""

    ARTICLE = "article"
    QUOTATION = "quotation"
    STANCE = "stance"
    EVENT = "event"
    TIME = "time"
    MENTION = "mention"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a graph says, in words.

    Attributes:
        who: speaker, source, participants, or the actor itself.
        relation: `said`, an act, `happens`, a TIMEX3 value, `named`.
        whom: target of a stance.
        words: claim, evidence, trigger, or the words of a time or a mention.
        details: name -> what else is known; differences in these are changes.
        iri: short form, for finding it; not compared.
        start: first code point, for the order; not compared by itself.
    """

    kind: Kind
    who: str
    relation: str
    whom: str
    words: str
    details: tuple[tuple[str, str], ...]
    iri: str
    start: int = 0

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two items of two graphs the same one."""
        return self.kind, self.who, self.relation, self.whom, self.words


def article_item(article: ArticleRecord) -> Item:
    details = {
        "file": article.file,
        "title": article.title,
        "published": article.published,
        "language": article.language,
        "url": article.url,
        "publisher": article.publisher,
        "text": article.body,
    }
    return Item(Kind.ARTICLE, "", "", "", "", _filled(details), short_form(article.iri))


def actor_items(contents: Contents) -> list[Item]:
    return [
        Item(
            Kind.ACTOR,
            actor.label,
            "",
            "",
            "",
            _filled(
                {
                    "type": actor.kind,
                    "names": ", ".join(actor.names),
                    "roles": ", ".join(actor.roles),
                    "affiliation": contents.label(actor.affiliation) if actor.affiliation else "",
                    "wikidata": actor.wikidata,
                }
            ),
            short_form(actor.iri),
        )
        for actor in contents.actors
    ]


def statement_items(contents: Contents) -> dict[str, list[Item]]:
    """Article -> what the graph takes from it, in the order of kinds and of the text."""
    found: dict[str, list[Item]] = {article.iri: [] for article in contents.articles}
    for article, item in (
        *_quotations(contents),
        *_stances(contents),
        *_events(contents),
        *_times(contents),
        *_mentions(contents),
    ):
        found.setdefault(article, []).append(item)
    return found


def _quotations(contents: Contents) -> Iterator[tuple[str, Item]]:
    for q in contents.quotations:
        outer = contents.quotation_of.get(q.nested_in or "")
        details = {
            "type": q.kind,
            "addressee": _names(contents, q.addressees),
            "about": _names(contents, q.about),
            "inside": outer.text if outer else None,
            "speaker's words": _words(q.speaker_span),
            "addressee's words": _words(q.addressee_span),
            "cue": _words(q.cue),
            "frame": _words(q.frame),
            CONFIDENCE: _number(q.confidence),
            "rule": q.rule,
            "cue lemma": q.cue_lemma,
            PLACE: _place(q.content),
        }
        yield (
            q.article,
            _item(Kind.QUOTATION, _names(contents, q.speakers), "said", "", q.text, details, q.iri, q.content),
        )


def _stances(contents: Contents) -> Iterator[tuple[str, Item]]:
    for s in contents.stances:
        outer = contents.quotation_of.get(s.in_quotation or "")
        details = {
            "polarity": s.polarity,
            "status": s.status,
            "inside": outer.text if outer else None,
            "cue": _words(s.cue),
            CONFIDENCE: _number(s.confidence),
            "rule": s.rule,
            "cue lemma": s.cue_lemma,
            PLACE: _place(s.evidence),
        }
        who, whom = contents.label(s.source), contents.label(s.target)
        yield s.article, _item(Kind.STANCE, who, s.act, whom, _words(s.evidence), details, s.iri, s.evidence)


def _events(contents: Contents) -> Iterator[tuple[str, Item]]:
    for e in contents.events:
        times = [time for iri in e.times if (time := contents.time_of.get(iri)) is not None]
        details = {
            "actors": _names(contents, e.actors),
            "places": _names(contents, e.places),
            "date": ", ".join(e.dates),
            "times": ", ".join(sorted(f"{_words(time.span)} ({time.value})" for time in times)),
            "rule": e.rule,
            PLACE: _place(e.trigger),
        }
        yield e.article, _item(Kind.EVENT, e.label, "happens", "", _words(e.trigger), details, e.iri, e.trigger)


def _times(contents: Contents) -> Iterator[tuple[str, Item]]:
    for t in contents.times:
        details = {"type": t.kind, "earliest": t.earliest, "latest": t.latest, "rule": t.rule, PLACE: _place(t.span)}
        yield t.article, _item(Kind.TIME, "", t.value, "", _words(t.span), details, t.iri, t.span)


def _mentions(contents: Contents) -> Iterator[tuple[str, Item]]:
    for actor in contents.actors:
        for mention in actor.mentions:
            spans = (mention.span,)
            details = {PLACE: _place(spans)}
            item = _item(Kind.MENTION, actor.label, "named", "", mention.span.words, details, actor.iri, spans)
            yield mention.article, item


def _item(
    kind: Kind,
    who: str,
    relation: str,
    whom: str,
    words: str,
    details: Mapping[str, str | None],
    iri: str,
    spans: Sequence[SpanRecord],
) -> Item:
    start = min((span.start for span in spans), default=0)
    return Item(kind, who, relation, whom, words, _filled(details), short_form(iri), start)


def _filled(details: Mapping[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in details.items() if value)


def _names(contents: Contents, actors: Sequence[str]) -> str:
    return ", ".join(sorted(map(contents.label, actors)))


def _words(spans: Sequence[SpanRecord]) -> str:
    return " … ".join(span.words for span in spans)


def _place(spans: Sequence[SpanRecord]) -> str:
    return ", ".join(f"{span.start}–{span.end}" for span in spans)


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:.2f}"
