"""A short German label for an event: its subject, verb and object in the order of a main clause."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.cast import Cast
from kg.extract.syntax import child, children, conjuncts, feature, finite, phrase, rel, subjects, verb_words
from kg.extract.timex.grammar import word_value
from kg.lexicon.act_words import modal_words
from kg.lexicon.separable_prefixes import split_prefix

ENDING = re.compile(r"e[nrms]?$")
"""Ending of an attributive participle."""
OPENING, CLOSING = re.compile(r"([„«‚(]) "), re.compile(r" ([“»‘),.;:!?])")
"""Marks with a space that the text has not."""
DANGLING = frozenset({"ADP", "DET", "CCONJ", "PUNCT", "SCONJ"})
"""Words that a phrase cut short must not end with."""
OPEN = frozenset("(„«‚,")
OBJECTS = ("obj", "iobj", "obl:arg")
NOMINATIVE = {"Masc": "er", "Fem": "e", "Neut": "es"}
"""Endings of an adjective without an article."""
PAIRS = (("(", ")"), ("„", "“"), ("«", "»"))
LONGEST_COMPLEMENT = 3
"""Words of a phrase that is one predicate with the verb ("zur Verfügung")."""
SHORT = 6
"""Words of a place or circumstance that a label takes in."""
LONGEST = 12
"""Words of one participant that a label keeps."""
LONGEST_INFINITIVE = 9
"""Words of an infinitive that a label takes in; a longer one would be a clause of its own."""


def label(trigger: Token, cast: Cast, time_words: frozenset[int], carrier: Token | None = None) -> str:
    """ "Die Olympischen Winterspiele beginnen", "Das Ministerium teilte mit", "Erdbeben in Mexiko".

    Args:
        carrier: the verb that leaves its event to the trigger, a noun ("Der Anwalt legte Berufung ein").
    """
    attributive = trigger.dep_ in ("amod", "acl") and trigger.i < trigger.head.i
    if trigger.dep_ == "cop":
        words = _became(trigger, cast, time_words)
    elif trigger.pos_ in ("VERB", "AUX") and not attributive:
        words = _clause(trigger, cast, time_words)
    elif attributive:
        named = [t.text for t in _phrase(trigger.head, time_words) if t.i >= trigger.head.i]
        words = [*_closed(named), ENDING.sub("", trigger.text)]
    else:
        words = _carried(trigger, carrier, cast, time_words) or _noun_phrase(trigger, time_words)
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
        elif t.i == noun.i and feature(t, "Case") == "Gen" and t.text in (t.lemma_ + "s", t.lemma_ + "es"):
            words[i] = t.lemma_
    return words[1:] if len(tokens) > 1 and tokens[0].pos_ == "DET" else words


def _carried(noun: Token, verb: Token | None, cast: Cast, time_words: frozenset[int]) -> list[str]:
    """The verb's clause, where it says who and names the noun; empty otherwise."""
    if verb is None or rel(noun) == "nsubj" or not any(s.pos_ != "PRON" or cast.of(s) for s in subjects(verb)):
        return []
    words = _clause(verb, cast, time_words)
    return words if noun.text in words else []


def _became(copula: Token, cast: Cast, time_words: frozenset[int]) -> list[str]:
    """ "Der Verein wurde Meister"."""
    subject = next(iter(subjects(copula.head)), None)
    words = _joined_names(subject, cast, time_words) if subject is not None else []
    return [*words, copula.lower_, *_case(copula.head), *_words(copula.head, time_words)]


def _clause(verb: Token, cast: Cast, time_words: frozenset[int]) -> list[str]:
    subject, main, ending = _frame(verb)
    words = _joined_names(subject, cast, time_words) if subject is not None else []
    if main is not None:
        form, prefix = _split(verb, main)
        words.append(form)
        ending += [prefix] if prefix else []
    objects = children(verb, *OBJECTS)[:2]
    for o in objects if words else [o for o in objects if not _is_bare(o)]:
        words += [o.lower_] if _is_bare(o) else [*_case(o), *_named(o, cast, time_words)]
    if all(_is_bare(o) for o in objects):
        words += _where_to(verb, time_words)
    words += [c.text for c in verb.children if c.lower_ in modal_words()["negation"]]
    words += _complement(verb, main, time_words, words)
    words += [c.text for c in children(verb, "xcomp") if c.pos_ == "ADJ" and c.text not in words and not [*c.children]]
    return [*words, *ending, *(_infinitive(verb, time_words) if not objects else [])]


def _frame(verb: Token) -> tuple[Token | None, Token | None, list[str]]:
    """Subject, finite verb and the words of the verb behind it; no auxiliary where nobody is named before it."""
    to_infinitive = feature(verb, "VerbForm") == "Inf" and child(verb, "mark") is not None
    main = None if to_infinitive else next((f for v in _joined(verb) if (f := finite(v)) is not None), None)
    subject = next(iter(subjects(verb)), None) if main is not None else None
    if subject is None and main is not None and main.i != verb.i:
        return None, None, [verb.text]  # "vorgeschlagen", not "wurde vorgeschlagen"
    return subject, main, [t.text for t in verb_words(verb) if main is None or t.i != main.i]


def _split(verb: Token, main: Token) -> tuple[str, str]:
    """The finite verb as a main clause has it, and its prefix."""
    form = main.lower_ if main.is_sent_start else main.text
    return split_prefix(form) if main.i == verb.i and _is_subordinate(verb) else (form, "")


def _case(noun: Token) -> list[str]:
    return [c.lower_ for c in children(noun, "case") if c.i < noun.i]


def _is_subordinate(verb: Token) -> bool:
    """Whether the clause has its verb last, where a separable one is written in one word."""
    return child(verb, "mark") is not None or rel(verb) in ("acl", "advcl", "ccomp", "csubj")


def _complement(verb: Token, main: Token | None, time_words: frozenset[int], words: list[str]) -> list[str]:
    """What stands right before the verb's end and belongs to it: "zur Verfügung gestellt", "bekannt gegeben"."""
    if main is None or main.i == verb.i or verb.i == 0:
        return []
    last = verb.doc[verb.i - 1]
    if last.head.i != verb.i or last.i in time_words or last.text in words or last.i < main.i:
        return []
    if (
        last.pos_ == "NOUN"
        and rel(last) == "obl"
        and len(found := [*_case(last), *_words(last, time_words)]) <= LONGEST_COMPLEMENT
    ):
        return found if _case(last) and not any(w in words for w in found[-1:]) else []
    return [last.text] if last.pos_ == "ADJ" and rel(last) in ("xcomp", "advmod", "obj") else []


def _infinitive(verb: Token, time_words: frozenset[int]) -> list[str]:
    """What somebody tries, plans or asks for, where it is short: "versuchte, den Hof zu verkaufen"."""
    for c in children(verb, "xcomp", "ccomp"):
        words = [t.text for t in c.subtree if not t.is_punct and not t.is_space and t.i not in time_words]
        if feature(c, "VerbForm") == "Inf" and c.i > verb.i and 1 < len(words) <= LONGEST_INFINITIVE:
            return [",", *words]
    return []


def _joined_names(subject: Token, cast: Cast, time_words: frozenset[int]) -> list[str]:
    """The subject with what is coordinated with it, if that is short: "ein Hubschrauber und ein Flugzeug"."""
    words = _named(subject, cast, time_words)
    for other in conjuncts(subject)[1:]:
        link = [c.text for c in children(other, "cc") if c.i < other.i]
        more = _named(other, cast, time_words)
        if len(words) + len(more) > LONGEST:
            break
        words = [*words, *link, *more] if link else [*words, ",", *more]
    return words


def _where_to(verb: Token, time_words: frozenset[int]) -> list[str]:
    """The first phrase with a preposition, where no object says more: "starb an Krebs"; the place stands elsewhere."""
    for noun in children(verb, "obl"):
        case = [c for c in children(noun, "case") if c.i < noun.i]
        if noun.i in time_words or noun.pos_ not in ("NOUN", "PROPN") or not case:
            continue
        if not word_value("where", case[0].lower_) or feature(noun, "Case") == "Acc":
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
    return _closed(words)


def _closed(words: list[str]) -> list[str]:
    return [*words, *(close for opening, close in PAIRS if words.count(opening) > words.count(close))]


def _phrase(head: Token, time_words: frozenset[int]) -> list[Token]:
    """A phrase's words without the times in it, what stood with them, and clauses behind its nouns."""
    bare = [t for t in phrase(head) if t.i not in time_words and t.head.i not in time_words and not t.is_space]
    told = [t for t in bare if not _in_a_clause(t, head) and not t.like_url][:LONGEST]
    while told and told[-1].i > head.i and (told[-1].pos_ in DANGLING or told[-1].text in OPEN):
        told.pop()
    return told


def _in_a_clause(token: Token, head: Token) -> bool:
    while token.i != head.i and token.head.i != token.i:
        if rel(token) in ("acl", "advcl", "parataxis") and token.i > token.head.i:
            return True
        token = token.head
    return False
