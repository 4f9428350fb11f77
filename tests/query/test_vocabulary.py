"""The vocabulary that `kg query --explain-terms` prints: every example of the ontology is a pattern with answers."""

from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean, RdfFormat, Store, parse
from rdflib import Graph

from kg import facts
from kg.graph.build import Run, to_graph
from kg.graph.names import BASE_IRI, VOCABULARIES, prefixes
from kg.graph.queries import ask
from kg.graph.store import open_store, turtle
from kg.graph.tokens import tokens
from kg.graph.vocabulary import Term, terms, values_of
from kg.resolve import resolve_actors

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*/*.ttl"))
HARBOUR = Path(__file__).parents[1] / "graph" / "golden" / "harbour.ttl"


@pytest.fixture(scope="module")
def everything(news_file: Path) -> Store:
    """All small graphs of the tests together."""
    store = Store()
    for path in (news_file, HARBOUR, *GOLDEN):
        store.extend(open_store(path))
    store.extend(parse(turtle(two_names_of_one()), RdfFormat.TURTLE))
    return store


def two_names_of_one() -> Graph:
    """Two articles, one of which has only the surname."""
    all_facts = []
    for name in ("Anna Brandt", "Brandt"):
        actor = facts.Actor("x", name, facts.ActorKind.PERSON, roles=("Bundeskanzlerin",))
        mention = facts.Mention(facts.Span(0, len(name)), "x", facts.MentionKind.NAME)
        event = facts.Event("Ereignis", mention.span, ("x",))
        article = facts.Article(f"{name}.txt", name)
        all_facts.append(facts.Facts(article, (actor,), (mention,), events=(event,)))
    return to_graph(all_facts, resolve_actors(all_facts), base_iri=BASE_IRI, run=Run("1", "1", "1"))


def test_terms_are_the_ontologys() -> None:
    assert len(terms()) > 100
    assert {t.group.split(" ")[0] for t in terms()} == {"Classes", "Properties", "Values"}
    assert all(t.meaning.endswith(".") and t.label and t.example for t in terms())
    assert {t.name.partition(":")[0] for t in terms()} <= VOCABULARIES.keys()


@pytest.mark.parametrize("term", terms(), ids=lambda t: t.name)
def test_example_shows_its_term_and_can_be_asked(term: Term, everything: Store) -> None:
    answer = ask(everything, f"ASK {{ {term.example} }}", prefixes())
    assert isinstance(answer, QueryBoolean)
    if not term.group.startswith("Values"):
        assert bool(answer), "no answer in any graph of the tests"
    of_values = term.group == "Classes" and term.label in ("polarity", "act", "status")
    if of_values or term.name in ("kg:Statement", "kg:Time"):
        return  # only their instances stand in graphs
    if term.name != "kg:QuotationType":
        assert term.name in [t.text for t in tokens(term.example)]


def test_properties_stand_with_their_class() -> None:
    groups = {t.name: t.group for t in terms()}
    assert groups["kg:speaker"] == "Properties of kg:Quotation"
    assert groups["kg:opposes"] == "Properties of sem:Actor"
    assert groups["kg:Accuse"] == "Values of kg:Act"
    assert groups["kg:Stance"] == "Classes"


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("Act", facts.Act),
        ("Status", facts.Status),
        ("Polarity", facts.Polarity),
        ("QuotationType", facts.QuotationKind),
    ],
)
def test_values_are_those_of_the_facts(kind: str, values: type) -> None:
    assert set(values_of(kind)) == {str(v) for v in values}  # type: ignore[attr-defined]
