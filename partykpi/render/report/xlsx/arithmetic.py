"""The sheet with the arithmetic: the time, the thresholds, and of each target what went in and what came out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple, assert_never

from partykpi.core import kinds
from partykpi.core.report import Report
from partykpi.core.status import STATUS_WORDS
from partykpi.render.report.xlsx import sheet
from partykpi.render.report.xlsx.book import CellStyle, CellValue, SheetDraft, has_day, literal, put, ranges
from partykpi.render.report.xlsx.cells import AGAIN, READINGS
from partykpi.render.report.xlsx.lines import ArithmeticLine, Block, State
from partykpi.render.report.xlsx.number_format import NumberFormat, of_date, of_number
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.figures import Notation
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

TITLE = Text("Arithmetic", "Cách tính")
CHANGED = Text("changed", "đã sửa")
"""The mark beside the name of a target of which an input is not what the file says."""

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
_WIDTHS = (5.0, 35.0, 52.0, 19.0, 16.0, 19.0, 24.0, 7.0)

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
_MONTHS = Text("Months of the term", "Số tháng của nhiệm kỳ")
_AS_OF = Text("As-of date", "Ngày đánh giá")
_ELAPSED = Text("Elapsed", "Thời gian đã qua")
_YEARS = Text("Years of the term", "Số năm của nhiệm kỳ")
_LEFT = Text("Years left", "Số năm còn lại")
_THRESHOLD = Text("Threshold: {status}", "Ngưỡng: {status}")
_OF_PACE = Text("pace at least", "tiến độ không thấp hơn")
_OF_SCORE = Text("score at least", "mức đạt không thấp hơn")
_BOTH_ENDS = Text(
    "both ends counted, a part of a month by its days", "tính cả ngày đầu và ngày cuối; tháng lẻ theo số ngày"
)
_GONE = Text("{gone} of {months} months", "{gone}/{months} tháng")
_HALF = Text("mid-term is exactly one half", "giữa nhiệm kỳ là đúng một nửa")
_LEFT_RULE = Text("(1 − elapsed) × years of the term", "(1 − thời gian đã qua) × số năm của nhiệm kỳ")

_DIM, _USUAL = "#666666", "#000000"
_COLORS: Mapping[State, str] = {"input": "#1F4E9E", "live": _USUAL, "fixed": _USUAL, "shown": _DIM}
_FILL = "#EEF2F7"
_TARGET: CellStyle = {**sheet.BORDERED, "indent": 1, "bold": True, "bg_color": _FILL}
_CHANGED: CellStyle = {**sheet.FIGURE, "bold": True, "font_color": "#C00000", "bg_color": _FILL}


class Arithmetic(NamedTuple):
    """The sheet with the arithmetic of a report, as it is written.

    `shared` has the rows of the quantities of the report by name, `rows` those of each target by its number and name,
    `flags` the row of each target that says whether an input of it was changed; `last` is the last row.
    """

    report: Report
    language: Language
    blocks: Mapping[int, Block]
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

    @property
    def columns(self) -> tuple[str, str]:
        """The cells with the names of all lines, and with their values, as formulas of other sheets write them."""
        title = f"{sheet.quoted(self.title)}!"
        return f"{title}$B$1:$B${self.last}", f"{title}${VALUE}$1:${VALUE}${self.last}"

    @property
    def changed(self) -> str:
        """The formula that counts the targets of which an input was changed, for other sheets."""
        cells = f"{sheet.quoted(self.title)}!${VALUE}$1:${VALUE}${self.last}"
        return f"COUNTIF({cells},{literal(CHANGED[self.language])})"


class _ReportQuantity(NamedTuple):
    """A quantity of the whole report; its formula has the names of those above it in braces."""

    name: str
    label: str
    rule: str
    value: CellValue


def _widths(blocks: Sequence[Block]) -> list[float]:
    """Return the widths of the columns, those of the figures and their units as wide as the longest of them needs."""
    lines = [line for block in blocks for line in block.lines]
    figures = [sheet.number_width(line.text) for line in lines if not isinstance(line.content, str)]
    widths = list(_WIDTHS)
    for column in (_VALUE, _ORIGINAL):
        widths[column - 1] = max([_WIDTHS[column - 1], *figures])
    widths[_VALUE] = max(_WIDTHS[_VALUE], sheet.word_width([line.unit for line in lines]))
    return widths


def write(draft: SheetDraft, report: Report, blocks: Sequence[Block], language: Language) -> Arithmetic:
    """Write the sheet, and return where everything is in it."""
    row = 1
    names = (one_line(report.resolution.committee[language]), one_line(report.resolution.name[language]))
    for text in (TITLE[language], *(name for name in names if name)):
        sheet.across(draft, row, _WIDTHS, text, sheet.TITLE if row == 1 else sheet.SUBTITLE)
        row += 1
    source = sentences.source(report, language)
    above = [f"{words.SOURCE[language]}: {source}"] if source else []
    above.append(locale.fill(_FILE, {"file": report.resolution.file}, language))
    for text in (*above, *(text[language] for text in _LEGEND)):
        sheet.across(draft, row, _WIDTHS, text)
        row += 1
    shared = _write_shared(draft, row + 1, report, language)
    heading = max(shared.values()) + 2
    sheet.head(draft, heading, [title[language] for title in _HEADINGS], _WIDTHS)
    sheet.set_up(draft, _widths(blocks), language, heading=heading)
    rows: dict[int, dict[str, int]] = {}
    flags: dict[int, int] = {}
    row = heading + 1
    for block in blocks:
        flags[block.row.number] = row
        rows[block.row.number] = {line.name: row + place for place, line in enumerate(block.lines, 1) if line.name}
        row += len(block.lines) + 1
    by_number = {block.row.number: block for block in blocks}
    where = Arithmetic(report, language, by_number, draft.name, shared, rows, flags, row - 1)
    for block in blocks:
        _write_block(draft, block, where)
    return where


def _write_shared(draft: SheetDraft, row: int, report: Report, language: Language) -> dict[str, int]:
    places: dict[str, int] = {}
    for shared in _shared(report, language):
        places[shared.name] = row
        put(draft, row, 2, shared.label, sheet.LABEL)
        put(draft, row, 3, shared.rule, sheet.LABEL)
        formula = shared.value.formula.format_map({name: f"${VALUE}${place}" for name, place in places.items()})
        put(draft, row, _VALUE, shared.value._replace(formula=formula), sheet.FIGURE)
        row += 1
    days = [places[name] for name in ("first", "last", "as_of")]
    draft.sheet.data_validation(
        f"{VALUE}{days[0]}",
        {
            "validate": "custom",
            "value": "FALSE",
            "ignore_blank": False,
            "show_input": False,
            "error_message": _DATE_ERROR[language],
            "multi_range": ranges(_VALUE, days),
        },
    )
    return places


def _shared(report: Report, language: Language) -> Iterator[_ReportQuantity]:
    term, moment, both_ends = report.resolution.term, report.moment, _BOTH_ENDS[language]
    dated = has_day(term.first)

    def plain(value: Fraction | int, formula: str = "") -> CellValue:
        return CellValue(value, _plain_format(Fraction(value), language), formula)

    def share(value: Fraction, formula: str = "") -> CellValue:
        return CellValue(value, _share_format(value, language), formula)

    def day(on: date) -> CellValue:
        return CellValue(on, of_date(on, language)) if dated else CellValue(locale.date_short(on, language))

    yield _ReportQuantity("first", _FIRST[language], "", day(term.first))
    yield _ReportQuantity("last", _LAST[language], "", day(term.last))
    yield _ReportQuantity("as_of", _AS_OF[language], "", day(moment.as_of))
    yield _ReportQuantity("months", _MONTHS[language], both_ends, plain(term.months))
    numbers = {"gone": term.gone(moment.as_of), "months": term.months}
    gone = {name: locale.number(value, language) for name, value in numbers.items()}
    counted = moment.elapsed == term.elapsed(moment.as_of)
    how = locale.fill(_GONE, gone, language) if counted else _HALF[language]
    yield _ReportQuantity("elapsed", _ELAPSED[language], how, share(moment.elapsed))
    yield _ReportQuantity("years", _YEARS[language], "", plain(term.years, "{months}/12"))
    left = plain(moment.years_left, "(1-{elapsed})*{years}")
    yield _ReportQuantity("left", _LEFT[language], _LEFT_RULE[language], left)
    limits = report.resolution.thresholds
    for name, status, limit, rule in (
        ("on_track", STATUS_WORDS["on-track"], limits.on_track, _OF_PACE),
        ("behind", STATUS_WORDS["behind"], limits.behind, _OF_PACE),
        ("nearly", STATUS_WORDS["nearly"], limits.nearly, _OF_SCORE),
    ):
        label = locale.fill(_THRESHOLD, {"status": status}, language)
        yield _ReportQuantity(name, label, rule[language], share(limit))


def _plain_format(value: Fraction, language: Language) -> NumberFormat | None:
    return of_number(value, locale.number(value, language, 6), language, Notation(decimals=6))


def _share_format(value: Fraction, language: Language) -> NumberFormat | None:
    return of_number(value, locale.percent(value, language, 4), language, Notation(share=True, decimals=4))


def _write_block(draft: SheetDraft, block: Block, where: Arithmetic) -> None:
    number, start, language = block.row.number, where.flags[block.row.number], where.language
    target = block.cells.assessment.target
    name = one_line(target.name[language])
    for column in range(4, len(_HEADINGS) + 1):
        put(draft, start, column, None, _TARGET)
    put(draft, start, 1, number, {**_TARGET, "align": "center", "indent": 0})
    put(draft, start, 2, name, {**_TARGET, "text_wrap": True})
    kind = kinds.find(target.indicator.kind).label[language]
    put(draft, start, 3, kind, {**_TARGET, "bold": False, "text_wrap": True})
    sheet.fit_height(draft, start, [name], [_WIDTHS[1] / 1.1])
    inputs = sum(line.state == "input" for line in block.lines)
    if inputs:
        new, old = (f"{column}{start + 1}:{column}{start + inputs}" for column in (VALUE, ORIGINAL))
        formula = f'IF(SUMPRODUCT(--({new}<>{old}))=0,"",{literal(CHANGED[language])})'
        put(draft, start, _VALUE, CellValue("", formula=formula), _CHANGED)
    for row, line in enumerate(block.lines, start + 1):
        _write_line(draft, row, line, block, where)


def _write_line(draft: SheetDraft, row: int, line: ArithmeticLine, block: Block, where: Arithmetic) -> None:
    shown = _number_format(line, where.language)
    text = line.content if isinstance(line.content, str) else ""
    figure = sheet.LABEL if line.name == "published" else {**sheet.FIGURE, "text_wrap": isinstance(line.content, str)}
    value = CellValue(line.content, shown, _formula(row, line, block, where))
    original = CellValue(None if line.state == "shown" else line.content, shown and NumberFormat(shown.code))
    dim: CellStyle = {**sheet.LABEL, "font_color": _DIM}
    put(draft, row, 1, None, sheet.LABEL)
    put(draft, row, 2, line.label, sheet.LABEL)
    put(draft, row, 3, line.rule, sheet.LABEL)
    put(draft, row, _VALUE, value, {**figure, "bold": line.name == "status", "font_color": _COLORS[line.state]})
    put(draft, row, 5, line.unit, sheet.LABEL)
    put(draft, row, _ORIGINAL, original, {**figure, "font_color": _DIM})
    put(draft, row, 7, line.written, dim)
    put(draft, row, 8, line.line, {**dim, "align": "right", "indent": 0})
    texts = ["", line.label, line.rule, text, line.unit, text, line.written, ""]
    sheet.fit_height(draft, row, texts, _WIDTHS)


def _formula(row: int, line: ArithmeticLine, block: Block, where: Arithmetic) -> str:
    """Return the formula of a line that follows the inputs, or that holds while none of them is changed."""
    match line.state:
        case "live":
            return block.formulas[line.name].in_cell(lambda name: _inside(name, block, where))
        case "fixed":
            again = literal(AGAIN[where.language])
            return f'IF(${VALUE}${where.flags[block.row.number]}="",${ORIGINAL}${row},{again})'
        case "input" | "shown":
            return line.formula
        case _:
            assert_never(line.state)


def _inside(name: str, block: Block, where: Arithmetic) -> str:
    """Return the cell of a quantity, or the formula of a year that has no cell of its own."""
    if name == READINGS or where.has(block.row.number, name):
        return where.cell(block.row.number, name)
    year = block.year(name)
    if year is None:
        raise KeyError(name)
    return year.inside(lambda inner: where.cell(block.row.number, inner))


def _number_format(line: ArithmeticLine, language: Language) -> NumberFormat | None:
    of_figure = _share_format if line.share else _plain_format
    match line.content:
        case Fraction():
            return of_figure(line.content, language)
        case date():
            return of_date(line.content, language)
        case None:
            return of_figure(Fraction(0), language)
        case _:
            return None
