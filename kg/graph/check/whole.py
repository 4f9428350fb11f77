"""All checks of a graph, in one report."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import NamedNode

from kg.graph.check.files import Folder, file_findings, read_folder
from kg.graph.check.findings import Finding, Problem
from kg.graph.check.references import agreement_findings, dangling_findings
from kg.graph.check.shapes import shape_findings
from kg.graph.check.spans import span_findings
from kg.graph.nodes import Nodes, text_of
from kg.graph.statements import plain
from kg.graph.store import triples


@dataclass(frozen=True)
class CheckReport:
    """What a check found.

    Attributes:
        findings: sorted by file, then by node.
        triples, articles, statements, spans: how many were checked; statements are quotations, stances, events and
            time expressions.
        unread: articles whose text is neither in the graph nor in the folder: their spans were not compared.
        unbuilt: source files in the folder that no article of the graph names.
    """

    findings: tuple[Finding, ...]
    triples: int
    articles: int
    statements: int
    spans: int
    unread: tuple[str, ...] = ()
    unbuilt: tuple[str, ...] = ()


def check_graph(
    path: Path,
    folder: Path | None = None,
    *,
    on_start: Callable[[int], None] = lambda total: None,
    on_nodes: Callable[[int], None] = lambda number: None,
) -> CheckReport:
    """Check a graph's shape, its references, its spans and, where a folder is given, its articles' files.

    Args:
        path: a graph file.
        folder: what the graph was built from.
        on_start: called with the number of nodes before the shapes, which take most of the time.
        on_nodes: called with numbers of nodes that are done.

    Raises:
        GraphError: the graph cannot be read.
        UsageError: there is no such folder.
    """
    files = read_folder(folder) if folder is not None else None
    text = _check_text(path, files)  # first: the graph is in memory once without its datatypes, then once with them
    by_subject: dict[str, list[tuple[NamedNode, object]]] = {}
    for quad in triples(path):
        by_subject.setdefault(text_of(quad.subject), []).append((quad.predicate, quad.object))
    on_start(len(by_subject))
    findings = {
        *text.findings,
        *dangling_findings(by_subject, text.file_of),
        *shape_findings(by_subject, text.file_of, on_nodes),
    }
    return replace(text.report, findings=tuple(sorted(findings)), triples=sum(map(len, by_subject.values())))


@dataclass(frozen=True)
class _Text:
    """What a look at the words found, and which file a node belongs to."""

    findings: frozenset[Finding]
    report: CheckReport
    file_of: Callable[[str], str]


def _check_text(path: Path, files: Folder | None) -> _Text:
    nodes = Nodes.read(path)
    articles = nodes.of_type("schema:NewsArticle")
    source = {article: nodes.text(article, "kg:sourceFile") for article in articles}
    article_of = {node: article for node in nodes if (article := nodes.first(node, "kg:article")) is not None}

    def file_of(node: str) -> str:
        return source.get(article_of.get(node) or node.partition("#")[0], "")

    def body_of(article: str) -> str | None:
        body = nodes.first(article, "schema:articleBody")
        return body if body is not None else _body_in(files, source.get(article, ""))

    findings = {*span_findings(nodes, body_of, file_of), *agreement_findings(nodes, file_of)}
    if not articles:
        findings.add(Finding("", "", Problem.SHAPE, "the graph holds no articles: nothing was checked"))
    if files is not None:
        findings.update(file_findings(nodes, files))
    report = CheckReport(
        findings=(),
        triples=0,
        articles=len(articles),
        statements=sum(map(len, map(nodes.of_type, _STATEMENTS))),
        spans=len(nodes.of_type("oa:TextPositionSelector")),
        unread=tuple(sorted(source[article] for article in articles if body_of(article) is None)),
        unbuilt=tuple(sorted({*files.articles, *files.failures} - {*source.values()})) if files is not None else (),
    )
    return _Text(frozenset(findings), report, file_of)


_STATEMENTS = ("kg:Quotation", "kg:Stance", "sem:Event", "kg:TimeExpression", "kg:ImpliedTime")


def _body_in(files: Folder | None, file: str) -> str | None:
    article = files.articles.get(file) if files is not None else None
    return plain(article.body) if article is not None else None
