// Places for actors that have none of their own: brought in by search, or gathered around one in focus. No chance in it.
"use strict";

kg.spots = (() => {
  const MARGIN = 24;
  const WIDE = 1.2;
  const SMALL = 40; // beyond, there is no room to clear
  const GOLDEN = Math.PI * (3 - Math.sqrt(5));

  /** Width and height of an actor's shape with its label, and how far the label lowers the middle of both. */
  function box({ label, font, size }) {
    const lines = label.split("\n");
    const words = lines.length * font.size * 1.25;
    return { width: Math.max(2 * size, Math.max(...lines.map((line) => line.length)) * font.size * 0.58), height: 2 * size + words, lower: words / 2 };
  }

  /** Pushes boxes that touch apart; those with `fixed` stay. `bodies`: [{ x, y, width, height, lower, fixed }]. */
  function spread(bodies) {
    for (let round = 0; round < 120; round += 1) {
      let touching = false;
      for (let i = 0; i < bodies.length; i += 1) {
        for (let j = i + 1; j < bodies.length; j += 1) {
          const [a, b] = [bodies[i], bodies[j]];
          if (a.fixed && b.fixed) continue;
          const [dx, dy] = [b.x - a.x, b.y + b.lower - a.y - a.lower];
          const across = (a.width + b.width) / 2 + MARGIN - Math.abs(dx);
          const down = (a.height + b.height) / 2 + MARGIN - Math.abs(dy);
          if (across < 0.5 || down < 0.5) continue;
          touching = true;
          const share = a.fixed || b.fixed ? 1 : 0.5;
          const [axis, gap, sign] = across < down ? ["x", across, dx < 0 ? -1 : 1] : ["y", down, dy < 0 ? -1 : 1];
          if (!a.fixed) a[axis] -= sign * gap * share;
          if (!b.fixed) b[axis] += sign * gap * share;
        }
      }
      if (!touching) return;
    }
  }

  /** Attraction along the lines, repulsion between all (Fruchterman and Reingold 1991); fixed bodies stay. */
  function settle(bodies, lines, length, rounds) {
    const moves = bodies.map(() => [0, 0]);
    for (let round = 0; round < rounds; round += 1) {
      const heat = length * 0.6 * (1 - round / rounds);
      moves.forEach((move) => move.fill(0));
      for (let i = 0; i < bodies.length; i += 1) {
        for (let j = i + 1; j < bodies.length; j += 1) {
          if (bodies[i].fixed && bodies[j].fixed) continue;
          const [dx, dy] = [(bodies[i].x - bodies[j].x) / WIDE, bodies[i].y - bodies[j].y];
          const push = (length * length) / Math.max(1, dx * dx + dy * dy);
          moves[i][0] += dx * push; moves[i][1] += dy * push;
          moves[j][0] -= dx * push; moves[j][1] -= dy * push;
        }
      }
      lines.forEach(([i, j]) => {
        const [dx, dy] = [(bodies[i].x - bodies[j].x) / WIDE, bodies[i].y - bodies[j].y];
        const pull = Math.hypot(dx, dy) / length;
        moves[i][0] -= dx * pull; moves[i][1] -= dy * pull;
        moves[j][0] += dx * pull; moves[j][1] += dy * pull;
      });
      bodies.forEach((body, at) => {
        if (body.fixed) return;
        const far = Math.hypot(...moves[at]) || 1;
        body.x += (moves[at][0] / far) * Math.min(far, heat) * WIDE;
        body.y += (moves[at][1] / far) * Math.min(far, heat);
      });
    }
  }

  /** Moves bodies off the lines that pass behind them; where the body is fixed, the ends of the line move. */
  function clear(bodies, lines) {
    for (let round = 0; round < 40; round += 1) {
      let hit = false;
      lines.forEach(([i, j]) => {
        const [a, b] = [bodies[i], bodies[j]];
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const far = Math.hypot(dx, dy) || 1;
        bodies.forEach((body, at) => {
          if (at === i || at === j) return;
          const [px, py] = [body.x - a.x, body.y + body.lower - a.y];
          const part = (px * dx + py * dy) / (far * far);
          if (part < 0.05 || part > 0.95) return;
          const off = (dx * py - dy * px) / far;
          const gap = (Math.abs(dy / far) * body.width) / 2 + (Math.abs(dx / far) * body.height) / 2 + MARGIN / 2 - Math.abs(off);
          if (gap <= 0.5) return;
          hit = true;
          const way = off < 0 ? -1 : 1;
          const push = (one, share) => {
            if (one.fixed) return;
            one.x += (-dy / far) * way * gap * share;
            one.y += (dx / far) * way * gap * share;
          };
          push(body, 0.5);
          push(a, body.fixed ? -0.8 : -0.15);
          push(b, body.fixed ? -0.8 : -0.15);
        });
      });
      if (!hit) return;
      spread(bodies);
    }
  }

  const linesAmong = (bodies, pairs) => {
    const at = new Map(bodies.map((body, place) => [body.id, place]));
    const seen = new Set();
    return pairs.flatMap(([a, b]) => {
      const [i, j] = [at.get(a), at.get(b)].sort((one, other) => one - other);
      if (i === undefined || j === undefined || i === j || seen.has(`${i},${j}`)) return [];
      seen.add(`${i},${j}`);
      return [[i, j]];
    });
  };

  const found = (bodies) => new Map(bodies.map(({ id, x, y }) => [id, [Math.round(x), Math.round(y)]]));

  /** `distances` (actor -> steps from the one in the middle) as a picture around the origin. */
  function gather(distances, nodeOf, pairs, homes) {
    const rings = [...distances].reduce((sizes, [, ring]) => sizes.set(ring, (sizes.get(ring) || 0) + 1), new Map());
    const length = 130 + 10 * Math.sqrt(distances.size);
    const turn = new Map();
    const middle = [...distances.keys()][0];
    const angle = (id) => {
      const [home, centre] = [homes.get(id), homes.get(middle)];
      return home && centre ? Math.atan2(home[1] - centre[1], home[0] - centre[0]) : GOLDEN * id;
    };
    [...distances.keys()].sort((a, b) => distances.get(a) - distances.get(b) || angle(a) - angle(b) || a - b).forEach((id) => {
      const ring = distances.get(id);
      turn.set(id, [ring, [...turn.values()].filter(([other]) => other === ring).length]);
    });
    const bodies = [...distances.keys()].map((id) => {
      const [ring, place] = turn.get(id);
      const way = (2 * Math.PI * place) / rings.get(ring) + ring;
      const radius = ring * length * Math.max(1.4, rings.get(ring) / 9);
      return { id, x: radius * WIDE * Math.cos(way), y: radius * Math.sin(way), ...box(nodeOf(id)), fixed: ring === 0 };
    });
    const lines = linesAmong(bodies, pairs);
    settle(bodies, lines, length, 160);
    spread(bodies);
    if (bodies.length <= SMALL) clear(bodies, lines);
    return found(bodies);
  }

  /** Places for `ids` beside what is placed already (actor -> [x, y]), near those they are tied to. */
  function bringIn(ids, placed, nodeOf, pairs) {
    const standing = [...placed].map(([id, [x, y]]) => ({ id, x, y, ...box(nodeOf(id)), fixed: true }));
    const right = standing.length ? Math.max(...standing.map((body) => body.x + body.width / 2)) + 160 : 0;
    const middle = standing.length ? standing.reduce((sum, body) => sum + body.y, 0) / standing.length : 0;
    const ties = new Map(ids.map((id) => [id, []]));
    pairs.forEach(([a, b]) => {
      if (ties.has(a) && placed.has(b)) ties.get(a).push(placed.get(b));
      if (ties.has(b) && placed.has(a)) ties.get(b).push(placed.get(a));
    });
    const coming = ids.map((id, turn) => {
      const [near, radius, way] = [ties.get(id), 60 + 14 * Math.sqrt(turn), GOLDEN * turn];
      const x = near.length ? near.reduce((sum, spot) => sum + spot[0], 0) / near.length : right + 130;
      const y = near.length ? near.reduce((sum, spot) => sum + spot[1], 0) / near.length : middle;
      return { id, x: x + radius * WIDE * Math.cos(way), y: y + radius * Math.sin(way), ...box(nodeOf(id)), fixed: false };
    });
    const bodies = [...standing, ...coming];
    settle(bodies, linesAmong(bodies, pairs), 110, 80);
    spread(bodies);
    return found(coming);
  }

  return { box, gather, bringIn };
})();
