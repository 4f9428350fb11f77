"""Sequences of records: slices, data frames, tables in Jupyter."""

import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.api import NewsGraph, Records, Row, open_graph
from kg.api.sequence import SHOWN
from kg.errors import UsageError

HOSTILE = '<script>alert("x")</script> & </td> \' <img src=x onerror=alert(1)>'


@pytest.fixture(scope="module")
def graph(news_file: Path) -> NewsGraph:
    return open_graph(news_file)


class Tags(HTMLParser):
    """The tags and the texts of the cells."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read_html(records: Records[Row]) -> Tags:
    parser = Tags()
    parser.feed(records._repr_html_())
    return parser


def test_records_are_a_sequence(graph: NewsGraph) -> None:
    quotations = graph.quotations()
    assert list(quotations) == [quotations[i] for i in range(len(quotations))]
    assert isinstance(quotations[1:3], Records)
    assert quotations[1:3][0] == quotations[1]
    assert quotations[-1] in quotations
    assert repr(quotations) == "<6 quotations>"
    assert repr(quotations[:2]) == "<2 quotations>"
    with pytest.raises(IndexError):
        _ = quotations[6]


def test_to_pandas_has_a_row_for_each_record(graph: NewsGraph) -> None:
    frame = graph.stances(source="Südland").to_pandas()
    assert list(frame.columns) == [
        "source",
        "polarity",
        "act",
        "target",
        "status",
        "confidence",
        "in_quotation",
        "evidence",
        "start",
        "end",
        "file",
        "title",
        "published",
        "iri",
    ]
    assert frame["target"].tolist() == ["Ostland", "Nordland", "Nordland"]
    assert frame["confidence"].mean() == pytest.approx(0.8333, abs=1e-4)
    assert frame["evidence"][1] == "Südland verurteilte Nordland"


@pytest.mark.parametrize("method", ["articles", "actors", "quotations", "stances", "events"])
def test_every_kind_becomes_a_frame_with_the_same_columns_when_empty(method: str, graph: NewsGraph) -> None:
    records = getattr(graph, method)()
    assert len(records.to_pandas()) == len(records) == len(records.to_dicts())
    assert list(records[:0].to_pandas().columns) == list(records.to_pandas().columns)


def test_several_actors_share_a_cell(graph: NewsGraph) -> None:
    joint = graph.quotations(speaker="Hafenverband").to_dicts()[0]
    assert joint["speaker"] == "Erika Muster; Hafenverband"


def test_without_pandas_the_message_says_how_to_get_it(graph: NewsGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"needs pandas\. Install it: pip install 'kg\[pandas\]'"):
        graph.actors().to_pandas()


def test_html_shows_text_as_text() -> None:
    parser = read_html(Records([Row({HOSTILE: HOSTILE, "n": 1, "none": None})], HOSTILE))
    assert parser.tags == {"table", "thead", "tbody", "tr", "th", "td", "p"}
    assert parser.texts.count(HOSTILE) == 2
    assert "None" not in parser.texts


def test_html_shows_the_first_rows_and_says_so() -> None:
    parser = read_html(Records([Row({"n": i}) for i in range(1234)], "rows"))
    assert parser.texts[-1] == f"1,234 rows, the first {SHOWN} shown"
    assert len(parser.texts) == 1 + SHOWN + 1


def test_html_leaves_out_what_only_programs_need(graph: NewsGraph) -> None:
    html = graph.quotations()._repr_html_()
    assert "Nordland gibt nicht nach" in html
    assert "https://example.org" not in html
    assert "https://example.org" in graph.query("SELECT ?a { ?a kg:opposes ?b }")._repr_html_()
