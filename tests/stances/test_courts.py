"""Courts, police and parliaments, and what only looks like an act: sentences and the stances in them."""

import pytest

from kg.lexicon import read_table
from kg.lexicon.acts import NeutralVerb

Expected = tuple[str, str, str, str]

SENTENCES: list[tuple[str, str, set[Expected]]] = [
    (
        "proceedings-dropped",
        "Die Behörde stellte die Ermittlungen gegen den Minister ein.",
        {("behörde", "minister", "Endorse", "Actual")},
    ),
    (
        "charge-dropped",
        "Die Behörde ließ die Anklage gegen den Minister fallen.",
        {("behörde", "minister", "Endorse", "Actual")},
    ),
    (
        "measure-lifted-has-been-taken",
        "Das Gericht hob die Verurteilung des Ministers durch den Richter auf.",
        {
            ("gericht", "minister", "Endorse", "Actual"),
            ("gericht", "richter", "Reject", "Actual"),
            ("richter", "minister", "Accuse", "Actual"),
        },
    ),
    (
        "measure-lifted-by-nobody-named",
        "Das Gericht tagte. Das Urteil gegen den Minister wurde kassiert.",
        {("gericht", "minister", "Endorse", "Actual")},
    ),
    (
        "deportation-forbidden",
        "Das Gericht untersagte die Abschiebung des Ministers.",
        {("gericht", "minister", "Endorse", "Actual")},
    ),
    (
        "measure-declared-void",
        "Das Gericht erklärte die Entlassung des Ministers für nichtig.",
        {("gericht", "minister", "Endorse", "Actual")},
    ),
    (
        "sentence-asked-for-the-accused",
        "Das Gericht sprach den Minister frei. Die Behörde hatte drei Jahre Haft gefordert.",
        {("gericht", "minister", "Endorse", "Actual"), ("behörde", "minister", "Accuse", "Actual")},
    ),
    (
        "acquittal-asked-for-the-accused",
        "Das Gericht sprach den Minister schuldig. Der Verein hatte auf Freispruch plädiert.",
        {("gericht", "minister", "Coerce", "Actual"), ("verein", "minister", "Endorse", "Actual")},
    ),
    (
        "a-court-where-somebody-answers-does-not-accuse",
        "Der Minister muss sich vor dem Gericht verantworten.",
        set(),
    ),
    (
        "suspicion-between-verb-and-suspect",
        "Die Behörde ermittelt wegen des Verdachts auf Betrug gegen den Minister.",
        {("behörde", "minister", "Accuse", "Actual")},
    ),
    (
        "claim-turned-down",
        "Das Gericht wies die Klage des Vereins ab.",
        {("gericht", "verein", "Reject", "Actual")},
    ),
    (
        "claim-turned-down-by-nobody-named",
        "Das Gericht tagte. Die Klage des Vereins wurde abgewiesen.",
        {("gericht", "verein", "Reject", "Actual")},
    ),
    (
        "objections-denied",
        "Der Präsident hat keine Einwände gegen den Plan des Ministers.",
        {("präsident", "minister", "Endorse", "Actual")},
    ),
    (
        "released-from-prison",
        "Der Staat entließ den Minister aus der Haft.",
        {("staat", "minister", "Aid", "Actual")},
    ),
    (
        "ruling-in-the-next-sentence",
        "Der Konzern muss zahlen. Das entschied das Gericht.",
        {("gericht", "konzern", "Sanction", "Actual")},
    ),
    (
        "ruling-forbids",
        "Der Konzern darf nicht werben. Das urteilte das Gericht.",
        {("gericht", "konzern", "Sanction", "Actual")},
    ),
    (
        "ruling-permits",
        "Der Konzern darf bauen. Dies entschied das Gericht.",
        {("gericht", "konzern", "Endorse", "Actual")},
    ),
    (
        "clause-at-the-predicate",
        "Das Gericht hielt es für erwiesen, dass der Minister den Verein betrogen hatte.",
        {("gericht", "minister", "Coerce", "Actual"), ("minister", "verein", "Accuse", "Actual")},
    ),
    (
        "state-where-it-happens",
        "In Russland wurde der Minister festgenommen.",
        {("russland", "minister", "Coerce", "Actual")},
    ),
    (
        "state-where-somebody-sits",
        "Der Verein lobte den in Russland inhaftierten Minister.",
        {("verein", "minister", "Endorse", "Actual"), ("russland", "minister", "Coerce", "Actual")},
    ),
    (
        "only-planned",
        "Der Präsident kritisierte die geplante Entlassung des Ministers durch den Verein.",
        {("präsident", "verein", "Accuse", "Actual"), ("verein", "minister", "Sanction", "Planned")},
    ),
    (
        "soon",
        "Der Verein hilft künftig dem Minister.",
        {("verein", "minister", "Aid", "Planned")},
    ),
    (
        "ready",
        "Der Verein erklärte sich bereit, den Minister aufzunehmen.",
        {("verein", "minister", "Aid", "Planned")},
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in SENTENCES]
)
def test_find_stances_reads_trial(text: str, expected: set[Expected], stances_of) -> None:  # type: ignore[no-untyped-def]
    assert {(s.source, s.target, s.act.value, s.status.value) for s in stances_of(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Der Präsident warf dem Minister nichts vor.", id="nothing"),
        pytest.param("Nach Vermittlung des Präsidenten schwieg der Minister.", id="no-compound-of-one-letter"),
        pytest.param("Das Gericht vertagte den Prozess gegen den Minister.", id="adjourned"),
        pytest.param("Der Präsident hielt den Verein davon ab, den Minister anzugreifen.", id="prevented"),
        pytest.param("Der Präsident tauschte mit dem Minister Briefe aus.", id="letters-exchanged"),
        pytest.param("Der Präsident traf in Rom auf den Minister.", id="met"),
        pytest.param("Die Behörde forderte drei Jahre Haft.", id="nobody-tried"),
        pytest.param("Der Konzern muss nicht zahlen. Das entschied das Gericht.", id="nothing-to-do"),
        pytest.param("Der Konzern muss zahlen. Das sagte das Gericht.", id="no-ruling"),
        pytest.param("Der in Russland verschleppte Minister schwieg.", id="no-deed-of-a-state"),
    ],
)
def test_find_stances_reads_no_act(text: str, stances_of) -> None:  # type: ignore[no-untyped-def]
    assert stances_of(text) == ()


@pytest.mark.parametrize("sentence", [e.example for e in read_table("acts_neutral", NeutralVerb)])
def test_neutral_entry_tells_no_act(sentence: str, stances_of) -> None:  # type: ignore[no-untyped-def]
    assert stances_of(sentence) == ()
