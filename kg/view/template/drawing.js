// The network on its canvas, as the chosen view and its filter have it.
"use strict";

kg.drawing = (() => {
  const { data, relation, RELATIONS, word, number, edgesOf, statementsOf } = kg.model;
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const FEW = 60; // with fewer left by the filter, more are brought in …
  const ENOUGH = 80; // … up to this many
  const AROUND = 80; // actors in a neighbourhood
  const PADDING = 44;
  const WIDTHS = { opposes: 2, supports: 2, addresses: 1.3, about: 1.3 };
  const FACE = "system-ui, Segoe UI, Roboto, Liberation Sans, sans-serif";
  const homes = new Map(data.nodes.filter((node) => "x" in node).map((node) => [node.id, [node.x, node.y]]));
  const strongest = [...homes.keys()];
  const scene = { spots: new Map(), shown: [], lines: [], bends: new Map(), focus: null, emphasised: null, left: 0, fonts: new Map() };
  const drawnAs = new Map();
  const routed = { spots: "", bends: new Map() };
  let network = null;
  let container = null;
  let waiting = 0;
  let dragging = false;
  let asked = null;

  const nodeOf = (actor) => data.nodes[actor];
  const scale = () => network.getScale();
  // How much larger than given shapes and lines are drawn, so that they can be seen from afar.
  const shapeGrowth = () => Math.min(1.6, Math.max(1, 0.42 / scale()));
  const lineGrowth = () => Math.min(3, Math.max(1, 0.8 / scale()));
  const passing = () => [...kg.filter.result.counts.keys()].map((id) => data.edges[id]);

  /** The actors to draw and their places. */
  function spotsFor(state) {
    const pairs = passing().map((edge) => [edge.from, edge.to]);
    if (state.focus !== null) {
      const distances = kg.filter.around(state.focus, state.steps, AROUND);
      return kg.spots.gather(distances, nodeOf, pairs.filter(([a, b]) => distances.has(a) && distances.has(b)), homes);
    }
    const wanted = new Set([...strongest, ...state.with]);
    const related = new Set(pairs.filter(([a, b]) => wanted.has(a) && wanted.has(b)).flat());
    const fill = [];
    if (related.size < FEW && strongest.length < data.actors.length) {
      const strength = kg.filter.strengths();
      const others = [...new Set(pairs.flat())].filter((actor) => !related.has(actor)).sort((a, b) => strength[b] - strength[a] || a - b);
      fill.push(...others.slice(0, ENOUGH - related.size));
    }
    const chosen = state.show && state.show.actor !== undefined ? [state.show.actor] : [];
    const drawn = new Set([...related, ...state.with, ...fill, ...chosen]);
    const missing = [...drawn].filter((actor) => !homes.has(actor));
    if (missing.length) {
      const standing = new Map([...homes].filter(([actor]) => drawn.has(actor)));
      kg.spots.bringIn(missing, standing, nodeOf, pairs).forEach((spot, actor) => homes.set(actor, spot));
    }
    const spots = new Map();
    [...strongest, ...drawn].forEach((actor) => spots.set(actor, state.moved[actor] || homes.get(actor)));
    return spots;
  }

  /** Lines among the drawn actors, the ones they bend by, and the actors that stay in the picture. */
  function compose(state) {
    scene.spots = spotsFor(state);
    scene.focus = state.focus;
    scene.lines = passing().filter((edge) => scene.spots.has(edge.from) && scene.spots.has(edge.to));
    const related = new Set(scene.lines.flatMap((edge) => [edge.from, edge.to]));
    state.with.forEach((actor) => related.add(actor));
    if (state.focus !== null) related.add(state.focus);
    if (state.show && state.show.actor !== undefined) related.add(state.show.actor);
    scene.shown = [...scene.spots.keys()].filter((actor) => related.has(actor));
    const passingActors = new Set(passing().flatMap((edge) => [edge.from, edge.to]));
    scene.left = [...passingActors].filter((actor) => !related.has(actor)).length;
    bend();
  }

  /** Lines are led around actors only when something stands elsewhere: a filter leaves them as they are. */
  function bend() {
    const spots = JSON.stringify([...scene.spots]);
    if (spots !== routed.spots) [routed.spots, routed.bends] = [spots, new Map()];
    if (scene.lines.some((edge) => !routed.bends.has(edge.id))) {
      const among = data.edges.filter((edge) => scene.spots.has(edge.from) && scene.spots.has(edge.to));
      routed.bends = kg.curves.route(among, scene.spots, nodeOf);
    }
    scene.bends = routed.bends;
  }

  function emphasis(state) {
    if (!state.show) return null;
    const { actor, edge, event, statement } = state.show;
    if (edge !== undefined) return { actors: new Set([data.edges[edge].from, data.edges[edge].to]), edges: new Set([edge]) };
    if (event !== undefined || statement !== undefined) {
      const told = event !== undefined ? [...data.events[event].actors, ...data.events[event].places] : [...data.statements[statement].from, ...data.statements[statement].to];
      const parties = new Set(told.filter((one) => scene.spots.has(one)));
      return parties.size ? { actors: parties, edges: new Set() } : null;
    }
    const close = scene.lines.filter((line) => line.from === actor || line.to === actor);
    return { actors: new Set([actor, ...close.flatMap((line) => [line.from, line.to])]), edges: new Set(close.map((line) => line.id)) };
  }

  function rank() {
    const first = (id) => (scene.emphasised && scene.emphasised.actors.has(id) ? 1 : 0);
    const chosen = kg.state.current.show && kg.state.current.show.actor;
    return [...scene.shown].sort((a, b) => (b === chosen) - (a === chosen) || first(b) - first(a) || statementsOf[b].length - statementsOf[a].length || a - b);
  }

  function fontOf(id, growth) {
    const { size, above } = scene.fonts.get(id) || { size: 0, above: false };
    const lines = nodeOf(id).label.split("\n").length;
    return { size, vadjust: above ? -(2 * nodeOf(id).size * growth + lines * size * 1.25 + 10) : 0 };
  }

  function nodeLook(id, palette, growth) {
    const [x, y] = scene.spots.get(id);
    const fill = palette[data.actors[id].kind];
    const faded = scene.emphasised && !scene.emphasised.actors.has(id);
    const chosen = kg.state.current.show && kg.state.current.show.actor === id;
    const border = chosen ? palette.ink : palette.outline;
    return {
      id, x, y, hidden: false, shape: nodeOf(id).shape, size: nodeOf(id).size * growth,
      borderWidth: chosen || id === scene.focus ? 4 : 1.5,
      label: scene.fonts.has(id) ? nodeOf(id).label : "",
      font: { ...fontOf(id, growth), color: faded ? palette.faded : palette.ink, strokeColor: palette.canvas, strokeWidth: 4, face: FACE },
      color: { background: fill, border, highlight: { background: fill, border: palette.ink }, hover: { background: fill, border: palette.ink } },
      opacity: faded ? 0.35 : 1,
    };
  }

  const dashesOf = (edge) => (kg.filter.result.solid.has(edge.id) ? relation(edge.relation).line : [12, 5]);
  const widthOf = (edge) => WIDTHS[edge.relation] + 1.1 * Math.log2(kg.filter.count(edge));

  function edgeLook(edge, palette, growth) {
    const tone = palette[edge.relation];
    const faded = scene.emphasised && !scene.emphasised.edges.has(edge.id);
    const strong = edge.relation === "opposes" || edge.relation === "supports";
    const bend = scene.bends.get(edge.id);
    const dashes = dashesOf(edge);
    const chosen = kg.state.current.show && kg.state.current.show.edge === edge.id;
    return {
      id: edge.id, from: edge.from, to: edge.to, hidden: false, width: widthOf(edge) * growth * (chosen ? 1.8 : 1),
      color: { color: tone, highlight: tone, hover: tone, opacity: faded ? 0.16 : strong ? 0.95 : 0.75 },
      dashes: dashes.length ? dashes : false,
      arrows: { to: { enabled: true, scaleFactor: edge.relation === "about" ? 0.45 : 0.6 } },
      smooth: { enabled: true, type: bend < 0 ? "curvedCCW" : "curvedCW", roundness: Math.abs(bend) },
    };
  }

  function nodeTitle(id) {
    return `${data.actors[id].label}\n${word(data.actors[id].kind)}, ${number(statementsOf[id].length, "statement")}`;
  }

  const edgeTitle = (edge) => `${data.actors[edge.from].label} ${relation(edge.relation).word} ${data.actors[edge.to].label}\n${number(kg.filter.count(edge), "statement")}`;

  /** Hands vis-network what looks otherwise than before, and nothing else. */
  function update(set, looks, prefix, title) {
    const wanted = new Set();
    const changes = [];
    looks.forEach((look) => {
      const key = `${prefix}${look.id}`;
      wanted.add(key);
      const text = JSON.stringify(look);
      if (drawnAs.get(key) === text) return;
      drawnAs.set(key, text);
      changes.push({ ...look, title: title(look.id) });
    });
    drawnAs.forEach((text, key) => {
      if (key[0] !== prefix || wanted.has(key) || text === "") return;
      drawnAs.set(key, "");
      changes.push({ id: Number(key.slice(1)), hidden: true });
    });
    if (changes.length) set.update(changes);
  }

  function paint() {
    const palette = kg.palette();
    const growth = shapeGrowth();
    scene.emphasised = emphasis(kg.state.current);
    scene.fonts = kg.labels.sizes(rank(), (id) => scene.spots.get(id), nodeOf, scale(), growth);
    update(nodes, scene.shown.map((id) => nodeLook(id, palette, growth)), "n", nodeTitle);
    const thick = lineGrowth();
    update(edges, scene.lines.map((edge) => edgeLook(edge, palette, thick)), "e", (id) => edgeTitle(data.edges[id]));
    network.redraw();
  }

  /** Everything anew from the state and its filter. */
  function refresh(state) {
    const refocused = asked !== null && `${state.focus},${state.focus === null ? 0 : state.steps}` !== asked;
    asked = `${state.focus},${state.focus === null ? 0 : state.steps}`;
    compose(state);
    paint();
    if (refocused) state.at ? look(state.at) : fit();
  }

  /** Soft bands that hold allies together: along the lines of support inside a camp. */
  function drawCamps(context) {
    const growth = shapeGrowth();
    context.strokeStyle = context.fillStyle = kg.palette().camp;
    context.lineCap = context.lineJoin = "round";
    camps().forEach(({ from, to, via, width }) => {
      context.lineWidth = width * growth;
      context.beginPath();
      context.moveTo(...from);
      context.quadraticCurveTo(...via, ...to);
      context.stroke();
    });
  }

  function camps() {
    const told = (edge) => !scene.emphasised || (scene.emphasised.actors.has(edge.from) && scene.emphasised.actors.has(edge.to));
    return scene.lines.filter((edge) => edge.relation === "supports" && told(edge) && kg.filter.result.solid.has(edge.id) && nodeOf(edge.from).camp !== undefined && nodeOf(edge.from).camp === nodeOf(edge.to).camp).map((edge) => {
      const [from, to] = [scene.spots.get(edge.from), scene.spots.get(edge.to)];
      return { from, to, via: kg.curves.control(from, to, scene.bends.get(edge.id)), width: 2 * Math.max(nodeOf(edge.from).size, nodeOf(edge.to).size) + 26 };
    });
  }

  /** The corners of what is shown, names included. */
  function extent(actors = scene.shown) {
    const boxes = actors.map((id) => {
      const [[x, y], { width, height }] = [scene.spots.get(id), kg.spots.box(nodeOf(id))];
      return { left: x - width / 2, right: x + width / 2, top: y - nodeOf(id).size, bottom: y - nodeOf(id).size + height };
    });
    if (!boxes.length) return null;
    const edge = (pick, name) => pick(...boxes.map((box) => box[name]));
    return { left: edge(Math.min, "left"), right: edge(Math.max, "right"), top: edge(Math.min, "top"), bottom: edge(Math.max, "bottom") };
  }

  function fit(actors = scene.shown, animated = false) {
    const corners = extent(actors);
    if (!corners) return;
    const { clientWidth, clientHeight } = container;
    if (!clientWidth || !clientHeight) return;
    const [width, height] = [Math.max(1, corners.right - corners.left), Math.max(1, corners.bottom - corners.top)];
    const near = Math.min(1.35, (clientWidth - 2 * PADDING) / width, (clientHeight - 2 * PADDING) / height);
    const animation = animated && !still.matches ? { duration: 300 } : false;
    network.moveTo({ position: { x: (corners.left + corners.right) / 2, y: (corners.top + corners.bottom) / 2 }, scale: near, animation });
    paint();
  }

  function look([x, y, near]) {
    network.moveTo({ position: { x, y }, scale: near });
    paint();
  }

  function zoom(factor) {
    network.moveTo({ scale: scale() * factor });
    paint();
    moved();
  }

  function pan(across, down) {
    const { x, y } = network.getViewPosition();
    network.moveTo({ position: { x: x + across / scale(), y: y + down / scale() } });
    moved();
  }

  /** Keeps in the address where the reader looks. */
  function moved() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const { x, y } = network.getViewPosition();
      kg.state.set({ at: [Math.round(x), Math.round(y), Number(scale().toPrecision(3))] });
      paint();
    }, 120);
  }

  function dragged(ids) {
    const positions = network.getPositions(ids);
    const spots = Object.fromEntries(Object.entries(positions).map(([id, { x, y }]) => [id, [Math.round(x), Math.round(y)]]));
    if (kg.state.current.focus === null) kg.state.set({ moved: { ...kg.state.current.moved, ...spots } });
    else Object.entries(spots).forEach(([id, spot]) => scene.spots.set(Number(id), spot));
    bend();
    paint();
  }

  function start(element) {
    container = element;
    network = new vis.Network(container, { nodes, edges }, data.options);
    network.on("beforeDrawing", drawCamps);
    network.on("dragStart", ({ nodes: ids }) => (dragging = ids.length > 0));
    network.on("dragEnd", ({ nodes: ids }) => {
      if (ids.length) dragged(ids);
      else if (!dragging) moved();
      dragging = false;
    });
    network.on("zoom", moved);
    network.on("animationFinished", paint);
    new ResizeObserver(() => {
      if (!container.clientWidth) return;
      network.setSize("100%", "100%");
      kg.state.current.at ? paint() : fit();
    }).observe(container);
    return network;
  }

  return {
    start, refresh, paint, fit, look, zoom, pan, extent, camps, nodeLook, edgeLook, dashesOf, widthOf, scene, nodes, edges, strongest,
    isDrawn: (actor) => scene.shown.includes(actor),
    visible: () => scene.lines,
    growth: () => ({ shape: shapeGrowth(), line: lineGrowth() }),
  };
})();
