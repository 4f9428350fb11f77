"""What looks like an act and is none: wished, doubted, denied, long over, or on nobody in particular."""

from dataclasses import replace

import pytest
from plain_cast import cast_of
from spacy.language import Language

from kg.extract.stances import find_stances
from kg.facts import ActorKind, MentionKind, Polarity, Quotation, QuotationKind, Span, Status
from kg.lexicon import act_words, read_table

Expected = tuple[str, str, str, str]

SENTENCES: list[tuple[str, str, set[Expected]]] = [
    (
        "backing-to-come",
        "Der Präsident will den Minister unterstützen.",
        {("präsident", "minister", "Endorse", "Planned")},
    ),
    (
        "backing-announced",
        "Der Präsident wird den Minister im Streit unterstützen.",
        {("präsident", "minister", "Endorse", "Planned")},
    ),
    ("backed", "Der Präsident unterstützt den Minister.", {("präsident", "minister", "Endorse", "Actual")}),
    (
        "plan-foiled",
        "Der Präsident vereitelte den Vorstoß des Ministers.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    ("place-of-the-thing", "Der Minister kritisierte die Zustände im Gefängnis von Ulm.", set()),
    ("place-of-a-thing-described", "Die Polizei durchsuchte ein Lokal in Ulm, das als Treffpunkt gilt.", set()),
    (
        "plans-of-the-town",
        "Der Minister kritisierte die Pläne Ulms.",
        {("minister", "ulm", "Accuse", "Actual")},
    ),
    ("header-saved", "Der Präsident wehrte einen Kopfball des Ministers ab.", set()),
    ("shot-at-goal", "Der Präsident schoss auf das Tor des Ministers.", set()),
    ("shot-at-somebody", "Der Präsident schoss auf den Minister.", {("präsident", "minister", "Assault", "Actual")}),
    (
        "opponent-met",
        "Der Meister ist der Gegner des Vereins im Turnier.",
        {("meister", "verein", "Compete", "Actual"), ("verein", "meister", "Compete", "Actual")},
    ),
    (
        "favour-that-is-sought",
        "Der Präsident erfand Geschichten, um den Minister zu beeindrucken.",
        {("minister", "präsident", "Endorse", "Planned")},
    ),
    (
        "doubted",
        "Es ist fraglich, dass der Präsident den Minister unterstützt.",
        {("präsident", "minister", "Endorse", "Planned")},
    ),
    (
        "allowed",
        "Die Armee wurde ermächtigt, die Rebellen zu töten.",
        {("armee", "rebellen", "Assault", "Planned")},
    ),
    (
        "prize-to-come",
        "Der Verein will dem Minister den Titel zusprechen.",
        {("verein", "minister", "Endorse", "Planned")},
    ),
    (
        "absence-of-an-act",
        "Der Präsident dementierte eine Absprache des Vereins mit dem Konzern.",
        {
            ("verein", "konzern", "Cooperate", "Denied"),
            ("konzern", "verein", "Cooperate", "Denied"),
            ("präsident", "verein", "Reject", "Actual"),
        },
    ),
    (
        "no-question-of-it",
        "Von einem Streit zwischen dem Präsidenten und dem Minister kann keine Rede sein.",
        {("präsident", "minister", "Accuse", "Denied"), ("minister", "präsident", "Accuse", "Denied")},
    ),
    (
        "sought-only",
        "Der Präsident wirbt um die Unterstützung Russlands für den Minister.",
        {("russland", "minister", "Endorse", "Planned")},
    ),
    (
        "lacking",
        "Der Präsident bemängelt die fehlende Unterstützung Russlands für den Minister.",
        {("präsident", "russland", "Accuse", "Actual"), ("russland", "minister", "Endorse", "Planned")},
    ),
    (
        "not-planned",
        "Es ist nicht geplant, dass der Verein den Minister aufnimmt.",
        {("verein", "minister", "Aid", "Planned")},
    ),
    (
        "what-an-order-is-for",
        "Der Präsident erfand den Orden, um ihn dem Minister zu verleihen.",
        {("präsident", "minister", "Endorse", "Planned")},
    ),
    (
        "contract-to-come",
        "Der Konzern und der Verein wollen einen Vertrag unterzeichnen.",
        {("konzern", "verein", "Cooperate", "Planned"), ("verein", "konzern", "Cooperate", "Planned")},
    ),
    (
        "whose-objections",
        "Trotz der Bedenken des Vereins schloss der Minister das Haus.",
        {("verein", "minister", "Reject", "Actual")},
    ),
    (
        "not-confirmed",
        "Der Präsident bestätigte die Angaben des Ministers nicht.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "unwilling",
        "Der Staat ist nicht bereit, mit dem Nachbarstaat zu verhandeln.",
        {("staat", "nachbarstaat", "Reject", "Actual")},
    ),
    (
        "two-prepositions",
        "Der Verein kämpfte gegen den Präsidenten und für den Minister.",
        {("verein", "präsident", "Assault", "Actual"), ("verein", "minister", "Endorse", "Actual")},
    ),
    (
        "company-that-broke-up",
        "Der Präsident hat seinen Geschäftspartner, den Minister, angezeigt.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "reproach-and-boast",
        "Der Präsident bescheinigte dem Minister Größenwahn.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=name) for name, t, e in SENTENCES])
def test_find_stances_tells_what_is_done_from_what_is_not(  # type: ignore[no-untyped-def]
    text: str, expected: set[Expected], stances_of
) -> None:
    assert {(s.source, s.target, s.act.value, s.status.value) for s in stances_of(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Weder der Präsident noch der Richter haben dem Minister etwas vorgeworfen.", id="neither"),
        pytest.param("Kein Richter kritisierte den Minister.", id="nobody"),
        pytest.param("Sollte der Präsident den Minister kritisieren, schweigt der Richter.", id="should-he"),
        pytest.param("Kritisiert der Präsident den Minister, schweigt der Richter.", id="verb-first"),
        pytest.param("Der Richter leitete kein Verfahren gegen den Minister ein.", id="no-trial"),
        pytest.param("Der Präsident baute ein Haus auf dem Minister.", id="object-beside"),
        pytest.param("Die einstige Verbündete des Ministers, die Behörde, schwieg.", id="former-ally"),
        pytest.param("Der Präsident gab sich mit dem Minister zufrieden.", id="made-do"),
        pytest.param("Der Präsident und der Minister verpflichteten sich zur Zahlung.", id="oneself"),
        pytest.param("Der Präsident verhandelte mit den Rebellen.", id="talks"),
        pytest.param("Der Präsident wechselte zusammen mit dem Minister nach Berlin.", id="goes-along"),
        pytest.param("Auf Betreiben des Präsidenten schloss der Minister das Haus.", id="done-as-asked"),
        pytest.param("Der Präsident schlug ihr vor, das Haus zu schließen.", id="made-a-proposal"),
        pytest.param("Der Präsident ging mit keinem Wort auf den Vorschlag des Ministers ein.", id="with-no-word"),
        pytest.param("Der Anschlag, zu dem sich die Rebellen bekennen, traf den Minister.", id="owned-up"),
        pytest.param("Im Vergleich mit dem Konzern steht der Verein gut da.", id="compared"),
        pytest.param("Der Präsident dankte für die Hilfe in Russland.", id="thanks-to-nobody"),
        pytest.param("Der Präsident und der Minister verkauften Häuser.", id="not-to-each-other"),
        pytest.param("Der Präsident sagte, wie er zum Minister steht.", id="how-he-stands"),
        pytest.param("Die Russische Kapelle lobte den Minister.", id="adjective-in-a-name"),
        pytest.param("Das russische Unternehmen lobte den Minister.", id="no-part-of-the-state"),
    ],
)
def test_find_stances_finds_none(text: str, stances_of) -> None:  # type: ignore[no-untyped-def]
    assert stances_of(text) == ()


@pytest.mark.parametrize(
    ("text", "actor", "kind", "kept"),
    [
        pytest.param("Der Konzern half dem Minister.", "minister", ActorKind.GROUP, False, id="public"),
        pytest.param("Der Konzern half dem Minister.", "minister", ActorKind.ORGANIZATION, True, id="body"),
    ],
)
def test_find_stances_leaves_out_the_public(text: str, actor: str, kind: ActorKind, kept: bool, nlp: Language) -> None:
    doc = nlp(text)
    cast = cast_of(doc)
    actors = tuple(replace(a, label="Kunden", kind=kind) if a.key == actor else a for a in cast.actors)
    mentions = tuple(replace(m, kind=MentionKind.DESCRIPTION) for m in cast.mentions)
    found = find_stances(doc, replace(cast, actors=actors, mentions=mentions), ())
    assert bool(found) is kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Die Mörder von Russland schwiegen.", False, id="where-it-was-done"),
        pytest.param("Die Rebellen, Mörder des Ministers, schwiegen.", True, id="whom-it-was-done-to"),
    ],
)
def test_find_stances_has_no_scene_for_a_victim(text: str, kept: bool, nlp: Language) -> None:
    doc = nlp(text.replace("Die Mörder", "Die Rebellen, Mörder"))
    cast = cast_of(doc)
    actors = tuple(replace(a, kind=ActorKind.PLACE) if a.key == "russland" else a for a in cast.actors)
    assert bool(find_stances(doc, replace(cast, actors=actors), ())) is kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        pytest.param("Die Behörde muss handeln", True, id="the-one"),
        pytest.param("Eine Behörde muss handeln", False, id="any"),
    ],
)
def test_content_demand_needs_somebody(said: str, kept: bool, nlp: Language) -> None:
    text = f"„{said}“, sagte der Minister."
    doc = nlp(text)
    cast = cast_of(doc)
    unnamed = tuple(replace(m, kind=MentionKind.DESCRIPTION) if m.actor == "behörde" else m for m in cast.mentions)
    quotation = Quotation(QuotationKind.DIRECT, (Span(1, 1 + len(said)),), speakers=("minister",))
    assert bool(find_stances(doc, replace(cast, mentions=unnamed), (quotation,))) is kept


UNTOLD = [
    pytest.param(e.example, e.kind, id=f"{e.kind}-{e.word}")
    for e in read_table("acts_modality", act_words.ModalWord)
    if e.kind in ("play", "move", "next", "needing", "habitual")
]


@pytest.mark.parametrize(("sentence", "kind"), UNTOLD)
def test_function_word_tells_no_stance(sentence: str, kind: str, nlp: Language) -> None:
    claim = Quotation(QuotationKind.INDIRECT, (Span(0, sentence.rfind(",")),), ("präsident",))
    claims = [claim] if kind == "habitual" else []
    doc = nlp(sentence)
    assert find_stances(doc, cast_of(doc), claims) == ()


KINDS = frozenset(
    {"doubt", "former", "nor", "conferring", "aim", "comparison", "talk", "thanking", "seeking", "way", "prevention"}
)
WORDS = [e for e in read_table("acts_modality", act_words.ModalWord) if e.kind in KINDS]


@pytest.mark.parametrize("entry", [pytest.param(e, id=f"{e.kind}-{e.word}") for e in WORDS])
def test_function_word_leaves_nothing_done(  # type: ignore[no-untyped-def]
    entry: act_words.ModalWord, stances_of
) -> None:
    supporting = (
        s
        for s in stances_of(entry.example)
        if s.polarity is Polarity.SUPPORTING or entry.kind not in ("prevention", "doubt")
    )
    assert all(s.status is not Status.ACTUAL for s in supporting)
