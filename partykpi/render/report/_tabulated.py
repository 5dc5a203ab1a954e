"""Tables by tabulate in any of its styles: no cell is read as a number, as markup, or as two cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tabulate import tabulate

from partykpi.render.report.columns import Column, Subject
from partykpi.render.report.document import TableRow
from partykpi.text import Language

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
    columns: Sequence[Column[Subject]],
    rows: Sequence[TableRow[Subject]],
    style: str,
    language: Language,
    escape: Callable[[str], str] | None = None,
) -> list[str]:
    """Return the lines of a table; figures are at the right.

    Each cell is written by `escape`, by default so that no bar inside it ends it.
    """
    bar = _BARS.get(style, "|")
    table = tabulate(
        [[escape(cell.text) if escape else cell.text.replace("|", bar) for cell in row.cells] for row in rows],
        headers=[column.heading[language] for column in columns],
        tablefmt=_OF_TEXT.get(style, style),
        colalign=["right" if column.figure else "left" for column in columns] if rows else None,
        disable_numparse=True,
    )
    return [line.rstrip() for line in table.splitlines()]
