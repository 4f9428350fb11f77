"""`kg query` as a user types it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.graph.queries import shipped_queries

GRAPH = str(Path(__file__).parents[1] / "graph" / "golden" / "harbour.ttl")
run = CliRunner().invoke


def test_query_prints_a_table() -> None:
    result = run(app, ["query", GRAPH, "SELECT ?who ?whom { ?who kg:opposes ?whom }"])
    assert result.exit_code == 0
    assert result.stdout == ("who                whom\nactor:anna-brandt  actor:stadtrat-von-bremen\n")


def test_long_rows_stay_on_one_line_in_a_pipe() -> None:
    result = run(app, ["query", GRAPH, "--name", "who-opposes-whom"])
    assert len(result.stdout.splitlines()) == 2
    assert "Anna Brandt hat am Dienstag den Stadtrat von Bremen scharf angegriffen" in result.stdout


def test_shipped_query_with_an_actor() -> None:
    result = run(app, ["query", GRAPH, "--name", "quotes-of", "--actor", "brandt", "--format", "csv"])
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 4


def test_query_from_a_file(tmp_path: Path) -> None:
    query = tmp_path / "frage.rq"
    query.write_text("\ufeffASK { ?who kg:supports ?whom }", encoding="utf-8")
    assert run(app, ["query", GRAPH, "-f", str(query)]).stdout == "true\n"


def test_list_names_every_shipped_query_even_without_a_graph() -> None:
    for arguments in (["query", "--list"], ["query", GRAPH, "--list"]):
        result = run(app, arguments)
        assert result.exit_code == 0
        assert all(name in result.stdout for name in shipped_queries())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "no graph given"),
        ([GRAPH], "give one of: a query in SPARQL, -f FILE.rq, or --name NAME"),
        ([GRAPH, "ASK {}", "--name", "timeline"], "give one of"),
        ([GRAPH, "--name", "nothing"], "nothing: no shipped query"),
        ([GRAPH, "--name", "quotes-of"], "needs --actor"),
        ([GRAPH, "--name", "timeline", "--actor", "Niemand"], "Niemand: no such actor"),
        ([GRAPH, "ASK {}", "--actor", "Brandt"], "--actor belongs to shipped queries"),
        ([GRAPH, "-f", "missing.rq"], "missing.rq: cannot be read"),
        ([GRAPH, "SELECT"], "query: line 1"),
        (["missing.ttl", "ASK {}"], "missing.ttl: no such file"),
    ],
    ids=lambda value: " ".join(value[1:]) or "none" if isinstance(value, list) else None,
)
def test_wrong_usage_is_explained(arguments: list[str], message: str) -> None:
    result = run(app, ["query", *arguments])
    assert result.exit_code == 2
    assert message in result.stderr
    assert not result.stdout


def test_help_has_examples() -> None:
    result = run(app, ["query", "--help"])
    assert result.exit_code == 0
    assert "who-opposes-whom" in result.stdout
