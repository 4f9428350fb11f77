// Events and statements on a time axis; dragging over the strip at the top chooses the time for the whole page.
"use strict";

kg.timeline = (() => {
  const { data, number, RELATIONS } = kg.model;
  const { element, svg } = kg;
  const { overlap, ofEvent, published } = kg.dates;
  const STRIP = 74;
  const ROW = 25;
  const SIDE = 18;
  const MANY = 60; // statements that still get a row each
  const MOST = 300; // rows in one picture
  const MARGIN = 0.05;
  const view = document.getElementById("timeline-view");
  const strip = svg("svg", { class: "strip", height: STRIP + 22, role: "img", "aria-label": "How many events and statements there are at each time. Drag to choose a time; the sliders under Time do the same." });
  const picture = svg("svg", { class: "lanes", role: "img", "aria-label": "Events and statements of the chosen time" });
  const say = element("p", { className: "hint" });
  const clear = element("button", { className: "action", text: "All times", onclick: () => kg.state.set({ since: null, until: null }, true) });
  const whole = element("button", { className: "action", onclick: () => {
    everything = !everything;
    refresh(kg.state.current);
  } });
  let everything = false;
  let scale = null;
  let drag = null;

  const statementRange = (statement, state) => {
    if (state.basis !== "event") return published(statement);
    const [since, until] = [state.since === null ? -Infinity : state.since, state.until === null ? Infinity : state.until];
    const ranges = (statement.events || []).map((event) => ofEvent[event]);
    return ranges.find((range) => overlap(range, since, until)) || ranges[0] || null;
  };

  /** First and last day of nearly everything: what lies far off would press the rest into a corner. */
  function domain(ranges) {
    if (!ranges.length) return null;
    const starts = ranges.map(([first]) => first).sort((a, b) => a - b);
    const ends = ranges.map(([, last]) => last).sort((a, b) => a - b);
    const far = everything || ranges.length < 100 ? 0 : Math.floor(ranges.length * MARGIN);
    const [first, last] = [starts[far], ends[ends.length - 1 - far]];
    const pad = Math.max(1, Math.round((last - first) * 0.015));
    return { days: [first - pad, last + pad], outside: ranges.filter(([a, b]) => b < first || a > last).length };
  }

  function drawAxis(parent, axis, top, height) {
    kg.axis.ticks(axis).forEach(({ at, text }) => {
      const x = SIDE + axis.x(at);
      parent.append(svg("line", { x1: x, x2: x, y1: top, y2: top + height, class: "tick" }));
      const label = svg("text", { x: x + 4, y: top + 12, class: "tick-label" });
      label.textContent = text;
      parent.append(label);
    });
  }

  function bars(parent, axis, ranges, top, height, name) {
    const count = Math.max(10, Math.floor(axis.width / 6));
    const bins = new Array(count).fill(0);
    ranges.forEach(([first, last]) => {
      const [from, to] = [first, last].map((at, end) => Math.floor(((axis.x(at + end) - (end ? 0.01 : 0)) / axis.width) * count));
      if (to < 0 || from >= count) return;
      // What is only known to lie within a range is spread over it.
      for (let bin = Math.max(0, from); bin <= Math.min(count - 1, to); bin += 1) bins[bin] += 1 / (to - from + 1);
    });
    const most = Math.max(...bins, 1e-9);
    const path = bins.map((amount, bin) => (amount ? `M${SIDE + bin * (axis.width / count)} ${top + height}v${-Math.max(1.5, (amount / most) * height)}h${axis.width / count - 1}V${top + height}z` : "")).join("");
    parent.append(svg("path", { d: path, class: `bars ${name}` }));
  }

  function drawStrip(state, days, width) {
    strip.replaceChildren();
    strip.setAttribute("width", width);
    scale = kg.axis.scale(days, width - 2 * SIDE);
    const half = (STRIP - 8) / 2;
    bars(strip, scale, ofEvent.filter(Boolean), 2, half, "event");
    bars(strip, scale, data.statements.map((statement) => statementRange(statement, { ...state, since: null, until: null })).filter(Boolean), half + 6, half, "says");
    [["events", 13], ["statements", half + 17]].forEach(([text, y]) => {
      const label = svg("text", { x: SIDE + 4, y, class: "lane-label" });
      label.textContent = text;
      strip.append(label);
    });
    drawAxis(strip, scale, STRIP + 2, 16);
    strip.append(svg("line", { x1: SIDE, x2: width - SIDE, y1: STRIP + 2, y2: STRIP + 2, class: "base" }));
    if (state.since !== null || state.until !== null) {
      const [left, right] = [state.since === null ? 0 : scale.x(state.since), state.until === null ? scale.width : scale.x(state.until + 1)].map((x) => SIDE + Math.min(scale.width, Math.max(0, x)));
      strip.append(svg("rect", { class: "shade", x: SIDE, y: 0, width: Math.max(0, left - SIDE), height: STRIP + 2 }), svg("rect", { class: "shade", x: right, y: 0, width: Math.max(0, width - SIDE - right), height: STRIP + 2 }));
      strip.append(svg("rect", { class: "brush", x: left, y: 0.5, width: Math.max(2, right - left), height: STRIP + 1 }));
    }
  }

  /** Sets items under each other so that no label lies on another: each gets the first free row. */
  function pack(items, axis) {
    const rows = [];
    items.forEach((item) => {
      const row = rows.findIndex((end) => end + 14 < item.left);
      item.row = row < 0 ? rows.length : row;
      rows[item.row] = item.right;
    });
    return rows.length;
  }

  function item(range, words, name, axis, onclick, hedged = false) {
    let text = words;
    const [from, to] = [Math.max(0, axis.x(range[0])), Math.min(axis.width, axis.x(range[1] + 1))];
    const long = range[1] > range[0] && to - from > 14;
    const [left, end] = long ? [from, to] : [(from + to) / 2 - 6, (from + to) / 2 + 6];
    const letters = text.length * 7.2;
    // A label stands in its bar, else right of its mark, and where that would run over the border left of it.
    const start = long && end - left > 60 ? left + 7 : end + 6;
    const before = start + letters > axis.width && left - 8 - letters > 0;
    const room = Math.floor((axis.width - start) / 7.2);
    if (!before && letters > axis.width - start) text = room > 4 ? `${text.slice(0, room - 1)}…` : "";
    return { left: before ? left - 8 - letters : left, right: Math.max(end, before ? end : start + letters), range, text, words, name, onclick, long, x: left, end, start: before ? left - 6 : start, before, hedged };
  }

  function drawItem(parent, found, top) {
    const y = top + found.row * ROW;
    const group = svg("g", { class: `item ${found.name}${found.hedged ? " hedged" : ""}`, tabindex: "0", role: "button", "aria-label": `${found.words}, ${kg.dates.spoken(found.range)}` });
    const title = svg("title");
    title.textContent = `${found.words}\n${kg.dates.spoken(found.range)}`;
    const mark = found.long
      ? svg("rect", { x: SIDE + found.x, y: y + 3, width: Math.max(3, found.end - found.x), height: ROW - 6, rx: 4, class: "span" })
      : svg("circle", { cx: SIDE + (found.x + found.end) / 2, cy: y + ROW / 2, r: 5.5, class: "dot" });
    const label = svg("text", { x: SIDE + found.start, y: y + ROW / 2 + 4.5, "text-anchor": found.before ? "end" : "start" });
    label.textContent = found.text;
    group.append(title, mark, label);
    group.addEventListener("click", found.onclick);
    group.addEventListener("keydown", (event) => event.key === "Enter" && found.onclick());
    parent.append(group);
  }

  function lane(title, items, axis, top) {
    // What may have happened at any time shown says least: it comes last.
    const vague = ({ range }) => range[0] <= axis.first && axis.last <= range[1] && range[0] < range[1];
    items.sort((a, b) => vague(a) - vague(b) || a.range[0] - b.range[0] || a.range[1] - b.range[1] || (a.text < b.text ? -1 : 1));
    const rows = pack(items, axis);
    const label = svg("text", { x: SIDE, y: top + 15, class: "lane-title" });
    label.textContent = title;
    picture.append(label);
    items.forEach((found) => drawItem(picture, found, top + 24));
    return top + 24 + rows * ROW + 14;
  }

  const short = (text, most = 64) => (text.length > most ? `${text.slice(0, most - 1)}…` : text).replace(/\s+/g, " ");

  function statementText(statement) {
    const who = kg.evidence.labels(statement.from).join(" and ") || "Somebody";
    if (statement.kind !== "says") return `${who} ${kg.model.relation(statement.kind).word} ${kg.evidence.labels(statement.to).join(" and ")}`;
    return `${who}: ${short(kg.text.said(statement))}`;
  }

  function drawLanes(state, days, width) {
    picture.replaceChildren();
    const window_ = [state.since === null ? days[0] : state.since, state.until === null ? days[1] : state.until];
    const axis = kg.axis.scale(window_[0] <= window_[1] ? window_ : days, width - 2 * SIDE);
    const inside = (range) => range !== null && overlap(range, axis.first, axis.last);
    const events = data.events.map((event, place) => [event, place]).filter(([, place]) => kg.filter.result.anytime[place] && inside(ofEvent[place]));
    const statements = data.statements.map((statement, place) => [statement, place]).filter(([statement, place]) => kg.filter.result.passes[place] && inside(statementRange(statement, state)));
    const background = svg("g");
    picture.append(background);
    let top = 24;
    // Where not all fit, those in which the most actors take part.
    const shown = [...events].sort(([a], [b]) => b.actors.length - a.actors.length).slice(0, MOST);
    const items = shown.map(([event, place]) => item(ofEvent[place], short(event.label), "event", axis, () => kg.showEvent(place), !kg.model.isActual(event)));
    top = lane(`${number(events.length, "event")}${shown.length < events.length ? `, ${MOST} shown: narrow the time for the others` : ""}`, items, axis, top);
    if (statements.length <= MANY) {
      top = lane(number(statements.length, "statement"), statements.map(([statement, place]) => item(statementRange(statement, state), statementText(statement), statement.kind, axis, () => kg.showStatement(place), !kg.model.isActual(statement))), axis, top);
    } else {
      const label = svg("text", { x: SIDE, y: top + 15, class: "lane-title" });
      label.textContent = `${number(statements.length, "statement")}: narrow the time to ${MANY} or fewer to read them here, or open Claims`;
      picture.append(label);
      const kinds = [...RELATIONS.slice(0, 2), { name: "says", word: "says" }];
      kinds.forEach(({ name, word }, row) => {
        const of = statements.filter(([statement]) => statement.kind === name).map(([statement]) => statementRange(statement, state));
        bars(picture, axis, of, top + 30 + row * 58, 44, name);
        const caption = svg("text", { x: SIDE + 4, y: top + 40 + row * 58, class: "lane-label" });
        caption.textContent = `${word} ${of.length.toLocaleString("en")}`;
        picture.append(caption);
      });
      top += 30 + kinds.length * 58;
    }
    drawAxis(background, axis, 2, top);
    picture.setAttribute("width", width);
    picture.setAttribute("height", top + 8);
  }

  function refresh(state) {
    const width = Math.max(300, view.clientWidth - 2);
    const ranges = [...ofEvent.filter(Boolean), ...data.statements.map((statement) => statementRange(statement, { ...state, since: null, until: null })).filter(Boolean)];
    const found = domain(ranges);
    view.classList.toggle("empty", !found);
    if (!found) {
      say.textContent = "Nothing here has a date.";
      clear.hidden = whole.hidden = true;
      return;
    }
    // What is chosen stays in sight.
    const days = [Math.min(found.days[0], state.since ?? Infinity), Math.max(found.days[1], state.until ?? -Infinity)];
    clear.hidden = state.since === null && state.until === null;
    whole.hidden = !everything && !found.outside;
    whole.textContent = everything ? "Only the busy time" : `Also ${number(found.outside, "date")} far off`;
    const undated = data.events.filter((event) => !event.earliest).length;
    say.textContent = `Drag over the strip to choose a time. Bars are dates known only as a range.${undated ? ` ${number(undated, "event")} without a date ${undated === 1 ? "is" : "are"} not shown.` : ""}`;
    drawStrip(state, days, width);
    drawLanes(state, days, width);
  }

  function spot(event) {
    const x = event.clientX - strip.getBoundingClientRect().left - SIDE;
    return Math.floor(scale.day(Math.min(scale.width, Math.max(0, x))));
  }

  function start() {
    view.append(element("div", { className: "bar" }, say, whole, clear), strip, element("div", { className: "scroll" }, picture));
    const later = kg.soon(() => drag && kg.state.set({ since: Math.min(...drag.days), until: Math.max(...drag.days) }));
    strip.addEventListener("pointerdown", (event) => {
      strip.setPointerCapture(event.pointerId);
      const x = event.clientX - strip.getBoundingClientRect().left - SIDE;
      const { since, until } = kg.state.current;
      // At an end of what is chosen, that end moves.
      const near = (at) => at !== null && Math.abs(scale.x(at) - x) < 7;
      const anchor = near(since) && until !== null ? until : near(until === null ? null : until + 1) && since !== null ? since : spot(event);
      drag = { days: [anchor, anchor], x: event.clientX, moved: false };
    });
    strip.addEventListener("pointermove", (event) => {
      if (!drag || (!drag.moved && Math.abs(event.clientX - drag.x) < 4)) return;
      drag.moved = true;
      drag.days[1] = spot(event);
      later();
    });
    strip.addEventListener("pointerup", () => {
      const { moved } = drag || {};
      if (drag && moved) kg.state.set({ since: Math.min(...drag.days), until: Math.max(...drag.days) });
      else if (kg.state.current.since !== null || kg.state.current.until !== null) kg.state.set({ since: null, until: null });
      drag = null;
    });
    new ResizeObserver(() => kg.state.current.tab === "timeline" && kg.filter.result && refresh(kg.state.current)).observe(view);
  }

  return { start, refresh, picture: () => [strip, picture], shown: (state) => data.statements.filter((statement, place) => kg.filter.result.passes[place] && statementRange(statement, state) !== null) };
})();
