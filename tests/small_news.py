"""Five short articles about made-up countries, with what they say written by hand: answers can be checked by eye."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rdflib import Graph

from kg.facts import (
    Act,
    Actor,
    ActorKind,
    Article,
    Event,
    Facts,
    Mention,
    MentionKind,
    Polarity,
    Quotation,
    QuotationKind,
    Span,
    Stance,
    Status,
    TimeExpression,
    TimexType,
)
from kg.graph.build import Run, to_graph
from kg.graph.vocab import BASE_IRI
from kg.resolve import resolve_actors

ACTORS = {
    "nordland": Actor("nordland", "Nordland", ActorKind.COUNTRY, wikidata="Q900001"),
    "suedland": Actor("suedland", "Südland", ActorKind.COUNTRY, ("Südreich",), wikidata="Q900002"),
    "ostland": Actor("ostland", "Ostland", ActorKind.COUNTRY, wikidata="Q900003"),
    "muster": Actor("muster", "Erika Muster", ActorKind.PERSON, ("Muster",), ("Ministerin",), affiliation="nordland"),
    "verband": Actor("verband", "Hafenverband", ActorKind.ORGANIZATION),
}
_SUPPORTING = (Act.ENDORSE, Act.COOPERATE, Act.AID)


@dataclass
class Draft:
    """An article to which statements are added by the words that show them."""

    source: str
    date: str | None
    body: str
    title: str | None = None
    quotations: list[Quotation] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def at(self, words: str) -> Span:
        start = self.body.index(words)
        return Span(start, start + len(words))

    def said(
        self,
        who: Iterable[str],
        kind: QuotationKind,
        words: str,
        *,
        to: str | None = None,
        about: Iterable[str] = (),
        confidence: float = 0.9,
        inside: int | None = None,
        speaker_words: str | None = None,
    ) -> None:
        self.quotations.append(
            Quotation(
                kind,
                (self.at(words),),
                tuple(who),
                speaker_span=self.at(speaker_words) if speaker_words else None,
                addressee=to,
                about=tuple(about),
                confidence=confidence,
                nested_in=inside,
            )
        )

    def stance(
        self, source: str, act: Act, target: str, words: str, confidence: float, status: Status = Status.ACTUAL
    ) -> None:
        polarity = Polarity.SUPPORTING if act in _SUPPORTING else Polarity.OPPOSING
        self.stances.append(Stance(source, target, polarity, act, status, self.at(words), confidence=confidence))

    def event(self, label: str, word: str, time: TimeExpression, *actors: str) -> None:
        self.times.append(time)
        self.events.append(Event(label, self.at(word), actors, times=(len(self.times) - 1,)))

    def facts(self) -> Facts:
        mentions = [
            Mention(self.at(name), key, MentionKind.NAME)
            for key, actor in ACTORS.items()
            for name in (actor.label,)
            if name in self.body
        ]
        return Facts(
            article=Article(self.source, self.body, title=self.title, date=self.date),
            actors=tuple(ACTORS[key] for key in ACTORS),
            mentions=tuple(mentions),
            quotations=tuple(self.quotations),
            stances=tuple(self.stances),
            times=tuple(self.times),
            events=tuple(self.events),
        )


def dispute() -> Facts:
    it = Draft(
        "a/streit.txt",
        "2021-03-10",
        "Südland verurteilte Nordland. Ostland rügte Nordland. Nordland drohte Südland. Die Ministerin Erika Muster"
        ' sagte Südland, der Hafen bleibe "vorerst" zu. Am 12. März 2021 schließt er.',
        title="Streit um den Hafen",
    )
    it.stance("suedland", Act.ACCUSE, "nordland", "Südland verurteilte Nordland", 0.9)
    it.stance("ostland", Act.ACCUSE, "nordland", "Ostland rügte Nordland", 0.8)
    it.stance("nordland", Act.THREATEN, "suedland", "Nordland drohte Südland", 0.6)
    it.said(["muster"], QuotationKind.INDIRECT, 'der Hafen bleibe "vorerst" zu', to="suedland")
    it.said(["muster"], QuotationKind.DIRECT, '"vorerst"', inside=0)
    day = TimeExpression(it.at("12. März 2021"), "2021-03-12", TimexType.DATE, "2021-03-12", "2021-03-12")
    it.event("Hafen schließt", "schließt", day, "nordland")
    return it.facts()


def agency() -> Facts:
    it = Draft(
        "a/agentur.txt",
        "2021-03-11",
        "Erika Muster erklärte: „Nordland gibt nicht nach.“ Südland half Ostland. Ostland lieferte Südland Korn.",
    )
    it.said(["muster"], QuotationKind.DIRECT, "„Nordland gibt nicht nach.“", about=["nordland"], confidence=0.95)
    it.stance("suedland", Act.AID, "ostland", "Südland half Ostland", 0.9)
    it.stance("ostland", Act.AID, "suedland", "Ostland lieferte Südland Korn", 0.7)
    return it.facts()


def copy() -> Facts:
    it = Draft(
        "b/kopie.txt",
        "2021-04",
        'Erika Muster sagte: "Nordland gibt nicht nach." Südland lobte Nordland.',
        title="Muster bleibt hart",
    )
    it.said(["muster"], QuotationKind.DIRECT, '"Nordland gibt nicht nach."', about=["nordland"], confidence=0.95)
    it.stance("suedland", Act.ENDORSE, "nordland", "Südland lobte Nordland", 0.7)
    return it.facts()


def hearsay() -> Facts:
    it = Draft(
        "b/leer.txt",
        "2022-01-05",
        "Der Hafen von Nordland solle wieder öffnen, hieß es in Kreisen. Im Sommer 2022 öffnet ihn der Hafenverband.",
    )
    words = "Der Hafen von Nordland solle wieder öffnen"
    it.said([], QuotationKind.INDIRECT, words, about=["nordland"], confidence=0.4, speaker_words="Kreisen")
    summer = TimeExpression(it.at("Sommer 2022"), "2022-SU", TimexType.DATE, "2022-06-01", "2022-08-31")
    it.event("Hafen öffnet", "öffnet", summer, "nordland", "verband")
    return it.facts()


def joint() -> Facts:
    it = Draft(
        "b/ohne-datum.txt",
        None,
        "Erika Muster und der Hafenverband teilten mit, man wolle mit Südland reden. Ostland plant Strafen gegen"
        " Nordland.",
    )
    it.said(["muster", "verband"], QuotationKind.INDIRECT, "man wolle mit Südland reden", about=["suedland"])
    it.stance("ostland", Act.SANCTION, "nordland", "Ostland plant Strafen gegen Nordland", 0.5, Status.PLANNED)
    return it.facts()


def small_news() -> Graph:
    facts = [dispute(), agency(), copy(), hearsay(), joint()]
    return to_graph(facts, resolve_actors(facts), base_iri=BASE_IRI, run=Run("1", "1", "1.0.0"))
