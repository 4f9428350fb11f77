"""The page in a browser without a network: what a reader does with it."""

import pytest
from newsgraph import NewsGraph, summit
from reading import Open, edge, lines, look_for, on_canvas, panel, settled
from selenium.webdriver import Keys
from selenium.webdriver.common.by import By
from test_page import HOSTILE, hostile, many


@pytest.mark.parametrize("news", [summit(), hostile(), NewsGraph()], ids=["summit", "hostile", "empty"])
def test_page_opens_without_a_word_in_the_console_and_without_a_request(open_page: Open, news: NewsGraph) -> None:
    browser = open_page(news)
    assert browser.get_log("browser") == []
    assert browser.execute_script("return performance.getEntriesByType('resource').map((entry) => entry.name)") == []
    assert browser.execute_script("return typeof kg.network.getScale()") == "number"


def test_overview_lists_who_opposes_whom(open_page: Open) -> None:
    browser = open_page(summit())
    assert "Who opposes whom\nWang Yi → USA\n2" in panel(browser)
    assert browser.find_element(By.ID, "counts").text == "1 article · 11 actors · 7 quotations · 10 stances"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("wang", ["Wang Yi"], id="name"),
        pytest.param("Moskau", ["Russland"], id="other-name"),
        pytest.param("us-aussen", ["US-Außenministerium", "Antony Blinken"], id="role-and-eszett"),
        pytest.param("niemand", ["No actor of this name"], id="nobody"),
        pytest.param("  ", [], id="blank"),
    ],
)
def test_search_suggests(open_page: Open, text: str, expected: list[str]) -> None:
    assert look_for(open_page(summit()), text) == expected


def test_search_opens_the_actor_by_keyboard(open_page: Open) -> None:
    browser = open_page(summit())
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    browser.switch_to.active_element.send_keys("u", Keys.ARROW_DOWN, Keys.ENTER)
    assert browser.find_element(By.CSS_SELECTOR, "#panel h2").text == "Ukraine"
    assert browser.get_log("browser") == []


def test_clicking_an_edge_shows_the_sentence_with_its_cue(open_page: Open) -> None:
    browser = open_page(summit())
    browser.execute_script("kg.showEdge(arguments[0])", edge(browser, "Wang Yi", "opposes", "USA"))
    shown = panel(browser)
    assert "Wang warf den USA vor, sich in chinesische Angelegenheiten einzumischen." in shown
    assert [cue.text for cue in browser.find_elements(By.CSS_SELECTOR, "#panel .cue")] == ["warf", "vor"]
    for part in ("Telefonat der Außenminister", "2022-01 · gipfel.txt", "accuse", "actual", "confidence 91 %"):
        assert part in shown
    assert "cue: warf … vor" in shown


def test_clicking_on_the_canvas_opens_actor_edge_and_overview(open_page: Open) -> None:
    browser = open_page(summit())
    actor = "return kg.network.getPosition(kg.model.search('wang yi')[0].actor);"
    on_canvas(browser, actor)
    assert browser.find_element(By.CSS_SELECTOR, "#panel h2").text == "Wang Yi"
    number = edge(browser, "Wang Yi", "supports", "Russland")
    # Where vis-network draws the middle of the curved line.
    line = f"return kg.network.body.edges[{number}].edgeType.getPoint(0.5);"
    on_canvas(browser, line)
    assert browser.find_element(By.CSS_SELECTOR, "#panel h2").text == "Wang Yi supports Russland"
    on_canvas(
        browser, "const { x, y } = kg.network.getPosition(kg.model.search('taiwan')[0].actor); return { x, y: y + 60 };"
    )
    assert browser.find_element(By.CSS_SELECTOR, "#panel h2").text == "What the news say"
    assert browser.get_log("browser") == []


def test_an_actor_shows_what_it_says_and_what_is_said_about_it(open_page: Open) -> None:
    browser = open_page(summit())
    browser.execute_script("kg.showActor(kg.model.search('Russland')[0].actor)")
    shown = panel(browser)
    assert "country" in shown
    assert "Wikidata Q159" in shown
    assert "US-Außenministerium says about Antony Blinken, Russland and Ukraine" in shown
    assert "told by somebody else" in shown


@pytest.mark.parametrize("relation", ["opposes", "supports", "addresses", "about"])
def test_a_switch_hides_the_edges_of_its_relation(open_page: Open, relation: str) -> None:
    browser = open_page(summit())

    def relations() -> set[str]:
        return {relation for _, relation, _ in lines(browser)}

    assert relation in relations()
    browser.find_element(By.ID, f"switch-{relation}").click()
    assert relations() == {"opposes", "supports", "addresses", "about"} - {relation}
    drawn = """
        const visible = kg.drawing.edges.get().filter((edge) => !edge.hidden);
        return visible.map((edge) => kg.model.data.edges[edge.id].relation);
    """
    assert relation not in browser.execute_script(drawn)
    browser.find_element(By.ID, f"switch-{relation}").click()
    assert relation in relations()


def test_the_switch_for_hedged_edges_leaves_only_actual_ones(open_page: Open) -> None:
    browser = open_page(summit())
    browser.find_element(By.ID, "switch-hedged").click()
    left = lines(browser)
    assert ("Wang Yi", "opposes", "USA") in left
    assert not {("USA", "opposes", "China"), ("Antony Blinken", "opposes", "Russland")} & left


def test_hostile_text_is_shown_and_not_run(open_page: Open) -> None:
    browser = open_page(hostile())
    browser.execute_script("kg.showEdge(kg.model.data.edges.find((edge) => edge.relation === 'opposes').id)")
    text = browser.execute_script("return document.querySelector('#panel blockquote').textContent")
    assert all(part in text for part in HOSTILE)
    assert look_for(browser, "Rat")
    browser.execute_script("kg.showActor(0); kg.showActor(1); kg.showOverview()")
    assert browser.execute_script("return window.hacked") is None
    assert browser.execute_script("return document.querySelectorAll('img, iframe').length") == 0
    assert browser.get_log("browser") == []


def test_a_graph_without_the_articles_text_shows_the_words_of_the_spans(open_page: Open) -> None:
    browser = open_page(summit(with_text=False))
    browser.execute_script("kg.showEdge(arguments[0])", edge(browser, "USA", "opposes", "Wladimir Putin"))
    assert browser.find_element(By.CSS_SELECTOR, "#panel blockquote").text == (
        "Auch die USA wiesen Putins Forderung zurück"
    )
    assert [cue.text for cue in browser.find_elements(By.CSS_SELECTOR, "#panel .cue")] == ["wiesen", "zurück"]
    assert browser.get_log("browser") == []


def test_an_empty_graph_says_so(open_page: Open) -> None:
    browser = open_page(NewsGraph())
    assert "No actors were found" in browser.find_element(By.ID, "notice").text
    assert look_for(browser, "a") == ["No actor of this name"]


def test_actors_without_relations_are_found_by_search(open_page: Open) -> None:
    news = NewsGraph()
    news.actor("Erika Muster")
    browser = open_page(news)
    assert "No relations" in browser.find_element(By.ID, "notice").text
    look_for(browser, "muster")
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert browser.find_element(By.CSS_SELECTOR, "#panel h2").text == "Erika Muster"
    assert browser.execute_script("return kg.drawing.nodes.length") == 1


def test_a_large_graph_says_what_it_leaves_out_and_search_brings_it_in(open_page: Open) -> None:
    browser = open_page(many(450))
    assert browser.find_element(By.ID, "notice").text.startswith("Showing the ")
    find = "return kg.model.data.actors.findIndex((actor, at) => !kg.drawing.nodes.get(at))"
    missing = browser.execute_script(find)
    label = browser.execute_script("return kg.model.data.actors[arguments[0]].label", missing)
    look_for(browser, label)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert browser.find_element(By.CSS_SELECTOR, "#panel h2").text == label
    assert browser.execute_script("return kg.drawing.nodes.get(arguments[0]) !== null", missing)
    touching = "return kg.drawing.edges.get().filter((e) => e.from === arguments[0] || e.to === arguments[0]).length"
    assert browser.execute_script(touching, missing) > 0
    assert browser.get_log("browser") == []


def test_lines_that_would_hide_the_others_start_switched_off(open_page: Open) -> None:
    news = NewsGraph()
    article = news.article("a.txt", " ".join(f"Rede {number} war lang." for number in range(40)))
    actors = [news.actor(f"Redner {number}") for number in range(40)]
    for number, speaker in enumerate(actors):
        others = [actors[(number + step) % 40] for step in range(1, 8)]
        news.quotation(article, [f"Rede {number} war lang."], [speaker], about=others)
    browser = open_page(news)
    assert "switched off" in browser.find_element(By.ID, "notice").text
    assert not browser.find_element(By.ID, "switch-about").is_selected()
    assert lines(browser) == set()
    browser.find_element(By.ID, "switch-about").click()
    assert len(lines(browser)) == 280
    settled(browser)
    browser.refresh()
    assert len(lines(browser)) == 280, "the address keeps that it is switched on"


def test_labels_do_not_lie_on_each_other(open_page: Open) -> None:
    browser = open_page(summit())
    script = """
        const boxes = kg.drawing.nodes.getIds().map((id) => kg.network.getBoundingBox(id));
        const apart = (a, b) => a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
        return boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => !apart(a, b))).length;
    """
    assert browser.execute_script(script) == 0
    assert browser.execute_script("return kg.drawing.nodes.get().filter((node) => !node.label).length") == 0


def test_panel_shows_many_statements_a_page_at_a_time(open_page: Open) -> None:
    news = NewsGraph()
    article = news.article("a.txt", " ".join(f"Vorwurf {number} wiegt schwer." for number in range(1, 101)))
    accuser, accused = news.actor("Anna Berg"), news.actor("Bert Tal")
    for number in range(1, 101):
        news.stance(article, accuser, accused, "Accuse", f"Vorwurf {number} wiegt schwer")
    browser = open_page(news)
    browser.execute_script("kg.showEdge(0)")
    more = browser.find_element(By.CSS_SELECTOR, "#panel .more")
    assert len(browser.find_elements(By.CSS_SELECTOR, "#panel .card")) == 60
    assert more.text == "Show more (40 statements left)"
    more.click()
    assert len(browser.find_elements(By.CSS_SELECTOR, "#panel .card")) == 100
    assert not more.is_displayed()
    assert panel(browser).index("Vorwurf 99 ") < panel(browser).index("Vorwurf 100 ")
