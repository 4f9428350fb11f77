"""How quick a page is in Chromium: `python tests/view/measure.py PAGE.html` prints a table."""

import statistics
import sys
import tempfile
from pathlib import Path

from selenium.webdriver import Chrome

FILTERS = {
    "hide opposition": "{ off: ['opposes'] }",
    "hide persons": "{ kinds: ['person'] }",
    "confidence 80 %": "{ sure: 80 }",
    "two pieces of evidence": "{ least: 2 }",
    "half of the time": "{ since: middle }",
    "time of events": "{ basis: 'event', until: middle }",
    "one file": "{ files: [middleFile] }",
    "time on the timeline": "{ tab: 'timeline', since: middle }",
}
TURNS = 5

_FILTER = """
    const done = arguments[0];
    const days = kg.dates.ofArticle.filter(Boolean).map(([first]) => first).sort((a, b) => a - b);
    const middle = days[Math.floor(days.length / 2)] ?? null;
    const middleFile = Math.floor(kg.model.data.articles.length / 2);
    const before = { ...kg.state.initial };
    kg.state.set(before);
    requestAnimationFrame(() => requestAnimationFrame(() => {
        const start = performance.now();
        kg.state.set(CHANGES);
        // The frame after the change is drawn when a task comes to its turn behind it.
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
    }));
"""
_OPENED = """
    const done = arguments[0];
    requestAnimationFrame(() => setTimeout(() => done(performance.now())));
"""


def opening(browser: Chrome, page: Path) -> float:
    """Milliseconds from the start of loading until the graph is drawn."""
    browser.get("about:blank")
    browser.get(page.as_uri())
    return float(browser.execute_async_script(_OPENED))


def filtering(browser: Chrome, changes: str, turns: int = TURNS) -> float:
    """Milliseconds from a change of the filter until it is drawn: the median of several turns."""
    script = _FILTER.replace("CHANGES", changes)
    return statistics.median(float(browser.execute_async_script(script)) for _ in range(turns))


def main(page: Path) -> None:
    from conftest import open_browser

    with tempfile.TemporaryDirectory() as profile, open_browser(Path(profile)) as browser:
        print(f"{page.stat().st_size / 1e6:8.1f} MB")
        print(f"{statistics.median(opening(browser, page) for _ in range(3)):8.0f} ms  open")
        for name, changes in FILTERS.items():
            print(f"{filtering(browser, changes):8.0f} ms  {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
