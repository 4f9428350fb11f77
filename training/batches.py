"""Sentences as tensors: pieces, word borders and targets, padded."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from kg.language.lemma_scripts import script_of
from kg.language.pieces import Segmenter
from training.augment import vary
from training.config import Config
from training.corpus import Corpus
from training.labels import NONE, Labels, german_relation
from training.sentences import IGNORED, Sentence


@dataclass
class Item:
    """One encoded sentence: piece ids, first and last piece of each word, targets by the name of the head."""

    ids: list[int]
    first: list[int]
    last: list[int]
    style: int
    targets: dict[str, list[int]]
    partial_entities: bool
    silver: bool


@dataclass
class Batch:
    """Items padded: ids and mask [B, L]; first, last and words [B, W]; targets [B, W], IGNORED as padding."""

    ids: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    words: Tensor
    styles: Tensor
    targets: dict[str, Tensor]
    partial_entities: Tensor
    silver: bool


class Encoder:
    """Turns sentences into items with fixed inventories."""

    def __init__(self, labels: Labels, segmenter: Segmenter, window: int) -> None:
        self.segmenter, self.window = segmenter, window
        self.tags = {name: i for i, name in enumerate(labels.tags)}
        self.relations = {name: i for i, name in enumerate(labels.relations)}
        self.features = {
            feature: {name: i for i, name in enumerate(values)} for feature, values in labels.features.items()
        }
        self.entities = {name: i for i, name in enumerate(labels.entities)}
        self.scripts = {name: i for i, name in enumerate(labels.scripts)}
        self.styles = {name: i for i, name in enumerate(labels.styles)}

    def item(self, sentence: Sentence) -> Item | None:
        """The encoded sentence, None where it is longer than the window."""
        ids, first, last = [0], [], []
        space = True
        for word, next_space in zip(sentence.words, sentence.spaces, strict=True):
            pieces = self.segmenter.ids(word, space)
            first.append(len(ids))
            ids += pieces
            last.append(len(ids) - 1)
            space = next_space
        ids.append(2)
        if len(ids) > self.window:
            return None
        style = self.styles.get(sentence.style, self.styles["de_gsd"])
        return Item(ids, first, last, style, self.targets(sentence), sentence.partial_entities, sentence.silver)

    def targets(self, sentence: Sentence) -> dict[str, list[int]]:
        """Class numbers for every head that the sentence has annotation for."""
        targets: dict[str, list[int]] = {}
        if sentence.heads is not None:
            # Column 0 of the arc scores is the root.
            targets["arcs"] = [0 if head == index else head + 1 for index, head in enumerate(sentence.heads)]
        if sentence.relations is not None:
            known = set(self.relations)
            targets["labels"] = [
                self.relations.get(german_relation(name, known), IGNORED) for name in sentence.relations
            ]
        if sentence.tags is not None:
            targets["tags"] = [IGNORED if tag is None else self.tags.get(tag, IGNORED) for tag in sentence.tags]
        if sentence.features is not None:
            for feature, numbers in self.features.items():
                targets[feature] = [numbers.get(one.get(feature, NONE), IGNORED) for one in sentence.features]
        if sentence.entities is not None:
            targets["entities"] = [self.entities[tag] for tag in sentence.entities]
        if sentence.lemmas is not None:
            targets["lemmas"] = [
                IGNORED if lemma is None else self.scripts.get(script_of(word, lemma), IGNORED)
                for word, lemma in zip(sentence.words, sentence.lemmas, strict=True)
            ]
        return targets


def collate(items: list[Item]) -> Batch:
    """Items padded into one batch; a head without targets anywhere is left out."""
    rows, length, width = len(items), max(len(x.ids) for x in items), max(len(x.first) for x in items)
    ids = torch.full((rows, length), 1)
    mask = torch.zeros(rows, length, dtype=torch.bool)
    first, last = torch.zeros(rows, width, dtype=torch.long), torch.zeros(rows, width, dtype=torch.long)
    words = torch.zeros(rows, width, dtype=torch.bool)
    targets = {name: torch.full((rows, width), IGNORED) for item in items for name in item.targets}
    for row, item in enumerate(items):
        ids[row, : len(item.ids)] = torch.tensor(item.ids)
        mask[row, : len(item.ids)] = True
        count = len(item.first)
        first[row, :count], last[row, :count] = torch.tensor(item.first), torch.tensor(item.last)
        words[row, :count] = True
        for name, values in item.targets.items():
            targets[name][row, :count] = torch.tensor(values)
    return Batch(
        ids,
        mask,
        first,
        last,
        words,
        torch.tensor([x.style for x in items]),
        targets,
        torch.tensor([x.partial_entities for x in items]),
        all(x.silver for x in items),
    )


def grouped(items: list[Item], pieces: int, generator: random.Random) -> Iterator[list[Item]]:
    """Items of similar length, together at most so many pieces with padding."""
    ordered = sorted(items, key=lambda item: len(item.ids) + generator.random() * 8)
    group: list[Item] = []
    longest = 0
    for item in ordered:
        if group and max(longest, len(item.ids)) * (len(group) + 1) > pieces:
            yield group
            group, longest = [], 0
        group.append(item)
        longest = max(longest, len(item.ids))
    if group:
        yield group


def epoch_batches(corpus: Corpus, encoder: Encoder, config: Config, epoch: int) -> list[list[Item]]:
    """The groups of one epoch, shuffled.

    German parses and entities several times, the news once, some of the related languages.
    """
    schedule = config.schedule
    generator = random.Random(f"{config.seed} {schedule.epochs} {epoch}")
    parses = [vary(sentence, generator) for _ in range(schedule.german_rounds) for sentence in corpus.german]
    entities = [vary(sentence, generator) for _ in range(schedule.entity_rounds) for sentence in corpus.entities]
    news = [vary(sentence, generator) for sentence in corpus.news]
    related = generator.sample(corpus.related, round(len(corpus.related) * schedule.related_share))
    groups: list[list[Item]] = []
    for sentences in (parses, entities, news, related):
        items = [item for sentence in sentences if (item := encoder.item(sentence)) is not None]
        groups += grouped(items, schedule.pieces, generator)
    generator.shuffle(groups)
    return groups
