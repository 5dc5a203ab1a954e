"""The sheet that asks for the readings still missing: a row a target, a column a period, and only their cells open."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from partykpi.core import kinds
from partykpi.core.model import Reading, Target
from partykpi.core.progress.coverage import missing_periods
from partykpi.core.report import Assessment, Report
from partykpi.core.time import Period
from partykpi.render.report.archive import of_day
from partykpi.render.text import locale, words
from partykpi.render.text.sentences import heading
from partykpi.render.text.wrap import one_line, wrap
from partykpi.text import Language, Text

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

TITLE = Text("Readings", "Số liệu")
ID = Text("Target id", "Mã chỉ tiêu")

_HEADING = Text("READINGS STILL MISSING", "SỐ LIỆU CẦN BỔ SUNG")
_LEGEND = Text(
    "Fill in the yellow cells, each in the unit of its row; leave empty what is not known. Grey cells are closed: they "
    "show what the resolution file holds, or are not asked for. Then save the file and send it back.",
    "Điền vào các ô màu vàng, theo đơn vị tính của từng dòng; chưa có số liệu thì để trống. Ô màu xám không điền: đó "
    "là số liệu đã có, hoặc kỳ không phải báo cáo. Điền xong, lưu tệp và gửi lại.",
)
_UP_TO = Text("periods over by {as_of}", "các kỳ tính đến {as_of}")
_CUMULATIVE = Text(
    "one figure for all the time so far: {reading}; to be changed in the resolution file",
    "một số chung đến nay: {reading}; cập nhật trong tệp nghị quyết",
)
_DONE = Text("done", "đã hoàn thành")
_COMPLETE = Text("nothing missing", "đã đủ số liệu")
_DAY_OR_SHARE = Text("day done, or %", "ngày hoàn thành hoặc %")

_FONT = "Times New Roman"
_HEADINGS_ROW = 6
_ID_COLUMN, _FIRST_COLUMN = 3, 6  # the ids, and the first of the periods

# Widths in characters: number, target, id, unit, goal, each period, notes.
_WIDTHS = (5, 32, 14, 11, 15)
_NOTES_WIDTH = 18
_PERIOD_WIDTHS = (10, 18)

# The sizes of letters and the height of a line, in points: no program sets the heights of rows by itself on opening.
_SIZE, _SMALL, _LARGE = 12, 9, 14
_LINE = 16

_OPEN, _CLOSED, _HEAD = "FFF8DC", "E7E6E6", "D9E2F3"

# Excel keeps 15 digits of a number; what has more stands there as the text that the file has.
_DIGITS = 15

# What XML cannot hold; what steers a terminal is taken out as well.
_NO_CHARACTER = re.compile("[\ufffe\uffff]")


class Told(NamedTuple):
    """What the figures of a target are told in, such as million VND, and how many of its unit that is (0: another)."""

    words: str
    size: int


class _Look(NamedTuple):
    """How a cell looks, and whether something may be typed into it."""

    side: str
    fill: str = ""
    bold: bool = False
    size: int = _SIZE
    code: str = "General"
    is_open: bool = False


class _Draft(NamedTuple):
    """The sheet in the making: its periods, the styles made so far, and the rules with the cells that have them."""

    sheet: Worksheet
    language: Language
    periods: tuple[Period, ...]
    looks: dict[tuple[_Look, bool], Any]
    rules: dict[tuple[str, str, bool], tuple[DataValidation, list[str]]]

    @property
    def widths(self) -> list[int]:
        """The widths of all columns; a few periods take as much as six."""
        least, most = _PERIOD_WIDTHS
        count = len(self.periods)
        return [*_WIDTHS, *([max(least, min(most, 6 * least // count))] * count), _NOTES_WIDTH]


def open_cells(report: Report) -> dict[str, tuple[Period, ...]]:
    """Return the periods that each target lacks, by its id."""
    term, as_of = report.resolution.term, report.moment.as_of
    return {target.id: missing_periods(target, term, as_of) for target in report.resolution.targets}


def template(report: Report, told: Mapping[str, Told], language: Language) -> bytes:
    """Return the workbook that asks for what is missing; `told` says how the file tells the figures of each target.

    The same report gives the same bytes at any time. No text of the file is a formula there, whatever it begins with.
    """
    from openpyxl import Workbook
    from openpyxl.worksheet.cell_range import MultiCellRange

    lacking = open_cells(report)
    periods = sorted({period for each in lacking.values() for period in each}, key=lambda one: (one.last, one.first))
    book = Workbook()
    book.properties.creator = "partykpi"
    book.properties.title = _text(report.resolution.name[language])
    book.worksheets[0].title = TITLE[language]
    draft = _Draft(book.worksheets[0], language, tuple(periods), {}, {})
    _set_up(draft, report)
    _write_heads(draft)
    for number, assessment in enumerate(report.assessments, 1):
        id = assessment.target.id
        _write_row(draft, number, assessment, told[id], lacking[id])
    for rule, cells in draft.rules.values():
        rule.sqref = MultiCellRange(" ".join(cells))
        draft.sheet.add_data_validation(rule)
    content = BytesIO()
    book.save(content)
    return of_day(content.getvalue(), report.moment.as_of)


def _text(text: str) -> str:
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", one_line(text))


def _set_up(draft: _Draft, report: Report) -> None:
    """Write what stands above the table, and how the sheet is seen, printed and protected."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet, language, widths = draft.sheet, draft.language, draft.widths
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    resolution, (*_, term, _) = report.resolution, heading(report, language)
    as_of = locale.fill(_UP_TO, {"as_of": report.moment.as_of}, language)
    names = resolution.committee[language], resolution.name[language]
    above = (names[0], _HEADING[language], names[1], f"{term} · {as_of}", _LEGEND[language])
    for row, text in enumerate(above, 1):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(widths))
        cell = _put(draft, row, 1, text)
        cell.font = Font(name=_FONT, size=_LARGE if row == 2 else _SIZE, bold=row <= 2, italic=row == len(above))
        sides = "left" if row in (1, len(above)) else "center"
        cell.alignment = Alignment(horizontal=sides, vertical="center", wrap_text=True)
        sheet.row_dimensions[row].height = _height([(text, sum(widths), _LARGE if row == 2 else _SIZE)])
    sheet.freeze_panes = f"{get_column_letter(_FIRST_COLUMN)}{_HEADINGS_ROW + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = f"{_HEADINGS_ROW}:{_HEADINGS_ROW}"
    footer: Any = sheet.oddFooter
    footer.center.text = "&P/&N"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def _write_heads(draft: _Draft) -> None:
    language = draft.language
    heads = (words.NUMBER, words.TARGET, ID, words.UNIT, words.GOAL)
    shown: list[str | int] = [head[language] for head in heads]
    shown += [int(one.text) if one.text.isdigit() else words.capital(one.name[language]) for one in draft.periods]
    shown.append(words.NOTES[language])
    for column, text in enumerate(shown, 1):
        _dress(draft, _put(draft, _HEADINGS_ROW, column, text), _Look("center", _HEAD, bold=True))
    lines = [(str(text), width - 1, _SIZE) for text, width in zip(shown, draft.widths, strict=True)]
    draft.sheet.row_dimensions[_HEADINGS_ROW].height = _height(lines)


def _write_row(draft: _Draft, number: int, assessment: Assessment, told: Told, lacking: Sequence[Period]) -> None:
    target, row, language = assessment.target, _HEADINGS_ROW + number, draft.language
    unit = _unit(target, told, language)
    goal = locale.goal_text(assessment.goal, target.indicator.unit, language)
    texts: tuple[str | int, ...] = (number, target.name[language], target.id, unit, goal)
    lines = []
    for column, (text, width) in enumerate(zip(texts, _WIDTHS, strict=True), 1):
        size, side = _SMALL if column == _ID_COLUMN else _SIZE, "center" if column in (1, 4) else "left"
        _dress(draft, _put(draft, row, column, text), _Look(side, size=size))
        lines.append((str(text), width - 1, size))
    for column, period in enumerate(draft.periods, _FIRST_COLUMN):
        there = [one for one in target.readings if one.period is not None and one.period[:2] == period[:2]]
        is_open = period in lacking
        value = _shown(there[-1], told) if there and not is_open else None
        code = "#,##0" if _is_counted(target, told) else "General"
        if isinstance(value, date):
            code = "dd/mm/yyyy" if language == "vi" else "yyyy-mm-dd"
        cell = _put(draft, row, column, value)
        _dress(draft, cell, _Look("right", _OPEN if is_open else _CLOSED, code=code, is_open=is_open))
        if isinstance(value, str):
            lines.append((value, draft.widths[column - 1], _SIZE))
        if is_open:
            _rule(draft, target, unit).append(cell.coordinate)
    note = _note(target, lacking, language)
    _dress(draft, _put(draft, row, len(draft.widths), note), _Look("left", size=_SMALL))
    draft.sheet.row_dimensions[row].height = _height([*lines, (note, _NOTES_WIDTH, _SMALL)])


def _height(texts: Sequence[tuple[str, int, int]]) -> int:
    """Return the height of a row that holds these texts, each broken into lines of its width at its size."""
    heights = [
        len(wrap(text, max(width * _SIZE * 11 // (size * 10), 1), fold=True)) * _LINE * size // _SIZE
        for text, width, size in texts
    ]
    return max(heights) + 6


def _put(draft: _Draft, row: int, column: int, value: str | int | Decimal | date | None) -> Any:
    """Put a value into a cell; a text is a text there, whatever it begins with."""
    cell: Any = draft.sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = _text(value)
        cell.data_type = "s"
        if _like_a_formula(cell):
            cell.quotePrefix = True
    else:
        cell.value = value
    return cell


def _like_a_formula(cell: Any) -> bool:
    return isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@"))


def _dress(draft: _Draft, cell: Any, look: _Look) -> None:
    """Give a cell its look; what begins like a formula stays marked as a text."""
    quoted = _like_a_formula(cell)
    if (look, quoted) not in draft.looks:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        line = Side(style="thin", color="A6A6A6")
        small, left = look.size <= _SMALL, look.side == "left"
        cell.font = Font(name=_FONT, size=look.size, bold=look.bold, color="595959" if small else "000000")
        cell.alignment = Alignment(horizontal=look.side, vertical="center", wrap_text=True, indent=int(left))
        cell.border = Border(left=line, right=line, top=line, bottom=line)
        if look.fill:
            cell.fill = PatternFill("solid", fgColor=look.fill)
        cell.protection = Protection(locked=not look.is_open)
        cell.number_format = look.code
        draft.looks[look, quoted] = cell._style
    cell._style = copy(draft.looks[look, quoted])  # to make each style anew takes most of the time


def _unit(target: Target, told: Told, language: Language) -> str:
    if kinds.find(target.indicator.kind).dated:
        return _DAY_OR_SHARE[language]
    return told.words if told.size != 1 else locale.unit_name(target.indicator.unit, language)


def _is_counted(target: Target, told: Told) -> bool:
    """Say whether every figure is a whole number, as they are told."""
    return target.indicator.unit.counted and told.size == 1


def _note(target: Target, lacking: Sequence[Period], language: Language) -> str:
    """Say why nothing is asked for."""
    if lacking:
        return ""
    if any(reading.done is not None for reading in target.readings):
        return _DONE[language]
    if any(reading.period is None for reading in target.readings):
        figures = ", ".join(reading.text for reading in target.readings)
        return locale.fill(_CUMULATIVE, {"reading": figures}, language)
    return _COMPLETE[language]


def _shown(reading: Reading, told: Told) -> Decimal | date | str:
    """Return a reading as its cell holds it: a day, a number as it is told, or the text that the file has."""
    if reading.done is not None:
        return reading.done
    if reading.figure is None or reading.figure.exact is None or told.size == 0 or reading.share is not None:
        return reading.text
    number = _decimal(reading.figure.exact / told.size)
    return reading.text if number is None else number


def _decimal(value: Fraction) -> Decimal | None:
    """Return the number as a decimal that a cell can hold, or None where it has too many digits."""
    for places in range(_DIGITS + 1):
        scaled = value * 10**places
        if scaled.denominator == 1:
            return Decimal(f"{scaled.numerator}e-{places}") if len(str(abs(scaled.numerator))) <= _DIGITS else None
    return None


_Rule = Literal["rank", "whole", "percent", "measured", "dated"]

_ASKED: Mapping[_Rule, Text] = {
    "rank": Text(
        "The place: a whole number, 1 or more.",
        "Thứ hạng: số nguyên từ 1 trở lên.",
    ),
    "whole": Text(
        "Unit: {unit}. A whole number, 0 or more.",
        "Đơn vị tính: {unit}. Số nguyên từ 0 trở lên.",
    ),
    "percent": Text(
        "In percent: write 78.14 for 78.14 %. A share of a whole, such as 249/252, can stand here as well.",
        "Tính bằng %: ghi 78,14 nếu là 78,14 %. Cũng ghi được phần đạt trên tổng số, ví dụ 249/252.",
    ),
    "measured": Text(
        "Unit: {unit}. A number.",
        "Đơn vị tính: {unit}. Ghi con số, không ghi kèm đơn vị.",
    ),
    "dated": Text(
        "The day it was done, such as 25/08/2023; or the share done so far in percent, such as 60.",
        "Ngày hoàn thành, ví dụ 25/08/2023; hoặc phần đã làm tính bằng %, ví dụ 60.",
    ),
}
_LEFT_EMPTY = Text(" Leave it empty while it is not known.", " Chưa có số liệu thì để trống.")
_MOST = "1000000000000000"


def _rule(draft: _Draft, target: Target, unit: str) -> list[str]:
    """Return the cells that have the rule of a target: what may be typed there."""
    from openpyxl.worksheet.datavalidation import DataValidation

    own, kind, language = target.indicator.unit, kinds.find(target.indicator.kind), draft.language
    rule: _Rule = "measured"
    if kind.dated:
        rule = "dated"
    elif own.ordinal:
        rule = "rank"
    elif own.percent:
        rule = "percent"
    elif own.counted and unit == locale.unit_name(own, language):
        rule = "whole"
    falls = kind.name == "rate"
    if (rule, unit, falls) not in draft.rules:
        asked = locale.fill(_ASKED[rule], {"unit": unit}, language)
        validation = DataValidation(
            type="whole" if rule in ("whole", "rank") else "decimal",
            operator="between",
            formula1="1" if rule == "rank" else f"-{_MOST}" if falls else "0",
            formula2=_MOST,
            allow_blank=True,
            showInputMessage=True,
            showErrorMessage=True,
            # a share of a whole is a text, and so is a day that the machine writes in another way
            errorStyle="warning" if rule in ("percent", "dated") else "stop",
            errorTitle=TITLE[language],
            error=asked[:255],
            promptTitle=TITLE[language],
            prompt=(asked + _LEFT_EMPTY[language])[:255],
        )
        draft.rules[rule, unit, falls] = (validation, [])
    return draft.rules[rule, unit, falls][1]
