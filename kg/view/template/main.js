// Puts the parts together: every click ends in a change of the state, every change of the state in `refresh`.
"use strict";

/** Opens an actor's evidence; one that is not drawn yet is brought in. */
kg.showActor = (actor, centred = false) => {
  const { state } = kg;
  const changes = { show: { actor }, tab: centred ? "graph" : state.current.tab };
  if (state.current.focus === null && !kg.drawing.isDrawn(actor) && !state.current.with.includes(actor)) {
    const close = kg.model.neighbours(actor, kg.filter.count).filter((other) => !kg.drawing.isDrawn(other)).slice(0, 6);
    changes.with = [...state.current.with, actor, ...close];
    changes.at = null;
  } else if (state.current.focus !== null && !kg.drawing.isDrawn(actor)) Object.assign(changes, { focus: actor, at: null });
  state.set(changes, true);
  if (centred && kg.drawing.isDrawn(actor)) kg.drawing.fit([actor, ...kg.model.neighbours(actor, kg.filter.count).filter(kg.drawing.isDrawn)], true);
};
kg.showEdge = (edge) => {
  const { from, to } = kg.model.data.edges[edge];
  const missing = [from, to].filter((actor) => !kg.drawing.isDrawn(actor));
  kg.state.set({ show: { edge }, with: kg.state.current.focus === null ? [...kg.state.current.with, ...missing] : kg.state.current.with }, true);
};
kg.showStatement = (statement) => kg.state.set({ show: { statement } }, true);
kg.showEvent = (event) => kg.state.set({ show: { event } }, true);
kg.showOverview = () => kg.state.set({ show: null }, kg.state.current.show !== null);
kg.focus = (actor, steps = 1) => kg.state.set({ focus: actor, steps, show: { actor }, tab: "graph", at: null }, true);
kg.unfocus = () => kg.state.set({ focus: null, at: null }, true);
kg.expand = (actor, neighbours) => kg.state.set({ with: [...kg.state.current.with, ...(kg.drawing.strongest.includes(actor) ? [] : [actor]), ...neighbours], at: null }, true);

(() => {
  const FILTERS = ["off", "kinds", "basis", "since", "until", "least", "sure", "files"];
  const CROWD = 250;
  const { data, number, edgesOf } = kg.model;
  const notice = document.getElementById("notice");
  const views = ["graph", "timeline", "claims"].map((name) => [name, document.getElementById(`${name}-view`), document.getElementById(`tab-${name}`)]);
  const focusBar = document.getElementById("focus");
  const systemDark = window.matchMedia("(prefers-color-scheme: dark)");
  const related = edgesOf.filter((edges) => edges.length).length;
  const among = data.edges.filter((edge) => "x" in data.nodes[edge.from] && "x" in data.nodes[edge.to]);
  // Lines that would hide each other start switched off.
  const start = among.filter((edge) => edge.relation === "about").length > CROWD ? { off: ["about"] } : {};

  kg.isFiltered = (state) => FILTERS.some((name) => JSON.stringify(state[name]) !== JSON.stringify(kg.state.initial[name]));
  kg.resetFilters = () => kg.state.set(Object.fromEntries(FILTERS.map((name) => [name, kg.state.initial[name]])), true);

  function tell(state) {
    const notes = [];
    const central = !data.actors.length || !data.edges.length;
    if (!data.actors.length) notes.push("No actors were found in these articles, so there is nothing to draw.");
    else if (!data.edges.length) notes.push("No relations between actors were found. Search finds the actors.");
    else if (state.tab === "graph") {
      const { shown, left } = kg.drawing.scene;
      if (!kg.drawing.visible().length) notes.push("Nothing passes the filters.");
      else if (state.focus === null && left) notes.push(`Showing the ${shown.length.toLocaleString("en")} strongest of ${number(shown.length + left, "related actor")}. Search or double click brings in others.`);
      if (start.off && state.off.includes("about") && state.focus === null) notes.push("“Says about” is switched off at first.");
    }
    notice.textContent = notes.join(" ");
    notice.classList.toggle("central", central && notes.length > 0);
    notice.hidden = !notes.length || (central && state.with.length + (state.show ? 1 : 0) > 0);
  }

  function showFocus(state) {
    focusBar.hidden = state.focus === null;
    if (state.focus === null) return;
    const steps = [1, 2, 3].map((step) => kg.element("button", { text: String(step), title: number(step, "step"), "aria-pressed": String(step === state.steps), onclick: () => kg.state.set({ steps: step, at: null }) }));
    const back = kg.element("button", { className: "action", id: "unfocus", text: "← Whole graph", onclick: () => kg.unfocus() });
    focusBar.replaceChildren(back, kg.element("span", { text: `Around ${data.actors[state.focus].label}` }), kg.element("span", { className: "segments", role: "group", "aria-label": "Steps" }, ...steps), kg.element("span", { className: "muted", text: "steps" }));
  }

  function showTab(state) {
    views.forEach(([name, view, tab]) => {
      view.hidden = name !== state.tab;
      tab.setAttribute("aria-selected", String(name === state.tab));
      tab.tabIndex = name === state.tab ? 0 : -1;
    });
    document.body.dataset.tab = state.tab;
    document.body.classList.toggle("reading", state.show !== null);
  }

  function light(state) {
    document.documentElement.dataset.theme = state.theme || (systemDark.matches ? "dark" : "light");
  }

  const FILTERING = new Set(FILTERS);
  const DRAWING = new Set([...FILTERS, "focus", "steps", "with", "show", "moved", "theme", "tab"]);

  function refresh(state, changed) {
    const has = (names) => [...changed].some((name) => names.has(name));
    if (changed.has("theme")) light(state);
    if (has(FILTERING) || !kg.filter.result) kg.filter.apply(state);
    showTab(state);
    if (has(DRAWING)) {
      kg.drawing.refresh(state);
      showFocus(state);
      kg.controls.refresh(state);
      kg.panel.refresh(state);
      tell(state);
    }
    if (changed.has("at") && state.at && changed.size > 5) kg.drawing.look(state.at);
    if (state.tab === "timeline" && has(DRAWING)) kg.timeline.refresh(state);
    if (state.tab === "claims" && (has(DRAWING) || changed.has("find") || changed.has("sort"))) kg.claims.refresh(state);
  }

  const { articles, actors, quotations, stances } = data.counts;
  document.getElementById("counts").textContent = [number(articles, "article"), number(actors, "actor"), number(quotations, "quotation"), number(stances, "stance")].join(" · ");

  light(kg.state.read(location.hash));
  kg.network = kg.drawing.start(document.getElementById("network"));
  kg.controls.start();
  kg.search.start();
  kg.timeline.start();
  kg.claims.start();
  kg.exports.start();
  kg.help.start();
  kg.state.onChange(refresh);
  kg.state.start(start);
  kg.keys.start();

  kg.network.on("click", ({ nodes, edges }) => {
    if (nodes.length) kg.showActor(nodes[0]);
    else if (edges.length) kg.showEdge(edges[0]);
    else kg.showOverview();
  });
  kg.network.on("doubleClick", ({ nodes }) => nodes.length && kg.focus(nodes[0]));
  views.forEach(([name, , tab]) => tab.addEventListener("click", () => kg.state.set({ tab: name }, true)));
  document.getElementById("zoom-in").addEventListener("click", () => kg.drawing.zoom(1.3));
  document.getElementById("zoom-out").addEventListener("click", () => kg.drawing.zoom(1 / 1.3));
  document.getElementById("zoom-fit").addEventListener("click", () => {
    kg.state.set({ at: null });
    kg.drawing.fit();
  });
  document.getElementById("theme").addEventListener("click", () => kg.state.set({ theme: document.documentElement.dataset.theme === "dark" ? "light" : "dark" }));
  const opener = document.getElementById("open-filters");
  opener.addEventListener("click", () => opener.setAttribute("aria-expanded", String(document.body.classList.toggle("with-filters"))));
  systemDark.addEventListener("change", () => kg.state.set({ theme: kg.state.current.theme }));
})();
