// What shapes and lines mean; the rows of the lines switch their relation on and off.
"use strict";

kg.legend = (() => {
  const { data, RELATIONS, KINDS } = kg.model;
  const { element } = kg;

  function row(name, symbol, text, count, hint) {
    const box = element("input", { type: "checkbox", id: `switch-${name}` });
    box.checked = kg.drawing.switches[name];
    box.addEventListener("change", () => kg.drawing.toggle(name, box.checked));
    return element("label", { for: box.id, title: hint }, box, symbol, element("span", { text }), element("span", { className: "count", text: count }));
  }

  /** Rows of switches and of shapes. */
  function start(container) {
    const lines = element("div", {}, element("h2", { text: "Lines" }));
    RELATIONS.forEach(({ name, word }) => {
      const count = data.edges.filter((edge) => edge.relation === name).length;
      lines.append(row(name, kg.symbols.line(name), word, count, "Show or hide these lines"));
    });
    const hedged = data.edges.filter((edge) => !edge.actual).length;
    if (hedged) lines.append(row("hedged", kg.symbols.line("says", true), "not actual", hedged, "Dashed: only planned, denied, or told by somebody else"));
    const kinds = element("div", {}, element("h2", { text: "Actors" }));
    KINDS.forEach(({ name, word }) => {
      const count = data.actors.filter((actor) => actor.kind === name).length;
      if (count) kinds.append(element("div", { className: "kind" }, kg.symbols.shape(name), element("span", { text: word }), element("span", { className: "count", text: count })));
    });
    container.replaceChildren(lines, kinds);
  }

  return { start };
})();
