"""What a cast holds: actors with their traits, the words that stand for one or two of them, and what it leaves out."""

import pytest
from meant import label_of_first
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.extract.cast import Cast
from kg.extract.coreference import find_cast
from kg.facts import ActorKind, MentionKind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Am Mittwoch fielen die Preise um 20 Euro.", ["Mittwoch", "Preise", "Euro"], id="days-and-money"),
        pytest.param("Experten halten das für falsch.", ["Experten"], id="indefinite-experts"),
        pytest.param("Es regnete den ganzen Tag.", ["Es"], id="expletive"),
        pytest.param("Das Flugzeug stand auf der Datenbank.", ["Flugzeug", "Datenbank"], id="things"),
        pytest.param("Kein Minister trat zurück.", ["Minister"], id="negated"),
        pytest.param("Der Mensch irrt.", ["Mensch"], id="people-without-a-number"),
        pytest.param(
            "Im Westen des Landes regnete es. Der Westen der Insel blieb trocken.", ["Westen"], id="direction"
        ),
        pytest.param("In der Innenstadt von Kiel und am Stadtrand war es ruhig.", ["Innenstadt"], id="part-of-a-town"),
        pytest.param("Sie schrieb einen Roman in drei Bänden.", ["Roman", "Bänden"], id="books"),
        pytest.param("Er zahlte Tausende Euro.", ["Tausende"], id="number-of-things"),
        pytest.param("Die Technik nutzt der Verein Nordlicht. Sie gilt als sicher.", ["Sie"], id="subject-is-a-thing"),
        pytest.param(
            "Ministerin Clara Hoffmann plant eine Vereinbarung. Jonas Weber will sie ablehnen.",
            ["sie"],
            id="pronoun-for-a-thing",
        ),
        pytest.param("Clara Hoffmann strebt das Amt des Präsidenten an.", ["Präsidenten"], id="office-held-by-nobody"),
        pytest.param(
            "Clara Hoffmann sprach. Der Vorsitzende Richter schwieg.", ["Vorsitzende"], id="first-word-of-a-title"
        ),
    ],
)
def test_find_cast_leaves_others_out(nlp: Language, text: str, words: list[str]) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    assert {w: label_of_first(cast, doc, w) for w in words} == dict.fromkeys(words)


def test_find_cast_of_nothing_is_empty() -> None:
    assert find_cast(Doc(Vocab())) == Cast((), ())


def test_find_cast_takes_a_document_without_analysis() -> None:
    assert find_cast(Doc(Vocab(), words=["Merkel", "sprach", "."])).mentions == ()


def test_find_cast_takes_trees_of_any_shape() -> None:
    words = ["Frau", "(", "Merkel", ",", "CDU", ")", "\n\n", "und", "die", "er", "'", "von", "der", "Partei", "-"]
    tags = [
        "NOUN",
        "PUNCT",
        "PROPN",
        "PUNCT",
        "PROPN",
        "PUNCT",
        "SPACE",
        "CCONJ",
        "PRON",
        "PRON",
        "PUNCT",
        "ADP",
        "DET",
    ]
    for shift in range(len(words)):
        turned = words[shift:] + words[:shift]
        doc = Doc(
            Vocab(),
            words=turned,
            heads=[max(0, i - 1 - shift % 3) for i in range(len(words))],
            deps=["ROOT", *(["nsubj", "appos", "case", "acl:relcl", "conj", "nmod", "flat"] * 2)],
            pos=[*tags, "NOUN", "PUNCT"],
            ents=["B-PER", "O", "B-ORG", *["O"] * (len(words) - 3)],
        )
        cast = find_cast(doc)
        assert {m.actor for m in cast.mentions} <= {a.key for a in cast.actors}


def test_spans_are_slices_and_keys_are_known(nlp: Language) -> None:
    doc = nlp("US-Außenminister Antony Blinken rief Wang Yi an.\n\nEr warnte Russlands Regierung.")
    cast = find_cast(doc)
    keys = [a.key for a in cast.actors]
    assert len(set(keys)) == len(keys)
    assert {m.actor for m in cast.mentions} | set(cast.by_token.values()) <= set(keys)
    texts = [m.span.text(doc.text) for m in cast.mentions]
    assert "US-Außenminister Antony Blinken" in texts
    assert "Antony Blinken" in texts
    assert all(t == t.strip() and "\n" not in t for t in texts)
    assert [m.span.start for m in cast.mentions] == sorted(m.span.start for m in cast.mentions)


def test_actor_carries_role_affiliation_item_and_gender(nlp: Language) -> None:
    cast = find_cast(nlp("US-Außenministerin Condoleezza Rice kritisierte den Iran."))
    rice = cast.actor("condoleezza-rice")
    assert (rice.kind, rice.roles, rice.gender) == (ActorKind.PERSON, ("US-Außenministerin",), "Fem")
    assert rice.affiliation is not None
    assert cast.actor(rice.affiliation).wikidata == "Q30"
    assert cast.actor("iran").kind is ActorKind.COUNTRY


@pytest.mark.parametrize(
    ("text", "actor", "expressions"),
    [
        pytest.param(
            "Der frühere polnische Minister Jan Nowak sprach.",
            "jan-nowak",
            {"frühere polnische Minister Jan Nowak", "polnische Minister Jan Nowak", "Minister Jan Nowak", "Jan Nowak"},
            id="each-adjective",
        ),
        pytest.param(
            "Rund 300 Demonstranten kamen.",
            "demonstranten",
            {"Rund 300 Demonstranten", "300 Demonstranten", "Demonstranten"},
            id="number",
        ),
        pytest.param(
            "Die Anhänger der Bewegung jubelten.", "anhänger-der-bewegung", {"Anhänger"}, id="noun-without-its-genitive"
        ),
        pytest.param(
            "Die bayerischen Grünen lehnten ab, die Grünen in Bayern auch.",
            "bündnis-90-die-grünen",
            {"bayerischen Grünen", "Grünen", "Grünen in Bayern"},
            id="name-with-adjective-or-place",
        ),
        pytest.param(
            "Erik Stamm, Chef der Hafenbehörde, dementierte.",
            "erik-stamm",
            {"Erik Stamm, Chef der Hafenbehörde", "Chef der Hafenbehörde", "Erik Stamm"},
            id="apposition",
        ),
    ],
)
def test_expressions_of_an_actor(nlp: Language, text: str, actor: str, expressions: set[str]) -> None:
    found = {m.span.text(text) for m in find_cast(nlp(text)).mentions if m.actor == actor}
    assert expressions <= found


def test_a_noun_that_two_actors_share_stands_for_neither(nlp: Language) -> None:
    text = "Die Anhänger der Bewegung jubelten. Die Anhänger des Vereins schwiegen."
    assert "Anhänger" not in {m.span.text(text) for m in find_cast(nlp(text)).mentions}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "Jonas Weber und Clara Hoffmann reisten ab. Die beiden Politiker schwiegen.",
            "Politiker",
            ("Jonas Weber", "Clara Hoffmann"),
            id="coordinated",
        ),
        pytest.param(
            "Schweden lieferte Stahl nach Chile. Beide Länder profitieren.",
            "Länder",
            ("Schweden", "Chile"),
            id="only-two",
        ),
        pytest.param(
            "Jonas Weber und Clara Hoffmann stritten. Sie lehnten den Plan ab.",
            "Sie",
            ("Jonas Weber", "Clara Hoffmann"),
            id="pronoun",
        ),
        pytest.param(
            "Jan Holm stritt mit Ulf Rot. Der Regen hielt an. Abt Veit Grün lobte beide Männer.",
            "Männer",
            ("Jan Holm", "Ulf Rot"),
            id="men-beside-a-third",
        ),
        pytest.param(
            "Abt Veit Grün reiste ab. Jan Holm stritt mit Ulf Rot. Der Regen hielt an. Es wurde kalt. Das Eis brach. "
            "Chile lobte die beiden Unterhändler.",
            "Unterhändler",
            ("Jan Holm", "Ulf Rot"),
            id="the-last-two-of-three",
        ),
        pytest.param(
            "Jan Holm, Ulf Rot und Veit Grün stritten. Chile lobte die beiden Unterhändler.",
            "Unterhändler",
            (),
            id="three-together",
        ),
        pytest.param(
            "Jan Holm stritt mit Ulf Rot. Chile lobte die beiden Minister aus dem Süden.",
            "Minister",
            (),
            id="two-others-with-a-complement",
        ),
        pytest.param(
            "Schweden, Chile und Peru stritten. Beide Länder schwiegen.", "Länder", (), id="three-are-no-pair"
        ),
        pytest.param(
            "Jonas Weber und Clara Hoffmann kamen. Ihre beiden Minister schwiegen.", "Minister", (), id="owned"
        ),
        pytest.param(
            "Jonas Weber und Clara Hoffmann reisten ab. Die Politiker schwiegen.", "Politiker", (), id="no-number"
        ),
        pytest.param("Jonas Weber und Clara Hoffmann sprachen. Sie lehnte den Plan ab.", "Sie", (), id="singular"),
    ],
)
def test_words_for_two(nlp: Language, text: str, word: str, expected: tuple[str, ...]) -> None:
    doc = nlp(text)
    cast = find_cast(doc)
    token = next(t for t in doc if t.text == word)
    assert tuple(cast.actor(k).label for k in cast.several.get(token.i, ())) == expected
    if expected:
        assert cast.of_all([token]) == cast.several[token.i]


def test_pronouns_are_marked_as_such(nlp: Language) -> None:
    doc = nlp("Wladimir Putin schwieg. Er wartete.")
    kinds = {m.span.text(doc.text): m.kind for m in find_cast(doc).mentions}
    assert kinds["Er"] is MentionKind.PRONOUN
    assert kinds["Wladimir Putin"] is MentionKind.NAME


def test_equal_labels_get_numbered_keys(nlp: Language) -> None:
    doc = nlp("Ein Sprecher der Stadt widersprach. " * 2)
    keys = [a.key for a in find_cast(doc).actors]
    assert len(set(keys)) == len(keys)


def test_find_cast_is_repeatable(nlp: Language) -> None:
    doc = nlp("Die USA und China stritten. Peking warf Washington Täuschung vor, Joe Biden wies das zurück.")
    assert find_cast(doc) == find_cast(doc)
