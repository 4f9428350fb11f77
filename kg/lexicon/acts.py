"""The lexicon of acts: which German words say that one actor acts against or for another, and where both stand.

A slot is a place in the sentence: `subj`, `obj`, `dat` (dative object), `dass` (subject of the content clause), `inf`
(objects of the dependent infinitive), `gen` (genitive), `poss` (possessive), `adj` (adjective of a state), `staff` (for
whom those in the subject work), or a preposition. A target slot's phrase need not name an actor itself: an act on
somebody's plan is one towards its owner.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import ConfigDict

from kg.facts import Act, Polarity
from kg.lexicon.loader import read_table

_STRICT = ConfigDict(extra="forbid")

SUPPORTING = frozenset({Act.ENDORSE, Act.COOPERATE, Act.AID})
MATERIAL = frozenset({Act.PROTEST, Act.SANCTION, Act.COERCE, Act.ASSAULT, Act.COMPETE, Act.COOPERATE, Act.AID})
"""Acts that are done, not said: an intention to do them is a plan, while "will ablehnen" already rejects."""


def polarity(act: Act) -> Polarity:
    return Polarity.SUPPORTING if act in SUPPORTING else Polarity.OPPOSING


class Reach(StrEnum):
    """What a target slot may hold: an actor itself, the owner of something, or either."""

    ANY = "any"
    ACTOR = "actor"
    OWNER = "owner"


class Embeds(StrEnum):
    """What a verb makes of the act in its content clause."""

    CLAIM = "claim"
    WISH = "wish"
    DENIAL = "denial"


class Carrying(StrEnum):
    """What a support verb makes of the act that its noun names."""

    ACTUAL = "Actual"
    PLANNED = "Planned"
    WISH = "Wish"
    RECEIVED = "Received"
    """The subject is acted upon ("stieß auf Kritik", "erhielt Hilfe")."""
    OCCURRING = "Occurring"
    """No one end is the subject ("kam es zum Streit zwischen", "die Kritik richtet sich gegen")."""
    REFUSED = "Refused"
    """A support that is not given rejects whom it was for ("verweigerte die Zustimmung")."""
    ENDED = "Ended"
    """A support that ends punishes whom it was for ("kündigte den Vertrag")."""
    LIFTED = "Lifted"
    """A measure or an accusation that is taken back or turned down favours whom it was against."""
    LOST = "Lost"
    """Whose support the subject loses, rejects it ("verlor das Vertrauen des Präsidenten")."""
    SETTLED = "Settled"
    """A conflict that ends is an agreement ("legten den Streit bei")."""


@dataclass(frozen=True, slots=True)
class VerbAct:
    """A verb in one of its frames.

    Attributes:
        participle: past participle, also the form that stands before a noun ("angegriffen").
        target: slots, the first that holds an actor counts; "reply" is what the clause's noun for an answer answers.
        noun, word, preposition: what must stand beside the verb for this frame ("Kritik", "verantwortlich", "zu"); the
            word may stand at the noun.
        at: the preposition of an idiom's noun ("in Schutz nehmen"), empty for none; its noun, if
            short, ends no compounds.
        reflexive: True needs "sich", False excludes it.
        mutual: the act goes both ways; a compound subject acts on itself.
        negated: what the negated verb is, where that is an act of its own ("nicht zustimmen").
        only_negated: the verb is an act only where negated.
        contest: what the verb means in sport and elections.
        only_contest: the verb is an act only in sport and elections.
        intransitive: an object beside makes it another verb ("auf den Minister bauen", but "ein Haus auf …").
        spoken: what it is of a person against a state or body ("der Minister griff Russland an").
        agent: who does it where a passive doesn't say, if the article has just one actor called so ("Polizei"); so too
            where the target is the subject and `source` is empty ("muss ins Gefängnis").
        body: prepositions before an office or a meeting; the organisation whose that is does it where a passive doesn't
            say ("zum Vorsitzenden der Partei gewählt").
    """

    __pydantic_config__ = _STRICT

    lemma: str
    participle: str
    act: Act
    target: tuple[str, ...]
    example: str
    source: tuple[str, ...] = ("subj",)
    noun: str | None = None
    at: str | None = None
    word: str | None = None
    preposition: str | None = None
    reflexive: bool | None = None
    mutual: bool = False
    negated: Act | None = None
    only_negated: bool = False
    contest: Act | None = None
    only_contest: bool = False
    intransitive: bool = False
    spoken: Act | None = None
    agent: str | None = None
    body: tuple[str, ...] = ()
    embeds: Embeds | None = None
    reach: Reach = Reach.ANY

    @property
    def special(self) -> int:
        """How much must stand beside the verb: the more, the earlier the frame is tried."""
        beside = (self.noun, self.at, self.word, self.preposition)
        return sum(word is not None for word in beside) + (self.reflexive is True)


@dataclass(frozen=True, slots=True)
class NounAct:
    """A noun that names an act, or with `standing` the one who stands so ("Gegner").

    Attributes:
        source, target: slots, the first that holds an actor counts; "prefix" is a compound's first part
            ("Putin-Gegner"), "appos" a name that stands beside.
        word: an adjective that must stand at the noun.
        carried: an act only with a support verb ("Front machen gegen").
        whole: does not end compounds ("Urteil", but not "Vorurteil"); those of `carried` never do.
        agent: who does it where the phrase doesn't say, if the article has just one actor called so ("Polizei").
        possible: with an indefinite article it names what may come about ("die Chancen einer Koalition").
        backwards: whose it is, is acted upon ("seine Niederlage gegen"), with `standing` who is called so
            ("Wunschkandidat des Präsidenten").
    """

    __pydantic_config__ = _STRICT

    lemma: str
    act: Act
    target: tuple[str, ...]
    example: str
    source: tuple[str, ...] = ("gen", "von", "poss", "adj", "durch")
    word: str | None = None
    possible: bool = False
    mutual: bool = False
    contest: Act | None = None
    spoken: Act | None = None
    standing: bool = False
    backwards: bool = False
    carried: bool = False
    whole: bool = False
    agent: str | None = None
    reach: Reach = Reach.ANY

    @property
    def passive(self) -> bool:
        """Whether the noun's genitive is the one acted upon ("die Festnahme des Ministers")."""
        return "gen" in self.target and not self.standing


@dataclass(frozen=True, slots=True)
class Predicate:
    """An adjective or noun that says how somebody stands; without `target` a judgement.

    Attributes:
        said: judges only whom or what it is said of ("nannte ihn einen Verräter"), not whose it is.
        shames: a phrase with "für" names whom it judges ("ein Armutszeugnis für den Minister", "ein Erfolg für ihn").
    """

    __pydantic_config__ = _STRICT

    lemma: str
    act: Act
    example: str
    target: tuple[str, ...] = ()
    mutual: bool = False
    said: bool = False
    shames: bool = False


@dataclass(frozen=True, slots=True)
class PrepositionAct:
    """A prepositional cue.

    Attributes:
        predicate: counts only as the predicate of a clause ("ist gegen den Plan").
        owner: governs a resistance ("trotz des Verbots"), and whose that is, is the target.
        backwards: who is governed acts on the clause's subject ("mit Unterstützung von").
        verbs: the clause's verb has to be one of these ("stand auf der Seite", not "auf der Seite fehlten").
    """

    __pydantic_config__ = _STRICT

    words: str
    act: Act
    example: str
    mutual: bool = False
    predicate: bool = False
    owner: bool = False
    backwards: bool = False
    verbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carrier:
    """A support verb of the act that the noun in `slot` names; `status` says who its subject is.

    Attributes:
        target: slots of the verb, beside those of the noun, for the one acted upon ("die Kritik zielt auf …").
        act: the verb carries only this act ("kassierte eine Niederlage", but "kassierte das Urteil").
    """

    __pydantic_config__ = _STRICT

    lemma: str
    slot: str
    status: Carrying
    example: str
    target: tuple[str, ...] = ()
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class NeutralVerb:
    """What beside a verb of acts makes it tell none ("aus dem Krankenhaus entlassen"); the keys are those of verbs."""

    __pydantic_config__ = _STRICT

    lemma: str
    participle: str
    example: str
    noun: str | None = None
    at: str | None = None
    word: str | None = None
    preposition: str | None = None
    reflexive: bool | None = None
    only_contest: bool = False


@cache
def verb_acts() -> dict[str, tuple[VerbAct, ...]]:
    """Frames by lemma and by participle, the most demanding frame first."""
    found: dict[str, list[VerbAct]] = {}
    for entry in (*read_table("acts_verbs", VerbAct), *read_table("acts_idioms", VerbAct)):
        for form in dict.fromkeys((entry.lemma, entry.participle)):
            found.setdefault(form, []).append(entry)
    return {form: tuple(sorted(entries, key=lambda e: -e.special)) for form, entries in found.items()}


@cache
def noun_acts() -> dict[str, tuple[NounAct, ...]]:
    """Entries by lemma in lower case, those first that need an adjective beside."""
    found: dict[str, list[NounAct]] = {}
    for entry in read_table("acts_nouns", NounAct):
        found.setdefault(entry.lemma.lower(), []).append(entry)
    return {lemma: tuple(sorted(entries, key=lambda e: e.word is None)) for lemma, entries in found.items()}


@cache
def predicates() -> dict[str, tuple[Predicate, ...]]:
    found: dict[str, list[Predicate]] = {}
    for entry in read_table("acts_adjectives", Predicate):
        found.setdefault(entry.lemma.lower(), []).append(entry)
    return {lemma: tuple(entries) for lemma, entries in found.items()}


@cache
def preposition_acts() -> dict[str, tuple[PrepositionAct, ...]]:
    """Cues by their first word in lower case, the longest cue first."""
    found: dict[str, list[PrepositionAct]] = {}
    for entry in read_table("acts_prepositions", PrepositionAct):
        found.setdefault(entry.words.split()[0].lower(), []).append(entry)
    return {word: tuple(sorted(entries, key=lambda e: -len(e.words.split()))) for word, entries in found.items()}


@cache
def carriers() -> dict[str, tuple[Carrier, ...]]:
    found: dict[str, list[Carrier]] = {}
    for entry in read_table("acts_carriers", Carrier):
        found.setdefault(entry.lemma, []).append(entry)
    return {lemma: tuple(entries) for lemma, entries in found.items()}


@cache
def neutral_verbs() -> dict[str, tuple[NeutralVerb, ...]]:
    found: dict[str, list[NeutralVerb]] = {}
    for entry in read_table("acts_neutral", NeutralVerb):
        for form in dict.fromkeys((entry.lemma, entry.participle)):
            found.setdefault(form, []).append(entry)
    return {form: tuple(entries) for form, entries in found.items()}
