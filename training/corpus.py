"""The sentences of a training, from the data folder and from own/ beside this module."""

from dataclasses import dataclass, replace
from pathlib import Path

from training.config import Config, Sources
from training.conllu import read_treebank
from training.entities import read_germeval, read_uner
from training.sentences import Sentence

OWN = Path(__file__).with_name("own")
LONGEST_GERMAN = 110  # words; longer sentences are mostly lists and cost memory
LONGEST_RELATED = 60


@dataclass(frozen=True)
class Corpus:
    """Sentences by what an epoch does with them.

    Args:
        german: with trees made or checked by people.
        entities: with entities; with trees where the teacher has given them some.
        news: likewise, our own news sentences.
    """

    german: list[Sentence]
    related: list[Sentence]
    entities: list[Sentence]
    news: list[Sentence]
    held_out: list[Sentence]
    held_out_entities: list[Sentence]


def style_of(name: str) -> str:
    """The style a treebank file belongs to: "de_gsd-dev" → "de_gsd"."""
    return name.split("-")[0]


def read_corpus(data: Path, config: Config, everything: bool, silver: Path | None = None, own: bool = True) -> Corpus:
    """All sentences that the configuration names.

    Args:
        everything: train on the held-out parts too (for the weights that are shipped).
        silver: the teacher's trees (CoNLL-U).
        own: take the sentences of own/ too; the teacher does not.
    """
    sources = config.sources
    uner = read_uner(data / "ner" / f"{sources.uner}.iob2")
    german = [
        sentence
        for name in sources.german
        for sentence in read_treebank(data / "ud" / f"{name}.conllu", style_of(name), uner if "pud" in name else None)
    ]
    german = with_one_habit(german)
    related = [
        sentence for name in sources.related for sentence in read_treebank(data / "ud" / f"{name}.conllu.gz", name)
    ]
    held_out = read_treebank(data / "ud" / f"{sources.held_out}.conllu", style_of(sources.held_out))
    entities = read_germeval(data / "ner" / f"{sources.entities}.tsv")
    held_out_entities = read_germeval(data / "ner" / f"{sources.held_out_entities}.tsv")
    news: list[Sentence] = []
    if own:
        checked, news = read_own(sources)
        german = with_entities(german, OWN / f"{sources.own_treebank}.iob2") + checked
        entities = entities + read_germeval(OWN / f"{sources.own_written}.iob2")
    if everything:
        german, entities = german + held_out, entities + held_out_entities
    if silver is not None:
        entities, news = with_trees(entities, silver), with_trees(news, silver)
    return Corpus(
        german=[sentence for sentence in german if len(sentence.words) <= LONGEST_GERMAN],
        related=[sentence for sentence in related if len(sentence.words) <= LONGEST_RELATED],
        entities=[sentence for sentence in entities if len(sentence.words) <= LONGEST_GERMAN],
        news=[sentence for sentence in news if len(sentence.words) <= LONGEST_GERMAN],
        held_out=held_out,
        held_out_entities=held_out_entities,
    )


def read_own(sources: Sources) -> tuple[list[Sentence], list[Sentence]]:
    """Our own news: the sentences with checked trees and entities, and the others, which have entities only."""
    path = OWN / f"{sources.own_news}.iob2"
    checked = with_entities(read_treebank(OWN / f"{sources.own_parses}.conllu", "de_gsd"), path)
    known = {sentence.words for sentence in checked}
    return checked, [sentence for sentence in read_germeval(path) if sentence.words not in known]


def read_sample() -> list[Sentence]:
    """Our own news that no training sees."""
    return with_entities(read_treebank(OWN / "held_out.conllu", "de_gsd"), OWN / "held_out.iob2")


def with_entities(sentences: list[Sentence], path: Path) -> list[Sentence]:
    """The sentences with the entities that a file has for them."""
    named = {sentence.words: sentence.entities for sentence in read_germeval(path)}
    return [
        replace(sentence, entities=named[sentence.words]) if sentence.words in named else sentence
        for sentence in sentences
    ]


def with_trees(sentences: list[Sentence], silver: Path) -> list[Sentence]:
    """The sentences with the teacher's tags, features and trees."""
    trees = {tree.words: tree for tree in read_treebank(silver, "de_gsd")}
    return [
        replace(trees[sentence.words], entities=sentence.entities, lemmas=None, silver=True)
        if sentence.words in trees
        else sentence
        for sentence in sentences
    ]


def with_one_habit(german: list[Sentence]) -> list[Sentence]:
    """PUD's adverbs without a tag where GSD may call them adjectives.

    PUD tags "deutlich" in "deutlich mehr" as an adverb, GSD as an adjective; what GSD has as an adverb stays one.
    """
    adverbs = {
        word.lower()
        for sentence in german
        if sentence.style == "de_gsd"
        for word, tag in zip(sentence.words, sentence.tags or (), strict=True)
        if tag == "ADV"
    }
    return [
        replace(
            sentence,
            tags=tuple(
                None if tag == "ADV" and word.lower() not in adverbs else tag
                for word, tag in zip(sentence.words, sentence.tags or (), strict=True)
            ),
        )
        if sentence.style == "de_pud"
        else sentence
        for sentence in german
    ]
