"""The table of a report, and the overview of several, in a Word document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from partykpi.render.report.document import Table, TableRow
from partykpi.render.report.docx import markup
from partykpi.render.report.docx.widths import COMFORT, PADDING, Extent, Sized, measured, unbroken
from partykpi.render.text.words import STATUS_TONES, Tone
from partykpi.text import Language, Text

# Light enough to be printed under black letters.
_FILLS: Mapping[Tone, str] = {
    "best": "C6E0B4",
    "good": "E2EFDA",
    "course": "DDEBF7",
    "warn": "FFF2CC",
    "bad": "F8CBAD",
    "quiet": "EDEDED",
}
_HEAD_FILL = "F2F2F2"

_CONTINUED = Text("(continued: further columns)", "(tiếp theo: các cột còn lại)")

_ABOVE_A_TABLE = '<w:keepNext/><w:spacing w:before="200" w:after="60"/>'

# How wide columns of words are at least where there is space for more.
_COMFORT = {
    "target": 2600,
    "published": 1700,
    "status": 1900,
    "note": 2400,
    "committee": 1700,
    "resolution": 1700,
    "term": 1700,
    "statuses": 1700,
}


def extents(table: Table[Any], language: Language) -> list[Extent]:
    """Return how wide the columns of a table are."""
    rows = table.rows
    return [
        measured(
            column.heading[language],
            [row.cells[place].text for row in rows],
            column.figure,
            column.key,
            _COMFORT.get(column.name, COMFORT),
        )
        for place, column in enumerate(table.columns)
    ]


def markup_of(table: Table[Any], plans: Sequence[Sequence[Sized]], language: Language) -> str:
    """Return the table, or the tables that it becomes where it is wider than the page, in columns of those widths."""
    tables = (
        markup.table(
            [one.width for one in sized],
            _rows(table, sized, language),
            "TableGrid",
            (PADDING, PADDING // 2),
            table.title,
        )
        for sized in plans
    )
    return markup.paragraph("Legend", _CONTINUED[language], _ABOVE_A_TABLE).join(tables)


def _rows(table: Table[Any], sized: Sequence[Sized], language: Language) -> Iterator[str]:
    yield markup.row(
        (
            markup.cell(
                one.width, markup.paragraph("TableHead", table.columns[one.place].heading[language]), fill=_HEAD_FILL
            )
            for one in sized
        ),
        heading=True,
    )
    whole = sum(one.width for one in sized)
    for body in table.bodies:
        if body.title:
            runs = markup.run(f"{body.title}: ") + markup.run(body.subtotal, markup.NOT_BOLD)
            yield markup.row([markup.cell(whole, markup.styled("TableGroup", runs), len(sized))])
        for row in body.rows:
            yield markup.row(_cells(table, row, sized))


def _cells(table: Table[Any], row: TableRow[Any], sized: Sequence[Sized]) -> Iterator[str]:
    for one in sized:
        column, text = table.columns[one.place], row.cells[one.place].text
        style = "TableFigure" if column.figure else "TableText"
        fill = _FILLS[STATUS_TONES[row.subject.assessment.status]] if column.name == "status" else ""
        yield markup.cell(one.width, markup.paragraph(style, text if one.whole else unbroken(text)), fill=fill)
