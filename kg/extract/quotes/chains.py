"""Speech that runs on without a cue: sentences in Konjunktiv, and hearsay with "sollen"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.quotes.antecedents import speaker_before, speaking
from kg.extract.quotes.draft import Draft, Scene, is_mark
from kg.extract.quotes.main_clause import main_verb, opens_subordinate
from kg.extract.quotes.mood import clause_subjunctive, is_finite, subjunctive
from kg.extract.syntax import children, feature, rel
from kg.facts import QuotationKind
from kg.lexicon.reporting import markers

AMBIGUOUS = ("te", "ten")
"""Ends of weak past forms, which are indicative and Konjunktiv II alike."""
FURTHEST = 3
"""Sentences back to which "demnach" and "heißt es" look for their source."""


def find_chains(scene: Scene, found: list[Draft]) -> Iterator[Draft]:
    """Sentences in Konjunktiv without a cue: they continue the speaker before them, as one quotation."""
    by_sentence = _by_sentence(scene, found)
    behind_colon = _behind_colon(scene, found)
    source: Draft | None = None
    since = 0
    running: Draft | None = None
    for n, (first, last) in enumerate(scene.sentences):
        here = by_sentence.get(n)
        if here is not None and not _runs_around(scene, n, found):
            if source is None or not _takes_up(here, source):
                source = here if here.speaker or source is None or here.cue_lemma is None else source
            since, running = 0, None
            continue
        since += 1
        words = _chain_words(scene, first, last, running is not None, since == 1)
        if not words and since == 1 and _is_left_open(scene, n, first, last):
            words = list(range(first, last + 1))
        if not words:
            words = _second_clause(scene, first, last)
        words = [i for i in words if i not in behind_colon]
        if words and running is None and (source is None or since > 1):
            source = speaker_before(scene, n, source, since)
        if not words or source is None:
            running = None
            continue
        if running is not None and words[0] == first:
            running.content.extend(words)
        else:
            running = Draft(QuotationKind.INDIRECT_FREE_INDIRECT, words, "Konjunktiv", 0.75)
            running.take_roles(speaking(scene, source))
            yield running
        since = 0


def _takes_up(draft: Draft, source: Draft) -> bool:
    """Whether the quotation has its speaker from the one before: "demnach" names nobody."""
    return draft.speaker_from_before and bool(source.speaker) and draft.speaker_head == source.speaker_head


def _is_left_open(scene: Scene, n: int, first: int, last: int) -> bool:
    """Whether quotation marks before were never closed, and the verb may be a Konjunktiv too ("Dazu zählten …")."""
    before = scene.sentences[n - 1]
    if not any(not b.closed and before[0] <= b.first <= before[1] for b in scene.blocks):
        return False
    verb = main_verb(scene, first, last)
    return verb is not None and verb.lower_.endswith(AMBIGUOUS)


def _behind_colon(scene: Scene, found: list[Draft]) -> frozenset[int]:
    """Words of direct speech behind a colon: not part of a Konjunktiv sentence that introduces it."""
    direct = [d for d in found if d.kind is QuotationKind.DIRECT and d.frame and d.frame[-1] < d.start]
    return frozenset(i for d in direct if scene.doc[d.frame[-1]].text == ":" for i in d.content)


def _runs_around(scene: Scene, n: int, found: list[Draft]) -> bool:
    """Whether the sentence's main verb is a Konjunktiv that no quotation in it holds: those are inside what runs on."""
    first, last = scene.sentences[n]
    verb = main_verb(scene, first, last)
    if verb is None or subjunctive(verb) != "Pres":
        return False
    return not any(verb.i in d.content or verb.i in d.cue for d in found)


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


def _chain_words(scene: Scene, first: int, last: int, runs: bool, follows: bool) -> list[int]:
    """The sentence if its main verb is a Konjunktiv that marks reported speech.

    A Konjunktiv II must stand right behind speech; the singular of "können" and the like, often the author's own,
    behind another Konjunktiv (of 10 behind other speech in the train articles 1 was a quotation, of the other verbs
    19 of 26). Their plural also replaces a Konjunktiv I that looks like an indicative.
    """
    doc = scene.doc
    words = [i for i in range(first, last + 1) if not doc[i].is_space]
    verb = main_verb(scene, first, last)
    if verb is None or subjunctive(verb) is None:
        return []
    if subjunctive(verb) == "Pres":
        return words
    supposed = verb.lemma_ in markers("supposing") and feature(verb, "Number") == "Sing" and not runs
    return words if (runs or follows) and not supposed and not _is_conditional(scene, first, last) else []


def _second_clause(scene: Scene, first: int, last: int) -> list[int]:
    """A second main clause in Konjunktiv I behind one of the author: "Zwölf wurden verletzt, alle seien Touristen."."""
    doc = scene.doc
    for comma in range(first + 1, last):
        if doc[comma].text not in (",", ";") or opens_subordinate(doc, comma + 1):
            continue
        start = comma + 2 if doc[comma + 1].pos_ == "CCONJ" else comma + 1
        clause = (doc[i] for i in range(start, last + 1))
        verb = next((t for t in clause if is_finite(t) or t.text in ",:;" or is_mark(t)), None)
        if verb is not None and is_finite(verb) and verb.i > start and subjunctive(verb) == "Pres":
            end = next((i for i in range(verb.i, last + 1) if doc[i].text == ":"), last)
            return [] if opens_subordinate(doc, start) else list(range(comma + 1, end + 1))
    return []


def _is_conditional(scene: Scene, first: int, last: int) -> bool:
    """A Konjunktiv II with a condition ("wenn …") may be the author's own."""
    doc = scene.doc
    return any(
        rel(doc[i]) == "mark" and rel(doc[i].head) == "advcl" and clause_subjunctive(doc[i].head) == "Past"
        for i in range(first, last + 1)
    )


def find_hearsay(scene: Scene, found: list[Draft]) -> Iterator[Draft]:
    """Free indirect speech: main clauses with "sollen" and a perfect infinitive, or right behind a quotation.

    Only the sentence right behind a quotation has its speaker: of 48 such ones in the train articles 31 were right,
    of 55 farther away 8; and there a "sollen" without perfect is a plan of nobody in two cases of three.
    """
    by_sentence = _by_sentence(scene, found)
    doc = scene.doc
    source: Draft | None = None
    running: Draft | None = None
    for n, (first, last) in enumerate(scene.sentences):
        if n in by_sentence:
            source, running = by_sentence[n], None
            continue
        verb = main_verb(scene, first, last)
        if verb is None or verb.lemma_ not in markers("modal") or not (source is not None or _is_perfect(verb)):
            source, running = None, None
            continue
        if subjunctive(verb) is not None or feature(verb, "Tense") == "Past":
            source, running = None, None
            continue
        words = [i for i in range(first, last + 1) if not doc[i].is_space]
        if running is not None:
            running.content.extend(words)
            continue
        running = Draft(QuotationKind.FREE_INDIRECT, words, "sollen", 0.5)
        if source is not None:
            running.take_roles(speaking(scene, source))
        yield running


def _is_perfect(verb: Token) -> bool:
    """ "soll getan haben" or "soll getan worden sein", not "soll getan werden"."""
    head = verb.head if rel(verb) == "aux" else verb
    others = [c for c in children(head, "aux", "cop") if c.i != verb.i]
    worden = any(feature(c, "VerbForm") == "Part" for c in others)
    haben = any(feature(c, "VerbForm") == "Inf" and c.dep_ != "aux:pass" for c in others)
    return worden or (haben and feature(head, "VerbForm") == "Part")


def inherit_speakers(scene: Scene, found: list[Draft]) -> None:
    """ "heißt es weiter" and "demnach" take up the source named before; "demnach" itself stands for it in the text."""
    last: Draft | None = None
    for draft in sorted((d for d in found if d.content), key=lambda d: (min(d.content), -max(d.content))):
        if draft.speaker_from_before and last is not None and _near(scene, last, draft):
            draft.speaker_head = last.speaker_head
            draft.speaker = draft.speaker or list(last.speaker)
        elif draft.speaker:
            last = draft


def _near(scene: Scene, last: Draft, draft: Draft) -> bool:
    gap = scene.sentence_of[draft.start] - scene.sentence_of[last.end]
    return gap <= FURTHEST and last.kind is not QuotationKind.FREE_INDIRECT
