"""Who speaks and who is spoken to: the phrases around a reporting verb or preposition."""

from spacy.tokens import Token

from kg.extract.quotes.cues import VerbCue
from kg.extract.quotes.draft import Draft, Scene, is_mark, trim
from kg.extract.quotes.mood import is_finite
from kg.extract.syntax import SUBJECTS, child, children, feature, is_relative, rel, subjects, subtree
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
    while kept and kept[-1] > head.i and scene.doc[kept[-1]].pos_ == "ADV":
        kept = trim(scene.doc, kept[:-1])
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
        asked = markers("source") & set(cue.entry.addressee)
        head = (None if asked else _agent(cue)) or _document(cue)
    elif place == SUBJECT:
        head = _subject(scene, cue)
    else:
        head = _oblique(cue, tuple(place.split()))
        draft.speaker_from_before = head is None
        if head is not None:
            put_speaker(scene, draft, head)
            return
    if head is None or (head.lower_ in markers("impersonal") and scene.cast.of(head) is None):
        return
    put_speaker(scene, draft, head)
    if not cue.passive:
        taken = {*cue.entry.addressee, *cue.entry.prepositions}
        draft.speaker = _in_front(scene, with_origin(scene, draft.speaker, frozenset(taken)))


def _in_front(scene: Scene, words: list[int]) -> list[int]:
    """All of the phrase that opens a main clause: only one stands before the verb, wherever the parse hung it."""
    doc = scene.doc
    first, last = scene.sentence(words[0])
    if words[0] != first:
        return words
    verb = next((i for i in range(words[-1] + 1, last + 1) if is_finite(doc[i])), first)
    between = range(words[-1] + 1, verb)
    if not between or doc[between[0]].pos_ not in ("ADP", "DET", "ADJ", "NOUN", "PROPN"):
        return words
    if any(doc[i].is_punct or doc[i].dep_ == "mark" or doc[i].pos_ in ("ADV", "VERB", "PRON") for i in between):
        return words
    if doc[between[-1]].pos_ == "DET":
        return words  # "Holm seinerseits sagte"
    return [*words, *between]


def with_origin(scene: Scene, words: list[int], taken: frozenset[str] = frozenset()) -> list[int]:
    """Adds where somebody belongs to, wherever the parse hung it ("Karl Maier [vom Sender XY]").

    Args:
        taken: prepositions that stand before the content or the one spoken to ("sprach Karl Maier von dem Sender").
    """
    doc = scene.doc
    at = words[-1] + 1
    if at >= len(doc) or doc[at].lower_ not in markers("origin") or taken & {doc[at].lower_, doc[at].lemma_}:
        return words
    body = doc[at].head
    if body.i <= at or body.pos_ == "PRON" or not (body.pos_ == "PROPN" or scene.cast.of(body) is not None):
        return words
    behind = noun_phrase(scene, body)
    return [*words, *range(at, behind[-1] + 1)] if behind[0] == at + 1 else words


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


def speaker_behind(scene: Scene, draft: Draft, verb: int, last: int) -> None:
    """The speaker right behind a verb whose object stands before it, whatever case the parse sees ("Das sagte X")."""
    for token in scene.doc[verb + 1 : last + 1]:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.lower_ not in markers("reflexive", "impersonal"):
            if _may_speak(token):
                put_speaker(scene, draft, token)
            return
        if token.pos_ not in ("DET", "ADJ") and not is_mark(token):
            return


def put_speaker(scene: Scene, draft: Draft, head: Token) -> None:
    head = _name_behind(scene, head)
    words = noun_phrase(scene, head, markers("addressee"))
    draft.speaker = _with_title(scene, head, words)
    draft.speaker_head = head.i


def _name_behind(scene: Scene, title: Token) -> Token:
    """The name right behind where the parse made two subjects of title and name ("rechnet Dr. | Maier")."""
    if rel(title) != "nsubj" or title.pos_ not in ("NOUN", "PROPN"):
        return title
    after = next((t for t in scene.doc[title.i + 1 : title.i + 3] if not t.is_space), title)
    twin = after.pos_ == "PROPN" and rel(after) == "nsubj" and after.head.i == title.head.i
    return after if twin else title


def _with_title(scene: Scene, name: Token, words: list[int]) -> list[int]:
    """Adds the title right before a name where the parse made two subjects of them ("Minister | Karl Maier sagte")."""
    if name.pos_ != "PROPN" or rel(name) != "nsubj":
        return words
    for c in children(name.head, "nsubj"):
        title = noun_phrase(scene, c) if c.i < words[0] and c.pos_ == "NOUN" else []
        between = scene.doc[title[-1] + 1 : words[0]] if title else ()
        if title and all(t.text == "," or t.is_space for t in between):
            return list(range(title[0], words[-1] + 1))
    return words


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
    relative = is_relative(token) or token.head.dep_ == "acl:relcl"
    return token.lower_ not in markers("pointer") or relative


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
            dative = _is_dative(doc[i]) and not _has_nominative(doc[i])
            return doc[i] if _may_speak(doc[i]) and not dative else None
    at = verb - 1
    while at >= first and not doc[at].is_punct:
        at -= 1
    phrase = [doc[i] for i in range(at + 1, verb)]
    if not phrase or phrase[0].pos_ in ("ADP", "SCONJ", "ADV", "VERB", "AUX", "CCONJ"):
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
    """Whom a passive names as the one who speaks: with a preposition ("von X", "seitens"), never a bare dative."""
    for verb in (cue.verb, cue.head):
        for c in verb.children:
            governed = child(c, "case") is not None and not _has_case(c, markers("preposition"))
            if (c.dep_ == "obl:agent" and governed) or (rel(c) in ("obl", "nmod") and _has_case(c, markers("source"))):
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
    """Puts the one spoken to into the draft: introduced as such, where the entry says, or in an interview."""
    speaker = draft.speaker_head
    introduced = (_addressee(scene, cue, place, speaker) for place in sorted(markers("addressee")))
    governed = (_addressee(scene, cue, place, speaker) for place in cue.entry.addressee)
    for head in (*introduced, *governed, _partner(scene, cue, speaker)):
        if head is None or head.i in draft.content or head.i == speaker or head.lower_ in markers("reflexive"):
            continue
        draft.addressee = trim(scene.doc, (i for i in noun_phrase(scene, head) if i not in draft.content))
        draft.addressee_head = head.i
        return


def _partner(scene: Scene, cue: VerbCue, speaker: int | None) -> Token | None:
    """Whom somebody else talks with: "sagte in einem Interview mit der Zeitung"."""
    own = None if speaker is None else scene.cast.of(scene.doc[speaker])
    for verb in dict.fromkeys((cue.verb, cue.head)):
        phrases = [c for c in verb.children if rel(c) in ("obl", "nmod", "nsubj", "advmod")]
        for c in (*phrases, *(d for p in phrases for d in children(p, "nmod"))):
            noun = noun_of(c.lemma_) if c.pos_ == "NOUN" else None
            if noun is not None and "conversation" in noun.roles:
                partners = (d for d in children(c, "nmod") if _has_case(d, markers("partner")))
                return next((d for d in partners if own is None or scene.cast.of(d) != own), None)
    return None


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
            introduced = rel(c) == "nsubj" and place in markers("addressee")
            around = (c, *children(c, "nmod")) if introduced else (c,)
            for noun in around:
                spoken_to = rel(noun) in ("obl", "nmod", "obj") and _has_case(noun, frozenset({place}))
                if spoken_to and _fits(scene, noun, cue):
                    return noun
    return None


def _fits(scene: Scene, noun: Token, cue: VerbCue) -> bool:
    """With "zu" only an actor behind the verb is spoken to ("sagte zur Zeitung", not "sagte zu den Plänen")."""
    if not _has_case(noun, markers("doubtful addressee")):
        return True
    return noun.i > cue.verb.i and (noun.pos_ == "PROPN" or scene.cast.of(noun) is not None)


def _is_dative(token: Token) -> bool:
    if token.dep_ in ("iobj", "obl:arg"):
        return True
    if rel(token) not in ("obl", "obj") or token.dep_ == "obl:tmod":
        return False
    return any(feature(t, "Case") == "Dat" for t in (token, *children(token, "det", "amod")))


def _has_nominative(token: Token) -> bool:
    """Whether the article shows it, wherever the parse hung the phrase: "Dies bestätigte [der Verband]"."""
    return feature(token, "Gender") == "Masc" and any(feature(t, "Case") == "Nom" for t in children(token, "det"))


def _is_person_object(scene: Scene, token: Token) -> bool:
    """A bare object that is an actor: a name shows no case ("warf Obama vor")."""
    return rel(token) == "obj" and token.pos_ == "PROPN" and scene.cast.of(token) is not None


def _is_accusative(token: Token, passive: bool) -> bool:
    if passive:
        return rel(token) == "nsubj"
    return rel(token) in ("obj", "iobj") or token.dep_ == "obl:arg"
