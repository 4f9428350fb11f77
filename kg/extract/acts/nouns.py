"""Acts told by nouns: with both ends inside the phrase, or as a standing relation."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.acts.allies import found_allies
from kg.extract.acts.carried import carried_deed, is_carried
from kg.extract.acts.clauses import grammatical_subjects, logical_objects, logical_subjects
from kg.extract.acts.committed import committed_deed
from kg.extract.acts.contest_words import in_contest
from kg.extract.acts.coordination import nominal_conjuncts
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.forms import noun_forms, verb_forms
from kg.extract.acts.nominal import adpositions, genitives, possessives
from kg.extract.acts.rivals import are_rivals, rivals_of
from kg.extract.acts.slots import AMONG, noun_deed, slot_sources, slot_targets
from kg.extract.acts.teams import teams
from kg.extract.syntax import child, children, clause_head, feature, rel
from kg.facts import Act, ActorKind, MentionKind
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import SUPPORTING, Carrying, NounAct, Reach

_INFLECTION = "enrms"
_ADDRESSEE, _WITH, _AROUND, _WITHIN = "an", "mit", "um", "in"
_OUTSIDE = frozenset({"obj", "obl", "nsubj"})
_BY_ANYBODY = frozenset({Act.ASSAULT, Act.COERCE})
"""Acts whose doer may stay unnamed for good ("der Mörder")."""
_HARMFUL = frozenset({Act.ACCUSE, Act.REJECT, Act.DEMAND, Act.THREATEN, Act.PROTEST})
_HELPFUL = frozenset({Act.ENDORSE, Act.AID})
"""Acts that somebody else's act may follow from; after an attack anybody may do anything."""


def noun_deeds(noun: Token, ends: Ends) -> Iterator[Deed]:
    """Acts that the noun names, by the first entry that fits."""
    entries = entries_of(noun)
    if entries and modal_words()["comparison"] & set(noun_forms(noun)) and _WITHIN in adpositions(noun):
        # "Im Vergleich mit dem Konzern steht der Verein gut da."
        return
    for entry in entries:
        if entry.word is not None and not _is_said_of(noun, entry.word):
            continue
        deed = (
            _standing(noun, entry, ends)
            if entry.standing
            else carried_deed(noun, entry, ends)
            or committed_deed(noun, entry, ends)
            or _inside(noun, entry, ends)
            or _adjunct(noun, entry, ends)
            or _quarrel(noun, entry, ends)
            or _suffered(noun, entry, ends)
            or _circumstance(noun, entry, ends)
        )
        if deed is not None:
            only_possible = deed.rule == "noun" and (_is_sought(noun, entry) or (entry.possible and _is_imagined(noun)))
            yield replace(deed, carrying=Carrying.PLANNED) if only_possible else deed
            if deed.carrying is Carrying.LIFTED and (before := _inside(noun, entry, ends)) and before.rule == "noun":
                # "kippte das Urteil des Gerichts gegen den Minister": what is undone has been done.
                yield before
                yield replace(before, act=Act.REJECT, sources=deed.sources, targets=before.sources, mutual=False)
            return


def _is_said_of(noun: Token, word: str) -> bool:
    """ "das zerrüttete Verhältnis", "das Verhältnis ist zerrüttet", "gilt als zerrüttet"."""
    near = list(noun.lefts)
    if rel(noun) == "nsubj":
        near += [noun.head, *children(noun.head, "xcomp", "advmod", "obl")]
    return any(word in (c.lemma_.lower(), c.lower_, c.lower_.rstrip(_INFLECTION)) for c in near)


def _is_sought(noun: Token, entry: NounAct) -> bool:
    """ "wirbt um die Unterstützung des Präsidenten"."""
    if entry.act not in SUPPORTING or _AROUND not in adpositions(noun):
        return False
    return bool(modal_words()["seeking"] & set(verb_forms(noun.head)))


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
        return noun_deed(noun, entry, targets, [], (noun,), "noun") if len(targets) > 1 else None
    sources = slot_sources(noun, entry, ends, used, targets)
    if verb is not None and (not sources or (_is_shared(entry) and not targets and len(sources) == 1)):
        # "A und B erweitern ihre Zusammenarbeit": "ihre" stands for both.
        sources = _reporting_subject(noun, verb, ends) or sources
    if entry.mutual and len(sources) > 1 and not targets:
        return noun_deed(noun, entry, [], sources, (noun,), "noun")
    if not sources and targets and entry.agent is not None and (only := ends.only(entry.agent, noun)) is not None:
        return noun_deed(noun, entry, targets, [End(only, noun)], (noun,), "noun-implied")
    if not sources or not targets:
        return None
    return noun_deed(noun, entry, targets, sources, (noun,), "noun")


def _is_shared(entry: NounAct) -> bool:
    """What two do together; of a conflict the verb mostly tells that it is over."""
    return entry.mutual and entry.act in SUPPORTING


def _adjunct(noun: Token, entry: NounAct, ends: Ends) -> Deed | None:
    """ "Mit Kritik an dem Minister eröffnete der Präsident …": the clause's subject does it."""
    words, cases = modal_words(), set(adpositions(noun))
    if entry.passive or entry.carried or rel(noun) not in ("obl", "advmod") or is_carried(noun):
        return None
    played = entry.act is Act.COMPETE and cases & words["played"]
    addressed = cases & words["addressing"]
    if not played and not addressed and not cases & words["doing"]:
        return None
    if not played and any(feature(d, "Definite") == "Def" for d in children(noun, "det")):
        # "befasste sich mit der Klage gegen …"
        return None
    targets, used = slot_targets(noun, entry, ends, None)
    if not targets or used in AMONG or (addressed and not played and used != _ADDRESSEE):
        return None
    clause = clause_head(noun)
    sources = ends.all_actors(logical_subjects(clause), Reach.ACTOR)
    if entry.act is Act.COMPETE:
        # The trainer who speaks after the match did not play it, his club did.
        sources = teams(sources, targets, ends)
        if any(_is_person(o, ends) for o in ends.all_actors(logical_objects(clause), Reach.ACTOR)):
            # "feierte ihn nach dem Sieg über …"
            return None
    sources = [s for s in sources if s.actor not in {t.actor for t in targets}]
    return noun_deed(noun, entry, targets, sources, (noun,), "adjunct") if sources else None


def _quarrel(noun: Token, entry: NounAct, ends: Ends) -> Deed | None:
    """ "verließ wegen eines Streits mit dem Minister die Partei": the clause's subject is the other side."""
    words, cases = modal_words(), set(adpositions(noun))
    if not entry.mutual or entry.act in SUPPORTING or entry.act is Act.COMPETE or _WITH not in entry.target:
        return None
    if rel(noun) not in ("obl", "advmod") or not cases & (words["circumstance"] | words["played"]):
        return None
    if possessives(noun) or genitives(noun):
        # "unterstützten ihn in dessen Streit mit dem Minister"
        return None
    targets = ends.slot(noun, _WITH, Reach.ACTOR)
    acting = {t.actor for t in targets}
    clause = clause_head(noun)
    sources = [s for s in ends.all_actors(grammatical_subjects(clause), Reach.ACTOR) if s.actor not in acting]
    if not targets or not sources or _is_country(targets[0], ends) is not _is_country(sources[0], ends):
        return None
    return noun_deed(noun, entry, targets, sources, (noun,), "quarrel")


def _suffered(noun: Token, entry: NounAct, ends: Ends) -> Deed | None:
    """ "war das Ziel einer Kampagne des Vereins", "wurde Opfer eines Anschlags der Rebellen"."""
    victim = noun.head
    if rel(noun) != "nmod" or entry.mutual or not modal_words()["victim"] & set(noun_forms(victim)):
        return None
    said = victim if child(victim, "cop") is not None else victim.head
    if said.i != victim.i and not modal_words()["becoming"] & set(verb_forms(said)):
        return None
    sources = slot_sources(noun, entry, ends, "")
    acting = {s.actor for s in sources}
    targets = [t for t in ends.all_actors(grammatical_subjects(said)) if t.actor not in acting]
    if not sources or not targets:
        return None
    return noun_deed(noun, entry, targets, sources, (victim, noun), "suffered")


def _circumstance(noun: Token, entry: NounAct, ends: Ends) -> Deed | None:
    """ "nach Kritik der Opposition", "mit Hilfe der Nachbarn": the clause's subject is acted upon."""
    if entry.mutual or entry.passive or entry.carried or rel(noun) not in ("obl", "nmod", "advmod"):
        return None
    words = modal_words()
    helped = words["helped"] & set(adpositions(noun))
    # "wegen Unterstützung einer Vereinigung": the genitive may be the one supported.
    unclear = any(e.passive for e in entries_of(noun))
    hindered = words["circumstance"] & set(adpositions(noun)) and not unclear
    if not (entry.act in _HELPFUL and helped) and not (entry.act in _HARMFUL and hindered):
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
    return noun_deed(noun, entry, targets, sources, (noun,), "circumstance")


def _reporting_subject(noun: Token, verb: Token, ends: Ends) -> list[End]:
    """ "seine Kritik": the possessive names the subject of the verb where coreference is silent."""
    own = any(c.dep_ == "det:poss" for c in noun.children)
    return ends.all_actors(logical_subjects(verb), Reach.ACTOR) if own else []


def _is_scene(target: End, entry: NounAct, ends: Ends) -> bool:
    """ "der Attentäter von Ulm": where it was done."""
    return entry.act in _BY_ANYBODY and ends.cast.actor(target.actor).kind is ActorKind.PLACE


def _is_called(noun: Token) -> bool:
    """ "gilt als Gegner", "trat als Fürsprecher auf", "gehört zu den Gegnern": said of the subject."""
    words = modal_words()
    said = any(c.lower_ in words["role"] | words["rank"] and c.i < noun.i for c in noun.children)
    return said and bool(words["passing"] & set(verb_forms(noun.head)))


def _is_former(noun: Token) -> bool:
    """ "sein einstiger Verbündeter", "Ex-Berater": who stood so once."""
    words = tuple(modal_words()["former"])
    return noun.lower_.startswith(words) or any(c.lower_.startswith(words) for c in children(noun, "amod"))


def _standing(noun: Token, entry: NounAct, ends: Ends) -> Deed | None:
    if entry.act not in _BY_ANYBODY and _is_former(noun):
        return None
    # "sein Gegenkandidat von der Opposition": beside a possessive, "von" tells where somebody comes from.
    owning = possessives(noun) if "poss" in entry.target else []
    owned = [End(key, p) for p in owning if (key := ends.actor(p))]
    if _is_shared(entry) and _stands_beside_owner(noun) and (key := ends.actor(noun.head)):
        # Coreference may take the possessive for somebody else's.
        owned = [End(key, noun.head)]
    targets = owned if owning else slot_targets(noun, entry, ends, None)[0]
    # "ihr Widersacher Müller von der Opposition": what follows the name belongs to it.
    named = min((c.i for c in children(noun, "appos", "flat")), default=len(noun.doc))
    targets = [t for t in targets if t.token.i < named and not _is_scene(t, entry, ends)]
    opposed = (entry.mutual and not _is_shared(entry)) or entry.act is Act.REJECT
    sources = _holders(noun, entry, ends) if targets or opposed else []
    if entry.act is Act.COMPETE and not all(_is_state(s, ends) for s in sources):
        # "den US-Konkurrenten Nord": where he is from.
        targets = [t for t in targets if t.token.i != noun.i or not _is_state(t, ends)]
    if not targets and opposed and are_rivals(noun, sources):
        return noun_deed(noun, entry, [], sources, (noun,), "standing")
    if not targets and entry.act is Act.COMPETE and "poss" in entry.target and not child(noun, "nsubj"):
        # "ohne die Rivalen A und B siegte C": the rivals of the clause's subject.
        targets = rivals_of(noun, sources, ends)
    if not targets:
        # "hat in A einen Fürsprecher gefunden"
        sources, targets = found_allies(noun, ends)
    if not sources or not targets:
        return None
    misread = any(_is_person(s, ends) is not _is_person(targets[0], ends) for s in sources)
    if misread and entry.act is Act.COMPETE and any(t.token in possessives(noun) for t in targets):
        # "Spaniens Regierungschef und sein Herausforderer": a pronoun does not mean another kind of actor.
        targets = [t for t in rivals_of(noun, sources, ends) if _is_person(t, ends) is _is_person(sources[0], ends)]
    targets = [t for t in targets if t.actor not in {s.actor for s in sources}]
    if entry.act is Act.COMPETE or (entry.contest is Act.COMPETE and in_contest(noun)):
        # "verlor gegen ihren Rivalen": the text does not say who that is; of the next one it tells no match yet.
        ahead = any(c.lower_.rstrip(_INFLECTION) in modal_words()["next"] for c in children(noun, "amod"))
        sources = [] if ahead else [s for s in sources if ends.is_named(s.actor)]
        targets = [t for t in targets if ends.is_named(t.actor)]
    if not sources or not targets:
        return None
    if entry.backwards:
        sources, targets = targets, sources
    return noun_deed(noun, entry, targets, sources, (noun,), "standing")


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
    if not _is_named(own, ends):
        if named := ends.all_actors(names, Reach.ACTOR) or _named_late(noun, own, ends):
            return named
        if rel(noun) == "appos" and (held := ends.actors(noun.head, Reach.ACTOR)):
            # "A, eine Verbündete des Präsidenten": what coreference takes for somebody else.
            return held
    named = ends.all_actors(names, Reach.ACTOR)
    # "sein Gegner": somebody whom the text names elsewhere; "die Helfer des Vereins": those who work for it.
    if _is_shared(entry) and _stands_beside_owner(noun):
        return ends.actors(noun, Reach.ACTOR)
    alone = _is_one(noun) and entry.act not in _BY_ANYBODY
    unclear = alone or entry.act in (Act.AID, Act.COOPERATE) or not _takes_part(noun)
    return [] if unclear and not _is_named(own, ends) else ends.actors(noun, Reach.ACTOR) + named


def _stands_beside_owner(noun: Token) -> bool:
    """ "Die Rebellen und ihre Verbündeten rückten vor": they take part with him whose they are."""
    return rel(noun) == "conj" and noun.head.i < noun.i and bool(possessives(noun)) and not adpositions(noun)


def _named_late(noun: Token, own: str, ends: Ends) -> list[End]:
    """ "ihr Rivale um das Amt des Bürgermeisters, A, …": the parser gives the name to the noun before it."""
    kind = ends.cast.actor(own).kind
    names = [a for t in noun.subtree if t.i > noun.i for a in children(t, "appos") if a.pos_ == "PROPN"]
    names = [a for a in names if a.doc[a.left_edge.i - 1].text == ","]
    return [e for e in ends.all_actors(names, Reach.ACTOR) if ends.cast.actor(e.actor).kind is kind][:1]


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


def _is_country(end: End, ends: Ends) -> bool:
    return ends.cast.actor(end.actor).kind is ActorKind.COUNTRY


def _is_person(end: End, ends: Ends) -> bool:
    return ends.cast.actor(end.actor).kind is ActorKind.PERSON


def _is_state(end: End, ends: Ends) -> bool:
    return ends.cast.actor(end.actor).kind is ActorKind.COUNTRY


def _is_named(key: str, ends: Ends) -> bool:
    """Whether the text names the actor, not only describes it ("sein Rivale")."""
    return any(m.actor == key and m.kind is MentionKind.NAME for m in ends.cast.mentions)
