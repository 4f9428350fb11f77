"""The README keeps up with the program."""

import re
from pathlib import Path

import pytest

from kg.cli.main import COMMANDS
from kg.graph.shipped import shipped_queries

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_readme_has_exactly_two_commands():
    commands = re.findall(r"^\$ (pip install .*)$", README, re.MULTILINE)
    assert commands == ["pip install . && kg build seeds/ -o out/graph.ttl", "pip install '.[test]' && pytest"]


@pytest.mark.parametrize("command", COMMANDS)
def test_readme_shows_every_command(command):
    assert re.search(rf"\bkg {command} ", README)


def test_readme_names_only_queries_that_exist():
    names = set(shipped_queries())
    used = set(re.findall(r"--name ([a-z-]+)", README))
    assert used
    assert used <= names
