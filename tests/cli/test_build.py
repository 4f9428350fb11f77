"""`kg build` as a user runs it: outputs, exit codes, messages, and nothing lost by bad input."""

import os
import re
from pathlib import Path

import pytest
from rdflib import Graph
from typer.testing import CliRunner

from kg.cli import app

SENTENCE = "Die Opposition kritisierte am 4. Februar 2022 die Regierung."


def run(*arguments: str | Path):
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture
def articles(tmp_path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(f"date 2022-02-05\ntitle Kritik\n\n{SENTENCE}", encoding="utf-8")
    return folder


def test_build_writes_graph_and_page(articles, tmp_path):
    output = tmp_path / "out" / "graph.ttl"
    result = run("build", articles, "-o", output)
    assert result.exit_code == 0, result.output
    assert len(Graph().parse(output)) > 10
    assert "<html" in output.with_suffix(".html").read_text(encoding="utf-8")
    for word in ("articles", "quotations", "stances", "events", "actors", "seconds"):
        assert re.search(rf"[\d.,]+ +{word}", result.stdout), word
    assert f"wrote {output}" in result.stdout


def test_build_no_html_and_no_text(articles, tmp_path):
    output = tmp_path / "graph.ttl"
    assert run("build", articles, "-o", output, "--no-html", "--no-text").exit_code == 0
    assert not output.with_suffix(".html").exists()
    assert "articleBody" not in output.read_text(encoding="utf-8")


def test_build_html_elsewhere(articles, tmp_path):
    page = tmp_path / "page.html"
    assert run("build", articles, "-o", tmp_path / "graph.ttl", "--html", page).exit_code == 0
    assert page.exists()
    assert not (tmp_path / "graph.html").exists()


def test_build_base_iri(articles, tmp_path):
    output = tmp_path / "graph.ttl"
    assert run("build", articles, "-o", output, "--no-html", "--base-iri", "https://kg.example.net/x/").exit_code == 0
    assert any(str(s).startswith("https://kg.example.net/x/article/a-") for s in Graph().parse(output).subjects())


def test_build_is_the_same_for_any_jobs_and_order(articles, tmp_path):
    for i in range(3):
        (articles / f"b{i}.txt").write_text(f"Sprecher {i} sagte, der Plan sei gut. {SENTENCE}", encoding="utf-8")
    outputs = [tmp_path / f"{n}.ttl" for n in range(3)]
    assert run("build", articles, "-o", outputs[0], "--jobs", "1").exit_code == 0
    assert run("build", articles, "-o", outputs[1], "--jobs", "2").exit_code == 0
    assert run("build", *sorted(articles.iterdir(), reverse=True), "-o", outputs[2]).exit_code == 0
    assert outputs[0].read_bytes() == outputs[1].read_bytes() == outputs[2].read_bytes()
    pages = [o.with_suffix(".html").read_bytes() for o in outputs]
    assert pages[0] == pages[1] == pages[2]


BAD = {
    "empty.txt": (b"", "has no text"),
    "binary.txt": (b"\x00\x01\x02", "binary"),
    "long.txt": (b"x" * 3_000_000, "too large"),
}
DOUBTFUL = {
    "undated.txt": (f"date 2022-13\n\n{SENTENCE}".encode(), "2022-13"),
    "english.txt": (b"The minister said on Monday that the government would never accept such a plan.", "(en)"),
    "broken.txt": (f"{SENTENCE} Schöne Grüße über die Straße für ".encode() + b"\xff.", "broken"),
}


def test_build_builds_the_rest_beside_bad_files(articles, tmp_path):
    for name, (content, _) in (BAD | DOUBTFUL).items():
        (articles / name).write_bytes(content)
    (articles / "README.md").write_text("x")
    output = tmp_path / "graph.ttl"
    result = run("build", articles, "-o", output)
    assert result.exit_code == 3, result.output
    for name, (_, message) in BAD.items():
        assert re.search(rf"not built: .*{name}: .*{re.escape(message)}", result.stderr), name
    for name, (_, message) in DOUBTFUL.items():
        assert re.search(rf"doubtful: .*{name}: .*{re.escape(message)}", result.stderr), name
    assert "skipped 1 files of other kinds (README.md)" in result.stderr
    text = output.read_text(encoding="utf-8")
    assert all(f'"{name}"' in text for name in ("a.txt", *DOUBTFUL))
    assert not any(f'"{name}"' in text for name in BAD)


def test_build_foreign_files_alone_do_not_change_the_exit_code(articles, tmp_path):
    (articles / "notes.pdf").write_text("x")
    assert run("build", articles, "-o", tmp_path / "graph.ttl", "--no-html").exit_code == 0


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("nowhere", None, "no such file or folder"),
        ("x.pdf", b"x", "not a kind of file that kg reads (txt)"),
        ("empty.txt", b"", "has no text"),
        ("folder", "folder", "no articles (.txt) found"),
    ],
)
def test_build_nothing_to_build_is_exit_2_and_writes_nothing(tmp_path, name, content, message):
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    result = run("build", path, "-o", tmp_path / "graph.ttl")
    assert result.exit_code == 2
    assert message in result.stderr
    assert str(path) in result.stderr
    assert not (tmp_path / "graph.ttl").exists()


def test_build_output_is_a_folder(articles, tmp_path):
    result = run("build", articles, "-o", tmp_path)
    assert result.exit_code == 2
    assert "is a folder" in result.stderr


def test_build_rejects_one_file_for_graph_and_page(articles, tmp_path):
    result = run("build", articles, "-o", tmp_path / "graph.html")
    assert result.exit_code == 2
    assert "cannot be one file" in result.stderr


@pytest.mark.parametrize("iri", ["nonsense", "https://example.org/no-end", "https://example.org/a b/"])
def test_build_rejects_a_base_that_is_no_iri(articles, tmp_path, iri):
    result = run("build", articles, "-o", tmp_path / "graph.ttl", "--base-iri", iri)
    assert result.exit_code == 2
    assert iri in result.stderr


def test_build_keeps_the_old_graph_when_writing_fails(articles, tmp_path, monkeypatch):
    output = tmp_path / "graph.ttl"
    output.write_text("old")

    def fail(source, target):
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(os, "replace", fail)
    monkeypatch.setattr(Path, "replace", fail)
    result = run("build", articles, "-o", output, "--no-html")
    assert result.exit_code == 2
    assert output.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["graph.ttl"]


@pytest.mark.parametrize("command", [["--help"], ["build", "--help"], ["query", "--help"]])
def test_help_shows_an_example(command):
    result = run(*command)
    assert result.exit_code == 0
    assert "Examples:" in result.output
