"""The annotation points at words that its articles have."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
STANCES = ("stances", "development", "unread", "calibration")


def strings_of(kind: str, annotation: dict[str, Any]) -> Iterator[str]:
    """Everything that must stand in the article."""
    if kind in ("quotations", "proposed"):
        for quotation in annotation["quotations"]:
            yield from (*quotation["quote"], *quotation["cue"], *quotation["frame"])
            yield from filter(None, (quotation["speaker"], quotation["addressee"]))
        return
    for actor in annotation["actors"]:
        yield from actor["names"]
    for relation in annotation["relations"]:
        yield relation["evidence"]
    for event in annotation["events"]:
        yield from (event["trigger"], event["time"], event["evidence"])


@pytest.mark.parametrize("path", sorted(HERE.glob("*/*.json")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_annotation_is_verbatim(path: Path) -> None:
    text = path.with_suffix(".txt").read_text(encoding="utf8").split("\n\n", 1)[1]
    annotation = json.loads(path.read_text(encoding="utf8"))
    assert annotation["id"] == path.stem
    assert not [string for string in strings_of(path.parent.name, annotation) if string not in text]


def test_relations_stand_between_listed_actors() -> None:
    for path in sorted(path for folder in STANCES for path in (HERE / folder).glob("*.json")):
        annotation = json.loads(path.read_text(encoding="utf8"))
        keys = {actor["key"] for actor in annotation["actors"]}
        assert {end for one in annotation["relations"] for end in (one["source"], one["target"])} <= keys
