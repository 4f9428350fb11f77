"""Small graphs that follow the contract, written by hand so that the page is tested without the extraction."""

import hashlib
import re
from collections.abc import Sequence

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, RDF, RDFS, SKOS, XSD

KG = Namespace("https://example.org/kg/ontology#")
SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
BASE = "https://example.org/kg/"

KINDS = {
    "person": SCHEMA.Person,
    "organization": SCHEMA.Organization,
    "country": SCHEMA.Country,
    "place": SCHEMA.Place,
    "group": KG.Group,
}
DATES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


class NewsGraph:
    """Adds articles, actors and statements to `graph`; expressions are looked up in the article's body."""

    def __init__(self, with_text: bool = True) -> None:
        self.graph = Graph()
        self._with_text = with_text
        self._bodies: dict[URIRef, str] = {}

    def article(
        self, file: str, body: str, date: str | None = None, title: str | None = None, url: str | None = None
    ) -> URIRef:
        article = URIRef(f"{BASE}article/{_slug(file)}-{_digest(file + body)[:8]}")
        self._bodies[article] = body
        self._add(article, RDF.type, SCHEMA.NewsArticle)
        self._add(article, KG.sourceFile, Literal(file))
        self._add(article, SCHEMA.inLanguage, Literal("de"))
        if self._with_text:
            self._add(article, SCHEMA.articleBody, Literal(body))
        if date:
            self._add(article, SCHEMA.datePublished, Literal(date, datatype=DATES[len(date)]))
        if title:
            self._add(article, SCHEMA.headline, Literal(title))
        if url:
            self._add(article, SCHEMA.url, Literal(url))
        return article

    def actor(
        self,
        label: str,
        kind: str = "person",
        names: Sequence[str] = (),
        roles: Sequence[str] = (),
        q: str | None = None,
    ) -> URIRef:
        actor = URIRef(f"{BASE}actor/{_slug(label)}")
        self._add(actor, RDF.type, SEM.Actor)
        self._add(actor, RDF.type, KINDS[kind])
        self._add(actor, RDFS.label, Literal(label, lang="de"))
        for name in names:
            self._add(actor, SKOS.altLabel, Literal(name, lang="de"))
        for role in roles:
            self._add(actor, KG.role, Literal(role, lang="de"))
        if q:
            self._add(actor, SKOS.exactMatch, URIRef(f"http://www.wikidata.org/entity/{q}"))
        return actor

    def mention(self, article: URIRef, actor: URIRef, expression: str) -> None:
        self._add(actor, KG.mentionSpan, self._span(article, expression))

    def stance(
        self,
        article: URIRef,
        source: URIRef,
        target: URIRef,
        act: str,
        evidence: str,
        cue: Sequence[str] = (),
        polarity: str = "Opposing",
        status: str = "Actual",
        confidence: str = "0.9",
    ) -> URIRef:
        stance = URIRef(f"{BASE}statement/{_digest(article, source, target, act, evidence)[:16]}")
        self._add(stance, RDF.type, KG.Stance)
        self._add(stance, KG.source, source)
        self._add(stance, KG.target, target)
        self._add(stance, KG.polarity, KG[polarity])
        self._add(stance, KG.act, KG[act])
        self._add(stance, KG.status, KG[status])
        self._add(stance, KG.article, article)
        self._add(stance, PROV.wasDerivedFrom, article)
        self._add(stance, KG.confidence, Literal(confidence, datatype=XSD.decimal))
        self._add(stance, KG.evidenceSpan, self._span(article, evidence))
        for word in cue:
            self._add(stance, KG.cueSpan, self._span(article, word, inside=evidence))
        if status == "Actual":
            self._add(source, KG.opposes if polarity == "Opposing" else KG.supports, target)
        return stance

    def quotation(
        self,
        article: URIRef,
        content: Sequence[str],
        speakers: Sequence[URIRef] = (),
        kind: str = "Indirect",
        cue: Sequence[str] = (),
        speaker: str | None = None,
        addressee: URIRef | None = None,
        about: Sequence[URIRef] = (),
        nested_in: URIRef | None = None,
        confidence: str = "0.8",
    ) -> URIRef:
        text = " ".join(content)
        quotation = URIRef(f"{BASE}statement/{_digest(article, kind, text)[:16]}")
        claim = URIRef(f"{BASE}claim/{_digest(text)[:16]}")
        self._add(quotation, RDF.type, KG.Quotation)
        self._add(quotation, KG.quotationType, KG[kind])
        self._add(quotation, KG.article, article)
        self._add(quotation, PROV.wasDerivedFrom, article)
        self._add(quotation, KG.claim, claim)
        self._add(quotation, KG.confidence, Literal(confidence, datatype=XSD.decimal))
        self._add(claim, RDF.type, SCHEMA.Claim)
        self._add(claim, SCHEMA.text, Literal(text))
        for part in content:
            self._add(quotation, KG.contentSpan, self._span(article, part))
        for word in cue:
            self._add(quotation, KG.cueSpan, self._span(article, word))
        for actor in speakers:
            self._add(quotation, KG.speaker, actor)
            if not nested_in:
                self._add(actor, KG.said, claim)
        for actor in about:
            self._add(claim, KG.about, actor)
        if speaker:
            self._add(quotation, KG.speakerSpan, self._span(article, speaker))
        if addressee:
            self._add(quotation, KG.addressee, addressee)
        if nested_in:
            self._add(quotation, KG.isNestedIn, nested_in)
        return quotation

    def event(
        self,
        article: URIRef,
        label: str,
        trigger: str,
        actors: Sequence[URIRef] = (),
        when: tuple[str, str, str] | None = None,
        date: str | None = None,
        status: str = "Actual",
    ) -> URIRef:
        """`when`: the words of a time, and its first and last day."""
        event = URIRef(f"{BASE}event/{_digest(article, label, trigger)[:16]}")
        self._add(event, RDF.type, SEM.Event)
        self._add(event, RDFS.label, Literal(label, lang="de"))
        self._add(event, KG.article, article)
        self._add(event, KG.triggerSpan, self._span(article, trigger))
        self._add(event, KG.status, KG[status])
        for actor in actors:
            self._add(event, SEM.hasActor, actor)
        if date:
            self._add(event, KG.date, Literal(date, datatype=DATES[len(date)]))
        if when:
            words, earliest, latest = when
            time = URIRef(f"{BASE}time/{_digest(article, words)[:16]}")
            self._add(event, KG.atTime, time)
            self._add(time, RDF.type, KG.TimeExpression)
            self._add(time, KG.article, article)
            self._add(time, KG.span, self._span(article, words))
            self._add(time, KG.timex, Literal("XXXX-WXX-3"))
            self._add(time, KG.timexType, Literal("DATE"))
            self._add(time, KG.earliest, Literal(earliest, datatype=XSD.date))
            self._add(time, KG.latest, Literal(latest, datatype=XSD.date))
        return event

    def _span(self, article: URIRef, expression: str, inside: str | None = None) -> URIRef:
        body = self._bodies[article]
        start = body.index(expression, body.index(inside) if inside else 0)
        span = URIRef(f"{article}#char={start},{start + len(expression)}")
        self._add(span, RDF.type, OA.TextPositionSelector)
        self._add(span, RDF.type, OA.TextQuoteSelector)
        self._add(span, OA.start, Literal(start))
        self._add(span, OA.end, Literal(start + len(expression)))
        self._add(span, OA.exact, Literal(expression))
        self._add(span, KG.article, article)
        return span

    def _add(self, subject: URIRef, property_: URIRef, value: URIRef | Literal) -> None:
        self.graph.add((subject, property_, value))


SUMMIT = """US-Außenminister Antony Blinken hat am Mittwoch mit seinem chinesischen Kollegen Wang Yi gesprochen. \
Eine Aggression Russlands gegen die Ukraine bedrohe die Sicherheit aller, sagte Blinken nach Angaben des \
US-Außenministeriums.

Wang warf den USA vor, sich in chinesische Angelegenheiten einzumischen. Auf Taiwan spiele Washington "mit dem Feuer". \
Den Westen rief Wang auf, die Sorgen Russlands ernst zu nehmen. Er äußerte Verständnis für die russische Haltung.

Wladimir Putin verlangt von den USA und der Nato einen Verzicht auf neue Mitglieder. Die Nato lehnte Putins \
Forderung ab. Auch die USA wiesen Putins Forderung zurück. Die USA wollen die Spiele in China boykottieren."""


def summit(with_text: bool = True) -> NewsGraph:
    """Eleven actors of one article with opposition, support, addressees and hedged stances."""
    news = NewsGraph(with_text)
    article = news.article("gipfel.txt", SUMMIT, "2022-01", "Telefonat der Außenminister")
    blinken = news.actor("Antony Blinken", names=["Blinken"], roles=["US-Außenminister"])
    wang = news.actor("Wang Yi", names=["Wang", "Yi"], roles=["Außenminister"])
    putin = news.actor("Wladimir Putin", names=["Putin"])
    usa = news.actor("USA", "country", names=["Washington", "Vereinigte Staaten"], q="Q30")
    russia = news.actor("Russland", "country", names=["Moskau"], q="Q159")
    china = news.actor("China", "country", names=["Peking"], q="Q148")
    ukraine = news.actor("Ukraine", "country", q="Q212")
    taiwan = news.actor("Taiwan", "country", q="Q865")
    nato = news.actor("Nato", "organization", q="Q7184")
    ministry = news.actor("US-Außenministerium", "organization")
    west = news.actor("Westen", "group")
    for actor, expression in ((blinken, "US-Außenminister Antony Blinken"), (wang, "Wang Yi"), (usa, "Washington")):
        news.mention(article, actor, expression)
    threat = "Eine Aggression Russlands gegen die Ukraine bedrohe die Sicherheit aller"
    outer = news.quotation(
        article,
        [f"{threat}, sagte Blinken"],
        [ministry],
        cue=["nach Angaben"],
        speaker="US-Außenministeriums",
        about=[blinken, russia, ukraine],
    )
    news.quotation(
        article, [threat], [blinken], cue=["sagte"], speaker="Blinken", about=[russia, ukraine], nested_in=outer
    )
    news.stance(article, blinken, russia, "Accuse", threat, ["bedrohe"], status="ReportedByOther", confidence="0.6")
    meddling = "Wang warf den USA vor, sich in chinesische Angelegenheiten einzumischen"
    news.stance(article, wang, usa, "Accuse", meddling, ["warf", "vor"], confidence="0.91")
    news.quotation(
        article,
        ["sich in chinesische Angelegenheiten einzumischen"],
        [wang],
        cue=["warf", "vor"],
        speaker="Wang",
        addressee=usa,
        about=[china],
    )
    fire = 'Auf Taiwan spiele Washington "mit dem Feuer"'
    around = news.quotation(article, [f"{fire}."], [wang], "IndirectFreeIndirect", about=[taiwan, usa])
    news.quotation(article, ['"mit dem Feuer"'], [wang], "Direct", nested_in=around)
    news.stance(article, wang, usa, "Accuse", fire, confidence="0.7")
    appeal = "Den Westen rief Wang auf, die Sorgen Russlands ernst zu nehmen"
    news.quotation(
        article, ["die Sorgen Russlands ernst zu nehmen"], [wang], cue=["rief", "auf"], addressee=west, about=[russia]
    )
    news.stance(article, wang, west, "Demand", appeal, ["rief", "auf"])
    news.stance(
        article,
        wang,
        russia,
        "Endorse",
        "Er äußerte Verständnis für die russische Haltung",
        ["Verständnis"],
        "Supporting",
    )
    demand = "Wladimir Putin verlangt von den USA und der Nato einen Verzicht auf neue Mitglieder"
    news.quotation(article, [f"{demand}."], [putin], "Reported", cue=["verlangt"], addressee=usa, about=[usa, nato])
    news.stance(article, putin, usa, "Demand", demand, ["verlangt"])
    news.stance(article, putin, nato, "Demand", demand, ["verlangt"])
    news.stance(article, nato, putin, "Reject", "Die Nato lehnte Putins Forderung ab", ["lehnte", "ab"])
    news.stance(article, usa, putin, "Reject", "Auch die USA wiesen Putins Forderung zurück", ["wiesen", "zurück"])
    news.stance(
        article,
        usa,
        china,
        "Protest",
        "Die USA wollen die Spiele in China boykottieren",
        ["boykottieren"],
        status="Planned",
    )
    return news


def harbour() -> NewsGraph:
    """Three articles of different days, one of them with a link, with two dated events and one undated."""
    news = NewsGraph()
    town, union, mayor = (
        news.actor("Hafenstadt", "country"),
        news.actor("Seeleute-Union", "organization", names=["SLU"]),
        news.actor("Ida Lund", names=["Lund"]),
    )
    first = news.article(
        "strike.txt",
        "Die Seeleute-Union verwirft das Angebot der Hafenstadt. Am 3. Mai begann der Streik.",
        "2021-05-04",
        "Streik im Hafen",
        "https://news.example/strike",
    )
    news.stance(first, union, town, "Reject", "Die Seeleute-Union verwirft das Angebot der Hafenstadt", ["verwirft"])
    news.quotation(
        first, ["das Angebot der Hafenstadt"], [union], "Reported", cue=["verwirft"], about=[town], confidence="0.5"
    )
    news.event(first, "Streik begann", "Streik", [union], date="2021-05-03")
    second = news.article(
        "talks.txt",
        "Ida Lund lobte die Seeleute-Union. Man habe sich am Mittwoch getroffen, sagte sie. Der Umzug war lang.",
        "2021-06",
        "Gespräche",
    )
    news.stance(second, mayor, union, "Endorse", "Ida Lund lobte die Seeleute-Union", ["lobte"], "Supporting")
    news.quotation(
        second,
        ["Man habe sich am Mittwoch getroffen"],
        [mayor],
        "Indirect",
        cue=["sagte"],
        about=[union],
        addressee=town,
    )
    news.event(
        second,
        "Treffen",
        "getroffen",
        [mayor, union],
        when=("am Mittwoch", "2021-05-26", "2021-06-30"),
        status="ReportedByOther",
    )
    news.event(second, "Umzug", "Umzug", [town])
    third = news.article("peace.txt", "Die Hafenstadt dankte Ida Lund.", "2022", "Ruhe")
    news.stance(
        third, town, mayor, "Endorse", "Die Hafenstadt dankte Ida Lund", ["dankte"], "Supporting", confidence="0.4"
    )
    return news


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"


def _digest(*parts: str) -> str:
    return hashlib.sha256("|".join(parts).encode()).hexdigest()
