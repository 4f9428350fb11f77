"""A short German label for an event: its subject, verb and object in the order of a main clause."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.cast import Cast
from kg.extract.syntax import children, feature, finite, phrase, rel, subjects, verb_words
from kg.extract.timex.grammar import word_value
from kg.lexicon.acts import modal_words

ENDING = re.compile(r"e[nrms]?$")
"""Ending of an attributive participle."""
OPENING, CLOSING = re.compile(r"([„«‚(]) "), re.compile(r" ([“»‘),.;:!?])")
"""Marks with a space that the text has not."""
NOMINATIVE = {"Masc": "er", "Fem": "e", "Neut": "es"}
"""Endings of an adjective without an article."""
PAIRS = (("(", ")"), ("„", "“"), ("«", "»"))
SHORT = 6
"""Words of a place or circumstance that a label takes in."""
LONGEST = 12
"""Words of one participant that a label keeps."""


def label(trigger: Token, cast: Cast, time_words: frozenset[int]) -> str:
    """ "Die Olympischen Winterspiele beginnen", "Das Ministerium teilte mit", "Erdbeben in Mexiko"."""
    attributive = trigger.dep_ in ("amod", "acl") and trigger.i < trigger.head.i
    if trigger.pos_ in ("VERB", "AUX") and not attributive:
        words = _clause(trigger, cast, time_words)
    elif attributive:
        named = [t for t in _phrase(trigger.head, time_words) if t.i >= trigger.head.i]
        words = [*(t.text for t in named), ENDING.sub("", trigger.text)]
    else:
        words = _noun_phrase(trigger, time_words)
    text = CLOSING.sub(r"\1", OPENING.sub(r"\1", " ".join(words or [trigger.text])))
    return text[:1].upper() + text[1:]


def _noun_phrase(noun: Token, time_words: frozenset[int]) -> list[str]:
    """The phrase without its article, its adjectives in the nominative: "Gescheiterter Start"."""
    tokens = _phrase(noun, time_words)
    words = _words(noun, time_words)
    ending = "e" if feature(noun, "Number") == "Plur" else NOMINATIVE.get(feature(noun, "Gender") or "")
    for i, t in enumerate(tokens):
        if t.dep_ == "amod" and t.head.i == noun.i and t.text[0].islower() and ending is not None:
            words[i] = ENDING.sub(ending, t.text)
    return words[1:] if len(tokens) > 1 and tokens[0].pos_ == "DET" else words


def _clause(verb: Token, cast: Cast, time_words: frozenset[int]) -> list[str]:
    subject = next(iter(subjects(verb)), None)
    main = next((f for v in _joined(verb) if (f := finite(v)) is not None), None)
    words = _named(subject, cast, time_words) if subject is not None else []
    words += [main.lower_ if main.is_sent_start else main.text] if main is not None else []
    objects = children(verb, "obj", "iobj", "obl:arg")[:2]
    for o in objects:
        words += [o.lower_] if _is_bare(o) else _named(o, cast, time_words)
    if all(_is_bare(o) for o in objects):
        words += _where_to(verb, time_words)
    words += [c.text for c in verb.children if c.lower_ in modal_words()["negation"]]
    return words + [t.text for t in verb_words(verb) if t is not main and (main is None or t.i != main.i)]


def _where_to(verb: Token, time_words: frozenset[int]) -> list[str]:
    """The first phrase with a preposition, where no object says more: "starb an Krebs"; the place stands elsewhere."""
    for noun in children(verb, "obl"):
        case = [c for c in children(noun, "case") if c.i < noun.i]
        if noun.i in time_words or noun.pos_ not in ("NOUN", "PROPN") or not case:
            continue
        if not word_value("where", case[0].lower_):
            words = _words(noun, time_words)
            return [case[0].lower_, *words] if len(words) <= SHORT else []
    return []


def _joined(verb: Token) -> Iterator[Token]:
    """The verb and those before it that it leans on: "will kommen und … klären"."""
    yield verb
    while rel(verb) == "conj" and verb.head.i != verb.i:
        verb = verb.head
        yield verb


def _is_bare(word: Token) -> bool:
    """Whether a pronoun stands for itself: a reflexive, or the first word of its sentence."""
    return word.pos_ == "PRON" and (word.is_sent_start is True or feature(word, "Reflex") == "Yes")


def _named(head: Token, cast: Cast, time_words: frozenset[int]) -> list[str]:
    """A participant's words; a pronoun's actor or antecedent."""
    if head.pos_ == "PRON":
        key = cast.of(head)
        if key is not None:
            return [cast.actor(key).label]
        clause = head.head
        if "Rel" in head.morph.get("PronType", []) and clause.dep_ == "acl:relcl":
            return _words(clause.head, time_words)
    return _words(head, time_words)


def _words(head: Token, time_words: frozenset[int]) -> list[str]:
    starts = ("DET", "ADJ", "PRON", "ADP")
    words = [t.lower_ if t.is_sent_start and t.pos_ in starts else t.text for t in _phrase(head, time_words)]
    return [*words, *(close for opening, close in PAIRS if words.count(opening) > words.count(close))]


def _phrase(head: Token, time_words: frozenset[int]) -> list[Token]:
    """A phrase's words without the times in it and what stood with them."""
    bare = [t for t in phrase(head) if t.i not in time_words and t.head.i not in time_words and not t.is_space]
    return bare[:LONGEST]
