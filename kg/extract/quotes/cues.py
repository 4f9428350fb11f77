"""Finds the reporting verbs of an article with all words that belong to them."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.quotes.draft import is_mark
from kg.extract.syntax import child, children, feature, particle, rel
from kg.lexicon.reporting import SUBJECT, ReportingVerb, markers, verbs_by_lemma
from kg.lexicon.verb_forms import possible_lemmas

CONTENT_CLAUSES = frozenset({"ccomp", "csubj", "csubj:pass", "advcl", "acl", "acl:relcl", "parataxis"})


@dataclass(frozen=True)
class VerbCue:
    """A reporting verb in the text.

    Attributes:
        head: head of its clause in the parse, mostly the verb itself ("der Ansicht sein": the noun).
        verb: the verb.
        words: the entry's words and the verb's auxiliaries and particle, as indices.
    """

    entry: ReportingVerb
    head: Token
    verb: Token
    words: tuple[int, ...]
    passive: bool


def find_verb_cues(doc: Doc) -> Iterator[VerbCue]:
    """Reporting verbs in text order, each with its longest fitting entry."""
    table = verbs_by_lemma()
    for token in doc:
        if token.pos_ not in ("VERB", "AUX", "ADJ"):
            continue
        entries = ((e, p) for lemma, p in lemmas(token) for e in table.get(lemma, ()))
        cue = next((c for e, p in entries if (c := _cue(token, e, p)) is not None), None)
        if cue is not None:
            yield cue


def lemmas(verb: Token) -> Iterator[tuple[str, Token | None]]:
    """What the verb's dictionary form may be, the likeliest first, with the separated particle that it takes in."""
    bare = list(dict.fromkeys((verb.lemma_, verb.lemma_.lower(), *sorted(possible_lemmas(verb.text)))))
    p = _particle(verb)
    # A particle that the parse took for an adverb or an object ("gab … preis", "bekannt gegeben") counts too.
    loose = [c for c in verb.children if c.i >= verb.i - 1 and c.n_lefts == 0 and not c.is_punct]
    for separate in (*([p] if p is not None else []), *(c for c in loose if not _beyond_mark(verb, c))):
        yield from ((separate.lower_ + b, separate) for b in bare)
    yield from ((b, None) for b in bare)


def _particle(verb: Token) -> Token | None:
    """The separated particle, unless it is part of the speech."""
    p = particle(verb)
    return None if p is None or _beyond_mark(verb, p) else p


def _beyond_mark(verb: Token, other: Token) -> bool:
    """Whether a quotation mark opens or closes between the two."""
    between = verb.doc[min(verb.i, other.i) : max(verb.i, other.i)]
    return sum(is_mark(t) for t in between) % 2 == 1


def _cue(token: Token, entry: ReportingVerb, separate: Token | None) -> VerbCue | None:
    if token.pos_ == "ADJ" and (entry.words or rel(token) == "amod" or not _verbal(token)):
        return None
    auxiliary = rel(token) in ("aux", "cop")
    if auxiliary and not entry.words:
        return None
    head = token.head if auxiliary else token
    if _is_reflexive(token) and not markers("reflexive") & set(entry.words):
        return None
    own = own_words(head)
    found: list[int] = []
    for word in entry.words:
        hit = next((t.i for t in own if t.lower_ == word and t.i not in found and t.i != token.i), None)
        if hit is None:
            return None
        found.append(hit)
    for i in list(found):
        found.extend(c.i for c in children(token.doc[i], "det", "case") if c.i not in found)
    words = {token.i, *found, *(a.i for a in children(head, "aux", "cop"))}
    words.update(a.i for a in children(token, "aux", "cop", "compound:prt") if not _beyond_mark(token, a))
    p = _particle(token)
    words.update(t.i for t in (p, separate) if t is not None)
    if not entry.words:
        words.update(t.i for t in children(token, "expl") if t.lower_ in markers("reflexive", "impersonal"))
        words.update(t.i for t in children(token, "obj", "iobj") if t.lower_ in markers("reflexive"))
    words.update(_correlates(entry, head, token))
    if entry.speaker != SUBJECT:
        words.update(c.i for c in children(token, "nsubj") if c.lower_ in markers("impersonal"))
    passive = _is_passive(token, head)
    return VerbCue(entry, head, token, tuple(sorted(words)), passive)


def is_negated(cue: VerbCue) -> bool:
    """ "wollte nicht bestätigen", "niemand glaubt": nothing was said."""
    own = (c for v in (cue.verb, cue.head) for c in v.children if c.i not in cue.words)
    return any(_denies(c) for c in own)


def _denies(token: Token) -> bool:
    if feature(token, "Polarity") == "Neg" and token.pos_ in ("PART", "ADV"):
        return True
    return rel(token) == "nsubj" and any(t.lower_ in markers("nobody") for t in (token, *children(token, "det")))


def is_ahead(cue: VerbCue) -> bool:
    """A modal or a future: what somebody will or may say."""
    auxiliaries = [cue.verb.doc[i] for i in cue.words if rel(cue.verb.doc[i]) in ("aux", "cop")]
    infinitive = [cue.verb, *(a for a in auxiliaries if a.dep_ == "aux:pass")]
    if not any(feature(a, "VerbForm") == "Fin" for a in auxiliaries):
        return False
    return any(feature(v, "VerbForm") == "Inf" for v in infinitive)


def _is_reflexive(verb: Token) -> bool:
    """With "sich" most verbs mean something else ("befand sich", "ergibt sich"): such entries say so."""
    for c in verb.children:
        if c.lower_ in markers("reflexive"):
            between = verb.doc[min(c.i, verb.i) : max(c.i, verb.i)]
            if not any(t.text == "," for t in between):
                return True
    return False


def _verbal(token: Token) -> bool:
    """An adjective by its tag that is a participle, or a rare past form in the place of the verb ("schwor")."""
    return feature(token, "VerbForm") == "Part" or (rel(token) in ("root", "ROOT") and child(token, "cop") is None)


def own_words(head: Token) -> list[Token]:
    """Words of the clause without those of clauses inside it."""
    out: list[Token] = []
    stack = [head]
    while stack:
        t = stack.pop()
        out.append(t)
        stack.extend(c for c in t.children if c.dep_ not in CONTENT_CLAUSES and not _is_other_verb(c))
    return sorted(out, key=lambda t: t.i)


def _is_other_verb(token: Token) -> bool:
    return rel(token) == "conj" and token.pos_ in ("VERB", "AUX")


def _correlates(entry: ReportingVerb, head: Token, verb: Token) -> set[int]:
    """Words that stand for the content clause: "darauf" in "wies darauf hin", but not "dazu" in "sagte dazu"."""
    near = (c for v in (head, verb) for c in v.children if abs(c.i - verb.i) <= 12)
    return {c.i for c in near if c.lower_ in markers("correlate") and _stands_for(c.lower_) & set(entry.prepositions)}


def _stands_for(correlate: str) -> set[str]:
    """The preposition in the word: "auf" of "darauf"."""
    return {correlate.removeprefix("da"), correlate.removeprefix("dar")}


def _is_passive(verb: Token, head: Token) -> bool:
    if any(c.dep_ in ("aux:pass", "nsubj:pass") for c in (*verb.children, *head.children)):
        return True
    return (
        feature(verb, "VerbForm") == "Part" and child(verb, "aux") is None and rel(verb) not in ("conj", "amod", "acl")
    )
