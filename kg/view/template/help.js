// What one can do here, as an overlay.
"use strict";

kg.help = (() => {
  const { element } = kg;
  const dialog = document.getElementById("help");
  const KEYS = [
    ["/", "find an actor by any of its names"],
    ["g  t  c", "graph, timeline, claims"],
    ["j  k", "next and previous actor"],
    ["x", "neighbourhood of the chosen actor; 1 2 3 its steps"],
    ["+  −  0", "closer, farther, everything"],
    ["← ↑ → ↓", "move the picture"],
    ["f", "filters in and out"],
    ["e", "export"],
    ["d", "light or dark"],
    ["Esc", "one step back: evidence, then neighbourhood"],
    ["?", "this help"],
  ];
  const TEXTS = [
    ["Graph", "Shapes are actors, larger with more statements; lines say who opposes, supports, addresses or speaks about whom, wider with more evidence. Dashed lines are not told as facts: planned, denied, or told by somebody else. A band holds allies together."],
    ["Evidence", "Click a line, an actor, an event or a claim: the panel shows the sentences with the words marked, from which article, and how sure kg is. Every line on this page was found by a program, and some are wrong: read the sentence."],
    ["Filters", "The column on the left hides lines and actors, and leaves only statements of some time, confidence or file. “Event” time takes statements by when the events told in the same sentences happened."],
    ["Links", "The address holds the whole view. Copy it to show somebody the same, and use the browser's back button."],
  ];

  function start() {
    const keys = element("dl", {}, ...KEYS.flatMap(([key, text]) => [element("dt", {}, ...key.split("  ").map((one) => element("kbd", { text: one }))), element("dd", { text })]));
    const close = element("button", { className: "back", text: "Close", onclick: () => dialog.close() });
    dialog.append(
      element("div", { className: "heading" }, element("h2", { text: "How to read this page" }), close),
      element("div", { className: "columns" }, element("div", {}, ...TEXTS.flatMap(([title, text]) => [element("h3", { text: title }), element("p", { text })])), element("div", {}, element("h3", { text: "Keys" }), keys))
    );
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    document.getElementById("open-help").addEventListener("click", open);
  }

  const open = () => dialog.open || dialog.showModal();

  return { start, open };
})();
