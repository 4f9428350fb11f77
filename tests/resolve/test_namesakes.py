"""Bodies whose names others bear too count for the gazetteer's only where an article is about their state."""

import pytest
from made_up import article, body, state

from kg.lexicon.gazetteer import Body, bodies
from kg.resolve.appearances import appearances

SHARED = [entry for entry in bodies() if entry.namesakes]
USA, THAILAND, GERMANY = state("USA", "Q30"), state("Thailand", "Q869"), state("Deutschland", "Q183")


@pytest.mark.parametrize("entry", SHARED, ids=lambda entry: entry.name)
def test_namesakes_are_names_of_a_body_of_a_state(entry: Body) -> None:
    assert entry.state is not None
    assert set(entry.namesakes) <= {entry.name, *entry.other}


def test_liberals_of_another_state_in_the_dative() -> None:
    assert called("FDP", "Q13124", "Liberalen", THAILAND) == ("Liberale", None)
    assert called("FDP", "Q13124", "Liberalen", GERMANY) == ("FDP", "Q13124")


def called(label: str, item: str, words: str, *others) -> tuple[str, str | None]:
    """Label and item of a body of the gazetteer that an article calls by some words."""
    facts = article("a.txt", body(words), *others)
    known = body(label, words, item=item)
    actors = (known, *facts.actors[1:])
    mentions = tuple(
        m if m.actor != facts.actors[0].key else type(m)(m.span, known.key, m.kind) for m in facts.mentions
    )
    events = (type(facts.events[0])("E", facts.events[0].trigger, tuple(a.key for a in actors)),)
    first, *_ = appearances(type(facts)(facts.article, actors, mentions, events=events))
    return first.actor.label, first.actor.wikidata


@pytest.mark.parametrize(
    ("words", "others", "expected"),
    [
        pytest.param("Demokraten", [USA], ("Demokraten", "Q29552"), id="own-state"),
        pytest.param("Demokraten", [], ("Demokraten", "Q29552"), id="no-state"),
        pytest.param("Demokraten", [USA, THAILAND], ("Demokraten", "Q29552"), id="own-state-too"),
        pytest.param("Demokraten", [THAILAND], ("Demokraten", None), id="another-state"),
        pytest.param("Demokratischen Partei", [THAILAND], ("Demokratische Partei", None), id="inflected"),
        pytest.param("Demokraten", [body("CIA", item="Q37230")], ("Demokraten", "Q29552"), id="body-of-its-state"),
        pytest.param("Demokraten", [body("BBC", item="Q9531")], ("Demokraten", "Q29552"), id="foreign-source"),
    ],
)
def test_democrats(words: str, others: list, expected: tuple[str, str | None]) -> None:
    assert called("Demokraten", "Q29552", words, *others) == expected


@pytest.mark.parametrize(
    ("words", "others", "expected"),
    [
        pytest.param("SPD", [THAILAND], ("SPD", "Q49768"), id="its-own-name"),
        pytest.param("Sozialdemokraten", [GERMANY], ("SPD", "Q49768"), id="shared-name-at-home"),
        pytest.param("Sozialdemokraten", [THAILAND], ("Sozialdemokraten", None), id="shared-name-abroad"),
    ],
)
def test_own_names_are_never_shared(words: str, others: list, expected: tuple[str, str | None]) -> None:
    assert called("SPD", "Q49768", words, *others) == expected
