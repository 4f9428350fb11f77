"""Acts told by nouns, prepositions, predicates and results: sentences and the stances in them."""

import pytest

Expected = tuple[str, str, str, str]


def _both(one: str, other: str, act: str, status: str = "Actual") -> set[Expected]:
    return {(one, other, act, status), (other, one, act, status)}


SENTENCES: list[tuple[str, str, set[Expected]]] = [
    (
        "support-verb-with-dative",
        "Der Präsident erteilte dem Minister eine Absage.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "subject-receives",
        "Die Pläne des Ministers stießen beim Präsidenten auf scharfe Kritik.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "subject-receives-from-genitive",
        "Der Minister steht unter dem Druck des Präsidenten.",
        {("präsident", "minister", "Demand", "Actual")},
    ),
    (
        "it-comes-to",
        "In der Stadt kam es zu Schlägereien zwischen der Polizei und den Rebellen.",
        _both("polizei", "rebellen", "Assault"),
    ),
    (
        "noun-is-the-subject",
        "Die Kritik des Präsidenten richtet sich gegen den Minister.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "support-refused",
        "Der Präsident verweigerte dem Minister die Zustimmung.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "support-ends",
        "Der Konzern kündigte den Vertrag mit dem Verein.",
        {("konzern", "verein", "Sanction", "Actual")},
    ),
    (
        "participle-carries",
        "Die vom Präsidenten geäußerte Kritik am Minister war scharf.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "adjective-makes-it-violent",
        "Gewaltsame Auseinandersetzungen zwischen der Polizei und den Rebellen dauern an.",
        _both("polizei", "rebellen", "Assault"),
    ),
    (
        "after-criticism",
        "Nach heftiger Kritik des Präsidenten trat der Minister zurück.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "with-help",
        "Mit Hilfe des Nachbarstaats siegte die Armee.",
        {("nachbarstaat", "armee", "Aid", "Actual")},
    ),
    (
        "against-the-votes",
        "Der Präsident beschloss das Gesetz gegen die Stimmen des Vereins.",
        {("verein", "präsident", "Reject", "Actual")},
    ),
    (
        "alliance-of",
        "Eine Koalition aus dem Verein und dem Konzern regiert die Stadt.",
        _both("verein", "konzern", "Cooperate"),
    ),
    (
        "appeal-against-a-ruling",
        "Das Urteil des Gerichts fiel am Montag. Der Konzern legte gegen das Urteil Berufung ein.",
        {("konzern", "gericht", "Reject", "Actual")},
    ),
    (
        "standing-said-of-the-subject",
        "Der Präsident gilt als Gegner des Ministers.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    ("result", "Verein - Meister 2:1 (1:0)", _both("verein", "meister", "Compete")),
    ("fixture", "Das Spiel Verein gegen Meister fiel aus.", _both("verein", "meister", "Compete")),
    ("lost-match", "Der Verein verlor das Finale gegen den Meister.", _both("verein", "meister", "Compete")),
    (
        "score-makes-it-sport",
        "Der Verein schlug den Meister mit 31:23.",
        {("verein", "meister", "Compete", "Actual")},
    ),
    (
        "time-of-day-is-no-score",
        "Die Polizei schlug um 20:30 Uhr den Minister.",
        {("polizei", "minister", "Assault", "Actual")},
    ),
    ("draw", "Der Verein erreichte gegen den Meister ein 1:1.", _both("verein", "meister", "Compete")),
    (
        "yellow-card",
        "Der Richter zeigte eine gelbe Karte für den Minister.",
        {("richter", "minister", "Sanction", "Actual")},
    ),
    (
        "implied-agent-of-a-noun",
        "Die Polizei kam am Abend. Die Festnahme des Ministers verlief ruhig.",
        {("polizei", "minister", "Coerce", "Actual")},
    ),
    (
        "joint-work",
        "Der Konzern und der Verein betreiben das Werk.",
        _both("konzern", "verein", "Cooperate"),
    ),
    ("inferior", "Der Verein war dem Meister unterlegen.", _both("verein", "meister", "Compete")),
    (
        "owner-begins-the-compound",
        "Die Polizei war da. Der Präsident lobte den Polizeieinsatz.",
        {("präsident", "polizei", "Endorse", "Actual")},
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in SENTENCES]
)
def test_find_stances_reads_noun(text: str, expected: set[Expected], stances_of) -> None:  # type: ignore[no-untyped-def]
    assert {(s.source, s.target, s.act.value, s.status.value) for s in stances_of(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Der Präsident hatte den Vorsitz vor dem Minister.", id="no-act"),
        pytest.param("Der Präsident verweigerte dem Verein die Hilfe nicht.", id="refusal-negated"),
        pytest.param("Die Polizei beendete die Ermittlungen gegen den Minister nicht.", id="end-of-an-opposing-act"),
        pytest.param("Beim Einbruch zwischen der Behörde und dem Gericht fehlte Geld.", id="compound-of-a-whole-noun"),
        pytest.param("Die Spieler zwischen dem Präsidenten und dem Minister schwiegen.", id="agent-is-no-plural"),
        pytest.param("Wegen Unterstützung des Vereins schwieg der Minister.", id="genitive-may-be-the-patient"),
        pytest.param("Die Festnahme des Ministers verlief ruhig.", id="nobody-to-imply"),
        pytest.param("Verein, Meister: Beginn 20:30 Uhr", id="kick-off-is-no-result"),
    ],
)
def test_find_stances_reads_no_noun(text: str, stances_of) -> None:  # type: ignore[no-untyped-def]
    assert stances_of(text) == ()
