"""Stances of a speaker that lie in what is said: demands on others ("Washington müsse aufhören") and judgements."""

from collections.abc import Iterator
from itertools import product

from spacy.tokens import Doc, Token

from kg.extract.acts.clauses import (
    agents,
    datives,
    grammatical_subjects,
    is_infinitive,
    is_passive_clause,
    logical_objects,
    logical_subjects,
    negated,
)
from kg.extract.acts.companions import Surroundings, companions
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends
from kg.extract.acts.forms import verb_forms
from kg.extract.acts.nominal import adpositions, attached
from kg.extract.acts.phrases import evaluation
from kg.extract.acts.responsible import blame
from kg.extract.acts.spoken import Reading, desert, duty, inability, is_opinion, praise, scolding
from kg.extract.acts.verbs import frames
from kg.extract.syntax import auxiliaries, child, children, feature, rel, verb_words
from kg.facts import Act, ActorKind, Polarity, Quotation, QuotationKind, Status
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import Reach, polarity
from kg.lexicon.judging import Misdeed, conducts, misdeeds

_UMLAUTS = frozenset("äöü")
_SUBJUNCTIVE = ("e", "ten")
"""Endings of a Konjunktiv in the third person ("müsse", "müssten"), which "muss" and "sollen" lack."""
_FOR = "für"
_TOO = "zu"
_CRIMES = frozenset({Act.ASSAULT, Act.COERCE, Act.THREATEN})
_FELT = frozenset({Act.AID, Act.ASSAULT, Act.COERCE, Act.THREATEN})
_TOLD = frozenset({QuotationKind.REPORTED})
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.GROUP})


def content_deeds(doc: Doc, ends: Ends) -> Iterator[Deed]:
    """Demands and judgements inside quotations whose speakers are known, in text order."""
    seen: set[tuple[str, int]] = set()
    for quotation in ends.quotations:
        if quotation.kind in _TOLD:
            continue
        speakers = [End(key, _speaker_token(doc, quotation)) for key in quotation.speakers]
        for speaker, token in product(speakers, _tokens(doc, quotation)):
            if (speaker.actor, token.i) in seen:
                continue
            readings = (reading(token, quotation, speaker, ends) for reading in READINGS)
            for deed in readings:
                if deed is not None:
                    seen.add((speaker.actor, token.i))
                    yield deed


def _demand(verb: Token, quotation: Quotation, speaker: End, ends: Ends) -> Deed | None:
    modal = _requiring(verb, quotation)
    if modal is None or is_passive_clause(verb):
        return None
    act = Act.ACCUSE if _should_have(verb) else Act.DEMAND
    return _wish(act, grammatical_subjects(verb), verb, modal, speaker, ends)


def _due(verb: Token, quotation: Quotation, speaker: End, ends: Ends) -> Deed | None:
    """ "Der Minister müsse entlassen werden", "dürfe nicht bestraft werden", "… müsse vom Gericht geklärt werden"."""
    modal = _requiring(verb, quotation)
    if modal is None or not is_passive_clause(verb) or _should_have(verb):
        return None
    if modal.lemma_ not in modal_words()["possibility"]:
        # "soll entlassen werden" tells a plan.
        return None
    forbidden = negated(verb)
    if forbidden and modal.lemma_ in modal_words()["demand"]:
        # "müsse nicht entlassen werden": somebody may still.
        return None
    if doing := agents(verb):
        return None if forbidden else _wish(Act.DEMAND, doing, verb, modal, speaker, ends)
    fitting = (e for e in frames(verb) if "obj" in e.target and companions(verb, e) is not None)
    entry = next((e for e in fitting if e.act not in (Act.COMPETE, Act.COOPERATE)), None)
    if entry is None:
        return None
    helped = (polarity(entry.act) is Polarity.SUPPORTING) is not forbidden
    heads = grammatical_subjects(verb)
    if forbidden and helped:
        # "Die Armee darf nicht zur Polizei degradiert werden" warns of a change; people are spared something.
        heads = [h for h in heads if (key := ends.actor(h)) and ends.cast.actor(key).kind in _PEOPLE]
    return _wish(Act.ENDORSE if helped else Act.DEMAND, heads, verb, modal, speaker, ends)


def _requiring(verb: Token, quotation: Quotation) -> Token | None:
    """The modal by which the clause asks for something."""
    words = modal_words()["demand"] | modal_words()["prohibition"]
    modal = next((a for a in auxiliaries(verb) if a.lemma_ in words), None)
    if modal is None or (modal.lemma_ in modal_words()["prohibition"] and not negated(verb)):
        return None
    if quotation.kind is QuotationKind.FREE_INDIRECT or verb.dep_ == "acl:relcl" or _is_if(modal, verb):
        return None
    if any(c.lower_ in modal_words()["habitual"] for c in verb.children):
        # "müssen bisher oft verzichten" tells how things are.
        return None
    if rel(verb) == "advcl" or any(is_infinitive(a) for a in children(verb, "advcl")):
        # What must be so because of something, or to reach something, nobody asks for.
        return None
    undone = _should_have(verb)
    if _is_told(modal, verb) and not undone:
        return None
    spoken = quotation.kind is QuotationKind.DIRECT or modal.lower_.endswith(_SUBJUNCTIVE)
    if not undone and not spoken and not is_opinion(quotation, verb.doc):
        return None
    if not spoken and any(feature(s, "PronType") == "Dem" for s in grammatical_subjects(verb)):
        # "sollen diese laut Vorschlag der Partei am Mittwoch stattfinden"
        return None
    return modal


def _wish(act: Act, heads: list[Token], verb: Token, modal: Token, speaker: End, ends: Ends) -> Deed | None:
    targets = ends.all_actors(heads, Reach.ACTOR)
    targets = [t for t in targets if t.actor != speaker.actor and _is_definite(t, ends)]
    if not targets:
        return None
    lemma = modal.lemma_
    return Deed(act, (speaker,), tuple(targets), verb, (modal,), "content-demand", lemma, status=Status.ACTUAL)


def _is_definite(target: End, ends: Ends) -> bool:
    """ "Ein Gutachter muss …", "Alle sollen …": what must be done by whomever is asked of nobody."""
    words = children(target.token, "det")
    told = any(feature(d, "Definite") == "Def" or feature(d, "PronType") == "Dem" for d in words)
    return told or target.token.pos_ != "NOUN" or ends.is_named(target.actor)


def _is_if(modal: Token, verb: Token) -> bool:
    """ "sollte der Minister gehen, …": a modal that begins a clause makes it a condition."""
    followed = any(c.i > verb.i for c in children(verb, "advcl"))
    if rel(verb) not in ("advcl", "ccomp", "parataxis", "dep") and not followed:
        return False
    subjects = grammatical_subjects(verb)
    before = modal.i == modal.sent.start or modal.nbor(-1).is_punct
    return before and bool(subjects) and modal.i < subjects[0].i


def _is_told(modal: Token, verb: Token) -> bool:
    """ "musste schweigen" and "soll geschwiegen haben" tell what was."""
    past = feature(modal, "Tense") == "Past" and not _UMLAUTS & set(modal.lower_) and feature(modal, "Mood") != "Sub"
    others = (a for a in auxiliaries(verb) if a.i != modal.i and a.dep_ != "aux:pass")
    perfect = any(feature(a, "VerbForm") == "Inf" for a in others)
    # "haben handeln müssen"
    return past or perfect or feature(modal, "VerbForm") == "Inf"


def _should_have(verb: Token) -> bool:
    """ "hätte handeln müssen": did not."""
    return any(a.lower_ in modal_words()["unreal"] for a in auxiliaries(verb))


def _judgement(word: Token, quotation: Quotation, speaker: End, ends: Ends) -> Deed | None:
    """ "Das Vorgehen des Ministers sei falsch", or a noun that judges its owner ("die Willkür der Behörde")."""
    subject = child(word, "nsubj") if child(word, "cop") is not None else None
    entry = evaluation(word)
    if entry is None or modal_words()["absence"] & set(adpositions(word)):
        return None
    if subject is not None and (_is_unsure(word) or _is_wished(word)):
        return None
    if datives(word) or children(word, "obj"):
        # "Dem Team ist ein Fund gelungen" tells what happened.
        return None
    act = entry.act
    if negated(word):
        if polarity(act) is Polarity.OPPOSING:
            return None
        act = Act.ACCUSE
    ends_of = ends.actors(subject) if subject is not None else []
    if not ends_of and entry.shames:
        ends_of = ends.all_actors(attached(word, _FOR))
    if not ends_of and word.pos_ == "NOUN" and polarity(act) is Polarity.OPPOSING and not entry.said:
        ends_of = ends.owners(word)
    targets = tuple(t for t in ends_of if t.actor != speaker.actor)
    if not targets:
        return None
    return Deed(act, (speaker,), targets, word, (word,), "content-judgement", entry.lemma, status=Status.ACTUAL)


def _misdeed(verb: Token, quotation: Quotation, speaker: End, ends: Ends) -> Deed | None:
    """ "Der Minister habe gelogen": a wrong that the speaker says somebody does."""
    if verb.pos_ not in ("VERB", "AUX") or _in_relative_clause(verb):
        return None
    entries = next((misdeeds()[f] for f in verb_forms(verb) if f in misdeeds()), ())
    if not entries or is_infinitive(verb) or _is_unsure(verb) or _is_wished(verb):
        return None
    undone = _left_undone(verb)
    entry = next((e for e in entries if (e.merit or e.negated is undone) and _stands_beside(verb, e)), None)
    if entry is None:
        return None
    if any(c.lower_ in modal_words()["condition"] for c in verb.children):
        return None
    targets = [t for t in ends.all_actors(logical_subjects(verb), Reach.ACTOR) if t.actor != speaker.actor]
    if not targets:
        return None
    act = Act.ENDORSE if entry.merit and not undone else Act.ACCUSE
    cue, rule = tuple(verb_words(verb)), "content-merit" if entry.merit else "content-misdeed"
    return Deed(act, (speaker,), tuple(targets), verb, cue, rule, entry.lemma, status=Status.ACTUAL)


def _stands_beside(verb: Token, entry: Misdeed) -> bool:
    return entry.noun is None or Surroundings(verb).noun(entry.noun.lower(), entry.at) is not None


def _is_unsure(verb: Token) -> bool:
    """ "könnte falsch sein", "will Vorbild sein"."""
    words = modal_words()
    unsure = words["possibility"] | words["hearsay"] | words["intention"]
    return any(a.lemma_ in unsure and a.dep_ != "aux:pass" for a in auxiliaries(verb))


def _is_wished(verb: Token) -> bool:
    """ "hofft, dass …"."""
    return rel(verb) == "ccomp" and bool(set(verb_forms(verb.head)) & modal_words()["plan"])


def _in_relative_clause(verb: Token) -> bool:
    while rel(verb) == "conj" and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "acl:relcl"


def _left_undone(verb: Token) -> bool:
    """ "habe nicht reagiert", "habe keine Hilfe geleistet", "habe nichts getan"."""
    if any(c.lower_ in modal_words()["nothing"] and not list(c.rights) for c in verb.children):
        # "habe nichts anderes getan, als …" blames nobody.
        return True
    return any(negated(t) for t in (verb, *children(verb, "obj", "advmod", "obl")))


def _conduct(verb: Token, quotation: Quotation, speaker: End, ends: Ends) -> Deed | None:
    """ "Der Minister habe gut gearbeitet": how the speaker says that somebody did."""
    if verb.pos_ != "VERB" or is_passive_clause(verb) or verb.dep_ == "acl:relcl" or is_infinitive(verb):
        return None
    lemma = next((f for f in verb_forms(verb) if f in conducts()), None)
    if lemma is None or _is_wished(verb) or any(c.lower_ in modal_words()["condition"] for c in verb.children):
        return None
    words = [c for c in children(verb, "advmod", "obj", "xcomp") if c.pos_ in ("ADJ", "ADV", "NOUN")]
    words += [c for c in children(verb, "obj", "advmod") if c.pos_ in ("PRON", "DET") and _is_too_much(c)]
    judging = next(((w, act) for w in words if (act := _verdict(w)) is not None), None)
    targets = [t for t in ends.all_actors(grammatical_subjects(verb), Reach.ACTOR) if t.actor != speaker.actor]
    if judging is None or not targets:
        return None
    word, judged = judging
    against = polarity(judged) is Polarity.OPPOSING
    if negated(verb) or negated(word):
        if against:
            return None
        against = True
    act = Act.ACCUSE if against else Act.ENDORSE
    cue = tuple(sorted((*verb_words(verb), word), key=lambda t: t.i))
    return Deed(act, (speaker,), tuple(targets), verb, cue, "content-conduct", lemma, status=Status.ACTUAL)


def _verdict(word: Token) -> Act | None:
    """ "gut", "schlecht", "zu spät"."""
    entry = evaluation(word)
    return entry.act if entry is not None else Act.ACCUSE if _is_too_much(word) else None


def _is_too_much(word: Token) -> bool:
    """ "zu spät", "zu wenig", "zu viel Geld"."""
    near = [c for w in (word, *children(word, "amod", "det", "nummod")) for c in w.children]
    return any(c.lower_ == _TOO and rel(c) == "advmod" and c.i < word.i for c in near)


def _charge(verb: Token, quotation: Quotation, speaker: End, ends: Ends) -> Deed | None:
    """ "Laut Staatsanwaltschaft hat der Mann den Richter getötet": an office that tells of a crime accuses."""
    if verb.pos_ != "VERB" or not ends.is_called(speaker.actor, modal_words()["prosecutor"]) or negated(verb):
        return None
    crime = next((e for e in frames(verb) if e.act in _CRIMES and e.special == 0), None)
    targets = [t for t in ends.all_actors(logical_subjects(verb), Reach.ACTOR) if t.actor != speaker.actor]
    if crime is None or not targets:
        return None
    cue = tuple(verb_words(verb))
    return Deed(
        Act.ACCUSE,
        (speaker,),
        tuple(targets),
        verb,
        cue,
        "content-charge",
        crime.lemma,
        status=Status.ACTUAL,
    )


def _experience(verb: Token, quotation: Quotation, speaker: End, ends: Ends) -> Deed | None:
    """ "Die Nachbarn haben uns gerettet": what the speaker says that others did to him."""
    if verb.pos_ != "VERB" or rel(verb) == "advcl" or negated(verb) or _is_unsure(verb) or _is_wished(verb):
        return None
    told = next((e for e in frames(verb) if e.act in _FELT and e.source == ("subj",) and companions(verb, e)), None)
    told = told or next((e for e in frames(verb) if e.act in _FELT and e.special == 0), None)
    if told is None:
        return None
    felt = ends.all_actors([*logical_objects(verb), *datives(verb)], Reach.ACTOR)
    targets = [t for t in ends.all_actors(logical_subjects(verb), Reach.ACTOR) if t.actor != speaker.actor]
    if not targets or speaker.actor not in {f.actor for f in felt if f.token.pos_ == "PRON"}:
        return None
    act = Act.ENDORSE if told.act is Act.AID else Act.ACCUSE
    cue = tuple(verb_words(verb))
    return Deed(act, (speaker,), tuple(targets), verb, cue, "content-felt", told.lemma, status=Status.ACTUAL)


READINGS: tuple[Reading, ...] = (
    _demand,
    _due,
    _judgement,
    blame,
    _misdeed,
    _conduct,
    _charge,
    scolding,
    praise,
    duty,
    inability,
    desert,
    _experience,
)


def _tokens(doc: Doc, quotation: Quotation) -> Iterator[Token]:
    """The words of what is said."""
    for span in quotation.content:
        inside = doc.char_span(span.start, span.end, alignment_mode="contract")
        if inside is not None:
            yield from inside


def _speaker_token(doc: Doc, quotation: Quotation) -> Token:
    """The speaker's last word where it is named, else the first word of what is said."""
    span = quotation.speaker_span
    named = doc.char_span(span.start, span.end, alignment_mode="expand") if span is not None else None
    if named is not None and len(named):
        return named[-1]
    return next(_tokens(doc, quotation), doc[0])
