"""The entries behind a statement's cue, found again by the names that the statement keeps of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.facts import Act
from kg.lexicon.act_words import ModalWord
from kg.lexicon.acts import (
    Carrier,
    NounAct,
    Predicate,
    PrepositionAct,
    VerbAct,
    carriers,
    noun_acts,
    predicates,
    preposition_acts,
    verb_acts,
)
from kg.lexicon.judging import Judgement, Misdeed, Topic, judgements, topics
from kg.lexicon.loader import read_table
from kg.lexicon.reporting import SUBJECT, ReportingVerb, noun_of, reporting_markers, reporting_verbs

_TABLE_OF = {"verb": "acts_verbs", "predicate": "acts_adjectives"}
_NOUN_RULES = ("noun", "carrier", "standing")
_ActEntry = VerbAct | NounAct | Predicate | PrepositionAct


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table of the lexicon, for readers.

    Attributes:
        table: name of the file in `kg/lexicon/` without its ending.
        name: the word or words as they stand in the table.
        traits: what the entry says of them, such as where the content stands.
    """

    table: str
    name: str
    traits: tuple[str, ...]
    example: str


def reporting_entry(rule: str, lemma: str | None) -> Entry | None:
    """The entry of a quotation's cue, or None where the rule needs none or the word is in no table."""
    if lemma is None:
        return None
    markers = (m for m in reporting_markers() if m.words == lemma)
    marker = next((Entry("reporting_markers", m.words, (m.kind,), m.example) for m in markers), None)
    noun = noun_of(lemma)
    of_noun = None if noun is None else Entry("reporting_nouns", noun.lemma, noun.roles, noun.example)
    verb = next((_of_verb(v) for v in reporting_verbs() if v.lemma == lemma), None)
    in_order = (of_noun, marker, verb) if rule.startswith("noun") else (verb, marker, of_noun)
    return next((entry for entry in in_order if entry is not None), None)


def act_entry(rule: str, lemma: str | None, act: Act) -> Entry | None:
    """The entry of a stance's cue, the one whose act is the stance's where several have the word."""
    if lemma is None:
        return None
    if rule == "content-misdeed":
        return next((Entry("acts_misdeeds", m.lemma, (), m.example) for m in _misdeeds() if m.lemma == lemma), None)
    named = list(_acts(rule, lemma))
    # "Visionär" beside "visionär": the word as it is written first.
    named.sort(key=lambda one: one[0].name != lemma)
    telling = [entry for entry, acts in named if act in acts]
    # "müsste handeln" demands by the modal, whatever the word tells as a verb.
    modal = [entry for entry, _ in named if entry.table == "acts_modality"]
    return next(iter([*telling, *modal, *(entry for entry, _ in named)]), None)


def _of_verb(verb: ReportingVerb) -> Entry:
    traits = [verb.act, f"content: {', '.join(verb.content)}"]
    traits += [f"speaker: {verb.speaker}"] * (verb.speaker != SUBJECT)
    traits += [f"addressee: {', '.join(verb.addressee)}"] * bool(verb.addressee)
    traits += [verb.medium] * (verb.medium != "any")
    traits += ["weak"] * verb.weak
    return Entry("reporting_verbs", verb.lemma, tuple(traits), verb.example)


def _acts(rule: str, lemma: str) -> Iterator[tuple[Entry, tuple[Act, ...]]]:
    """Entries of the word with the acts that they can tell, first those of the table that the rule reads."""
    tables: dict[str, Iterable[_ActEntry]] = {
        "acts_verbs": (e for e in verb_acts().get(lemma, ()) if e.lemma == lemma and e not in _idioms()),
        "acts_idioms": (e for e in verb_acts().get(lemma, ()) if e.lemma == lemma and e in _idioms()),
        "acts_nouns": noun_acts().get(lemma.lower(), ()),
        "acts_adjectives": predicates().get(lemma.lower(), ()),
        "acts_prepositions": (
            e for e in preposition_acts().get(lemma.split()[0].lower() if lemma else "", ()) if e.words == lemma
        ),
    }
    first = "acts_nouns" if rule in _NOUN_RULES else _TABLE_OF.get(rule, "")
    for table in sorted(tables, key=lambda name: name != first):
        for entry in tables[table]:
            others = (getattr(entry, kind, None) for kind in ("negated", "contest", "spoken"))
            yield _of_act(table, entry), (entry.act, *(act for act in others if act is not None))
    judging: dict[str, Iterable[Carrier | Judgement | Topic]] = {
        "acts_judgements": judgements().get(lemma, ()),
        "acts_topics": topics().get(lemma, ()),
        "acts_carriers": carriers().get(lemma, ()),
    }
    for table, entries in judging.items():
        for helper in entries:
            yield Entry(table, helper.lemma, (), helper.example), ()
    for modal in _modal_words():
        if modal.word == lemma:
            yield Entry("acts_modality", modal.word, (modal.kind,), modal.example), ()


@cache
def _misdeeds() -> tuple[Misdeed, ...]:
    return read_table("acts_misdeeds", Misdeed)


@cache
def _idioms() -> frozenset[VerbAct]:
    return frozenset(read_table("acts_idioms", VerbAct))


@cache
def _modal_words() -> tuple[ModalWord, ...]:
    return read_table("acts_modality", ModalWord)


def _of_act(table: str, entry: _ActEntry) -> Entry:
    name = entry.words if isinstance(entry, PrepositionAct) else entry.lemma
    traits: list[str] = [entry.act.value]
    for slot in ("source", "target"):
        traits += [f"{slot}: {', '.join(places)}"] if (places := getattr(entry, slot, ())) else []
    beside = (getattr(entry, key, None) for key in ("noun", "word", "preposition"))
    traits += [f"with {word}" for word in beside if word]
    traits += ["reflexive"] * (getattr(entry, "reflexive", None) is True)
    traits += ["mutual"] * entry.mutual
    return Entry(table, name, tuple(traits), entry.example)
