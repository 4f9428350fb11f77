// The network on its canvas: colours, switches, emphasis, and actors brought in that have no place of their own.
"use strict";

kg.drawing = (() => {
  const { data, relation, RELATIONS, word, number, edgesOf, statementsOf, neighbours } = kg.model;
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const switches = { hedged: true };
  RELATIONS.forEach(({ name }) => (switches[name] = true));
  // Relations that start switched off because their lines would hide each other; those of a chosen actor still show.
  const crowded = new Set();
  let chosen = null;
  const isOn = (edge) =>
    (switches[edge.relation] || (crowded.has(edge.relation) && (edge.from === chosen || edge.to === chosen))) &&
    (edge.actual || switches.hedged);
  const visible = new vis.DataView(edges, { filter: isOn });
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let emphasised = null;
  const CROWD = 250;
  const RADIUS = 220;
  const PADDING = { across: 170, down: 130 };
  let network = null;
  let container = null;
  let waiting = 0;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const label = (actor) => data.actors[actor].label;

  // How much larger than given shapes and lines are drawn, so that they can be seen from afar.
  const shapeGrowth = () => Math.min(1.6, Math.max(1, 0.42 / network.getScale()));
  const lineGrowth = () => Math.min(3, Math.max(1, 0.8 / network.getScale()));

  /**
   * Which labels fit at the present zoom, the most talked-of actors' first, and how large: Map from actor to the size
   * of the font. Labels keep a readable size on the screen however far away the picture is.
   */
  function labelSizes() {
    const scale = network.getScale();
    const growth = shapeGrowth();
    const taken = [];
    const first = (id) => (id === chosen ? 2 : emphasised && emphasised.actors.has(id) ? 1 : 0);
    const ordered = nodes.getIds().sort((a, b) => first(b) - first(a) || statementsOf[b].length - statementsOf[a].length || a - b);
    const sizes = new Map();
    ordered.forEach((id) => {
      const { label: text, font } = data.nodes[id];
      const size = data.nodes[id].size * growth;
      const pixels = Math.min(22, Math.max(12.5, font.size * scale));
      const lines = text.split("\n");
      const { x, y } = network.getPosition(id);
      const half = (Math.max(...lines.map((line) => line.length)) * pixels * 0.55) / 2;
      const top = (y + size) * scale;
      const box = { left: x * scale - half, right: x * scale + half, top, bottom: top + lines.length * pixels * 1.25 };
      const shape = { left: (x - size) * scale, right: (x + size) * scale, top: (y - size) * scale, bottom: top };
      const free = taken.every((other) => box.right < other.left || other.right < box.left || box.bottom < other.top || other.bottom < box.top);
      taken.push(shape);
      if (free) {
        taken.push(box);
        sizes.set(id, pixels / scale);
      }
    });
    return sizes;
  }

  function labelled(node, sizes, colours) {
    const faded = emphasised && !emphasised.actors.has(node.id);
    const face = "system-ui, Liberation Sans, sans-serif";
    const font = { size: sizes.get(node.id) || 0, color: faded ? colours.muted + "70" : colours.ink, strokeColor: colours.canvas, strokeWidth: 4, face };
    return { label: sizes.has(node.id) ? data.nodes[node.id].label : "", font, size: data.nodes[node.id].size * shapeGrowth() };
  }

  function nodeStyle(node, palette) {
    const fill = palette[data.actors[node.id].kind];
    const faded = emphasised && !emphasised.actors.has(node.id);
    return {
      color: { background: fill, border: palette.outline, highlight: { background: fill, border: palette.ink }, hover: { background: fill, border: palette.ink } },
      opacity: faded ? 0.25 : 1,
    };
  }

  function edgeStyle(edge, palette) {
    const tone = palette[edge.relation];
    const faded = emphasised && !emphasised.edges.has(edge.id);
    const strong = edge.relation === "opposes" || edge.relation === "supports";
    return {
      color: { color: tone, highlight: tone, hover: tone, opacity: faded ? 0.12 : strong ? 0.95 : 0.75 },
      dashes: edge.actual ? (relation(edge.relation).line.length ? relation(edge.relation).line : false) : [12, 5],
    };
  }

  function palette() {
    const names = ["person", "organization", "country", "place", "group", "outline", "canvas", "ink", "muted"];
    return Object.fromEntries([...names, ...RELATIONS.map(({ name }) => name)].map((name) => [name, colour(name)]));
  }

  function dressedNode(node, colours) {
    const statements = statementsOf[node.id].length;
    const title = `${label(node.id)}\n${word(data.actors[node.id].kind)}, ${number(statements, "statement")}`;
    const { group, font, label: text, ...rest } = node;
    return { ...rest, label: "", title, ...nodeStyle(node, colours) };
  }

  function dressedEdge(edge, colours) {
    const title = `${label(edge.from)} ${relation(edge.relation).word} ${label(edge.to)}\n${number(edge.statements.length, "statement")}`;
    return {
      ...edge,
      title,
      arrows: { to: { enabled: true, scaleFactor: edge.relation === "about" ? 0.45 : 0.6 } },
      smooth: { enabled: true, type: "curvedCW", roundness: edge.roundness },
      ...edgeStyle(edge, colours),
    };
  }

  /** Puts actors on the canvas, with every edge between them and what is there already. */
  function add(placed) {
    const colours = palette();
    nodes.add(placed.map((node) => dressedNode(node, colours)));
    const fresh = new Set();
    placed.forEach(({ id }) =>
      edgesOf[id].forEach((edge) => {
        if (nodes.get(edge.from) && nodes.get(edge.to) && !edges.get(edge.id)) fresh.add(edge);
      })
    );
    edges.add([...fresh].map((edge) => dressedEdge(edge, colours)));
    relabel();
  }

  function relabel() {
    const [sizes, colours] = [labelSizes(), palette()];
    nodes.update(nodes.getIds().map((id) => ({ id, ...labelled({ id }, sizes, colours) })));
    const growth = lineGrowth();
    edges.update(edges.getIds().map((id) => ({ id, width: data.edges[id].width * growth })));
  }

  /** Draws an actor that has no place, with its closest neighbours around it, right of what is drawn. */
  function bringIn(actor) {
    if (nodes.get(actor)) return;
    const spots = Object.values(network.getPositions());
    const right = spots.length ? Math.max(...spots.map((spot) => spot.x)) + 2.5 * RADIUS : 0;
    const middle = spots.length ? (Math.min(...spots.map((spot) => spot.y)) + Math.max(...spots.map((spot) => spot.y))) / 2 : 0;
    const around = neighbours(actor).filter((other) => !nodes.get(other)).slice(0, 12);
    const radius = Math.max(RADIUS, around.length * 45);
    add([
      { ...data.nodes[actor], x: right, y: middle },
      ...around.map((other, place) => {
        const angle = (2 * Math.PI * place) / around.length;
        return { ...data.nodes[other], x: right + radius * 1.3 * Math.cos(angle), y: middle + radius * Math.sin(angle) };
      }),
    ]);
  }

  function dress() {
    const colours = palette();
    const sizes = labelSizes();
    nodes.update(nodes.getIds().map((id) => ({ id, ...nodeStyle({ id }, colours), ...labelled({ id }, sizes, colours) })));
    edges.update(edges.get().map((edge) => ({ id: edge.id, ...edgeStyle(edge, colours) })));
  }

  /** Fades all but these actors and edges; null shows everything alike. */
  function emphasise(actors, edgeIds) {
    emphasised = actors === null ? null : { actors: new Set(actors), edges: new Set(edgeIds) };
    dress();
  }

  function choose(actor) {
    chosen = actor;
    visible.refresh();
  }

  function showActor(actor) {
    bringIn(actor);
    choose(actor);
    const close = edgesOf[actor].filter((edge) => edges.get(edge.id) && isOn(edge));
    emphasise([actor, ...close.flatMap((edge) => [edge.from, edge.to])], close.map((edge) => edge.id));
    network.selectNodes([actor], false);
  }

  function showEdge(id) {
    const edge = data.edges[id];
    [edge.from, edge.to].forEach(bringIn);
    if (!isOn(edge)) choose(edge.from);
    emphasise([edge.from, edge.to], [id]);
    network.setSelection({ nodes: [], edges: isOn(edge) ? [id] : [] }, { unselectAll: true, highlightEdges: false });
  }

  function showAll() {
    choose(null);
    emphasise(null);
    network.unselectAll();
  }

  function centre(actors) {
    network.fit({ nodes: actors, maxZoomLevel: Math.max(1, network.getScale()), animation: { duration: 350 } });
  }

  function toggle(name, on) {
    switches[name] = on;
    crowded.delete(name);
    visible.refresh();
  }

  /** Shows everything. */
  function fit() {
    const spots = Object.values(network.getPositions());
    if (!spots.length) return;
    const [xs, ys] = [spots.map((spot) => spot.x), spots.map((spot) => spot.y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { clientWidth, clientHeight } = container;
    const scale = Math.min(1.3, (clientWidth - PADDING.across) / (right - left), (clientHeight - PADDING.down) / (bottom - top));
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, offset: { x: 0, y: -PADDING.down / 12 } });
    relabel();
  }

  function start(element) {
    container = element;
    const drawn = data.edges.filter((edge) => "x" in data.nodes[edge.from] && "x" in data.nodes[edge.to]);
    if (drawn.filter((edge) => edge.relation === "about").length > CROWD) {
      crowded.add("about");
      switches.about = false;
    }
    const options = { ...data.options };
    network = new vis.Network(container, { nodes, edges: visible }, options);
    add(data.nodes.filter((node) => "x" in node));
    fit();
    network.on("dragEnd", () => network.storePositions());
    network.on("zoom", () => {
      clearTimeout(waiting);
      waiting = setTimeout(relabel, 60);
    });
    network.on("animationFinished", relabel);
    dark.addEventListener("change", dress);
    return network;
  }

  return { start, showActor, showEdge, showAll, centre, toggle, fit, relabel, nodes, edges, visible, switches, crowded };
})();
