"""Whom and what a user means by a name."""

import pytest
from pyoxigraph import Store

from kg.errors import UsageError
from kg.graph.lookup import find_actor, find_article

SOUTH = "https://example.org/kg/actor/suedland"


@pytest.mark.parametrize(
    "wanted",
    ["Südland", "SÜDLAND ", "Südreich", "suedland", "actor:suedland", SOUTH, "Süd"],
    ids=["label", "case", "other-name", "slug", "short-iri", "iri", "part"],
)
def test_find_actor_by(wanted: str, news: Store) -> None:
    assert find_actor(news, wanted).value == SOUTH


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("Nordlant", r"^Nordlant: no such actor in the graph\. Similar names: Nordland"),
        ("Qqqq", r"^Qqqq: no such actor in the graph\. kg query GRAPH --name actors lists them all\.$"),
        ("", "no such actor"),
        ('x" } DELETE', "no such actor"),
        ("land", r"^land: could be nordland \(Nordland\), ostland \(Ostland\), suedland \(Südland\)\. Name one"),
    ],
)
def test_find_actor_says_what_could_be_meant(wanted: str, message: str, news: Store) -> None:
    with pytest.raises(UsageError, match=message):
        find_actor(news, wanted)


@pytest.mark.parametrize(
    "wanted",
    ["a/streit.txt", "A/STREIT.txt", "streit.txt", "Streit um den Hafen", "streit", "um den hafen"],
    ids=["path", "case", "file", "headline", "part", "part-of-headline"],
)
def test_find_article_by(wanted: str, news: Store) -> None:
    assert find_article(news, wanted).value.startswith("https://example.org/kg/article/streit-")


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("b/", r"^b/: could be kopie-\w+ \(b/kopie\.txt\), leer-\w+ \(b/leer\.txt\), ohne-datum"),
        ("", "no such article"),
        ("streits.txt", r"no such article in the graph\. Similar names: a/streit\.txt"),
    ],
)
def test_find_article_says_what_could_be_meant(wanted: str, message: str, news: Store) -> None:
    with pytest.raises(UsageError, match=message):
        find_article(news, wanted)


def test_nothing_is_found_in_an_empty_graph() -> None:
    with pytest.raises(UsageError, match="no such actor"):
        find_actor(Store(), "Nordland")
