"""Fits the confidences of quotations and stances on the annotated articles.

    python -m training.confidence

Writes `kg/lexicon/reporting_confidence.toml` and `kg/lexicon/stance_confidence.toml`; `finds.py` says when a find is
right. The log-odds are a logistic regression: a weight for each group of rules, one for each rule in it, one for each
sign, drawn to zero (the rules' the most); a rule with few examples is taken to be like its group. Some articles were
annotated with the tool's proposals in sight or read while rules were written, which makes their finds look better than
they are: a weight of its own takes that up and is left out of the table. No other corpus takes part. The tables keep
their examples; weights and counts are written anew.
"""

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np

from kg.lexicon.confidence import SIGN, Table, Weight, weights
from training.finds import ROOT, Find, quotation_finds, stance_finds

Strengths = dict[str, float]
"""Of the penalty on squared weights, by kind of column."""
FINDS: Final[dict[Table, tuple[Callable[[], Iterator[Find]], Strengths]]] = {
    # By judgement: five finds move a rule by half a point.
    "reporting_confidence": (quotation_finds, {"group": 0.3, "rule": 2.0, "sign": 1.0, "flattered": 0.3}),
    # By the likelihood of articles left out.
    "stance_confidence": (stance_finds, {"group": 0.3, "rule": 10.0, "sign": 10.0, "flattered": 0.3}),
}
ROUNDS = 50


def fit(seen: list[Find], table: tuple[Weight, ...], drawn: Strengths) -> dict[tuple[str, bool], float]:
    """Log-odds by name and whether it is a sign, by Newton's method."""
    groups = sorted({w.group for w in table if w.group != SIGN})
    column = {("flattered", ""): 0} | {("group", g): n for n, g in enumerate(groups, 1)}
    for w in table:
        column["sign" if w.group == SIGN else "rule", w.name] = len(column)
    group_of = {w.name: w.group for w in table if w.group != SIGN}
    x = np.zeros((len(seen), len(column)))
    for row, find in zip(x, seen, strict=True):
        row[0] = find.flattered
        row[[column["rule", find.rule], column["group", group_of[find.rule]]]] = 1
        row[[column["sign", s] for s in find.signs]] = 1
    y = np.array([find.right for find in seen], dtype=float)
    penalty = np.array([drawn[kind] for kind, _ in column])
    fitted = np.zeros(len(column))
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ fitted))
        curvature = x.T @ (x * (p * (1 - p))[:, None]) + np.diag(penalty)
        fitted = fitted + np.linalg.solve(curvature, x.T @ (y - p) - penalty * fitted)
    return {
        (entry.name, entry.group == SIGN): fitted[column["sign", entry.name]]
        if entry.group == SIGN
        else fitted[column["rule", entry.name]] + fitted[column["group", entry.group]]
        for entry in table
    }


def written(entry: Weight, weight: float, seen: list[Find]) -> str:
    """The entry as it stands in the table."""
    own = [f.right for f in seen if (entry.name in f.signs if entry.group == SIGN else entry.name == f.rule)]
    return (
        f'\n[[entry]]\nname = "{entry.name}"\ngroup = "{entry.group}"\nweight = {round(float(weight), 2)}\n'
        f'seen = {len(own)}\nright = {sum(own)}\nexample = "{entry.example}"\n'
    )


def main() -> None:
    """Fits the weights and writes the tables."""
    for table, (finds, drawn) in FINDS.items():
        seen, entries = list(finds()), weights(table)
        fitted = fit(seen, entries, drawn)
        path = ROOT / "kg" / "lexicon" / f"{table}.toml"
        head = path.read_text(encoding="utf8").split("\n[[entry]]", 1)[0]
        body = "".join(written(w, fitted[w.name, w.group == SIGN], seen) for w in entries)
        path.write_text(head + body, encoding="utf8")
        print(f"{table}: {len(seen)} finds, {sum(find.right for find in seen)} right")


if __name__ == "__main__":
    main()
