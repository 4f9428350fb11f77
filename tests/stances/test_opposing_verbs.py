"""Verbs of opposing: each against the other, answers without an object, what is scolded, particles that went astray."""

from collections.abc import Callable

import pytest

from kg.facts import Quotation, QuotationKind, Span, Stance

Finder = Callable[..., tuple[Stance, ...]]

SENTENCES = [
    (
        "each-other-in-the-dative",
        "Der Präsident und der Minister werfen sich gegenseitig Wortbruch vor.",
        {("präsident", "minister", "Accuse"), ("minister", "präsident", "Accuse")},
    ),
    (
        "one-another",
        "Der Verein und der Konzern misstrauen einander.",
        {("verein", "konzern", "Accuse"), ("konzern", "verein", "Accuse")},
    ),
    ("one-alone-threatens-nobody", "Der Minister und der Präsident ärgern sich.", set()),
    (
        "answer-without-object",
        "Der Präsident warf dem Minister Betrug vor. Der Minister widersprach.",
        {("präsident", "minister", "Accuse"), ("minister", "präsident", "Reject")},
    ),
    (
        "waved-off",
        "Der Präsident kritisierte den Minister. Der Minister winkte ab.",
        {("präsident", "minister", "Accuse"), ("minister", "präsident", "Reject")},
    ),
    (
        "held-against",
        "Der Präsident kritisierte den Minister. Der Minister hielt dagegen.",
        {("präsident", "minister", "Accuse"), ("minister", "präsident", "Reject")},
    ),
    ("nobody-to-answer", "Der Präsident schlief. Der Minister winkte ab.", set()),
    (
        "particle-at-the-object",
        "Der Präsident beförderte den Minister hinaus.",
        {("präsident", "minister", "Sanction")},
    ),
    ("double-s", "Der Präsident schmiss den Minister heraus.", {("präsident", "minister", "Sanction")}),
    ("blamed-are-no-doers", "Schwere Verbrechen werden dem Minister und dem Verein zur Last gelegt.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), [pytest.param(s, e, id=i) for i, s, e in SENTENCES])
def test_find_stances_reads_sentence(sentence: str, expected: set[tuple[str, str, str]], stances_of: Finder) -> None:
    assert {(s.source, s.target, s.act.value) for s in stances_of(sentence)} == expected


SPOKEN = [
    ("scolded", "Der Minister spiele mit gezinkten Karten", "schimpfen", {("präsident", "minister", "Accuse")}),
    ("who-suffers-is-not-scolded", "Der Minister werde bedroht", "schimpfen", set()),
    ("told-without-scolding", "Der Minister spiele mit gezinkten Karten", "sagen", set()),
    ("beside-the-point", "Das Wetter sei schlecht, weil der Minister singe", "schimpfen", set()),
]


@pytest.mark.parametrize(("words", "cue", "expected"), [pytest.param(w, c, e, id=i) for i, w, c, e in SPOKEN])
def test_who_scolds_accuses_the_subject(
    words: str, cue: str, expected: set[tuple[str, str, str]], stances_of: Finder
) -> None:
    sentence = f"{words}, {'schimpfte' if cue == 'schimpfen' else 'sagte'} der Präsident."
    said = Quotation(QuotationKind.INDIRECT, (Span(0, len(words)),), ("präsident",), cue_lemma=cue)
    assert {(s.source, s.target, s.act.value) for s in stances_of(sentence, (said,))} == expected
