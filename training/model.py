"""The network: first layers of multilingual-e5-small; heads for tags, morphology, parse, entities and lemmas."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import Batch
from training.config import Config, Losses
from training.image import Image
from training.labels import Labels
from training.sentences import IGNORED

FAR = -1e4  # a score no argmax takes
ENCODER_DROPOUT = 0.1


class Layer(nn.Module):
    """One BERT layer, normalised after each half."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, epsilon)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.outer_norm = nn.LayerNorm(width, epsilon)
        self.dropout = nn.Dropout(ENCODER_DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        rows, length, width = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        attended = (
            functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
            .transpose(1, 2)
            .reshape(rows, length, width)
        )
        x = self.attended_norm(x + self.dropout(self.attended(attended)))
        return self.outer_norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class PieceEncoder(nn.Module):
    """Embeddings (frozen but for positions) and layers, filled from the image."""

    def __init__(self, image: Image, layers: int) -> None:
        super().__init__()
        width = image.width

        def matrix(name: str, columns: int = width) -> Tensor:
            return torch.from_numpy(image.blocks(name, columns).dense())

        def vector(name: str) -> Tensor:
            return torch.from_numpy(image.floats(name))

        self.pieces = nn.Embedding.from_pretrained(matrix("emb.word"), freeze=True)
        kind = vector("emb.type").view(-1, width)[0]
        self.positions = nn.Embedding.from_pretrained(vector("emb.pos").view(-1, width) + kind, freeze=False)
        self.norm = nn.LayerNorm(width, image.epsilon)
        self.norm.weight.data, self.norm.bias.data = vector("emb.ln.w"), vector("emb.ln.b")
        self.layers = nn.ModuleList()
        for number in range(layers):
            layer = Layer(width, image.attention_heads, image.inner, image.epsilon)
            at = f"l{number}."
            layer.qkv.weight.data = torch.cat([matrix(f"{at}{part}.w") for part in "qkv"])
            layer.qkv.bias.data = torch.cat([vector(f"{at}{part}.b") for part in "qkv"])
            layer.attended.weight.data, layer.attended.bias.data = matrix(f"{at}ao.w"), vector(f"{at}ao.b")
            layer.attended_norm.weight.data, layer.attended_norm.bias.data = vector(f"{at}aln.w"), vector(f"{at}aln.b")
            layer.inner.weight.data, layer.inner.bias.data = matrix(f"{at}fi.w"), vector(f"{at}fi.b")
            layer.outer.weight.data, layer.outer.bias.data = matrix(f"{at}fo.w", image.inner), vector(f"{at}fo.b")
            layer.outer_norm.weight.data, layer.outer_norm.bias.data = vector(f"{at}oln.w"), vector(f"{at}oln.b")
            self.layers.append(layer)
        self.dropout = nn.Dropout(ENCODER_DROPOUT)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        x = self.pieces(ids) + self.positions(torch.arange(ids.shape[1]))
        x = self.dropout(self.norm(x))
        visible = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, visible)
        return x


def with_one(x: Tensor) -> Tensor:
    """The vectors with a constant 1 appended, so that a bilinear form has biases."""
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], -1)


class Analyser(nn.Module):
    """The encoder with its heads."""

    def __init__(self, image: Image, labels: Labels, config: Config) -> None:
        super().__init__()
        width, arc, label = image.width, config.heads.arc, config.heads.label
        self.encoder = PieceEncoder(image, config.encoder.layers)
        self.style = nn.Embedding(len(labels.styles), width)
        nn.init.zeros_(self.style.weight)
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.tags = nn.Linear(width, len(labels.tags))
        self.features = nn.Linear(width, sum(map(len, labels.features.values())))
        self.entities = nn.Linear(width, len(labels.entities))
        self.lemmas = nn.Linear(width, len(labels.scripts))
        self.arc_head, self.arc_dependent = nn.Linear(width, arc), nn.Linear(width, arc)
        self.label_head, self.label_dependent = nn.Linear(width, label), nn.Linear(width, label)
        self.arc_form = nn.Parameter(torch.randn(arc + 1, arc) * 0.02)
        self.label_form = nn.Parameter(torch.randn(len(labels.relations), label + 1, label + 1) * 0.02)
        self.dropout = nn.Dropout(config.heads.dropout)
        self.feature_sizes = {name: len(values) for name, values in labels.features.items()}
        mood = labels.features["Mood"]
        weights = torch.ones(len(mood))
        weights[mood.index("Sub")] = config.losses.subjunctive
        self.register_buffer("mood_weights", weights, persistent=False)

    def word_vectors(self, batch: Batch) -> Tensor:
        """A word's vector is the mean of its first and last piece: the stem and the ending. [B, W, width]"""
        x = self.encoder(batch.ids, batch.mask)
        width = x.shape[-1]
        first = torch.gather(x, 1, batch.first[:, :, None].expand(-1, -1, width))
        last = torch.gather(x, 1, batch.last[:, :, None].expand(-1, -1, width))
        return (first + last) / 2

    def styled(self, words: Tensor, styles: Tensor) -> Tensor:
        """Vectors for tags and parse: each treebank's habits are one added vector."""
        return words + self.style(styles)[:, None, :]

    def arcs(self, x: Tensor, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores [B, W, W + 1] of each word's heads, column 0 the root, and the vectors that labels are scored from."""
        rows, width, size = x.shape
        x = self.dropout(torch.cat([self.root.expand(rows, 1, size), x], 1))
        head = self.dropout(functional.gelu(self.arc_head(x)))
        dependent = self.dropout(functional.gelu(self.arc_dependent(x[:, 1:])))
        label_head = self.dropout(functional.gelu(self.label_head(x)))
        label_dependent = self.dropout(functional.gelu(self.label_dependent(x[:, 1:])))
        scores = (with_one(dependent) @ self.arc_form @ head.transpose(1, 2)).float()
        visible = torch.cat([words.new_ones(rows, 1), words], 1)
        scores = scores.masked_fill(~visible[:, None, :], FAR)
        itself = torch.zeros(width, width + 1, dtype=torch.bool)
        itself[torch.arange(width), torch.arange(width) + 1] = True
        return scores.masked_fill(itself[None], FAR), with_one(label_head), with_one(label_dependent)

    def labels(self, label_head: Tensor, label_dependent: Tensor, heads: Tensor) -> Tensor:
        """Scores [B, W, relations] of the labels of given arcs; heads count from 1, 0 is the root."""
        chosen = torch.gather(label_head, 1, heads[:, :, None].expand(-1, -1, label_head.shape[-1]))
        return torch.einsum("bwi,rij,bwj->bwr", label_dependent, self.label_form.to(label_dependent.dtype), chosen)

    def split_features(self, scores: Tensor) -> dict[str, Tensor]:
        """The scores of all features taken apart."""
        parts = scores.split(list(self.feature_sizes.values()), -1)
        return dict(zip(self.feature_sizes, parts, strict=True))

    def loss(self, batch: Batch, weights: Losses) -> Tensor:
        """The weighted sum over the heads that the batch has targets for."""
        words = self.word_vectors(batch)
        targets = batch.targets
        total = words.new_zeros(())
        if "arcs" in targets:
            trust = weights.silver if batch.silver else 1.0
            x = self.styled(words, batch.styles)
            scores, label_head, label_dependent = self.arcs(x, batch.words)
            heads = targets["arcs"].clamp(min=0)
            tree = weights.arcs * cross_entropy(scores, targets["arcs"])
            tree = tree + weights.labels * cross_entropy(
                self.labels(label_head, label_dependent, heads), targets["labels"]
            )
            dropped = self.dropout(x)
            tree = tree + weights.tags * cross_entropy(self.tags(dropped), targets["tags"])
            if "Mood" in targets:
                for name, part in self.split_features(self.features(dropped)).items():
                    weight = self.mood_weights if name == "Mood" else None
                    tree = tree + weights.features * cross_entropy(part, targets[name], weight)
            if "lemmas" in targets:
                tree = tree + weights.lemmas * cross_entropy(self.lemmas(dropped), targets["lemmas"])
            total = total + trust * tree
        if "entities" in targets:
            total = total + weights.entities * self.entity_loss(
                words, targets["entities"], batch.partial_entities[:, None].expand_as(batch.words)
            )
        return total

    def entity_loss(self, words: Tensor, targets: Tensor, partial: Tensor) -> Tensor:
        """Cross entropy of the entity tags; where MISC is not annotated, "O" stands for "O or MISC".

        Args:
            words: vectors [..., width].
            targets: classes [...].
            partial: whether MISC is not annotated [...].
        """
        logs = functional.log_softmax(self.entities(self.dropout(words)).float(), -1)
        hidden = logs[..., [0, -2, -1]].logsumexp(-1, keepdim=True)
        logs = torch.cat([torch.where(partial[..., None], hidden, logs[..., :1]), logs[..., 1:]], -1)
        return functional.nll_loss(logs.flatten(0, -2), targets.flatten(), ignore_index=IGNORED)


def cross_entropy(scores: Tensor, targets: Tensor, weight: Tensor | None = None) -> Tensor:
    """Mean over the words that have a target, 0 where none has."""
    if not bool((targets != IGNORED).any()):
        return scores.new_zeros(())
    return functional.cross_entropy(
        scores.float().flatten(0, -2), targets.flatten(), weight=weight, ignore_index=IGNORED
    )
