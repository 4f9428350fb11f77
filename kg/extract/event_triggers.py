"""Which word carries the event that a time dates, after `kg/lexicon/events_*.toml`.

The nearest verb, participle or event noun above the time in the parse; a support verb leaves the event to its noun
("fand die Preisverleihung statt"), a verb of state has none. Where the parser is unsure, word order decides first: a
participle between article and noun, a year or a "vom" after an event noun.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from pydantic import ConfigDict
from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from kg.extract.attributive import PARTICIPLE, REACH, bare_participle, enclosing_participle
from kg.extract.event_nouns import is_event_noun, names_event
from kg.extract.event_order import at_that_time, dated_by_order, in_prefield
from kg.extract.syntax import case_words, child, children, conjuncts, feature, rel, subjects, verb_lemma
from kg.extract.timex.grammar import word_value
from kg.facts import TimeExpression
from kg.lexicon import read_table
from kg.lexicon.reporting import verbs_by_lemma


@dataclass(frozen=True, slots=True)
class SupportVerb:
    """A verb that leaves the naming of its event to another word.

    Attributes:
        role: where that word stands: `nsubj`, `obj`, `obl` or `xcomp`.
        word: the preposition of an `obl`, or the subject that must stand with the verb; may be empty.
        any: whether any common noun there names the event ("ein Gig fand statt"), known as one or not.
        participle: its participle without ending, where one before a noun leaves the event to that noun.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    lemma: str
    role: str
    word: str
    example: str
    any: bool = False
    participle: str = ""


@dataclass(frozen=True, slots=True)
class StateVerb:
    __pydantic_config__ = ConfigDict(extra="forbid")

    lemma: str
    example: str


@dataclass(frozen=True, slots=True)
class FrameNoun:
    __pydantic_config__ = ConfigDict(extra="forbid")

    form: str
    example: str


@cache
def _support() -> tuple[SupportVerb, ...]:
    return read_table("events_support", SupportVerb)


@cache
def _states() -> frozenset[str]:
    return frozenset(v.lemma for v in read_table("events_states", StateVerb))


@cache
def _frames() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{n.form})" for n in read_table("events_frames", FrameNoun)))


def triggers(doc: Doc, time: TimeExpression, time_words: frozenset[int]) -> tuple[str, list[Token]]:
    """The words that a time dates, nearest first, behind the name of the rule that found them."""
    words = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if words is None:
        return "", []
    enclosed = enclosing_participle(words, time_words)
    if enclosed is not None and _is_state(enclosed):
        return "", []
    if enclosed is not None:
        event = _participle_event(enclosed)
        return "participle around time", [event, *_at_event(event, time_words)]
    by_word_order = (
        ("noun + year", _named_by_year(words)),
        ("noun + vom", _noun_before_from(words)),
        ("adjective of time", _of_the_year(words, time_words)),
        ("compared", _of_a_comparison(words)),
        ("noun of a time", _of_a_thing(words)),
        ("noun before time", _of_noun_before(words, time_words)),
    )
    for rule, found in by_word_order:
        if found is not None:
            return rule, found
    return "nearest above in parse", _upwards(words.root, time_words)


def _at_event(event: Token, time_words: frozenset[int]) -> list[Token]:
    """What happened at a dated event: "auf der heute stattfindenden Konferenz kam es zum Streit"."""
    return _of_predicate(event.head, time_words) if at_that_time(event) and _goes_up(event) else []


def _participle_event(participle: Token) -> Token:
    """The participle, or the noun whose event it only carries: "der heute stattfindenden Konferenz"."""
    noun = participle.head
    support = next((s for s in _support() if s.participle and s.participle == bare_participle(participle)), None)
    if support is None or participle.dep_ != "amod" or noun.pos_ != "NOUN" or noun.i < participle.i:
        return participle
    return noun if support.any or is_event_noun(noun) else participle


def _named_by_year(words: SpacySpan) -> list[Token] | None:
    """What a bare year after a noun names: the event ("WM 2006"), or the one of a title ("Spiele der Open 2022")."""
    head = words.root.head
    before = words.doc[max(0, words.start - 1)]
    if words.start == 0 or len(words) > 1 or not words.text.isdigit() or before.pos_ not in ("NOUN", "PROPN"):
        return None
    if head.i > before.i or (head.i != before.i and head not in before.ancestors):
        return None
    if head.pos_ == "PROPN" and head.ent_type_ not in ("LOC", "PER"):
        above = [head, *head.ancestors]
        phrase = list(takewhile(lambda t: t.pos_ in ("NOUN", "PROPN"), above))
        return next(([t] for t in phrase if is_event_noun(t)), [])
    return [head] if is_event_noun(head) else None


def _noun_before_from(words: SpacySpan) -> list[Token] | None:
    """The noun that a date with "vom" belongs to: "die Meldung vom 3. Mai"."""
    if words.start < 2 or not word_value("dating", words.doc[words.start - 1].lower_):
        return None
    if words.end < len(words.doc) and word_value("rangeend", words.doc[words.end].lower_):
        return None
    before = reversed(words.doc[max(0, words.start - 1 - REACH) : words.start - 1])
    phrase = takewhile(lambda t: t.pos_ in ("NOUN", "PROPN", "DET", "ADJ"), before)
    return next(([t] for t in phrase if is_event_noun(t)), None)


def _of_the_year(words: SpacySpan, time_words: frozenset[int]) -> list[Token] | None:
    """What an adjective of time stands with: "der diesjährige Preis wird verliehen", "das Turnier um den …"."""
    noun = words.root.head
    if words.root.pos_ != "ADJ" or words.root.dep_ != "amod":
        return None
    if noun.i in time_words or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if is_event_noun(noun) or rel(noun) in ("nsubj", "obj"):
        return None
    before = next((t for t in reversed(words.doc[: words.start]) if t.pos_ not in ("DET", "ADP")), None)
    return [before] if before is not None and is_event_noun(before) else []


def _of_a_comparison(words: SpacySpan) -> list[Token] | None:
    """Nothing happens at a time that something is compared with: "mehr als im Vorjahr", "im Vergleich zu 2004"."""
    cases = [*case_words(words.root), words.root.head.lower_, words.doc[max(0, words.start - 2)].lower_]
    return [] if any(word_value("comparing", c) for c in cases) else None


def _of_a_thing(words: SpacySpan) -> list[Token] | None:
    """A thing's own time dates nothing else: "das Foto von 1990 wurde gezeigt", "die Burg aus dem 15. Jahrhundert"."""
    root, noun = words.root, words.root.head
    if rel(root) != "nmod" and words.start > 1:
        noun = words.doc[words.start - 2]
        if not in_prefield(noun, words):
            return None
    if noun.pos_ not in ("NOUN", "PROPN", "DET", "PRON") or noun.i > root.i or is_event_noun(noun):
        return None
    origin = any(word_value("origin", c) for c in (*case_words(root), words.doc[max(0, words.start - 1)].lower_))
    if _frames().fullmatch(noun.text) or not origin:
        return None
    if noun.dep_ == "nsubj" and verb_lemma(noun.head) in verbs_by_lemma():  # a paper's issue
        return None
    ranged = words.end < len(words.doc) and word_value("rangeend", words.doc[words.end].lower_)
    return None if ranged else []


def _of_noun_before(words: SpacySpan, time_words: frozenset[int]) -> list[Token] | None:
    noun = dated_by_order(words)
    if noun is None or noun.i in time_words:
        return None
    named_by_year = words.text.isdigit() and words.doc[words.start - 1].pos_ in ("NOUN", "PROPN")
    with_it = at_that_time(noun) and _goes_up(noun) and not named_by_year
    return [noun, *(t for t in (_of_predicate(noun.head, time_words) if with_it else []) if t.i != noun.i)]


def _upwards(head: Token, time_words: frozenset[int]) -> list[Token]:
    found: list[Token] = []
    t = head
    while t.head.i != t.i:
        t = t.head
        if t.i in time_words or (t.pos_ in ("NOUN", "ADP", "ADV") and _frames().fullmatch(t.text)):
            continue
        if is_event_noun(t):
            found.append(t)
            if not _goes_up(t):
                break
        elif is_predicate(t):
            if _in_brackets(t, head):
                break
            found.extend(x for x in _of_predicate(t, time_words) if x not in found)
            if t.dep_ == "acl:relcl" and t.head in found:
                found.extend(x for x in _at_event(t.head, time_words) if x not in found)
            break
    return found


def _in_brackets(trigger: Token, time: Token) -> bool:
    """Whether a bracket opens between a time and what it would date."""
    between = trigger.doc[min(trigger.i, time.i) : max(trigger.i, time.i)]
    return sum(t.text == "(" for t in between) != sum(t.text == ")" for t in between)


def _goes_up(noun: Token) -> bool:
    """Whether a dated event noun dates its verb, too: "setzte sich bei der Wahl am Sonntag durch"."""
    elsewhen = any(word_value("elsewhen", c) for c in case_words(noun))
    return rel(noun) == "obl" and noun.head.pos_ == "VERB" and not elsewhen


def is_predicate(token: Token) -> bool:
    """Whether the word heads a clause or is an attributive participle."""
    if token.pos_ in ("VERB", "AUX"):
        return True
    in_clause = rel(token) in ("acl", "advcl", "ccomp", "conj") and child(token, "aux") is not None
    return is_participle(token) or in_clause or child(token, "cop") is not None


def is_participle(token: Token) -> bool:
    """Whether an adjective is a verb's participle with words of its own."""
    own = children(token, "obl", "advmod", "nmod", "nummod")
    return token.pos_ == "ADJ" and PARTICIPLE.search(token.lower_) is not None and bool(own)


def _of_predicate(verb: Token, time_words: frozenset[int]) -> list[Token]:
    """Triggers of a dated predicate: itself, its event noun, and the verbs joined to it that share its time."""
    found = []
    joined = conjuncts(verb) if verb.pos_ == "VERB" else [verb]
    for v in joined:
        if v.i != verb.i and not _shares_time(v, time_words):
            continue
        trigger = _trigger_of(v)
        if trigger is not None:
            found.append(trigger)
            found.extend(_occasions(v))
    return found


def _occasions(verb: Token) -> list[Token]:
    """Event nouns of the same clause that happen with the verb: "starben bei einem Brand"."""
    found = []
    for p in children(verb, "obl", "nmod"):
        between = verb.doc[min(p.i, verb.i) : max(p.i, verb.i)]
        if is_event_noun(p) and any(word_value("occasion", c) for c in case_words(p)):
            found += [] if any(t.text == "," for t in between) else [p]
    return found


def _shares_time(verb: Token, time_words: frozenset[int]) -> bool:
    """Whether a joined verb leans on the first one's auxiliary, and so on its time: "wurde … geprüft und verworfen"."""
    if verb.pos_ != "VERB" or feature(verb, "VerbForm") == "Fin":
        return False
    return not any(c.i in time_words or rel(c) in ("nsubj", "aux") for c in verb.children)


def _trigger_of(verb: Token) -> Token | None:
    """The word that names a predicate's event; None for states."""
    lemma = verb_lemma(verb)
    if verb.pos_ == "ADJ" and _is_state(verb):
        return None
    copula = child(verb, "cop") if feature(verb, "VerbForm") != "Part" else None
    if copula is not None and copula.lemma_ not in _states():
        return copula if verb.pos_ in ("NOUN", "PROPN") else verb
    if copula is not None or (verb.pos_ == "AUX" and lemma in _states()):
        nouns = [*subjects(verb), verb]
        return next((n for n in nouns if is_event_noun(n)), None)
    carried = next((c for c in children(verb, "aux") if c.pos_ == "VERB"), None)
    if carried is not None and verb.pos_ not in ("VERB", "AUX"):
        return carried
    named = (_supported(verb, support) for support in _support() if support.lemma == lemma)
    return next((n for n in named if n is not None), None if lemma in _states() else verb)


def carries(verb: Token, noun: Token) -> bool:
    """Whether the verb leaves the naming of its event to the noun: "legte Berufung ein"."""
    fitting = (s for s in _support() if s.lemma == verb_lemma(verb))
    return any((found := _supported(verb, s)) is not None and found.i == noun.i for s in fitting)


def _is_state(participle: Token) -> bool:
    """Whether a present participle is that of a verb of state: "die in Wien lebende Malerin"."""
    return bare_participle(participle).removesuffix("d") in _states()


def _true_subjects(verb: Token) -> list[Token]:
    """The subjects, or the objects where the parse took one for the other: "acht Tote forderte ein Anschlag"."""
    found = subjects(verb)
    plural = any(feature(s, "Number") == "Plur" for s in found)
    if not found or (plural and feature(verb, "VerbForm") == "Fin" and feature(verb, "Number") == "Sing"):
        return children(verb, "obj") or found
    return found


def _supported(verb: Token, support: SupportVerb) -> Token | None:
    if support.role == "obl":
        phrases = [c for c in children(verb, "obl", "nmod", "obj") if support.word in case_words(c)]
    elif support.role == "obj":
        if support.word and support.word not in (c.lower_ for c in verb.children):
            return None
        phrases = children(verb, "obj")
    elif support.role == "xcomp":
        return child(verb, "xcomp", "ccomp", "csubj")
    else:
        phrases = _true_subjects(verb)
    known = next((p for p in map(_antecedent, phrases) if is_event_noun(p)), None)
    if known is not None or not support.any:
        return known
    return next((p for p in map(_antecedent, phrases) if p.pos_ == "NOUN" and names_event(p.text) is not False), None)


def _antecedent(word: Token) -> Token:
    """What a relative pronoun stands for: "das Referendum, das am Sonntag stattfand"."""
    clause = word.head
    relative = word.pos_ == "PRON" and clause.dep_ == "acl:relcl" and clause.head.pos_ in ("NOUN", "PROPN")
    return clause.head if relative else word
