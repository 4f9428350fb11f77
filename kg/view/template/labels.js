// Which names fit beside each other at the present zoom, and how large.
"use strict";

kg.labels = (() => {
  const LEAST = 12.5;
  const MOST = 22;
  const FIRST = 40; // names that may cover the shape of a lesser actor

  /**
   * Map from actor to { size, above } of its name, for the names that fit: the size of the font, and whether the name
   * stands above its shape. Names keep a readable size on the screen however far away the picture is.
   *
   * `ids` come in the order in which they may choose their place; `spot` gives [x, y], `node` the size, font and label.
   */
  function sizes(ids, spot, node, scale, growth) {
    const taken = [];
    const fitting = new Map();
    const shapes = ids.map((id) => {
      const [x, y] = spot(id);
      const size = node(id).size * growth;
      return { id, left: (x - size) * scale, right: (x + size) * scale, top: (y - size) * scale, bottom: (y + size) * scale };
    });
    ids.forEach((id, rank) => {
      const { label, font, size } = node(id);
      const [x, y] = spot(id);
      const pixels = Math.min(MOST, Math.max(LEAST, font.size * scale));
      const lines = label.split("\n");
      const half = (Math.max(...lines.map((line) => line.length)) * pixels * 0.54) / 2;
      const high = lines.length * pixels * 1.25;
      const at = (top) => ({ left: x * scale - half, right: x * scale + half, top, bottom: top + high });
      const below = at((y + size * growth) * scale);
      const above = at((y - size * growth) * scale - high - 4);
      const hits = (box, other) => box.right > other.left && other.right > box.left && box.bottom > other.top && other.bottom > box.top;
      const free = (box, strictly) => !taken.some((other) => hits(box, other)) && !shapes.some((shape, order) => shape.id !== id && (strictly || order < rank) && hits(box, shape));
      const box = [below, above].find((one) => free(one, true)) || (rank < FIRST && [below, above].find((one) => free(one, false)));
      if (!box) return;
      taken.push(box);
      fitting.set(id, { size: pixels / scale, above: box === above });
    });
    return fitting;
  }

  return { sizes };
})();
