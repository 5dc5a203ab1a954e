"""Tables by tabulate in any of its styles: no cell is read as a number, as markup, or as two cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tabulate import tabulate

# A style that takes cells for markup, and the same one that takes them for text.
_OF_TEXT: Mapping[str, str] = {"unsafehtml": "html", "latex_raw": "latex"}

# How a bar is written inside a cell, in the styles whose readers would take it for the end of the cell.
_BARS: Mapping[str, str] = {
    "asciidoc": r"\|",
    "github": r"\|",
    "jira": r"\|",
    "mediawiki": "&#124;",
    "moinmoin": "&#124;",
    "orgtbl": r"\vert{}",
    "pipe": r"\|",
    "textile": "&#124;",
    "youtrack": "&#124;",
}


def tabulated(
    cells: Sequence[Sequence[str]],
    headings: Sequence[str],
    figures: Sequence[bool],
    style: str,
    escaped: bool = False,
) -> list[str]:
    """Return the lines of a table; what is in a column of `figures` stands at the right.

    Bars inside cells are written so that they end no cell, unless the cells are `escaped` already.
    """
    bar = "|" if escaped else _BARS.get(style, "|")
    table = tabulate(
        [[cell.replace("|", bar) for cell in line] for line in cells],
        headers=headings,
        tablefmt=_OF_TEXT.get(style, style),
        colalign=["right" if figure else "left" for figure in figures] if cells else None,
        disable_numparse=True,
    )
    return [line.rstrip() for line in table.splitlines()]
