"""Aligned rows on the terminal: cut to its width there, whole in a pipe or a file."""

import shutil
import sys
from collections.abc import Sequence

import typer
from rich.cells import cell_len, set_cell_size

GAP = 2
NARROWEST = 4
"""Columns are not cut below this: on a very narrow terminal the lines are longer than it."""
WIDEST = 120
"""Nothing is padded to more than this: one long text would widen every row. Longer cells push what follows aside."""
_LINES_AT_ONCE = 1000


def print_aligned(columns: Sequence[str], rows: Sequence[Sequence[str]], *, cut: bool) -> None:
    """Print rows under their columns' names.

    Args:
        cut: whether lines end at the terminal's width; the widest columns give way first.
    """
    natural = [max(map(cell_len, (name, *(row[i] for row in rows)))) for i, name in enumerate(columns)]
    available = shutil.get_terminal_size().columns - GAP * (len(columns) - 1)
    widths = fitting(natural, available) if cut else [min(width, WIDEST) for width in natural]
    header = _line(columns, widths, cut=cut)
    typer.echo(typer.style(header, bold=True) if sys.stdout.isatty() else header)
    for first in range(0, len(rows), _LINES_AT_ONCE):
        lines = (_line(row, widths, cut=cut) for row in rows[first : first + _LINES_AT_ONCE])
        typer.echo("\n".join(lines))


def fitting(natural: Sequence[int], available: int) -> list[int]:
    """The widths, the largest lowered to a common limit so that together they are `available`."""
    limit = max(natural, default=0)
    while limit > NARROWEST and sum(min(width, limit) for width in natural) > available:
        limit -= 1
    widths = [min(width, limit) for width in natural]
    spare = available - sum(widths)
    for i, wanted in enumerate(natural):
        if spare > 0 and wanted > widths[i]:
            widths[i] += 1
            spare -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int], *, cut: bool) -> str:
    fitted = (_cell(text, width, cut=cut) for text, width in zip(cells, widths, strict=True))
    return (" " * GAP).join(fitted).rstrip()


def _cell(text: str, width: int, *, cut: bool) -> str:
    missing = width - cell_len(text)
    if missing >= 0 or not cut:
        return text + " " * missing
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)
