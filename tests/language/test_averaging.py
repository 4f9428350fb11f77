"""The mean of runs from the same start."""

import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")


def test_mean_of_two_runs(tmp_path: Path) -> None:
    from training.labels import Labels
    from training.loop import average_runs

    labels = Labels(["NOUN"], [], {}, [], [], [])
    for number, value in enumerate((1.0, 4.0)):
        run = tmp_path / str(number)
        run.mkdir()
        labels.save(run / "labels.json")
        torch.save({"model": {"tags.bias": torch.full((2,), value)}}, run / "final.pt")
    average_runs([tmp_path / "0", tmp_path / "1"], tmp_path / "mean")
    saved = torch.load(tmp_path / "mean" / "final.pt", weights_only=True)["model"]
    assert saved["tags.bias"].tolist() == [2.5, 2.5]
    assert json.loads((tmp_path / "mean" / "labels.json").read_text()) == json.loads(
        (tmp_path / "0" / "labels.json").read_text()
    )
