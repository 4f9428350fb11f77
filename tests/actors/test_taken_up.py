"""Whom descriptions without a name take up: tables of text → who is meant by the last occurrence of which words."""

import pytest
from meant import label
from spacy.language import Language

from kg.extract.coreference import find_cast
from kg.lexicon.loader import read_table
from kg.lexicon.namewords import (
    OfficeEntry,
    appointing_words,
    body_members,
    body_staff,
    body_titles,
    owned_people,
    side_nouns,
)
from kg.lexicon.people import groups, role

PEOPLE = [
    pytest.param(
        "Das Gericht schickte Jan Holm für zwei Jahre in Haft. Der Saal war voll. Anhänger des Verurteilten tobten.",
        {"Verurteilten": "Jan Holm"},
        id="whoever-has-been-tried",
    ),
    pytest.param(
        "Jan Holm muss in Haft. Die Krankenkasse hat den Verurteilten im Januar verklagt.",
        {"Verurteilten": "Jan Holm"},
        id="one-who-has-been-tried-in-the-accusative",
    ),
    pytest.param(
        "Richter Jan Holm sprach am Freitag. Der Angeklagte schwieg.",
        {"Angeklagte": "Angeklagter"},
        id="no-judge-is-tried",
    ),
    pytest.param(
        "Der Bundesgerichtshof half dem Landrat Jan Holm. Die Strafe, die das Landgericht Hof vor einem Jahr gegen den "
        "63-Jährigen verhängt hatte, ist aufgehoben.",
        {"63-Jährigen": "Jan Holm"},
        id="age-in-the-accusative",
    ),
    pytest.param(
        "Die Malerin Ida Blau gewann den Preis. Viele verlangten die Freilassung der 58-Jährigen.",
        {"58-Jährigen": "Ida Blau"},
        id="age-in-the-genitive",
    ),
    pytest.param(
        "Der Autor Jan Holm ist frei. Norwegens Staatschef begnadigte ihn, nachdem viele für den 48-Jährigen warben.",
        {"48-Jährigen": "Jan Holm"},
        id="age-of-nobody-known-by-the-office-only",
    ),
    pytest.param(
        "Die Mutter der 46-Jährigen schwieg.",
        {"46-Jährigen": "46-Jährige"},
        id="age-of-somebody-else-than-the-noun-before",
    ),
    pytest.param(
        "Der Dichter Jan Holm saß zwei Nächte in Haft. Landrätin Ida Blau setzte sich für den Studenten ein.",
        {"Studenten": "Jan Holm"},
        id="one-student-after-for",
    ),
    pytest.param(
        "Jan Holm sprach am Freitag. Der Landrat diskutierte danach mit den Studenten.",
        {"Studenten": "Studenten"},
        id="several-students-after-with",
    ),
    pytest.param(
        "Die Pfarrerin Gesa Blau ist abgemahnt worden. Viele Bürger stellten sich hinter die Rentnerin.",
        {"Rentnerin": "Gesa Blau"},
        id="what-else-the-only-one-is",
    ),
    pytest.param(
        "Gesa Blau stritt mit Ida Rot. Viele Bürger stellten sich hinter die Rentnerin.",
        {"Rentnerin": "Rentnerin"},
        id="nobody-knows-which-of-two",
    ),
    pytest.param(
        "Jan Holm rief die Polizei. Der Kellner griff zum Hörer.",
        {"Hörer": "Hörer"},
        id="a-listener-is-no-receiver",
    ),
    pytest.param(
        "Die Ministerin Ida Blau hat Gesa Rot lange gefördert. Am Montag entließ Blau ihre Stellvertreterin.",
        {"Stellvertreterin": "Gesa Rot"},
        id="whom-she-has",
    ),
    pytest.param(
        "Ida Blau sprach am Montag in Kiel. Am Dienstag entließ sie ihren Stellvertreter.",
        {"Stellvertreter": "Stellvertreter"},
        id="somebody-of-another-gender",
    ),
    pytest.param(
        "Der mutmaßliche Schütze floh. Die Polizei nahm den Täter in Kiel fest.",
        {"Täter": "Schütze"},
        id="culprit-by-another-noun",
    ),
    pytest.param(
        "Der Mittäter stellte sich. Der Täter floh.",
        {"Täter": "Täter"},
        id="accomplice-is-somebody-else",
    ),
    pytest.param(
        "Die Küstenwache nahm neun Piraten fest. Die Männer hatten einen Frachter geentert.",
        {"Männer": "Piraten"},
        id="men-of-before",
    ),
    pytest.param(
        "Die Küstenwache rettete neun Schülerinnen. Die Männer schwiegen.",
        {"Männer": "Männer"},
        id="other-men",
    ),
    pytest.param(
        "Die Malerin Ida Blau kam am Montag. Der Saal war voll. Richter Jan Holm lobte die Juristin.",
        {"Juristin": "Ida Blau"},
        id="only-woman-of-before",
    ),
    pytest.param(
        "Die Malerin Ida Blau traf die Ministerin Gesa Rot. Der Saal war voll. Richter Jan Holm lobte die Juristin.",
        {"Juristin": "Juristin"},
        id="one-of-two-women",
    ),
    pytest.param(
        "Ida Blau kandidierte. Ein Amt prüfte den Fall. Die Landesdatenschutzbeauftragte widersprach.",
        {"Landesdatenschutzbeauftragte": "Landesdatenschutzbeauftragte"},
        id="woman-with-an-office-of-many",
    ),
    pytest.param(
        "Die Malerin Ida Blau kam am Montag. Der Saal war voll. Viele klatschten. Jan Holm half seiner Nachfolgerin.",
        {"Nachfolgerin": "Ida Blau"},
        id="woman-whom-he-has-for-a-successor",
    ),
    pytest.param(
        "Das Gericht rügte Jan Holm. Der Verband steht zu seinem Mitglied.",
        {"Mitglied": "Jan Holm"},
        id="member-of-a-body",
    ),
    pytest.param(
        "Das Gericht rügte Jan Holm und Ida Blau. Der Verband steht zu seinem Mitglied.",
        {"Mitglied": "Mitglied"},
        id="member-who-may-be-either",
    ),
    pytest.param(
        "Ministerin Ida Blau stritt mit dem Rentner Jan Holm. Kanzler Uwe Rot steht zu seinem Kabinettsmitglied.",
        {"Kabinettsmitglied": "Ida Blau"},
        id="member-of-the-cabinet",
    ),
    pytest.param(
        "Am Montag hat der Verein Trainer Jan Holm entlassen. Die Fans stellten sich vor den Geschassten.",
        {"Geschassten": "Jan Holm"},
        id="called-after-what-was-done-to-him",
    ),
    pytest.param(
        "Am Montag hat der Verein Trainer Jan Holm entlassen. Die Fans stellten sich vor die Geschassten.",
        {"Geschassten": "Geschasste"},
        id="not-him-but-a-woman-of-that-fate",
    ),
    pytest.param(
        "Jan Holm warnte vor dem Plan. Uwe Rot zögerte lange und setzte den Verfasser vor die Tür.",
        {"Verfasser": "Jan Holm"},
        id="not-the-subject-of-the-verb-before",
    ),
    pytest.param(
        "Der Landtag wählte Ida Blau zur Präsidentin. Jan Holm half der Präsidentin.",
        {"zur Präsidentin": None},
        id="office-that-somebody-gets",
    ),
]

BODIES = [
    pytest.param(
        "Die Hilfsorganisation Nordlicht blieb außen vor: Chile erteilte ihren Mitarbeitern keine Visa.",
        {"Mitarbeitern": "Nordlicht"},
        id="staff-for-their-body",
    ),
    pytest.param(
        "Die Hilfsorganisation Nordlicht entließ ihre Mitarbeiter.",
        {"Mitarbeiter": "Mitarbeiter"},
        id="staff-beside-their-body",
    ),
    pytest.param(
        "Die Miliz Nordfront gab auf. Dreißig ihrer Kämpfer flohen.",
        {"Kämpfer": "Kämpfer"},
        id="some-of-its-fighters",
    ),
    pytest.param(
        "Das Amt rügte das Biotechnikunternehmen Zellora. Jan Holm lobte am Freitag die Firma in Chicago.",
        {"Firma": "Zellora"},
        id="company-told-by-its-town",
    ),
    pytest.param(
        "Der Konzern Nordmobil lobte die Reederei Zellora. Jan Holm lobte am Freitag die Firma in Chicago.",
        {"Firma": "Firma in Chicago"},
        id="town-that-doesnt-tell-which-of-two-companies",
    ),
    pytest.param(
        "Das Möbelhaus Nordlicht wächst. Der Konkurrent Lomberg schrumpft.",
        {"Konkurrent": "Lomberg"},
        id="rival-with-its-name",
    ),
    pytest.param(
        "Der Konkurrent Jan Holm trat zurück.",
        {"Konkurrent": "Jan Holm"},
        id="rival-who-is-a-person",
    ),
    pytest.param(
        "Kämpfer der Miliz Nordfront überfielen das Dorf.",
        {"Kämpfer": "Nordfront"},
        id="people-who-act-for-a-body",
    ),
    pytest.param(
        "Zwölf Kämpfer der Miliz Nordfront ergaben sich.",
        {"Kämpfer": "Kämpfer der Miliz Nordfront"},
        id="some-of-them",
    ),
    pytest.param(
        "Das Regierungspräsidium lehnte ab. Die Bauern verklagten die Behörde.",
        {"Behörde": "Regierungspräsidium"},
        id="authority-named-by-a-narrower-noun",
    ),
    pytest.param(
        "Der Aufsichtsrat tagte lange. Am Ende lehnte das Gremium den Plan ab.",
        {"Gremium": "Aufsichtsrat"},
        id="board",
    ),
    pytest.param(
        "Der Verein „Nachbarn für Nachbarn“ klagte. Der Landkreis hatte der Organisation das Geld gestrichen.",
        {"Organisation": "Nachbarn für Nachbarn"},
        id="club-that-is-an-organisation",
    ),
    pytest.param(
        "Nordmobil hat sich mit der Gewerkschaft geeinigt.",
        {"Gewerkschaft": "Gewerkschaft"},
        id="not-the-other-one-in-the-clause",
    ),
    pytest.param(
        "Der 1. FC Nordstadt ist pleite. Der Landrat half dem Traditionsklub.",
        {"Traditionsklub": "1. FC Nordstadt"},
        id="only-club-named",
    ),
    pytest.param(
        "Das Gesetz ist der SPD wichtig. Die Reformpartei lehnt es ab.",
        {"Reformpartei": "Reformpartei"},
        id="party-of-its-own",
    ),
    pytest.param(
        "Die norwegische Reederei Nordlicht baut zwei Fähren. Die Norweger lobten den Vertrag.",
        {"Norweger": "Nordlicht"},
        id="body-by-its-state",
    ),
    pytest.param(
        "Die norwegische Reederei Nordlicht baut zwei Fähren. Norwegen zahlt. Die Norweger lobten den Vertrag.",
        {"Norweger": "Norwegen"},
        id="state-spoken-of-too",
    ),
    pytest.param(
        "Norwegen gewann. Die norwegische Mannschaft feierte.",
        {"Mannschaft": "Norwegen"},
        id="team-of-a-state",
    ),
    pytest.param(
        "Schweden trifft auf Titelverteidiger Norwegen.",
        {"Titelverteidiger": "Norwegen"},
        id="state-with-its-title",
    ),
    pytest.param(
        "Schweden spielte gut. Danach feierten die Niederländer.",
        {"Niederländer": "Niederlande"},
        id="inhabitants-are-no-states",
    ),
    pytest.param(
        "Zu der Tat bekannte sich eine Gruppe namens „Rote Nadel“.",
        {"Gruppe": "Rote Nadel"},
        id="name-in-quotation-marks-after-named",
    ),
    pytest.param(
        "Das Landgericht Hof sprach Jan Holm frei. Die Kammer lobte den Zeugen.",
        {"Kammer": "Landgericht Hof"},
        id="chamber-of-the-court",
    ),
    pytest.param(
        "Das Landgericht Hof sprach Jan Holm frei. Die Ärztekammer lobte den Zeugen.",
        {"Ärztekammer": "Ärztekammer"},
        id="chamber-of-doctors",
    ),
    pytest.param(
        "Am Montag durchsuchten Beamte des Landeskriminalamts das Haus.",
        {"Beamte": "Landeskriminalamt"},
        id="people-who-act-for-a-body-without-a-name",
    ),
    pytest.param(
        "Am Montag durchsuchten zehn Beamte des Landeskriminalamts das Haus.",
        {"Beamte": "Beamte des Landeskriminalamts"},
        id="some-of-a-body-without-a-name",
    ),
    pytest.param(
        "Die Fraktion der Grünen lehnte den Antrag ab.",
        {"Fraktion": "Bündnis 90/Die Grünen"},
        id="parliamentary-group-of-a-party",
    ),
    pytest.param(
        "Die Fraktion im Bundestag lehnte den Antrag ab.",
        {"Fraktion": "Fraktion im Bundestag"},
        id="parliamentary-group-in-a-parliament",
    ),
    pytest.param(
        "Auf Fidschi regiert jetzt ein General. Canberra strich ihm die Hilfe.",
        {"Canberra": "Australien"},
        id="capital-that-acts",
    ),
    pytest.param(
        "Auf Fidschi regiert jetzt ein General. Er reiste gestern durch Canberra.",
        {"Canberra": "Canberra"},
        id="capital-as-a-town",
    ),
    pytest.param(
        "Die norwegische Reederei Nordlicht baut zwei Fähren. Ida Blau kam. Sie lachte. Jan Holm ging. Er schwieg. "
        "Die Norweger lobten den Vertrag.",
        {"Norweger": "Nordlicht"},
        id="body-by-its-state-after-many-sentences",
    ),
    pytest.param(
        "Die Reederei Sundland baut eine Fähre. In Sundlands Büro war am Montag niemand.",
        {"Sundlands": "Sundland"},
        id="body-named-again-like-a-place",
    ),
    pytest.param(
        "Das Möbelhaus Nordlicht wächst. Der Wettbewerber Lomberg schrumpft.",
        {"Wettbewerber": "Lomberg"},
        id="competitor-with-its-name",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*PEOPLE, *BODIES])
def test_descriptions_take_up_whom_they_mean(nlp: Language, text: str, expected: dict[str, str | None]) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    assert {words: label(cast, doc, words) for words in expected} == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "Vertreter der SPD und der Grünen kritisierten den Vertrag.",
            "Vertreter",
            ("SPD", "Bündnis 90/Die Grünen"),
            id="speak-for-two",
        ),
        pytest.param("Anhänger der SPD und der Grünen kamen.", "Anhänger", (), id="speak-for-nobody"),
    ],
)
def test_people_of_two_bodies_stand_for_both(nlp: Language, text: str, word: str, expected: tuple[str, ...]) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    token = next(t for t in doc if t.text == word)
    assert tuple(cast.actor(k).label for k in cast.several.get(token.i, ())) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "Die Firma Nordmobil stritt mit dem Verein Nordlicht. Am Ende gaben beide Seiten nach.",
            "Seiten",
            ("Nordmobil", "Nordlicht"),
            id="who-met-in-a-clause",
        ),
        pytest.param(
            "Die Firma Nordmobil und der Verein Nordlicht stritten lange. Das Amt mahnte beide Lager zur Ruhe.",
            "Lager",
            ("Nordmobil", "Nordlicht"),
            id="not-who-does-something-to-both",
        ),
        pytest.param(
            "Die Firma Nordmobil klagte vor dem Landgericht Hof. Am Ende gaben beide Seiten nach.",
            "Seiten",
            (),
            id="no-court",
        ),
        pytest.param(
            "Die Firma Nordmobil stritt mit dem Verein Nordlicht. Er schrieb drei Seiten.",
            "Seiten",
            (),
            id="pages",
        ),
    ],
)
def test_both_sides_are_the_two_that_met(nlp: Language, text: str, word: str, expected: tuple[str, ...]) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    token = next(t for t in doc if t.text == word)
    assert tuple(cast.actor(k).label for k in cast.several.get(token.i, ())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Dem Antrag entsprach das Gericht in Kiel am Montag.", "Gericht in Kiel", id="court"),
        pytest.param("Zwei Fahrer verständigten die Polizei in Emden und warteten.", "Polizei in Emden", id="police"),
    ],
)
def test_the_place_behind_a_body_belongs_to_its_expression(nlp: Language, text: str, expected: str) -> None:
    doc = nlp(text)
    assert expected in {m.span.text(doc.text) for m in find_cast(doc).mentions}


@pytest.mark.parametrize("table", ["bodytitles", "bodymembers", "bodystaff", "ownedpeople"])
def test_every_noun_of_the_tables_is_a_role_and_every_example_has_one(table: str) -> None:
    tables = {
        "bodytitles": body_titles,
        "bodymembers": body_members,
        "bodystaff": body_staff,
        "ownedpeople": owned_people,
    }
    nouns = tables[table]()
    assert {n for n in nouns if (r := role(n)) is None or r.noun != n} == set()
    for entry in read_table(table, OfficeEntry):
        found = {r.noun for w in entry.example.split() if (r := role(w.strip(".,"))) is not None}
        assert found.intersection(entry.nouns), entry.example


def test_every_example_of_appointing_has_its_word(nlp: Language) -> None:
    for entry in read_table("appointing", OfficeEntry):
        assert {t.lemma_ for t in nlp(entry.example)}.intersection(entry.nouns), entry.example
        assert appointing_words().issuperset(entry.nouns)


def test_every_example_of_the_side_nouns_has_one(nlp: Language) -> None:
    for entry in read_table("sidenouns", OfficeEntry):
        assert {t.lemma_ for t in nlp(entry.example)}.intersection(entry.nouns), entry.example
        assert side_nouns().issuperset(entry.nouns)


def test_general_nouns_belong_to_their_entry() -> None:
    for entry in groups():
        assert set(entry.general) <= {*entry.masculine, *entry.feminine, *entry.neuter}
