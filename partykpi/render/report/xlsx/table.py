"""The main sheet of a report: heading, table, summary, and what there is to say of the figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from partykpi.core.model import Status
from partykpi.core.status import STATUS_WORDS
from partykpi.render.report import order
from partykpi.render.report.columns import Column
from partykpi.render.report.order import Group
from partykpi.render.report.rows import Row, has_implied
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
from partykpi.render.report.xlsx.table_cells import cells
from partykpi.render.text import locale, sentences, words
from partykpi.text import Language, Text

_CHANGED = Text(
    "Some inputs differ from the file: the remarks below the table have not been reckoned anew.",
    "Có số liệu đầu vào khác với tệp: phần nhận xét dưới bảng chưa được tính lại.",
)
_YEAR_ERROR = Text(
    "Change readings in the sheet “{title}”; new periods belong in the file.",
    "Sửa số liệu ở trang “{title}”; kỳ số liệu mới thì ghi vào tệp.",
)
_SUMMARY = Text("Summary", "Tổng hợp")

# The color of a status, and of the ground behind it.
_COLORS: Mapping[Status, tuple[str, str]] = {
    "exceeded": ("#0B5D1E", "#C6E7CB"),
    "achieved": ("#0B5D1E", "#E2F3E4"),
    "on-track": ("#0B4F6C", "#DDEFF7"),
    "behind": ("#7A5200", "#FFF0CC"),
    "at-risk": ("#9C0006", "#FBDDDD"),
    "pending": ("#444444", "#EEEEEE"),
    "nearly": ("#7A5200", "#FFF0CC"),
    "missed": ("#9C0006", "#F8CBCB"),
    "undetermined": ("#444444", "#EEEEEE"),
    "no-data": ("#666666", "#F4F4F4"),
}
_AGAIN_COLOR = ("#9C0006", "#FFFF99")

_GROUP: CellStyle = {**sheet.BORDERED, "indent": 1, "bold": True, "bg_color": "#EEF2F7"}
_NOTICE: CellStyle = {"italic": True, "font_color": "#C00000", "text_wrap": True}
_SECTION: CellStyle = {"bold": True}

_MOST = {"target": 42.0, "published": 26.0, "owner": 20.0, "note": 40.0, "indicator": 28.0, "unit": 12.0}


class _Table(NamedTuple):
    """The table that is being written: its rows, groups and columns, and the rows of the sheet that it takes.

    `head` is the row of the headings, `places` has the row of each target by its number.
    """

    draft: SheetDraft
    arithmetic: Arithmetic
    rows: Sequence[Row]
    groups: Sequence[Group]
    columns: Sequence[Column]
    widths: Sequence[float]
    head: int
    places: Mapping[int, int]

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


def write(
    draft: SheetDraft,
    arithmetic: Arithmetic,
    rows: Sequence[Row],
    groups: Sequence[Group],
    columns: Sequence[Column],
) -> dict[str, str]:
    """Write the sheet, and return the cells of its summary by their names."""
    language = arithmetic.language
    above = sentences.heading(arithmetic.report, language)
    head = len(above) + 2
    widths = _widths(columns, rows, language)
    table = _Table(draft, arithmetic, rows, groups, columns, widths, head, _places(rows, groups, head + 1))
    for number, text in enumerate(above, 1):
        style = (sheet.SUBTITLE, sheet.TITLE)[number - 1] if number <= len(above) - 2 else sheet.TEXT
        sheet.across(draft, number, widths, text, style)
    notice = CellValue("", formula=f'IF({arithmetic.changed}=0,"",{literal(_CHANGED[language])})')
    sheet.across(draft, head - 1, widths, notice, _NOTICE)
    sheet.head(draft, head, [column.heading[language] for column in columns], widths)
    for row in rows:
        _write_target(table, row)
    for place, group in zip(_titles(groups, table.first), groups, strict=True):
        _write_title(table, place, group)
    frozen = 1 + next((number for number, column in enumerate(columns[:3]) if column.name == "target"), -1)
    sheet.set_up(draft, widths, language, heading=head, frozen_columns=frozen)
    draft.sheet.autofilter(head - 1, 0, table.last - 1, len(columns) - 1)
    _color(table)
    _guard_years(table)
    totals, below = _write_summary(table, table.last + 2)
    _write_sections(table, below)
    return totals


def _places(rows: Sequence[Row], groups: Sequence[Group], first: int) -> dict[int, int]:
    """Return the row of each target by its number, with a row before each group for its title."""
    if not groups:
        return {row.number: place for place, row in enumerate(rows, first)}
    places: dict[int, int] = {}
    for start, group in zip(_titles(groups, first), groups, strict=True):
        places |= {row.number: place for place, row in enumerate(group.rows, start + 1)}
    return places


def _titles(groups: Sequence[Group], first: int) -> list[int]:
    """Return the row of the title of each group."""
    starts = []
    for group in groups:
        starts.append(first)
        first += len(group.rows) + 1
    return starts


def _write_target(table: _Table, row: Row) -> None:
    place, arithmetic = table.places[row.number], table.arithmetic
    found = cells(arithmetic.blocks[row.number], table.columns, place, arithmetic)
    for number, (column, value) in enumerate(zip(table.columns, found, strict=True), 1):
        style = sheet.CENTERED if column.name == "number" else sheet.FIGURE if column.figure else sheet.LABEL
        put(table.draft, place, number, value, style)
    texts = ["" if column.figure else column.text(row, arithmetic.language) for column in table.columns]
    sheet.fit_height(table.draft, place, texts, table.widths)


def _write_title(table: _Table, place: int, group: Group) -> None:
    """Write the title of a group, and beside it how many of its targets have each status."""
    draft, half, columns = table.draft, table.beginning, len(table.columns)
    status = table.letters.get("status")
    statuses = f"${status}${place + 1}:${status}${place + len(group.rows)}" if status else ""
    put_across(draft, place, (1, half), order.title(group, table.arithmetic.language), _GROUP)
    if columns > 1:
        subtotal = summary.subtotal(group, statuses, table.arithmetic)
        put_across(draft, place, (half + 1, columns), subtotal, {**_GROUP, "bold": False})


def _color(table: _Table) -> None:
    """Color the statuses."""
    status, language = table.letters.get("status"), table.arithmetic.language
    if status is None or not table.rows:
        return
    area = f"{status}{table.first}:{status}{table.last}"
    looks = [(word, _COLORS[name]) for name, word in STATUS_WORDS.items()]
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


def _widths(columns: Sequence[Column], rows: Sequence[Row], language: Language) -> list[float]:
    widths = []
    for column in columns:
        texts = [column.text(row, language) for row in rows]
        most = 24.0 if column.figure else _MOST.get(column.name, 20.0)
        least = sheet.heading_width(column.heading[language])
        widths.append(sheet.column_width(texts, least, max(most, least)))
    return widths


# Below the table


def _write_summary(table: _Table, row: int) -> tuple[dict[str, str], int]:
    """Write the summary from that row on; return its cells by their names, and the row below it."""
    draft, arithmetic, label, columns = table.draft, table.arithmetic, table.beginning, len(table.columns)
    counted = summary.counted_cells(table.rows, arithmetic.report, table.letters, (table.first, table.last))
    totals: dict[str, str] = {}
    put(draft, row, 1, _SUMMARY[arithmetic.language], _SECTION)
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
    report, language = table.arithmetic.report, table.arithmetic.language
    forecast = any(column.name == "forecast" for column in table.columns)
    claims = sentences.verdicts(report, table.rows, language)
    source = sentences.source(report, language)
    implied = [words.IMPLIED_LEGEND[language]] if has_implied(table.rows) else []
    yield "", [sentences.CONVENTION[language], *implied]
    yield words.NOTES[language], sentences.notes(table.rows, language, refusals=forecast)
    yield words.CLAIMS[language], [f"{claim.begin} {claim.sentence}" for claim in claims]
    yield words.SOURCE[language], [source] if source else []
