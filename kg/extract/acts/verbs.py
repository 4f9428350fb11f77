"""Acts told by verbs: finite clauses, passives, infinitives, participles before a noun."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.acts.above import content_subjects, told_above
from kg.extract.acts.clauses import (
    agents,
    bare_objects,
    datives,
    grammatical_subjects,
    is_infinitive,
    is_passive_clause,
    is_reflexive,
    is_sich,
    is_verbal,
    logical_objects,
    logical_subjects,
    negated,
)
from kg.extract.acts.companions import Surroundings, companions, is_neutral, partners
from kg.extract.acts.contest_words import in_contest, is_play
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.forms import noun_forms, verb_forms
from kg.extract.acts.fronted import fronted, may_be
from kg.extract.acts.holders import is_staff, origins
from kg.extract.acts.implied import implied_doers
from kg.extract.acts.nominal import (
    adpositions,
    attached,
    case_forms,
    genitives,
    is_known_thing,
    possessives,
    prepositional,
)
from kg.extract.acts.recall import is_pronoun_for_clause, proposer, recalled
from kg.extract.acts.strays import feminine_datives, let_objects, marked_datives, may_be_dative
from kg.extract.syntax import CLAUSES, children, feature, is_passive, rel, subtree, verb_words
from kg.facts import Act, ActorKind, Polarity
from kg.lexicon.act_words import modal_words, pronominal_adverbs
from kg.lexicon.acts import MATERIAL, Embeds, Reach, VerbAct, polarity, verb_acts
from kg.lexicon.judging import Reply, replies

_REPLY = "reply"
"""The slot of what a noun for an answer answers; whatever else a rejection has for a target, it may have this one."""
_DATIVE_PLURALS = ("ern", "eln")
"""What no accusative singular ends in ("Mitarbeitern"), as "Präsidenten" does."""
_ANSWERING = frozenset({"obj", "dat"})
_REACHES = {
    "gen": Reach.OWNER,
    "staff": Reach.OWNER,
    "von": Reach.ANY,
    "bei": Reach.ANY,
    "dass": Reach.ANY,
    "inf": Reach.ACTOR,
}
_ONE_SIDED = frozenset({"an", "bei", "dat", "obj"})
"""Slots of a partner on the other side of the deed."""
_BECAUSE = frozenset({"weil"})


def verb_deeds(verb: Token, ends: Ends) -> Iterator[Deed]:
    """Acts that the verb or participle tells, by the most demanding frame that fits."""
    done: set[int] = set()
    waiting: Deed | None = None
    around = Surroundings(verb)
    known = frames(verb)
    refusing = any(f.negated for f in known) and negated(verb)
    if known and not refusing and is_neutral(verb, verb_forms(verb), around):
        # "bestätigte die Angaben des Ministers", but who does not confirm them rejects them.
        return
    if known and is_play(verb):
        return
    for entry in known:
        beside = companions(verb, entry, around)
        if beside is None or (entry.intransitive and logical_objects(verb)):
            continue
        deed = _deed(verb, entry, beside, ends)
        if deed is None:
            continue
        if deed.pending:
            # "setzte sich gegen den Plan des Ministers und für den Erhalt ein": another frame may know whom it means.
            waiting = waiting or deed
            continue
        key = deed.targets[0].token.i if deed.targets else -1
        if key not in done:
            done.add(key)
            yield deed
        if entry.special:
            return
    if waiting is not None and not done:
        yield waiting


def frames(verb: Token) -> tuple[VerbAct, ...]:
    """Lexicon entries of a verb; the participle's form helps where its lemma is not the verb's."""
    if verb.pos_ not in ("VERB", "ADJ", "AUX", "NOUN") or (verb.pos_ == "NOUN" and not is_verbal(verb)):
        return ()
    lexicon = verb_acts()
    if verb.pos_ == "ADJ" and not (rel(verb) in ("amod", "acl") or is_passive(verb) or _is_clause(verb)):
        return ()
    return next((lexicon[f] for f in verb_forms(verb) if f in lexicon), ())


def _is_clause(word: Token) -> bool:
    """Whether the word has what only a verb has: the parser takes "half" for an adjective."""
    return bool(children(word, "aux", "obl:agent") or (children(word, "nsubj") and not children(word, "cop")))


def in_words(verb: Token) -> bool:
    """ "scharf", "verbal": whether an attack is said to be one of words."""
    return any(c.lower_ in modal_words()["verbally"] for c in verb.children)


def slot_heads(verb: Token, slot: str, beside: list[Token]) -> list[Token]:
    """Heads of the phrases in one of the verb's slots."""
    if slot == "subj":
        return logical_subjects(verb)
    if slot == "obj":
        # "nahmen den Minister gefangen": the parser gives the object to the participle.
        found = logical_objects(verb) or [o for word in beside if rel(word) == "xcomp" for o in bare_objects(word)]
        return found or let_objects(verb)
    if slot == "dat":
        # "dem der Staat Geld zukommen ließ"
        below = [d for word in beside if rel(word) == "xcomp" for d in datives(word)]
        return [h for h in below or datives(verb) or marked_datives(verb) or feminine_datives(verb) if h not in beside]
    if slot == "dass":
        # "sah es als erwiesen an, dass …": the clause hangs on either word.
        return [s for head in (verb, *beside) for c in children(head, "ccomp", "csubj") for s in logical_subjects(c)]
    if slot == "inf":
        return [o for c in children(verb, "xcomp", "ccomp") if is_infinitive(c) for o in _infinitive_objects(c)]
    if slot == "gen":
        return beside
    if slot == "staff":
        return [s for s in logical_subjects(verb) if is_staff(s)]
    if slot == _REPLY:
        return [h for noun, reply in _replies(verb) for h in attached(noun, reply.preposition)]
    found = [h for head in (verb, *beside) for h in prepositional(head, slot)]
    if found or slot == "von":
        return found
    # The parser hangs some objects with a preposition on a noun before them.
    # Before the comma of an infinitive clause nothing belongs to it.
    infinitives = children(verb, "xcomp")
    ahead = [h for c in infinitives for h in prepositional(c, slot) if any(t.text == "," for t in h.doc[h.i : c.i])]
    if ahead:
        return ahead
    inside = (t for c in verb.children if rel(c) not in CLAUSES or c.pos_ in ("ADJ", "ADV") for t in subtree(c))
    return [t for t in inside if slot in adpositions(t) and _may_yield(t.head, slot)]


def _replies(verb: Token) -> list[tuple[Token, Reply]]:
    """The clause's nouns for an answer."""
    clauses = frozenset(c.i for c in verb.children if rel(c) in CLAUSES)
    nouns = [t for t in subtree(verb, clauses) if t.pos_ == "NOUN"]
    return [(n, replies()[form]) for n in nouns for form in noun_forms(n)[:2] if form in replies()]


def _may_yield(head: Token, slot: str) -> bool:
    """Whether a phrase that the parser hangs there may be the verb's: on a noun or an adverb ("verstärkt gegen …")."""
    if head.pos_ in ("ADJ", "ADV"):
        return rel(head) in ("advmod", "xcomp") and head.head.pos_ != "NOUN"
    return head.pos_ in ("NOUN", "NUM", "PROPN") and _is_free(head, slot)


def _is_free(noun: Token, slot: str) -> bool:
    """Whether a phrase at the noun may belong to the verb: the nouns of acts keep theirs."""
    if "wegen" in adpositions(noun) or (rel(noun) == "nsubj" and slot == "gegen" and not entries_of(noun)):
        # "ermittelt wegen des Verdachts auf Betrug gegen …", "hat das Gericht gegen den Minister … verhängt"
        return True
    return rel(noun) != "nsubj" and not any(slot in (*e.target, *e.source) for e in entries_of(noun))


def _deed(verb: Token, entry: VerbAct, beside: list[Token], ends: Ends) -> Deed | None:
    turned = fronted(verb, ends) if "subj" in entry.source and "obj" in entry.target else None
    sources = _sources(verb, entry, beside, ends) if turned is None else ends.actors(turned[0], Reach.ACTOR)
    if not sources and not _leaves_doer_open(verb, entry):
        return None
    targets: list[End] = []
    # "mit dem Partner brechen" answers nothing that was said, "die Vorwürfe zurückweisen" does.
    answers = entry.act is Act.REJECT and bool(_ANSWERING & set(entry.target))
    for slot in (*entry.target, *([_REPLY] if answers else [])):
        reach = _REACHES.get(slot, entry.reach)
        heads = [turned[1]] if turned is not None and slot == "obj" else slot_heads(verb, slot, beside)
        if slot == "obj" and entry.noun is not None and entry.reach is not Reach.OWNER:
            heads = [h for h in heads if h not in beside]
        if slot == "vor" and entry.reach is Reach.ANY:
            # A warning of a thing is none of its owner; one of what somebody does is.
            heads = [h for h in heads if ends.actors(h, Reach.ACTOR) or entries_of(h) or _names_deed(h) or _is_plan(h)]
        targets = [t for t in ends.all_actors(heads, reach) if t.token not in {s.token for s in sources}]
        targets = [t for t in targets if not is_sich(t.token)]
        if not targets and entry.act is Act.SANCTION and reach is not Reach.ACTOR:
            targets = origins(heads, ends)
        if slot == "vor" and entry.act is Act.COMPETE:
            # "siegte vor 3000 Zuschauern"
            targets = [t for t in targets if ends.cast.actor(t.actor).kind is not ActorKind.GROUP]
        if not targets and slot == "obj" and rel(verb) == "amod" and polarity(entry.act) is Polarity.OPPOSING:
            # "die vom Präsidenten abgelehnte Reform des Ministers"
            owning = [*possessives(verb.head), *genitives(verb.head)]
            targets = [t for t in ends.all_actors(owning) if t.token not in {s.token for s in sources}]
        if slot == "obj" and rel(verb) == "amod":
            # "das von A bevorzugte Modell und das Modell von B": an article of its own begins another phrase.
            others = {t.i for c in children(verb.head, "conj") if children(c, "det") for t in subtree(c)}
            targets = [t for t in targets if t.token.i not in others]
        if not targets and slot == "obj" and "dat" not in entry.target:
            # Names and "den Kandidaten" may be either case: a verb without a dative has no other object.
            heads = [h for h in datives(verb) if h not in beside and may_be(h, "Acc", _is_person(h, ends))]
            targets = [t for t in ends.all_actors(heads, reach) if t.token not in {s.token for s in sources}]
        if not targets and slot == "dat":
            # Names show no case: an actor among the objects of a verb with a dative is the dative.
            heads = [h for h in bare_objects(verb) if h not in beside]
            if len(heads) > 1 or (heads and case_forms(heads[0]) == {"Acc"} and not may_be_dative(heads[0])):
                heads = [h for h in heads if h.pos_ in ("PROPN", "PRON")]
            heads += [h for h in grammatical_subjects(verb) if h.pos_ == "PRON" and is_passive_clause(verb)]
            # "widersprach Aussagen des Ministers"
            answered = answers and len(heads) == 1 and may_be_dative(heads[0])
            targets = ends.all_actors(heads, entry.reach if answered else Reach.ACTOR)
        if not targets and slot in _ANSWERING and (slot == "dat" or not bare_objects(verb)):
            targets = _taken_for_subject(verb, ends)
        if targets:
            beside = [*beside, *(noun for noun, _ in _replies(verb))] if slot == _REPLY else beside
            break
    pending = False
    mutual = entry.mutual or (not targets and _is_reciprocal(verb, entry, sources))
    if not targets and not (mutual and len(sources) > 1 and (not entry.mutual or _joins_subjects(entry))):
        things = [] if (targets := _meant(verb, entry, ends)) else _things(verb, entry, beside, turned)
        targets = targets or [t for h in things for t in recalled(h, ends)]
        if not targets and any(is_pronoun_for_clause(h) for h in things):
            targets = proposer(verb, ends)
        if not targets and (entry.act is Act.PROTEST or entry.act not in MATERIAL):
            # Whoever is for it that somebody does something, is for the deed.
            slots = entry.target if polarity(entry.act) is Polarity.OPPOSING else ()
            said = [s for slot in slots for s in content_subjects(verb, slot)]
            targets = told_above(verb, entry.target, ends) or ends.all_actors(said, Reach.ACTOR)
        if not targets and entry.act in (Act.ACCUSE, Act.PROTEST):
            targets = _ruling(verb, entry, beside, ends) or grounds(verb, ends)
        # "Der Minister entgegnete, …" answers whoever spoke against him.
        retort = entry.act is Act.REJECT and entry.lemma in modal_words()["retort"]
        pending = not targets and (bool(things) or retort)
        if not targets and not pending:
            return None
    return Deed(
        act=entry.contest if entry.contest is not None and in_contest(verb) else entry.act,
        sources=tuple(sources),
        targets=tuple(targets),
        anchor=verb,
        cue=tuple(sorted({*verb_words(verb), *beside}, key=lambda t: t.i)),
        rule="verb",
        lemma=entry.lemma,
        pending=pending,
        mutual=mutual,
        negated=entry.negated or _refusal_of(entry),
        only_negated=entry.only_negated,
        spoken=entry.spoken,
        word=entry.word,
    )


def _joins_subjects(entry: VerbAct) -> bool:
    """ "A und B einigten sich", but "A und B verkauften Häuser": whether those who do it may do it with each other."""
    apart = _ONE_SIDED | {"von"} if entry.act is Act.COOPERATE else _ONE_SIDED
    return entry.reflexive is True or bool(set(entry.target) - apart)


def _refusal_of(entry: VerbAct) -> Act | None:
    """ "zollte dem Minister keinen Respekt", "fand bei ihm kein Gehör"."""
    return Act.REJECT if entry.act is Act.ENDORSE and entry.noun is not None and not entry.mutual else None


def _leaves_doer_open(verb: Token, entry: VerbAct) -> bool:
    """ "Zwei Menschen wurden getötet": by whom, the text around may tell."""
    return entry.act is Act.ASSAULT and "obj" in entry.target and is_passive_clause(verb) and not agents(verb)


def _taken_for_subject(verb: Token, ends: Ends) -> list[End]:
    """ "warf die Behörde Müller vor, …": the parser takes the person for the name of the body before."""
    if is_passive_clause(verb):
        return []
    bodies = [s for s in grammatical_subjects(verb) if ends.cast.of(s) is not None and not _is_person(s, ends)]
    names = [a for s in bodies for a in children(s, "appos", "flat") if a.pos_ == "PROPN" and _is_person(a, ends)]
    return ends.all_actors([a for a in names if a.i > verb.i], Reach.ACTOR)


def _is_reciprocal(verb: Token, entry: VerbAct, sources: list[End]) -> bool:
    """ "Die Polizei und die Rebellen beschossen sich": each the other."""
    several = len({s.actor for s in sources}) > 1
    # "warfen sich Wortbruch vor", "drohten einander"
    opposing = polarity(entry.act) is Polarity.OPPOSING
    # "sicherten sich die Rechte": what helps may help oneself.
    each = (opposing and is_reflexive(verb)) or any(c.lower_ in modal_words()["mutually"] for c in verb.children)
    hit = "obj" in entry.target or ("dat" in entry.target and entry.reflexive is None)
    return several and each and hit


def _names_deed(noun: Token) -> bool:
    """ "vor den Folgen der russischen Invasion": whether an act's noun depends on the noun."""
    return any(entries_of(c) for c in children(noun, "nmod"))


def _is_plan(noun: Token) -> bool:
    return bool(modal_words()["undertaking"] & set(noun_forms(noun)))


def _is_person(noun: Token, ends: Ends) -> bool:
    if noun.lower_.endswith(_DATIVE_PLURALS):
        return False
    key = ends.actor(noun)
    return key is not None and ends.cast.actor(key).kind is ActorKind.PERSON


def _sources(verb: Token, entry: VerbAct, beside: list[Token], ends: Ends) -> list[End]:
    for slot in entry.source:
        if slot == "subj":
            if (governor := _object_control(verb)) is not None:
                heads, reach = governor, Reach.ACTOR
            else:
                heads, reach = slot_heads(verb, slot, beside), Reach.ANY
                # "bestätigt durch einen Platz von A": what does it is no actor's deed.
                heads = [h for h in heads if "durch" not in adpositions(h) or ends.actor(h)]
                if "dat" in entry.target and is_passive_clause(verb):
                    # "werden dem Minister zur Last gelegt": the parser takes the dative for the doer.
                    heads = [h for h in heads if adpositions(h)]
        else:
            heads, reach = slot_heads(verb, slot, beside), Reach.ACTOR
            heads = [g for h in heads for g in genitives(h)] if slot == "gen" else heads
        if found := ends.all_actors(heads, reach):
            together = partners(verb) if slot == "subj" and "mit" not in entry.target else []
            return list(dict.fromkeys([*found, *ends.all_actors(together, Reach.ACTOR)]))
    return implied_doers(verb, entry, ends)


def _object_control(verb: Token) -> list[Token] | None:
    """Who is told to do what an infinitive says: "forderte ihn auf, …", "warf ihm vor, … zu haben"."""
    governor = verb.head
    if rel(verb) not in (*CLAUSES, "xcomp", "acl") or not is_infinitive(verb) or governor.i == verb.i:
        return None
    if modal_words()["managing"] & set(verb_forms(governor)):
        # "gelang es dem Minister, den Rivalen zu stürzen", "der Partei ist es gelungen, …"
        near = [*bare_objects(governor), *children(governor, "nsubj")]
        named = [h for h in near if h.pos_ in ("PROPN", "PRON", "NOUN") and feature(h, "Gender") != "Neut"]
        return datives(governor) or named or None
    for entry in frames(governor):
        if entry.embeds in (Embeds.CLAIM, Embeds.WISH):
            for slot in entry.target:
                if slot in ("obj", "dat", "von", "an") and (heads := slot_heads(governor, slot, [])):
                    return heads
                # "warf Holm vor, …": names show no case.
                named = bare_objects(governor) if slot == "dat" else []
                if heads := [h for h in named if h.pos_ in ("PROPN", "PRON") and not is_sich(h)]:
                    return heads
    return None


def _meant(verb: Token, entry: VerbAct, ends: Ends) -> list[End]:
    """ "Dagegen protestierte …": who acts in the sentence before, if no clause says what "dagegen" stands for."""
    if any(c.i > verb.i or is_infinitive(c) for c in children(verb, "ccomp", "xcomp", "csubj")):
        return []
    slots = set(entry.target)
    if verb.sent.start == 0 or not any(pronominal_adverbs().get(c.lower_) in slots for c in verb.children):
        return []
    before = verb.doc[verb.sent.start - 1].sent.root
    return [End(e.actor, verb, owned=True) for e in ends.all_actors(logical_subjects(before))]


def grounds(verb: Token, ends: Ends) -> list[End]:
    """ "beschwerte sich, weil der Minister …": whose doing is the reason."""
    reasons = [c for c in children(verb, "advcl") if any(m.lower_ in _BECAUSE for m in children(c, "mark"))]
    return [End(e.actor, verb, owned=True) for c in reasons for e in ends.all_actors(logical_subjects(c), Reach.ACTOR)]


def _ruling(verb: Token, entry: VerbAct, beside: list[Token], ends: Ends) -> list[End]:
    """The state in which the target is ("die Gewalt im Iran"): who denounces what is so there, denounces it."""
    slots = [s for s in entry.target if s not in ("dass", "inf", "vor")]
    heads = [h for slot in slots for h in slot_heads(verb, slot, beside)]
    found = [e for h in heads if h.pos_ == "NOUN" for p in prepositional(h, "in") for e in ends.actors(p, Reach.ACTOR)]
    return [End(e.actor, e.token, owned=True) for e in found if ends.cast.actor(e.actor).kind is ActorKind.COUNTRY]


def _things(verb: Token, entry: VerbAct, beside: list[Token], turned: tuple[Token, Token] | None) -> list[Token]:
    """Definite things in the target slots: somebody's, as the text before may tell."""
    if entry.reach is Reach.ACTOR or entry.act in MATERIAL or rel(verb) == "amod":
        return []
    slots = [s for s in entry.target if s not in ("dass", "inf", "von")]
    heads = [turned[1]] if turned is not None else [h for slot in slots for h in slot_heads(verb, slot, beside)]
    return [h for h in heads if is_known_thing(h)]


def _infinitive_objects(verb: Token) -> list[Token]:
    """ "lehnt es ab, den Minister zu treffen", "für die Partei anzutreten", "als Kandidat der Partei anzutreten"."""
    inside = [c for c in verb.children if c.pos_ == "NOUN" and c.left_edge.i > 0]
    words = [(c, {c.left_edge.lower_, c.doc[c.left_edge.i - 1].lower_}) for c in inside]
    roles = [g for c, near in words if near & modal_words()["role"] for g in genitives(c)]
    objects = [*logical_objects(verb), *datives(verb)]
    return [*objects, *(h for p in ("mit", "an", "für") for h in prepositional(verb, p)), *roles]
