"""A workbook or a CSV file as cells: what each holds, exactly, and where.

A number of Excel is a binary one; it becomes the decimal that Excel shows of it, by its text and without arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from partykpi import findings
from partykpi.parse.file import LARGEST
from partykpi.problem import LINE_BREAK, Finding, Place, Source, find
from partykpi.text import Text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"

# A workbook of ten megabytes that unpacks to more holds something else than a table.
_LARGEST_UNPACKED = 5 * LARGEST

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
        return _workbook(name, data) or find(findings.NO_TABLE, start, reason=_NO_WORKBOOK)
    if data.startswith(_OLE):
        return find(findings.NO_TABLE, start, reason=_OLD_WORKBOOK)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return find(findings.NO_TABLE, start, reason=_not_utf8(data[error.start]))
    return [list(_csv(Source(name, text), separator))]


_TOO_LARGE = Text(
    f"it is larger than {LARGEST // 1_000_000} MB",
    f"tệp lớn hơn {LARGEST // 1_000_000} MB",
)
_NO_WORKBOOK = Text("it is no workbook that can be opened", "đây không phải là bảng tính mở được")
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


def _workbook(name: str, data: bytes) -> list[list[SheetRow]] | None:
    """Return the sheets of a workbook; None where it is none that can be opened."""
    from io import BytesIO
    from warnings import catch_warnings, simplefilter
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST_UNPACKED:
                return None
    except (BadZipFile, ValueError, OSError):
        return None
    from openpyxl import load_workbook

    try:
        with catch_warnings():
            simplefilter("ignore")
            book = load_workbook(BytesIO(data), keep_links=False)
            results = load_workbook(BytesIO(data), keep_links=False, data_only=True) if _has_formulas(book) else book
    except Exception:  # a file from anywhere, and no library says what it raises for each that is broken
        return None
    return [list(_rows(name, sheet, result)) for sheet, result in zip(book.worksheets, results.worksheets, strict=True)]


def _has_formulas(book: Workbook) -> bool:
    return any(cell.data_type == "f" for sheet in book.worksheets for cell in _cells(sheet).values())


def _cells(sheet: Worksheet) -> dict[tuple[int, int], Any]:
    """Return the cells that there are; to ask for a whole row would make all that there could be."""
    cells: dict[tuple[int, int], Any] = sheet._cells
    return cells


def _rows(name: str, sheet: Worksheet, results: Worksheet) -> Iterator[SheetRow]:
    merged = {(area.min_row, area.min_col) for area in sheet.merged_cells.ranges}
    rows: dict[int, SheetRow] = {}
    computed = _cells(results)
    for (number, column), cell in sorted(_cells(sheet).items()):
        result = computed[number, column]
        if result.value is None and cell.data_type != "f":
            continue
        read = _cell(name, number, f"{sheet.title}!{cell.coordinate}", result)
        if read.text and (number, column) in merged:
            read = read._replace(fault=_MERGED)
        if read.text:
            rows.setdefault(number, {})[column] = read
    return iter(rows.values())


_MERGED = Text("several cells are merged into one", "nhiều ô gộp thành một")
_NOT_CALCULATED = Text("a formula that has not been calculated", "công thức chưa được tính")
_LOGICAL = Text("a logical value", "giá trị đúng/sai")
_A_TIME = Text("a time of day", "giờ trong ngày")
_ENDLESS = Text("more digits than Excel shows", "số có nhiều chữ số hơn mức Excel hiển thị")


def _cell(name: str, row: int, coordinate: str, cell: Any) -> SheetCell:
    """Return what an Excel cell holds; of a formula, its result."""
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
    elif isinstance(value, date) and not isinstance(value, datetime):
        day = value
    elif not isinstance(value, str):
        fault = _A_TIME
    elif cell.data_type == "e":
        fault = Text(f"the error {value}", f"lỗi {value}")
    source = Source(name, "\n" * (row - 1) + shown)
    place = Place(source, row, 1, len(shown) + 1, coordinate)
    return SheetCell(shown, place, number, number is not None and _is_percent(cell.number_format), day, fault)


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


def _is_percent(number_format: str) -> bool:
    return "%" in re.sub(r'"[^"]*"|\\.', "", number_format)
