// Statements as Turtle in the graph's own terms: with their actors, claims, articles and spans, so that it stands alone.
"use strict";

kg.turtle = (() => {
  const { data, iri } = kg.model;
  const PREFIXES = {
    kg: "https://example.org/kg/ontology#",
    schema: "https://schema.org/",
    prov: "http://www.w3.org/ns/prov#",
    oa: "http://www.w3.org/ns/oa#",
    sem: "http://semanticweb.cs.vu.nl/2009/11/sem/",
    skos: "http://www.w3.org/2004/02/skos/core#",
    rdfs: "http://www.w3.org/2000/01/rdf-schema#",
    xsd: "http://www.w3.org/2001/XMLSchema#",
  };
  const KINDS = { person: "schema:Person", organization: "schema:Organization", country: "schema:Country", place: "schema:Place", group: "kg:Group" };
  const SPANS = {
    says: { evidence: "contentSpan", cue: "cueSpan", speaker: "speakerSpan", addressee: "addresseeSpan", frame: "frameSpan" },
    stance: { evidence: "evidenceSpan", cue: "cueSpan" },
  };
  const POLARITY = { opposes: "kg:Opposing", supports: "kg:Supporting" };
  const DATES = { 4: "gYear", 7: "gYearMonth", 10: "date" };

  const hex = (character) => `\\u${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  const ref = (address) => `<${address.replace(/[\u0000-\u0020<>"{}|^`\\]/g, hex)}>`;
  const string = (text) => `"${text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t").replace(/[\u0000-\u001f\u007f]/g, hex)}"`;
  const term = (name) => (/^\w+$/.test(name) ? `kg:${name}` : undefined);
  const german = (text) => `${string(text)}@de`;
  const typed = (text, type) => `${string(text)}^^xsd:${type}`;

  /** Gathers what is said about each thing, in the order in which things are first met. */
  function writer() {
    const things = new Map();
    return {
      add(subject, predicate, ...values) {
        if (!things.has(subject)) things.set(subject, new Map());
        const known = things.get(subject);
        values.filter((value) => value !== undefined).forEach((value) => {
          if (!known.has(predicate)) known.set(predicate, new Set());
          known.get(predicate).add(value);
        });
      },
      has: (subject) => things.has(subject),
      text: () => [...things].map(([subject, said]) => `${subject} ${[...said].map(([predicate, values]) => `${predicate} ${[...values].join(", ")}`).join(" ;\n    ")} .\n`).join("\n"),
    };
  }

  function describe(graph) {
    const { add, has } = graph;

    function span(place, [start, end], exact = kg.text.slice(place, start, end)) {
      const node = ref(`${iri("articles", data.articles[place])}#char=${start},${end}`);
      if (!exact || has(node)) return exact ? node : undefined;
      add(node, "a", "oa:TextPositionSelector", "oa:TextQuoteSelector");
      add(node, "oa:start", String(start));
      add(node, "oa:end", String(end));
      add(node, "oa:exact", string(exact));
      add(node, "kg:article", article(place));
      return node;
    }

    function article(place) {
      const { file, title, date, url, publisher, language } = data.articles[place];
      const node = ref(iri("articles", data.articles[place]));
      if (has(node)) return node;
      add(node, "a", "schema:NewsArticle");
      add(node, "kg:sourceFile", file && string(file));
      add(node, "schema:inLanguage", language && string(language));
      add(node, "schema:headline", title && string(title));
      add(node, "schema:datePublished", date && DATES[date.length] ? typed(date, DATES[date.length]) : undefined);
      add(node, "schema:url", url && string(url));
      add(node, "schema:publisher", publisher && string(publisher));
      return node;
    }

    function run(place) {
      if (place === undefined) return undefined;
      const { program, model, ontology } = data.runs[place];
      const node = ref(iri("runs", data.runs[place]));
      add(node, "a", "prov:Activity");
      add(node, "kg:programVersion", program && string(program));
      add(node, "kg:modelVersion", model && string(model));
      add(node, "kg:ontologyVersion", ontology && string(ontology));
      return node;
    }

    function actor(place) {
      const { label, kind, names, also, roles, identity, mention } = data.actors[place];
      const node = ref(iri("actors", data.actors[place]));
      if (has(node)) return node;
      add(node, "a", "sem:Actor", KINDS[kind]);
      add(node, "rdfs:label", german(label));
      add(node, "skos:altLabel", ...[...names, ...(also ? [also] : [])].map(german));
      add(node, "kg:role", ...roles.map(german));
      add(node, "skos:exactMatch", identity && ref(identity));
      if (mention) add(node, "kg:mentionSpan", span(mention[0], [mention[1], mention[2]], mention[3]));
      return node;
    }

    function claim(place) {
      const node = ref(iri("claims", data.claims[place]));
      add(node, "a", "schema:Claim");
      add(node, "schema:text", data.claims[place].text && string(data.claims[place].text));
      return node;
    }

    function statement(item) {
      const node = ref(iri("statements", item));
      const says = item.kind === "says";
      add(node, "a", says ? "kg:Quotation" : "kg:Stance");
      if (item.article !== undefined) {
        add(node, "kg:article", article(item.article));
        add(node, "prov:wasDerivedFrom", article(item.article));
        item.spans.forEach(([start, end, mark]) => {
          const name = SPANS[says ? "says" : "stance"][mark];
          if (name) add(node, `kg:${name}`, span(item.article, [start, end]));
        });
      }
      add(node, "prov:wasGeneratedBy", run(item.run));
      add(node, "kg:confidence", kg.model.confidence(item) === null ? undefined : typed(item.confidence, "decimal"));
      const [from, to] = [item.from.map(actor), item.to.map(actor)];
      if (says) {
        add(node, "kg:quotationType", term(item.act));
        add(node, "kg:speaker", ...from);
        add(node, "kg:addressee", ...to);
        if (item.claim === undefined) return;
        const said = claim(item.claim);
        add(node, "kg:claim", said);
        add(said, "kg:about", ...item.about.map(actor));
        if (!item.nested) from.forEach((speaker) => add(speaker, "kg:said", said));
      } else {
        add(node, "kg:source", ...from);
        add(node, "kg:target", ...to);
        add(node, "kg:polarity", POLARITY[item.kind]);
        add(node, "kg:act", term(item.act));
        add(node, "kg:status", term(item.status));
        if (kg.model.isActual(item)) from.forEach((source) => add(source, `kg:${item.kind}`, ...to));
      }
    }

    return statement;
  }

  function document_(statements) {
    const graph = writer();
    statements.forEach(describe(graph));
    const prefixes = Object.entries(PREFIXES).map(([prefix, address]) => `@prefix ${prefix}: <${address}> .\n`);
    return `${prefixes.join("")}\n${graph.text()}`;
  }

  return { write: document_ };
})();
