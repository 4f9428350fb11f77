"""What an event is called: a noun phrase, or a clause with verb, subject and objects in the order of a main clause."""

import pytest
from spacy.language import Language

from kg.extract.cast import Cast
from kg.extract.events import find_events
from kg.extract.times import find_times

PUBLISHED = "2010-06-16"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Die Ministerin möchte am Freitag zusammen mit 26 anderen Chefs einer Einladung nach Nordheim folgen.",
            ["Die Ministerin möchte einer Einladung nach Nordheim folgen"],
            id="dative-hung-on-a-noun",
        ),
        pytest.param(
            "Am Montag folgte der Minister auf Einladung von 26 anderen Chefs einer Bitte der Stadt.",
            ["Der Minister folgte einer Bitte der Stadt", "Einladung von 26 anderen Chefs"],
            id="dative-hung-on-an-event-noun",
        ),
        pytest.param(
            "Die Ministerin will am Freitag mit dem Chef einer Partei sprechen.",
            ["Die Ministerin will mit dem Chef einer Partei sprechen"],
            id="genitive-of-a-noun",
        ),
        pytest.param(
            "Der Brand zerstörte Häuser, woraufhin die Helfer abzogen und erst am Montag ihre Arbeit wieder aufnahmen.",
            ["Die Helfer nahmen ihre Arbeit auf"],
            id="verb-joined-to-a-subordinate-one",
        ),
        pytest.param(
            "2012 wurden vier Euro je Aktie ausgeschüttet.",
            ["Vier Euro je Aktie wurden ausgeschüttet"],
            id="year-taken-for-the-subject",
        ),
        pytest.param(
            "Vor einem Jahr, am 28. September 2005, stürzte bei Weilheim/Teck der Hubschrauber „Christoph 51“ ab.",
            ["Der Hubschrauber „Christoph 51“ stürzte ab"],
            id="subject-taken-for-an-object",
        ),
        pytest.param(
            "Im Jahr 2003 wurde sie stellvertretende Vorsitzende.",
            ["Sie wurde stellvertretende Vorsitzende"],
            id="what-somebody-becomes",
        ),
        pytest.param("Am Montag wurde bekannt, dass der Minister litt.", ["Wurde bekannt"], id="what-becomes-known"),
        pytest.param(
            "Einen Tag nach der Konstituierung des neuen Stadtrats stellte der Minister gestern sein Programm vor.",
            ["Konstituierung des neuen Stadtrats", "Der Minister stellte sein Programm vor"],
            id="noun-that-days-are-counted-from",
        ),
        pytest.param(
            "Das Grab des 1849 verstorbenen Schriftstellers Edgar Holm wird besucht.",
            ["Schriftsteller Edgar Holm verstorben"],
            id="nominative-beside-a-participle",
        ),
        pytest.param("Der Minister sprach von den Anschlägen vom 3. Mai.", ["Anschläge"], id="nominative-plural"),
        pytest.param(
            "Die Stadt warnt vor dem Sturm, der am Montag von der Küste zog.",
            ["Sturm zog von der Küste"],
            id="antecedent-in-the-nominative",
        ),
        pytest.param(
            "Dort ist der Bauer, der am Montag den Hof verkaufte.",
            ["Der Bauer verkaufte den Hof"],
            id="antecedent-with-its-article",
        ),
        pytest.param(
            "Am Montag soll in Genf die Konferenz der Ärzte beginnen.",
            ["Die Konferenz der Ärzte soll beginnen"],
            id="event-noun-as-subject-in-mid-field",
        ),
        pytest.param(
            "Im Mai findet dort eine große Konferenz der Ärzte statt.",
            ["Große Konferenz der Ärzte"],
            id="event-noun-of-a-support-verb",
        ),
        pytest.param("Im Mai soll dort, so die Polizei, die Feier stattfinden.", ["Feier"], id="speaker-in-between"),
        pytest.param("Am Montag beginnt die Frankfurter Messe.", ["Die Frankfurter Messe beginnt"], id="town"),
    ],
)
def test_label_reads_like_a_clause_or_phrase(text: str, expected: list[str], nlp: Language) -> None:
    doc = nlp(text)
    found = find_events(doc, Cast((), ()), find_times(doc, PUBLISHED), (), PUBLISHED)
    assert [e.label for e in found] == expected
