"""Fixtures that several areas share."""

from pathlib import Path

import pytest
from pyoxigraph import Store
from small_news import small_news
from spacy.language import Language

import kg.language
from kg.graph.store import open_store, write_turtle


@pytest.fixture(scope="session")
def nlp() -> Language:
    return kg.language.load()


@pytest.fixture(scope="session")
def news_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of `small_news` as Turtle."""
    path = tmp_path_factory.mktemp("news") / "news.ttl"
    write_turtle(small_news(), path)
    return path


@pytest.fixture(scope="session")
def news(news_file: Path) -> Store:
    return open_store(news_file)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected graphs of tests/golden anew")
