"""What the article in `seeds/` must give at least, read off the built graph by labels and words."""

from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph

from kg.engine import build
from kg.graph.vocab import BASE_IRI, ontology_file, prefixes

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def graph(tmp_path_factory) -> Graph:
    output = tmp_path_factory.mktemp("seed") / "graph.ttl"
    report = build([ROOT / "seeds"], output, base_iri=BASE_IRI)
    assert (report.failures, report.doubts) == ((), ())
    return Graph().parse(output)


def ask(graph: Graph, query: str) -> set[tuple[str, ...]]:
    return {tuple(str(x) for x in row) for row in graph.query(query, initNs=prefixes(BASE_IRI))}


@pytest.fixture(scope="module")
def said(graph) -> set[tuple[str, ...]]:
    """(speaker's label, content's words) of every quotation."""
    return ask(graph, "SELECT ?l ?t { ?q kg:speaker/rdfs:label ?l ; kg:contentSpan/oa:exact ?t }")


@pytest.fixture(scope="module")
def stances(graph) -> set[tuple[str, ...]]:
    """(source, polarity, target, act, status), by labels and local names."""
    rows = ask(
        graph,
        """SELECT ?s ?p ?t ?a ?u { ?x a kg:Stance ; kg:source/rdfs:label ?s ; kg:target/rdfs:label ?t ;
           kg:polarity ?p ; kg:act ?a ; kg:status ?u }""",
    )
    return {(s, p.split("#")[1], t, a.split("#")[1], u.split("#")[1]) for s, p, t, a, u in rows}


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        pytest.param("Antony Blinken", "Gefährdung der internationalen Sicherheitsordnung", id="warning"),
        pytest.param("US-Außenministerium", "unterstrichen", id="ministry"),
        pytest.param("Antony Blinken", "weitere russische Aggression", id="told-by-the-ministry"),
        pytest.param("Antony Blinken", "Notwendigkeit von Deeskalation und Diplomatie", id="need"),
        pytest.param("Antony Blinken", "vernünftige weitere Weg", id="running-on"),
        pytest.param("Antony Blinken", "Grundprinzipien gibt", id="letter"),
        pytest.param("Antony Blinken", "Souveränität und territoriale Integrität", id="letter-running-on"),
        pytest.param("Wang Yi", "ernstzunehmen", id="demand"),
        pytest.param("Wang Yi", "vernünftigen Sicherheitsbedenken", id="concerns"),
        pytest.param("Wang Yi", "Regionale Stabilität kann nicht", id="stability"),
        pytest.param("Wang Yi", "Kalter-Kriegs-Mentalität", id="called-yi"),
        pytest.param("Wang Yi", "europäischer Sicherheitsmechanismus", id="no-cue"),
        pytest.param("Wang Yi", "Einmischung in chinesische Angelegenheiten", id="accusation"),
        pytest.param("Wang Yi", "in die Olympischen Winterspiele", id="olympics"),
        pytest.param("Wang Yi", "mit dem Feuer zu spielen", id="taiwan"),
        pytest.param("Wladimir Putin", "Sicherheitsgarantien", id="guarantees"),
        pytest.param("USA", "Osterweiterung", id="refusal"),
    ],
)
def test_seed_said(said, speaker, words):
    assert any(label == speaker and words in text for label, text in said)


def test_seed_unclosed_quotation_ends_with_its_sentence(said):
    assert not any("verpflichtet sind" in text and "Dazu zählten" in text for _, text in said)


def test_seed_demand_is_addressed_to_the_west(graph):
    rows = ask(
        graph,
        'SELECT ?t { ?q kg:addressee/rdfs:label ?a ; kg:contentSpan/oa:exact ?t FILTER(CONTAINS(STR(?a), "Westen")) }',
    )
    assert any("ernstzunehmen" in text for (text,) in rows)


@pytest.mark.parametrize(
    ("source", "target", "acts"),
    [
        ("Wang Yi", "USA", {"Accuse"}),
        ("Wang Yi", "USA", {"Demand"}),
        ("Wang Yi", "Westen", {"Demand"}),
        ("Wladimir Putin", "USA", {"Demand"}),
        ("Wladimir Putin", "Nato", {"Demand"}),
    ],
)
def test_seed_opposes(stances, source, target, acts):
    assert any((source, "Opposing", target, act, "Actual") in stances for act in acts)


@pytest.mark.parametrize("source", ["USA", "Nato"])
def test_seed_answer_rejects(stances, source):
    assert any((source, "Opposing", t, "Reject", "Actual") in stances for t in ("Wladimir Putin", "Russland"))


def test_seed_warning_told_by_the_ministry_has_no_shortcut(graph, stances):
    assert any(s[:3] == ("Antony Blinken", "Opposing", "Russland") and s[4] == "ReportedByOther" for s in stances)
    assert ("Antony Blinken", "Russland") not in ask(
        graph, "SELECT ?s ?t { ?a kg:opposes ?b . ?a rdfs:label ?s . ?b rdfs:label ?t }"
    )


def test_seed_supports(stances):
    assert any(s[:3] == ("Wang Yi", "Supporting", "Russland") for s in stances)


def test_seed_invents_no_quarrel_of_the_two_ministers(stances):
    assert not any(s[0] == "Antony Blinken" and s[2] == "Wang Yi" for s in stances)


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("Antony Blinken", {"Blinken", "US-Außenminister Antony Blinken"}),
        ("Wang Yi", {"Wang", "Yi"}),
        ("Russland", {"Russlands", "Moskau"}),
        ("USA", {"USA", "Washington", "US-Regierung"}),
    ],
)
def test_seed_names_of_one_actor_are_one_node(graph, label, names):
    found = ask(graph, f'SELECT ?t {{ ?a rdfs:label ?l ; kg:mentionSpan/oa:exact ?t FILTER(STR(?l) = "{label}") }}')
    assert names <= {text for (text,) in found}
    assert len(ask(graph, f'SELECT ?a {{ ?a a sem:Actor ; rdfs:label ?l FILTER(STR(?l) = "{label}") }}')) == 1


def test_seed_role(graph):
    assert ("US-Außenminister",) in ask(
        graph, 'SELECT ?r { ?a kg:role ?r ; rdfs:label ?l FILTER(STR(?l) = "Antony Blinken") }'
    )


def test_seed_games_begin_on_their_date(graph):
    rows = ask(graph, "SELECT ?t ?d { ?e kg:triggerSpan/oa:exact ?t ; kg:date ?d }")
    assert ("beginnen", "2022-02-04") in rows


@pytest.mark.parametrize("trigger", ["teilte", "vorgelegten"])
def test_seed_wednesday_is_bounded_not_invented(graph, trigger):
    rows = ask(
        graph,
        f"""SELECT ?v ?f ?l {{ ?e kg:triggerSpan/oa:exact "{trigger}" ; kg:atTime ?t .
            ?t kg:timex ?v ; kg:earliest ?f ; kg:latest ?l }}""",
    )
    assert rows == {("XXXX-WXX-3", "2021-12-29", "2022-01-26")}
    assert not ask(graph, f'SELECT ?d {{ ?e kg:triggerSpan/oa:exact "{trigger}" ; kg:date ?d }}')


def test_seed_conforms_to_the_shapes(graph):
    shapes = Graph().parse(data=ontology_file("shapes.ttl").read_text(encoding="utf-8"), format="turtle")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
    assert conforms, report


def test_seed_every_span_is_its_words(graph):
    rows = ask(
        graph, "SELECT ?s ?e ?x ?b { ?p oa:start ?s ; oa:end ?e ; oa:exact ?x ; kg:article/schema:articleBody ?b }"
    )
    assert len(rows) > 50
    for start, end, exact, body in rows:
        assert body[int(start) : int(end)] == exact
