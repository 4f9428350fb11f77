"""The ends of an act that a noun names, and the deed they make."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.acts.contest_words import in_contest
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, is_aimed_at
from kg.extract.acts.holders import origins, states_at
from kg.extract.acts.nominal import attached, genitives, prepositional
from kg.extract.acts.recall import recalled
from kg.facts import Act, ActorKind, MentionKind
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import MATERIAL, SUPPORTING, Carrier, Carrying, NounAct, Reach

AMONG = frozenset({"zwischen", "aus"})
"""Slots whose actors act on each other."""
_OF_STATES = frozenset({Act.COERCE, Act.SANCTION})
"""Acts that the state does where they happen, if nobody else is said to."""
_GIVEN = frozenset({Carrying.ACTUAL, Carrying.RECEIVED})
INSIDE_ONLY = frozenset({"gen", "poss", "adj", "von", "in", "prefix", "appos"})
"""Slots whose phrase never hangs on a support verb instead of the noun."""


def slot_targets(noun: Token, entry: NounAct, ends: Ends, beside: Token | None) -> tuple[list[End], str]:
    """Actors in the first slot that holds any; with a support verb the phrase may hang on the verb."""
    for slot in entry.target:
        # "ein Kompromiss zwischen dem Modell von A und dem von B": things do not agree with each other.
        found = _others(noun, ends.slot(noun, slot, Reach.ACTOR if slot in AMONG else entry.reach), ends)
        if not found and beside is not None and slot not in INSIDE_ONLY:
            # "mit Hilfe der Partner Gespräche führen"
            reach = Reach.ACTOR if slot == "mit" else entry.reach
            found = ends.all_actors(
                (h for h in prepositional(beside, slot) if h.i != noun.i and is_aimed_at(h, slot)), reach
            )
        if not found and entry.act is Act.SANCTION and slot not in INSIDE_ONLY:
            # "Strafzölle auf Autos aus China"
            found = origins([*attached(noun, slot), *_beside(beside, slot)], ends)
        if found:
            return found, slot
    return _recalled(noun, entry, ends, beside)


def _others(noun: Token, found: list[End], ends: Ends) -> list[End]:
    """The ends without the actor whose name the noun begins ("das Bündnis aus A und B" may be one)."""
    around = (m for m in ends.cast.mentions if m.kind is MentionKind.NAME and m.span.start <= noun.idx < m.span.end)
    own = {m.actor for m in around} if found else set()
    return [e for e in found if e.actor not in own]


def _recalled(noun: Token, entry: NounAct, ends: Ends, beside: Token | None) -> tuple[list[End], str]:
    """ "legte Berufung gegen das Urteil ein": whose that is, an earlier sentence may tell."""
    if entry.reach is Reach.ACTOR or entry.act in MATERIAL:
        return [], ""
    for slot in entry.target:
        of_standing = entry.standing and slot == "gen"
        if (slot in INSIDE_ONLY or slot in AMONG) and not of_standing:
            continue
        # "die Gegner der Vorlage"
        heads = genitives(noun) if of_standing else [*attached(noun, slot), *_beside(beside, slot)]
        if found := [end for h in heads if h.i != noun.i for end in recalled(h, ends)]:
            return found, slot
    return [], ""


def _beside(verb: Token | None, slot: str) -> list[Token]:
    return prepositional(verb, slot) if verb is not None else []


def slot_sources(noun: Token, entry: NounAct, ends: Ends, used: str, targets: Sequence[End] = ()) -> list[End]:
    """Actors in the first source slot that holds any; `used` is the slot of the targets."""
    for slot in entry.source:
        found = ends.slot(noun, slot, Reach.ANY) if slot != used else []
        behind = [t.token.i for t in targets if t.token.i > noun.i]
        if slot == "von" and behind:
            # "gegen die Regierung von A": what follows the target belongs to it.
            found = [s for s in found if s.token.i < max(behind)]
        if found:
            return found
    if targets and entry.passive and entry.act in _OF_STATES:
        # "die Festnahme von Demonstranten in China"
        return states_at([noun, *(t.token for t in targets if t.token.i > noun.i)], ends)
    return _origin(noun, entry, ends, used, targets) if targets or not used else []


def _origin(noun: Token, entry: NounAct, ends: Ends, used: str, targets: Sequence[End]) -> list[End]:
    """ "Kritik aus der Partei an …", "die Siemens-Klage gegen …": who acts, once it is clear on whom."""
    if entry.passive or entry.standing or used in AMONG or (entry.mutual and not used):
        return []
    for slot in ("aus", "seitens", "prefix") if used else ("aus", "seitens"):
        found = ends.slot(noun, slot, Reach.ACTOR)
        found = [e for e in found if slot != "prefix" or not _is_country(e, ends)]
        # "das Derby gegen den Meister aus A", "Beschwerden über den Konzern aus A": where the target is from.
        found = [e for e in found if not any(noun.i < t.token.i < e.token.i for t in targets)]
        if found:
            return found
    return []


def _is_country(end: End, ends: Ends) -> bool:
    """ "die Syrien-Kritik": where, or about whom, rather than who."""
    return ends.cast.actor(end.actor).kind is ActorKind.COUNTRY


def _first_side(noun: Token, ends: Sequence[End]) -> int:
    """How many of those in a conflict stand on the first side: up to "einerseits", else all but the last."""
    marks = [t.i for t in noun.sent if t.lower_ in modal_words()["one_side"] and t.i > noun.i]
    before = sum(e.token.i < marks[0] for e in ends) if marks else 0
    return before if 0 < before < len(ends) else len(ends) - 1


def noun_deed(
    noun: Token,
    entry: NounAct,
    targets: list[End],
    sources: list[End],
    cue: tuple[Token, ...],
    rule: str,
    anchor: Token | None = None,
    carrier: Carrier | None = None,
) -> Deed:
    """The deed; several sources without a target act on each other."""
    contest = entry.contest is not None and in_contest(noun)
    act = entry.contest if entry.contest is not None and contest else entry.act
    mutual, carrying = entry.mutual or contest, Carrying.ACTUAL if carrier is None else carrier.status
    if carrying is Carrying.WISH:
        act = Act.ENDORSE if act in SUPPORTING else Act.DEMAND
    elif carrying in (Carrying.REFUSED, Carrying.LOST):
        act = Act.REJECT
    elif carrying is Carrying.LIFTED:
        act = Act.ENDORSE
    elif carrying is Carrying.ENDED:
        act = Act.SANCTION
    if carrying in (Carrying.WISH, Carrying.REFUSED, Carrying.LOST, Carrying.ENDED, Carrying.LIFTED):
        mutual = False
    if entry.backwards and not entry.standing:
        sources, targets = targets, sources
    sides, others = (sources, targets) if sources and targets else (sources or targets, [])
    if not others and len(sides) > 2 and act not in SUPPORTING and act is not Act.COMPETE:
        # "zwischen der Polizei, der Armee und den Rebellen": of three in a conflict the last one stands alone.
        first = _first_side(noun, sides)
        sides, others, mutual = sides[:first], sides[first:], True
    return Deed(
        act=act,
        sources=tuple(sides),
        targets=tuple(others),
        anchor=noun if anchor is None else anchor,
        cue=cue,
        rule=rule,
        lemma=entry.lemma,
        mutual=mutual,
        carrying=carrying,
        # "hat kein Verständnis für den Minister"
        negated=Act.REJECT if act is Act.ENDORSE and carrier is not None and carrying in _GIVEN else None,
        spoken=entry.spoken,
    )
