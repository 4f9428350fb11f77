"""Articles of a graph against the files that they name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ArticleError, UsageError
from kg.facts import Article
from kg.graph.check.findings import Finding, Problem, excerpt
from kg.graph.nodes import Nodes, short_form
from kg.graph.statements import plain
from kg.ingest import find_sources, read_article


@dataclass(frozen=True, slots=True)
class Folder:
    """The articles in a folder.

    Attributes:
        articles: source file -> article.
        failures: source file -> why it cannot be read.
    """

    articles: Mapping[str, Article]
    failures: Mapping[str, str]


def read_folder(folder: Path) -> Folder:
    """The articles in a folder, as a build of it would read them.

    Raises:
        UsageError: there is no such folder.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder. Name the folder that the graph was built from.")
    articles: dict[str, Article] = {}
    failures: dict[str, str] = {}
    for source in find_sources([folder]).sources:
        try:
            articles[source.name] = read_article(source)
        except ArticleError as error:
            failures[source.name] = str(error)
    return Folder(articles, failures)


def file_findings(nodes: Nodes, folder: Folder) -> Iterator[Finding]:
    """Articles whose file is missing or holds something else. Files that the graph lacks are none of its faults."""
    for node in nodes.of_type("schema:NewsArticle"):
        file = nodes.text(node, "kg:sourceFile")
        found = folder.articles.get(file)
        if found is None:
            reason = folder.failures.get(file, "the folder has no such file")
            yield Finding(file, short_form(node), Problem.ARTICLE, reason)
            continue
        for message in _differences(node, nodes, found):
            yield Finding(file, short_form(node), Problem.ARTICLE, message)


def _differences(node: str, nodes: Nodes, found: Article) -> Iterator[str]:
    body, written = nodes.first(node, "schema:articleBody"), plain(found.body)
    if body is not None and body != written:
        shared = zip(body, written, strict=False)
        at = next((place for place, (one, other) in enumerate(shared) if one != other), min(len(body), len(written)))
        here = slice(max(0, at - 10), at + 20)
        yield f"the text differs from character {at:,} on: graph {excerpt(body[here])}, file {excerpt(written[here])}"
    for name, in_file in (("schema:headline", found.title), ("schema:datePublished", found.date)):
        in_graph = nodes.first(node, name)
        if in_graph != (plain(in_file) if in_file else None):
            yield f"{name} is {_or_none(in_graph)}, the file has {_or_none(in_file)}"


def _or_none(text: str | None) -> str:
    return excerpt(text) if text else "none"
