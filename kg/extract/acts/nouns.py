"""Acts told by nouns: with both ends inside the phrase, or as a standing relation."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.acts.carried import carried_deed
from kg.extract.acts.clauses import (
    adpositions,
    grammatical_subjects,
    logical_subjects,
    nominal_conjuncts,
    possessives,
)
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.forms import noun_forms, verb_forms
from kg.extract.acts.slots import AMONG, noun_deed, slot_sources, slot_targets
from kg.extract.syntax import child, children, clause_head, feature, rel
from kg.facts import Act, ActorKind, MentionKind
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import Carrying, NounAct, Reach

_INSIDE = 0.7
_STANDING = 0.6
_IMPLIED = 0.5
_CIRCUMSTANCE = 0.55
_OUTSIDE = frozenset({"obj", "obl", "nsubj"})
_BY_ANYBODY = frozenset({Act.ASSAULT, Act.COERCE})
"""Acts whose doer may stay unnamed for good ("der Mörder")."""
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
            only_possible = entry.possible and deed.rule == "noun" and _is_imagined(noun)
            yield replace(deed, carrying=Carrying.PLANNED) if only_possible else deed
            return


def _is_imagined(noun: Token) -> bool:
    """ "die Aussicht auf eine Koalition": an indefinite thing that does nothing itself need not exist."""
    indefinite = any(feature(d, "Definite") == "Ind" for d in children(noun, "det"))
    acting = noun in logical_subjects(noun.head) and feature(noun.head, "Mood") == "Ind"
    return indefinite and not acting and child(noun, "cop") is None


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
    if not sources and targets and entry.agent is not None and (only := ends.only(entry.agent, noun)) is not None:
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
    if set(noun_forms(noun)) & (words["order"] | words["finding"]):
        # Who does what he is told has nobody against him; "nach Ermittlungen der Polizei" tells who says so.
        return None
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
    # "ihr Widersacher Müller von der Opposition": what follows the name belongs to it.
    named = min((c.i for c in children(noun, "appos", "flat")), default=len(noun.doc))
    targets = [t for t in targets if t.token.i < named]
    if not targets and entry.act is Act.COMPETE and entry.mutual and not child(noun, "nsubj"):
        # "ohne die Rivalen A und B siegte C": the rivals of the clause's subject.
        targets = [e for e in ends.all_actors(logical_subjects(clause_head(noun)), Reach.ACTOR) if e.token.i != noun.i]
    if not targets:
        return None
    sources = _holders(noun, entry, ends)
    if entry.act is Act.COMPETE and any(t.token in possessives(noun) for t in targets):
        # "Spaniens Regierungschef und sein Herausforderer": a pronoun that means another kind of actor was misread.
        sources = [s for s in sources if _is_person(s, ends) is _is_person(targets[0], ends)]
    targets = [t for t in targets if t.actor not in {s.actor for s in sources}]
    return noun_deed(noun, entry, targets, sources, (noun,), "standing", _STANDING) if sources and targets else None


def _holders(noun: Token, entry: NounAct, ends: Ends) -> list[End]:
    """Who stands so: the subject it is said of, the names beside the noun, or the group that it is itself."""
    if (subject := child(noun, "nsubj")) is not None:
        return ends.actors(subject, Reach.ACTOR)
    if _is_called(noun):
        return ends.all_actors(grammatical_subjects(noun.head), Reach.ACTOR)
    if rel(noun) == "nsubj" and child(noun.head, "cop") is not None and (named := ends.actors(noun.head, Reach.ACTOR)):
        # "Ein Gegner des Plans ist der Minister."
        return named
    own = ends.actor(noun)
    if own is None:
        if rel(noun) == "appos":
            return ends.actors(noun.head, Reach.ACTOR)
        return [e for p in children(noun, "appos", "flat") for e in ends.actors(p, Reach.ACTOR)]
    names = [p for a in children(noun, "appos") for p in nominal_conjuncts(a)]
    if (named := ends.all_actors(names, Reach.ACTOR)) and not _is_named(own, ends):
        return named
    # "sein Gegner": somebody whom the text names elsewhere; "die Helfer des Vereins": those who work for it.
    alone = _is_one(noun) and entry.act not in _BY_ANYBODY
    unclear = alone or entry.act is Act.AID or not _takes_part(noun)
    return [] if unclear and not _is_named(own, ends) else ends.actors(noun, Reach.ACTOR) + named


def _is_one(noun: Token) -> bool:
    """Whether the noun is singular; in "mit seinem Rivalen", "gegen ihren Rivalen" only the article tells."""
    words = [w for w in noun.children if rel(w) == "det" or feature(w, "Poss") == "Yes"]
    masculine = any(w.lower_.endswith("em") or (w.lower_.endswith("en") and feature(w, "Case") == "Acc") for w in words)
    return masculine or feature(noun, "Number") == "Sing"


def _takes_part(noun: Token) -> bool:
    """ "Anhänger des Präsidenten demonstrierten", not "ein Treffpunkt für seine Anhänger"."""
    while rel(noun) == "conj" and noun.head.i != noun.i:
        noun = noun.head
    words = adpositions(noun)
    return bool(modal_words()["party"] & set(words)) or (not words and rel(noun) != "nmod")


def _is_person(end: End, ends: Ends) -> bool:
    return ends.cast.actor(end.actor).kind is ActorKind.PERSON


def _is_named(key: str, ends: Ends) -> bool:
    """Whether the text names the actor, not only describes it ("sein Rivale")."""
    return any(m.actor == key and m.kind is MentionKind.NAME for m in ends.cast.mentions)
