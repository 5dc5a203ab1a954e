"""The workbook of several reports: an overview, then of each report its table, its arithmetic and its chart."""

from __future__ import annotations

from collections.abc import Sequence

from partykpi.core.report import Report
from partykpi.render.report import Layout
from partykpi.render.report.document import document, overview
from partykpi.render.report.order import arrange
from partykpi.render.report.xlsx import arithmetic, chart, sheet, table
from partykpi.render.report.xlsx import overview as totals
from partykpi.render.report.xlsx.book import SheetDraft, WorkbookDraft, add_sheet, finished, new_workbook
from partykpi.render.report.xlsx.lines import block
from partykpi.text import Language, Text

_REPORT = Text("Report", "Báo cáo")


def make(reports: Sequence[Report], language: Language, layout: Layout) -> bytes:
    """Return the workbook as a file, the same at any time."""
    book = new_workbook(reports[0].resolution.name[language], max(report.moment.as_of for report in reports))
    at_a_glance = overview(reports, language)
    first = None if at_a_glance is None else _new(book, at_a_glance.title, language)
    summaries = [_write(book, report, language, layout) for report in reports]
    if first is not None and at_a_glance is not None:
        totals.write(first, at_a_glance, summaries, language)
    return finished(book)


def _write(book: WorkbookDraft, report: Report, language: Language, layout: Layout) -> tuple[str, dict[str, str]]:
    """Write the sheets of a report; return the name of the first, and the cells of its summary by their names."""
    resolution = report.resolution
    main = _new(book, resolution.committee[language] or resolution.name[language], language)
    second = _new(book, arithmetic.TITLE[language], language)
    (everything,) = arrange(report, language, Layout())
    where = arithmetic.write(second, report, [block(row, report, language) for row in everything.rows], language)
    one = document(report, language, layout)
    cells = table.write(main, where, one)
    drawn = chart.drawn([row.subject for row in one.table.rows], where)
    if drawn:
        chart.write(_new(book, chart.TITLE[language], language), where, drawn)
    return main.name, cells


def _new(book: WorkbookDraft, title: str, language: Language) -> SheetDraft:
    return add_sheet(book, sheet.name_of(title, [one.name for one in book.sheets], _REPORT[language]))
