"""Acts told by nouns: with both ends inside the phrase, carried by a support verb, or as a standing relation."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.acts.clauses import (
    adpositions,
    in_contest,
    is_passive_clause,
    logical_subjects,
    nominal_conjuncts,
    prepositional,
)
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.forms import verb_forms
from kg.extract.acts.verbs import frames
from kg.extract.syntax import child, children, clause_head, rel, verb_words
from kg.facts import Act, Status
from kg.lexicon.acts import SUPPORTING, Carrier, Carrying, Embeds, NounAct, Reach, carriers

_INSIDE = 0.7
_CARRIED = 0.75
_STANDING = 0.6
_OUTSIDE = frozenset({"obj", "obl", "nsubj"})


def noun_deeds(noun: Token, ends: Ends) -> Iterator[Deed]:
    """Acts that the noun names, by the first entry that fits."""
    for entry in entries_of(noun):
        if entry.word is not None and not any(c.lemma_ == entry.word for c in children(noun, "amod")):
            continue
        deed = (
            _standing(noun, entry, ends)
            if entry.standing
            else _carried(noun, entry, ends) or _inside(noun, entry, ends)
        )
        if deed is not None:
            yield deed
            return


def _targets(noun: Token, entry: NounAct, ends: Ends, beside: Token | None) -> tuple[list[End], str]:
    """Actors in the first slot that holds any; with a support verb the phrase may hang on the verb."""
    for slot in entry.target:
        found = ends.slot(noun, slot, entry.reach)
        if not found and beside is not None and slot not in ("gen", "poss", "von", "in"):
            found = ends.all_actors((h for h in prepositional(beside, slot) if h.i != noun.i), entry.reach)
        if found:
            return found, slot
    return [], ""


def _inside(noun: Token, entry: NounAct, ends: Ends) -> Deed | None:
    verb = noun.head if rel(noun) in _OUTSIDE else None
    targets, used = _targets(noun, entry, ends, None)
    if used == "zwischen":
        return _deed(noun, entry, targets, [], (noun,), "noun", _INSIDE) if len(targets) > 1 else None
    sources: list[End] = []
    for slot in entry.source:
        if slot != used and (sources := ends.slot(noun, slot, Reach.ANY)):
            break
    if not sources and verb is not None:
        sources = _reporting_subject(noun, verb, ends)
    if entry.mutual and len(sources) > 1 and not targets:
        return _deed(noun, entry, [], sources, (noun,), "noun", _INSIDE)
    if not sources or not targets:
        return None
    return _deed(noun, entry, targets, sources, (noun,), "noun", _INSIDE)


def _reporting_subject(noun: Token, verb: Token, ends: Ends) -> list[End]:
    """ "seine Kritik": the possessive names the subject of the verb where coreference is silent."""
    own = any(c.dep_ == "det:poss" for c in noun.children)
    return ends.all_actors(logical_subjects(verb), Reach.ACTOR) if own else []


def _carried(noun: Token, entry: NounAct, ends: Ends) -> Deed | None:
    verb, carrier = carrier_of(noun)
    if verb is None or carrier is None:
        return None
    targets, used = _targets(noun, entry, ends, verb)
    sources = ends.all_actors(logical_subjects(verb))
    sources = [s for s in sources if s.token.i != noun.i]
    if used == "zwischen" or not sources or not (targets or (entry.mutual and len(sources) > 1)):
        return None
    owner = (
        []
        if carrier.status is not Carrying.WISH
        else [s for slot in entry.source if slot != used for s in ends.slot(noun, slot)]
    )
    if owner:
        return None
    cue = tuple(sorted({*verb_words(verb), noun}, key=lambda t: t.i))
    deed = _deed(noun, entry, targets, sources, cue, "carrier", _CARRIED, anchor=verb, carrier=carrier)
    # "ein Spiel bestreiten" is no denial, "den Einsatz bestreiten" is.
    denied = entry.act is not Act.COMPETE and any(f.embeds is Embeds.DENIAL for f in frames(verb))
    return replace(deed, status=Status.DENIED) if denied else deed


def carrier_of(noun: Token) -> tuple[Token | None, Carrier | None]:
    """The support verb that carries the noun."""
    verb, phrase = noun.head, noun
    # "setzte Schiffe zur Rettung … ein": the phrase may hang on the verb's object.
    while verb.pos_ in ("NOUN", "PROPN") and rel(verb) in ("obj", "obl", "conj") and adpositions(noun):
        verb, phrase = verb.head, verb
    if verb.i == noun.i or verb.pos_ not in ("VERB", "ADJ", "AUX"):
        return None, None
    lexicon = carriers()
    for carrier in next((lexicon[f] for f in verb_forms(verb) if f in lexicon), ()):
        if carrier.slot == "obj":
            fits = phrase is noun and (noun.dep_ == "obj" or (rel(noun) == "nsubj" and is_passive_clause(verb)))
        else:
            fits = carrier.slot in adpositions(noun)
        if fits:
            return verb, carrier
    return None, None


def _standing(noun: Token, entry: NounAct, ends: Ends) -> Deed | None:
    targets, _ = _targets(noun, entry, ends, None)
    if not targets and entry.mutual and not child(noun, "nsubj"):
        # "ohne die Rivalen A und B siegte C": the rivals of the clause's subject.
        targets = [e for e in ends.all_actors(logical_subjects(clause_head(noun)), Reach.ACTOR) if e.token.i != noun.i]
    if not targets:
        return None
    own = ends.actor(noun)
    if (subject := child(noun, "nsubj")) is not None:
        sources = ends.actors(subject, Reach.ACTOR)
    elif own is not None:
        names = [p for a in children(noun, "appos") for p in nominal_conjuncts(a)]
        sources = ends.actors(noun, Reach.ACTOR) + ends.all_actors(names, Reach.ACTOR)
    elif rel(noun) == "appos":
        sources = ends.actors(noun.head, Reach.ACTOR)
    else:
        parts = children(noun, "appos", "flat")
        sources = [e for p in parts for e in ends.actors(p, Reach.ACTOR)]
    targets = [t for t in targets if t.actor not in {s.actor for s in sources}]
    return _deed(noun, entry, targets, sources, (noun,), "standing", _STANDING) if sources and targets else None


def _deed(
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
    act = entry.contest if entry.contest is not None and in_contest(noun) else entry.act
    mutual, carrying = entry.mutual, Carrying.ACTUAL if carrier is None else carrier.status
    if carrying is Carrying.WISH:
        act = Act.ENDORSE if act in SUPPORTING else Act.DEMAND
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
