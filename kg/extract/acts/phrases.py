"""Acts told by prepositions ("gemeinsam mit"), predicates ("empört über") and judgements ("nannte … falsch")."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Token

from kg.extract.acts.above import content_subjects
from kg.extract.acts.attributes import attributive_deed, paired_deed
from kg.extract.acts.clauses import (
    datives,
    grammatical_subjects,
    introduced,
    is_verbal,
    logical_objects,
    logical_subjects,
    negated,
)
from kg.extract.acts.companions import is_neutral
from kg.extract.acts.deed import Deed
from kg.extract.acts.ends import End, Ends, entries_of
from kg.extract.acts.forms import compounds, noun_forms, verb_forms
from kg.extract.acts.nominal import adpositions, attached, case_forms, genitives, is_known_thing, prepositional
from kg.extract.acts.recall import recalled
from kg.extract.syntax import child, children, clause_head, feature, rel, subtree, verb_words
from kg.facts import Act, Polarity
from kg.lexicon.act_words import modal_words, pronominal_adverbs
from kg.lexicon.acts import Predicate, PrepositionAct, Reach, polarity, predicates, preposition_acts
from kg.lexicon.judging import Judgement, Topic, judgements, topics

Frame = TypeVar("Frame")

_SHORTEST_COMPOUND_HEAD = 5
_WITHIN = 6
"""Words within which a cue's second word stands, articles and adjectives between."""
_FOR = "für"
_ON = "auf"
_WHOSE = ("gen", "von", "poss", "adj")


def preposition_deeds(token: Token, ends: Ends) -> Iterator[Deed]:
    """Acts of a prepositional cue that begins at the token; the subject of its clause is the source."""
    entries = preposition_acts().get(token.lower_, ())
    near = _tails(token) if entries else frozenset()
    for entry in entries:
        words = entry.words.split()
        if (len(words) > 1 and words[1].lower() not in near) or (cue := _matched(token, words)) is None:
            continue
        deed = _predicative(token, entry, ends) if entry.predicate else _adverbial(cue, entry, ends)
        if deed is not None:
            yield deed
        return


def _tails(token: Token) -> frozenset[str]:
    """The words shortly after the token, of compounds with a hyphen the last part."""
    after = token.doc[token.i + 1 : min(token.i + 1 + _WITHIN, token.sent.end)]
    return frozenset(t.lower_.rpartition("-")[2] for t in after)


def _matched(token: Token, words: list[str]) -> list[Token] | None:
    """The cue's tokens; articles and adjectives may stand before its noun ("gegen den erklärten Willen")."""
    cue: list[Token] = []
    ahead = iter(token.doc[token.i : token.sent.end])
    for wanted in words:
        for word in ahead:
            if word.lower_ == wanted.lower() or (wanted.istitle() and word.text.endswith("-" + wanted)):
                cue.append(word)
                break
            # "auf Drängen" in "auf wiederholtes Drängen", "auf Müllers Drängen"
            owner = word.pos_ == "PROPN" and word.i > token.i
            # "auf den Vorschlag" is what somebody speaks of, not by whose proposal he acts.
            article = word.pos_ == "DET" and (token.lower_ != _ON or feature(word, "Definite") != "Def")
            between = (article or word.pos_ == "ADJ" or owner) and word.lemma_.lower() not in modal_words()["negation"]
            if not cue or not wanted.istitle() or not between:
                return None
    return cue if len(cue) == len(words) else None


def _adverbial(cue: list[Token], entry: PrepositionAct, ends: Ends) -> Deed | None:
    last = cue[-1]
    governed = [last.head] if last.pos_ == "ADP" and last.head.i > last.i else genitives(last) or _next_nominal(last)
    clause = clause_head(cue[0])
    if not is_verbal(clause) and child(clause, "cop") is None:
        clause = clause_head(clause.head)
    if not is_verbal(clause) and child(clause, "cop") is None:
        return None
    if entry.mutual and not _is_joint_act(clause):
        return None
    if entry.verbs and not set(verb_forms(clause)) & set(entry.verbs):
        return None
    if entry.owner:
        governed = [g for g in governed if any(f.capitalize() in modal_words()["resistance"] for f in noun_forms(g))]
    targets = ends.all_actors(governed, Reach.OWNER if entry.owner else Reach.ANY)
    if not targets and last.pos_ == "NOUN":
        # "unter dem Beifall von Russland", "gegen seinen Willen", "auf russischen Druck"
        targets = next((found for slot in _WHOSE if (found := ends.slot(last, slot))), [])
    sources = [
        s for s in ends.all_actors(logical_subjects(clause), Reach.ACTOR) if s.actor not in {t.actor for t in targets}
    ]
    if entry.backwards and not sources:
        # "Auf Drängen des Vereins wurde der Minister entlassen."
        sources = ends.all_actors(grammatical_subjects(clause), Reach.ACTOR)
    if not sources or not targets:
        return None
    anchor = clause
    if entry.backwards:
        sources, targets = targets, sources
        # "will das Gesetz gegen den Willen des Vereins beschließen": what is not wanted may be still to come.
        anchor = last if last.pos_ == "NOUN" else clause
    return _deed(entry.act, sources, targets, anchor, (*cue,), "preposition", entry.words, entry.mutual)


def _next_nominal(word: Token) -> list[Token]:
    """The noun after the word, articles and adjectives skipped."""
    for token in word.doc[word.i + 1 : word.sent.end]:
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            return [token]
        if token.pos_ not in ("DET", "ADJ", "NUM"):
            break
    return []


def _predicative(token: Token, entry: PrepositionAct, ends: Ends) -> Deed | None:
    head = token.head
    is_verb = head.head.lemma_ in modal_words()["copula"]
    copula = head.head if is_verb and rel(head) in ("obl", "xcomp", "advmod") else head
    if rel(token) != "case" or (copula.i == head.i and child(head, "cop") is None):
        return None
    if (subject := child(copula, "nsubj")) is None:
        return None
    targets, sources = ends.actors(head), ends.actors(subject, Reach.ACTOR)
    if not sources or not targets:
        return None
    return _deed(entry.act, sources, targets, head, (token,), "predicate", entry.words)


def joint_deeds(token: Token, ends: Ends) -> Iterator[Deed]:
    """ "A und B riefen gemeinsam …", "bei einer gemeinsamen Pressekonferenz": a compound subject acts together."""
    if token.lemma_.lower() not in modal_words()["jointly"] and token.lower_ not in modal_words()["jointly"]:
        return
    if rel(token) == "amod":
        if not _is_joint_work(token.head):
            return
        # "eine gemeinsame Erklärung von A und B"
        doing = ends.all_actors(genitives(token.head) or attached(token.head, "von"), Reach.ACTOR)
        if len({s.actor for s in doing}) > 1:
            yield _jointly(doing, token, token.head)
            return
    clause = clause_head(token)
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    # "zusammen mit" is a preposition's, "zusammen 48 Prozent" a sum.
    if after.lower_ == "mit" or after.pos_ == "NUM" or not is_verbal(clause) or not _is_joint_act(clause):
        return
    sources = ends.all_actors(logical_subjects(clause), Reach.ACTOR)
    if len({s.actor for s in sources}) > 1:
        yield _jointly(sources, token, clause)


def _jointly(sources: list[End], token: Token, anchor: Token) -> Deed:
    return _deed(Act.COOPERATE, sources, [], anchor, (token,), "jointly", token.lemma_, mutual=True)


def _is_joint_act(clause: Token) -> bool:
    """Whether the clause tells an act at all: who sits or travels with somebody does not act with him."""
    state = set(verb_forms(clause)) & modal_words()["state"] or child(clause, "cop") is not None
    return not state and not negated(clause)


def _is_joint_work(noun: Token) -> bool:
    """ "eine gemeinsame Erklärung", but not "die gemeinsame Grenze"."""
    works = modal_words()["joint_work"]
    return any(f in works for form in noun_forms(noun)[:2] for f in compounds(form, _SHORTEST_COMPOUND_HEAD))


def predicate_deeds(token: Token, ends: Ends) -> Iterator[Deed]:
    """ "ist empört über", "enttäuscht von": the subject stands so towards what the slot holds."""
    entries = _entries(token)
    if entries and rel(token) in ("advmod", "xcomp") and is_neutral(token.head, verb_forms(token.head)):
        # "gab sich mit dem Minister zufrieden"
        return
    for entry in entries:
        if entry.target and (deed := attributive_deed(token, entry, ends)) is not None:
            yield deed
            return
        if not entry.target or (subjects := _subjects_of_predicate(token)) == []:
            continue
        for slot in entry.target:
            heads = datives(token) if slot == "dat" else prepositional(token, slot)
            if not heads and rel(token) in ("advmod", "xcomp", "obl"):
                heads = datives(token.head) if slot == "dat" else prepositional(token.head, slot)
            targets, sources = ends.all_actors(heads), ends.all_actors(subjects, Reach.ACTOR)
            if not targets and polarity(entry.act) is Polarity.OPPOSING:
                said = content_subjects(token, slot) or content_subjects(token.head, slot)
                targets = ends.all_actors(said, Reach.ACTOR)
            if targets and sources:
                words = (*children(token, "cop"), token)
                deed = _deed(entry.act, sources, targets, token, words, "predicate", entry.lemma, entry.mutual)
                # "ist mit dem Plan nicht einverstanden"
                unhappy = entry.act is Act.ENDORSE and not entry.mutual
                yield replace(deed, negated=Act.ACCUSE) if unhappy else deed
                return
        if (deed := paired_deed(token, entry, ends.all_actors(subjects, Reach.ACTOR))) is not None:
            yield deed
            return


def judgement_deeds(verb: Token, ends: Ends) -> Iterator[Deed]:
    """ "nannte das Vorgehen des Ministers falsch", "sprach von einer Provokation des Ministers"."""
    if verb.pos_ not in ("VERB", "AUX"):
        return
    forms = verb_forms(verb)
    for frame in _known(judgements(), forms):
        words = introduced(verb, frame.preposition) if frame.preposition else _bare_predicates(verb)
        for word in words:
            if (deed := _judged(verb, word, frame, ends)) is not None:
                yield deed
                return
    for topic in _known(topics(), forms):
        heads = logical_objects(verb) if topic.slot == "obj" else prepositional(verb, topic.slot)
        for head in heads:
            if (deed := _spoken_of(verb, head, topic, ends)) is not None:
                yield deed
                return


def _judged(verb: Token, word: Token, frame: Judgement, ends: Ends) -> Deed | None:
    entry = evaluation(word)
    if entry is None:
        return None
    against = polarity(entry.act) is Polarity.OPPOSING
    if against and negated(word):
        return None
    if frame.judged is None:
        objects = [*logical_objects(verb), *children(word, "obj"), *children(verb, "obl")]
        judged = [h for h in objects if h.i != word.i and not adpositions(h)][:1]
    else:
        judged = prepositional(verb, frame.judged)[:1]
    targets, sources = ends.all_actors(judged), ends.all_actors(logical_subjects(verb))
    if not targets and entry.shames:
        targets = ends.all_actors(attached(word, _FOR))
    if not targets and against and not entry.said and frame.judged is None:
        # "nannte den Prozess eine Inszenierung des Ministers"
        targets = ends.owners(word)
    targets = targets or [t for h in judged for t in recalled(h, ends)]
    known = any(is_known_thing(h) for h in judged) or _points_back(verb, frame.judged)
    if not sources or not (targets or known):
        return None
    deed = _deed(entry.act, sources, targets, verb, (*verb_words(verb), word), "judgement", entry.lemma)
    # "hält den Plan nicht für sinnvoll", but not "sieht ihn nicht als gut, sondern …"
    alone = frame.preposition is not None and len(introduced(verb, frame.preposition)) == 1
    deed = replace(deed, negated=Act.ACCUSE) if not against and (alone or negated(word)) else deed
    return deed if targets else replace(deed, pending=True)


def _points_back(verb: Token, slot: str | None) -> bool:
    """ "sah darin einen Fehler"."""
    return slot is not None and any(pronominal_adverbs().get(c.lower_) == slot for c in verb.children)


def _spoken_of(verb: Token, head: Token, topic: Topic, ends: Ends) -> Deed | None:
    entry = evaluation(head)
    sources = ends.all_actors(logical_subjects(verb)) if entry is not None else []
    if entry is None or not sources or negated(head):
        return None
    targets = [] if entry.said else ends.owners(head)
    if entry.shames and polarity(entry.act) is Polarity.SUPPORTING:
        # "sprach von einem Erfolg für den Minister"
        targets = ends.all_actors(attached(head, _FOR)) or targets
    if not targets and not entry.said and polarity(entry.act) is Polarity.OPPOSING:
        targets = _culprits(verb, head, ends)
    if not targets and not topic.answers:
        return None
    deed = _deed(entry.act, sources, targets, verb, (*verb_words(verb), head), "topic", entry.lemma)
    return deed if targets else replace(deed, pending=True)


def _culprits(verb: Token, topic: Token, ends: Ends) -> list[End]:
    """ "die Gefahr, die eine russische Aggression bedeutet": who does the evil in the clause about the topic."""
    clauses = [*children(topic, "acl"), *(c for c in children(verb, "ccomp", "acl", "advcl") if c.i > topic.i)]
    for noun in (t for clause in clauses for t in subtree(clause)):
        entries = entries_of(noun)
        if any(polarity(e.act) is Polarity.OPPOSING for e in entries) and (owners := ends.owners(noun)):
            return owners
    return []


def _known(lexicon: dict[str, tuple[Frame, ...]], forms: tuple[str, ...]) -> tuple[Frame, ...]:
    return next((lexicon[f] for f in forms if f in lexicon), ())


def evaluation(word: Token) -> Predicate | None:
    """The judgement that a word or one of its attributes makes; "einer der besten Redner" makes that of "besten"."""
    among = genitives(word) if word.lemma_.lower() in modal_words()["one"] else []
    for token in (word, *children(word, "amod", "conj"), *among, *(a for g in among for a in children(g, "amod"))):
        for entry in _entries(token):
            if not entry.target:
                return entry
    return None


def _entries(token: Token) -> tuple[Predicate, ...]:
    lexicon = predicates()
    if token.pos_ not in ("NOUN", "ADJ", "ADV", "VERB", "PROPN", "X"):
        return ()
    for form in noun_forms(token):
        if form in lexicon:
            return lexicon[form]
    if token.pos_ == "NOUN":
        lemma = token.lemma_.lower()
        return next((lexicon[head] for head in compounds(lemma, _SHORTEST_COMPOUND_HEAD) if head in lexicon), ())
    return ()


def _subjects_of_predicate(token: Token) -> list[Token]:
    own = grammatical_subjects(token)
    if own:
        return own
    if rel(token) in ("xcomp", "advmod", "obl", "conj") and is_verbal(token.head):
        return grammatical_subjects(token.head)
    return []


def _bare_predicates(verb: Token) -> list[Token]:
    """What may be the predicate of "nannte … falsch": the last such word without a preposition.

    The parser takes "eine Provokation" behind "das Vorgehen" for a conjunct or an apposition of it.
    """
    near = [c for c in verb.children if rel(c) in ("xcomp", "obj", "advmod", "obl", "nsubj", "ccomp")]
    deeper = [g for c in near for g in c.children] + [h for c in near for g in c.children for h in g.children]
    near += [
        g
        for g in deeper
        if rel(g) in ("appos", "nmod", "flat") and (not children(g, "det") or case_forms(g) == {"Acc"})
    ]
    near += [g for c in near for g in children(c, "conj", "appos") if not children(g, "cc", "punct")]
    near += [g for c in near for g in children(c, "advmod") if g.i > c.i]
    return sorted((c for c in near if not adpositions(c)), key=lambda t: -t.i)


def _deed(
    act: Act,
    sources: list[End],
    targets: list[End],
    anchor: Token,
    cue: tuple[Token, ...],
    rule: str,
    lemma: str,
    mutual: bool = False,
) -> Deed:
    ordered = tuple(sorted(set(cue), key=lambda t: t.i))
    return Deed(act, tuple(sources), tuple(targets), anchor, ordered, rule, lemma, mutual)
