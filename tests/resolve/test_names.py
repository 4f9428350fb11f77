"""Which forms are one name, and which only look like one."""

import pytest

from kg.lexicon.namevariants import club_forms, is_office, offices, transliterations
from kg.lexicon.namewords import legal_forms
from kg.resolve.names import (
    abbreviates,
    body_keys,
    club_keys,
    initials,
    is_abbreviation,
    is_full_name,
    person_words,
    sound,
    town_keys,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Franz-Josef Brandt", "Franz Josef Brandt", id="hyphen"),
        pytest.param("Boris Tadić", "Boris Tadic", id="accent"),
        pytest.param("Omar al-Haddad", "Omar Haddad", id="particle"),
        pytest.param("Anna Brandt’s", "Anna Brandt", id="possessive"),
        pytest.param("Omar al-Ha'dad", "Omar Hadad", id="apostrophe"),
        pytest.param("Clemens XV.", "Clemens XV", id="regnal"),
        pytest.param("Jörg Müller", "Joerg Mueller", id="umlaut"),
    ],
)
def test_people_of_one_name(one: str, other: str) -> None:
    assert person_words(one) == person_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Anna Brandt", "Anne Brandt"), ("Hans-Peter Uhl", "Hans-Jürgen Uhl"), ("Brandt", "Anna Brandt")],
)
def test_people_of_two_names(one: str, other: str) -> None:
    assert person_words(one) != person_words(other)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Anna Brandt", True),
        ("Wang Yi", True),
        ("Elisabeth II.", True),
        ("Brandt", False),
        ("Anna-Lena", False),
        ("Daniel B.", False),
        ("von Brandt", False),
        ("al-Haddad", False),
        ("Ben Haddad", True),
    ],
)
def test_full_names(name: str, full: bool) -> None:
    assert is_full_name(name) is full


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Gaddafi", "Ghadaffi", True),
        ("Wiktor Janukowytsch", "Viktor Janukowitsch", True),
        ("Yusuf", "Jussuf", True),
        ("Brandt", "Brand", False),
        ("Lukas", "Markus", False),
    ],
)
def test_sound(one: str, other: str, same: bool) -> None:
    assert (sound(person_words(one)) == sound(person_words(other))) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Hafenbau AG", "Hafenbau", id="legal-form"),
        pytest.param("Hafenbau GmbH & Co. KG", "Hafenbau", id="long-legal-form"),
        pytest.param("Bund der Werften e. V.", "Bund der Werften e.V.", id="legal-form-spaced"),
        pytest.param("Deutschen Hafenbundes", "Deutscher Hafenbund", id="genitive"),
        pytest.param("Nordische Presse Agentur", "Nordische Presseagentur", id="apart"),
        pytest.param("Hafen-Bau", "Hafenbau", id="hyphen"),
        pytest.param("Die Hafengemeinschaft", "Hafengemeinschaft", id="article-word"),
    ],
)
def test_bodies_of_one_name(one: str, other: str) -> None:
    assert body_keys(one) & body_keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Bayern", "Bayer", id="one-word-keeps-its-ending"),
        pytest.param("Hafenbau Nord", "Hafenbau", id="more-words"),
        pytest.param("Die", "Das", id="article-word-alone"),
        pytest.param("AG", "GmbH", id="legal-form-alone"),
    ],
)
def test_bodies_of_two_names(one: str, other: str) -> None:
    assert not body_keys(one) & body_keys(other)


def test_town_before_or_behind() -> None:
    assert town_keys("Mainzer Polizei") & town_keys("Polizei Mainz")
    assert town_keys("Bremer Senat") & town_keys("Senat Bremen")
    assert not town_keys("Mainzer Polizei") & town_keys("Polizei Bremen")
    assert not town_keys("Polizei der Stadt Mainz")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1. FC Neustadt Wacker 04", "Wacker Neustadt", True),
        ("1. FSV Neustadt 05", "Neustadt 05", True),
        ("1. FC Neustadt", "FC Neustadt", True),
        ("FC Neustadt", "SC Neustadt", False),
        ("FC Neustadt", "Neustadt", False),
        ("FC 04", "SV 04", False),
        ("Wache Neustadt 1", "Wache Neustadt 2", False),
        ("Wache 12", "Wache 14", False),
    ],
)
def test_clubs(one: str, other: str, same: bool) -> None:
    assert bool(club_keys(one) & club_keys(other)) is same


@pytest.mark.parametrize(
    ("short", "name", "told", "by_initials"),
    [
        ("BGH", "Bundesgerichtshof", True, False),
        ("HBN", "Hafen Bund Nord", True, True),
        ("HBN", "Hafenbund der Niederlande", True, False),
        ("HBN", "Bund der Häfen", False, False),
        ("TÜV", "TÜV Nord", False, False),
    ],
)
def test_abbreviations(short: str, name: str, told: bool, by_initials: bool) -> None:
    assert is_abbreviation(short)
    assert (abbreviates(short, name), initials(name) == short) == (told, by_initials)


def test_what_is_no_abbreviation() -> None:
    assert not any(map(is_abbreviation, ("Hafen", "A", "ABCDEFGH", "B 5", "")))


@pytest.mark.parametrize("entry", offices(), ids=lambda entry: entry.sort)
def test_offices(entry: object) -> None:
    words = entry.example.replace(".", "").split()
    assert any(map(is_office, words))
    assert all(map(is_office, entry.nouns))


@pytest.mark.parametrize(
    ("noun", "office"), [("Außenministerin", True), ("Bundespräsident", True), ("Sprecher", False), ("Zeugin", False)]
)
def test_is_office(noun: str, office: bool) -> None:
    assert is_office(noun) is office


@pytest.mark.parametrize("entry", club_forms(), ids=lambda entry: entry.sport)
def test_club_forms(entry: object) -> None:
    assert any(form in entry.example.split() for form in entry.forms)
    for form in entry.forms:
        assert club_keys(f"{form} Neustadt Wacker") == club_keys("Neustadt Wacker"), form


@pytest.mark.parametrize("form", sorted(legal_forms()))
def test_legal_forms(form: str) -> None:
    assert body_keys(f"Hafenbau {form}") == body_keys("Hafenbau")


@pytest.mark.parametrize("entry", transliterations(), ids=lambda entry: entry.written[0])
def test_transliterations(entry: object) -> None:
    one, other = entry.example
    assert one != other
    assert sound(person_words(one)) == sound(person_words(other))
    assert any(w in one.lower() or w in other.lower() for w in entry.written)
