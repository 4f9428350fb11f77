// The keyboard.
"use strict";

kg.keys = (() => {
  const { statementsOf } = kg.model;
  const STEP = 80;
  const click = (id) => document.getElementById(id).click();

  /** The next actor in the picture, most statements first. */
  function walk(step) {
    const ranked = [...kg.drawing.scene.shown].sort((a, b) => statementsOf[b].length - statementsOf[a].length || a - b);
    if (!ranked.length) return;
    const { show } = kg.state.current;
    const at = show && show.actor !== undefined ? ranked.indexOf(show.actor) : step > 0 ? -1 : 0;
    kg.showActor(ranked[(at + step + ranked.length) % ranked.length]);
  }

  function back() {
    const { show, focus } = kg.state.current;
    if (document.body.classList.contains("with-filters")) click("open-filters");
    else if (focus !== null && (!show || show.actor === focus)) kg.unfocus();
    else kg.showOverview();
  }

  const around = (steps) => kg.state.current.focus !== null && kg.state.set({ steps, at: null });
  const COMMANDS = {
    "/": () => kg.search.focus(),
    "?": () => kg.help.open(),
    g: () => click("tab-graph"),
    t: () => click("tab-timeline"),
    c: () => click("tab-claims"),
    f: () => click("open-filters"),
    e: () => click("open-export"),
    d: () => click("theme"),
    j: () => walk(1),
    k: () => walk(-1),
    x: () => kg.state.current.show && kg.state.current.show.actor !== undefined && kg.focus(kg.state.current.show.actor),
    1: () => around(1),
    2: () => around(2),
    3: () => around(3),
    Escape: back,
  };
  const MOVES = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
  const ZOOMS = { "+": 1.3, "=": 1.3, "-": 1 / 1.3, "−": 1 / 1.3 };

  function onKey(event) {
    const { target, key } = event;
    const typing = target instanceof HTMLInputElement && target.type === "text";
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.getElementById("help").open || event.defaultPrevented) return;
    const onGraph = kg.state.current.tab === "graph" && !(target instanceof HTMLInputElement);
    if (onGraph && key in MOVES && !target.closest("#panel, #filters")) kg.drawing.pan(...MOVES[key]);
    else if (onGraph && key in ZOOMS) kg.drawing.zoom(ZOOMS[key]);
    else if (onGraph && key === "0") click("zoom-fit");
    else if (key in COMMANDS) COMMANDS[key]();
    else return;
    event.preventDefault();
  }

  return { start: () => document.addEventListener("keydown", onKey) };
})();
