"""What the page shows, as frozen records. `kg.view.reader` reads them from a graph."""

from dataclasses import dataclass
from functools import cached_property

from kg.facts import ActorKind, Polarity, Status
from kg.view.passages import MarkedSpan, Stretch


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an article names an actor."""

    article: str
    span: MarkedSpan


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An actor as the graph knows it.

    Attributes:
        articles: number of articles that mention the actor.
        identity: IRI of the same thing elsewhere (Wikidata), or None.
        affiliation: label of the actor that the role belongs to, or None.
        mention: the first place that names the actor, or None.
    """

    iri: str
    label: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    affiliation: str | None = None
    identity: str | None = None
    articles: int = 0
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article. `date` is as precise as it is known: a year, a month or a day."""

    iri: str
    file: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What built the graph, with its versions."""

    iri: str
    program: str | None = None
    model: str | None = None
    ontology: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a statement or event rests on.

    Attributes:
        article, run: IRIs.
        spans: in the order of the text.
        stretches: the sentences that hold the spans.
    """

    article: str
    spans: tuple[MarkedSpan, ...]
    stretches: tuple[Stretch, ...]
    run: str | None = None

    @property
    def start(self) -> int:
        """Where the words begin in the article's body."""
        return min((span.start for span in self.spans if span.mark.value in {"evidence", "trigger"}), default=0)


@dataclass(frozen=True, slots=True)
class StanceRecord:
    """One actor for or against another. Confidences are kept as the graph writes them."""

    iri: str
    source: str
    target: str
    polarity: Polarity
    act: str
    status: Status
    evidence: Evidence
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class QuotationRecord:
    """Somebody said something.

    Attributes:
        speakers, addressees, about: IRIs of actors.
        claim: IRI of what is said, `claim_text` its words.
        nested: whether it lies in another quotation.
    """

    iri: str
    kind: str
    speakers: tuple[str, ...]
    addressees: tuple[str, ...]
    about: tuple[str, ...]
    evidence: Evidence
    confidence: str | None = None
    claim: str | None = None
    claim_text: str | None = None
    nested: bool = False


@dataclass(frozen=True, slots=True)
class TimeRecord:
    """A time expression.

    Attributes:
        earliest, latest: ISO days that bound it, or None.
    """

    iri: str
    article: str
    span: MarkedSpan
    timex: str
    kind: str
    earliest: str | None = None
    latest: str | None = None
    run: str | None = None


@dataclass(frozen=True, slots=True)
class EventRecord:
    """Something that happened, happens or is planned.

    Attributes:
        actors, places, times: IRIs.
        dates: values of `kg:date` as the graph writes them.
        earliest, latest: ISO days that bound the event, or None where nothing dates it.
        status: whether the article tells it as having happened.
    """

    iri: str
    label: str
    evidence: Evidence
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    status: Status = Status.ACTUAL


@dataclass(frozen=True)
class Records:
    """All that the page shows, each kind in the order of its IRIs.

    Attributes:
        times: those that date an event.
        folded: number of quotations that are left out, because they lie in another one of the same speaker.
    """

    actors: tuple[ActorRecord, ...] = ()
    articles: tuple[ArticleRecord, ...] = ()
    stances: tuple[StanceRecord, ...] = ()
    quotations: tuple[QuotationRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()
    times: tuple[TimeRecord, ...] = ()
    runs: tuple[RunRecord, ...] = ()
    folded: int = 0

    @cached_property
    def actor_iris(self) -> frozenset[str]:
        return frozenset(actor.iri for actor in self.actors)
