"""The first sheet of several reports: a row a resolution, whose totals follow the sheets behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from partykpi.core.report import Report
from partykpi.render.report.document import Table
from partykpi.render.report.xlsx import sheet
from partykpi.render.report.xlsx.book import CellValue, SheetDraft, has_day, put
from partykpi.render.report.xlsx.number_format import of_date, of_number
from partykpi.render.text.figures import Cell
from partykpi.text import Language

_WIDTHS = (27.0, 28.0, 14.0, 12.0, 9.0, 9.0, 11.0, 11.0, 32.0)
_HEAD = 3


def write(
    draft: SheetDraft, overview: Table[Report], summaries: Sequence[tuple[str, Mapping[str, str]]], language: Language
) -> None:
    """Write the sheet; `summaries` has of each report the name of its main sheet and the cells of the totals there."""
    columns, rows = overview.columns, overview.rows
    sheet.across(draft, 1, _WIDTHS, overview.title, sheet.TITLE)
    sheet.head(draft, _HEAD, [column.heading[language] for column in columns], _WIDTHS)
    for place, (row, (title, cells)) in enumerate(zip(rows, summaries, strict=True), _HEAD + 1):
        for number, (column, cell) in enumerate(zip(columns, row.cells, strict=True), 1):
            formula = f"{sheet.quoted(title)}!{cells[column.name]}" if column.name in cells else ""
            value = _value(cell, language)._replace(formula=formula)
            put(draft, place, number, value, sheet.FIGURE if column.figure else sheet.LABEL)
        texts = ["" if column.figure else cell.text for column, cell in zip(columns, row.cells, strict=True)]
        sheet.fit_height(draft, place, texts, _WIDTHS)
    sheet.set_up(draft, _WIDTHS, language, heading=_HEAD, frozen_columns=1)


def _value(cell: Cell, language: Language) -> CellValue:
    """Return what a cell holds, as a number where it is one."""
    if isinstance(cell.value, date) and has_day(cell.value):
        return CellValue(cell.value, of_date(cell.value, language))
    if cell.notation is None or not isinstance(cell.value, Fraction | int):
        return CellValue(cell.text)
    value = Fraction(cell.value)
    return CellValue(value, of_number(value, cell.text, language, cell.notation))
