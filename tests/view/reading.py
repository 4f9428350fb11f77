"""What a reader of the page sees and does, as small functions."""

from collections.abc import Callable
from typing import Any

from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By

Open = Callable[..., Chrome]


def shown(browser: Chrome) -> set[str]:
    """Names of the actors in the picture."""
    script = "return kg.drawing.scene.shown.map((actor) => kg.model.data.actors[actor].label)"
    return set(browser.execute_script(script))


def lines(browser: Chrome) -> set[tuple[str, str, str]]:
    """Source, relation and target of the lines in the picture."""
    script = """
        const { actors } = kg.model.data;
        return kg.drawing.visible().map((edge) => [actors[edge.from].label, edge.relation, actors[edge.to].label]);
    """
    return {tuple(line) for line in browser.execute_script(script)}


def actor(browser: Chrome, label: str) -> int:
    return int(
        browser.execute_script("return kg.model.data.actors.findIndex((one) => one.label === arguments[0])", label)
    )


def settled(browser: Chrome) -> None:
    """Waits until what was asked for is in the picture and in the address."""
    browser.execute_async_script(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)))"
    )


def slide(browser: Chrome, name: str, value: int) -> None:
    script = """
        const slider = document.getElementById(arguments[0]);
        slider.value = arguments[1];
        slider.dispatchEvent(new Event("input"));
    """
    browser.execute_script(script, name, value)
    settled(browser)


def heading(browser: Chrome) -> str:
    return browser.find_element(By.CSS_SELECTOR, "#panel h2").text


def panel(browser: Chrome) -> str:
    return browser.find_element(By.ID, "panel").text


def look_for(browser: Chrome, text: str) -> list[str]:
    query = browser.find_element(By.ID, "query")
    query.clear()
    query.send_keys(text)
    return [item.text.splitlines()[0] for item in browser.find_elements(By.CSS_SELECTOR, "#suggestions li")]


def edge(browser: Chrome, source: str, relation: str, target: str) -> int:
    script = """
        const { edges, actors } = kg.model.data;
        const [source, relation, target] = arguments;
        return edges.find((edge) => actors[edge.from].label === source && edge.relation === relation
            && actors[edge.to].label === target).id;
    """
    return int(browser.execute_script(script, source, relation, target))


def on_canvas(browser: Chrome, script: str, *arguments: Any) -> None:
    """Clicks where `script` says, as x and y in the drawing's own pixels."""
    spot = browser.execute_script(f"return kg.network.canvasToDOM((() => {{ {script} }})())", *arguments)
    canvas = browser.find_element(By.CSS_SELECTOR, "#network canvas")
    across, down = spot["x"] - canvas.size["width"] / 2, spot["y"] - canvas.size["height"] / 2
    ActionChains(browser).move_to_element_with_offset(canvas, round(across), round(down)).click().perform()
