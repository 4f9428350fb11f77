"""Matches, races and rivals: who plays whom, who wins, and whom a player or trainer stands for."""

import pytest
from conftest import Finder
from spacy.language import Language

from kg.extract.coreference import find_cast
from kg.extract.stances import find_stances

Expected = tuple[str, str]


def _both(one: str, other: str) -> set[Expected]:
    return {(one, other), (other, one)}


OF_TEAMS: list[tuple[str, str, set[Expected]]] = [
    ("score-away", "Nach dem 1:1 (0:1) beim Meister schwieg der Verein.", _both("verein", "meister")),
    ("time-between", "Die 0:2-Niederlage am Sonntag gegen den Meister schmerzte den Verein.", {("meister", "verein")}),
    ("defeat", "Der Verein kassierte eine Niederlage gegen den Meister.", {("meister", "verein")}),
    ("defeat-as-subject", "Die Niederlage des Vereins gegen den Meister kam überraschend.", {("meister", "verein")}),
    ("won", "Der Verein gewinnt 2:1 gegen den Meister.", {("verein", "meister")}),
    ("game-won", "Der Verein gewann das Spiel am Sonntag gegen den Meister.", {("verein", "meister")}),
    ("parted-after-a-score", "Der Verein trennte sich 1:1 vom Meister.", _both("verein", "meister")),
    ("both-parted", "Der Verein und der Meister trennten sich 2:2.", _both("verein", "meister")),
    ("lost-by-the-score", "Nach dem 0:4 gegen den Meister schwieg der Verein.", {("meister", "verein")}),
    ("won-by-the-score", "Nach dem 4:0 gegen den Meister feierte der Verein.", {("verein", "meister")}),
    (
        "contest-won",
        "Der Präsident setzte sich in einer Kampfabstimmung gegen den Minister durch.",
        {("präsident", "minister")},
    ),
    ("each-other", "Der Verein und der Konzern lieferten sich einen Preiskampf.", _both("verein", "konzern")),
    ("of-one-team", "Der Präsident und der Minister entschieden das Spiel.", set()),
    ("no-match-yet", "Der Verein bestreitet das Spiel gegen den Meister.", set()),
    ("success-with-somebody", "Der Minister hat Erfolg beim Verein.", set()),
    ("no-score", "Der Sieg beim Meister freute den Verein.", set()),
    ("job-taken", "Der Minister trat im Wahlkampf seinen Dienst bei dem Verein an.", set()),
    ("beaten", "Der Verein musste sich dem Meister geschlagen geben.", {("meister", "verein")}),
    ("gave-way", "Der Präsident musste dem Minister weichen.", {("minister", "präsident")}),
    (
        "two-who-stand-for-office",
        "Die Präsidentschaftskandidaten, der Präsident und der Minister, stellten sich vor.",
        _both("präsident", "minister"),
    ),
    ("one-who-stands-for-office", "Der Präsidentschaftskandidat, der Minister, half dem Präsidenten.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), [pytest.param(s, e, id=i) for i, s, e in OF_TEAMS])
def test_who_competes(sentence: str, expected: set[Expected], stances_of: Finder) -> None:
    found = {(s.source, s.target) for s in stances_of(sentence) if s.act.value == "Compete" and s.status == "Actual"}
    assert found == expected


OF_PEOPLE: list[tuple[str, str, set[Expected]]] = [
    (
        "trainer's-club",
        "Die 0:2-Niederlage am Sonntag gegen den SC Nordstadt passte nicht in den Plan von Erfurts Trainer Hans Rot.",
        {("SC Nordstadt", "Erfurt")},
    ),
    (
        "player-who-speaks",
        "„Das war gut“, sagte Bremens Stürmer Hans Rot nach dem 5:1-Sieg über den SC Nordstadt.",
        {("Bremen", "SC Nordstadt")},
    ),
    ("player-without-club", "Der Stürmer verpasste das Derby gegen den SC Nordstadt.", set()),
    ("away-in-a-town", "Der SC Nordstadt gewann mit 3:1 in Witten.", {("SC Nordstadt", "Witten")}),
    ("place-of-a-match", "Der SC Nordstadt gewann in Witten mit 3:1 gegen den FC Süd.", {("SC Nordstadt", "FC Süd")}),
    (
        "opponent's-home",
        "Am Freitag kommt es zum Derby gegen den SC Nordstadt aus Witten.",
        set(),
    ),
    (
        "dateline",
        "Hannover/Leipzig - Die Polizei hat vor Gericht einen Erfolg erzielt.",
        set(),
    ),
    ("president-of-the-guests", "Der Präsident von Paraguay kommt zum ersten Spiel gegen England.", set()),
    (
        "rival-of-whom-nobody-says",
        "Auf die Pläne des Konkurrenten Nordlicht wollte Hans Rot nicht eingehen.",
        set(),
    ),
    (
        "town-of-the-match",
        "Gestern setzte sich der Bundesligist aus Bremen in Düsseldorf mit 1:0 gegen den SC Nordstadt durch.",
        {("Bundesligist aus Bremen", "SC Nordstadt")},
    ),
    (
        "tournament",
        "Nach dem Erfolg bei den Australian Open verlor Paula Blau im Endspiel gegen Serena Holm.",
        _both("Paula Blau", "Serena Holm"),
    ),
    (
        "names-behind-a-match",
        "In der Pause des Spieles Frankreich–Mexiko gab es keinen Ärger.",
        _both("Frankreich", "Mexiko"),
    ),
    (
        "company-taken-for-a-person",
        "Das Gericht lobte den Zementhersteller Nordlicht AG. Straffrei ging der Konkurrent Dyckholm aus.",
        _both("Nordlicht AG", "Dyckholm"),
    ),
    (
        "club-by-its-form",
        "Das Neudorfer Quintett musste bei der SC Nordstadt antreten.",
        _both("Quintett", "SC Nordstadt"),
    ),
    (
        "townspeople-of-no-listed-town",
        "In Witten war es voll. Im Finale schlugen die Wittener den SC Nordstadt.",
        {("Witten", "SC Nordstadt")},
    ),
    (
        "townspeople",
        "Die Frankfurter verloren im Heimspiel gegen den SC Nordstadt.",
        _both("Frankfurter", "SC Nordstadt"),
    ),
    (
        "townspeople-of-a-named-club",
        "Der 1. FC Nürnberg reiste an. Im Finale schlugen die Nürnberger den SC Nordstadt.",
        {("1. FC Nürnberg", "SC Nordstadt")},
    ),
]


RIVALS = [
    ("Hans Rot sprach lange. Paula Blau ließ ihren Rivalen jedoch abblitzen.", "Hans Rot"),
    ("Hans Rot, Max Grün und Paula Blau sprachen lange. Paula Blau ließ ihren Rivalen jedoch abblitzen.", None),
    ("Paula Blau ließ ihren Rivalen jedoch abblitzen.", None),
    ("Hans Rot sprach lange. Paula Blau ließ ihren Kollegen jedoch abblitzen.", None),
]


@pytest.mark.parametrize(("text", "rival"), RIVALS)
def test_the_rival_is_the_other_of_two(text: str, rival: str | None, nlp: Language) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    noun = next(t for t in doc if t.text in ("Rivalen", "Kollegen"))
    key = cast.of(noun)
    label = cast.actor(key).label if key is not None else None
    assert label == rival if rival is not None else label not in ("Hans Rot", "Max Grün", "Paula Blau")


@pytest.mark.parametrize(("text", "expected"), [pytest.param(s, e, id=i) for i, s, e in OF_PEOPLE])
def test_whom_people_stand_for(text: str, expected: set[Expected], nlp: Language) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    labels = {a.key: a.label for a in cast.actors}
    found = (s for s in find_stances(doc, cast, ()) if s.act.value == "Compete" and s.status == "Actual")
    assert {(labels[s.source], labels[s.target]) for s in found} == expected
