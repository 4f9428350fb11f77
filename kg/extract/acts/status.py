"""How far the text vouches for an act: done, told by somebody else, planned, denied, or not an act at all."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.acts.clauses import grammatical_subjects, is_attributive, is_infinitive, negated
from kg.extract.acts.contest_words import is_score
from kg.extract.acts.deed import Deed
from kg.extract.acts.denial import is_disputed, is_left_out
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.forms import verb_forms
from kg.extract.acts.implied import deed_verbs
from kg.extract.acts.letting import lets_itself
from kg.extract.acts.neither import is_denied_part
from kg.extract.acts.verbs import frames
from kg.extract.conditionals import is_inverted
from kg.extract.syntax import auxiliaries, children, clause_head, feature, finite, is_passive, rel
from kg.facts import Act, Quotation, QuotationKind, Span, Status
from kg.lexicon.act_words import modal_words
from kg.lexicon.acts import MATERIAL, SUPPORTING, Carrying, Embeds

_MAX_DEPTH = 8
_HONOUR = "honour"
_STANDING = "standing"
_TOLD_BY_VERB = frozenset({"verb", "jointly"})
_UMLAUTS = frozenset("äöü")
_INFLECTION = "enrms"
_AIMED = frozenset({Act.ACCUSE, Act.REJECT, Act.DEMAND, Act.THREATEN, Act.PROTEST, Act.ENDORSE})
"""Acts whose aim alone shows how somebody stands ("kam, um den Plan des Ministers zu Fall zu bringen")."""
_THREATENED = frozenset({Act.ASSAULT, Act.COERCE, Act.SANCTION, Act.PROTEST})


def judged(deed: Deed, source: str, ends: Ends) -> tuple[Deed, Status] | None:
    """The deed with its status, or None where the text does not say that it happens.

    A negated verb may be another act ("nicht zustimmen" rejects).
    """
    if deed.status is not None:
        return deed, deed.status
    fought = deed.act is Act.COMPETE and deed.rule == "verb"
    if fought and any(_is_some_rival(e, ends) for e in (*deed.sources, *deed.targets)):
        return None
    acting = [e.token for e in deed.sources if e.actor == source]
    if any(is_left_out(t) for t in acting):
        return None
    if is_disputed(deed):
        return deed, Status.DENIED
    if denied_by_words(deed) or any(is_denied_part(t) for t in acting):
        if deed.negated is None and not deed.only_negated:
            return None
        if deed.negated is not None and source not in {s.actor for s in deed.sources}:
            # Who does not talk to somebody is not rejected by him.
            return None
        deed = replace(deed, act=deed.negated or deed.act)
    elif deed.only_negated and not _is_refused(deed.anchor):
        return None
    told = _announced(deed)
    if told.act is not deed.act and source not in {s.actor for s in deed.sources}:
        # Who refuses talks has them refused by nobody.
        return None
    deed = told
    status = clause_status(deed, source, ends)
    if status is None:
        return None
    if status is Status.ACTUAL and deed.act is Act.COMPETE and _is_ahead(deed.anchor):
        status = Status.PLANNED
    if status is Status.ACTUAL and any(_is_to_come(word) for word in deed.cue):
        status = Status.PLANNED
    if deed.carrying is Carrying.PLANNED and status is Status.ACTUAL:
        status = Status.PLANNED
    if status is Status.ACTUAL and told_by_other(deed, source, ends.quotations):
        status = Status.REPORTED_BY_OTHER
    return deed, status


def _is_some_rival(end: End, ends: Ends) -> bool:
    """ "verlor gegen ihren Rivalen": a rival whom the text does not name anywhere."""
    rival = any(e.standing and Act.COMPETE in (e.act, e.contest) for e in entries_of(end.token))
    return rival and not ends.is_named(end.actor)


def _is_refused(verb: Token) -> bool:
    """ "weigerte sich, mit dem Minister zu sprechen", "war nicht bereit, mit ihm zu verhandeln"."""
    governed = rel(verb) in ("xcomp", "ccomp") and is_infinitive(verb) and verb.head.i != verb.i
    kind = "willing" if negated(verb.head) else "refusal"
    forms = {*verb_forms(verb.head), *deed_verbs(verb.head)}
    return governed and not forms.isdisjoint(modal_words()[kind])


def _announced(deed: Deed) -> Deed:
    """ "weigerte sich, dem Minister zu helfen" rejects, "drohte, ihn festzunehmen" threatens."""
    verb, governor = deed.anchor, deed.anchor.head
    if verb.i == governor.i or rel(verb) not in ("xcomp", "ccomp") or not is_infinitive(verb):
        return deed
    forms = {*verb_forms(governor), *deed_verbs(governor)}
    if negated(governor):
        unwilling = (deed.act in SUPPORTING or deed.only_negated) and forms & modal_words()["willing"]
        return replace(deed, act=Act.REJECT, anchor=governor, mutual=False) if unwilling else deed
    if (deed.act in SUPPORTING or deed.only_negated) and forms & modal_words()["refusal"]:
        return replace(deed, act=Act.REJECT, anchor=governor, mutual=False)
    if deed.act in _THREATENED and forms & modal_words()["threat"]:
        return replace(deed, act=Act.THREATEN, anchor=governor, mutual=False)
    return deed


def _is_ahead(word: Token) -> bool:
    """ "Die Mannschaft spielt am Freitag gegen …": news in the present tense announce a match."""
    verb = word if word.pos_ in ("VERB", "AUX") else clause_head(word)
    match = set(verb_forms(verb)) & modal_words()["match"]
    return _is_present(verb) and bool(match) and not any(is_score(t) for t in verb.sent)


def _is_present(verb: Token) -> bool:
    return feature(verb, "Tense") == "Pres" and feature(verb, "VerbForm") == "Fin"


def _is_to_come(noun: Token) -> bool:
    """ "der geplante Zusammenschluss", "die mögliche Entlassung"."""
    if noun.pos_ != "NOUN":
        return False
    forms = (f for c in children(noun, "amod") for f in (c.lemma_.lower(), c.lower_, c.lower_.rstrip(_INFLECTION)))
    return any(f in modal_words()["to_come"] for f in forms)


def denied_by_words(deed: Deed) -> bool:
    """Whether a negation word touches the act's words or its target."""
    if any(negated(t) or _is_about_nothing(t, deed) for t in deed.cue if t.pos_ != "AUX"):
        return True
    if deed.rule == "verb" and any(negated(o) for o in children(deed.anchor, "obj") if o not in deed.cue):
        # "leitete kein Verfahren gegen den Minister ein"
        return True
    if rel(deed.anchor) == "nsubj" and deed.anchor.head.lower_ in modal_words()["impossible"]:
        return True
    # "kritisierte, dass der Minister nicht handle" denies nothing.
    way = (t for e in deed.targets for t in _up_to(deed.anchor, e.token))
    return any(negated(t) for t in way if rel(t) != "ccomp" or is_infinitive(t))


def _is_about_nothing(verb: Token, deed: Deed) -> bool:
    """ "wirft ihm nichts vor", but not "wirft ihm nichts anderes als … vor" and "hält nichts davon"."""
    objects = [o for o in children(verb, "obj", "nmod") if o not in deed.cue]
    return any(o.lower_ in modal_words()["nothing"] and not list(o.rights) for o in objects)


def _up_to(anchor: Token, end: Token) -> list[Token]:
    """The words from an end up to the act's, that one not included ("keine Anleihen des Staates kaufen")."""
    found = [end]
    for _ in range(_MAX_DEPTH):
        if found[-1].head.i in (anchor.i, found[-1].i):
            break
        found.append(found[-1].head)
    return found if found[-1].head.i == anchor.i else []


def clause_status(deed: Deed, source: str, ends: Ends) -> Status | None:
    """What moods, modals and governing verbs make of the act, from its clause upwards."""
    planned = reported = False
    quoted = innermost(deed, ends.quotations) is not None
    verb = (
        deed.anchor
        if deed.anchor.pos_ not in ("NOUN", "PROPN") or children(deed.anchor, "cop")
        else clause_head(deed.anchor)
    )
    nominal = verb.i != deed.anchor.i
    if is_attributive(verb):
        return Status.ACTUAL
    unreal = any(feature(t, "Mood") == "Sub" and feature(t, "Tense") == "Past" for t in auxiliaries(verb))
    if nominal and unreal and deed.rule != _STANDING:
        # "die eine Aggression bedeuten würde": nobody says that there is one, but somebody's friends are there anyhow.
        planned = True
    for _ in range(_MAX_DEPTH):
        if not nominal:
            mood = _modal_status(verb, deed, quoted)
            planned |= mood is Status.PLANNED
            reported |= mood is Status.REPORTED_BY_OTHER
        marks = {c.lower_ for c in children(verb, "mark", "case", "cc", "advmod") if c.i <= verb.i or rel(c) == "mark"}
        if not nominal and (marks & modal_words()["condition"] or is_inverted(verb)):
            return None
        if marks & modal_words()["purpose"] and is_infinitive(verb) and _is_only_aimed_at(deed):
            planned = True
        relation, governor = rel(verb), verb.head
        if governor.i == verb.i or relation not in ("xcomp", "ccomp", "conj", "acl", "csubj", "advcl"):
            break
        if relation == "acl" and (verb.dep_ == "acl:relcl" or not is_infinitive(verb)):
            break
        if relation == "advcl" and not is_infinitive(verb):
            break
        if relation == "conj" and finite(verb) is not None:
            verb = governor
            nominal = True
            continue
        if relation != "conj" and not nominal:
            above = _governed(verb, governor, source, ends, deed.act)
            if above is None:
                return None
            planned |= above is Status.PLANNED
            reported |= above is Status.REPORTED_BY_OTHER
            if above is Status.DENIED:
                return Status.DENIED
            if negated(governor) and is_infinitive(verb) and not _is_hesitating(governor):
                return None
        verb = governor
    if planned:
        return Status.PLANNED
    return Status.REPORTED_BY_OTHER if reported else Status.ACTUAL


def _is_only_aimed_at(deed: Deed) -> bool:
    """Whether the purpose is no stance yet: "um ihn zu ehren", "um den Minister zu beeindrucken"."""
    sought = any(s.token.head.i == deed.anchor.i and rel(s.token) in ("obj", "obl:arg") for s in deed.sources)
    return deed.act not in _AIMED or deed.lemma in modal_words()["conferring"] or sought


def told_by_other(deed: Deed, source: str, quotations: Sequence[Quotation]) -> bool:
    """Whether the act lies inside a claim of somebody else than its source."""
    here = Span(deed.anchor.idx, deed.anchor.idx + len(deed.anchor))
    for quotation in quotations:
        if not any(s.covers(here) for s in quotation.content) or source in quotation.speakers:
            continue
        if quotation.kind is not QuotationKind.REPORTED or _is_below(deed.anchor, quotation):
            return True
    return False


def _is_below(anchor: Token, quotation: Quotation) -> bool:
    """Whether the word stands in a clause under the main one of reported speech, which is the article's own."""
    clause = clause_head(anchor)
    while rel(clause) == "conj":
        clause = clause_head(clause.head)
    above = clause.head
    return above.i != clause.i and any(s.start <= above.idx < s.end for s in quotation.content)


def innermost(deed: Deed, quotations: Sequence[Quotation]) -> int | None:
    """Index of the shortest quotation around the cue."""
    here = Span(deed.cue[0].idx, deed.cue[0].idx + len(deed.cue[0]))
    around = [
        (sum(s.end - s.start for s in q.content), i)
        for i, q in enumerate(quotations)
        if any(s.covers(here) for s in q.content)
    ]
    return min(around)[1] if around else None


def _is_hesitating(governor: Token) -> bool:
    return bool(set(verb_forms(governor)) & modal_words()["hesitation"])


def _modal_status(verb: Token, deed: Deed, quoted: bool) -> Status:
    words = modal_words()
    material = deed.act in MATERIAL or deed.rule == _HONOUR or deed.lemma in words["conferring"]
    refused = deed.only_negated or deed.act is deed.negated
    if material and _is_present(verb) and any(c.lower_ in words["soon"] for c in verb.children):
        # "gehen künftig gemeinsam vor"
        return Status.PLANNED
    for aux in auxiliaries(verb):
        lemma = aux.lemma_.lower()
        # The umlaut of "könnte" tells the moods apart where the parser does not.
        past = feature(aux, "Tense") == "Past" and not _UMLAUTS & set(aux.lower_)
        if lemma in words["intention"] and _takes_infinitive(verb, aux):
            if quoted and feature(aux, "Mood") == "Sub" and feature(aux, "Tense") == "Past":
                # Within a claim "würden töten" stands for a Konjunktiv I that looks like an indicative.
                continue
            hypothetical = feature(aux, "Mood") == "Sub" and rel(verb) != "ccomp" and not quoted
            dated = deed.lemma in words["conferring"]
            joined = deed.act is Act.COOPERATE and not deed.targets and deed.rule in _TOLD_BY_VERB
            if joined and not dated and not hypothetical:
                # "A und B wollen enger zusammenarbeiten": who wants it of each other, agrees.
                continue
            # "will die Reform unterstützen", but what a claim says of others is told as it is.
            backing = deed.act is Act.ENDORSE and rel(verb) != "ccomp" and not quoted
            if material or hypothetical or backing or words["conferring"] & set(verb_forms(verb)):
                return Status.PLANNED
        elif lemma in words["hearsay"]:
            return Status.REPORTED_BY_OTHER if _is_perfect(verb, aux) else Status.PLANNED
        elif lemma in words["ability"] and refused:
            # "kann dem Plan nicht zustimmen" rejects it.
            continue
        elif lemma in words["suffering"] and any(lets_itself(verb, c) for c in children(verb, "xcomp", "ccomp")):
            # "muss sich Untätigkeit vorwerfen lassen"
            continue
        elif lemma in words["possibility"] and not past and lemma != deed.word:
            return Status.PLANNED
        elif aux.lower_ in words["unreal"] and any(c.lower_ in words["unfulfilled"] for c in verb.children):
            # "hätte ihm gern geholfen"
            return Status.PLANNED
    return Status.ACTUAL


def _takes_infinitive(verb: Token, aux: Token) -> bool:
    """ "wird … festnehmen", not the passive "wird festgenommen"."""
    if is_passive(verb) or aux.dep_ == "aux:pass":
        return any(a.i != aux.i and a.dep_ == "aux:pass" and aux.dep_ != "aux:pass" for a in auxiliaries(verb))
    return feature(verb, "VerbForm") != "Part"


def _is_doubtful(word: Token) -> bool:
    """ "Es ist fraglich, dass …": whether a word says that nobody knows."""
    return word.pos_ in ("ADJ", "ADV") and bool({word.lower_, word.lemma_.lower()} & modal_words()["doubt"])


def _is_perfect(verb: Token, aux: Token) -> bool:
    """ "soll geführt haben", and "soll Angriffe geführt" where a later verb carries the "haben"."""
    if feature(verb, "VerbForm") == "Part" and not is_passive(verb) and verb.text.islower():
        return True
    others = [a for a in auxiliaries(verb) if a.i != aux.i]
    return any(
        a.lower_ in modal_words()["passive_perfect"] or (feature(a, "VerbForm") == "Inf" and a.dep_ != "aux:pass")
        for a in others
    )


def _governed(verb: Token, governor: Token, source: str, ends: Ends, act: Act) -> Status | None:
    """What the governing verb makes of an act in its complement; None: the act does not happen."""
    words = modal_words()
    forms = {*verb_forms(governor), *deed_verbs(governor)}
    subject_is_source = source in {e.actor for e in ends.all_actors(grammatical_subjects(governor))}
    if _is_hesitating(governor):
        # "zögerte nicht, den Minister zu entlassen"
        return Status.ACTUAL if negated(governor) else None
    if forms & words["refusal"] | forms & words["prevention"]:
        return None
    if is_infinitive(verb) and act in MATERIAL and any(c.lower_ in words["ready"] for c in governor.children):
        # "erklärte sich bereit, ihn aufzunehmen"
        return Status.PLANNED
    if forms & words["doubt"] or any(_is_doubtful(c) for c in (governor, *children(governor, "xcomp", "advmod"))):
        return Status.PLANNED
    if forms & words["aim"] and not is_infinitive(verb):
        return Status.PLANNED
    if forms & words["permission"] and is_infinitive(verb):
        # What somebody may do he has not done yet.
        return Status.PLANNED
    if forms & words["plan"] and is_infinitive(verb):
        # Whoever decides to say no has said it; what is done has to be done first.
        if forms & words["attempt"] and act not in SUPPORTING:
            # Who tries to stop somebody is against him, whatever comes of it.
            return Status.ACTUAL
        settled = act not in MATERIAL or act is Act.COOPERATE
        return Status.ACTUAL if settled and forms & words["decision"] else Status.PLANNED
    for entry in frames(governor):
        if entry.embeds is Embeds.DENIAL:
            return Status.DENIED
        if entry.embeds is Embeds.WISH:
            return Status.PLANNED
        if entry.embeds is Embeds.CLAIM and not subject_is_source:
            return Status.REPORTED_BY_OTHER
    return Status.ACTUAL
