"""Events on a condition are merely possible; what a clause with "auch wenn" or a preterite tells has happened."""

import pytest
from spacy.language import Language

from kg.extract.cast import Cast
from kg.extract.events import find_events
from kg.extract.times import find_times
from kg.facts import Status

PUBLISHED = "2010-06-16"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Falls er am 3. Mai zurücktritt, wird gefeiert.", id="falls"),
        pytest.param("Sollte der Gipfel am 3. Mai scheitern, tritt der Minister zurück.", id="sollte"),
        pytest.param("Sollte es am 3. Mai zu einem Streik kommen, bleibt der Bahnhof zu.", id="carried-noun"),
        pytest.param("Falls es am 3. Mai zu einem Streik kommt, bleibt der Bahnhof zu.", id="carried-noun-falls"),
        pytest.param("Wäre der Minister am 3. Mai zurückgetreten, hätte die Partei gewonnen.", id="unreal"),
        pytest.param("Wird der Vertrag am 3. Mai unterzeichnet, endet der Streik.", id="passive"),
        pytest.param("Scheitert der Gipfel am 3. Mai, so tritt der Minister zurück.", id="verb-first"),
        pytest.param("Tritt der Minister am 3. Mai zurück, wird gefeiert.", id="verb-first-before-a-passive"),
        pytest.param("Findet die Konferenz am 3. Mai statt, reist er an.", id="verb-first-with-an-event-noun"),
        pytest.param("Für den Fall, dass der Minister am 3. Mai zurücktritt, ist alles bereit.", id="in-case-that"),
        pytest.param("Im Falle eines Rücktritts am 3. Mai wird gewählt.", id="in-case-of"),
        pytest.param("Vorausgesetzt, die Wahl findet am 3. Mai statt, reist er an.", id="provided"),
    ],
)
def test_event_on_a_condition_is_possible(text: str, nlp: Language) -> None:
    assert statuses(nlp, text) == [Status.PLANNED]


def test_joined_verb_is_on_the_same_condition(nlp: Language) -> None:
    text = "Wenn der Minister am 3. Mai zurücktritt und die Partei verlässt, wird gefeiert."
    assert statuses(nlp, text) == [Status.PLANNED, Status.PLANNED]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Auch wenn der Minister am 3. Mai zurücktrat, bleibt die Partei stark.", id="even-though"),
        pytest.param("Als der Minister am 3. Mai zurücktrat, feierte die Partei.", id="when"),
        pytest.param("Endete das Spiel am 3. Mai mit einem Sieg, verlor die Elf später klar.", id="preterite-first"),
        pytest.param("Trat der Minister am 3. Mai zurück?", id="question"),
        pytest.param("Falls der Konzern die am 3. Mai vorgelegten Pläne ablehnt, wird gestreikt.", id="participle"),
        pytest.param("Falls der Konzern, der am 3. Mai Pläne vorlegte, ablehnt, wird gestreikt.", id="relative-clause"),
        pytest.param("Im Fall Holm wurde am 3. Mai geurteilt.", id="case-at-law"),
        pytest.param("Am 3. Mai kam es zu einem Streik.", id="carried-noun-told"),
    ],
)
def test_what_is_told_as_a_fact_is_one(text: str, nlp: Language) -> None:
    assert set(statuses(nlp, text)) == {Status.ACTUAL}


def test_carried_noun_is_denied_with_its_verb(nlp: Language) -> None:
    assert statuses(nlp, "Am 3. Mai kam es nicht zu einem Streik.") == [Status.DENIED]


def statuses(nlp: Language, text: str) -> list[Status]:
    doc = nlp(text)
    return [e.status for e in find_events(doc, Cast((), ()), find_times(doc, PUBLISHED), (), PUBLISHED)]
