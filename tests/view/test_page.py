"""The page as a file: self-contained, the same every time, and safe whatever an article says."""

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from newsgraph import KG, SEM, NewsGraph, harbour, summit
from rdflib.namespace import RDF

from kg.errors import GraphError
from kg.view import write_page
from kg.view.drawing import LIMIT

HOSTILE = (
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 2'>",
    "<!-- <script> \u2028 \u2029 & &amp; \"quoted\" 'single' \\u003c {{ data }}",
)


class Page(HTMLParser):
    """Gathers what a browser would load or run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [f"{tag} {name}" for name, _ in attrs if name in {"src", "href", "srcset", "action", "data"}]
        if tag == "script":
            self.scripts.append((dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.scripts and self.get_starttag_text() and self.tags[-1] == "script":
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)

    @property
    def data(self) -> dict[str, list[dict[str, object]]]:
        [text] = [text for attributes, text in self.scripts if attributes.get("type") == "application/json"]
        return json.loads(text)


def written(news: NewsGraph, folder: Path) -> str:
    write_page(news.graph, folder / "graph.html")
    return (folder / "graph.html").read_bytes().decode("utf-8")


def hostile() -> NewsGraph:
    news = NewsGraph()
    body = f"{HOSTILE[0]} Der Rat {HOSTILE[1]} rügt den Verband {HOSTILE[2]}."
    article = news.article("<b>.txt", body, "2022-01-05", f"Titel {HOSTILE[0]}")
    rat = news.actor(f"Rat {HOSTILE[0]}", "organization", names=[HOSTILE[1]], roles=[HOSTILE[2]])
    verband = news.actor(HOSTILE[2], "organization")
    news.stance(article, rat, verband, "Accuse", body, [f"{HOSTILE[1]} rügt"])
    news.quotation(article, [body], [rat], about=[verband])
    return news


@pytest.mark.parametrize("news", [summit(), hostile(), NewsGraph()], ids=["summit", "hostile", "empty"])
def test_page_loads_nothing(news: NewsGraph, tmp_path: Path) -> None:
    page = Page(written(news, tmp_path))
    assert page.addresses == []
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", written(news, tmp_path).split("<script")[0])
    assert not {"link", "iframe", "img", "object", "base"} & set(page.tags)
    assert not re.search(r"@import|url\(", written(news, tmp_path).split("</style>")[0])


def test_page_has_the_parts_that_a_reader_needs(tmp_path: Path) -> None:
    page = Page(written(summit(), tmp_path))
    data = page.data
    assert sorted(actor["label"] for actor in data["actors"])[:2] == ["Antony Blinken", "China"]
    assert len(data["nodes"]) == len(data["actors"]) == 11
    assert all("x" in node and "y" in node for node in data["nodes"])
    assert {edge["relation"] for edge in data["edges"]} == {"opposes", "supports", "addresses", "about"}
    assert data["options"]["physics"] == {"enabled": False}


def test_page_keeps_edges_between_the_same_actors_apart(tmp_path: Path) -> None:
    edges = Page(written(summit(), tmp_path)).data["edges"]
    ways: dict[tuple[object, object], list[object]] = {}
    for edge in edges:
        ways.setdefault((edge["from"], edge["to"]), []).append(edge["roundness"])
    assert max(map(len, ways.values())) > 1
    assert all(len(set(bends)) == len(bends) for bends in ways.values())


def test_page_shows_hostile_text_as_text(tmp_path: Path) -> None:
    page = Page(written(hostile(), tmp_path))
    [stance] = [statement for statement in page.data["statements"] if statement["kind"] == "opposes"]
    article = page.data["articles"][stance["article"]]
    text = "".join(part for _, part in article["texts"])
    assert all(part in text for part in HOSTILE)
    assert not any("hacked" in text for attributes, text in page.scripts if "type" not in attributes)


def test_page_escapes_what_could_end_the_data(tmp_path: Path) -> None:
    text = written(hostile(), tmp_path)
    data = text.partition('type="application/json">')[2].partition("</script>")[0]
    assert not re.search("[<>&\u2028\u2029]", data)


def test_page_allows_its_own_scripts_only(tmp_path: Path) -> None:
    page = Page(written(summit(), tmp_path))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', written(summit(), tmp_path))
    assert policy is not None
    assert policy[1].startswith("default-src 'none'")
    runnable = [text for attributes, text in page.scripts if "type" not in attributes]
    assert policy[1].count("sha256-") == len(runnable) > 1
    assert "script-src 'unsafe-inline'" not in policy[1]


def test_page_is_the_same_every_time(tmp_path: Path) -> None:
    assert written(summit(), tmp_path / "a") == written(summit(), tmp_path / "b")


def test_page_is_the_same_whatever_the_order_of_sets_and_the_locale(tmp_path: Path) -> None:
    script = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from newsgraph import summit
from kg.view import write_page
write_page(summit().graph, Path(sys.argv[1]))
"""
    pages = []
    for seed in ("1", "2"):
        page = tmp_path / seed
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        }
        subprocess.run([sys.executable, "-c", script, str(page)], check=True, env=environment)
        pages.append(page.read_bytes())
    assert pages[0] == pages[1] == written(summit(), tmp_path).encode()


def test_write_page_replaces_the_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "graph.html"
    target.write_text("old")
    written(summit(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]
    assert target.read_text(encoding="utf-8") != "old"


def test_write_page_keeps_the_old_file_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "graph.html"
    target.write_text("old")

    def full(self: Path, target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(GraphError, match="cannot be written"):
        write_page(summit().graph, target)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]
    assert target.read_text() == "old"


def test_page_holds_each_text_once(tmp_path: Path) -> None:
    news = NewsGraph()
    article = news.article("a.txt", "Anna Berg rügt Bert Tal und Cem Aka, den Verband und den Rat.")
    anna = news.actor("Anna Berg")
    for name in ("Bert Tal", "Cem Aka", "Verband", "Rat"):
        news.stance(article, anna, news.actor(name), "Accuse", "Anna Berg rügt")
    text = written(news, tmp_path)
    assert text.count("den Verband und den Rat") == 1


def test_page_says_things_by_numbers_and_keeps_their_iris(tmp_path: Path) -> None:
    news = harbour()
    data = Page(written(news, tmp_path)).data
    iris = data["iris"]
    assert iris["actors"] == "https://example.org/kg/actor/"
    named = {iris["statements"] + one["iri"] for one in data["statements"]}
    assert named == {str(s) for kind in (KG.Stance, KG.Quotation) for s in news.graph.subjects(RDF.type, kind)}
    assert {iris["events"] + one["iri"] for one in data["events"]} == {
        str(event) for event in news.graph.subjects(RDF.type, SEM.Event)
    }


def test_page_ties_statements_to_the_dated_events_of_their_sentences(tmp_path: Path) -> None:
    data = Page(written(harbour(), tmp_path)).data
    told = {
        (data["articles"][one["article"]]["file"], one["act"]): [
            data["events"][event]["label"] for event in one["events"]
        ]
        for one in data["statements"]
        if "events" in one
    }
    assert told == {("talks.txt", "Indirect"): ["Treffen"]}


def test_page_of_a_large_graph_draws_the_strongest_part_only(tmp_path: Path) -> None:
    data = Page(written(many(3 * LIMIT), tmp_path)).data
    drawn = [node for node in data["nodes"] if "x" in node]
    assert len(data["nodes"]) == 3 * LIMIT
    assert 0 < len(drawn) <= LIMIT
    most_talked_of = [actor["label"] for actor in data["actors"]].index("Akteur 0")
    assert data["nodes"][most_talked_of] in drawn


def many(size: int) -> NewsGraph:
    """A chain of actors, with the first ten much talked of."""
    news = NewsGraph()
    article = news.article("viele.txt", " ".join(f"Akteur {n} rügt den nächsten." for n in range(size)))
    actors = [news.actor(f"Akteur {number}") for number in range(size)]
    for number, actor in enumerate(actors):
        for target in (actors[(number + 1) % size], actors[number % 10]):
            if actor != target:
                news.stance(article, actor, target, "Accuse", f"Akteur {number} rügt den nächsten")
    return news
