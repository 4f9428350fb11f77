"""Who does something together with whom, who stands beside somebody, and what is done each to the other."""

import plain_cast
import pytest
from spacy.language import Language

from kg.extract.stances import find_stances
from kg.facts import ActorKind

Expected = set[tuple[str, str, str]]


def _both(one: str, other: str, act: str) -> Expected:
    return {(one, other, act), (other, one, act)}


SENTENCES: list[tuple[str, str, Expected]] = [
    (
        "partner-shares-the-deed",
        "Gemeinsam mit dem Minister kritisierte der Präsident den Konzern.",
        _both("minister", "präsident", "Cooperate")
        | {("präsident", "konzern", "Accuse"), ("minister", "konzern", "Accuse")},
    ),
    (
        "mit-alone-shares-nothing",
        "Mit dem Minister im Saal lobte der Präsident den Konzern.",
        {("präsident", "konzern", "Endorse")},
    ),
    (
        "praised-each-other",
        "Der Präsident und der Minister lobten einander.",
        _both("präsident", "minister", "Endorse"),
    ),
    (
        "helped-mutually",
        "Der Präsident und der Minister halfen sich gegenseitig.",
        _both("präsident", "minister", "Aid"),
    ),
    ("secured-for-themselves", "Der Präsident und der Minister sicherten sich die Rechte.", set()),
    (
        "allies-beside-their-owner",
        "Der Einmarsch des Nachbarstaats und seiner Verbündeten begann.",
        _both("nachbarstaat", "verbündete", "Cooperate"),
    ),
    ("allies-alone", "Der Staat sprach über seine Verbündeten.", set()),
    (
        "genitive-behind-both",
        "Die Spieler und Anhänger des Vereins feierten.",
        {("anhänger", "verein", "Endorse")},
    ),
    (
        "name-before-the-cue",
        "Auf Russlands Drängen wurde der Minister entlassen.",
        {("russland", "minister", "Demand")},
    ),
    (
        "within-a-group",
        "Der Minister errang in der Bevölkerung große Zustimmung.",
        {("bevölkerung", "minister", "Endorse")},
    ),
    (
        "hired-in-sport",
        "Vor dem Finale verpflichtete der Verein den Meister.",
        {("verein", "meister", "Cooperate")},
    ),
    (
        "obliged-outside-sport",
        "Der Präsident verpflichtete den Minister, die Zahlung vorzunehmen.",
        {("präsident", "minister", "Demand")},
    ),
    (
        "called-for-help",
        "Der Präsident rief zur Unterstützung des Ministers auf.",
        {("präsident", "minister", "Endorse")},
    ),
    (
        "moved-to-a-club",
        "Nach dem Finale wechselte der Meister zum Verein.",
        {("meister", "verein", "Cooperate")},
    ),
    ("went-to-somebody", "Am Abend ging der Minister zum Verein.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), [pytest.param(s, e, id=i) for i, s, e in SENTENCES])
def test_find_stances_tells_who_stands_together(
    sentence: str, expected: Expected, nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups = {"verbündete": "Verbündeten", "anhänger": "Anhänger", "bevölkerung": "Bevölkerung"}
    kind = plain_cast._kind
    monkeypatch.setattr(plain_cast, "ACTORS", plain_cast.ACTORS | groups)
    monkeypatch.setattr(plain_cast, "_kind", lambda key: ActorKind.GROUP if key in groups else kind(key))
    doc = nlp(sentence)
    found = find_stances(doc, plain_cast.cast_of(doc), ())
    assert {(s.source, s.target, s.act.value) for s in found} == expected
