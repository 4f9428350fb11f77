"""The training itself: epochs with checkpoints, so that a killed run goes on where it stopped."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from kg.language.pieces import Segmenter
from training.batches import Encoder, collate, epoch_batches
from training.config import Config
from training.corpus import Corpus
from training.image import open_image
from training.labels import Labels, collect_labels
from training.measure import score_entities, score_parse
from training.model import Analyser

LEAST_RATE = 0.01  # of the full rate, at the end


@dataclass(frozen=True)
class Start:
    """A finished run that another one starts from.

    Args:
        config: what it was trained with.
    """

    run: Path
    config: Config


def build_segmenter(config: Config, image: Any) -> Segmenter:
    """The segmenter over the whole multilingual vocabulary."""
    pieces = list(zip(image.pieces, map(float, image.scores), strict=True))
    return Segmenter(pieces, image.unknown, config.encoder.pieces_of_a_word)


def trained_state(model: Analyser) -> dict[str, torch.Tensor]:
    """The parameters without the frozen embeddings, which the image holds."""
    return {name: value for name, value in model.state_dict().items() if name != "encoder.pieces.weight"}


def save_checkpoint(path: Path, content: dict[str, Any]) -> None:
    """Write a checkpoint beside its place and move it there, so that a kill leaves the old one."""
    part = path.with_suffix(".part")
    torch.save(content, part)
    part.replace(path)


def train(
    corpus: Corpus,
    run: Path,
    config: Config,
    start: Start | None = None,
    measured: bool = True,
) -> None:
    """Train into a run folder, or go on with the run found there.

    Args:
        start: whose weights and inventories are taken over.
        measured: take the scores of the held-out parts after each epoch.
    """
    torch.manual_seed(config.seed)
    torch.set_num_threads(config.threads)
    run.mkdir(parents=True, exist_ok=True)
    image = open_image()
    if start is None:
        labels = collect_labels(corpus.german, corpus.related)
        model = Analyser(image, labels, config)
    else:
        model, labels = load_trained(start.run, start.config)
    labels.save(run / "labels.json")
    encoder = Encoder(labels, build_segmenter(config, image), config.encoder.window)
    schedule = config.schedule
    own = [value for name, value in model.named_parameters() if value.requires_grad and name.startswith("encoder.")]
    heads = [
        value for name, value in model.named_parameters() if value.requires_grad and not name.startswith("encoder.")
    ]
    optimizer = torch.optim.AdamW(
        [{"params": own, "lr": schedule.encoder_rate}, {"params": heads, "lr": schedule.head_rate}],
        weight_decay=schedule.weight_decay,
        fused=True,
    )
    steps = schedule.epochs * len(epoch_batches(corpus, encoder, config, 0))
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / schedule.warmup, max(LEAST_RATE, 1 - step / steps))
    )
    first = 0
    checkpoint = run / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"], strict=False)
        optimizer.load_state_dict(saved["optimizer"])
        rates.load_state_dict(saved["rates"])
        torch.set_rng_state(saved["rng"])
        first = saved["epoch"] + 1
    for epoch in range(first, schedule.epochs):
        started = time.time()
        loss = run_epoch(model, corpus, encoder, config, epoch, optimizer, rates)
        entry: dict[str, Any] = {"epoch": epoch, "loss": loss, "seconds": time.time() - started}
        if measured:
            model.eval()
            entry |= score_parse(model, encoder, corpus.held_out)
            entry |= score_entities(model, encoder, corpus.held_out_entities)
        save_checkpoint(
            checkpoint,
            {
                "model": trained_state(model),
                "optimizer": optimizer.state_dict(),
                "rates": rates.state_dict(),
                "rng": torch.get_rng_state(),
                "epoch": epoch,
            },
        )
        with (run / "scores.jsonl").open("a", encoding="utf8") as log:
            log.write(json.dumps({key: round(value, 4) for key, value in entry.items()}) + "\n")
    save_checkpoint(run / "final.pt", {"model": trained_state(model)})


def run_epoch(
    model: Analyser,
    corpus: Corpus,
    encoder: Encoder,
    config: Config,
    epoch: int,
    optimizer: torch.optim.Optimizer,
    rates: torch.optim.lr_scheduler.LRScheduler,
) -> float:
    """One pass; the mean loss."""
    model.train()
    groups = epoch_batches(corpus, encoder, config, epoch)
    total, started = 0.0, time.time()
    for number, group in enumerate(groups, 1):
        batch = collate(group)
        with torch.autocast("cpu", torch.bfloat16):
            loss = model.loss(batch, config.losses)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        rates.step()
        total += loss.item()
        if number % 50 == 0:
            print(
                f"epoch {epoch} step {number}/{len(groups)} loss {total / number:.3f} "
                f"{(time.time() - started) / number:.3f} s a step",
                flush=True,
            )
    return total / len(groups)


def average_runs(runs: list[Path], target: Path) -> None:
    """Write the mean of finished runs that started from the same weights ("model soup", Wortsman et al. 2022)."""
    states = [torch.load(run / "final.pt", weights_only=True)["model"] for run in runs]
    mean = {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}
    target.mkdir(parents=True, exist_ok=True)
    Labels.read(runs[0] / "labels.json").save(target / "labels.json")
    save_checkpoint(target / "final.pt", {"model": mean})


def load_trained(run: Path, config: Config) -> tuple[Analyser, Labels]:
    """The network of a run as of its last checkpoint."""
    labels = Labels.read(run / "labels.json")
    model = Analyser(open_image(), labels, config)
    source = run / "final.pt" if (run / "final.pt").exists() else run / "checkpoint.pt"
    state = torch.load(source, weights_only=True)["model"]
    missing = model.load_state_dict(state, strict=False)
    if missing.unexpected_keys or missing.missing_keys != ["encoder.pieces.weight"]:
        raise ValueError(f"{source}: does not fit the configuration: {missing}")
    model.eval()
    return model, labels
