"""What the shipped model says of sentences of our own, and that it says the same wherever they stand."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg.language

ARTICLE = (
    "Berlin (dpa) – Bundeskanzlerin Angela Merkel hat die Pläne der Regierung in Warschau kritisiert.\n\n"
    "„Das ist nicht hinnehmbar“, sagte sie am Montag vor dem Bundestag. Polen habe die Verträge verletzt."
)
OTHERS = [
    "Der Trainer war nach dem 2:1 zufrieden.",
    "",
    "Ein sehr langer Satz, der von vielen Dingen handelt, und zwar von Häfen, Zöllen, Schiffen und vom Wetter. " * 5,
]


def annotation(doc: Doc) -> list[tuple[object, ...]]:
    """Everything the pipeline says of a document."""
    names = ("text", "pos_", "lemma_", "dep_", "ent_iob_", "ent_type_", "is_sent_start")
    return [(token.head.i, str(token.morph), *(getattr(token, name) for name in names)) for token in doc]


def test_annotation_does_not_depend_on_neighbours(nlp: Language) -> None:
    alone = annotation(nlp(ARTICLE))
    among = [annotation(doc) for doc in nlp.pipe([OTHERS[0], ARTICLE, *OTHERS[1:], ARTICLE], batch_size=3)]
    assert among[1] == alone
    assert among[4] == alone


def test_annotation_does_not_depend_on_threads(nlp: Language) -> None:
    texts = [ARTICLE, *OTHERS, ARTICLE]
    several, one = kg.language.load(threads=2).pipe(texts), kg.language.load(threads=1).pipe(texts)
    assert [annotation(doc) for doc in several] == [annotation(doc) for doc in one]


def test_full_lemma_has_the_separated_prefix(nlp: Language) -> None:
    doc = nlp("Die Behörde teilte den Betrag am Montag mit.")
    assert [token._.full_lemma for token in doc if token.lemma_ != token._.full_lemma] == ["mitteilen"]


def test_pipeline_keeps_given_tokens(nlp: Language) -> None:
    words, spaces = ["Er", "wohnt", "hier", "seit", "2005.", "Das", "geht's"], [True] * 6 + [False]
    docs = list(nlp.pipe([Doc(nlp.vocab, words, spaces), "Sie kam."]))
    assert [token.text for token in docs[0]] == words
    assert docs[0].has_annotation("DEP")
    assert docs[1].text == "Sie kam."


def test_pipeline_loads_from_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.meta["lang"] + "_" + again.meta["name"] == "de_kg_news"
    assert annotation(again(ARTICLE)) == annotation(nlp(ARTICLE))


LEMMAS = {
    "sprach": ("Er sprach lange mit ihr.", "sprach", "sprechen"),
    "warf": ("Sie warf ihm Verrat vor.", "warf", "werfen"),
    "bat": ("Der Minister bat um Geduld.", "bat", "bitten"),
    "rief": ("„Nein!“, rief er.", "rief", "rufen"),
    "schlug": ("Sie schlug einen Kompromiss vor.", "schlug", "schlagen"),
    "wies": ("Er wies die Vorwürfe zurück.", "wies", "weisen"),
    "gab": ("Die Firma gab den Verkauf bekannt.", "gab", "geben"),
    "sagte": ("Das sagte sie am Montag.", "sagte", "sagen"),
    "angekündigt": ("Die EU hat Zölle angekündigt.", "angekündigt", "ankündigen"),
    "noun-plural": ("Die Regierungen schwiegen.", "Regierungen", "Regierung"),
    "article": ("Sie sah die Kinder.", "die", "der"),
}


@pytest.mark.parametrize(("text", "word", "lemma"), LEMMAS.values(), ids=LEMMAS)
def test_lemma(nlp: Language, text: str, word: str, lemma: str) -> None:
    assert next(token for token in nlp(text) if token.text == word).lemma_ == lemma


def test_entities_have_kinds(nlp: Language) -> None:
    found = {entity.text: entity.label_ for entity in nlp(ARTICLE).ents}
    assert found["Angela Merkel"] == "PER"
    assert found["Warschau"] == "LOC"
    assert found["Polen"] == "LOC"
