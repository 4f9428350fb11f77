"""Speech that runs on without a cue: sentences in Konjunktiv, and hearsay with "sollen"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.quotes.draft import Draft, Scene
from kg.extract.quotes.mood import clause_subjunctive, finite, is_finite, subjunctive
from kg.extract.quotes.nesting import is_name
from kg.extract.quotes.speaker import put_speaker
from kg.extract.syntax import feature, rel
from kg.facts import QuotationKind
from kg.lexicon.reporting import markers

AMBIGUOUS = ("te", "ten")
"""Ends of weak past forms, which are indicative and Konjunktiv II alike."""
FURTHEST = 3
"""Sentences back to which a speaker is looked for; a Konjunktiv farther away continues nobody."""


def find_chains(scene: Scene, found: list[Draft]) -> Iterator[Draft]:
    """Sentences in Konjunktiv without a cue: they continue the speaker before them, as one quotation."""
    by_sentence = _by_sentence(scene, found)
    source: Draft | None = None
    since = FURTHEST + 1
    running: Draft | None = None
    for n, (first, last) in enumerate(scene.sentences):
        here = by_sentence.get(n)
        if here is not None:
            if here.speaker or source is None or here.cue_lemma is None:
                source = here
            since, running = 0, None
            continue
        since += 1
        words = _chain_words(scene, first, last, running is not None or since == 1)
        if not words and since == 1 and source is not None and _half_quoted(scene, first, last):
            words = list(range(first, last + 1))
        if words and source is None:
            source, since = _last_subject(scene, n), 1
        if not words or source is None:
            running = None
            continue
        if since > FURTHEST and running is None and not _present(scene, words):
            continue
        if running is not None:
            running.content.extend(words)
        else:
            running = Draft(QuotationKind.INDIRECT_FREE_INDIRECT, words, "Konjunktiv", 0.75)
            running.take_roles(source)
            yield running
        since = 0


def _half_quoted(scene: Scene, first: int, last: int) -> bool:
    """Whether the sentence quotes a phrase, and its verb might be a Konjunktiv too ("Dazu zählten …")."""
    verb = _main_verb(scene, first, last)
    if verb is None or not verb.lower_.endswith(AMBIGUOUS):
        return False
    blocks = [b for b in scene.blocks if b.depth == 0 and first <= b.first <= last]
    return any(b.last <= last and b.last - b.first > 2 and not is_name(scene, b) for b in blocks)


def _last_subject(scene: Scene, n: int) -> Draft | None:
    """The actor that the sentences before are about, as the speaker of a Konjunktiv that follows no quotation."""
    for m in range(n - 1, max(-1, n - 1 - FURTHEST), -1):
        first, last = scene.sentences[m]
        for i in range(first, last + 1):
            token = scene.doc[i]
            if rel(token) == "nsubj" and scene.cast.of(token) is not None:
                draft = Draft(QuotationKind.REPORTED, [i], "subject before", 0.4)
                put_speaker(scene, draft, token)
                return draft
    return None


def _by_sentence(scene: Scene, found: list[Draft]) -> dict[int, Draft]:
    """The quotation that a following sentence would continue: the last outermost one in each sentence."""
    out: dict[int, Draft] = {}
    for draft in sorted((d for d in found if d.content), key=lambda d: (d.start, -d.end)):
        for n in {scene.sentence_of[i] for i in (*draft.content, *draft.frame)}:
            old = out.get(n)
            if old is None or _outranks(draft, old):
                out[n] = draft
    return out


def _outranks(draft: Draft, old: Draft) -> bool:
    """Of two in a sentence the one with a speaker counts, then the one around the other, then the later."""
    if bool(draft.speaker) != bool(old.speaker):
        return bool(draft.speaker)
    inside = set(draft.content) <= set(old.content) or set(draft.content) <= set(old.frame)
    return not inside and draft.start > old.start


def _chain_words(scene: Scene, first: int, last: int, follows: bool) -> list[int]:
    """The sentence if its main verb is a Konjunktiv that marks reported speech."""
    doc = scene.doc
    words = [i for i in range(first, last + 1) if not doc[i].is_space]
    verb = _main_verb(scene, first, last)
    if verb is None or subjunctive(verb) is None:
        return []
    if subjunctive(verb) == "Pres" or (follows and not _is_conditional(scene, first, last)):
        return words
    return []


def _main_verb(scene: Scene, first: int, last: int) -> Token | None:
    """The finite verb of the sentence's main clause."""
    doc = scene.doc
    verbs: list[Token] = []
    subordinate = False
    for i in range(first, last + 1):
        token = doc[i]
        if i == first or doc[i - 1].text == ",":
            subordinate = _opens_subordinate(doc, i)
        if is_finite(token) and scene.block_of(i) is None:
            if not subordinate:
                return _surer(doc, token, last)
            verbs.append(token)
    root = next((doc[i] for i in range(first, last + 1) if rel(doc[i]) in ("root", "ROOT")), None)
    return (finite(root) if root is not None else None) or (verbs[-1] if verbs else None)


def _surer(doc: Doc, verb: Token, last: int) -> Token:
    """The next word if that is plainly a Konjunktiv: "Verhandelt werden müsse" has its finite verb there."""
    after = doc[min(verb.i + 1, last)]
    return after if after.pos_ == "AUX" and subjunctive(after) == "Pres" else verb


def _opens_subordinate(doc: Doc, i: int) -> bool:
    """Whether a subordinate or relative clause begins at the word, perhaps with a preposition ("in dem …")."""
    for t in doc[i : i + 2]:
        if t.pos_ == "SCONJ" or t.dep_ == "mark" or feature(t, "PronType") in ("Rel", "Int"):
            return True
        if t.pos_ == "PRON" and t.head.dep_ == "acl:relcl":
            return True
        if t.pos_ != "ADP":
            return False
    return False


def _present(scene: Scene, words: list[int]) -> bool:
    verb = _main_verb(scene, words[0], words[-1])
    return verb is not None and subjunctive(verb) == "Pres"


def _is_conditional(scene: Scene, first: int, last: int) -> bool:
    """A Konjunktiv II with a condition ("wenn …") may be the author's own."""
    doc = scene.doc
    return any(
        rel(doc[i]) == "mark" and rel(doc[i].head) == "advcl" and clause_subjunctive(doc[i].head) is not None
        for i in range(first, last + 1)
    )


def find_hearsay(scene: Scene, found: list[Draft]) -> Iterator[Draft]:
    """Free indirect speech: main clauses with "sollen" and a perfect infinitive, or behind a quotation."""
    by_sentence = _by_sentence(scene, found)
    doc = scene.doc
    source: Draft | None = None
    running: Draft | None = None
    for n, (first, last) in enumerate(scene.sentences):
        if n in by_sentence:
            source, running = (by_sentence[n] if by_sentence[n].speaker or source is None else source), None
            continue
        verb = _main_verb(scene, first, last)
        if verb is None or verb.lemma_ not in markers("modal") or not _is_hearsay(scene, verb, source, n):
            running = None
            continue
        words = [i for i in range(first, last + 1) if not doc[i].is_space]
        if running is not None and words[0] - running.end <= 2:
            running.content.extend(words)
            continue
        running = Draft(QuotationKind.FREE_INDIRECT, words, "sollen", 0.5)
        if source is not None:
            running.take_roles(source)
        yield running


def _is_hearsay(scene: Scene, verb: Token, source: Draft | None, n: int) -> bool:
    if subjunctive(verb) is not None or feature(verb, "Tense") == "Past":
        return False
    head = verb.head if rel(verb) == "aux" else verb
    perfect = feature(head, "VerbForm") == "Part" and any(
        feature(c, "VerbForm") == "Inf" for c in head.children if rel(c) in ("aux", "cop")
    )
    near = source is not None and n - scene.sentence_of[source.end] <= FURTHEST
    return perfect or near


def inherit_speakers(scene: Scene, found: list[Draft]) -> None:
    """ "heißt es weiter" and "demnach" take up the source named before."""
    last: Draft | None = None
    for draft in sorted((d for d in found if d.content), key=lambda d: (min(d.content), -max(d.content))):
        if draft.speaker:
            last = draft
        elif draft.speaker_from_before and last is not None and _near(scene, last, draft):
            draft.take_roles(last)


def _near(scene: Scene, last: Draft, draft: Draft) -> bool:
    gap = scene.sentence_of[draft.start] - scene.sentence_of[last.end]
    return gap <= FURTHEST and last.kind is not QuotationKind.FREE_INDIRECT
