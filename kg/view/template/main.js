// Puts the parts together. `kg.showActor`, `kg.showEdge` and `kg.showOverview` are what every click ends in.
"use strict";

kg.showActor = (actor, centred = false) => {
  kg.drawing.showActor(actor);
  if (centred) kg.drawing.centre([actor, ...kg.model.neighbours(actor).filter((other) => kg.drawing.nodes.get(other))]);
  kg.panel.showActor(actor);
};

kg.showEdge = (id) => {
  kg.drawing.showEdge(id);
  kg.panel.showEdge(id);
};

kg.showOverview = () => {
  kg.drawing.showAll();
  kg.panel.showOverview();
};

(() => {
  const { data, number } = kg.model;
  const notice = document.getElementById("notice");
  const drawn = data.nodes.filter((node) => "x" in node).length;
  const related = kg.model.edgesOf.filter((edges) => edges.length).length;

  function tell(text, central = false) {
    notice.textContent = text;
    notice.classList.toggle("central", central);
    notice.hidden = false;
  }

  const { articles, actors, quotations, stances } = data.counts;
  document.getElementById("counts").textContent = [
    number(articles, "article"),
    number(actors, "actor"),
    number(quotations, "quotation"),
    number(stances, "stance"),
  ].join(" · ");

  kg.network = kg.drawing.start(document.getElementById("network"));
  kg.legend.start(document.getElementById("legend"));
  kg.search.start();
  kg.panel.showOverview();

  if (!data.actors.length) tell("No actors were found in these articles, so there is nothing to draw.", true);
  else if (!data.edges.length) tell("No relations between actors were found. Search finds the actors.", true);
  else {
    const notes = [];
    if (drawn < related) notes.push(`Showing the ${drawn.toLocaleString("en")} most connected of ${number(data.actors.length, "actor")}. Search brings in the others.`);
    if (kg.drawing.crowded.size) notes.push("“Says about” is switched off at first.");
    if (notes.length) tell(notes.join(" "));
  }

  kg.network.on("click", ({ nodes, edges }) => {
    if (nodes.length) kg.showActor(nodes[0]);
    else if (edges.length) kg.showEdge(edges[0]);
    else kg.showOverview();
  });
  [["zoom-in", 1.3], ["zoom-out", 1 / 1.3]].forEach(([id, factor]) =>
    document.getElementById(id).addEventListener("click", () => {
      kg.network.moveTo({ scale: kg.network.getScale() * factor });
      kg.drawing.relabel();
    })
  );
  document.getElementById("zoom-fit").addEventListener("click", () => kg.drawing.fit());
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      kg.search.focus();
    } else if (event.key === "Escape" && !typing) kg.showOverview();
  });
})();
