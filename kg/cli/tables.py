"""What the commands that print tables share."""

import re
from enum import StrEnum

# What a terminal would obey rather than show.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class TableFormat(StrEnum):
    TABLE = "table"
    JSON = "json"


def printable(text: str) -> str:
    """Text on one line, without what a terminal would obey rather than show."""
    return _CONTROL.sub(" ", text)


def shortened(text: str, width: int = 100) -> str:
    """The beginning of a text on one line."""
    line = " ".join(printable(text).split())
    return line if len(line) <= width else f"{line[: width - 1].rstrip()}…"


def counted(number: int, noun: str) -> str:
    """`1 article`, `2,000 articles`."""
    return f"{number:,} {noun}" + "s" * (number != 1)
