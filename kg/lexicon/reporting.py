"""The lexicon of reporting: verbs, nouns and small words that say that somebody said something."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import ConfigDict

from kg.lexicon.loader import read_table

Act = Literal[
    "statement", "announcement", "report", "explanation", "emphasis", "assessment", "belief", "conclusion", "question",
    "answer", "demand", "request", "proposal", "order", "warning", "threat", "promise", "accusation", "criticism",
    "praise", "denial", "rejection", "admission", "confirmation", "agreement",
]  # fmt: skip
Medium = Literal["any", "speech", "writing", "thought"]
NounRole = Literal["source", "content", "document", "conversation"]
MarkerKind = Literal[
    "preposition", "weak preposition", "comment", "relative", "resumptive", "hearsay", "modal", "correlate",
    "complementizer", "reflexive", "impersonal", "source", "addressee", "parenthesis", "declarative",
    "adverbial infinitive", "pointer", "postposition", "source preposition", "instrument",
    "doubtful resumptive", "nobody", "container", "supposing", "holder", "example", "voice",
    "origin", "own", "partner", "doubtful addressee", "giving",
]  # fmt: skip

CLAUSE, INFINITIVE, OBJECT, DATIVE, ACCUSATIVE, QUOTE = (
    "clause",
    "infinitive",
    "object",
    "dative",
    "accusative",
    "quote",
)
"""Places of content and addressee that are no prepositions."""
SUBJECT, QUOTED, NOBODY = "subject", "quoted", "none"
"""Places of the speaker that are no prepositions."""


@dataclass(frozen=True)
class ReportingVerb:
    """A verb of saying, writing or thinking with the places of its content and addressee.

    Attributes:
        lemma: dictionary form; further words stand before the verb ("zu Protokoll geben").
        content: "clause", "infinitive", "object", "dative", "quote", or prepositions of a noun phrase that names it.
        weak: reports only where mood or quotation marks show that somebody's words follow.
        act_alone: with a noun phrase it tells of an act done by speaking ("lehnte ab"), not of what was said.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    lemma: str
    content: tuple[str, ...]
    act: Act
    example: str
    speaker: str = SUBJECT
    addressee: tuple[str, ...] = ()
    medium: Medium = "any"
    weak: bool = False
    act_alone: bool = False

    @property
    def verb(self) -> str:
        return self.lemma.split()[-1]

    @property
    def words(self) -> tuple[str, ...]:
        """The words besides the verb that must be there, in lower case."""
        return tuple(w.lower() for w in self.lemma.split()[:-1] if not w.startswith("("))

    @property
    def prepositions(self) -> tuple[str, ...]:
        """Prepositions whose noun phrase names the content."""
        return tuple(c for c in self.content if c not in (CLAUSE, INFINITIVE, OBJECT, DATIVE, QUOTE))


@dataclass(frozen=True)
class ReportingNoun:
    """A noun of speech or of a document; the last part of a compound counts too."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    lemma: str
    roles: tuple[NounRole, ...]
    example: str


@dataclass(frozen=True)
class ReportingMarker:
    """A small word, or a few, that mark reported speech."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    words: str
    kind: MarkerKind
    example: str


NOUN_ENDINGS = ("sen", "en", "n", "e", "es", "s")
"""Of plural and case, for nouns whose lemma is not found."""


@cache
def reporting_verbs() -> tuple[ReportingVerb, ...]:
    return read_table("reporting_verbs", ReportingVerb)


@cache
def verbs_by_lemma() -> dict[str, tuple[ReportingVerb, ...]]:
    """Entries by the lemma of their verb, those with more words first."""
    found: dict[str, list[ReportingVerb]] = {}
    for entry in reporting_verbs():
        found.setdefault(entry.verb, []).append(entry)
    return {verb: tuple(sorted(entries, key=lambda e: -len(e.words))) for verb, entries in found.items()}


@cache
def reporting_nouns() -> tuple[ReportingNoun, ...]:
    return read_table("reporting_nouns", ReportingNoun)


@cache
def _nouns_by_length() -> tuple[ReportingNoun, ...]:
    return tuple(sorted(reporting_nouns(), key=lambda n: (-len(n.lemma), n.lemma)))


@cache
def noun_of(lemma: str) -> ReportingNoun | None:
    """The entry of a noun or of a compound's last part: "Medienbericht" -> "Bericht"."""
    low = lemma.lower()
    for noun in _nouns_by_length():
        name = noun.lemma.lower()
        for form in (low, *(low.removesuffix(e) for e in NOUN_ENDINGS if low.endswith(e))):
            if form == name or (len(name) > 3 and form.endswith(name)):
                return noun
    return None


@cache
def reporting_markers() -> tuple[ReportingMarker, ...]:
    return read_table("reporting_markers", ReportingMarker)


@cache
def markers(*kinds: MarkerKind) -> frozenset[str]:
    """Words of the markers of some kinds."""
    return frozenset(m.words for m in reporting_markers() if m.kind in kinds)


@cache
def names_voice(lemma: str) -> bool:
    """Whether a noun, or the last part of a compound, names people or a body that speak: "Armeeleitung"."""
    return lemma.lower().endswith(tuple(sorted(markers("voice"))))
