"""CSV files as `neo4j-admin database import` reads them: nodes and relations with typed headers.

Cells stay as they are: no spreadsheet is meant to open them. Several values in a cell are joined by `;`, the
importer's default; a `;` inside a value becomes a comma. Line breaks become spaces, so that the importer needs no
`--multiline-fields`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from kg.graph.export.tables import Cell, Table, first_start, last_end, words
from kg.graph.nodes import short_form
from kg.graph.records import Contents

Relation = tuple[str, str, str]


def neo4j_tables(contents: Contents) -> Iterator[Table]:
    """One table of nodes for each label, one of relations inside articles, one of relations between actors.

    Identifiers are short forms (`actor:usa`), unique over all files. A relation to a node that the graph does not
    describe is left out, since the importer would stop at it.
    """
    nodes = [_in_one_line(table) for table in _nodes(contents)]
    yield from nodes
    known = {str(row[0]) for table in nodes for row in table.rows}
    plain = sorted({r for r in _relations(contents) if r[0] in known and r[1] in known})
    yield Table("relations", (":START_ID", ":END_ID", ":TYPE"), tuple(plain))
    weighed = Counter(r for r in _shortcuts(contents) if r[0] in known and r[1] in known)
    rows = tuple((*relation, weight) for relation, weight in sorted(weighed.items()))
    yield Table("relations_weighed", (":START_ID", ":END_ID", ":TYPE", "weight:int"), rows)


def import_command(folder: str, names: Iterable[str]) -> str:
    """What to type to load the files of a folder into an empty database."""
    parts = (f"--{'relationships' if name.startswith('relations') else 'nodes'}={folder}/{name}.csv" for name in names)
    return " ".join(("neo4j-admin database import full", *parts, "neo4j"))


def _nodes(contents: Contents) -> Iterator[Table]:
    yield Table(
        "articles",
        ("id:ID", "file", "title", "published", "language", "url", "publisher", ":LABEL"),
        tuple(
            (short_form(a.iri), a.file, a.title, a.published, a.language, a.url, a.publisher, "Article")
            for a in contents.articles
        ),
    )
    yield Table(
        "actors",
        ("id:ID", "label", "names:string[]", "roles:string[]", "wikidata", "mentions:int", ":LABEL"),
        tuple(
            (
                *(short_form(a.iri), a.label, _array(a.names), _array(a.roles), a.wikidata, len(a.mentions)),
                f"Actor;{a.kind}" if a.kind else "Actor",
            )
            for a in contents.actors
        ),
    )
    claims = {q.claim: q.text for q in contents.quotations if q.claim}
    yield Table(
        "claims",
        ("id:ID", "text", ":LABEL"),
        tuple((short_form(claim), text, "Claim") for claim, text in sorted(claims.items())),
    )
    yield Table(
        "quotations",
        ("id:ID", "type", "text", "cue", "start:int", "end:int", "confidence:double", ":LABEL"),
        tuple(
            (
                *(short_form(q.iri), q.kind, q.text, words(q.cue), first_start(q.content), last_end(q.content)),
                *(q.confidence, "Quotation"),
            )
            for q in contents.quotations
        ),
    )
    yield Table(
        "stances",
        (
            *("id:ID", "polarity", "act", "status", "evidence", "cue", "start:int", "end:int", "confidence:double"),
            ":LABEL",
        ),
        tuple(
            (
                *(short_form(s.iri), s.polarity, s.act, s.status, words(s.evidence), words(s.cue)),
                *(first_start(s.evidence), last_end(s.evidence), s.confidence, f"Stance;{s.polarity or 'Unknown'}"),
            )
            for s in contents.stances
        ),
    )
    yield Table(
        "events",
        ("id:ID", "label", "trigger", "start:int", "end:int", "dates:string[]", "status", ":LABEL"),
        tuple(
            (
                *(short_form(e.iri), e.label, words(e.trigger), first_start(e.trigger), last_end(e.trigger)),
                *(_array(e.dates), e.status, "Event"),
            )
            for e in contents.events
        ),
    )
    yield Table(
        "times",
        ("id:ID", "text", "type", "value", "earliest", "latest", "start:int", "end:int", "implied:boolean", ":LABEL"),
        tuple(
            (
                *(short_form(t.iri), words(t.span), t.kind, t.value, t.earliest, t.latest, first_start(t.span)),
                *(last_end(t.span), "true" if t.implied else "false", "Time"),
            )
            for t in contents.times
        ),
    )


def _relations(contents: Contents) -> Iterator[Relation]:
    for q in contents.quotations:
        yield from _from(q.iri, "IN_ARTICLE", (q.article,))
        yield from _from(q.iri, "SPEAKER", q.speakers)
        yield from _from(q.iri, "ADDRESSEE", q.addressees)
        yield from _from(q.iri, "CLAIM", (q.claim,))
        yield from _from(q.claim, "ABOUT", q.about)
        yield from _from(q.iri, "NESTED_IN", (q.nested_in,))
    for s in contents.stances:
        yield from _from(s.iri, "IN_ARTICLE", (s.article,))
        yield from _from(s.iri, "SOURCE", (s.source,))
        yield from _from(s.iri, "TARGET", (s.target,))
        yield from _from(s.iri, "IN_QUOTATION", (s.in_quotation,))
    for e in contents.events:
        yield from _from(e.iri, "IN_ARTICLE", (e.article,))
        yield from _from(e.iri, "HAS_ACTOR", e.actors)
        yield from _from(e.iri, "HAS_PLACE", e.places)
        yield from _from(e.iri, "AT_TIME", e.times)
    for t in contents.times:
        yield from _from(t.iri, "IN_ARTICLE", (t.article,))
    for a in contents.actors:
        yield from _from(a.iri, "AFFILIATION", (a.affiliation,))


def _shortcuts(contents: Contents) -> Iterator[Relation]:
    """Once for each statement or mention that it stands for."""
    for s in contents.stances:
        if s.status == "Actual" and s.polarity in ("Opposing", "Supporting"):
            yield from _from(s.source, "OPPOSES" if s.polarity == "Opposing" else "SUPPORTS", (s.target,))
    for q in contents.quotations:
        for speaker in contents.own_speakers(q):
            yield from _from(speaker, "SAID", (q.claim,))
    for a in contents.actors:
        for mention in a.mentions:
            yield from _from(a.iri, "MENTIONED_IN", (mention.article,))


def _from(start: str, kind: str, ends: Iterable[str | None]) -> Iterator[Relation]:
    return ((short_form(start), short_form(end), kind) for end in ends if end)


def _array(values: Iterable[str]) -> str:
    return ";".join(value.replace(";", ",") for value in values)


def _in_one_line(table: Table) -> Table:
    def flat(cell: Cell) -> Cell:
        return re.sub(r"\s*[\r\n]+\s*", " ", cell) if isinstance(cell, str) else cell

    return Table(table.name, table.columns, tuple(tuple(map(flat, row)) for row in table.rows))
