"""Switches, sliders and the neighbourhood: what they leave in the picture and in the panel."""

import pytest
from newsgraph import NewsGraph, harbour, summit
from reading import Open, actor, heading, lines, look_for, on_canvas, panel, settled, shown, slide
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By

REJECTS = ("Seeleute-Union", "opposes", "Hafenstadt")
ABOUT = ("Seeleute-Union", "about", "Hafenstadt")
PRAISES = ("Ida Lund", "supports", "Seeleute-Union")
SAYS = ("Ida Lund", "about", "Seeleute-Union")
TELLS = ("Ida Lund", "addresses", "Hafenstadt")
THANKS = ("Hafenstadt", "supports", "Ida Lund")
ALL = {REJECTS, ABOUT, PRAISES, SAYS, TELLS, THANKS}


def test_every_line_is_there_at_the_start(open_page: Open) -> None:
    browser = open_page(harbour())
    assert lines(browser) == ALL
    assert not browser.find_element(By.CSS_SELECTOR, "#filters > .action").is_displayed(), "nothing to reset"


def test_a_switch_hides_a_kind_of_actor_with_its_lines(open_page: Open) -> None:
    browser = open_page(harbour())
    browser.find_element(By.ID, "switch-person").click()
    assert lines(browser) == {REJECTS, ABOUT}
    assert shown(browser) == {"Seeleute-Union", "Hafenstadt"}
    browser.find_element(By.CSS_SELECTOR, "#filters > .action").click()
    assert lines(browser) == ALL


def test_least_confidence_hides_weaker_statements_everywhere(open_page: Open) -> None:
    browser = open_page(harbour())
    slide(browser, "sure", 60)
    assert lines(browser) == {REJECTS, PRAISES, SAYS, TELLS}
    browser.execute_script("kg.showActor(arguments[0])", actor(browser, "Hafenstadt"))
    assert "2 statements, 2 more hidden by filters" in panel(browser)
    assert "dankte" not in panel(browser)


def test_least_evidence_hides_thin_lines_and_lone_actors(open_page: Open) -> None:
    browser = open_page(summit())
    slide(browser, "least", 2)
    assert lines(browser) == {("Wang Yi", "opposes", "USA")}
    assert shown(browser) == {"Wang Yi", "USA"}


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        pytest.param(0, 2, ALL, id="all"),
        pytest.param(1, 2, {PRAISES, SAYS, TELLS, THANKS}, id="from-june"),
        pytest.param(0, 0, {REJECTS, ABOUT}, id="the-first-day-only"),
        pytest.param(1, 1, {PRAISES, SAYS, TELLS}, id="a-month"),
        pytest.param(2, 2, {THANKS}, id="a-year"),
    ],
)
def test_time_of_publication(open_page: Open, low: int, high: int, expected: set[tuple[str, str, str]]) -> None:
    browser = open_page(harbour())
    slide(browser, "until", high)
    slide(browser, "since", low)
    assert lines(browser) == expected


def test_time_of_events_leaves_what_is_told_with_them(open_page: Open) -> None:
    browser = open_page(harbour(), "by=event&since=2021-06-01")
    assert lines(browser) == {SAYS, TELLS}, "am Mittwoch may be as late as June"
    assert "4 statements without such a date hidden" in browser.find_element(By.ID, "filters").text
    browser.execute_script("kg.state.set({ until: kg.dates.day(2021, 5, 20), since: null })")
    assert lines(browser) == set()
    assert browser.find_element(By.ID, "notice").text == "Nothing passes the filters."


def test_sliders_of_time_do_not_pass_each_other(open_page: Open) -> None:
    browser = open_page(harbour())
    slide(browser, "until", 0)
    slide(browser, "since", 2)
    values = browser.execute_script("return ['since', 'until'].map((id) => Number(document.getElementById(id).value))")
    assert values == [0, 0]


def test_source_files_are_found_by_name_and_title(open_page: Open) -> None:
    browser = open_page(harbour())
    query = browser.find_element(By.ID, "find-file")
    query.send_keys("gesprä")
    assert [item.text for item in browser.find_elements(By.CSS_SELECTOR, ".found li")] == ["talks.txt\nGespräche"]
    query.send_keys(Keys.ENTER)
    assert lines(browser) == {PRAISES, SAYS, TELLS}
    query.send_keys("peace", Keys.ENTER)
    assert lines(browser) == {PRAISES, SAYS, TELLS, THANKS}
    browser.find_element(By.CSS_SELECTOR, ".chip").click()
    assert lines(browser) == {THANKS}


def test_the_evidence_leads_to_its_source_file(open_page: Open) -> None:
    browser = open_page(harbour())
    browser.execute_script("kg.showActor(arguments[0])", actor(browser, "Ida Lund"))
    [button] = [
        one.find_element(By.CSS_SELECTOR, ".quiet")
        for one in browser.find_elements(By.CSS_SELECTOR, "#panel .article")
        if "talks.txt" in one.text
    ][:1]
    button.click()
    assert lines(browser) == {PRAISES, SAYS, TELLS}
    assert browser.find_element(By.CSS_SELECTOR, ".chip").text == "talks.txt ×"


def test_double_click_shows_the_neighbourhood_and_there_is_a_way_back(open_page: Open) -> None:
    browser = open_page(summit())
    before = browser.execute_script("return [...kg.drawing.scene.spots]")
    everyone = shown(browser)
    spot = browser.execute_script(
        "return kg.network.canvasToDOM(kg.network.getPosition(arguments[0]))", actor(browser, "Nato")
    )
    canvas = browser.find_element(By.CSS_SELECTOR, "#network canvas")
    across, down = spot["x"] - canvas.size["width"] / 2, spot["y"] - canvas.size["height"] / 2
    ActionChains(browser).move_to_element_with_offset(canvas, round(across), round(down)).double_click().perform()
    assert shown(browser) == {"Nato", "Wladimir Putin"}
    assert browser.find_element(By.ID, "focus").is_displayed()
    browser.find_element(By.CSS_SELECTOR, "#focus .segments button:nth-child(2)").click()
    assert shown(browser) == {"Nato", "Wladimir Putin", "USA"}
    browser.find_element(By.CSS_SELECTOR, "#focus .segments button:nth-child(3)").click()
    assert {"Wang Yi", "China"} < shown(browser) < everyone
    browser.find_element(By.ID, "unfocus").click()
    assert shown(browser) == everyone
    assert browser.execute_script("return [...kg.drawing.scene.spots]") == before
    assert not browser.find_element(By.ID, "focus").is_displayed()
    assert browser.get_log("browser") == []


def test_the_browsers_back_button_undoes_a_step(open_page: Open) -> None:
    browser = open_page(summit())
    browser.execute_script("kg.focus(arguments[0])", actor(browser, "Nato"))
    assert heading(browser) == "Nato"
    browser.back()
    settled(browser)
    assert heading(browser) == "What the news say"
    assert "Taiwan" in shown(browser)


def test_keys_walk_through_actors_and_back(open_page: Open) -> None:
    browser = open_page(summit())
    body = browser.find_element(By.TAG_NAME, "body")
    body.send_keys("j")
    first = heading(browser)
    body.send_keys("j")
    second = heading(browser)
    assert first == "USA", "the most statements"
    assert second == "Wang Yi"
    body.send_keys("k")
    assert heading(browser) == first
    body.send_keys("x")
    assert browser.find_element(By.ID, "focus").is_displayed()
    body.send_keys(Keys.ESCAPE)
    assert not browser.find_element(By.ID, "focus").is_displayed()
    body.send_keys(Keys.ESCAPE)
    assert heading(browser) == "What the news say"
    body.send_keys("?")
    assert browser.find_element(By.ID, "help").is_displayed()
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert not browser.find_element(By.ID, "help").is_displayed()
    assert browser.get_log("browser") == []


def test_a_filter_that_leaves_little_of_the_strongest_brings_in_others(open_page: Open) -> None:
    news = NewsGraph()
    crowd = [news.actor(f"Akteur {number}") for number in range(200)]
    busy = news.article("busy.txt", " ".join(f"Satz {number} sagt etwas." for number in range(600)), "2020")
    for number in range(600):
        news.stance(busy, crowd[number % 150], crowd[(number * 7 + 1) % 150], "Accuse", f"Satz {number} sagt etwas")
    quiet = news.article("quiet.txt", "Anna Leise rügt Ben Still.", "2021")
    news.stance(quiet, news.actor("Anna Leise"), news.actor("Ben Still"), "Accuse", "Anna Leise rügt Ben Still")
    browser = open_page(news)
    assert "Anna Leise" not in shown(browser)
    browser.execute_script(
        "kg.state.set({ files: [kg.model.data.articles.findIndex((one) => one.file === 'quiet.txt')] })"
    )
    assert shown(browser) == {"Anna Leise", "Ben Still"}
    assert lines(browser) == {("Anna Leise", "opposes", "Ben Still")}
    assert len(set(spots(browser))) == 2


def spots(browser: Chrome) -> list[tuple[int, int]]:
    script = "return kg.drawing.scene.shown.map((actor) => kg.drawing.scene.spots.get(actor))"
    return [tuple(spot) for spot in browser.execute_script(script)]


def test_lines_bend_around_actors_that_they_do_not_belong_to(open_page: Open) -> None:
    browser = open_page(summit())
    script = """
        const spots = new Map([[0, [0, 0]], [1, [200, 0]], [2, [400, 0]]]);
        const node = () => ({ label: "x", size: 20, font: { size: 14 } });
        const edges = [{ id: 7, from: 0, to: 2, roundness: 0.06 }, { id: 8, from: 2, to: 0, roundness: 0.06 }];
        const bends = kg.curves.route(edges, spots, node);
        const middle = (id, ...ends) => {
            const [from, to] = ends.map((end) => spots.get(end));
            return kg.curves.along(from, kg.curves.control(from, to, bends.get(id)), to, 0.5)[1];
        };
        return [middle(7, 0, 2), middle(8, 2, 0)];
    """
    one, other = browser.execute_script(script)
    assert abs(one) > 25
    assert abs(other) > 25
    assert abs(one - other) > 10


def test_search_shows_by_which_name_an_actor_was_found(open_page: Open) -> None:
    browser = open_page(harbour())
    assert look_for(browser, "slu") == ["Seeleute-Union"]
    assert browser.find_element(By.CSS_SELECTOR, "#suggestions .also").text == "SLU"


def test_dragging_an_actor_keeps_its_new_place(open_page: Open) -> None:
    browser = open_page(summit())
    number = actor(browser, "Taiwan")
    on_canvas(browser, f"return kg.network.getPosition({number});")
    before = browser.execute_script("return kg.network.getPosition(arguments[0])", number)
    canvas = browser.find_element(By.CSS_SELECTOR, "#network canvas")
    spot = browser.execute_script("return kg.network.canvasToDOM(kg.network.getPosition(arguments[0]))", number)
    across, down = spot["x"] - canvas.size["width"] / 2, spot["y"] - canvas.size["height"] / 2
    drag = ActionChains(browser).move_to_element_with_offset(canvas, round(across), round(down)).click_and_hold()
    drag.move_by_offset(30, 20).move_by_offset(30, 20).release().perform()
    settled(browser)
    after = browser.execute_script("return kg.network.getPosition(arguments[0])", number)
    assert after != before
    assert "moved=taiwan," in browser.current_url
    browser.refresh()
    again = browser.execute_script("return kg.network.getPosition(arguments[0])", number)
    assert abs(again["x"] - after["x"]) <= 1
    assert abs(again["y"] - after["y"]) <= 1
