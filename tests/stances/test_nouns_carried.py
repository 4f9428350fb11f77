"""Acts of nouns whose ends stand around a support verb or in the clause: sentences and the stances in them."""

import pytest

Expected = tuple[str, str, str, str]


def _both(one: str, other: str, act: str, status: str = "Actual") -> set[Expected]:
    return {(one, other, act, status), (other, one, act, status)}


SENTENCES: list[tuple[str, str, set[Expected]]] = [
    (
        "who-kills-in-the-attack",
        "Die Armee tötete bei dem Angriff der Rebellen den Minister.",
        {("armee", "minister", "Assault", "Actual")},
    ),
    (
        "subject-does-what-the-adjunct-names",
        "Mit einem Seitenhieb auf den Minister eröffnete der Präsident die Sitzung.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "subject-played-the-match",
        "Nach der Niederlage gegen den Meister stieg der Verein ab.",
        {("meister", "verein", "Compete", "Actual")},
    ),
    (
        "settled-by-both",
        "Der Präsident und der Minister legten ihren Streit bei.",
        _both("präsident", "minister", "Cooperate"),
    ),
    (
        "settled-conflict-between",
        "Der Streit zwischen dem Präsidenten und dem Minister wurde geschlichtet.",
        _both("präsident", "minister", "Cooperate"),
    ),
    (
        "receiver-in-the-dative",
        "Der Auftritt brachte dem Minister die Kritik des Präsidenten ein.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "receiver-of-what-he-is-exposed-to",
        "Der Minister sieht sich der Kritik des Präsidenten ausgesetzt.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "giver-behind-the-receiver",
        "Rückendeckung bekam der Minister von dem Verein.",
        {("verein", "minister", "Endorse", "Actual")},
    ),
    (
        "giver-at-the-noun",
        "Der Plan des Ministers sorgte für Empörung bei dem Verein.",
        {("verein", "minister", "Accuse", "Actual")},
    ),
    (
        "giver-in-a-country",
        "Die Pläne des Ministers stießen in Russland auf Kritik.",
        {("russland", "minister", "Accuse", "Actual")},
    ),
    (
        "thanked-for-help",
        "Der Minister dankte dem Präsidenten für die Hilfe.",
        {("präsident", "minister", "Aid", "Actual"), ("minister", "präsident", "Endorse", "Actual")},
    ),
    (
        "thing-named-before",
        "Der Plan des Ministers liegt vor. Der Plan stieß beim Präsidenten auf Kritik.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "criticism-aims-at",
        "Die Kritik des Präsidenten zielte auf den Minister.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "object-of-the-support-verb",
        "Der Präsident überhäufte den Minister mit Vorwürfen.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "conflict-divides",
        "Der Streit entzweit den Präsidenten und den Minister.",
        _both("präsident", "minister", "Accuse"),
    ),
    (
        "source-from-within",
        "Die Kritik aus dem Verein an dem Minister wächst.",
        {("verein", "minister", "Accuse", "Actual")},
    ),
    (
        "source-before-the-target",
        "Die Kritik des Vereins schlug dem Minister entgegen.",
        {("verein", "minister", "Accuse", "Actual")},
    ),
    (
        "adjectives-inside-a-cue",
        "Gegen den erklärten Willen des Vereins beschloss der Konzern die Fusion.",
        {("verein", "konzern", "Reject", "Actual")},
    ),
    (
        "against-the-will-even-of-a-plan",
        "Der Konzern will gegen den Willen des Vereins bauen.",
        {("verein", "konzern", "Reject", "Actual")},
    ),
    (
        "cue-with-an-adjective-of-a-state",
        "Der Minister schloss das Haus auf russisches Drängen.",
        {("russland", "minister", "Demand", "Actual")},
    ),
    (
        "pressed-passive",
        "Auf Drängen des Vereins wurde der Minister versetzt.",
        {("verein", "minister", "Demand", "Actual")},
    ),
    (
        "to-somebodys-anger",
        "Zum Ärger des Präsidenten verließ der Minister den Saal.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "only-a-defeat-is-carried",
        "Der Richter kassierte das Urteil gegen den Minister.",
        {("richter", "minister", "Endorse", "Actual")},
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in SENTENCES]
)
def test_find_stances_ties_noun_to_its_ends(  # type: ignore[no-untyped-def]
    text: str, expected: set[Expected], stances_of
) -> None:
    assert {(s.source, s.target, s.act.value, s.status.value) for s in stances_of(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Der Präsident befasste sich mit der Klage gegen den Minister.", id="definite-adjunct-is-a-topic"),
        pytest.param("Die Polizei rechnet mit Protesten gegen den Minister.", id="expected-protests"),
        pytest.param("Auf Antrag des Präsidenten schlief der Minister.", id="motion-granted"),
        pytest.param("Gegen keinen Willen des Vereins handelte der Konzern.", id="negated-cue"),
        pytest.param("Die Missbilligung wächst.", id="disapproval-is-no-approval"),
        pytest.param("In Russland kam es zu Demonstrationen gegen den Minister.", id="place-of-a-protest"),
    ],
)
def test_find_stances_ties_noun_to_nobody(text: str, stances_of) -> None:  # type: ignore[no-untyped-def]
    assert not [s for s in stances_of(text) if s.polarity.value == "Opposing"]
