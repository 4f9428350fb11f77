"""Measures and accusations that are taken back or turned down: that favours whom they were against."""

from spacy.tokens import Token

from kg.extract.acts.clauses import agents, datives, is_passive_clause, logical_subjects
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.slots import noun_deed, slot_targets
from kg.facts import Act
from kg.lexicon.acts import Carrier, NounAct, Reach

_MEASURES = frozenset({Act.ACCUSE, Act.SANCTION, Act.COERCE})


def lifted_deed(
    noun: Token, entry: NounAct, verb: Token, carrier: Carrier, cue: tuple[Token, ...], ends: Ends
) -> Deed | None:
    """ "stellte das Verfahren gegen den Minister ein", "hob die Entlassung des Ministers auf"."""
    if entry.act not in _MEASURES or entry.mutual or entry.standing or carrier.act not in (None, entry.act):
        return None
    targets, _ = slot_targets(noun, entry, ends, verb)
    targets = targets or ends.all_actors((d for d in datives(verb) if d.i != noun.i), Reach.ACTOR)
    sources = [s for s in ends.all_actors(logical_subjects(verb)) if s.token.i != noun.i]
    if not sources and entry.agent is not None and is_passive_clause(verb) and not agents(verb):
        only = ends.only(entry.agent, noun)
        sources = [End(only, noun)] if only is not None else []
    acting = {s.actor for s in sources}
    targets = [t for t in targets if t.actor not in acting]
    if not sources or not targets:
        return None
    return noun_deed(noun, entry, targets, sources, cue, "lifted", verb, carrier)
