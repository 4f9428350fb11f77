"""A layer's feed-forward half in int8, with its largest inner features apart."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("onnx")

from onnx import TensorProto, helper, save
from onnxruntime import InferenceSession

from training.graph import Graph

WIDTH, INNER, LARGE = 16, 64, 5


def product(x: np.ndarray, few: list[int], quantised: bool, path: Path) -> np.ndarray:
    """What the graph gives for weights whose feature LARGE is fifty times the others."""
    generator = np.random.default_rng(1)
    inner = generator.standard_normal((WIDTH, INNER)).astype(np.float32)
    outer = generator.standard_normal((INNER, WIDTH)).astype(np.float32)
    inner[:, LARGE] *= 50
    graph = Graph(quantised)
    biases = np.full(INNER, 0.1, dtype=np.float32), np.full(WIDTH, 0.2, dtype=np.float32)
    name = graph.feed_forward("x", (inner, biases[0]), (outer, biases[1]), few, "layer")
    ends = [helper.make_tensor_value_info(end, TensorProto.FLOAT, ["N", WIDTH]) for end in ("x", name)]
    save(graph.model(ends[:1], ends[1:], "half"), path)
    found: np.ndarray = InferenceSession(str(path)).run(None, {"x": x})[0]
    return found


def test_large_features_apart_leave_less_error(tmp_path: Path) -> None:
    x = np.random.default_rng(2).standard_normal((20, WIDTH)).astype(np.float32)
    full = product(x, [], False, tmp_path / "full.onnx")
    errors = [
        np.abs(product(x, few, True, tmp_path / "int8.onnx") - full).mean() / np.abs(full).mean()
        for few in ([], [LARGE])
    ]
    assert errors[1] < 0.02
    assert errors[1] < errors[0]
