"""Words by which somebody judges, blames, claims or answers, and the nouns for what somebody does."""

from dataclasses import dataclass
from functools import cache

from pydantic import ConfigDict

from kg.lexicon.loader import read_table

_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verb that judges its object, or what stands in the slot `judged`, by a predicate word.

    `preposition` introduces that word if given.
    """

    __pydantic_config__ = _STRICT

    lemma: str
    example: str
    preposition: str | None = None
    judged: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A verb by which somebody claims the deed behind the preposition; without `noun` it needs "sich"."""

    __pydantic_config__ = _STRICT

    lemma: str
    preposition: str
    example: str
    noun: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A noun for an answer, and the preposition before what is answered."""

    __pydantic_config__ = _STRICT

    lemma: str
    preposition: str
    example: str


@dataclass(frozen=True, slots=True)
class DerivedNoun:
    """A noun for what the verb's subject does."""

    __pydantic_config__ = _STRICT

    lemma: str
    verb: str
    example: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A verb of speaking whose topic, in `slot`, is a judgement itself.

    With `answers` that of what was done before, if it doesn't say whose ("sprach von einer Provokation").
    """

    __pydantic_config__ = _STRICT

    lemma: str
    slot: str
    example: str
    answers: bool = False


@dataclass(frozen=True, slots=True)
class Misdeed:
    """A verb of wrongdoing: who says that somebody does so, accuses him.

    Attributes:
        negated: the wrong is not to do so ("habe nicht reagiert").
        noun: what must stand beside the verb, `at` its preposition, empty for none ("im Stich lassen").
        merit: to do so is to somebody's credit ("habe Wort gehalten").
    """

    __pydantic_config__ = _STRICT

    lemma: str
    example: str
    negated: bool = False
    noun: str | None = None
    at: str | None = None
    merit: bool = False


@dataclass(frozen=True, slots=True)
class Conduct:
    """A verb of doing whose adverb or object judges who does so ("habe gut gearbeitet")."""

    __pydantic_config__ = _STRICT

    lemma: str
    example: str


@cache
def judgements() -> dict[str, tuple[Judgement, ...]]:
    found: dict[str, list[Judgement]] = {}
    for entry in read_table("acts_judgements", Judgement):
        found.setdefault(entry.lemma, []).append(entry)
    return {lemma: tuple(entries) for lemma, entries in found.items()}


@cache
def claims() -> dict[str, Claim]:
    return {entry.lemma: entry for entry in read_table("acts_claims", Claim)}


@cache
def replies() -> dict[str, Reply]:
    """Lemma in lower case -> noun for an answer."""
    return {entry.lemma.lower(): entry for entry in read_table("acts_replies", Reply)}


@cache
def derived_nouns() -> dict[str, str]:
    """Noun in lower case -> the verb whose subject's deed it names."""
    return {entry.lemma.lower(): entry.verb for entry in read_table("acts_derived", DerivedNoun)}


@cache
def topics() -> dict[str, tuple[Topic, ...]]:
    found: dict[str, list[Topic]] = {}
    for entry in read_table("acts_topics", Topic):
        found.setdefault(entry.lemma, []).append(entry)
    return {lemma: tuple(entries) for lemma, entries in found.items()}


@cache
def misdeeds() -> dict[str, tuple[Misdeed, ...]]:
    """What people are blamed or praised for, by its verb, those first that need a noun beside."""
    found: dict[str, list[Misdeed]] = {}
    for entry in read_table("acts_misdeeds", Misdeed):
        found.setdefault(entry.lemma, []).append(entry)
    return {lemma: tuple(sorted(entries, key=lambda e: e.noun is None)) for lemma, entries in found.items()}


@cache
def conducts() -> frozenset[str]:
    return frozenset(e.lemma for e in read_table("acts_conduct", Conduct))
