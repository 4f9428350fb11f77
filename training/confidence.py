"""Fits `kg/lexicon/reporting_confidence.toml`, the confidences of quotations, on the annotated articles.

    python -m training.confidence

A quotation is right if its content shares half of its words with an annotated one and its speaker a word with that
one's (or both have none). The log-odds are a logistic regression: a weight for each group of rules, one for each rule
in it and one for each sign, drawn to zero (the rules' the most), so a rule with few examples is taken to be like its
group. The articles of `proposed/` were annotated with the tool's proposals in sight, which makes these look better than
they are: a weight of its own takes that up and is left out of the table. No other corpus takes part. The table keeps
its examples; weights and counts are written anew.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

import kg.language
from kg.extract.coreference import find_cast
from kg.extract.quotations import find_drafts
from kg.extract.quotes.confidence import signs
from kg.extract.quotes.finish import finish, in_order
from kg.facts import Quotation
from kg.lexicon.confidence import Weight, weights

ROOT = Path(__file__).parent.parent
ANNOTATED = ROOT / "tests" / "annotated"
TABLE = ROOT / "kg" / "lexicon" / "reporting_confidence.toml"
DRAWN_TO_ZERO = {"group": 0.3, "rule": 2.0, "sign": 1.0, "proposed": 0.3}
"""Strength of the penalty on squared weights; by judgement, so that five quotations move a rule by half a point."""
ROUNDS = 50
Example = tuple[str, tuple[str, ...], bool, bool]
"""Rule, signs, whether the quotation is right, whether its article was annotated from proposals."""
WORD = re.compile(r"\w+")


def is_right(quotation: Quotation, body: str, annotated: list[dict[str, Any]]) -> bool:
    """Whether one of the annotated quotations has this content and speaker."""
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


def examples(folder: Path) -> Iterator[Example]:
    """The quotations found in the folder's articles."""
    paths = sorted(folder.glob("*.json"))
    bodies = [p.with_suffix(".txt").read_text(encoding="utf8").split("\n\n", 1)[1].strip() for p in paths]
    for path, doc in zip(paths, kg.language.load().pipe(bodies), strict=True):
        annotated = json.loads(path.read_text(encoding="utf8"))["quotations"]
        scene, drafts = find_drafts(doc, find_cast(doc))
        for draft, quotation in zip(in_order(drafts), finish(scene, drafts), strict=True):
            yield draft.rule, signs(scene, draft), is_right(quotation, doc.text, annotated), folder.name == "proposed"


def fit(seen: list[Example], table: tuple[Weight, ...]) -> dict[tuple[str, bool], float]:
    """Log-odds by name and whether it is a sign, by Newton's method."""
    groups = sorted({w.group for w in table if w.group != "sign"})
    column = {("proposed", ""): 0} | {("group", g): n for n, g in enumerate(groups, 1)}
    for w in table:
        column["sign" if w.group == "sign" else "rule", w.name] = len(column)
    group_of = {w.name: w.group for w in table if w.group != "sign"}
    x = np.zeros((len(seen), len(column)))
    for row, (rule, found, _, proposed) in zip(x, seen, strict=True):
        row[0] = proposed
        row[[column["rule", rule], column["group", group_of[rule]], *(column["sign", s] for s in found)]] = 1
    y = np.array([right for _, _, right, _ in seen], dtype=float)
    penalty = np.array([DRAWN_TO_ZERO[kind] for kind, _ in column])
    fitted = np.zeros(len(column))
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ fitted))
        curvature = x.T @ (x * (p * (1 - p))[:, None]) + np.diag(penalty)
        fitted = fitted + np.linalg.solve(curvature, x.T @ (y - p) - penalty * fitted)
    return {
        (entry.name, entry.group == "sign"): fitted[column["sign", entry.name]]
        if entry.group == "sign"
        else fitted[column["rule", entry.name]] + fitted[column["group", entry.group]]
        for entry in table
    }


def written(entry: Weight, weight: float, seen: list[Example]) -> str:
    """The entry as it stands in the table."""
    is_sign = entry.group == "sign"
    own = [right for rule, found, right, _ in seen if (entry.name in found if is_sign else entry.name == rule)]
    return (
        f'\n[[entry]]\nname = "{entry.name}"\ngroup = "{entry.group}"\nweight = {round(float(weight), 2)}\n'
        f'seen = {len(own)}\nright = {sum(own)}\nexample = "{entry.example}"\n'
    )


def main() -> None:
    """Fits the weights and writes the table."""
    seen = [*examples(ANNOTATED / "quotations"), *examples(ANNOTATED / "proposed")]
    table = weights()
    fitted = fit(seen, table)
    head = TABLE.read_text(encoding="utf8").split("\n[[entry]]", 1)[0]
    body = "".join(written(w, fitted[w.name, w.group == "sign"], seen) for w in table)
    TABLE.write_text(head + body, encoding="utf8")
    print(f"{len(seen)} quotations, {sum(right for _, _, right, _ in seen)} right")


if __name__ == "__main__":
    main()
