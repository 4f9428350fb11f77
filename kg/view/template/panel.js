// The side panel: what the graph holds, and the sentences behind an actor, a line or an event.
"use strict";

kg.panel = (() => {
  const { data, RELATIONS, relation, word, number, edgesOf, statementsOf, eventsOf } = kg.model;
  const { element } = kg;
  const panel = document.getElementById("panel");
  const passing = (places) => places.filter((place) => kg.filter.result.passes[place]).map((place) => data.statements[place]);

  function heading(symbol, text) {
    const back = element("button", { className: "back", text: "Overview", title: "Back to the overview (Esc)", onclick: () => kg.showOverview() });
    return element("div", { className: "heading" }, ...(symbol ? [symbol] : []), element("h2", { text }), back);
  }

  /** How many are shown, and how many the filters hide. */
  function tally(shown, all, noun = "statement") {
    return `${number(shown, noun)}${shown < all ? `, ${(all - shown).toLocaleString("en")} more hidden by filters` : ""}`;
  }

  function actorFacts(actor) {
    const { label, kind, names, roles, affiliation, identity, articles = 0 } = data.actors[actor];
    const about = [word(kind), ...roles, affiliation && `of ${affiliation}`].filter(Boolean).join(" · ");
    const chips = element("div", { className: "chips" }, ...names.map((text) => element("span", { text })));
    if (identity) chips.append(element("span", {}, kg.link(identity, `Wikidata ${identity.split("/").pop()}`)));
    const focus = element("button", { className: "action", text: "Focus", title: "Show only its neighbourhood (double click)", onclick: () => kg.focus(actor) });
    const hidden = kg.model.neighbours(actor, kg.filter.count).filter((other) => !kg.drawing.isDrawn(other));
    const actions = element("div", { className: "actions" }, focus);
    if (hidden.length && kg.state.current.focus === null) {
      actions.append(element("button", { className: "action", text: `Bring in ${number(Math.min(hidden.length, 12), "neighbour")}`, title: `${number(hidden.length, "neighbour")} not drawn yet`, onclick: () => kg.expand(actor, hidden.slice(0, 12)) }));
    }
    return [
      heading(kg.symbols.shape(kind), label),
      element("p", { className: "muted", text: about }),
      ...(chips.children.length ? [chips] : []),
      element("p", { className: "muted", text: `Mentioned in ${number(articles, "article")}` }),
      actions,
    ];
  }

  function actorPanel(actor) {
    const parts = actorFacts(actor);
    const close = edgesOf[actor].filter(kg.filter.count);
    if (close.length) parts.push(element("h3", { text: "Relations" }), ranking(close, actor));
    const shown = passing(statementsOf[actor]);
    parts.push(element("h3", { text: tally(shown.length, statementsOf[actor].length) }));
    if (statementsOf[actor].length) parts.push(kg.evidence.list(shown));
    else parts.push(element("p", { className: "muted", text: "Named, but neither speaks nor is spoken about." }));
    const events = eventsOf[actor].filter((event) => kg.filter.result.events[event]).map((event) => data.events[event]);
    if (events.length) parts.push(element("h3", { text: `Takes part in ${number(events.length, "event")}` }), kg.evidence.list(events, "event", kg.evidence.eventCard));
    return parts;
  }

  function edgePanel(id) {
    const edge = data.edges[id];
    const text = `${data.actors[edge.from].label} ${relation(edge.relation).word} ${data.actors[edge.to].label}`;
    const shown = passing(edge.statements);
    const solid = shown.some(kg.model.isActual);
    return [
      heading(null, text),
      element("p", { className: "muted" }, kg.symbols.line(edge.relation, !solid), ` ${tally(shown.length, edge.statements.length)}`),
      kg.evidence.list(shown),
    ];
  }

  function eventPanel(place) {
    const event = data.events[place];
    return [heading(null, event.label), element("p", { className: "muted", text: kg.evidence.when(event) }), kg.evidence.list([event], "event", kg.evidence.eventCard)];
  }

  function statementPanel(place) {
    const statement = data.statements[place];
    return [heading(null, kg.evidence.labels(statement.from).join(" and ") || "Somebody unnamed"), kg.evidence.list([statement])];
  }

  /** Lines as a list of buttons, most evidence first; beside an actor's name its lines name the other end only. */
  function ranking(edges, actor) {
    const place = (edge) => RELATIONS.findIndex((candidate) => candidate.name === edge.relation);
    const ordered = [...edges].sort((a, b) => place(a) - place(b) || kg.filter.count(b) - kg.filter.count(a) || a.id - b.id);
    const list = element("ul", { className: "ranking" });
    ordered.slice(0, 40).forEach((edge) => {
      const [from, to] = [data.actors[edge.from].label, data.actors[edge.to].label];
      const text = edge.from === actor ? `→ ${to}` : edge.to === actor ? `← ${from}` : `${from} → ${to}`;
      const button = element("button", { onclick: () => kg.showEdge(edge.id), title: `${from} ${relation(edge.relation).word} ${to}` });
      const solid = kg.filter.result.solid.has(edge.id);
      button.append(kg.symbols.line(edge.relation, !solid), element("span", { className: "name", text }), element("span", { className: "count", text: kg.filter.count(edge) }));
      list.append(element("li", {}, button));
    });
    return list;
  }

  function rankedActors(ranked) {
    const list = element("ul", { className: "ranking" });
    ranked.forEach(([actor, count]) => {
      const button = element("button", { onclick: () => kg.showActor(actor) });
      button.append(kg.symbols.shape(data.actors[actor].kind), element("span", { className: "name", text: data.actors[actor].label }), element("span", { className: "count", text: count }));
      list.append(element("li", {}, button));
    });
    return list;
  }

  function talkedOf() {
    const counts = new Map();
    data.statements.forEach((statement, place) => {
      if (!kg.filter.result.passes[place]) return;
      new Set([...statement.from, ...statement.to, ...(statement.about || [])]).forEach((actor) => counts.set(actor, (counts.get(actor) || 0) + 1));
    });
    return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  }

  function overview() {
    const parts = [element("h2", { text: "What the news say" })];
    if (data.actors.length) {
      parts.push(element("p", { className: "muted", text: "Click an actor or a line to read the sentences behind it. Double click an actor for its neighbourhood." }));
    }
    ["opposes", "supports"].forEach((wanted) => {
      const edges = data.edges.filter((edge) => edge.relation === wanted && kg.filter.result.solid.has(edge.id));
      edges.sort((a, b) => kg.filter.count(b) - kg.filter.count(a) || a.id - b.id);
      if (edges.length) parts.push(element("h3", { text: `Who ${wanted} whom` }), ranking(edges.slice(0, 8)));
    });
    const talked = talkedOf();
    if (talked.length) parts.push(element("h3", { text: "Most statements by or about" }), rankedActors(talked.slice(0, 10)));
    else if (data.actors.length) parts.push(element("p", { className: "muted", text: "No statement passes the filters." }));
    return parts;
  }

  function chosenPanel(show) {
    if (!show) return overview();
    if (show.actor !== undefined) return actorPanel(show.actor);
    if (show.edge !== undefined) return edgePanel(show.edge);
    return show.event !== undefined ? eventPanel(show.event) : statementPanel(show.statement);
  }

  let last = "";

  function refresh(state) {
    const { show } = state;
    const parts = chosenPanel(show);
    const now = JSON.stringify(show);
    const kept = now === last ? panel.scrollTop : 0;
    last = now;
    panel.replaceChildren(...parts);
    panel.scrollTop = kept;
    panel.classList.toggle("open", Boolean(show));
  }

  return { refresh };
})();
