"""`kg check` accepts what was built and says what is wrong where."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from pyshacl import validate
from rdflib import Graph
from typer.testing import CliRunner

from kg.cli import app
from kg.graph.check import Finding, Problem, check_graph, shapes
from kg.graph.names import ontology_file

Edit = Callable[[str], Path]
run = CliRunner().invoke

SPAN = "<https://example.org/kg/article/werft-271053b9#char=0,11>"
"""„Anna Brandt“, with no words before it."""


def replace(subject: str, name: str, value: str) -> str:
    return f"DELETE {{ {subject} {name} ?old }} INSERT {{ {subject} {name} {value} }} WHERE {{ {subject} {name} ?old }}"


def remove(subject: str, name: str) -> str:
    return f"DELETE WHERE {{ {subject} {name} ?old }}"


BROKEN: dict[str, tuple[str, Problem, str, str]] = {
    "words-that-the-text-lacks": (
        replace(SPAN, "oa:exact", '"Anna Brand"'),
        Problem.SPAN,
        "article:werft-271053b9#char=0,11",
        'oa:exact is "Anna Brand", the text has "Anna Brandt"',
    ),
    "words-that-stand-elsewhere": (
        replace(SPAN, "oa:exact", '"Stadtrat von Bremen"'),
        Problem.SPAN,
        "article:werft-271053b9#char=0,11",
        "these words stand at 32 to 51",
    ),
    "beyond-the-text": (
        replace(SPAN, "oa:end", "9999"),
        Problem.SPAN,
        "article:werft-271053b9#char=0,11",
        "0 to 9999 is no stretch of the text, which has 341 characters",
    ),
    "before-the-text": (
        replace(SPAN, "oa:start", "-2"),
        Problem.SPAN,
        "article:werft-271053b9#char=0,11",
        "-2 to 11 is no stretch of the text",
    ),
    "iri-of-other-places": (
        replace(SPAN, "oa:end", "4") + " ; " + replace(SPAN, "oa:exact", '"Anna"'),
        Problem.SPAN,
        "article:werft-271053b9#char=0,11",
        "its IRI says 0 to 11, oa:start and oa:end say 0 to 4",
    ),
    "half-a-word": (
        replace(SPAN, "oa:end", "9") + " ; " + replace(SPAN, "oa:exact", '"Anna Bran"'),
        Problem.SPAN,
        "article:werft-271053b9#char=0,11",
        'cuts a word: "[Anna Bran]dt hat am "',
    ),
    "words-around": (
        replace(SPAN, "oa:suffix", '" kommt"'),
        Problem.SPAN,
        "article:werft-271053b9#char=0,11",
        'oa:suffix is " kommt", the text has " hat a"',
    ),
    "span-of-another-article": (
        replace(
            "statement:b8aaf53ae551fb0a", "kg:cueSpan", "<https://example.org/kg/article/werft-271053b9#char=113,118>"
        ),
        Problem.SPAN,
        "statement:b8aaf53ae551fb0a",
        "kg:cueSpan lies in another article: article:werft-271053b9#char=113,118",
    ),
    "speaker-that-is-nowhere": (
        replace("statement:6c92c79932a0c1e4", "kg:speaker", "actor:nobody"),
        Problem.REFERENCE,
        "statement:6c92c79932a0c1e4",
        "kg:speaker is actor:nobody, which the graph does not describe",
    ),
    "span-that-is-nowhere": (
        f"DELETE WHERE {{ {SPAN} ?p ?o }}",
        Problem.REFERENCE,
        "actor:anna-brandt",
        "kg:mentionSpan is article:werft-271053b9#char=0,11, which the graph does not describe",
    ),
    "stance-without-evidence": (
        remove("statement:c78dd0d9f7c8eeb9", "kg:evidenceSpan"),
        Problem.EVIDENCE,
        "statement:c78dd0d9f7c8eeb9",
        "has no kg:evidenceSpan",
    ),
    "quotation-without-content": (
        remove("statement:6c92c79932a0c1e4", "kg:contentSpan"),
        Problem.EVIDENCE,
        "statement:6c92c79932a0c1e4",
        "has no kg:contentSpan",
    ),
    "shortcut-for-nothing": (
        "INSERT DATA { actor:zeitung kg:opposes actor:anna-brandt }",
        Problem.SHORTCUT,
        "actor:zeitung",
        "kg:opposes actor:anna-brandt stands for no statement",
    ),
    "shortcut-for-what-somebody-reported": (
        "INSERT DATA { actor:republik-polen kg:opposes actor:stadtrat-von-bremen }",
        Problem.SHORTCUT,
        "actor:republik-polen",
        "stands for no statement",
    ),
    "shortcut-missing": (
        remove("actor:zeitung", "kg:said"),
        Problem.SHORTCUT,
        "statement:6c92c79932a0c1e4",
        "actor:zeitung kg:said claim:5de51c61fffca967 is missing beside it",
    ),
    "claim-of-other-words": (
        replace("claim:5de51c61fffca967", "schema:text", '"Polen bedrohe die Werft"'),
        Problem.CLAIM,
        "statement:6c92c79932a0c1e4",
        'its claim is "Polen bedrohe die Werft", its words are "Polen bedrohe den Rat"',
    ),
    "quotation-inside-itself": (
        "INSERT DATA { statement:37fa1495bd36cc5c kg:isNestedIn statement:e89f46cfdc7e81e1 }",
        Problem.SHAPE,
        "statement:37fa1495bd36cc5c",
        "kg:isNestedIn leads back to itself",
    ),
    "unknown-act": (
        replace("statement:373719a3ced30eaf", "kg:act", "kg:Ignore"),
        Problem.SHAPE,
        "statement:373719a3ced30eaf",
        "kg:act is kg:Ignore, not one of kg:Accuse, kg:Reject",
    ),
    "label-without-language": (
        replace("actor:zeitung", "rdfs:label", '"Zeitung"'),
        Problem.SHAPE,
        "actor:zeitung",
        'rdfs:label is "Zeitung", which is no rdf:langString',
    ),
    "two-labels": (
        'INSERT DATA { actor:zeitung rdfs:label "Blatt"@de }',
        Problem.SHAPE,
        "actor:zeitung",
        "has more than 1 value of rdfs:label",
    ),
    "two-types": (
        "INSERT DATA { actor:zeitung a schema:Place }",
        Problem.SHAPE,
        "actor:zeitung",
        "an actor is a person, an organization, a country, a place or a group, and only one of these",
    ),
    "too-sure": (
        replace("statement:373719a3ced30eaf", "kg:confidence", "1.5"),
        Problem.SHAPE,
        "statement:373719a3ced30eaf",
        "kg:confidence is 1.5, more than 1",
    ),
    "date-in-words": (
        replace("article:wahl-18ad1a08", "schema:datePublished", '"September 2022"'),
        Problem.SHAPE,
        "article:wahl-18ad1a08",
        'schema:datePublished is "September 2022", which is none of xsd:date, xsd:gYearMonth, xsd:gYear',
    ),
    "speaker-that-is-a-claim": (
        replace("statement:6c92c79932a0c1e4", "kg:speaker", "claim:6f327483c878bf33"),
        Problem.SHAPE,
        "statement:6c92c79932a0c1e4",
        "kg:speaker is claim:6f327483c878bf33, which is no sem:Actor",
    ),
    "claim-that-nobody-made": (
        'INSERT DATA { claim:0 a schema:Claim ; schema:text "Nichts" }',
        Problem.SHAPE,
        "claim:0",
        "has no ^kg:claim",
    ),
}


def test_built_graph_is_right(harbour: Path) -> None:
    result = run(app, ["check", str(harbour)])
    assert result.exit_code == 0, result.output
    assert result.stdout == "nothing wrong: 2 articles, 15 statements, 32 spans, 482 triples\n"


@pytest.mark.parametrize(("update", "problem", "node", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_fault_is_found_and_named(update: str, problem: Problem, node: str, message: str, edited: Edit) -> None:
    found = [f for f in check_graph(edited(update)).findings if f.node == node and f.problem is problem]
    assert any(message in f.message for f in found), check_graph(edited(update)).findings


@pytest.mark.parametrize("name", ["words-that-the-text-lacks", "stance-without-evidence"])
def test_one_fault_is_one_finding(name: str, edited: Edit) -> None:
    assert len(check_graph(edited(BROKEN[name][0])).findings) == 1


def test_finding_names_the_file(edited: Edit) -> None:
    findings = check_graph(edited(BROKEN["unknown-act"][0])).findings
    assert [(f.file, f.problem) for f in findings] == [("hafen/werft.txt", Problem.SHAPE)]


SHAPES = {name: case[0] for name, case in BROKEN.items() if case[1] in (Problem.SHAPE, Problem.EVIDENCE)}


@pytest.mark.parametrize("update", SHAPES.values(), ids=SHAPES.keys())
def test_pieces_find_what_the_whole_has(update: str, edited: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    path = edited(update)
    monkeypatch.setattr(shapes, "NODES_AT_ONCE", 10**6)
    whole = check_graph(path).findings
    monkeypatch.setattr(shapes, "NODES_AT_ONCE", 20)
    assert check_graph(path).findings == whole
    conforms, *_ = validate(
        Graph().parse(path), shacl_graph=Graph().parse(data=ontology_file("shapes.ttl").read_text("utf-8"))
    )
    assert not conforms or update == SHAPES["quotation-inside-itself"]


def test_progress_reaches_its_end(harbour: Path) -> None:
    totals: list[int] = []
    done: list[int] = []
    check_graph(harbour, on_start=totals.append, on_nodes=done.append)
    assert totals == [sum(done)] != [0]


def test_blank_node_is_refused(edited: Edit) -> None:
    path = edited('INSERT DATA { [] a schema:NewsArticle ; kg:sourceFile "x.txt" ; schema:inLanguage "de" }')
    assert any(f.message == "every node of a graph has an IRI" for f in check_graph(path).findings)


@pytest.fixture
def folder(harbour: Path, tmp_path: Path) -> Path:
    """The files that the graph was built from."""
    store = Store()
    store.load(path=str(harbour), format=RdfFormat.TURTLE)
    rows = store.query(
        "SELECT ?file ?body ?date ?title { ?a kg:sourceFile ?file ; schema:articleBody ?body ; "
        "schema:datePublished ?date OPTIONAL { ?a schema:headline ?title } }",
        prefixes={"kg": "https://example.org/kg/ontology#", "schema": "https://schema.org/"},
    )
    root = tmp_path / "articles"
    for row in rows:
        path = root / row["file"].value
        path.parent.mkdir(parents=True, exist_ok=True)
        title = f"title {row['title'].value}\n" if row["title"] else ""
        path.write_text(f"date {row['date'].value}\n{title}\n{row['body'].value}\n", encoding="utf-8")
    return root


def test_files_that_were_built_agree(harbour: Path, folder: Path) -> None:
    result = run(app, ["check", str(harbour), "--articles", str(folder)])
    assert result.exit_code == 0, result.output


def articles_found(graph: Path, folder: Path) -> list[tuple[str, str]]:
    return [(f.file, f.message) for f in check_graph(graph, folder).findings if f.problem is Problem.ARTICLE]


def test_missing_file_is_named(harbour: Path, folder: Path) -> None:
    (folder / "wahl.txt").unlink()
    assert articles_found(harbour, folder) == [("wahl.txt", "the folder has no such file")]


def test_unreadable_file_is_named(harbour: Path, folder: Path) -> None:
    (folder / "wahl.txt").write_bytes(b"")
    assert "has no text" in articles_found(harbour, folder)[0][1]


def test_changed_file_is_named_with_the_place(harbour: Path, folder: Path) -> None:
    path = folder / "wahl.txt"
    path.write_text(path.read_text("utf-8").replace("2022 zurück", "2023 zurück"), encoding="utf-8")
    [(file, message)] = articles_found(harbour, folder)
    assert file == "wahl.txt"
    assert message.startswith("the text differs from character 15 on: graph ")
    assert "2023" in message


def test_changed_header_is_named(harbour: Path, folder: Path) -> None:
    path = folder / "hafen" / "werft.txt"
    path.write_text(path.read_text("utf-8").replace("Streit um", "Zank um"), encoding="utf-8")
    assert articles_found(harbour, folder) == [
        ("hafen/werft.txt", 'schema:headline is "Streit um die Werft", the file has "Zank um die Werft"')
    ]


def test_file_that_the_graph_lacks_is_only_told(harbour: Path, folder: Path) -> None:
    (folder / "neu.txt").write_text("Der Hafen öffnet wieder für alle Schiffe.", encoding="utf-8")
    result = run(app, ["check", str(harbour), "--articles", str(folder)])
    assert result.exit_code == 0
    assert "not in the graph: neu.txt" in result.stdout


def test_file_outside_the_folder_is_not_read(edited: Edit, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Geheim.", encoding="utf-8")
    graph = edited(replace("article:wahl-18ad1a08", "kg:sourceFile", '"../secret.txt"'))
    assert articles_found(graph, folder) == [("../secret.txt", "the folder has no such file")]


WITHOUT_TEXT = "DELETE WHERE { ?article schema:articleBody ?body }"


def test_spans_of_a_graph_without_text_are_told_as_not_compared(edited: Edit) -> None:
    result = run(app, ["check", str(edited(WITHOUT_TEXT))])
    assert result.exit_code == 0
    assert "not compared: the spans of 2 articles without text (give --articles DIR)" in result.stdout


def test_spans_of_a_graph_without_text_are_compared_with_the_files(edited: Edit, folder: Path) -> None:
    graph = edited(WITHOUT_TEXT + " ; " + BROKEN["words-that-the-text-lacks"][0])
    assert not check_graph(graph).findings
    [finding] = check_graph(graph, folder).findings
    assert finding.problem is Problem.SPAN


def test_json_has_every_finding(edited: Edit) -> None:
    result = run(app, ["check", str(edited(remove("?s", "kg:evidenceSpan"))), "--format", "json", "--most", "1"])
    assert result.exit_code == 1
    answer = json.loads(result.stdout)
    assert answer["conforms"] is False
    assert [f["problem"] for f in answer["findings"]] == ["evidence"] * 5
    assert answer["findings"][0]["file"] == "hafen/werft.txt"


def test_long_lists_are_cut(edited: Edit) -> None:
    result = run(app, ["check", str(edited(remove("?s", "kg:evidenceSpan"))), "--most", "1"])
    assert result.stdout.count("has no kg:evidenceSpan") == 1
    assert "… and 4 more" in result.stdout
    assert "5 problems in 2 articles" in result.stdout


def test_control_characters_do_not_reach_the_terminal(edited: Edit) -> None:
    result = run(app, ["check", str(edited(replace(SPAN, "oa:exact", '"\\u001B[2J[red]"')))])
    assert result.exit_code == 1
    assert "\x1b" not in result.stdout
    assert "[red]" in result.stdout


def test_graph_of_nothing_is_no_success(tmp_path: Path) -> None:
    path = tmp_path / "empty.ttl"
    path.write_text("", encoding="utf-8")
    result = run(app, ["check", str(path)])
    assert result.exit_code == 1
    assert "holds no articles: nothing was checked" in result.stdout


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        (None, [], "no such file"),
        ("<a> <b", [], "not Turtle"),
        ("", ["--articles", "nowhere"], "nowhere: no such folder"),
    ],
    ids=["no-file", "no-turtle", "no-folder"],
)
def test_what_cannot_be_checked_is_bad_usage(
    content: str | None, options: list[str], message: str, tmp_path: Path
) -> None:
    path = tmp_path / "graph.ttl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    result = run(app, ["check", str(path), *options])
    assert result.exit_code == 2
    assert message in result.stderr


def test_findings_come_in_the_order_of_files() -> None:
    one, other = Finding("a.txt", "statement:2", Problem.SPAN, "x"), Finding("b.txt", "statement:1", Problem.SPAN, "x")
    assert sorted([other, one]) == [one, other]
