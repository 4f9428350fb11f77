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
    pytest.param(
        "Die Halle war voll. Dies bestätigte der Verband.",
        ["der Verband"],
        id="behind-the-pointer",
    ),
    pytest.param(
        "Das Spiel war für Nordstadt bitter: „So zu verlieren ist wirklich hart“, sagte Karl Maier.",
        ["Karl Maier"],
        id="clause-behind-speech-before-a-frame-that-says-nothing",
    ),
    pytest.param(
        "Die Ministerin Anna Berg sagte: „Das Wasser steigt weiter an“, sagte sie.",
        ["Die Ministerin Anna Berg"],
        id="frame-that-says-who-speaks",
    ),
    pytest.param("Holm seinerseits sagte, dass das Wasser steige.", ["Holm"], id="without-seinerseits"),
    pytest.param(
        "Anna Berg vom Senat sagte, dass das Wasser steige.",
        ["Anna Berg vom Senat"],
        id="body-of-a-person",
    ),
    pytest.param("Gestern verlangte Anna Berg vom Senat, dass er zahle.", ["Anna Berg"], id="body-that-is-spoken-to"),
    pytest.param(
        "Das Team um Anna Berg kam zu dem Schluss, dass das Wasser steige.",
        ["Das Team um Anna Berg"],
        id="head-of-a-team",
    ),
    pytest.param(
        "Nach Angaben informierter Kreise betrug die Summe drei Millionen Euro.",
        ["Angaben informierter Kreise"],
        id="genitive-without-article",
    ),
    pytest.param(
        "Die Züge dienten nach israelischen Angaben dem Transport von Waffen.",
        ["israelischen Angaben"],
        id="dative-behind-angaben",
    ),
    pytest.param(
        "Laut Sprecher  Karl Maier ist die Straße frei.",
        ["Sprecher  Karl Maier"],
        id="two-blanks-before-the-name",
    ),
    pytest.param(
        "Karl Maier, der den Unfall sah, nannte die Fahrt „völlig verrückt“.",
        ["Karl Maier"],
        id="judgement-behind-a-relative-clause",
    ),
    pytest.param(
        "Ein Plan kam von Frankreich, das vorschlug, eine Zone einzurichten.", ["das"], id="relative-pronoun-das"
    ),
    pytest.param(
        "Da die Kosten steigen, rechnet Dr. Kunz mit einem Verlust.", ["Dr. Kunz"], id="title-and-name-behind-the-verb"
    ),
    pytest.param("Deshalb warnt Prof. Anna Kunz vor neuen Gefahren.", ["Prof. Anna Kunz"], id="title-before-the-name"),
    pytest.param(
        "Von den Abgeordneten wurde Aufklärung darüber verlangt, ob sie Geld bekommen hätten.",
        [None],
        id="asked-of-somebody",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speaker_span_is(nlp: Language, text: str, expected: list[str]) -> None:
    assert [speaker(q, text) for q in find(nlp, text)] == expected


def test_own_words_are_of_the_subject(nlp: Language) -> None:
    text = "Nach eigenen Angaben ist Karl Maier unschuldig."
    (found,) = find(nlp, text)
    assert (speaker(found, text), found.speakers) == ("eigenen Angaben", ("karl-maier",))


FRAMES = [
    pytest.param(
        "Der Bund forderte, dass das Land zahle, lehnte aber neue Steuern ab.",
        ["Der Bund forderte,"],
        id="without-what-the-author-adds",
    ),
    pytest.param(
        "Zwölf Menschen starben: Ihm wird vorgeworfen, dass er zu schnell fuhr.",
        ["Ihm wird vorgeworfen,"],
        id="behind-a-colon",
    ),
    pytest.param(
        "Nach Meinung von Anna Berg, der Chefin der Werft, ist das Schiff alt.",
        ["Nach Meinung von Anna Berg, der Chefin der Werft,"],
        id="with-the-comma-behind-an-apposition",
    ),
]


@pytest.mark.parametrize(("text", "expected"), FRAMES)
def test_frame_is(nlp: Language, text: str, expected: list[str]) -> None:
    (found,) = find(nlp, text)
    assert [s.text(text) for s in found.frame] == expected


ADDRESSEES = [
    pytest.param("Er sagte in einem Interview mit der Abendpost, er trete zurück.", "der Abendpost", id="interview"),
    pytest.param("„Wir haben verloren“, sagte Karl Maier zur Abendpost.", "Abendpost", id="zur"),
    pytest.param("Karl Maier sagte zum Streik, er dauere zu lange.", None, id="topic"),
    pytest.param(
        "Eine Sprecherin versicherte gegenüber der Abendpost, die Halle sei sicher.", "der Abendpost", id="any-verb"
    ),
    pytest.param("Im Gespräch mit Anna Berg sagte sie, sie trete zurück.", None, id="speaker-herself"),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSEES)
def test_addressee_span_is(nlp: Language, text: str, expected: str | None) -> None:
    (found,) = find(nlp, text)
    assert (found.addressee_span.text(text) if found.addressee_span else None) == expected


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
        "Die Ministerin Anna Berg sagte, die Lage sei ernst. Die Ministerin reiste ab. Es gebe keine Zeit.",
        [("Die Ministerin", "Es gebe keine Zeit.")],
        id="the-nearest-name-of-the-same-actor",
    ),
    pytest.param(
        "Die Polizei sagte, der Wagen sei gestohlen. Demnach war der Fahrer betrunken. Er habe geschlafen.",
        [("Die Polizei", "Er habe geschlafen.")],
        id="behind-demnach",
    ),
    pytest.param(
        "Die Ministerin sagte, die Lage sei ernst. Karl Maier wurde gestern verhaftet. Der Streit sei nicht neu.",
        [("Die Ministerin", "Der Streit sei nicht neu.")],
        id="not-who-is-arrested",
    ),
    pytest.param(
        "Nach eigenen Angaben ist Karl Maier unschuldig. Er habe die Tat nicht begangen.",
        [("Karl Maier", "Er habe die Tat nicht begangen.")],
        id="whose-own-words-they-were",
    ),
    pytest.param(
        "Die Polizei sagte, der Bus sei verunglückt. Zwölf Reisende wurden verletzt, alle seien Touristen.",
        [("Die Polizei", "alle seien Touristen.")],
        id="second-main-clause",
    ),
    pytest.param(
        "Die Polizei sagte, der Bus sei verunglückt. Zwölf Reisende wurden verletzt, die in Altheim gewohnt hatten.",
        [],
        id="relative-clause",
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


def test_speech_without_a_clause_is_of_whom_the_sentence_before_is_about(nlp: Language) -> None:
    text = "„Das Wasser steigt an“, sagte Anna Berg. Karl Maier widersprach ihr. „Davon kann keine Rede sein.“"
    direct = [q for q in find(nlp, text) if q.kind is QuotationKind.DIRECT]
    assert [speaker(q, text) for q in direct] == ["Anna Berg", "Karl Maier"]
