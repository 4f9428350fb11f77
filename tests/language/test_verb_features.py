"""Person and tense by form and subject."""

import pytest
from spacy.language import Language

from kg.language.verb_features import irregular, settle

PAST, PRESENT = "Tense=Past", "Tense=Pres"
CASES = [
    ("fuhr", "fahren", "Sing", PAST),
    ("betrug", "betragen", "Sing", PAST),
    ("erklärte", "erklären", "Sing", PAST),
    ("hingen", "hängen", "Plur", PAST),
    ("fährt", "fahren", "Sing", PRESENT),
    ("weiß", "wissen", "Sing", PRESENT),
    ("kann", "können", "Sing", PRESENT),
    ("hängen", "hängen", "Plur", PRESENT),
    ("hielt", "halten", "Sing", PRESENT),  # "-t" leaves it open
]


@pytest.mark.parametrize(("form", "lemma", "number", "expected"), CASES)
def test_form_settles_the_tense(form: str, lemma: str, number: str, expected: str) -> None:
    features = f"Mood=Ind|Number={number}|Person=3|Tense=Pres|VerbForm=Fin"
    assert expected in settle(form, lemma, features, "sie")


@pytest.mark.parametrize(
    ("subject", "person"), [("ich", "1"), ("Wir", "1"), ("Ministerin", "3"), ("sie", "3"), (None, "1")]
)
def test_subject_settles_the_person(subject: str | None, person: str) -> None:
    features = "Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin"
    assert f"Person={person}" in settle("können", "können", features, subject)


@pytest.mark.parametrize(("lemma", "example"), irregular().items())
def test_irregular_verb_is_a_present_in_its_example(nlp: Language, lemma: str, example: str) -> None:
    verbs = [token for token in nlp(example) if token.lemma_ == lemma]
    assert [token.morph.get("Tense") for token in verbs] == [["Pres"]]


def test_other_forms_stay() -> None:
    assert settle("verschoben", "verschieben", "VerbForm=Part", "sie") == "VerbForm=Part"
