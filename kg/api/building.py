"""Building a graph from Python."""

import warnings
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.api.graph import NewsGraph
from kg.graph.names import BASE_IRI


class BuildWarning(UserWarning):
    """An article could not be built, or was built with a doubt."""


def build(
    paths: str | Path | Iterable[str | Path],
    output: str | Path | None = None,
    *,
    page: str | Path | None = None,
    aliases: str | Path | None = None,
    jobs: int = 1,
    base_iri: str = BASE_IRI,
    with_text: bool = True,
) -> NewsGraph:
    """Read articles and build their graph.

    Args:
        paths: files and folders of articles.
        output: where the Turtle goes; None keeps the graph in memory.
        page: where the page goes; None writes none.
        aliases: the file in which you decide who is one (see `kg build --aliases`); None does without.
        jobs: processes. More than one start the program anew, so a script needs `if __name__ == "__main__":` then.
        base_iri: what the graph's own IRIs begin with.
        with_text: whether the graph holds the articles' bodies.

    Warns:
        BuildWarning: once for each article that was not built or is doubtful, and for each entry of the alias file
            that could not be followed.

    Raises:
        UsageError: a path is missing or of an unknown kind, the alias file is malformed, or no article could be built.
    """
    inputs = [Path(p) for p in ([paths] if isinstance(paths, str | Path) else paths)]
    if output is not None:
        _run(inputs, Path(output), page, aliases, jobs, base_iri, with_text)
        return NewsGraph(Path(output))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ttl"
        _run(inputs, path, page, aliases, jobs, base_iri, with_text)
        return NewsGraph(path, "graph in memory").load()


def _run(
    inputs: list[Path],
    output: Path,
    page: str | Path | None,
    aliases: str | Path | None,
    jobs: int,
    base_iri: str,
    with_text: bool,
) -> None:
    import kg.engine  # loads spaCy, which nobody needs to open a graph

    report = kg.engine.build(
        inputs,
        output,
        base_iri=base_iri,
        page=None if page is None else Path(page),
        aliases=None if aliases is None else Path(aliases),
        jobs=jobs,
        with_text=with_text,
    )
    for message in (*report.failures, *report.doubts, *report.notices):
        warnings.warn(message, BuildWarning, stacklevel=3)
