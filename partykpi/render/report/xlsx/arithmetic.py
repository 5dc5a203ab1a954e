"""The sheet with the arithmetic: the time, the thresholds, and of each target what went in and what came out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from openpyxl.worksheet.datavalidation import DataValidation

from partykpi.core import kinds
from partykpi.core.report import Report
from partykpi.core.status import STATUS_WORDS
from partykpi.render.report.xlsx import look, sheet
from partykpi.render.report.xlsx.book import Content, Page, Style, has_day, put
from partykpi.render.report.xlsx.case import AGAIN, READINGS
from partykpi.render.report.xlsx.formulas import in_cell
from partykpi.render.report.xlsx.lines import Block, Line
from partykpi.render.report.xlsx.look import Look
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

TITLE = Text("Arithmetic", "Cách tính")
CHANGED = Text("changed", "đã sửa")
"""Stands beside the name of a target of which an input is not what the file says."""

VALUE, ORIGINAL = "D", "F"
_VALUE, _ORIGINAL = 4, 6

_HEADINGS = (
    words.NUMBER,
    Text("Item", "Khoản mục"),
    Text("How", "Cách tính"),
    Text("Value", "Giá trị"),
    words.UNIT,
    Text("From the file", "Theo tệp"),
    Text("As written", "Ghi trong tệp"),
    Text("Line", "Dòng"),
)
_WIDTHS = (5.0, 35.0, 52.0, 19.0, 13.0, 19.0, 24.0, 7.0)

_LEGEND = (
    Text(
        "Figures in blue are inputs and may be changed; the rest follows. “From the file” keeps what partykpi "
        "calculated.",
        "Số màu xanh là số liệu đầu vào, có thể sửa; các ô khác tự tính lại. Cột “Theo tệp” giữ nguyên kết quả "
        "partykpi đã tính.",
    ),
    Text(
        "What a sheet cannot calculate is marked “calculated by partykpi”, and gives way to “run partykpi again” once "
        "an input of its target is changed. New periods and another as-of date belong in the file.",
        "Ô ghi “partykpi tính sẵn” là phần bảng tính không tự tính được; khi số liệu của chỉ tiêu bị sửa, ô đó chuyển "
        "thành “cần tính lại”. Kỳ số liệu mới hoặc ngày đánh giá khác thì ghi vào tệp rồi chạy lại partykpi.",
    ),
)
_DATE_ERROR = Text(
    "Another date belongs in the file: change it there and run partykpi again.",
    "Muốn đổi ngày thì sửa trong tệp rồi chạy lại partykpi.",
)

_FILE = Text("File: {file}", "Tệp: {file}")
_FIRST = Text("First day of the term", "Ngày đầu nhiệm kỳ")
_LAST = Text("Last day of the term", "Ngày cuối nhiệm kỳ")
_DAYS = Text("Days of the term", "Số ngày của nhiệm kỳ")
_AS_OF = Text("As-of date", "Ngày đánh giá")
_GONE = Text("Days gone", "Số ngày đã qua")
_ELAPSED = Text("Elapsed", "Thời gian đã qua")
_YEARS = Text("Years of the term", "Số năm của nhiệm kỳ")
_LEFT = Text("Years left", "Số năm còn lại")
_THRESHOLD = Text("Threshold: {status}", "Ngưỡng: {status}")
_OF_PACE = Text("pace at least", "tiến độ không thấp hơn")
_OF_ATTAINMENT = Text("attainment at least", "tỷ lệ đạt không thấp hơn")
_BOTH_ENDS = Text("both ends counted", "tính cả ngày đầu và ngày cuối")
_SHARE = Text("days gone ÷ days of the term", "số ngày đã qua ÷ số ngày của nhiệm kỳ")
_HALF = Text("mid-term is exactly one half", "giữa nhiệm kỳ là đúng một nửa")
_LEFT_RULE = Text("(1 − elapsed) × years of the term", "(1 − thời gian đã qua) × số năm của nhiệm kỳ")

_INPUT, _PLAIN, _DIM = "1F4E9E", "", "666666"
_TARGET = Style(bold=True, fill="EEF2F7", border=True)
_CHANGED = Style(bold=True, color="C00000", fill="EEF2F7", side="right", border=True)
_WORDS = Style(wrap=True, border=True)


class Arithmetic(NamedTuple):
    """Where the quantities stand: those of the report by name, and those of each target by its number and name.

    `flags` says where each target tells that an input was changed, `last` is the last row.
    """

    title: str
    shared: Mapping[str, int]
    rows: Mapping[int, Mapping[str, int]]
    flags: Mapping[int, int]
    last: int

    def cell(self, number: int, name: str) -> str:
        """Return the cell of a quantity of a target, or of the report, as formulas of the same sheet write it."""
        own = self.rows[number]
        if name == READINGS:
            readings = [row for key, row in own.items() if key[0] == "r" and key[1:].isdecimal()]
            first, last = f"${VALUE}${min(readings)}", f"${VALUE}${max(readings)}"
            return first if first == last else f"{first}:{last}"
        return f"${VALUE}${own[name] if name in own else self.shared[name]}"

    def outside(self, number: int, name: str) -> str:
        """Return the same as formulas of other sheets write it."""
        return f"{sheet.quoted(self.title)}!{self.cell(number, name)}"

    def unchanged(self, number: int, names: Sequence[str] = ()) -> str:
        """Return the formula that says whether these inputs of a target, or all, are what the file says."""
        title = f"{sheet.quoted(self.title)}!"
        if not names:
            return f'{title}${VALUE}${self.flags[number]}=""'
        rows = [self.rows[number][name] for name in names]
        same = [f"{title}${VALUE}${row}={title}${ORIGINAL}${row}" for row in rows]
        return same[0] if len(same) == 1 else f"AND({','.join(same)})"

    def has(self, number: int, name: str) -> bool:
        """Say whether a quantity has a cell."""
        return name in self.rows[number] or name in self.shared

    def changed(self, language: Language) -> str:
        """Return the formula that counts the targets of which an input was changed, for other sheets."""
        cells = f"{sheet.quoted(self.title)}!${VALUE}$1:${VALUE}${self.last}"
        return f'COUNTIF({cells},"{CHANGED[language]}")'


class _Shared(NamedTuple):
    """A quantity of the whole report."""

    name: str
    label: str
    rule: str
    content: Content
    look: Look | None
    formula: str = ""
    date: bool = False


def write(page: Page, report: Report, blocks: Sequence[Block], language: Language) -> Arithmetic:
    """Write the sheet, and return where everything stands in it."""
    width = len(_HEADINGS)
    row = 1
    names = (one_line(report.resolution.committee[language]), one_line(report.resolution.name[language]))
    for text in (TITLE[language], *(name for name in names if name)):
        sheet.across(page, row, width, text, sheet.TITLE if row == 1 else sheet.SUBTITLE, _WIDTHS)
        row += 1
    source = sentences.source(report, language)
    told = [f"{words.SOURCE[language]}: {source}"] if source else []
    told.append(locale.fill(_FILE, {"file": report.resolution.file}, language))
    for text in (*told, *(text[language] for text in _LEGEND)):
        sheet.across(page, row, width, text, widths=_WIDTHS)
        row += 1
    shared = _write_shared(page, row + 1, report, language)
    heading = max(shared.values()) + 2
    sheet.head(page, heading, [title[language] for title in _HEADINGS], _WIDTHS)
    sheet.set_up(page, _WIDTHS, language, heading=heading)
    rows: dict[int, dict[str, int]] = {}
    flags: dict[int, int] = {}
    row = heading + 1
    for block in blocks:
        flags[block.row.number] = row
        rows[block.row.number] = {line.name: row + place for place, line in enumerate(block.lines, 1) if line.name}
        row += len(block.lines) + 1
    where = Arithmetic(page.sheet.title, shared, rows, flags, row - 1)
    for block in blocks:
        _write_block(page, block, where, language)
    return where


def _write_shared(page: Page, row: int, report: Report, language: Language) -> dict[str, int]:
    places: dict[str, int] = {}
    for shared in _shared(report, language):
        places[shared.name] = row
        put(page, row, 2, shared.label, _WORDS)
        put(page, row, 3, shared.rule, _WORDS)
        formula = shared.formula.format_map({name: f"${VALUE}${place}" for name, place in places.items()})
        style = Style(side="right", border=True)
        put(page, row, _VALUE, shared.content, style, shared.look, formula)
        row += 1
    dates = [f"{VALUE}{places[name]}" for name in ("first", "last", "as_of")]
    guard = DataValidation(type="custom", formula1="FALSE", allow_blank=False, showErrorMessage=True)
    guard.error = _DATE_ERROR[language]
    for cell in dates:
        guard.add(cell)
    page.sheet.add_data_validation(guard)
    return places


def _shared(report: Report, language: Language) -> Iterator[_Shared]:
    term, moment = report.resolution.term, report.moment
    dated = has_day(term.first)
    counted = moment.elapsed == term.elapsed(moment.as_of)
    gone = min((moment.as_of - term.first).days + 1, term.days)

    def day(name: str, label: Text, on: date) -> _Shared:
        text = locale.date_short(on, language)
        code = Look(look.of_date(text, text, language))
        return _Shared(name, label[language], "", on if dated else text, code if dated else None)

    def figure(name: str, label: str, rule: str, value: Fraction, formula: str = "", share: bool = False) -> _Shared:
        return _Shared(name, label, rule, value, _number(value, language, share), formula)

    yield day("first", _FIRST, term.first)
    yield day("last", _LAST, term.last)
    days = "{last}-{first}+1" if dated else ""
    yield figure("days", _DAYS[language], _BOTH_ENDS[language], Fraction(term.days), days)
    yield day("as_of", _AS_OF, moment.as_of)
    if counted:
        formula = "MIN({as_of},{last})-{first}+1" if dated else ""
        yield figure("gone", _GONE[language], _BOTH_ENDS[language], Fraction(gone), formula)
        yield figure("elapsed", _ELAPSED[language], _SHARE[language], moment.elapsed, "{gone}/{days}", True)
    else:
        yield figure("elapsed", _ELAPSED[language], _HALF[language], moment.elapsed, "1/2", True)
    yield figure("years", _YEARS[language], "", term.years)
    yield figure("left", _LEFT[language], _LEFT_RULE[language], moment.years_left, "(1-{elapsed})*{years}")
    limits = report.resolution.thresholds
    for name, status, limit, rule in (
        ("on_track", STATUS_WORDS["on-track"], limits.on_track, _OF_PACE),
        ("behind", STATUS_WORDS["behind"], limits.behind, _OF_PACE),
        ("nearly", STATUS_WORDS["nearly"], limits.nearly, _OF_ATTAINMENT),
    ):
        label = locale.fill(_THRESHOLD, {"status": status}, language)
        yield figure(name, label, rule[language], limit, share=True)


def _number(value: Fraction, language: Language, share: bool) -> Look | None:
    if share:
        return look.of_number(value, locale.percent(value, language, 4), language, "share", 4)
    return look.of_number(value, locale.number(value, language, 6), language, "plain", 6)


def _write_block(page: Page, block: Block, where: Arithmetic, language: Language) -> None:
    number, start = block.row.number, where.flags[block.row.number]
    target = block.case.assessment.target
    for column in range(1, len(_HEADINGS) + 1):
        put(page, start, column, None, _TARGET)
    put(page, start, 1, number, _TARGET._replace(side="center"))
    put(page, start, 2, one_line(target.name[language]), _TARGET._replace(wrap=True))
    put(page, start, 3, kinds.find(target.indicator.kind).label[language], _TARGET._replace(bold=False, wrap=True))
    sheet.make_room(page, start, [one_line(target.name[language])], [_WIDTHS[1] / 1.1])
    inputs = sum(line.state == "input" for line in block.lines)
    if inputs:
        new, old = (f"{column}{start + 1}:{column}{start + inputs}" for column in (VALUE, ORIGINAL))
        formula = f'IF(SUMPRODUCT(--({new}<>{old}))=0,"","{CHANGED[language]}")'
        put(page, start, _VALUE, "", _CHANGED, formula=formula)
    for place, line in enumerate(block.lines, 1):
        _write_line(page, start + place, line, block, where, language)


def _write_line(page: Page, row: int, line: Line, block: Block, where: Arithmetic, language: Language) -> None:
    number = block.row.number
    shown = _look(line, language)
    plain = shown and Look(shown.code)
    long = isinstance(line.content, str) and line.name == "published"
    side = Style(side="left" if long else "right", border=True, wrap=isinstance(line.content, str))
    put(page, row, 2, line.label, _WORDS)
    put(page, row, 3, line.rule, _WORDS)
    put(page, row, 5, line.unit, _WORDS)
    put(page, row, 7, line.written, _WORDS._replace(color=_DIM))
    put(page, row, 8, line.line, _WORDS._replace(color=_DIM, side="right"))
    put(page, row, 1, None, _WORDS)
    words_only = line.content if isinstance(line.content, str) else ""
    texts = ["", line.label, line.rule, words_only, line.unit, words_only, line.written, ""]
    sheet.make_room(page, row, texts, _WIDTHS)
    style = side._replace(color={"input": _INPUT, "told": _DIM}.get(line.state, ""), bold=line.name == "status")
    formula = line.formula
    if line.state == "live":
        found = in_cell(line.name, block.formulas[line.name], block.case)
        formula = found.written(lambda name: _inside(name, block, where))
    elif line.state == "fixed":
        formula = f'IF(${VALUE}${where.flags[number]}="",${ORIGINAL}${row},"{AGAIN[language]}")'
    put(page, row, _VALUE, line.content, style, shown, formula)
    put(page, row, _ORIGINAL, None if line.state == "told" else line.content, side._replace(color=_DIM), plain)


def _inside(name: str, block: Block, where: Arithmetic) -> str:
    """Return the cell of a quantity, or the formula of a year that has no cell of its own."""
    if name == READINGS or where.has(block.row.number, name):
        return where.cell(block.row.number, name)
    return block.years[int(name[1:])].inside(lambda inner: where.cell(block.row.number, inner))


def _look(line: Line, language: Language) -> Look | None:
    match line.content:
        case Fraction():
            return _number(line.content, language, line.share)
        case date():
            return Look(look.of_date(line.text, line.text, language))
        case None:
            return _number(Fraction(0), language, line.share)
        case _:
            return None
