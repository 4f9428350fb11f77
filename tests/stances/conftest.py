"""Fixtures for tests of stances."""

from collections.abc import Callable, Sequence

import pytest
from plain_cast import cast_of
from spacy.language import Language

from kg.extract.stances import find_stances
from kg.facts import Quotation, Stance

Finder = Callable[..., tuple[Stance, ...]]


@pytest.fixture(scope="session")
def stances_of(nlp: Language) -> Finder:
    """Sentence (and quotations in it) -> its stances."""

    def find(text: str, quotations: Sequence[Quotation] = ()) -> tuple[Stance, ...]:
        doc = nlp(text)
        return find_stances(doc, cast_of(doc), quotations)

    return find
