"""The workbook of several reports: an overview, then of each report its table, its arithmetic and its chart."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook

from partykpi.core.report import Report
from partykpi.render.report import Layout, archive, columns
from partykpi.render.report.order import arrange
from partykpi.render.report.xlsx import arithmetic, glance, picture, results, sheet, table
from partykpi.render.report.xlsx.book import Page, finish, first_page, next_page
from partykpi.render.report.xlsx.lines import block
from partykpi.render.text import words
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

_REPORT = Text("Report", "Báo cáo")


def make(reports: Sequence[Report], language: Language, layout: Layout) -> bytes:
    """Return the workbook as a file, the same at any time."""
    book = Workbook()
    first = book.active
    assert first is not None
    pages: list[Page] = []

    def new(title: str) -> Page:
        named = sheet.name_of(title, book.sheetnames, _REPORT[language])
        pages.append(next_page(pages[0], book.create_sheet(named)) if pages else first_page(first))
        pages[-1].sheet.title = named
        return pages[-1]

    first.title = "\N{BULLET}"
    at_a_glance = new(words.OVERVIEW[language]) if len(reports) > 1 else None
    totals = []
    for report in reports:
        resolution = report.resolution
        main = new(resolution.committee[language] or resolution.name[language])
        second = new(arithmetic.TITLE[language])
        third = new(picture.TITLE[language])
        (everything,) = arrange(report, language, Layout())
        blocks = [block(row, report, language) for row in everything.rows]
        where = arithmetic.write(second, report, blocks, language)
        found = arrange(report, language, layout)
        chosen = [row for group in found for row in group.rows]
        groups = [group for group in found if group.title is not None]
        shown = columns.choose(layout.columns or columns.DEFAULT, [resolution.term])
        by_number = {one.row.number: one for one in blocks}
        cells = table.write(main, report, chosen, groups, shown, by_number, where, language)
        totals.append((main.sheet.title, cells))
        if not picture.write(third, report, chosen, by_number, where, language):
            book.remove(third.sheet)
            pages.remove(third)
    if at_a_glance is not None:
        glance.write(at_a_glance, reports, totals, language)
    for page in pages:
        finish(page)
    title = one_line(reports[0].resolution.name[language])
    book.properties.title, book.properties.creator = title[:255], "partykpi"
    book.calculation.fullCalcOnLoad = True
    content = BytesIO()
    book.save(content)
    filled = results.with_results(content.getvalue(), [page.results for page in pages])
    return archive.of_day(filled, max(report.moment.as_of for report in reports))
