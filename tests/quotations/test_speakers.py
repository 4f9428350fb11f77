"""Who speaks, above all where the words run on without a cue."""

import pytest
from spacy.language import Language

from kg.extract.coreference import find_cast
from kg.extract.quotations import find_quotations
from kg.facts import Quotation, QuotationKind

CHAIN, HEARSAY = QuotationKind.INDIRECT_FREE_INDIRECT, QuotationKind.FREE_INDIRECT


def find(nlp: Language, text: str) -> tuple[Quotation, ...]:
    doc = nlp(text)
    return find_quotations(doc, find_cast(doc))


def speaker(quotation: Quotation, text: str) -> str | None:
    return quotation.speaker_span.text(text) if quotation.speaker_span else None


SPEAKERS = [
    pytest.param("Auch die Ministerin sagte, dass die Lage ernst sei.", ["die Ministerin"], id="without-auch"),
    pytest.param(
        "In der Mitteilung der Stadt heißt es, das Bad sei geschlossen.",
        ["der Mitteilung der Stadt"],
        id="document-without-its-preposition",
    ),
    pytest.param(
        "In einer Mitteilung der Stadt wird gefordert, dass der Bund zahlt.",
        ["einer Mitteilung der Stadt"],
        id="document-in-the-passive",
    ),
    pytest.param(
        "Der Zug war nach Angaben irischer Behörden am Montag leer.",
        ["Angaben irischer Behörden"],
        id="genitive-behind-angaben",
    ),
    pytest.param(
        "Die Bauern haben gegen das Gesetz protestiert, weil sie fürchten, dass die Preise sinken.",
        ["sie"],
        id="the-nearest-cue",
    ),
    pytest.param(
        "Die Polizei legte ihren Bericht vor. Demnach sei der Fahrer betrunken gewesen.",
        ["Demnach"],
        id="demnach-stands-for-its-source",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speaker_span_is(nlp: Language, text: str, expected: list[str]) -> None:
    assert [speaker(q, text) for q in find(nlp, text)] == expected


def test_demnach_means_the_actor_named_before(nlp: Language) -> None:
    text = "Die Polizei sagte, der Wagen sei gestohlen. Demnach sei der Fahrer betrunken gewesen."
    first, second = find(nlp, text)
    assert first.speakers and second.speakers == first.speakers


CHAINS = [
    pytest.param(
        "Der Senat forderte mehr Geld. Die Opposition stellte ein Gutachten vor. Das Geld sei falsch verteilt.",
        [("Die Opposition", "Das Geld sei falsch verteilt.")],
        id="whom-the-sentence-before-is-about",
    ),
    pytest.param(
        "Die Ministerin sagte, die Lage sei ernst. Zwölf Häuser brannten ab. Es gebe keine Zeit.",
        [("Die Ministerin", "Es gebe keine Zeit.")],
        id="not-what-the-sentence-before-tells-of",
    ),
    pytest.param(
        "Die Ministerin sagte, es sei spät. Der Regen fiel. Der Wald brannte. Der Wind blies. Die Straße sei gesperrt.",
        [(None, "Die Straße sei gesperrt.")],
        id="too-far-from-any-speaker",
    ),
    pytest.param(
        "Die Ministerin sagte, die Lage sei ernst. Der Plan solle bald kommen.",
        [("Die Ministerin", "Der Plan solle bald kommen.")],
        id="solle",
    ),
    pytest.param(
        "Die Ministerin sagte, die Lage sei ernst. Klar sei, dass der Rat behaupte, er habe Geld. Es gebe keins.",
        [("Die Ministerin", "Klar sei, dass der Rat behaupte, er habe Geld. Es gebe keins.")],
        id="around-a-verb-of-saying",
    ),
    pytest.param("Die Ministerin sprach von einem Verlust. Das könnte sie das Amt kosten.", [], id="authors-own-guess"),
    pytest.param(
        "Die Ministerin sagte, die Lage sei ernst. In der Stadt „Altheim“ wollte sie bleiben.", [], id="indicative"
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_chain_is_the_words_of(nlp: Language, text: str, expected: list[tuple[str | None, str]]) -> None:
    chains = [q for q in find(nlp, text) if q.kind is CHAIN]
    assert [(speaker(q, text), " / ".join(s.text(text) for s in q.content)) for q in chains] == expected


HEARD = [
    pytest.param(
        "Die Polizei sagte, der Wagen sei gestohlen. Er soll nach Polen gebracht werden.",
        ["Die Polizei"],
        id="plan-right-behind-speech",
    ),
    pytest.param("Der Wagen fuhr gegen einen Baum. Er soll repariert werden.", [], id="plan-of-nobody"),
    pytest.param("Der Wagen fuhr gegen einen Baum. Er soll gestohlen worden sein.", [None], id="hearsay-of-nobody"),
]


@pytest.mark.parametrize(("text", "expected"), HEARD)
def test_hearsay_has_the_speaker_right_before(nlp: Language, text: str, expected: list[str | None]) -> None:
    assert [speaker(q, text) for q in find(nlp, text) if q.kind is HEARSAY] == expected


def test_direct_speech_behind_a_konjunktiv_has_the_speaker_before(nlp: Language) -> None:
    text = "Die Ministerin sagte, die Lage sei ernst. Der Damm sei alt: „Wir haben ihn nie wieder gebaut.“"
    direct = [q for q in find(nlp, text) if q.kind is QuotationKind.DIRECT]
    chain = [q for q in find(nlp, text) if q.kind is CHAIN]
    assert [speaker(q, text) for q in direct] == ["Die Ministerin"]
    assert [q.content[0].text(text) for q in chain] == ["Der Damm sei alt:"]
