"""Nouns, prepositions and "gemeinsam" where they tell an act, and where they only look as if they did."""

from dataclasses import replace

import pytest
from plain_cast import cast_of
from spacy.language import Language

from kg.extract.cast import Cast
from kg.extract.stances import find_stances
from kg.facts import MentionKind
from kg.lexicon import act_words, read_table

Expected = tuple[str, str, str, str]


def _both(one: str, other: str, act: str, status: str = "Actual") -> set[Expected]:
    return {(one, other, act, status), (other, one, act, status)}


SENTENCES: list[tuple[str, str, set[Expected]]] = [
    (
        "of-three-in-a-conflict-the-last-stands-alone",
        "Bei Kämpfen zwischen der Polizei, der Armee und den Rebellen brannte ein Haus.",
        _both("polizei", "rebellen", "Assault") | _both("armee", "rebellen", "Assault"),
    ),
    (
        "three-may-agree",
        "Der Vertrag zwischen dem Staat, dem Konzern und dem Verein gilt weiter.",
        _both("staat", "konzern", "Cooperate")
        | _both("staat", "verein", "Cooperate")
        | _both("konzern", "verein", "Cooperate"),
    ),
    (
        "only-a-chance-of-a-coalition",
        "Die Chancen einer Koalition aus dem Verein und dem Konzern sind gering.",
        _both("verein", "konzern", "Cooperate", "Planned"),
    ),
    (
        "attack-on-what-is-somebodys",
        "Die Rebellen verübten einen Anschlag auf das Büro des Konzerns.",
        {("rebellen", "konzern", "Assault", "Actual")},
    ),
    (
        "sides-with",
        "Die Armee kämpft auf der Seite der Rebellen.",
        {("armee", "rebellen", "Endorse", "Actual")},
    ),
    (
        "joint-statement",
        "Der Verein und der Konzern veröffentlichten eine gemeinsame Erklärung.",
        _both("verein", "konzern", "Cooperate"),
    ),
    (
        "convicted-of-support",
        "Das Gericht bestrafte den Minister wegen Unterstützung der Rebellen.",
        {("gericht", "minister", "Sanction", "Actual"), ("minister", "rebellen", "Endorse", "ReportedByOther")},
    ),
    (
        "part-in-a-plan",
        "Die Beteiligung des Konzerns an dem Plan des Vereins wurde bekannt.",
        {("konzern", "verein", "Cooperate", "Actual")},
    ),
    (
        "subject-behind-what-is-said-of-it",
        "Ein Gegner des Ministers ist der Präsident.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in SENTENCES]
)
def test_find_stances_reads_noun_in_its_place(  # type: ignore[no-untyped-def]
    text: str, expected: set[Expected], stances_of
) -> None:
    assert {(s.source, s.target, s.act.value, s.status.value) for s in stances_of(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Der Kompromiss zwischen dem Modell des Präsidenten und dem Modell des Ministers liegt vor.",
            id="things-do-not-agree",
        ),
        pytest.param("Auf Befehl des Präsidenten schloss der Minister das Haus.", id="order-that-is-obeyed"),
        pytest.param("Nach einer Anweisung des Präsidenten schloss der Minister das Haus.", id="obeyed-after"),
        pytest.param("Auf der Seite der Rebellen brannte ein Haus der Armee.", id="side-as-a-place"),
        pytest.param("Die Rebellen verübten einen Anschlag auf dem Gelände des Konzerns.", id="dative-is-a-place"),
        pytest.param("Der Verein und der Konzern haben zusammen 48 Sitze.", id="sum"),
        pytest.param("Russland und der Nachbarstaat öffneten die gemeinsame Grenze.", id="joint-border"),
        pytest.param("Der Präsident und der Minister handelten nicht gemeinsam.", id="not-jointly"),
        pytest.param("Nach Ermittlungen der Polizei schlief der Minister.", id="source-of-a-finding"),
        pytest.param("Der Präsident handelte nicht gemeinsam mit dem Minister.", id="not-together"),
        pytest.param("Der Präsident zog zusammen mit dem Minister nach Berlin.", id="travels-together"),
        pytest.param("Die Verhandlungen des Präsidenten mit dem Minister scheiterten.", id="talks-are-no-agreement"),
        pytest.param(
            "Der Einsatz des Präsidenten gegen die Verstümmelung von Rebellen ist bekannt.", id="against-an-evil"
        ),
    ],
)
def test_find_stances_reads_no_act(text: str, stances_of) -> None:  # type: ignore[no-untyped-def]
    assert stances_of(text) == ()


def _unnamed(cast: Cast, key: str) -> Cast:
    """The cast where the text only describes an actor."""
    mentions = (replace(m, kind=MentionKind.DESCRIPTION) if m.actor == key else m for m in cast.mentions)
    return replace(cast, mentions=tuple(mentions))


@pytest.mark.parametrize(
    ("text", "described", "owner", "expected"),
    [
        pytest.param("Sein Rivalen schwieg.", "rivale", "präsident", set(), id="unnamed-rival"),
        pytest.param(
            "Sein Verein besiegte die Rivalen im Turnier.", "rivale", "präsident", set(), id="unnamed-rivals-beaten"
        ),
        pytest.param(
            "Sein Rivalen, der Minister, schwieg.",
            "rivale",
            "präsident",
            {("minister", "präsident"), ("präsident", "minister")},
            id="rival-named-beside",
        ),
        pytest.param(
            "Sein Rivale, der Minister, schwieg.",
            "",
            "russland",
            {("minister", "präsident"), ("präsident", "minister")},
            id="rival-of-its-own-kind",
        ),
    ],
)
def test_standing_needs_somebody_named(
    text: str, described: str, owner: str, expected: set[tuple[str, str]], nlp: Language
) -> None:
    doc = nlp(f"Der Präsident und Russland waren da. {text}")
    cast = _unnamed(cast_of(doc), described)
    possessive = next(t for t in doc if t.text == "Sein")
    cast.by_token[possessive.i] = owner
    assert {(s.source, s.target) for s in find_stances(doc, cast, ())} == expected


FOUND = frozenset(
    {
        "giver",
        "joint_work",
        "one_side",
        "jointly",
        "doing",
        "played",
        "circumstance",
        "helped",
        "addressing",
        "victim",
        "becoming",
        "access",
        "granting",
        "upholding",
        "losing",
        "loss",
    }
)
NOT_FOUND = frozenset({"order", "finding", "state", "away"})
EXAMPLES = [e for e in read_table("acts_modality", act_words.ModalWord) if e.kind in FOUND | NOT_FOUND]


@pytest.mark.parametrize("entry", [pytest.param(e, id=f"{e.kind}-{e.word}") for e in EXAMPLES])
def test_function_word_decides_whether_its_example_tells_an_act(  # type: ignore[no-untyped-def]
    entry: act_words.ModalWord, stances_of
) -> None:
    assert bool(stances_of(entry.example)) is (entry.kind in FOUND)


UNFULFILLED = [e.example for e in read_table("acts_modality", act_words.ModalWord) if e.kind == "unfulfilled"]


@pytest.mark.parametrize("sentence", UNFULFILLED)
def test_what_nearly_happened_is_only_planned(sentence: str, stances_of) -> None:  # type: ignore[no-untyped-def]
    assert {s.status.value for s in stances_of(sentence)} == {"Planned"}
