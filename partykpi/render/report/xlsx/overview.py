"""The first sheet of several reports: a row a resolution, whose totals follow the sheets behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from partykpi.core.report import Report
from partykpi.render.report import overview
from partykpi.render.report.xlsx import sheet
from partykpi.render.report.xlsx.book import CellValue, SheetDraft, has_day, put
from partykpi.render.report.xlsx.number_format import Notation, of_date, of_number
from partykpi.text import Language

_WIDTHS = (27.0, 28.0, 14.0, 12.0, 9.0, 9.0, 11.0, 11.0, 32.0)
_HEAD = 3
_SHARES = ("elapsed", "lowest")


def write(
    draft: SheetDraft, reports: Sequence[Report], summaries: Sequence[tuple[str, Mapping[str, str]]], language: Language
) -> None:
    """Write the sheet; `summaries` has of each report the name of its main sheet and the cells of the totals there."""
    sheet.across(draft, 1, _WIDTHS, overview.TITLE[language], sheet.TITLE)
    sheet.head(draft, _HEAD, [column.heading[language] for column in overview.COLUMNS], _WIDTHS)
    for row, (report, (title, cells)) in enumerate(zip(reports, summaries, strict=True), _HEAD + 1):
        for place, column in enumerate(overview.COLUMNS, 1):
            formula = f"{sheet.quoted(title)}!{cells[column.name]}" if column.name in cells else ""
            value = _value(column, report, language)._replace(formula=formula)
            put(draft, row, place, value, sheet.FIGURE if column.figure else sheet.LABEL)
        texts = ["" if column.figure else column.text(report, language) for column in overview.COLUMNS]
        sheet.fit_height(draft, row, texts, _WIDTHS)
    sheet.set_up(draft, _WIDTHS, language, heading=_HEAD, frozen_columns=1)


def _value(column: overview.Column, report: Report, language: Language) -> CellValue:
    """Return what a column says of a report, as a number where it is one."""
    text, value = column.text(report, language), column.exact(report)
    if isinstance(value, date) and has_day(value):
        return CellValue(value, of_date(value, language))
    if not isinstance(value, Fraction):
        return CellValue(text)
    notation = Notation("share" if column.name in _SHARES else "plain")
    return CellValue(value, of_number(value, text, language, notation))
