"""Reported speech: a clause tells that something was said and about what, without rendering it."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.quotes.cues import VerbCue, is_ahead, own_words
from kg.extract.quotes.direct import BEHIND_COLON
from kg.extract.quotes.draft import Block, Draft, Scene, is_mark, trim
from kg.extract.quotes.mood import is_finite, subjunctive
from kg.extract.quotes.nesting import is_name
from kg.extract.quotes.speaker import confine_speaker, set_addressee, set_speaker
from kg.extract.syntax import child, children, feature, rel
from kg.facts import QuotationKind
from kg.lexicon.people import group, role
from kg.lexicon.reporting import DATIVE, OBJECT, markers, names_voice, noun_of

SOURCES_AROUND = ("preposition + source", "wie + verb", "so + speaker")
"""Rules whose content may be a clause in which somebody else says something: both are quotations."""


JUDGING = "assessment"
"""The act of verbs like "nennen" and "bezeichnen": what they put in quotation marks is the judgement."""


def find_quoted_phrases(scene: Scene, cues: list[VerbCue], found: list[Draft]) -> Iterator[Draft]:
    """Phrases in quotation marks that are what a verb names: "bezeichnete den Plan als „absurd“"."""
    # A cue may have a quoted phrase and speech behind a colon: "nannte das „dumm“: „Wir …“".
    used = {i for d in found if d.rule != BEHIND_COLON for i in d.cue}
    claimed = {i for d in found if d.kind is QuotationKind.DIRECT for i in d.content}
    for cue in cues:
        if cue.verb.i in used:
            continue
        block = _quoted(scene, _nominal_content(cue), cue)
        if block is None or block.first in claimed or not _told_by_author(scene, cue, found):
            continue
        if any(set(block.words) <= set(d.content) and d.rule in SOURCES_AROUND for d in found):
            continue
        draft = _direct(scene, cue, block)
        set_speaker(scene, draft, cue)
        if draft.speaker_head is None:
            continue
        set_addressee(scene, draft, cue)
        claimed.update(draft.content)
        yield draft


def find_reported(scene: Scene, cues: list[VerbCue], found: list[Draft]) -> Iterator[Draft]:
    """Clauses of reporting verbs whose content is a noun phrase, where no other quotation uses the verb."""
    used = {i for d in found for i in d.cue}
    claimed: set[int] = set()
    for cue in cues:
        if cue.verb.i in used or cue.verb.i in claimed or _nominal_content(cue) is None:
            continue
        if not _told_by_author(scene, cue, found):
            continue
        draft = _clause(scene, cue)
        set_speaker(scene, draft, cue)
        if draft.speaker_head is None or not _may_speak(scene, draft.speaker_head):
            continue
        set_addressee(scene, draft, cue)
        draft.only_source = not _tells_words(scene, cue, draft)
        claimed.update(draft.content)
        yield draft


AROUND_ALL = "verb behind content"
"""The rule whose content is the whole sentence before the cue."""


def _may_speak(scene: Scene, head: int) -> bool:
    """Whether somebody is named who can: an actor, a document ("die Studie"), people or a body ("Beobachter")."""
    token = scene.doc[head]
    if scene.cast.of(token) is not None:
        return True
    noun = noun_of(token.lemma_)
    if noun is not None and "document" in noun.roles:
        return True
    people = role(token.text) is not None or group(token.text) is not None
    return token.pos_ == "NOUN" and (people or names_voice(token.lemma_))


def find_told_inside(scene: Scene, cues: list[VerbCue], found: list[Draft]) -> Iterator[Draft]:
    """The minister inside the ministry's statement: somebody else's speech told inside indirect speech."""
    for cue in cues:
        around = [d for d in found if cue.verb.i in d.content and d.kind is QuotationKind.INDIRECT and d.speaker_head]
        if not around or cue.verb.i in {i for d in found for i in d.cue}:
            continue
        outer = min(around, key=lambda d: len(d.content))
        if outer.rule != AROUND_ALL or _nominal_content(cue) is None or cue.passive:
            continue
        draft = _clause(scene, cue)
        draft.content = [i for i in draft.content if i in outer.content]
        set_speaker(scene, draft, cue)
        if draft.speaker_head is None or draft.speaker_head not in draft.content:
            draft.speaker_head = None
            confine_speaker(scene, draft, outer.start, cue.verb.i - 1)
        if draft.speaker_head is None or outer.speaker_head is None or not draft.content:
            continue
        inner, other = (scene.cast.of(scene.doc[h]) for h in (draft.speaker_head, outer.speaker_head))
        if inner is not None and other is not None and inner != other and not cue.entry.weak:
            draft.rule, draft.rank, draft.parent = "verb inside indirect speech", 0.5, outer
            yield draft


def _told_by_author(scene: Scene, cue: VerbCue, found: list[Draft]) -> bool:
    """Whether the clause is finite, in the indicative, not denied, and not itself part of somebody's words."""
    doc = scene.doc
    verbs = [doc[i] for i in cue.words if is_finite(doc[i])]
    if not verbs or any(subjunctive(v) for v in verbs):
        return False
    if any(feature(c, "Polarity") == "Neg" for v in (cue.verb, cue.head) for c in v.children if c.pos_ == "PART"):
        return False
    around = [d for d in found if cue.verb.i in d.content and d.rule not in SOURCES_AROUND]
    return not around and scene.block_of(cue.verb.i) is None


def _tells_words(scene: Scene, cue: VerbCue, draft: Draft) -> bool:
    """Whether the clause tells what was said rather than an act, or in passing one that came earlier."""
    if rel(cue.head) in ("acl", "advcl") or is_ahead(cue):
        return False
    if any(b.first in draft.content and not is_name(scene, b) for b in scene.blocks):
        return True
    phrases = [o for v in (cue.verb, cue.head) for o in v.children]
    if any(_is_utterance(o) for o in phrases):
        return True
    worded = any(c.lower_ in cue.entry.prepositions for o in phrases for c in children(o, "case"))
    if _answers_words(cue):
        return False
    return not cue.entry.act_alone and (worded or not _looks_back(cue))


def _answers_words(cue: VerbCue) -> bool:
    """ "bezweifelte das Dementi": the content is what somebody else has said, not what is said about it."""
    noun = _nominal_content(cue)
    return noun is not None and noun.pos_ == "NOUN" and child(noun, "case") is None and noun_of(noun.lemma_) is not None


def _is_utterance(phrase: Token) -> bool:
    """ "in ihrer Antwort": the act is done by what stands there."""
    inside = any(c.lower_ in markers("container") for c in children(phrase, "case"))
    return inside and phrase.pos_ == "NOUN" and noun_of(phrase.lemma_) is not None


def _looks_back(cue: VerbCue) -> bool:
    """ "hatte kritisiert": a pluperfect tells what came before the article's news."""
    doc = cue.verb.doc
    if cue.passive or feature(cue.verb, "VerbForm") != "Part":
        return False
    return any(is_finite(doc[i]) and feature(doc[i], "Tense") == "Past" for i in cue.words if i != cue.verb.i)


def _nominal_content(cue: VerbCue) -> Token | None:
    """The noun phrase that says what was spoken about."""
    places = cue.entry.content
    for verb in dict.fromkeys((cue.verb, cue.head)):
        for c in verb.children:
            if c.i in cue.words or c.pos_ == "PUNCT" or c.lower_ in markers("reflexive"):
                continue
            preposition = next((g.lower_ for g in children(c, "case")), None)
            if preposition is None and rel(c) == "mark":
                continue
            if preposition is not None and _fits(preposition, cue.entry.prepositions):
                return c
            if preposition is None and OBJECT in places and _is_object(c, cue.passive):
                return c
            if (
                preposition is None
                and DATIVE in places
                and feature(c, "Case") == "Dat"
                and rel(c) in ("obl", "obj", "iobj")
            ):
                return c
    return _deeper(cue)


def _deeper(cue: VerbCue) -> Token | None:
    """The phrase of one of the entry's prepositions, wherever the parse hung it inside the clause ("als fatal")."""
    inside = [t for t in own_words(cue.head) if t.i not in cue.words]
    subject = {t.i for c in cue.head.children if rel(c) == "nsubj" for t in c.subtree}
    for t in inside:
        if (
            t.i not in subject
            and _fits(t.lower_, cue.entry.prepositions)
            and t.pos_ in ("ADP", "CCONJ", "SCONJ", "ADV")
        ):
            after = cue.verb.doc[min(t.i + 1, len(cue.verb.doc) - 1)]
            return t.head if t.head.i > t.i and t.head.i != cue.verb.i else after
    return None


def _fits(preposition: str, prepositions: tuple[str, ...]) -> bool:
    return any(preposition == p or preposition in (p + "m", p + "s", p + "r", p[:-1] + "m") for p in prepositions)


def _is_object(token: Token, passive: bool) -> bool:
    if passive:
        return token.dep_ == "nsubj:pass"
    return rel(token) == "obj" and token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "X")


def _quoted(scene: Scene, noun: Token | None, cue: VerbCue) -> Block | None:
    """A quoted phrase that is the content itself, or the rest of it behind its article; of "nannte X „…“" the last."""
    first, last = scene.sentence(cue.verb.i)
    for block in scene.blocks:
        if block.depth or not first < block.first <= last or _beyond_relative(cue, block):
            continue
        inside = block.first > cue.verb.i or any(t.i == block.first for t in _own_clause(cue))
        if cue.entry.act == JUDGING and inside and not is_name(scene, block):
            return block
        before = scene.doc[block.first - 1]
        if before.i > cue.verb.i and _fits(before.lower_, cue.entry.prepositions):
            return block
        if noun is not None and noun.i in block:
            before = scene.doc[block.first - 1]
            if before.head.i in block or rel(before) in ("case", "det") or before.i in cue.words or is_mark(before):
                return block
    return None


def _beyond_relative(cue: VerbCue, block: Block) -> bool:
    """Whether the cue is the verb of a relative clause, which it ends: "X, der das sah, nannte es „…“"."""
    return cue.head.dep_ == "acl:relcl" and block.first > cue.verb.i


def _own_clause(cue: VerbCue) -> Iterator[Token]:
    """Words of a relative clause, whose verb stands at its end ("der das als „Sieg“ sieht")."""
    yield from cue.head.subtree if rel(cue.head) == "acl" else ()


def _direct(scene: Scene, cue: VerbCue, block: Block) -> Draft:
    doc = scene.doc
    first, last = scene.sentence(cue.verb.i)
    frame = [i for i in range(first, last + 1) if i not in block]
    while frame and (doc[frame[-1]].is_space or doc[frame[-1]].text in ".!?…"):
        frame.pop()
    preposition = [c.i for t in doc[block.first : block.last + 1] for c in children(t, "case") if c.i not in block]
    draft = Draft(QuotationKind.DIRECT, list(block.words), "verb + quoted phrase", 0.6, frame=frame)
    before = [
        i for i in (block.first - 1, block.first - 2) if i > first and _fits(doc[i].lower_, cue.entry.prepositions)
    ]
    draft.cue = sorted({*cue.words, *preposition, *before})
    draft.entry, draft.cue_lemma = cue.entry, cue.entry.lemma
    return draft


def _clause(scene: Scene, cue: VerbCue) -> Draft:
    """The whole clause with its full stop; of a coordinated or subordinate clause only that one."""
    doc = scene.doc
    words = [i for i in _clause_range(scene, cue.head, cue.verb) if not doc[i].is_space]
    draft = Draft(QuotationKind.REPORTED, words, "verb + noun phrase", 0.5)
    draft.entry, draft.cue_lemma = cue.entry, cue.entry.lemma
    return draft


def _clause_range(scene: Scene, head: Token, verb: Token) -> range:
    """The words of the clause that a predicate heads, `verb` its reporting or modal verb."""
    doc = scene.doc
    first, last = scene.sentence(verb.i)
    own = [t.i for t in head.subtree if first <= t.i <= last]
    if rel(head) in ("acl", "advcl") and own and own[0] > first:
        while own[0] < own[-1] and doc[own[0]].is_punct:
            own.pop(0)
        return range(own[0], own[-1] + 1)
    if rel(head) == "conj" and head.head.pos_ in ("VERB", "AUX") and any(rel(c) == "nsubj" for c in head.children):
        start = own[0]
        while start < verb.i and (doc[start].is_punct or doc[start].pos_ == "CCONJ"):
            start += 1
        return range(start, last + 1)
    later = [c for c in children(head, "conj") if c.i > verb.i and any(rel(s) == "nsubj" for s in c.children)]
    later = [c for c in later if c.pos_ in ("VERB", "AUX")]
    if later:
        last = min(t.i for t in later[0].subtree) - 1
    return range(first, max(last, verb.i) + 1)


def find_subordinate(scene: Scene, cues: list[VerbCue], found: list[Draft]) -> Iterator[Draft]:
    """Indirect speech in a relative or causal clause: "kritisierte die Gewalt, die besonders häufig auftrete"."""
    doc = scene.doc
    used = {i for d in found for i in (*d.cue, *d.content)}
    for cue in cues:
        verb = next((doc[i] for i in cue.words if is_finite(doc[i])), None)
        if cue.verb.i in used or cue.passive or verb is None or subjunctive(verb) is not None:
            continue
        first, last = scene.sentence(cue.verb.i)
        clause = _in_present_subjunctive(scene, cue, last)
        if clause is None:
            continue
        words = trim(doc, range(clause, last + 1))
        if not words:
            continue
        frame = list(range(first, words[0]))
        draft = Draft(QuotationKind.INDIRECT, words, "verb + subordinate Konjunktiv", 0.6, frame=frame)
        draft.cue, draft.entry, draft.cue_lemma = list(cue.words), cue.entry, cue.entry.lemma
        set_speaker(scene, draft, cue)
        set_addressee(scene, draft, cue)
        if draft.speaker:
            yield draft


def _in_present_subjunctive(scene: Scene, cue: VerbCue, last: int) -> int | None:
    """First word of the last clause behind the cue that ends in a Konjunktiv I."""
    doc = scene.doc
    verb = next((i for i in range(last, cue.verb.i, -1) if is_finite(doc[i])), None)
    if verb is None or subjunctive(doc[verb]) != "Pres":
        return None
    comma = next((i for i in range(verb, cue.verb.i, -1) if doc[i].text == ","), None)
    return None if comma is None else comma + 1
