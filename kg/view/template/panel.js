// The side panel: what the graph holds, and the sentences behind an actor or an edge. Text goes in as text only.
"use strict";

kg.panel = (() => {
  const { data, STATUS, RELATIONS, relation, word, number, edgesOf, statementsOf, byArticle } = kg.model;
  const { element } = kg;
  const PAGE = 60;
  const panel = document.getElementById("panel");

  const name = (actor) => element("button", { className: "link", text: data.actors[actor].label, onclick: () => kg.showActor(actor) });

  function names(actors) {
    return actors.flatMap((actor, place) => (place ? [place === actors.length - 1 ? " and " : ", ", name(actor)] : [name(actor)]));
  }

  function quote(pieces) {
    const block = element("blockquote", { lang: "de" });
    pieces.forEach(([text, ...marks]) => {
      const marked = marks.some((mark) => mark === "cue" || mark === "speaker" || mark === "addressee");
      block.append(marks.length ? element(marked ? "mark" : "span", { className: marks.join(" "), text }) : text);
    });
    return block;
  }

  function who(statement) {
    const line = element("p", { className: "who" });
    const says = statement.kind === "says";
    line.append(...(statement.from.length ? names(statement.from) : ["Somebody unnamed"]));
    line.append(element("span", { className: "relation", text: says ? (statement.to.length ? " says to " : " says") : ` ${relation(statement.kind).word} ` }));
    line.append(...names(statement.to));
    if (says && statement.about.length) {
      line.append(element("span", { className: "relation", text: " about " }), ...names(statement.about));
    }
    return line;
  }

  function spaced(term) {
    return term.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  }

  function card(statement) {
    const facts = element("div", { className: "facts" });
    const fact = (text) => facts.append(element("span", { text }));
    fact(statement.kind === "says" ? `${spaced(statement.act)} speech` : spaced(statement.act));
    if (statement.status) fact(STATUS[statement.status]);
    if (statement.cue) fact(`cue: ${statement.cue}`);
    if (statement.confidence !== null) fact(`confidence ${Math.round(100 * statement.confidence)} %`);
    const hedged = statement.status && statement.status !== "Actual";
    return element("article", { className: `card ${statement.kind}${hedged ? " hedged" : ""}` }, who(statement), quote(statement.text), facts);
  }

  function articleHeading(article) {
    const { title, date, file, publisher, url } = article === null ? { file: "unknown article" } : data.articles[article];
    const heading = element("h3", { className: "article" });
    if (title) heading.append(element("span", { className: "title", text: title }));
    heading.append([date || "undated", publisher, file, url].filter(Boolean).join(" · "));
    return heading;
  }

  /** Statements as cards under their articles, a page at a time. */
  function evidence(places) {
    const box = element("div");
    const ordered = byArticle(places).flatMap(([article, group]) => group.map((place) => [article, place]));
    let shown = 0;
    let article;
    const more = element("button", { className: "more", onclick: () => next() });
    function next() {
      ordered.slice(shown, shown + PAGE).forEach(([from, place]) => {
        if (from !== article) more.before(articleHeading(from));
        article = from;
        more.before(card(data.statements[place]));
      });
      shown = Math.min(ordered.length, shown + PAGE);
      more.hidden = shown === ordered.length;
      more.textContent = `Show more (${number(ordered.length - shown, "statement")} left)`;
    }
    box.append(more);
    next();
    return box;
  }

  function heading(symbol, text) {
    const back = element("button", { className: "back", text: "Overview", onclick: () => kg.showOverview() });
    return element("div", { className: "heading" }, ...(symbol ? [symbol] : []), element("h2", { text }), back);
  }

  function fill(...children) {
    panel.replaceChildren(...children);
    panel.scrollTop = 0;
  }

  function showActor(actor) {
    const { label, kind, names: others, roles, affiliation, identity, articles } = data.actors[actor];
    const parts = [heading(kg.symbols.shape(kind), label)];
    const about = [word(kind), ...roles, affiliation && `of ${affiliation}`].filter(Boolean).join(" · ");
    parts.push(element("p", { className: "muted", text: about }));
    const chips = [...others, identity && `Wikidata ${identity.split("/").pop()}`].filter(Boolean);
    if (chips.length) parts.push(element("div", { className: "chips" }, ...chips.map((text) => element("span", { text }))));
    parts.push(element("p", { className: "muted", text: `Mentioned in ${number(articles, "article")}, ${number(statementsOf[actor].length, "statement")}` }));
    const close = edgesOf[actor];
    if (close.length) parts.push(element("h3", { text: "Relations" }), ranking(close, actor));
    parts.push(element("h3", { text: "Statements" }));
    if (statementsOf[actor].length) parts.push(evidence(statementsOf[actor]));
    else parts.push(element("p", { className: "muted", text: "Named, but neither speaks nor is spoken about." }));
    fill(...parts);
  }

  function showEdge(id) {
    const edge = data.edges[id];
    const text = `${data.actors[edge.from].label} ${relation(edge.relation).word} ${data.actors[edge.to].label}`;
    fill(
      heading(null, text),
      element("p", { className: "muted" }, kg.symbols.line(edge.relation, !edge.actual), ` ${number(edge.statements.length, "statement")}`),
      evidence(edge.statements)
    );
  }

  /** Edges as a list of buttons, most evidence first; beside an actor's name its edges name the other end only. */
  function ranking(edges, actor) {
    const place = (edge) => RELATIONS.findIndex((candidate) => candidate.name === edge.relation);
    const ordered = [...edges].sort((a, b) => place(a) - place(b) || b.statements.length - a.statements.length || a.id - b.id);
    const list = element("ul", { className: "ranking" });
    ordered.slice(0, 40).forEach((edge) => {
      const [from, to] = [data.actors[edge.from].label, data.actors[edge.to].label];
      const text = edge.from === actor ? `→ ${to}` : edge.to === actor ? `← ${from}` : `${from} → ${to}`;
      const button = element("button", { onclick: () => kg.showEdge(edge.id), title: `${from} ${relation(edge.relation).word} ${to}` });
      button.append(kg.symbols.line(edge.relation, !edge.actual), element("span", { className: "name", text }), element("span", { className: "count", text: edge.statements.length }));
      list.append(element("li", {}, button));
    });
    return list;
  }

  function rankedActors(actors) {
    const list = element("ul", { className: "ranking" });
    actors.forEach((actor) => {
      const button = element("button", { onclick: () => kg.showActor(actor) });
      button.append(kg.symbols.shape(data.actors[actor].kind), element("span", { className: "name", text: data.actors[actor].label }), element("span", { className: "count", text: statementsOf[actor].length }));
      list.append(element("li", {}, button));
    });
    return list;
  }

  function showOverview() {
    const parts = [element("h2", { text: "What the news say" })];
    if (data.actors.length) {
      parts.push(element("p", { className: "muted", text: "Click an actor or a line to read the sentences behind it." }));
    }
    ["opposes", "supports"].forEach((wanted) => {
      const edges = data.edges.filter((edge) => edge.relation === wanted && edge.actual);
      edges.sort((a, b) => b.statements.length - a.statements.length || a.id - b.id);
      if (edges.length) parts.push(element("h3", { text: `Who ${wanted} whom` }), ranking(edges.slice(0, 8)));
    });
    const talked = data.actors.map((_, actor) => actor).filter((actor) => statementsOf[actor].length);
    talked.sort((a, b) => statementsOf[b].length - statementsOf[a].length || a - b);
    if (talked.length) parts.push(element("h3", { text: "Most statements by or about" }), rankedActors(talked.slice(0, 10)));
    fill(...parts);
  }

  return { showActor, showEdge, showOverview };
})();
