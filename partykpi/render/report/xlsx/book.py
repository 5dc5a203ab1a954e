"""Cells, their styles and what their formulas come to, written so that no text of a user is ever reckoned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from openpyxl.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from partykpi.render.report.xlsx.look import Look
from partykpi.render.report.xlsx.look import Rule as NumberRule
from partykpi.render.text.wrap import one_line

Content: TypeAlias = "Fraction | int | date | str | None"

FONT = "Times New Roman"

# What begins a formula, or would once a person edits the cell.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")

# What XML cannot hold, beside what `one_line` takes out.
_NO_CHARACTER = re.compile("[\ufffe\uffff]")

_WHOLE = 2**53  # up to here each whole number has a double of its own
_LONGEST = 32_767
_FIRST_DAY = date(1900, 3, 1)  # before it spreadsheets do not agree about dates
_DAY_NONE = date(1899, 12, 30)

# Number formats of conditional formats have numbers of their own, out of the way of those of cells.
_FIRST_CODE = 1000


class Style(NamedTuple):
    """How a cell looks, apart from the format of its number."""

    bold: bool = False
    italic: bool = False
    size: int = 11
    color: str = ""
    fill: str = ""
    side: Literal["left", "center", "right"] = "left"
    wrap: bool = False
    border: bool = False
    middle: bool = False

    @property
    def indent(self) -> int:
        """How far the text stands from the border of its cell."""
        return int(self.border and self.side == "left")


PLAIN = Style()


class Result(NamedTuple):
    """What a formula comes to, as it stands in the file."""

    text: str
    number: bool


class Page(NamedTuple):
    """A sheet that is being written.

    `styles` and `codes` hold the styles and number formats that the whole workbook has so far, `results` what each
    formula comes to; `numbers` says which rows of a column change the format of their number by which rules.
    """

    sheet: Worksheet
    styles: dict[tuple[Style, str, bool], StyleArray]
    codes: dict[str, int]
    results: dict[str, Result]
    numbers: dict[tuple[tuple[NumberRule, ...], int], list[int]]


def first_page(sheet: Worksheet) -> Page:
    """Return the empty first page of a workbook."""
    return Page(sheet, {}, {}, {}, {})


def next_page(before: Page, sheet: Worksheet) -> Page:
    """Return another page of the same workbook."""
    return Page(sheet, before.styles, before.codes, {}, {})


def put(
    page: Page,
    row: int,
    column: int,
    content: Content,
    style: Style = PLAIN,
    look: Look | None = None,
    formula: str = "",
    array: bool = False,
) -> None:
    """Write a cell: what it holds or, where it has a `formula`, what that comes to."""
    cell = page.sheet.cell(row, column)
    assert isinstance(cell, Cell)
    look = look or Look("@" if isinstance(content, str) and not formula else "General")
    text = written(content)
    quoted = isinstance(content, str) and not formula and _FORMULA.match(content) is not None
    _dress(page, cell, style, look.code, quoted)
    if look.rules:
        page.numbers.setdefault((look.rules, column), []).append(row)
    if formula:
        cell.value = ArrayFormula(cell.coordinate, f"={formula}") if array else f"={formula}"
        page.results[cell.coordinate] = Result(text, not isinstance(content, str | None))
    elif content is not None:
        cell.value = text
        cell.data_type = "s" if isinstance(content, str) else "n"


def written(content: Content) -> str:
    """Return what stands in the file for a text, a day or a number: of a number the nearest double."""
    match content:
        case None:
            return ""
        case str():
            return _cut(_NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", one_line(content)))
        case date():
            return str((content - _DAY_NONE).days)
        case _:
            small = content.denominator == 1 and -_WHOLE <= content.numerator <= _WHOLE
            return str(content.numerator) if small else repr(content.numerator / content.denominator)


def has_day(day: date) -> bool:
    """Say whether a cell can hold the day as a date."""
    return day >= _FIRST_DAY


def has_number(value: Fraction) -> bool:
    """Say whether a cell can hold the number, to the nearest double."""
    return abs(value) < 10**300 and (not value or abs(value) > Fraction(1, 10**300))


def letter(column: int) -> str:
    """Return the letters of a column."""
    return get_column_letter(column)


def finish(page: Page) -> None:
    """Add the rules for the format of numbers, each to the cells of one column that have it."""
    for (rules, column), rows in page.numbers.items():
        name = letter(column)
        cells = " ".join(f"{name}{a}" if a == b else f"{name}{a}:{name}{b}" for a, b in _stretches(sorted(rows)))
        for rule in rules:
            number = page.codes.setdefault(rule.code, _FIRST_CODE + len(page.codes))
            code = NumberFormat(numFmtId=number, formatCode=rule.code)
            condition = rule.condition.format(cell=f"{name}{min(rows)}")
            kind = Rule("expression", dxf=DifferentialStyle(numFmt=code), formula=[condition], stopIfTrue=True)
            page.sheet.conditional_formatting.add(cells, kind)


def colored(page: Page, cells: str, condition: str, color: str, fill: str) -> None:
    """Color the cells of a range where the condition holds for them."""
    font, ground = Font(color=f"FF{color}"), PatternFill(bgColor=f"FF{fill}", fill_type="solid")
    rule = Rule("expression", dxf=DifferentialStyle(font=font, fill=ground), formula=[condition])
    page.sheet.conditional_formatting.add(cells, rule)


def _dress(page: Page, cell: Cell, style: Style, code: str, quoted: bool) -> None:
    key = style, code, quoted
    if key not in page.styles:
        model = Cell(page.sheet, 1, 1)  # stands nowhere: its style is what the cells share
        model.font = Font(
            name=FONT, size=style.size, bold=style.bold, italic=style.italic, color=f"FF{style.color or '000000'}"
        )
        if style.fill:
            model.fill = PatternFill("solid", fgColor=f"FF{style.fill}")
        vertical = "center" if style.middle else "top"
        model.alignment = Alignment(style.side, vertical, wrap_text=style.wrap, indent=style.indent)
        if style.border:
            line = Side("thin", color="FF999999")
            model.border = Border(left=line, right=line, top=line, bottom=line)
        model.number_format = code
        model.quotePrefix = quoted
        page.styles[key] = model._style  # type: ignore[attr-defined]
    cell._style = page.styles[key]  # type: ignore[attr-defined]


def _cut(text: str) -> str:
    """Return as much of a text as a cell can hold, which counts like UTF-16."""
    if len(text) * 2 <= _LONGEST:
        return text
    units = text.encode("utf-16-le")
    return text if len(units) <= 2 * _LONGEST else units[: 2 * (_LONGEST - 1)].decode("utf-16-le", "ignore") + "…"


def _stretches(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Return the first and the last of each run of neighbours."""
    begin = end = None
    for row in rows:
        if end is not None and begin is not None and row > end + 1:
            yield begin, end
            begin = None
        begin = row if begin is None else begin
        end = row
    if begin is not None and end is not None:
        yield begin, end
