"""Time expressions: every rule's own example, the tense of the clause, what is no time, and open dates."""

import re

import pytest
import spacy
from spacy.language import Language

from kg.extract.times import find_times
from kg.extract.timex.grammar import FIGURES, RULE_TABLES, TimeRule, TimeWord, _form, amount, rules, words
from kg.extract.timex.readings import READINGS
from kg.facts import TimeExpression

PUBLISHED = "2010-06-16"
CODE_KINDS = {
    "stative", "planned", "forward", "backward", "telling", "perfect", "yearcue", "counted", "lasting", "dating",
    "dativeonly", "rowhead", "occasion", "where", "rangeend", "hypothetical", "listing", "comparing", "origin",
    "partner", "elsewhen", "joining", "genitive",
    "attended", "meanwhile", "whenever", "then", "budgeted", "means", "lasted",
    "digit", "teen", "tens", "amount", "vague", "preterite",
}  # fmt: skip
"""Kinds of words that code asks for by name, not a rule's pattern."""


LEMMAS = {"stative", "telling", "perfect", "hypothetical"}
"""Kinds whose form is a lemma; the example may inflect it."""


@pytest.fixture(scope="module")
def tokenizer() -> Language:
    return spacy.blank("de")


def shown(nlp: Language, text: str, published: str | None = PUBLISHED) -> tuple[str, ...]:
    found = find_times(nlp(text), published)
    return tuple(f"{t.span.text(text)} {'implies' if t.implied else '='} {t.value}" for t in found)


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_rule_reads_its_example(rule: TimeRule, tokenizer: Language) -> None:
    assert shown(tokenizer, rule.example) == rule.expect


def test_rules_are_many_and_named_once() -> None:
    names = [r.name for r in rules()]
    assert len(names) > 100 and len(set(names)) == len(names) and len(RULE_TABLES) == 3


def test_every_reading_is_used() -> None:
    assert {r.reading for r in rules()} == set(READINGS)


@pytest.mark.parametrize("word", [w for w in words() if w.kind not in LEMMAS], ids=lambda w: f"{w.kind}-{w.form}")
def test_word_occurs_in_its_example(word: TimeWord) -> None:
    assert re.search(rf"{_form(word.form)}", word.example, re.IGNORECASE if word.kind == "digit" else 0)


def test_every_kind_of_word_is_asked_for() -> None:
    in_rules = set(re.findall(r"\{~?([a-z]+)(?::\d)?\}", " ".join(r.pattern for r in rules())))
    assert {w.kind for w in words()} - in_rules - CODE_KINDS == set()
    assert in_rules - {w.kind for w in words()} - set(FIGURES) == {"number"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zwei", 2), ("Zwölf", 12), ("einundzwanzig", 21), ("zweieinhalb", 2.5), ("anderthalb", 1.5),
        ("zweihundert", 200), ("1.500", 1500), ("3,5", 3.5), ("halbes", 0.5), ("beiden", 2),
        ("einige", None), ("Hund", None),
    ],
)  # fmt: skip
def test_amount_reads_numbers_in_words(text: str, expected: float | None) -> None:
    assert amount(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Der Minister trat am Montag zurück.", "2010-06-14", id="preterite"),
        pytest.param("Der Minister ist am Montag zurückgetreten.", "2010-06-14", id="perfect"),
        pytest.param("Der Minister wird am Montag zurücktreten.", "2010-06-21", id="future"),
        pytest.param("Der Minister will am Montag zurücktreten.", "2010-06-21", id="modal"),
        pytest.param("Die Spiele beginnen am Montag in Rom.", "2010-06-21", id="present"),
        pytest.param("Die Gespräche werden am Montag fortgesetzt.", "2010-06-21", id="present-passive"),
        pytest.param("Die Gespräche wurden am Montag fortgesetzt.", "2010-06-14", id="preterite-passive"),
        pytest.param("Die für Montag geplante Sitzung wurde abgesagt.", "2010-06-21", id="planned-participle"),
        pytest.param("In einem am Montag vorgelegten Bericht lobte sie das Werk.", "2010-06-14", id="past-participle"),
        pytest.param("Seit Montag streiken die Fahrer.", "2010-06-14", id="since"),
        pytest.param("Die Wahl findet am 4. Februar statt.", "2011-02-04", id="day-ahead"),
        pytest.param("Die Wahl fand am 4. Februar statt.", "2010-02-04", id="day-behind"),
        pytest.param("Im Oktober beginnt der Prozess.", "2010-10", id="month-ahead"),
        pytest.param("Im Oktober begann der Prozess.", "2009-10", id="month-behind"),
        pytest.param("Das Gebäude ist heute ein Museum.", "PRESENT_REF", id="nowadays"),
        pytest.param("Das Gebäude wurde heute geräumt.", "2010-06-16", id="today"),
        pytest.param("Heute würde die Ministerin anders handeln.", "PRESENT_REF", id="hypothetical-today"),
        pytest.param("Der heutige Beschluss erfreut die Stadt.", "2010-06-16", id="event-of-today"),
        pytest.param("Das zeigt das Ergebnis vom Sonntag.", "2010-06-13", id="noun-of-a-day"),
        pytest.param("Vom Sonntag an gilt die Regel.", "2010-06-20", id="from-a-day-on"),
        pytest.param("Im Herbst trat die Ministerin zurück.", "2009-FA", id="preterite-season"),
        pytest.param("Im vergangenen Juni trat die Ministerin zurück.", "2009-06", id="last-of-the-same-name"),
    ],
)
def test_tense_gives_the_direction(text: str, expected: str, nlp: Language) -> None:
    assert [t.value for t in find_times(nlp(text), PUBLISHED)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Die Partei lehnt den Vorschlag ab.", id="no-time"),
        pytest.param("Sie spendete 2000 Euro.", id="money"),
        pytest.param("Die 29-jährige Lehrerin gewann.", id="age"),
        pytest.param("Sie ist 30 Jahre alt.", id="age-in-words"),
        pytest.param("Kinder im Alter von zwölf Jahren.", id="age-with-noun"),
        pytest.param("Er verschwand von heute auf morgen.", id="idiom"),
        pytest.param("Das Dorf zählt im Jahr 30 Feste.", id="so-many-in-a-year"),
        pytest.param("Im Jahr 30 bis 40 Feste feiert das Dorf.", id="from-so-many-in-a-year"),
        pytest.param("Das Aktenzeichen 1635/10 fehlt.", id="number-with-slash"),
        pytest.param(
            "Die Hallen am 31. Juni sind erfunden.",
            id="impossible-date",
        ),
    ],
)
def test_nothing_is_found_where_no_time_is(text: str, tokenizer: Language) -> None:
    assert shown(tokenizer, text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Am 3. Mai begann es um 8 Uhr. Dann war Ruhe. Alle warteten. Um 18 Uhr kam der Sturm.",
            ("3. Mai = 2010-05-03", "8 Uhr = 2010-05-03T08:00", "18 Uhr = 2010-05-03T18:00"),
            id="hours-of-one-story",
        ),
        pytest.param(
            "Das Museum hat jeden Montag von 9 bis 17 Uhr offen.",
            ("jeden Montag = XXXX-WXX-1", "9 = T09:00", "17 Uhr = T17:00"),
            id="hours-of-a-set",
        ),
        pytest.param(
            "Alle paar Jahre wird das Dach geprüft, die Heizung alle paar Monate.",
            ("Alle paar Jahre = PXY", "alle paar Monate = PXM"),
            id="set-of-a-vague-number",
        ),
        pytest.param(
            "Vor einigen Tagen brannte am Abend ein Haus.",
            ("einigen Tagen = PXD", "Abend = XXXX-XX-XXTEV"),
            id="part-of-an-unknown-day",
        ),
        pytest.param(
            "Anfang Mai kam der Sturm. An diesem Tag brach das Eis.",
            ("Anfang Mai = 2010-05", "diesem Tag = 2010-05"),
            id="one-of-the-days-told",
        ),
        pytest.param(
            "Das Werk wird in zwei Wochen schließen.",
            ("in zwei Wochen implies 2010-W26", "zwei Wochen = P2W"),
            id="so-far-ahead",
        ),
        pytest.param(
            "Das Werk wurde in zwei Wochen gebaut.",
            ("zwei Wochen = P2W",),
            id="so-long",
        ),
        pytest.param(
            "1989 fiel die Mauer. Im nächsten Jahr zog sie nach Berlin.",
            ("1989 = 1989", "nächsten Jahr = 1990"),
            id="next-year-of-a-story",
        ),
        pytest.param(
            "Am 5. und 6. Juni ist die Halle von 10 bis 18 Uhr offen.",
            ("5 = 2010-06-05", "6. Juni = 2010-06-06", "10 = T10:00", "18 Uhr = T18:00"),
            id="hours-of-two-days",
        ),
        pytest.param(
            "Für die kommende Wahl am 27. Juni kündigte die Partei einen Aufruf an.",
            ("27. Juni = 2010-06-27",),
            id="day-of-a-coming-event",
        ),
    ],
)
def test_times_of_a_text_depend_on_each_other(text: str, expected: tuple[str, ...], nlp: Language) -> None:
    assert shown(nlp, text) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        pytest.param("2022-01", ("XXXX-WXX-3", "2021-12-29", "2022-01-26"), id="month"),
        pytest.param("2022", ("XXXX-WXX-3", "2021-12-29", "2022-12-28"), id="year"),
        pytest.param("2022-01-27", ("2022-01-26", "2022-01-26", "2022-01-26"), id="day"),
        pytest.param(None, ("XXXX-WXX-3", None, None), id="unknown"),
        pytest.param("2022-13", ("XXXX-WXX-3", None, None), id="impossible"),
    ],
)
def test_underspecified_publication_stays_so(
    published: str | None, expected: tuple[str, str | None, str | None], tokenizer: Language
) -> None:
    (found,) = find_times(tokenizer("Das teilte das Ministerium am Mittwoch mit."), published)
    assert (found.value, found.earliest, found.latest) == expected


def test_full_dates_do_not_need_the_publication(tokenizer: Language) -> None:
    (found,) = find_times(tokenizer("Das geschah am 3. Mai 2003."), None)
    assert found == TimeExpression(found.span, "2003-05-03", found.kind, "2003-05-03", "2003-05-03", found.rule)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2000-02-29"])
def test_edges_of_the_calendar_do_no_harm(published: str, tokenizer: Language) -> None:
    text = "Vor 3000 Jahren, gestern, im nächsten Jahrhundert, am 29. Februar, zwei Jahre später, an Ostern, im Mai."
    for time in find_times(tokenizer(text), published):
        assert 0 <= time.span.start < time.span.end <= len(text)


def test_long_texts_take_linear_time(tokenizer: Language) -> None:
    text = "Am Montag kam er 2005 vor zwei Jahren um 3 Uhr. " * 500
    assert len(find_times(tokenizer(text), PUBLISHED)) == 5 * 500
