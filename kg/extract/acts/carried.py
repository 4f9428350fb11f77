"""Acts of a noun with a support verb: "übte Kritik an", "stieß auf Kritik", "kam es zum Streit zwischen"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.acts.above import doers_before, stands_for_clause
from kg.extract.acts.clauses import (
    agents,
    bare_objects,
    datives,
    grammatical_subjects,
    is_attributive,
    is_infinitive,
    is_passive_clause,
    is_reflexive,
    is_sich,
    logical_objects,
    logical_subjects,
)
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, is_aimed_at
from kg.extract.acts.forms import verb_forms
from kg.extract.acts.lifted import lifted_deed
from kg.extract.acts.nominal import adpositions, attached, is_known_thing, prepositional
from kg.extract.acts.recall import is_pronoun_for_clause, proposer, recalled
from kg.extract.acts.slots import AMONG, noun_deed, slot_sources, slot_targets
from kg.extract.acts.strays import may_be_dative
from kg.extract.acts.teams import is_won, teams
from kg.extract.acts.verbs import frames, grounds
from kg.extract.syntax import children, rel, verb_words
from kg.facts import Act, ActorKind, Status
from kg.lexicon.act_words import givers, modal_words
from kg.lexicon.acts import MATERIAL, SUPPORTING, Carrier, Carrying, Embeds, NounAct, Reach, carriers
from kg.lexicon.strong_verbs import strong_lemma

_COMPLAINTS = frozenset({Act.ACCUSE, Act.PROTEST})
_THANKED_FOR = "für"
_WITHIN, _DURING = "in", "bei"
_AGAINST = "gegen"
_BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.COUNTRY, ActorKind.GROUP})
_SUBJECT_ACTS = frozenset({Carrying.ACTUAL, Carrying.PLANNED, Carrying.WISH, Carrying.REFUSED, Carrying.ENDED})


def carried_deed(noun: Token, entry: NounAct, ends: Ends) -> Deed | None:
    """The act of a noun whose support verb ties it to its ends, by the first reading of the verb that fits."""
    verb, fitting = _carriers_of(noun)
    for carrier in fitting:
        if carrier.act is not None and carrier.act is not entry.act:
            continue
        if carrier.status in _SUBJECT_ACTS:
            deed = _done_by_subject(noun, entry, verb, carrier, ends)
        elif carrier.status in (Carrying.RECEIVED, Carrying.LOST):
            deed = _received(noun, entry, verb, carrier, ends)
        elif carrier.status is Carrying.LIFTED:
            deed = lifted_deed(noun, entry, verb, carrier, _cue(noun, verb), ends)
        elif carrier.status is Carrying.SETTLED:
            deed = _settled(noun, entry, verb, carrier, ends)
        else:
            deed = _occurring(noun, entry, verb, carrier, ends)
        if deed is not None:
            # "ein Spiel bestreiten" is no denial, "den Einsatz bestreiten" is.
            denied = entry.act is not Act.COMPETE and any(f.embeds is Embeds.DENIAL for f in frames(verb))
            return replace(deed, status=Status.DENIED) if denied else deed
    return None


def is_carried(noun: Token) -> bool:
    """Whether the noun stands with a verb that decides what becomes of its act ("rechnet mit Protesten")."""
    return bool(_carriers_of(noun)[1])


def _carriers_of(noun: Token) -> tuple[Token, list[Carrier]]:
    """The noun's governing verb or participle, and what it may be as a support verb."""
    for participle in children(noun, "amod", "acl"):
        # "die vom Präsidenten geübte Kritik an …"
        if is_attributive(participle) and agents(participle):
            return participle, [c for c in _known(participle, *_infinitives(participle)) if c.slot == "obj"]
    if (verb := _displaced_from(noun)) is not None:
        return verb, [c for c in _known(verb) if c.slot == "obj"]
    verb, phrase = noun.head, noun
    # "setzte Schiffe zur Rettung … ein": the phrase may hang on the verb's object.
    while verb.pos_ in ("NOUN", "PROPN") and rel(verb) in ("obj", "obl", "conj") and adpositions(noun):
        verb, phrase = verb.head, verb
    if verb.i == noun.i or verb.pos_ not in ("VERB", "ADJ", "AUX"):
        return verb, []
    if fitting := [c for c in _known(verb) if _fits(c, noun, verb, bare=phrase is noun)]:
        return verb, fitting
    if noun in datives(verb):
        # "sieht sich der Kritik des Präsidenten ausgesetzt"
        for felt in children(verb, "xcomp"):
            return felt, [c for c in _known(felt) if c.slot == "dat"]
    return verb, []


def _known(verb: Token, *others: str) -> tuple[Carrier, ...]:
    lexicon = carriers()
    return next((lexicon[f] for f in (*verb_forms(verb), *others) if f in lexicon), ())


def _infinitives(participle: Token) -> Iterator[str]:
    """What "geäußert", "erhoben" may be a participle of."""
    for form in verb_forms(participle):
        if (strong := strong_lemma(form)) is not None:
            yield strong
        if form.endswith("t"):
            stem = form.removesuffix("t").removesuffix("e").removeprefix("ge")
            yield from (stem + "en", stem + "n")
            # "ausgeübt"
            first, inside, last = form.removesuffix("t").partition("ge")
            if first and inside:
                yield first + last.removesuffix("e") + "en"


def _displaced_from(noun: Token) -> Token | None:
    """ "gegen das Urteil Berufung einlegen": the parser takes the object for another word for the phrase before."""
    phrase = noun.head
    bare = rel(noun) in ("appos", "nmod", "flat") and not adpositions(noun) and not children(noun, "det")
    following = bare and phrase.i < noun.i and bool(adpositions(phrase)) and phrase.head.pos_ == "VERB"
    return phrase.head if following and not children(phrase.head, "obj") else None


def _fits(carrier: Carrier, noun: Token, verb: Token, bare: bool) -> bool:
    passive = is_passive_clause(verb)
    if carrier.slot == "obj":
        # The parser labels some bare objects "obl".
        unlabelled = rel(noun) == "obl" and not adpositions(noun) and not children(verb, "obj")
        # "erklärte die Entlassung für nichtig" judges what "erklärte den Krieg" does.
        words = [c for c in children(verb, "xcomp", "advmod") if c.pos_ == "ADJ"]
        judged = any(adpositions(c) or children(c, "mark") for c in words)
        return bare and not judged and (noun.dep_ == "obj" or unlabelled or (rel(noun) == "nsubj" and passive))
    if carrier.slot == "subj":
        return bare and rel(noun) == "nsubj" and not passive
    if carrier.slot == "dat":
        return bare and (noun in datives(verb) or may_be_dative(noun))
    return carrier.slot in adpositions(noun)


def _done_by_subject(noun: Token, entry: NounAct, verb: Token, carrier: Carrier, ends: Ends) -> Deed | None:
    if carrier.status in (Carrying.REFUSED, Carrying.ENDED) and entry.act not in SUPPORTING:
        return None
    targets, used = slot_targets(noun, entry, ends, verb)
    targets = targets or _beside(noun, verb, carrier, ends)
    sources = [s for s in ends.all_actors(logical_subjects(verb)) if s.token.i != noun.i] or _deciding(verb, ends)
    if not targets and carrier.slot == "obj":
        # "erteilte dem Minister eine Absage"
        # Names show no case: beside the noun a bare one is the dative.
        # Whom a victory is against, no name before the sentence tells.
        bare = bare_objects(verb) if entry.act is not Act.COMPETE else []
        names = [h for h in bare if h.pos_ in ("PROPN", "PRON")]
        beside = [d for d in datives(verb) or names if d.i != noun.i]
        # "bekundete dem Vorschlag des Ministers seine Sympathie"
        targets = ends.all_actors(beside, Reach.ACTOR) or ends.all_actors(beside)
        targets = [t for t in targets if t.token not in {s.token for s in sources}]
    if not targets and entry.act in _COMPLAINTS:
        targets = grounds(verb, ends)
    # Who wants a peace is not who makes it.
    # Who refuse an agreement need not refuse it to each other.
    alone = carrier.status in (Carrying.WISH, Carrying.REFUSED)
    # "lieferten sich einen Preiskampf": who decides a match may be two of one team, who fight each other are not.
    apart = entry.act is not Act.COMPETE or is_reflexive(verb)
    among = entry.mutual and apart and not alone and len(sources) > 1
    if targets and used == _AGAINST and entry.act is Act.COMPETE and modal_words()["contest"] & {entry.lemma}:
        # "Der Stürmer verpasst das Derby gegen A": it is his club that plays.
        sources = teams(sources, targets, ends)
    if used in AMONG or not sources or not (targets or among):
        return None
    if carrier.status is Carrying.WISH and slot_sources(noun, entry, ends, used):
        return None
    own = ends.slot(noun, "durch" if entry.passive else "gen", Reach.ACTOR) if used else []
    if own and not {o.actor for o in own} & {s.actor for s in sources}:
        # "erklärte die Entlassung des Ministers durch den Verein für nichtig"
        return None
    deed = noun_deed(noun, entry, targets, sources, _cue(noun, verb), "carrier", verb, carrier)
    # "gewann das Spiel gegen den Meister"
    return replace(deed, mutual=False) if deed.act is Act.COMPETE and is_won(verb, used) else deed


def _deciding(verb: Token, ends: Ends) -> list[End]:
    """ "fassten den Beschluss, Gespräche zu führen": whose decision the infinitive is."""
    noun = verb.head
    if rel(verb) not in ("acl", "xcomp") or noun.pos_ != "NOUN" or not is_infinitive(verb) or noun.i == verb.i:
        return []
    return ends.owners(noun) or (
        ends.all_actors(logical_subjects(noun.head), Reach.ACTOR) if rel(noun) == "obj" else []
    )


def _received(noun: Token, entry: NounAct, verb: Token, carrier: Carrier, ends: Ends) -> Deed | None:
    if carrier.status is Carrying.LOST and entry.act not in SUPPORTING:
        return None
    if carrier.slot == _DURING and not is_passive_clause(verb) and any(not is_sich(o) for o in bare_objects(verb)):
        # "Die Armee tötete bei dem Angriff drei Rebellen"
        return None
    subjects = [s for s in grammatical_subjects(verb) if s.i != noun.i]
    beside = ends.all_actors((d for d in datives(verb) if d.i != noun.i), Reach.ACTOR)
    # "Der Plan brachte dem Minister Kritik ein", but "dankte dem Minister für die Hilfe".
    thanked = beside if carrier.slot == _THANKED_FOR else []
    targets = (beside if not thanked else []) or ends.all_actors(subjects)
    targets = targets or [e for s in subjects for e in _known_before(s, verb, ends)]
    # "dankte für die Hilfe in den Dörfern": where it was given, gave nobody.
    unnamed = carrier.lemma in modal_words()["thanking"]
    sources = thanked or slot_sources(noun, entry, ends, "")
    sources = sources or ([] if unnamed else _givers(verb, noun, entry.act, ends))
    if not sources and not unnamed:
        # "Hilfe erhielt der Minister von dem Verein": the parser hangs the giver on the name before.
        sources = [e for s in subjects if s.i > verb.i for e in _givers(s, noun, entry.act, ends)]
    if not sources and entry.agent is not None and (only := ends.only(entry.agent, noun)) is not None:
        # "Er erhielt eine Haftstrafe": from the one court that the article names.
        sources = [End(only, noun)]
    acting = {s.actor for s in sources}
    targets = [t for t in targets if t.actor not in acting]
    if not targets or not sources:
        return None
    return noun_deed(noun, entry, targets, sources, _cue(noun, verb), "received", verb, carrier)


def _known_before(subject: Token, verb: Token, ends: Ends) -> list[End]:
    """Whose thing the text has told before: "Der Plan stieß auf Kritik", "Das stieß auf Kritik"."""
    if stands_for_clause(subject):
        return doers_before(subject, verb, ends)
    return proposer(verb, ends) if is_pronoun_for_clause(subject) else recalled(subject, ends)


def _settled(noun: Token, entry: NounAct, verb: Token, carrier: Carrier, ends: Ends) -> Deed | None:
    """ "legten ihren Streit bei", "Der Streit zwischen A und B wurde beigelegt": they agree."""
    if not entry.mutual or entry.act in SUPPORTING or entry.act is Act.COMPETE:
        return None
    peace = replace(entry, act=Act.COOPERATE, contest=None)
    targets, used = slot_targets(noun, entry, ends, verb)
    sources = [] if used in AMONG else [s for s in ends.all_actors(logical_subjects(verb)) if s.token.i != noun.i]
    if len(targets if used in AMONG else [*sources, *targets]) < 2:
        return None
    return noun_deed(noun, peace, targets, sources, _cue(noun, verb), "settled", verb, carrier)


def _occurring(noun: Token, entry: NounAct, verb: Token, carrier: Carrier, ends: Ends) -> Deed | None:
    if entry.carried and entry.act in SUPPORTING:
        # That talks take place is no agreement yet.
        return None
    targets, used = slot_targets(noun, entry, ends, verb)
    if used in AMONG:
        if len(targets) < 2:
            return None
        return noun_deed(noun, entry, targets, [], _cue(noun, verb), "occurring", verb, carrier)
    if not targets and carrier.slot == "subj":
        targets = ends.all_actors(datives(verb), Reach.ANY)
    targets = targets or _beside(noun, verb, carrier, ends)
    sources = slot_sources(noun, entry, ends, used, targets) or [
        # "zum Derby gegen den Meister aus A": where the target is from.
        g
        for g in _givers(verb, noun, entry.act, ends)
        if not any(t.token.is_ancestor(g.token) for t in targets)
    ]
    if entry.mutual and carrier.target and not sources and len(targets) > 1:
        # "Der Streit hat A und B entzweit."
        return noun_deed(noun, entry, [], targets, _cue(noun, verb), "occurring", verb, carrier)
    acting = {s.actor for s in sources}
    targets = [t for t in targets if t.actor not in acting]
    if not targets or not (sources or _is_going_on(noun, entry)):
        return None
    deed = noun_deed(noun, entry, targets, sources or targets, _cue(noun, verb), "occurring", verb, carrier)
    if sources:
        return deed
    hit = {t.actor for t in targets}
    complaining = (e for e in _complaining_before(noun, ends) if e.actor not in hit)
    return replace(deed, sources=tuple(complaining), mutual=False)


def _is_going_on(noun: Token, entry: NounAct) -> bool:
    """ "Die Vorwürfe richten sich auch gegen den Minister": those of the one who has just made some."""
    return entry.act in _COMPLAINTS and is_known_thing(noun) and not entry.backwards


def _complaining_before(noun: Token, ends: Ends) -> list[End]:
    """Who has made the complaints of which the text goes on to tell, whomever those were about."""
    start = noun.sent.start
    for earlier in reversed(noun.doc[noun.doc[start - 1].sent.start if start else 0 : start]):
        if earlier.pos_ == "VERB" and any(f.act in _COMPLAINTS for f in frames(earlier)):
            return [End(e.actor, noun) for e in ends.all_actors(logical_subjects(earlier), Reach.ACTOR)]
    return []


def _beside(noun: Token, verb: Token, carrier: Carrier, ends: Ends) -> list[End]:
    """ "Die Kritik zielt auf den Minister", "überhäufte den Minister mit Vorwürfen"."""
    for slot in carrier.target:
        heads = logical_objects(verb) if slot == "obj" else prepositional(verb, slot)
        if found := ends.all_actors(h for h in heads if h.i != noun.i and is_aimed_at(h, slot)):
            return found
    return []


def _givers(verb: Token, noun: Token, act: Act, ends: Ends) -> list[End]:
    """Whom something comes from: "bei der Partei", in their country or body too ("stieß in Russland auf Kritik")."""
    for word in givers():
        if word == _DURING and act is Act.COMPETE:
            continue  # "hat Erfolg bei dem Verein"
        found = ends.all_actors([*prepositional(verb, word), *attached(noun, word)], Reach.ACTOR)
        if word == _WITHIN:
            found = [e for e in found if act not in MATERIAL and ends.cast.actor(e.actor).kind in _BODIES]
        if found:
            return found
    return []


def _cue(noun: Token, verb: Token) -> tuple[Token, ...]:
    return tuple(sorted({*verb_words(verb), noun}, key=lambda t: t.i))
