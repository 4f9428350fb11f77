"""The timeline and the table of claims."""

from newsgraph import NewsGraph, harbour, summit
from reading import Open, heading, lines, panel, settled
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By


def items(browser: Chrome) -> list[str]:
    return [item.get_attribute("aria-label") for item in browser.find_elements(By.CSS_SELECTOR, "#timeline-view .item")]


def column(browser: Chrome, name: str) -> list[str]:
    return [cell.text for cell in browser.find_elements(By.CSS_SELECTOR, f"#claims-view .rows .cell.{name}")]


def test_timeline_shows_events_and_statements_with_honest_dates(open_page: Open) -> None:
    browser = open_page(harbour(), "tab=timeline")
    assert "Streik begann, 3 May 2021" in items(browser)
    assert "Treffen, 26 May 2021 – 30 Jun 2021" in items(browser)
    assert "Hafenstadt supports Ida Lund, 2022" in items(browser)
    assert not any("Umzug" in item for item in items(browser))
    assert "1 event without a date is not shown" in browser.find_element(By.ID, "timeline-view").text
    marks = "return [...document.querySelectorAll('.item.event')].map((item) => item.children[1].tagName)"
    assert sorted(browser.execute_script(marks)) == ["circle", "rect"], "a day is a dot, a range a bar"


def test_timeline_opens_the_evidence_of_events_and_statements(open_page: Open) -> None:
    browser = open_page(harbour(), "tab=timeline")
    click = """
        [...document.querySelectorAll('.item')].find((item) => item.getAttribute('aria-label').startsWith(arguments[0]))
            .dispatchEvent(new Event('click'));
    """
    browser.execute_script(click, "Treffen")
    assert heading(browser) == "Treffen"
    assert "26 May 2021 – 30 Jun 2021 (“am Mittwoch”)" in panel(browser)
    assert browser.find_element(By.CSS_SELECTOR, "#panel mark.trigger").text == "getroffen"
    browser.execute_script(click, "Hafenstadt supports")
    assert "Die Hafenstadt dankte Ida Lund." in panel(browser)


def test_event_that_is_only_told_is_hedged(open_page: Open) -> None:
    browser = open_page(harbour(), "tab=timeline")
    told = browser.find_elements(By.CSS_SELECTOR, ".item.event.hedged")
    assert [item.get_attribute("aria-label").split(",")[0] for item in told] == ["Treffen"]
    ActionChains(browser).click(told[0].find_element(By.CSS_SELECTOR, "text")).perform()
    settled(browser)
    assert "told by somebody else" in browser.find_element(By.CSS_SELECTOR, ".card.event.hedged .facts").text


def test_brushing_the_timeline_filters_the_graph(open_page: Open) -> None:
    browser = open_page(harbour(), "tab=timeline")
    strip = browser.find_element(By.CSS_SELECTOR, ".strip")
    width = strip.size["width"]
    brush = ActionChains(browser).move_to_element_with_offset(strip, round(-width / 2) + 2, 0).click_and_hold()
    brush.move_by_offset(40, 0).move_by_offset(round(width * 0.12), 0).release().perform()
    settled(browser)
    assert "until=2021-" in browser.current_url
    browser.find_element(By.ID, "tab-graph").click()
    left = lines(browser)
    assert ("Hafenstadt", "supports", "Ida Lund") not in left
    assert ("Seeleute-Union", "opposes", "Hafenstadt") in left
    browser.find_element(By.ID, "tab-timeline").click()
    strip = browser.find_element(By.CSS_SELECTOR, ".strip")
    ActionChains(browser).move_to_element_with_offset(strip, round(width / 3), 0).click().perform()
    settled(browser)
    assert "until" not in browser.current_url, "a click takes the choice back"


def test_timeline_without_any_date_says_so(open_page: Open) -> None:
    news = NewsGraph()
    article = news.article("a.txt", "Anna rügt Ben.")
    news.stance(article, news.actor("Anna"), news.actor("Ben"), "Accuse", "Anna rügt Ben")
    browser = open_page(news, "tab=timeline")
    assert "Nothing here has a date." in browser.find_element(By.ID, "timeline-view").text
    assert browser.get_log("browser") == []


def test_claims_tell_who_said_what_to_whom(open_page: Open) -> None:
    browser = open_page(harbour(), "tab=claims")
    assert column(browser, "who") == ["Ida Lund", "Seeleute-Union"]
    assert column(browser, "whom") == ["Hafenstadt", ""]
    assert column(browser, "said") == ["Man habe sich am Mittwoch getroffen", "das Angebot der Hafenstadt"]
    assert column(browser, "date") == ["2021-06", "2021-05-04"]


def test_claims_are_searched_and_sorted(open_page: Open) -> None:
    browser = open_page(summit(), "tab=claims")
    header = browser.find_element(By.CSS_SELECTOR, "#claims-view .head .who button")
    header.click()
    who = column(browser, "who")
    assert who == sorted(who)
    assert len(set(who)) > 2
    header.click()
    assert column(browser, "who") == sorted(who, reverse=True)
    browser.find_element(By.ID, "find-claim").send_keys("feuer wang")
    settled(browser)
    assert column(browser, "said") == ['Auf Taiwan spiele Washington "mit dem Feuer".']
    assert browser.find_element(By.CSS_SELECTOR, "#claims-view output").text.startswith(
        "1 of 6 claims; 1 quotation inside"
    )


def test_claims_obey_the_filters(open_page: Open) -> None:
    browser = open_page(harbour(), "tab=claims&sure=60")
    assert column(browser, "who") == ["Ida Lund"]


def test_a_claim_opens_its_evidence_by_mouse_and_keyboard(open_page: Open) -> None:
    browser = open_page(summit(), "tab=claims")
    browser.find_elements(By.CSS_SELECTOR, "#claims-view .rows .row")[1].click()
    first = panel(browser)
    assert "gipfel.txt" in first
    table = browser.find_element(By.CSS_SELECTOR, "#claims-view .scroll")
    table.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    assert panel(browser) != first
    assert len(browser.find_elements(By.CSS_SELECTOR, ".rows .row.chosen")) == 1


def test_claims_make_only_the_rows_in_sight(open_page: Open) -> None:
    news = NewsGraph()
    speaker = news.actor("Anna Berg")
    article = news.article("a.txt", " ".join(f"Satz {number} ist gesagt." for number in range(1000)), "2020")
    for number in range(1000):
        news.quotation(article, [f"Satz {number} ist gesagt"], [speaker])
    browser = open_page(news, "tab=claims&sort=said")
    assert len(column(browser, "said")) < 40
    table = browser.find_element(By.CSS_SELECTOR, "#claims-view .scroll")
    table.send_keys(Keys.END)
    settled(browser)
    assert column(browser, "said")[-1] == "Satz 999 ist gesagt"
    assert table.get_attribute("aria-rowcount") == "1001"
