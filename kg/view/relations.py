"""The network of actors: one edge per ordered pair and relation, with the statements that it rests on."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

import networkx as nx

from kg.facts import Polarity, Status
from kg.view.records import QuotationRecord, Records, StanceRecord


class Relation(StrEnum):
    """What an edge of the page says, from its source about its target."""

    OPPOSES = "opposes"
    SUPPORTS = "supports"
    ADDRESSES = "addresses"
    ABOUT = "about"


Statement = StanceRecord | QuotationRecord

_TIES = {Relation.SUPPORTS: 1, Relation.OPPOSES: -1}


def statements(records: Records) -> list[Statement]:
    """All statements, those of an article in the order of its text; edges name them by their place in this list."""
    together: list[Statement] = [*records.stances, *records.quotations]
    return sorted(together, key=lambda statement: (statement.evidence.article, statement.evidence.start))


def relation_graph(records: Records) -> nx.MultiDiGraph:
    """Actors and the edges between them.

    Nodes are the actors' IRIs with the attribute `statements` (how many statements name the actor as speaker, source,
    target or addressee). Edges have a `Relation` as key and the attributes `statements` (places in `statements()`) and
    `actual` (whether any of them is told as a fact by the article itself).
    """
    graph = nx.MultiDiGraph()
    for actor in records.actors:
        graph.add_node(actor.iri, statements=0)
    for place, statement in enumerate(statements(records)):
        for party in sorted(_parties(statement) & records.actor_iris):
            graph.nodes[party]["statements"] += 1
        for source, target, relation in _edges(statement):
            if source == target or not {source, target} <= records.actor_iris:
                continue
            if not graph.has_edge(source, target, relation):
                graph.add_edge(source, target, relation, statements=[], actual=False)
            edge = graph.edges[source, target, relation]
            edge["statements"].append(place)
            edge["actual"] |= _is_actual(statement)
    return graph


def strongest(graph: nx.MultiDiGraph, limit: int) -> list[str]:
    """At most `limit` actors that have an edge among themselves: those with the most evidence on their edges."""
    strength = dict.fromkeys(graph, 0)
    for source, target, places in graph.edges(data="statements"):
        strength[source] += len(places)
        strength[target] += len(places)
    ranked = sorted((actor for actor in graph if strength[actor]), key=lambda actor: (-strength[actor], actor))
    near = nx.Graph(graph)
    seen: set[str] = set()
    joined: set[str] = set()
    for actor in ranked:
        others = seen & set(near[actor])
        if len(joined | others) + bool(others) > limit:
            break
        joined |= others | ({actor} if others else set())
        seen.add(actor)
    return sorted(joined)


def camps(graph: nx.MultiDiGraph, actors: Iterable[str]) -> list[list[str]]:
    """Communities of allies among `actors`: groups that support each other more than they oppose each other.

    Each camp is sorted and has at least two members; the largest camp comes first.
    """
    among = set(actors)
    ties: Counter[tuple[str, str]] = Counter()
    for source, target, relation, data in graph.edges(keys=True, data=True):
        if relation in _TIES and data["actual"] and {source, target} <= among:
            ties[min(source, target), max(source, target)] += _TIES[relation] * len(data["statements"])
    allied = nx.Graph()
    allied.add_weighted_edges_from((*pair, weight) for pair, weight in sorted(ties.items()) if weight > 0)
    if not allied:
        return []
    found = nx.community.greedy_modularity_communities(allied, weight="weight")
    return sorted((sorted(camp) for camp in found if len(camp) > 1), key=lambda camp: (-len(camp), camp))


def _parties(statement: Statement) -> frozenset[str]:
    if isinstance(statement, StanceRecord):
        return frozenset((statement.source, statement.target))
    return frozenset((*statement.speakers, *statement.addressees))


def _edges(statement: Statement) -> Iterator[tuple[str, str, Relation]]:
    if isinstance(statement, StanceRecord):
        relation = Relation.OPPOSES if statement.polarity is Polarity.OPPOSING else Relation.SUPPORTS
        yield statement.source, statement.target, relation
        return
    for speaker in statement.speakers:
        for addressee in statement.addressees:
            yield speaker, addressee, Relation.ADDRESSES
        for subject in statement.about:
            yield speaker, subject, Relation.ABOUT


def _is_actual(statement: Statement) -> bool:
    return isinstance(statement, QuotationRecord) or statement.status is Status.ACTUAL
