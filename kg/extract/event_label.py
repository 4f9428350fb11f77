"""A short German label for an event: its subject, verb and object in the order of a main clause."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.acts.torn import noun_before
from kg.extract.cast import Cast
from kg.extract.event_objects import hanging_datives, mistaken_subject
from kg.extract.event_verbs import support_verbs
from kg.extract.syntax import (
    child,
    children,
    clause_head,
    conjuncts,
    feature,
    finite,
    is_relative,
    phrase,
    rel,
    subjects,
    verb_lemma,
    verb_words,
)
from kg.extract.timex.grammar import word_value
from kg.language.roles import cases_of_forms
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
NAMED_ENDING = re.compile(r"(?<=sch)en$")
"""That of an adjective in a name: "Olympischen", but "Berliner"."""
UMLAUTS = frozenset("äöü")
UNCHANGED = ("er", "el")
"""Ends of nouns whose plural is like the singular."""
SMALL = frozenset({"DET", "ADJ", "PRON", "ADP"})
THE = "der"
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
        named = _nominative(trigger.head, _phrase(trigger.head, time_words), trigger.head.i)
        words = [*_closed(named), ENDING.sub("", trigger.text)]
    else:
        words = _carried(trigger, carrier, cast, time_words) or _noun_phrase(trigger, time_words)
    text = CLOSING.sub(r"\1", OPENING.sub(r"\1", " ".join(words or [trigger.text])))
    return text[:1].upper() + text[1:]


def _noun_phrase(noun: Token, time_words: frozenset[int]) -> list[str]:
    """The phrase without its article, its adjectives in the nominative: "Gescheiterter Start"."""
    tokens = _phrase(noun, time_words | _words_of_others(clause_head(noun), noun, time_words))
    bare = tokens[1:] if len(tokens) > 1 and tokens[0].pos_ == "DET" else tokens
    return _closed(_nominative(noun, bare, bare[0].i))


def _nominative(noun: Token, tokens: list[Token], start: int) -> list[str]:
    """The words from a place on, the noun and its adjectives in the nominative: "Schriftsteller Edgar Holm"."""
    ending = "e" if feature(noun, "Number") == "Plur" else NOMINATIVE.get(feature(noun, "Gender") or "")
    words = {t.i: t.lower_ if t.is_sent_start and t.pos_ in SMALL else t.text for t in tokens if t.i >= start}
    for t in (t for t in tokens if t.i in words):
        if _is_adjective_of(t, noun) and ending is not None:
            # "Olympischen Spielen": whether "Spiele" or "Spielen" is the nominative, only a dictionary knows.
            unsure = noun.text == noun.lemma_ + "en"
            words[t.i] = ENDING.sub(ending, t.text) if t.text[0].islower() else t.text
            words[t.i] = words[t.i] if unsure else NAMED_ENDING.sub(ending, words[t.i])
        elif t.i == noun.i and not any(d.i in words for d in children(noun, "det")):
            words[t.i] = _nominative_form(t)
    return [*words.values()]


def _is_adjective_of(word: Token, noun: Token) -> bool:
    first = word.head if rel(word) == "conj" else word
    return word.pos_ == "ADJ" and first.dep_ == "amod" and first.head.i == noun.i and word.i < noun.i


def _nominative_form(noun: Token) -> str:
    """ "des Treffens" -> "Treffen", "den Ministern" -> "Minister", "den Anschlägen" -> "Anschläge"."""
    if feature(noun, "Number") == "Plur":
        grown = noun.text == noun.lemma_ + "n" and noun.lemma_.endswith(UNCHANGED)
        turned = noun.text.endswith("en") and bool(UMLAUTS & set(noun.text)) and not UMLAUTS & set(noun.lemma_)
        return noun.text[:-1] if (grown and feature(noun, "Gender") != "Fem") or turned else noun.text
    genitive = feature(noun, "Case") == "Gen" or any(d.lower_.endswith("es") for d in children(noun, "det"))
    return noun.lemma_ if genitive and noun.text in (noun.lemma_ + "s", noun.lemma_ + "es") else noun.text


def _words_of_others(verb: Token, noun: Token, time_words: frozenset[int]) -> frozenset[int]:
    """What the parser hangs on the noun's phrase and is the verb's: "auf Einladung der Stadt einem Aufruf folgen"."""
    return frozenset(
        t.i for d in hanging_datives(verb, time_words) if d.i != noun.i and noun not in d.subtree for t in d.subtree
    )


def _carried(noun: Token, verb: Token | None, cast: Cast, time_words: frozenset[int]) -> list[str]:
    """The verb's clause, where it says who and names the noun; empty otherwise."""
    if (
        verb is None
        or rel(noun) == "nsubj"
        or _carries_its_subject(verb)
        or not any(s.pos_ != "PRON" or cast.of(s) for s in subjects(verb))
    ):
        return []
    words = _clause(verb, cast, time_words)
    return words if noun.text in words else []


def _carries_its_subject(verb: Token) -> bool:
    """ "stattfinden": whatever the parser takes for an object there is the subject."""
    roles = {s.role for s in support_verbs() if s.lemma == verb_lemma(verb)}
    return roles == {"nsubj"}


def _became(copula: Token, cast: Cast, time_words: frozenset[int]) -> list[str]:
    """ "Der Verein wurde Meister"."""
    subject = next(iter(subjects(copula.head)), None)
    words = _joined_names(subject, cast, time_words) if subject is not None else []
    return [*words, copula.lower_, *_case(copula.head), *_words(copula.head, time_words)]


def _clause(verb: Token, cast: Cast, time_words: frozenset[int]) -> list[str]:
    subject, main, ending = _frame(verb, time_words)
    hanging = hanging_datives(verb, time_words)
    strays = [*hanging, *([subject] if subject is not None and rel(subject) == "nmod" else [])]
    own = time_words | {t.i for d in strays for t in d.subtree}
    words = _joined_names(subject, cast, time_words if subject in strays else own) if subject is not None else []
    if main is not None:
        form, prefix = _split(verb, main)
        words.append(form)
        ending += [prefix] if prefix else []
    objects = [o for o in children(verb, *OBJECTS) if o.i not in time_words and o != subject][:2]
    objects = sorted([*objects, *hanging], key=lambda t: t.i)
    for o in objects if words else [o for o in objects if not _is_bare(o)]:
        words += [o.lower_] if _is_bare(o) else [*_case(o), *_named(o, cast, time_words if o in hanging else own)]
    if all(_is_bare(o) for o in objects):
        words += _where_to(verb, own)
    words += [c.text for c in verb.children if c.lower_ in modal_words()["negation"]]
    words += _complement(verb, main, time_words, words)
    words += _predicative(verb, time_words, words)
    return [*words, *ending, *(_infinitive(verb, time_words) if not objects else [])]


def _predicative(verb: Token, time_words: frozenset[int], words: list[str]) -> list[str]:
    """What somebody becomes: "wurde Fraktionschef", "wurde bekannt"."""
    found: list[str] = []
    for c in children(verb, "xcomp"):
        below = [g for g in c.children if rel(g) not in ("ccomp", "csubj", "punct")]
        if c.pos_ == "ADJ" and c.text not in words and not below:
            found.append(c.text)
        elif c.pos_ in ("NOUN", "PROPN") and child(c, "case", "mark", "aux") is None and c.text not in words:
            named = _words(c, time_words)
            found += named if len(named) <= SHORT else []
    return found


def _frame(verb: Token, time_words: frozenset[int]) -> tuple[Token | None, Token | None, list[str]]:
    """Subject, finite verb and the words of the verb behind it; no auxiliary where nobody is named before it."""
    to_infinitive = feature(verb, "VerbForm") == "Inf" and child(verb, "mark") is not None
    main = None if to_infinitive else next((f for v in _joined(verb) if (f := finite(v)) is not None), None)
    named = subjects(verb) if main is not None else []
    timeless = [s for s in named if s.i not in time_words]
    subject = next(iter(timeless), None) or mistaken_subject(verb) or next((s for s in named if not s.like_num), None)
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
    """Whether the clause has its verb last, where a separable one is written in one word; so does one joined to it."""
    while rel(verb) == "conj" and verb.head.i != verb.i and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
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
        if is_relative(head) and clause.dep_ == "acl:relcl":
            noun = noun_before(head) if clause.head.i in time_words else clause.head
            return _antecedent(noun, time_words) if noun is not None else []
    return _words(head, time_words)


def _antecedent(noun: Token, time_words: frozenset[int]) -> list[str]:
    """ "traf den Bauern, der schwieg" -> "Bauern": no article of another case stands with a subject."""
    articles = children(noun, "det")
    dative = feature(noun, "Gender") == "Fem" and feature(noun, "Number") == "Sing"
    fits = all("Nom" in cases_of_forms().get(d.lower_, ("Nom",)) and not (dative and d.lower_ == THE) for d in articles)
    return _words(noun, time_words) if fits else _noun_phrase(noun, time_words)


def _words(head: Token, time_words: frozenset[int]) -> list[str]:
    words = [t.lower_ if t.is_sent_start and t.pos_ in SMALL else t.text for t in _phrase(head, time_words)]
    return _closed(words)


def _closed(words: list[str]) -> list[str]:
    return [*words, *(close for opening, close in PAIRS if words.count(opening) > words.count(close))]


def _phrase(head: Token, time_words: frozenset[int]) -> list[Token]:
    """A phrase's words without the times in it, what stood with them, and clauses behind its nouns."""
    others = time_words - {head.i}  # "einen Tag nach der Wahl": the event's name is part of a time
    bare = [t for t in phrase(head) if t.i == head.i or not ({t.i, t.head.i} & others or t.is_space)]
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
