"""What the shipped queries answer, and what is said about queries that cannot be answered."""

import re
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, Store

from kg.errors import QueryError, UsageError
from kg.graph.answers import Format, to_rows, to_text
from kg.graph.queries import ask, find_actor, shipped_queries, shipped_query
from kg.graph.store import declared_prefixes, open_store
from kg.graph.vocab import prefixes

GRAPH = Path(__file__).parents[1] / "graph" / "golden" / "harbour.ttl"
WERFT = ("2021-04", "hafen/werft.txt")
WAHL = ("2022-09-01", "wahl.txt")

ANSWERS = {
    "who-opposes-whom": [
        (
            "Anna Brandt",
            "Accuse",
            "Stadtrat von Bremen",
            *WERFT,
            "Anna Brandt hat am Dienstag den Stadtrat von Bremen scharf angegriffen",
        )
    ],
    "who-supports-whom": [
        ("Republik Polen", "Endorse", "Anna Brandt", *WERFT, "Polen unterstützt die Reederin"),
        ("Republik Polen", "Endorse", "Anna Brandt", *WAHL, "Die polnische Regierung lobte Anna Brandt"),
    ],
    "stances": [
        (
            "Anna Brandt",
            "Opposing",
            "Accuse",
            "Stadtrat von Bremen",
            "Actual",
            "0.75",
            *WERFT,
            "Anna Brandt hat am Dienstag den Stadtrat von Bremen scharf angegriffen",
        ),
        (
            "Republik Polen",
            "Supporting",
            "Endorse",
            "Anna Brandt",
            "Actual",
            "0.5",
            *WERFT,
            "Polen unterstützt die Reederin",
        ),
        (
            "Republik Polen",
            "Opposing",
            "Threaten",
            "Stadtrat von Bremen",
            "ReportedByOther",
            "0.5",
            *WERFT,
            "Polen bedrohe den Rat",
        ),
        (
            "Republik Polen",
            "Supporting",
            "Endorse",
            "Anna Brandt",
            "Actual",
            "0.6",
            *WAHL,
            "Die polnische Regierung lobte Anna Brandt",
        ),
    ],
    "who-said-what": [
        ("Anna Brandt", "Direct", "sagen", *WERFT, "„Ohne Aufträge schließen wir die Werft“"),
        ("Anna Brandt", "Indirect", "", *WERFT, 'Der Rat habe "viel versprochen"'),
        ("Zeitung", "Indirect", "", *WERFT, "Polen bedrohe den Rat"),
    ],
    "quotes-of": [
        ("Direct", "Zeitung", "", "0.9", *WERFT, "„Ohne Aufträge schließen wir die Werft“"),
        ("Indirect", "", "Stadtrat von Bremen", "0.8", *WERFT, 'Der Rat habe "viel versprochen"'),
        ("Direct", "", "", "1", *WERFT, '"viel versprochen"'),
    ],
    "who-speaks-to-whom": [("Anna Brandt", "Zeitung", *WERFT, "„Ohne Aufträge schließen wir die Werft“")],
    "who-speaks-about-whom": [
        ("Anna Brandt", "Stadtrat von Bremen", *WERFT, 'Der Rat habe "viel versprochen"'),
        ("Zeitung", "Republik Polen", *WERFT, "Polen bedrohe den Rat"),
        ("Zeitung", "Stadtrat von Bremen", *WERFT, "Polen bedrohe den Rat"),
    ],
    "timeline": [
        (
            "2021-03-30 … 2021-04-27",
            "Dienstag",
            "Anna Brandt greift an",
            "hafen/werft.txt",
            "… den Stadtrat von Bremen scharf angegriffen. „Ohne Aufträge schließen wir …",
        ),
        (
            "2021-05-04T20:00",
            "4. Mai 2021 um 20 Uhr",
            "Streik beginnt",
            "hafen/werft.txt",
            "… Am 4. Mai 2021 um 20 Uhr beginnt ein Streik. Die Zeitung …",
        ),
        ("2022", "2022", "Brandt tritt zurück", "wahl.txt", "Brandt trat 2022 zurück. Die polnische …"),
    ],
    "actors": [
        ("actor:anna-brandt", "Anna Brandt", "Person", "Brandt", "Reederin, Senatorin", "4"),
        ("actor:republik-polen", "Republik Polen", "Country", "Polen", "", "2"),
        ("actor:stadtrat-von-bremen", "Stadtrat von Bremen", "Organization", "Rat", "", "2"),
        ("actor:bremen", "Bremen", "Place", "", "", "1"),
        ("actor:zeitung", "Zeitung", "Organization", "", "", "1"),
    ],
    "articles": [
        ("hafen/werft.txt", "2021-04", "Streit um die Werft", "4", "3", "2"),
        ("wahl.txt", "2022-09-01", "", "0", "1", "1"),
    ],
}
WHO = {"quotes-of": "Anna Brandt"}


@pytest.fixture(scope="module")
def store() -> Store:
    return open_store(GRAPH)


def rows(store: Store, sparql: str) -> list[tuple[str, ...]]:
    answer = ask(store, sparql, prefixes())
    assert isinstance(answer, QuerySolutions)
    return list(to_rows(answer, prefixes()).rows)


def run_shipped(store: Store, name: str, who: str | None) -> list[tuple[str, ...]]:
    return rows(store, shipped_query(name).fill({} if who is None else {"actor": find_actor(store, who)}))


def test_every_shipped_query_has_a_known_answer() -> None:
    assert shipped_queries().keys() == ANSWERS.keys()


@pytest.mark.parametrize("name", ANSWERS)
def test_shipped_query_answers(name: str, store: Store) -> None:
    assert run_shipped(store, name, WHO.get(name)) == ANSWERS[name]


@pytest.mark.parametrize(
    ("name", "who", "number"),
    [
        ("who-opposes-whom", "Anna Brandt", 1),
        ("who-opposes-whom", "Zeitung", 0),
        ("who-supports-whom", "Anna Brandt", 2),
        ("stances", "Rat", 2),
        ("who-said-what", "Zeitung", 1),
        ("quotes-of", "Polen", 0),
        ("who-speaks-to-whom", "Zeitung", 1),
        ("who-speaks-to-whom", "Polen", 0),
        ("who-speaks-about-whom", "Rat", 2),
        ("timeline", "Anna Brandt", 2),
        ("timeline", "Rat", 1),
        ("actors", "Bremen", 1),
    ],
)
def test_actor_narrows_the_answer(name: str, who: str, number: int, store: Store) -> None:
    assert len(run_shipped(store, name, who)) == number


@pytest.mark.parametrize("query", shipped_queries().values(), ids=lambda q: q.name)
def test_shipped_query_is_described(query: object) -> None:
    text = query.sparql  # type: ignore[attr-defined]
    assert re.match(r"# [A-Z].*\.\n", text)
    declared = set(re.findall(r"VALUES \?(\w+) \{ UNDEF \}", text))
    assert declared == {p.name for p in query.parameters}  # type: ignore[attr-defined]


@pytest.mark.parametrize("query", shipped_queries().values(), ids=lambda q: q.name)
def test_shipped_query_of_an_empty_graph_is_empty(query: object) -> None:
    assert rows(Store(), query.sparql) == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "wanted",
    ["Stadtrat von Bremen", "stadtrat VON bremen", "Rat", "stadtrat-von-bremen", "actor:stadtrat-von-bremen", "Stadtr"],
    ids=["label", "case", "other-name", "slug", "short-iri", "part"],
)
def test_find_actor_by(wanted: str, store: Store) -> None:
    assert find_actor(store, wanted).value == "https://example.org/kg/actor/stadtrat-von-bremen"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("Brant", r"^Brant: no such actor in the graph\. Similar names: Anna Brandt\.$"),
        ("Qqqq", r"^Qqqq: no such actor in the graph\. kg query GRAPH --name actors lists them all\.$"),
        ("", "no such actor"),
        ('x" } DELETE', "no such actor"),
        ("e", r"^e: could be .*republik-polen \(Republik Polen\).*zeitung \(Zeitung\)\. Name one of them\.$"),
    ],
)
def test_find_actor_says_what_could_be_meant(wanted: str, message: str, store: Store) -> None:
    with pytest.raises(UsageError, match=message):
        find_actor(store, wanted)


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        (
            "SELECT ?s\nWHERE { ?s ?p } LIMIT 5",
            "query: line 2, column 17: cannot be read from here on\n  WHERE { ?s ?p }",
        ),
        ("SELECT ?s { ?s ?p ?o", "line 1, column 21: something is missing before the end"),
        ("ASK { ?s foo:bar ?o }", "line 1, column 10: the prefix foo: is not declared. Declared are: kg, oa, prov,"),
        ("INSERT DATA { kg:a kg:b kg:c }", "line 1, column 1"),
        ("  \n", "query: is empty."),
    ],
    ids=["syntax", "unclosed", "prefix", "update", "empty"],
)
def test_query_error_points_at_the_place(sparql: str, message: str, store: Store) -> None:
    with pytest.raises(QueryError, match=re.escape(message)):
        ask(store, sparql)


def test_query_error_marks_the_column(store: Store) -> None:
    with pytest.raises(QueryError) as raised:
        ask(store, "ASK { ?s foo:bar ?o }")
    *_, shown, mark = str(raised.value).splitlines()
    assert shown[mark.index("^") :].startswith("foo:bar")


def test_unknown_shipped_query_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"no shipped query\. There are: actors, articles, quotes-of"):
        shipped_query("nothing")


def test_missing_parameter_is_named() -> None:
    with pytest.raises(UsageError, match=r"^quotes-of: needs --actor \(the speaker\)\.$"):
        shipped_query("quotes-of").fill({})


def test_needless_parameter_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match=r"^articles: takes no --actor\. Its options: none\.$"):
        shipped_query("articles").fill({"actor": find_actor(store, "Rat")})


def test_prefixes_need_no_declaration_and_may_have_one(store: Store) -> None:
    free = "SELECT ?text { actor:zeitung kg:said/schema:text ?text }"
    declared = f"PREFIX kg: <https://example.org/kg/ontology#>\n{free}"
    assert rows(store, free) == rows(store, declared) == [("Polen bedrohe den Rat",)]
    answer = ask(store, free, declared_prefixes(GRAPH))
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


@pytest.mark.parametrize(("pattern", "expected"), [("?a kg:opposes ?b", "true\n"), ("?a kg:opposes ?a", "false\n")])
@pytest.mark.parametrize("form", [Format.TABLE, Format.CSV])
def test_ask_is_true_or_false(pattern: str, expected: str, form: Format, store: Store) -> None:
    assert to_text(ask(store, f"ASK {{ {pattern} }}"), form, {}) == expected


def test_construct_gives_turtle(store: Store) -> None:
    answer = ask(store, "CONSTRUCT WHERE { ?a kg:opposes ?b }")
    text = to_text(answer, Format.TABLE, prefixes())
    assert text.endswith("\nactor:anna-brandt kg:opposes actor:stadtrat-von-bremen .\n\n")


def test_describe_gives_turtle(store: Store) -> None:
    text = to_text(ask(store, "DESCRIBE actor:bremen", prefixes()), Format.TABLE, prefixes())
    assert 'rdfs:label "Bremen"@de' in text


def test_table_shows_iris_short_and_literals_plain(store: Store) -> None:
    sparql = 'SELECT ?a ?b ?c ?d ?e { VALUES (?a ?b ?c ?d ?e) { (actor:x <urn:y> "z"@de 1.50 UNDEF) } }'
    assert rows(store, sparql) == [("actor:x", "<urn:y>", "z", "1.5", "")]


def test_table_shows_no_control_characters(store: Store) -> None:
    assert rows(store, r'SELECT ("a\u001B[31m\nb" AS ?x) {}') == [("a [31m b",)]
