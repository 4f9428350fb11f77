"""Sentences and what is said in them, by whom."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.cast import Cast
from kg.extract.coreference import find_cast
from kg.extract.quotations import find_quotations
from kg.facts import Quotation, QuotationKind, Span

DIRECT, INDIRECT, REPORTED = QuotationKind.DIRECT, QuotationKind.INDIRECT, QuotationKind.REPORTED
CHAIN, HEARSAY = QuotationKind.INDIRECT_FREE_INDIRECT, QuotationKind.FREE_INDIRECT


def find(nlp: Language, text: str) -> tuple[Quotation, ...]:
    doc = nlp(text)
    return find_quotations(doc, find_cast(doc))


def pieces(spans: tuple[Span, ...], text: str) -> str:
    return " / ".join(s.text(text) for s in spans)


def shown(quotation: Quotation, text: str) -> tuple[QuotationKind, str | None, str, str]:
    speaker = quotation.speaker_span.text(text) if quotation.speaker_span else None
    return quotation.kind, speaker, pieces(quotation.cue, text), pieces(quotation.content, text)


CASES = [
    pytest.param(
        "Der Minister sagte, dass die Lage ernst sei.",
        (INDIRECT, "Der Minister", "sagte", "dass die Lage ernst sei"),
        id="dass-clause",
    ),
    pytest.param(
        "Die Polizei teilte am Montag mit, der Fahrer sei unverletzt.",
        (INDIRECT, "Die Polizei", "teilte / mit", "der Fahrer sei unverletzt"),
        id="verb-second-clause-and-particle",
    ),
    pytest.param(
        "Die Reporterin fragte, ob der Zug pünktlich sei.",
        (INDIRECT, "Die Reporterin", "fragte", "ob der Zug pünktlich sei"),
        id="ob-clause",
    ),
    pytest.param(
        "Die Gewerkschaft forderte, die Löhne sofort zu erhöhen.",
        (INDIRECT, "Die Gewerkschaft", "forderte", "die Löhne sofort zu erhöhen"),
        id="infinitive",
    ),
    pytest.param(
        "Der Verband wies darauf hin, dass Plätze fehlten.",
        (INDIRECT, "Der Verband", "wies darauf hin", "dass Plätze fehlten"),
        id="correlate-belongs-to-cue",
    ),
    pytest.param(
        "Die Brücke sei sicher, sagte der Gutachter.",
        (INDIRECT, "der Gutachter", "sagte", "Die Brücke sei sicher"),
        id="content-before-cue",
    ),
    pytest.param(
        "Die Brücke, sagte der Gutachter, sei sicher.",
        (INDIRECT, "der Gutachter", "sagte", "Die Brücke / sei sicher"),
        id="content-around-cue",
    ),
    pytest.param(
        "Wie die Polizei mitteilte, ist der Fahrer unverletzt.",
        (INDIRECT, "die Polizei", "Wie / mitteilte", "ist der Fahrer unverletzt"),
        id="wie-clause-in-front",
    ),
    pytest.param(
        "Der Fahrer ist unverletzt, wie die Polizei mitteilte.",
        (INDIRECT, "die Polizei", "wie / mitteilte", "Der Fahrer ist unverletzt"),
        id="wie-clause-behind",
    ),
    pytest.param(
        "Die Lage sei ernst, so der Minister.",
        (INDIRECT, "der Minister", "so", "Die Lage sei ernst"),
        id="so-comment",
    ),
    pytest.param(
        "Laut Polizei ist der Mann geflohen.",
        (INDIRECT, "Polizei", "Laut", "ist der Mann geflohen"),
        id="laut-without-verb",
    ),
    pytest.param(
        "Der Mann ist nach Angaben der Polizei geflohen.",
        (INDIRECT, "Angaben der Polizei", "nach", "Der Mann ist / geflohen"),
        id="nach-angaben-splits-content",
    ),
    pytest.param(
        "Medienberichten zufolge ist der Mann geflohen.",
        (INDIRECT, "Medienberichten", "zufolge", "ist der Mann geflohen"),
        id="zufolge-behind-its-noun",
    ),
    pytest.param(
        "Es gab Berichte, wonach der Direktor zurücktritt.",
        (INDIRECT, "Berichte", "wonach", "der Direktor zurücktritt"),
        id="wonach",
    ),
    pytest.param(
        "Gestern wurde mitgeteilt, dass die Schule schließt.",
        (INDIRECT, None, "wurde mitgeteilt", "dass die Schule schließt"),
        id="passive-has-no-speaker",
    ),
    pytest.param(
        "Der Sprecher sagte: „Wir gehen nach Hause.“",
        (DIRECT, "Der Sprecher", "sagte", "„Wir gehen nach Hause.“"),
        id="direct-behind-colon",
    ),
    pytest.param(
        "»Wir gehen nach Hause«, sagte der Sprecher.",
        (DIRECT, "der Sprecher", "sagte", "»Wir gehen nach Hause«"),
        id="direct-before-cue",
    ),
    pytest.param(
        '"Wir gehen jetzt nach Hause", so der Sprecher.',
        (DIRECT, "der Sprecher", "so", '"Wir gehen jetzt nach Hause"'),
        id="direct-before-so",
    ),
    pytest.param(
        "„Wir gehen“, sagte der Sprecher, „und zwar alle zusammen.“",
        (DIRECT, "der Sprecher", "sagte", "„Wir gehen“ / „und zwar alle zusammen.“"),
        id="direct-around-cue",
    ),
    pytest.param(
        "Die Senatorin bezeichnete den Vorschlag als „völlig absurd“.",
        (DIRECT, "Die Senatorin", "bezeichnete / als", "„völlig absurd“"),
        id="judgement-in-quotation-marks",
    ),
    pytest.param(
        "Die Opposition kritisierte die Entscheidung scharf.",
        (REPORTED, "Die Opposition", "", "Die Opposition kritisierte die Entscheidung scharf."),
        id="reported-object",
    ),
    pytest.param(
        "Der Minister sprach von einem großen Erfolg.",
        (REPORTED, "Der Minister", "", "Der Minister sprach von einem großen Erfolg."),
        id="reported-preposition",
    ),
    pytest.param(
        "Die Forscher haben vor einer Flut gewarnt.",
        (REPORTED, "Die Forscher", "", "Die Forscher haben vor einer Flut gewarnt."),
        id="reported-perfect-with-its-matter",
    ),
    pytest.param(
        "Beobachter sprechen von einem Sieg der Opposition.",
        (REPORTED, "Beobachter", "", "Beobachter sprechen von einem Sieg der Opposition."),
        id="reported-by-people-who-are-no-actors",
    ),
    pytest.param(
        "Gestern wurde bekannt, dass die Brücke gesperrt wird.",
        (INDIRECT, None, "wurde bekannt", "dass die Brücke gesperrt wird"),
        id="what-became-known",
    ),
    pytest.param(
        "Auf den Vorwurf der Partei, das Werk sei zu alt, ging niemand ein.",
        (INDIRECT, "der Partei", "den Vorwurf", "das Werk sei zu alt"),
        id="clause-behind-a-noun-and-its-genitive",
    ),
    pytest.param(
        "Der General gab den Befehl an alle Truppen, die Stadt zu verlassen.",
        (INDIRECT, "Der General", "gab den Befehl", "die Stadt zu verlassen"),
        id="infinitive-behind-a-noun-with-its-giver",
    ),
    pytest.param(
        "Der Vorsitzende kündigte an, morgen zurückzutreten.",
        (INDIRECT, "Der Vorsitzende", "kündigte an", "morgen zurückzutreten"),
        id="infinitive-with-zu-inside",
    ),
    pytest.param(
        "Der Minister ist dem Vernehmen nach krank.",
        (INDIRECT, "dem Vernehmen", "nach", "Der Minister ist / krank"),
        id="nach-behind-its-noun",
    ),
    pytest.param(
        "Die Fähre fährt nicht, wie Anwohner berichten.",
        (INDIRECT, "Anwohner", "wie / berichten", "Die Fähre fährt nicht"),
        id="wie-clause-with-a-bare-subject",
    ),
    pytest.param(
        "Trotz der Forderung der Händler, die Straße zu öffnen, blieb sie gesperrt.",
        (INDIRECT, "der Händler", "der Forderung", "die Straße zu öffnen"),
        id="infinitive-of-a-noun",
    ),
    pytest.param(
        "Die Zeitung zitierte den Präsidenten mit den Worten „Wir geben niemals auf.“",
        (DIRECT, "den Präsidenten", "zitierte", "„Wir geben niemals auf.“"),
        id="behind-a-noun-of-speech",
    ),
    pytest.param(
        "Dazu sagte der Sprecher: „Wir gehen nach Hause.“",
        (DIRECT, "der Sprecher", "sagte", "„Wir gehen nach Hause.“"),
        id="dazu-stands-for-nothing",
    ),
    pytest.param(
        "Im Brief der Firma heißt es, das Werk werde schließen.",
        (INDIRECT, "Brief der Firma", "heißt es", "das Werk werde schließen"),
        id="heisst-es",
    ),
    pytest.param(
        "Nach Angaben des Piloten, der verletzt wurde, brannte der Motor.",
        (INDIRECT, "Angaben des Piloten", "Nach", "brannte der Motor"),
        id="relative-clause-behind-the-source",
    ),
    pytest.param(
        "Das Dach brannte gestern, der Keller war laut Polizei leer.",
        (INDIRECT, "Polizei", "laut", "der Keller war / leer"),
        id="only-the-clause-with-the-source",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_find_quotations_finds(nlp: Language, text: str, expected: tuple[QuotationKind, str | None, str, str]) -> None:
    assert [shown(q, text) for q in find(nlp, text)] == [expected]


NOTHING = [
    pytest.param("Nach dem Spiel gingen die Leute nach Hause.", id="nach-is-time"),
    pytest.param("Die laute Musik störte die Nachbarn.", id="laut-is-an-adjective"),
    pytest.param("Das Haus ist so groß wie ein Schloss.", id="so-is-an-adverb"),
    pytest.param("Er las die Zeitung „Der Bote“ in der Bahn.", id="title-in-quotation-marks"),
    pytest.param("Der „Spaß“ kostete ihn viel Geld.", id="irony"),
    pytest.param("Die Kinder spielten im Garten.", id="no-speech"),
    pytest.param("Die Ministerin will das Gesetz ändern.", id="an-intention"),
    pytest.param("Das Spiel ging in die Pause, nach der die Gäste stärker wurden.", id="nach-der-is-time"),
    pytest.param("Das Gericht wies die Klage zurück.", id="an-act-of-a-court"),
    pytest.param("Der Gewinn sprach für den Plan.", id="things-do-not-speak"),
    pytest.param("Er ging, um Brot zu kaufen.", id="infinitive-of-purpose"),
    pytest.param("Die Stadt wird den Plan kritisieren.", id="what-somebody-will-say"),
    pytest.param("Der Bund hatte den Vertrag schon vor Jahren kritisiert.", id="looks-back-on-an-act"),
    pytest.param("Der Rat lehnte den Antrag ab.", id="an-act-rather-than-words"),
    pytest.param("Der Verband begrüßte den Vorschlag.", id="praise-without-words"),
    pytest.param("Der Minister bestritt die Tat.", id="denial-without-words"),
    pytest.param("Die Opposition kritisierte die Erklärung.", id="answers-the-words-of-others"),
    pytest.param("Der Sprecher wollte nicht bestätigen, dass der Vertrag gilt.", id="nothing-was-said"),
    pytest.param("Niemand sagte, dass der Vertrag gilt.", id="nobody-said-it"),
    pytest.param("Man kann sagen, dass das Fest gelungen ist.", id="what-one-may-say"),
    pytest.param(
        "Der Preis wird auf zehn Euro geschätzt, die meisten Leute zahlen gern.", id="the-verb-has-its-object"
    ),
    pytest.param("Welcher Zug fährt, wird morgen entschieden.", id="an-open-question"),
    pytest.param("", id="empty"),
    pytest.param("„", id="a-lone-mark"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_find_quotations_finds_nothing(nlp: Language, text: str) -> None:
    assert find(nlp, text) == ()


def test_pointer_takes_the_sentence_before_across_an_apposition(nlp: Language) -> None:
    text = "Der Fahrer lebt. Das teilte die Sprecherin der Polizei, Anna Kunz, mit."
    (quotation,) = find(nlp, text)
    assert pieces(quotation.content, text) == "Der Fahrer lebt. Das"
    assert pieces((quotation.speaker_span,), text) == "die Sprecherin der Polizei, Anna Kunz"


def test_utterance_alone_has_the_speaker_before(nlp: Language) -> None:
    text = (
        "Der Trainer Hans Huber kritisierte den Verein. „Wir haben viel zu wenig gearbeitet. Das muss anders werden.“"
    )
    direct = [q for q in find(nlp, text) if q.kind is DIRECT]
    assert [(pieces((q.speaker_span,), text), q.content[0].text(text)[:10]) for q in direct] == [
        ("Der Trainer Hans Huber", "„Wir haben")
    ]


def test_further_quoted_phrases_of_a_judgement(nlp: Language) -> None:
    text = "Die Senatorin nannte Huber einen „guten Mann“ und einen „echten Freund“."
    direct = [pieces(q.content, text) for q in find(nlp, text) if q.kind is DIRECT]
    assert direct == ["„guten Mann“", "„echten Freund“"]


def test_quoted_phrase_in_reported_speech_is_direct(nlp: Language) -> None:
    text = "Die Gewerkschaft verlangte eine Untersuchung der „unwürdigen Zustände“."
    outer, inner = find(nlp, text)
    assert (outer.kind, inner.kind, inner.nested_in) == (REPORTED, DIRECT, 0)


def test_chain_continues_the_speaker_as_one_quotation(nlp: Language) -> None:
    text = "Die Ministerin sagte, die Lage sei ernst. Man müsse handeln. Es gebe keine Zeit. Dann ging sie."
    chain = [q for q in find(nlp, text) if q.kind is CHAIN]
    assert [pieces(q.content, text) for q in chain] == ["Man müsse handeln. Es gebe keine Zeit."]
    assert chain[0].speaker_span == Span(0, len("Die Ministerin"))
    assert (chain[0].cue, chain[0].frame) == ((), ())


def test_hearsay_is_free_indirect(nlp: Language) -> None:
    text = "Die Polizei nahm einen Mann fest. Er soll drei Autos gestohlen haben."
    assert [(q.kind, pieces(q.content, text)) for q in find(nlp, text)] == [
        (HEARSAY, "Er soll drei Autos gestohlen haben.")
    ]


def test_half_quoted_phrase_is_nested_with_speaker_cue_and_frame(nlp: Language) -> None:
    text = "Der Minister sagte, die Reform sei ein „vernünftiger Weg“ für alle."
    outer, inner = find(nlp, text)
    assert (outer.kind, inner.kind) == (INDIRECT, DIRECT)
    assert inner.nested_in == 0
    assert pieces(inner.content, text) == "„vernünftiger Weg“"
    assert (inner.speaker_span, inner.cue, inner.frame) == (outer.speaker_span, outer.cue, outer.frame)


def test_frame_is_the_reporting_clause_with_its_comma(nlp: Language) -> None:
    text = "Am Montag sagte der Minister, die Lage sei ernst."
    (quotation,) = find(nlp, text)
    assert pieces(quotation.frame, text) == "Am Montag sagte der Minister,"
    text = "Die Lage sei ernst, sagte der Minister."
    (quotation,) = find(nlp, text)
    assert pieces(quotation.frame, text) == ", sagte der Minister"


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        pytest.param("Der Chef sagte der Zeitung, er gehe.", "der Zeitung", id="dative"),
        pytest.param("Der Chef erklärte gegenüber dem Sender, er gehe.", "dem Sender", id="gegenueber"),
        pytest.param("Die Polizei forderte die Bürger auf, zu Hause zu bleiben.", "die Bürger", id="accusative"),
        pytest.param("Der Chef sagte am Montag, er gehe.", None, id="none"),
    ],
)
def test_addressee_span(nlp: Language, text: str, addressee: str | None) -> None:
    (quotation,) = find(nlp, text)
    span = quotation.addressee_span
    assert (span.text(text) if span else None) == addressee


def test_speaker_is_the_actor_inside_the_source(nlp: Language) -> None:
    text = "Angela Merkel reiste ab. Nach Angaben der SPD war Merkel müde."
    doc = nlp(text)
    cast = find_cast(doc)
    (quotation,) = find_quotations(doc, cast)
    assert [cast.actor(key).label for key in quotation.speakers] == ["SPD"]
    assert [cast.actor(key).label for key in quotation.about] == ["Angela Merkel"]


def test_unclosed_mark_leaves_the_rest_alone(nlp: Language) -> None:
    text = 'Der Minister sagte, man habe "klar gemacht, dass es Regeln gibt. Die Lage sei ernst, sagte die Kanzlerin.'
    speakers = [q.speaker_span.text(text) for q in find(nlp, text) if q.speaker_span and q.kind is INDIRECT]
    assert speakers == ["Der Minister", "die Kanzlerin"]


def test_spans_begin_and_end_at_words_and_lie_in_the_text(nlp: Language) -> None:
    text = "\n".join(p.values[0] for p in CASES)
    for quotation in find(nlp, text):
        for span in (*quotation.content, *quotation.cue, *quotation.frame):
            assert 0 <= span.start < span.end <= len(text)
            assert span.text(text) == span.text(text).strip()


def test_nested_in_points_to_the_quotation_around(nlp: Language) -> None:
    text = "Der Minister sagte, die „neue Regel“ sei gut. Sie sei ein „echter Fortschritt“."
    found = find(nlp, text)
    for quotation in found:
        if quotation.nested_in is not None:
            outer = found[quotation.nested_in]
            assert any(o.covers(s) for o in outer.content for s in quotation.content)
    assert sum(q.nested_in is not None for q in found) == 2


def test_empty_doc_gives_nothing(nlp: Language) -> None:
    assert find_quotations(Doc(nlp.vocab), Cast((), ())) == ()
