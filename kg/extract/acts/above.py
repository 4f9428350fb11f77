"""Who is meant by a whole clause: "…, was die Opposition kritisierte", "empört darüber, dass der Minister …"."""

from collections.abc import Collection

from spacy.tokens import Token

from kg.extract.acts.clauses import agents, is_infinitive, is_passive_clause, logical_subjects
from kg.extract.acts.ends import End, Ends
from kg.extract.syntax import children, clause_head, rel
from kg.lexicon.act_words import modal_words, pronominal_adverbs, relative_adverbs
from kg.lexicon.acts import Reach


def told_above(verb: Token, slots: Collection[str], ends: Ends) -> list[End]:
    """Who does what the clause before tells, which a relative word in one of the verb's slots stands for."""
    meant = relative_adverbs()
    words = [c for c in verb.children if c.i < verb.i and meant.get(c.lower_) in slots]
    if "obj" in slots:
        words += [c for c in children(verb, "obj") if stands_for_clause(c)]
    return [end for word in words[:1] for end in doers_before(word, verb, ends)]


def stands_for_clause(word: Token) -> bool:
    return word.lower_ in modal_words()["clause relative"]


def doers_before(word: Token, verb: Token, ends: Ends) -> list[End]:
    """Who acts in the clause that the relative clause of the verb follows."""
    head = verb.head
    if rel(verb) not in ("acl", "advcl") or head.i > word.i or head.pos_ in ("PRON", "DET"):
        return []
    return [End(e.actor, word, owned=True) for e in ends.all_actors(logical_subjects(clause_head(head)), Reach.ACTOR)]


def content_subjects(word: Token, slot: str) -> list[Token]:
    """ "empört darüber, dass der Minister …": who does what the clause behind the adverb tells."""
    adverbs = [c for c in word.children if pronominal_adverbs().get(c.lower_) == slot]
    near = (word, *adverbs) if adverbs else ()
    clauses = [c for w in near for c in children(w, "ccomp", "xcomp", "acl") if c.i > adverbs[0].i]
    return [s for c in clauses for s in _doers_in(c)]


def _doers_in(clause: Token) -> list[Token]:
    if is_infinitive(clause):
        # "wehrte sich dagegen, vom Minister kontrolliert zu werden"
        return agents(clause) if is_passive_clause(clause) else []
    marked = any(m.lower_ in modal_words()["content mark"] for m in children(clause, "mark"))
    return logical_subjects(clause) if marked else []
