"""Questions to a graph in SPARQL."""

from collections.abc import Mapping
from difflib import get_close_matches

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.errors import QueryError
from kg.graph.mistakes import explain
from kg.graph.names import VOCABULARIES
from kg.graph.tokens import Kind, tokens
from kg.graph.vocabulary import terms

Answer = QueryBoolean | QuerySolutions | QueryTriples


def ask(store: Store, sparql: str, prefixes: Mapping[str, str] | None = None) -> Answer:
    """The answer to a SPARQL query; vocabularies' prefixes need no declaration.

    Args:
        prefixes: further prefixes that need none.

    Raises:
        QueryError: the query cannot be read, with the place, or cannot be answered.
    """
    known = VOCABULARIES | dict(prefixes or {})
    try:
        return store.query(sparql, prefixes=known)
    except SyntaxError as error:
        raise QueryError(explain(sparql, str(error.msg), known)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query: cannot be answered ({error}).") from error


def absent_terms(store: Store, sparql: str, prefixes: Mapping[str, str]) -> list[str]:
    """Why an answer may be empty: one message for each term of the query that the graph does not contain."""
    messages = []
    described = [*(t.name for t in terms()), "rdf:type", "rdfs:label"]
    by_local_name = {name.partition(":")[2]: name for name in reversed(described)}
    names = dict.fromkeys(t.text for t in tokens(sparql) if t.kind is Kind.NAME and t.prefix in prefixes)
    for name in names:
        prefix, _, local = name.partition(":")
        if not local or prefix == "xsd" or _occurs(store, NamedNode(prefixes[prefix] + local)):
            continue
        if prefix not in VOCABULARIES or name in described:
            messages.append(f"{name} does not occur in this graph.")
        else:
            close = get_close_matches(local, by_local_name, 1, 0.7)
            hint = f" Did you mean {by_local_name[close[0]]}?" if close else ""
            messages.append(f"{name} is no term of the ontology.{hint}")
    return messages


def _occurs(store: Store, node: NamedNode) -> bool:
    patterns = ((node, None, None), (None, node, None), (None, None, node))
    return any(next(store.quads_for_pattern(*pattern), None) is not None for pattern in patterns)
