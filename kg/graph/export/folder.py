"""Folders that appear whole or not at all."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from kg.errors import GraphError


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files; one that an earlier export wrote is replaced.

    Args:
        files: name -> content.

    Raises:
        GraphError: the folder cannot be written, or holds files that this export would not write. What was there
            before is still there.
    """
    target = folder.resolve()  # a link stays a link to the new content
    if target.exists() and not target.is_dir():
        raise GraphError(f"{folder}: is a file, and this format has several. Name a folder.")
    temporary, old = (target.with_name(f".{target.name[:200]}.{os.getpid()}.{end}") for end in ("tmp", "old"))
    try:
        if target.is_dir() and (foreign := sorted({p.name for p in target.iterdir()} - files.keys())):
            raise GraphError(f"{folder}: holds other files ({_some(foreign)}). Name an empty or a new folder.")
        temporary.mkdir(parents=True)
        for name, content in files.items():
            with (temporary / name).open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        _swap(temporary, target, old)
    except OSError as error:
        raise GraphError(f"{folder}: cannot be written ({error.strerror}). Name a place you may write to.") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _swap(new: Path, target: Path, old: Path) -> None:
    """Put a folder in the place of another one, which comes back if that fails."""
    if not target.is_dir():
        new.replace(target)
        return
    target.replace(old)
    try:
        new.replace(target)
    except BaseException:
        old.replace(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _some(names: list[str]) -> str:
    return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
