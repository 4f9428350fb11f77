"""`kg query` as a user types it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.cli.alignment import WIDEST, fitting, print_aligned
from kg.graph.shipped import shipped_queries
from kg.graph.vocabulary import terms

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
        for shipped in shipped_queries().values():
            entry = result.stdout[result.stdout.index(f"{shipped.name}\n    {shipped.description}") :]
            assert f"$ kg query GRAPH --name {shipped.name} {shipped.example}".rstrip() in entry
            for parameter in shipped.parameters:
                assert f"--{parameter.name} {parameter.kind}" in entry


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
        ([GRAPH, "ASK {}", "--limit", "3"], "--limit belongs to shipped queries"),
        ([GRAPH, "--name", "actors", "--limit", "0"], "greater than or equal to 1"),
        ([GRAPH, "--name", "stances", "--since", "bald"], "--since bald: no date."),
        ([GRAPH, "--name", "actors", "--format", "turtle"], "--format turtle: only CONSTRUCT and DESCRIBE"),
        ([GRAPH, "CONSTRUCT WHERE { ?a ?b ?c }", "--format", "xml"], "--format xml: CONSTRUCT and DESCRIBE"),
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


def test_explain_terms_prints_the_ontology() -> None:
    result = run(app, ["query", "--explain-terms"])
    assert result.exit_code == 0
    assert all(f"  {t.name} " in result.stdout and f"{{ {t.example} }}" in result.stdout for t in terms())
    assert result.stdout.startswith("Classes\n")


def test_limit_and_typed_options() -> None:
    result = run(app, ["query", GRAPH, "--name", "actors", "--type", "Place", "--limit", "1", "--format", "tsv"])
    assert result.stdout.splitlines()[1].split("\t")[1] == '"Bremen"@de'
    assert len(run(app, ["query", GRAPH, "--name", "actors", "--limit", "2"]).stdout.splitlines()) == 3


def test_own_file_with_a_parameter(tmp_path: Path) -> None:
    query = tmp_path / "gegen.rq"
    query.write_text(
        "# Who is against somebody.\n# --actor ACTOR: whom\n"
        "SELECT ?who { VALUES ?the_actor { UNDEF } ?a kg:opposes ?the_actor ; rdfs:label ?who }",
        encoding="utf-8",
    )
    assert run(app, ["query", GRAPH, "-f", str(query), "--actor", "Rat"]).stdout == "who\nAnna Brandt\n"
    assert run(app, ["query", GRAPH, "-f", str(query), "--actor", "Polen"]).stdout == "who\n"


def test_empty_answer_names_terms_that_the_graph_does_not_have() -> None:
    result = run(app, ["query", GRAPH, "SELECT ?a { ?a kg:oposes ?b }"])
    assert (result.exit_code, result.stdout) == (0, "a\n")
    assert result.stderr == "note: kg:oposes is no term of the ontology. Did you mean kg:opposes?\n"
    assert not run(app, ["query", GRAPH, "SELECT ?a { ?a kg:opposes ?b }"]).stderr


@pytest.mark.parametrize(
    ("natural", "available", "expected"),
    [
        ([3, 5], 20, [3, 5]),
        ([3, 40, 60], 43, [3, 20, 20]),
        ([3, 40, 60], 44, [3, 21, 20]),
        ([50, 50], 2, [4, 4]),
        ([], 80, []),
    ],
)
def test_widest_columns_give_way_first(natural: list[int], available: int, expected: list[int]) -> None:
    assert fitting(natural, available) == expected


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are Unix")
@pytest.mark.parametrize(("options", "cut"), [([], True), (["--full"], False)])
def test_table_is_cut_to_the_terminal(options: list[str], cut: bool) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "import kg.cli; kg.cli.app()", "query", GRAPH, "--name", "stances", *options]
    environment = {**os.environ, "COLUMNS": "80", "TERM": "dumb"}
    with subprocess.Popen(command, stdout=theirs, env=environment):
        os.close(theirs)
        read = b""
        try:
            while chunk := os.read(ours, 65536):
                read += chunk
        except OSError:  # the other side is closed
            pass
    os.close(ours)
    lines = read.decode("utf-8").replace("\x1b[1m", "").replace("\x1b[0m", "").splitlines()
    assert len(lines) == 5
    assert (max(map(len, lines)) <= 80) is cut
    assert ("…" in lines[1]) is cut


def test_question_loads_neither_the_language_model_nor_rdflib() -> None:
    code = (
        "import sys, kg.cli; kg.cli.app(standalone_mode=False);"
        "print(sorted({'spacy', 'rdflib', 'numpy', 'networkx'} & sys.modules.keys()))"
    )
    run = [sys.executable, "-c", code, "query", GRAPH, "--name", "who-opposes-whom"]
    result = subprocess.run(run, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"


def test_one_long_text_does_not_widen_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    print_aligned(("a", "b"), [("x" * 1000, "y"), ("短", "z")], cut=False)
    header, long, short = capsys.readouterr().out.splitlines()
    assert long == "x" * 1000 + "  y"
    assert header.index("b") == WIDEST + 2
    assert short == "短" + " " * WIDEST + "z"  # two cells wide


def test_many_rows_are_all_printed(capsys: pytest.CaptureFixture[str]) -> None:
    print_aligned(("n",), [(str(i),) for i in range(2500)], cut=True)
    assert capsys.readouterr().out.split() == ["n", *map(str, range(2500))]
