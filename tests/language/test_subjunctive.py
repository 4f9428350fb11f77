"""Konjunktiv by form and in sentences."""

import pytest
from spacy.language import Language

from kg.language.subjunctive import Form, plain_preterites, reading_of, umlauted, with_mood

FORMS = {
    Form.PRESENT: ["habe haben", "müsse müssen", "sei sein", "seien sein", "handele handeln", "sammle sammeln"],
    Form.PAST: [
        "käme kommen",
        "lägen liegen",
        "ginge gehen",
        "könnte können",
        "hätten haben",
        "würde werden",
        "wäre sein",
    ],
    Form.INDICATIVE: [
        "hat haben",
        "soll sollen",
        "sollen sollen",
        "wurde werden",
        "konnte können",
        "hatten haben",
        "wollte wollen",
    ],
    Form.OPEN: ["sagte sagen", "sollte sollen", "führten führen", "lagen liegen", "hielte halten"],
}
CASES = [(*pair.split(), expected) for expected, pairs in FORMS.items() for pair in pairs]


@pytest.mark.parametrize(("form", "lemma", "expected"), CASES)
def test_reading_of_form(form: str, lemma: str, expected: Form) -> None:
    assert reading_of(form, lemma) is expected


def test_with_mood_corrects_only_what_the_form_shows() -> None:
    past = "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin"
    assert with_mood(past, Form.PAST, "Plur") == past.replace("Ind", "Sub")
    assert with_mood(past, Form.OPEN, "Plur") == past
    assert with_mood("VerbForm=Part", Form.PAST, "Sing") == "VerbForm=Part"
    assert with_mood("Mood=Sub|Tense=Pres", Form.INDICATIVE, "Sing") == "Mood=Ind|Tense=Pres"


SENTENCES = {
    "sei": ("Der Minister sagte, die Lage sei ernst.", "sei", "Pres"),
    "seien": ("Die Vorwürfe seien falsch, erklärte der Sprecher.", "seien", "Pres"),
    "habe": ("Er habe davon nichts gewusst, sagte Müller.", "habe", "Pres"),
    "werde": ("Die Regierung werde das Gesetz ändern, kündigte sie an.", "werde", "Pres"),
    "könne": ("Man könne das nicht hinnehmen, betonte der Präsident.", "könne", "Pres"),
    "müsse": ("Die EU müsse jetzt handeln, forderte er.", "müsse", "Pres"),
    "second-verb": ("Er sei krank und brauche Ruhe, hieß es.", "brauche", "Pres"),
    "hätte": ("Er hätte das niemals getan.", "hätte", "Past"),
    "wäre": ("Das wäre ein Fehler, warnte sie.", "wäre", "Past"),
    "lägen": ("Beweise lägen nicht vor, sagte die Polizei.", "lägen", "Past"),
}


@pytest.mark.parametrize(("text", "word", "tense"), SENTENCES.values(), ids=SENTENCES)
def test_subjunctive_is_recognised(nlp: Language, text: str, word: str, tense: str) -> None:
    verb = next(token for token in nlp(text) if token.text == word)
    assert (verb.morph.get("Mood"), verb.morph.get("Tense")) == (["Sub"], [tense])


INDICATIVE = {
    "ist": ("Die Lage ist ernst.", "ist"),
    "hat": ("Der Präsident hat das Abkommen unterzeichnet.", "hat"),
    "sagte": ("Das sagte der Minister am Montag.", "sagte"),
    "first-person": ("Ich habe davon nichts gewusst.", "habe"),
    "first-person-joined": ("Ich bin zufrieden und werde wieder hier einkaufen.", "werde"),
    "soll": ("Die Regierung soll das Gesetz ändern.", "soll"),
}


@pytest.mark.parametrize(("text", "word"), INDICATIVE.values(), ids=INDICATIVE)
def test_indicative_is_no_subjunctive(nlp: Language, text: str, word: str) -> None:
    assert next(token for token in nlp(text) if token.text == word).morph.get("Mood") == ["Ind"]


@pytest.mark.parametrize(("lemma", "example"), umlauted().items(), ids=lambda x: x)
def test_umlauted_verb_is_a_subjunctive_in_its_example(lemma: str, example: str) -> None:
    form = example.split()[1]
    assert reading_of(form, lemma) is Form.PAST
    assert reading_of(form.translate(str.maketrans("äöü", "aou")), lemma) is not Form.PAST


@pytest.mark.parametrize(("lemma", "example"), plain_preterites().items(), ids=lambda x: x)
def test_plain_preterite_is_an_indicative_in_its_example(nlp: Language, lemma: str, example: str) -> None:
    verbs = [token for token in nlp(example) if token.lemma_ == lemma]
    assert [(token.morph.get("Mood"), token.morph.get("Tense")) for token in verbs] == [(["Ind"], ["Past"])]
