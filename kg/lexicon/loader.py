"""Reads and checks a table of the lexicon."""

import tomllib
from importlib import resources
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from kg.errors import LexiconError

Record = TypeVar("Record")


def read_table(name: str, record: type[Record]) -> tuple[Record, ...]:
    """The entries of `kg/lexicon/<name>.toml`, in the file's order.

    The file is a list of `[[entry]]` tables. `record` is a frozen dataclass; unknown or missing keys are an error, so
    declare it with `__pydantic_config__ = ConfigDict(extra="forbid")`.

    Raises:
        LexiconError: the table is missing, no TOML, or an entry does not fit the record.
    """
    path = resources.files("kg.lexicon") / f"{name}.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return TypeAdapter(tuple[record, ...]).validate_python(  # type: ignore[valid-type]
            data["entry"], strict=False
        )
    except (OSError, KeyError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise LexiconError(f"kg/lexicon/{name}.toml: {error}") from error
