// Statements as a table for spreadsheets and pandas (RFC 4180, UTF-8 with a mark that spreadsheets look for).
"use strict";

kg.csv = (() => {
  const { iri, articleOf, confidence } = kg.model;
  const COLUMNS = ["statement", "kind", "from", "to", "about", "act", "status", "confidence", "date", "title", "file", "url", "cue", "words", "sentence", "start", "end"];

  // A spreadsheet would run a cell that begins like a formula; a leading quotation mark makes it text there.
  const harmless = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const cell = (value) => {
    const text = typeof value === "number" ? String(value) : harmless(String(value ?? ""));
    return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };

  function row(statement) {
    const article = articleOf(statement) || {};
    const names = (actors) => kg.evidence.labels(actors || []).join("; ");
    const ends = statement.spans.filter(([, , mark]) => mark === "evidence");
    return [
      iri("statements", statement), statement.kind, names(statement.from), names(statement.to), names(statement.about), statement.act, statement.status,
      confidence(statement) ?? "", article.date, article.title, article.file, article.url,
      kg.text.marked(statement, "cue"), kg.text.said(statement), kg.text.plain(statement),
      ends.length ? Math.min(...ends.map(([start]) => start)) : "", ends.length ? Math.max(...ends.map(([, end]) => end)) : "",
    ];
  }

  const table = (statements) => `\ufeff${[COLUMNS, ...statements.map(row)].map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;

  return { table };
})();
