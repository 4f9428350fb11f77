"""What is found in one article, as frozen records.

The facts of an article depend on no other article, turn into one line of JSON and back, and are all that the graph
is built from. Actors are local to the article: `Actor.key` is unique inside it and nowhere else.

Spans count Unicode code points of `Article.body`, half open.
"""

from dataclasses import dataclass
from enum import StrEnum

from pydantic import TypeAdapter

FACTS_VERSION = 3
"""Changes with the shape of the records, so that stored facts of another shape are never misread."""


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    PLACE = "place"
    GROUP = "group"


class MentionKind(StrEnum):
    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class QuotationKind(StrEnum):
    """The five types of the German Wikinews quotation corpus (Petersen-Frey and Biemann, LREC-COLING 2024)."""

    DIRECT = "Direct"
    INDIRECT = "Indirect"
    REPORTED = "Reported"
    FREE_INDIRECT = "FreeIndirect"
    INDIRECT_FREE_INDIRECT = "IndirectFreeIndirect"


class Polarity(StrEnum):
    OPPOSING = "Opposing"
    SUPPORTING = "Supporting"


class Act(StrEnum):
    """Kinds of act between actors, after PLOVER's event types."""

    ACCUSE = "Accuse"
    REJECT = "Reject"
    DEMAND = "Demand"
    THREATEN = "Threaten"
    PROTEST = "Protest"
    SANCTION = "Sanction"
    COERCE = "Coerce"
    ASSAULT = "Assault"
    COMPETE = "Compete"
    ENDORSE = "Endorse"
    COOPERATE = "Cooperate"
    AID = "Aid"


class Status(StrEnum):
    """How far the article itself vouches for an act."""

    ACTUAL = "Actual"
    REPORTED_BY_OTHER = "ReportedByOther"
    PLANNED = "Planned"
    DENIED = "Denied"


class TimexType(StrEnum):
    """Types of TIMEX3 (TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of the article's body."""

    start: int
    end: int

    def text(self, body: str) -> str:
        return body[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what is known about its publication.

    Attributes:
        source: path relative to the input folder, with `/`; the file's name for a file named on the command line.
        body: the text that all spans count in.
        title: headline, or None.
        date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or None where none or an impossible one is given.
        language: BCP 47 tag of the body.
        doubts: what was doubtful while reading, as messages for the user (an impossible date, another encoding).
    """

    source: str
    body: str
    title: str | None = None
    date: str | None = None
    language: str = "de"
    url: str | None = None
    publisher: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One expression that refers to an actor, without article words ("US-Außenminister Antony Blinken")."""

    span: Span
    actor: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts, speaks or is stood against, as one article knows them.

    Attributes:
        key: unique in the article, deterministic.
        label: the fullest name ("Antony Blinken"); for states the usual German name ("USA").
        names: other names, not descriptions ("Blinken").
        roles: "US-Außenminister".
        affiliation: key of the actor that the role belongs to.
        wikidata: item ("Q30") where the gazetteer knows it.
        gender: "Masc", "Fem" or "Neut" where known (Universal Dependencies' feature values).
    """

    key: str
    label: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    affiliation: str | None = None
    wikidata: str | None = None
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody said something.

    Attributes:
        content: one or more spans, in text order.
        speakers: actor keys, at most two; empty where the text names no actor.
        nested_in: index in `Facts.quotations` of the quotation around this one.
        about: keys of actors mentioned in the content.
        rule: name of the rule that found it.
        cue_lemma: lexicon entry that fired, if any.
    """

    kind: QuotationKind
    content: tuple[Span, ...]
    speakers: tuple[str, ...] = ()
    speaker_span: Span | None = None
    cue: tuple[Span, ...] = ()
    addressee: str | None = None
    addressee_span: Span | None = None
    frame: tuple[Span, ...] = ()
    nested_in: int | None = None
    about: tuple[str, ...] = ()
    confidence: float = 0.5
    rule: str = ""
    cue_lemma: str | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """One actor acts or speaks against or for another.

    Attributes:
        in_quotation: index in `Facts.quotations` of the innermost quotation that contains the cue.
    """

    source: str
    target: str
    polarity: Polarity
    act: Act
    status: Status
    evidence: Span
    cue: tuple[Span, ...] = ()
    in_quotation: int | None = None
    confidence: float = 0.5
    rule: str = ""
    cue_lemma: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as written and as a TIMEX3 value.

    Attributes:
        value: TIMEX3 `value` ("2022-01-26", "2005-W32", "XXXX-WXX-3", "P3Y", "PRESENT_REF").
        earliest, latest: ISO days that bound it, where they can be known.
        rule: name of the grammar's rule that read it.
        implied: whether the words do not write this time but imply it, as "gestern Abend" its day and "vor zwei
            Jahren" a year (TimeML's empty TIMEX3); the span is then the words that imply it. A stretch is an interval
            of EDTF: "in den nächsten zwei Jahren" implies "2010/2012".
    """

    span: Span
    value: str
    kind: TimexType
    earliest: str | None = None
    latest: str | None = None
    rule: str = ""
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, happens or is planned.

    Attributes:
        label: short German label with the main participants.
        trigger: the one word that carries the event.
        actors: keys of the participants.
        places: keys of actors that are the event's place.
        times: indices in `Facts.times`.
        status: whether it is told as having happened, told by somebody, planned or possible, or negated.
        rule: how the first of its times was found to date the trigger.
    """

    label: str
    trigger: Span
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    times: tuple[int, ...] = ()
    rule: str = ""
    status: Status = Status.ACTUAL


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything found in one article."""

    article: Article
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    stances: tuple[Stance, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    version: int = FACTS_VERSION

    def to_json(self) -> str:
        """One line of JSON."""
        return _ADAPTER.dump_json(self, exclude_defaults=True).decode("utf-8")

    @staticmethod
    def from_json(line: str) -> "Facts":
        """The record behind a line that `to_json` wrote.

        Raises:
            pydantic.ValidationError: the line is not a record of this shape.
        """
        return _ADAPTER.validate_json(line)


_ADAPTER = TypeAdapter(Facts)
