"""Plurals that list names behind them mean those who bear these."""

import pytest
from spacy.language import Language

from kg.extract.coreference import find_cast

LISTS = [
    ("officials", "Die Minister Holm und Weber schwiegen.", "Minister", ["Holm", "Weber"]),
    ("states", "Die Staaten Kuwait, Bahrain und Oman planen die Einführung.", "Staaten", ["Kuwait", "Bahrain", "Oman"]),
    ("object", "Der Verein lobte die Trainer Anna Holm und Kurt Weber.", "Trainer", ["Anna Holm", "Kurt Weber"]),
    ("genitive", "Die Kritik der Parteien CDU und SPD hält an.", "Parteien", ["CDU", "SPD"]),
]


@pytest.mark.parametrize(("text", "noun", "names"), [pytest.param(*row[1:], id=row[0]) for row in LISTS])
def test_plural_means_the_names_it_lists(nlp: Language, text: str, noun: str, names: list[str]) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    head = next(t for t in doc if t.text == noun)
    assert [cast.actor(key).label for key in cast.of_all([head])] == names
    assert noun not in {actor.label.split()[0] for actor in cast.actors}


OTHERS = [
    ("one-name", "Die Spieler von Nordheim schwiegen.", "Spieler"),
    ("genitive-owner", "Die Minister Frankreichs und Spaniens schwiegen.", "Minister"),
]


@pytest.mark.parametrize(("text", "noun"), [pytest.param(*row[1:], id=row[0]) for row in OTHERS])
def test_plural_without_a_list_is_itself(nlp: Language, text: str, noun: str) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    (key,) = cast.of_all([next(t for t in doc if t.text == noun)])
    assert cast.actor(key).label.startswith(noun)
