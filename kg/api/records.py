"""What a graph tells, as frozen records that point at the words which show it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar

_PLACE = ("evidence", "start", "end", "file", "title", "published")

Value = str | int | float | bool | Decimal | date | datetime | None


@dataclass(frozen=True, slots=True, repr=False)
class Article:
    """One text and what is known about its publication.

    Attributes:
        published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as known.
        body: None in a graph that was built without text.
    """

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "file",
        "title",
        "published",
        "publisher",
        "url",
        "language",
        "iri",
    )

    iri: str
    file: str
    title: str | None
    published: str | None
    language: str | None
    url: str | None
    publisher: str | None
    body: str | None

    def __str__(self) -> str:
        return self.title or self.file

    def __repr__(self) -> str:
        return f"Article({self.file!r})"

    def row(self) -> dict[str, Value]:
        values = (
            self.file,
            self.title,
            self.published,
            self.publisher,
            self.url,
            self.language,
            self.iri,
        )
        return dict(zip(self.COLUMNS, values, strict=True))


@dataclass(frozen=True, slots=True, repr=False)
class Actor:
    """Who acts, speaks or is stood against. `str()` gives the name.

    Attributes:
        type: `Person`, `Organization`, `Country`, `Place` or `Group`.
        affiliation: name of the country or organisation that the roles belong to.
        wikidata: item, such as `Q36`.
        mentions: how many expressions in the articles name the actor.
    """

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "name",
        "type",
        "other_names",
        "roles",
        "affiliation",
        "wikidata",
        "mentions",
        "iri",
    )

    iri: str
    name: str
    type: str
    other_names: tuple[str, ...]
    roles: tuple[str, ...]
    affiliation: str | None
    wikidata: str | None
    mentions: int

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"Actor({self.name!r})"

    def row(self) -> dict[str, Value]:
        values = (
            self.name,
            self.type,
            "; ".join(self.other_names),
            "; ".join(self.roles),
            self.affiliation,
            self.wikidata,
            self.mentions,
            self.iri,
        )
        return dict(zip(self.COLUMNS, values, strict=True))


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article: `article.body[start:end] == text`."""

    text: str
    start: int
    end: int
    article: Article = field(repr=False)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody said something.

    Attributes:
        speakers: at most two; none where the text names no actor.
        said: the words of the claim.
        type: `Direct`, `Indirect`, `Reported`, `FreeIndirect` or `IndirectFreeIndirect`.
        cue: the reporting words; nothing where there are none.
        about: the actors whom the claim mentions.
        nested_in: IRI of the quotation around this one.
        evidence: the content, in the order of the text.
    """

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "speaker",
        "said",
        "type",
        "cue",
        "addressee",
        "about",
        "confidence",
        "nested_in",
        *_PLACE,
        "iri",
    )

    iri: str
    speakers: tuple[Actor, ...]
    said: str
    type: str
    cue: str
    addressees: tuple[Actor, ...]
    about: tuple[Actor, ...]
    nested_in: str | None
    confidence: float | None
    article: Article
    evidence: tuple[Passage, ...]

    def row(self) -> dict[str, Value]:
        values = (
            _names(self.speakers),
            self.said,
            self.type,
            self.cue,
            _names(self.addressees),
            _names(self.about),
            self.confidence,
            self.nested_in,
            *_place(self.article, self.evidence),
            self.iri,
        )
        return dict(zip(self.COLUMNS, values, strict=True))


@dataclass(frozen=True, slots=True)
class Stance:
    """One actor acts or speaks against or for another.

    Attributes:
        polarity: `Opposing` or `Supporting`.
        act: `Accuse`, `Endorse`, …
        status: `Actual`, `ReportedByOther`, `Planned` or `Denied`.
        in_quotation: IRI of the quotation that the act stands in.
    """

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "source",
        "polarity",
        "act",
        "target",
        "status",
        "confidence",
        "in_quotation",
        *_PLACE,
        "iri",
    )

    iri: str
    source: Actor
    target: Actor
    polarity: str
    act: str
    status: str
    in_quotation: str | None
    confidence: float | None
    article: Article
    evidence: tuple[Passage, ...]

    def row(self) -> dict[str, Value]:
        values = (
            self.source.name,
            self.polarity,
            self.act,
            self.target.name,
            self.status,
            self.confidence,
            self.in_quotation,
            *_place(self.article, self.evidence),
            self.iri,
        )
        return dict(zip(self.COLUMNS, values, strict=True))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, happens or is planned.

    Attributes:
        dates: calendar dates and times that the text is certain about, as precise as it is.
        written: the words of its time expressions.
        earliest, latest: ISO days that bound it, also where the day is not certain.
        evidence: the one word that carries the event.
    """

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "event",
        "date",
        "earliest",
        "latest",
        "written",
        "actors",
        "places",
        *_PLACE,
        "iri",
    )

    iri: str
    label: str
    dates: tuple[str, ...]
    written: tuple[str, ...]
    earliest: str | None
    latest: str | None
    actors: tuple[Actor, ...]
    places: tuple[Actor, ...]
    article: Article
    evidence: tuple[Passage, ...]

    def row(self) -> dict[str, Value]:
        values = (
            self.label,
            "; ".join(self.dates),
            self.earliest,
            self.latest,
            "; ".join(self.written),
            _names(self.actors),
            _names(self.places),
            *_place(self.article, self.evidence),
            self.iri,
        )
        return dict(zip(self.COLUMNS, values, strict=True))


class Row(Mapping[str, Value]):
    """One row of a query's answer: `row["who"]` or `row.who`; None where the query found nothing."""

    __slots__ = ("_values",)

    _values: dict[str, Value]

    def __init__(self, values: Mapping[str, Value]) -> None:
        object.__setattr__(self, "_values", dict(values))

    def __getitem__(self, name: str) -> Value:
        return self._values[name]

    def __getattr__(self, name: str) -> Value:
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(f"no column {name}. There are: {', '.join(self._values)}") from None

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("rows are read only")

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(tuple(self._values.items()))

    def __reduce__(self) -> tuple[type["Row"], tuple[dict[str, Value]]]:
        return Row, (self._values,)

    def __repr__(self) -> str:
        return f"Row({', '.join(f'{k}={v!r}' for k, v in self._values.items())})"

    def row(self) -> dict[str, Value]:
        return dict(self._values)


def _names(actors: tuple[Actor, ...]) -> str:
    return "; ".join(actor.name for actor in actors)


def _place(article: Article, evidence: tuple[Passage, ...]) -> tuple[Value, ...]:
    """The evidence from its first to its last word, and where it stands."""
    return (
        " … ".join(passage.text for passage in evidence),
        min((passage.start for passage in evidence), default=None),
        max((passage.end for passage in evidence), default=None),
        article.file,
        article.title,
        article.published,
    )
