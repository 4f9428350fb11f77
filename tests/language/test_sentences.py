"""Where sentences end, above all around quotation marks, abbreviations and numbers."""

import pytest
from spacy.language import Language

CASES: dict[str, list[str]] = {
    "plain": ["Er kam.", "Sie ging."],
    "question-and-call": ["Wer kam?", "Niemand!", "Schade."],
    "abbreviation-with-spaces": ["Das gilt z. B. Montag, d. h. morgen."],
    "titles": ["Dr. Müller traf Prof. Meier."],
    "initials": ["J. K. Rowling schrieb es."],
    "date": ["Am 4. Februar kam er.", "Am 5. Mai auch."],
    "year": ["Er kam im Jahr 2005.", "Merkel blieb."],
    "million": ["Es kostet 3 Mio. Euro."],
    "and-so-on": ["Es gab Brot, Wein usw.", "Danach schlief er."],
    "quotation-of-several-sentences": ["Er sagte: „Ich komme.", "Wir gehen.", "Das ist gut.“", "Dann ging er."],
    "quotation-then-comma": ["„Kommst du?“, fragte sie."],
    "quotation-then-cue": ["„Ja!“ rief er.", "Sie schwieg."],
    "straight-quotation-then-and": ['Er sagte: "Das ist alles." und ging.'],
    "quotation-in-brackets": ["Das sagte er („Ich gehe.“).", "Danach kam sie."],
    "quotations-in-a-row": ["„Wir sind bereit.“", "„Ich auch.“"],
    "guillemets": ["»Gut.«", "Er ging."],
    "dialogue-dash": ["Er ging.", "– Sie blieb."],
    "several-marks": ["Was nun?!", "So geht es nicht …", "Niemand weiß es."],
    "suspension-inside": ["Und dann … ging es weiter."],
    "colon": ["Er sagte: Das ist gut."],
    "party": ["Er war bei der SPD.", "Die CDU verlor."],
}


@pytest.mark.parametrize("sentences", CASES.values(), ids=CASES)
def test_sentences_end_where_readers_see_it(nlp: Language, sentences: list[str]) -> None:
    doc = nlp(" ".join(sentences))
    assert [sentence.text for sentence in doc.sents] == sentences


LINES = {
    "headline": ("Neue Sanktionen gegen Russland\nBerlin (dpa) – Die EU hat es beschlossen.", 2),
    "paragraph": ("Der Rat sagte nichts\n\nDie EU auch nicht.", 2),
    "wrapped-after-comma": ("Der Rat sagte,\nDie EU schweige.", 1),
    "wrapped-before-lower-case": ("Der Rat\nsagte nichts.", 1),
    "wrapped-long-line": ("Der Rat der Europäischen Union sagte am Montag in Brüssel zu den\nSanktionen nichts.", 1),
}


@pytest.mark.parametrize(("text", "number"), LINES.values(), ids=LINES)
def test_lines_end_sentences_unless_they_run_on(nlp: Language, text: str, number: int) -> None:
    assert len(list(nlp(text).sents)) == number
