"""Sequences of records: for loops, for pandas, and as a table in Jupyter."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, overload

from kg.api.records import Value
from kg.errors import UsageError

if TYPE_CHECKING:
    from pandas import DataFrame

SHOWN = 50
"""Rows of the table in Jupyter; a sentence says how many there are."""

_CELL = "text-align:left;vertical-align:top;max-width:40em;white-space:pre-wrap"


class Record(Protocol):
    def row(self) -> dict[str, Value]: ...


R = TypeVar("R", bound=Record, covariant=True)


class Records(Sequence[R], Generic[R]):
    """Records in a fixed order, which nothing changes.

    Args:
        noun: what they are, in the plural, for messages.
        columns: of the table, where there are no records to tell them.
        hidden: columns that the table in Jupyter leaves out.
    """

    def __init__(
        self, records: Sequence[R], noun: str, columns: Sequence[str] = (), hidden: Sequence[str] = ()
    ) -> None:
        self._records = tuple(records)
        self._noun = noun
        self._columns = tuple(columns) or tuple(self._records[0].row() if self._records else ())
        self._hidden = tuple(hidden)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> "Records[R]": ...
    def __getitem__(self, index: int | slice) -> "R | Records[R]":
        if isinstance(index, slice):
            return Records(self._records[index], self._noun, self._columns, self._hidden)
        return self._records[index]

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return self._records == other._records if isinstance(other, Records) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._records)

    def __repr__(self) -> str:
        return f"<{len(self):,} {self._noun}>"

    def to_dicts(self) -> list[dict[str, Value]]:
        """One flat dict for each record: actors by their names, several of them joined by `; `."""
        return [record.row() for record in self._records]

    def to_pandas(self) -> "DataFrame":
        """A data frame with a row for each record. Dates stay text, as precise as they are known.

        Raises:
            UsageError: pandas is not installed.
        """
        try:
            from pandas import DataFrame
        except ImportError as error:
            raise UsageError("to_pandas() needs pandas. Install it: pip install 'kg[pandas]'") from error
        return DataFrame(self.to_dicts(), columns=list(self._columns))

    def _repr_html_(self) -> str:
        """A table of the first rows. All text is text: nothing of an article becomes markup."""
        columns = [name for name in self._columns if name not in self._hidden]
        head = "".join(f'<th style="text-align:left">{escape(name)}</th>' for name in columns)
        body = "".join(f"<tr>{_cells(record.row(), columns)}</tr>" for record in self._records[:SHOWN])
        note = f"{len(self):,} {self._noun}" + (f", the first {SHOWN} shown" if len(self) > SHOWN else "")
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{escape(note)}</p>"


def _cells(row: dict[str, Value], columns: Sequence[str]) -> str:
    texts = ("" if row[name] is None else str(row[name]) for name in columns)
    return "".join(f'<td style="{_CELL}">{escape(text)}</td>' for text in texts)
