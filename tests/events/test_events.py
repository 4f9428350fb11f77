"""Dated events: which word carries them, when they were, who took part."""

import re

import pytest
from spacy.language import Language

from kg.extract.cast import Cast
from kg.extract.event_triggers import EventNoun, FrameNoun, StateVerb, SupportVerb
from kg.extract.events import find_events
from kg.extract.times import find_times
from kg.facts import Actor, ActorKind, Event, Mention, MentionKind, Span
from kg.lexicon import read_table

PUBLISHED = "2010-06-16"


def events(nlp: Language, text: str, cast: Cast | None = None) -> tuple[list[tuple[str, str]], tuple[Event, ...]]:
    doc = nlp(text)
    times = find_times(doc, PUBLISHED)
    found = find_events(doc, cast or Cast((), ()), times, ())
    return [(e.trigger.text(text), times[i].value) for e in found for i in e.times], found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Am Montag explodierte ein Tank.", [("explodierte", "2010-06-14")], id="verb"),
        pytest.param("Der Minister ist gestern zurückgetreten.", [("zurückgetreten", "2010-06-15")], id="participle"),
        pytest.param("Das teilte die Polizei am Montag mit.", [("teilte", "2010-06-14")], id="separable-verb"),
        pytest.param("Die Partei will am Freitag abstimmen.", [("abstimmen", "2010-06-18")], id="infinitive"),
        pytest.param("Am Sonntag findet die Wahl statt.", [("Wahl", "2010-06-20")], id="support-verb"),
        pytest.param("Am Montag kam es zu einer Schlägerei.", [("kam", "2010-06-14")], id="no-event-noun"),
        pytest.param("Die Sitzung ist für Freitag geplant.", [("Sitzung", "2010-06-18")], id="planned"),
        pytest.param("Die für Freitag geplante Sitzung fällt aus.", [("geplante", "2010-06-18")], id="attributive"),
        pytest.param(
            "In einer am Montag vorgelegten Antwort lehnte sie das ab.", [("vorgelegten", "2010-06-14")], id="enclosed"
        ),
        pytest.param("Das Erdbeben von 1985 forderte viele Tote.", [("Erdbeben", "1985")], id="event-noun"),
        pytest.param(
            "Die Behörde verwies auf eine Meldung vom 3. Mai.", [("Meldung", "2010-05-03")], id="noun-with-vom"
        ),
        pytest.param(
            "Der Antrag wurde gestern geprüft und verworfen.",
            [("geprüft", "2010-06-15"), ("verworfen", "2010-06-15")],
            id="joined-verbs",
        ),
        pytest.param(
            "Von 2001 bis 2005 sank der Umsatz.", [("sank", "2001"), ("sank", "2005")], id="two-times-of-a-range"
        ),
        pytest.param("Gestern Abend brannte eine Halle.", [("brannte", "2010-06-15")], id="part-of-day-is-its-day"),
        pytest.param("In der Nacht zum Dienstag brannte eine Halle.", [("brannte", "2010-06-14")], id="night-before"),
        pytest.param("Vor zwei Wochen brannte eine Halle.", [("brannte", "2010-W22")], id="ago"),
        pytest.param("Am Montag um 15 Uhr brannte eine Halle.", [("brannte", "2010-06-14T15:00")], id="hour"),
    ],
)
def test_event_is_found_with_its_date(text: str, expected: list[tuple[str, str]], nlp: Language) -> None:
    assert events(nlp, text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Der Minister trat zurück.", id="no-time"),
        pytest.param("Sie lebt seit 1991 in Wien.", id="state"),
        pytest.param("Der Umsatz lag 2005 bei zehn Millionen Euro.", id="measure"),
        pytest.param("Sie war 2005 Ministerin.", id="copula"),
        pytest.param("Die Sitzung dauerte drei Stunden.", id="duration"),
        pytest.param("Die Zeitung erscheint täglich.", id="frequency"),
        pytest.param("Derzeit streiken die Fahrer.", id="reference"),
    ],
)
def test_nothing_is_found_where_nothing_is_dated(text: str, nlp: Language) -> None:
    assert events(nlp, text)[1] == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param(
            "Die Olympischen Spiele beginnen am Montag in Rom.", "Die Olympischen Spiele beginnen", id="clause"
        ),
        pytest.param(
            "Am Montag teilte das Ministerium den Plan mit.", "Das Ministerium teilte den Plan mit", id="order"
        ),
        pytest.param("Die am Montag vorgelegte Antwort gefiel.", "Antwort vorgelegt", id="participle"),
        pytest.param("Am Sonntag findet die Wahl statt.", "Wahl", id="noun"),
    ],
)
def test_label_reads_like_a_clause(text: str, label: str, nlp: Language) -> None:
    assert [e.label for e in events(nlp, text)[1]] == [label]


def test_participants_and_place_come_from_the_cast(nlp: Language) -> None:
    text = "Merkel besuchte am Montag in Hamburg die Werft."
    doc = nlp(text)
    actors = (
        Actor("merkel", "Merkel", ActorKind.PERSON),
        Actor("hamburg", "Hamburg", ActorKind.PLACE),
    )
    at = {a.key: next(t for t in doc if t.text == a.label) for a in actors}
    mentions = tuple(Mention(Span(t.idx, t.idx + len(t)), key, MentionKind.NAME) for key, t in at.items())
    (event,) = events(nlp, text, Cast(actors, mentions, {t.i: key for key, t in at.items()}))[1]
    assert (event.actors, event.places) == (("merkel",), ("hamburg",))


@pytest.mark.parametrize("noun", read_table("events_nouns", EventNoun), ids=lambda n: n.form)
def test_noun_occurs_in_its_example(noun: EventNoun) -> None:
    assert any(re.fullmatch(noun.form, w) for w in re.findall(r"[\w-]+", noun.example))


@pytest.mark.parametrize("noun", read_table("events_frames", FrameNoun), ids=lambda n: n.form)
def test_frame_occurs_in_its_example(noun: FrameNoun) -> None:
    assert any(re.fullmatch(noun.form, w) for w in re.findall(r"\w+", noun.example))


def test_tables_name_each_verb_once() -> None:
    states = [v.lemma for v in read_table("events_states", StateVerb)]
    support = [(v.lemma, v.role, v.word) for v in read_table("events_support", SupportVerb)]
    assert len(set(states)) == len(states) and len(set(support)) == len(support)
    assert {v[1] for v in support} == {"nsubj", "obj", "obl", "xcomp"}
