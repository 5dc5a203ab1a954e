"""The layout of terminal output: lines and grids, as text for a pipe or the same in colour, drawn by rich."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from partykpi.render.text.words import Tone
from partykpi.render.text.wrap import width

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text as Styled

TONE_STYLES: Mapping[Tone, str] = {
    "best": "bold green",
    "good": "green",
    "course": "cyan",
    "warn": "yellow",
    "bad": "red",
    "quiet": "dim",
}


class Line(NamedTuple):
    """A text, which may have line breaks in it, in one style; `marked` are stretches of it in another."""

    text: str = ""
    style: str = ""
    marked: tuple[tuple[int, int, str], ...] = ()


# The lines of a cell, none wider than its column, each with its style.
Cell = Sequence[tuple[str, str]]


class Grid(NamedTuple):
    """The rows of a table in columns so wide and so far apart, below their heading where it is `headed`.

    There is a rule under the heading, whose columns end on the same line, and, where it is `ruled`, between the rows.
    """

    widths: Sequence[int]
    heading: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    gap: int = 2
    headed: bool = True
    ruled: bool = False


def has_tall_rows(rows: Sequence[Sequence[Cell]]) -> bool:
    """Say whether a third of the rows or more take several lines, so that rules between them help."""
    return 3 * sum(any(len(cell) > 1 for cell in row) for row in rows) >= len(rows)


def drawn(parts: Iterable[Line | Grid], columns: int, color: bool) -> str:
    """Return the text for a terminal that is so many columns wide: in colour, by its escape codes, or without."""
    return _colored(parts, columns) if color else _plain(parts)


def _plain(parts: Iterable[Line | Grid]) -> str:
    lines: list[str] = []
    for part in parts:
        lines += part.text.split("\n") if isinstance(part, Line) else _lines(part)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _lines(grid: Grid) -> Iterator[str]:
    whole = sum(grid.widths) + grid.gap * (len(grid.widths) - 1)
    if grid.headed:
        most = max(map(len, grid.heading))
        yield from _row(grid, [[*[("", "")] * (most - len(cell)), *cell] for cell in grid.heading])
        yield "━" * whole
    for place, row in enumerate(grid.rows):
        if place and grid.ruled:
            yield "─" * whole
        yield from _row(grid, row)


def _row(grid: Grid, cells: Sequence[Cell]) -> Iterator[str]:
    for line in zip_longest(*([text for text, _ in cell] for cell in cells), fillvalue=""):
        texts = (text + " " * (size - width(text)) for text, size in zip(line, grid.widths, strict=True))
        yield (" " * grid.gap).join(texts)


def _colored(parts: Iterable[Line | Grid], columns: int) -> str:
    from io import StringIO

    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        width=columns,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        highlight=False,  # figures are not coloured by guess
        emoji=False,
        markup=False,  # what the user wrote is never read as markup
    )
    lines: list[Line] = []

    def say() -> None:
        """Print the lines so far, all at once: each print takes its time."""
        if lines:
            console.print(_styled(lines), no_wrap=True, overflow="ignore", crop=False)
            lines.clear()

    for part in parts:
        if isinstance(part, Line):
            lines.append(part)
        else:
            say()
            console.print(_table(part))
    say()
    return out.getvalue()


def _styled(lines: Sequence[Line]) -> Styled:
    from rich.text import Text as Styled

    texts = []
    for line in lines:
        text = Styled(line.text, style=line.style)
        for start, end, style in line.marked:
            text.stylize(style, start, end)
        texts.append(text)
    return Styled("\n").join(texts)


def _table(grid: Grid) -> Table:
    from rich.box import Box
    from rich.segment import Segment, Segments
    from rich.style import Style
    from rich.table import Table

    def lines(cell: Cell) -> Segments:
        """Return a cell as it is drawn: its lines are broken, and would only be broken once more."""
        return Segments([Segment(text, Style.parse(style) if style else None) for text, style in cell], new_lines=True)

    table = Table(
        box=Box("    \n    \n ━━ \n    \n ── \n ── \n    \n    \n"),  # rules under the head and between rows alone
        show_edge=False,
        pad_edge=False,
        padding=0,
        border_style="dim",
        header_style="bold",
        show_header=grid.headed,
        show_lines=grid.ruled,
    )
    # rich draws a border of one column between two; its padding would take as long as all else that it draws
    *others, last = grid.widths
    for heading, size in zip(grid.heading, [*(size + grid.gap - 1 for size in others), last], strict=True):
        table.add_column(lines(heading), width=size)
    for row in grid.rows:
        table.add_row(*map(lines, row))
    return table
