"""The ends of an act that a noun names, and the deed they make."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.acts.clauses import attached, in_contest, prepositional
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.recall import recalled
from kg.facts import Act
from kg.lexicon.acts import MATERIAL, SUPPORTING, Carrier, Carrying, NounAct, Reach

AMONG = frozenset({"zwischen", "aus"})
"""Slots whose actors act on each other."""
INSIDE_ONLY = frozenset({"gen", "poss", "adj", "von", "in", "prefix", "appos"})
"""Slots whose phrase never hangs on a support verb instead of the noun."""


def slot_targets(noun: Token, entry: NounAct, ends: Ends, beside: Token | None) -> tuple[list[End], str]:
    """Actors in the first slot that holds any; with a support verb the phrase may hang on the verb."""
    for slot in entry.target:
        found = ends.slot(noun, slot, entry.reach)
        if not found and beside is not None and slot not in INSIDE_ONLY:
            # "mit Hilfe der Partner Gespräche führen"
            reach = Reach.ACTOR if slot == "mit" else entry.reach
            found = ends.all_actors((h for h in prepositional(beside, slot) if h.i != noun.i), reach)
        if found:
            return found, slot
    return _recalled(noun, entry, ends, beside)


def _recalled(noun: Token, entry: NounAct, ends: Ends, beside: Token | None) -> tuple[list[End], str]:
    """ "legte Berufung gegen das Urteil ein": whose that is, an earlier sentence may tell."""
    if entry.reach is Reach.ACTOR or entry.act in MATERIAL:
        return [], ""
    for slot in entry.target:
        if slot in INSIDE_ONLY or slot in AMONG:
            continue
        heads = [*attached(noun, slot), *(prepositional(beside, slot) if beside is not None else [])]
        if found := [end for h in heads if h.i != noun.i for end in recalled(h, ends)]:
            return found, slot
    return [], ""


def slot_sources(noun: Token, entry: NounAct, ends: Ends, used: str, targets: Sequence[End] = ()) -> list[End]:
    """Actors in the first source slot that holds any; `used` is the slot of the targets."""
    for slot in entry.source:
        found = ends.slot(noun, slot, Reach.ANY) if slot != used else []
        if slot == "von" and targets:
            # "gegen die Regierung von A": what follows the target belongs to it.
            found = [s for s in found if s.token.i < max(t.token.i for t in targets)]
        if found:
            return found
    return []


def noun_deed(
    noun: Token,
    entry: NounAct,
    targets: list[End],
    sources: list[End],
    cue: tuple[Token, ...],
    rule: str,
    confidence: float,
    anchor: Token | None = None,
    carrier: Carrier | None = None,
) -> Deed:
    """The deed; several sources without a target act on each other."""
    contest = entry.contest is not None and in_contest(noun)
    act = entry.contest if entry.contest is not None and contest else entry.act
    mutual, carrying = entry.mutual or contest, Carrying.ACTUAL if carrier is None else carrier.status
    if carrying is Carrying.WISH:
        act = Act.ENDORSE if act in SUPPORTING else Act.DEMAND
    elif carrying is Carrying.REFUSED:
        act = Act.REJECT
    elif carrying is Carrying.ENDED:
        act = Act.SANCTION
    if carrying in (Carrying.WISH, Carrying.REFUSED, Carrying.ENDED):
        mutual = False
    among = not sources or not targets
    return Deed(
        act=act,
        sources=tuple(sources or targets),
        targets=() if among else tuple(targets),
        anchor=noun if anchor is None else anchor,
        cue=cue,
        rule=rule,
        lemma=entry.lemma,
        confidence=confidence - (0.1 if any(t.owned for t in targets) else 0.0),
        mutual=mutual,
        carrying=carrying,
        spoken=entry.spoken,
    )
