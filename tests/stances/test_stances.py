"""Sentences and the stances in them: source, target, act and status."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.extract.cast import Cast
from kg.extract.stances import find_stances

Expected = tuple[str, str, str, str]

SENTENCES: list[tuple[str, str, set[Expected]]] = [
    (
        "dative-target",
        "Der Präsident warf dem Minister Untätigkeit vor.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "passive-with-agent",
        "Der Minister wurde vom Präsidenten scharf kritisiert.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "implied-agent",
        "Die Polizei fuhr zum Tatort. Der Minister wurde am Abend festgenommen.",
        {("polizei", "minister", "Coerce", "Actual")},
    ),
    (
        "attributive-participle",
        "Der von der Armee angegriffene Nachbarstaat bat um Hilfe.",
        {("armee", "nachbarstaat", "Assault", "Actual")},
    ),
    (
        "owner-by-genitive",
        "Der Präsident lehnte die Pläne des Ministers ab.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "owner-by-adjective",
        "Der Präsident äußerte Verständnis für die russische Position.",
        {("präsident", "russland", "Endorse", "Actual")},
    ),
    (
        "owner-by-name-before-noun",
        "Der Präsident verurteilte Russlands Vorgehen.",
        {("präsident", "russland", "Accuse", "Actual")},
    ),
    (
        "owner-by-participle",
        "Der Präsident lehnte den vom Minister vorgeschlagenen Einsatz ab.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "owner-recalled",
        "Die Entscheidung des Gerichts kam am Montag. Der Präsident kritisierte die Entscheidung.",
        {("präsident", "gericht", "Accuse", "Actual")},
    ),
    (
        "warning-of-an-actors-act",
        "Der Präsident warnte vor einer russischen Aggression.",
        {("präsident", "russland", "Accuse", "Actual")},
    ),
    (
        "noun-with-both-ends",
        "Die Kritik des Präsidenten an dem Minister wird lauter.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "support-verb",
        "Der Verein reichte Klage gegen den Konzern ein.",
        {("verein", "konzern", "Accuse", "Actual")},
    ),
    (
        "demand-of-harm",
        "Der Verein forderte die Entlassung des Ministers.",
        {("verein", "minister", "Demand", "Actual")},
    ),
    (
        "demand-of-good",
        "Der Verein forderte die Freilassung des Ministers.",
        {("verein", "minister", "Endorse", "Actual")},
    ),
    (
        "compound-target",
        "Der Präsident kritisierte den Minister und den Richter.",
        {("präsident", "minister", "Accuse", "Actual"), ("präsident", "richter", "Accuse", "Actual")},
    ),
    (
        "compound-source",
        "Der Präsident und der Richter kritisierten den Minister.",
        {("präsident", "minister", "Accuse", "Actual"), ("richter", "minister", "Accuse", "Actual")},
    ),
    (
        "coordinated-verbs",
        "Der Präsident lobte den Richter und kritisierte den Minister.",
        {("präsident", "richter", "Endorse", "Actual"), ("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "mutual-with-mit",
        "Der Präsident einigte sich mit dem Minister.",
        {("präsident", "minister", "Cooperate", "Actual"), ("minister", "präsident", "Cooperate", "Actual")},
    ),
    (
        "mutual-compound-subject",
        "Der Präsident und der Minister einigten sich auf ein Programm.",
        {("präsident", "minister", "Cooperate", "Actual"), ("minister", "präsident", "Cooperate", "Actual")},
    ),
    (
        "joint-subject",
        "Der Präsident und der Minister riefen gemeinsam zum Sparen auf.",
        {("präsident", "minister", "Cooperate", "Actual"), ("minister", "präsident", "Cooperate", "Actual")},
    ),
    (
        "sport",
        "Der Verein schlug den Meister im Finale.",
        {("verein", "meister", "Compete", "Actual")},
    ),
    (
        "standing-opponent",
        "Der Präsident ist ein Gegner des Ministers.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "standing-follower",
        "Die Rebellen sind Anhänger des Ministers.",
        {("rebellen", "minister", "Endorse", "Actual")},
    ),
    (
        "judgement",
        "Der Präsident bezeichnete die Pläne des Ministers als Irrweg.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "judgement-of-a-known-thing",
        "Der Präsident lehnte den Vorschlag des Ministers ab. Der Präsident nannte diese Lösung falsch.",
        {("präsident", "minister", "Reject", "Actual"), ("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "pronominal-adverb",
        "Die Armee sperrte die Straße. Dagegen protestierte der Verein.",
        {("verein", "armee", "Protest", "Actual")},
    ),
    (
        "reply-to-the-accuser",
        "Der Präsident warf dem Minister Untätigkeit vor. Der Minister wies die Vorwürfe zurück.",
        {("präsident", "minister", "Accuse", "Actual"), ("minister", "präsident", "Reject", "Actual")},
    ),
    (
        "owner-by-place",
        "Der Präsident verurteilte die Gewalt in Russland.",
        {("präsident", "russland", "Accuse", "Actual")},
    ),
    (
        "court-sentence",
        "Das Gericht verurteilte den Minister zu drei Jahren Haft.",
        {("gericht", "minister", "Coerce", "Actual")},
    ),
    (
        "person-attacks-state-with-words",
        "Der Präsident griff Russland scharf an.",
        {("präsident", "russland", "Accuse", "Actual")},
    ),
    (
        "act-in-infinitive-of-an-accusation",
        "Der Präsident warf dem Minister vor, die Rebellen unterstützt zu haben.",
        {("präsident", "minister", "Accuse", "Actual"), ("minister", "rebellen", "Endorse", "ReportedByOther")},
    ),
    (
        "denied-deed",
        "Der Minister bestritt den Einsatz von Waffen gegen die Rebellen.",
        {("minister", "rebellen", "Assault", "Denied")},
    ),
    (
        "despite-a-ban",
        "Der Verein demonstrierte trotz des Verbots des Ministers in Berlin.",
        {("verein", "minister", "Reject", "Actual")},
    ),
    (
        "negated-verb-is-an-act",
        "Der Präsident stimmte dem Minister nicht zu.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "not-only",
        "Der Präsident kritisierte nicht nur den Minister.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "object-before-the-verb",
        "Der Verein forderte mehr Geld. Das lehnte der Präsident ab.",
        {("präsident", "verein", "Reject", "Actual")},
    ),
    (
        "named-deed-of-the-sentence-before",
        "Die Behörde löste den Verein auf. Der Präsident kritisierte die Auflösung.",
        {("behörde", "verein", "Sanction", "Actual"), ("präsident", "behörde", "Accuse", "Actual")},
    ),
    (
        "passive-with-means",
        "Der Minister wurde in einem Brief des Präsidenten scharf kritisiert.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "owner-of-the-antecedent",
        "Der Präsident lehnte die Pläne des Ministers ab, die der Verein unterstützt.",
        {("präsident", "minister", "Reject", "Actual"), ("verein", "minister", "Endorse", "Actual")},
    ),
    (
        "felt-act",
        "Der Minister fühlt sich vom Präsidenten bedroht.",
        {("präsident", "minister", "Threaten", "Actual")},
    ),
    (
        "person-attacks-person-with-words",
        "Der Präsident griff den Minister scharf an.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "person-attacks-person",
        "Der Präsident griff den Minister mit einem Messer an.",
        {("präsident", "minister", "Assault", "Actual")},
    ),
    (
        "hearsay-in-the-passive",
        "Der Minister soll von der Armee getötet worden sein.",
        {("armee", "minister", "Assault", "ReportedByOther")},
    ),
    (
        "decided-cooperation-is-actual",
        "Der Verein beschloss, gemeinsam mit dem Konzern ein Haus zu bauen.",
        {("verein", "konzern", "Cooperate", "Actual"), ("konzern", "verein", "Cooperate", "Actual")},
    ),
    (
        "only-in-sport",
        "Der Verein empfing den Meister zum ersten Spiel der Saison.",
        {("verein", "meister", "Compete", "Actual"), ("meister", "verein", "Compete", "Actual")},
    ),
    (
        "judged-thing-is-nobodys",
        "Der Präsident bezeichnete den Prozess als Willkür des Ministers.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "reply-to-an-accusation",
        "Auf die Vorwürfe des Ministers entgegnete der Präsident, es fehle Geld.",
        {("minister", "präsident", "Accuse", "Actual"), ("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "plan-of-a-deed",
        "Die Armee will den Nachbarstaat angreifen.",
        {("armee", "nachbarstaat", "Assault", "Planned")},
    ),
    (
        "announced-deed",
        "Der Staat kündigte Sanktionen gegen den Nachbarstaat an.",
        {("staat", "nachbarstaat", "Sanction", "Planned")},
    ),
    (
        "intended-word-is-actual",
        "Der Präsident will die Pläne des Ministers ablehnen.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "possible-deed",
        "Die Armee könnte den Nachbarstaat angreifen.",
        {("armee", "nachbarstaat", "Assault", "Planned")},
    ),
    (
        "past-ability-is-actual",
        "Die Polizei konnte den Minister retten.",
        {("polizei", "minister", "Aid", "Actual")},
    ),
    (
        "hearsay",
        "Die Armee soll den Minister getötet haben.",
        {("armee", "minister", "Assault", "ReportedByOther")},
    ),
    (
        "blamed-for-a-deed",
        "Die Polizei machte die Rebellen für den Angriff auf den Minister verantwortlich.",
        {("polizei", "rebellen", "Accuse", "Actual"), ("rebellen", "minister", "Assault", "ReportedByOther")},
    ),
    (
        "blamed-by-nobody-named",
        "Die Rebellen werden des Mordes an dem Minister beschuldigt.",
        {("rebellen", "minister", "Assault", "ReportedByOther")},
    ),
    (
        "convicted-of-a-deed",
        "Das Gericht verurteilte den Präsidenten wegen Mordes an dem Minister zu drei Jahren Haft.",
        {("gericht", "präsident", "Coerce", "Actual"), ("präsident", "minister", "Assault", "ReportedByOther")},
    ),
    (
        "deed-of-others-blames-nobody-else",
        "Der Präsident kritisierte den Minister wegen der Angriffe der Rebellen auf das Gericht.",
        {("präsident", "minister", "Accuse", "Actual"), ("rebellen", "gericht", "Assault", "Actual")},
    ),
    (
        "received-from-the-only-court",
        "Das Gericht tagte am Montag. Der Minister erhielt eine Haftstrafe.",
        {("gericht", "minister", "Coerce", "Actual")},
    ),
    (
        "one-of-the-opponents",
        "Der Präsident gehört zu den Gegnern des Ministers.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "convicted-by-the-court-named-last",
        "Der Verein rief das Gericht an. Der Minister wurde zu einer Haftstrafe verurteilt.",
        {("gericht", "minister", "Coerce", "Actual")},
    ),
    (
        "appeal-against-the-court",
        "Das Gericht tagte am Montag. Der Konzern legte gegen das Urteil Berufung ein.",
        {("konzern", "gericht", "Reject", "Actual")},
    ),
    (
        "refused-help",
        "Der Präsident weigerte sich, dem Minister zu helfen.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "announced-attack-threatens",
        "Die Armee kündigte an, die Rebellen anzugreifen.",
        {("armee", "rebellen", "Threaten", "Actual")},
    ),
    (
        "passive-after-an-attack",
        "Die Rebellen griffen die Armee an. Auch der Minister wurde verletzt.",
        {("rebellen", "armee", "Assault", "Actual"), ("rebellen", "minister", "Assault", "Actual")},
    ),
    (
        "passive-after-an-attacker",
        "Die Rebellen kamen in der Nacht. Der Minister wurde erschossen.",
        {("rebellen", "minister", "Assault", "Actual")},
    ),
    (
        "claimed-attack-told-before",
        "Bei einem Anschlag wurde der Minister verletzt. Die Armee bekannte sich zu dem Anschlag.",
        {("armee", "minister", "Assault", "Actual")},
    ),
    (
        "each-other",
        "Die Polizei und die Armee beschossen sich.",
        {("polizei", "armee", "Assault", "Actual"), ("armee", "polizei", "Assault", "Actual")},
    ),
    (
        "expelled-from-the-body",
        "Der Minister wurde aus dem Verein ausgeschlossen.",
        {("verein", "minister", "Sanction", "Actual")},
    ),
    (
        "active-with-hearsay",
        "Der Präsident soll den Minister geschlagen haben.",
        {("präsident", "minister", "Assault", "ReportedByOther")},
    ),
    (
        "known-owner-of-what-a-thing-is-about",
        "Der Bericht des Ministers erschien am Montag. Der Präsident zweifelte am Wert des Berichts.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "plan-of-who-brought-it-out",
        "Der Minister legte einen Plan vor, den der Präsident ablehnte.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "agent-hung-on-a-noun",
        "Der Minister wurde wegen seiner Herkunft von Rebellen bedroht.",
        {("rebellen", "minister", "Threaten", "Actual")},
    ),
    (
        "score-before-the-opponent",
        "Der Meister hatte beim 3:1 gegen den Verein wenig Mühe.",
        {("meister", "verein", "Compete", "Actual")},
    ),
    (
        "placed-behind",
        "Hinter dem Meister landete der Verein auf dem zweiten Platz.",
        {("meister", "verein", "Compete", "Actual")},
    ),
    (
        "retort",
        "Der Präsident kritisierte den Minister. Der Minister entgegnete, das Geld sei da.",
        {("präsident", "minister", "Accuse", "Actual"), ("minister", "präsident", "Reject", "Actual")},
    ),
    (
        "reproach-that-is-answered",
        "Der Minister wies die Kritik des Präsidenten zurück.",
        {("minister", "präsident", "Reject", "Actual"), ("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "agent-of-two-participles",
        "Der Minister wurde am Montag von der Polizei gestellt und verhaftet.",
        {("polizei", "minister", "Coerce", "Actual")},
    ),
    (
        "complaint-that-something-is-not-done",
        "Der Präsident bemängelte, dass der Minister nicht handle.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "unwilling-to-talk",
        "Der Staat ist nicht bereit, mit dem Nachbarstaat zu verhandeln.",
        {("staat", "nachbarstaat", "Reject", "Actual")},
    ),
    (
        "match-ahead",
        "Der Verein spielt am Freitag gegen den Meister.",
        {("verein", "meister", "Compete", "Planned"), ("meister", "verein", "Compete", "Planned")},
    ),
    (
        "warning-of-a-plan",
        "Der Präsident warnte vor den Plänen des Ministers.",
        {("präsident", "minister", "Accuse", "Actual")},
    ),
    (
        "against-and-for",
        "Der Verein setzt sich gegen den Plan des Ministers und für die Schule ein.",
        {("verein", "minister", "Reject", "Actual")},
    ),
    (
        "warning-of-a-deed",
        "Der Präsident warnte vor den Folgen der russischen Invasion.",
        {("präsident", "russland", "Accuse", "Actual")},
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in SENTENCES]
)
def test_find_stances_reads_sentence(text: str, expected: set[Expected], stances_of) -> None:  # type: ignore[no-untyped-def]
    assert {(s.source, s.target, s.act.value, s.status.value) for s in stances_of(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Der Präsident kritisierte den Minister nicht.", id="negated"),
        pytest.param("Der Präsident übte keine Kritik an dem Minister.", id="negated-noun"),
        pytest.param("Falls der Präsident den Minister kritisiert, wird es ernst.", id="conditional"),
        pytest.param("Die Polizei weigerte sich, den Minister festzunehmen.", id="refused"),
        pytest.param("Der Präsident sprach in Berlin mit dem Minister.", id="neutral-meeting"),
        pytest.param("Bei einem Telefonat mit dem Minister sprach der Präsident über das Wetter.", id="neutral-call"),
        pytest.param("Der Präsident kritisierte die Zustände in den Schulen.", id="target-is-no-actor"),
        pytest.param("Die Zustände in den Schulen wurden scharf kritisiert.", id="passive-without-agent"),
        pytest.param("Der Präsident kritisierte die Schließung des Vereins.", id="genitive-is-the-patient"),
        pytest.param("Der Präsident warnte vor Hochwasser.", id="warning-of-a-thing"),
        pytest.param("Der Präsident saß zusammen mit dem Minister im Theater.", id="together-without-act"),
        pytest.param("Der Präsident warnte vor dem Verzehr russischer Gurken.", id="warning-of-goods"),
        pytest.param("Eine Koalition des Vereins mit dem Konzern ist unmöglich.", id="impossible"),
        pytest.param(
            "Der Minister ist erkrankt. Der Präsident plädiert dafür, dass der Richter geht.", id="dafür-dass"
        ),
        pytest.param("Die Kurse des Konzerns brachen als Reaktion auf die Pläne des Ministers ein.", id="no-reply"),
        pytest.param("Der Präsident kritisierte sich selbst.", id="self"),
        pytest.param("Der Präsident kritisiert den Minister nicht mehr.", id="no-longer"),
        pytest.param("Der Präsident lobte keine Pläne des Ministers.", id="none-of-the-owner's"),
        pytest.param("Der Verein empfing den Meister im Rathaus.", id="not-in-sport"),
        pytest.param("Der Minister wurde verletzt.", id="attack-by-nobody-known"),
        pytest.param("Die Armee zog ab. Der Minister wurde verletzt.", id="attack-by-nobody-called-attacker"),
        pytest.param("Die Polizei weigerte sich, den Minister anzugreifen.", id="refused-attack"),
        pytest.param("Die Armee bekannte sich zu ihrer Verantwortung.", id="claim-of-no-attack"),
        pytest.param("Das Gericht zog um. Der Konzern legte seinen Bericht vor.", id="no-ruling"),
        pytest.param("Der Präsident und der Minister trafen sich auf Nordland.", id="met-somewhere"),
    ],
)
def test_find_stances_yields_nothing(text: str, stances_of) -> None:  # type: ignore[no-untyped-def]
    assert stances_of(text) == ()


def test_evidence_reaches_from_source_to_target(stances_of) -> None:  # type: ignore[no-untyped-def]
    text = "Am Montag hat der Präsident in Berlin den Minister scharf kritisiert, wie es hieß."
    (stance,) = stances_of(text)
    assert stance.evidence.text(text) == "hat der Präsident in Berlin den Minister scharf kritisiert"
    assert [s.text(text) for s in stance.cue] == ["hat", "kritisiert"]
    assert stance.cue_lemma == "kritisieren"


def test_find_stances_without_parse_is_empty() -> None:
    assert find_stances(Doc(Vocab(), words=["Hallo"]), Cast((), ()), ()) == ()


def test_find_stances_is_repeatable(nlp: Language, stances_of) -> None:  # type: ignore[no-untyped-def]
    text = "Der Präsident und der Richter kritisierten den Minister und den Konzern."
    assert stances_of(text) == stances_of(text)
