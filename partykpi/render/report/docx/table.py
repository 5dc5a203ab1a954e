"""The rows of a report, and several reports at a glance, as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from partykpi.core.model import Status
from partykpi.core.report import Report
from partykpi.render.report import Layout, arrange, overview
from partykpi.render.report import columns as data
from partykpi.render.report.docx import markup
from partykpi.render.report.docx.widths import PADDING, Column, Sized, plan, unbroken
from partykpi.render.report.rows import Row
from partykpi.text import Language, Text

if TYPE_CHECKING:
    from partykpi.render.report.order import Group

# Light enough to be printed under black letters.
_FILLS: Mapping[Status, str] = {
    "exceeded": "C6E0B4",
    "achieved": "E2EFDA",
    "on-track": "DDEBF7",
    "behind": "FFF2CC",
    "at-risk": "F8CBAD",
    "pending": "EDEDED",
    "nearly": "FFF2CC",
    "missed": "F8CBAD",
    "undetermined": "EDEDED",
    "no-data": "EDEDED",
}
_HEAD_FILL = "F2F2F2"

_CONTINUED = Text("(continued: further columns)", "(tiếp theo: các cột còn lại)")

_ABOVE_A_TABLE = '<w:keepNext/><w:spacing w:before="200" w:after="60"/>'

# The columns that say what a row is about, and how wide columns of words are at least where there is room.
_KEYS = ("number", "target")
_COMFORT = {"target": 2600, "published": 1700, "status": 1900, "note": 2400}


class Sheet(NamedTuple):
    """A table: what stands in its columns, and by the number of rows above it each title with its sum.

    `fills` holds the colours of the cells of one column, by its place.
    """

    columns: list[Column]
    titles: Mapping[int, tuple[str, str]]
    fills: Mapping[int, Sequence[str]]
    told: str


def of_report(report: Report, language: Language, layout: Layout) -> tuple[Sheet, list[Row], list[data.Column]]:
    """Return the table of a report, the rows that it shows, and their columns."""
    rows, groups = arrange(report, language, layout)
    shown = data.choose(layout.columns or data.DEFAULT, [report.resolution.term])
    columns = [
        Column(
            column.heading[language],
            [column.text(row, language) for row in rows],
            column.figure,
            column.name in _KEYS,
            _COMFORT.get(column.name, 1100),
        )
        for column in shown
    ]
    fills = {
        place: [_FILLS[row.assessment.status] for row in rows]
        for place, column in enumerate(shown)
        if column.name == "status"
    }
    return Sheet(columns, dict(_titles(groups, language)), fills, report.resolution.name[language]), rows, shown


def of_reports(reports: Sequence[Report], language: Language) -> Sheet:
    """Return the table of several reports, a row a report."""
    columns = [
        Column(
            column.heading[language],
            [column.text(report, language) for report in reports],
            column.figure,
            key=column.name in ("committee", "resolution"),
            comfort=1700,
        )
        for column in overview.COLUMNS
    ]
    return Sheet(columns, {}, {}, overview.TITLE[language])


def _titles(groups: Sequence[Group], language: Language) -> Iterator[tuple[int, tuple[str, str]]]:
    if not groups:
        return
    from partykpi.render.report import order

    above = 0
    for group in groups:
        yield above, (order.title(group, language), order.subtotal(group, language))
        above += len(group.rows)


def markup_of(sheet: Sheet, room: int, points: int, language: Language) -> str:
    """Return the table, or the tables that it becomes where it is too wide for the room."""
    tables = plan(sheet.columns, room, points)
    told = [_table(sheet, sized) for sized in tables]
    return markup.paragraph("Legend", _CONTINUED[language], _ABOVE_A_TABLE).join(told)


def _table(sheet: Sheet, sized: Sequence[Sized]) -> str:
    return markup.table(
        [one.width for one in sized], _rows(sheet, sized), "TableGrid", PADDING, PADDING // 2, sheet.told
    )


def _rows(sheet: Sheet, sized: Sequence[Sized]) -> Iterator[str]:
    columns = [sheet.columns[one.place] for one in sized]
    yield markup.row(
        (
            markup.cell(one.width, markup.paragraph("TableHead", column.heading), fill=_HEAD_FILL)
            for one, column in zip(sized, columns, strict=True)
        ),
        heading=True,
    )
    whole = sum(one.width for one in sized)
    for number in range(len(columns[0].cells) if columns else 0):
        if number in sheet.titles:
            title, total = sheet.titles[number]
            runs = markup.run(f"{title}: ") + markup.run(total, markup.NOT_BOLD)
            yield markup.row([markup.cell(whole, markup.styled("TableGroup", runs), len(sized))])
        yield markup.row(_cells(sheet, sized, number))


def _cells(sheet: Sheet, sized: Sequence[Sized], number: int) -> Iterator[str]:
    for one in sized:
        column = sheet.columns[one.place]
        text = column.cells[number]
        style = "TableFigure" if column.figure else "TableText"
        fill = sheet.fills[one.place][number] if one.place in sheet.fills else ""
        yield markup.cell(one.width, markup.paragraph(style, text if one.whole else unbroken(text)), fill=fill)
