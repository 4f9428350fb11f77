"""A browser for the tests of the page."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from newsgraph import NewsGraph
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from kg.view import write_page

SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-device-scale-factor=1",
    "--window-size=1280,720",
)


@contextmanager
def open_browser(profile: Path) -> Iterator[webdriver.Chrome]:
    """Chromium with the network cut.

    Raises:
        FileNotFoundError: there is no Chromium, or no driver for it.
    """
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not chromium or not driver:
        raise FileNotFoundError("no browser: install chromium and chromium-driver to test the page in one")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for switch in (*SWITCHES, f"--user-data-dir={profile}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    opened = webdriver.Chrome(options=options, service=Service(driver))
    opened.set_script_timeout(20)
    opened.execute_cdp_cmd("Network.enable", {})
    cut = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    opened.execute_cdp_cmd("Network.emulateNetworkConditions", cut)
    try:
        yield opened
    finally:
        opened.quit()


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Chromium with the network cut."""
    try:
        with open_browser(tmp_path_factory.mktemp("profile")) as opened:
            yield opened
    except FileNotFoundError as error:
        pytest.skip(str(error))


@pytest.fixture
def open_page(browser: webdriver.Chrome, tmp_path: Path) -> Callable[..., webdriver.Chrome]:
    """Writes the page of a graph and opens it, at the view that `address` names.

    What the console says later is this page's.
    """

    def opened(news: NewsGraph, address: str = "") -> webdriver.Chrome:
        write_page(news.graph, tmp_path / "graph.html")
        browser.get("about:blank")
        browser.get_log("browser")
        browser.get(f"{(tmp_path / 'graph.html').as_uri()}{address and '#'}{address}")
        return browser

    return opened
