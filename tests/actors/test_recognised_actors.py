"""Actors that no list of names knows, and words that take up somebody named before or after them."""

import pytest
from meant import label
from spacy.language import Language

from kg.extract.coreference import find_cast
from kg.facts import ActorKind
from kg.lexicon.bodynouns import BodyNounEntry, body_noun
from kg.lexicon.loader import read_table
from kg.lexicon.namewords import OriginEntry, origin
from kg.lexicon.people import group

MEANT = [
    pytest.param(
        "Nach dem Unfall hat das Regierungspräsidium Chemnitz der Firma Metallor am Dienstag die "
        "Betriebserlaubnis entzogen.",
        {"Regierungspräsidium": "Regierungspräsidium Chemnitz", "Firma": "Metallor"},
        id="whom-an-office-takes-something-from",
    ),
    pytest.param(
        "Das Schulamt der Hansestadt wies den Einspruch zurück.",
        {"Schulamt": "Schulamt der Hansestadt"},
        id="office-of-somebody",
    ),
    pytest.param(
        "Das Hafenamt von Altstedt weist die Schuld von sich.",
        {"Hafenamt": "Hafenamt von Altstedt"},
        id="office-of-a-port",
    ),
    pytest.param(
        "Das Schulamt wies den Einspruch der Ratsherren zurück.",
        {"Schulamt": "Schulamt", "Ratsherren": "Ratsherren"},
        id="office-and-councillors",
    ),
    pytest.param(
        "Die Stadtwerke Neuhausen verklagten das Bergamt Altstedt.",
        {"Stadtwerke": "Stadtwerke Neuhausen", "Bergamt": "Bergamt Altstedt"},
        id="bodies-with-their-town",
    ),
    pytest.param(
        "Die Freiwillige Feuerwehr Altendorf rettete zwei Wanderer.",
        {"Feuerwehr": "Freiwillige Feuerwehr Altendorf"},
        id="adjective-and-town-of-a-body",
    ),
    pytest.param(
        "Die Bürgerinitiative „Hände weg vom Wald“ wirft dem Bürgermeister Untätigkeit vor.",
        {"Bürgerinitiative": "Hände weg vom Wald"},
        id="name-in-quotation-marks",
    ),
    pytest.param(
        "Der Richter las den Brief „Ich gehe“ vor.",
        {"Brief": None, "gehe": None},
        id="quotation-that-names-nobody",
    ),
    pytest.param(
        "Der Landrat dankte der Familie Holm.",
        {"Familie": "Familie Holm", "Holm": "Familie Holm"},
        id="family",
    ),
    pytest.param(
        "Die Küstengemeinden in Friesland klagen gegen den Konzern. In den Gemeinden regte sich Protest.",
        {"Küstengemeinden": "Küstengemeinden in Friesland", "den Gemeinden": None},
        id="towns-that-act-and-towns-where-something-is",
    ),
    pytest.param(
        "Sollte die Stadt den Vertrag nicht verlängern, will der Verein klagen.",
        {"Stadt": "Stadt"},
        id="town-without-a-name",
    ),
    pytest.param(
        "Die Stadt Weißenfels lehnte ab.",
        {"Weißenfels": "Weißenfels"},
        id="town-that-ends-in-s",
    ),
    pytest.param(
        "Der Grüne Jan Holm lobte den Plan. Die Grünen lehnten ab.",
        {"Der Grüne": "Jan Holm", "Die Grünen": "Bündnis 90/Die Grünen"},
        id="member-of-a-party",
    ),
    pytest.param(
        "Die Demokratische Partei Thailands siegte, was die USA begrüßten. Die Demokratische Partei will nun regieren.",
        {"Demokratische Partei will": "Demokratische Partei Thailands"},
        id="party-of-another-state",
    ),
    pytest.param(
        "Die Demokratische Partei will in den USA regieren.",
        {"Demokratische Partei": "Demokraten"},
        id="party-of-the-united-states",
    ),
    pytest.param(
        "Der EU-Kommissar für Erweiterung Štefan Füle begrüßte den Schritt.",
        {"EU-Kommissar": "Štefan Füle"},
        id="office-with-its-field",
    ),
    pytest.param(
        "Premier Jan Holm wurde gestürzt. Der Liberale war erst seit Mai im Amt.",
        {"Der Liberale": "Jan Holm"},
        id="partisan",
    ),
    pytest.param(
        "Kenia nahm den Künstler Jan Holm auf. Wie ein Sprecher der Polizei sagte, will der 54-Jährige bleiben.",
        {"54-Jährige": "Jan Holm"},
        id="age-is-not-said-of-a-spokesman",
    ),
    pytest.param(
        "Der Verband stellte sich vor Ida Holm. Die Berlinerin sei unschuldig.",
        {"Berlinerin": "Ida Holm"},
        id="from-a-town",
    ),
    pytest.param(
        "Ida Holm reiste ab. Die Berliner Polizei half.",
        {"Polizei": "Berliner Polizei"},
        id="adjective-of-a-town",
    ),
    pytest.param(
        "Die Partei schickt Jan Holm gegen Paul Rot ins Rennen. Dieser liegt vorn. Dessen Anwältin widersprach.",
        {"Dieser": "Paul Rot", "Dessen": "Paul Rot"},
        id="demonstratives",
    ),
    pytest.param(
        "Nach ihrem Ausscheiden rief die Sozialistin Ida Blau zur Wahl auf.",
        {"ihrem": "Ida Blau"},
        id="possessive-before-the-name",
    ),
    pytest.param(
        "Weil er oft abgewichen war, ist der Senator Jan Holm abgewählt worden.",
        {"Weil er": "Jan Holm"},
        id="pronoun-before-the-name",
    ),
    pytest.param(
        "Paul Rot trug einen Kanister. Jan Holm ließ diesen fallen.",
        {"diesen": None},
        id="thing-named-after-the-person",
    ),
    pytest.param(
        "Ida Blau dankte Jan Holm. Paul Rot hat Respekt vor jenem, der das wagt.",
        {"jenem": None},
        id="whoever-does-it",
    ),
    pytest.param(
        "„Sie haben uns belogen“, sagte Ministerin Ida Blau.",
        {"Sie": None},
        id="address-in-direct-speech",
    ),
    pytest.param(
        "Ursula von der Leyen sprach. Von der Leyen reiste ab.",
        {"Von der Leyen": "Ursula von der Leyen"},
        id="surname-that-looks-like-a-noun",
    ),
    pytest.param(
        "Der Rat entzog dem Ausschussvorsitzenden, Inspektor Jan Holm, das Vertrauen.",
        {"Ausschussvorsitzenden": "Jan Holm"},
        id="apposition-with-a-title",
    ),
    pytest.param(
        "Ein weiteres Mitglied des Vorstands, der Kinderarzt Jan Holm, kehrte dem Verein den Rücken.",
        {"Mitglied": "Jan Holm"},
        id="apposition-with-a-title-and-its-article",
    ),
    pytest.param(
        "Der Leiter der Mission, der Norweger Jan Holm, sprach am Montag.",
        {"Leiter": "Jan Holm"},
        id="apposition-with-a-people",
    ),
    pytest.param(
        "Der Fraktionschef Paul Rot schlug den Obmann im Ausschuss, Jan Holm, als Nachfolger vor.",
        {"Obmann": "Jan Holm"},
        id="apposition-after-a-phrase-of-the-verb",
    ),
    pytest.param(
        "Mit dem Leiter des Amtes trafen sich der Kinderarzt Jan Holm und die Richterin Ida Blau.",
        {"Leiter": "Leiter des Amtes"},
        id="no-apposition-without-a-comma",
    ),
    pytest.param(
        "Der Vorstoß wurde vom Sprecher der CDU/CSU-Bundestagsfraktion Jan Holm begrüßt.",
        {"Sprecher": "Jan Holm"},
        id="body-with-a-stroke",
    ),
    pytest.param(
        "Zehntausende versuchten, die Ablösung des Langzeitherrschers Hamid Abdelgadir Nour durchzusetzen.",
        {"Langzeitherrschers": "Hamid Abdelgadir Nour"},
        id="surname-that-looks-like-an-adverb",
    ),
    pytest.param(
        "Brigadegeneral Jan Holm zog sich zurück. Der Staatssekretär drohte dem Offizier mit einem Verfahren.",
        {"Offizier": "Jan Holm"},
        id="officer-of-any-rank",
    ),
    pytest.param(
        "Brigadegeneral Jan Holm zog sich zurück. Die Polizistin schwieg, der Feuerwehrmann auch.",
        {"Feuerwehrmann": "Feuerwehrmann"},
        id="no-officer",
    ),
    pytest.param(
        "Der frühere Geheimdienstchef Jan Holm wird 65 Jahre alt. Der Jurist war drei Jahre im Amt.",
        {"Jurist": "Jan Holm"},
        id="lawyer-by-training",
    ),
    pytest.param(
        "Der Journalist Jan Holm ist frei. Ein Verein hatte dem Inhaftierten im Mai einen Preis verliehen.",
        {"Inhaftierten": "Jan Holm"},
        id="one-in-prison",
    ),
    pytest.param(
        "Der Niederländer Paul Rot siegte. Am Ende gratulierte Jan Holm, der den Niederländer vorher verspottet hatte.",
        {"Niederländer": "Paul Rot"},
        id="not-whom-the-relative-clause-tells-of",
    ),
    pytest.param(
        "Die Umweltsenatorin Ida Blau bleibt. Man habe eine Senatorin berufen. Nun räumt die Senatorin ihr Büro.",
        {"die Senatorin": "Ida Blau"},
        id="named-holder-of-the-office",
    ),
    pytest.param(
        "Der Bürgerrechtler Jan Holm ist frei. Rund sechzig Anhänger sangen ein Lied. Es regnete. Der Physiker saß "
        "drei Jahre in Haft.",
        {"Physiker": "Jan Holm"},
        id="the-only-one-named-in-the-last-sentences",
    ),
    pytest.param(
        "Der Student Jan Holm muss in Haft. Die Strafe gilt als mild. Verteidiger Paul Rot geht in Revision. Sein "
        "Mandant schwieg.",
        {"Mandant": "Jan Holm"},
        id="the-only-other-man",
    ),
    pytest.param(
        "Jan Holm schwieg. Emil Grün sprach. Verteidiger Paul Rot geht in Revision. Sein Mandant sei unschuldig.",
        {"Mandant": "Mandant"},
        id="one-of-two-other-men",
    ),
    pytest.param(
        "Der Gründer Jan Holm gab auf. Die Kunden klagten. Ida Blau, deren Firma mit ihm gerungen hatte, zog vor dem "
        "Konkurrenten den Hut.",
        {"Konkurrenten": "Jan Holm"},
        id="rival-of-a-woman",
    ),
    pytest.param(
        "Jan Holm leitet die Nordlicht AG. Die Angebote des Konkurrenten waren besser.",
        {"Konkurrenten": "Konkurrent"},
        id="rival-of-nobody-named",
    ),
    pytest.param(
        "Die Abgeordnete Ida Blau trat zurück. Beamte hatten die Wohnung der 47-Jährigen in Kiel durchsucht.",
        {"47-Jährigen": "Ida Blau"},
        id="age-with-the-place-of-the-deed",
    ),
    pytest.param(
        "Das Landgericht hat einen ehemaligen Feuerwehrmann verurteilt. Die Kammer sah es als erwiesen an, dass der "
        "26-jährige Jan H. das Haus in Brand gesteckt hat.",
        {"Feuerwehrmann": "Jan H."},
        id="named-in-the-second-sentence",
    ),
    pytest.param(
        "Dem Schläger Paul R. droht nach Auffassung seines Anwalts die Ausweisung. Der 76-jährige Jan Holm nahm das "
        "Urteil gelassen auf.",
        {"Anwalts": "Anwalt"},
        id="somebody-else-named-in-the-second-sentence",
    ),
    pytest.param(
        "Der Verlag lässt die Auflage des Romans „Der Apotheker“ einstampfen.",
        {"Apotheker": None},
        id="title-of-a-book",
    ),
    pytest.param(
        "Paul Rot und Jan Holm sprachen. Der eine wurde zu seinem Stellvertreter ernannt.",
        {"Stellvertreter": None},
        id="what-somebody-becomes",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_actors_are_recognised(nlp: Language, text: str, expected: dict[str, str | None]) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    assert {words: label(cast, doc, words) for words in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Der Oppositionsbund Umoja brach die Wahlkampftour ab.", {"Oppositionsbund Umoja"}, id="ending"),
        pytest.param("Der Polizeibund zahlt den Anwalt.", {"Anwalt"}, id="the-noun-alone-proves-nothing"),
    ],
)
def test_a_noun_before_a_bodys_name_belongs_to_it(nlp: Language, text: str, expected: set[str]) -> None:
    doc = nlp(text)
    found = {m.span.text(text) for m in find_cast(doc).mentions}
    assert expected <= found
    assert "Polizeibund" not in found


def test_nouns_before_names_are_no_groups_elsewhere_and_every_example_has_one() -> None:
    for entry in read_table("bodynouns", BodyNounEntry):
        assert group(entry.like) is not None
        assert any(body_noun(w) is not None for w in entry.example.split()), entry.example
    assert body_noun("Polizeibunds") == body_noun("Polizeibund")
    assert body_noun("Minister") is None


def test_a_family_is_a_group(nlp: Language) -> None:
    cast = find_cast(nlp("Die Stadt verklagte das Ehepaar Holm."))
    assert [a.kind for a in cast.actors if a.label == "Ehepaar Holm"] == [ActorKind.GROUP]


def test_every_example_of_an_origin_has_its_noun() -> None:
    for entry in read_table("origins", OriginEntry):
        found = {n + e for n in entry.nouns for e in ("", "in")} | {n.removesuffix("e") + "in" for n in entry.nouns}
        assert any(w.strip(".,") in found for w in entry.example.split()), entry.example
        assert all(origin(n) == "Masc" for n in entry.nouns)
    assert origin("Sächsin") is None
    assert origin("Berlinerin") == "Fem"
    assert origin("Computer") is None
