"""Who does what a relative clause tells of the noun before it."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.acts.clauses import agents, grammatical_subjects, is_passive_clause
from kg.extract.acts.forms import verb_forms
from kg.extract.syntax import children, is_relative
from kg.facts import Act
from kg.lexicon.acts import verb_acts

_OWNING = frozenset({Act.COOPERATE, Act.DEMAND})
"""Acts whose object is the doer's own thing: what he has agreed on or asked for."""


def relative_doers(noun: Token) -> Iterator[Token]:
    """ "die Pläne, die der Minister vorlegte", "die Pläne, die vom Minister vorgelegt wurden"."""
    for clause in children(noun, "acl"):
        if children(clause, "mark"):
            # "die Meldung, dass Mönche …" is not theirs.
            continue
        if not is_passive_clause(clause) or not _strikes(clause):
            yield from (d for d in doers(clause) if d.i > noun.i)


def doers(clause: Token) -> list[Token]:
    """Who does it, if that is not the noun itself."""
    if is_passive_clause(clause):
        return agents(clause)
    return [s for s in grammatical_subjects(clause) if not is_relative(s)]


def _strikes(verb: Token) -> bool:
    """ "das Buch, das von der Polizei verboten wurde": what is done to a thing does not make it the doer's."""
    entries = next((verb_acts()[f] for f in verb_forms(verb) if f in verb_acts()), ())
    return any("obj" in e.target and e.act not in _OWNING for e in entries)
