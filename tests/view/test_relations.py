"""From the graph's statements to the network of actors."""

import pytest
from newsgraph import NewsGraph, harbour, summit

from kg.facts import ActorKind, Status
from kg.view.passages import Mark
from kg.view.reader import read_records
from kg.view.records import Evidence, Records
from kg.view.relations import Relation, camps, relation_graph, statements, strongest


@pytest.fixture(scope="module")
def records() -> Records:
    return read_records(summit().graph)


def words(evidence: Evidence, mark: Mark) -> list[str]:
    return [span.exact for span in evidence.spans if span.mark is mark]


def sentences(evidence: Evidence) -> str:
    return " ".join(stretch.text for stretch in evidence.stretches)


def edges(records: Records, relation: Relation) -> set[tuple[str, str]]:
    labels = {actor.iri: actor.label for actor in records.actors}
    graph = relation_graph(records)
    return {(labels[source], labels[target]) for source, target, kind in graph.edges(keys=True) if kind is relation}


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        pytest.param(
            Relation.OPPOSES,
            {
                ("Wang Yi", "USA"),
                ("Wang Yi", "Westen"),
                ("Wladimir Putin", "USA"),
                ("Wladimir Putin", "Nato"),
                ("Nato", "Wladimir Putin"),
                ("USA", "Wladimir Putin"),
                ("USA", "China"),
                ("Antony Blinken", "Russland"),
            },
            id="opposes",
        ),
        pytest.param(Relation.SUPPORTS, {("Wang Yi", "Russland")}, id="supports"),
        pytest.param(
            Relation.ADDRESSES,
            {("Wang Yi", "USA"), ("Wang Yi", "Westen"), ("Wladimir Putin", "USA")},
            id="addresses",
        ),
    ],
)
def test_relation_graph_has_the_edges(records: Records, relation: Relation, expected: set[tuple[str, str]]) -> None:
    assert edges(records, relation) == expected


def test_relation_graph_links_a_speaker_to_whom_the_claim_names(records: Records) -> None:
    about = edges(records, Relation.ABOUT)
    assert ("US-Außenministerium", "Antony Blinken") in about
    assert ("Wang Yi", "Taiwan") in about


def test_relation_graph_tells_actual_edges_from_told_and_planned_ones(records: Records) -> None:
    labels = {actor.iri: actor.label for actor in records.actors}
    actual = {
        (labels[source], labels[target]): data["actual"]
        for source, target, relation, data in relation_graph(records).edges(keys=True, data=True)
        if relation is Relation.OPPOSES
    }
    assert actual["Wang Yi", "USA"]
    assert not actual["USA", "China"]
    assert not actual["Antony Blinken", "Russland"]


def test_relation_graph_gathers_the_statements_of_an_edge(records: Records) -> None:
    labels = {actor.iri: actor.label for actor in records.actors}
    [places] = [
        data["statements"]
        for source, target, relation, data in relation_graph(records).edges(keys=True, data=True)
        if (labels[source], labels[target], relation) == ("Wang Yi", "USA", Relation.OPPOSES)
    ]
    acts = [statements(records)[place] for place in places]
    assert [words(act.evidence, Mark.CUE) for act in acts] == [["warf", "vor"], []]
    assert [act.status for act in acts] == [Status.ACTUAL, Status.ACTUAL]


def test_relation_graph_has_no_edge_from_an_actor_to_itself() -> None:
    news = NewsGraph()
    article = news.article("a.txt", "Die Partei kritisiert die Partei.")
    party = news.actor("Partei", "organization")
    news.stance(article, party, party, "Accuse", "Die Partei kritisiert die Partei")
    news.quotation(article, ["Die Partei kritisiert die Partei."], [party], about=[party])
    assert not relation_graph(read_records(news.graph)).edges


def test_records_leave_out_phrases_quoted_inside_a_quotation_of_the_same_speaker(records: Records) -> None:
    texts = [sentences(quotation.evidence) for quotation in records.quotations]
    assert sum('"mit dem Feuer"' in text for text in texts) == 1


def test_records_keep_a_quotation_told_by_another_speaker(records: Records) -> None:
    labels = {actor.iri: actor.label for actor in records.actors}
    speakers = {labels[speaker] for quotation in records.quotations for speaker in quotation.speakers}
    assert {"US-Außenministerium", "Antony Blinken"} <= speakers


def test_records_know_the_actors(records: Records) -> None:
    by_label = {actor.label: actor for actor in records.actors}
    assert by_label["USA"].kind is ActorKind.COUNTRY
    assert by_label["USA"].names == ("Vereinigte Staaten", "Washington")
    assert by_label["USA"].identity == "http://www.wikidata.org/entity/Q30"
    assert by_label["Antony Blinken"].roles == ("US-Außenminister",)
    assert by_label["Antony Blinken"].articles == 1


def test_records_of_a_graph_without_text_show_the_words_of_the_spans() -> None:
    records = read_records(summit(with_text=False).graph)
    [stance] = [stance for stance in records.stances if words(stance.evidence, Mark.CUE) == ["wiesen", "zurück"]]
    assert sentences(stance.evidence) == "Auch die USA wiesen Putins Forderung zurück"


def test_statements_of_an_article_follow_its_text(records: Records) -> None:
    starts = [statement.evidence.start for statement in statements(records)]
    assert starts == sorted(starts)


def test_strongest_prefers_actors_with_more_evidence() -> None:
    news = NewsGraph()
    article = news.article("a.txt", "Ein Satz. Noch ein Satz. Der letzte Satz.")
    lone, one, two, three = (news.actor(name) for name in ("Anna Allein", "Eva Eins", "Zoe Zwei", "Dora Drei"))
    news.stance(article, one, two, "Accuse", "Ein Satz")
    news.stance(article, one, two, "Accuse", "Noch ein Satz")
    news.stance(article, two, three, "Accuse", "Der letzte Satz")
    graph = relation_graph(read_records(news.graph))
    assert strongest(graph, 10) == sorted(str(actor) for actor in (one, two, three))
    assert strongest(graph, 2) == sorted(str(actor) for actor in (one, two))
    assert str(lone) not in strongest(graph, 10)


def test_camps_are_allies_and_never_opponents() -> None:
    news = NewsGraph()
    article = news.article("a.txt", "Ein Satz.")
    ann, ben, cem, dan = (news.actor(name) for name in ("Ann", "Ben", "Cem", "Dan"))
    news.stance(article, ann, ben, "Endorse", "Ein Satz", polarity="Supporting")
    news.stance(article, cem, dan, "Endorse", "Ein Satz", polarity="Supporting")
    news.stance(article, cem, dan, "Accuse", "Ein Satz")
    news.stance(article, ben, cem, "Endorse", "Ein Satz", polarity="Supporting", status="Planned")
    graph = relation_graph(read_records(news.graph))
    assert camps(graph, graph) == [sorted(map(str, (ann, ben)))]
    assert camps(graph, [str(ann), str(cem)]) == []


def test_records_know_events_with_their_bounds() -> None:
    events = {
        event.label: (event.earliest, event.latest, event.status) for event in read_records(harbour().graph).events
    }
    assert events == {
        "Streik begann": ("2021-05-03", "2021-05-03", Status.ACTUAL),
        "Treffen": ("2021-05-26", "2021-06-30", Status.REPORTED_BY_OTHER),
        "Umzug": (None, None, Status.ACTUAL),
    }


def test_records_of_an_empty_graph_are_empty() -> None:
    records = read_records(NewsGraph().graph)
    assert records == Records()
    assert strongest(relation_graph(records), 10) == []
