"""`kg view`."""

from pathlib import Path

import pytest
from newsgraph import harbour
from typer.testing import CliRunner

from kg.cli import app
from kg.graph.store import write_turtle
from kg.view import write_page


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    write_turtle(harbour().graph, tmp_path / "news.ttl")
    return tmp_path / "news.ttl"


def view(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["view", *map(str, arguments)])
    return result.exit_code, " ".join(result.output.split())


def test_view_writes_the_page_that_build_writes(graph: Path, tmp_path: Path) -> None:
    code, output = view(graph)
    assert code == 0
    assert output == f"wrote {tmp_path / 'news.html'}"
    write_page(harbour().graph, tmp_path / "built.html")
    assert (tmp_path / "news.html").read_bytes() == (tmp_path / "built.html").read_bytes()


def test_view_takes_a_name_and_makes_its_folder(graph: Path, tmp_path: Path) -> None:
    assert view(graph, "-o", tmp_path / "new" / "week.html")[0] == 0
    assert (tmp_path / "new" / "week.html").exists()
    assert not (tmp_path / "news.html").exists()


@pytest.mark.parametrize("name", ["figure.svg", "figure.png"])
def test_view_draws_a_still_picture_only(graph: Path, tmp_path: Path, name: str) -> None:
    code, output = view(graph, "--static", tmp_path / name)
    assert (code, output) == (0, f"wrote {tmp_path / name}")
    assert (tmp_path / name).stat().st_size > 5000
    assert not (tmp_path / "news.html").exists()


def test_view_writes_both_when_both_are_named(graph: Path, tmp_path: Path) -> None:
    assert view(graph, "-o", tmp_path / "a.html", "--static", tmp_path / "a.svg")[0] == 0
    assert (tmp_path / "a.html").exists()
    assert (tmp_path / "a.svg").exists()


def test_view_says_what_is_wrong(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "other.ttl").write_text("<http://a.example/b> <http://a.example/c> 1 .")
    (tmp_path / "broken.ttl").write_text("this is no turtle")
    for arguments, message in (
        ((tmp_path / "none.ttl",), "no such file"),
        ((tmp_path / "broken.ttl",), "not Turtle"),
        ((tmp_path / "other.ttl",), "holds no article and no actor"),
        ((graph, "-o", graph), "need different names"),
        ((graph, "-o", tmp_path / "a.svg", "--static", tmp_path / "a.svg"), "need different names"),
        ((graph, "--static", tmp_path / "a.pdf"), "not a kind of picture"),
    ):
        code, output = view(*arguments)
        assert code == 2
        assert message in output
    assert graph.read_text().startswith("@prefix")


def test_view_has_help_with_examples() -> None:
    code, output = view("--help")
    assert code == 0
    assert "kg view out/graph.ttl --static figure.svg" in output
