"""When two spellings are one name."""

import pytest

from kg.extract.spellings import misspelt, one_letter_apart, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Erdoğan", "erdogan", id="mark"),
        pytest.param("Wałęsa", "walesa", id="letter-without-decomposition"),
        pytest.param("Müller", "mueller", id="umlaut"),
        pytest.param("Holm", "holm", id="nothing"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("jennifer holm", "jennfer holm", True, id="letter-left-out"),
        pytest.param("jens petersen", "jens petresen", True, id="letters-exchanged"),
        pytest.param("jens holm", "jens helm", False, id="short"),
        pytest.param("martin holm", "marvin holm", False, id="two-first-names"),
        pytest.param("manuel holm", "manuela holm", False, id="man-and-woman"),
        pytest.param("landgericht marburg", "landgericht harburg", False, id="other-initial"),
        pytest.param("jens petersen", "jans petresen", False, id="two-words"),
        pytest.param("petersen", "petresen", False, id="one-word"),
    ],
)
def test_misspelt(one: str, other: str, expected: bool) -> None:
    assert misspelt(one.split(), other.split()) is misspelt(other.split(), one.split()) is expected


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("brandt", "brand", True),
        ("brandt", "branbt", True),
        ("brandt", "barndt", True),
        ("brandt", "brandt", False),
        ("brandt", "brdant", False),
        ("brandt", "bran", False),
    ],
    ids=["missing", "other", "swapped", "same", "moved", "two-missing"],
)
def test_one_letter_apart(one: str, other: str, apart: bool) -> None:
    assert one_letter_apart(one, other) is one_letter_apart(other, one) is apart
