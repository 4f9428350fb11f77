"""The Python of the documentation runs and shows what it says, from building the seed on."""

import doctest
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.api.building import build

ROOT = Path(__file__).parents[2]
PAGES = [
    p for p in (ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))) if "```pycon" in p.read_text(encoding="utf-8")
]


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[Path]:
    """A folder with `seeds/` in it and `out/graph.ttl` built, as after the README's first command."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    build(tmp_path / "seeds", tmp_path / "out" / "graph.ttl")
    before = Path.cwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)


def examples(path: Path) -> str:
    """The Python in a page, with everything else blank so that line numbers hold."""
    lines, inside = [], False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            inside = line == "```pycon"
            line = ""
        lines.append(line if inside else "")
    return "\n".join((*lines, ""))


def test_there_is_python_in_the_documentation() -> None:
    assert ROOT / "docs" / "python.md" in PAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_in_the_documentation_runs(page: Path, checkout: Path) -> None:
    test = doctest.DocTestParser().get_doctest(examples(page), {}, page.name, str(page), 0)
    assert test.examples
    messages: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=messages.append)
    assert not result.failed, "".join(messages)
