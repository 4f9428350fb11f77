"""The still picture for reports."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from newsgraph import NewsGraph, harbour, summit
from test_page import HOSTILE, hostile, many

from kg.errors import UsageError
from kg.view import read_records
from kg.view.still import LIMIT, write_picture

SVG = "{http://www.w3.org/2000/svg}"


def texts(path: Path) -> set[str]:
    tree = ElementTree.parse(path)
    return {"".join(text.itertext()) for text in tree.iter(f"{SVG}text")}


def test_svg_names_the_actors_and_the_lines(tmp_path: Path) -> None:
    write_picture(read_records(summit().graph), tmp_path / "a.svg")
    assert {"Wang Yi", "USA", "US-Außenministerium", "opposes", "says about", "country"} <= texts(tmp_path / "a.svg")


@pytest.mark.parametrize("name", ["a.svg", "a.png"])
def test_the_same_graph_gives_the_same_picture(tmp_path: Path, name: str) -> None:
    contents = []
    for _ in range(2):
        write_picture(read_records(harbour().graph), tmp_path / name)
        contents.append((tmp_path / name).read_bytes())
    assert contents[0] == contents[1]
    assert contents[0].startswith(b"<?xml" if name.endswith("svg") else b"\x89PNG")


def test_hostile_names_are_text(tmp_path: Path) -> None:
    write_picture(read_records(hostile().graph), tmp_path / "a.svg")
    assert any(HOSTILE[0][:15] in text for text in texts(tmp_path / "a.svg"))
    assert not list(ElementTree.parse(tmp_path / "a.svg").iter(f"{SVG}script"))


def test_a_name_that_looks_like_a_formula_is_no_formula(tmp_path: Path) -> None:
    news = NewsGraph()
    article = news.article("a.txt", "A rügt B.")
    news.stance(article, news.actor("$\\frac{1$"), news.actor("B"), "Accuse", "A rügt B")
    write_picture(read_records(news.graph), tmp_path / "a.svg")
    assert "$\\frac{1$" in texts(tmp_path / "a.svg")


def test_a_large_graph_is_drawn_in_part(tmp_path: Path) -> None:
    write_picture(read_records(many(3 * LIMIT).graph), tmp_path / "a.svg")
    assert len([text for text in texts(tmp_path / "a.svg") if text.startswith("Akteur")]) <= LIMIT


def test_a_graph_without_relations_says_so(tmp_path: Path) -> None:
    write_picture(read_records(NewsGraph().graph), tmp_path / "a.svg")
    assert texts(tmp_path / "a.svg") == {"No relations between actors were found."}


def test_other_kinds_of_picture_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a\.gif: not a kind of picture that kg draws \(\.svg, \.png\)"):
        write_picture(read_records(summit().graph), tmp_path / "a.gif")
