"""Whether a sentence tells of sport or an election."""

from spacy.tokens import Token

from kg.extract.acts.forms import compounds, verb_forms
from kg.lexicon.act_words import modal_words
from kg.lexicon.namevariants import club_words

_BODY = "ORG"
_SHORTEST_CONTEST = 5
"""Letters of a word for a contest that may end a compound: "Wahl" would make one of "Auswahl"."""


def in_contest(word: Token) -> bool:
    """Whether the sentence tells of sport or an election: a word for it, or a score ("2:1")."""
    words = modal_words()["contest"]
    heads = frozenset(w.lower() for w in words)
    return any(
        is_score(t) or tells_score(t) or t.lemma_ in words or _ends_as(t, heads) or _is_club(t) for t in word.sent
    )


def is_play(verb: Token) -> bool:
    """ "wehrte einen Kopfball des Stürmers ab": what players do to each other in a match shows no stance."""
    words = modal_words()
    if not words["move"] & set(verb_forms(verb)):
        return False
    return any(t.lemma_ in words["play"] or t.text in words["play"] for t in verb.sent)


def _is_club(token: Token) -> bool:
    """ "FC Nordstadt"."""
    return token.ent_type_ == _BODY and token.text in club_words() and token.i + 1 < len(token.doc)


def tells_score(token: Token) -> bool:
    """ "2:1-Sieg"."""
    score, hyphen, _ = token.text.partition("-")
    home, colon, away = score.partition(":")
    return bool(hyphen and colon) and home.isdigit() and away.isdigit()


def is_score(token: Token) -> bool:
    home, colon, away = token.text.partition(":")
    if not (colon and home.isdigit() and away.isdigit()):
        return False
    return token.i + 1 == len(token.doc) or token.nbor().text not in modal_words()["clock"]


def _ends_as(noun: Token, heads: frozenset[str]) -> bool:
    """ "Gruppenspiel", "Handball-Europameisterschaft"."""
    return noun.pos_ == "NOUN" and any(h in heads for h in compounds(noun.lemma_.lower(), _SHORTEST_CONTEST))
