"""The first sheet of several reports: a row a resolution, which follows the summaries of the sheets behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from partykpi.core.report import Report
from partykpi.render.report import overview
from partykpi.render.report.columns import Column
from partykpi.render.report.xlsx import look, sheet
from partykpi.render.report.xlsx.book import Content, Page, Style, has_day, put
from partykpi.render.report.xlsx.look import Look
from partykpi.render.text import words
from partykpi.text import Language

_WIDTHS = (27.0, 28.0, 14.0, 12.0, 9.0, 9.0, 11.0, 11.0, 32.0)
_HEAD = 3
_SHARES = ("elapsed", "lowest")


def write(
    page: Page, reports: Sequence[Report], summaries: Sequence[tuple[str, Mapping[str, str]]], language: Language
) -> None:
    """Write the sheet; `summaries` tell of each report the name of its sheet and where its totals stand there."""
    sheet.across(page, 1, len(_WIDTHS), words.OVERVIEW[language], sheet.TITLE, _WIDTHS)
    sheet.head(page, _HEAD, [column.heading[language] for column in overview.COLUMNS], _WIDTHS)
    for row, (report, (title, cells)) in enumerate(zip(reports, summaries, strict=True), _HEAD + 1):
        for place, column in enumerate(overview.COLUMNS, 1):
            content, shown = _content(column, report, language)
            formula = f"{sheet.quoted(title)}!{cells[column.name]}" if column.name in cells else ""
            style = Style(side="right" if column.figure else "left", wrap=not column.figure, border=True)
            put(page, row, place, content, style, shown, formula)
        texts = ["" if column.figure else column.text(report, language) for column in overview.COLUMNS]
        sheet.make_room(page, row, texts, _WIDTHS)
    sheet.set_up(page, _WIDTHS, language, heading=_HEAD, frozen=f"B{_HEAD + 1}")


def _content(column: Column[Report], report: Report, language: Language) -> tuple[Content, Look | None]:
    """Return what stands in a column, as a number where it is one."""
    cell = column.cell(report, language)
    text, value = cell.text, Fraction(cell.value) if isinstance(cell.value, int) else cell.value
    if isinstance(value, date) and has_day(value):
        return value, Look(look.of_date(text, text, language))
    if not isinstance(value, Fraction):
        return text, None
    return value, look.of_number(value, text, language, "share" if column.name in _SHARES else "plain")
