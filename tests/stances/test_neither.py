""" "weder A noch B": both are ends of what is denied, wherever they stand and whatever the parser makes of them."""

import pytest

Expected = tuple[str, str, str, str]

REJECTED_BY_BOTH = {("präsident", "richter", "Reject", "Actual"), ("minister", "richter", "Reject", "Actual")}
REJECTS_BOTH = {("präsident", "minister", "Reject", "Actual"), ("präsident", "richter", "Reject", "Actual")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Weder der Präsident noch der Minister unterstützte den Richter.", REJECTED_BY_BOTH, id="two-subjects"
        ),
        pytest.param(
            "Weder der Präsident noch der Minister haben den Richter anerkannt.",
            REJECTED_BY_BOTH,
            id="second-taken-for-an-object",
        ),
        pytest.param("Weder der Präsident, noch der Minister unterstützt den Richter.", REJECTED_BY_BOTH, id="comma"),
        pytest.param(
            "Den Richter unterstützt weder der Präsident noch der Minister.", REJECTED_BY_BOTH, id="behind-the-verb"
        ),
        pytest.param(
            "Der Richter wird weder vom Präsidenten noch von dem Minister anerkannt.", REJECTED_BY_BOTH, id="passive"
        ),
        pytest.param(
            "Weder Polizei noch Armee unterstützten den Präsidenten.",
            {("polizei", "präsident", "Reject", "Actual"), ("armee", "präsident", "Reject", "Actual")},
            id="taken-for-a-preposition",
        ),
        pytest.param(
            "Weder der Präsident noch die Polizei noch die Armee unterstützen den Minister.",
            {(who, "minister", "Reject", "Actual") for who in ("präsident", "polizei", "armee")},
            id="three",
        ),
        pytest.param("Der Präsident unterstützt weder den Minister noch den Richter.", REJECTS_BOTH, id="objects"),
        pytest.param(
            "Der Präsident unterstützt weder den Minister, noch den Richter.", REJECTS_BOTH, id="comma-before"
        ),
        pytest.param("Der Präsident stimmte weder dem Minister noch dem Richter zu.", REJECTS_BOTH, id="datives"),
        pytest.param(
            "Der Präsident unterstützt weder die Pläne des Ministers noch die des Richters.", REJECTS_BOTH, id="that-of"
        ),
        pytest.param("Der Präsident hat den Minister weder kritisiert noch entlassen.", set(), id="two-verbs"),
        pytest.param(
            "Der Präsident sprach sich weder für den Minister noch gegen den Richter aus.", set(), id="for-nor-against"
        ),
        pytest.param("Weder der Präsident noch der Minister kritisierte den Richter.", set(), id="no-opposite"),
        pytest.param(
            "Weder der Präsident noch der Richter äußerten sich, doch die Polizei unterstützt noch den Minister.",
            {("polizei", "minister", "Endorse", "Actual")},
            id="still-in-the-next-clause",
        ),
        pytest.param(
            "Der Präsident kritisiert den Minister noch heute.",
            {("präsident", "minister", "Accuse", "Actual")},
            id="still",
        ),
        pytest.param(
            "Der Präsident kritisierte die Pläne des Ministers und das Haus.",
            {("präsident", "minister", "Accuse", "Actual")},
            id="another-thing",
        ),
    ],
)
def test_both_parts_are_ends(text: str, expected: set[Expected], stances_of) -> None:  # type: ignore[no-untyped-def]
    assert {(s.source, s.target, s.act.value, s.status.value) for s in stances_of(text)} == expected
