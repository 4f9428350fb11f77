// Elements and small drawings that several parts of the page make. Text goes in as text only.
"use strict";

kg.element = function element(tag, options = {}, ...children) {
  const made = document.createElement(tag);
  const { className, text, onclick, ...attributes } = options;
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  if (onclick) made.addEventListener("click", onclick);
  if (tag === "button") made.type = "button";
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children);
  return made;
};

kg.symbols = (() => {
  const NS = "http://www.w3.org/2000/svg";
  const POINTS = {
    organization: "2.5,2.5 13.5,2.5 13.5,13.5 2.5,13.5",
    country: "4.5,2 11.5,2 15,8 11.5,14 4.5,14 1,8",
    place: "8,1.5 15,14 1,14",
    group: "8,0.8 15.2,8 8,15.2 0.8,8",
  };

  function svg(width, height, tag, attributes) {
    const box = document.createElementNS(NS, "svg");
    const drawn = document.createElementNS(NS, tag);
    Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }).forEach(([key, value]) => box.setAttribute(key, value));
    Object.entries(attributes).forEach(([key, value]) => drawn.setAttribute(key, value));
    box.append(drawn);
    return box;
  }

  function shape(kind) {
    const common = { class: "shape", style: `fill: var(--${kind})` };
    if (kind === "person") return svg(16, 16, "circle", { cx: 8, cy: 8, r: 6.5, ...common });
    return svg(16, 16, "polygon", { points: POINTS[kind], ...common });
  }

  function line(name, hedged = false) {
    const dashes = hedged ? [6, 3] : kg.model.relation(name).line;
    return svg(30, 10, "path", {
      d: "M1 5H22M20 1.5L28 5L20 8.5",
      fill: "none",
      style: `stroke: var(--${name})`,
      "stroke-width": 2.2,
      "stroke-dasharray": dashes.join(" "),
    });
  }

  return { shape, line };
})();
