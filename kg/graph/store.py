"""Graphs on disk: written whole or not at all, read into a store that answers SPARQL."""

import os
import re
from io import BytesIO
from pathlib import Path

from pyoxigraph import RdfFormat, Store, parse
from rdflib import Graph

from kg.errors import GraphError
from kg.graph.turtle import StableTurtleSerializer


def write_turtle(graph: Graph, path: Path) -> None:
    """Write a graph as Turtle: the same graph gives the same bytes.

    Raises:
        GraphError: the file cannot be written. What was there before is still there.
    """
    write_whole(path, turtle(graph))


def turtle(graph: Graph) -> bytes:
    """A graph as Turtle in UTF-8."""
    stream = BytesIO()
    StableTurtleSerializer(graph).serialize(stream, encoding="utf-8")
    return stream.getvalue()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it, whatever happens on the way.

    Raises:
        GraphError: the file cannot be written. What was there before is still there.
    """
    target = path.resolve()  # a link stays a link to the new content
    if target.exists() and not target.is_file():
        raise GraphError(f"{path}: is no ordinary file. Name a file to write to.")
    temporary = target.with_name(f".{target.name[:200]}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    except OSError as error:
        raise GraphError(f"{path}: cannot be written ({error.strerror}). Name a place you may write to.") from error
    finally:
        temporary.unlink(missing_ok=True)


def open_store(path: Path) -> Store:
    """The graph in a Turtle file, ready for queries.

    Raises:
        GraphError: the file is missing, unreadable, or no Turtle.
    """
    content = _read(path)
    store = Store()
    try:
        store.bulk_load(content, RdfFormat.TURTLE)
    except SyntaxError as error:
        raise GraphError(_not_turtle(path, error)) from error
    return store


def declared_prefixes(path: Path) -> dict[str, str]:
    """The prefixes that a Turtle file declares before its first triple.

    Raises:
        GraphError: the file is missing, unreadable, or no Turtle.
    """
    parser = parse(_read(path), RdfFormat.TURTLE)
    try:
        next(parser, None)
    except SyntaxError as error:
        raise GraphError(_not_turtle(path, error)) from error
    return dict(parser.prefixes)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise GraphError(f"{path}: no such file. Build it first: kg build ARTICLES -o {path}") from error
    except OSError as error:
        raise GraphError(f"{path}: cannot be read ({error.strerror}). Name a Turtle file.") from error


def _not_turtle(path: Path, error: SyntaxError) -> str:
    where = f"line {error.lineno}: " if error.lineno else ""
    what = re.sub(r"^Parser error.*?: ", "", error.msg)
    return f"{path}: {where}not Turtle ({what}). Name a graph that kg build wrote."
