"""The shipped network, run with onnxruntime."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from kg.language.pieces import Segmenter
from kg.language.windows import Window

PADDING = 1


@dataclass(frozen=True)
class Inventory:
    """Names of the classes of every head, and what the network expects."""

    version: int
    window: int
    pieces_of_a_word: int
    unknown: int
    tags: list[str]
    relations: list[str]
    features: dict[str, list[str]]
    entities: list[str]
    scripts: list[str]
    bundles: dict[str, list[str]]


@dataclass(frozen=True)
class Readings:
    """What the network says about one window of W words: class numbers and scores."""

    tags: NDArray[np.int64]  # [W]
    features: NDArray[np.float32]  # [W, values of all features], log probabilities
    lemmas: NDArray[np.int64]  # [W]
    entities: NDArray[np.float32]  # [W, entity tags], log probabilities
    arcs: NDArray[np.float32]  # [W, W + 1], column 0 the root
    label_head: NDArray[np.float32]  # [W + 1, width]
    label_dependent: NDArray[np.float32]  # [W, width]


def open_session(path: Path) -> Any:
    """A session that leaves other cores alone."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # one article is too little work for two
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_mem_pattern = False  # every batch has another shape
    # The graph is written with fused operators: only constants are left to fold.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Network:
    """The sessions with their vocabulary and inventories.

    Args:
        folder: the shipped files.
    """

    outputs = ("tags", "features", "lemmas", "entities", "arcs", "label_head", "label_dependent")

    def __init__(self, folder: Path) -> None:
        self.inventory = Inventory(**json.loads((folder / "inventory.json").read_text(encoding="utf8")))
        lines = (folder / "pieces.tsv").read_text(encoding="utf8").split("\n")
        pieces = [(piece, float(score)) for piece, _, score in (line.rpartition("\t") for line in lines if line)]
        self.segmenter = Segmenter(pieces, self.inventory.unknown, self.inventory.pieces_of_a_word)
        self.analyser = open_session(folder / "analyser.onnx")
        self.labeller = open_session(folder / "labels.onnx")

    def read(self, windows: list[Window]) -> list[Readings]:
        """Run one batch."""
        length, width = max(len(one.ids) for one in windows), max(len(one.words) for one in windows)
        ids = np.full((len(windows), length), PADDING, dtype=np.int64)
        lengths = np.array([len(one.ids) for one in windows], dtype=np.int32)
        first = np.zeros((len(windows), width), dtype=np.int64)
        last = np.zeros((len(windows), width), dtype=np.int64)
        for row, one in enumerate(windows):
            ids[row, : len(one.ids)] = one.ids
            first[row, : len(one.first)] = one.first
            last[row, : len(one.last)] = one.last
        offset = (np.arange(len(windows), dtype=np.int64) * length)[:, None]
        values = self.analyser.run(
            self.outputs, {"ids": ids, "lengths": lengths, "first": first + offset, "last": last + offset}
        )
        tags, features, lemmas, entities, arcs, label_head, label_dependent = values
        return [
            Readings(
                tags[row, :count],
                features[row, :count],
                lemmas[row, :count],
                entities[row, :count],
                arcs[row, :count, : count + 1],
                label_head[row, : count + 1],
                label_dependent[row, :count],
            )
            for row, count in enumerate(len(one.words) for one in windows)
        ]

    def label(self, dependents: NDArray[np.float32], heads: NDArray[np.float32]) -> NDArray[np.float32]:
        """Scores [N, relations] of N arcs."""
        scores: NDArray[np.float32] = self.labeller.run(["scores"], {"dependent": dependents, "head": heads})[0]
        return scores
