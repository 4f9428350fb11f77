"""Subject and objects, above all where the object comes first."""

import numpy as np
import pytest
from spacy.language import Language

from kg.language.analyser import Columns
from kg.language.roles import settle_roles

CASES = {
    "subject-first": ("Der Präsident kritisierte den Minister.", {"Präsident": "nsubj", "Minister": "obj"}),
    "object-first": ("Den Minister kritisierte der Präsident am Montag.", {"Minister": "obj", "Präsident": "nsubj"}),
    "object-first-person": ("Den Kanzler griff die Opposition an.", {"Kanzler": "obj", "Opposition": "nsubj"}),
    "dative-plural-first": ("Den Ministern widersprach der Kanzler.", {"Ministern": "obl:arg", "Kanzler": "nsubj"}),
    "object-first-particle": ("Den Vorschlag lehnte der Kanzler ab.", {"Vorschlag": "obj", "Kanzler": "nsubj"}),
    "pronoun-first": ("Ihn kritisierte der Präsident.", {"Ihn": "obj", "Präsident": "nsubj"}),
    "dative-first": ("Dem Minister widersprach der Kanzler.", {"Minister": "obl:arg", "Kanzler": "nsubj"}),
    "dative-inside": ("Der Präsident half dem Minister.", {"Präsident": "nsubj", "Minister": "obl:arg"}),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_roles_fit_case_and_agreement(nlp: Language, text: str, expected: dict[str, str]) -> None:
    relations = {token.text: token.dep_ for token in nlp(text)}
    assert {word: relations[word] for word in expected} == expected


def test_settle_roles_weighs_agreement() -> None:
    relations = ["nsubj", "obj", "obl:arg"]
    clause = Columns(
        words=["Die", "Pläne", "kritisierte", "Merkel"],
        tags=["DET", "NOUN", "VERB", "PROPN"],
        features=["Case=Acc", "Case=Acc|Number=Plur", "Mood=Ind|Number=Sing", "Case=Acc|Number=Sing"],
        lemmas=["der", "Plan", "kritisieren", "Merkel"],
        heads=[1, 2, 2, 2],
        relations=["det", "obj", "ROOT", "obj"],
        entities=[],
    )
    scores = np.array([[0, 3, -9], [0, 3, -9]], dtype=np.float32)
    settle_roles(clause, [1, 3], scores, relations)
    assert (clause.relations[1], clause.relations[3]) == ("obj", "nsubj")
    assert clause.features[3] == "Case=Nom|Number=Sing"
