"""Words as newspapers and the treebanks have them; the text is never changed."""

import pytest
from spacy.language import Language

CASES = {
    "quotation-marks-low-high": ("„Das ist gut“, sagte er.", "„ Das ist gut “ , sagte er ."),
    "quotation-marks-guillemets": ("»Ja«, ›so‹.", "» Ja « , › so ‹ ."),
    "quotation-marks-straight": ("Er rief \"nein\" und 'ja'.", "Er rief \" nein \" und ' ja ' ."),
    "quoted-part-of-compound": ("Der „Spiegel“-Bericht", "Der „ Spiegel “ -Bericht"),
    "year-at-the-end": ("Das war 2005. Danach kam er.", "Das war 2005 . Danach kam er ."),
    "ordinal-date": ("Am 4. Februar 2005 kam er.", "Am 4. Februar 2005 kam er ."),
    "ordinal-of-a-thing": ("Der 20. Bundestag tagte.", "Der 20. Bundestag tagte ."),
    "small-number-at-the-end": ("Er wurde 65. Danach ging er.", "Er wurde 65 . Danach ging er ."),
    "number-of-a-house": ("Er wohnt in Nr. 5. Das reicht.", "Er wohnt in Nr. 5 . Das reicht ."),
    "rank-at-the-end": ("Sie kam auf Platz 19. Trainer Meier klagte.", "Sie kam auf Platz 19 . Trainer Meier klagte ."),
    "time-at-the-end": ("Sie siegte mit 1:15:32.", "Sie siegte mit 1:15:32 ."),
    "compound-with-country": ("Der US-Außenminister sprach.", "Der US-Außenminister sprach ."),
    "compound-with-alliance": ("Die Nato-Osterweiterung kam.", "Die Nato-Osterweiterung kam ."),
    "age-as-noun": ("Der 68-Jährige schwieg.", "Der 68-Jährige schwieg ."),
    "contraction": ("So geht's nicht.", "So geht 's nicht ."),
    "genitive-apostrophe": ("Andrea's Laden", "Andrea's Laden"),
    "agency": ("Berlin (dpa) – Es regnet.", "Berlin ( dpa ) – Es regnet ."),
    "abbreviation-spaced": ("Das gilt z. B. hier.", "Das gilt z. B. hier ."),
    "title": ("Dr. Müller kam.", "Dr. Müller kam ."),
    "article-of-law": ("Art. 5 sagt es auf diese Art.", "Art. 5 sagt es auf diese Art ."),
    "king": ("Karl IV. nach Prag folgen", "Karl IV. nach Prag folgen"),
    "percent": ("Es sind 5% mehr.", "Es sind 5 % mehr ."),
    "amount": ("3,5 Mio. Euro und 10.000 Leute", "3,5 Mio. Euro und 10.000 Leute"),
    "hanging-hyphen": ("Ein- und Ausfuhr", "Ein- und Ausfuhr"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_tokenizer_splits_as_newspapers_do(nlp: Language, text: str, expected: str) -> None:
    doc = nlp.make_doc(text)
    assert " ".join(token.text for token in doc) == expected
    assert doc.text == text


MONSTERS = {
    "empty": "",
    "one-letter": "a",
    "only-spaces": "  \n\n \t ",
    "leading-paragraph": "\n\nText.",
    "double-spaces": "Er  kam   nicht .",
    "hard-space": "Er\u00a0kam\u00a0nicht.",
    "emoji": "Gut 🙂👍🏽 👨‍👩‍👧!",
    "zero-width": "Kanz\u200bler\u200din \ufeffMerkel",
    "arabic": "قال الرئيس إن السلام ممكن.",
    "chinese": "他说和平是可能的。",
    "control-characters": "Er\x00 kam\x1f.\x85 Sie",
    "no-space": "x" * 100_000,
    "no-space-mixed": "Ab1-„“." * 2_000,
    "only-stops": "." * 500,
    "only-quotes": "„“" * 300,
    "surrogate-free-rare": "𝔉𝔯𝔞𝔨𝔱𝔲𝔯 ﷽ ﬁn ½",
    "long-sentence": "der alte Mann und " * 600,
    "windows-line-ends": "Er kam.\r\n\r\nSie ging.\r\n",
}


@pytest.mark.parametrize("text", MONSTERS.values(), ids=MONSTERS)
def test_pipeline_survives_and_keeps_the_text(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(token.pos_ for token in doc)
    for sentence in doc.sents:
        assert sum(token.head.i == token.i for token in sentence) == 1
        assert all(token.head.sent == sentence for token in sentence)
