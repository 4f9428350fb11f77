"""The sentences around a statement's spans, with marks on the right words."""

import pytest
from newsgraph import SUMMIT

from kg.view.passages import Mark, MarkedSpan, Stretch, joined, passage

BODY = (
    "Der Rat tagte am 4. Februar in Bonn. Minister Müller warf dem Verband vor, er blockiere alles. "
    'Das sei "ein Skandal". Die Antwort blieb aus.\n\nEs regnete.'
)


def spans(body: str, **expressions: str) -> list[MarkedSpan]:
    found = []
    for mark, words in expressions.items():
        for word in words.split("|"):
            start = body.index(word)
            found.append(MarkedSpan(start, start + len(word), Mark(mark), word))
    return found


def text(stretches: tuple[Stretch, ...]) -> str:
    return " […] ".join(stretch.text for stretch in stretches)


@pytest.mark.parametrize(
    ("expressions", "expected"),
    [
        pytest.param(
            {"evidence": "er blockiere alles"},
            "Minister Müller warf dem Verband vor, er blockiere alles.",
            id="whole-sentence",
        ),
        pytest.param({"evidence": "am 4. Februar"}, "Der Rat tagte am 4. Februar in Bonn.", id="ordinal-is-no-border"),
        pytest.param({"evidence": '"ein Skandal"'}, 'Das sei "ein Skandal".', id="full-stop-after-quotation-mark"),
        pytest.param({"evidence": 'Das sei "ein Skandal".'}, 'Das sei "ein Skandal".', id="span-with-full-stop"),
        pytest.param({"evidence": "Es regnete"}, "Es regnete.", id="new-paragraph-is-a-border"),
        pytest.param({"evidence": "Der Rat tagte"}, "Der Rat tagte am 4. Februar in Bonn.", id="start-of-the-text"),
        pytest.param(
            {"evidence": "er blockiere alles|Die Antwort blieb aus"},
            'Minister Müller warf dem Verband vor, er blockiere alles. Das sei "ein Skandal". Die Antwort blieb aus.',
            id="near-spans-with-what-lies-between",
        ),
    ],
)
def test_passage_reaches_to_the_borders_of_sentences(expressions: dict[str, str], expected: str) -> None:
    assert text(passage(spans(BODY, **expressions), BODY)) == expected


def test_passage_says_where_in_the_body_it_begins() -> None:
    body = f"{BODY} {'Noch ein Satz ohne Belang. ' * 20}Ende gut."
    stretches = passage(spans(body, evidence="er blockiere alles", cue="Ende"), body)
    assert len(stretches) == 2
    assert all(body[stretch.start : stretch.end] == stretch.text for stretch in stretches)


def test_joined_keeps_each_part_of_the_text_once() -> None:
    stretches = [Stretch(10, "abcd"), Stretch(12, "cdef"), Stretch(16, "g"), Stretch(30, "x"), Stretch(11, "b")]
    assert joined(stretches) == [Stretch(10, "abcdefg"), Stretch(30, "x")]


def test_passage_leaves_out_what_lies_between_distant_spans() -> None:
    body = "Anna Berg sprach zuerst. " + "Danach wurde lange über anderes geredet. " * 20 + "Das sei ein Fehler."
    pieces = passage(spans(body, speaker="Anna Berg", evidence="Das sei ein Fehler."), body)
    assert text(pieces) == "Anna Berg sprach zuerst. […] Das sei ein Fehler."


def test_passage_without_a_body_is_the_words_of_the_spans() -> None:
    found = spans(BODY, evidence="Minister Müller warf dem Verband vor", cue="warf|vor")
    assert text(passage(found, None)) == "Minister Müller warf dem Verband vor"


def test_passage_without_a_body_joins_spans_that_overlap() -> None:
    found = spans(BODY, evidence="Müller warf dem", frame="warf dem Verband vor")
    assert text(passage(found, None)) == "Müller warf dem Verband vor"


def test_passage_of_nothing_is_empty() -> None:
    assert passage([], BODY) == ()


def test_passage_of_a_text_without_any_border_stays_short() -> None:
    body = "wort " * 100_000
    pieces = passage([MarkedSpan(250_000, 250_004, Mark.EVIDENCE, "wort")], body)
    assert len(text(pieces)) < 1000


def test_passage_beyond_the_end_of_the_body_does_not_fail() -> None:
    assert isinstance(passage([MarkedSpan(10_000, 10_010, Mark.CUE, "weg")], SUMMIT), tuple)
