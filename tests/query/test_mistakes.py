"""What is said about queries that cannot be read, and about terms that the graph does not have."""

import re

import pytest
from pyoxigraph import Store

from kg.errors import QueryError
from kg.graph.names import prefixes
from kg.graph.queries import absent_terms, ask
from kg.graph.tokens import Kind, tokens

# The place of the mistake is marked with ¦ in the query.
MISTAKES = {
    "empty": ("", "is empty. Give a SPARQL query, such as"),
    "only-a-comment": ("# nothing¦\n", "cannot be read to the end"),
    "missing-object": ("SELECT ?s\nWHERE { ?s ?p ¦} LIMIT 5", "a part is missing here: a triple has three"),
    "missing-object-after-semicolon": ("SELECT * { ?s a ?t ; ?p ¦. }", "a part is missing here"),
    "missing-dot": ("SELECT ?a { ?a kg:opposes ?b ¦?b kg:opposes ?c }", "a triple ends before this"),
    "unclosed-brace": ("SELECT ?s ¦{ ?s ?p ?o", "this { is not closed: } is missing"),
    "unclosed-inner-brace": ("SELECT ?s ¦{ ?s ?p ?o OPTIONAL { ?s ?q ?r }", "this { is not closed: } is missing"),
    "unclosed-bracket": ("SELECT ?a { ?a ?p ?b FILTER¦(?b = 3 }", "this ( is not closed: ) is missing"),
    "brace-in-text-and-comment": ("SELECT ?s ¦{ # }\n ?s ?p '}' ", "this { is not closed"),
    "needless-brace": ("SELECT ?s { ?s kg:opposes ?o } ¦}", "this } closes nothing"),
    "unclosed-text": ("SELECT ?a { ?a rdfs:label ¦'Merkel }", "the text that begins here is not closed: ' is missing"),
    "unknown-prefix": ("ASK { ?s ¦foo:bar ?o }", "the prefix foo: is not declared. Declared are: actor, article,"),
    "similar-prefix": ("ASK { ?s ¦schemas:text ?o }", "Did you mean schema?"),
    "prefix-without-colon": ("PREFIX ¦x <http://x/> ASK {}", "a prefix ends in a colon: PREFIX x: <https://…>"),
    "misspelt-form": ("¦SELCT ?a { ?a ?b ?c }", "SELCT is no word of SPARQL. Did you mean SELECT?"),
    "misspelt-keyword": ("SELECT ?a { ?a ?b ?c ¦filer (?c > 3) }", "Did you mean FILTER?"),
    "unknown-function": ("SELECT ?a { ?a ?b ?c FILTER(¦STARTS(?c, 'x')) }", "Did you mean STRSTARTS"),
    "bare-word": (
        "SELECT ?a { ?a a ¦Person }",
        "Person is no word of SPARQL. A variable is ?Person, a term has a pref",
    ),
    "variable-without-mark": ("SELECT ¦who { ?who ?p ?o }", "SELECT is followed by variables"),
    "commas": ("SELECT ?a¦, ?b { ?a ?p ?b }", "what SELECT asks for stands without commas"),
    "order-without-by": ("SELECT ?a { ?a ?p ?b } ORDER ¦?a", "BY is missing: ORDER BY …"),
    "filter-without-brackets": ("SELECT ?a { ?a ?p ?b FILTER ¦?b = 3 }", "FILTER needs brackets"),
    "limit-without-number": ("SELECT ?a { ?a ?p ?b } LIMIT ¦?a", "LIMIT needs a whole number"),
    "group-by-missing": ("¦SELECT ?a (COUNT(?b) AS ?n) { ?a ?p ?b }", "name it in GROUP BY"),
    "broken-iri": ("SELECT * { ?b ¦<http://x y> 3 }", "an IRI holds no spaces"),
    "update": ("¦INSERT DATA { kg:a kg:b kg:c }", "INSERT would change the graph, and a query only reads it"),
    "german-text-before": ("SELECT ?s { ?s rdfs:label 'Ä😀' . ?s ¦foo:x ?o }", "the prefix foo:"),
    "tab-before": ("ASK {\t?s ¦foo:x ?o }", "the prefix foo:"),
}


@pytest.mark.parametrize(("marked", "message"), MISTAKES.values(), ids=MISTAKES)
def test_query_error_points_at_the_place(marked: str, message: str) -> None:
    before, mark, after = marked.partition("¦")
    with pytest.raises(QueryError, match=re.escape(message)) as raised:
        ask(Store(), before + after, prefixes())
    if not mark:
        return
    head, shown, caret = str(raised.value).splitlines()
    line, column = before.count("\n"), len(before.rpartition("\n")[2])
    assert head.startswith(f"query: line {line + 1}, column {column + 1}: ")
    assert shown[2:] == (before + after).splitlines()[line].replace("\t", " ").rstrip()
    assert caret.index("^") - 2 == column


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT (COUNT(*) AS ?n) { VALUES (?a ?b) { (1 2) (UNDEF 'x') } VALUES ?c { 1 2 3 4 } }",
        "SELECT ?a { ?a kg:opposes/rdfs:label|kg:supports* ?b ; a [] , kg:Stance . FILTER NOT EXISTS { ?a ?b ?c } }",
        "PREFIX x: <http://x/> SELECT DISTINCT ?a FROM <x:g> WHERE { ?a x:b.c '''it's \"so\"''' } ORDER BY DESC(?a)",
        "CONSTRUCT { ?a a x:B } WHERE { SERVICE SILENT <http://x/> { ?a ?b ?c } MINUS { ?a <p:q> true } }",
        'SELECT ?a { ?a ?b "x"@de, "2022"^^xsd:gYear, 1.5e3, -2, _:b . BIND(IF(?a < 3 && ?b > 2, 1, 0) AS ?d) }',
    ],
)
def test_no_rule_calls_a_right_query_wrong(sparql: str) -> None:
    """A mistake after the end must be told as what it is, not as something in the part before."""
    with pytest.raises(QueryError) as raised:
        ask(Store(), f"{sparql} }}", prefixes() | {"x": "http://x/"})
    assert "this } closes nothing" in str(raised.value)
    with pytest.raises(QueryError) as raised:
        ask(Store(), f"{sparql} 17 17", prefixes() | {"x": "http://x/"})
    assert re.search(r"cannot be read|ends before this", str(raised.value))


def test_what_cannot_be_computed_is_an_error() -> None:
    with pytest.raises(QueryError, match="cannot be answered"):
        answer = ask(Store(), "SELECT * { FILTER(<urn:f>(1)) }")
        list(answer)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("ASK { ?a kg:oposes ?b }", ["kg:oposes is no term of the ontology. Did you mean kg:opposes?"]),
        (
            "ASK { ?a schema:headlines ?b }",
            ["schema:headlines is no term of the ontology. Did you mean schema:headline?"],
        ),
        ("ASK { ?a rdfs:lable ?b }", ["rdfs:lable is no term of the ontology. Did you mean rdfs:label?"]),
        ("ASK { ?a kg:xyz ?b }", ["kg:xyz is no term of the ontology."]),
        ("ASK { ?a a schema:Place }", ["schema:Place does not occur in this graph."]),
        ("ASK { actor:westland ?p ?o }", ["actor:westland does not occur in this graph."]),
        ("ASK { ?a a kg:Stance ; kg:act kg:Accuse ; rdfs:label 'kg:nothing' } # kg:none", []),
        ("ASK { ?a ?p 'x'^^xsd:string }", []),
    ],
)
def test_terms_that_are_not_in_the_graph_are_named(sparql: str, expected: list[str], news: Store) -> None:
    assert absent_terms(news, sparql, prefixes()) == expected


def test_tokens_keep_places_and_skip_comments() -> None:
    found = tokens('ASK { ?a a <x:y> . # kg:no\n kg:a.b "x#y"@de }')
    assert [(t.kind, t.text) for t in found] == [
        (Kind.WORD, "ASK"),
        (Kind.SIGN, "{"),
        (Kind.VARIABLE, "?a"),
        (Kind.WORD, "a"),
        (Kind.IRI, "<x:y>"),
        (Kind.SIGN, "."),
        (Kind.NAME, "kg:a.b"),
        (Kind.STRING, '"x#y"'),
        (Kind.SUFFIX, "@de"),
        (Kind.SIGN, "}"),
    ]
    assert found[6].start == 28


@pytest.mark.parametrize("text", ["", "\\", '"""', "<", "?", "\x00\ud800", ":" * 1000, "[" * 5000, "'a\\'" * 200])
def test_any_text_has_tokens_and_a_message(text: str) -> None:
    tokens(text)
    if "\ud800" in text:
        return
    with pytest.raises(QueryError, match="query"):
        ask(Store(), text)
