"""What the Python API gives of a graph whose statements are known."""

import pickle
from dataclasses import FrozenInstanceError
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from rdflib import Graph

import kg
from kg.api import NewsGraph, open_graph
from kg.errors import GraphError, QueryError, UsageError

HARBOUR = Path(__file__).parents[1] / "graph" / "golden" / "harbour.ttl"


@pytest.fixture(scope="module")
def graph(news_file: Path) -> NewsGraph:
    return open_graph(news_file)


def test_open_graph_takes_text_too(news_file: Path) -> None:
    assert len(kg.open_graph(str(news_file)).articles()) == 5


@pytest.mark.parametrize(("content", "message"), [(None, "no such file. Build it first"), ("x y", "not Turtle")])
def test_what_is_no_graph_is_an_error(content: str | None, message: str, tmp_path: Path) -> None:
    path = tmp_path / "g.ttl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(GraphError, match=message):
        open_graph(path)


def test_articles(graph: NewsGraph) -> None:
    assert [a.file for a in graph.articles()] == [
        "a/agentur.txt",
        "a/streit.txt",
        "b/kopie.txt",
        "b/leer.txt",
        "b/ohne-datum.txt",
    ]
    article = graph.articles()[1]
    assert (article.title, article.published, article.language) == ("Streit um den Hafen", "2021-03-10", "de")
    assert article.body is not None
    assert article.body.startswith("Südland verurteilte Nordland.")


def test_actors_by_mentions(graph: NewsGraph) -> None:
    assert [(a.name, a.mentions) for a in graph.actors()] == [
        ("Nordland", 5),
        ("Erika Muster", 4),
        ("Südland", 4),
        ("Ostland", 3),
        ("Hafenverband", 2),
    ]
    person = graph.actors(type="person")[0]
    assert (person.type, person.other_names, person.roles) == ("Person", ("Muster",), ("Ministerin",))
    assert (person.affiliation, person.wikidata) == ("Nordland", None)
    assert [a.wikidata for a in graph.actors(name="südreich")] == ["Q900002"]


def test_quotation(graph: NewsGraph) -> None:
    quotation = graph.quotations(addressee="Südland")[0]
    assert [a.name for a in quotation.speakers] == ["Erika Muster"]
    assert [a.name for a in quotation.addressees] == ["Südland"]
    assert (quotation.said, quotation.type, quotation.confidence) == ('der Hafen bleibe "vorerst" zu', "Indirect", 0.9)
    inner = graph.quotations(text="VORERST", type="Direct")[0]
    assert inner.nested_in == quotation.iri


def test_stance(graph: NewsGraph) -> None:
    stance = graph.stances(status="Planned")[0]
    assert (str(stance.source), stance.act, str(stance.target)) == ("Ostland", "Sanction", "Nordland")
    assert (stance.polarity, stance.confidence, stance.article.file) == ("Opposing", 0.5, "b/ohne-datum.txt")


def test_event(graph: NewsGraph) -> None:
    closing, opening = graph.events()
    assert (closing.label, closing.dates, closing.written) == ("Hafen schließt", ("2021-03-12",), ("12. März 2021",))
    assert (opening.dates, opening.earliest, opening.latest) == ((), "2022-06-01", "2022-08-31")
    assert [a.name for a in opening.actors] == ["Hafenverband", "Nordland"]


def test_evidence_is_where_it_says(graph: NewsGraph) -> None:
    statements = [*graph.quotations(), *graph.stances(), *graph.events()]
    assert len(statements) == 15
    for statement in statements:
        assert statement.evidence
        for passage in statement.evidence:
            assert statement.article.body is not None
            assert statement.article.body[passage.start : passage.end] == passage.text == str(passage)
            assert passage.article == statement.article


@pytest.mark.parametrize(
    ("method", "arguments", "number"),
    [
        ("quotations", {}, 6),
        ("quotations", {"speaker": "Muster"}, 5),
        ("quotations", {"speaker": "Hafenverband"}, 1),
        ("quotations", {"about": "Nordland"}, 3),
        ("quotations", {"about": "Nordland", "speaker": "Muster"}, 2),
        ("quotations", {"type": "indirect"}, 3),
        ("quotations", {"text": "hafen"}, 2),
        ("quotations", {"article": "kopie"}, 1),
        ("quotations", {"article": "Streit um den Hafen"}, 2),
        ("quotations", {"since": "2021-03-11"}, 3),
        ("quotations", {"since": "2021-04-20"}, 2),
        ("quotations", {"until": "2021-03-10"}, 2),
        ("quotations", {"since": date(2022, 1, 1)}, 1),
        ("quotations", {"until": datetime(2021, 3, 10, 12)}, 2),
        ("quotations", {"min_confidence": 0.95}, 2),
        ("quotations", {"min_confidence": 0}, 6),
        ("stances", {}, 7),
        ("stances", {"source": "Südland"}, 3),
        ("stances", {"target": "Südland"}, 2),
        ("stances", {"actor": "Südland"}, 5),
        ("stances", {"source": "Südland", "target": "Nordland", "polarity": "Supporting"}, 1),
        ("stances", {"polarity": "opposing"}, 4),
        ("stances", {"act": "Aid"}, 2),
        ("stances", {"status": "Actual"}, 6),
        ("stances", {"article": "a/streit.txt"}, 3),
        ("stances", {"since": "2021-04"}, 1),
        ("stances", {"until": "2021"}, 6),
        ("stances", {"min_confidence": 0.8}, 3),
        ("events", {"actor": "Hafenverband"}, 1),
        ("events", {"since": "2022-08"}, 1),
        ("events", {"since": "2022-09"}, 0),
        ("events", {"until": "2022-05"}, 1),
        ("events", {"article": "leer"}, 1),
        ("events", {"place": "Nordland"}, 0),
        ("actors", {"type": "Country"}, 3),
        ("actors", {"name": "LAND"}, 3),
        ("articles", {"since": "2021-03-11", "until": "2021"}, 2),
    ],
)
def test_arguments_narrow(method: str, arguments: dict[str, object], number: int, graph: NewsGraph) -> None:
    assert len(getattr(graph, method)(**arguments)) == number


def test_records_are_arguments_too(graph: NewsGraph) -> None:
    south, article = graph.actors(name="Südland")[0], graph.articles()[1]
    assert graph.stances(source=south, article=article) == graph.stances(source="Südland", article="streit.txt")


def test_underspecified_event_is_kept_by_its_bounds() -> None:
    harbour = open_graph(HARBOUR)
    assert [e.label for e in harbour.events(until="2021-04-15")] == ["Anna Brandt greift an"]
    assert [e.label for e in harbour.events(since="2021-04-28")] == ["Streik beginnt", "Brandt tritt zurück"]
    assert [a.name for a in harbour.events(place="Bremen")[0].places] == ["Bremen"]


@pytest.mark.parametrize(
    ("method", "arguments", "message"),
    [
        ("quotations", {"speaker": "Mustre"}, "Mustre: no such actor in the graph. Similar names: Erika Muster"),
        ("quotations", {"speaker": "land"}, "land: could be "),
        ("quotations", {"type": "loud"}, "type loud: no such value. Give one of: Direct, "),
        ("quotations", {"article": "none.txt"}, "none.txt: no such article"),
        ("quotations", {"since": "gestern"}, "since gestern: no date"),
        ("quotations", {"until": 2021}, "until 2021: no date"),
        ("quotations", {"min_confidence": 7}, "min_confidence 7: no confidence"),
        ("stances", {"act": "Love"}, "act Love: no such value. Give one of: Accuse, "),
        ("stances", {"polarity": "x"}, "Opposing, Supporting"),
        ("actors", {"type": "Planet"}, "Person, Organization, Country, Place, Group"),
        ("events", {"since": "2021-13"}, "no date"),
    ],
)
def test_arguments_that_mean_nothing_are_explained(
    method: str, arguments: dict[str, object], message: str, graph: NewsGraph
) -> None:
    with pytest.raises(UsageError) as raised:
        getattr(graph, method)(**arguments)
    assert message in str(raised.value)


def test_query_gives_pythons_values(graph: NewsGraph) -> None:
    row = graph.query(
        "SELECT ?iri ?text ?whole ?number ?float ?yes ?day ?at ?month ?none ?odd { VALUES (?iri ?text ?whole ?number"
        ' ?float ?yes ?day ?at ?month ?none ?odd) { (kg:Act "x"@de 3 0.50 1e0 true "2022-01-26"^^xsd:date'
        ' "2022-01-26T20:00:00"^^xsd:dateTime "2022-01"^^xsd:gYearMonth UNDEF "x"^^xsd:date) } }'
    )[0]
    assert dict(row) == {
        "iri": "https://example.org/kg/ontology#Act",
        "text": "x",
        "whole": 3,
        "number": Decimal("0.5"),
        "float": 1.0,
        "yes": True,
        "day": date(2022, 1, 26),
        "at": datetime(2022, 1, 26, 20),
        "month": "2022-01",
        "none": None,
        "odd": "x",
    }
    assert row.whole == row["whole"] == 3
    with pytest.raises(AttributeError, match=r"no column name\. There are: iri, text, "):
        _ = row.name


def test_kinds_of_query(graph: NewsGraph) -> None:
    assert graph.ask("ASK { actor:suedland kg:opposes actor:nordland }") is True
    assert graph.ask("ASK { actor:nordland kg:supports ?x }") is False
    turtle = graph.construct("CONSTRUCT WHERE { ?a kg:supports ?b }")
    assert len(Graph().parse(data=turtle)) == 3
    assert len(graph.query("SELECT * { ?a kg:supports ?b }")) == 3
    with pytest.raises(UsageError, match=r"^query\(\) is for SELECT\. Use ask\(\) for ASK"):
        graph.query("ASK {}")
    with pytest.raises(UsageError, match=r"^ask\(\) is for ASK"):
        graph.ask("SELECT * {}")
    with pytest.raises(UsageError, match=r"^construct\(\) is for CONSTRUCT"):
        graph.construct("ASK {}")
    with pytest.raises(QueryError, match="line 1, column 8"):
        graph.query("SELECT a {}")
    with pytest.raises(QueryError, match="cannot be answered"):
        graph.query("SELECT * { ?a ?b ?c FILTER(<urn:f>(?a)) }")


def test_shipped_query(graph: NewsGraph) -> None:
    rows = graph.shipped("who-opposes-whom", actor="Südland", min_confidence=0.7)
    assert [(r.who, r.act, r.whom) for r in rows] == [("Südland", "Accuse", "Nordland")]
    assert [r.shared for r in graph.shipped("coalitions", least=1)] == [1]
    with pytest.raises(UsageError, match="takes no --least"):
        graph.shipped("stances", least=2)


def test_empty_graph(tmp_path: Path) -> None:
    path = tmp_path / "empty.ttl"
    path.touch()
    graph = open_graph(path)
    assert len(graph.quotations()) == len(graph.events(since="2020")) == len(graph.query("SELECT * { ?a ?b ?c }")) == 0
    assert list(graph.stances().to_pandas().columns)[:4] == ["source", "polarity", "act", "target"]


def test_statement_whose_ends_are_missing_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    text = HARBOUR.read_text(encoding="utf-8")
    path.write_text(text.replace("actor:stadtrat-von-bremen a ", "actor:other a "), encoding="utf-8")
    graph = open_graph(path)
    assert len(graph.stances()) == len(open_graph(HARBOUR).stances()) - 2
    assert len(graph.quotations()) == len(open_graph(HARBOUR).quotations())


def test_records_cannot_be_changed(graph: NewsGraph) -> None:
    for record in (
        graph.articles()[0],
        graph.actors()[0],
        graph.quotations()[0],
        graph.stances()[0],
        graph.events()[0],
    ):
        with pytest.raises(FrozenInstanceError):
            record.iri = "x"  # type: ignore[misc]
        assert pickle.loads(pickle.dumps(record)) == record
        assert {record} == {pickle.loads(pickle.dumps(record))}
    row = graph.query("SELECT (1 AS ?n) {}")[0]
    with pytest.raises(AttributeError):
        row.n = 2
    assert pickle.loads(pickle.dumps(row)) == row


def test_graph_shows_what_it_holds(graph: NewsGraph, news_file: Path) -> None:
    assert repr(graph) == f"<{news_file}: 5 articles, 5 actors, 6 quotations, 7 stances, 2 events>"
    assert "<th" in graph._repr_html_()
