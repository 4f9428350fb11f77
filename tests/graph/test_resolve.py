"""Which actors of different articles are one, and what their IRIs end in."""

from itertools import permutations

import pytest

from kg.facts import Actor, ActorKind, Article, Event, Facts, Mention, MentionKind, Span
from kg.resolve import Resolution, article_name, resolve_actors, slug

PERSON, ORGANIZATION, COUNTRY, GROUP = (
    ActorKind.PERSON,
    ActorKind.ORGANIZATION,
    ActorKind.COUNTRY,
    ActorKind.GROUP,
)


def article(source: str, *actors: Actor, described: tuple[str, ...] = (), unused: tuple[str, ...] = ()) -> Facts:
    """An article in which every actor takes part in an event, apart from those `unused`."""
    kinds = {a.key: MentionKind.DESCRIPTION if a.key in described else MentionKind.NAME for a in actors}
    return Facts(
        Article(source, f"Text von {source}."),
        actors,
        tuple(Mention(Span(0, 4), key, kind) for key, kind in kinds.items()),
        events=(Event("Ereignis", Span(5, 8), tuple(a.key for a in actors if a.key not in unused)),),
    )


def slugs(resolution: Resolution) -> list[str]:
    return [identity.slug for identity in resolution.identities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wang Yi", "wang-yi"),
        ("US-Außenministerium", "us-aussenministerium"),
        ("Ärzte für Österreich e. V.", "aerzte-fuer-oesterreich-e-v"),
        ("A\u0308rzte", "aerzte"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Lech Wałęsa", "lech-walesa"),
        ("  --Zug  um Zug!-- ", "zug-um-zug"),
    ],
)
def test_slug_is_readable_ascii(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize("text", ["王毅", "!!!", "", "Ё"])
def test_slug_of_what_ascii_cannot_say_is_a_digest(text: str) -> None:
    assert len(slug(text)) == 8
    assert slug(text) != slug(f"{text}王")


def test_article_name_tells_paths_and_bodies_apart() -> None:
    names = {
        article_name(Article(source, body))
        for source in ("a/Straße 1.txt", "b/Straße 1.txt")
        for body in ("Text.", "Text!")
    }
    assert len(names) == 4
    assert all(name.startswith("strasse-1-") and len(name) == len("strasse-1-") + 8 for name in names)


def test_same_label_and_kind_is_one() -> None:
    resolution = resolve_actors(
        [article("a.txt", Actor("x", "Anna Brandt", PERSON)), article("b.txt", Actor("y", "anna  brandt", PERSON))]
    )
    assert slugs(resolution) == ["anna-brandt"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Actor("x", "Brandt", PERSON), Actor("y", "Brandt", ORGANIZATION)),
        (Actor("x", "Brandt", PERSON), Actor("y", "Anna Brandt", PERSON)),
        (Actor("x", "Georgien", COUNTRY, wikidata="Q230"), Actor("y", "Georgien", COUNTRY, wikidata="Q1428")),
    ],
    ids=["other-kind", "surname-alone", "other-item"],
)
def test_doubtful_actors_stay_apart(one: Actor, other: Actor) -> None:
    assert len(resolve_actors([article("a.txt", one), article("b.txt", other)]).identities) == 2


def test_described_actors_of_two_articles_stay_apart() -> None:
    crowd = Actor("x", "Demonstranten", GROUP)
    resolution = resolve_actors([article(s, crowd, described=("x",)) for s in ("a.txt", "b.txt", "c.txt")])
    assert slugs(resolution) == ["demonstranten", "demonstranten-2", "demonstranten-3"]


def test_two_homonyms_of_one_article_stay_apart() -> None:
    twins = article("a.txt", Actor("x", "Müller", PERSON), Actor("x-2", "Müller", PERSON))
    assert slugs(resolve_actors([twins, article("b.txt", Actor("y", "Müller", PERSON))])) == [
        "mueller",
        "mueller-2",
        "mueller-3",
    ]


def test_same_wikidata_item_is_one_whatever_the_label() -> None:
    resolution = resolve_actors(
        [
            article("a.txt", Actor("x", "Nato", ORGANIZATION, wikidata="Q7184"), described=("x",)),
            article("b.txt", Actor("y", "Nordatlantikpakt", ORGANIZATION, ("Nato",), wikidata="Q7184")),
            article("c.txt", Actor("z", "Nato", ORGANIZATION)),
        ]
    )
    (nato,) = resolution.identities
    assert (nato.slug, nato.label, nato.names, nato.wikidata) == ("nato", "Nato", ("Nordatlantikpakt",), "Q7184")


def test_label_is_the_most_frequent_then_the_fullest() -> None:
    def label_of(*labels: str) -> str:
        actors = [Actor("x", label, COUNTRY, wikidata="Q30") for label in labels]
        (identity,) = resolve_actors([article(f"{i}.txt", a) for i, a in enumerate(actors)]).identities
        return identity.label

    assert label_of("Vereinigte Staaten", "USA", "USA") == "USA"
    assert label_of("USA", "Vereinigte Staaten") == "Vereinigte Staaten"


def test_numbers_follow_the_path_of_the_first_article() -> None:
    facts = [
        article("c.txt", Actor("x", "Rat", ORGANIZATION)),
        article("b.txt", Actor("x", "Rat", PERSON)),
        article("a.txt", Actor("x", "Rat", GROUP)),
    ]
    kinds = {i.slug: i.kind for i in resolve_actors(facts).identities}
    assert kinds == {"rat": GROUP, "rat-2": PERSON, "rat-3": ORGANIZATION}


def test_resolution_is_the_same_for_any_order() -> None:
    facts = [
        article("a.txt", Actor("x", "Rat", ORGANIZATION, ("R",))),
        article("b.txt", Actor("x", "RAT", ORGANIZATION, ("S",))),
        article("c.txt", Actor("x", "Rat", PERSON)),
    ]
    first, *others = [resolve_actors(order) for order in permutations(facts)]
    assert all(other == first for other in others)


def test_a_label_that_looks_numbered_does_not_collide() -> None:
    resolution = resolve_actors(
        [article("a.txt", Actor("x", "Rat", PERSON), Actor("y", "Rat", GROUP), Actor("z", "Rat 2", GROUP))]
    )
    assert slugs(resolution) == ["rat", "rat-2", "rat-2-2"]


def test_actors_that_take_no_part_have_no_identity() -> None:
    facts = article("a.txt", Actor("x", "Rat", PERSON), Actor("y", "Kreis", GROUP), unused=("x",))
    resolution = resolve_actors([facts])
    assert slugs(resolution) == ["kreis"]
    assert resolution.of(article_name(facts.article), "x") is None


def test_body_of_a_role_has_an_identity_if_the_article_names_it() -> None:
    minister = Actor("x", "Anna Brandt", PERSON, affiliation="y")
    facts = article("a.txt", minister, Actor("y", "Kreis", GROUP, affiliation="x"), unused=("y",))
    assert slugs(resolve_actors([facts])) == ["anna-brandt", "kreis"]


def test_no_articles_have_no_actors() -> None:
    assert resolve_actors([]).identities == ()
