"""A page of 850 articles: its size, how fast it opens and how fast a filter answers."""

from pathlib import Path

import pytest
from measure import FILTERS, filtering, opening
from newsgraph import NewsGraph
from reading import look_for, settled, shown
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By

from kg.view import write_page
from kg.view.drawing import LIMIT

ARTICLES, ACTORS = 850, 4900
OPEN_MS, FILTER_MS = 3000, 100
"""What the page promises."""
BYTES = 15_000_000


def wire() -> NewsGraph:
    """As many articles, actors, quotations, stances and events as the German Wikinews corpus gives."""
    news = NewsGraph()
    kinds = ("person", "organization", "country", "place", "group")
    actors = [news.actor(f"Akteur Nummer {number}", kinds[number % 5]) for number in range(ACTORS)]

    def someone(number: int) -> int:
        """A few are met everywhere, most once."""
        return (number * number * 31) % 60 if number % 3 else (number * 7919) % ACTORS

    for number in range(ARTICLES):
        sentences = [
            f"In Satz {number}-{turn} wirft einer dem anderen etwas vor, was hier einige Wörter braucht."
            for turn in range(8)
        ]
        date = f"{2005 + number % 12}-{1 + number % 12:02}-{1 + number % 28:02}"
        article = news.article(f"{number:04}.txt", " ".join(sentences), date, f"Meldung {number}")
        for turn, sentence in enumerate(sentences):
            who, whom = (actors[someone(number * 8 + turn + step)] for step in (0, 3))
            if who == whom:
                continue
            words = sentence[:-1]
            polarity = "Opposing" if turn else "Supporting"
            confidence = f"0.{50 + (number + turn) % 50}"
            if turn < 2 and (number + turn) % 3:
                news.stance(article, who, whom, "Accuse", words, ["wirft"], polarity, confidence=confidence)
            elif turn < 6:
                about = [actors[someone(number * 8 + turn + 5)]]
                news.quotation(
                    article, [words], [who], addressee=whom, about=about, cue=["wirft"], confidence=confidence
                )
            else:
                news.event(article, f"Vorfall {number}-{turn}", f"Satz {number}-{turn}", [who, whom], date=date)
    return news


@pytest.fixture(scope="module")
def page(browser: Chrome, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wire") / "wire.html"
    write_page(wire().graph, path)
    return path


def test_the_page_stays_small(page: Path) -> None:
    assert 2_000_000 < page.stat().st_size < BYTES


def test_the_page_opens_in_time(browser: Chrome, page: Path) -> None:
    assert min(opening(browser, page) for _ in range(3)) < OPEN_MS
    assert 0 < len(shown(browser)) <= LIMIT
    assert browser.find_element(By.ID, "notice").text.startswith("Showing the ")
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_answers_in_time(browser: Chrome, page: Path, name: str) -> None:
    opening(browser, page)
    assert min(filtering(browser, FILTERS[name], turns=3) for _ in range(2)) < FILTER_MS


def test_the_table_of_claims_answers_in_time(browser: Chrome, page: Path) -> None:
    opening(browser, page)
    assert filtering(browser, "{ tab: 'claims' }") < 10 * FILTER_MS, "made once, when it is first looked at"
    assert filtering(browser, "{ tab: 'claims', find: 'satz 17' }") < FILTER_MS
    assert filtering(browser, "{ tab: 'claims', sort: 'who' }") < 3 * FILTER_MS


def test_search_and_expansion_bring_in_others(browser: Chrome, page: Path) -> None:
    opening(browser, page)
    missing = browser.execute_script(
        "return kg.model.data.actors.findIndex((one, at) => !kg.drawing.isDrawn(at) && kg.model.edgesOf[at].length > 2)"
    )
    label = browser.execute_script("return kg.model.data.actors[arguments[0]].label", missing)
    before = shown(browser)
    look_for(browser, label)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    settled(browser)
    assert label in shown(browser)
    assert before < shown(browser)
    places = browser.execute_script(
        "return kg.drawing.scene.shown.map((one) => kg.drawing.scene.spots.get(one).join())"
    )
    assert len(set(places)) == len(places)
    browser.execute_script("kg.focus(arguments[0], 2)", missing)
    assert label in shown(browser)
    assert len(shown(browser)) <= 80
    assert browser.get_log("browser") == []
