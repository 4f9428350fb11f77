// The view as a picture of its own: SVG drawn from the same places, colours and bends as the canvas; PNG made from that.
"use strict";

kg.picture = (() => {
  const { data, RELATIONS, KINDS } = kg.model;
  const { svg } = kg;
  const PADDING = 30;
  const FACE = "system-ui, Segoe UI, Roboto, Liberation Sans, Helvetica, sans-serif";
  const ARROW = 11;
  const MOST = 5000; // pixels of a PNG's longer side
  const LOOKS = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "paint-order", "opacity", "font-size", "font-weight"];

  function outline(kind, x, y, size) {
    const around = (corners, turn, radius = size) => Array.from({ length: corners }, (_, at) => {
      const angle = turn + (2 * Math.PI * at) / corners;
      return `${(x + radius * Math.cos(angle)).toFixed(1)},${(y + radius * Math.sin(angle)).toFixed(1)}`;
    }).join(" ");
    if (kind === "person") return svg("circle", { cx: x, cy: y, r: size });
    if (kind === "organization") return svg("rect", { x: x - size, y: y - size, width: 2 * size, height: 2 * size });
    if (kind === "country") return svg("polygon", { points: around(6, 0) });
    if (kind === "place") return svg("polygon", { points: around(3, -Math.PI / 2, size * 1.15) });
    return svg("polygon", { points: around(4, 0) });
  }

  function text(content, x, y, size, fill, attributes = {}) {
    const made = svg("text", { x, y, "font-size": size, "font-family": FACE, fill, ...attributes });
    made.textContent = content;
    return made;
  }

  function line(edge, look, spots, sizes) {
    const [from, to] = [spots.get(edge.from), spots.get(edge.to)];
    const via = kg.curves.control(from, to, kg.drawing.scene.bends.get(edge.id));
    const rim = sizes.get(edge.to) + 3;
    const tip = [...Array(60)].map((_, at) => kg.curves.along(from, via, to, 1 - at / 60)).find(([x, y]) => Math.hypot(x - to[0], y - to[1]) >= rim) || to;
    const way = Math.atan2(to[1] - via[1], to[0] - via[0]);
    const size = Math.max(ARROW, look.width * 2.6);
    const foot = [tip[0] - size * 0.8 * Math.cos(way), tip[1] - size * 0.8 * Math.sin(way)];
    const corner = (side) => `${(tip[0] - size * Math.cos(way + side)).toFixed(1)},${(tip[1] - size * Math.sin(way + side)).toFixed(1)}`;
    const { color: stroke, opacity } = look.color;
    return svg("g", { opacity },
      svg("path", { d: `M${from.join(" ")}Q${via.map((part) => part.toFixed(1)).join(" ")} ${foot.map((part) => part.toFixed(1)).join(" ")}`, fill: "none", stroke, "stroke-width": look.width.toFixed(2), "stroke-dasharray": (look.dashes || []).join(" ") }),
      svg("polygon", { points: `${tip.map((part) => part.toFixed(1)).join(",")} ${corner(0.42)} ${corner(-0.42)}`, fill: stroke }));
  }

  function legend(palette, left, top, unit) {
    const group = svg("g");
    let x = left;
    const word = (content) => {
      group.append(text(content, x, top + 5 * unit, 14 * unit, palette.ink));
      x += (content.length * 7.2 + 22) * unit;
    };
    const stroke = (said, colour, dashes, width = 2.5) => {
      group.append(svg("path", { d: `M${x} ${top}h${28 * unit}`, stroke: colour, "stroke-width": width * unit, "stroke-dasharray": dashes.map((part) => part * unit).join(" "), fill: "none" }));
      x += 36 * unit;
      word(said);
    };
    const lines = kg.drawing.visible();
    RELATIONS.filter(({ name }) => lines.some((edge) => edge.relation === name)).forEach(({ name, word: said, line: dashes }) => stroke(said, palette[name], dashes));
    if (lines.some((edge) => !kg.filter.result.solid.has(edge.id))) stroke("not actual", palette.muted, [9, 4]);
    if (kg.drawing.camps().length) stroke("allies", palette.camp, [], 13);
    KINDS.filter(({ name }) => kg.drawing.scene.shown.some((actor) => data.actors[actor].kind === name)).forEach(({ name, word: said }) => {
      const mark = outline(name, x + 7 * unit, top, 7 * unit);
      mark.setAttribute("fill", palette[name]);
      mark.setAttribute("stroke", palette.outline);
      group.append(mark);
      x += 20 * unit;
      word(said);
    });
    return { group, right: x };
  }

  /** The graph as it stands, everything that is shown, with its legend. */
  function graph() {
    const palette = kg.palette();
    const { scene } = kg.drawing;
    const corners = kg.drawing.extent() || { left: 0, right: 300, top: 0, bottom: 100 };
    const unit = Math.max(1, (corners.right - corners.left) / 1100);
    // In a wide picture names are larger than their actors' boxes have room for.
    const fitting = kg.labels.sizes(scene.shown, (id) => scene.spots.get(id), (id) => data.nodes[id], 1 / unit, 1);
    fitting.forEach(({ size, above }, id) => {
      const [[x, y], rows] = [scene.spots.get(id), data.nodes[id].label.split("\n")];
      const half = Math.max(...rows.map((row) => row.length)) * size * 0.3;
      const high = data.nodes[id].size + rows.length * size * 1.3;
      [corners.left, corners.right] = [Math.min(corners.left, x - half), Math.max(corners.right, x + half)];
      [corners.top, corners.bottom] = [Math.min(corners.top, above ? y - high : y), Math.max(corners.bottom, above ? y : y + high)];
    });
    const foot = legend(palette, corners.left, corners.bottom + 34 * unit, unit);
    const [left, top] = [corners.left - PADDING, corners.top - PADDING];
    const [width, height] = [Math.max(corners.right, foot.right) + PADDING - left, corners.bottom + 56 * unit - top];
    const made = svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: [left, top, width, height].map(Math.round).join(" "), width: Math.round(width), height: Math.round(height) });
    made.append(svg("rect", { x: left, y: top, width, height, fill: palette.canvas }));
    kg.drawing.camps().forEach(({ from, to, via, width: wide }) => made.append(svg("path", { d: `M${from.join(" ")}Q${via.join(" ")} ${to.join(" ")}`, fill: "none", stroke: palette.camp, "stroke-width": wide, "stroke-linecap": "round" })));
    const looks = new Map(scene.shown.map((id) => [id, kg.drawing.nodeLook(id, palette, 1)]));
    const sizes = new Map(scene.shown.map((id) => [id, data.nodes[id].size]));
    scene.lines.forEach((edge) => made.append(line(edge, kg.drawing.edgeLook(edge, palette, Math.max(1, 0.6 * unit)), scene.spots, sizes)));
    scene.shown.forEach((id) => {
      const [[x, y], { color, borderWidth, opacity }] = [scene.spots.get(id), looks.get(id)];
      const mark = outline(data.actors[id].kind, x, y, sizes.get(id));
      Object.entries({ fill: color.background, stroke: color.border, "stroke-width": borderWidth, opacity }).forEach(([name, value]) => mark.setAttribute(name, value));
      made.append(mark);
    });
    fitting.forEach(({ size, above }, id) => {
      const [x, y] = scene.spots.get(id);
      const rows = data.nodes[id].label.split("\n");
      const first = above ? y - sizes.get(id) - size * (0.35 + 1.2 * (rows.length - 1)) : y + sizes.get(id) + size * 1.1;
      rows.forEach((row, at) => {
        const common = { "text-anchor": "middle", opacity: looks.get(id).opacity < 1 ? 0.45 : 1 };
        made.append(text(row, x, first + 1.2 * size * at, size, palette.ink, { ...common, stroke: palette.canvas, "stroke-width": size / 4, "stroke-linejoin": "round", "paint-order": "stroke" }));
      });
    });
    made.append(foot.group);
    return made;
  }

  /** A drawing of the page with its style sheet's looks written into it. */
  function standing(drawn) {
    const copy = drawn.cloneNode(true);
    const copies = [copy, ...copy.querySelectorAll("*")];
    [drawn, ...drawn.querySelectorAll("*")].forEach((original, at) => {
      const style = getComputedStyle(original);
      LOOKS.forEach((name) => copies[at].setAttribute(name, style.getPropertyValue(name)));
      copies[at].removeAttribute("class");
    });
    copy.setAttribute("font-family", FACE);
    return copy;
  }

  function timeline() {
    const [strip, lanes] = kg.timeline.picture();
    const [width, above, below] = [Number(lanes.getAttribute("width")), Number(strip.getAttribute("height")), Number(lanes.getAttribute("height"))];
    const [one, other] = [standing(strip), standing(lanes)];
    other.setAttribute("y", above + 10);
    const made = svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height: above + below + 10, viewBox: `0 0 ${width} ${above + below + 10}` });
    made.append(svg("rect", { width, height: above + below + 10, fill: kg.palette().canvas }), one, other);
    return made;
  }

  const drawn = (tab) => (tab === "timeline" ? timeline() : graph());
  const asText = (made) => new XMLSerializer().serializeToString(made);

  /** A PNG of it, twice as fine as the screen shows, as a Blob. */
  function png(made) {
    return new Promise((done, failed) => {
      const [width, height] = ["width", "height"].map((name) => Number(made.getAttribute(name)));
      const fine = Math.min(2, MOST / Math.max(width, height));
      const image = new Image();
      image.onload = () => {
        const canvas = kg.element("canvas", { width: Math.round(width * fine), height: Math.round(height * fine) });
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(done, "image/png");
      };
      image.onerror = () => failed(new Error("the picture could not be drawn"));
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asText(made))}`;
    });
  }

  return { drawn, asText, png };
})();
