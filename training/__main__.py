"""Command line of the training; see README.md beside this file."""

import argparse
import json
from pathlib import Path

from kg.language.network import Network
from training.card import write_card
from training.config import Config, read_config
from training.corpus import read_corpus
from training.evaluate import evaluate, in_capitals
from training.export import export
from training.image import open_image
from training.loop import build_segmenter, train
from training.vocabulary import share_cut_otherwise

PACKAGE = Path("kg/language/model")


def measure(data: Path, work: Path, config: Config) -> None:
    """Export the measured run with and without quantisation and write the scores of both."""
    corpus = read_corpus(data, config, everything=False)
    figures: dict[str, dict[str, float]] = {}
    for name, quantised in (("int8", True), ("full", False)):
        folder = work / f"measured-{name}"
        export(data, work / "measured", folder, config, everything=False, quantised=quantised)
        figures[name] = evaluate(corpus, folder)
    shipped = work / "measured-int8"
    figures["capitals"] = evaluate(in_capitals(corpus), shipped)
    whole = build_segmenter(config, open_image())
    figures["pruning"] = {"share": share_cut_otherwise(whole, Network(shipped).segmenter, corpus.held_out)}
    (work / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf8")


def ship(data: Path, work: Path, config: Config, target: Path) -> None:
    """Export the run on everything with its card."""
    figures = json.loads((work / "figures.json").read_text(encoding="utf8"))

    def finish(folder: Path) -> None:
        write_card(folder, figures, config.encoder)

    export(data, work / "shipped", target, config, everything=True, finish=finish)


def main() -> None:
    """Run the stages that the command names, each on what the one before it left."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("stage", choices=["measured", "measure", "shipped", "ship", "all"])
    parser.add_argument("--data", type=Path, required=True, help="the data folder with ud/, ner/ and wikinews/")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints, logs and scores")
    parser.add_argument("--target", type=Path, default=PACKAGE, help="where the shipped files go")
    parser.add_argument("--config", type=Path, default=None)
    given = parser.parse_args()
    config = read_config(given.config)
    if given.stage in ("measured", "all"):
        train(given.data, given.work / "measured", config, everything=False)
    if given.stage in ("measure", "all"):
        measure(given.data, given.work, config)
    if given.stage in ("shipped", "all"):
        train(given.data, given.work / "shipped", config, everything=True, start=given.work / "measured")
    if given.stage in ("ship", "all"):
        ship(given.data, given.work, config, given.target)


if __name__ == "__main__":
    main()
