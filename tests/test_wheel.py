"""What is installed works without the checkout: nothing in the package leans on a file beside it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_wheel_builds_the_seed_outside_the_checkout(tmp_path):
    source = tmp_path / "source"
    wanted = ("kg", "ontology", "pyproject.toml", "README.md", "LICENSE", "NOTICE")
    source.mkdir()
    for name in wanted:
        path = ROOT / name
        ignored = shutil.ignore_patterns("__pycache__")
        (shutil.copytree(path, source / name, ignore=ignored) if path.is_dir() else shutil.copy(path, source))
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    installed = tmp_path / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--target", installed, source], check=True)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    output = tmp_path / "graph.ttl"
    code = "import kg.cli, sys; assert kg.__file__.startswith(sys.argv.pop()), kg.__file__; kg.cli.app()"
    # Safe path: the working folder is not searched for modules.
    run = [sys.executable, "-P", "-c", code, "build", "seeds", "-o", str(output), str(installed)]
    subprocess.run(run, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(installed)}, check=True)
    assert "kg:opposes" in output.read_text(encoding="utf-8")
    assert "</html>" in output.with_suffix(".html").read_text(encoding="utf-8")
    query = "import kg.cli, sys; from kg.graph.vocab import ontology_file; ontology_file('shapes.ttl'); kg.cli.app()"
    run = [sys.executable, "-P", "-c", query, "query", str(output), "--name", "who-opposes-whom"]
    result = subprocess.run(
        run, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(installed)}, check=True, capture_output=True, text=True
    )
    assert "Wang Yi" in result.stdout
