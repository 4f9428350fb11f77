"""The clause behind a reporting verb that says what was said, by the parse and, where that fails, by its words."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.quotes.cues import VerbCue
from kg.extract.quotes.draft import Scene, is_mark
from kg.extract.quotes.inquit import next_word, previous_word
from kg.extract.quotes.mood import clause_subjunctive, finite, is_finite, is_zu_infinitive, subjunctive
from kg.extract.syntax import children, feature, is_relative, rel, subtree
from kg.lexicon.reporting import CLAUSE, INFINITIVE, markers

LONGEST_OPENING = 4
"""Words in front of "dass" or a question word at most ("und zwar, ob", "auf welche Weise")."""
COMPLEMENTS = ("ccomp", "csubj", "xcomp", "parataxis", "obj")
LONG_CLAUSE = 3
"""Words behind the first; in a clause that long the verb at the end means a subordinate clause."""
FARTHEST_COMMA = 15
"""Words to look back for the comma that opens the content."""
CONTENT_RELATIONS = ("ccomp", "csubj", "xcomp", "parataxis", "acl", "advcl", "dep", "conj", "appos", "obj", "nsubj")


@dataclass(frozen=True)
class ContentClause:
    """A clause that says what was said.

    Attributes:
        head: its predicate.
        first: index of its first word.
        form: "clause" or "infinitive".
        marked: opened by "dass", "ob" or a question word.
        subjunctive: its finite verb is a Konjunktiv.
    """

    head: Token
    first: int
    form: str
    marked: bool
    subjunctive: bool


def right_clause(scene: Scene, cue: VerbCue) -> ContentClause | None:
    """The first content clause behind the verb."""
    found: list[ContentClause] = []
    next_verb = next_conjunct(cue)
    for governor in _governors(scene, cue):
        for c in children(governor, *CONTENT_RELATIONS):
            clause = _content_clause(scene, cue, governor, c)
            if clause is not None and clause.first < next_verb:
                found.append(clause)
    best = min(found, key=lambda c: (not c.marked and not c.subjunctive, c.first), default=None)
    if best is not None and (best.marked or best.subjunctive or best.form == INFINITIVE):
        return best
    surface = clause_behind_comma(scene, cue)
    if surface is None or (best is not None and rel(best.head) == "ccomp" and best.first < surface.first):
        return best
    return surface


def next_conjunct(cue: VerbCue) -> int:
    """Where the next clause coordinated with the cue's has its verb: what follows that one is not the cue's."""
    verbs = [c for c in children(cue.head, "conj") if c.i > cue.verb.i and c.pos_ in ("VERB", "AUX") and is_finite(c)]
    return min((c.i for c in verbs if subjunctive(c) is None), default=len(cue.verb.doc))


def clause_behind_comma(scene: Scene, cue: VerbCue) -> ContentClause | None:
    """A content clause by its words alone, where the parse attaches it elsewhere: what opens it, or its Konjunktiv."""
    doc = scene.doc
    last = min(scene.sentence(cue.verb.i)[1], next_conjunct(cue))
    for k in range(cue.verb.i + 1, last):
        if doc[k].text not in (",", ":"):
            continue
        first = next_word(doc, k)
        end = next((j for j in range(first, last + 1) if doc[j].text in (",", ";", ":")), last + 1)
        verb = next((doc[j] for j in range(first, end) if is_finite(doc[j])), None)
        opening = [doc[j] for j in range(first, min(first + LONGEST_OPENING, end))]
        if opening and opening[0].lower_ in markers("declarative"):
            verb = verb or next((doc[j] for j in range(first, last + 1) if is_finite(doc[j])), opening[0])
            head = verb.head if rel(verb) in ("aux", "cop") else verb
            return ContentClause(head, first, CLAUSE, True, subjunctive(verb) is not None)
        if not opening or is_subordinate(opening[0]) or is_relative(opening[0]):
            continue
        if verb is not None and subjunctive(verb) is not None and verb.i > first and _is_second(doc, first, verb.i):
            head = verb.head if rel(verb) in ("aux", "cop") and verb.head.i > k else verb
            return ContentClause(head, first, CLAUSE, False, True)
        infinitive = next((doc[j] for j in range(first, end) if is_zu_infinitive(doc[j])), None)
        if verb is None and infinitive is not None and not _is_purpose(opening[0]):
            return ContentClause(infinitive, first, INFINITIVE, False, False)
    return None


def is_subordinate(token: Token) -> bool:
    return token.pos_ in ("SCONJ", "CCONJ") or rel(token) == "mark"


def _is_second(doc: Doc, first: int, verb: int) -> bool:
    """Whether the verb stands in the second place of its clause, not at its end as in subordinate clauses."""
    after = next_word(doc, verb)
    return (after < len(doc) and not doc[after].is_punct) or first == verb or verb - first <= 3


def _is_purpose(token: Token) -> bool:
    """ "um", "ohne", "anstatt" before an infinitive: no content."""
    return token.lower_ in markers("adverbial infinitive")


def _governors(scene: Scene, cue: VerbCue) -> list[Token]:
    """Words that the content clause may hang on: verb, correlate, the entry's noun, the verb's object."""
    out = [cue.head, cue.verb, *(scene.doc[i] for i in cue.words)]
    out.extend(c for v in (cue.head, cue.verb) for c in children(v, "obj", "obl", "iobj", "xcomp", "nsubj", "advmod"))
    return list(dict.fromkeys(out))


def _content_clause(scene: Scene, cue: VerbCue, governor: Token, head: Token) -> ContentClause | None:
    if head.i in cue.words or head.pos_ == "PUNCT" or (head.i < cue.verb.i and governor.i > cue.verb.i):
        return None
    nucleus = min(i for i in cue.words)
    tree = [t for t in subtree(head) if t.i > nucleus and t.i not in cue.words]
    words = [t for t in tree if not t.is_punct and not t.is_space]
    if not words or head.i < nucleus:
        return None
    first = _first_word(scene, cue, words[0].i)
    opening = [scene.doc[i] for i in range(first, min(first + 3, len(scene.doc)))]
    direct = governor in (cue.head, cue.verb) or governor.i in cue.words
    complementizer = _complementizer(opening)
    if complementizer is not None and _has_finite_verb(head):
        # "wo", "was" and "wie" open relative and adverbial clauses too: those are no complements of the verb.
        sure = complementizer.lower_ in markers("declarative")
        if sure or (direct and rel(head) in COMPLEMENTS):
            return ContentClause(head, first, CLAUSE, True, _subjunctive_within(head))
        return None
    if head.dep_ == "acl:relcl" or _adverbial(head) or not _attached(head, direct):
        return None
    if _is_zu_infinitive(head):
        return ContentClause(head, first, INFINITIVE, False, False)
    verb = finite(head)
    if verb is None or rel(head) == "advcl" or not _is_main_order(scene, verb, first, words[-1].i):
        return None
    return ContentClause(head, first, CLAUSE, False, _subjunctive_within(head))


def _adverbial(head: Token) -> bool:
    """Whether a conjunction other than a complementizer opens the clause ("weil", "um … zu")."""
    return any(c.i < head.i and c.pos_ != "PART" for c in children(head, "mark"))


def _attached(head: Token, direct: bool) -> bool:
    """Whether the clause hangs where content hangs; one that hangs elsewhere must show its Konjunktiv."""
    mood = clause_subjunctive(head)
    if rel(head) in ("conj", "dep", "appos", "obj", "nsubj"):
        return mood == "Pres"
    return direct or mood is not None or _is_zu_infinitive(head)


def _is_main_order(scene: Scene, verb: Token, first: int, last: int) -> bool:
    """Verb-second: the finite verb neither opens the clause nor, in a longer one, closes it as in relative clauses."""
    end = next((i for i in range(first, last + 1) if scene.doc[i].text == ","), last + 1) - 1
    while end > first and (scene.doc[end].is_punct or scene.doc[end].is_space):
        end -= 1
    return verb.i > first and not (verb.i == end and end - first >= LONG_CLAUSE)


def _complementizer(opening: list[Token]) -> Token | None:
    """The word that opens a content clause; "so dass" opens none."""
    words = markers("complementizer")
    for n, t in enumerate(opening):
        before = opening[n - 1] if n else None
        if before is not None and before.lower_ in markers("comment"):
            return None
        if t.lower_ in words and (before is None or before.pos_ in ("ADP", "ADV", "PUNCT", "CCONJ")):
            return t
        if feature(t, "PronType") == "Int" and n <= 1:
            return t
    return None


def _has_finite_verb(head: Token) -> bool:
    return finite(head) is not None or any(is_finite(c) for c in head.children)


def _is_zu_infinitive(head: Token) -> bool:
    if finite(head) is not None:
        return False
    return any(is_zu_infinitive(t) for t in (head, *children(head, "aux", "cop", "xcomp")))


def _subjunctive_within(head: Token) -> bool:
    return any(clause_subjunctive(t) is not None for t in (head, *children(head, "conj")))


def _first_word(scene: Scene, cue: VerbCue, first: int) -> int:
    """Moves the start of the content to the comma or colon that opens it."""
    doc = scene.doc
    low = max((i for i in cue.words if i < first), default=cue.verb.i)
    for i in range(first - 1, max(low, first - FARTHEST_COMMA), -1):
        if doc[i].text in (",", ":"):
            return next_word(doc, i)
    before = previous_word(doc, first)
    return before if before >= 0 and is_mark(doc[before]) and scene.block_of(first) is not None else first
