"""The main sheet of a report: heading, table, summary, and what there is to say of the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.worksheet.datavalidation import DataValidation

from partykpi.core.model import Status
from partykpi.core.report import Report
from partykpi.core.status import STATUS_WORDS
from partykpi.render.report import order
from partykpi.render.report.columns import Column, Row
from partykpi.render.report.document import claims, legends, notes
from partykpi.render.report.order import Group
from partykpi.render.report.xlsx import sheet, summary
from partykpi.render.report.xlsx.arithmetic import Arithmetic
from partykpi.render.report.xlsx.book import Page, Style, colored, letter, put
from partykpi.render.report.xlsx.case import AGAIN
from partykpi.render.report.xlsx.entries import entries
from partykpi.render.report.xlsx.lines import Block
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

# The color of a status and of its ground.
_COLORS: Mapping[Status, tuple[str, str]] = {
    "exceeded": ("0B5D1E", "C6E7CB"),
    "achieved": ("0B5D1E", "E2F3E4"),
    "on-track": ("0B4F6C", "DDEFF7"),
    "behind": ("7A5200", "FFF0CC"),
    "at-risk": ("9C0006", "FBDDDD"),
    "pending": ("444444", "EEEEEE"),
    "nearly": ("7A5200", "FFF0CC"),
    "missed": ("9C0006", "F8CBCB"),
    "undetermined": ("444444", "EEEEEE"),
    "no-data": ("666666", "F4F4F4"),
}
_AGAIN = ("9C0006", "FFFF99")

_TEXT = Style(wrap=True, border=True)
_FIGURE = Style(side="right", border=True)
_NUMBER = Style(side="center", border=True)
_GROUP = Style(bold=True, fill="EEF2F7", border=True)
_LABEL = Style(border=True, wrap=True)
_NOTICE = Style(italic=True, color="C00000", wrap=True)
_SECTION = Style(bold=True)

_MOST = {"target": 42.0, "published": 26.0, "owner": 20.0, "note": 40.0, "indicator": 28.0, "unit": 12.0}


def write(
    page: Page,
    report: Report,
    rows: Sequence[Row],
    groups: Sequence[Group],
    columns: Sequence[Column[Row]],
    blocks: Mapping[int, Block],
    arithmetic: Arithmetic,
    language: Language,
) -> dict[str, str]:
    """Write the sheet, and return the cells of its summary by their names."""
    above = sentences.heading(report, language).lines
    head = len(above) + 2
    places = _places(rows, groups, head + 1)
    cells = {row.number: entries(blocks[row.number], columns, places[row.number], arithmetic, language) for row in rows}
    widths = _widths(columns, rows, language)
    for number, text in enumerate(above, 1):
        style = (sheet.SUBTITLE, sheet.TITLE)[number - 1] if number <= len(above) - 2 else sheet.TEXT
        sheet.across(page, number, len(columns), text, style, widths)
    sheet.across(page, head - 1, len(columns), "", _NOTICE, widths)
    notice = f'IF({arithmetic.changed(language)}=0,"","{_CHANGED[language]}")'
    put(page, head - 1, 1, "", _NOTICE, formula=notice)
    sheet.head(page, head, [column.heading[language] for column in columns], widths)
    for row in rows:
        for number, (column, entry) in enumerate(zip(columns, cells[row.number], strict=True), 1):
            style = _NUMBER if column.name == "number" else _FIGURE if column.figure else _TEXT
            put(page, places[row.number], number, entry.content, style, entry.look, entry.formula)
        texts = ["" if column.figure else column.text(row, language) for column in columns]
        sheet.make_room(page, places[row.number], texts, widths)
    last = max([head, *places.values()])
    letters = {column.name: letter(number) for number, column in enumerate(columns, 1)}
    for place, group in zip(_titles(groups, head + 1), groups, strict=True):
        _write_title(page, place, group, letters, arithmetic, len(columns), language)
    name = 1 + next((number for number, column in enumerate(columns[:3]) if column.name == "target"), -1)
    sheet.set_up(page, widths, language, heading=head, frozen=f"{letter(name + 1)}{head + 1}")
    page.sheet.auto_filter.ref = f"A{head}:{letter(len(columns))}{last}"
    if "status" in letters and rows:
        _color(page, f"{letters['status']}{head + 1}:{letters['status']}{last}", language)
    _guard_years(page, columns, head + 1, last, arithmetic, language)
    counted = summary.cells_of(rows, report, letters, head + 1, last)
    return _write_below(page, last + 2, report, rows, columns, counted, arithmetic, widths, language)


def _places(rows: Sequence[Row], groups: Sequence[Group], first: int) -> dict[int, int]:
    """Return the row of each target by its number, with a row before each group for its title."""
    if not groups:
        return {row.number: place for place, row in enumerate(rows, first)}
    places: dict[int, int] = {}
    for start, group in zip(_titles(groups, first), groups, strict=True):
        places |= {row.number: place for place, row in enumerate(group.rows, start + 1)}
    return places


def _titles(groups: Sequence[Group], first: int) -> list[int]:
    starts = []
    for group in groups:
        starts.append(first)
        first += len(group.rows) + 1
    return starts


def _write_title(
    page: Page,
    place: int,
    group: Group,
    letters: Mapping[str, str],
    arithmetic: Arithmetic,
    columns: int,
    language: Language,
) -> None:
    """Write the title of a group, and beside it how many of its targets stand where."""
    for column in range(1, columns + 1):
        put(page, place, column, None, _GROUP)
    half = max(min(2, columns - 1), 1)
    put(page, place, 1, order.title(group, language), _GROUP)
    status = letters.get("status")
    statuses = f"${status}${place + 1}:${status}${place + len(group.rows)}" if status else ""
    text, formula = summary.subtotal(group, statuses, arithmetic, language)
    if columns > 1:
        put(page, place, half + 1, text, _GROUP._replace(bold=False), formula=formula)
        sheet.merge(page, place, 1, half)
        sheet.merge(page, place, half + 1, columns)


def _color(page: Page, cells: str, language: Language) -> None:
    cell = f"${cells.partition(':')[0]}"
    for status, (color, fill) in _COLORS.items():
        colored(page, cells, f'{cell}="{STATUS_WORDS[status][language]}"', color, fill)
    colored(page, cells, f'{cell}="{AGAIN[language]}"', *_AGAIN)


def _guard_years(
    page: Page, columns: Sequence[Column[Row]], first: int, last: int, arithmetic: Arithmetic, language: Language
) -> None:
    """Send a person who types into the columns of the years to the sheet where the readings stand."""
    places = [number for number, column in enumerate(columns, 1) if column.of_year]
    if not places or last < first:
        return
    guard = DataValidation(type="custom", formula1="FALSE", allow_blank=False, showErrorMessage=True)
    guard.error = locale.fill(_YEAR_ERROR, {"title": arithmetic.title}, language)
    for number in places:
        guard.add(f"{letter(number)}{first}:{letter(number)}{last}")
    page.sheet.add_data_validation(guard)


def _widths(columns: Sequence[Column[Row]], rows: Sequence[Row], language: Language) -> list[float]:
    widths = []
    for column in columns:
        texts = [column.text(row, language) for row in rows]
        most = 24.0 if column.figure else _MOST.get(column.name, 20.0)
        least = sheet.heading_width(column.heading[language])
        widths.append(sheet.written_width(texts, least, max(most, least)))
    return widths


# Below the table


def _write_below(
    page: Page,
    row: int,
    report: Report,
    rows: Sequence[Row],
    columns: Sequence[Column[Row]],
    counted: summary.Cells,
    arithmetic: Arithmetic,
    widths: Sequence[float],
    language: Language,
) -> dict[str, str]:
    """Write the summary, then the legend, the notes and the verdicts; return the cells of the summary."""
    label = max(min(2, len(columns) - 1), 1)
    cells: dict[str, str] = {}
    put(page, row, 1, words.SUMMARY[language], _SECTION)
    row += 1
    for item in summary.items(report, counted, arithmetic, language):
        put(page, row, 1, item.label, _LABEL)
        if label > 1:
            put(page, row, 2, None, _LABEL)
            sheet.merge(page, row, 1, label)
        put(page, row, label + 1, item.content, _FIGURE, item.look, item.formula, item.array)
        if item.name == "statuses" and len(columns) > label + 1:
            put(page, row, label + 1, item.content, _TEXT, item.look, item.formula)
            for column in range(label + 2, len(columns) + 1):
                put(page, row, column, None, _TEXT)
            sheet.merge(page, row, label + 1, len(columns))
            told = str(item.content)
            page.sheet.row_dimensions[row].height = sheet.height(told, sum(widths[label : len(columns)]))
        cells[item.name] = f"${letter(label + 1)}${row}"
        row += 1
    names = {column.name for column in columns}
    sections = (
        ("", [sentences.CONVENTION[language], *legends(rows, "published" in names, language)]),
        (words.NOTES[language], [note.line for note in notes(rows, "forecast" in names, language)]),
        (words.CLAIMS[language], [claim.line for claim in claims(report, rows, language)]),
        (words.SOURCE[language], [source] if (source := sentences.source(report, language)) else []),
    )
    for title, lines in sections:
        if not lines:
            continue
        row += 1
        if title:
            put(page, row, 1, title, _SECTION)
            row += 1
        for line in lines:
            sheet.across(page, row, len(columns), line, widths=widths)
            row += 1
    return cells
