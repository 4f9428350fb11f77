"""Two small articles with everything that the contract knows, written by hand."""

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

HARBOUR = """Anna Brandt hat am Dienstag den Stadtrat von Bremen scharf angegriffen. „Ohne Aufträge schließen wir\
 die Werft“, sagte die Reederin der Zeitung. Der Rat habe, so Brandt, "viel versprochen".

Polen unterstützt die Reederin. Am 4. Mai 2021 um 20 Uhr beginnt ein Streik.
Die Zeitung berichtet, Polen bedrohe den Rat; Brandt droht ihm mit Klage."""

ELECTION = """Brandt trat 2022 zurück. Die polnische Regierung lobte Anna Brandt."""


def find(body: str, words: str, nth: int = 0) -> Span:
    """The span of the `nth` place where `words` stand."""
    start = -1
    for _ in range(nth + 1):
        start = body.index(words, start + 1)
    return Span(start, start + len(words))


def harbour() -> Facts:
    def at(words: str, nth: int = 0) -> Span:
        return find(HARBOUR, words, nth)

    return Facts(
        article=Article("hafen/werft.txt", HARBOUR, title="Streit um die Werft", date="2021-04"),
        actors=(
            Actor("anna-brandt", "Anna Brandt", ActorKind.PERSON, ("Brandt",), ("Reederin",), affiliation="zeitung"),
            Actor("stadtrat", "Stadtrat von Bremen", ActorKind.ORGANIZATION, ("Rat",)),
            Actor("zeitung", "Zeitung", ActorKind.ORGANIZATION),
            Actor("polen", "Polen", ActorKind.COUNTRY, wikidata="Q36"),
            Actor("bremen", "Bremen", ActorKind.PLACE, wikidata="Q24879"),
            Actor("niemand", "Niemand", ActorKind.PERSON),
        ),
        mentions=(
            Mention(at("Anna Brandt"), "anna-brandt", MentionKind.NAME),
            Mention(at("Stadtrat von Bremen"), "stadtrat", MentionKind.NAME),
            Mention(at("Bremen"), "bremen", MentionKind.NAME),
            Mention(at("Reederin"), "anna-brandt", MentionKind.DESCRIPTION),
            Mention(at("Zeitung"), "zeitung", MentionKind.DESCRIPTION),
            Mention(at("Rat"), "stadtrat", MentionKind.NAME),
            Mention(at("Polen"), "polen", MentionKind.NAME),
            Mention(at("ihm"), "stadtrat", MentionKind.PRONOUN),
        ),
        quotations=(
            Quotation(
                QuotationKind.DIRECT,
                (at("„Ohne Aufträge schließen wir die Werft“"),),
                ("anna-brandt",),
                at("die Reederin"),
                (at("sagte"),),
                "zeitung",
                at("der Zeitung"),
                (at(", sagte die Reederin der Zeitung"),),
                confidence=0.9,
                rule="direct",
                cue_lemma="sagen",
            ),
            Quotation(
                QuotationKind.INDIRECT,
                (at("Der Rat habe"), at('"viel versprochen"')),
                ("anna-brandt",),
                at("Brandt", 1),
                (at("so"),),
                about=("stadtrat",),
                confidence=0.8,
            ),
            Quotation(QuotationKind.DIRECT, (at('"viel versprochen"'),), ("anna-brandt",), nested_in=1, confidence=2.0),
            Quotation(
                QuotationKind.INDIRECT, (at("Polen bedrohe den Rat"),), ("zeitung",), about=("polen", "stadtrat")
            ),
        ),
        stances=(
            Stance(
                "anna-brandt",
                "stadtrat",
                Polarity.OPPOSING,
                Act.ACCUSE,
                Status.ACTUAL,
                at("Anna Brandt hat am Dienstag den Stadtrat von Bremen scharf angegriffen"),
                (at("hat"), at("angegriffen")),
                confidence=0.75,
                rule="verb",
                cue_lemma="angreifen",
            ),
            Stance(
                "polen",
                "anna-brandt",
                Polarity.SUPPORTING,
                Act.ENDORSE,
                Status.ACTUAL,
                at("Polen unterstützt die Reederin"),
            ),
            Stance(
                "polen",
                "stadtrat",
                Polarity.OPPOSING,
                Act.THREATEN,
                Status.REPORTED_BY_OTHER,
                at("Polen bedrohe den Rat"),
                in_quotation=3,
            ),
        ),
        times=(
            TimeExpression(at("Dienstag"), "XXXX-WXX-2", TimexType.DATE, "2021-03-30", "2021-04-27"),
            TimeExpression(at("4. Mai 2021 um 20 Uhr"), "2021-05-04T20:00", TimexType.TIME, "2021-05-04", "2021-05-04"),
            TimeExpression(at("um 20 Uhr"), "2021-05-04", TimexType.DATE, "2021-05-04", "2021-05-04", implied=True),
        ),
        events=(
            Event("Anna Brandt greift an", at("angegriffen"), ("anna-brandt", "stadtrat"), ("bremen",), (0,)),
            Event("Streik beginnt", at("beginnt"), times=(1,), status=Status.PLANNED),
        ),
    )


def election() -> Facts:
    def at(words: str, nth: int = 0) -> Span:
        return find(ELECTION, words, nth)

    return Facts(
        article=Article("wahl.txt", ELECTION, date="2022-09-01", publisher="Tagblatt", url="https://example.org/wahl"),
        actors=(
            Actor("anna-brandt", "Anna  Brandt", ActorKind.PERSON, ("Brandt",), ("Senatorin",)),
            Actor("polen", "Republik Polen", ActorKind.COUNTRY, ("Polen",), wikidata="Q36"),
        ),
        mentions=(
            Mention(at("Brandt"), "anna-brandt", MentionKind.NAME),
            Mention(at("polnische Regierung"), "polen", MentionKind.DESCRIPTION),
            Mention(at("Anna Brandt"), "anna-brandt", MentionKind.NAME),
        ),
        stances=(
            Stance(
                "polen",
                "anna-brandt",
                Polarity.SUPPORTING,
                Act.ENDORSE,
                Status.ACTUAL,
                at("Die polnische Regierung lobte Anna Brandt"),
                (at("lobte"),),
                confidence=0.6,
            ),
        ),
        times=(TimeExpression(at("2022"), "2022", TimexType.DATE, "2022-01-01", "2022-12-31"),),
        events=(Event("Brandt tritt zurück", at("trat"), ("anna-brandt",), times=(0,)),),
    )


def graph_of(*facts: Facts, with_text: bool = True) -> Graph:
    run = Run(program="1.2.3", model="4.5", ontology="1.0.0")
    return to_graph(facts, resolve_actors(facts), base_iri=BASE_IRI, with_text=with_text, run=run)
