"""Times that belong to an event noun before them, where German word order tells it better than the parse.

Before the finite verb of a main clause stands one phrase ("Nach der Wahl am Sonntag trat sie zurück"), and an adverbial
of time stands before a phrase with a preposition, so that one behind it is the noun's ("erinnerte an die Wahl am
Sonntag").
"""

from itertools import takewhile

from spacy.tokens import Span, Token

from kg.extract.agreement import is_contracted
from kg.extract.event_nouns import is_event_noun
from kg.extract.syntax import case_words, children, clause_head, feature, finite, rel
from kg.extract.timex.grammar import word_value
from kg.lexicon.reporting import markers, noun_of


def noun_before(words: Span) -> Token | None:
    """The event noun whose phrase ends where the time with its preposition begins."""
    doc, i = words.doc, words.start - 1
    while i >= 0 and (doc[i].pos_ in ("ADP", "DET") or is_blank(doc[i])):
        i -= 1
    if i < 0 or doc[i].pos_ not in ("NOUN", "PROPN"):
        return None
    phrase = list(takewhile(lambda t: t.pos_ in ("NOUN", "PROPN") and t.i <= i, [doc[i], *doc[i].ancestors]))
    known = words.root.head
    if known in phrase and is_event_noun(known):
        return known
    noun = next((t for t in phrase if is_event_noun(t)), None)
    while noun is not None and noun.head in phrase and _is_genitive(noun) and is_event_noun(noun.head):
        noun = noun.head  # "die Verlesung der Anklage am Montag"
    return noun


def is_blank(token: Token) -> bool:
    """Whether a token is a space too many within a line."""
    return token.is_space and "\n" not in token.text


def dated_by_order(words: Span) -> Token | None:
    """The event noun that order alone gives the time to; None where both orders are German."""
    noun = noun_before(words)
    if noun is None or words.root.head.i == noun.i or is_source(noun):
        return None
    if in_prefield(noun, words):
        return noun
    return noun if _in_adpositional_phrase(noun) and _is_definite(noun) and rel(noun) in ("obl", "nmod") else None


def _in_adpositional_phrase(noun: Token) -> bool:
    """Whether a preposition stands with the noun or with one that it is a genitive of: "für die Opfer der Flut"."""
    while not case_words(noun) and rel(noun) == "nmod" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return bool(case_words(noun))


def at_that_time(noun: Token) -> bool:
    """Whether what the clause tells happens with the noun's event: "bei der Wahl", not "nach der Wahl"."""
    return is_occasion(noun) or _stands_in(noun, "where")


def is_occasion(noun: Token) -> bool:
    """Whether what the clause tells is part of the noun's event: "bei der Wahl", "auf der Feier"."""
    return _stands_in(noun, "attended") or any(word_value("occasion", c) for c in case_words(noun))


def _stands_in(noun: Token, kind: str) -> bool:
    """Whether a preposition of place stands with the noun, not one of direction: "auf der Feier", not "auf die"."""
    return feature(noun, "Case") != "Acc" and any(word_value(kind, c) for c in case_words(noun))


def in_prefield(noun: Token, words: Span) -> bool:
    """Whether a noun and the time behind it are the one phrase before a main clause's finite verb."""
    head = clause_head(noun)
    main = finite(head)
    if main is None or main.i < words.end or children(head, "mark") or rel(head) == "acl":
        return False
    if any(t.text in ",;:(" for t in words.doc[noun.i : words.start]):
        return False
    return any(not t.is_punct and not t.is_space for t in words.doc[main.i + 1 : head.sent.end])


def _is_genitive(noun: Token) -> bool:
    return rel(noun) == "nmod" and all(word_value("genitive", c) for c in case_words(noun))


def is_source(noun: Token) -> bool:
    """Whether the noun tells who says so: "laut Vorschlag der Partei", "nach Angaben der Polizei"."""
    cases = set(case_words(noun))
    if markers("preposition", "source preposition") & cases:
        return True
    speech = noun_of(noun.lemma_)
    return bool(markers("weak preposition") & cases) and speech is not None and "source" in speech.roles


def _is_definite(noun: Token) -> bool:
    """Whether the noun names one event: with an article, a possessive or a genitive; "mit Verspätung" does not."""
    article = children(noun, "det") or any(is_contracted(c) for c in children(noun, "case"))
    return bool(article) or any(c.i > noun.i for c in children(noun, "nmod"))


def is_row_heading(noun: Token) -> bool:
    """ "3. Spieltag 12.05.2004 Nordheim – Südtal 2:1": a number in a table, where no verb tells of anything."""
    return word_value("rowhead", noun.text) is not None and not any(t.pos_ in ("VERB", "AUX") for t in noun.sent)
