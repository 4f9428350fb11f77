"""A short German label for an event: its subject, verb and object in the order of a main clause."""

import re

from spacy.tokens import Token

from kg.extract.cast import Cast
from kg.extract.syntax import children, finite, phrase, subjects, verb_words

ENDING = re.compile(r"e[nrms]?$")
"""Ending of an attributive participle."""
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
        words = _words(trigger, time_words)
        if words and len(words) > 1 and phrase(trigger)[0].pos_ == "DET":
            words = words[1:]
    text = " ".join(words or [trigger.text])
    return text[:1].upper() + text[1:]


def _clause(verb: Token, cast: Cast, time_words: frozenset[int]) -> list[str]:
    subject = next(iter(subjects(verb)), None)
    main = finite(verb)
    words = _named(subject, cast, time_words) if subject is not None else []
    words += [main.text] if main is not None else []
    for o in children(verb, "obj", "iobj", "obl:arg")[:2]:
        words += [o.lower_] if o.pos_ == "PRON" and o.is_sent_start else _named(o, cast, time_words)
    return words + [t.text for t in verb_words(verb) if t is not main and (main is None or t.i != main.i)]


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
    return [t.text for t in _phrase(head, time_words)]


def _phrase(head: Token, time_words: frozenset[int]) -> list[Token]:
    """A phrase's words without the times in it and what stood with them."""
    bare = [t for t in phrase(head) if t.i not in time_words and t.head.i not in time_words and not t.is_space]
    return bare[:LONGEST]
