// Who said what to whom, as a table. Only the rows in sight exist, so thousands stay quick.
"use strict";

kg.claims = (() => {
  const { data, number, fold, confidence, articleOf, dateOf, isActual } = kg.model;
  const { element } = kg;
  const ROW = 54;
  const SPARE = 6;
  const COLUMNS = [
    { name: "date", title: "Date", text: (row) => row.date },
    { name: "who", title: "Who", text: (row) => row.who },
    { name: "whom", title: "To whom", text: (row) => row.whom },
    { name: "about", title: "About", text: (row) => row.about },
    { name: "said", title: "What was said", text: (row) => row.said },
    { name: "kind", title: "How", text: (row) => row.kind },
    { name: "confidence", title: "Sure", text: (row) => (row.confidence === null ? "" : `${Math.round(100 * row.confidence)} %`) },
  ];
  const compare = new Intl.Collator("de", { numeric: true }).compare;
  const view = document.getElementById("claims-view");
  const query = element("input", { type: "text", id: "find-claim", placeholder: "Find words, names, files …", autocomplete: "off", spellcheck: "false", "aria-label": "Find claims" });
  const say = element("output", { className: "hint" });
  const head = element("div", { className: "row head", role: "row" });
  const body = element("div", { className: "rows", role: "rowgroup" });
  const scroll = element("div", { className: "scroll", tabindex: "0", role: "table", "aria-label": "Claims" }, element("div", { role: "rowgroup", className: "sticky" }, head), body);
  const headers = new Map();
  let all = null;
  let rows = [];
  let active = -1;
  let asked = "";

  /** Every quotation as a row, made when the table is first looked at. */
  function everything() {
    return data.statements.flatMap((statement, place) => {
      if (statement.kind !== "says") return [];
      const [who, whom, about] = [statement.from, statement.to, statement.about].map((actors) => kg.evidence.labels(actors).join(", "));
      const said = kg.text.said(statement).replace(/\s+/g, " ").trim();
      const article = articleOf(statement) || {};
      const row = { place, who, whom, about, said, date: dateOf(statement), kind: kg.evidence.act(statement).replace(" speech", ""), confidence: confidence(statement), status: isActual(statement) };
      return [{ ...row, words: fold([who, whom, about, said, row.date, article.title || "", article.file || "", row.kind].join(" \n ")) }];
    });
  }

  function sorted(found, sort) {
    const name = sort.replace("-", "");
    const way = sort.startsWith("-") ? -1 : 1;
    // Empty cells come last either way.
    const value = name === "confidence" ? (row) => row.confidence ?? "" : (row) => row[name];
    const by = name === "confidence" || name === "date" ? (a, b) => (a < b ? -1 : a > b ? 1 : 0) : compare;
    return found.sort((a, b) => (value(a) === "") - (value(b) === "") || way * by(value(a), value(b)) || a.place - b.place);
  }

  function line(row, at) {
    const made = element("div", { className: "row", role: "row", "aria-rowindex": at + 2 });
    made.style.top = `${at * ROW}px`;
    made.dataset.at = at;
    COLUMNS.forEach(({ name, text }) => {
      const shown = text(row);
      const cell = element("div", { className: `cell ${name}`, role: "cell" }, element("span", { text: shown || (name === "who" ? "unnamed" : name === "date" ? "undated" : "") }));
      if (name === "said") cell.lang = "de";
      if (!shown) cell.classList.add("none");
      if (name === "said" || name === "about") cell.title = shown;
      made.append(cell);
    });
    made.classList.toggle("active", at === active);
    const { show } = kg.state.current;
    made.classList.toggle("chosen", Boolean(show) && show.statement === row.place);
    return made;
  }

  function render() {
    const first = Math.max(0, Math.floor(scroll.scrollTop / ROW) - SPARE);
    const last = Math.min(rows.length, Math.ceil((scroll.scrollTop + scroll.clientHeight) / ROW) + SPARE);
    body.style.height = `${rows.length * ROW}px`;
    body.replaceChildren(...rows.slice(first, last).map((row, at) => line(row, first + at)));
  }

  function refresh(state) {
    all = all || everything();
    const words = fold(state.find).split(/\s+/).filter(Boolean);
    rows = all.filter((row) => kg.filter.result.claims[row.place] && words.every((word) => row.words.includes(word)));
    sorted(rows, state.sort);
    const now = `${state.find}|${state.sort}`;
    if (now !== asked) [scroll.scrollTop, active] = [0, -1];
    asked = now;
    if (query.value !== state.find) query.value = state.find;
    const inner = data.counts.quotations - all.length;
    say.textContent = `${rows.length < all.length ? `${rows.length.toLocaleString("en")} of ` : ""}${number(all.length, "claim")}${inner ? `; ${number(inner, "quotation")} inside others of the same speaker` : ""}`;
    scroll.setAttribute("aria-rowcount", rows.length + 1);
    headers.forEach((cell, name) => {
      const chosen = state.sort.replace("-", "") === name;
      cell.setAttribute("aria-sort", !chosen ? "none" : state.sort.startsWith("-") ? "descending" : "ascending");
    });
    render();
  }

  function go(step) {
    if (!rows.length) return;
    active = Math.min(rows.length - 1, Math.max(0, active + step));
    const top = active * ROW;
    const room = scroll.clientHeight - head.offsetHeight;
    if (top < scroll.scrollTop) scroll.scrollTop = top;
    else if (top + ROW > scroll.scrollTop + room) scroll.scrollTop = top + ROW - room;
    render();
  }

  function onKey(event) {
    const page = Math.max(1, Math.floor(scroll.clientHeight / ROW) - 2);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -rows.length, End: rows.length };
    if (event.key in steps) go(steps[event.key]);
    else if (event.key === "Enter" && active >= 0) kg.showStatement(rows[active].place);
    else return;
    event.preventDefault();
  }

  function start() {
    COLUMNS.forEach(({ name, title }) => {
      const button = element("button", { text: title, onclick: () => {
        const { sort } = kg.state.current;
        kg.state.set({ sort: sort === name ? `-${name}` : sort === `-${name}` ? name : ["date", "confidence"].includes(name) ? `-${name}` : name });
      } });
      const cell = element("div", { className: `cell ${name}`, role: "columnheader" }, button);
      headers.set(name, cell);
      head.append(cell);
    });
    const later = kg.soon(() => kg.state.set({ find: query.value }));
    query.addEventListener("input", later);
    scroll.addEventListener("scroll", kg.soon(render));
    scroll.addEventListener("keydown", onKey);
    body.addEventListener("click", (event) => {
      const row = event.target.closest(".row");
      if (!row) return;
      active = Number(row.dataset.at);
      kg.showStatement(rows[active].place);
    });
    view.append(element("div", { className: "bar" }, query, say), scroll);
    new ResizeObserver(() => kg.state.current.tab === "claims" && all && render()).observe(scroll);
  }

  return { start, refresh, shown: () => rows.map((row) => data.statements[row.place]), focus: () => query.focus() };
})();
