"""Ends around an act: in relative clauses, in documents, in the complaint before, in what one answers for."""

import pytest
from spacy.language import Language

from kg.extract.coreference import find_cast
from kg.extract.quotations import find_quotations
from kg.extract.stances import find_stances

Expected = tuple[str, str, str]

DOCUMENTS: list[tuple[str, str, set[Expected]]] = [
    (
        "subject-published-before",
        "Jan Holm stellte den Jahresbericht vor. Der Bericht kritisiert auch die FDP.",
        {("jan-holm", "fdp", "Accuse")},
    ),
    (
        "passive-in-it",
        "Jan Holm veröffentlichte einen Bericht. In dem Bericht wird die FDP kritisiert.",
        {("jan-holm", "fdp", "Accuse")},
    ),
    (
        "therein",
        "Jan Holm schrieb einen Brief. Darin wird Eva Kurz aufgefordert, zu schweigen.",
        {("jan-holm", "eva-kurz", "Demand")},
    ),
    ("only-read", "Jan Holm las einen Bericht. Der Bericht kritisiert Eva Kurz.", set()),
    ("nobody-wrote-it", "In einem Bericht wird Eva Kurz kritisiert.", set()),
]

COMPLAINTS: list[tuple[str, str, set[Expected]]] = [
    (
        "goes-on",
        "Jan Holm kritisierte Eva Kurz. Die Vorwürfe richten sich auch gegen die FDP.",
        {("jan-holm", "eva-kurz", "Accuse"), ("jan-holm", "fdp", "Accuse")},
    ),
    ("nobody-complained", "Jan Holm traf Eva Kurz. Die Kritik gilt auch der FDP.", set()),
    (
        "another-one",
        "Jan Holm kritisierte Eva Kurz. Vorwürfe gegen die FDP gab es nicht.",
        {("jan-holm", "eva-kurz", "Accuse")},
    ),
]

RELATIVES: list[tuple[str, str, set[Expected]]] = [
    (
        "committed",
        "Die Anschläge auf Polizisten, die von den Rebellen verübt wurden, erschüttern das Land.",
        {("rebellen", "polizisten", "Assault")},
    ),
    (
        "committed-actively",
        "Jan Holm sprach über Anschläge auf Polizisten, die die Rebellen verübt hatten.",
        {("rebellen", "polizisten", "Assault")},
    ),
    (
        "participle",
        "Die von den Rebellen ausgeübte Gewalt gegen Frauen nimmt zu.",
        {("rebellen", "frauen", "Assault")},
    ),
    (
        "whose-the-denounced-is",
        "Jan Holm prangert Morde an, die von den Rebellen begangen wurden.",
        {("jan-holm", "rebellen", "Accuse")},
    ),
    ("only-told-of", "Die Anschläge auf Polizisten, die von den Rebellen gefilmt wurden, erschüttern das Land.", set()),
]

ANSWERING: list[tuple[str, str, set[Expected]]] = [
    (
        "death",
        "Jan Holm war für den Tod von Eva Kurz verantwortlich.",
        {("jan-holm", "eva-kurz", "Assault")},
    ),
    (
        "attributive",
        "Die für den Anschlag auf Eva Kurz verantwortlichen Rebellen schweigen.",
        {("rebellen", "eva-kurz", "Assault")},
    ),
    (
        "said-of-harm",
        "Nach Ansicht von Jan Holm ist die FDP für die Krise verantwortlich.",
        {("jan-holm", "fdp", "Accuse")},
    ),
    ("said-of-a-field", "Jan Holm sagte, die FDP sei für den Haushalt verantwortlich.", set()),
    ("denied", "Jan Holm war nicht für den Tod von Eva Kurz verantwortlich.", set()),
]

MANNERS: list[tuple[str, str, set[Expected]]] = [
    ("too-late", "Jan Holm sagte, die FDP habe zu spät gehandelt.", {("jan-holm", "fdp", "Accuse")}),
    ("too-little", "Jan Holm sagte, die FDP tue zu wenig.", {("jan-holm", "fdp", "Accuse")}),
    ("no-degree", "Jan Holm sagte, die FDP habe am Montag gehandelt.", set()),
    ("classed", "Die FDP stufte die Rebellen als Terrorgruppe ein.", {("fdp", "rebellen", "Accuse")}),
    ("made-into", "Die FDP erklärte Jan Holm zum Verräter.", {("fdp", "jan-holm", "Accuse")}),
    (
        "relative-clause-keeps-its-phrases",
        "Die Rebellen, die als Terrorgruppe gelten, wiesen die Aussage der FDP zurück.",
        {("rebellen", "fdp", "Reject")},
    ),
]

ROWS = [*DOCUMENTS, *COMPLAINTS, *RELATIVES, *ANSWERING, *MANNERS]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_ends_are_found_around_the_act(text: str, expected: set[Expected], nlp: Language) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    stances = find_stances(doc, cast, find_quotations(doc, cast))
    assert {(s.source, s.target, s.act.value) for s in stances} == expected
