// Which statements, lines, events and actors the chosen view lets through.
"use strict";

kg.filter = (() => {
  const { data, edgesOf, confidence, isActual, otherEnd } = kg.model;
  const { ofArticle, ofEvent, published, overlap } = kg.dates;
  const sureness = data.statements.map((statement) => {
    const value = confidence(statement);
    return value === null ? 1 : value;
  });
  const actual = data.statements.map(isActual);
  let result = null;

  const inTime = (state) => {
    if (state.since === null && state.until === null) return () => true;
    const [since, until] = [state.since === null ? -Infinity : state.since, state.until === null ? Infinity : state.until];
    if (state.basis === "event") return (item) => (item.events || []).some((event) => overlap(ofEvent[event], since, until));
    return (item) => overlap(published(item), since, until);
  };

  /** Applies the state; the answer stays readable as `kg.filter.result`. */
  function apply(state) {
    const timely = inTime(state);
    const files = new Set(state.files);
    const hiddenKind = data.actors.map((actor) => state.kinds.includes(actor.kind));
    const hedged = !state.off.includes("hedged");
    const off = new Set(state.off);
    const fromFile = (item) => !files.size || files.has(item.article);
    const passes = data.statements.map(
      (statement, place) => sureness[place] * 100 >= state.sure - 1e-9 && (hedged || actual[place]) && fromFile(statement) && timely(statement)
    );
    const counts = new Map();
    const solid = new Set();
    data.edges.forEach((edge) => {
      if (off.has(edge.relation) || hiddenKind[edge.from] || hiddenKind[edge.to]) return;
      let count = 0;
      let isSolid = false;
      edge.statements.forEach((place) => {
        if (!passes[place]) return;
        count += 1;
        isSolid = isSolid || actual[place];
      });
      if (count < state.least || !count) return;
      counts.set(edge.id, count);
      if (isSolid) solid.add(edge.id);
    });
    const [since, until] = [state.since === null ? -Infinity : state.since, state.until === null ? Infinity : state.until];
    const bounded = state.since !== null || state.until !== null;
    const anytime = data.events.map((event) => fromFile(event) && ![...event.actors, ...event.places].some((actor) => hiddenKind[actor]));
    const events = data.events.map((event, place) => {
      if (!anytime[place] || !bounded) return anytime[place];
      return overlap(state.basis === "event" ? ofEvent[place] : ofArticle[event.article] || null, since, until);
    });
    const claims = data.statements.map((statement, place) => passes[place] && ![...statement.from, ...statement.to].some((actor) => hiddenKind[actor]));
    result = { passes, counts, solid, events, anytime, claims };
    return result;
  }

  const count = (edge) => result.counts.get(edge.id) || 0;

  /** How much evidence each actor has on lines that pass: an array by actor. */
  function strengths() {
    const strength = new Array(data.actors.length).fill(0);
    result.counts.forEach((number, id) => {
      strength[data.edges[id].from] += number;
      strength[data.edges[id].to] += number;
    });
    return strength;
  }

  /** The actors at most `steps` lines away: Map from actor to its distance, at most `limit`, the strongest of each ring first. */
  function around(actor, steps, limit) {
    const distance = new Map([[actor, 0]]);
    let ring = [actor];
    const strength = strengths();
    for (let step = 1; step <= steps; step += 1) {
      const next = new Set();
      ring.forEach((one) => edgesOf[one].forEach((edge) => count(edge) && !distance.has(otherEnd(edge, one)) && next.add(otherEnd(edge, one))));
      ring = [...next].sort((a, b) => strength[b] - strength[a] || a - b).slice(0, Math.max(0, limit - distance.size));
      ring.forEach((one) => distance.set(one, step));
    }
    return distance;
  }

  return {
    apply, count, strengths, around,
    get result() {
      return result;
    },
  };
})();
