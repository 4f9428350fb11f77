"""`kg build` and its alias file, and `kg actors`, as a user runs them."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

MONDAY = """date 2022-03-07
title Streit um den Hafen

Die Verkehrsministerin Anna Brandt hat am Montag die Reederei Hafenbau AG scharf kritisiert. Die Hafenbau AG habe ihre
Zusagen gebrochen, sagte Brandt. Der Deutsche Hafenbund (DHB) verteidigte die Reederei.
"""
TUESDAY = """date 2022-03-08

Der DHB wies am Dienstag die Kritik von Verkehrsministerin Brandt zurück. „Hafenbau hat jede Zusage gehalten“, sagte der
Präsident des DHB, Jens Petersen.
"""
WEDNESDAY = """date 2022-03-09

Petersen nannte die Schließung der Werft am Mittwoch einen Fehler. Die Reederei werde zu hart angegriffen, sagte
Petersen.
"""


def run(*arguments: str | Path):
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture(scope="module")
def articles(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    for name, text in (("a.txt", MONDAY), ("b.txt", TUESDAY), ("c.txt", WEDNESDAY)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(articles, tmp_path_factory) -> Path:
    output = tmp_path_factory.mktemp("out") / "graph.ttl"
    result = run("build", articles, "-o", output, "--no-html")
    assert result.exit_code == 0, result.output
    assert f"wrote {output.with_name('aliases.toml')}: 1 doubtful merge for you to decide" in result.stdout
    return output


def names(graph: Path) -> set[str]:
    return {actor["name"] for actor in json.loads(run("actors", graph, "--format", "json").stdout)}


def test_build_writes_drafts_beside_the_graph(built):
    text = built.with_name("aliases.toml").read_text(encoding="utf-8")
    assert 'actor = "Jens Petersen"\nalias = "Petersen"\nalias_in = ["c.txt"]' in text
    assert text.count("[[pair]]") == text.count('status = "draft"') == 1


def test_second_build_leaves_graph_and_aliases_as_they_are(articles, built, tmp_path):
    output = tmp_path / "graph.ttl"
    for jobs in ("1", "2", "1"):
        assert run("build", articles, "-o", output, "--no-html", "--jobs", jobs).exit_code == 0
        assert output.read_bytes() == built.read_bytes()
        assert (tmp_path / "aliases.toml").read_bytes() == built.with_name("aliases.toml").read_bytes()


@pytest.mark.parametrize(("status", "both"), [("same", False), ("different", True), ("draft", True)])
def test_decision_changes_the_next_build(articles, built, tmp_path, status, both):
    aliases, output = tmp_path / "who.toml", tmp_path / "graph.ttl"
    text = built.with_name("aliases.toml").read_text(encoding="utf-8")
    aliases.write_text(text.replace('"draft"', f'"{status}"'), encoding="utf-8")
    before = aliases.read_bytes()
    result = run("build", articles, "-o", output, "--no-html", "--aliases", aliases)
    assert (result.exit_code, aliases.read_bytes()) == (0, before)
    assert ({"Jens Petersen", "Petersen"} <= names(output)) is both
    assert not (tmp_path / "aliases.toml").exists()
    assert ("doubtful" in result.stdout) is (status == "draft")


def test_one_article_without_doubt_writes_no_aliases(articles, tmp_path):
    assert run("build", articles / "a.txt", "-o", tmp_path / "graph.ttl", "--no-html").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_no_aliases_writes_and_reads_none(articles, built, tmp_path):
    (tmp_path / "aliases.toml").write_text("not TOML", encoding="utf-8")
    output = tmp_path / "graph.ttl"
    assert run("build", articles, "-o", output, "--no-html", "--no-aliases").exit_code == 0
    assert output.read_bytes() == built.read_bytes()
    assert (tmp_path / "aliases.toml").read_text(encoding="utf-8") == "not TOML"


def test_malformed_aliases_stop_the_build_before_it_writes(articles, tmp_path):
    aliases = tmp_path / "aliases.toml"
    aliases.write_text('[[pair]]\nstatus = "maybe"\n', encoding="utf-8")
    result = run("build", articles, "-o", tmp_path / "graph.ttl")
    assert result.exit_code == 2
    assert f"kg: {aliases}: line 1: kind is missing in this entry." in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["aliases.toml"]


def test_confirmed_name_that_nobody_has_is_told_and_the_graph_built(articles, tmp_path):
    aliases = tmp_path / "aliases.toml"
    entry = '[[pair]]\nstatus = "same"\nkind = "person"\nactor = "Jens Petersen"\nalias = "Olsen"\n'
    aliases.write_text(entry, encoding="utf-8")
    result = run("build", articles, "-o", tmp_path / "graph.ttl", "--no-html")
    assert result.exit_code == 0
    assert f"aliases: {aliases}: line 1: no article names “Olsen” (person), nothing merged." in result.stderr
    assert aliases.read_text(encoding="utf-8").startswith(entry)


def test_many_entries_about_others_are_told_in_short(articles, tmp_path):
    entries = [f'[[pair]]\nstatus = "same"\nkind = "person"\nactor = "A {n}"\nalias = "B {n}"\n' for n in range(20)]
    (tmp_path / "aliases.toml").write_text("\n".join(entries), encoding="utf-8")
    result = run("build", articles, "-o", tmp_path / "graph.ttl", "--no-html")
    assert (result.exit_code, result.stderr.count("no article names")) == (0, 5)
    assert "aliases: 15 more entries like these" in result.stderr


def test_edits_during_a_build_are_left_alone(articles, tmp_path, monkeypatch):
    aliases, mine = tmp_path / "aliases.toml", "# mine\n"
    import kg.engine

    resolve = kg.engine.resolve

    def slow(*arguments):
        aliases.write_text(mine, encoding="utf-8")
        return resolve(*arguments)

    monkeypatch.setattr(kg.engine, "resolve", slow)
    result = run("build", articles, "-o", tmp_path / "graph.ttl", "--no-html")
    assert result.exit_code == 0
    assert "somebody changed it meanwhile" in result.stderr
    assert aliases.read_text(encoding="utf-8") == mine


@pytest.mark.parametrize("option", ["-o", "--html"])
def test_aliases_over_graph_or_page_are_refused(articles, tmp_path, option):
    one = tmp_path / "x.ttl"
    outputs = ["-o", one] if option == "-o" else ["-o", tmp_path / "g.ttl", "--html", one]
    result = run("build", articles, *outputs, "--aliases", one)
    assert result.exit_code == 2
    assert "cannot be the graph or the page" in result.stderr


def test_aliases_and_no_aliases_exclude_each_other(articles, tmp_path):
    result = run("build", articles, "-o", tmp_path / "g.ttl", "--aliases", "a.toml", "--no-aliases")
    assert result.exit_code == 2


def test_actors_lists_most_articles_first(built):
    header, first, *others = run("actors", built).stdout.splitlines()
    assert header.split()[:5] == ["actor", "type", "articles", "mentions", "statements"]
    assert re.match(r"Anna Brandt +Person +2 +\d+ +\d+ +Brandt$", first)
    assert any(line.startswith("Petersen ") for line in others)


def test_actors_search_tells_why(built):
    text = run("actors", built, "--search", "brandt").stdout
    assert text.startswith("Anna Brandt (Person, actor:anna-brandt): 2 articles, ")
    assert "\n  roles     Verkehrsministerin\n" in text
    assert "\n  under this name: a.txt\n" in text
    assert re.search(r"\n  as “Brandt” \(surname; .*role Verkehrsministerin\): b\.txt\n", text)


def test_actors_search_finds_other_names_without_accents(built):
    assert run("actors", built, "--search", "dhb").stdout.count("actor:") == 1
    assert run("actors", built, "--search", "Brändt").exit_code == 2


def test_actors_search_for_nobody_names_similar_ones(built):
    result = run("actors", built, "--search", "Petersn")
    assert result.exit_code == 2
    assert "Petersn: no such actor in the graph. Similar names: " in result.stderr
    assert "Petersen" in result.stderr


def test_actors_merged_shows_only_what_a_rule_put_together(built):
    text = run("actors", built, "--merged").stdout
    assert [block.split(" (")[0] for block in text.split("\n\n")] == ["Anna Brandt", "Deutscher Hafenbund"]
    assert "as “DHB” (abbreviation; a.txt has DHB as short form of “Deutscher Hafenbund”): b.txt" in text


def test_actors_type_and_limit(built):
    rows = list(csv.DictReader(io.StringIO(run("actors", built, "--type", "person", "--format", "csv").stdout)))
    assert {row["type"] for row in rows} == {"Person"}
    assert rows[0]["iri"] == "actor:anna-brandt"
    assert len(json.loads(run("actors", built, "--limit", "1", "--format", "json").stdout)) == 1
    result = run("actors", built, "--type", "robot")
    assert (result.exit_code, "Give one of: Person" in result.stderr) == (2, True)


def test_actors_json_has_the_evidence(built):
    (brandt,) = json.loads(run("actors", built, "--search", "Anna Brandt", "--format", "json").stdout)
    first, second = brandt["articles"]
    assert (first["file"], first["rule"], first["grounds"]) == ("a.txt", "same name", [])
    assert (second["file"], second["name"], second["rule"]) == ("b.txt", "Brandt", "surname")
    assert "role Verkehrsministerin" in second["grounds"]


def test_actors_confirmed_merge_is_told(articles, built, tmp_path):
    text = built.with_name("aliases.toml").read_text(encoding="utf-8").replace('"draft"', '"same"')
    (tmp_path / "aliases.toml").write_text(text, encoding="utf-8")
    assert run("build", articles, "-o", tmp_path / "graph.ttl", "--no-html").exit_code == 0
    shown = run("actors", tmp_path / "graph.ttl", "--search", "Petersen").stdout
    assert "as “Petersen” (confirmed; “Petersen” is “Jens Petersen”): c.txt" in shown


def test_built_graph_passes_the_check(built):
    result = run("check", built)
    assert result.exit_code == 0, result.output
