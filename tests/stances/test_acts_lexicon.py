"""Every entry of the lexicon of acts finds the act of its own example.

The parser misreads some examples. They stand in `unparsed.txt`, one to a line, and must fail: an example that works
again leaves the list.
"""

from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest
from plain_cast import cast_of
from spacy.language import Language

from kg.extract.stances import find_stances
from kg.facts import Act, Quotation, QuotationKind, Span
from kg.lexicon import act_words, acts, judging, read_table

UNPARSED = frozenset(Path(__file__).with_name("unparsed.txt").read_text(encoding="utf-8").splitlines())
Record = TypeVar("Record")


class Example(NamedTuple):
    table: str
    sentence: str
    act: Act | None
    backwards: bool
    other: Act | None = None


def _examples() -> list[Example]:
    found: list[Example] = []
    for verb in (*read_table("acts_verbs", acts.VerbAct), *read_table("acts_idioms", acts.VerbAct)):
        act = verb.negated if verb.negated and "nicht" in verb.example else verb.act
        found.append(Example("verbs", verb.example, act, verb.target == ("subj",), verb.contest))
    for noun in read_table("acts_nouns", acts.NounAct):
        found.append(Example("nouns", noun.example, noun.act, noun.passive))
    for predicate in read_table("acts_adjectives", acts.Predicate):
        found.append(Example("adjectives", predicate.example, predicate.act, False))
    for preposition in read_table("acts_prepositions", acts.PrepositionAct):
        found.append(Example("prepositions", preposition.example, preposition.act, preposition.backwards))
    for carrier in read_table("acts_carriers", acts.Carrier):
        backwards = carrier.status in (acts.Carrying.RECEIVED, acts.Carrying.LOST)
        found.append(Example("carriers", carrier.example, None, backwards))
    found += [Example("judgements", e.example, None, False) for e in read_table("acts_judgements", judging.Judgement)]
    found += [Example("replies", e.example, acts.Act.REJECT, True) for e in read_table("acts_replies", judging.Reply)]
    found += [Example("claims", e.example, acts.Act.ASSAULT, False) for e in read_table("acts_claims", judging.Claim)]
    found += [Example("derived", e.example, None, True) for e in read_table("acts_derived", judging.DerivedNoun)]
    words = read_table("acts_modality", act_words.ModalWord)
    found += [Example("function words", w.example, None, True) for w in words if w.kind in ("proposal", "means")]
    found += [Example("topics", e.example, None, False) for e in read_table("acts_topics", judging.Topic)]
    return found


EXAMPLES = _examples()


@pytest.fixture(scope="session")
def found(nlp: Language) -> dict[str, set[tuple[str, str, Act]]]:
    """Sentence -> (source, target, act) of the stances in it, by the first and second of its actors."""
    stances: dict[str, set[tuple[str, str, Act]]] = {}
    sentences = list(dict.fromkeys(e.sentence for e in EXAMPLES))
    for sentence, doc in zip(sentences, nlp.pipe(sentences), strict=True):
        cast = cast_of(doc)
        places = dict.fromkeys(cast.by_token[i] for i in sorted(cast.by_token))
        order = {key: str(place) for place, key in enumerate(places, 1)}
        stances[sentence] = {(order[s.source], order[s.target], s.act) for s in find_stances(doc, cast, ())}
    return stances


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(
            e,
            id=f"{e.table}-{e.sentence}",
            marks=[pytest.mark.xfail(reason="misread by the parser")] if e.sentence in UNPARSED else [],
        )
        for e in EXAMPLES
    ],
)
def test_entry_finds_the_act_of_its_example(example: Example, found: dict[str, set[tuple[str, str, Act]]]) -> None:
    ends = ("2", "1") if example.backwards else ("1", "2")
    acts_found = {act for source, target, act in found[example.sentence] if (source, target) == ends}
    assert acts_found
    assert example.act is None or example.act in acts_found or example.other in acts_found


SPOKEN = [
    e.example for e in (*read_table("acts_misdeeds", judging.Misdeed), *read_table("acts_conduct", judging.Conduct))
]


@pytest.mark.parametrize("sentence", SPOKEN)
def test_entry_judges_whom_its_example_speaks_of(sentence: str, nlp: Language) -> None:
    doc = nlp(sentence)
    claim = Quotation(QuotationKind.INDIRECT, (Span(0, sentence.rindex(",")),), ("präsident",))
    about = {s.target for s in find_stances(doc, cast_of(doc), (claim,)) if s.source == "präsident"}
    assert about & {"minister", "verein"}


def test_lexicon_has_enough_verbs() -> None:
    assert len({e.lemma for e in read_table("acts_verbs", acts.VerbAct)}) >= 250


def test_unparsed_lists_only_examples() -> None:
    assert {e.sentence for e in EXAMPLES} >= UNPARSED


@pytest.mark.parametrize("act", list(Act), ids=str)
def test_every_kind_of_act_has_verbs_and_a_polarity(act: Act) -> None:
    assert any(e.act is act for e in read_table("acts_verbs", acts.VerbAct))
    assert (acts.polarity(act).value == "Supporting") == (act in acts.SUPPORTING)
