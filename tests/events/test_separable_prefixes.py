"""Which verb forms a main clause splits, and which only look so."""

import pytest

from kg.lexicon.separable_prefixes import SeparablePrefix, separable_prefixes, split_prefix


@pytest.mark.parametrize("entry", separable_prefixes(), ids=lambda e: e.prefix)
def test_separable_prefix_is_split_off(entry: SeparablePrefix) -> None:
    assert entry.form in entry.example
    assert split_prefix(entry.form) == (entry.form.removeprefix(entry.prefix), entry.prefix)


@pytest.mark.parametrize("entry", [p for p in separable_prefixes() if p.unless], ids=lambda e: e.prefix)
def test_verb_with_the_letters_of_a_prefix_stays_whole(entry: SeparablePrefix) -> None:
    assert entry.whole.startswith(entry.prefix)
    assert split_prefix(entry.whole) == (entry.whole, "")


@pytest.mark.parametrize("form", ["kam", "teilte", "einte", "beinhaltete", "hinderte", "ankerte", "eint"])
def test_verb_without_separable_prefix_stays_whole(form: str) -> None:
    assert split_prefix(form) == (form, "")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("vortrug", ("trug", "vor")),
        ("anknüpfte", ("knüpfte", "an")),
        ("einteilte", ("teilte", "ein")),
        ("hinkam", ("kam", "hin")),
        ("lostrat", ("trat", "los")),
        ("bereiterklärte", ("erklärte", "bereit")),
        ("zurücktrat", ("trat", "zurück")),
    ],
)
def test_exceptions_take_no_verb_with_a_prefix(form: str, expected: tuple[str, str]) -> None:
    assert split_prefix(form) == expected
