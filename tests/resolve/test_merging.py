"""Which actors of different articles are one: sure merges, drafts, and what stays apart without a question."""

from dataclasses import replace
from itertools import permutations

import pytest
from made_up import COUNTRY, PLACE, article, body, nodes, person, state

from kg.facts import Actor, Facts
from kg.resolve import resolve_actors

SUEDLAND, NORDLAND = state("Südland", "Q9001"), state("Nordland", "Q9002")
PARTY = body("Hafenpartei")
CHANCELLOR = person("Anna Brandt", "Bundeskanzlerin")

SURE = {
    "surname-and-office": ([CHANCELLOR], [person("Brandt", "Bundeskanzlerin")]),
    "surname-and-shorter-office": (
        [person("Anna Brandt", "Bundeskanzlerin", of="Südland"), SUEDLAND],
        [person("Brandt", "Kanzlerin", of="Südland"), SUEDLAND],
    ),
    "surname-and-office-of-a-body": (
        [person("Anna Brandt", "Vorsitzende", of="Hafenpartei"), PARTY],
        [person("Brandt", "Vorsitzende", of="Hafenpartei"), PARTY],
    ),
    "surname-first": ([person("Wang Yi", "US-Außenminister")], [person("Wang", "US-Außenminister")]),
    "party-and-company": (
        [person("Anna Brandt", of="Hafenpartei"), PARTY, body("Werftrat")],
        [person("Brandt", of="Hafenpartei"), PARTY, body("Werftrat")],
    ),
    "same-surname-same-office-no-full-name": ([person("Brandt", "US-Präsident")], [person("Brandt", "US-Präsident")]),
    "one-has-hyphen": ([person("Franz-Josef Brandt")], [person("Franz Josef Brandt")]),
    "genitive": ([person("Anna Brandt")], [person("Anna Brandts")]),
    "other-spelling-same-office": (
        [person("Muammar Ghaddari", "US-Präsident")],
        [person("Muammar Gadari", "US-Präsident")],
    ),
    "slip-same-office": ([person("Georg Brandtner", "US-Präsident")], [person("Georg Brandner", "US-Präsident")]),
    "legal-form": ([body("Hafenbau AG")], [body("Hafenbau")]),
    "case-of-body": ([body("Deutscher Hafenbund")], [body("Deutschen Hafenbundes")]),
    "town-of-body": ([body("Mainzer Hafenamt")], [body("Hafenamt Mainz")]),
    "club": ([body("SV Neustadt Wacker 04")], [body("Neustadt Wacker")]),
    "abbreviation-told": ([body("Deutscher Hafenbund", "DHB")], [body("DHB")]),
    "gazetteer": ([body("Amnesty International", item="Q42970")], [body("amnesty international")]),
}

DRAFTS = {
    "surname-alone": ([person("Anna Brandt")], [person("Brandt")]),
    "surname-and-vague-office": ([person("Anna Brandt", "Präsidentin")], [person("Brandt", "Präsidentin")]),
    "company-alone": (
        [person("Anna Brandt"), body("Werftrat"), body("Hafenamt")],
        [person("Brandt"), body("Werftrat"), body("Hafenamt")],
    ),
    "offices-of-two-states": (
        [person("Anna Brandt", "Außenministerin", of="Südland"), SUEDLAND, body("Werftrat"), body("Hafenamt")],
        [person("Brandt", "Innenministerin", of="Nordland"), NORDLAND, body("Werftrat"), body("Hafenamt")],
    ),
    "other-spelling": ([person("Muammar Ghaddari")], [person("Muammar Gadari")]),
    "one-letter": ([person("Georg Brandtner")], [person("Georg Brandner")]),
    "more-first-names": ([person("Anna Maria Brandt")], [person("Anna Brandt")]),
    "minister-and-goalkeeper": ([person("Jan Brandt", "Minister")], [person("Jan Brandt", "Torwart")]),
    "initials": ([body("Nordland Hafen Bund")], [body("NHB")]),
    "two-letters-told": ([body("Hafenbund", "HB")], [body("HB")]),
    "short-name-told": ([body("Hafenbau Europa", "Hafenbau")], [body("Hafenbau")]),
    "person-or-body": ([person("Anna Brandt")], [body("Anna Brandt")]),
}

APART = {
    "two-first-names": ([person("Anna Brandt")], [person("Peter Brandt")]),
    "man-and-woman": (
        [person("Anna Brandt", "Bundeskanzlerin", gender="Fem")],
        [person("Brandt", "Bundeskanzler", gender="Masc")],
    ),
    "short-words-one-letter-apart": ([person("Wei Li")], [person("Wei Lu")]),
    "first-name-alone": ([person("Anna Brandt")], [person("Anna")]),
    "two-of-one-surname-alone": ([person("Brandt", "Zeuge")], [person("Brandt", "Torwart")]),
    "suspects-with-initial": ([person("Daniel B.")], [person("Daniel B.")]),
    "bodies-of-like-names": ([body("Bayer")], [body("Bayern")]),
    "capital-and-state": ([Actor("x", "Paris", PLACE)], [Actor("x", "Paris", COUNTRY, wikidata="Q142")]),
}


def two(first: list[Actor], second: list[Actor]) -> list[Facts]:
    return [article("a.txt", *first), article("b.txt", *second)]


def identity_numbers(facts: list[Facts]) -> tuple[int, int]:
    """Identities and drafts that concern the first actor of each article."""
    resolution = resolve_actors(facts)
    mine = {resolution.by_actor[key].slug for key in _firsts(resolution.by_actor, facts)}
    return len(mine), len(resolution.drafts)


def _firsts(keys: object, facts: list[Facts]) -> list[tuple[str, str]]:
    wanted = {(f.article.source.removesuffix(".txt"), f.actors[0].key) for f in facts}
    return [(article, key) for article, key in keys if (article.rsplit("-", 1)[0], key) in wanted]


@pytest.mark.parametrize(("first", "second"), SURE.values(), ids=SURE)
def test_sure_merges_are_made(first: list[Actor], second: list[Actor]) -> None:
    assert identity_numbers(two(first, second)) == (1, 0)


@pytest.mark.parametrize(("first", "second"), DRAFTS.values(), ids=DRAFTS)
def test_doubtful_merges_are_asked(first: list[Actor], second: list[Actor]) -> None:
    assert identity_numbers(two(first, second)) == (2, 1)


@pytest.mark.parametrize(("first", "second"), APART.values(), ids=APART)
def test_others_stay_apart(first: list[Actor], second: list[Actor]) -> None:
    assert identity_numbers(two(first, second)) == (2, 0)


@pytest.mark.parametrize(("first", "second"), (SURE | DRAFTS | APART).values(), ids=SURE | DRAFTS | APART)
def test_order_of_articles_does_not_matter(first: list[Actor], second: list[Actor]) -> None:
    one, other = (resolve_actors(order) for order in permutations(two(first, second)))
    assert one == other


def test_second_bearer_of_the_surname_makes_it_doubtful() -> None:
    facts = [
        article("a.txt", person("Anna Brandt", "Verteidigungsministerin")),
        article("b.txt", person("Brandt", "Verteidigungsministerin")),
        article("c.txt", person("Eva Brandt", "Ministerin")),
    ]
    assert nodes(facts) == ["Anna Brandt: a.txt", "Brandt: b.txt", "Eva Brandt: c.txt"]
    assert nodes(facts[:2]) == ["Anna Brandt: a.txt b.txt"]
    drafts = resolve_actors(facts).drafts
    assert ("Anna Brandt", "Brandt") in [(d.actor.name, d.alias.name) for d in drafts]
    assert "Eva Brandt has the name too" in drafts[0].but


def test_office_decides_between_two_of_one_surname() -> None:
    facts = [
        article("a.txt", person("Anna Brandt", "Bundeskanzlerin")),
        article("b.txt", person("Peter Brandt", "Torwart")),
        article("c.txt", person("Brandt", "Bundeskanzlerin")),
    ]
    assert nodes(facts) == ["Anna Brandt: a.txt c.txt", "Peter Brandt: b.txt"]


def test_article_that_knows_both_keeps_them_apart() -> None:
    facts = [
        article("a.txt", person("Anna Brandt", "Bundeskanzlerin"), person("Brandt", "Bundeskanzlerin")),
        article("b.txt", person("Anna Brandt", "Bundeskanzlerin")),
    ]
    assert nodes(facts) == ["Anna Brandt: a.txt b.txt", "Brandt: a.txt"]


def test_ways_of_writing_in_one_article_are_one() -> None:
    facts = [article("a.txt", body("Hafenbau AG"), body("Hafenbau"), body("Nordland Hafen Bund"), body("NHB"))]
    assert nodes(facts) == ["Hafenbau AG: a.txt a.txt", "Nordland Hafen Bund: a.txt a.txt"]


def test_two_people_of_one_name_in_an_article_stay_two_but_not_two_bodies() -> None:
    people = article("a.txt", person("Brandt"), replace(person("BRANDT"), key="brandt-2"))
    bodies = article("b.txt", body("Werft"), replace(body("WERFT"), key="werft-2"))
    assert nodes([people, bodies]) == ["BRANDT: a.txt", "Brandt: a.txt", "WERFT: b.txt b.txt"]


def test_abbreviation_of_two_bodies_is_asked() -> None:
    facts = [
        article("a.txt", body("Deutscher Hafenbund", "DHB")),
        article("b.txt", body("Deutscher Handballbund", "DHB")),
        article("c.txt", body("DHB")),
    ]
    assert len(nodes(facts)) == 3
    assert len(resolve_actors(facts).drafts) == 3


def test_described_people_are_neither_merged_nor_asked() -> None:
    facts = [article(s, body("Behörden"), described=["Behörden"]) for s in ("a.txt", "b.txt")]
    assert len(nodes(facts)) == 2
    assert resolve_actors(facts).drafts == ()


def test_goalkeeper_and_minister_of_one_name_are_two_nodes() -> None:
    facts = [
        article("a.txt", person("Jan Brandt", "Minister")),
        article("b.txt", person("Jan Brandt", "Torwart")),
        article("c.txt", person("Jan Brandt", "Außenminister")),
        article("d.txt", person("Jan Brandt")),
    ]
    assert nodes(facts) == ["Jan Brandt: a.txt c.txt", "Jan Brandt: b.txt", "Jan Brandt: d.txt"]
    (first, *_) = resolve_actors(facts).drafts
    assert first.actor.articles, "a name that several nodes have is narrowed to its articles"


def test_party_of_another_state_is_not_the_gazetteers() -> None:
    democrats = body("Demokraten", item="Q29552")
    facts = [
        article("a.txt", democrats, state("USA", "Q30")),
        article("b.txt", democrats, state("Thailand", "Q869")),
        article("c.txt", democrats, state("Thailand", "Q869")),
        article("d.txt", democrats),
    ]
    assert nodes(facts) == ["Demokraten: a.txt d.txt", "Demokraten: b.txt c.txt"]


def test_label_is_no_genitive_of_another() -> None:
    assert nodes(two([person("Anna Brandts")], [person("Anna Brandt")])) == ["Anna Brandt: a.txt b.txt"]


def test_reasons_say_what_a_merge_went_by() -> None:
    facts = two([CHANCELLOR], [person("Brandt", "Bundeskanzlerin")])
    (reason,) = resolve_actors(facts).reasons.values()
    assert reason.rule == "surname"
    assert "role Bundeskanzlerin" in reason.grounds
    assert not resolve_actors(two([CHANCELLOR], [CHANCELLOR])).reasons, "the same name needs none"
