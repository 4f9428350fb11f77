"""What the rules find in the annotated articles, and whether it is right: what confidences are fitted on."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from spacy.tokens import Doc

import kg.language
from kg.extract.coreference import find_cast
from kg.extract.quotations import find_drafts, find_quotations
from kg.extract.quotes.confidence import signs
from kg.extract.quotes.finish import finish, in_order
from kg.extract.stances import find_signed
from kg.facts import Article, Facts, Quotation
from tests.annotated.measuring import POLARITY, TOLD, actor_keys

ROOT = Path(__file__).parent.parent
ANNOTATED = ROOT / "tests" / "annotated"
WORD = re.compile(r"\w+")
Annotation = dict[str, Any]


class Find(NamedTuple):
    """A quotation or stance: its rule, the signs around it, and whether it is right.

    `flattered`: the annotator saw what the rules propose, or the rules were written with the article in sight.
    """

    rule: str
    signs: tuple[str, ...]
    right: bool
    flattered: bool


def annotated(folder: Path) -> Iterator[tuple[Doc, Annotation]]:
    """The folder's parsed articles with their annotation."""
    paths = sorted(folder.glob("*.json"))
    bodies = [p.with_suffix(".txt").read_text(encoding="utf8").split("\n\n", 1)[1].strip() for p in paths]
    for path, doc in zip(paths, kg.language.load().pipe(bodies), strict=True):
        yield doc, json.loads(path.read_text(encoding="utf8"))


def quotation_finds() -> Iterator[Find]:
    """A quotation is right if content and speaker are: see `is_right`."""
    for folder in ("quotations", "proposed"):
        for doc, annotation in annotated(ANNOTATED / folder):
            scene, drafts = find_drafts(doc, find_cast(doc))
            for draft, quotation in zip(in_order(drafts), finish(scene, drafts), strict=True):
                right = is_right(quotation, doc.text, annotation["quotations"])
                yield Find(draft.rule, signs(scene, draft), right, folder == "proposed")


def stance_finds() -> Iterator[Find]:
    """A stance is right if the article has one of the same polarity between the same two."""
    for folder in ("calibration", "development", "stances"):
        for doc, annotation in annotated(ANNOTATED / folder):
            cast = find_cast(doc)
            keys = actor_keys(Facts(Article("", doc.text), cast.actors, cast.mentions), annotation)
            wanted = {(r["source"], r["target"], r["polarity"]) for r in annotation["relations"]}
            for stance, found in find_signed(doc, cast, find_quotations(doc, cast)):
                if stance.status in TOLD:
                    right = (keys[stance.source], keys[stance.target], POLARITY[stance.polarity]) in wanted
                    yield Find(stance.rule, (stance.act.value, *found), right, folder != "calibration")


def is_right(quotation: Quotation, body: str, annotated: list[Annotation]) -> bool:
    """Whether the annotated quotation that shares most of the words has half of them, and a word of the speaker's."""
    here = {m.span() for s in quotation.content for m in WORD.finditer(body, s.start, s.end)}
    spoken = set(WORD.findall(quotation.speaker_span.text(body))) if quotation.speaker_span else set()
    best, same_speaker = 0.0, False
    for one in annotated:
        there = set(words_of(one["quote"], body))
        overlap = 2 * len(here & there) / max(1, len(here) + len(there))
        if overlap > best:
            speaker = set(WORD.findall(one["speaker"] or ""))
            best, same_speaker = overlap, bool(speaker & spoken) if speaker else not spoken
    return best >= 0.5 and same_speaker


def words_of(pieces: list[str], body: str) -> Iterator[tuple[int, int]]:
    """Where the words of the pieces stand, each piece at its first place behind the one before."""
    at = 0
    for piece in pieces:
        at = body.index(piece, at if piece in body[at:] else 0)
        yield from (m.span() for m in WORD.finditer(body, at, at + len(piece)))
