// How lines bend: apart from others between the same two actors, and around actors that they do not belong to.
"use strict";

kg.curves = (() => {
  const WAYS = [0.06, 0.15, 0.24, 0.33, 0.42].flatMap((bend) => [bend, -bend]);
  const STEPS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  const APART = 0.085;
  const CLEAR = 5;

  /** Where vis-network puts the control point of a line that bends clockwise (or, below zero, the other way). */
  function control([x1, y1], [x2, y2], bend) {
    const way = Math.atan2(y1 - y2, x2 - x1) + (0.5 * bend + 0.5) * Math.PI;
    const far = (0.5 * Math.abs(bend) + 0.5) * Math.hypot(x2 - x1, y2 - y1);
    return [x1 + far * Math.sin(way), y1 + far * Math.cos(way)];
  }

  const along = (from, via, to, t) => [0, 1].map((axis) => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * via[axis] + t ** 2 * to[axis]);

  /** How many boxes { id, left, right, top, bottom } a line runs through. */
  function hits(edge, from, to, bend, boxes) {
    const via = control(from, to, bend);
    const spots = STEPS.map((step) => along(from, via, to, step));
    const [xs, ys] = [spots.map(([x]) => x), spots.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    let found = 0;
    boxes.forEach((box) => {
      if (box.id === edge.from || box.id === edge.to || box.right < left || right < box.left || box.bottom < top || bottom < box.top) return;
      if (spots.some(([x, y]) => box.left < x && x < box.right && box.top < y && y < box.bottom)) found += 1;
    });
    return found;
  }

  /** The bend of each edge: Map from id. `spots`: actor -> [x, y]; `nodeOf`: the actor's node as pyvis made it. */
  function route(edges, spots, nodeOf) {
    const boxes = [...spots].map(([id, [x, y]]) => {
      const { width, height } = kg.spots.box(nodeOf(id));
      const top = y - nodeOf(id).size - CLEAR;
      return { id, left: x - width / 2 - CLEAR, right: x + width / 2 + CLEAR, top, bottom: top + height + 2 * CLEAR };
    });
    const taken = new Map();
    const bends = new Map();
    edges.forEach((edge) => {
      const [from, to] = [spots.get(edge.from), spots.get(edge.to)];
      const sign = edge.from < edge.to ? 1 : -1;
      const pair = edge.from < edge.to ? `${edge.from},${edge.to}` : `${edge.to},${edge.from}`;
      const others = taken.get(pair) || [];
      const free = [edge.roundness, ...WAYS].filter((bend) => others.every((other) => Math.abs(sign * bend - other) >= APART));
      let [best, fewest] = [free.length ? free[0] : edge.roundness, Infinity];
      for (const bend of free) {
        const found = hits(edge, from, to, bend, boxes);
        if (found < fewest) [best, fewest] = [bend, found];
        if (!found) break;
      }
      taken.set(pair, [...others, sign * best]);
      bends.set(edge.id, best);
    });
    return bends;
  }

  return { control, along, route };
})();
