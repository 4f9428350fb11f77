"""The table of stances' confidences: every rule, act and sign is reached, and what it says is in order."""

import pytest
from spacy.language import Language

from kg.extract.coreference import find_cast
from kg.extract.quotations import find_quotations
from kg.extract.stances import Found, find_signed
from kg.facts import Act
from kg.lexicon.confidence import SIGN, Weight, weights

TABLE = weights("stance_confidence")


def found_in(nlp: Language, text: str) -> tuple[Found, ...]:
    doc = nlp(text)
    cast = find_cast(doc)
    return find_signed(doc, cast, find_quotations(doc, cast))


@pytest.mark.parametrize("entry", TABLE, ids=lambda e: f"{e.group}-{e.name}")
def test_example_has_the_rule_or_sign(nlp: Language, entry: Weight) -> None:
    found = found_in(nlp, entry.example)
    signs = {sign for one in found for sign in (one.stance.act.value, *one.signs)}
    assert entry.name in (signs if entry.group == SIGN else {one.stance.rule for one in found})


def test_weights_are_listed_once_and_counted() -> None:
    names = [(w.name, w.group == SIGN) for w in TABLE]
    assert len(names) == len(set(names))
    assert {act.value for act in Act} <= {name for name, is_sign in names if is_sign}
    assert all(0 <= w.right <= w.seen for w in TABLE)
    assert sum(w.seen for w in TABLE if w.group != SIGN) > 500


LESS_SURE = [
    ("target-without-a-name", "Anna Weber kritisierte den Händler."),
    ("pronoun", "Kurt Maurer ist Senator. Die Ministerin Anna Weber kritisierte ihn."),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in LESS_SURE])
def test_named_ends_are_surer(nlp: Language, text: str) -> None:
    (plain,) = found_in(nlp, "Anna Weber kritisierte Kurt Maurer.")
    (other,) = found_in(nlp, text)
    assert 0 < other.stance.confidence < plain.stance.confidence < 1
