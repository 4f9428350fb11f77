"""Who is not whoever has been named just before: text → who is meant by the last occurrence of which words."""

import pytest
from meant import label
from spacy.language import Language

from kg.extract.coreference import find_cast


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Anna Rot schlug die Tschechin Eva Blau. Hinter der Schwedin Ida Grün und der Tschechin lag Rosa Weiß.",
            {"Tschechin": "Eva Blau"},
            id="somebody-from-there",
        ),
        pytest.param(
            "Der Schweizer Jan Holm führte lange. Am Ende gewann der Zyprer das Finale.",
            {"Zyprer": "Zyprer"},
            id="nobody-from-another-state",
        ),
        pytest.param(
            "Jan Holm aus Norwegen führte lange. Am Ende gewann der Zyprer das Finale.",
            {"Zyprer": "Zyprer"},
            id="nobody-said-to-be-from-another-state",
        ),
        pytest.param(
            "Jan Holm führte lange. Am Ende gewann der Zyprer das Finale.",
            {"Zyprer": "Jan Holm"},
            id="one-of-whom-nothing-is-known",
        ),
        pytest.param(
            "Die Bank sperrte das Konto von Jan Holm. Später ging es um den Mord an dem norwegischen Botschafter.",
            {"Botschafter": "Botschafter"},
            id="no-official-of-a-state-that-has-not-been-told",
        ),
        pytest.param(
            "Der Verein kündigte Jan Holm. Der Stürmer trauert.",
            {"Stürmer": "Jan Holm"},
            id="a-player-of-whom-nothing-has-been-told",
        ),
        pytest.param(
            "Jan Holm fehlt. Gegen den Gastgeber hofft Nordstadt auf einen Sieg.",
            {"Gastgeber": "Gastgeber"},
            id="no-person-for-a-word-of-teams",
        ),
        pytest.param(
            "Der Stürmer Jan Holm traf. Der Schiedsrichter pfiff ab.",
            {"Schiedsrichter": "Schiedsrichter"},
            id="no-player-for-the-referee",
        ),
        pytest.param(
            "Torwart Raúl Holm hielt den Ball. Nordstadt verlor. Der Stürmer Raúl traf zum Ausgleich.",
            {"Raúl": "Raúl"},
            id="first-name-with-another-role",
        ),
        pytest.param(
            "Ministerpräsident Hugo Holm trat zurück. Ministerpräsident Hugo ging nach Bern.",
            {"Hugo": "Hugo Holm"},
            id="first-name-with-the-same-role",
        ),
        pytest.param(
            "Die Nordpartei tagte. Ehemalige Mitglieder der Nordpartei gründeten eine Bewegung.",
            {"Ehemalige Mitglieder": "Mitglieder der Nordpartei"},
            id="former-members-are-not-the-party",
        ),
        pytest.param(
            "Torwart Jan Holm entschuldigte sich für seine Kritik an den englischen Fans.",
            {"Fans": "Fans"},
            id="several-in-the-dative",
        ),
        pytest.param(
            "Trainer Jan Holm sprach. Eintracht Frankfurt schwieg. „Ich bin froh“, "
            "meinte der Trainer der Frankfurter, Tom Rot.",
            {"Frankfurter": "Eintracht Frankfurt"},
            id="townspeople-in-the-genitive",
        ),
        pytest.param(
            "Die Niederlande verloren. Danach enttäuschte die englische Mannschaft.",
            {"englische Mannschaft": "England"},
            id="team-of-a-land-of-a-state",
        ),
        pytest.param(
            "Der Übergangsrat bestätigte das. Jan Holm sagte, der Nationale Übergangsrat wolle abwarten.",
            {"Der Übergangsrat": "Nationaler Übergangsrat"},
            id="body-whose-full-name-follows",
        ),
        pytest.param(
            "Die SPD-Landtagsabgeordnete und Delmenhorster Bürgermeisterin Clara Blau gab heute den Rücktritt bekannt.",
            {"SPD-Landtagsabgeordnete": "Clara Blau"},
            id="two-offices-the-second-with-its-town",
        ),
        pytest.param(
            "Das lehnt der Direktor Prof. Dr. Jan Holm ab.",
            {"Direktor": "Jan Holm", "Prof": "Jan Holm"},
            id="two-degrees-before-a-name",
        ),
        pytest.param(
            "Die Klinik zahlt. Das teilte der Arzt und Forscher Prof. Dr. Jan Holm mit.",
            {"Arzt": "Jan Holm", "Forscher": "Jan Holm"},
            id="two-roles-and-two-degrees",
        ),
        pytest.param(
            "Die Organisation amnesty international klagte.",
            {"amnesty": "Amnesty International"},
            id="name-in-small-letters",
        ),
    ],
)
def test_who_is_meant_and_who_is_not(nlp: Language, text: str, expected: dict[str, str | None]) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    assert {words: label(cast, doc, words) for words in expected} == expected
