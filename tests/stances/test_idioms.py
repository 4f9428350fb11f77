"""Idioms in all their forms: word order, passive, participle, negation, attributes, and what only looks like one."""

from dataclasses import replace

import pytest
from plain_cast import cast_of
from spacy.language import Language

from kg.extract.stances import find_stances
from kg.facts import Act
from kg.lexicon import read_table
from kg.lexicon.acts import VerbAct
from kg.lexicon.entries import act_entry

Expected = tuple[str, str, str, str]

SENTENCES: list[tuple[str, str, set[Expected]]] = [
    (
        "passive",
        "Der Minister wurde vom Präsidenten in die Mangel genommen.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "passive-with-dative",
        "Dem Minister wurde vom Präsidenten der Laufpass gegeben.",
        {("präsident", "minister", "Sanction", "Actual")},
    ),
    (
        "participle",
        "Der von der Behörde an die Luft gesetzte Minister schwieg.",
        {("behörde", "minister", "Sanction", "Actual")},
    ),
    (
        "subordinate",
        "Es gab Streit, weil die Behörde dem Konzern den Zuschlag erteilt hat.",
        {("behörde", "konzern", "Cooperate", "Actual")},
    ),
    (
        "object-first",
        "Einen Korb hat der Präsident dem Minister gegeben.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "infinitive-with-lassen",
        "Der Richter ließ den Minister hinter Gitter bringen.",
        {("richter", "minister", "Coerce", "Actual")},
    ),
    (
        "words-of-the-infinitive",
        "Der Präsident ließ den Minister im Regen stehen.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "attribute-inside",
        "Der Präsident erteilte dem Minister am Montag eine deutliche Abfuhr.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "adjective-of-the-idiom",
        "Der Präsident stellte dem Minister ein schlechtes Zeugnis aus.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "other-adjective",
        "Der Präsident stellte dem Minister ein gutes Zeugnis aus.",
        {("präsident", "minister", "Endorse", "Actual")},
    ),
    ("no-adjective", "Der Präsident stellte dem Minister ein Zeugnis aus.", set()),
    ("negated", "Der Präsident gab dem Minister keinen Korb.", set()),
    (
        "nearly-negated",
        "Der Präsident ließ kaum ein gutes Haar an dem Minister.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    ("only-negated", "Der Verein ließ dem Meister keine Chance.", {("verein", "meister", "Compete", "Actual")}),
    ("only-negated-affirmed", "Der Verein ließ dem Meister eine Chance.", set()),
    (
        "little-of-it",
        "Der Präsident stieß mit seinem Plan beim Verein auf wenig Gegenliebe.",
        {("verein", "präsident", "Reject", "Actual")},
    ),
    ("dative-of-a-passive-is-no-agent", "Verbrechen werden dem Minister und dem Verein zur Last gelegt.", set()),
    (
        "contraction",
        "Der Präsident führte den Minister hinters Licht.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "noun-behind-a-genitive",
        "Der Präsident hob die Reform des Ministers aus den Angeln.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "longer-noun-in-compound",
        "Der Verein zog gegen den Konzern vor das Verwaltungsgericht.",
        {("verein", "konzern", "Accuse", "Actual")},
    ),
    ("short-noun-in-compound", "Der Präsident gab dem Minister einen Brotkorb.", set()),
    ("without-its-preposition", "Der Präsident zeigte dem Minister den Korn.", set()),
    ("with-another-preposition", "Der Präsident brachte den Minister an das Gitter.", set()),
    ("subject-is-no-part", "Das Gericht brachte den Minister nach Hause.", set()),
    ("bare-noun-behind-a-preposition", "Der Präsident stellte dem Minister die Vase auf die Beine.", set()),
    (
        "drawn-to-ones-side",
        "Der Präsident zog den Minister auf seine Seite.",
        {("minister", "präsident", "Endorse", "Actual")},
    ),
    (
        "known-behind-oneself",
        "Der Präsident weiß den Verein hinter sich.",
        {("verein", "präsident", "Endorse", "Actual")},
    ),
    (
        "victim",
        "Der Minister fiel den Rebellen zum Opfer.",
        {("rebellen", "minister", "Assault", "Actual")},
    ),
    (
        "both-ways",
        "Der Verein und der Konzern haben das Kriegsbeil begraben.",
        {("verein", "konzern", "Cooperate", "Actual"), ("konzern", "verein", "Cooperate", "Actual")},
    ),
    (
        "owner-is-meant",
        "Der Präsident schlug die Einwände des Ministers in den Wind.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "opposite-of-a-favour",
        "Der Präsident erwies dem Minister einen Bärendienst.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    ("things", "Der Plan fiel dem Minister aus der Hand.", set()),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=i) for i, t, e in SENTENCES])
def test_find_stances_reads_idioms(text: str, expected: set[Expected], nlp: Language) -> None:
    doc = nlp(text)
    found = find_stances(doc, cast_of(doc), ())
    assert {(s.source, s.target, s.act.value, s.status.value) for s in found} == expected


def test_lexicon_has_enough_idioms() -> None:
    assert len(read_table("acts_idioms", VerbAct)) >= 500


def test_idiom_is_no_second_entry_of_a_verb() -> None:
    entries = (*read_table("acts_verbs", VerbAct), *read_table("acts_idioms", VerbAct))
    frames = [replace(entry, example="", participle="") for entry in entries if entry.at is not None]
    assert len(frames) == len(set(frames))


def test_entry_of_an_idiom_is_found_again() -> None:
    entry = act_entry("verb", "springen", Act.ENDORSE)
    assert entry is not None
    assert entry.table == "acts_idioms"
