"""Who is named among many, what is said of one among the best, and whose friend somebody is anyhow."""

import pytest
from plain_cast import cast_of
from spacy.language import Language

from kg.extract.stances import find_stances
from kg.facts import Status

Expected = tuple[str, str, str]


def _both(one: str, other: str) -> set[Expected]:
    return {(one, other, "Cooperate"), (other, one, "Cooperate")}


SENTENCES: list[tuple[str, str, set[Expected]]] = [
    (
        "named-behind-the-verb",
        "Der Präsident arbeitete mit mehreren Firmen zusammen, darunter der Verein und der Konzern.",
        _both("präsident", "verein") | _both("präsident", "konzern"),
    ),
    (
        "doers-named",
        "Mehrere Verbände, darunter der Verein und der Konzern, unterstützen den Minister.",
        {("verein", "minister", "Endorse"), ("konzern", "minister", "Endorse")},
    ),
    (
        "doers-of-a-passive",
        "Der Minister wird von mehreren Verbänden unterstützt, darunter der Verein.",
        {("verein", "minister", "Endorse")},
    ),
    (
        "between-dashes",
        "Mehr als 20 Verbände - darunter der Verein - lobten den Minister.",
        {("verein", "minister", "Endorse")},
    ),
    ("above-all", "Viele Verbände, allen voran der Verein, lobten den Minister.", {("verein", "minister", "Endorse")}),
    (
        "victims-named",
        "Die Rebellen töteten acht Menschen, darunter den Minister.",
        {("rebellen", "minister", "Assault")},
    ),
    (
        "like-two",
        "Firmen wie der Verein und der Konzern unterstützen den Minister.",
        {("verein", "minister", "Endorse"), ("konzern", "minister", "Endorse")},
    ),
    (
        "like-one",
        "Der Präsident arbeitete mit Behörden wie der Polizei zusammen.",
        _both("präsident", "polizei"),
    ),
    ("as-many-as", "Der Minister lobte so viele Helfer wie der Präsident.", set()),
    ("like-a-clause", "Der Minister lobte die Gesetze, wie der Präsident sagte.", set()),
    ("member-from-a-place", "Der Minister lobte die Beamten, darunter drei Frauen aus Russland.", set()),
    (
        "above-all-because",
        "Der Präsident kritisierte die Verbände, vor allem wegen der Klage gegen den Minister.",
        set(),
    ),
    (
        "dative-plural",
        "Der Minister dankte vielen Helfern, unter anderem dem Richter und dem Verein.",
        {("minister", "richter", "Endorse"), ("minister", "verein", "Endorse")},
    ),
    (
        "one-of-the-best",
        "Der Präsident nannte den Minister einen der besten Politiker des Landes.",
        {("präsident", "minister", "Endorse")},
    ),
    ("one-of-many", "Der Präsident nannte den Minister einen der vielen Politiker des Landes.", set()),
    (
        "spoken-of-as",
        "Der Präsident sprach vom Minister als einem Helden.",
        {("präsident", "minister", "Endorse")},
    ),
    ("spoken-with-as", "Der Präsident sprach mit dem Minister als seinem Berater.", set()),
    (
        "success-for",
        "Der Präsident sprach von einem großen Erfolg für den Minister und den Verein.",
        {("präsident", "minister", "Endorse"), ("präsident", "verein", "Endorse")},
    ),
    (
        "friend-in-what-would-be",
        "Die Tat hätte dem Präsidenten, einem Anhänger des Ministers, geholfen.",
        {("präsident", "minister", "Endorse")},
    ),
    ("no-friend-in-what-would-be", "Die Reform würde dem Präsidenten, einem Kollegen des Ministers, helfen.", set()),
    ("chance-for", "Der Präsident sprach von einem Termin für den Minister.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), [pytest.param(s, e, id=i) for i, s, e in SENTENCES])
def test_find_stances_reaches_those_named_among_many(sentence: str, expected: set[Expected], nlp: Language) -> None:
    doc = nlp(sentence)
    found = find_stances(doc, cast_of(doc), ())
    assert {(s.source, s.target, s.act.value) for s in found if s.status is Status.ACTUAL} == expected
