"""The sheet that asks for the readings still missing: a row a target, a column a period, and only their cells open."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from partykpi.core import kinds
from partykpi.core.model import Reading, Target
from partykpi.core.progress.coverage import gaps, merged
from partykpi.core.progress.missing import missing_periods
from partykpi.core.report import Assessment, Report
from partykpi.core.time import HALF, MONTH, QUARTER, Period, Term, parts_of_year
from partykpi.render.report.xlsx import sheet
from partykpi.render.report.xlsx.book import (
    CellStyle,
    CellValue,
    Content,
    SheetDraft,
    add_sheet,
    cell_text,
    cut,
    finished,
    has_day,
    letter,
    new_workbook,
    put,
    put_across,
)
from partykpi.render.report.xlsx.number_format import NumberFormat, of_date
from partykpi.render.text import locale, words
from partykpi.render.text.figures import goal_text
from partykpi.render.text.sentences import heading
from partykpi.render.text.wrap import wrap
from partykpi.text import Language, Text

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

_HEADINGS_ROW = 6
_ID_COLUMN, _FIRST_COLUMN = 3, 6  # the ids, and the first of the periods

# Widths in characters: number, target, id, unit, goal, each period, notes.
_WIDTHS = (5, 32, 14, 17, 15)
_NOTES_WIDTH = 18
_PERIOD_WIDTHS = (10, 18)

# The sizes of letters and the height of a line, in points: no program sets the heights of rows by itself on opening.
_SIZE, _SMALL, _LARGE = 12, 9, 14
_LINE = 16

_CELL: CellStyle = {
    "font_size": _SIZE,
    "border": 1,
    "border_color": "#A6A6A6",
    "align": "center",
    "valign": "vcenter",
    "text_wrap": True,
}
_HEAD: CellStyle = {**_CELL, "bold": True, "bg_color": "#D9E2F3"}
_TEXT: CellStyle = {**_CELL, "align": "left", "indent": 1}
_SMALL_TEXT: CellStyle = {**_TEXT, "font_size": _SMALL, "font_color": "#595959"}
_OPEN: CellStyle = {**_CELL, "align": "right", "bg_color": "#FFF8DC", "locked": False}
_CLOSED: CellStyle = {**_CELL, "align": "right", "bg_color": "#E7E6E6"}

# Excel keeps 15 digits of a number; in place of one that has more the sheet has the text of the file.
_DIGITS = 15

# The longest message that Excel takes for a cell.
_LONGEST_MESSAGE = _LONGEST_LIST = 255


class WrittenUnit(NamedTuple):
    """The unit that a file writes the figures of a target in, such as million VND.

    `size` is how many of the indicator's unit it is, 0 where it is another.
    """

    words: str
    size: Fraction | int


_Numbers = Literal["rank", "grade", "whole", "percent", "measured", "dated"]


class _InputRule(NamedTuple):
    """What may be typed into a cell: which numbers, of which unit, whether they may be below zero; or which names."""

    numbers: _Numbers
    unit: str
    negative: bool
    names: tuple[str, ...] = ()


class _TemplateDraft(NamedTuple):
    """The sheet that is being written, its periods, and the cells that have each rule so far."""

    sheet: SheetDraft
    language: Language
    periods: tuple[Period, ...]
    ruled: dict[_InputRule, list[str]]

    @property
    def widths(self) -> list[int]:
        """The widths of all columns; a few periods take as much as six."""
        least, most = _PERIOD_WIDTHS
        count = len(self.periods)
        return [*_WIDTHS, *([max(least, min(most, 6 * least // count))] * count), _NOTES_WIDTH]


def open_cells(report: Report) -> dict[str, tuple[Period, ...]]:
    """Return the periods that each target lacks, by its id."""
    resolution, as_of = report.resolution, report.moment.as_of
    return {target.id: missing_periods(target, resolution.period_of(target), as_of) for target in resolution.targets}


def template(report: Report, units: Mapping[str, WrittenUnit], language: Language) -> bytes:
    """Return the workbook that asks for what is missing; `units` has the unit of each target's figures by its id.

    The same report gives the same bytes at any time. No text of the file is a formula there, whatever it begins with.
    """
    lacking = open_cells(report)
    periods = _without_gaps({period for each in lacking.values() for period in each}, report.resolution.term)
    book = new_workbook(report.resolution.name[language], report.moment.as_of)
    draft = _TemplateDraft(add_sheet(book, TITLE[language]), language, tuple(periods), {})
    _set_up(draft)
    _write_above(draft, report)
    _write_heads(draft)
    for number, assessment in enumerate(report.assessments, 1):
        id = assessment.target.id
        _write_row(draft, number, assessment, units[id], lacking[id])
    for rule, cells in draft.ruled.items():
        _add_rule(draft, rule, cells)
    return finished(book)


def _without_gaps(lacking: Collection[Period], term: Term) -> list[Period]:
    """Return the periods in order, with the years, halves, quarters and months that lie between them unasked."""
    found = set(lacking)
    within = min(one.first for one in found), max(one.last for one in found)
    years = [term.year(year) for year in range(within[0].year - 1, within[1].year + 1)]
    parts = [
        part for months in (HALF, QUARTER, MONTH) for one in years for part in parts_of_year(one.first.year, months)
    ]
    for part in (*years, *parts):
        spans = merged([one[:2] for one in found], within)
        if any(first <= part.first and part.last <= last for first, last in gaps(spans, within)):
            found.add(part)
    return sorted(found, key=lambda one: (one.last, one.first))


def _set_up(draft: _TemplateDraft) -> None:
    """Say how the sheet is seen, printed and protected."""
    sheet.set_widths(draft.sheet, draft.widths)
    sheet.print_across(draft.sheet)
    written = draft.sheet.sheet
    written.freeze_panes(_HEADINGS_ROW, _FIRST_COLUMN - 1)
    written.set_margins(0.5, 0.5, 0.7, 0.7)
    written.set_header("", {"margin": 0.5})
    written.set_footer("&C&P/&N", {"margin": 0.5})
    written.repeat_rows(_HEADINGS_ROW - 1)
    written.protect("", {"objects": True, "scenarios": True, "format_columns": True, "format_rows": True})


def _write_above(draft: _TemplateDraft, report: Report) -> None:
    """Write what the sheet is of and what it is for, above the table."""
    language, width = draft.language, sum(draft.widths)
    resolution, (*_, term, _) = report.resolution, heading(report, language)
    as_of = locale.fill(_UP_TO, {"as_of": report.moment.as_of}, language)
    texts = (
        resolution.committee[language],
        _HEADING[language],
        resolution.name[language],
        f"{term} · {as_of}",
        _LEGEND[language],
    )
    for row, text in enumerate(texts, 1):
        size = _LARGE if row == 2 else _SIZE
        style: CellStyle = {
            "font_size": size,
            "bold": row <= 2,
            "italic": row == len(texts),
            "align": "left" if row in (1, len(texts)) else "center",
            "valign": "vcenter",
            "text_wrap": True,
        }
        put_across(draft.sheet, row, (1, len(draft.widths)), text, style)
        sheet.set_height(draft.sheet, row, _height([(text, width, size)]))


def _write_heads(draft: _TemplateDraft) -> None:
    language = draft.language
    heads = (words.NUMBER, words.TARGET, ID, words.UNIT, words.GOAL)
    shown: list[str | int] = [head[language] for head in heads]
    shown += [int(one.text) if one.text.isdigit() else words.capital(one.name[language]) for one in draft.periods]
    shown.append(words.NOTES[language])
    for column, text in enumerate(shown, 1):
        put(draft.sheet, _HEADINGS_ROW, column, text, _HEAD)
    lines = [(str(text), width - 1, _SIZE) for text, width in zip(shown, draft.widths, strict=True)]
    sheet.set_height(draft.sheet, _HEADINGS_ROW, _height(lines))


def _write_row(
    draft: _TemplateDraft, number: int, assessment: Assessment, written: WrittenUnit, lacking: Sequence[Period]
) -> None:
    target, row, language = assessment.target, _HEADINGS_ROW + number, draft.language
    unit = _unit(target, written, language)
    goal = goal_text(assessment.goal, target.indicator, language)
    note = _note(target, lacking, language)
    cells = (
        (1, number, _CELL),
        (2, target.name[language], _TEXT),
        (_ID_COLUMN, target.id, _SMALL_TEXT),
        (4, unit, _CELL),
        (5, goal, _TEXT),
        (len(draft.widths), note, _SMALL_TEXT),
    )
    lines = [(note, _NOTES_WIDTH, _SMALL)]
    for column, text, style in cells:
        put(draft.sheet, row, column, text, style)
        if column < _FIRST_COLUMN:
            lines.append((str(text), _WIDTHS[column - 1] - 1, int(style["font_size"])))
    for column, period in enumerate(draft.periods, _FIRST_COLUMN):
        if period in lacking:
            put(draft.sheet, row, column, _cell_value(None, target, written, language), _OPEN)
            draft.ruled.setdefault(_rule(target, written, unit, draft.language), []).append(f"{letter(column)}{row}")
            continue
        there = [one for one in target.readings if one.period is not None and one.period[:2] == period[:2]]
        content = _shown(there[-1], target, written) if there else None
        put(draft.sheet, row, column, _cell_value(content, target, written, language), _CLOSED)
        if isinstance(content, str):
            lines.append((content, draft.widths[column - 1], _SIZE))
    sheet.set_height(draft.sheet, row, _height(lines))


def _height(texts: Sequence[tuple[str, int, int]]) -> int:
    """Return the height of a row that holds these texts, each broken into lines of its width at its size."""
    heights = [
        len(wrap(text, max(width * _SIZE * 11 // (size * 10), 1), fold=True)) * _LINE * size // _SIZE
        for text, width, size in texts
    ]
    return max(heights) + 6


def _unit(target: Target, written: WrittenUnit, language: Language) -> str:
    if kinds.find(target.indicator.kind).dated:
        return _DAY_OR_SHARE[language]
    if written.size == target.size and target.indicator.unit.per is not None:  # the words written lack that
        return locale.unit_name(target.indicator.unit, language)
    return written.words if written.size != 1 else locale.unit_name(target.unit, language)


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


def _cell_value(content: Content, target: Target, written: WrittenUnit, language: Language) -> CellValue:
    """Return the cell of a reading, or the empty one for it, with the format of its number."""
    if isinstance(content, date):
        return CellValue(content, of_date(content, language))
    if isinstance(content, str):
        return CellValue(content)
    return CellValue(content, NumberFormat("#,##0") if _is_counted(target, written) else None)


def _is_counted(target: Target, written: WrittenUnit) -> bool:
    """Say whether every figure is a whole number, in the unit that the file writes it in."""
    return target.unit.counted and written.size == 1


def _shown(reading: Reading, target: Target, written: WrittenUnit) -> Fraction | date | str:
    """Return a reading as its cell holds it: a day, a number in the unit written, or the text that the file has."""
    if reading.done is not None:
        return reading.done if has_day(reading.done) else reading.text
    told = reading.figure is not None and reading.figure.exact is not None and reading.share is None
    if not told or written.size == 0 or target.indicator.unit.grades:
        return reading.text
    assert reading.figure is not None
    assert reading.figure.exact is not None
    number = reading.figure.exact * target.size / written.size
    return number if _is_short(number) else reading.text


def _is_short(value: Fraction) -> bool:
    """Say whether a number is a decimal of so few digits that a cell holds it."""
    for places in range(_DIGITS + 1):
        scaled = value * 10**places
        if scaled.denominator == 1:
            return len(str(abs(scaled.numerator))) <= _DIGITS
    return False


_ASKED: Mapping[_Numbers, Text] = {
    "rank": Text(
        "The place: a whole number, 1 or more.",
        "Thứ hạng: số nguyên từ 1 trở lên.",
    ),
    "grade": Text(
        "One of: {unit}.",
        "Một trong các mức: {unit}.",
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


def _rule(target: Target, written: WrittenUnit, unit: str, language: Language) -> _InputRule:
    """Return what may be typed into the cells of a target."""
    own, kind = target.indicator.unit, kinds.find(target.indicator.kind)
    numbers: _Numbers = "measured"
    if kind.dated:
        numbers = "dated"
    elif own.grades:
        names = tuple(grade[language] for grade in own.grades)
        return _InputRule("grade", ", ".join(names), False, names)
    elif own.ordinal:
        numbers = "rank"
    elif own.percent:
        numbers = "percent"
    elif _is_counted(target, written):
        numbers = "whole"
    return _InputRule(numbers, unit, kind.below_zero)


def _add_rule(draft: _TemplateDraft, rule: _InputRule, cells: Sequence[str]) -> None:
    """Let only such numbers be typed into the cells, with a word about them before and after a slip."""
    language = draft.language
    asked = cell_text(locale.fill(_ASKED[rule.numbers], {"unit": rule.unit}, language))
    named = ",".join(rule.names)
    if rule.numbers == "grade":
        if any("," in name for name in rule.names) or len(named) > _LONGEST_LIST:
            return
        draft.sheet.sheet.data_validation(
            cells[0],
            {
                "validate": "list",
                "source": [cell_text(name) for name in rule.names],
                "error_title": TITLE[language],
                "error_message": cut(asked, _LONGEST_MESSAGE),
                "multi_range": " ".join(cells),
            },
        )
        return
    draft.sheet.sheet.data_validation(
        cells[0],
        {
            "validate": "whole" if rule.numbers in ("whole", "rank") else "decimal",
            "criteria": "between",
            "minimum": "1" if rule.numbers == "rank" else f"-{_MOST}" if rule.negative else "0",
            "maximum": _MOST,
            # a share of a whole is a text, and so is a day that the machine writes in another way
            "error_type": "warning" if rule.numbers in ("percent", "dated") else "stop",
            "error_title": TITLE[language],
            "error_message": cut(asked, _LONGEST_MESSAGE),
            "input_title": TITLE[language],
            "input_message": cut(asked + _LEFT_EMPTY[language], _LONGEST_MESSAGE),
            "multi_range": " ".join(cells),
        },
    )
