"""Which word carries the event that a time dates, after `kg/lexicon/events_*.toml`.

The nearest verb, participle or event noun above the time in the parse; a support verb leaves the event to its noun
("fand die Preisverleihung statt"), a verb of state has none. Where the parser is unsure, word order decides first: a
participle between article and noun, a year or a "vom" after an event noun.
"""

import re
from itertools import takewhile

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from kg.extract.attributive import PARTICIPLE, REACH, bare_participle, enclosing_participle
from kg.extract.event_clauses import clause_of_time, joined_clauses, told_then
from kg.extract.event_nouns import is_event_noun, names_event
from kg.extract.event_order import (
    at_that_time,
    dated_by_order,
    in_prefield,
    is_blank,
    is_occasion,
    is_row_heading,
    is_source,
)
from kg.extract.event_verbs import SupportVerb, is_frame, state_phrases, state_verbs, support_verbs
from kg.extract.syntax import case_words, child, children, clause_head, feature, rel, subjects, verb_lemma
from kg.extract.timex.grammar import word_value
from kg.extract.timex.offsets import OF_CLAUSE, OF_EVENT
from kg.facts import TimeExpression
from kg.lexicon.reporting import verbs_by_lemma

YEAR = re.compile(r"\d{4}")


def triggers(doc: Doc, time: TimeExpression, time_words: frozenset[int]) -> tuple[str, list[Token]]:
    """The words that a time dates, nearest first, behind the name of the rule that found them."""
    words = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if words is None or word_value("lasted", doc[min(words.end, len(doc) - 1)].lower_):
        return "", []
    if time.rule in (OF_EVENT, OF_CLAUSE):
        counted = _counted_from(words)
        return time.rule, counted if time.rule == OF_EVENT or not counted else _upwards(words.root, time_words)
    rule, found = _dated_by(words, time, time_words)
    clause = clause_of_time(words)
    told = _trigger_of(clause) if clause is not None and clause.i not in time_words else None
    found = [t for t in found if not is_row_heading(t)]
    return rule or "clause of a time", [*found, *([told] if told is not None and told not in found else [])]


def _counted_from(words: SpacySpan) -> list[Token]:
    """The event that days are counted from: "zwei Tage nach der Wahl", "zwei Tage nachdem gewählt wurde"."""
    last = words[-1]
    if last.dep_ == "mark":
        told = _trigger_of(last.head)
        return [told] if told is not None else []
    phrase = takewhile(lambda t: t.pos_ in ("DET", "ADJ", "NUM", "NOUN", "PROPN"), words.doc[words.end :])
    return next(([t] for t in phrase if is_event_noun(t)), [])


def _dated_by(words: SpacySpan, time: TimeExpression, time_words: frozenset[int]) -> tuple[str, list[Token]]:
    enclosed = enclosing_participle(words, time_words)
    if enclosed is not None and _is_state(enclosed):
        return "", []
    if enclosed is not None:
        event = _participle_event(enclosed)
        return "participle around time", [event, *_at_event(event, words.root, time_words)]
    by_word_order = (
        ("noun + year", _named_by_year(words)),
        ("noun + vom", _noun_before_from(words)),
        ("bracket", _before_a_bracket(words)),
        ("adjective of time", _of_the_year(words, time_words)),
        ("compared", _of_a_comparison(words)),
        ("noun of a time", _of_a_thing(words)),
        ("year of a thing", _of_a_years_thing(words) if YEAR.fullmatch(time.value) else None),
        ("noun before time", _of_noun_before(words, time_words)),
    )
    for rule, found in by_word_order:
        if found is not None:
            return rule, found
    return "nearest above in parse", _upwards(words.root, time_words)


def _at_event(event: Token, time: Token, time_words: frozenset[int]) -> list[Token]:
    """What happened at a dated event: "auf der heute stattfindenden Konferenz kam es zum Streit"."""
    return _of_predicate(event.head, time, time_words) if at_that_time(event) and _goes_up(event) else []


def _participle_event(participle: Token) -> Token:
    """The participle, or the noun whose event it only carries: "der heute stattfindenden Konferenz"."""
    noun = participle.head
    support = next((s for s in support_verbs() if s.participle and s.participle == bare_participle(participle)), None)
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
    return [head] if is_event_noun(head) and not is_source(head) else None


def _noun_before_from(words: SpacySpan) -> list[Token] | None:
    """The noun that a date with "vom" belongs to: "die Meldung vom 3. Mai"."""
    case = _before(words)
    if case is None or case.i == 0 or not word_value("dating", case.lower_):
        return None
    if words.end < len(words.doc) and word_value("rangeend", words.doc[words.end].lower_):
        return None
    before = reversed(words.doc[max(0, case.i - REACH) : case.i])
    phrase = takewhile(lambda t: t.pos_ in ("NOUN", "PROPN", "DET", "ADJ"), before)
    return next(([t] for t in phrase if is_event_noun(t)), None)


def _before_a_bracket(words: SpacySpan) -> list[Token] | None:
    """What a time alone in brackets stands behind: "der Anschlag in Rom (2002)", "wurde verurteilt (3. Mai)"."""
    doc = words.doc
    if words.start < 2 or words.end >= len(doc) or doc[words.start - 1].text != "(" or doc[words.end].text != ")":
        return None
    last = doc[words.start - 2]
    above = takewhile(lambda t: t.pos_ in ("NOUN", "PROPN"), [last, *last.ancestors])
    noun = next((t for t in above if is_event_noun(t)), None)
    if noun is not None:
        return [noun]
    return [last] if last.pos_ == "VERB" and feature(last, "VerbForm") == "Part" else None


def _before(words: SpacySpan) -> Token | None:
    """The word before a time."""
    return next((t for t in reversed(words.doc[: words.start]) if not is_blank(t)), None)


def _of_the_year(words: SpacySpan, time_words: frozenset[int]) -> list[Token] | None:
    """What an adjective of time stands with: "der diesjährige Preis wird verliehen", "das Turnier um den …"."""
    noun = words.root.head
    if words.root.pos_ != "ADJ" or words.root.dep_ != "amod":
        return None
    if noun.i in time_words or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if is_event_noun(noun) or rel(noun) in ("nsubj", "obj") or is_occasion(noun):
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
    if is_frame(noun.text) or not origin:
        return None
    if noun.dep_ in ("nsubj", "obl") and verb_lemma(noun.head) in verbs_by_lemma():  # a paper's issue
        return None
    ranged = words.end < len(words.doc) and word_value("rangeend", words.doc[words.end].lower_)
    return None if ranged else []


def _of_a_years_thing(words: SpacySpan) -> list[Token] | None:
    """A thing for a year dates nothing: "legte den Haushalt für 2011 vor"."""
    before = [t for t in words.doc[: words.start] if not is_blank(t)][-2:]
    if len(before) < 2 or not word_value("budgeted", before[1].lower_):
        return None
    noun = before[0]
    if noun.pos_ != "NOUN" or is_event_noun(noun) or is_frame(noun.text):
        return None
    return None if word_value("planned", clause_head(noun).lower_) else []


def _of_noun_before(words: SpacySpan, time_words: frozenset[int]) -> list[Token] | None:
    noun = dated_by_order(words)
    if noun is None or noun.i in time_words:
        return None
    named_by_year = words.text.isdigit() and words.doc[words.start - 1].pos_ in ("NOUN", "PROPN")
    with_it = at_that_time(noun) and _goes_up(noun) and not named_by_year
    return [noun, *(t for t in (_of_predicate(noun.head, words.root, time_words) if with_it else []) if t.i != noun.i)]


def _upwards(head: Token, time_words: frozenset[int]) -> list[Token]:
    found: list[Token] = []
    t = head
    if child(t, "cop") is not None:  # "ihr letzter Drehtag war Anfang Mai"
        return [n for n in subjects(t) if is_event_noun(n)]
    while t.head.i != t.i:
        t = t.head
        if t.i in time_words or (t.pos_ in ("NOUN", "ADP", "ADV") and is_frame(t.text)):
            continue
        if is_event_noun(t):
            if is_source(t) or _begins_after(t, head):
                continue
            found.append(t)
            if not _goes_up(t):
                break
        elif is_predicate(t):
            if _in_brackets(t, head):
                break
            if _is_aside(t, head):
                continue
            if t.dep_ == "amod" and t.pos_ == "ADJ" and not _is_state(t):
                return [*found, _participle_event(t)]
            found.extend(x for x in _of_predicate(t, head, time_words) if x not in found)
            if t.dep_ == "acl:relcl" and is_event_noun(t.head):
                found.extend(x for x in _at_event(t.head, head, time_words) if x not in found)
            break
    return found


def _begins_after(noun: Token, time: Token) -> bool:
    """Whether a phrase begins behind a time, which cannot be its own: "begann 1975 nach der Prüfung"."""
    return any(c.i > time.i for c in children(noun, "case"))


def _is_aside(participle: Token, time: Token) -> bool:
    """Whether a bare participle's aside closes before a time: "siegte, gut vorbereitet, am Montag"."""
    first = participle.head if rel(participle) == "conj" else participle
    bare = feature(participle, "VerbForm") == "Part" and not any(children(p, "aux", "cop") for p in (first, participle))
    below = rel(first) in ("acl", "advcl", "xcomp")
    return bare and below and "," in (t.text for t in participle.doc[participle.i : time.i])


def _in_brackets(trigger: Token, time: Token) -> bool:
    """Whether a bracket opens between a time and what it would date."""
    between = trigger.doc[min(trigger.i, time.i) : max(trigger.i, time.i)]
    return sum(t.text == "(" for t in between) != sum(t.text == ")" for t in between)


def _goes_up(noun: Token) -> bool:
    """Whether a dated event noun dates its verb, too: "setzte sich bei der Wahl am Sonntag durch"."""
    elsewhen = any(word_value("elsewhen", c) or word_value("means", c) for c in case_words(noun))
    return rel(noun) == "obl" and noun.head.pos_ == "VERB" and not elsewhen


def is_predicate(token: Token) -> bool:
    """Whether the word heads a clause or is an attributive participle."""
    if token.pos_ in ("VERB", "AUX"):
        return True
    in_clause = rel(token) in ("ROOT", "acl", "advcl", "ccomp", "conj") and child(token, "aux") is not None
    return is_participle(token) or in_clause or child(token, "cop") is not None


def is_participle(token: Token) -> bool:
    """Whether an adjective is a verb's participle with words of its own."""
    own = children(token, "obl", "advmod", "nmod", "nummod")
    return token.pos_ == "ADJ" and PARTICIPLE.search(token.lower_) is not None and bool(own)


def _of_predicate(verb: Token, time: Token, time_words: frozenset[int]) -> list[Token]:
    """Triggers of a dated predicate: itself, its event noun, and the verbs joined to it that share its time."""
    found = []
    for v in joined_clauses(verb, time, time_words):
        trigger = _trigger_of(v)
        if trigger is not None:
            found.append(trigger)
            found.extend(_occasions(v))
            found.extend(t for t in map(_trigger_of, told_then(v, time_words)) if t is not None)
    return found


def _occasions(verb: Token) -> list[Token]:
    """Event nouns of the same clause that happen with the verb: "starben bei einem Brand"."""
    found = []
    for p in children(verb, "obl", "nmod"):
        between = verb.doc[min(p.i, verb.i) : max(p.i, verb.i)]
        if is_event_noun(p) and is_occasion(p):
            found += [] if any(t.text == "," for t in between) else [p]
    return found


def _trigger_of(verb: Token) -> Token | None:
    """The word that names a predicate's event; None for states."""
    lemma = verb_lemma(verb)
    if verb.pos_ == "ADJ" and _is_state(verb):
        return None
    copula = child(verb, "cop") if feature(verb, "VerbForm") != "Part" else None
    if copula is not None and copula.lemma_ not in state_verbs():
        return copula if verb.pos_ in ("NOUN", "PROPN") else verb
    if copula is not None or (verb.pos_ == "AUX" and lemma in state_verbs()):
        nouns = [*subjects(verb), verb]
        return next((n for n in nouns if is_event_noun(n)), None)
    carried = next((c for c in children(verb, "aux") if c.pos_ == "VERB"), None)
    if carried is not None and verb.pos_ not in ("VERB", "AUX"):
        return carried
    named = (_supported(verb, support) for support in support_verbs() if support.lemma == lemma)
    state = lemma in state_verbs() or any((lemma, c.lower_) in state_phrases() for c in verb.children)
    return next((n for n in named if n is not None), None if state else verb)


def carries(verb: Token, noun: Token) -> bool:
    """Whether the verb leaves the naming of its event to the noun: "legte Berufung ein"."""
    fitting = (s for s in support_verbs() if s.lemma == verb_lemma(verb))
    return any((found := _supported(verb, s)) is not None and found.i == noun.i for s in fitting)


def _is_state(participle: Token) -> bool:
    """Whether a present participle is that of a verb of state: "die in Wien lebende Malerin"."""
    return bare_participle(participle).removesuffix("d") in state_verbs()


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
    elif support.word and support.word not in (c.lower_ for c in verb.children):
        return None
    elif support.role == "obj":
        phrases = children(verb, "obj") or children(verb, "nsubj:pass")
    elif support.role == "xcomp":
        clause = child(verb, "xcomp", "ccomp", "csubj")
        return clause if clause is not None and clause.pos_ in ("VERB", "AUX") else None
    else:
        # "soll dort, so die Polizei, die Feier stattfinden": the parser takes the speaker for the subject.
        phrases = [*_true_subjects(verb), *(c for c in children(verb, "obj", "obl:arg") if is_event_noun(c))]
    known = next((p for p in map(_antecedent, phrases) if is_event_noun(p)), None)
    if known is not None or not support.any:
        return known
    return next((p for p in map(_antecedent, phrases) if p.pos_ == "NOUN" and _may_name_event(p.text)), None)


def _may_name_event(word: str) -> bool:
    return names_event(word) is not False and not is_frame(word)


def _antecedent(word: Token) -> Token:
    """What a relative pronoun stands for: "das Referendum, das am Sonntag stattfand"."""
    clause = word.head
    if word.pos_ != "PRON" or clause.dep_ != "acl:relcl" or clause.head.pos_ not in ("NOUN", "PROPN"):
        return word
    if _agrees(clause.head, word):
        return clause.head
    before = reversed(word.doc[word.sent.start : clause.head.i])
    return next((t for t in before if is_event_noun(t) and _agrees(t, word)), clause.head)


def _agrees(noun: Token, pronoun: Token) -> bool:
    """Whether both are feminine or neither: "dem" does not show whether a noun is masculine or neuter."""
    genders = feature(noun, "Gender"), feature(pronoun, "Gender")
    return None in genders or (genders[0] == "Fem") == (genders[1] == "Fem")
