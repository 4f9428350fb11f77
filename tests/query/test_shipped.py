"""What each shipped query answers on a small graph, and what its parameters do."""

import re
import shlex
from collections.abc import Mapping

import pytest
from pyoxigraph import QuerySolutions, Store

from kg.cli.query import query as query_command
from kg.errors import UsageError
from kg.graph.answers import to_rows
from kg.graph.names import prefixes
from kg.graph.parameters import ParameterKind
from kg.graph.queries import ask
from kg.graph.shipped import ShippedQuery, limited, read_query, shipped_queries, shipped_query

REQUIRED = {
    "quotes-of": {"actor": "Muster"},
    "claims-about": {"actor": "Nordland"},
    "between": {"actor": "Südland", "other": "Nordland"},
    "people-of": {"actor": "Nordland"},
    "camp": {"actor": "Südland"},
}

ANSWERS: dict[str, list[tuple[str, ...]]] = {
    "actors": [
        ("actor:nordland", "Nordland", "Country", "", "", "5"),
        ("actor:erika-muster", "Erika Muster", "Person", "Muster", "Ministerin", "4"),
        ("actor:suedland", "Südland", "Country", "Südreich", "", "4"),
        ("actor:ostland", "Ostland", "Country", "", "", "3"),
        ("actor:hafenverband", "Hafenverband", "Organization", "", "", "2"),
    ],
    "articles": [
        ("a/agentur.txt", "2021-03-11", "", "1", "2", "0"),
        ("a/streit.txt", "2021-03-10", "Streit um den Hafen", "2", "3", "1"),
        ("b/kopie.txt", "2021-04", "Muster bleibt hart", "1", "1", "0"),
        ("b/leer.txt", "2022-01-05", "", "1", "0", "1"),
        ("b/ohne-datum.txt", "", "", "1", "1", "0"),
    ],
    "articles-without-speaker": [
        ("b/leer.txt", "2022-01-05", "", "1"),
    ],
    "between": [
        ("2021-03-10", "Südland", "Accuse", "Nordland", "a/streit.txt", "Südland verurteilte Nordland"),
        ("2021-03-10", "Nordland", "Threaten", "Südland", "a/streit.txt", "Nordland drohte Südland"),
        ("2021-04", "Südland", "Endorse", "Nordland", "b/kopie.txt", "Südland lobte Nordland"),
    ],
    "camp": [
        ("Nordland", "Country", "is supported"),
        ("Ostland", "Country", "each other"),
    ],
    "changed-stances": [
        (
            "Südland",
            "Nordland",
            "2021-03-10",
            "Accuse",
            "2021-04",
            "Endorse",
            "Südland verurteilte Nordland",
            "Südland lobte Nordland",
        ),
    ],
    "claims-about": [
        ("Erika Muster", "Direct", "0.95", "2021-03-11", "a/agentur.txt", "„Nordland gibt nicht nach.“"),
        ("Erika Muster", "Direct", "0.95", "2021-04", "b/kopie.txt", "„Nordland gibt nicht nach.“"),
        ("", "Indirect", "0.4", "2022-01-05", "b/leer.txt", "Der Hafen von Nordland solle wieder öffnen"),
    ],
    "coalitions": [
        ("Ostland", "Südland", "1", "Nordland", "each other"),
    ],
    "copied-claims": [
        ("2", "Erika Muster", "2021-03-11", "a/agentur.txt, b/kopie.txt", "„Nordland gibt nicht nach.“"),
    ],
    "joint-statements": [
        ("Erika Muster", "Hafenverband", "", "b/ohne-datum.txt", "man wolle mit Südland reden"),
    ],
    "most-quoted": [
        ("Erika Muster", "3", "4", "4"),
        ("Hafenverband", "1", "1", "1"),
    ],
    "opposed-and-supported": [
        ("Südland", "Nordland", "1", "1", "Accuse, Endorse"),
    ],
    "people-of": [
        ("Erika Muster", "Person", "Ministerin", "4"),
    ],
    "quotes-of": [
        ("Direct", "", "Nordland", "0.95", "2021-03-11", "a/agentur.txt", "„Nordland gibt nicht nach.“"),
        ("Indirect", "Südland", "", "0.9", "2021-03-10", "a/streit.txt", 'der Hafen bleibe "vorerst" zu'),
        ("Direct", "", "", "0.9", "2021-03-10", "a/streit.txt", '"vorerst"'),
        ("Direct", "", "Nordland", "0.95", "2021-04", "b/kopie.txt", "„Nordland gibt nicht nach.“"),
        ("Indirect", "", "Südland", "0.9", "", "b/ohne-datum.txt", "man wolle mit Südland reden"),
    ],
    "rivals": [
        ("Nordland", "Südland", "1", "1", "Accuse, Threaten"),
    ],
    "spoken-to": [
        ("Südland", "1", "1", "Erika Muster"),
    ],
    "stances": [
        (
            "Südland",
            "Supporting",
            "Aid",
            "Ostland",
            "Actual",
            "0.9",
            "2021-03-11",
            "a/agentur.txt",
            "Südland half Ostland",
        ),
        (
            "Ostland",
            "Supporting",
            "Aid",
            "Südland",
            "Actual",
            "0.7",
            "2021-03-11",
            "a/agentur.txt",
            "Ostland lieferte Südland Korn",
        ),
        (
            "Südland",
            "Opposing",
            "Accuse",
            "Nordland",
            "Actual",
            "0.9",
            "2021-03-10",
            "a/streit.txt",
            "Südland verurteilte Nordland",
        ),
        (
            "Ostland",
            "Opposing",
            "Accuse",
            "Nordland",
            "Actual",
            "0.8",
            "2021-03-10",
            "a/streit.txt",
            "Ostland rügte Nordland",
        ),
        (
            "Nordland",
            "Opposing",
            "Threaten",
            "Südland",
            "Actual",
            "0.6",
            "2021-03-10",
            "a/streit.txt",
            "Nordland drohte Südland",
        ),
        (
            "Südland",
            "Supporting",
            "Endorse",
            "Nordland",
            "Actual",
            "0.7",
            "2021-04",
            "b/kopie.txt",
            "Südland lobte Nordland",
        ),
        (
            "Ostland",
            "Opposing",
            "Sanction",
            "Nordland",
            "Planned",
            "0.5",
            "",
            "b/ohne-datum.txt",
            "Ostland plant Strafen gegen Nordland",
        ),
    ],
    "stances-by-month": [
        ("2021-03", "3", "2"),
        ("2021-04", "0", "1"),
    ],
    "standing": [
        ("Nordland", "2", "1", "1", "0"),
        ("Südland", "1", "1", "1", "2"),
        ("Ostland", "0", "1", "1", "1"),
    ],
    "timeline": [
        (
            "2021-03-12",
            "12. März 2021",
            "Hafen schließt",
            "a/streit.txt",
            '… "vorerst" zu. Am 12. März 2021 schließt …',
        ),
        ("2022-SU", "Sommer 2022", "Hafen öffnet", "b/leer.txt", "… es in Kreisen. Im Sommer 2022 öffnet ihn der …"),
    ],
    "unattributed": [
        ("Indirect", "Kreisen", "2022-01-05", "b/leer.txt", "Der Hafen von Nordland solle wieder öffnen"),
    ],
    "who-opposes-whom": [
        ("Nordland", "Threaten", "Südland", "2021-03-10", "a/streit.txt", "Nordland drohte Südland"),
        ("Ostland", "Accuse", "Nordland", "2021-03-10", "a/streit.txt", "Ostland rügte Nordland"),
        ("Südland", "Accuse", "Nordland", "2021-03-10", "a/streit.txt", "Südland verurteilte Nordland"),
    ],
    "who-said-what": [
        ("Erika Muster", "Direct", "", "2021-03-11", "a/agentur.txt", "„Nordland gibt nicht nach.“"),
        ("Erika Muster", "Indirect", "", "2021-03-10", "a/streit.txt", 'der Hafen bleibe "vorerst" zu'),
        ("Erika Muster", "Direct", "", "2021-04", "b/kopie.txt", "„Nordland gibt nicht nach.“"),
        ("Erika Muster", "Indirect", "", "", "b/ohne-datum.txt", "man wolle mit Südland reden"),
        ("Hafenverband", "Indirect", "", "", "b/ohne-datum.txt", "man wolle mit Südland reden"),
    ],
    "who-speaks-about-whom": [
        ("Erika Muster", "Nordland", "2021-03-11", "a/agentur.txt", "„Nordland gibt nicht nach.“"),
        ("Erika Muster", "Nordland", "2021-04", "b/kopie.txt", "„Nordland gibt nicht nach.“"),
        ("Erika Muster", "Südland", "", "b/ohne-datum.txt", "man wolle mit Südland reden"),
        ("Hafenverband", "Südland", "", "b/ohne-datum.txt", "man wolle mit Südland reden"),
    ],
    "who-speaks-to-whom": [
        ("Erika Muster", "Südland", "2021-03-10", "a/streit.txt", 'der Hafen bleibe "vorerst" zu'),
    ],
    "who-supports-whom": [
        ("Ostland", "Aid", "Südland", "2021-03-11", "a/agentur.txt", "Ostland lieferte Südland Korn"),
        ("Südland", "Endorse", "Nordland", "2021-04", "b/kopie.txt", "Südland lobte Nordland"),
        ("Südland", "Aid", "Ostland", "2021-03-11", "a/agentur.txt", "Südland half Ostland"),
    ],
}


def rows(store: Store, sparql: str) -> list[tuple[str, ...]]:
    answer = ask(store, sparql, prefixes())
    assert isinstance(answer, QuerySolutions)
    return list(to_rows(answer, prefixes()).rows)


def run_shipped(store: Store, name: str, **values: str) -> list[tuple[str, ...]]:
    told: Mapping[str, str] = REQUIRED.get(name, {}) | {k.replace("_", "-"): v for k, v in values.items()}
    return rows(store, shipped_query(name).fill(told, store))


def test_there_are_enough_queries_and_each_has_a_known_answer() -> None:
    assert len(ANSWERS) >= 15
    assert shipped_queries().keys() == ANSWERS.keys()
    assert all(ANSWERS.values())


@pytest.mark.parametrize("name", ANSWERS)
def test_shipped_query_answers(name: str, news: Store) -> None:
    assert run_shipped(news, name) == ANSWERS[name]


@pytest.mark.parametrize(
    ("name", "values", "number"),
    [
        # Dates compare as far as both are known; articles without one are left out.
        ("who-opposes-whom", {"since": "2021-03-10"}, 3),
        ("who-opposes-whom", {"since": "2021-03-11"}, 0),
        ("who-supports-whom", {"since": "2021-04-15"}, 1),  # some day in April
        ("who-supports-whom", {"since": "2021-05"}, 0),
        ("who-supports-whom", {"until": "2021-03"}, 2),
        ("who-supports-whom", {"until": "2021"}, 3),
        ("who-supports-whom", {"until": "2020"}, 0),
        ("quotes-of", {"since": "2000"}, 4),
        ("stances", {"since": "2000"}, 6),
        ("timeline", {"since": "2022-07-01"}, 1),  # within the summer
        ("timeline", {"since": "2022-09-01"}, 0),
        ("timeline", {"until": "2021"}, 1),
        ("timeline", {"since": "2021-03-12", "until": "2021-03-12"}, 1),
        ("articles", {"since": "2021", "until": "2021"}, 3),
        ("claims-about", {"since": "2022"}, 1),
        ("between", {"since": "2021-04"}, 1),
        ("spoken-to", {"since": "2022"}, 0),
        ("joint-statements", {"since": "2021"}, 0),
        ("most-quoted", {"since": "2022"}, 0),
        ("articles-without-speaker", {"since": "2022"}, 1),
        ("unattributed", {"until": "2021"}, 0),
        ("who-said-what", {"until": "2021-03-10"}, 1),
        ("who-speaks-about-whom", {"since": "2021-04"}, 1),
        ("who-speaks-to-whom", {"until": "2020"}, 0),
        # Actors
        ("who-opposes-whom", {"actor": "Ostland"}, 1),
        ("who-supports-whom", {"actor": "Ostland"}, 2),
        ("stances", {"actor": "Südreich"}, 5),
        ("who-said-what", {"actor": "Hafenverband"}, 1),
        ("quotes-of", {"actor": "Hafenverband"}, 1),
        ("quotes-of", {"other": "Nordland"}, 2),
        ("claims-about", {"other": "Muster"}, 2),
        ("who-speaks-to-whom", {"actor": "Nordland"}, 0),
        ("who-speaks-about-whom", {"actor": "Hafenverband"}, 1),
        ("timeline", {"actor": "Hafenverband"}, 1),
        ("actors", {"actor": "Ostland"}, 1),
        ("actors", {"type": "country"}, 3),
        ("actors", {"least": "4"}, 3),
        ("most-quoted", {"type": "Organization"}, 1),
        ("most-quoted", {"least": "2"}, 1),
        ("standing", {"type": "Person"}, 0),
        ("standing", {"least": "3"}, 3),
        ("standing", {"least": "4"}, 2),
        ("coalitions", {"actor": "Nordland"}, 0),
        ("coalitions", {"least": "2"}, 1),  # they support each other
        ("rivals", {"actor": "Ostland"}, 0),
        ("opposed-and-supported", {"actor": "Ostland"}, 0),
        ("changed-stances", {"actor": "Nordland"}, 1),
        ("joint-statements", {"actor": "Südland"}, 0),
        ("copied-claims", {"least": "3"}, 0),
        ("copied-claims", {"actor": "Hafenverband"}, 0),
        ("spoken-to", {"least": "2"}, 0),
        ("stances-by-month", {"actor": "Ostland"}, 1),
        ("camp", {"actor": "Nordland"}, 2),
        ("people-of", {"actor": "Südland"}, 0),
        ("between", {"actor": "Muster", "other": "Südland"}, 2),
        # Kinds, words, articles, confidence
        ("who-opposes-whom", {"act": "Threaten"}, 1),
        ("who-opposes-whom", {"act": "kg:accuse"}, 2),
        ("who-supports-whom", {"act": "Endorse"}, 1),
        ("stances", {"polarity": "supporting"}, 3),
        ("stances", {"status": "Planned"}, 1),
        ("stances", {"article": "streit.txt"}, 3),
        ("stances", {"act": "Aid", "min_confidence": "0.8"}, 1),
        ("stances-by-month", {"act": "Aid"}, 1),
        ("who-said-what", {"type": "Direct"}, 2),
        ("who-said-what", {"text": "HAFEN bleibe"}, 1),
        ("who-said-what", {"article": "b/kopie.txt"}, 1),
        ("quotes-of", {"text": "reden", "type": "indirect"}, 1),
        ("claims-about", {"type": "Indirect"}, 1),
        ("claims-about", {"min_confidence": "0.5"}, 2),
        ("unattributed", {"type": "Direct"}, 0),
        ("unattributed", {"article": "leer"}, 1),
        ("timeline", {"article": "Streit um den Hafen"}, 1),
        ("articles", {"article": "kopie"}, 1),
        ("who-supports-whom", {"min_confidence": "0,75"}, 1),
        ("changed-stances", {"min_confidence": "0.8"}, 0),
        ("stances-by-month", {"min_confidence": "0.85"}, 1),
        ("who-speaks-about-whom", {"min_confidence": "0.91"}, 2),
        ("quotes-of", {"min_confidence": "0.91"}, 2),
        ("who-said-what", {"min_confidence": "1"}, 0),
    ],
    ids=lambda value: " ".join(f"--{k} {v}" for k, v in value.items()) if isinstance(value, dict) else str(value),
)
def test_parameters_narrow_the_answer(name: str, values: dict[str, str], number: int, news: Store) -> None:
    assert len(run_shipped(news, name, **values)) == number


def test_every_parameter_of_every_query_is_tested() -> None:
    marks = test_parameters_narrow_the_answer.pytestmark  # type: ignore[attr-defined]
    cases = next(mark for mark in marks if mark.name == "parametrize").args[1]
    tested = {(name, option.replace("_", "-")) for name, values, _ in cases for option in values}
    tested |= {(name, option) for name, values in REQUIRED.items() for option in values}
    declared = {(q.name, p.name) for q in shipped_queries().values() for p in q.parameters}
    # These are the same two lines in every query, tried above in both directions.
    assert {(q, p) for q, p in declared - tested if p not in ("since", "until", "min-confidence")} == set()


@pytest.mark.parametrize("query", shipped_queries().values(), ids=lambda q: q.name)
def test_shipped_query_is_described(query: ShippedQuery) -> None:
    assert re.match(r"# [A-Z].*\.\n", query.sparql)
    in_pattern = set(re.findall(r"VALUES \?(\w+) \{ \S+ \}", query.sparql))
    assert in_pattern == {p.variable for p in query.parameters}
    in_comments = re.findall(r"^# --([a-z-]+)", query.sparql, re.MULTILINE)
    assert in_comments == [p.name for p in query.parameters]


@pytest.mark.parametrize("query", shipped_queries().values(), ids=lambda q: q.name)
def test_example_call_of_a_shipped_query_uses_its_options(query: ShippedQuery) -> None:
    words = shlex.split(query.example)
    options = {word.removeprefix("--") for word in words if word.startswith("--")}
    assert options <= {p.name for p in query.parameters} | {"limit"}
    assert {p.name for p in query.parameters if p.required} <= options


def test_the_command_knows_every_parameter() -> None:
    known = {name.replace("_", "-").replace("kind", "type") for name in query_command.__annotations__}
    assert {p.name for q in shipped_queries().values() for p in q.parameters} <= known


@pytest.mark.parametrize("query", shipped_queries().values(), ids=lambda q: q.name)
def test_shipped_query_of_an_empty_graph_is_empty(query: ShippedQuery) -> None:
    # Without values: an empty graph has no actor to name.
    assert rows(Store(), query.sparql) == []


def test_the_least_that_is_asked_has_a_default_that_the_comment_tells() -> None:
    for query in shipped_queries().values():
        for parameter in query.parameters:
            if parameter.note.startswith("default "):
                value = parameter.note.removeprefix("default ")
                assert f"VALUES ?{parameter.variable} {{ {value} }}" in query.sparql


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("quotes-of", {}, r"^quotes-of: needs --actor ACTOR \(the speaker\)\. For example: kg query GRAPH --name quo"),
        ("articles", {"actor": "x"}, r"^articles: takes no --actor\. Its options: --since, --until, --article\.$"),
        ("stances", {"actor": "Westland"}, r"^Westland: no such actor in the graph\. Similar names: Ostland"),
        ("stances", {"article": "nichts"}, r"^nichts: no such article in the graph\. kg query GRAPH --name articles"),
        ("stances", {"since": "gestern"}, r"^--since gestern: no date\. Give a year, a month or a day: 2022, 2022-01"),
        ("stances", {"since": "2021-02-30"}, r"no date"),
        ("stances", {"until": "2021-2-3"}, r"no date"),
        ("stances", {"act": "Hate"}, r"^--act Hate: no such value\. Give one of: Accuse, Aid, Assault, "),
        ("stances", {"status": "Maybe"}, r"^--status Maybe: .* Actual, Denied, Planned, ReportedByOther\.$"),
        ("stances", {"polarity": ""}, r"^--polarity : no such value\. Give one of: Opposing, Supporting\.$"),
        ("who-said-what", {"type": "Person"}, r"Give one of: Direct, FreeIndirect, Indirect, "),
        ("actors", {"type": "Direct"}, r"Give one of: Person, Organization, Country, Place, Group\.$"),
        ("stances", {"min-confidence": "high"}, r"^--min-confidence high: no confidence\. Give a number between 0 and"),
        ("stances", {"min-confidence": "1.5"}, r"no confidence"),
        ("stances", {"min-confidence": "nan"}, r"no confidence"),
        ("actors", {"least": "0"}, r"^--least 0: no count\. Give a whole number from 1 on\.$"),
        ("actors", {"least": "many"}, r"no count"),
        ("who-said-what", {"text": "  "}, r"^--text: no text given\."),
    ],
    ids=str,
)
def test_bad_values_are_explained(name: str, values: dict[str, str], message: str, news: Store) -> None:
    with pytest.raises(UsageError, match=message):
        shipped_query(name).fill(values, news)


@pytest.mark.parametrize("text", ['x" } # ', "a\\", "'", "?who", "} UNION {", "„Nordland"])
def test_text_cannot_break_out_of_its_quotation_marks(text: str, news: Store) -> None:
    expected = 2 if text == "„Nordland" else 0
    assert len(run_shipped(news, "who-said-what", text=text)) == expected


def test_unknown_shipped_query_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"^who-oposes-whom: no shipped query\. Did you mean who-opposes-whom.*actors"):
        shipped_query("who-oposes-whom")


def test_limit_takes_the_first_rows(news: Store) -> None:
    sparql = shipped_query("actors").fill({}, news)
    assert rows(news, limited(sparql, 2)) == ANSWERS["actors"][:2]


def test_own_query_may_have_parameters_too(news: Store) -> None:
    own = read_query(
        "mine.rq",
        "# Who is against somebody.\n# --actor ACTOR (required): against whom\n"
        "SELECT ?who { VALUES ?the_actor { UNDEF } ?a kg:opposes ?the_actor ; rdfs:label ?who } ORDER BY ?who",
    )
    assert own.parameters[0].kind is ParameterKind.ACTOR
    assert rows(news, own.fill({"actor": "Nordland"}, news)) == [("Ostland",), ("Südland",)]


def test_query_without_comments_has_no_parameters() -> None:
    assert read_query("x", "ASK {}") == ShippedQuery("x", "", (), "", "ASK {}")
