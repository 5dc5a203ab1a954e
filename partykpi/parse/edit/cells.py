"""A workbook or a CSV file as cells: what each holds, exactly, and where.

A number of Excel is a binary one; it becomes the decimal that Excel shows of it, by its text and without arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from partykpi import findings
from partykpi.parse.file import LARGEST
from partykpi.problem import LINE_BREAK, Finding, Place, Source, find
from partykpi.text import Text

if TYPE_CHECKING:
    from partykpi.parse.edit.workbook import WrittenCell, WrittenSheet

MOST_CELLS = 120_000
"""The cells that hold something in all the sheets of a file; ten thousand rows of five figures are half as many."""

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"

# What Excel keeps and shows of a number; one that has more digits is what a formula left, give or take the last ones.
_DIGITS = 15
_ROUND = 12

SEPARATORS = (";", ",")


class SheetCell(NamedTuple):
    """What a cell holds: a text, or a number (a `percent` is a share of 1), or a day.

    `text` is what is shown of it. Where it is none of them, or cannot be taken as it is, `fault` says what it is.
    """

    text: str
    place: Place
    number: Decimal | None = None
    percent: bool = False
    day: date | None = None
    fault: Text | None = None


SheetRow = dict[int, SheetCell]
"""The cells of a row that hold something, by their columns, counted from 1."""


def read_sheets(name: str, data: bytes, separator: str) -> list[list[SheetRow]] | Finding:
    """Return the sheets of a workbook, or the one of a CSV file with that separator; or why there is none.

    A sheet is its rows that hold something, from the top down.
    """
    start = Place(Source(name, ""), 1, 1, 1)
    if len(data) > LARGEST:
        return find(findings.NO_TABLE, start, reason=_TOO_LARGE)
    if data.startswith(_ZIP):
        sheets = _workbook(name, data)
        return find(findings.NO_TABLE, start, reason=sheets) if isinstance(sheets, Text) else sheets
    if data.startswith(_OLE):
        return find(findings.NO_TABLE, start, reason=_OLD_WORKBOOK)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return find(findings.NO_TABLE, start, reason=_not_utf8(data[error.start]))
    rows: list[SheetRow] = []
    cells = 0
    for row in _csv(Source(name, text), separator):
        rows.append(row)
        cells += len(row)
        if cells > MOST_CELLS:
            return find(findings.NO_TABLE, start, reason=_TOO_MUCH)
    return [rows]


_TOO_LARGE = Text(
    f"it is larger than {LARGEST // 1_000_000} MB",
    f"tệp lớn hơn {LARGEST // 1_000_000} MB",
)
_NO_WORKBOOK = Text("it is no workbook that can be opened", "đây không phải là bảng tính mở được")
_TOO_MUCH = Text(
    "it holds more than a table of readings; copy the table to a workbook of its own",
    "tệp chứa nhiều hơn một bảng số liệu; hãy chép bảng sang một tệp riêng",
)
_OLD_WORKBOOK = Text(
    "it is an old workbook (.xls) or one with a password",
    "đây là bảng tính Excel đời cũ (XLS) hoặc bảng tính có mật khẩu",
)


def _not_utf8(byte: int) -> Text:
    return Text(f"it is not UTF-8 (byte 0x{byte:02X})", f"tệp không dùng bảng mã UTF-8 (byte 0x{byte:02X})")


def _csv(source: Source, separator: str) -> Iterator[SheetRow]:
    """Return the rows of a CSV file; a value in quotes may hold the separator, ends of lines, and doubled quotes."""
    plain = re.compile(rf"[^{separator}\r\n\x85\u2028\u2029]*")
    quoted = re.compile(rf' *"([^"]*(?:""[^"]*)*)" *(?=[{separator}\r\n\x85\u2028\u2029]|\Z)')
    ends = re.compile(LINE_BREAK)
    text = source.text
    at, line, began = 0, 1, 0
    row: SheetRow = {}
    column = 1
    while True:
        found = quoted.match(text, at) or plain.match(text, at)
        assert found is not None
        value = found[1].replace('""', '"') if found.re is quoted else found[0]
        shown = " ".join(value.split())
        if shown:
            row[column] = SheetCell(shown, Place(source, line, at - began + 1, found.end() - began + 1))
        for end in ends.finditer(text, at, found.end()):
            line, began = line + 1, end.end()
        at = found.end()
        if text.startswith(separator, at):
            at, column = at + 1, column + 1
            continue
        if row:
            yield row
        row, column = {}, 1
        if at >= len(text):
            return
        ended = ends.match(text, at)
        assert ended is not None
        at = began = ended.end()
        line += 1


def _workbook(name: str, data: bytes) -> list[list[SheetRow]] | Text:
    """Return the sheets of a workbook, or why there are none."""
    from io import BytesIO
    from zipfile import ZipFile

    from partykpi.parse.edit.workbook import TooMuchError, read_workbook

    try:
        with ZipFile(BytesIO(data)) as archive:
            return [_rows(name, sheet) for sheet in read_workbook(archive, MOST_CELLS)]
    except TooMuchError:
        return _TOO_MUCH
    except Exception:  # a file from anywhere, and no library says what it raises for each that is broken
        return _NO_WORKBOOK


def _rows(name: str, sheet: WrittenSheet) -> list[SheetRow]:
    from partykpi.parse.edit.workbook import column_letters

    rows: dict[int, SheetRow] = {}
    for cell in sheet.cells:
        read = _cell(name, f"{sheet.title}!{column_letters(cell.column)}{cell.row}", cell)
        if (cell.row, cell.column) in sheet.merged:
            read = read._replace(fault=_MERGED)
        if read.text:
            rows.setdefault(cell.row, {})[cell.column] = read
    return list(rows.values())


_MERGED = Text("several cells are merged into one", "nhiều ô gộp thành một")
_NOT_CALCULATED = Text("a formula that has not been calculated", "công thức chưa được tính")
_LOGICAL = Text("a logical value", "giá trị đúng/sai")
_A_TIME = Text("a time of day", "giờ trong ngày")
_ENDLESS = Text("more digits than Excel shows", "số có nhiều chữ số hơn mức Excel hiển thị")


def _cell(name: str, coordinate: str, cell: WrittenCell) -> SheetCell:
    """Return what a cell of a workbook holds; of a formula, its result."""
    value = cell.value
    shown = " ".join(str(value).split())
    number = day = fault = None
    if value is None:
        shown, fault = "=", _NOT_CALCULATED
    elif isinstance(value, bool):
        fault = _LOGICAL
    elif isinstance(value, int | float):
        number = exact(value)
        if number is None:
            fault = _ENDLESS
        else:
            shown = in_digits(number)
    elif isinstance(value, datetime) and value == datetime(value.year, value.month, value.day):
        day = value.date()
        shown = day.isoformat()
    elif not isinstance(value, str):
        fault = _A_TIME
    elif cell.error:
        fault = Text(f"the error {value}", f"lỗi {value}")
    place = Place(Source(name, shown), cell.row, 1, len(shown) + 1, coordinate)
    return SheetCell(shown, place, number, number is not None and "%" in cell.number_format, day, fault)


def exact(value: float) -> Decimal | None:
    """Return the decimal that Excel shows of a number; None where that goes on and on.

    A number of Excel has 15 digits: one with more is what a calculation left of it, such as 0.30000000000000004, and is
    taken for the round number that it is shown as.
    """
    decimal = Decimal(value) if isinstance(value, int) else Decimal(repr(value))
    if not decimal.is_finite():
        return None
    if isinstance(value, float) and _length(decimal) > _DIGITS:
        decimal = Decimal(format(value, f".{_DIGITS}g"))
        if _length(decimal) > _ROUND:
            return None
    return decimal


def in_digits(number: Decimal) -> str:
    """Write a number in digits alone, with a decimal point where it needs one."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _length(number: Decimal) -> int:
    """Return how many digits the number has, without the zeros at its ends."""
    return len("".join(map(str, number.as_tuple().digits)).strip("0"))
