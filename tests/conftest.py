"""Fixtures that several areas share."""

import pytest
from spacy.language import Language

import kg.language


@pytest.fixture(scope="session")
def nlp() -> Language:
    return kg.language.load()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected graphs of tests/golden anew")
