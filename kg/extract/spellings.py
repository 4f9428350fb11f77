"""Names that differ in marks on their letters or by a slip: "Erdogan" for "Erdoğan", "Jenifer" for "Jennifer"."""

import unicodedata
from collections.abc import Sequence

from kg.lexicon.people import first_name_gender

SHORTEST_MISSPELT = 5
"""Letters of the shortest word of a longer name that counts as misspelt; shorter ones are mostly other words."""
SHORTEST_MISSPELT_ALONE = 7
"""The same for a surname alone, which no other word of the name confirms: "Müller" and "Möller" stay two."""

# What Unicode does not decompose into a Latin letter and a mark; German umlauts by German custom.
_LETTERS = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o",
        "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """The text in small letters without marks: "Erdoğan" -> "erdogan", "Müller" -> "mueller"."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).lower().translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter is another, missing, or changed places with its neighbour."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[at:], other[at:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def misspelt(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of several words are one but for a letter; two known first names are two people's."""
    if len(one) != len(other) or len(one) < 2:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    a, b = differing[0]
    if min(len(a), len(b)) < SHORTEST_MISSPELT or a[0] != b[0] or not (a + b).isalpha():
        return False
    if a.rstrip("ae") == b.rstrip("ae"):
        return False  # "Manuel" and "Manuela"
    return one_letter_apart(a, b) and not (first_name_gender(a.title()) and first_name_gender(b.title()))
