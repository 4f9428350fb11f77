"""Person and tense by form and subject, participles and infinitives by form and auxiliary."""

import pytest
from spacy.language import Language

from kg.language.verb_features import inseparable, irregular, settle, settle_nonfinite

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


@pytest.mark.parametrize(
    ("subject", "own", "person"),
    [
        ("ich", True, "1"),
        ("wir", True, "1"),
        ("Du", True, "2"),
        ("ich", False, "3"),
        ("er", True, "3"),
        (None, False, "3"),
    ],
)
def test_only_the_verbs_own_subject_makes_a_first_person(subject: str | None, own: bool, person: str) -> None:
    features = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
    assert f"Person={person}" in settle("war", "sein", features, subject, own)


WERDEN, HABEN, KOENNEN = ("werden", False), ("haben", False), ("können", False)
NONFINITE = [
    ("verloren", "verlieren", "Inf", [], False, "Part"),
    ("gewesen", "sein", "Inf", [], False, "Part"),
    ("zubereitet", "zubereitet", "Inf", [], False, "Part"),  # an unknown lemma
    ("anzutreffen", "antreffen", "Inf", [("sein", False)], False, "Inf"),
    ("anzutreffen", "antreffen", "Part", [("sein", False)], False, "Inf"),
    ("vergessen", "vergessen", "Inf", [HABEN], False, "Part"),
    ("vergessen", "vergessen", "Part", [KOENNEN], False, "Inf"),
    ("vergessen", "vergessen", "Part", [HABEN], True, "Inf"),
    ("beraten", "beraten", "Inf", [("werden", True)], False, "Part"),
    ("beraten", "beraten", "Inf", [KOENNEN, ("werden", True)], False, "Part"),
    ("beraten", "beraten", "Part", [WERDEN], False, "Inf"),
    ("lassen", "lassen", "Inf", [HABEN], False, "Inf"),  # "hat ihn gehen lassen"
    ("vergessen", "vergessen", "Part", [], False, "Part"),
    ("vergessen", "vergessen", "Inf", [], False, "Inf"),
]


@pytest.mark.parametrize(("form", "lemma", "given", "auxiliaries", "marked", "expected"), NONFINITE)
def test_participle_or_infinitive(
    form: str, lemma: str, given: str, auxiliaries: list[tuple[str, bool]], marked: bool, expected: str
) -> None:
    assert settle_nonfinite(form, lemma, f"VerbForm={given}", auxiliaries, marked) == f"VerbForm={expected}"


@pytest.mark.parametrize(("prefix", "example"), inseparable().items())
def test_verb_of_inseparable_prefix_is_a_participle_in_its_example(nlp: Language, prefix: str, example: str) -> None:
    verb = next(token for token in nlp(example) if token.text.startswith(prefix) and token.text.endswith("en"))
    assert verb.morph.get("VerbForm") == ["Part"]


@pytest.mark.parametrize(("lemma", "example"), irregular().items())
def test_irregular_verb_is_a_present_in_its_example(nlp: Language, lemma: str, example: str) -> None:
    verbs = [token for token in nlp(example) if token.lemma_ == lemma]
    assert [token.morph.get("Tense") for token in verbs] == [["Pres"]]


def test_other_forms_stay() -> None:
    assert settle("verschoben", "verschieben", "VerbForm=Part", "sie") == "VerbForm=Part"
