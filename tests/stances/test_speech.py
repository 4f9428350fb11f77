"""Stances inside what somebody says: judgements, demands, credit and blame, and things named only by a compound."""

import pytest
from conftest import Finder
from spacy.language import Language

from kg.extract.coreference import find_cast
from kg.extract.quotations import find_quotations
from kg.extract.stances import find_stances

Expected = tuple[str, str, str]

JUDGEMENTS: list[tuple[str, str, set[Expected]]] = [
    (
        "of-whom-a-phrase-names",
        "Der Präsident bezeichnete dies als Armutszeugnis für den Minister.",
        {("präsident", "minister", "Accuse")},
    ),
    (
        "victim-behind-the-same-preposition",
        "Der Präsident bezeichnete dies als Gefahr für den Minister.",
        set(),
    ),
    (
        "found-in-a-plan",
        "Der Präsident sah in dem Plan des Ministers eine Gefahr.",
        {("präsident", "minister", "Accuse")},
    ),
    (
        "denied-praise",
        "Der Präsident hält den Plan des Ministers nicht für sinnvoll.",
        {("präsident", "minister", "Accuse")},
    ),
    ("denied-blame", "Der Präsident hält den Plan des Ministers nicht für falsch.", set()),
    (
        "of-what-was-just-done",
        "Der Minister entließ den Richter. Der Präsident bezeichnete den Schritt als Skandal.",
        {("minister", "richter", "Sanction"), ("präsident", "minister", "Accuse")},
    ),
    (
        "by-whom-it-hit",
        "Der Minister entließ den Richter. Der Richter sprach von einem Skandal.",
        {("minister", "richter", "Sanction"), ("richter", "minister", "Accuse")},
    ),
    (
        "step-welcomed",
        "Der Minister entließ den Richter. Der Präsident begrüßte den Schritt.",
        {("minister", "richter", "Sanction"), ("präsident", "minister", "Endorse")},
    ),
    ("nothing-done-before", "Der Präsident sprach von einem Skandal.", set()),
    (
        "victim-of-what-is-only-said-of-others",
        "Der Präsident sprach von einer Demütigung des Ministers.",
        set(),
    ),
]

SAID: list[tuple[str, str, set[Expected]]] = [
    ("called-names", "Jan Holm sei ein Laufbursche, sagte Eva Kurz.", {("eva-kurz", "jan-holm", "Accuse")}),
    (
        "disgrace-for",
        "Das sei ein Armutszeugnis für die Polizei, sagte Eva Kurz.",
        {("eva-kurz", "polizei", "Accuse")},
    ),
    (
        "wrong-told-by-an-idiom",
        "Jan Holm habe die Bürger hinters Licht geführt, sagte Eva Kurz.",
        {("eva-kurz", "jan-holm", "Accuse"), ("jan-holm", "bürger", "Reject")},
    ),
    ("verb-without-the-idiom-s-noun", "Jan Holm habe die Bürger geführt, sagte Eva Kurz.", set()),
    ("to-his-credit", "Jan Holm habe Wort gehalten, sagte Eva Kurz.", {("eva-kurz", "jan-holm", "Endorse")}),
    ("credit-denied", "Jan Holm habe nicht Wort gehalten, sagte Eva Kurz.", {("eva-kurz", "jan-holm", "Accuse")}),
    ("deserves", "Jan Holm verdiene Respekt, sagte Eva Kurz.", {("eva-kurz", "jan-holm", "Endorse")}),
    (
        "deserves-nothing-good",
        "Jan Holm verdiene kein Vertrauen, sagte Eva Kurz.",
        {("eva-kurz", "jan-holm", "Accuse")},
    ),
    ("earns", "Jan Holm verdiene 2000 Euro, sagte Eva Kurz.", set()),
    ("called-upon", "Die Polizei sei jetzt gefordert, sagte Eva Kurz.", {("eva-kurz", "polizei", "Demand")}),
    ("ball", "Der Ball liege bei der Polizei, sagte Eva Kurz.", {("eva-kurz", "polizei", "Demand")}),
    ("has-to", "Die Polizei habe sich zu entschuldigen, sagte Eva Kurz.", {("eva-kurz", "polizei", "Demand")}),
    ("task-of", "Es sei Aufgabe der Polizei, dies zu klären, sagte Eva Kurz.", {("eva-kurz", "polizei", "Demand")}),
    ("task-that-is-hard", "Die Aufgabe der Polizei sei schwer, sagte Eva Kurz.", set()),
    (
        "scolded-beside-the-subject",
        "„Das Problem ist bei der Polizei noch nicht angekommen“, kritisierte Eva Kurz.",
        {("eva-kurz", "polizei", "Accuse")},
    ),
    (
        "neutral-report-of-the-same",
        "„Das Problem ist bei der Polizei noch nicht angekommen“, sagte Eva Kurz.",
        set(),
    ),
    (
        "after-somebody-s-will",
        "Nach dem Willen von Eva Kurz soll die Polizei das Haus räumen.",
        {("eva-kurz", "polizei", "Demand")},
    ),
    ("after-somebody-s-information", "Nach Angaben von Eva Kurz soll die Polizei das Haus räumen.", set()),
    ("had-to", "„Die Spieler haben alles geben müssen“, sagte Eva Kurz.", set()),
    ("to-be-dismissed", "Jan Holm müsse entlassen werden, sagte Eva Kurz.", {("eva-kurz", "jan-holm", "Demand")}),
    (
        "not-to-be-punished",
        "Jan Holm dürfe nicht bestraft werden, sagte Eva Kurz.",
        {("eva-kurz", "jan-holm", "Endorse")},
    ),
    ("to-be-freed", "„Jan Holm muss freigelassen werden“, sagte Eva Kurz.", {("eva-kurz", "jan-holm", "Endorse")}),
    ("need-not-be-dismissed", "Jan Holm müsse nicht entlassen werden, sagte Eva Kurz.", set()),
    ("by-whom", "Dies müsse von der Polizei geklärt werden, sagte Eva Kurz.", {("eva-kurz", "polizei", "Demand")}),
    (
        "not-to-be-asked-of",
        "Den Arbeitern sei das nicht zuzumuten, sagte Eva Kurz.",
        {("eva-kurz", "arbeiter", "Endorse")},
    ),
    (
        "wants-that",
        "Eva Kurz will, dass die Polizei das Haus räumt.",
        {("eva-kurz", "polizei", "Demand")},
    ),
    ("knows-that", "Eva Kurz weiß, dass die Polizei das Haus räumt.", set()),
    (
        "nobody-can",
        "Eva Kurz erklärte, die Welt könne Iran nicht trauen.",
        {("eva-kurz", "iran", "Accuse")},
    ),
    (
        "asks-to-help",
        "Eva Kurz rief zu Hilfe für die Stadt Neuheim auf.",
        {("eva-kurz", "neuheim", "Endorse")},
    ),
]

COMPOUNDS: list[tuple[str, str, set[Expected]]] = [
    ("body-s-plan", "Eva Kurz kritisierte den EU-Vorschlag.", {("eva-kurz", "europäische-union", "Accuse")}),
    ("agency-s-video", "Eva Kurz bestritt die Echtheit des CIA-Videos.", {("eva-kurz", "cia", "Reject")}),
    ("police-at-work", "Eva Kurz kritisierte das Polizeivorgehen.", {("eva-kurz", "polizei", "Accuse")}),
    ("where-it-is", "Eva Kurz kritisierte den Ukraine-Krieg.", set()),
    ("no-deed", "Eva Kurz kritisierte das EU-Parfum.", set()),
    (
        "named-elsewhere",
        "Die Opposition lehnte die Telekom-Pläne ab. Die Telekom will sparen.",
        {("opposition", "deutsche-telekom", "Reject")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in JUDGEMENTS])
def test_judgement(text: str, expected: set[Expected], stances_of: Finder) -> None:
    assert {(s.source, s.target, s.act.value) for s in stances_of(text)} == expected


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in (*SAID, *COMPOUNDS)])
def test_stance_in_running_text(text: str, expected: set[Expected], nlp: Language) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    found = find_stances(doc, cast, find_quotations(doc, cast))
    assert {(s.source, s.target, s.act.value) for s in found if s.status.value != "Planned"} == expected


def test_an_alliance_is_no_act_of_its_members(nlp: Language) -> None:
    cast = find_cast(nlp("Eva Kurz kritisierte die Stärkung von Militärbündnissen."))
    assert "Militär" not in {actor.label for actor in cast.actors}
