"""The page's data: records and network as JSON holds them.

Everything names everything else by its place in a list. Texts stand once, at their article; statements point into them.
"""

import bisect
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any

from pyvis.network import Network

from kg.facts import Polarity, Status
from kg.view.passages import MarkedSpan, Stretch, joined
from kg.view.records import EventRecord, Evidence, QuotationRecord, Records, StanceRecord
from kg.view.relations import Relation, Statement, statements

Places = Mapping[str, int]
"""IRI -> place in the list of its kind."""


def page_data(records: Records, network: Network) -> dict[str, Any]:
    """What `template/model.js` reads. Empty values are left out of actors, articles, statements and events."""
    nodes, edges, _, _, _, options = network.get_network_data()
    return {
        "counts": {
            "articles": len(records.articles),
            "actors": len(records.actors),
            "quotations": len(records.quotations) + records.folded,
            "stances": len(records.stances),
            "events": len(records.events),
        },
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
        **_Writer(records).data(),
    }


class _Writer:
    def __init__(self, records: Records) -> None:
        self._records = records
        self._statements = statements(records)
        self._actors = _places(actor.iri for actor in records.actors)
        self._articles = _places(article.iri for article in records.articles)
        self._times = _places(time.iri for time in records.times)
        self._runs = _places(run.iri for run in records.runs)
        claims = {quotation.claim for quotation in records.quotations if quotation.claim}
        self._claims = _places(sorted(claims))
        of_kind = {
            "actors": self._actors,
            "articles": self._articles,
            "statements": [statement.iri for statement in self._statements],
            "claims": self._claims,
            "events": [event.iri for event in records.events],
            "times": self._times,
            "runs": self._runs,
        }
        self._beginnings = {kind: _beginning(list(iris)) for kind, iris in of_kind.items()}
        self._happening: dict[str, list[tuple[int, int]]] = {}
        for place, event in enumerate(records.events):
            if event.earliest:
                self._happening.setdefault(event.evidence.article, []).append((event.evidence.start, place))
        for happening in self._happening.values():
            happening.sort()

    def data(self) -> dict[str, Any]:
        texts = self._texts()
        claims = {quotation.claim: quotation.claim_text for quotation in self._records.quotations}
        return {
            "iris": self._beginnings,
            "actors": [
                {
                    "iri": self._iri("actors", actor.iri),
                    "label": actor.label,
                    "kind": actor.kind,
                    "names": [name for name in actor.names if name != actor.label],
                    "roles": actor.roles,
                }
                | _present(
                    also=actor.label if actor.label in actor.names else None,
                    affiliation=actor.affiliation,
                    identity=actor.identity,
                    articles=actor.articles,
                    mention=actor.mention
                    and actor.mention.article in self._articles
                    and [self._articles[actor.mention.article], *_exact(actor.mention.span)],
                )
                for actor in self._records.actors
            ],
            "articles": [
                {"iri": self._iri("articles", article.iri), "file": article.file, "texts": texts.get(article.iri, [])}
                | _present(
                    title=article.title,
                    date=article.date,
                    url=article.url,
                    publisher=article.publisher,
                    language=article.language,
                )
                for article in self._records.articles
            ],
            "statements": [self._statement(statement) for statement in self._statements],
            "claims": [{"iri": self._iri("claims", claim)} | _present(text=claims[claim]) for claim in self._claims],
            "events": [self._event(event) for event in self._records.events],
            "times": [
                {"iri": self._iri("times", time.iri), "span": _exact(time.span), "timex": time.timex, "kind": time.kind}
                | _present(
                    article=self._articles.get(time.article),
                    earliest=time.earliest,
                    latest=time.latest,
                    run=self._runs.get(time.run or ""),
                )
                for time in self._records.times
            ],
            "runs": [
                {"iri": self._iri("runs", run.iri)}
                | _present(program=run.program, model=run.model, ontology=run.ontology)
                for run in self._records.runs
            ],
        }

    def _texts(self) -> dict[str, list[list[int | str]]]:
        """The parts of each article that any statement or event shows, as start and text."""
        shown: dict[str, list[Stretch]] = {}
        for item in (*self._statements, *self._records.events):
            shown.setdefault(item.evidence.article, []).extend(item.evidence.stretches)
        return {article: [[part.start, part.text] for part in joined(of)] for article, of in shown.items()}

    def _iri(self, kind: str, iri: str) -> str:
        return iri.removeprefix(self._beginnings[kind])

    def _numbers(self, iris: Sequence[str]) -> list[int]:
        return [self._actors[iri] for iri in iris if iri in self._actors]

    def _statement(self, statement: Statement) -> dict[str, Any]:
        common = {"iri": self._iri("statements", statement.iri)} | self._evidence(statement.evidence)
        common |= _present(confidence=statement.confidence, events=self._events_in(statement.evidence))
        if isinstance(statement, StanceRecord):
            relation = Relation.OPPOSES if statement.polarity is Polarity.OPPOSING else Relation.SUPPORTS
            return common | {
                "kind": relation,
                "from": self._numbers([statement.source]),
                "to": self._numbers([statement.target]),
                "act": statement.act,
                "status": statement.status,
            }
        return common | self._quotation(statement)

    def _quotation(self, quotation: QuotationRecord) -> dict[str, Any]:
        return {
            "kind": "says",
            "from": self._numbers(quotation.speakers),
            "to": self._numbers(quotation.addressees),
            "about": self._numbers(quotation.about),
            "act": quotation.kind,
        } | _present(claim=self._claims.get(quotation.claim or ""), nested=quotation.nested or None)

    def _event(self, event: EventRecord) -> dict[str, Any]:
        status = None if event.status is Status.ACTUAL else event.status
        return {
            "iri": self._iri("events", event.iri),
            "label": event.label,
            "actors": self._numbers(event.actors),
            "places": self._numbers(event.places),
            "times": [self._times[time] for time in event.times if time in self._times],
            "dates": event.dates,
            **self._evidence(event.evidence),
        } | _present(earliest=event.earliest, latest=event.latest, status=status)

    def _evidence(self, evidence: Evidence) -> dict[str, Any]:
        return {
            "spans": [[span.start, span.end, span.mark] for span in evidence.spans],
            "stretches": [[stretch.start, stretch.end] for stretch in evidence.stretches],
        } | _present(article=self._articles.get(evidence.article), run=self._runs.get(evidence.run or ""))

    def _events_in(self, evidence: Evidence) -> list[int]:
        """The dated events told in the sentences of a statement."""
        happening = self._happening.get(evidence.article, [])
        found: set[int] = set()
        for stretch in evidence.stretches:
            first = bisect.bisect_left(happening, (stretch.start, -1))
            last = bisect.bisect_left(happening, (stretch.end, -1))
            found.update(place for _, place in happening[first:last])
        return sorted(found)


def _places(iris: Iterable[str]) -> dict[str, int]:
    return {iri: place for place, iri in enumerate(iris)}


def _beginning(iris: list[str]) -> str:
    """What all begin with, up to a border: the rests then are the same whatever else the graph holds."""
    pairs = zip(min(iris, default=""), max(iris, default=""), strict=False)
    common = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return common[: max(common.rfind("/"), common.rfind("#")) + 1]


def _exact(span: MarkedSpan) -> list[int | str]:
    return [span.start, span.end, span.exact]


def _present(**values: Any) -> dict[str, Any]:
    """The values that say something; zero does."""
    return {name: value for name, value in values.items() if value is not None and value != "" and value != []}
