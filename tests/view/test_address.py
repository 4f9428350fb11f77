"""The address after the #: a link shows the same view, and a broken one shows some view."""

import pytest
from newsgraph import harbour, summit
from reading import Open, heading, lines, settled, shown
from selenium.webdriver.common.by import By

VIEWS = {
    "tab": "tab=claims",
    "switches": "off=about,hedged&kinds=place",
    "time": "by=event&since=2021-05-01&until=2021-06-30",
    "amounts": "least=2&sure=60",
    "files": "files=talks.txt,peace.txt",
    "neighbourhood": "focus=ida-lund,2",
    "actor": "actor=ida-lund",
    "line": "line=ida-lund,supports,seeleute-union",
    "looks": "at=10,-20,0.8",
    "table": "tab=claims&find=m%C3%BCde%20Welt&sort=who",
    "theme": "theme=dark",
    "moved": "moved=ida-lund,40,-30",
}


@pytest.mark.parametrize("address", VIEWS.values(), ids=VIEWS.keys())
def test_an_address_is_read_and_written_alike(open_page: Open, address: str) -> None:
    browser = open_page(harbour(), address)
    assert browser.execute_script("return kg.state.written(kg.state.current)") == address
    assert browser.get_log("browser") == []


def test_a_link_shows_the_same_view(open_page: Open) -> None:
    browser = open_page(harbour())
    browser.find_element(By.ID, "switch-about").click()
    browser.execute_script("kg.state.set({ least: 1, sure: 60, show: { edge: kg.drawing.visible()[0].id } })")
    settled(browser)
    link = browser.execute_script("return kg.state.link()")
    seen = (lines(browser), shown(browser), heading(browser))
    browser.get("about:blank")
    browser.get(link)
    assert (lines(browser), shown(browser), heading(browser)) == seen


def test_a_changed_address_changes_the_view(open_page: Open) -> None:
    browser = open_page(summit())
    browser.execute_script("location.hash = 'focus=nato,1'")
    settled(browser)
    assert shown(browser) == {"Nato", "Wladimir Putin"}


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("focus=nobody,9&actor=nobody&line=a,b,c&with=nobody", id="unknown-actors"),
        pytest.param("least=-5&sure=abc&since=13&until=2021-99&at=1,2,0&sort=-nothing&tab=x", id="bad-values"),
        pytest.param("find=%E0%A4%A", id="cut-off-escape"),
        pytest.param("=&&&==", id="noise"),
        pytest.param("off=<img src=x onerror=window.hacked=1>&files=<b>", id="markup"),
    ],
)
def test_a_broken_address_shows_the_whole_graph(open_page: Open, address: str) -> None:
    browser = open_page(harbour(), address)
    assert shown(browser) == {"Hafenstadt", "Seeleute-Union", "Ida Lund"}
    assert browser.execute_script("return window.hacked") is None
    assert browser.get_log("browser") == []


def test_the_theme_follows_the_system_until_it_is_chosen(open_page: Open) -> None:
    browser = open_page(summit())
    canvas = "return getComputedStyle(document.body).backgroundColor"
    light = browser.execute_script(canvas)
    browser.find_element(By.ID, "theme").click()
    dark = browser.execute_script(canvas)
    settled(browser)
    assert light != dark
    assert "theme=dark" in browser.current_url
    media = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    try:
        assert open_page(summit()).execute_script(canvas) == dark
        assert open_page(summit(), "theme=light").execute_script(canvas) == light
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
