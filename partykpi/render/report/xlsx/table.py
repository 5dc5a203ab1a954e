"""The main sheet of a report: heading, table, summary, and what there is to say of the figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from partykpi.core.status import STATUS_WORDS, called
from partykpi.render.report.columns import Column, Row
from partykpi.render.report.document import Body, Document, TableRow
from partykpi.render.report.xlsx import sheet, summary
from partykpi.render.report.xlsx.arithmetic import Arithmetic
from partykpi.render.report.xlsx.book import (
    CellStyle,
    CellValue,
    SheetDraft,
    color_where,
    letter,
    literal,
    put,
    put_across,
)
from partykpi.render.report.xlsx.cells import AGAIN
from partykpi.render.report.xlsx.table_cells import cell_value, cells
from partykpi.render.text import locale, words
from partykpi.text import Language, Text

_CHANGED = Text(
    "Some inputs differ from the file: the remarks below the table have not been calculated again.",
    "Có số liệu đầu vào khác với tệp: phần nhận xét dưới bảng chưa được tính lại.",
)
_YEAR_ERROR = Text(
    "Change readings in the sheet “{title}”; new periods belong in the file.",
    "Sửa số liệu ở trang “{title}”; kỳ số liệu mới thì ghi vào tệp.",
)

# The color of a tone, and of the ground behind it.
_COLORS: Mapping[words.Tone, tuple[str, str]] = {
    "best": ("#0B5D1E", "#C6E7CB"),
    "good": ("#0B5D1E", "#E2F3E4"),
    "course": ("#0B4F6C", "#DDEFF7"),
    "warn": ("#7A5200", "#FFF0CC"),
    "bad": ("#9C0006", "#FBDDDD"),
    "quiet": ("#444444", "#EEEEEE"),
}
_AGAIN_COLOR = ("#9C0006", "#FFFF99")

_GROUP: CellStyle = {**sheet.BORDERED, "indent": 1, "bold": True, "bg_color": "#EEF2F7"}
_NOTICE: CellStyle = {"italic": True, "font_color": "#C00000", "text_wrap": True}
_SECTION: CellStyle = {"bold": True}

_MOST = {"target": 42.0, "published": 26.0, "owner": 20.0, "note": 40.0, "indicator": 28.0, "unit": 12.0}


class _Table(NamedTuple):
    """The table that is being written: the report as a value, and the rows of the sheet that its table takes.

    `head` is the row of the headings, `places` has the row of each target by its number.
    """

    draft: SheetDraft
    arithmetic: Arithmetic
    one: Document
    widths: Sequence[float]
    head: int
    places: Mapping[int, int]

    @property
    def columns(self) -> Sequence[Column[Row]]:
        """The columns."""
        return self.one.table.columns

    @property
    def first(self) -> int:
        """The row below the headings."""
        return self.head + 1

    @property
    def last(self) -> int:
        """The last row."""
        return max([self.head, *self.places.values()])

    @property
    def letters(self) -> dict[str, str]:
        """The letters of each column by its name."""
        return {column.name: letter(number) for number, column in enumerate(self.columns, 1)}

    @property
    def beginning(self) -> int:
        """How many columns the titles of groups and the labels of the summary take: at most two, and never all."""
        return max(min(2, len(self.columns) - 1), 1)


def write(draft: SheetDraft, arithmetic: Arithmetic, one: Document) -> dict[str, str]:
    """Write the sheet, and return the cells of its summary by their names."""
    language, columns = arithmetic.language, one.table.columns
    above = one.heading.lines
    head = len(above) + 2
    widths = _widths(one, language)
    table = _Table(draft, arithmetic, one, widths, head, _places(one, head + 1))
    for number, text in enumerate(above, 1):
        style = (sheet.SUBTITLE, sheet.TITLE)[number - 1] if number <= len(above) - 2 else sheet.TEXT
        sheet.across(draft, number, widths, text, style)
    notice = CellValue("", formula=f'IF({arithmetic.changed}=0,"",{literal(_CHANGED[language])})')
    sheet.across(draft, head - 1, widths, notice, _NOTICE)
    sheet.head(draft, head, [column.heading[language] for column in columns], widths)
    for row in one.table.rows:
        _write_target(table, row)
    for place, body in zip(_titles(one, table.first), one.table.bodies, strict=True):
        if body.title:
            _write_title(table, place, body)
    frozen = 1 + next((number for number, column in enumerate(columns[:3]) if column.name == "target"), -1)
    sheet.set_up(draft, widths, language, heading=head, frozen_columns=frozen)
    draft.sheet.autofilter(head - 1, 0, table.last - 1, len(columns) - 1)
    _color(table)
    _guard_years(table)
    totals, below = _write_summary(table, table.last + 2)
    _write_sections(table, below)
    return totals


def _places(one: Document, first: int) -> dict[int, int]:
    """Return the row of each target by its number, with a row before each group for its title."""
    places: dict[int, int] = {}
    for start, body in zip(_titles(one, first), one.table.bodies, strict=True):
        places |= {row.subject.number: place for place, row in enumerate(body.rows, start + bool(body.title))}
    return places


def _titles(one: Document, first: int) -> list[int]:
    """Return the row that each body begins with, which is that of its title where it has one."""
    starts = []
    for body in one.table.bodies:
        starts.append(first)
        first += len(body.rows) + bool(body.title)
    return starts


def _write_target(table: _Table, row: TableRow[Row]) -> None:
    place, arithmetic = table.places[row.subject.number], table.arithmetic
    found = cells(row, table.columns, place, arithmetic)
    for number, (column, value) in enumerate(zip(table.columns, found, strict=True), 1):
        style = sheet.CENTERED if column.name == "number" else sheet.FIGURE if column.figure else sheet.LABEL
        wraps = column.figure and isinstance(value.content, str)
        put(table.draft, place, number, value, {**style, "text_wrap": True} if wraps else style)
    texts = [value.content if isinstance(value.content, str) else "" for value in found]
    sheet.fit_height(table.draft, place, texts, table.widths)


def _write_title(table: _Table, place: int, body: Body[Row]) -> None:
    """Write the title of a group, and beside it how many of its targets have each status."""
    draft, half, columns = table.draft, table.beginning, len(table.columns)
    status = table.letters.get("status")
    statuses = f"${status}${place + 1}:${status}${place + len(body.rows)}" if status else ""
    put_across(draft, place, (1, half), body.title, _GROUP)
    if columns > 1:
        subtotal = summary.subtotal(body.subtotal, statuses, table.arithmetic)
        put_across(draft, place, (half + 1, columns), subtotal, {**_GROUP, "bold": False})


def _color(table: _Table) -> None:
    """Color the statuses."""
    status, language = table.letters.get("status"), table.arithmetic.language
    if status is None or not table.one.table.rows:
        return
    area = f"{status}{table.first}:{status}{table.last}"
    looks = [(word, _COLORS[words.STATUS_TONES[name]]) for name in STATUS_WORDS for word in called(name)]
    for word, (color, ground) in (*looks, (AGAIN, _AGAIN_COLOR)):
        condition = f"${status}{table.first}={literal(word[language])}"
        color_where(table.draft, area, condition, {"font_color": color, "bg_color": ground})


def _guard_years(table: _Table) -> None:
    """Send a person who types into the columns of the years to the sheet that holds the readings."""
    years = [letter(number) for number, column in enumerate(table.columns, 1) if column.of_year]
    if not years or table.last < table.first:
        return
    areas = [f"{name}{table.first}:{name}{table.last}" for name in years]
    arithmetic = table.arithmetic
    table.draft.sheet.data_validation(
        areas[0],
        {
            "validate": "custom",
            "value": "FALSE",
            "ignore_blank": False,
            "show_input": False,
            "error_message": locale.fill(_YEAR_ERROR, {"title": arithmetic.title}, arithmetic.language),
            "multi_range": " ".join(areas),
        },
    )


def _widths(one: Document, language: Language) -> list[float]:
    widths = []
    for place, column in enumerate(one.table.columns):
        shown = [row.cells[place] for row in one.table.rows]
        values = [cell_value(column, cell, language) for cell in shown]
        texts = [value.content for value in values if isinstance(value.content, str)]
        numbers = [one.text for one, value in zip(shown, values, strict=True) if not isinstance(value.content, str)]
        most = 24.0 if column.figure else _MOST.get(column.name, 20.0)
        least = max(sheet.heading_width(column.heading[language]), sheet.word_width(texts))
        least = max([least, *map(sheet.number_width, numbers)])
        widths.append(sheet.column_width(texts, least, max(most, least)))
    return widths


# Below the table


def _write_summary(table: _Table, row: int) -> tuple[dict[str, str], int]:
    """Write the summary from that row on; return its cells by their names, and the row below it."""
    draft, arithmetic, label, columns = table.draft, table.arithmetic, table.beginning, len(table.columns)
    counted = summary.counted_cells(table.one, table.letters, (table.first, table.last))
    totals: dict[str, str] = {}
    put(draft, row, 1, table.one.summary.title, _SECTION)
    row += 1
    for item in summary.items(counted, arithmetic):
        put_across(draft, row, (1, label), item.label, sheet.LABEL)
        if item.name == "statuses" and columns > label + 1:
            put_across(draft, row, (label + 1, columns), item.value, sheet.LABEL)
            sheet.set_height(draft, row, sheet.height(str(item.value.content), sum(table.widths[label:])))
        else:
            put(draft, row, label + 1, item.value, sheet.FIGURE)
        totals[item.name] = f"${letter(label + 1)}${row}"
        row += 1
    return totals, row


def _write_sections(table: _Table, row: int) -> None:
    """Write the legend, the notes, the verdicts and the source from that row on, each after an empty row."""
    for title, lines in _sections(table):
        if not lines:
            continue
        row += 1
        if title:
            put(table.draft, row, 1, title, _SECTION)
            row += 1
        for line in lines:
            sheet.across(table.draft, row, table.widths, line)
            row += 1


def _sections(table: _Table) -> Iterator[tuple[str, Sequence[str]]]:
    one = table.one
    yield "", [line for line in (one.summary.convention, *one.legends) if line]
    for remarks in (one.notes, one.claims):
        yield remarks.title, [remark.line for remark in remarks.items]
    yield "", [one.source] if one.source else []
