"""Every entry of the lexicon of reporting is reached by its own example sentence."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.coreference import find_cast
from kg.extract.quotations import find_quotations
from kg.extract.quotes.cues import find_verb_cues
from kg.lexicon.quotation_marks import quotation_marks
from kg.lexicon.reporting import markers, noun_of, reporting_markers, reporting_nouns, reporting_verbs
from kg.lexicon.strong_verbs import strong_verbs
from kg.lexicon.verb_forms import possible_lemmas


@pytest.fixture(scope="module")
def parsed(nlp: Language) -> dict[str, Doc]:
    """All examples, parsed once."""
    examples = sorted({e.example for e in reporting_verbs()} | {e.example for e in reporting_nouns()})
    return dict(zip(examples, nlp.pipe(examples), strict=True))


@pytest.mark.parametrize("entry", reporting_verbs(), ids=lambda e: e.lemma)
def test_reporting_verb_is_the_cue_of_its_example(entry, parsed: dict[str, Doc]) -> None:
    assert entry.lemma in [cue.entry.lemma for cue in find_verb_cues(parsed[entry.example])]


def test_reporting_verbs_yield_quotations_from_their_examples(parsed: dict[str, Doc]) -> None:
    """A weak verb or one of acts may stay silent on its example; of the others nearly all must speak."""
    strong = [e for e in reporting_verbs() if not (e.weak or e.act_alone)]
    silent = [e.lemma for e in strong if e.lemma not in _cue_lemmas(parsed[e.example])]
    assert len(strong) > 350
    assert len(silent) <= len(strong) * 0.08, silent


def _cue_lemmas(doc: Doc) -> list[str | None]:
    return [q.cue_lemma for q in find_quotations(doc, find_cast(doc))]


def test_reporting_verbs_are_listed_once() -> None:
    lemmas = [e.lemma for e in reporting_verbs()]
    assert len(lemmas) == len(set(lemmas)) >= 400


@pytest.mark.parametrize("entry", reporting_nouns(), ids=lambda e: e.lemma)
def test_reporting_noun_is_found_in_its_example(entry, parsed: dict[str, Doc]) -> None:
    assert entry in [noun_of(word) for token in parsed[entry.example] for word in (token.text, token.lemma_)]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("Medienberichten", "Bericht"), ("Polizeiangaben", "Angabe"), ("Worten", "Wort"), ("Antwort", "Antwort")],
)
def test_noun_of_knows_compounds_and_plurals(word: str, lemma: str) -> None:
    found = noun_of(word)
    assert found is not None and found.lemma == lemma


@pytest.mark.parametrize("word", ["Spiel", "Tag", "Regierung", "Straße"])
def test_noun_of_leaves_other_nouns_alone(word: str) -> None:
    assert noun_of(word) is None


@pytest.mark.parametrize("entry", reporting_markers(), ids=lambda e: f"{e.kind}-{e.words}")
def test_marker_stands_in_its_example(entry) -> None:
    assert entry.words in markers(entry.kind)
    words = entry.example.lower().replace(",", " ").replace(".", " ").split()
    forms = {"sollen": "soll", "können": "könnte", "müssen": "müsste", "mögen": "möchte", "wollen": "wollten"}
    assert all({w, forms.get(w, w)} & set(words) for w in entry.words.split())


@pytest.mark.parametrize("mark", sorted(quotation_marks()))
def test_quotation_mark_stands_in_its_example(mark: str) -> None:
    assert mark in quotation_marks()[mark].example


@pytest.mark.parametrize("verb", strong_verbs(), ids=lambda v: v.lemma)
def test_strong_forms_lead_back_to_their_verb(verb) -> None:
    assert verb.lemma in possible_lemmas(verb.participle)
    assert all(verb.lemma in possible_lemmas(stem) for stem in verb.stems)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("teilte", "teilen"), ("mitgeteilt", "mitteilen"), ("aufrief", "aufrufen"), ("antwortete", "antworten"),
     ("mitzuteilen", "mitteilen"), ("widersprochen", "widersprechen"), ("vorgeworfen", "vorwerfen")],
)  # fmt: skip
def test_possible_lemmas_holds_the_infinitive(form: str, lemma: str) -> None:
    assert lemma in possible_lemmas(form)
