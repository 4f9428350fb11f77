// Elements, small drawings and colours that several parts of the page use. Text goes in as text only.
"use strict";

kg.element = function element(tag, options = {}, ...children) {
  const made = document.createElement(tag);
  const { className, text, onclick, oninput, ...attributes } = options;
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  if (onclick) made.addEventListener("click", onclick);
  if (oninput) made.addEventListener("input", oninput);
  if (tag === "button") made.type = "button";
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children);
  return made;
};

kg.svg = function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children);
  return made;
};

/** A link that the reader may follow; anything but the web's addresses stays text. */
kg.link = function link(address, text) {
  let parsed = null;
  try {
    parsed = new URL(address);
  } catch {
    return document.createTextNode(text);
  }
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return document.createTextNode(text);
  return kg.element("a", { href: parsed.href, text, target: "_blank", rel: "noopener noreferrer nofollow" });
};

/** Calls `work` once before the next picture, however often it is asked for meanwhile. */
kg.soon = function soon(work) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      work();
    });
  };
};

/** The style sheet's colours in the present light, for what is drawn on a canvas. */
kg.palette = (() => {
  const NAMES = ["person", "organization", "country", "place", "group", "opposes", "supports", "addresses", "about", "outline", "canvas", "surface", "ink", "muted", "rule", "camp", "faded"];
  let known = null;
  let light = null;
  return () => {
    const theme = document.documentElement.dataset.theme;
    if (light !== theme) {
      light = theme;
      const style = getComputedStyle(document.documentElement);
      known = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
    }
    return known;
  };
})();

kg.symbols = (() => {
  const POINTS = {
    organization: "2.5,2.5 13.5,2.5 13.5,13.5 2.5,13.5",
    country: "4.5,2 11.5,2 15,8 11.5,14 4.5,14 1,8",
    place: "8,1.5 15,14 1,14",
    group: "8,0.8 15.2,8 8,15.2 0.8,8",
  };
  const frame = (width, height, ...drawn) => kg.svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }, ...drawn);

  function shape(kind) {
    const common = { class: "shape", style: `fill: var(--${kind})` };
    if (kind === "person") return frame(16, 16, kg.svg("circle", { cx: 8, cy: 8, r: 6.5, ...common }));
    return frame(16, 16, kg.svg("polygon", { points: POINTS[kind], ...common }));
  }

  function line(name, hedged = false) {
    const dashes = hedged ? [6, 3] : kg.model.relation(name).line;
    return frame(28, 10, kg.svg("path", { d: "M1 5H20M18 1.5L26 5L18 8.5", fill: "none", style: `stroke: var(--${name})`, "stroke-width": 2.2, "stroke-dasharray": dashes.join(" ") }));
  }

  const band = () => frame(28, 14, kg.svg("path", { d: "M7 7H21", style: "stroke: var(--camp)", "stroke-width": 13, "stroke-linecap": "round" }));

  return { shape, line, band };
})();
