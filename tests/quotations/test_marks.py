import re

import pytest

from kg.extract.quotes.marks import pair_marks


def sentence_end(text: str):
    def end(at: int) -> int:
        found = re.compile(r"[.!?](?=\s|$)").search(text, at)
        return found.end() if found else len(text)

    return end


CASES = [
    pytest.param("Er sagte: „Ich gehe.“", ["„Ich gehe.“"], id="german"),
    pytest.param("Er sagte: “Ich gehe.”", ["“Ich gehe.”"], id="english"),
    pytest.param("Er sagte: ”Ich gehe.”", ["”Ich gehe.”"], id="same-mark-on-both-sides"),
    pytest.param('Er sagte: "Ich gehe." Und "du"?', ['"Ich gehe."', '"du"'], id="straight"),
    pytest.param("Er sagte: »Ich gehe.«", ["»Ich gehe.«"], id="guillemets-inwards"),
    pytest.param("Er sagte: «Ich gehe.»", ["«Ich gehe.»"], id="guillemets-outwards"),
    pytest.param("Er sagte: ‚Ich gehe.‘", ["‚Ich gehe.‘"], id="single-german"),
    pytest.param("Er sagte: ›Ich gehe.‹", ["›Ich gehe.‹"], id="single-guillemets"),
    pytest.param('Er sagte: „Ich gehe." Dann schwieg er.', ['„Ich gehe."'], id="german-closed-by-straight"),
    pytest.param("Peter's Frau und Hans' Hund gingen.", [], id="apostrophes"),
    pytest.param('Das ist ein 24" Rad.', [], id="inches"),
    pytest.param("Ohne Zeichen.", [], id="none"),
    pytest.param("", [], id="empty"),
    pytest.param("Nur ein “ am Rand. Er sagte: „Ja klar.“", ["„Ja klar.“"], id="stray-closing-mark-destroys-nothing"),
    pytest.param("„Eins.\n\nUnd zwei.“ Drei.", ["„Eins.\n\nUnd zwei.“"], id="over-a-paragraph"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_pair_marks_finds_closed_stretches(text: str, expected: list[str]) -> None:
    found = [text[q.start : q.end] for q in pair_marks(text, sentence_end(text)) if q.closed]
    assert found == expected


def test_pair_marks_ends_an_unclosed_mark_with_its_sentence() -> None:
    text = 'Er habe "deutlich gemacht, dass es geht. Dazu zählten Wege, "ihre eigenen" zu wählen.'
    found = [(text[q.start : q.end], q.closed) for q in pair_marks(text, sentence_end(text))]
    assert found == [('"deutlich gemacht, dass es geht.', False), ('"ihre eigenen"', True)]


def test_pair_marks_keeps_what_follows_an_unclosed_paragraph() -> None:
    text = 'Er rief "Halt und ging.\n\nDann kam sie. "Gut so", sagte sie.'
    found = [text[q.start : q.end] for q in pair_marks(text, sentence_end(text)) if q.closed]
    assert found == ['"Gut so"']


def test_pair_marks_nests() -> None:
    text = "„Der ‚Bote‘ schrieb: „Nein.“ Und ging.“"
    found = [(text[q.start : q.end], q.depth) for q in pair_marks(text, sentence_end(text))]
    assert found == [(text, 0), ("‚Bote‘", 1), ("„Nein.“", 1)]
