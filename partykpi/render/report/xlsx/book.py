"""A workbook that is being written, cell by cell, so that no text of a user is ever calculated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from fractions import Fraction
from io import BytesIO
from typing import NamedTuple, TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from partykpi.render.report.xlsx.number_format import FormatRule, NumberFormat
from partykpi.render.text.spreadsheet import begins_like_formula
from partykpi.render.text.wrap import one_line

Content: TypeAlias = "Fraction | int | date | str | None"

CellStyle: TypeAlias = Mapping[str, str | int]
"""How a cell looks, apart from the format of its number: properties of a format, as XlsxWriter names them."""

FONT = "Times New Roman"
PLAIN: CellStyle = {}

LIKE_A_CALL = re.compile(r"(?<=[A-Z])(?=\()")
"""Where XlsxWriter may find a function's name before a bracket, in the names of sheets and in texts as well."""

_USUAL: CellStyle = {"font_name": FONT, "font_color": "#000000", "align": "left", "valign": "top"}

# The style of a cell, the code of its number format, and whether it is a text that begins like a formula.
_FormatKey: TypeAlias = tuple[frozenset[tuple[str, str | int]], str, bool]

_WHOLE = 2**53  # up to here each whole number has a double of its own
_LONGEST = 32_767
_FIRST_DAY = date(1900, 3, 1)  # before it spreadsheets do not agree about dates
_DAY_NONE = date(1899, 12, 30)


class CellValue(NamedTuple):
    """What a cell holds, or its `formula` comes to; an `array` formula calculates with many cells at once."""

    content: Content
    number_format: NumberFormat | None = None
    formula: str = ""
    array: bool = False


class WorkbookDraft(NamedTuple):
    """A workbook that is being written, and the formats that its cells have so far."""

    workbook: Workbook
    file: BytesIO
    formats: dict[_FormatKey, CellFormat]
    sheets: list[SheetDraft]


class SheetDraft(NamedTuple):
    """A sheet that is being written; `ruled` says which rows of a column change their number format by which rules."""

    book: WorkbookDraft
    sheet: Worksheet
    name: str
    ruled: dict[tuple[tuple[FormatRule, ...], int], list[int]]


class _PlainSheet(Worksheet):
    """A sheet that writes formulas as they are.

    XlsxWriter looks each through for thirty functions that need a prefix: a quarter of all the time that a workbook
    takes. We use none of them.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula


class _Double(float):
    """A double that is written with all its digits; of a plain one XlsxWriter writes sixteen, which may be another."""

    def __format__(self, form: str) -> str:
        return repr(self)


def new_workbook(title: str, day: date) -> WorkbookDraft:
    """Return an empty workbook that says it was made on that day."""
    file = BytesIO()
    workbook = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = datetime.combine(day, time())
    workbook.set_properties({"title": cell_text(title)[:255], "author": "partykpi", "created": made})
    return WorkbookDraft(workbook, file, {}, [])


def add_sheet(book: WorkbookDraft, name: str) -> SheetDraft:
    """Return a new last sheet of that name, which no other may have."""
    book.sheets.append(SheetDraft(book, book.workbook.add_worksheet(name, _PlainSheet), name, {}))
    return book.sheets[-1]


def finished(book: WorkbookDraft) -> bytes:
    """Return the workbook as a file; nothing can be written into it any more."""
    for draft in book.sheets:
        for (rules, column), rows in draft.ruled.items():
            _add_rules(draft, rules, column, rows)
    book.workbook.close()
    return book.file.getvalue()


def put(draft: SheetDraft, row: int, column: int, value: CellValue | Content, style: CellStyle = PLAIN) -> None:
    """Write a cell; rows and columns are counted from 1, as formulas count them."""
    value = value if isinstance(value, CellValue) else CellValue(value)
    content, formula = value.content, value.formula
    form = _format(draft.book, value, style)
    sheet, place = draft.sheet, (row - 1, column - 1)
    if value.number_format and value.number_format.rules:
        draft.ruled.setdefault((value.number_format.rules, column), []).append(row)
    if value.array:
        sheet.write_array_formula(*place, *place, formula, form, _stored(content))
    elif formula:
        sheet.write_formula(*place, formula, form, _stored(content))
    elif content is None or content == "":
        sheet.write_blank(*place, None, form)
    elif isinstance(content, str):
        _write_text(sheet, place, cell_text(content), form)
    else:
        sheet.write_number(*place, _number(content), form)


def put_across(
    draft: SheetDraft, row: int, columns: tuple[int, int], value: CellValue | Content, style: CellStyle = PLAIN
) -> None:
    """Write one cell that takes the place of those of a row from the first column to the last."""
    first, last = columns
    if last > first:
        form = _format(draft.book, CellValue(None), style)
        draft.sheet.merge_range(row - 1, first - 1, row - 1, last - 1, "", form)
    put(draft, row, first, value, style)


def color_where(draft: SheetDraft, cells: str, condition: str, style: CellStyle) -> None:
    """Let the cells of a range look another way where the condition holds for them."""
    rule = {"type": "formula", "criteria": condition, "format": draft.book.workbook.add_format(dict(style))}
    draft.sheet.conditional_format(cells, rule)


def cell_text(text: str) -> str:
    """Return as much of a text as a cell can hold, in one line and without what XML cannot hold."""
    return cut(one_line(text), _LONGEST)


def cut(text: str, longest: int) -> str:
    """Return the text, with an ellipsis for its end where it has more units of UTF-16, which Excel counts."""
    if len(text) * 2 <= longest:
        return text
    units = text.encode("utf-16-le")
    return text if len(units) <= 2 * longest else units[: 2 * (longest - 1)].decode("utf-16-le", "ignore") + "…"


def literal(text: str) -> str:
    """Return a text as formulas write it."""
    doubled = LIKE_A_CALL.sub('"&"', text.replace('"', '""'))
    return f'"{doubled}"'


def has_day(day: date) -> bool:
    """Say whether a cell can hold the day as a date."""
    return day >= _FIRST_DAY


def has_number(value: Fraction) -> bool:
    """Say whether a cell can hold the number, to the nearest double."""
    return abs(value) < 10**300 and (not value or abs(value) > Fraction(1, 10**300))


def letter(column: int) -> str:
    """Return the letters of a column."""
    return xl_col_to_name(column - 1)


def ranges(column: int, rows: Iterable[int]) -> str:
    """Return the cells of a column in those rows, as conditions and rules for input list them."""
    name = letter(column)
    return " ".join(f"{name}{a}" if a == b else f"{name}{a}:{name}{b}" for a, b in _stretches(sorted(rows)))


def _format(book: WorkbookDraft, value: CellValue, style: CellStyle) -> CellFormat:
    """Return the format of a cell, the same for all that look alike: to make one takes longer than to write a cell."""
    text = value.content if isinstance(value.content, str) and not value.formula else None
    code = value.number_format.code if value.number_format else "General" if text is None else "@"
    key = frozenset(style.items()), code, text is not None and begins_like_formula(text)
    if key not in book.formats:
        properties = {**_USUAL, **style, "num_format": code, "quote_prefix": key[-1]}
        book.formats[key] = book.workbook.add_format(properties)
    return book.formats[key]


def _stored(content: Content) -> str | int | float:
    """Return what a formula comes to, as the file holds it for those who read without calculating."""
    return cell_text(content or "") if isinstance(content, str | None) else _number(content)


def _number(content: Fraction | int | date) -> int | float:
    """Return the nearest double to a number, or the number of a day."""
    if isinstance(content, date):
        return (content - _DAY_NONE).days
    if content.denominator == 1 and -_WHOLE <= content.numerator <= _WHOLE:
        return content.numerator
    return _Double(content.numerator / content.denominator)


def _write_text(sheet: Worksheet, place: tuple[int, int], text: str, form: CellFormat) -> None:
    if text.startswith("<r>") and text.endswith("</r>"):  # which XlsxWriter would take for XML of its own
        sheet.write_rich_string(*place, form, text[:1], form, text[1:], form)
    else:
        sheet.write_string(*place, text, form)


def _add_rules(draft: SheetDraft, rules: Iterable[FormatRule], column: int, rows: list[int]) -> None:
    """Add rules for the format of numbers to those cells of a column."""
    first, last = min(rows), max(rows)
    for rule in rules:
        condition = rule.condition.format(cell=f"{letter(column)}{first}")
        draft.sheet.conditional_format(
            first - 1,
            column - 1,
            last - 1,
            column - 1,
            {
                "type": "formula",
                "criteria": condition,
                "format": draft.book.workbook.add_format({"num_format": rule.code}),
                "stop_if_true": True,
                "multi_range": ranges(column, rows),
            },
        )


def _stretches(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Return the first and the last of each run of neighbours."""
    first = last = None
    for row in rows:
        if first is None or last is None or row > last + 1:
            if first is not None and last is not None:
                yield first, last
            first = row
        last = row
    if first is not None and last is not None:
        yield first, last
