"""The ordered chain from articles to graph: first what looks at one article, then what looks at all of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from rdflib import Graph
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.coreference import find_cast
from kg.extract.events import find_events
from kg.extract.quotations import find_quotations
from kg.extract.stances import find_stances
from kg.extract.times import find_times
from kg.facts import Article, Facts
from kg.graph.build import Run, to_graph
from kg.graph.store import write_turtle
from kg.resolve import Decision, Resolution, resolve_actors
from kg.view import write_page


def read_facts(article: Article, nlp: Language) -> Facts:
    """Everything found in one article. Depends on no other article."""
    return extract_facts(article, nlp(article.body))


def extract_facts(article: Article, doc: Doc) -> Facts:
    """The extractors in their order, over an analysed body."""
    cast = find_cast(doc)  # first: everything after names actors
    times = find_times(doc, article.date)
    quotations = find_quotations(doc, cast)
    stances = find_stances(doc, cast, quotations)  # an act inside speech is told by its speaker, not by the article
    events = find_events(doc, cast, times, quotations, article.date)
    return Facts(
        article=article,
        actors=cast.actors,
        mentions=cast.mentions,
        quotations=quotations,
        stances=stances,
        times=times,
        events=events,
    )


def resolve(all_facts: Iterable[Facts], decisions: Sequence[Decision] = ()) -> Resolution:
    """Who is who in all articles, the same for any order of them; what users have decided comes first."""
    return resolve_actors(_in_order(all_facts), decisions)


def merge(all_facts: Iterable[Facts], resolution: Resolution, *, base_iri: str, with_text: bool) -> Graph:
    """One graph of the facts of all articles, the same for any order of them."""
    return to_graph(_in_order(all_facts), resolution, base_iri=base_iri, with_text=with_text, run=Run())


def _in_order(all_facts: Iterable[Facts]) -> list[Facts]:
    return sorted(all_facts, key=lambda f: f.article.source)


def write(graph: Graph, output: Path, page: Path | None) -> None:
    """The graph as Turtle and, where a path is given, as a page."""
    write_turtle(graph, output)
    if page is not None:
        write_page(graph, page)
