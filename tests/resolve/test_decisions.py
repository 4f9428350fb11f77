"""What users say about who is one wins over every rule; a draft decides nothing."""

from made_up import ORGANIZATION, PERSON, article, body, nodes, person, state

from kg.resolve import Decision, Side, resolve_actors

ANNA, PETER = person("Anna Brandt", "Bundeskanzlerin"), person("Peter Brandt", "Torwart")
BRANDT = person("Brandt")


def same(actor: Side, alias: Side) -> Decision:
    return Decision("same", actor, alias, "aliases.toml: line 3")


def different(actor: Side, alias: Side) -> Decision:
    return Decision("different", actor, alias, "aliases.toml: line 3")


def named(name: str, *articles: str, kind=PERSON) -> Side:
    return Side(name, kind, articles)


FACTS = [article("a.txt", ANNA), article("b.txt", PETER), article("c.txt", BRANDT), article("d.txt", BRANDT)]


def test_same_in_every_article() -> None:
    assert nodes(FACTS, [same(named("Peter Brandt"), named("Brandt"))]) == [
        "Anna Brandt: a.txt",
        "Brandt: b.txt c.txt d.txt",
    ]


def test_same_in_one_article() -> None:
    assert nodes(FACTS, [same(named("Peter Brandt"), named("Brandt", "c.txt"))]) == [
        "Anna Brandt: a.txt",
        "Brandt: d.txt",
        "Peter Brandt: b.txt c.txt",
    ]


def test_names_are_compared_without_capitals_and_spaces() -> None:
    assert len(nodes(FACTS, [same(named("peter  BRANDT"), named("brandt"))])) == 2


def test_another_name_of_an_article_means_the_actor_too() -> None:
    facts = [article("a.txt", body("Deutscher Hafenbund", "Hafenleute")), article("b.txt", body("Werftbund"))]
    decision = same(named("Werftbund", kind=ORGANIZATION), named("Hafenleute", kind=ORGANIZATION))
    assert nodes(facts, [decision]) == ["Deutscher Hafenbund: a.txt b.txt"]


def test_different_undoes_a_sure_merge() -> None:
    facts = [article(s, ANNA) for s in ("a.txt", "b.txt", "c.txt")]
    assert nodes(facts, [different(named("Anna Brandt"), named("Anna Brandt", "b.txt"))]) == [
        "Anna Brandt: a.txt c.txt",
        "Anna Brandt: b.txt",
    ]


def test_different_undoes_one_wikidata_item() -> None:
    facts = [article(s, state("Nordland", "Q9002"), ANNA) for s in ("a.txt", "b.txt")]
    sides = named("Nordland", kind=facts[0].actors[0].kind), named("Nordland", "b.txt", kind=facts[0].actors[0].kind)
    assert len(resolve_actors(facts).identities) == 2
    assert len(resolve_actors(facts, [different(*sides)]).identities) == 3


def test_different_withdraws_the_question() -> None:
    facts = [FACTS[0], FACTS[2]]
    (draft,) = resolve_actors(facts).drafts
    assert resolve_actors(facts, [different(draft.actor, draft.alias)]).drafts == ()


def test_same_answers_the_question() -> None:
    facts = [FACTS[0], FACTS[2]]
    (draft,) = resolve_actors(facts).drafts
    resolution = resolve_actors(facts, [same(draft.actor, draft.alias)])
    assert resolution.drafts == ()
    assert [i.label for i in resolution.identities] == ["Anna Brandt"]
    (reason,) = resolution.reasons.values()
    assert (reason.rule, reason.grounds) == ("confirmed", ("“Brandt” is “Anna Brandt”",))


def test_what_one_article_tells_apart_can_be_confirmed() -> None:
    facts = [article("a.txt", ANNA, BRANDT)]
    assert nodes(facts, [same(named("Anna Brandt"), named("Brandt"))]) == ["Anna Brandt: a.txt a.txt"]


def test_confirmed_name_that_nobody_has_is_told() -> None:
    decision = same(named("Peter Brandt"), named("Berger", "c.txt"))
    resolution = resolve_actors(FACTS, [decision])
    assert resolution.problems == (
        "aliases.toml: line 3: no article names “Berger” (person) in c.txt, nothing merged.",
    )
    assert nodes(FACTS, [decision]) == nodes(FACTS)


def test_rejected_name_that_nobody_has_is_no_problem() -> None:
    assert resolve_actors(FACTS, [different(named("Peter Brandt"), named("Berger"))]).problems == ()


def test_contradiction_is_told_and_nothing_merged() -> None:
    decisions = [
        same(named("Anna Brandt"), named("Brandt")),
        different(named("Brandt"), named("Anna Brandt")),
    ]
    resolution = resolve_actors(FACTS, decisions)
    assert resolution.problems == ("aliases.toml: line 3: another entry says that they are different, nothing merged.",)
    assert nodes(FACTS, decisions)[0] == "Anna Brandt: a.txt"


def test_contradiction_by_way_of_a_third_is_told() -> None:
    decisions = [
        same(named("Anna Brandt"), named("Brandt")),
        same(named("Peter Brandt"), named("Brandt")),
        different(named("Anna Brandt"), named("Peter Brandt")),
    ]
    assert len(resolve_actors(FACTS, decisions).problems) == 1


def test_person_and_body_can_be_one() -> None:
    facts = [
        article("a.txt", person("Hafen Kaiser")),
        article("b.txt", body("Hafen Kaiser")),
        article("c.txt", body("Hafen Kaiser")),
    ]
    decision = same(named("Hafen Kaiser", kind=ORGANIZATION), named("Hafen Kaiser"))
    assert nodes(facts, [decision]) == ["Hafen Kaiser: a.txt b.txt c.txt"]
    assert resolve_actors(facts, [decision]).identities[0].kind is ORGANIZATION
