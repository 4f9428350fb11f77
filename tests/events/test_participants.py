"""Who takes part in a dated event and where it happens."""

import pytest
from spacy.language import Language

from kg.extract.coreference import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times


@pytest.mark.parametrize(
    ("text", "actors", "places"),
    [
        pytest.param(
            "Am Montag verkündete das Landgericht Kiel das Urteil gegen Jens Holm.",
            {"Landgericht Kiel", "Jens Holm"},
            set(),
            id="through-a-noun-that-is-no-actor",
        ),
        pytest.param(
            "Am Montag dementierte ein Sprecher der Polizei den Bericht.",
            {"Sprecher der Polizei"},
            set(),
            id="not-through-an-actor",
        ),
        pytest.param(
            "Am Montag wurden zwei Häftlinge von Wärtern geschlagen.",
            {"Häftlinge", "Wärter"},
            set(),
            id="doer-hung-on-the-noun-before",
        ),
        pytest.param(
            "Am Montag wurde der Sprecher der Behörde von Beamten abgeholt.",
            {"Sprecher der Behörde", "Beamte"},
            set(),
            id="doer-hung-on-the-nouns-genitive",
        ),
        pytest.param(
            "Am Montag wurde der Bürgermeister von Kiel geehrt.",
            {"Bürgermeister von Kiel"},
            set(),
            id="town-before-a-passive-is-no-doer",
        ),
        pytest.param(
            "Am Montag trafen sich die Staaten Norwegen und Schweden.",
            {"Norwegen", "Schweden"},
            set(),
            id="names-that-a-plural-lists",
        ),
        pytest.param(
            "Nach dem Rücktritt von Jens Holm wählte der Verein Nordlicht am Montag einen Vorstand.",
            {"Nordlicht", "Vorstand"},
            set(),
            id="not-through-an-adjunct",
        ),
        pytest.param(
            "Der Verein Nordlicht warf der Stadt Hamburg am Montag Betrug vor.",
            {"Nordlicht", "Hamburg"},
            set(),
            id="a-place-that-acts",
        ),
        pytest.param(
            "Jens Holm warf Nordland am Montag vor, das Abkommen gebrochen zu haben.",
            {"Jens Holm", "Nordland"},
            set(),
            id="a-place-that-is-spoken-to",
        ),
        pytest.param("Jens Holm besuchte Nordland am Montag.", {"Jens Holm"}, {"Nordland"}, id="a-place-that-is-not"),
        pytest.param(
            "Jens Holm legte am Montag Berufung gegen das Urteil ein.",
            {"Jens Holm"},
            set(),
            id="of-the-verb-that-carries-the-noun",
        ),
        pytest.param(
            "Die Bewohner von Rom erinnerten an die Festnahme von Jens Holm am 3. Mai 1998.",
            {"Jens Holm"},
            set(),
            id="not-of-a-verb-about-the-noun",
        ),
        pytest.param(
            "Jens Holm schweigt. Seine Festnahme am Montag überraschte alle.",
            {"Jens Holm"},
            set(),
            id="possessive-of-an-event-noun",
        ),
        pytest.param(
            "Der am Montag von Jens Holm vorgelegte Bericht gefiel.", {"Jens Holm"}, set(), id="agent-of-a-participle"
        ),
        pytest.param(
            "Jens Holm und Angela Merkel trafen sich am Montag.",
            {"Jens Holm", "Angela Merkel"},
            set(),
            id="coordinated-subjects",
        ),
        pytest.param(
            "Am Montag traf Angela Merkel in Hamburg den Verein Nordlicht.",
            {"Angela Merkel", "Nordlicht"},
            {"Hamburg"},
            id="a-place-after-an-adposition",
        ),
    ],
)
def test_participants(nlp: Language, text: str, actors: set[str], places: set[str]) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    (event,) = find_events(doc, cast, find_times(doc, "2022-01-26"), ())
    assert {cast.actor(k).label for k in event.actors} == actors
    assert {cast.actor(k).label for k in event.places} == places
