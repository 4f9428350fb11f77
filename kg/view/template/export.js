// The menu that saves the present view: as a picture, as a table, as a graph, as a link.
"use strict";

kg.exports = (() => {
  const { data, number } = kg.model;
  const { element } = kg;
  const opener = document.getElementById("open-export");
  const menu = document.getElementById("export");

  /** The statements that the reader sees in the present view: behind the drawn lines, on the axis, or in the table. */
  function visible() {
    const state = kg.state.current;
    if (state.tab === "claims") return kg.claims.shown();
    if (state.tab === "timeline") return kg.timeline.shown(state);
    const places = new Set(kg.drawing.visible().flatMap((edge) => edge.statements.filter((place) => kg.filter.result.passes[place])));
    return [...places].sort((a, b) => a - b).map((place) => data.statements[place]);
  }

  const text = {
    svg: () => `<?xml version="1.0" encoding="UTF-8"?>\n${kg.picture.asText(kg.picture.drawn(kg.state.current.tab))}\n`,
    csv: () => kg.csv.table(visible()),
    ttl: () => kg.turtle.write(visible()),
  };
  const TYPES = { svg: "image/svg+xml", csv: "text/csv;charset=utf-8", ttl: "text/turtle;charset=utf-8" };

  async function blob(form) {
    if (form === "png") return kg.picture.png(kg.picture.drawn(kg.state.current.tab));
    return new Blob([text[form]()], { type: TYPES[form] });
  }

  async function save(form) {
    close();
    const address = URL.createObjectURL(await blob(form));
    const name = `${document.location.pathname.split("/").pop().replace(/\.html?$/, "") || "graph"}-${kg.state.current.tab}.${form}`;
    const link = element("a", { href: address, download: decodeURIComponent(name) });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 30000);
  }

  function close() {
    menu.hidden = true;
    opener.setAttribute("aria-expanded", "false");
  }

  function open() {
    const isTable = kg.state.current.tab === "claims";
    const said = number(visible().length, "statement");
    const row = (title, hint, onclick, disabled = false) => {
      const button = element("button", { role: "menuitem", onclick }, element("span", { text: title }), element("span", { className: "hint", text: hint }));
      button.disabled = disabled;
      return button;
    };
    const link = row("Copy link", "shows this very view", () => kg.evidence.copy(kg.state.link(), link.firstChild));
    menu.replaceChildren(
      row("PNG", isTable ? "not of a table" : "picture", () => save("png"), isTable),
      row("SVG", isTable ? "not of a table" : "picture to edit", () => save("svg"), isTable),
      row("CSV", said, () => save("csv")),
      row("Turtle", said, () => save("ttl")),
      link
    );
    menu.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    menu.querySelector("button:not(:disabled)").focus();
  }

  function onKey(event) {
    const items = [...menu.querySelectorAll("button:not(:disabled)")];
    const at = items.indexOf(document.activeElement);
    if (event.key === "Escape") {
      close();
      opener.focus();
    } else if (event.key === "ArrowDown") items[(at + 1) % items.length].focus();
    else if (event.key === "ArrowUp") items[(at - 1 + items.length) % items.length].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function start() {
    opener.addEventListener("click", () => (menu.hidden ? open() : close()));
    menu.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", (event) => !event.target.closest(".menu") && close());
  }

  return { start, visible, text, blob, save };
})();
