"""Who speaks and who is spoken to: the phrases around a reporting verb or preposition."""

from spacy.tokens import Token

from kg.extract.quotes.cues import VerbCue
from kg.extract.quotes.draft import Draft, Scene, is_mark, trim
from kg.extract.quotes.mood import is_finite
from kg.extract.syntax import SUBJECTS, child, children, feature, rel, subjects, subtree
from kg.lexicon.reporting import ACCUSATIVE, DATIVE, NOBODY, QUOTED, SUBJECT, markers, noun_of

LONGEST_PHRASE = 40
"""Words; a longer subject is a parse that swallowed its neighbours."""


def noun_phrase(scene: Scene, head: Token, leave: frozenset[str] = frozenset()) -> list[int]:
    """The whole phrase with title and apposition, without its preposition, relative clauses and "auch" in front.

    Args:
        leave: prepositions whose phrases inside do not belong to it.
    """
    skip = {c.i for c in head.children if rel(c) in ("case", "acl", "advcl", "parataxis", "cop", "mark", "expl")}
    behind = [c for c in head.children if c.i > head.i]
    skip.update(c.i for c in behind if rel(c) in ("nsubj", "ccomp", "aux", "obl", "advmod", "det"))
    skip.update(c.i for c in head.children if c.i < head.i and rel(c) == "advmod")
    skip.update(c.i for c in head.children if any(g.lower_ in leave for g in children(c, "case")))
    for part in children(head, "conj", "appos", "nmod", "flat"):
        skip.update(c.i for c in part.children if rel(c) in ("acl", "advcl", "parataxis", "ccomp"))
        skip.update(c.i for c in part.children if any(g.lower_ in leave for g in children(c, "case")))
    if head.pos_ in ("NOUN", "PROPN", "PRON"):
        skip.update(c.i for c in head.children if rel(c) == "conj" and c.pos_ in ("VERB", "AUX"))
    first, last = scene.sentence(head.i)
    words = [t.i for t in subtree(head, frozenset(skip)) if first <= t.i <= last]
    kept = trim(scene.doc, _around(words, head.i, scene))
    return kept if 0 < len(kept) <= LONGEST_PHRASE else [head.i]


def _around(words: list[int], head: int, scene: Scene) -> list[int]:
    """The stretch without gaps around the head; punctuation and marks fill a gap."""
    at = words.index(head)
    lo = hi = at
    while lo > 0 and _adjacent(scene, words[lo - 1], words[lo]):
        lo -= 1
    while hi + 1 < len(words) and _adjacent(scene, words[hi], words[hi + 1]):
        hi += 1
    return list(range(words[lo], words[hi] + 1))


def _adjacent(scene: Scene, a: int, b: int) -> bool:
    return all(scene.doc[i].is_punct or scene.doc[i].is_space for i in range(a + 1, b))


def set_speaker(scene: Scene, draft: Draft, cue: VerbCue) -> None:
    """Puts the cue's speaker into the draft; passives and impersonal cues have none, or the agent."""
    place = cue.entry.speaker
    if place == NOBODY:
        return
    if place == QUOTED:
        head = _quoted_person(cue) or _subject(scene, cue)
    elif cue.passive:
        head = _agent(cue) or _document(cue)
    elif place == SUBJECT:
        head = _subject(scene, cue)
    else:
        head = _oblique(cue, tuple(place.split()))
        draft.speaker_from_before = head is None
        if head is not None:
            put_speaker(scene, draft, head)
            return
    if head is None or head.lower_ in markers("impersonal"):
        return
    put_speaker(scene, draft, head)


def confine_speaker(scene: Scene, draft: Draft, first: int, last: int) -> None:
    """The speaker of an inserted clause (", wie X mitteilte") stands in it, wherever the parse looks for a subject."""
    if draft.speaker_head is not None and first <= draft.speaker_head <= last:
        return
    for i in range(first, last + 1):
        token = scene.doc[i]
        nominal = token.pos_ in ("NOUN", "PROPN", "PRON") and token.head.pos_ not in ("NOUN", "PROPN")
        if not nominal or not _may_speak(token) or _is_dative(token):
            continue
        if token.lower_ not in markers("reflexive", "impersonal"):
            put_speaker(scene, draft, token)
            draft.speaker = [j for j in draft.speaker if first <= j <= last]
            return


def put_speaker(scene: Scene, draft: Draft, head: Token) -> None:
    draft.speaker = noun_phrase(scene, head, markers("addressee"))
    draft.speaker_head = head.i


def _quoted_person(cue: VerbCue) -> Token | None:
    """Who is quoted: the object of "zitieren", or its subject in the passive."""
    for verb in dict.fromkeys((cue.verb, cue.head)):
        for c in verb.children:
            place = rel(c) == "nsubj" if cue.passive else rel(c) == "obj" or c.dep_ in ("iobj", "obl:arg")
            if place and c.pos_ in ("NOUN", "PROPN", "PRON"):
                return c
    return None


def _subject(scene: Scene, cue: VerbCue) -> Token | None:
    disagreeing: list[Token] = []
    for verb in dict.fromkeys((cue.head, cue.verb)):
        speaking = [s for s in subjects(verb) if s.dep_ != "nsubj:pass" and _may_speak(s)]
        found = [s for s in speaking if _agrees(cue, s)]
        disagreeing += [s for s in speaking if s not in found]
        near = [s for s in found if feature(s, "Case") in (None, "Nom")] or found
        if near:
            best = min(near, key=lambda s: abs(s.i - cue.verb.i))
            return best if scene.cast.of(best) is not None else _actor_beside(scene, cue, verb, best) or best
    return _governor_subject(cue.head) or _beside(scene, cue) or next(iter(disagreeing), None)


def _actor_beside(scene: Scene, cue: VerbCue, verb: Token, subject: Token) -> Token | None:
    """Where the parse makes a thing the subject and an actor the object, they are exchanged ("Fehler räumte X ein")."""
    if subject.pos_ != "NOUN":
        return None
    for c in children(verb, "obj", "nsubj"):
        if (
            c.i != subject.i
            and scene.cast.of(c) is not None
            and _may_speak(c)
            and not _is_dative(c)
            and _agrees(cue, c)
        ):
            return c if ACCUSATIVE not in cue.entry.addressee else None
    return None


def _may_speak(token: Token) -> bool:
    if _is_clause(token) or child(token, "case") is not None or token.pos_ in ("ADJ", "NUM", "ADV"):
        return False
    return token.lower_ not in markers("pointer")


def _agrees(cue: VerbCue, subject: Token) -> bool:
    """Whether verb and subject have the same number, as far as the parse knows."""
    verb = next((cue.verb.doc[i] for i in cue.words if is_finite(cue.verb.doc[i])), None)
    number = None if verb is None else feature(verb, "Number")
    own = feature(subject, "Number")
    return number is None or own is None or number == own or child(subject, "conj") is not None


def _beside(scene: Scene, cue: VerbCue) -> Token | None:
    """Where the parse has no subject: the noun phrase right behind the verb, else the one that opens the clause."""
    doc = scene.doc
    first, last = scene.sentence(cue.verb.i)
    verb = next((i for i in cue.words if is_finite(doc[i])), cue.verb.i)
    for i in range(verb + 1, min(verb + 7, last + 1)):
        if is_mark(doc[i]):
            continue
        if doc[i].is_punct or doc[i].pos_ == "ADP":
            break
        if doc[i].pos_ in ("NOUN", "PROPN", "PRON") and doc[i].lower_ not in markers("reflexive"):
            return doc[i] if _may_speak(doc[i]) and not _is_dative(doc[i]) else None
    at = verb - 1
    while at >= first and not doc[at].is_punct:
        at -= 1
    phrase = [doc[i] for i in range(at + 1, verb)]
    if not phrase or phrase[0].pos_ in ("ADP", "SCONJ", "ADV"):
        return None
    return next((t for t in phrase if t.pos_ in ("NOUN", "PROPN", "PRON") and _may_speak(t)), None)


def _governor_subject(head: Token) -> Token | None:
    """Of an infinitive or participle without a subject: the subject of the clause that governs it."""
    t = head
    for _ in range(3):
        if t.head.i == t.i or rel(t) not in ("advcl", "xcomp", "conj", "ccomp"):
            return None
        if rel(t) == "ccomp" and feature(t, "VerbForm") != "Inf":
            return None
        t = t.head
        own = [c for c in t.children if c.dep_ in SUBJECTS and rel(c) == "nsubj"]
        if own:
            return own[0]
    return None


def _is_clause(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and child(token, "det") is None


def _agent(cue: VerbCue) -> Token | None:
    for verb in (cue.verb, cue.head):
        for c in verb.children:
            if c.dep_ == "obl:agent" or (rel(c) in ("obl", "nmod") and _has_case(c, markers("source"))):
                return c
    return None


def _document(cue: VerbCue) -> Token | None:
    """The document in which something is said: "In der Mitteilung wird gefordert, …"."""
    for verb in dict.fromkeys((cue.verb, cue.head)):
        for c in children(verb, "obl", "nmod"):
            noun = noun_of(c.lemma_) if c.pos_ == "NOUN" else None
            if noun is not None and "document" in noun.roles and _has_case(c, markers("container")):
                return c
    return None


def _oblique(cue: VerbCue, places: tuple[str, ...]) -> Token | None:
    for verb in (cue.verb, cue.head):
        for c in children(verb, "obl", "nmod", "advmod"):
            if any(g.lower_ in places for g in children(c, "case")):
                return c
    return None


def _has_case(token: Token, words: frozenset[str]) -> bool:
    return any(g.lower_ in words for g in children(token, "case"))


def set_addressee(scene: Scene, draft: Draft, cue: VerbCue) -> None:
    """Puts the one spoken to into the draft, where the entry says that the cue has one."""
    for place in cue.entry.addressee:
        head = _addressee(scene, cue, place, draft.speaker_head)
        if head is None or head.i in draft.content or head.lower_ in markers("reflexive"):
            continue
        draft.addressee = trim(scene.doc, (i for i in noun_phrase(scene, head) if i not in draft.content))
        draft.addressee_head = head.i
        return


def _addressee(scene: Scene, cue: VerbCue, place: str, subject: int | None) -> Token | None:
    for verb in dict.fromkeys((cue.verb, cue.head)):
        for c in verb.children:
            if c.pos_ not in ("NOUN", "PROPN", "PRON") or c.i in cue.words:
                continue
            bare = child(c, "case") is None and min(t.i for t in c.subtree) <= c.i and c.left_edge.pos_ != "ADP"
            if place == DATIVE and bare and c.i != subject and (_is_dative(c) or _is_person_object(scene, c)):
                return c
            if place == DATIVE and cue.passive and rel(c) == "nsubj" and scene.cast.of(c) is not None:
                return c
            if place == ACCUSATIVE and bare and _is_accusative(c, cue.passive):
                return c
            if place in (DATIVE, ACCUSATIVE):
                continue
            if rel(c) in ("obl", "nmod", "obj") and _has_case(c, frozenset({place})):
                return c
    return None


def _is_dative(token: Token) -> bool:
    if token.dep_ in ("iobj", "obl:arg"):
        return True
    if rel(token) not in ("obl", "obj") or token.dep_ == "obl:tmod":
        return False
    return any(feature(t, "Case") == "Dat" for t in (token, *children(token, "det", "amod")))


def _is_person_object(scene: Scene, token: Token) -> bool:
    """A bare object that is an actor: a name shows no case ("warf Obama vor")."""
    return rel(token) == "obj" and token.pos_ == "PROPN" and scene.cast.of(token) is not None


def _is_accusative(token: Token, passive: bool) -> bool:
    if passive:
        return rel(token) == "nsubj"
    return rel(token) in ("obj", "iobj") or token.dep_ == "obl:arg"
