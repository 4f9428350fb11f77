"""Command line of the training; see README.md beside this file."""

import argparse
import json
from pathlib import Path

from kg.language.network import Network
from training.augment import shouted
from training.card import write_card
from training.config import Config, read_config
from training.corpus import OWN, Corpus, read_corpus, read_sample
from training.entity_head import retrain_entities
from training.evaluate import evaluate
from training.export import export
from training.image import open_image
from training.loop import Start, average_runs, build_segmenter, train
from training.teach import write_silver
from training.vocabulary import share_cut_otherwise

PACKAGE = Path("kg/language/model")
STAGES = ("teacher", "silver", "measured", "measured-names", "measure", "shipped", "shipped-names", "ship")


class Stages:
    """The stages, each on what the ones before it left in the work folder."""

    def __init__(self, data: Path, work: Path, target: Path, config: Config) -> None:
        self.data, self.work, self.target, self.config = data, work, target, config
        self.trees = work / "silver.conllu"

    def corpus(self, everything: bool) -> Corpus:
        """All sentences, with the teacher's trees."""
        return read_corpus(self.data, self.config, everything, self.trees)

    def teacher(self) -> None:
        """Train the first network on the treebanks and GermEval."""
        corpus = read_corpus(self.data, self.config, everything=False, own=False)
        train(corpus, self.work / "teacher", self.config.as_teacher())

    def silver(self) -> None:
        """Let it parse the sentences that have entities only."""
        corpus = read_corpus(self.data, self.config, everything=False, own=False)
        folder = self.work / "teacher-full"
        texts = self.data / "wikinews"
        export(corpus, texts, self.work / "teacher", folder, self.config.as_teacher(), quantised=False)
        whole = read_corpus(self.data, self.config, everything=True)
        write_silver(folder, [*whole.entities, *whole.news], self.trees)

    def measured(self) -> None:
        """Train what is shipped, from the teacher, without the held-out parts: once for each seed, then the mean."""
        start = Start(self.work / "teacher", self.config.as_teacher())
        corpus = self.corpus(everything=False)
        runs = {seed: self.work / f"measured-{seed}" for seed in self.config.seeds}
        for seed, run in runs.items():
            train(corpus, run, self.config.with_seed(seed), start)
        average_runs(list(runs.values()), self.work / "measured")

    def measured_names(self) -> None:
        """Train that run's entity head alone."""
        retrain_entities(
            self.corpus(everything=False), self.work / "measured", self.work / "measured-names", self.config
        )

    def measure(self) -> None:
        """Export the result with and without quantisation and write the scores of both."""
        corpus = self.corpus(everything=False)
        trees, entities, sample = corpus.held_out, corpus.held_out_entities, read_sample()
        figures: dict[str, dict[str, float]] = {}
        for name, quantised in (("int8", True), ("full", False)):
            folder = self.work / f"measured-{name}"
            run = self.work / "measured-names"
            export(corpus, self.data / "wikinews", run, folder, self.config, quantised=quantised)
            figures[name] = evaluate(folder, trees, entities)
        shipped = self.work / "measured-int8"
        figures["capitals"] = evaluate(shipped, list(map(shouted, trees)), list(map(shouted, entities)))
        figures["news"] = evaluate(shipped, sample, sample)
        figures["teacher"] = evaluate(self.work / "teacher-full", trees, entities)
        whole = build_segmenter(self.config, open_image())
        figures["pruning"] = {"share": share_cut_otherwise(whole, Network(shipped).segmenter, trees)}
        write_figures(self.work / "figures.json", figures)

    def shipped(self) -> None:
        """Train on from the measured weights with the held-out parts added."""
        start = Start(self.work / "measured", self.config)
        corpus = self.corpus(everything=True)
        train(corpus, self.work / "shipped", self.config.as_continued(), start, measured=False)

    def shipped_names(self) -> None:
        """Train that run's entity head alone."""
        retrain_entities(self.corpus(everything=True), self.work / "shipped", self.work / "shipped-names", self.config)

    def ship(self) -> None:
        """Export the run on everything with its card."""
        figures = json.loads((self.work / "figures.json").read_text(encoding="utf8"))

        def finish(folder: Path) -> None:
            sample = read_sample()
            figures["shipped"] = evaluate(folder, sample, sample)
            write_card(folder, figures, self.config.encoder)
            write_figures(OWN / "held_out.json", {"shipped": figures["shipped"]})

        corpus = self.corpus(everything=True)
        export(corpus, self.data / "wikinews", self.work / "shipped-names", self.target, self.config, finish=finish)


def write_figures(path: Path, figures: dict[str, dict[str, float]]) -> None:
    """Scores by what was measured, as JSON."""
    path.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf8")


def main() -> None:
    """Run the stage that the command names, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("stage", choices=[*STAGES, "all"])
    parser.add_argument("--data", type=Path, required=True, help="the data folder with ud/, ner/ and wikinews/")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints, logs and scores")
    parser.add_argument("--target", type=Path, default=PACKAGE, help="where the shipped files go")
    parser.add_argument("--config", type=Path, default=None)
    given = parser.parse_args()
    stages = Stages(given.data, given.work, given.target, read_config(given.config))
    for stage in STAGES if given.stage == "all" else (given.stage,):
        getattr(stages, stage.replace("-", "_"))()


if __name__ == "__main__":
    main()
