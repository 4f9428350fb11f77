"""The tokens of a SPARQL query, as far as messages about it need them: also those of a query that is wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    STRING = "string"
    UNCLOSED = "unclosed"
    IRI = "iri"
    VARIABLE = "variable"
    BLANK = "blank"
    NAME = "name"
    NUMBER = "number"
    SUFFIX = "suffix"
    WORD = "word"
    SIGN = "sign"


_TOKEN = re.compile(
    r"""
    (?P<space>\s+|\#[^\n]*)
  | (?P<string>\"{3}(?:[^"\\]|\\.|\"(?!\"\"))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}
      |\"(?:[^"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')
  | (?P<unclosed>["'])
  | (?P<iri><[^<>"{}|^`\\\s]*>)
  | (?P<variable>[?$]\w+)
  | (?P<blank>_:[\w.-]*\w)
  | (?P<name>(?:[^\W\d_](?:[\w.-]*\w|))?:(?:(?:[\w:.%-]|\\.)*(?:[\w:%-]|\\.))?)
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<suffix>@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\^\^)
  | (?P<word>[^\W\d]\w*)
  | (?P<sign>&&|\|\||[<>!]=|.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query; `start` counts code points of it."""

    kind: Kind
    text: str
    start: int

    @property
    def prefix(self) -> str:
        """What stands before the colon of a name."""
        return self.text.partition(":")[0]

    def is_word(self, *words: str) -> bool:
        return self.kind is Kind.WORD and self.text.upper() in words

    def is_sign(self, *signs: str) -> bool:
        return self.kind is Kind.SIGN and self.text in signs


def tokens(sparql: str) -> list[Token]:
    """The tokens in their order, without spaces and comments. Never fails: what is no token is a sign."""
    return list(_read(sparql))


def _read(sparql: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(sparql):
        kind = match.lastgroup
        if kind == "unclosed":
            # Everything after a quotation mark that nothing closes is anybody's guess.
            yield Token(Kind.UNCLOSED, match[0], match.start())
            return
        if kind is not None and kind != "space":
            yield Token(Kind(kind), match[0], match.start())
