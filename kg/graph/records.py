"""What a graph says, as frozen records: for comparing, counting and exporting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class SpanRecord:
    """Words of an article: code points `start` to `end` (exclusive) of its body."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One text and what is known about its publication.

    Attributes:
        published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or None.
        body: None in a graph that was built without text.
    """

    iri: str
    file: str
    title: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    publisher: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """An expression in an article that refers to an actor."""

    article: str
    span: SpanRecord


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """Who acts, speaks or is stood against.

    Attributes:
        kind: `Person`, `Organization`, `Country`, `Place` or `Group`.
        names: other names.
        affiliation: IRI of an actor.
        wikidata: item, such as `Q36`.
    """

    iri: str
    label: str
    kind: str
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    affiliation: str | None = None
    wikidata: str | None = None
    mentions: tuple[MentionRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class IdentificationRecord:
    """Why an article's actor is one whom it names otherwise.

    Attributes:
        name: the article's name of the actor.
        actor: IRI.
        grounds: what it goes by, as phrases.
    """

    iri: str
    article: str
    name: str
    actor: str
    rule: str
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationRecord:
    """Somebody said something.

    Attributes:
        kind: `Direct`, `Indirect`, `Reported`, `FreeIndirect` or `IndirectFreeIndirect`.
        speakers, addressees, about: IRIs of actors.
        claim: IRI of what was said; `text` is its words.
        nested_in: IRI of the quotation around this one.
    """

    iri: str
    article: str
    kind: str
    speakers: tuple[str, ...]
    claim: str
    text: str
    content: tuple[SpanRecord, ...]
    speaker_span: tuple[SpanRecord, ...] = ()
    cue: tuple[SpanRecord, ...] = ()
    addressees: tuple[str, ...] = ()
    addressee_span: tuple[SpanRecord, ...] = ()
    frame: tuple[SpanRecord, ...] = ()
    about: tuple[str, ...] = ()
    nested_in: str | None = None
    confidence: float | None = None
    rule: str | None = None
    cue_lemma: str | None = None


@dataclass(frozen=True, slots=True)
class StanceRecord:
    """One actor acts or speaks against or for another.

    Attributes:
        source, target: IRIs of actors.
        polarity: `Opposing` or `Supporting`.
        act: `Accuse`, `Endorse`, …
        status: `Actual`, `ReportedByOther`, `Planned` or `Denied`.
        in_quotation: IRI of the quotation that the act stands in.
    """

    iri: str
    article: str
    source: str
    target: str
    polarity: str
    act: str
    status: str
    evidence: tuple[SpanRecord, ...]
    cue: tuple[SpanRecord, ...] = ()
    in_quotation: str | None = None
    confidence: float | None = None
    rule: str | None = None
    cue_lemma: str | None = None


@dataclass(frozen=True, slots=True)
class TimeRecord:
    """A time as an article writes it.

    Attributes:
        value, kind: of TIMEX3.
        earliest, latest: ISO days.
        implied: not what the words of the span say but what follows from them: the day of "gestern Abend".
    """

    iri: str
    article: str
    span: tuple[SpanRecord, ...]
    value: str
    kind: str
    earliest: str | None = None
    latest: str | None = None
    rule: str | None = None
    implied: bool = False


@dataclass(frozen=True, slots=True)
class EventRecord:
    """Something that happened, happens or is planned.

    Attributes:
        actors, places: IRIs of actors.
        times: IRIs of time expressions.
        dates: calendar dates and times, as precise as they are known.
        status: `Actual`, `ReportedByOther`, `Planned` or `Denied`.
    """

    iri: str
    article: str
    label: str
    trigger: tuple[SpanRecord, ...]
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    rule: str | None = None
    status: str = "Actual"


@dataclass(frozen=True)
class Contents:
    """All of a graph's records, those of an article in the order of its text, articles and actors by their IRIs.

    Attributes:
        versions: of program, model and ontology.
    """

    articles: tuple[ArticleRecord, ...] = ()
    actors: tuple[ActorRecord, ...] = ()
    quotations: tuple[QuotationRecord, ...] = ()
    stances: tuple[StanceRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()
    times: tuple[TimeRecord, ...] = ()
    identifications: tuple[IdentificationRecord, ...] = ()
    versions: tuple[tuple[str, str, str], ...] = ()

    @cached_property
    def article_of(self) -> Mapping[str, ArticleRecord]:
        return {article.iri: article for article in self.articles}

    @cached_property
    def actor_of(self) -> Mapping[str, ActorRecord]:
        return {actor.iri: actor for actor in self.actors}

    @cached_property
    def time_of(self) -> Mapping[str, TimeRecord]:
        return {time.iri: time for time in self.times}

    @cached_property
    def quotation_of(self) -> Mapping[str, QuotationRecord]:
        return {quotation.iri: quotation for quotation in self.quotations}

    def label(self, actor: str) -> str:
        """The name to show; the IRI's end where the graph describes no such actor."""
        known = self.actor_of.get(actor)
        return known.label if known else actor.rsplit("/", 1)[-1]

    def labels(self, actors: Iterable[str]) -> str:
        return ", ".join(map(self.label, actors))

    def own_speakers(self, quotation: QuotationRecord) -> tuple[str, ...]:
        """The speakers without those of the quotations around it: a phrase quoted in one's own words counts once."""
        around: set[str] = set()
        seen = {quotation.iri}
        outer = quotation.nested_in
        while outer is not None and outer not in seen and (record := self.quotation_of.get(outer)) is not None:
            seen.add(outer)
            around.update(record.speakers)
            outer = record.nested_in
        return tuple(speaker for speaker in quotation.speakers if speaker not in around)
