"""Tables for pandas and spreadsheets: one CSV file for each kind of thing.

Several IRIs in a cell are joined by `;`, which no short form holds, several names or words by `; `. Offsets count the
code points of the article's body.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula, and articles are written by strangers.
Cells that begin so (behind any number of apostrophes) get an apostrophe in front; `unguarded` takes it off again.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from kg.graph.nodes import short_form
from kg.graph.records import Contents, SpanRecord

Cell = str | int | float | None

# Full-width forms too: spreadsheets in East Asian languages take them for the signs.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


@dataclass(frozen=True, slots=True)
class Table:
    """A file of rows. None is an empty cell."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell that `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def to_csv(table: Table, *, guard: bool) -> bytes:
    """CSV after RFC 4180 in UTF-8, with `\\n` as line end.

    Args:
        guard: whether cells that a spreadsheet would run get an apostrophe.
    """
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([guarded(cell) if guard and isinstance(cell, str) else cell for cell in row])
    return stream.getvalue().encode("utf-8")


def tables(contents: Contents) -> Iterator[Table]:
    """Articles, actors, mentions, quotations, stances, events and times of a graph."""
    yield _articles(contents)
    yield _actors(contents)
    yield _mentions(contents)
    yield _quotations(contents)
    yield _stances(contents)
    yield _events(contents)
    yield _times(contents)


def ids(iris: Iterable[str]) -> str:
    return ";".join(map(short_form, iris))


def one_id(iri: str | None) -> str | None:
    return short_form(iri) if iri else None


def words(spans: Sequence[SpanRecord]) -> str:
    return " … ".join(span.words for span in spans)


def first_start(spans: Sequence[SpanRecord]) -> int | None:
    return min((span.start for span in spans), default=None)


def last_end(spans: Sequence[SpanRecord]) -> int | None:
    return max((span.end for span in spans), default=None)


_WHERE = ("article", "file", "published")


def _where(contents: Contents, article: str) -> tuple[Cell, ...]:
    known = contents.article_of.get(article)
    return one_id(article), known.file if known else None, known.published if known else None


def _articles(contents: Contents) -> Table:
    columns = ("article", "file", "title", "published", "language", "url", "publisher", "text")
    rows = (
        (short_form(a.iri), a.file, a.title, a.published, a.language, a.url, a.publisher, a.body)
        for a in contents.articles
    )
    return Table("articles", columns, tuple(rows))


def _actors(contents: Contents) -> Table:
    columns = ("actor", "label", "type", "names", "roles", "affiliation", "wikidata", "mentions", "articles")
    rows = (
        (
            *(short_form(a.iri), a.label, a.kind, "; ".join(a.names), "; ".join(a.roles), one_id(a.affiliation)),
            *(a.wikidata, len(a.mentions), len({m.article for m in a.mentions})),
        )
        for a in contents.actors
    )
    return Table("actors", columns, tuple(rows))


def _mentions(contents: Contents) -> Table:
    columns = ("actor", "label", *_WHERE, "start", "end", "text")
    rows = (
        (short_form(a.iri), a.label, *_where(contents, m.article), m.span.start, m.span.end, m.span.words)
        for a in contents.actors
        for m in a.mentions
    )
    return Table("mentions", columns, tuple(rows))


def _quotations(contents: Contents) -> Table:
    columns = (
        *("quotation", *_WHERE, "type", "speakers", "speaker_labels", "speaker_text", "cue", "addressees"),
        *("addressee_labels", "claim", "text", "about", "about_labels", "start", "end", "nested_in", "confidence"),
        *("rule", "cue_lemma"),
    )
    rows = (
        (
            *(short_form(q.iri), *_where(contents, q.article), q.kind, ids(q.speakers), _labels(contents, q.speakers)),
            *(words(q.speaker_span), words(q.cue), ids(q.addressees), _labels(contents, q.addressees)),
            *(one_id(q.claim), q.text, ids(q.about), _labels(contents, q.about)),
            *(first_start(q.content), last_end(q.content), one_id(q.nested_in), q.confidence, q.rule, q.cue_lemma),
        )
        for q in contents.quotations
    )
    return Table("quotations", columns, tuple(rows))


def _stances(contents: Contents) -> Table:
    columns = (
        *("stance", *_WHERE, "source", "source_label", "polarity", "act", "target", "target_label", "status"),
        *("evidence", "start", "end", "cue", "in_quotation", "confidence", "rule", "cue_lemma"),
    )
    rows = (
        (
            *(short_form(s.iri), *_where(contents, s.article), one_id(s.source), contents.label(s.source)),
            *(s.polarity, s.act, one_id(s.target), contents.label(s.target), s.status, words(s.evidence)),
            *(first_start(s.evidence), last_end(s.evidence), words(s.cue), one_id(s.in_quotation), s.confidence),
            *(s.rule, s.cue_lemma),
        )
        for s in contents.stances
    )
    return Table("stances", columns, tuple(rows))


def _events(contents: Contents) -> Table:
    columns = (
        *("event", *_WHERE, "label", "trigger", "start", "end", "actors", "actor_labels", "places", "place_labels"),
        *("dates", "times", "status", "rule"),
    )
    rows = (
        (
            *(short_form(e.iri), *_where(contents, e.article), e.label, words(e.trigger), first_start(e.trigger)),
            *(last_end(e.trigger), ids(e.actors), _labels(contents, e.actors), ids(e.places)),
            *(_labels(contents, e.places), ";".join(e.dates), ids(e.times), e.status, e.rule),
        )
        for e in contents.events
    )
    return Table("events", columns, tuple(rows))


def _times(contents: Contents) -> Table:
    columns = ("time", *_WHERE, "text", "start", "end", "type", "value", "earliest", "latest", "implied", "rule")
    rows = (
        (
            *(short_form(t.iri), *_where(contents, t.article), words(t.span), first_start(t.span), last_end(t.span)),
            *(t.kind, t.value, t.earliest, t.latest, "yes" if t.implied else "no", t.rule),
        )
        for t in contents.times
    )
    return Table("times", columns, tuple(rows))


def _labels(contents: Contents, actors: Iterable[str]) -> str:
    return "; ".join(map(contents.label, actors))
