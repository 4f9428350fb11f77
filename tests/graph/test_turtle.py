"""The serializer against two other parsers, and files that are written whole or not at all."""

import random
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, BNode, Graph, Literal, URIRef
from small_articles import election, graph_of, harbour

from kg.errors import GraphError
from kg.graph.store import declared_prefixes, open_store, turtle, write_turtle, write_whole
from kg.graph.vocab import XSD, prefixes

A, P = URIRef("https://example.org/kg/actor/a"), URIRef("https://example.org/p")

LITERALS = [
    Literal('zwei\nZeilen und \\"'),
    Literal('zwei\nZeilen """ und "" und "'),
    Literal('\n"'),
    Literal("eine Zeile \\"),
    Literal("\r\n\t\x00\x1b\x7f\u2028"),
    Literal(""),
    Literal("schön", lang="de"),
    Literal(7),
    Literal("0.90", datatype=XSD.decimal, normalize=False),
    Literal("5", datatype=XSD.decimal, normalize=False),
    Literal("eins", datatype=XSD.integer),
    Literal("2022-01", datatype=XSD.gYearMonth),
    Literal(True),
    Literal(1.5),
    Literal("x", datatype=URIRef("https://example.org/type")),
]


def read_by_oxigraph(content: bytes) -> list[tuple[str, str | None, str]]:
    quads = parse(content, RdfFormat.TURTLE)
    return sorted((q.object.value, q.object.language, q.object.datatype.value) for q in quads)


def as_plain(literal: Literal) -> tuple[str, str | None, str]:
    datatype = RDF.langString if literal.language else literal.datatype or XSD.string
    return str(literal), literal.language, str(datatype)


@pytest.mark.parametrize("literal", LITERALS, ids=repr)
def test_literal_is_read_as_it_was(literal: Literal) -> None:
    graph = Graph(bind_namespaces="none")
    graph.add((A, P, literal))
    assert read_by_oxigraph(turtle(graph)) == [as_plain(literal)]
    (read,) = Graph().parse(data=turtle(graph), format="turtle").objects()
    assert (str(read), read.language) == (str(literal), literal.language)


def test_strings_of_troublesome_characters_are_read_as_they_were() -> None:
    chance = random.Random(7)
    texts = {"".join(chance.choices("\"\\\n\r'a", k=chance.randint(1, 9))) for _ in range(400)}
    graph = Graph(bind_namespaces="none")
    for text in texts:
        graph.add((A, P, Literal(text)))
    assert {text for text, _, _ in read_by_oxigraph(turtle(graph))} == texts


@pytest.mark.parametrize("local", ["x", "", "-x", "x.", "x%20y", "ä", "1", "x/y", "a#char=1,2"])
def test_iri_is_read_as_it_was(local: str) -> None:
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in prefixes().items():
        graph.bind(prefix, namespace)
    node = URIRef(f"https://example.org/kg/actor/{local}")
    graph.add((node, P, node))
    assert [(q.subject.value, q.object.value) for q in parse(turtle(graph), RdfFormat.TURTLE)] == [
        (str(node), str(node))
    ]


def test_blank_nodes_of_foreign_graphs_are_kept() -> None:
    graph = Graph()
    graph.add((BNode("x"), P, BNode("y")))
    assert len(Graph().parse(data=turtle(graph), format="turtle")) == 1


def test_turtle_is_the_same_as_rdflib_means_it() -> None:
    graph = graph_of(harbour(), election())
    assert set(Graph().parse(data=graph.serialize(format="turtle"))) == set(Graph().parse(data=turtle(graph)))


def test_spans_follow_the_order_of_the_text() -> None:
    lines = turtle(graph_of(harbour())).decode().splitlines()
    starts = [int(line.split("#char=")[1].split(",")[0]) for line in lines if line.startswith("<") and "#char=" in line]
    assert len(starts) > 10
    assert starts == sorted(starts)


def test_write_turtle_replaces_the_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "neu" / "graph.ttl"
    write_turtle(graph_of(harbour()), target)
    write_turtle(graph_of(election()), target)
    assert target.read_bytes() == turtle(graph_of(election()))
    assert list(target.parent.iterdir()) == [target]


def test_write_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.ttl").symlink_to(tmp_path / "real.ttl")
    write_whole(tmp_path / "link.ttl", b"x")
    assert (tmp_path / "real.ttl").read_bytes() == b"x"
    assert (tmp_path / "link.ttl").is_symlink()


def test_failed_write_keeps_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "graph.ttl"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(GraphError, match=r"graph\.ttl: cannot be written \(No space left on device\)"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_write_refuses_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no ordinary file"):
        write_whole(tmp_path, b"x")


def test_open_store_holds_every_triple(tmp_path: Path) -> None:
    graph = graph_of(harbour(), election())
    write_turtle(graph, tmp_path / "graph.ttl")
    assert len(open_store(tmp_path / "graph.ttl")) == len(graph)


def test_declared_prefixes_are_those_of_the_file(tmp_path: Path) -> None:
    write_turtle(graph_of(harbour()), tmp_path / "graph.ttl")
    assert declared_prefixes(tmp_path / "graph.ttl") == prefixes()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"@prefix a: <urn:a> .\na:b a:c\n", r"bad\.ttl: line 3: not Turtle"),
        (b"<html><body>hello</body></html>", r"bad\.ttl: line 1: not Turtle"),
        (b"\x00\x01\xff", r"bad\.ttl: .*not Turtle"),
    ],
    ids=["cut-off", "html", "binary"],
)
def test_open_store_says_where_a_file_is_no_turtle(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "bad.ttl"
    path.write_bytes(content)
    with pytest.raises(GraphError, match=message):
        open_store(path)


def test_open_store_names_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"nothing\.ttl: no such file\. Build it first: kg build"):
        open_store(tmp_path / "nothing.ttl")


def test_open_store_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="cannot be read"):
        open_store(tmp_path)
