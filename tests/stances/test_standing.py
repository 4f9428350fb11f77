"""Rivals, stances told beside the noun, and prizes: what one word of a phrase says about two actors."""

import pytest
from conftest import Finder
from spacy.language import Language

from kg.extract.coreference import find_cast
from kg.extract.stances import find_stances

Expected = tuple[str, str, str]


def _both(one: str, other: str, act: str) -> set[Expected]:
    return {(one, other, act), (other, one, act)}


RIVALS: list[tuple[str, str, set[Expected]]] = [
    (
        "of-its-own-kind-not-the-subject",
        "Der Präsident sprach mit dem Konzern. Den Auftrag bekam der Konkurrent, der Verein.",
        _both("verein", "konzern", "Compete"),
    ),
    (
        "of-the-last-one-named-before",
        "Das Gericht verurteilte den Konzern. Der Konkurrent, der Verein, bleibt straffrei.",
        {("gericht", "konzern", "Accuse"), *_both("konzern", "verein", "Compete")},
    ),
    (
        "origin-after-a-possessive",
        "Der Präsident siegte. Sein Gegenkandidat von dem Verein, der Minister, ging.",
        _both("präsident", "minister", "Compete"),
    ),
    ("winner-only", "Der Minister ist der Bezwinger des Präsidenten.", {("minister", "präsident", "Compete")}),
    ("favoured", "Der Wunschkandidat des Präsidenten ist der Minister.", {("präsident", "minister", "Endorse")}),
]
BESIDE: list[tuple[str, str, set[Expected]]] = [
    (
        "hostile-to",
        "Der mit dem Konzern verfeindete Verein schwieg.",
        _both("konzern", "verein", "Reject"),
    ),
    (
        "allied-with-in-an-apposition",
        "Der Verein, verbündet mit dem Konzern, schwieg.",
        _both("konzern", "verein", "Cooperate"),
    ),
    ("loyal-to", "Der dem Präsidenten treue Minister schwieg.", {("minister", "präsident", "Endorse")}),
    ("partners-of-somebody-else", "Partner sind der Verein und der Konzern.", set()),
    ("nobody-to-be-hostile-to", "Der verfeindete Verein schwieg.", set()),
]
PRIZES: list[tuple[str, str, set[Expected]]] = [
    ("goes-to", "Der Preis des Vereins geht an den Minister.", {("verein", "minister", "Endorse")}),
    ("received", "Der Minister nahm den Preis des Vereins entgegen.", {("verein", "minister", "Endorse")}),
    (
        "in-memory-of-somebody",
        "Der Preis des Vereins in Gedenken an den Präsidenten geht an den Minister.",
        {("verein", "minister", "Endorse")},
    ),
    (
        "honoured-with-one-that-somebody-awards",
        "Der Minister wurde mit dem Preis geehrt, den der Verein vergibt.",
        {("verein", "minister", "Endorse")},
    ),
    (
        "told-by-the-next-sentence",
        "Der Nobelpreis geht an den Minister. Der Verein würdigte seinen Mut.",
        {("verein", "minister", "Endorse")},
    ),
    ("made-honorary", "Der Minister wurde zum Ehrenmitglied des Vereins ernannt.", {("verein", "minister", "Endorse")}),
    ("a-price", "Der Minister nahm den Kaufpreis des Vereins entgegen.", set()),
    ("not-received", "Der Minister nahm den Preis des Vereins nicht entgegen.", set()),
    ("paid", "Der Minister zahlte den Preis des Konzerns.", set()),
]
CONTESTS: list[tuple[str, str, set[Expected]]] = [
    (
        "into-the-second-round",
        "Der Präsident und der Minister ziehen in die Stichwahl.",
        _both("präsident", "minister", "Compete"),
    ),
    (
        "supplied-each-other-with-a-race",
        "Der Konzern lieferte sich mit dem Verein ein Kopf-an-Kopf-Rennen.",
        _both("konzern", "verein", "Compete"),
    ),
    ("lost-to", "Der Präsident verlor das Amt an den Minister.", _both("präsident", "minister", "Compete")),
    ("ahead-of", "Der Präsident siegte vor dem Minister im Rennen.", {("präsident", "minister", "Compete")}),
    ("in-front-of-the-crowd", "Der Verein siegte im Finale vor den Rebellen.", {("verein", "rebellen", "Compete")}),
    ("no-contest", "Der Präsident landete vor dem Minister in Köln.", set()),
]


@pytest.mark.parametrize(
    ("sentence", "expected"), [pytest.param(s, e, id=i) for i, s, e in (*RIVALS, *BESIDE, *PRIZES, *CONTESTS)]
)
def test_stances_of_one_phrase(sentence: str, expected: set[Expected], stances_of: Finder) -> None:
    assert {(s.source, s.target, s.act.value) for s in stances_of(sentence)} == expected


PAIRS = [
    ("Vermittler Annan hat die beiden Kontrahenten Mwai Kibaki und Raila Odinga nach Bonn eingeladen.", "Compete"),
    ("Die Rivalen Peter Maier und Klaus Huber trafen sich in Bonn.", "Compete"),
    ("Die verfeindeten Rockerbanden Bandidos und Hells Angels trafen sich.", "Reject"),
]


@pytest.mark.parametrize(("sentence", "act"), PAIRS)
def test_a_pair_is_each_the_others(sentence: str, act: str, nlp: Language) -> None:
    doc = nlp(sentence)
    cast = find_cast(doc)
    found = [(s.source, s.target) for s in find_stances(doc, cast, ()) if s.act.value == act]
    assert len(found) == 2
    assert found[0] == found[1][::-1]


ALONE = [
    "Kanzlerkandidatin Paula Blau sowie Parteichef Hans Rot sprachen von einem Erfolg.",
    "Spitzenkandidat Hans Rot und Ministerin Paula Blau trafen sich in Bonn.",
]


@pytest.mark.parametrize("sentence", ALONE)
def test_a_title_before_one_name_makes_no_rivals(sentence: str, nlp: Language) -> None:
    doc = nlp(sentence)
    assert [s for s in find_stances(doc, find_cast(doc), ()) if s.act.value == "Compete"] == []
