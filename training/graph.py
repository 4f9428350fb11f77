"""The network written as ONNX, int8 with scales per column, fused operators of onnxruntime."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"
OPSET = [helper.make_opsetid("", 21), helper.make_opsetid(MICROSOFT, 1)]
IR_VERSION = 10
# 7 bits of 8: processors without VNNI add pairs of products in 16 bits, which 8 bits would overflow.
LARGEST_CODE = 64


@dataclass
class Graph:
    """Nodes and constants under construction."""

    quantised: bool = True
    nodes: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)

    def constant(self, name: str, value: np.ndarray) -> str:
        """A named constant; its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(
        self, kind: str, inputs: list[str], name: str, domain: str = "", outputs: int = 1, **attributes: Any
    ) -> str:
        """A node with one output of its own name (further ones numbered); the name of the first."""
        names = [name, *(f"{name}.{number}" for number in range(1, outputs))]
        self.nodes.append(helper.make_node(kind, inputs, names, name=f"{name}/node", domain=domain, **attributes))
        return name

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray, name: str, quantised: bool | None = None) -> str:
        """x @ weight + bias; weight [in, out]."""
        if self.quantised if quantised is None else quantised:
            codes, scales = quantise_columns(weight)
            inputs = [
                x,
                self.constant(f"{name}.codes", codes),
                self.constant(f"{name}.scales", scales),
                self.constant(f"{name}.zeros", np.zeros_like(scales, dtype=np.int8)),
                self.constant(f"{name}.bias", bias),
            ]
            return self.node("DynamicQuantizeMatMul", inputs, name, MICROSOFT)
        product = self.node("MatMul", [x, self.constant(f"{name}.weight", weight)], f"{name}.product")
        return self.node("Add", [product, self.constant(f"{name}.bias", bias)], name)

    def feed_forward(
        self,
        x: str,
        inner: tuple[np.ndarray, np.ndarray],
        outer: tuple[np.ndarray, np.ndarray],
        few: list[int],
        name: str,
    ) -> str:
        """gelu(x @ inner + bias) @ outer + bias; each a weight [in, out] with its bias.

        Args:
            few: inner features whose values are so large that the others would be lost in their scale: they are kept in
                full precision (as in LLM.int8(), Dettmers et al. 2022).
        """
        within, to_within = inner
        without, to_without = outer
        if not self.quantised or not few:
            y = self.linear(x, within, to_within, f"{name}.inner")
            return self.linear(self.node("Gelu", [y], f"{name}.gelu", MICROSOFT), without, to_without, f"{name}.outer")
        y = self.linear(x, within[:, few], to_within[few], f"{name}.few", quantised=False)
        y = self.node("Gelu", [y], f"{name}.few.gelu", MICROSOFT)
        large = self.node("MatMul", [y, self.constant(f"{name}.few.outer", without[few])], f"{name}.large")
        rest = np.ones(len(without), dtype=np.float32)
        rest[few] = 0  # gelu(0) is 0
        y = self.linear(x, within * rest, to_within * rest, f"{name}.inner")
        y = self.node("Gelu", [y], f"{name}.gelu", MICROSOFT)
        y = self.linear(y, without * rest[:, None], to_without, f"{name}.outer.rest")
        return self.node("Add", [y, large], f"{name}.outer")

    def attention(self, x: str, weight: np.ndarray, bias: np.ndarray, lengths: str, heads: int, name: str) -> str:
        """Self-attention; weight [width, 3 * width] for queries, keys and values."""
        offset = self.constant(f"{name}.bias", bias)
        if not self.quantised:
            return self.node(
                "Attention",
                [x, self.constant(f"{name}.weight", weight), offset, lengths],
                name,
                MICROSOFT,
                num_heads=heads,
            )
        codes, scales = quantise_columns(weight)
        whole = self.node("DynamicQuantizeLinear", [x], f"{name}.input", outputs=3)
        inputs = [
            whole,
            self.constant(f"{name}.codes", codes),
            offset,
            f"{whole}.1",
            self.constant(f"{name}.scales", scales),
            lengths,
            f"{whole}.2",
            self.constant(f"{name}.zeros", np.zeros_like(scales, dtype=np.int8)),
        ]
        return self.node("QAttention", inputs, name, MICROSOFT, num_heads=heads)

    def skip_norm(self, x: str, skip: str, gamma: np.ndarray, beta: np.ndarray, epsilon: float, name: str) -> str:
        """LayerNorm(x + skip), as two operators: onnxruntime's SkipLayerNormalization is ten times slower."""
        whole = self.node("Add", [x, skip], f"{name}.sum")
        inputs = [whole, self.constant(f"{name}.gamma", gamma), self.constant(f"{name}.beta", beta)]
        return self.node("LayerNormalization", inputs, name, axis=-1, epsilon=epsilon)

    def model(self, inputs: list[Any], outputs: list[Any], name: str) -> onnx.ModelProto:
        """The finished, checked model."""
        graph = helper.make_graph(self.nodes, name, inputs, outputs, self.constants)
        return helper.make_model(graph, opset_imports=OPSET, ir_version=IR_VERSION, producer_name="kg")


def quantise_columns(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 codes [in, out] and one scale for each column."""
    scales = np.maximum(np.abs(weight).max(axis=0), 1e-8) / LARGEST_CODE
    return np.rint(weight / scales).astype(np.int8), scales.astype(np.float32)


def four_bit_tensor(codes: np.ndarray, name: str) -> onnx.TensorProto:
    """Codes 0–15 as a signed 4-bit tensor of codes - 8, two to a byte."""
    nibbles = ((codes.astype(np.int8) - 8) & 15).astype(np.uint8).ravel()
    packed = nibbles[0::2] | (nibbles[1::2] << 4)
    return helper.make_tensor(name, TensorProto.INT4, codes.shape, packed.tobytes(), raw=True)
