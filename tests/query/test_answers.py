"""Answers in every form, for every kind of query."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import QuerySolutions, Store
from rdflib import Graph

from kg.errors import QueryError, UsageError
from kg.graph.answers import Format, to_rows, to_text
from kg.graph.names import prefixes
from kg.graph.queries import ask
from kg.graph.shipped import shipped_query
from kg.graph.store import declared_prefixes, open_store

HARBOUR = Path(__file__).parents[1] / "graph" / "golden" / "harbour.ttl"
RESULTS = "{http://www.w3.org/2005/sparql-results#}"


@pytest.fixture(scope="module")
def store() -> Store:
    return open_store(HARBOUR)


def rows(store: Store, sparql: str) -> list[tuple[str, ...]]:
    answer = ask(store, sparql, prefixes())
    assert isinstance(answer, QuerySolutions)
    return list(to_rows(answer, prefixes()).rows)


def test_timeline_shows_bounds_days_and_years(store: Store) -> None:
    assert [row[:3] for row in rows(store, shipped_query("timeline").fill({}, store))] == [
        ("2021-03-30 … 2021-04-27", "Dienstag", "Anna Brandt greift an"),
        ("2021-05-04T20:00", "4. Mai 2021 um 20 Uhr", "Streik beginnt"),
        ("2022", "2022", "Brandt tritt zurück"),
    ]


@pytest.mark.parametrize(("since", "number"), [("2021-04-27", 3), ("2021-04-28", 2), ("2022", 1), ("2023", 0)])
def test_timeline_keeps_what_may_have_happened_since(since: str, number: int, store: Store) -> None:
    assert len(rows(store, shipped_query("timeline").fill({"since": since}, store))) == number


def test_who_said_what_tells_the_verb(store: Store) -> None:
    assert rows(store, shipped_query("who-said-what").fill({"type": "Direct"}, store)) == [
        ("Anna Brandt", "Direct", "sagen", "2021-04", "hafen/werft.txt", "„Ohne Aufträge schließen wir die Werft“")
    ]


def test_prefixes_need_no_declaration_and_may_have_one(store: Store) -> None:
    free = "SELECT ?text { actor:zeitung kg:said/schema:text ?text }"
    declared = f"PREFIX kg: <https://example.org/kg/ontology#>\n{free}"
    assert rows(store, free) == rows(store, declared) == [("Polen bedrohe den Rat",)]
    answer = ask(store, free, declared_prefixes(HARBOUR))
    assert to_text(answer, Format.TSV, {}) == '?text\n"Polen bedrohe den Rat"\n'


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Format.CSV, 'text\n"Der Rat habe ""viel versprochen"""\n'),
        (Format.TSV, '?text\n"Der Rat habe \\"viel versprochen\\""\n'),
        (
            Format.JSON,
            '{"head":{"vars":["text"]},"results":{"bindings":'
            '[{"text":{"type":"literal","value":"Der Rat habe \\"viel versprochen\\""}}]}}\n',
        ),
    ],
)
def test_results_are_written_in_the_standard_formats(form: Format, expected: str, store: Store) -> None:
    sparql = 'SELECT ?text { ?claim schema:text ?text FILTER (STRSTARTS(?text, "Der Rat")) }'
    assert to_text(ask(store, sparql), form, {}) == expected


def test_results_as_xml_can_be_read(store: Store) -> None:
    sparql = "SELECT ?name ?date { ?a rdfs:label ?name . OPTIONAL { ?a kg:date ?date } } ORDER BY ?name LIMIT 2"
    tree = ElementTree.fromstring(to_text(ask(store, sparql), Format.XML, {}))
    assert [v.get("name") for v in tree.iter(f"{RESULTS}variable")] == ["name", "date"]
    assert [v.text for v in tree.iter(f"{RESULTS}literal")] == ["Anna Brandt", "Anna Brandt greift an"]


@pytest.mark.parametrize(("pattern", "expected"), [("?a kg:opposes ?b", True), ("?a kg:opposes ?a", False)])
def test_ask_is_true_or_false(pattern: str, expected: bool, store: Store) -> None:
    def told(form: Format) -> str:
        return to_text(ask(store, f"ASK {{ {pattern} }}"), form, {})

    for form in (Format.TABLE, Format.CSV, Format.TSV):
        assert told(form) == f"{str(expected).lower()}\n"
    assert json.loads(told(Format.JSON))["boolean"] is expected
    assert next(ElementTree.fromstring(told(Format.XML)).iter(f"{RESULTS}boolean")).text == str(expected).lower()


@pytest.mark.parametrize("form", [Format.TABLE, Format.TURTLE])
def test_construct_gives_turtle_with_the_prefixes_in_use(form: Format, store: Store) -> None:
    text = to_text(ask(store, "CONSTRUCT WHERE { ?a kg:opposes ?b }"), form, prefixes())
    assert text.splitlines() == [
        "@prefix kg: <https://example.org/kg/ontology#> .",
        "@prefix actor: <https://example.org/kg/actor/> .",
        "actor:anna-brandt kg:opposes actor:stadtrat-von-bremen .",
    ]


def test_describe_gives_turtle(store: Store) -> None:
    text = to_text(ask(store, "DESCRIBE actor:bremen", prefixes()), Format.TABLE, prefixes())
    assert 'rdfs:label "Bremen"@de' in text


def test_construct_of_everything_is_the_graph_in_stable_order(store: Store) -> None:
    sparql = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    first, second = (to_text(ask(store, sparql), Format.TURTLE, prefixes()) for _ in range(2))
    assert first == second
    # By value: Oxigraph writes 0.50 as 0.5.
    assert {(s, p, o.toPython()) for s, p, o in Graph().parse(data=first)} == {
        (s, p, o.toPython()) for s, p, o in Graph().parse(HARBOUR)
    }


@pytest.mark.parametrize(
    ("sparql", "form", "message"),
    [
        ("CONSTRUCT WHERE { ?a ?b ?c }", Format.CSV, "--format csv: CONSTRUCT and DESCRIBE answer with triples"),
        ("SELECT * { ?a ?b ?c }", Format.TURTLE, "--format turtle: only CONSTRUCT and DESCRIBE"),
        ("ASK { ?a ?b ?c }", Format.TURTLE, "--format turtle: only CONSTRUCT and DESCRIBE"),
    ],
)
def test_form_that_an_answer_does_not_have_is_refused(sparql: str, form: Format, message: str, store: Store) -> None:
    with pytest.raises(UsageError, match=message):
        to_text(ask(store, sparql), form, {})


@pytest.mark.parametrize("form", [Format.CSV, Format.TURTLE])
def test_fault_on_the_way_is_a_query_error(form: Format, store: Store) -> None:
    verb = "SELECT *" if form is Format.CSV else "CONSTRUCT { ?a ?b ?c }"
    with pytest.raises(QueryError, match="cannot be answered"):
        to_text(ask(store, f"{verb} {{ ?a ?b ?c FILTER(<urn:f>(?a)) }}"), form, {})


def test_table_shows_iris_short_and_literals_plain(store: Store) -> None:
    sparql = 'SELECT ?a ?b ?c ?d ?e { VALUES (?a ?b ?c ?d ?e) { (actor:x <urn:y> "z"@de 1.50 UNDEF) } }'
    assert rows(store, sparql) == [("actor:x", "<urn:y>", "z", "1.5", "")]


def test_table_shows_no_control_characters(store: Store) -> None:
    assert rows(store, r'SELECT ("a\u001B[31m\nb" AS ?x) {}') == [("a [31m b",)]
