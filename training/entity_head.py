"""The entity head trained once more, alone over the finished encoder: it gains what it loses among the other tasks."""

from pathlib import Path

import torch
from torch import Tensor

from training.batches import Encoder, collate
from training.config import Config
from training.corpus import Corpus
from training.image import open_image
from training.loop import build_segmenter, load_trained, save_checkpoint, trained_state
from training.model import Analyser
from training.sentences import Sentence

SENTENCES_AT_ONCE = 32


@torch.no_grad()
def named_words(model: Analyser, encoder: Encoder, sentences: list[Sentence]) -> tuple[Tensor, Tensor, Tensor]:
    """Vectors [N, width], entity classes [N] and whether MISC is not annotated [N], of all words of the sentences."""
    items = [item for sentence in sentences if sentence.entities and (item := encoder.item(sentence)) is not None]
    items.sort(key=lambda item: len(item.ids))
    vectors, targets, partial = [], [], []
    for start in range(0, len(items), SENTENCES_AT_ONCE):
        batch = collate(items[start : start + SENTENCES_AT_ONCE])
        with torch.autocast("cpu", torch.bfloat16):
            found = model.word_vectors(batch)
        vectors.append(found[batch.words].half())
        targets.append(batch.targets["entities"][batch.words])
        partial.append(batch.partial_entities[:, None].expand_as(batch.words)[batch.words])
    return torch.cat(vectors), torch.cat(targets), torch.cat(partial)


def retrain_entities(corpus: Corpus, run: Path, target: Path, config: Config) -> None:
    """Write a finished run anew into the target folder, with another entity head."""
    torch.manual_seed(config.seed)
    torch.set_num_threads(config.threads)
    model, labels = load_trained(run, config)
    encoder = Encoder(labels, build_segmenter(config, open_image()), config.encoder.window)
    named = [*corpus.german, *corpus.entities, *corpus.news]
    vectors, targets, partial = named_words(model, encoder, named)
    schedule = config.entity_head
    model.train()
    model.entities.reset_parameters()
    optimizer = torch.optim.AdamW(model.entities.parameters(), lr=schedule.rate, weight_decay=schedule.weight_decay)
    steps = schedule.epochs * (len(targets) // schedule.words)
    rates = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / steps))
    for _ in range(schedule.epochs):
        for part in torch.randperm(len(targets))[: steps // schedule.epochs * schedule.words].split(schedule.words):
            loss = model.entity_loss(vectors[part].float(), targets[part], partial[part])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            rates.step()
    target.mkdir(parents=True, exist_ok=True)
    labels.save(target / "labels.json")
    save_checkpoint(target / "final.pt", {"model": trained_state(model)})
