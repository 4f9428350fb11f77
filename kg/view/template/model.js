// The page's data with the questions that the other scripts ask of it. No DOM here.
"use strict";
window.kg = {};

kg.model = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const RELATIONS = [
    { name: "opposes", word: "opposes", line: [] },
    { name: "supports", word: "supports", line: [] },
    { name: "addresses", word: "addresses", line: [7, 4] },
    { name: "about", word: "says about", line: [2, 4] },
  ];
  const KINDS = [
    { name: "person", word: "person" },
    { name: "organization", word: "organisation" },
    { name: "country", word: "country" },
    { name: "place", word: "place" },
    { name: "group", word: "group" },
  ];
  const STATUS = {
    Actual: "actual",
    ReportedByOther: "told by somebody else",
    Planned: "planned",
    Denied: "denied",
  };
  const edgesOf = data.actors.map(() => []);
  const statementsOf = data.actors.map(() => []);
  const eventsOf = data.actors.map(() => []);
  const actorBySlug = new Map(data.actors.map((actor, place) => [actor.iri, place]));
  const edgeByKey = new Map();

  data.edges.forEach((edge) => {
    edgesOf[edge.from].push(edge);
    edgesOf[edge.to].push(edge);
    edgeByKey.set(`${edge.from}>${edge.to}:${edge.relation}`, edge);
  });
  data.statements.forEach((statement, place) => {
    const parties = new Set([...statement.from, ...statement.to, ...(statement.about || [])]);
    parties.forEach((actor) => statementsOf[actor].push(place));
  });
  data.events.forEach((event, place) => new Set([...event.actors, ...event.places]).forEach((actor) => eventsOf[actor].push(place)));

  const relation = (name) => RELATIONS.find((candidate) => candidate.name === name);
  const word = (kind) => KINDS.find((candidate) => candidate.name === kind).word;
  const number = (count, noun, plural = noun + "s") => `${count.toLocaleString("en")} ${count === 1 ? noun : plural}`;
  const otherEnd = (edge, actor) => (edge.from === actor ? edge.to : edge.from);
  const iri = (kind, item) => data.iris[kind] + item.iri;
  const confidence = (statement) => {
    const value = Number.parseFloat(statement.confidence);
    return Number.isNaN(value) ? null : value;
  };
  const isActual = (statement) => !statement.status || statement.status === "Actual";

  /** The actors next to one, those with the most evidence first. `weight` counts an edge's evidence. */
  function neighbours(actor, weight = (edge) => edge.statements.length) {
    const weights = new Map();
    edgesOf[actor].forEach((edge) => {
      const count = weight(edge);
      if (!count) return;
      const other = otherEnd(edge, actor);
      weights.set(other, (weights.get(other) || 0) + count);
    });
    return [...weights.keys()].sort((a, b) => weights.get(b) - weights.get(a) || a - b);
  }

  const articleOf = (item) => (item.article === undefined ? null : data.articles[item.article]);
  const dateOf = (item) => (articleOf(item) && articleOf(item).date) || "";

  /** Items (statements or events) by article, the latest article first, undated ones last, each in the order of its text. */
  function byArticle(items) {
    const groups = new Map();
    items.forEach((item) => {
      const article = item.article === undefined ? -1 : item.article;
      if (!groups.has(article)) groups.set(article, []);
      groups.get(article).push(item);
    });
    const date = (article) => (article < 0 ? "" : data.articles[article].date || "");
    const start = (item) => (item.spans.length ? item.spans[0][0] : 0);
    groups.forEach((group) => group.sort((a, b) => start(a) - start(b)));
    return [...groups].sort(([a], [b]) => (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : a - b));
  }

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").toLowerCase();
  const searchable = data.actors.map((actor) => [actor.label, ...actor.names, ...actor.roles].map(fold));

  /** Actors whose name, other name or role holds the words: beginnings first, then the most talked of. */
  function search(text, limit = 12) {
    const wanted = fold(text.trim());
    if (!wanted) return [];
    const found = [];
    searchable.forEach((expressions, actor) => {
      let best = 9;
      let place = -1;
      expressions.forEach((expression, at) => {
        const start = expression.indexOf(wanted);
        if (start < 0) return;
        const where = start === 0 ? 0 : /[\s\-–'’(]/.test(expression[start - 1]) ? 1 : 2;
        const rank = where * 2 + (at === 0 ? 0 : 1);
        if (rank < best) [best, place] = [rank, at];
      });
      if (best < 9) found.push({ actor, best, place });
    });
    const talk = (actor) => statementsOf[actor].length;
    found.sort((a, b) => a.best - b.best || talk(b.actor) - talk(a.actor) || a.actor - b.actor);
    return found.slice(0, limit).map(({ actor, place }) => ({ actor, by: [data.actors[actor].label, ...data.actors[actor].names, ...data.actors[actor].roles][place] }));
  }

  return {
    data, RELATIONS, KINDS, STATUS, edgesOf, statementsOf, eventsOf, actorBySlug, edgeByKey, relation, word, number,
    otherEnd, iri, confidence, isActual, neighbours, articleOf, dateOf, byArticle, search, fold,
  };
})();
