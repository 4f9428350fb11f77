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

  data.edges.forEach((edge) => {
    edgesOf[edge.from].push(edge);
    edgesOf[edge.to].push(edge);
  });
  data.statements.forEach((statement, place) => {
    const parties = new Set([...statement.from, ...statement.to, ...(statement.about || [])]);
    parties.forEach((actor) => statementsOf[actor].push(place));
  });

  const relation = (name) => RELATIONS.find((candidate) => candidate.name === name);
  const word = (kind) => KINDS.find((candidate) => candidate.name === kind).word;
  const number = (count, noun, plural = noun + "s") => `${count.toLocaleString("en")} ${count === 1 ? noun : plural}`;
  const otherEnd = (edge, actor) => (edge.from === actor ? edge.to : edge.from);

  /** The actors next to one, those with the most evidence first. */
  function neighbours(actor) {
    const weight = new Map();
    edgesOf[actor].forEach((edge) => {
      const other = otherEnd(edge, actor);
      weight.set(other, (weight.get(other) || 0) + edge.statements.length);
    });
    return [...weight.keys()].sort((a, b) => weight.get(b) - weight.get(a) || a - b);
  }

  /** Statements by article, the latest article first, undated ones last. */
  function byArticle(places) {
    const groups = new Map();
    places.forEach((place) => {
      const article = data.statements[place].article;
      if (!groups.has(article)) groups.set(article, []);
      groups.get(article).push(place);
    });
    const date = (article) => (article === null ? "" : data.articles[article].date || "");
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
      expressions.forEach((expression, place) => {
        const at = expression.indexOf(wanted);
        if (at < 0) return;
        const where = at === 0 ? 0 : /[\s\-–'’(]/.test(expression[at - 1]) ? 1 : 2;
        best = Math.min(best, where * 2 + (place === 0 ? 0 : 1));
      });
      if (best < 9) found.push({ actor, best });
    });
    const talk = (actor) => statementsOf[actor].length;
    found.sort((a, b) => a.best - b.best || talk(b.actor) - talk(a.actor) || a.actor - b.actor);
    return found.slice(0, limit).map(({ actor }) => actor);
  }

  return { data, RELATIONS, KINDS, STATUS, edgesOf, statementsOf, relation, word, number, otherEnd, neighbours, byArticle, search };
})();
