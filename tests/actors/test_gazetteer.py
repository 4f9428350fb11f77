"""The tables of states, bodies, roles, groups, first names and pronouns: every entry is reached, every example fits."""

import pytest

from kg.lexicon.gazetteer import (
    bodies,
    compound_owner,
    inhabitant,
    known_state,
    name_forms,
    name_index,
    state_of_adjective,
    state_of_town_adjective,
    states,
)
from kg.lexicon.loader import read_table
from kg.lexicon.namewords import LegalFormEntry, OfficeEntry, legal_forms, names_thing, office_nouns, same_office
from kg.lexicon.people import (
    TitleNounEntry,
    adpositions,
    first_name_gender,
    group,
    groups,
    name_particles,
    pronouns,
    role,
    roles,
    title_role,
    weak_endings,
)


def test_every_state_is_found_by_its_names_and_adjectives() -> None:
    assert len(states()) > 190
    for state in states():
        known = known_state(state.iso)
        for name in (state.name, *state.other):
            assert name_index()[name].known == known, name
        if state.adjectives:
            assert any(state_of_adjective(w) == known for w in state.example.split()) or state.iso in {"CG", "CD"}


def test_houses_stand_for_their_state() -> None:
    for state in states():
        for house in state.houses:
            assert name_index()[house].known.name == state.name
            assert name_index()[house].house


def test_every_seat_stands_for_one_actor() -> None:
    owners = [(seat, s.name) for s in (*states(), *bodies()) for seat in s.seats]
    assert len({seat for seat, _ in owners}) == len(owners)
    for seat, owner in owners:
        assert name_index()[seat].known.name == owner
        assert name_index()[seat].seat or seat == owner


def test_states_have_distinct_items() -> None:
    items = [s.wikidata for s in states()]
    assert len(set(items)) == len(items)


def test_every_body_is_found_by_its_names() -> None:
    assert len(bodies()) > 120
    for body in bodies():
        for name in (body.name, *body.other):
            hit = name_index()[name]
            assert hit.known.name in (body.name, "Deutschland"), name
        assert body.state is None or known_state(body.state) is not None


def test_examples_of_bodies_name_them() -> None:
    for body in bodies():
        forms = {f for n in (body.name, *body.other) for f in name_forms(n, body.grammar == "Plur")}
        assert any(f in body.example for f in forms), body.name


@pytest.mark.parametrize(
    ("form", "name"),
    [
        pytest.param("Vereinigten Staaten", "USA", id="weak-adjective"),
        pytest.param("Russlands", "Russland", id="genitive"),
        pytest.param("Weißen Hauses", "USA", id="seat-of-two-words"),
        pytest.param("Vereinten Nationen", "Vereinte Nationen", id="plural-body"),
        pytest.param("Grünen", "Bündnis 90/Die Grünen", id="adjectival-party"),
        pytest.param("Bundesgerichtshofes", "Bundesgerichtshof", id="long-genitive"),
        pytest.param("Bundesregierung", "Deutschland", id="government-represents-state"),
    ],
)
def test_inflected_names_are_found(form: str, name: str) -> None:
    assert name_index()[form].known.name == name


@pytest.mark.parametrize("word", ["Iranerin", "Polnisch", "Staat", "Parisien", "Russl"])
def test_other_words_are_no_names(word: str) -> None:
    assert word not in name_index()


def test_inhabitants_and_adjectives() -> None:
    found = inhabitant("Französinnen")
    assert found is not None
    assert (found[0].name, found[1], found[2]) == ("Frankreich", "Plur", "Fem")
    assert inhabitant("Schweden") is not None
    assert state_of_adjective("südkoreanischen") == known_state("KR")
    assert state_of_town_adjective("Moskauer") == known_state("RU")
    assert state_of_adjective("Moskauer") is None
    assert state_of_adjective("städtischen") is None


def test_compounds_begin_with_their_owner() -> None:
    owner = compound_owner("US-Außenminister")
    assert owner is not None
    assert (owner[0].name, owner[1]) == ("USA", "Außenminister")
    assert compound_owner("Mittelmeer-Anrainer") is None


def test_every_role_noun_is_found_as_itself() -> None:
    for entry in roles():
        assert entry.example
        for noun in (*entry.masculine, *entry.feminine, *entry.common, *entry.neuter):
            found = role(noun)
            assert found is not None and found.noun.lower() == noun.lower(), noun
        assert any(role(w.strip(".,")) for w in entry.example.split())


def test_every_group_noun_is_found_as_itself() -> None:
    for entry in groups():
        for noun in (*entry.masculine, *entry.feminine, *entry.neuter, *entry.plural):
            found = group(noun)
            assert found is not None and found.noun == noun, noun
        assert any(group(w.strip(".,")) for w in entry.example.split()), entry.example


@pytest.mark.parametrize(
    ("word", "base", "gender"),
    [
        pytest.param("US-Außenministers", "US-Außenminister", "Masc", id="compound-genitive"),
        pytest.param("Bundeskanzlerin", "Bundeskanzlerin", "Fem", id="feminine"),
        pytest.param("Anwälte", "Anwalt", "Masc", id="umlaut-plural"),
        pytest.param("Vorsitzender", "Vorsitzende", None, id="adjectival"),
        pytest.param("58-Jährige", "58-Jährige", None, id="age"),
    ],
)
def test_role_finds_base_and_gender(word: str, base: str, gender: str | None) -> None:
    found = role(word)
    assert found is not None
    assert (found.base, found.gender) == (base, gender)


@pytest.mark.parametrize("word", ["Garten", "Flugzeuge", "Lautsprecher", "Telefonat", "Vorherrschaft", "Gefahr"])
def test_things_are_no_roles(word: str) -> None:
    assert role(word) is None


@pytest.mark.parametrize("word", ["Anklagebank", "Atomkraftwerk", "Niederlande", "Datenbanken"])
def test_things_are_no_groups(word: str) -> None:
    assert group(word) is None


def test_names_of_events_and_prizes_are_things() -> None:
    assert names_thing("Winterspiele")
    assert names_thing("Filmpreis")
    assert not names_thing("Volkspartei")


def test_legal_forms_end_names() -> None:
    assert {"AG", "GmbH", "Inc.", "e.V."} <= legal_forms()
    assert all(any(w in e.example for w in e.words) for e in read_table("legalforms", LegalFormEntry))


def test_offices_go_by_several_nouns() -> None:
    for entry in read_table("offices", OfficeEntry):
        assert same_office(entry.nouns[0], entry.nouns[-1])
        assert sum(w.strip(".,;") in entry.nouns for w in entry.example.split()) >= 2, entry.example
    assert not same_office("Minister", "Präsident")
    assert not same_office("Trainer", "Lehrer")


def test_offices_stand_before_their_genitive() -> None:
    for entry in read_table("officenouns", OfficeEntry):
        assert set(entry.nouns) <= office_nouns()
        assert any(w.strip(".,") in entry.nouns for w in entry.example.split())
    assert "Kanzlei" not in office_nouns()


@pytest.mark.parametrize(
    ("word", "base"),
    [
        pytest.param("Krankenhäusern", "Krankenhaus", id="umlaut-of-a-diphthong"),
        pytest.param("Ministerien", "Ministerium", id="latin-ending"),
        pytest.param("Bündnissen", "Bündnis", id="doubled-letter"),
    ],
)
def test_group_knows_plurals(word: str, base: str) -> None:
    found = group(word)
    assert found is not None
    assert (found.base, found.number) == (base, "Plur")


def test_title_nouns_count_only_before_names() -> None:
    for entry in read_table("titlenouns", TitleNounEntry):
        noun = entry.example.split()[1]
        found = title_role(noun)
        assert found is not None
        assert found.gender == entry.gender
    assert role("Segelmacher") is None
    assert title_role("Chanson-Legenden") is None
    assert title_role("Trio") is None


def test_weak_nouns_keep_their_plural() -> None:
    assert "Demonstrant".endswith(weak_endings())
    assert not "Häftling".endswith(weak_endings())


def test_particles_are_small_words() -> None:
    assert {"von", "van", "de", "bin"} <= name_particles()
    assert all(w.islower() for w in name_particles())


def test_first_names() -> None:
    assert first_name_gender("Angela") == "Fem"
    assert first_name_gender("Hans-Joachim") == "Masc"
    assert first_name_gender("Jean") is None
    assert first_name_gender("Regierung") is None


def test_pronouns_and_adpositions_are_in_lower_case_and_exemplified() -> None:
    assert {"er", "sie", "ihm", "sein", "dieser", "der"} <= set(pronouns())
    for form, entries in pronouns().items():
        assert form == form.lower() and all(e.example for e in entries)
    for word, adposition in adpositions().items():
        assert word in adposition.example.lower()
