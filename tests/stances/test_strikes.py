"""Who strikes, strikes against the one he works for."""

import re
from dataclasses import replace

import pytest
from plain_cast import cast_of
from spacy.language import Language

from kg.extract.stances import find_stances
from kg.facts import Actor, ActorKind, Mention, MentionKind, Span
from kg.lexicon import act_words, read_table

STAFF = [e for e in read_table("acts_modality", act_words.ModalWord) if e.kind == "staff"]


def _strikes(sentence: str, strikers: str, nlp: Language) -> set[tuple[str, str, str]]:
    """The stances of a sentence in which the word is an actor too."""
    doc = nlp(sentence)
    cast = cast_of(doc)
    at = next(t for t in doc if t.text == strikers)
    cast.by_token[at.i] = "strikers"
    actors = (*cast.actors, Actor("strikers", strikers, ActorKind.GROUP))
    mention = Mention(Span(at.idx, at.idx + len(at)), "strikers", MentionKind.DESCRIPTION)
    cast = replace(cast, actors=actors, mentions=(*cast.mentions, mention))
    return {(s.source, s.target, s.act.value) for s in find_stances(doc, cast, ())}


@pytest.mark.parametrize("entry", [pytest.param(e, id=e.word) for e in STAFF])
def test_staff_strikes_against_its_employer(entry: act_words.ModalWord, nlp: Language) -> None:
    strikers = re.split(r"\W+", entry.example)[1]
    assert _strikes(entry.example, strikers, nlp) == {("strikers", "konzern", "Protest")}


@pytest.mark.parametrize(
    ("sentence", "strikers"),
    [
        pytest.param("Die Mitglieder des Vereins legten die Arbeit nieder.", "Mitglieder", id="members"),
        pytest.param("Die Piloten des Konzerns traten in die Partei ein.", "Piloten", id="no-strike"),
    ],
)
def test_nobody_strikes_against_his_own(sentence: str, strikers: str, nlp: Language) -> None:
    assert _strikes(sentence, strikers, nlp) == set()
