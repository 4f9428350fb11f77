"""Acts told by nouns: with both ends inside the phrase, or as a standing relation."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.acts.carried import carried_deed
from kg.extract.acts.clauses import adpositions, grammatical_subjects, logical_subjects, nominal_conjuncts
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.forms import verb_forms
from kg.extract.acts.slots import AMONG, noun_deed, slot_sources, slot_targets
from kg.extract.syntax import child, children, clause_head, rel
from kg.facts import Act
from kg.lexicon.acts import NounAct, Reach, modal_words

_INSIDE = 0.7
_STANDING = 0.6
_IMPLIED = 0.5
_CIRCUMSTANCE = 0.55
_OUTSIDE = frozenset({"obj", "obl", "nsubj"})
_HARMFUL = frozenset({Act.ACCUSE, Act.REJECT, Act.DEMAND, Act.THREATEN, Act.PROTEST})
_HELPFUL = frozenset({Act.ENDORSE, Act.AID})
"""Acts that somebody else's act may follow from; after an attack anybody may do anything."""


def noun_deeds(noun: Token, ends: Ends) -> Iterator[Deed]:
    """Acts that the noun names, by the first entry that fits."""
    for entry in entries_of(noun):
        if entry.word is not None and not any(c.lemma_.lower() == entry.word for c in noun.lefts):
            continue
        deed = (
            _standing(noun, entry, ends)
            if entry.standing
            else carried_deed(noun, entry, ends) or _inside(noun, entry, ends) or _circumstance(noun, entry, ends)
        )
        if deed is not None:
            yield deed
            return


def _inside(noun: Token, entry: NounAct, ends: Ends) -> Deed | None:
    verb = noun.head if rel(noun) in _OUTSIDE else None
    if entry.carried:
        return None
    targets, used = slot_targets(noun, entry, ends, None)
    if used in AMONG:
        return noun_deed(noun, entry, targets, [], (noun,), "noun", _INSIDE) if len(targets) > 1 else None
    sources = slot_sources(noun, entry, ends, used, targets)
    if not sources and verb is not None:
        sources = _reporting_subject(noun, verb, ends)
    if entry.mutual and len(sources) > 1 and not targets:
        return noun_deed(noun, entry, [], sources, (noun,), "noun", _INSIDE)
    if not sources and targets and entry.agent is not None and (only := ends.only(entry.agent)) is not None:
        return noun_deed(noun, entry, targets, [End(only, noun)], (noun,), "noun-implied", _IMPLIED)
    if not sources or not targets:
        return None
    return noun_deed(noun, entry, targets, sources, (noun,), "noun", _INSIDE)


def _circumstance(noun: Token, entry: NounAct, ends: Ends) -> Deed | None:
    """ "nach Kritik der Opposition", "mit Hilfe der Nachbarn": the clause's subject is acted upon."""
    if entry.mutual or entry.passive or entry.carried or rel(noun) not in ("obl", "nmod", "advmod"):
        return None
    words = modal_words()
    helped = words["helped"] & set(adpositions(noun))
    # "wegen Unterstützung einer Vereinigung": the genitive may be the one supported.
    unclear = any(e.passive for e in entries_of(noun))
    fits = entry.act in _HELPFUL if helped else entry.act in _HARMFUL and not unclear
    if not fits or not (helped or words["circumstance"] & set(adpositions(noun))):
        return None
    clause = clause_head(noun)
    sources = slot_sources(noun, entry, ends, "")
    acting = {s.actor for s in sources}
    heads = logical_subjects(clause) or grammatical_subjects(clause)
    targets = [t for t in ends.all_actors(heads, Reach.ACTOR) if t.actor not in acting]
    if not sources or not targets or any(t.token.i == noun.i for t in targets):
        return None
    return noun_deed(noun, entry, targets, sources, (noun,), "circumstance", _CIRCUMSTANCE)


def _reporting_subject(noun: Token, verb: Token, ends: Ends) -> list[End]:
    """ "seine Kritik": the possessive names the subject of the verb where coreference is silent."""
    own = any(c.dep_ == "det:poss" for c in noun.children)
    return ends.all_actors(logical_subjects(verb), Reach.ACTOR) if own else []


def _is_called(noun: Token) -> bool:
    """ "gilt als Gegner", "trat als Fürsprecher auf", "gehört zu den Gegnern": said of the subject."""
    words = modal_words()
    said = any(c.lower_ in words["role"] | words["rank"] and c.i < noun.i for c in noun.children)
    return said and bool(words["passing"] & set(verb_forms(noun.head)))


def _standing(noun: Token, entry: NounAct, ends: Ends) -> Deed | None:
    targets, _ = slot_targets(noun, entry, ends, None)
    if not targets and entry.act is Act.COMPETE and entry.mutual and not child(noun, "nsubj"):
        # "ohne die Rivalen A und B siegte C": the rivals of the clause's subject.
        targets = [e for e in ends.all_actors(logical_subjects(clause_head(noun)), Reach.ACTOR) if e.token.i != noun.i]
    if not targets:
        return None
    own = ends.actor(noun)
    if (subject := child(noun, "nsubj")) is not None:
        sources = ends.actors(subject, Reach.ACTOR)
    elif _is_called(noun):
        sources = ends.all_actors(grammatical_subjects(noun.head), Reach.ACTOR)
    elif own is not None:
        names = [p for a in children(noun, "appos") for p in nominal_conjuncts(a)]
        sources = ends.actors(noun, Reach.ACTOR) + ends.all_actors(names, Reach.ACTOR)
    elif rel(noun) == "appos":
        sources = ends.actors(noun.head, Reach.ACTOR)
    else:
        parts = children(noun, "appos", "flat")
        sources = [e for p in parts for e in ends.actors(p, Reach.ACTOR)]
    targets = [t for t in targets if t.actor not in {s.actor for s in sources}]
    return noun_deed(noun, entry, targets, sources, (noun,), "standing", _STANDING) if sources and targets else None
