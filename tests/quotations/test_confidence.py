"""The table of confidences: every rule and sign is reached, and what it says is in order."""

import pytest
from spacy.language import Language

from kg.extract.coreference import find_cast
from kg.extract.quotations import find_drafts, find_quotations
from kg.extract.quotes.confidence import signs
from kg.lexicon.confidence import Weight, weights


@pytest.mark.parametrize("entry", weights("reporting_confidence"), ids=lambda e: f"{e.group}-{e.name}")
def test_example_has_the_rule_or_sign(nlp: Language, entry: Weight) -> None:
    doc = nlp(entry.example)
    scene, drafts = find_drafts(doc, find_cast(doc))
    found = {s for d in drafts for s in signs(scene, d)} if entry.group == "sign" else {d.rule for d in drafts}
    assert entry.name in found


def test_weights_are_listed_once_and_counted() -> None:
    names = [(w.name, w.group == "sign") for w in weights("reporting_confidence")]
    assert len(names) == len(set(names))
    assert all(0 <= w.right <= w.seen for w in weights("reporting_confidence"))
    assert sum(w.seen for w in weights("reporting_confidence") if w.group != "sign") > 100


def confidence_of(nlp: Language, text: str) -> float:
    doc = nlp(text)
    return find_quotations(doc, find_cast(doc))[0].confidence


def test_named_speaker_is_surer_than_a_pronoun(nlp: Language) -> None:
    named = confidence_of(nlp, "Der Minister Kurt Maurer sagte, dass die Lage ernst ist.")
    assert confidence_of(nlp, "Sie sagte, dass die Lage ernst ist.") < named < 1


def test_hearsay_is_less_sure_than_a_clause(nlp: Language) -> None:
    clause = confidence_of(nlp, "Der Minister Kurt Maurer sagte, dass die Lage ernst ist.")
    assert confidence_of(nlp, "Der Mann soll drei Autos gestohlen haben.") < clause
