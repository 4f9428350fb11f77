"""Who speaks a direct quotation: a third person inside it is somebody else ("Maier sagte: „Er irrt.“")."""

from bisect import bisect_left
from collections.abc import Mapping

from spacy.tokens import Doc, Token

from kg.extract.clusters import Entity
from kg.extract.quotes.marks import pair_marks
from kg.extract.syntax import rel, verb_lemma
from kg.lexicon.reporting import verbs_by_lemma

SHORTEST = 5
"""Words of the shortest quotation that counts; shorter ones are names and half-quoted words."""


def speakers_inside(doc: Doc, by_token: Mapping[int, Entity]) -> dict[int, frozenset[Entity]]:
    """For each word of a whole sentence in quotation marks whoever says it, as the frame right beside it tells.

    Half-quoted words are left out: in indirect speech "er" may well be the speaker.
    """
    sents = list(doc.sents) if doc.has_annotation("SENT_START") else []
    ends = [s.end_char for s in sents]
    if not ends:
        return {}
    blocks, text = [], doc.text
    for q in pair_marks(text, lambda at: ends[min(bisect_left(ends, at + 1), len(ends) - 1)]):
        before = text[max(0, q.start - 9) : q.start].rstrip()[-1:]
        if q.depth > 0 or before not in ("", ".", ":", "!", "?") or not text[q.start + 1 : q.start + 2].isupper():
            continue
        span = doc.char_span(q.start, q.end, alignment_mode="contract")
        if span is not None and len(span) >= SHORTEST:
            blocks.append(span)
    quoted = {t.i for span in blocks for t in span}
    found: dict[int, frozenset[Entity]] = {}
    for span in blocks:
        first = bisect_left(ends, span.start_char + 1)
        last = min(bisect_left(ends, span.end_char), len(ends) - 1)
        for sent in (sents[first], sents[last], *sents[max(0, first - 1) : first], *sents[last + 1 : last + 2]):
            speakers = frozenset(by_token[t.i] for t in sent if t.i not in quoted and t.i in by_token and _speaks(t))
            if speakers:
                found.update(dict.fromkeys(range(span.start, span.end), speakers))
                break
    return found


def _speaks(token: Token) -> bool:
    return rel(token) == "nsubj" and verb_lemma(token.head) in verbs_by_lemma()
