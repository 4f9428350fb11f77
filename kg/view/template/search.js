// The search box with its suggestions: names, other names and roles.
"use strict";

kg.search = (() => {
  const { data, search, word, statementsOf, number } = kg.model;
  const { element } = kg;
  const query = document.getElementById("query");
  const list = document.getElementById("suggestions");
  let found = [];
  let chosen = 0;

  function close() {
    list.hidden = true;
    query.setAttribute("aria-expanded", "false");
    query.removeAttribute("aria-activedescendant");
  }

  function choose(actor) {
    query.value = data.actors[actor].label;
    close();
    query.blur();
    kg.showActor(actor, true);
  }

  function mark(place) {
    chosen = (place + found.length) % found.length;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
    list.children[chosen].scrollIntoView({ block: "nearest" });
    query.setAttribute("aria-activedescendant", list.children[chosen].id);
  }

  function suggest() {
    found = search(query.value);
    list.replaceChildren();
    if (!query.value.trim()) return close();
    found.forEach(({ actor, by }, place) => {
      const { label, kind, names, roles } = data.actors[actor];
      const also = by !== label ? by : [...roles, ...names][0] || word(kind);
      const item = element("li", { role: "option", id: `suggestion-${place}`, title: number(statementsOf[actor].length, "statement") });
      item.append(kg.symbols.shape(kind), element("span", { className: "label", text: label }), element("span", { className: "also", text: also }), element("span", { className: "count", text: statementsOf[actor].length }));
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        choose(actor);
      });
      list.append(item);
    });
    if (!found.length) list.append(element("li", { className: "none", text: "No actor of this name" }));
    list.hidden = false;
    query.setAttribute("aria-expanded", "true");
    if (found.length) mark(0);
    return undefined;
  }

  function onKey(event) {
    if (event.key === "Escape") {
      close();
      query.blur();
    } else if (!list.hidden && found.length) {
      if (event.key === "ArrowDown") mark(chosen + 1);
      else if (event.key === "ArrowUp") mark(chosen - 1);
      else if (event.key === "Enter") choose(found[chosen].actor);
      else return;
      event.preventDefault();
    }
  }

  function start() {
    query.addEventListener("input", suggest);
    query.addEventListener("focus", () => query.select());
    query.addEventListener("blur", close);
    query.addEventListener("keydown", onKey);
  }

  return { start, focus: () => query.focus() };
})();
