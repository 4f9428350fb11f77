// The words behind a statement, cut out of the parts of its article that the page holds. Offsets count code points.
"use strict";

kg.text = (() => {
  const { data } = kg.model;
  const GAP = " […] ";
  const ASTRAL = /[\ud800-\udbff]/;

  // Only texts with characters beyond 16 bits need their code points counted one by one.
  const cut = (text, start, end) => (ASTRAL.test(text) ? [...text].slice(start, end).join("") : text.slice(start, end));
  const size = (text) => (ASTRAL.test(text) ? [...text].length : text.length);

  /** The article's text from start to end, as far as the page holds it. */
  function slice(article, start, end) {
    const part = data.articles[article].texts.find(([from, text]) => from <= start && start < from + size(text));
    return part ? cut(part[1], start - part[0], end - part[0]) : "";
  }

  /** The sentences behind a statement or event, as [text, ...marks] cut where a mark begins or ends. */
  function pieces({ article, stretches, spans }) {
    if (article === undefined) return [];
    return stretches.flatMap(([start, end], at) => {
      const borders = new Set([start, end]);
      spans.forEach(([from, to]) => [from, to].forEach((border) => start < border && border < end && borders.add(border)));
      const ordered = [...borders].sort((a, b) => a - b);
      const cuts = ordered.slice(1).map((right, before) => {
        const left = ordered[before];
        const marks = spans.filter(([from, to]) => from <= left && right <= to).map(([, , mark]) => mark);
        return [slice(article, left, right), ...new Set(marks)];
      });
      return at ? [[GAP], ...cuts] : cuts;
    });
  }

  const plain = (item) => pieces(item).map(([text]) => text).join("");

  /** The words under a mark, in one line. */
  function marked(item, wanted) {
    if (item.article === undefined) return "";
    return item.spans.filter(([, , mark]) => mark === wanted).map(([start, end]) => slice(item.article, start, end)).join(" … ");
  }

  /** What is said or done, in its own words. */
  function said(statement) {
    const claim = statement.claim === undefined ? null : data.claims[statement.claim];
    return (claim && claim.text) || marked(statement, "evidence") || plain(statement);
  }

  return { slice, pieces, plain, marked, said };
})();
