// The column on the left: the legend, whose rows switch lines and actors on and off, and the sliders.
"use strict";

kg.controls = (() => {
  const { data, RELATIONS, KINDS, number } = kg.model;
  const { element } = kg;
  const container = document.getElementById("filters");
  const boxes = new Map();
  const toggled = (list, name, on) => (on ? list.filter((other) => other !== name) : [...list, name]);
  let time = null;
  let [least, sure, chips, query, found, reset, undated, basis] = [];
  let stocked = null;

  function section(title, ...children) {
    return element("section", {}, element("h2", { text: title }), ...children);
  }

  function row(key, name, symbol, text, count, hint) {
    const box = element("input", { type: "checkbox", id: `switch-${name}` });
    box.addEventListener("change", () => kg.state.set({ [key]: toggled(kg.state.current[key], name, box.checked) }));
    boxes.set(`${key}:${name}`, box);
    return element("label", { for: box.id, title: hint }, box, symbol, element("span", { className: "name", text }), element("span", { className: "count", text: count.toLocaleString("en") }));
  }

  function lines() {
    const rows = RELATIONS.map(({ name, word }) => {
      const count = data.edges.filter((edge) => edge.relation === name).length;
      return row("off", name, kg.symbols.line(name), word, count, "Show or hide these lines");
    });
    const hedged = data.edges.filter((edge) => !edge.actual).length;
    if (hedged) rows.push(row("off", "hedged", kg.symbols.line("says", true), "not actual", hedged, "Dashed: only planned, denied, or told by somebody else"));
    if (data.nodes.some((node) => node.camp !== undefined)) {
      rows.push(element("p", { className: "key", title: "Actors who support each other more than they oppose each other" }, kg.symbols.band(), element("span", { text: "allies" })));
    }
    return section("Lines", ...rows);
  }

  function kinds() {
    const present = KINDS.map((kind) => [kind, data.actors.filter((actor) => actor.kind === kind.name).length]).filter(([, count]) => count);
    return section("Actors", ...present.map(([{ name, word }, count]) => row("kinds", name, kg.symbols.shape(name), word, count, "Show or hide these actors")));
  }

  const dated = () => (kg.state.current.basis === "event" ? kg.dates.ofEvent : data.statements.map(kg.dates.published)).filter((range) => range !== null);

  function times() {
    const later = kg.soon(() => kg.state.set(pending));
    let pending = {};
    time = kg.slider.time({
      onRange(since, until) {
        pending = { since, until };
        later();
      },
    });
    basis = ["published", "event"].map((name) => {
      const button = element("button", { text: name === "event" ? "Event" : "Publication", "aria-pressed": "false", onclick: () => kg.state.set({ basis: name, since: null, until: null }) });
      button.dataset.basis = name;
      button.title = name === "event" ? "By when the events told in the same sentences happened" : "By when the article appeared";
      return button;
    });
    undated = element("p", { className: "hint" });
    return section("Time", element("div", { className: "segments", role: "group", "aria-label": "Which time" }, ...basis), time.box, undated);
  }

  function amounts() {
    const most = Math.max(1, ...data.edges.map((edge) => edge.statements.length));
    const setter = (name) => {
      let value = 0;
      const later = kg.soon(() => kg.state.set({ [name]: value }));
      return (given) => {
        value = given;
        later();
      };
    };
    least = kg.slider.single({ id: "least", label: "Evidence for a line", min: 1, max: Math.min(20, Math.max(2, most)), text: (value) => `≥ ${value}`, onValue: setter("least") });
    sure = kg.slider.single({ id: "sure", label: "Confidence", min: 0, max: 100, step: 5, text: (value) => (value ? `≥ ${value} %` : "any"), onValue: setter("sure") });
    return section("Least", least.box, sure.box);
  }

  function files() {
    chips = element("div", { className: "chips" });
    found = element("ul", { className: "found", hidden: "" });
    query = element("input", { type: "text", id: "find-file", placeholder: `Choose among ${number(data.articles.length, "file")} …`, autocomplete: "off", spellcheck: "false", "aria-label": "Source files" });
    query.addEventListener("input", suggest);
    query.addEventListener("focus", suggest);
    query.addEventListener("blur", () => (found.hidden = true));
    query.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && found.firstChild && found.firstChild.dataset.file) choose(Number(found.firstChild.dataset.file));
      else if (event.key === "Escape") query.blur();
    });
    return section("Source files", chips, element("div", { className: "files" }, query, found));
  }

  function choose(file) {
    query.value = "";
    found.hidden = true;
    kg.state.set({ files: [...kg.state.current.files, file] });
  }

  function suggest() {
    const wanted = kg.model.fold(query.value.trim());
    const hits = [];
    data.articles.some(({ file, title }, place) => {
      if (!kg.state.current.files.includes(place) && (kg.model.fold(file).includes(wanted) || kg.model.fold(title || "").includes(wanted))) hits.push(place);
      return hits.length === 8;
    });
    found.replaceChildren(...hits.map((place) => {
      const item = element("li", { title: data.articles[place].file }, element("span", { text: data.articles[place].file }), element("span", { className: "also", text: data.articles[place].title || "" }));
      item.dataset.file = place;
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        choose(place);
      });
      return item;
    }));
    if (!hits.length) found.append(element("li", { className: "none", text: "No such file" }));
    found.hidden = false;
  }

  function start() {
    reset = element("button", { className: "action wide", text: "Reset filters", onclick: () => kg.resetFilters() });
    const parts = [lines(), kinds(), times(), amounts()];
    if (data.articles.length > 1) parts.push(files());
    container.replaceChildren(...parts, reset);
  }

  function refresh(state) {
    boxes.forEach((box, id) => {
      const [key, name] = id.split(":");
      box.checked = !state[key].includes(name);
    });
    if (stocked !== state.basis) {
      stocked = state.basis;
      time.stock(dated());
    }
    time.set(state.since, state.until);
    basis.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.basis === state.basis)));
    const timeless = data.statements.filter((statement) => (state.basis === "event" ? !statement.events : kg.dates.published(statement) === null)).length;
    const bounded = state.since !== null || state.until !== null;
    undated.textContent = timeless && (bounded || state.basis === "event") ? `${number(timeless, "statement")} without such a date${bounded ? " hidden" : ""}` : "";
    least.set(state.least);
    sure.set(state.sure);
    if (chips) {
      chips.replaceChildren(...state.files.map((file) => {
        const { file: name } = data.articles[file];
        return element("button", { className: "chip", title: `Remove ${name}`, text: `${name} ×`, onclick: () => kg.state.set({ files: kg.state.current.files.filter((other) => other !== file) }) });
      }));
    }
    reset.hidden = !kg.isFiltered(state);
  }

  return { start, refresh };
})();
