"""Supports told by passives, participles, relative clauses and outcomes, and what only looks like one."""

import pytest
from plain_cast import cast_of
from spacy.language import Language

from kg.extract.stances import find_stances
from kg.facts import Quotation, QuotationKind, Span

Expected = tuple[str, str, str, str]


def _both(one: str, other: str, act: str) -> set[Expected]:
    return {(one, other, act, "Actual"), (other, one, act, "Actual")}


SENTENCES: list[tuple[str, str, set[Expected]]] = [
    (
        "elected-to-an-office-of-the-body",
        "Der Minister wurde zum Vorsitzenden des Vereins gewählt.",
        {("verein", "minister", "Endorse", "Actual")},
    ),
    (
        "elected-at-the-bodys-meeting",
        "Auf der Sitzung des Vereins wurde der Minister wiedergewählt.",
        {("verein", "minister", "Endorse", "Actual")},
    ),
    ("elected-by-a-state-nobody-acts", "Der Minister wurde zum Oberhaupt Russlands gewählt.", set()),
    ("elected-of-the-year", "Der Minister wurde zum Sportler des Jahres gewählt.", set()),
    (
        "loose-participle",
        "Die Rebellen rückten vor, unterstützt von Russland.",
        {("russland", "rebellen", "Endorse", "Actual")},
    ),
    (
        "noun-before-the-relative-pronoun",
        "Der Preis, den der Verein dem Minister verlieh, ist alt.",
        {("verein", "minister", "Endorse", "Actual")},
    ),
    (
        "passed-with-somebodys-votes",
        "Der Antrag des Ministers wurde mit den Stimmen des Vereins angenommen.",
        {("verein", "minister", "Endorse", "Actual")},
    ),
    (
        "agreed-between-two",
        "Der zwischen dem Konzern und dem Verein ausgehandelte Plan gilt ab Januar.",
        _both("konzern", "verein", "Cooperate"),
    ),
    (
        "dative-plural-without-article",
        "Der Verein hilft Rebellen.",
        {("verein", "rebellen", "Aid", "Actual")},
    ),
    (
        "success-at-court",
        "Die Klage des Vereins hatte vor dem Gericht Erfolg.",
        {("gericht", "verein", "Endorse", "Actual")},
    ),
    (
        "no-success-at-court",
        "Die Klage des Vereins hatte vor dem Gericht keinen Erfolg.",
        {("gericht", "verein", "Reject", "Actual")},
    ),
    ("a-search-ended", "Die Polizei stellte die Suche nach dem Minister ein.", set()),
    ("received-with-nothing", "Der Präsident empfing den Minister am Abend.", set()),
    ("took-down-particulars", "Die Polizei nahm die Personalien des Ministers auf.", set()),
    ("came-towards", "Der Minister kam dem Präsidenten auf der Straße entgegen.", set()),
    ("sent-a-letter", "Der Minister schickte dem Präsidenten einen Brief.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), [pytest.param(s, e, id=i) for i, s, e in SENTENCES])
def test_find_stances_tells_supports_by_construction(sentence: str, expected: set[Expected], nlp: Language) -> None:
    doc = nlp(sentence)
    found = find_stances(doc, cast_of(doc), ())
    assert {(s.source, s.target, s.act.value, s.status.value) for s in found} == expected


SAID = [
    pytest.param(
        "Der Vorschlag des Ministers sei zu begrüßen", {("präsident", "minister", "Endorse")}, id="zu-infinitive"
    ),
    pytest.param("Der Plan des Ministers sei abzulehnen", {("präsident", "minister", "Reject")}, id="zu-inside"),
    pytest.param("Man begrüße den Vorschlag des Ministers", {("präsident", "minister", "Endorse")}, id="man"),
    pytest.param(
        "Er begrüße den Vorschlag des Ministers", {("präsident", "minister", "Endorse")}, id="er-of-nobody-before"
    ),
    pytest.param("Man sehe den Minister oft", set(), id="no-act"),
    pytest.param("Man habe den Minister entlassen", set(), id="deed-of-anybody"),
]


@pytest.mark.parametrize(("said", "expected"), SAID)
def test_find_stances_takes_the_speaker_for_who_stays_unnamed(
    said: str, expected: set[tuple[str, str, str]], nlp: Language
) -> None:
    doc = nlp(f"{said}, sagte der Präsident.")
    claim = Quotation(QuotationKind.INDIRECT, (Span(0, len(said)),), ("präsident",))
    found = find_stances(doc, cast_of(doc), (claim,))
    assert {(s.source, s.target, s.act.value) for s in found} == expected


def test_find_stances_leaves_the_unnamed_open_outside_speech(nlp: Language) -> None:
    doc = nlp("Der Anschlag des Ministers ist zu verurteilen.")
    assert find_stances(doc, cast_of(doc), ()) == ()


def test_find_stances_takes_the_body_that_speaks_for_who_stays_unnamed(nlp: Language) -> None:
    said = "Man habe sich mit dem Minister geeinigt"
    doc = nlp(f"{said}, teilte der Konzern mit.")
    claim = Quotation(QuotationKind.INDIRECT, (Span(0, len(said)),), ("konzern",))
    found = find_stances(doc, cast_of(doc), (claim,))
    assert {(s.source, s.target, s.act.value) for s in found} == _pairs("konzern", "minister", "Cooperate")


def _pairs(one: str, other: str, act: str) -> set[tuple[str, str, str]]:
    return {(one, other, act), (other, one, act)}
