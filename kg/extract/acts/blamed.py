"""Deeds that somebody is blamed for: "machte die Rebellen für das Attentat auf den Minister verantwortlich"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.acts.clauses import datives, is_passive_clause, logical_objects
from kg.extract.acts.companions import companions
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.nominal import adpositions
from kg.extract.acts.slots import noun_deed, slot_sources, slot_targets
from kg.extract.acts.verbs import frames
from kg.extract.syntax import children
from kg.facts import Act, Status
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import Reach

_BLAMING = frozenset({Act.ACCUSE, Act.COERCE, Act.SANCTION})
_PUNISHED = frozenset({Act.ASSAULT, Act.COERCE, Act.THREATEN, Act.PROTEST, Act.ENDORSE, Act.AID})
_REPROACHES = frozenset({Act.ACCUSE, Act.DEMAND, Act.THREATEN})


def blamed_deeds(verb: Token, blaming: Sequence[Deed], ends: Ends) -> Iterator[Deed]:
    """What the targets of an accusation or a conviction are said to have done, to whom the noun for it names."""
    charges = [n for n in _charges(verb) if entries_of(n)]
    if not charges or not (culprits := _culprits(verb, blaming, ends)):
        return
    for noun in charges:
        for entry in entries_of(noun):
            if entry.act not in _PUNISHED or entry.standing or entry.carried:
                continue
            targets, used = slot_targets(noun, entry, ends, None)
            suffering = {t.actor for t in targets}
            sources = [c for c in culprits if c.actor not in suffering]
            if not targets or not sources or slot_sources(noun, entry, ends, used, targets):
                continue
            deed = noun_deed(noun, entry, targets, sources, (noun,), "blamed")
            yield Deed(**{**vars(deed), "status": Status.REPORTED_BY_OTHER, "mutual": False})
            break


def answered_deeds(verb: Token, told: Sequence[Deed], ends: Ends) -> Iterator[Deed]:
    """ "wies die Kritik des Ministers zurück": who answers a reproach has been reproached."""
    for deed in told:
        if deed.act is not Act.REJECT or deed.rule != "verb":
            continue
        for noun in (*logical_objects(verb), *datives(verb)):
            entry = next((e for e in entries_of(noun) if e.act in _REPROACHES and not e.passive), None)
            if entry is None or entry.lemma in modal_words()["plea"] or slot_targets(noun, entry, ends, None)[0]:
                # A court that turns down a claim is not whom it was against.
                continue
            owners = {o.actor for o in ends.owners(noun)}
            sources = tuple(t for t in deed.targets if t.actor in owners)
            if sources:
                yield Deed(entry.act, sources, deed.sources, verb, (noun,), "answered", entry.lemma)


def _culprits(verb: Token, blaming: Sequence[Deed], ends: Ends) -> list[End]:
    """Who is accused or punished; a passive needs not say by whom."""
    found = [t for d in blaming if d.act in _BLAMING for t in d.targets if not t.owned]
    if found or blaming or not is_passive_clause(verb):
        return found
    fitting = (e for e in frames(verb) if e.act in _BLAMING and companions(verb, e) is not None)
    entry = next(fitting, None)
    if entry is None:
        return []
    heads = datives(verb) if "dat" in entry.target else logical_objects(verb)
    return ends.all_actors(heads, Reach.ACTOR)


def _charges(verb: Token) -> list[Token]:
    """ "für den Mord", "wegen des Angriffs", "des Mordes", "den Mord": what the verb's target is blamed for."""
    near = children(verb, "obl", "obj", "obl:arg", "nmod", "dep")
    if is_passive_clause(verb):
        near += children(verb, "nsubj")
    near += [g for c in near for g in children(c, "nmod", "conj")]
    charging = modal_words()["charge"]
    return [n for n in near if n.pos_ == "NOUN" and (not adpositions(n) or charging & set(adpositions(n)))]
