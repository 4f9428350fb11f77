"""What the export menu saves: pictures, a table and a graph of what is in sight."""

import base64
import csv
import io
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from newsgraph import KG, NewsGraph, harbour, summit
from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import PROV, RDF, XSD
from reading import Open, edge, settled
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from test_page import HOSTILE, hostile

from kg.graph.vocab import ontology_file
from kg.view import write_page

GOLDEN = sorted(Path(__file__).parent.parent.glob("golden/*/expected.ttl"))
SVG = "{http://www.w3.org/2000/svg}"


def saved(browser: Chrome, form: str) -> str:
    return str(browser.execute_script("return kg.exports.text[arguments[0]]()", form))


def rows(browser: Chrome) -> list[dict[str, str]]:
    text = saved(browser, "csv")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def statements(graph: Graph) -> set[URIRef]:
    return {subject for kind in (KG.Stance, KG.Quotation) for subject in graph.subjects(RDF.type, kind)}


@pytest.mark.parametrize("file", GOLDEN, ids=[file.parent.name for file in GOLDEN])
def test_turtle_says_nothing_that_the_graph_does_not_say(browser: Chrome, tmp_path: Path, file: Path) -> None:
    graph = Graph().parse(file)
    # What depends on versions and on the processor is left out of golden graphs.
    run = URIRef("https://example.org/kg/run/1")
    graph.add((run, RDF.type, PROV.Activity))
    for part in (KG.programVersion, KG.modelVersion, KG.ontologyVersion):
        graph.add((run, part, Literal("1.0.0")))
    for statement in statements(graph):
        graph.add((statement, PROV.wasGeneratedBy, run))
        graph.add((statement, KG.confidence, Literal("0.75", datatype=XSD.decimal)))
    write_page(graph, tmp_path / "graph.html")
    browser.get((tmp_path / "graph.html").as_uri())
    part = Graph().parse(data=saved(browser, "ttl"), format="turtle")
    assert len(part) > 100
    assert set(part) <= set(graph)
    conforms, _, report = validate(part, shacl_graph=Graph().parse(data=ontology_file("shapes.ttl").read_text("utf-8")))
    assert conforms, report


def test_turtle_holds_the_visible_statements_and_no_others(open_page: Open) -> None:
    news = harbour()
    browser = open_page(news)
    assert statements(Graph().parse(data=saved(browser, "ttl"))) == statements(news.graph)
    browser.find_element(By.ID, "switch-about").click()
    browser.find_element(By.ID, "switch-addresses").click()
    left = statements(Graph().parse(data=saved(browser, "ttl")))
    assert left == set(news.graph.subjects(RDF.type, KG.Stance))
    browser.find_element(By.ID, "tab-claims").click()
    claims = statements(Graph().parse(data=saved(browser, "ttl")))
    assert claims == set(news.graph.subjects(RDF.type, KG.Quotation))


def test_turtle_and_csv_survive_hostile_text(open_page: Open) -> None:
    news = hostile()
    browser = open_page(news)
    part = Graph().parse(data=saved(browser, "ttl"))
    assert set(part) <= set(news.graph)
    assert all(bit in rows(browser)[0]["sentence"] for bit in HOSTILE)


def test_offsets_hold_beyond_the_basic_plane(open_page: Open) -> None:
    news = NewsGraph()
    article = news.article("a.txt", "🎈🎈 Anna Berg rügt 🎉 Ben Tal. 🎈 Ende.")
    news.stance(
        article, news.actor("Anna Berg"), news.actor("Ben Tal"), "Accuse", "Anna Berg rügt 🎉 Ben Tal", ["rügt"]
    )
    browser = open_page(news)
    assert set(Graph().parse(data=saved(browser, "ttl"))) <= set(news.graph)
    assert rows(browser)[0]["words"] == "Anna Berg rügt 🎉 Ben Tal"
    assert rows(browser)[0]["cue"] == "rügt"


def test_csv_has_a_row_for_each_visible_statement(open_page: Open) -> None:
    browser = open_page(harbour(), "off=about,addresses")
    table = {row["act"] + row["from"]: row for row in rows(browser)}
    assert len(table) == 3
    row = table["RejectSeeleute-Union"]
    assert (row["kind"], row["to"], row["status"], row["confidence"]) == ("opposes", "Hafenstadt", "Actual", "0.9")
    assert (row["file"], row["date"], row["url"]) == ("strike.txt", "2021-05-04", "https://news.example/strike")
    assert row["cue"] == "verwirft"
    assert row["sentence"] == "Die Seeleute-Union verwirft das Angebot der Hafenstadt."
    assert (row["start"], row["end"]) == ("0", "54")


def test_csv_cells_do_not_run_in_a_spreadsheet(open_page: Open) -> None:
    news = NewsGraph()
    article = news.article("=1+1.txt", "=HYPERLINK(1) rügt Ben.", title="@SUM(A1)")
    news.stance(article, news.actor("=HYPERLINK(1)"), news.actor("Ben"), "Accuse", "=HYPERLINK(1) rügt Ben")
    [row] = rows(open_page(news))
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert row["from"] == "'=HYPERLINK(1)"


def test_svg_draws_every_actor_and_line(open_page: Open) -> None:
    browser = open_page(summit())
    picture = ElementTree.fromstring(saved(browser, "svg").encode())
    words = {text.text for text in picture.iter(f"{SVG}text")}
    assert {"Wang Yi", "USA", "US-Außenministerium", "opposes", "country"} <= words
    arrows = [
        mark
        for group in picture.iter(f"{SVG}g")
        for mark in group.findall(f"{SVG}polygon")
        if "opacity" in group.attrib
    ]
    assert len(arrows) == len(browser.execute_script("return kg.drawing.visible()"))
    assert not [one for one in picture.iter() if any("href" in name for name in one.attrib)]


def test_svg_of_the_timeline_brings_its_looks_along(open_page: Open) -> None:
    browser = open_page(harbour(), "tab=timeline")
    picture = ElementTree.fromstring(saved(browser, "svg").encode())
    assert "Streik begann" in {text.text for text in picture.iter(f"{SVG}text")}
    assert all(rect.get("fill") for rect in picture.iter(f"{SVG}rect"))


@pytest.mark.parametrize("tab", ["graph", "timeline"])
def test_png_is_a_picture(open_page: Open, tab: str) -> None:
    browser = open_page(harbour(), f"tab={tab}")
    script = """
        const done = arguments[0];
        const text = (bytes) => btoa([...new Uint8Array(bytes)].map((byte) => String.fromCharCode(byte)).join(""));
        const failed = (error) => done(String(error));
        kg.exports.blob("png").then((blob) => blob.arrayBuffer()).then((bytes) => done(text(bytes)), failed);
    """
    content = base64.b64decode(browser.execute_async_script(script))
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width = int.from_bytes(content[16:20], "big")
    assert width > 600
    assert len(content) > 5000
    assert browser.get_log("browser") == []


def test_the_menu_saves_a_file(browser: Chrome, open_page: Open, tmp_path: Path) -> None:
    open_page(harbour())
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    browser.find_element(By.ID, "open-export").click()
    entries = browser.find_elements(By.CSS_SELECTOR, "#export button")
    assert [entry.text.splitlines()[0] for entry in entries] == ["PNG", "SVG", "CSV", "Turtle", "Copy link"]
    assert "5 statements" in entries[3].text
    entries[3].click()
    target = tmp_path / "graph-graph.ttl"
    for _ in range(100):
        settled(browser)
        if target.exists() and target.stat().st_size:
            break
    assert len(statements(Graph().parse(target))) == 5
    assert browser.get_log("browser") == []


def test_a_citation_names_the_sentence_its_speaker_and_its_source(open_page: Open) -> None:
    browser = open_page(harbour())
    browser.execute_script("kg.showEdge(arguments[0])", edge(browser, "Seeleute-Union", "opposes", "Hafenstadt"))
    browser.execute_script("""
        const clipboard = { writeText: async (text) => { window.copied = text; } };
        Object.defineProperty(navigator, 'clipboard', { value: clipboard });
    """)
    button = browser.find_element(By.CSS_SELECTOR, "#panel .card .quiet")
    button.click()
    settled(browser)
    assert browser.execute_script("return window.copied") == (
        "Die Seeleute-Union verwirft das Angebot der Hafenstadt. [Seeleute-Union opposes Hafenstadt] "
        "“Streik im Hafen”, 2021-05-04, https://news.example/strike, characters 0–54."
    )
    assert button.text == "Copied"


def test_an_article_is_linked_only_by_the_webs_addresses(open_page: Open) -> None:
    browser = open_page(harbour())
    browser.execute_script("kg.showEdge(arguments[0])", edge(browser, "Seeleute-Union", "opposes", "Hafenstadt"))
    [link] = browser.find_elements(By.CSS_SELECTOR, "#panel a")
    assert link.get_attribute("href") == "https://news.example/strike"
    assert "noopener" in link.get_attribute("rel")
    news = NewsGraph()
    article = news.article("a.txt", "Anna rügt Ben.", title="Titel", url="javascript:window.hacked=1")
    news.stance(article, news.actor("Anna"), news.actor("Ben"), "Accuse", "Anna rügt Ben")
    browser = open_page(news)
    browser.execute_script("kg.showEdge(0)")
    assert browser.find_elements(By.CSS_SELECTOR, "#panel a") == []
