"""Which files are read, and by which format."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ArticleError, UsageError
from kg.facts import Article
from kg.ingest.text import read_text_article

FORMATS: dict[str, Callable[[bytes, str], Article]] = {".txt": read_text_article}
"""File suffix -> reader of the file's bytes. The second argument is the article's source path."""

MAX_BYTES = 1_000_000
"""A long newspaper article has 60 kB; spaCy takes a million characters; anything beyond is an archive or no text."""


@dataclass(frozen=True)
class Source:
    """A file to read.

    Attributes:
        path: where the file is.
        name: `Article.source`: the path relative to the input folder, with `/`.
    """

    path: Path
    name: str


@dataclass(frozen=True)
class Found:
    """What the inputs hold.

    Attributes:
        sources: in sorted order of their names.
        skipped: files met in a folder whose suffix no format reads, in sorted order.
    """

    sources: tuple[Source, ...]
    skipped: tuple[Path, ...]


def find_sources(inputs: Sequence[Path]) -> Found:
    """The article files among the inputs; folders are searched recursively.

    Raises:
        UsageError: an input is missing or a named file is of an unknown kind, or two inputs give the same name.
    """
    sources: dict[str, Source] = {}
    skipped: list[Path] = []
    for given in inputs:
        if given.is_dir():
            # What is no folder counts as a file, so that a broken link is reported rather than overlooked.
            files = [p for p in given.rglob("*") if not p.is_dir()]
            skipped.extend(p for p in files if p.suffix.lower() not in FORMATS)
            found = [Source(p, _readable(p.relative_to(given))) for p in files if p.suffix.lower() in FORMATS]
        elif not given.exists():
            raise UsageError(f"{given}: no such file or folder. Name a folder of articles or a {_known()} file.")
        elif given.suffix.lower() not in FORMATS:
            raise UsageError(f"{given}: not a kind of file that kg reads ({_known()}). Convert it to text first.")
        else:
            found = [Source(given, _readable(Path(given.name)))]
        for source in found:
            twin = sources.setdefault(source.name, source)
            if twin.path.resolve() != source.path.resolve():
                raise UsageError(
                    f"{source.path}: has the same name as {twin.path} ({source.name!r}). "
                    "Build the folder above both, or rename one."
                )
    return Found(tuple(sources[name] for name in sorted(sources)), tuple(sorted(skipped)))


def read_article(source: Source) -> Article:
    """The article in a file.

    Raises:
        ArticleError: the file cannot be read, is empty, too large, or no text.
    """
    try:
        size = source.path.stat().st_size
        if size > MAX_BYTES:
            raise ArticleError(
                f"{source.path}: {size / 1e6:.1f} MB is too large for one article (at most {MAX_BYTES / 1e6:.0f} MB). "
                "Split it into one file per article."
            )
        data = source.path.read_bytes()
    except OSError as error:
        raise ArticleError(
            f"{source.path}: cannot be read ({error.strerror}). Check that the file exists and its permissions."
        ) from error
    try:
        return FORMATS[source.path.suffix.lower()](data, source.name)
    except ArticleError as error:
        raise ArticleError(f"{source.path}: {error}") from error


def _readable(path: Path) -> str:
    """The path as text; bytes of a file name that are not UTF-8 are replaced."""
    return os.fsencode(path.as_posix()).decode("utf-8", errors="replace")


def _known() -> str:
    return ", ".join(suffix.removeprefix(".") for suffix in FORMATS)
