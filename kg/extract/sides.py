""" "Beide Seiten", "beide Lager": the two that the text has set side by side."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.agreement import is_both
from kg.extract.clusters import Entity
from kg.extract.salience import History, Reference
from kg.extract.syntax import children, clause_head, feature, rel
from kg.facts import ActorKind
from kg.lexicon.namewords import side_nouns
from kg.lexicon.people import adpositions

NEAR = 1
"""Sentences back to the two; farther back others have mostly met since."""
ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})
BETWEEN = "zwischen"
UMPIRES = frozenset({"court", "parliament", "media"})
"""Sorts of bodies before which others meet."""


def two_sides(token: Token, history: History) -> tuple[Entity, ...]:
    """The two whom "beide Seiten" means: those that met in one clause, or the only two bodies spoken of lately."""
    if token.pos_ != "NOUN" or not side_nouns().intersection(_base_forms(token)):
        return ()
    if not any(is_both(c) for c in token.children) or any(feature(c, "Poss") == "Yes" for c in token.children):
        return ()
    if any(c.i > token.i and rel(c) in ("nmod", "appos", "flat") for c in token.children):
        return ()
    clause = clause_head(token).i
    near = [r for r in history.lately(token.i, NEAR) if _may_be_side(r.entity)]
    beside = {r.entity for r in near if clause_head(token.doc[r.token]).i == clause}
    near = [r for r in near if r.entity not in beside]
    return next(_met(token, near), ()) or _only_two(near)


def _base_forms(token: Token) -> set[str]:
    word = token.text
    return {token.lemma_, word, *(word.removesuffix(e) for e in ("n", "en"))}


def _may_be_side(entity: Entity) -> bool:
    """Whether two of its kind may meet: no judges, and no groups of people that only pass by."""
    if entity.kind is ActorKind.PLACE or entity.sort in UMPIRES:
        return False
    return bool(entity.names) or entity.kind not in (ActorKind.PERSON, ActorKind.GROUP)


def _met(token: Token, near: list[Reference]) -> Iterator[tuple[Entity, ...]]:
    """Pairs that are the only arguments of one clause, the last clause first."""
    clauses: dict[int, dict[Entity, None]] = {}
    for r in near:
        word = token.doc[r.token]
        while rel(word) in ("conj", "appos", "flat") and word.head.i != word.i:
            word = word.head
        if any(c.lower_ == BETWEEN for c in word.children) or _takes_part(word):
            clauses.setdefault(clause_head(word).i, {})[r.entity] = None
    for i in sorted(clauses, reverse=True):
        pair = tuple(reversed(clauses[i]))
        if len(pair) == 2 and not _belong_together(*pair):
            yield pair


def _takes_part(word: Token) -> bool:
    """Whether it is an argument and nothing that tells where: "mit dem Verein", but not "in der Bank"."""
    cases = (adpositions().get(c.lower_) for c in children(word, "case"))
    return rel(word) in ARGUMENTS and not any(e is not None and e.sense in ("place", "source") for e in cases)


def _only_two(near: list[Reference]) -> tuple[Entity, ...]:
    bodies = tuple(dict.fromkeys(r.entity for r in reversed(near) if r.entity.kind is not ActorKind.PERSON))
    return bodies if len(bodies) == 2 and not _belong_together(*bodies) else ()


def _belong_together(one: Entity, other: Entity) -> bool:
    return one.affiliation is other or other.affiliation is one
