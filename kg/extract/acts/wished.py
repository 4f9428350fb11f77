"""What somebody asks another to do to a third: "rief seine Anhänger auf, für den Minister zu stimmen"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.acts.clauses import agents, is_infinitive, is_passive_clause, logical_objects, logical_subjects, negated
from kg.extract.acts.companions import companions
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.verbs import frames
from kg.extract.syntax import children, rel, verb_words
from kg.facts import Act
from kg.lexicon.acts import SUPPORTING, Embeds

_UNWISHED = frozenset({Act.COOPERATE, Act.COMPETE})
"""Acts between two who need not be dear to who asks for them."""


def wished_deeds(verb: Token, told: Sequence[Deed], ends: Ends) -> Iterator[Deed]:
    """The stance of who asks for an act towards whom it hits."""
    governor = _asking(verb)
    if governor is None or negated(verb):
        return
    deeds = [(d.act, d.targets) for d in told if d.rule == "verb"] or _left_open(verb, ends)
    wishing = tuple(ends.all_actors(logical_subjects(governor)))
    asked = {t.actor for c in (governor, verb) for t in ends.all_actors(logical_subjects(c))}
    for act, targets in deeds:
        others = tuple(t for t in targets if t.actor not in asked)
        if not wishing or not others or act in _UNWISHED:
            continue
        cue = tuple(sorted({*verb_words(governor), *verb_words(verb)}, key=lambda t: t.i))
        wish = Act.ENDORSE if act in SUPPORTING else Act.DEMAND
        yield Deed(wish, wishing, others, governor, cue, "wished", governor.lemma_)


def _asking(verb: Token) -> Token | None:
    """The verb of asking whose complement the clause is."""
    clause = verb
    while rel(clause) == "conj" and clause.head.i != clause.i and clause.head.pos_ == verb.pos_:
        clause = clause.head
    governor = clause.head
    if rel(clause) not in ("xcomp", "ccomp", "advcl") or governor.i == clause.i:
        return None
    if not is_infinitive(clause) and not any(m.lower_ == "dass" for m in children(clause, "mark")):
        return None
    asks = any(e.embeds is Embeds.WISH and companions(governor, e) is not None for e in frames(governor))
    return governor if asks and not negated(governor) else None


def _left_open(verb: Token, ends: Ends) -> list[tuple[Act, tuple[End, ...]]]:
    """ "verlangte, dass der Minister entlassen wird": nobody needs to be named who does it."""
    if not is_passive_clause(verb) or agents(verb):
        return []
    fitting = [e for e in frames(verb) if "obj" in e.target and companions(verb, e) is not None]
    return [(e.act, tuple(ends.all_actors(logical_objects(verb), e.reach))) for e in fitting[:1]]
