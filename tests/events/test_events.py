"""Dated events: which word carries them, when they were, who took part."""

import re

import pytest
from spacy.language import Language

from kg.extract.cast import Cast
from kg.extract.event_nouns import EventNoun
from kg.extract.event_verbs import FrameNoun, StateVerb, SupportVerb
from kg.extract.events import find_events
from kg.extract.times import find_times
from kg.facts import Actor, ActorKind, Event, Mention, MentionKind, Quotation, QuotationKind, Span, Status
from kg.lexicon import read_table

PUBLISHED = "2010-06-16"


def events(nlp: Language, text: str, cast: Cast | None = None) -> tuple[list[tuple[str, str]], tuple[Event, ...]]:
    doc = nlp(text)
    times = find_times(doc, PUBLISHED)
    found = find_events(doc, cast or Cast((), ()), times, (), PUBLISHED)
    return [(e.trigger.text(text), times[i].value) for e in found for i in e.times], found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Am Montag explodierte ein Tank.", [("explodierte", "2010-06-14")], id="verb"),
        pytest.param("Der Minister ist gestern zurückgetreten.", [("zurückgetreten", "2010-06-15")], id="participle"),
        pytest.param("Das teilte die Polizei am Montag mit.", [("teilte", "2010-06-14")], id="separable-verb"),
        pytest.param("Die Partei will am Freitag abstimmen.", [("abstimmen", "2010-06-18")], id="infinitive"),
        pytest.param("Am Sonntag findet die Wahl statt.", [("Wahl", "2010-06-20")], id="support-verb"),
        pytest.param("Am Montag kam es zu einer Schlägerei.", [("Schlägerei", "2010-06-14")], id="any-noun-carried"),
        pytest.param("Die Sitzung ist für Freitag geplant.", [("Sitzung", "2010-06-18")], id="planned"),
        pytest.param("Die für Freitag geplante Sitzung fällt aus.", [("Sitzung", "2010-06-18")], id="attributive"),
        pytest.param(
            "In einer am Montag vorgelegten Antwort lehnte sie das ab.", [("vorgelegten", "2010-06-14")], id="enclosed"
        ),
        pytest.param("Das Erdbeben von 1985 forderte viele Tote.", [("Erdbeben", "1985")], id="event-noun"),
        pytest.param(
            "Der Minister eröffnete am 1. Mai die Feier am 3. Mai und 5. Mai.",
            [("eröffnete", "2010-05-01"), ("Feier", "2010-05-03"), ("Feier", "2010-05-05")],
            id="another-day-and-what-is-joined-to-it",
        ),
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
        pytest.param(
            "In einer Abstimmung, die am Montag stattfand, sprach sich die Mehrheit für den Bau aus.",
            [("Abstimmung", "2010-06-14"), ("sprach", "2010-06-14")],
            id="relative-clause-of-a-support-verb",
        ),
        pytest.param(
            "Nach der Wahl am Sonntag hat die Ministerin die Behörde aufgelöst.",
            [("Wahl", "2010-06-13")],
            id="after-an-event",
        ),
        pytest.param(
            "Die Partei legte am Montag Berufung ein.", [("Berufung", "2010-06-14")], id="support-verb-object"
        ),
        pytest.param("Am Sonntag sind Wahlen in Polen.", [("Wahlen", "2010-06-20")], id="event-that-is"),
        pytest.param(
            "Vergangene Woche am 9. Juni brannte eine Halle.", [("brannte", "2010-06-09")], id="day-of-a-week"
        ),
        pytest.param("Gestern Abend brannte eine Halle.", [("brannte", "2010-06-15")], id="part-of-day-is-its-day"),
        pytest.param("In der Nacht zum Dienstag brannte eine Halle.", [("brannte", "2010-06-14")], id="night-before"),
        pytest.param("Vor zwei Wochen brannte eine Halle.", [("brannte", "2010-W22")], id="ago"),
        pytest.param("Am Montag um 15 Uhr brannte eine Halle.", [("brannte", "2010-06-14T15:00")], id="hour"),
        pytest.param(
            "Nach dem Rücktritt des Ministers am Montag hat die Partei ihren Vorstand entlassen.",
            [("Rücktritt", "2010-06-14")],
            id="one-phrase-before-the-finite-verb",
        ),
        pytest.param(
            "Bei der Wahl am Sonntag verlor die Partei viele Sitze.",
            [("Wahl", "2010-06-13"), ("verlor", "2010-06-13")],
            id="what-happens-at-an-event",
        ),
        pytest.param(
            "Die Bewohner erinnerten an den Brand des Rathauses am 3. Mai 1998.",
            [("Brand", "1998-05-03")],
            id="noun-with-preposition-before-the-time",
        ),
        pytest.param(
            "Der Minister hat seinen Rücktritt zum 1. Juli verkündet.",
            [("Rücktritt", "2010-07-01")],
            id="day-to-come-of-something-told",
        ),
        pytest.param(
            "Das Amt legte gestern seine Untersuchung des Handels im Jahr 2007 vor.",
            [("legte", "2010-06-15"), ("Untersuchung", "2007")],
            id="two-days-of-two-events",
        ),
        pytest.param("In zwei Wochen wird gewählt.", [("gewählt", "2010-W26")], id="ahead"),
        pytest.param(
            "Im Mai stieg der Absatz im Vergleich zum Vorjahr.", [("stieg", "2010-05")], id="not-what-is-compared"
        ),
        pytest.param(
            "Am Montag brach ein Feuer aus, und die Feuerwehr räumte das Haus.",
            [("brach", "2010-06-14"), ("räumte", "2010-06-14")],
            id="clause-joined-to-one-that-a-time-opens",
        ),
        pytest.param(
            "Die Polizei hat am Montag die Halle durchsucht und hat einen Mann verhaftet.",
            [("durchsucht", "2010-06-14"), ("verhaftet", "2010-06-14")],
            id="joined-clause-with-the-same-subject",
        ),
        pytest.param(
            "Der Turm war am 3. Mai von Kindern in Brand gesetzt und von der Polizei gesichert worden.",
            [("gesetzt", "2010-05-03"), ("gesichert", "2010-05-03")],
            id="joined-participle-of-a-passive",
        ),
        pytest.param(
            "Am Montag wurde die Halle geräumt und wurde dann abgerissen.",
            [("geräumt", "2010-06-14")],
            id="not-what-follows",
        ),
        pytest.param(
            "Am Montag wurde die Halle geräumt, doch die Polizei schwieg.",
            [("geräumt", "2010-06-14")],
            id="not-a-contrast",
        ),
        pytest.param(
            "Das Spiel wurde am Montag abgebrochen, als ein Schuss fiel.",
            [("abgebrochen", "2010-06-14"), ("Schuss", "2010-06-14")],
            id="what-an-als-clause-tells",
        ),
        pytest.param(
            "Der Preis sinkt am 4. Juli, wenn die Läden öffnen.",
            [("sinkt", "2010-07-04"), ("öffnen", "2010-07-04")],
            id="clause-of-a-time",
        ),
        pytest.param(
            "Der Beschluss des Landgerichts  vom  3. Mai gefiel der Stadt.",
            [("Beschluss", "2010-05-03")],
            id="spaces-too-many",
        ),
        pytest.param(
            "Auf einer Tagung stritten am Montag die Ärzte.",
            [("Tagung", "2010-06-14"), ("stritten", "2010-06-14")],
            id="on-an-occasion",
        ),
        pytest.param(
            "Während der Feier stürzte am Montag das Dach ein.",
            [("Feier", "2010-06-14"), ("stürzte", "2010-06-14")],
            id="during-an-event",
        ),
        pytest.param(
            "Die Partei einigte sich am Montag auf eine Abstimmung.", [("einigte", "2010-06-14")], id="not-an-aim"
        ),
        pytest.param(
            "Am Montag wurde die Bank gegen 15 Uhr überfallen.",
            [("überfallen", "2010-06-14"), ("überfallen", "2010-06-14T15:00")],
            id="day-and-hour-apart",
        ),
        pytest.param(
            "Sie trauerten um die Opfer der Anschläge am 11. September 2001.",
            [("Anschläge", "2001-09-11")],
            id="genitive-in-a-phrase-with-a-preposition",
        ),
        pytest.param(
            "Mit der heutigen Erklärung überrascht sie alle.", [("Erklärung", "2010-06-16")], id="means-to-an-end"
        ),
        pytest.param(
            "Es wird dieses Jahr zum ersten Mal veranstaltet.", [("veranstaltet", "2010")], id="time-as-object"
        ),
        pytest.param("Am Montag findet der dritte Spieltag statt.", [("Spieltag", "2010-06-21")], id="day-of-matches"),
        pytest.param(
            "Finale am 12.05.2004: Nordheim – Südtal 2:1", [("Finale", "2004-05-12")], id="event-noun-without-a-verb"
        ),
        pytest.param(
            "Am Montag soll in Genf die Konferenz beginnen.",
            [("beginnen", "2010-06-21")],
            id="event-noun-as-subject-in-mid-field",
        ),
        pytest.param(
            "Im Mai soll dort, so die Polizei, die Feier stattfinden.",
            [("Feier", "2010-05")],
            id="event-noun-behind-a-speaker",
        ),
        pytest.param(
            "Im Mai findet dort die Konferenz statt.", [("Konferenz", "2010-05")], id="event-noun-behind-an-adverb"
        ),
        pytest.param("Ihr letzter Drehtag war Anfang Mai.", [("Drehtag", "2010-05")], id="event-that-was-at-a-time"),
        pytest.param("Beim diesjährigen Preis erhielt sie Gold.", [("erhielt", "2010")], id="this-years-occasion"),
        pytest.param(
            "In einer Erklärung, die am Montag veröffentlicht wurde, wurde der Plan verworfen.",
            [("veröffentlicht", "2010-06-14"), ("verworfen", "2010-06-14")],
            id="at-an-event-dated-by-its-clause",
        ),
        pytest.param("Innerhalb von zehn Tagen wird gewählt.", [("gewählt", "2010-06-16/2010-06-26")], id="within"),
        pytest.param("In den letzten drei Monaten stieg der Umsatz.", [("stieg", "2010-03/2010-06")], id="lately"),
        pytest.param(
            "In den ersten neun Monaten 2009 stieg der Umsatz.", [("stieg", "2009-01/2009-09")], id="first-months"
        ),
        pytest.param("Im ersten Halbjahr 2009 stieg der Umsatz.", [("stieg", "2009-01/2009-06")], id="half-year"),
        pytest.param(
            "Der Wagen soll nach bisherigen Angaben 2011 in Serie gehen.", [("gehen", "2011")], id="not-the-source"
        ),
        pytest.param(
            "Sie begann 1975 nach ihrem Abschluss eine Lehre.", [("begann", "1975")], id="phrase-behind-a-year"
        ),
        pytest.param(
            "Die Anschläge von Rom (2002) blieben ungeklärt.", [("Anschläge", "2002")], id="noun-before-bracket"
        ),
        pytest.param(
            "Der Händler wurde in Rom verurteilt (3. Mai).", [("verurteilt", "2010-05-03")], id="verb-before-bracket"
        ),
        pytest.param(
            "Die Tötungen am 11. und 12. Mai gelten als Massaker.",
            [("Tötungen", "2010-05-11"), ("Tötungen", "2010-05-12")],
            id="day-joined-to-a-noun's",
        ),
        pytest.param(
            "Einen Tag nach der Wahl trat der Minister gestern zurück.",
            [("Wahl", "2010-06-14"), ("trat", "2010-06-15")],
            id="event-that-days-are-counted-from",
        ),
        pytest.param(
            "Zwei Tage nachdem das Gericht geurteilt hatte, trat der Minister am 10. Juni zurück.",
            [("geurteilt", "2010-06-08"), ("trat", "2010-06-10")],
            id="clause-that-days-are-counted-from",
        ),
        pytest.param(
            "Am 3. Mai brach ein Feuer aus. Zwei Tage nach dem Brand wurde ein Mann verhaftet.",
            [("brach", "2010-05-03"), ("verhaftet", "2010-05-05")],
            id="days-counted-from-an-event-told",
        ),
        pytest.param(
            "Der Brief wurde am 6. Mai verfasst und drei Tage nach der Tragödie gefunden.",
            [("verfasst", "2010-05-06")],
            id="days-counted-from-an-event-of-no-known-day",
        ),
        pytest.param(
            "Am 3. Mai fiel der Preis. Sie reiste vor zwei Tagen nach Rom.",
            [("fiel", "2010-05-03"), ("reiste", "2010-06-14")],
            id="days-and-a-goal",
        ),
        pytest.param(
            "Als Beispiel nannte der Trainer das Spiel gegen Rom am 14. Oktober 2000.",
            [("Spiel", "2000-10-14")],
            id="day-long-ago-of-what-is-talked-about",
        ),
        pytest.param("Am Montag wurde ein Anschlag verübt.", [("Anschlag", "2010-06-14")], id="support-verb-passive"),
        pytest.param(
            "Eine für morgen, Donnerstag, geplante Demonstration fällt aus.",
            [("Demonstration", "2010-06-17")],
            id="support-participle-behind-a-comma",
        ),
        pytest.param(
            "Er wird auf dem Treffen der Minister eine Rolle spielen, das am 16. Juli in Rom stattfindet.",
            [("Treffen", "2010-07-16")],
            id="relative-clause-of-a-noun-further-off",
        ),
        pytest.param("Das Gesetz wird am 1. Juli wirksam.", [("wirksam", "2010-07-01")], id="becoming"),
        pytest.param(
            "Die Elf gewann, gut eingestellt vom Trainer, am Samstag drei Spiele.",
            [("gewann", "2010-06-12")],
            id="behind-an-aside",
        ),
        pytest.param(
            "Am 6. Juni begann das Turnier. Am Sonntag verlor die Elf.",
            [("begann", "2010-06-06"), ("verlor", "2010-06-06")],
            id="weekday-of-a-day-told",
        ),
        pytest.param(
            "Das berichtete die Zeitung in der Ausgabe vom 3. Mai.",
            [("berichtete", "2010-05-03")],
            id="issue-of-a-paper",
        ),
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
        pytest.param("Das Foto von 1990 wurde gezeigt.", id="a-thing-of-a-time"),
        pytest.param("Die Kirche aus dem zwölften Jahrhundert brannte.", id="a-thing-out-of-a-time"),
        pytest.param("Im Mai jeden Jahres wird gezahlt.", id="every-year"),
        pytest.param("Die seit 1991 in Wien lebende Malerin schweigt.", id="participle-of-a-state"),
        pytest.param("Der Minister legte den Haushalt für 2011 vor.", id="a-thing-for-a-year"),
        pytest.param("Das ganze Wochenende lang fiel Schnee.", id="as-long-as"),
        pytest.param("Die heute 46-Jährige verließ das Land.", id="an-age-of-today"),
        pytest.param("Sie baute innerhalb von zwei Jahren ein Haus.", id="within-a-time-gone-by"),
        pytest.param("3. Spieltag 12.05.2004 Nordheim – Südtal 2:1", id="row-of-a-table"),
        pytest.param("3. Spieltag (12.05.2004)\nNordheim – Südtal 2:1\nWestberg – Osttal 0:0", id="heading-of-a-table"),
        pytest.param("12.05.2004 Nordheim – Südtal 2:1\n13.05.2004 Westberg – Osttal 0:0", id="scores-by-day"),
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
        pytest.param("Nach dem blutigen Anschlag am Montag trat sie zurück.", "Blutiger Anschlag", id="ending"),
        pytest.param("Am Montag wurde der Minister nicht befragt.", "Der Minister wurde nicht befragt", id="negation"),
        pytest.param(
            "Am Montag stießen ein Bus und ein Lastwagen zusammen.",
            "Ein Bus und ein Lastwagen stießen zusammen",
            id="coordinated-subject",
        ),
        pytest.param(
            "Die Partei sagte, dass der Minister am Montag zurücktrat.", "Der Minister trat zurück", id="prefix-split"
        ),
        pytest.param(
            "Der Minister hat am Montag das Ergebnis bekannt gegeben.",
            "Der Minister hat das Ergebnis bekannt gegeben",
            id="adjective-of-the-verb",
        ),
        pytest.param(
            "Die Stadt hat am Montag ein Haus zur Verfügung gestellt.",
            "Die Stadt hat ein Haus zur Verfügung gestellt",
            id="noun-of-the-verb",
        ),
        pytest.param(
            "Am Montag besuchte die Ministerin den Bauern, der in Rom lebt.",
            "Die Ministerin besuchte den Bauern",
            id="without-relative-clause",
        ),
        pytest.param(
            "Am Montag versuchte der Bauer, den Hof zu verkaufen.",
            "Der Bauer versuchte, den Hof zu verkaufen",
            id="infinitive",
        ),
        pytest.param("Am Montag legte der Anwalt Berufung ein.", "Der Anwalt legte Berufung ein", id="carried-noun"),
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


@pytest.mark.parametrize(
    "verb", read_table("events_support", SupportVerb), ids=lambda v: f"{v.lemma}-{v.role}-{v.word}"
)
def test_support_verb_leaves_its_event_to_another_word(verb: SupportVerb, nlp: Language) -> None:
    found = events(nlp, verb.example)[0]
    assert found and all(word[0].isupper() or verb.role == "xcomp" for word, _ in found)


@pytest.mark.parametrize("verb", read_table("events_states", StateVerb), ids=lambda v: f"{v.lemma}-{v.word}")
def test_state_is_no_event(verb: StateVerb, nlp: Language) -> None:
    assert events(nlp, verb.example)[0] == []


@pytest.mark.parametrize("noun", read_table("events_nouns", EventNoun), ids=lambda n: n.form)
def test_noun_occurs_in_its_example(noun: EventNoun) -> None:
    assert any(re.fullmatch(noun.form, w) for w in re.findall(r"[\w-]+", noun.example))


@pytest.mark.parametrize("noun", read_table("events_frames", FrameNoun), ids=lambda n: n.form)
def test_frame_occurs_in_its_example(noun: FrameNoun) -> None:
    assert any(re.fullmatch(noun.form, w) for w in re.findall(r"\w+", noun.example))


def test_tables_name_each_verb_once() -> None:
    states = [(v.lemma, v.word) for v in read_table("events_states", StateVerb)]
    support = [(v.lemma, v.role, v.word) for v in read_table("events_support", SupportVerb)]
    assert len(set(states)) == len(states) and len(set(support)) == len(support)
    assert {v[1] for v in support} == {"nsubj", "obj", "obl", "xcomp"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Der Minister trat am Montag zurück.", Status.ACTUAL, id="told"),
        pytest.param("Der Minister konnte am Montag gerettet werden.", Status.ACTUAL, id="could-be-done"),
        pytest.param("Der Minister wurde am Montag nicht befragt.", Status.DENIED, id="not"),
        pytest.param("Am Montag wurde kein Vertrag unterzeichnet.", Status.DENIED, id="no-object"),
        pytest.param("Der Minister wird am Freitag zurücktreten.", Status.PLANNED, id="future"),
        pytest.param("Der Minister will am Freitag zurücktreten.", Status.PLANNED, id="intention"),
        pytest.param("Im Mai wird die Messe eröffnet werden.", Status.PLANNED, id="future-of-a-passive"),
        pytest.param("Am 3. Mai wird die Messe eröffnet.", Status.ACTUAL, id="passive-of-the-present"),
        pytest.param("Der Minister soll am Freitag befragt werden.", Status.PLANNED, id="plan"),
        pytest.param("Die Partei hatte die Wahl am Sonntag gewinnen können.", Status.ACTUAL, id="had-been-able"),
        pytest.param("Der Minister soll am Montag befragt worden sein.", Status.REPORTED_BY_OTHER, id="hearsay"),
        pytest.param("Die Sitzung ist für Freitag geplant.", Status.PLANNED, id="planned-noun"),
        pytest.param("Am Freitag beginnt die Messe.", Status.PLANNED, id="present-with-a-day-to-come"),
        pytest.param("Am Mittwoch beginnt die Messe.", Status.ACTUAL, id="present-with-the-day-itself"),
        pytest.param("Wenn der Minister am Freitag zurücktritt, wird gefeiert.", Status.PLANNED, id="condition"),
    ],
)
def test_status_tells_how_far_the_text_vouches(text: str, status: Status, nlp: Language) -> None:
    assert [e.status for e in events(nlp, text)[1]] == [status]


def test_what_stands_in_a_quotation_is_told_by_another(nlp: Language) -> None:
    text = "Die Polizei teilte mit, dass die Halle am Montag brannte."
    doc = nlp(text)
    content = Span(text.index("dass"), len(text) - 1)
    times = find_times(doc, PUBLISHED)
    (event,) = find_events(doc, Cast((), ()), times, (Quotation(QuotationKind.INDIRECT, (content,)),))
    assert (event.trigger.text(text), event.status) == ("brannte", Status.REPORTED_BY_OTHER)
