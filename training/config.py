"""The configuration of a training, read from config.toml; unknown keys are an error."""

import tomllib
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class EncoderConfig:
    """Shape of the encoder kept from the image."""

    layers: int
    window: int
    pieces_of_a_word: int


@dataclass(frozen=True)
class HeadsConfig:
    """Widths of the heads."""

    arc: int
    label: int
    dropout: float


@dataclass(frozen=True)
class Schedule:
    """Steps, rates and how the sources are mixed in an epoch."""

    epochs: int
    pieces: int
    encoder_rate: float
    head_rate: float
    warmup: int
    weight_decay: float
    german_rounds: int
    entity_rounds: int
    related_share: float


@dataclass(frozen=True)
class Continued:
    """What differs in the schedule of a training that starts from the weights of another."""

    epochs: int
    encoder_rate: float
    head_rate: float
    related_share: float


@dataclass(frozen=True)
class EntityHead:
    """Steps and rate of the entity head's own training."""

    epochs: int
    words: int
    rate: float
    weight_decay: float


@dataclass(frozen=True)
class Teacher:
    """The network that is trained first: what differs from the schedule."""

    epochs: int
    encoder_rate: float
    head_rate: float
    related_share: float


@dataclass(frozen=True)
class Losses:
    """Weights of the losses in their sum."""

    arcs: float
    labels: float
    tags: float
    features: float
    entities: float
    lemmas: float
    subjunctive: float
    silver: float


@dataclass(frozen=True)
class VocabularyConfig:
    """Which words decide the pieces that are shipped."""

    frequent_words: int
    capitals: int


@dataclass(frozen=True)
class Sources:
    """File names (without endings) under ud/ and ner/ of the data folder."""

    german: list[str]
    held_out: str
    related: list[str]
    entities: str
    held_out_entities: str
    uner: str
    own_parses: str
    own_news: str
    own_written: str
    own_treebank: str


@dataclass(frozen=True)
class Config:
    """A training.

    Args:
        seeds: one for each run of the network that is shipped, whose weights are averaged; the first for all else.
    """

    seeds: list[int]
    threads: int
    encoder: EncoderConfig
    heads: HeadsConfig
    schedule: Schedule
    teacher: Teacher
    continued: Continued
    entity_head: EntityHead
    losses: Losses
    vocabulary: VocabularyConfig
    sources: Sources

    @property
    def seed(self) -> int:
        """What the random numbers of a run start from."""
        return self.seeds[0]

    def with_seed(self, seed: int) -> "Config":
        """The configuration of one run."""
        return replace(self, seeds=[seed])

    def as_teacher(self) -> "Config":
        """The configuration of the teacher's training."""
        return replace(self, schedule=replace(self.schedule, **asdict(self.teacher)))

    def as_continued(self) -> "Config":
        """The configuration of a training that starts from the weights of another."""
        return replace(self, schedule=replace(self.schedule, **asdict(self.continued)))


def read_config(path: Path | None = None) -> Config:
    """The configuration in a file, by default the one beside this module."""
    raw: dict[str, Any] = tomllib.loads((path or Path(__file__).with_name("config.toml")).read_text(encoding="utf8"))
    return Config(
        encoder=EncoderConfig(**raw.pop("encoder")),
        heads=HeadsConfig(**raw.pop("heads")),
        schedule=Schedule(**raw.pop("schedule")),
        teacher=Teacher(**raw.pop("teacher")),
        continued=Continued(**raw.pop("continued")),
        entity_head=EntityHead(**raw.pop("entity_head")),
        losses=Losses(**raw.pop("losses")),
        vocabulary=VocabularyConfig(**raw.pop("vocabulary")),
        sources=Sources(**raw.pop("sources")),
        **raw,
    )
