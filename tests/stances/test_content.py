"""Stances inside given quotations: claims, demands, judgements, and the first person of direct speech."""

from dataclasses import replace

import pytest
from conftest import Finder

from kg.facts import Act, Polarity, Quotation, QuotationKind, Span, Status


def _quotation(text: str, content: str, speaker: str, kind: QuotationKind = QuotationKind.INDIRECT) -> Quotation:
    start = text.index(content)
    return Quotation(kind, (Span(start, start + len(content)),), (speaker,))


def test_act_inside_another_ones_claim_is_reported(stances_of: Finder) -> None:
    text = "Die Armee habe den Nachbarstaat angegriffen, sagte der Präsident."
    claim = _quotation(text, "Die Armee habe den Nachbarstaat angegriffen", "präsident")
    assert [(s.source, s.target, s.status, s.in_quotation) for s in stances_of(text, (claim,))] == [
        ("armee", "nachbarstaat", Status.REPORTED_BY_OTHER, 0)
    ]


def test_act_inside_own_claim_is_actual(stances_of: Finder) -> None:
    text = "Der Präsident unterstütze den Minister, sagte der Präsident."
    claim = _quotation(text, "Der Präsident unterstütze den Minister", "präsident")
    assert [s.status for s in stances_of(text, (claim,))] == [Status.ACTUAL]


def test_demand_in_content_is_the_speakers(stances_of: Finder) -> None:
    text = "Der Minister müsse sofort aufhören, sagte der Präsident."
    claim = _quotation(text, "Der Minister müsse sofort aufhören", "präsident")
    assert [(s.source, s.target, s.act) for s in stances_of(text, (claim,))] == [("präsident", "minister", Act.DEMAND)]


def test_judgement_in_content_is_the_speakers(stances_of: Finder) -> None:
    text = "Das Vorgehen des Ministers sei falsch, sagte der Präsident."
    claim = _quotation(text, "Das Vorgehen des Ministers sei falsch", "präsident")
    assert [(s.source, s.target, s.act) for s in stances_of(text, (claim,))] == [("präsident", "minister", Act.ACCUSE)]


def test_misdeed_in_content_accuses(stances_of: Finder) -> None:
    text = "Der Minister habe gelogen, sagte der Präsident."
    claim = _quotation(text, "Der Minister habe gelogen", "präsident")
    assert [(s.source, s.target, s.act) for s in stances_of(text, (claim,))] == [("präsident", "minister", Act.ACCUSE)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("Der Minister hätte handeln müssen", [("minister", Act.ACCUSE)], id="should-have"),
        pytest.param("Der Minister habe nicht gehandelt", [("minister", Act.ACCUSE)], id="omission"),
        pytest.param("Der Minister habe nichts unternommen", [("minister", Act.ACCUSE)], id="did-nothing"),
        pytest.param("Der Minister habe gehandelt", [], id="no-omission"),
        pytest.param("Der Minister habe gut gearbeitet", [("minister", Act.ENDORSE)], id="conduct"),
        pytest.param("Der Minister habe nicht gut gearbeitet", [("minister", Act.ACCUSE)], id="conduct-negated"),
        pytest.param("Der Minister habe gearbeitet", [], id="conduct-without-judgement"),
        pytest.param("Die Tat sei vom Minister begangen worden", [("minister", Act.ACCUSE)], id="committed"),
        pytest.param("Der Minister sei außer Gefahr", [], id="absence"),
    ],
)
def test_content_judges_whom_it_speaks_of(said: str, expected: list[tuple[str, Act]], stances_of: Finder) -> None:
    text = f"{said}, sagte der Präsident."
    claim = _quotation(text, said, "präsident")
    assert [(s.target, s.act) for s in stances_of(text, (claim,))] == expected


def test_two_speakers_share_what_is_said(stances_of: Finder) -> None:
    text = "Der Minister habe gelogen, sagten der Präsident und der Richter."
    claim = replace(_quotation(text, "Der Minister habe gelogen", "präsident"), speakers=("präsident", "richter"))
    assert {(s.source, s.target) for s in stances_of(text, (claim,))} == {
        ("präsident", "minister"),
        ("richter", "minister"),
    }


def test_first_person_in_direct_speech_is_the_speaker(stances_of: Finder) -> None:
    text = "„Wir unterstützen den Minister“, sagte der Präsident."
    claim = _quotation(text, "„Wir unterstützen den Minister“", "präsident", QuotationKind.DIRECT)
    assert [(s.source, s.target, s.polarity) for s in stances_of(text, (claim,))] == [
        ("präsident", "minister", Polarity.SUPPORTING)
    ]
