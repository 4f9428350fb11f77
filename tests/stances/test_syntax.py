"""Syntactic forms that bring an act's ends together: infinitives, datives, appositions, pronouns for clauses."""

from dataclasses import replace

import pytest
from plain_cast import cast_of
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.acts.clauses import agents, datives, grammatical_subjects, logical_objects
from kg.extract.acts.ends import Ends
from kg.extract.acts.strays import let_objects
from kg.extract.cast import Cast
from kg.extract.stances import find_stances
from kg.facts import Actor, ActorKind, Mention, MentionKind, Quotation, QuotationKind, Span

Expected = tuple[str, str, str, str]

SENTENCES: list[tuple[str, str, set[Expected]]] = [
    ("on-no-account", "Der Präsident hat den Minister auf keinen Fall kritisiert.", set()),
    ("in-no-way", "Der Präsident hat den Minister in keiner Weise kritisiert.", set()),
    ("under-no-circumstances", "Der Präsident hat den Minister unter keinen Umständen kritisiert.", set()),
    (
        "support-asked-for",
        "Der Präsident rief die Rebellen auf, den Minister zu unterstützen.",
        {("präsident", "rebellen", "Demand", "Actual"), ("präsident", "minister", "Endorse", "Actual")},
    ),
    (
        "harm-asked-for",
        "Der Präsident forderte die Armee auf, die Rebellen zu entwaffnen.",
        {("präsident", "armee", "Demand", "Actual"), ("präsident", "rebellen", "Demand", "Actual")},
    ),
    (
        "harm-by-anybody-asked-for",
        "Der Präsident verlangte, dass der Minister entlassen wird.",
        {("präsident", "minister", "Demand", "Actual")},
    ),
    (
        "attempt-to-hinder",
        "Der Präsident versuchte, den Plan des Ministers zu stoppen.",
        {("präsident", "minister", "Reject", "Actual")},
    ),
    (
        "attempt-at-violence",
        "Die Rebellen versuchten, den Präsidenten zu stürzen.",
        {("rebellen", "präsident", "Sanction", "Actual")},
    ),
    (
        "aim-to-hinder",
        "Der Verein reiste an, um den Plan des Ministers zu Fall zu bringen.",
        {("verein", "minister", "Reject", "Actual")},
    ),
    (
        "dative-read-as-genitive",
        "Gestern hat der Verein Nord der Behörde ein Haus geschenkt.",
        {("verein", "behörde", "Aid", "Actual")},
    ),
    (
        "dative-read-as-attribute-of-the-object",
        "Der Präsident hat sein Haus dem Verein geschenkt.",
        {("präsident", "verein", "Aid", "Actual")},
    ),
    (
        "reason-of-a-verb",
        "Der Verein beschwerte sich, weil der Minister schweigt.",
        {("verein", "minister", "Accuse", "Actual")},
    ),
    (
        "reason-of-a-support-verb",
        "Der Verein legte Beschwerde ein, weil der Minister schweigt.",
        {("verein", "minister", "Accuse", "Actual")},
    ),
    (
        "latter",
        "Der Präsident traf den Richter und kritisierte dessen Urteil.",
        {("präsident", "richter", "Accuse", "Actual")},
    ),
    (
        "it-of-the-clause-above",
        "Das Gericht veröffentlichte einen Text, in dem es den Präsidenten rügt.",
        {("gericht", "präsident", "Accuse", "Actual")},
    ),
    (
        "wanted-by-both",
        "Der Konzern und der Verein wollen enger zusammenarbeiten.",
        {("konzern", "verein", "Cooperate", "Actual"), ("verein", "konzern", "Cooperate", "Actual")},
    ),
    (
        "act-declared-void",
        "Das Gericht erklärte die Entlassung des Ministers durch den Präsidenten für nichtig.",
        {
            ("gericht", "präsident", "Reject", "Actual"),
            ("gericht", "minister", "Endorse", "Actual"),
            ("präsident", "minister", "Sanction", "Actual"),
        },
    ),
]

NOTHING = [
    # Who wants no help given asks for nothing against him.
    ("Der Präsident verlangte, dass der Minister nicht entlassen wird.", "minister"),
    # What is only aimed at and not told is no arrest yet.
    ("Der Verein sammelte Geld, um den Minister festzunehmen.", "minister"),
    ("Der Konzern will mit dem Verein zusammenarbeiten.", "verein"),
    ("Der Verein legte Beschwerde ein, obwohl der Minister schweigt.", "minister"),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in SENTENCES], ids=[c[0] for c in SENTENCES])
def test_syntax_brings_the_ends_together(text: str, expected: set[Expected], stances_of) -> None:  # type: ignore[no-untyped-def]
    found = {(s.source, s.target, s.act.value, s.status.value) for s in stances_of(text) if s.status.value == "Actual"}
    assert found == expected


@pytest.mark.parametrize(("text", "spared"), NOTHING)
def test_syntax_leaves_alone(text: str, spared: str, stances_of) -> None:  # type: ignore[no-untyped-def]
    assert not [s for s in stances_of(text) if s.target == spared and s.status.value == "Actual"]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "dative"),
    [
        ("Die Stadt klagt, obwohl ihr der Konzern Geld geschenkt hat.", "geschenkt", "Konzern", "ihr"),
        ("Der Konzern klagt, obwohl er der Stadt Geld geschenkt hat.", "geschenkt", "er", "Stadt"),
    ],
)
def test_datives_are_no_subjects(text: str, verb: str, subject: str, dative: str, nlp: Language) -> None:
    token = next(t for t in nlp(text) if t.text == verb)
    assert [s.text for s in grammatical_subjects(token)] == [subject]
    assert [d.text for d in datives(token)] == [dative]


def test_who_was_helped_endorses_the_helper(stances_of) -> None:  # type: ignore[no-untyped-def]
    text = "„Der Minister hat uns gerettet“, sagte der Präsident."
    said = Quotation(
        QuotationKind.DIRECT,
        content=(Span(1, text.index("“")),),
        cue=(Span(text.index("sagte"), text.index("sagte") + 5),),
        frame=(),
        speakers=("präsident",),
        speaker_span=Span(text.index("Präsident"), text.index("Präsident") + 9),
    )
    found = {(s.source, s.target, s.act.value) for s in stances_of(text, [said])}
    assert ("präsident", "minister", "Endorse") in found


def test_name_beside_a_noun_tells_whom_it_means(nlp: Language) -> None:
    """ "dem Liberalen Renaux" is the man, not his party; "das Kabinett Renaux" is not the man."""
    for text, noun, meant in (
        ("Der Präsident dankte dem Liberalen Guy Renaux.", "Liberalen", "renaux"),
        ("Der Präsident dankte dem Kabinett Renaux.", "Kabinett", "kreis"),
    ):
        doc = nlp(text)
        by_token = {t.i: "renaux" for t in doc if t.text in ("Guy", "Renaux")}
        by_token |= {t.i: "kreis" for t in doc if t.text == noun}
        at = text.index("Renaux")
        actors = (Actor("renaux", "Guy Renaux", ActorKind.PERSON), Actor("kreis", "Kreis", ActorKind.ORGANIZATION))
        cast = Cast(actors, (Mention(Span(at, at + 6), "renaux", MentionKind.NAME),), by_token)
        token = next(t for t in doc if t.text == noun)
        assert Ends(doc, cast, ()).actor(token) == meant


def test_pronoun_behind_a_noun_is_no_subject(nlp: Language) -> None:
    token = next(t for t in nlp("Am Montag nahmen Beamte sie fest.") if t.text == "nahmen")
    assert [s.text for s in grammatical_subjects(token)] == ["Beamte"]
    assert [o.text for o in logical_objects(token)] == ["sie"]


def test_object_of_letting_is_the_infinitives(nlp: Language) -> None:
    doc = nlp("Der König hat den ehemaligen General Omar Said aus dem Palast werfen lassen.")
    assert [o.text for o in let_objects(next(t for t in doc if t.text == "werfen"))] == ["General"]


def test_agent_stands_between_article_and_participle(nlp: Language) -> None:
    words = ["Norwegen", "stimmte", "gegen", "den", "von", "Estland", "vorgelegten", "Text"]
    doc = Doc(
        nlp.vocab,
        words=words,
        heads=[1, 1, 7, 7, 5, 0, 7, 1],
        deps=["nsubj", "ROOT", "case", "det", "case", "nmod", "amod", "obl"],
        pos=["PROPN", "VERB", "ADP", "DET", "ADP", "PROPN", "ADJ", "NOUN"],
    )
    assert [a.text for a in agents(doc[6])] == ["Estland"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "Der Präsident und der Minister erweitern ihre Zusammenarbeit.",
            {("präsident", "Cooperate"), ("minister", "Cooperate")},
        ),
        ("Der Präsident und der Minister vergessen ihren Streit.", set()),
    ],
)
def test_possessive_of_common_work_stands_for_all(text: str, acts: set[tuple[str, str]], nlp: Language) -> None:
    doc = nlp(text)
    cast = cast_of(doc)
    cast = replace(cast, by_token=cast.by_token | {t.i: "präsident" for t in doc if t.text.startswith("ihre")})
    assert {(s.source, s.act.value) for s in find_stances(doc, cast, ())} == acts
