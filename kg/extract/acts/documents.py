"""Documents that speak for whoever wrote them: "Die Studie kritisiert …", "In dem Bericht wird … aufgefordert"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.acts.clauses import agents, grammatical_subjects, is_passive_clause, logical_subjects
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.forms import compounds, noun_forms, verb_forms
from kg.extract.acts.nominal import adpositions, is_known_thing, prepositional
from kg.extract.syntax import rel
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import Reach

_IN = "in"
_BACK = 4
"""Sentences after which "der Bericht" may be another one."""
_SHORTEST_DOCUMENT = 4
"""Letters of a noun for a document that may end a compound ("Jahresbericht")."""


def authors(verb: Token, ends: Ends) -> list[End]:
    """Who wrote the document that is the verb's subject, or in which the passive says it."""
    for noun in _speaking(verb):
        found = ends.owners(noun) or next((f for n in _before(noun) if (f := _written_by(n, ends))), [])
        if found:
            return [End(e.actor, noun, owned=True) for e in found]
    if is_passive_clause(verb) and not agents(verb) and any(_points_into(c) for c in verb.children):
        # "Darin wird der Minister aufgefordert, …"
        last = next((n for n in _backwards(verb, 1) if _is_document(n)), None)
        return [End(e.actor, verb, owned=True) for e in _written_by(last, ends)] if last is not None else []
    return []


def _speaking(verb: Token) -> list[Token]:
    if is_passive_clause(verb):
        nouns = [] if agents(verb) else prepositional(verb, _IN)
    else:
        nouns = grammatical_subjects(verb)
    return [n for n in nouns if _is_document(n) and is_known_thing(n)]


def _is_document(noun: Token) -> bool:
    known = modal_words()["document"]
    forms = noun_forms(noun)[:2] if noun.pos_ == "NOUN" else ()
    return any(f in known for form in forms for f in compounds(form, _SHORTEST_DOCUMENT))


def _points_into(word: Token) -> bool:
    return word.lower_ in modal_words()["inside"]


def _before(noun: Token) -> Iterator[Token]:
    """Where the sentences before speak of the same document, the last one first."""
    forms = set(noun_forms(noun)[:2])
    for earlier in _backwards(noun, _BACK):
        if earlier.pos_ == "NOUN" and forms & set(compounds(earlier.lemma_.lower(), _SHORTEST_DOCUMENT)):
            yield earlier


def _backwards(word: Token, sentences: int) -> Iterator[Token]:
    start = word.sent.start
    for _ in range(sentences):
        start = word.doc[start - 1].sent.start if start else 0
    words: Span = word.doc[start : word.sent.start]
    return reversed(list(words))


def _written_by(noun: Token, ends: Ends) -> list[End]:
    """The owner, or who brings the document out or says something in it."""
    if found := ends.owners(noun):
        return found
    verb = noun.head
    made = rel(noun) == "obj" and bool(modal_words()["making"] & set(verb_forms(verb)))
    told = rel(noun) == "obl" and _IN in adpositions(noun) and not is_known_thing(noun)
    subjects = logical_subjects(verb) if made or (told and not is_passive_clause(verb)) else []
    return ends.all_actors(subjects, Reach.ACTOR)
