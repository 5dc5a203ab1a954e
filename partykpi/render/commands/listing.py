"""A long list in columns, in sections: broken to the width of a terminal, or one line an entry for pipes."""

from collections.abc import Sequence
from typing import NamedTuple

from partykpi.render.terminal.drawing import Cell, Grid, drawn
from partykpi.render.text.wrap import width, wrap

_GAP = 2
# Up to what width a column does not wrap while another could.
_COMFORT = 20


class ListSection(NamedTuple):
    """A part of a list: its title, or none, and its rows. The lines of a cell below its first are less weighty."""

    title: str
    rows: Sequence[Sequence[str]]


class Listing(NamedTuple):
    """A list to be drawn as a table. The column of number `wide` takes what the others leave, at least so much."""

    heads: Sequence[str]
    sections: Sequence[ListSection]
    wide: int
    least_width: int


def plain(sections: Sequence[ListSection]) -> str:
    """Return the rows in aligned columns, one line a row whatever its length; a title is above its rows."""
    from tabulate import tabulate

    rows = [row for section in sections for row in section.rows]
    lines = iter(tabulate(rows, tablefmt="plain", disable_numparse=True).splitlines())
    parts = (
        "\n".join([*([section.title] if section.title else []), *(next(lines).rstrip() for _ in section.rows)])
        for section in sections
    )
    return "\n\n".join(parts) + "\n"


def table(listing: Listing, columns: int, color: bool) -> str | None:
    """Return the list as a table at most as wide as so many columns of a terminal, None where no word would fit."""
    widths = _widths(listing, columns)
    if widths is None:
        return None
    blank: list[Cell] = [[("", "")] for _ in widths]
    rows: list[list[Cell]] = []
    for section in listing.sections:
        if section.title:
            rows += [blank] if rows else []
            rows.append([_cell(section.title, widths[0], "bold"), *blank[1:]])
        for row in section.rows:
            rows.append([_cell(text, size) for text, size in zip(row, widths, strict=True)])
    heading = [_cell(head, size) for head, size in zip(listing.heads, widths, strict=True)]
    return drawn([Grid(widths, heading, rows, _GAP)], columns, color)


def _cell(text: str, size: int, style: str = "") -> Cell:
    first, *rest = text.split("\n")
    below = [(line, "dim") for one in rest for line in wrap(one, size, fold=True)]
    return [*((line, style) for line in wrap(first, size, fold=True)), *below]


def _widths(listing: Listing, columns: int) -> list[int] | None:
    heads, wide = listing.heads, listing.wide
    rows = [row for section in listing.sections for row in section.rows]
    widths: list[int] = []
    for number, head in enumerate(heads):
        lines = [head, *(line for row in rows for line in row[number].split("\n"))]
        longest = max(width(word) for line in lines for word in line.split(" "))
        widths.append(longest if number == wide else max(longest, min(max(map(width, lines)), _COMFORT)))
    available_width = columns - sum(widths) + widths[wide] - _GAP * (len(heads) - 1)
    if available_width < max(widths[wide], listing.least_width):
        return None
    natural = max((width(line) for row in rows for line in row[wide].split("\n")), default=0)
    widths[wide] = min(available_width, max(natural, widths[wide], listing.least_width))
    return widths
