// What the reader has chosen to see. All of it stands in the address after the #, so that a link shows the same view.
"use strict";

kg.state = (() => {
  const { data, actorBySlug, edgeByKey, RELATIONS, KINDS } = kg.model;
  const TABS = ["graph", "timeline", "claims"];
  const SORTS = ["date", "who", "whom", "about", "said", "kind", "confidence"];
  const fileNumbers = new Map(data.articles.map((article, place) => [article.file, place]));
  const slug = (actor) => encodeURIComponent(data.actors[actor].iri);
  const actor = (text) => actorBySlug.get(decodeURIComponent(text));
  const listeners = [];
  const PAUSE = 150;
  let waiting = 0;

  const defaults = () => ({
    tab: "graph",
    off: [], // relations, and "hedged"
    kinds: [], // kinds of actors that are hidden
    basis: "published", // or "event"
    since: null, // days
    until: null,
    least: 1, // pieces of evidence of a line
    sure: 0, // per cent of confidence
    files: [], // articles; none means all
    focus: null, // actor
    steps: 1,
    show: null, // { actor }, { edge }, { event } or { statement }
    with: [], // actors brought in beside the strongest
    moved: {}, // actor -> [x, y], dragged by hand
    at: null, // [x, y, scale]
    find: "", // words in the table of claims
    sort: "-date",
    theme: null, // light or dark; null follows the system
  });
  let initial = defaults();
  let current = initial;

  function written(state) {
    const parts = [];
    const put = (name, value) => value && parts.push(`${name}=${value}`);
    put("tab", state.tab === "graph" ? "" : state.tab);
    if (state.off.join() !== initial.off.join()) put("off", state.off.join(",") || "none");
    put("kinds", state.kinds.join(","));
    put("by", state.basis === "event" ? "event" : "");
    put("since", state.since === null ? "" : kg.dates.iso(state.since));
    put("until", state.until === null ? "" : kg.dates.iso(state.until));
    put("least", state.least > 1 ? state.least : "");
    put("sure", state.sure || "");
    put("files", state.files.map((file) => encodeURIComponent(data.articles[file].file)).join(","));
    put("focus", state.focus === null ? "" : `${slug(state.focus)},${state.steps}`);
    if (state.show) {
      const { actor: one, edge, event, statement } = state.show;
      if (one !== undefined) put("actor", slug(one));
      else if (edge !== undefined) put("line", `${slug(data.edges[edge].from)},${data.edges[edge].relation},${slug(data.edges[edge].to)}`);
      else if (event !== undefined) put("event", encodeURIComponent(data.events[event].iri));
      else put("statement", encodeURIComponent(data.statements[statement].iri));
    }
    put("with", state.with.map(slug).join(","));
    put("moved", Object.entries(state.moved).map(([one, [x, y]]) => `${slug(Number(one))},${x},${y}`).join(";"));
    put("at", state.at ? state.at.join(",") : "");
    put("find", encodeURIComponent(state.find));
    put("sort", state.sort === "-date" ? "" : state.sort);
    put("theme", state.theme);
    return parts.join("&");
  }

  /** Reads what stands after the #. What it does not know (an actor of another graph) it leaves out. */
  function read(hash) {
    const state = { ...initial };
    const given = new Map(hash.replace(/^#/, "").split("&").map((part) => [part.split("=")[0], part.split("=").slice(1).join("=")]));
    const list = (name, separator = ",") => (given.get(name) || "").split(separator).filter(Boolean);
    const known = (values) => values.filter((value) => value !== undefined);
    const whole = (name, low, high, otherwise) => {
      const value = Number.parseInt(given.get(name), 10);
      return Number.isNaN(value) ? otherwise : Math.min(high, Math.max(low, value));
    };
    const date = (name, end) => {
      const range = kg.dates.bounds(given.get(name));
      return range ? range[end] : null;
    };
    if (TABS.includes(given.get("tab"))) state.tab = given.get("tab");
    if (given.has("off")) state.off = list("off").filter((name) => name === "hedged" || RELATIONS.some((relation) => relation.name === name));
    state.kinds = list("kinds").filter((name) => KINDS.some((kind) => kind.name === name));
    if (given.get("by") === "event") state.basis = "event";
    [state.since, state.until] = [date("since", 0), date("until", 1)];
    state.least = whole("least", 1, 1e6, 1);
    state.sure = whole("sure", 0, 100, 0);
    state.files = known(list("files").map((file) => fileNumbers.get(decodeURIComponent(file))));
    const [focus, steps] = list("focus");
    if (focus && actor(focus) !== undefined) [state.focus, state.steps] = [actor(focus), Math.min(3, Math.max(1, Number(steps) || 1))];
    if (given.has("actor") && actor(given.get("actor")) !== undefined) state.show = { actor: actor(given.get("actor")) };
    const [from, relation, to] = list("line");
    const edge = to && edgeByKey.get(`${actor(from)}>${actor(to)}:${relation}`);
    if (edge) state.show = { edge: edge.id };
    const event = given.has("event") ? data.events.findIndex(({ iri }) => iri === decodeURIComponent(given.get("event"))) : -1;
    if (event >= 0) state.show = { event };
    const statement = given.has("statement") ? data.statements.findIndex(({ iri }) => iri === decodeURIComponent(given.get("statement"))) : -1;
    if (statement >= 0) state.show = { statement };
    state.with = known(list("with").map(actor));
    list("moved", ";").forEach((entry) => {
      const [one, x, y] = entry.split(",");
      if (actor(one) !== undefined && Number.isFinite(Number(x)) && Number.isFinite(Number(y))) state.moved[actor(one)] = [Number(x), Number(y)];
    });
    const at = list("at").map(Number);
    if (at.length === 3 && at.every(Number.isFinite) && at[2] > 0) state.at = at;
    state.find = decodeURIComponent(given.get("find") || "");
    if (SORTS.includes((given.get("sort") || "").replace(/^-/, ""))) state.sort = given.get("sort");
    if (["light", "dark"].includes(given.get("theme"))) state.theme = given.get("theme");
    return state;
  }

  function safelyRead(hash) {
    try {
      return read(hash);
    } catch (error) {
      if (error instanceof URIError) return { ...initial }; // half an escape, from a link that was cut off
      throw error;
    }
  }

  function tell(changed) {
    listeners.forEach((listener) => listener(current, changed));
  }

  function write(how) {
    clearTimeout(waiting);
    const address = `#${written(current)}`;
    if (address !== (location.hash || "#")) history[how](null, "", address);
  }

  /** Changes the view. `step` makes it a step that the browser's back button undoes. */
  function set(changes, step = false) {
    const changed = new Set(Object.keys(changes));
    if (step) write("replaceState"); // what a slider left to write belongs to the step before
    current = { ...current, ...changes };
    if (step) write("pushState");
    else {
      // Browsers refuse an address that changes at every move of a slider.
      clearTimeout(waiting);
      waiting = setTimeout(() => write("replaceState"), PAUSE);
    }
    tell(changed);
  }

  function follow() {
    clearTimeout(waiting);
    if ((location.hash || "#") === `#${written(current)}`) return;
    current = safelyRead(location.hash);
    tell(new Set(Object.keys(current)));
  }

  function start(before = {}) {
    initial = { ...initial, ...before };
    current = safelyRead(location.hash);
    window.addEventListener("popstate", follow);
    window.addEventListener("hashchange", follow);
    tell(new Set(Object.keys(current)));
  }

  return {
    get current() {
      return current;
    },
    set, start, written, read: safelyRead,
    get initial() {
      return initial;
    },
    onChange: (listener) => listeners.push(listener),
    link: () => `${location.href.split("#")[0]}#${written(current)}`,
  };
})();
