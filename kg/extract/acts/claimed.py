"""Attacks that somebody claims: "bekannte sich zu dem Anschlag", "übernahm die Verantwortung für die Explosion"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.acts.clauses import is_passive_clause, is_reflexive, logical_objects, logical_subjects
from kg.extract.acts.coordination import nominal_conjuncts
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.forms import noun_forms, verb_forms
from kg.extract.acts.nominal import prepositional
from kg.extract.acts.responsible import responsible_deeds
from kg.extract.acts.slots import slot_targets
from kg.extract.acts.verbs import frames
from kg.extract.syntax import children, verb_words
from kg.facts import Act
from kg.lexicon.acts import Reach
from kg.lexicon.judging import Claim, claims

_BACK = 5
"""Sentences back to which an attack may have been told before somebody claims it."""


def claimed_deeds(verb: Token, ends: Ends) -> Iterator[Deed]:
    """Attacks on whomever their noun or the sentences before name, by the subject that claims or answers for them."""
    yield from responsible_deeds(verb, ends)
    claim = next((claims()[f] for f in verb_forms(verb) if f in claims()), None)
    if claim is None or not _fits(verb, claim):
        return
    sources = ends.all_actors(logical_subjects(verb), Reach.ACTOR)
    near = [verb, *(c for c in verb.children if claim.noun in noun_forms(c))]
    nouns = [n for head in near for h in prepositional(head, claim.preposition) for n in nominal_conjuncts(h)]
    attacks = [n for n in nouns if _is_attack(n)]
    if not sources or not attacks:
        return
    targets = [t for n in attacks for t in _hit(n, ends)] or list(_hit_before(verb, ends))
    acting = {s.actor for s in sources}
    if hit := tuple(t for t in dict.fromkeys(targets) if t.actor not in acting):
        cue = tuple(sorted({*verb_words(verb), attacks[0]}, key=lambda t: t.i))
        yield Deed(Act.ASSAULT, tuple(sources), hit, verb, cue, "claimed", claim.lemma)


def _fits(verb: Token, claim: Claim) -> bool:
    if claim.noun is None:
        return is_reflexive(verb)
    return any(claim.noun in noun_forms(c) for c in children(verb, "obj", "nsubj", "obl"))


def _is_attack(noun: Token) -> bool:
    return any(e.act is Act.ASSAULT for e in entries_of(noun))


def _hit(noun: Token, ends: Ends) -> list[End]:
    attacks = (e for e in entries_of(noun) if e.act is Act.ASSAULT)
    return next((found for e in attacks if (found := slot_targets(noun, e, ends, None)[0])), [])


def _hit_before(verb: Token, ends: Ends) -> Iterator[End]:
    """Whom the sentences before say to be attacked, by nobody in particular."""
    start = verb.sent.start
    for _ in range(_BACK):
        start = verb.doc[start - 1].sent.start if start else 0
    for token in verb.doc[start : verb.sent.start]:
        if token.pos_ == "NOUN" and _is_attack(token):
            yield from _hit(token, ends)
        elif token.pos_ == "VERB" and is_passive_clause(token) and any(e.act is Act.ASSAULT for e in frames(token)):
            yield from ends.all_actors(logical_objects(token), Reach.ACTOR)
