"""From a trained run to the files that kg ships."""

import json
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from kg.language.morphology import VERBAL, written
from training.batches import Encoder, collate
from training.config import Config
from training.corpus import Corpus
from training.exceptions import lemma_table
from training.graph import MICROSOFT, Graph, four_bit_tensor
from training.image import BLOCK, Image, open_image
from training.labels import Labels
from training.loop import build_segmenter, load_trained
from training.model import Analyser
from training.sentences import Sentence
from training.vocabulary import kept_pieces

STYLE = "de_gsd"  # whose habits the shipped parser follows
SENTENCES_FOR_SCALES = 300
LARGE_FEATURES = 8  # of a layer's 1,536: one is up to ten times the others, which cost int8 0.4 points of LAS


def array(tensor: object) -> np.ndarray:
    """A parameter as a float32 array."""
    return tensor.detach().numpy().astype(np.float32)  # type: ignore[attr-defined,no-any-return]


def value(name: str, kind: int, shape: list[str | int]) -> onnx.ValueInfoProto:
    """Description of an input or output."""
    return helper.make_tensor_value_info(name, kind, shape)


def encoder_graph(
    graph: Graph, model: Analyser, image: Image, kept: list[int], large: list[list[int]], window: int
) -> str:
    """Pieces to vectors [B, L, width]; the name of the result."""
    encoder = model.encoder
    blocks = image.blocks("emb.word", image.width)
    graph.constants.append(four_bit_tensor(blocks.codes[kept], "pieces.codes"))
    scales = graph.constant("pieces.scales", blocks.scales[kept].astype(np.float32))
    x = graph.node(
        "GatherBlockQuantized",
        ["pieces.codes", "ids", scales],
        "pieces",
        MICROSOFT,
        gather_axis=0,
        quantize_axis=1,
        block_size=BLOCK,
    )
    shape = graph.node("Shape", ["ids"], "length", start=1, end=2)
    zero = graph.constant("zero", np.array([0], dtype=np.int64))
    table = graph.constant("positions.table", array(encoder.positions.weight)[:window])
    places = graph.node("Slice", [table, zero, shape], "positions")
    x = graph.node("Add", [x, places], "embedded")
    x = graph.node(
        "LayerNormalization",
        [
            x,
            graph.constant("norm.gamma", array(encoder.norm.weight)),
            graph.constant("norm.beta", array(encoder.norm.bias)),
        ],
        "normed",
        axis=-1,
        epsilon=image.epsilon,
    )
    for number, layer in enumerate(encoder.layers):
        at = f"layer{number}"
        y = graph.attention(
            x, array(layer.qkv.weight).T, array(layer.qkv.bias), "lengths", image.attention_heads, f"{at}.heads"
        )
        y = graph.linear(y, array(layer.attended.weight).T, array(layer.attended.bias), f"{at}.attended")
        x = graph.skip_norm(
            y, x, array(layer.attended_norm.weight), array(layer.attended_norm.bias), image.epsilon, f"{at}.norm"
        )
        inner = array(layer.inner.weight).T, array(layer.inner.bias)
        outer = array(layer.outer.weight).T, array(layer.outer.bias)
        y = graph.feed_forward(x, inner, outer, large[number], at)
        x = graph.skip_norm(
            y, x, array(layer.outer_norm.weight), array(layer.outer_norm.bias), image.epsilon, f"{at}.out"
        )
    return x


def head_graph(graph: Graph, model: Analyser, labels: Labels, x: str, width: int) -> list[onnx.ValueInfoProto]:
    """The heads over word vectors; descriptions of the outputs. Heads stay in full precision: they are small."""
    flat = graph.node("Reshape", [x, graph.constant("flat.shape", np.array([-1, width], dtype=np.int64))], "flat")
    ends = graph.node(
        "Add",
        [graph.node("Gather", [flat, "first"], "word.first"), graph.node("Gather", [flat, "last"], "word.last")],
        "word.sum",
    )
    words = graph.node("Mul", [ends, graph.constant("half", np.array(0.5, dtype=np.float32))], "words")
    style = array(model.style.weight)[labels.styles.index(STYLE)]
    styled = graph.node("Add", [words, graph.constant("style", style)], "styled")

    def linear(source: str, layer: object, name: str) -> str:
        return graph.linear(source, array(layer.weight).T, array(layer.bias), name, quantised=False)  # type: ignore[attr-defined]

    graph.node("ArgMax", [linear(styled, model.tags, "tags.scores")], "tags", axis=-1, keepdims=0)
    graph.node("ArgMax", [linear(styled, model.lemmas, "lemmas.scores")], "lemmas", axis=-1, keepdims=0)
    graph.node("LogSoftmax", [linear(words, model.entities, "entities.scores")], "entities", axis=-1)
    sizes = graph.constant("features.sizes", np.array(list(model.feature_sizes.values()), dtype=np.int64))
    names = [f"feature.{name}" for name in model.feature_sizes]
    graph.nodes.append(
        helper.make_node("Split", [linear(styled, model.features, "features.scores"), sizes], names, axis=-1)
    )
    logs = [graph.node("LogSoftmax", [name], f"{name}.logs", axis=-1) for name in names]
    graph.node("Concat", logs, "features", axis=-1)

    # The root stands before the words of every sentence.
    rows = graph.node("Shape", ["first"], "rows", start=0, end=1)
    one = graph.constant("one", np.array([1], dtype=np.int64))
    size = graph.constant("width", np.array([width], dtype=np.int64))
    root_shape = graph.node("Concat", [rows, one, size], "root.shape", axis=0)
    root = graph.node("Expand", [graph.constant("root", array(model.root)[None, None]), root_shape], "roots")
    heads = graph.node("Concat", [root, styled], "with_root", axis=1)
    arc_head = graph.node("Gelu", [linear(heads, model.arc_head, "arc_head.in")], "arc_head", MICROSOFT)
    arc_dependent = graph.node(
        "Gelu", [linear(styled, model.arc_dependent, "arc_dependent.in")], "arc_dependent", MICROSOFT
    )
    form = array(model.arc_form)
    bilinear = graph.linear(arc_dependent, form[:-1], form[-1], "arc_form", quantised=False)
    graph.node("MatMul", [bilinear, graph.node("Transpose", [arc_head], "arc_head.turned", perm=[0, 2, 1])], "arcs")
    graph.node("Gelu", [linear(heads, model.label_head, "label_head.in")], "label_head", MICROSOFT)
    graph.node("Gelu", [linear(styled, model.label_dependent, "label_dependent.in")], "label_dependent", MICROSOFT)
    label = model.label_head.out_features
    return [
        value("tags", TensorProto.INT64, ["B", "W"]),
        value("lemmas", TensorProto.INT64, ["B", "W"]),
        value("entities", TensorProto.FLOAT, ["B", "W", len(labels.entities)]),
        value("features", TensorProto.FLOAT, ["B", "W", sum(model.feature_sizes.values())]),
        value("arcs", TensorProto.FLOAT, ["B", "W", "W1"]),
        value("label_head", TensorProto.FLOAT, ["B", "W1", label]),
        value("label_dependent", TensorProto.FLOAT, ["B", "W", label]),
    ]


def analyser_model(
    model: Analyser,
    labels: Labels,
    image: Image,
    kept: list[int],
    large: list[list[int]],
    config: Config,
    quantised: bool = True,
) -> onnx.ModelProto:
    """The encoder with all heads but the labels of arcs.

    Args:
        kept: the pieces that are shipped.
        large: of each layer the inner features that are not quantised.
    """
    graph = Graph(quantised)
    x = encoder_graph(graph, model, image, kept, large, config.encoder.window)
    outputs = head_graph(graph, model, labels, x, image.width)
    inputs = [
        value("ids", TensorProto.INT64, ["B", "L"]),
        value("lengths", TensorProto.INT32, ["B"]),
        value("first", TensorProto.INT64, ["B", "W"]),
        value("last", TensorProto.INT64, ["B", "W"]),
    ]
    return graph.model(inputs, outputs, "analyser")


def label_model(model: Analyser, quantised: bool = True) -> onnx.ModelProto:
    """Scores [N, relations] of arcs given the vectors of dependents and heads [N, width], once the tree is chosen."""
    graph = Graph(quantised)
    form = array(model.label_form)  # [relations, dependent + 1, head + 1]: the last row and column are biases
    relations, size, _ = form.shape
    flat = form.transpose(1, 0, 2).reshape(size, relations * size)
    product = graph.linear("dependent", flat[:-1], flat[-1], "form")
    shape = graph.constant("shape", np.array([-1, relations, size], dtype=np.int64))
    product = graph.node("Reshape", [product, shape], "product")
    pads = graph.constant("one.pads", np.array([0, 0, 0, 1], dtype=np.int64))
    one = graph.node("Pad", ["head", pads, graph.constant("one", np.array(1, dtype=np.float32))], "head.one")
    axis = graph.constant("axis", np.array([2], dtype=np.int64))
    column = graph.node("Unsqueeze", [one, axis], "head.column")
    graph.node("Squeeze", [graph.node("MatMul", [product, column], "scores.column"), axis], "scores")
    inputs = [value(name, TensorProto.FLOAT, ["N", size - 1]) for name in ("dependent", "head")]
    return graph.model(inputs, [value("scores", TensorProto.FLOAT, ["N", relations])], "labels")


@torch.no_grad()
def large_features(model: Analyser, encoder: Encoder, sentences: list[Sentence]) -> list[list[int]]:
    """Of each layer the inner features with the largest values on some sentences."""
    largest = [torch.zeros(layer.outer.in_features) for layer in model.encoder.layers]

    def watch(number: int) -> Any:
        def note(_: object, given: tuple[torch.Tensor]) -> None:
            largest[number] = torch.maximum(largest[number], given[0].abs().flatten(0, -2).amax(0))

        return note

    hooks = [layer.outer.register_forward_pre_hook(watch(number)) for number, layer in enumerate(model.encoder.layers)]
    for sentence in sentences:
        if (item := encoder.item(sentence)) is not None:
            batch = collate([item])
            model.encoder(batch.ids, batch.mask)
    for hook in hooks:
        hook.remove()
    return [sorted(values.topk(LARGE_FEATURES).indices.tolist()) for values in largest]


def attested_bundles(sentences: list[Sentence]) -> dict[str, list[str]]:
    """The combinations of features that words of each tag carry in the treebanks, as UD strings.

    A combination seen once is left out, and so is a verb form without VerbForm: slips of the annotation.
    """
    seen: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for tag, features in zip(sentence.tags or (), sentence.features or (), strict=True):
            if tag is not None and (tag not in VERBAL or "VerbForm" in features):
                seen.setdefault(tag, Counter())[written(features)] += 1
    return {tag: sorted(name for name, count in counts.items() if count > 1) or [""] for tag, counts in seen.items()}


def export(
    corpus: Corpus,
    texts: Path,
    run: Path,
    target: Path,
    config: Config,
    quantised: bool = True,
    finish: Callable[[Path], None] | None = None,
) -> None:
    """Write the shipped files; the target folder is swapped in whole, so that a reader never sees half of it.

    Args:
        corpus: what the run was trained on.
        texts: a folder of texts whose words' pieces are kept.
        finish: called with the new folder before it takes its place.
    """
    model, labels = load_trained(run, config)
    image = open_image()
    segmenter = build_segmenter(config, image)
    german = [*corpus.german, *corpus.entities, *corpus.news]
    kept = kept_pieces(image, segmenter, german, texts, config.vocabulary)
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    encoder = Encoder(labels, segmenter, config.encoder.window)
    large = large_features(model, encoder, corpus.german[:SENTENCES_FOR_SCALES])
    onnx.save(analyser_model(model, labels, image, kept, large, config, quantised), fresh / "analyser.onnx")
    onnx.save(label_model(model, quantised), fresh / "labels.onnx")
    lines = [f"{image.pieces[number]}\t{image.scores[number]:.5f}\n" for number in kept]
    (fresh / "pieces.tsv").write_text("".join(lines), encoding="utf8")
    (fresh / "lemmas.tsv").write_text(
        "".join(f"{a}\t{b}\t{c}\n" for a, b, c in lemma_table(corpus.german)), encoding="utf8"
    )
    inventory = {
        "version": 1,
        "window": config.encoder.window,
        "pieces_of_a_word": config.encoder.pieces_of_a_word,
        "unknown": image.unknown,
        "tags": labels.tags,
        "relations": labels.relations,
        "features": labels.features,
        "entities": labels.entities,
        "scripts": labels.scripts,
        "bundles": attested_bundles(corpus.german),
    }
    (fresh / "inventory.json").write_text(json.dumps(inventory, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    if finish is not None:
        finish(fresh)
    swap(fresh, target)


def swap(fresh: Path, target: Path) -> None:
    """Put a finished folder in the place of another."""
    old = target.with_name(target.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
