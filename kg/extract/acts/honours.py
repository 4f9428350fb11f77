"""Prizes whose giver is told apart: "Der Preis der Stadt A geht an B", "wurde mit dem Preis geehrt, den …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.acts.clauses import (
    agents,
    datives,
    grammatical_subjects,
    introduced,
    is_passive_clause,
    logical_objects,
    logical_subjects,
    negated,
)
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.forms import compounds, noun_forms, verb_forms
from kg.extract.acts.nominal import adpositions, prepositional
from kg.extract.syntax import children, is_passive, rel, verb_words
from kg.facts import Act, ActorKind
from kg.lexicon.act_words import givers, modal_words
from kg.lexicon.acts import Reach

_SHORTEST_PRIZE = 5


def honour_deeds(noun: Token, ends: Ends) -> Iterator[Deed]:
    """Who gives the prize that the noun names honours who gets it."""
    if noun.pos_ not in ("NOUN", "PROPN") or not _is_prize(noun):
        return
    verb = noun.head
    if verb.pos_ not in ("VERB", "AUX") or negated(verb) or negated(noun):
        return
    honoured, told = _honoured(noun, verb, ends), []
    if honoured:
        told = _named_givers(noun, verb, ends)
    elif not is_passive_clause(verb):
        honoured, told = _honoured_by_subject(noun, verb, ends), ends.all_actors(logical_subjects(verb), Reach.ACTOR)
    keys = {h.actor for h in honoured}
    giving = [g for g in told or _givers_around(noun, ends) if g.actor not in keys]
    if honoured and giving:
        cue = tuple(sorted({*verb_words(verb), noun}, key=lambda t: t.i))
        yield Deed(_act_of(noun), tuple(giving), tuple(honoured), verb, cue, "honour", noun.lemma_)


def _is_prize(noun: Token) -> bool:
    parts = _parts(noun)
    return bool(parts & modal_words()["prize"]) and not parts & modal_words()["price"]


def _act_of(noun: Token) -> Act:
    """A mock prize ("Negativpreis") accuses."""
    return Act.ACCUSE if _parts(noun) & modal_words()["mock_prize"] else Act.ENDORSE


def _parts(noun: Token) -> frozenset[str]:
    return frozenset(part for form in noun_forms(noun)[:2] for part in compounds(form, _SHORTEST_PRIZE))


def _honoured(noun: Token, verb: Token, ends: Ends) -> list[End]:
    """Who gets the prize, where the verb's own frames do not tell who gives it."""
    forms, words = set(verb_forms(verb)), modal_words()
    passive = is_passive_clause(verb)
    if passive and any(ends.actors(a, Reach.ACTOR) for a in agents(verb)):
        return []
    heads: list[Token] = []
    if rel(noun) == "nsubj" and forms & words["going"] and not passive:
        found = [*prepositional(verb, "an"), *introduced(verb, "an")]
        # "Der Preis in Gedenken an A geht an B."
        heads = [h for h in found if not noun.i < h.i < verb.i] or found
    elif forms & words["getting"] and not passive and not adpositions(noun):
        heads = [s for s in grammatical_subjects(verb) if s.i != noun.i]
    elif forms & words["rejoicing"] and "über" in adpositions(noun):
        heads = grammatical_subjects(verb)
    elif forms & words["awarding"] and (passive or is_passive(verb)) and not adpositions(noun):
        heads = [*prepositional(verb, "an"), *datives(verb)]
    elif forms & words["honouring"] and passive and "mit" in adpositions(noun):
        heads = grammatical_subjects(verb)
    elif forms & words["appointing"] and passive and "zu" in adpositions(noun):
        heads = [s for s in grammatical_subjects(verb) if s.i != noun.i]
    return [e for e in ends.all_actors(heads, Reach.ACTOR) if ends.cast.actor(e.actor).kind is not ActorKind.COUNTRY]


def _honoured_by_subject(noun: Token, verb: Token, ends: Ends) -> list[End]:
    """ "heftete ihm das Ehrenzeichen an", "würdigte ihn mit der Medaille"."""
    forms, words = set(verb_forms(verb)), modal_words()
    heads: list[Token] = []
    if rel(noun) == "obj" and forms & words["awarding"]:
        heads = datives(verb) or prepositional(verb, "an")
    elif "mit" in adpositions(noun) and forms & words["honouring"]:
        heads = logical_objects(verb)
    return ends.all_actors((h for h in heads if h.i != noun.i), Reach.ACTOR)


def _named_givers(noun: Token, verb: Token, ends: Ends) -> list[End]:
    """Who gives it in a clause about it, whose prize it is, or from whom it is got."""
    clauses = [c for c in children(noun, "acl") if set(verb_forms(c)) & modal_words()["awarding"]]
    groups = [_bodies(ends.all_actors(logical_subjects(c), Reach.ACTOR), ends) for c in clauses]
    # "der Preis für den Balkon von Köln" is not the town's.
    groups.append(_bodies([e for e in ends.owners(noun) if e.token.head.i == noun.i or not _is_place(e, ends)], ends))
    for word in givers():
        groups.append([e for e in ends.all_actors(prepositional(verb, word), Reach.ACTOR) if not _is_place(e, ends)])
    return next((found for found in groups if found), [])


def _givers_around(noun: Token, ends: Ends) -> list[End]:
    """Who gives prizes in this sentence or the ones beside, or the one jury that the article names."""
    doc, sentence = noun.doc, noun.sent
    before = [doc[sentence.start - 1].sent] if sentence.start else []
    after = [doc[sentence.end].sent] if sentence.end < len(doc) else []
    giving = modal_words()["awarding"] | modal_words()["honouring"]
    for verb in (t for span in (sentence, *after, *before) for t in span if t.pos_ == "VERB"):
        found = ends.all_actors(logical_subjects(verb), Reach.ACTOR) if giving & set(verb_forms(verb)) else []
        if bodies := _bodies(found, ends):
            return bodies
    # The juries of one kind: of several, the text leaves open whose prize it is.
    only = {key for word in modal_words()["jury"] if (key := ends.only(word, noun)) is not None}
    return [End(only.pop(), noun)] if len(only) == 1 else []


def _bodies(found: list[End], ends: Ends) -> list[End]:
    kinds = (ActorKind.ORGANIZATION, ActorKind.GROUP, ActorKind.PLACE)
    return [e for e in found if ends.cast.actor(e.actor).kind in kinds]


def _is_place(end: End, ends: Ends) -> bool:
    return ends.cast.actor(end.actor).kind is ActorKind.PLACE
