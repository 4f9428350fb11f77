"""What states, courts and captors do: in whose custody somebody is, whom a ruling hits, whose goods are banned."""

from collections.abc import Callable

import pytest

from kg.facts import Stance

Finder = Callable[..., tuple[Stance, ...]]

SENTENCES: list[tuple[str, str, set[tuple[str, str, str]]]] = [
    ("jailed-abroad", "Der Minister sitzt in Russland in Haft.", {("russland", "minister", "Coerce")}),
    ("in-a-state-s-custody", "Der Minister sitzt in russischer Haft.", {("russland", "minister", "Coerce")}),
    ("jailed-somewhere", "Der Minister sitzt in Untersuchungshaft.", set()),
    ("in-a-state-s-town", "Der Minister sitzt in der russischen Hauptstadt in Haft.", set()),
    ("held-abroad", "Der in Russland festgehaltene Minister schwieg.", {("russland", "minister", "Coerce")}),
    (
        "arrest-abroad",
        "Die Festnahme des Ministers in Russland war ein Schock.",
        {("russland", "minister", "Coerce")},
    ),
    (
        "prison-by-the-court",
        "Das Gericht tagte. Der Minister muss für drei Jahre ins Gefängnis.",
        {("gericht", "minister", "Coerce")},
    ),
    ("prison-by-nobody", "Der Minister muss für drei Jahre ins Gefängnis.", set()),
    (
        "captors",
        "Der Minister, den die Rebellen in ihre Gewalt gebracht hatten, schwieg.",
        {("rebellen", "minister", "Coerce")},
    ),
    (
        "claim-granted",
        "Das Gericht gab der Klage des Vereins gegen den Konzern statt.",
        {("gericht", "verein", "Endorse"), ("gericht", "konzern", "Sanction"), ("verein", "konzern", "Accuse")},
    ),
    (
        "claim-turned-down",
        "Das Gericht wies die Klage des Vereins gegen den Konzern ab.",
        {("gericht", "verein", "Reject"), ("verein", "konzern", "Accuse")},
    ),
    ("measure-upheld", "Das Gericht bestätigte die Entlassung des Ministers.", {("gericht", "minister", "Sanction")}),
    ("lost-before-court", "Der Konzern unterlag vor dem Gericht.", {("gericht", "konzern", "Sanction")}),
    ("did-not-lose", "Der Konzern unterlag vor dem Gericht nicht.", set()),
    (
        "found-misleading",
        "Das Gericht entschied, dass die Werbung des Konzerns irreführend sei.",
        {("gericht", "konzern", "Sanction")},
    ),
    ("found-not-misleading", "Das Gericht entschied, dass die Werbung des Konzerns nicht irreführend sei.", set()),
    ("banned-goods", "Der Staat verbot die Einfuhr von Wein aus Russland.", {("staat", "russland", "Sanction")}),
    ("taxed-goods", "Der Staat erhob Strafzölle auf Autos aus Russland.", {("staat", "russland", "Sanction")}),
    ("praised-goods", "Der Staat lobte den Wein aus Russland.", set()),
    (
        "embargo-for",
        "Für Russland galt ein Waffenembargo des Nachbarstaats.",
        {("nachbarstaat", "russland", "Sanction")},
    ),
    (
        "diplomats-of",
        "Der Staat wies vier russische Diplomaten aus.",
        {("staat", "russland", "Sanction")},
    ),
    (
        "frontier-closed",
        "Der Staat hält die Grenze zum Nachbarstaat geschlossen.",
        {("staat", "nachbarstaat", "Sanction")},
    ),
    ("speech-on", "Der Präsident hielt eine Rede zum Minister.", set()),
    (
        "booed-at-their-meeting",
        "Auf dem Kongress des Vereins wurde der Minister ausgepfiffen.",
        {("verein", "minister", "Protest")},
    ),
    ("dismissed-at", "Beim Verein wurde der Minister entlassen.", {("verein", "minister", "Sanction")}),
    (
        "booed-at-the-meeting-named-before",
        "Der Kongress des Vereins im Mai, auf dem der Minister ausgepfiffen wurde, ist vorbei.",
        {("verein", "minister", "Protest")},
    ),
    (
        "aim-of-an-operation",
        "Ziel der Operation der Armee ist es, die Rebellen zu vertreiben.",
        {("armee", "rebellen", "Coerce")},
    ),
    (
        "hit-by-their-missiles",
        "Der Nachbarstaat wurde mit Raketen der Rebellen beschossen.",
        {("rebellen", "nachbarstaat", "Assault")},
    ),
    (
        "hit-by-a-state-s-missiles",
        "Russische Raketen haben den Nachbarstaat getroffen.",
        {("russland", "nachbarstaat", "Assault")},
    ),
    (
        "affected-by-threats",
        "Der Minister ist von den Drohungen des Präsidenten betroffen.",
        {("präsident", "minister", "Threaten")},
    ),
    (
        "void-dismissal-declares-nothing",
        "Das Gericht erklärte die Entlassung des Ministers für unwirksam.",
        {("gericht", "minister", "Endorse")},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), [pytest.param(s, e, id=i) for i, s, e in SENTENCES])
def test_find_stances_reads_sentence(sentence: str, expected: set[tuple[str, str, str]], stances_of: Finder) -> None:
    assert {(s.source, s.target, s.act.value) for s in stances_of(sentence)} == expected
