"""Words in quotation marks: which are somebody's, whose, and how far they reach."""

import pytest
from spacy.language import Language

from kg.extract.coreference import find_cast
from kg.extract.quotations import find_quotations
from kg.facts import QuotationKind


def direct(nlp: Language, text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of the direct quotations."""
    doc = nlp(text)
    found = [q for q in find_quotations(doc, find_cast(doc)) if q.kind is QuotationKind.DIRECT]
    speakers = [q.speaker_span.text(text) if q.speaker_span else None for q in found]
    return [(s, " / ".join(c.text(text) for c in q.content)) for s, q in zip(speakers, found, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Die Senatorin Eva Kunz will „noch in dieser Woche alle Akten prüfen lassen“.",
            [("Die Senatorin Eva Kunz", "„noch in dieser Woche alle Akten prüfen lassen“")],
            id="clause-without-a-reporting-verb",
        ),
        pytest.param(
            "Die Schüler zogen umher und riefen Parolen wie „Wir gehen nicht weg“ und „Uns gehört die Stadt“.",
            [("Die Schüler", "„Wir gehen nicht weg“"), ("Die Schüler", "„Uns gehört die Stadt“")],
            id="slogans",
        ),
        pytest.param(
            "Für den Minister Kurt Maurer ist der Plan „völlig absurd“.",
            [("den Minister Kurt Maurer", "„völlig absurd“")],
            id="judgement-of-whom-it-holds-for",
        ),
        pytest.param(
            "Mit den Worten „Wir haben alles versucht“ erklärte der Trainer seinen Rücktritt.",
            [("der Trainer", "„Wir haben alles versucht“")],
            id="noun-of-speech-before-the-verb",
        ),
        pytest.param(
            "Die Abgeordnete nannte den Vorschlag „völlig absurd“: „Wir werden dagegen stimmen.“",
            [("Die Abgeordnete", "„völlig absurd“"), ("Die Abgeordnete", "„Wir werden dagegen stimmen.“")],
            id="judgement-before-a-colon",
        ),
        pytest.param(
            "Der Minister sagte, der Plan sei „ein Fehler, und das wissen alle“, und reiste ab.",
            [("Der Minister", "„ein Fehler, und das wissen alle“")],
            id="content-is-not-cut-inside-the-marks",
        ),
        pytest.param(
            "Nach Ansicht des Ministers „ist das ein großer Fehler“.",
            [("Ansicht des Ministers", "„ist das ein großer Fehler“")],
            id="all-of-a-source-in-marks",
        ),
        pytest.param("Bei „Wer wird Millionär“ gewann der Lehrer viel Geld.", [], id="title-with-a-verb"),
        pytest.param("Der Film „Wir sind die Nacht“ läuft im Kino.", [], id="title-behind-its-noun"),
        pytest.param("Der Wagen gilt bei den Leuten als „kleines Wunder“.", [], id="phrase-of-nobody"),
        pytest.param("Für den Winter ist der Wagen „zu leicht“.", [], id="no-actor-judges"),
    ],
)
def test_quoted_words_have_their_speaker(nlp: Language, text: str, expected: list[tuple[str | None, str]]) -> None:
    assert direct(nlp, text) == expected


def test_content_ends_before_a_colon_with_direct_speech(nlp: Language) -> None:
    text = "Der Trainer glaubt, dass das Team stärker geworden ist: „Wir haben viel gelernt.“"
    doc = nlp(text)
    kinds = {q.kind: q.content[0].text(text) for q in find_quotations(doc, find_cast(doc))}
    assert kinds == {
        QuotationKind.INDIRECT: "dass das Team stärker geworden ist",
        QuotationKind.DIRECT: "„Wir haben viel gelernt.“",
    }
