"""Supports told by verbs in forms that the parser gives away only in part, and what only looks like one."""

import pytest
from plain_cast import cast_of
from spacy.language import Language

from kg.extract.stances import find_stances

Expected = tuple[str, str, str, str]

SENTENCES: list[tuple[str, str, set[Expected]]] = [
    ("counts-on", "Der Präsident kann auf den Verein zählen.", {("verein", "präsident", "Endorse", "Actual")}),
    ("cannot-count-on", "Der Präsident kann nicht auf den Verein zählen.", set()),
    ("counts-things", "Der Präsident zählt auf die Stimmen.", set()),
    (
        "der-after-the-subject-is-a-dative",
        "Am Montag überließ die Armee der Polizei zwei Hubschrauber.",
        {("armee", "polizei", "Aid", "Actual")},
    ),
    (
        "der-before-the-verb-is-a-genitive",
        "Die Armee der Polizei überließ dem Staat zwei Hubschrauber.",
        {("armee", "staat", "Aid", "Actual")},
    ),
    ("der-without-a-verb-of-giving", "Am Montag begann die Armee der Polizei einen Einsatz.", set()),
    (
        "perfect-of-motion-is-no-passive",
        "Der Präsident ist dem Wunsch des Ministers gefolgt.",
        {("präsident", "minister", "Endorse", "Actual")},
    ),
    (
        "passive-of-state",
        "Der Präsident ist von der Polizei abgeführt.",
        {("polizei", "präsident", "Coerce", "Actual")},
    ),
    ("prize-of-whom", "Der Meister erhielt den Preis des Vereins.", {("verein", "meister", "Endorse", "Actual")}),
    ("prize-for-what", "Der Meister erhielt den Preis für die Kritik an der Gewalt von Rebellen.", set()),
    ("let-go", "Der Staat ließ den Präsidenten wieder ziehen.", {("staat", "präsident", "Aid", "Actual")}),
    (
        "roles-with-names-coordinated",
        "Der Minister Karl Müller und der Präsident Hans Maier besiegelten einen Vertrag.",
        {("minister", "präsident", "Cooperate", "Actual"), ("präsident", "minister", "Cooperate", "Actual")},
    ),
    (
        "tolerated",
        "Der Präsident duldet das Vorgehen des Ministers.",
        {("präsident", "minister", "Endorse", "Actual")},
    ),
    ("fought", "Die Rebellen lieferten sich in Russland ein Gefecht.", set()),
    (
        "attested-something-good",
        "Der Richter bescheinigte dem Minister Augenmaß.",
        {("richter", "minister", "Endorse", "Actual")},
    ),
    (
        "attested-something-bad",
        "Der Richter bescheinigte dem Minister Arroganz.",
        {("richter", "minister", "Accuse", "Actual")},
    ),
    ("attested-an-illness", "Der Richter bescheinigte dem Minister eine Krankheit.", set()),
    (
        "not-resented",
        "Der Präsident verübelte dem Minister die Reise nicht.",
        {("präsident", "minister", "Endorse", "Actual")},
    ),
    ("released", "Der Staat entließ den Minister aus der Haft.", {("staat", "minister", "Aid", "Actual")}),
    ("dismissed", "Der Konzern entließ den Minister.", {("konzern", "minister", "Sanction", "Actual")}),
    ("met-on-the-way", "Der Präsident kam dem Minister mit einer Pistole entgegen.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), [pytest.param(s, e, id=i) for i, s, e in SENTENCES])
def test_find_stances_tells_supporting_verbs_apart(sentence: str, expected: set[Expected], nlp: Language) -> None:
    doc = nlp(sentence)
    found = find_stances(doc, cast_of(doc), ())
    assert {(s.source, s.target, s.act.value, s.status.value) for s in found} == expected
