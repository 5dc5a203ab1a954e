"""A long list in columns, in sections: broken to the width of a terminal, or one line an entry for pipes."""

from collections.abc import Sequence
from io import StringIO
from typing import NamedTuple

from partykpi.render.line import width, wrap

_GAP = 2
# Up to what width a column does not wrap while another could.
_COMFORT = 20


class Section(NamedTuple):
    """A part of a list: its title, or none, and its rows. The lines of a cell below its first are less weighty."""

    title: str
    rows: Sequence[Sequence[str]]


def plain(sections: Sequence[Section]) -> str:
    """Return the rows in aligned columns, one line a row whatever its length; a title stands above its rows."""
    from tabulate import tabulate

    rows = [row for section in sections for row in section.rows]
    lines = iter(tabulate(rows, tablefmt="plain", disable_numparse=True).splitlines())
    parts = (
        "\n".join([*([section.title] if section.title else []), *(next(lines).rstrip() for _ in section.rows)])
        for section in sections
    )
    return "\n\n".join(parts) + "\n"


def table(
    heads: Sequence[str],
    sections: Sequence[Section],
    wide: int,
    columns: int,
    least: int,
    color: bool,
) -> str | None:
    """Return the rows as a table that fills the `columns` of a terminal, None where that cannot be done well.

    The column of number `wide` takes what the others leave: at least `least`, and enough for its longest word.
    """
    widths = _widths(heads, sections, wide, columns, least)
    if widths is None:
        return None
    from rich.box import Box
    from rich.table import Table
    from rich.text import Text as Styled

    from partykpi.render import terminal

    def broken(cell: str, size: int, style: str = "") -> Styled:
        first, *rest = cell.split("\n")
        text = Styled("\n".join(wrap(first, size, fold=True)), style)
        for line in rest:
            text.append("\n" + "\n".join(wrap(line, size, fold=True)), "dim")
        return text

    rules = Box("    \n    \n ━━ \n    \n ── \n ── \n    \n    \n")
    grid = Table(box=rules, show_edge=False, pad_edge=False, padding=(0, _GAP - 1, 0, 0), border_style="dim")
    for head, size in zip(heads, widths, strict=True):
        grid.add_column(broken(head, size, "bold"), width=size, no_wrap=True, overflow="crop")
    for place, section in enumerate(sections):
        if section.title:
            if place:
                grid.add_row()
            grid.add_row(broken(section.title, widths[0], "bold"))
        for row in section.rows:
            grid.add_row(*(broken(cell, size) for cell, size in zip(row, widths, strict=True)))
    out = StringIO()
    console = terminal.console(out, columns, color)
    console.print(grid)
    text = out.getvalue()
    return text if color else "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def _widths(heads: Sequence[str], sections: Sequence[Section], wide: int, columns: int, least: int) -> list[int] | None:
    rows = [row for section in sections for row in section.rows]
    widths: list[int] = []
    for number, head in enumerate(heads):
        lines = [head, *(line for row in rows for line in row[number].split("\n"))]
        longest = max(width(word) for line in lines for word in line.split(" "))
        widths.append(longest if number == wide else max(longest, min(max(map(width, lines)), _COMFORT)))
    room = columns - sum(widths) + widths[wide] - _GAP * (len(heads) - 1)
    if room < max(widths[wide], least):
        return None
    natural = max((width(line) for row in rows for line in row[wide].split("\n")), default=0)
    widths[wide] = min(room, max(natural, widths[wide], least))
    return widths
