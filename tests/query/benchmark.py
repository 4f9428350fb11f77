"""Oxigraph and rdflib side by side on a large graph: processor seconds to load and to answer, memory.

    python tests/query/benchmark.py out/graph.ttl --triples 1000000

The large graph is the given one many times over, each copy's own things under other IRIs. Each engine runs in a
process of its own, one after the other, on the same file and with the same queries; each query is asked three times
and the median counts. Both must give the same rows. Time is that of the processor, over all threads, so that other
work on the machine does not count.
"""

import argparse
import json
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad, QuerySolutions, RdfFormat, Store, Triple, parse, serialize

from kg.graph.names import INSTANCES, VOCABULARIES
from kg.graph.queries import ask
from kg.graph.shipped import shipped_query
from kg.graph.store import declared_prefixes, open_store

REPEATS = 3
_INSTANCE = re.compile(rf"(?P<node>.*[/#](?:{'|'.join(INSTANCES)})/[^#]*)(?P<fragment>#.*)?", re.DOTALL)

QUERIES = {
    "who opposes whom, with evidence": shipped_query("who-opposes-whom").fill({}, Store()),
    "claims per speaker": """
        SELECT ?speaker (COUNT(DISTINCT ?claim) AS ?claims) {
          ?quotation a kg:Quotation ; kg:speaker ?speaker ; kg:claim ?claim
        } GROUP BY ?speaker ORDER BY DESC(?claims) ?speaker
    """,
    "who shares an opponent with whom": """
        SELECT DISTINCT ?a ?b { ?a kg:opposes / ^kg:opposes ?b FILTER (STR(?a) < STR(?b)) } ORDER BY ?a ?b
    """,
}


def multiply(source: Path, target: Path, triples: int) -> int:
    """Write copies of a graph until there are at least so many triples; how many there are then."""
    original = list(parse(source.read_bytes(), RdfFormat.TURTLE))
    copies = -(-triples // len(original))
    with target.open("wb") as stream:
        everything = (triple for copy in range(copies) for triple in _renamed(original, copy))
        serialize(everything, stream, RdfFormat.TURTLE, prefixes=VOCABULARIES | declared_prefixes(source))
    return len(original) * copies


def _renamed(quads: Iterable[Quad], copy: int) -> Iterator[Triple]:
    names: dict[str, NamedNode] = {}

    def renamed(node: NamedNode) -> NamedNode:
        if node.value not in names:
            it = _INSTANCE.fullmatch(node.value)
            names[node.value] = NamedNode(f"{it['node']}.{copy}{it['fragment'] or ''}") if it else node
        return names[node.value]

    for quad in quads:
        value = renamed(quad.object) if isinstance(quad.object, NamedNode) else quad.object
        yield Triple(renamed(quad.subject), quad.predicate, value)  # type: ignore[arg-type]


def measure(engine: str, path: Path) -> dict[str, Any]:
    """Load and ask in this process."""
    prefixes = VOCABULARIES | declared_prefixes(path)
    begun = time.process_time()
    answer = _oxigraph(path, prefixes) if engine == "oxigraph" else _rdflib(path, prefixes)
    loaded = time.process_time() - begun
    seconds, rows = {}, {}
    for name, sparql in QUERIES.items():
        times = []
        for _ in range(REPEATS):
            begun = time.process_time()
            found = answer(sparql)
            times.append(time.process_time() - begun)
        seconds[name], rows[name] = statistics.median(times), sorted(found)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"load": loaded, "queries": seconds, "rows": rows, "megabytes": memory}


def _oxigraph(path: Path, prefixes: dict[str, str]) -> Callable[[str], list[list[str]]]:
    store = open_store(path)

    def answer(sparql: str) -> list[list[str]]:
        solutions = ask(store, sparql, prefixes)
        assert isinstance(solutions, QuerySolutions)
        return [[_text(getattr(term, "value", None)) for term in row] for row in solutions]

    return answer


def _rdflib(path: Path, prefixes: dict[str, str]) -> Callable[[str], list[list[str]]]:
    import rdflib

    graph = rdflib.Graph().parse(path)

    def answer(sparql: str) -> list[list[str]]:
        return [[_text(term) for term in row] for row in graph.query(sparql, initNs=prefixes)]  # type: ignore[union-attr]

    return answer


def _text(term: object) -> str:
    return "" if term is None else str(term)


def compare(source: Path, triples: int) -> tuple[int, dict[str, Any]]:
    """Number of triples, and what each engine needed for them."""
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.ttl"
        number = multiply(source, large, triples)
        results: dict[str, Any] = {}
        for engine in ("oxigraph", "rdflib"):
            command = [sys.executable, __file__, str(large), "--engine", engine]
            run = subprocess.run(command, capture_output=True, text=True, check=True)
            results[engine] = json.loads(run.stdout)
    for name in QUERIES:
        ours, theirs = (results[engine]["rows"][name] for engine in results)
        if ours != theirs:
            raise SystemExit(f"{name}: the engines give different rows ({len(ours)} and {len(theirs)}).")
    return number, results


def table(number: int, results: dict[str, Any]) -> str:
    """The figures as a table in Markdown."""
    ours, theirs = results["oxigraph"], results["rdflib"]
    lines = [f"| {number:,} triples | Oxigraph | rdflib | |", "|---|---|---|---|"]

    def line(name: str, first: float, second: float, unit: str) -> None:
        lines.append(f"| {name} | {_figure(first)} {unit} | {_figure(second)} {unit} | {second / first:,.0f}× |")

    line("load", ours["load"], theirs["load"], "s")
    for name in QUERIES:
        count = len(ours["rows"][name])
        line(f"{name} ({count:,} rows)", ours["queries"][name], theirs["queries"][name], "s")
    line("peak memory", ours["megabytes"], theirs["megabytes"], "MB")
    return "\n".join(lines)


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path, help="a graph that kg build wrote")
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--engine", choices=("oxigraph", "rdflib"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.engine:
        print(json.dumps(measure(arguments.engine, arguments.graph)))
    else:
        print(table(*compare(arguments.graph, arguments.triples)))


if __name__ == "__main__":
    main()
