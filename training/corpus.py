"""The sentences of a training, from the data folder."""

from dataclasses import dataclass
from pathlib import Path

from training.config import Config
from training.conllu import read_treebank
from training.entities import read_germeval, read_uner
from training.sentences import Sentence

LONGEST_GERMAN = 110  # words; longer sentences are mostly lists and cost memory
LONGEST_RELATED = 60


@dataclass(frozen=True)
class Corpus:
    """Sentences by what an epoch does with them."""

    german: list[Sentence]
    related: list[Sentence]
    entities: list[Sentence]
    held_out: list[Sentence]
    held_out_entities: list[Sentence]


def style_of(name: str) -> str:
    """The style a treebank file belongs to: "de_gsd-dev" → "de_gsd"."""
    return name.split("-")[0]


def read_corpus(data: Path, config: Config, everything: bool) -> Corpus:
    """All sentences that the configuration names.

    Args:
        everything: train on the held-out parts too (for the weights that are shipped).
    """
    sources = config.sources
    uner = read_uner(data / "ner" / f"{sources.uner}.iob2")
    german = [
        sentence
        for name in sources.german
        for sentence in read_treebank(data / "ud" / f"{name}.conllu", style_of(name), uner if "pud" in name else None)
    ]
    related = [
        sentence for name in sources.related for sentence in read_treebank(data / "ud" / f"{name}.conllu.gz", name)
    ]
    held_out = read_treebank(data / "ud" / f"{sources.held_out}.conllu", style_of(sources.held_out))
    entities = read_germeval(data / "ner" / f"{sources.entities}.tsv")
    held_out_entities = read_germeval(data / "ner" / f"{sources.held_out_entities}.tsv")
    if everything:
        german, entities = german + held_out, entities + held_out_entities
    return Corpus(
        german=[sentence for sentence in german if len(sentence.words) <= LONGEST_GERMAN],
        related=[sentence for sentence in related if len(sentence.words) <= LONGEST_RELATED],
        entities=entities,
        held_out=held_out,
        held_out_entities=held_out_entities,
    )
