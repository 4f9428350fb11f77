"""Facts to RDF: what the contract promises, one promise a test."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from small_articles import ELECTION, HARBOUR, election, find, graph_of, harbour

from kg.errors import UsageError
from kg.facts import (
    Act,
    Actor,
    ActorKind,
    Article,
    Event,
    Facts,
    Mention,
    MentionKind,
    Polarity,
    Quotation,
    QuotationKind,
    Span,
    Stance,
    Status,
    TimeExpression,
    TimexType,
)
from kg.graph.build import Run, to_graph
from kg.graph.store import turtle
from kg.graph.vocab import BASE_IRI, KG, OA, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, XSD
from kg.resolve import resolve_actors

GOLDEN = Path(__file__).parent / "golden" / "harbour.ttl"


def actor(name: str) -> URIRef:
    return URIRef(f"{BASE_IRI}actor/{name}")


def labels(graph: Graph, predicate: URIRef) -> set[tuple[str, str]]:
    return {
        (str(graph.value(s, RDFS.label)), str(graph.value(o, RDFS.label) or graph.value(o, SCHEMA.text)))
        for s, o in graph.subject_objects(predicate)
    }


def speech(*, contents: list[tuple[int, int]], speakers: list[str], nested: list[int | None]) -> Facts:
    """Quotations over a body of `x`s."""
    return Facts(
        Article("rede.txt", "x " * 50),
        actors=tuple(Actor(name, name, ActorKind.PERSON) for name in "ABC"),
        mentions=tuple(Mention(Span(2 * i, 2 * i + 1), name, MentionKind.NAME) for i, name in enumerate("ABC")),
        quotations=tuple(
            Quotation(QuotationKind.INDIRECT, (Span(*content),), tuple(who), nested_in=around)
            for content, who, around in zip(contents, speakers, nested, strict=True)
        ),
    )


def test_to_graph_gives_the_golden_graph() -> None:
    assert set(graph_of(harbour(), election())) == set(Graph().parse(GOLDEN))


def test_golden_file_is_what_the_serializer_writes() -> None:
    assert turtle(graph_of(harbour(), election())) == GOLDEN.read_bytes()


def test_to_graph_is_the_same_for_any_order_of_articles() -> None:
    third = replace(election(), article=replace(election().article, source="a.txt"))
    written = {turtle(graph_of(*order)) for order in permutations((harbour(), election(), third))}
    assert len(written) == 1


def test_to_graph_has_no_blank_nodes() -> None:
    assert not [node for triple in graph_of(harbour(), election()) for node in triple if isinstance(node, BNode)]


def test_statement_iris_do_not_depend_on_other_articles() -> None:
    homonym = replace(
        harbour(),
        article=replace(harbour().article, source="a.txt"),
        mentions=tuple(replace(m, kind=MentionKind.DESCRIPTION) for m in harbour().mentions),
    )
    alone, among = graph_of(harbour()), graph_of(homonym, harbour())
    for kind in (KG.Quotation, KG.Stance, KG.TimeExpression, SEM.Event, SCHEMA.Claim):
        assert set(alone.subjects(RDF.type, kind)) <= set(among.subjects(RDF.type, kind))


def test_every_span_holds_the_slice_of_the_body() -> None:
    graph = graph_of(harbour(), election())
    spans = set(graph.subjects(RDF.type, OA.TextPositionSelector))
    assert len(spans) > 20
    for span in spans:
        article = graph.value(span, KG.article)
        body = str(graph.value(article, SCHEMA.articleBody))
        start, end = int(graph.value(span, OA.start)), int(graph.value(span, OA.end))
        assert str(span) == f"{article}#char={start},{end}"
        assert body[start:end] == str(graph.value(span, OA.exact))
        assert body[:start].endswith(str(graph.value(span, OA.prefix) or ""))
        assert body[end:].startswith(str(graph.value(span, OA.suffix) or ""))


def test_spans_count_code_points() -> None:
    body = "👩‍🚒 Ärztin Ö. sprach."
    facts = Facts(Article("a.txt", body), times=(TimeExpression(find(body, "Ö."), "2020", TimexType.DATE),))
    (span,) = graph_of(facts).subjects(OA.exact, Literal("Ö."))
    assert body[int(graph_of(facts).value(span, OA.start)) :].startswith("Ö.")


def test_no_text_leaves_out_the_bodies_and_nothing_else() -> None:
    whole, without = graph_of(harbour()), graph_of(harbour(), with_text=False)
    assert {p for _, p, _ in set(whole) - set(without)} == {SCHEMA.articleBody}
    assert not set(without) - set(whole)


def test_every_statement_names_its_run_and_article() -> None:
    graph = graph_of(harbour(), election())
    (run,) = graph.subjects(RDF.type, PROV.Activity)
    statements = [
        s for kind in (KG.Quotation, KG.Stance, KG.TimeExpression, SEM.Event) for s in graph[: RDF.type : kind]
    ]
    assert len(statements) == 14
    for node in statements:
        assert graph.value(node, PROV.wasGeneratedBy) == run
        assert graph.value(node, PROV.wasDerivedFrom) == graph.value(node, KG.article)


def test_run_iri_follows_the_versions() -> None:
    def run_of(model: str) -> set[URIRef]:
        run = Run(program="1", model=model)
        facts = [election()]
        graph = to_graph(facts, resolve_actors(facts), base_iri=BASE_IRI, run=run)
        return set(graph.subjects(RDF.type, PROV.Activity))

    assert run_of("1") == run_of("1")
    assert run_of("1") != run_of("2")


def test_opposes_and_supports_come_from_actual_stances_alone() -> None:
    graph = graph_of(harbour())
    assert labels(graph, KG.opposes) == {("Anna Brandt", "Stadtrat von Bremen")}
    assert labels(graph, KG.supports) == {("Polen", "Anna Brandt")}


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.ACTUAL])
@pytest.mark.parametrize("polarity", Polarity)
def test_stance_that_is_not_actual_gives_no_shortcut(status: Status, polarity: Polarity) -> None:
    facts = harbour()
    stance = replace(facts.stances[0], status=status, polarity=polarity)
    graph = graph_of(replace(facts, stances=(stance,), events=()))
    assert len(set(graph.subjects(KG.status, KG[status.value]))) == 1
    assert not labels(graph, KG.opposes) | labels(graph, KG.supports)


def test_said_leaves_out_what_is_quoted_inside_the_same_speakers_statement() -> None:
    assert labels(graph_of(harbour()), KG.said) == {
        ("Anna Brandt", "„Ohne Aufträge schließen wir die Werft“"),
        ("Anna Brandt", 'Der Rat habe "viel versprochen"'),
        ("Zeitung", "Polen bedrohe den Rat"),
    }


def said(facts: Facts) -> set[tuple[str, int]]:
    graph = graph_of(facts)
    return {(who, len(text)) for who, text in labels(graph, KG.said)}


def test_said_holds_for_another_speaker_inside() -> None:
    facts = speech(contents=[(10, 31), (20, 25)], speakers=["A", "B"], nested=[None, 0])
    assert said(facts) == {("A", 21), ("B", 5)}


def test_said_looks_through_another_speakers_quotation_in_between() -> None:
    facts = speech(contents=[(10, 31), (12, 25), (14, 17)], speakers=["A", "B", "A"], nested=[None, 0, 1])
    assert said(facts) == {("A", 21), ("B", 13)}


def test_said_is_decided_for_each_of_two_speakers() -> None:
    facts = speech(contents=[(10, 31), (20, 25)], speakers=["A", "AB"], nested=[None, 0])
    assert said(facts) == {("A", 21), ("B", 5)}


@pytest.mark.parametrize("around", [0, 7, -1], ids=["itself", "beyond-the-end", "negative"])
def test_impossible_nesting_is_ignored(around: int) -> None:
    graph = graph_of(speech(contents=[(10, 31)], speakers=["A"], nested=[around]))
    assert not list(graph.subject_objects(KG.isNestedIn))
    assert labels(graph, KG.said)


def test_nesting_in_a_circle_ends() -> None:
    assert said(speech(contents=[(10, 31), (20, 25)], speakers=["A", "B"], nested=[1, 0])) == {("A", 21), ("B", 5)}


def test_quotation_has_at_most_two_speakers() -> None:
    graph = graph_of(speech(contents=[(10, 31)], speakers=["ABC"], nested=[None]))
    assert len(list(graph.subject_objects(KG.speaker))) == 2


def test_quotation_without_content_is_left_out() -> None:
    graph = graph_of(speech(contents=[(10, 10)], speakers=["A"], nested=[None]))
    assert not set(graph.subjects(RDF.type, KG.Quotation)) | set(graph.subjects(RDF.type, SCHEMA.Claim))


@pytest.mark.parametrize(
    "other",
    ["Wir  gehen\nnicht.", "„Wir gehen nicht.“", "»Wir gehen nicht.«", "'Wir gehen nicht.' "],
    ids=["white-space", "low-high", "guillemets", "single"],
)
def test_same_words_are_one_claim(other: str) -> None:
    def one(source: str, body: str, name: str) -> Facts:
        quotation = Quotation(QuotationKind.DIRECT, (Span(0, len(body)),), (name,))
        person = Actor(name, name, ActorKind.PERSON)
        return Facts(Article(source, body), (person,), (Mention(Span(0, 1), name, MentionKind.NAME),), (quotation,))

    graph = graph_of(one("a.txt", '"Wir gehen nicht."', "A"), one("b.txt", other, "B"))
    assert labels(graph, KG.said) == {("A", '"Wir gehen nicht."'), ("B", '"Wir gehen nicht."')}


@pytest.mark.parametrize(
    ("value", "datatype", "written"),
    [
        ("2022-01-26", XSD.date, "2022-01-26"),
        ("2022-01", XSD.gYearMonth, "2022-01"),
        ("2022", XSD.gYear, "2022"),
        ("2022-01-26T20", XSD.dateTime, "2022-01-26T20:00:00"),
        ("2022-01-26T20:15", XSD.dateTime, "2022-01-26T20:15:00"),
        ("2022-01-26TEV", XSD.date, "2022-01-26"),
        ("2022-01-26T24:00", XSD.date, "2022-01-26"),
    ],
)
def test_event_date_is_as_precise_as_its_time(value: str, datatype: URIRef, written: str) -> None:
    (found,) = event_dates(value)
    assert (found.datatype, str(found)) == (datatype, written)


@pytest.mark.parametrize(
    "value",
    ["XXXX-WXX-3", "2005-W32", "2008-SU", "P3Y", "PRESENT_REF", "199", "2022-13", "2022-02-30", "T20:00", "0000", ""],
)
def test_event_without_a_certain_date_has_none(value: str) -> None:
    assert not event_dates(value)


def event_dates(value: str) -> list[Literal]:
    facts = Facts(
        Article("a.txt", "Es begann damals."),
        times=(TimeExpression(Span(10, 16), value, TimexType.DATE),),
        events=(Event("Beginn", Span(3, 9), times=(0,)),),
    )
    graph = graph_of(facts)
    assert len(list(graph.subject_objects(KG.atTime))) == 1
    return list(graph.objects(None, KG.date))


def test_event_with_a_range_has_two_times() -> None:
    facts = harbour()
    ranged = replace(facts, events=(replace(facts.events[1], times=(0, 1, 99)),))
    assert len(list(graph_of(ranged).subject_objects(KG.atTime))) == 2


@pytest.mark.parametrize(
    ("written", "datatype"),
    [("2022-09-01", XSD.date), ("2022-09", XSD.gYearMonth), ("2022", XSD.gYear), (None, None), ("2022-13", None)],
)
def test_article_date_is_as_precise_as_known(written: str | None, datatype: URIRef | None) -> None:
    facts = election()
    graph = graph_of(replace(facts, article=replace(facts.article, date=written)))
    found = [literal.datatype for literal in graph.objects(None, SCHEMA.datePublished)]
    assert found == ([datatype] if datatype else [])


@pytest.mark.parametrize(("given", "written"), [(0.914, "0.91"), (0.5, "0.50"), (1.7, "1.00"), (-1, "0.00")])
def test_confidence_is_a_decimal_between_0_and_1(given: float, written: str) -> None:
    facts = election()
    graph = graph_of(replace(facts, stances=(replace(facts.stances[0], confidence=given),)))
    assert [(str(c), c.datatype) for c in graph.objects(None, KG.confidence)] == [(written, XSD.decimal)]


def test_stance_whose_ends_are_one_actor_is_left_out() -> None:
    body = "Paris und Frankreich streiten."
    ends = (("paris", Span(0, 5)), ("frankreich", Span(10, 20)))
    facts = Facts(
        Article("a.txt", body),
        tuple(Actor(key, "Frankreich", ActorKind.COUNTRY, wikidata="Q142") for key, _ in ends),
        tuple(Mention(span, key, MentionKind.NAME) for key, span in ends),
        stances=(
            Stance("paris", "frankreich", Polarity.OPPOSING, Act.ACCUSE, Status.ACTUAL, Span(0, 29)),
            Stance("paris", "nobody", Polarity.OPPOSING, Act.ACCUSE, Status.ACTUAL, Span(0, 29)),
        ),
    )
    assert not set(graph_of(facts).subjects(RDF.type, KG.Stance))


def test_same_record_twice_is_one_node() -> None:
    facts = election()
    twice = replace(facts, stances=facts.stances * 2, events=facts.events * 2, times=facts.times * 2)
    assert set(graph_of(twice)) == set(graph_of(facts))


def test_actor_without_a_mention_is_shown_where_it_takes_part() -> None:
    body = "Russische Truppen griffen Kiew an."
    facts = Facts(
        Article("a.txt", body),
        (Actor("russland", "Russland", ActorKind.COUNTRY), Actor("kiew", "Kiew", ActorKind.PLACE)),
        (Mention(find(body, "Kiew"), "kiew", MentionKind.NAME),),
        stances=(Stance("russland", "kiew", Polarity.OPPOSING, Act.ASSAULT, Status.ACTUAL, Span(0, 33)),),
    )
    graph = graph_of(facts)
    (mention,) = graph.objects(actor("russland"), KG.mentionSpan)
    assert str(graph.value(mention, OA.exact)) == "Russische Truppen griffen Kiew an"


def test_pronouns_are_no_mentions() -> None:
    graph = graph_of(harbour())
    words = {str(graph.value(s, OA.exact)) for s in graph.objects(actor("stadtrat-von-bremen"), KG.mentionSpan)}
    assert words == {"Stadtrat von Bremen", "Rat"}


def test_actor_that_takes_no_part_is_not_in_the_graph() -> None:
    assert not list(graph_of(harbour()).triples((actor("niemand"), None, None)))


def test_actor_names_and_roles_of_all_articles() -> None:
    graph = graph_of(harbour(), election())
    brandt = actor("anna-brandt")
    assert set(graph.objects(brandt, RDFS.label)) == {Literal("Anna Brandt", lang="de")}
    assert {str(n) for n in graph.objects(brandt, SKOS.altLabel)} == {"Brandt"}
    assert {str(r) for r in graph.objects(brandt, KG.role)} == {"Reederin", "Senatorin"}


@pytest.mark.parametrize("base", ["https://news.example/graph/", "urn:kg:x#"])
def test_instances_lie_under_the_base(base: str) -> None:
    facts = [harbour(), election()]
    graph = to_graph(facts, resolve_actors(facts), base_iri=base, run=Run())
    assert {s for s in graph.subjects() if not str(s).startswith(base)} == set()


@pytest.mark.parametrize("base", ["", "graph/", "https://x.example", "https://x.example/a b/", "https://x/<>/"])
def test_impossible_base_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="not a base for IRIs"):
        to_graph([], resolve_actors([]), base_iri=base, run=Run())


def test_empty_input_gives_the_run_alone() -> None:
    assert set(graph_of().objects(None, RDF.type)) == {PROV.Activity}


HOSTILE = [
    'Gasse "Zum Anker"',
    'zwei\nZeilen und \\"',
    '"""',
    "</script><script>alert(1)</script>",
    "ende\\",
    "a\r\nb\tc\x00\x1b[31m",
    "> <http://x> <y",
    "\ufeff\u2028👩‍🚒",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_survives_turtle(text: str) -> None:
    body = f"{text} Ende {text}"
    facts = Facts(
        Article(f"{text}.txt", body, title=text, publisher=text, url=text),
        (Actor("x", text, ActorKind.GROUP, (text + "2",), (text,)),),
        (Mention(Span(0, len(text)), "x", MentionKind.NAME),),
        (Quotation(QuotationKind.DIRECT, (Span(0, len(body)),), ("x",), rule=text, cue_lemma=text),),
        events=(Event(text, Span(0, len(text)), ("x",)),),
    )
    graph = graph_of(facts)
    assert set(Graph().parse(data=turtle(graph), format="turtle")) == set(graph)
    assert set(graph.objects(None, SCHEMA.articleBody)) == {Literal(body)}
    assert all(" " not in str(s) and "<" not in str(s) for s in graph.subjects())


def test_file_name_that_is_no_text_is_written() -> None:
    facts = Facts(Article("\udce4rger.txt", "Text."))
    assert b"?rger.txt" in turtle(graph_of(facts))


def test_spans_outside_the_body_are_dropped() -> None:
    facts = Facts(Article("a.txt", "Kurz."), times=(TimeExpression(Span(2, 99), "2020", TimexType.DATE),))
    assert not set(graph_of(facts).subjects(RDF.type, KG.TimeExpression))


def test_bodies_are_those_of_the_articles() -> None:
    assert {str(b) for b in graph_of(harbour(), election()).objects(None, SCHEMA.articleBody)} == {HARBOUR, ELECTION}
