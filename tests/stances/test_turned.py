"""Ends that stand elsewhere than usual: passives without "werden", whole clauses, refusals of what would support."""

from collections.abc import Callable

import pytest

from kg.facts import Stance

Finder = Callable[..., tuple[Stance, ...]]

SENTENCES = [
    (
        "has-to-let-oneself-be-blamed",
        "Der Minister muss sich vom Präsidenten Untätigkeit vorwerfen lassen.",
        {("präsident", "minister", "Accuse")},
    ),
    (
        "let-oneself-be-scolded",
        "Der Präsident musste sich vom Minister kritisieren lassen.",
        {("minister", "präsident", "Accuse")},
    ),
    ("does-not-let-oneself-be", "Der Minister ließ sich vom Präsidenten nicht erpressen.", set()),
    (
        "lets-others-do-so",
        "Der Präsident ließ den Minister festnehmen.",
        {("präsident", "minister", "Coerce")},
    ),
    (
        "got-blamed",
        "Der Minister bekam vom Präsidenten Untätigkeit vorgeworfen.",
        {("präsident", "minister", "Accuse")},
    ),
    ("got-taken-away", "Der Konzern bekommt vom Staat die Lizenz entzogen.", {("staat", "konzern", "Sanction")}),
    ("got-him", "Der Präsident hat den Minister bekommen.", set()),
    (
        "puts-up-with",
        "Der Minister muss sich die Kritik des Präsidenten gefallen lassen.",
        {("präsident", "minister", "Accuse")},
    ),
    (
        "does-not-put-up-with",
        "Der Präsident ließ sich die Kritik des Ministers nicht gefallen.",
        {("präsident", "minister", "Reject")},
    ),
    ("succeeded", "Dem Präsidenten gelang es, den Minister zu stürzen.", {("präsident", "minister", "Sanction")}),
    (
        "has-succeeded",
        "Der Armee ist es gelungen, ein Lager der Rebellen auszuheben.",
        {("armee", "rebellen", "Coerce")},
    ),
    ("did-not-succeed", "Dem Präsidenten gelang es nicht, den Minister zu stürzen.", set()),
    (
        "annoyed-by-a-clause",
        "Dass der Minister schweigt, ärgert den Präsidenten.",
        {("präsident", "minister", "Accuse")},
    ),
    (
        "annoyed-by-a-thing",
        "Das Schweigen des Ministers ärgert den Präsidenten.",
        {("präsident", "minister", "Accuse")},
    ),
    ("does-not-suit", "Der Plan des Ministers passt dem Präsidenten nicht.", {("präsident", "minister", "Reject")}),
    ("suits", "Der Plan des Ministers passt dem Präsidenten.", set()),
    (
        "which-the-other-criticized",
        "Der Minister sperrte die Straße, was der Verein ablehnt.",
        {("verein", "minister", "Reject")},
    ),
    (
        "against-which",
        "Der Minister sperrte die Straße, wogegen der Verein protestierte.",
        {("verein", "minister", "Protest")},
    ),
    (
        "which-met-with-criticism",
        "Der Minister sperrte die Straße, was beim Verein auf Kritik stieß.",
        {("verein", "minister", "Accuse")},
    ),
    ("what-was-said", "Der Minister sagte vieles, was der Verein kritisierte.", set()),
    (
        "appalled-that",
        "Der Präsident äußerte sich empört darüber, dass der Minister schweigt.",
        {("präsident", "minister", "Accuse")},
    ),
    (
        "against-being-controlled",
        "Der Präsident wehrte sich dagegen, vom Minister kontrolliert zu werden.",
        {("präsident", "minister", "Reject")},
    ),
    ("glad-that", "Der Präsident freut sich darüber, dass der Minister schweigt.", set()),
    (
        "as-well-as",
        "Der Präsident kritisierte sowohl den Minister als auch den Verein.",
        {("präsident", "minister", "Accuse"), ("präsident", "verein", "Accuse")},
    ),
    (
        "as-somebody",
        "Der Präsident kritisierte den Minister als Vertreter des Vereins.",
        {("präsident", "minister", "Accuse")},
    ),
    (
        "relative-clause-at-the-predicate",
        "Der Präsident ist mit dem Minister befreundet, der den Verein kritisierte.",
        {("minister", "verein", "Accuse")},
    ),
    (
        "whose-plans",
        "Der Minister, dessen Pläne der Präsident ablehnt, schwieg.",
        {("präsident", "minister", "Reject")},
    ),
    (
        "rejected-thing-of-another",
        "Die vom Präsidenten abgelehnte Reform des Ministers kommt.",
        {("präsident", "minister", "Reject")},
    ),
    (
        "does-not-hesitate",
        "Der Präsident zögerte nicht, den Minister zu entlassen.",
        {("präsident", "minister", "Sanction")},
    ),
    ("hesitates", "Der Präsident zögerte, den Minister zu entlassen.", set()),
    (
        "does-not-stop",
        "Der Präsident hörte nicht auf, den Minister zu kritisieren.",
        {("präsident", "minister", "Accuse")},
    ),
    (
        "left-after-a-quarrel",
        "Der Präsident verließ wegen eines Streits mit dem Minister den Saal.",
        {("präsident", "minister", "Accuse"), ("minister", "präsident", "Accuse")},
    ),
    ("spoke-of-a-quarrel", "Der Präsident sprach über den Streit mit dem Minister.", set()),
    (
        "strained-relations",
        "Das Verhältnis zwischen dem Präsidenten und dem Minister gilt als zerrüttet.",
        {("präsident", "minister", "Accuse"), ("minister", "präsident", "Accuse")},
    ),
    (
        "exposed-to-reproaches",
        "Der Minister sieht sich Vorwürfen des Präsidenten ausgesetzt.",
        {("präsident", "minister", "Accuse")},
    ),
    (
        "at-the-centre-of-criticism",
        "Im Mittelpunkt der Kritik des Präsidenten steht der Minister.",
        {("präsident", "minister", "Accuse")},
    ),
    (
        "statements-contradicted",
        "Der Präsident widersprach Aussagen des Ministers, wonach das Geld fehle.",
        {("präsident", "minister", "Reject")},
    ),
    (
        "refuses-to-stand-for",
        "Der Präsident lehnt es ab, als Kandidat des Vereins anzutreten.",
        {("präsident", "verein", "Reject")},
    ),
    ("refuses-to-stand-against", "Der Präsident lehnt es ab, gegen den Verein anzutreten.", set()),
    ("both-refuse-agreement", "Der Präsident und der Minister lehnten jede Einigung ab.", set()),
]

REFUSALS = [
    ("does-not-trust", "Der Präsident vertraut dem Minister nicht mehr.", {("präsident", "minister", "Accuse")}),
    (
        "cannot-agree",
        "Der Präsident kann dem Plan des Ministers nicht zustimmen.",
        {("präsident", "minister", "Reject")},
    ),
    ("does-not-speak", "Der Präsident will nicht mit dem Minister sprechen.", {("präsident", "minister", "Reject")}),
    (
        "refuses-to-speak",
        "Der Präsident weigerte sich, mit dem Minister zu sprechen.",
        {("präsident", "minister", "Reject")},
    ),
    ("does-not-refuse", "Der Präsident weigerte sich nicht, mit dem Minister zu sprechen.", set()),
    ("speaks", "Der Präsident sprach mit dem Minister.", set()),
    (
        "does-not-work-with",
        "Der Präsident arbeitet mit dem Minister nicht zusammen.",
        {("präsident", "minister", "Reject")},
    ),
    (
        "no-understanding",
        "Der Präsident zeigte kein Verständnis für den Minister.",
        {("präsident", "minister", "Reject")},
    ),
    ("no-backing", "Der Minister hat keinen Rückhalt beim Präsidenten.", {("präsident", "minister", "Reject")}),
    (
        "does-not-agree",
        "Der Präsident ist mit dem Minister nicht einverstanden.",
        {("präsident", "minister", "Accuse")},
    ),
    ("does-not-share", "Der Präsident teilt die Ansicht des Ministers nicht.", {("präsident", "minister", "Reject")}),
    ("no-money", "Der Staat zahlt dem Verein kein Geld.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), [pytest.param(s, e, id=i) for i, s, e in [*SENTENCES, *REFUSALS]])
def test_find_stances_finds_ends(sentence: str, expected: set[tuple[str, str, str]], stances_of: Finder) -> None:
    found = {(s.source, s.target, s.act.value) for s in stances_of(sentence) if s.status.value == "Actual"}
    assert found == expected
