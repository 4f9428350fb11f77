"""Stances told beside the noun: "die mit A verfeindete Partei B", "A, verbündet mit B", "die verfeindeten A und B"."""

from spacy.tokens import Token

from kg.extract.acts.clauses import datives
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.nominal import adpositions, prepositional
from kg.extract.syntax import children, rel
from kg.lexicon.acts import Predicate, Reach

_TOWARDS = "mit"
"""The slot of adjectives that say how two stand to each other."""


def attributive_deed(token: Token, entry: Predicate, ends: Ends) -> Deed | None:
    """The noun's actor stands so towards what the adjective's slot holds; several without one, towards each other."""
    noun = token.head
    if rel(token) not in ("amod", "acl") or token.dep_ == "acl:relcl" or noun.i == token.i:
        return None
    targets: list[End] = []
    for slot in entry.target:
        targets = targets or ends.all_actors(_beside(token, slot), Reach.ANY)
    sources = [s for s in ends.actors(noun, Reach.ACTOR) if s.actor not in {t.actor for t in targets}]
    pair = entry.mutual and _TOWARDS in entry.target and len({s.actor for s in sources}) > 1
    if not sources or not (targets or pair):
        return None
    mutual = entry.mutual
    return Deed(entry.act, tuple(sources), tuple(targets), token, (token,), "attribute", entry.lemma, mutual=mutual)


def paired_deed(token: Token, entry: Predicate, sources: list[End]) -> Deed | None:
    """ "A und B sind zerstritten": each with the other; what both think ("sind einig, dass …") joins nobody."""
    if not entry.mutual or _TOWARDS not in entry.target or len({s.actor for s in sources}) < 2:
        return None
    if children(token, "ccomp", "xcomp", "csubj"):
        return None
    words = (*children(token, "cop"), token)
    return Deed(entry.act, tuple(sources), (), token, words, "predicate", entry.lemma, mutual=True)


def _beside(token: Token, slot: str) -> list[Token]:
    """The slot's phrases; one that stands before the adjective is its own though the parser gives it to the noun."""
    if slot == "dat":
        return datives(token)
    return prepositional(token, slot) or [
        c for c in token.head.children if c.i < token.i and slot in adpositions(c) and rel(c) in ("nmod", "obl")
    ]
