// Statements and events as cards: the sentence with its words marked, who, what, when, where from. Text goes in as text.
"use strict";

kg.evidence = (() => {
  const { data, STATUS, relation, number, confidence, articleOf, byArticle, isActual } = kg.model;
  const { element } = kg;
  const PAGE = 60;
  const MARKED = new Set(["cue", "speaker", "addressee", "trigger"]);

  const name = (actor) => element("button", { className: "link", text: data.actors[actor].label, onclick: () => kg.showActor(actor) });
  const labels = (actors) => actors.map((actor) => data.actors[actor].label);
  const sentence = (words) => words.flatMap((word, place) => (place ? [place === words.length - 1 ? " and " : ", ", word] : [word]));
  const names = (actors) => sentence(actors.map(name));
  const spaced = (term) => term.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  const act = (statement) => (statement.kind === "says" ? `${spaced(statement.act)} speech` : spaced(statement.act));

  function quote(item) {
    const block = element("blockquote", { lang: (articleOf(item) && articleOf(item).language) || "de" });
    kg.text.pieces(item).forEach(([text, ...marks]) => {
      block.append(marks.length ? element(marks.some((mark) => MARKED.has(mark)) ? "mark" : "span", { className: marks.join(" "), text }) : text);
    });
    return block;
  }

  function who(statement) {
    const line = element("p", { className: "who" });
    const says = statement.kind === "says";
    const between = (text) => line.append(element("span", { className: "relation", text }));
    line.append(...(statement.from.length ? names(statement.from) : ["Somebody unnamed"]));
    between(says ? (statement.to.length ? " says to " : " says") : ` ${relation(statement.kind).word} `);
    line.append(...names(statement.to));
    if (says && statement.about.length) {
      between(" about ");
      line.append(...names(statement.about));
    }
    return line;
  }

  /** Where something stands, as one line: title, publisher, date, address or file. */
  function source(item) {
    const article = articleOf(item);
    if (!article) return "unknown article";
    return [article.title && `“${article.title}”`, article.publisher, article.date || "undated", article.url || article.file].filter(Boolean).join(", ");
  }

  /** A statement with its source, to paste into a text. */
  function citation(statement) {
    const who = sentence(labels(statement.from)).join("") || "Somebody unnamed";
    const does = statement.kind === "says" ? "says" : relation(statement.kind).word;
    const whom = sentence(labels(statement.to)).join("");
    const told = isActual(statement) ? "" : `, ${STATUS[statement.status]}`;
    const ends = statement.spans.filter(([, , mark]) => mark === "evidence");
    const where = ends.length ? `, characters ${Math.min(...ends.map(([start]) => start))}–${Math.max(...ends.map(([, end]) => end))}` : "";
    const to = whom && (statement.kind === "says" ? ` to ${whom}` : ` ${whom}`);
    return `${kg.text.plain(statement).replace(/\s+/g, " ").trim()} [${who} ${does}${to}${told}] ${source(statement)}${where}.`;
  }

  async function copy(text, button) {
    const before = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Older browsers keep the clipboard from files: their copy command still takes what is selected.
      const box = element("textarea", { className: "copied" });
      box.value = text;
      document.body.append(box);
      box.select();
      document.execCommand("copy");
      box.remove();
    }
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = before), 1500);
  }

  function facts(entries, ...buttons) {
    const line = element("div", { className: "facts" });
    entries.filter(Boolean).forEach((text) => line.append(element("span", { text })));
    line.append(...buttons);
    return line;
  }

  function card(statement) {
    const sure = confidence(statement);
    const cue = kg.text.marked(statement, "cue");
    const button = element("button", { className: "quiet", text: "Copy citation", onclick: () => copy(citation(statement), button) });
    const entries = [act(statement), statement.status && STATUS[statement.status], cue && `cue: ${cue}`, sure !== null && `confidence ${Math.round(100 * sure)} %`];
    return element("article", { className: `card ${statement.kind}${isActual(statement) ? "" : " hedged"}` }, who(statement), quote(statement), facts(entries, button));
  }

  function when(event) {
    const range = kg.dates.ofEvent[data.events.indexOf(event)];
    const written = [...new Set(event.times.map((time) => data.times[time].span[2]))].join(", ");
    const value = range ? kg.dates.spoken(range) : "undated";
    return written ? `${value} (“${written}”)` : value;
  }

  function eventCard(event) {
    const line = element("p", { className: "who", text: event.label });
    const parties = [...new Set([...event.actors, ...event.places])];
    const hedged = isActual(event) ? "" : " hedged";
    const box = element("article", { className: `card event${hedged}` }, line, quote(event), facts([when(event), hedged && STATUS[event.status]]));
    if (parties.length) box.append(element("p", { className: "muted" }, "With ", ...names(parties)));
    return box;
  }

  function articleHeading(place) {
    const article = place < 0 ? { file: "unknown article" } : data.articles[place];
    const heading = element("h3", { className: "article" });
    if (article.title) heading.append(element("span", { className: "title" }, article.url ? kg.link(article.url, article.title) : article.title));
    const only = element("button", { className: "quiet", text: "only this", title: "Filter by this source file", onclick: () => kg.state.set({ files: [place] }, true) });
    const rest = [article.date || "undated", article.publisher, article.file].filter(Boolean).join(" · ");
    heading.append(rest, ...(article.url && !article.title ? [" · ", kg.link(article.url, article.url)] : []));
    if (place >= 0 && data.articles.length > 1) heading.append(" · ", only);
    return heading;
  }

  /** Statements (or events) as cards under their articles, a page at a time. */
  function list(items, noun = "statement", asCard = card) {
    const box = element("div");
    const ordered = byArticle(items).flatMap(([article, group]) => group.map((item) => [article, item]));
    let shown = 0;
    let article = null;
    const more = element("button", { className: "more", onclick: () => next() });
    function next() {
      ordered.slice(shown, shown + PAGE).forEach(([from, item]) => {
        if (from !== article) more.before(articleHeading(from));
        article = from;
        more.before(asCard(item));
      });
      shown = Math.min(ordered.length, shown + PAGE);
      more.hidden = shown === ordered.length;
      more.textContent = `Show more (${number(ordered.length - shown, noun)} left)`;
    }
    box.append(more);
    next();
    return box;
  }

  return { list, card, eventCard, citation, source, act, copy, when, labels };
})();
