"""`kg export`: what is written can be read again and says the same."""

import csv
import errno
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from pyoxigraph import Literal, parse
from rdflib import Dataset, Graph, URIRef
from rdflib.compare import to_isomorphic
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import GraphError, UsageError
from kg.graph.export import ExportFormat, export
from kg.graph.export.folder import write_folder
from kg.graph.export.tables import guarded, unguarded

Edit = Callable[[str], Path]
run = CliRunner().invoke
WERFT = "https://example.org/kg/article/werft-271053b9"
WAHL = "https://example.org/kg/article/wahl-18ad1a08"


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def name_of_actor(name: str) -> str:
    return f'DELETE WHERE {{ actor:zeitung rdfs:label ?old }} ; INSERT DATA {{ actor:zeitung rdfs:label "{name}"@de }}'


@pytest.mark.parametrize("form", list(ExportFormat))
def test_every_format_is_written_and_the_same_each_time(form: ExportFormat, harbour: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    result = run(app, ["export", str(harbour), "--to", form, "-o", str(one)])
    assert result.exit_code == 0, result.output
    names = [path.name for path in export(harbour, form, two)]
    for name in names:
        first, second = (p / name if p.is_dir() else p for p in (one, two))
        assert first.read_bytes() == second.read_bytes() != b""
        assert f"wrote {first}" in result.stdout
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize(("form", "reader"), [("nt", "nt"), ("jsonld", "json-ld")])
def test_triples_survive(form: str, reader: str, harbour: Path, tmp_path: Path) -> None:
    path = tmp_path / "graph"
    export(harbour, ExportFormat(form), path)
    read = Graph().parse(path, format=reader)
    assert to_isomorphic(read) == to_isomorphic(Graph().parse(harbour))


def test_ntriples_are_sorted(harbour: Path, tmp_path: Path) -> None:
    [path] = export(harbour, ExportFormat.NT, tmp_path / "graph.nt")
    lines = path.read_bytes().splitlines()
    assert lines == sorted(set(lines))


def test_odd_values_survive_jsonld(edited: Edit, tmp_path: Path) -> None:
    graph = edited(
        "INSERT DATA { actor:zeitung kg:confidence 0.50, '0.5', 'x'@en ; kg:speaker 'no actor', <mailto:a@b>, [] ; "
        "oa:start 007 ; kg:date '2021'^^xsd:gYear ; schema:headline 5 ; <https://other.example/p> kg:Direct ; "
        "a 'no class' }"
    )
    [path] = export(graph, ExportFormat.JSONLD, tmp_path / "graph.jsonld")
    assert to_isomorphic(Graph().parse(path, format="json-ld")) == to_isomorphic(Graph().parse(graph))


def test_trig_has_one_graph_for_each_article(harbour: Path, tmp_path: Path) -> None:
    [path] = export(harbour, ExportFormat.TRIG, tmp_path / "graph.trig")
    dataset = Dataset()
    dataset.parse(path, format="trig")
    named = {str(g.identifier): set(g) for g in dataset.graphs() if len(g) and "default" not in str(g.identifier)}
    assert set(named) == {WERFT, WAHL}
    union = {(s, p, o) for s, p, o, _ in dataset.quads()}
    assert union == set(Graph().parse(harbour))
    kg = "https://example.org/kg/"
    supports = (URIRef(f"{kg}actor/republik-polen"), URIRef(f"{kg}ontology#supports"), URIRef(f"{kg}actor/anna-brandt"))
    assert supports in named[WERFT] & named[WAHL]
    opposes = (
        *(URIRef(f"{kg}actor/anna-brandt"), URIRef(f"{kg}ontology#opposes")),
        URIRef(f"{kg}actor/stadtrat-von-bremen"),
    )
    assert opposes in named[WERFT] - named[WAHL]
    in_wahl = [s for s, _, _ in named[WAHL] if str(s).startswith(f"{WERFT}")]
    assert not in_wahl


def test_exports_of_a_graph_are_graphs_for_the_other_commands(harbour: Path, tmp_path: Path) -> None:
    for name in ("graph.nt", "graph.trig", "graph.jsonld"):
        [path] = export(harbour, ExportFormat(name.split(".")[1]), tmp_path / name)
        assert run(app, ["diff", str(harbour), str(path)]).exit_code == 0
        assert run(app, ["check", str(path)]).exit_code == 0


@pytest.fixture
def gexf(harbour: Path, tmp_path: Path) -> Path:
    return export(harbour, ExportFormat.GEXF, tmp_path / "graph.gexf")[0]


def test_gexf_has_kinds_weights_and_days(gexf: Path) -> None:
    graph = nx.read_gexf(gexf, version="1.3")
    assert graph.nodes["actor:anna-brandt"]["label"] == "Anna Brandt"
    assert graph.nodes["actor:anna-brandt"]["type"] == "Person"
    [edge] = [
        data
        for source, target, data in graph.edges(data=True)
        if (source, target) == ("actor:republik-polen", "actor:anna-brandt")
    ]
    assert (edge["kind"], edge["weight"], edge["articles"], edge["acts"]) == ("supports", 2.0, 2, "Endorse")
    assert (edge["start"], edge["end"]) == ("2021-04-01", "2022-09-01")
    assert graph.graph["mode"] == "dynamic"


def test_gexf_keeps_parallel_edges_apart(gexf: Path) -> None:
    tree = ElementTree.parse(gexf)
    edges = list(tree.iter("{http://gexf.net/1.3}edge"))
    between = [e for e in edges if (e.get("source"), e.get("target")) == ("actor:anna-brandt", STADTRAT)]
    assert {e.get("kind") for e in between} == {"opposes", "says about"}
    assert len({e.get("id") for e in edges}) == len(edges)
    assert tree.find("{http://gexf.net/1.3}meta").attrib == {}


STADTRAT = "actor:stadtrat-von-bremen"


def test_undated_graph_is_a_static_network(edited: Edit, tmp_path: Path) -> None:
    graph = edited("DELETE WHERE { ?article schema:datePublished ?date }")
    [path] = export(graph, ExportFormat.GEXF, tmp_path / "graph.gexf")
    read = nx.read_gexf(path, version="1.3")
    assert read.graph["mode"] == "static"
    assert not any("start" in data for _, _, data in read.edges(data=True))


def test_graphml_has_the_same_network(gexf: Path, harbour: Path, tmp_path: Path) -> None:
    [path] = export(harbour, ExportFormat.GRAPHML, tmp_path / "graph.graphml")
    graph, other = nx.read_graphml(path, force_multigraph=True), nx.read_gexf(gexf, version="1.3")

    def edges(of: nx.Graph) -> set[tuple[str, str, str, float]]:
        return {(source, target, data["kind"], float(data["weight"])) for source, target, data in of.edges(data=True)}

    assert set(graph) == set(other)
    assert edges(graph) == edges(other)
    assert len(edges(graph)) == graph.number_of_edges() == 7
    [data] = [d for s, t, d in graph.edges(data=True) if d["kind"] == "addresses"]
    assert (data["weight"], data["first"], data["last"]) == (1, "2021-04-01", "2021-04-30")


@pytest.mark.parametrize("form", [ExportFormat.GEXF, ExportFormat.GRAPHML])
def test_names_that_xml_cannot_hold_do_not_spoil_the_file(form: ExportFormat, edited: Edit, tmp_path: Path) -> None:
    [path] = export(edited(name_of_actor('<b>\\u0007&\\uFFFE\\"')), form, tmp_path / "graph.xml")
    ElementTree.parse(path)
    assert "&lt;b&gt;\ufffd&amp;\ufffd" in path.read_text("utf-8")


def test_csv_has_a_table_for_each_kind(harbour: Path, tmp_path: Path) -> None:
    written = export(harbour, ExportFormat.CSV, tmp_path / "tables")
    tables = {path.stem: read_csv(path) for path in written}
    assert {name: len(rows) for name, rows in tables.items()} == {
        "articles": 2,
        "actors": 5,
        "mentions": 10,
        "quotations": 4,
        "stances": 4,
        "events": 3,
        "times": 4,
    }
    [stance] = [row for row in tables["stances"] if row["act"] == "Accuse"]
    assert (stance["source_label"], stance["target"], stance["published"]) == ("Anna Brandt", STADTRAT, "2021-04")
    assert float(stance["confidence"]) == 0.75
    [quotation] = [row for row in tables["quotations"] if row["addressees"]]
    assert quotation["text"] == "„Ohne Aufträge schließen wir die Werft“"
    [event] = [row for row in tables["events"] if row["label"] == "Anna Brandt greift an"]
    assert event["actors"].split(";") == ["actor:anna-brandt", STADTRAT]
    assert {row["status"] for row in tables["events"]} <= {"Actual", "ReportedByOther", "Planned", "Denied"}
    assert sorted(row["implied"] for row in tables["times"]) == ["no", "no", "no", "yes"]


def test_csv_offsets_point_into_the_text(harbour: Path, tmp_path: Path) -> None:
    export(harbour, ExportFormat.CSV, tmp_path / "tables")
    texts = {row["article"]: row["text"] for row in read_csv(tmp_path / "tables" / "articles.csv")}
    mentions = read_csv(tmp_path / "tables" / "mentions.csv")
    assert mentions
    for row in mentions:
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["text"]


@pytest.mark.parametrize("cell", ["=1+1", "+49 30", "-x", "@sum", "\tx", "'=x", "''-y", "＝1", "＋", "\r"])
def test_cells_that_a_spreadsheet_runs_are_guarded(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["Anna", "'Anna'", "a=b", "", "„-“", "2021-04"])
def test_other_cells_stay(cell: str) -> None:
    assert guarded(cell) == unguarded(cell) == cell


def test_csv_guards_what_articles_say(edited: Edit, tmp_path: Path) -> None:
    graph = edited(name_of_actor("=HYPERLINK(1)"))
    export(graph, ExportFormat.CSV, tmp_path / "safe")
    export(graph, ExportFormat.CSV, tmp_path / "raw", raw_cells=True)
    for folder, label in (("safe", "'=HYPERLINK(1)"), ("raw", "=HYPERLINK(1)")):
        rows = read_csv(tmp_path / folder / "actors.csv")
        assert label in {row["label"] for row in rows}


def test_neo4j_relations_join_nodes(harbour: Path, tmp_path: Path) -> None:
    written = export(harbour, ExportFormat.NEO4J, tmp_path / "neo4j")
    tables = {path.stem: read_csv(path) for path in written}
    relations = {name: rows for name, rows in tables.items() if name.startswith("relations")}
    nodes = [row for name, rows in tables.items() if name not in relations for row in rows]
    assert all(":LABEL" in row for row in nodes)
    ids = [row["id:ID"] for row in nodes]
    assert len(ids) == len(set(ids)) == 2 + 5 + 4 + 4 + 4 + 3 + 4
    for rows in relations.values():
        assert rows
        assert {row[":START_ID"] for row in rows} | {row[":END_ID"] for row in rows} <= set(ids)
    weighed = {(r[":START_ID"], r[":TYPE"], r[":END_ID"]): r["weight:int"] for r in relations["relations_weighed"]}
    assert weighed["actor:republik-polen", "SUPPORTS", "actor:anna-brandt"] == "2"
    assert ("actor:republik-polen", "OPPOSES", STADTRAT) not in weighed  # only somebody says so
    assert ("actor:anna-brandt", "SAID", "claim:17184d3d3b0f14ce") not in weighed  # a phrase in her own words
    actors = {row["id:ID"]: row for row in tables["actors"]}
    assert actors["actor:anna-brandt"]["roles:string[]"] == "Reederin;Senatorin"
    assert actors["actor:anna-brandt"][":LABEL"] == "Actor;Person"


def test_neo4j_stays_on_one_line_and_in_one_value(edited: Edit, tmp_path: Path) -> None:
    graph = edited('INSERT DATA { actor:zeitung kg:role "A;B" , "C\\nD" }')
    export(graph, ExportFormat.NEO4J, tmp_path / "neo4j")
    rows = {row["id:ID"]: row for row in read_csv(tmp_path / "neo4j" / "actors.csv")}
    assert rows["actor:zeitung"]["roles:string[]"] == "A,B;C D"
    lines = (tmp_path / "neo4j" / "actors.csv").read_text("utf-8").splitlines()
    assert len(lines) == 1 + len(rows)


def test_neo4j_leaves_out_relations_to_nothing(edited: Edit, tmp_path: Path) -> None:
    graph = edited("INSERT DATA { statement:6c92c79932a0c1e4 kg:speaker actor:nobody }")
    export(graph, ExportFormat.NEO4J, tmp_path / "neo4j")
    assert "actor:nobody" not in (tmp_path / "neo4j" / "relations.csv").read_text("utf-8")


def test_neo4j_tells_how_to_load_it(harbour: Path, tmp_path: Path) -> None:
    folder = tmp_path / "neo4j"
    result = run(app, ["export", str(harbour), "--to", "neo4j", "-o", str(folder)])
    command = result.stdout.splitlines()[-1]
    assert f"--nodes={folder}/actors.csv" in command
    assert f"--relationships={folder}/relations.csv" in command


def test_folder_of_an_earlier_export_is_replaced(harbour: Path, edited: Edit, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    export(harbour, ExportFormat.CSV, folder)
    export(edited(name_of_actor("Tagblatt")), ExportFormat.CSV, folder)
    assert "Tagblatt" in {row["label"] for row in read_csv(folder / "actors.csv")}
    assert not list(tmp_path.glob(".*"))


def test_folder_with_other_files_is_left_alone(harbour: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "thesis.docx").write_text("years of work", encoding="utf-8")
    with pytest.raises(GraphError, match=r"holds other files \(thesis\.docx\)"):
        export(harbour, ExportFormat.CSV, folder)
    assert [p.name for p in folder.iterdir()] == ["thesis.docx"]


def test_folder_survives_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "tables"
    write_folder(folder, {"a.csv": b"old"})

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(GraphError, match="No space left on device"):
        write_folder(folder, {"a.csv": b"new"})
    assert (folder / "a.csv").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["tables"]


def test_folder_comes_back_if_the_last_step_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "tables"
    write_folder(folder, {"a.csv": b"old"})
    replace = Path.replace

    def fail_for_the_new_one(path: Path, target: Path) -> Path:
        if path.name.endswith(".tmp"):
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail_for_the_new_one)
    with pytest.raises(KeyboardInterrupt):
        write_folder(folder, {"a.csv": b"new"})
    assert (folder / "a.csv").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["tables"]


@pytest.mark.parametrize(
    ("form", "output", "message"),
    [
        ("csv", "file", "is a file, and this format has several"),
        ("nt", "folder", "is a folder, and this format is one file"),
    ],
)
def test_file_and_folder_are_not_confused(form: str, output: str, message: str, harbour: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(GraphError, match=message):
        export(harbour, ExportFormat(form), tmp_path / output)


def test_graph_is_never_written_over(edited: Edit) -> None:
    graph = edited(name_of_actor("Tagblatt"))
    with pytest.raises(UsageError, match="is the graph itself"):
        export(graph, ExportFormat.NT, graph)


def test_raw_cells_belong_to_csv(harbour: Path, tmp_path: Path) -> None:
    result = run(app, ["export", str(harbour), "--to", "nt", "-o", str(tmp_path / "x.nt"), "--raw-cells"])
    assert result.exit_code == 2
    assert "--raw-cells belongs to --to csv" in result.stderr


def test_no_literal_changes_its_datatype(harbour: Path, tmp_path: Path) -> None:
    [path] = export(harbour, ExportFormat.TRIG, tmp_path / "graph.trig")
    confidences = {q.object.value for q in parse(path=str(path)) if q.predicate.value.endswith("#confidence")}
    assert "0.80" in confidences
    assert all(isinstance(q.object, Literal) for q in parse(path=str(path)) if q.predicate.value.endswith("#exact"))
