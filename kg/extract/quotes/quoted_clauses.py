"""Quoted words that no reporting clause claims: a clause set into the author's sentence, a slogan, a judgement."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.quotes.draft import Block, Draft, Scene, is_mark
from kg.extract.quotes.inquit import previous_word
from kg.extract.quotes.mood import is_finite
from kg.extract.quotes.speaker import put_speaker
from kg.extract.syntax import child, children, feature, rel
from kg.facts import QuotationKind
from kg.lexicon.reporting import markers, noun_of

NO_CUE = "quotation marks, no cue"
SHORTEST = 3
"""Words between the marks; fewer are a name or a term, verb or not."""
LONG = 5
"""Words between the marks that no name in lower case has, verb or not."""
NEAR = 4
"""Words from the noun of speech to the "wie" that names an example of it."""
BESIDE = 3
"""Words between two quotations of one enumeration at most, marks and "und" among them."""


def find_quoted_clauses(scene: Scene, found: list[Draft]) -> Iterator[Draft]:
    """Direct quotations that no strategy before has claimed, if the words between the marks cannot be a name."""
    taken = {i for d in found for i in d.content}
    last: Draft | None = None
    for block in scene.blocks:
        if block.depth or taken & set(block.words):
            continue
        before = _enumerated(scene, block, found, last)
        judge = _judge(scene, block)
        clause = _has_verb(scene, block) and (before or _is_set_in(scene, block))
        if judge is None and not clause and not _is_long(scene, block):
            continue
        draft = Draft(QuotationKind.DIRECT, list(block.words), NO_CUE, 0.6)
        speaker = judge or _subject_around(scene, block)
        if before is not None:
            draft.take_roles(before)
            draft.take_cue(before)
        elif speaker is not None:
            put_speaker(scene, draft, speaker)
        last = draft
        yield draft


def has_clause(scene: Scene, block: Block) -> bool:
    """Whether the quoted words are a clause, and so no name: "mit der Parole „Wir gehen nicht“"."""
    return any(is_finite(t) for t in _inner(scene, block)) and len(_inner(scene, block)) >= SHORTEST


def _inner(scene: Scene, block: Block) -> list[Token]:
    words = (scene.doc[i] for i in block.words)
    return [t for t in words if not is_mark(t) and not t.is_punct and not t.is_space]


def _is_long(scene: Scene, block: Block) -> bool:
    """Whether many words are set into the author's sentence, whatever they are."""
    inner = _inner(scene, block)
    return len(inner) >= LONG and inner[0].text[:1].islower() and inner[0].pos_ != "NUM"


def _has_verb(scene: Scene, block: Block) -> bool:
    inner = _inner(scene, block)
    verbs = [t for t in inner if t.pos_ in ("VERB", "AUX") and (is_finite(t) or feature(t, "VerbForm") == "Inf")]
    return bool(verbs) and len(inner) >= SHORTEST


def _is_set_in(scene: Scene, block: Block) -> bool:
    """Whether the words fit into the author's sentence (a title is capitalised), or a noun of speech announces them."""
    if _inner(scene, block)[0].text[:1].islower():
        return True
    doc = scene.doc
    at = previous_word(doc, block.first)
    close = [at]
    while at >= 0 and doc[at].lower_ in markers("parenthesis", "example"):
        at = previous_word(doc, at)
        close = list(range(max(at - NEAR, 0), at + 1))
    nouns = (noun_of(doc[i].lemma_) for i in close if i >= 0 and doc[i].pos_ == "NOUN")
    return any(n is not None and "document" not in n.roles for n in nouns)


def _enumerated(scene: Scene, block: Block, found: list[Draft], last: Draft | None) -> Draft | None:
    """The quotation before of which this one is the second: "„…“ und „…“"."""
    quoted = [d for d in (*found, *([last] if last else [])) if d.kind is QuotationKind.DIRECT and d.end < block.first]
    nearest = max(quoted, key=lambda d: d.end, default=None)
    if nearest is None or block.first - nearest.end > BESIDE:
        return None
    between = scene.doc[nearest.end + 1 : block.first]
    return nearest if between and all(t.is_punct or t.pos_ == "CCONJ" for t in between) else None


def _judge(scene: Scene, block: Block) -> Token | None:
    """Who finds something as the quoted predicate says: "Für den Minister ist der Plan „absurd“"."""
    inside = [scene.doc[i] for i in block.words]
    for t in inside:
        if t.pos_ not in ("ADJ", "NOUN") or child(t, "cop") is None or (t.head.i in block and t.head.i != t.i):
            continue
        for c in children(t, "obl", "nmod"):
            holds = any(g.lower_ in markers("holder") for g in children(c, "case"))
            if holds and c.i not in block and scene.cast.of(c) is not None:
                return c
    return None


def _subject_around(scene: Scene, block: Block) -> Token | None:
    """The actor that is subject of the clause around the marks, else the last subject before them."""
    doc = scene.doc
    outer = next((doc[i].head for i in block.words if doc[i].head.i not in block), None)
    for t in () if outer is None else (outer, *outer.ancestors):
        own = [c for c in children(t, "nsubj") if c.i not in block and scene.cast.of(c) is not None]
        if own:
            return own[0]
    first, last = scene.sentence(block.first)
    rest = [doc[i] for i in range(first, last + 1) if rel(doc[i]) == "nsubj" and i not in block]
    actors = [t for t in rest if scene.cast.of(t) is not None]
    return next((t for t in reversed(actors) if t.i < block.first), actors[0] if actors else None)
