"""Quick scores during training: greedy arcs, gold tokens, no quantisation. The export is measured apart."""

import torch

from training.batches import Encoder, collate
from training.entities import spans
from training.model import Analyser
from training.sentences import IGNORED, Sentence


@torch.no_grad()
def score_parse(model: Analyser, encoder: Encoder, sentences: list[Sentence]) -> dict[str, float]:
    """Shares of right tags, moods, arcs and labelled arcs (main relations)."""
    hits = dict.fromkeys(("UPOS", "Mood", "Tense", "lemma", "UAS", "LAS"), 0.0)
    total = verbs = lemmas = 0
    main = [name.split(":")[0] for name in encoder.relations]
    items = [item for sentence in sentences if (item := encoder.item(sentence)) is not None]
    items.sort(key=lambda item: len(item.ids))
    for start in range(0, len(items), 16):
        batch = collate(items[start : start + 16])
        targets = batch.targets
        with torch.autocast("cpu", torch.bfloat16):
            x = model.styled(model.word_vectors(batch), batch.styles)
            scores, label_head, label_dependent = model.arcs(x, batch.words)
            heads = scores.argmax(-1)
            labels = model.labels(label_head, label_dependent, heads).argmax(-1)
            tags, features = model.tags(x).argmax(-1), model.split_features(model.features(x))
            scripts = model.lemmas(x).argmax(-1)
        words = batch.words
        arcs = (heads == targets["arcs"]) & words
        same = torch.tensor(
            [
                [main[a] == main[b] for a, b in zip(p, q, strict=True)]
                for p, q in zip(labels.tolist(), targets["labels"].clamp(min=0).tolist(), strict=True)
            ]
        )
        total += int(words.sum())
        hits["UPOS"] += int(((tags == targets["tags"]) & words).sum())
        hits["UAS"] += int(arcs.sum())
        hits["LAS"] += int((arcs & same).sum())
        finite = words & (targets["Mood"] > 0)
        verbs += int(finite.sum())
        for name in ("Mood", "Tense"):
            hits[name] += int(((features[name].argmax(-1) == targets[name]) & finite).sum())
        known = targets["lemmas"] != IGNORED
        lemmas += int(known.sum())
        hits["lemma"] += int(((scripts == targets["lemmas"]) & known).sum())
    size = {"Mood": verbs, "Tense": verbs, "lemma": lemmas}
    return {name: count / max(1, size.get(name, total)) for name, count in hits.items()}


@torch.no_grad()
def score_entities(model: Analyser, encoder: Encoder, sentences: list[Sentence]) -> dict[str, float]:
    """F1 for each kind of entity, tags taken greedily."""
    names = list(encoder.entities)
    counts: dict[str, list[int]] = {}
    items = [item for sentence in sentences if (item := encoder.item(sentence)) is not None]
    items.sort(key=lambda item: len(item.ids))
    for start in range(0, len(items), 32):
        part = items[start : start + 32]
        with torch.autocast("cpu", torch.bfloat16):
            guesses = model.entities(model.word_vectors(collate(part))).argmax(-1)
        for row, item in enumerate(part):
            gold = spans([names[number] for number in item.targets["entities"]])
            mine = spans([names[int(number)] for number in guesses[row, : len(item.first)]])
            for group, place in ((gold & mine, 0), (mine - gold, 1), (gold - mine, 2)):
                for _, _, kind in group:
                    counts.setdefault(kind, [0, 0, 0])[place] += 1
    return {kind: 2 * a / max(1, 2 * a + b + c) for kind, (a, b, c) in sorted(counts.items())}
