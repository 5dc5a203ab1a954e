"""Workbooks and CSV files as cells: each value exactly as it is shown, and no file that breaks the reading."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from partykpi.parse.edit.cells import SheetCell, exact, in_digits, read_sheets
from partykpi.problem import Finding


def csv_cells(text: str, separator: str = ";") -> list[dict[int, SheetCell]]:
    """Return the rows of a CSV file."""
    sheets = read_sheets("f.csv", text.encode(), separator)
    assert isinstance(sheets, list)
    (sheet,) = sheets
    return sheet


def texts(rows: list[dict[int, SheetCell]]) -> list[dict[int, str]]:
    """Return what is shown in the cells of each row."""
    return [{column: cell.text for column, cell in row.items()} for row in rows]


def workbook(fill: Callable[[Any], None]) -> list[dict[int, SheetCell]]:
    """Return the rows of a workbook of one sheet that is filled in so."""
    book = Workbook()
    fill(book.active)
    content = io.BytesIO()
    book.save(content)
    sheets = read_sheets("f.xlsx", content.getvalue(), ";")
    assert isinstance(sheets, list)
    return sheets[0]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a;b\nc;d\n", [{1: "a", 2: "b"}, {1: "c", 2: "d"}]),
        ("\ufeffa;b", [{1: "a", 2: "b"}]),
        ("a;;b;\r\n\r\n;c", [{1: "a", 3: "b"}, {2: "c"}]),
        ('"a;b";"c ""d"""\n', [{1: "a;b", 2: 'c "d"'}]),
        ('"a\nb";c\nd\n', [{1: "a b", 2: "c"}, {1: "d"}]),
        (' "a" ; b  c \n', [{1: "a", 2: "b c"}]),
        ('"a;b\nc', [{1: '"a', 2: "b"}, {1: "c"}]),
        ('"a"x;b', [{1: '"a"x', 2: "b"}]),
        ("", []),
        ("a\rb", [{1: "a"}, {1: "b"}]),
    ],
)
def test_csv(text: str, rows: list[dict[int, str]]) -> None:
    """Quotes, empty fields, ends of lines of any kind, and a quote that does not end."""
    assert texts(csv_cells(text)) == rows


def test_places_in_a_csv_file() -> None:
    """Line and columns are those of the file, below a value of several lines as well."""
    rows = csv_cells('a;"b\nb";c\n d;e\n')
    places = {
        cell.text: (cell.place.line, cell.place.column, cell.place.end_column) for row in rows for cell in row.values()
    }
    assert places["c"] == (2, 4, 5)
    assert places["d"] == (3, 1, 3)
    assert places["e"] == (3, 4, 5)


@settings(deadline=None)
@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=1), min_size=1), st.sampled_from(";,"))
def test_what_a_program_writes_as_csv_is_read(rows: list[list[str]], separator: str) -> None:
    """What is written by the rules of CSV is read as it was, white space aside."""
    text = "".join(separator.join('"' + value.replace('"', '""') + '"' for value in row) + "\r\n" for row in rows)
    shown = [{number: " ".join(value.split()) for number, value in enumerate(row, 1)} for row in rows]
    expected = [{number: value for number, value in row.items() if value} for row in shown]
    assert texts(csv_cells(text.removeprefix("\ufeff"), separator)) == [row for row in expected if row]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (150, "150"),
        (150.0, "150"),
        (78.14, "78.14"),
        (0.1 + 0.2, "0.3"),
        (57.3 / 100, "0.573"),
        (-2.5, "-2.5"),
        (1e15, "1000000000000000"),
        (1e-7, "0.0000001"),
        (123456789012.34, "123456789012.34"),
        (12345678901234567890, "12345678901234567890"),
        (0.0, "0"),
        (1e300, "1" + "0" * 300),
        (1 / 3, None),
        (2.0**0.5, None),
        (float("inf"), None),
    ],
)
def test_a_number_is_what_excel_shows(number: float, text: str | None) -> None:
    """Its fifteen digits, without the noise of a calculation; what never ends is no figure."""
    found = exact(number)
    assert (None if found is None else in_digits(found)) == text


@given(st.integers(-(10**12), 10**12), st.integers(0, 6))
def test_a_decimal_comes_back_as_it_was_typed(digits: int, places: int) -> None:
    """A decimal that Excel can hold becomes a binary number and the same decimal again."""
    typed = Decimal(digits).scaleb(-places)
    found = exact(float(typed))
    assert found == typed


def test_cells_of_a_workbook() -> None:
    """Texts, numbers, percentages and days, each with the name of its cell."""

    def fill(sheet: Any) -> None:
        sheet.title = "Số liệu"
        sheet["A1"] = "  mã \n chỉ tiêu "
        sheet["B1"] = 2023
        sheet["C7"] = 0.7814
        sheet["C7"].number_format = "0.00%"
        sheet["D7"] = 0.7814
        sheet["D7"].number_format = '0.00" % of all"'
        sheet["E7"] = datetime(2023, 8, 25)
        sheet["F7"] = date(2023, 8, 25)
        sheet["G7"] = " "

    first, seventh = workbook(fill)
    assert texts([first]) == [{1: "mã chỉ tiêu", 2: "2023"}]
    assert (seventh[3].number, seventh[3].percent) == (Decimal("0.7814"), True)
    assert (seventh[4].number, seventh[4].percent) == (Decimal("0.7814"), False)
    assert (seventh[5].day, seventh[5].text) == (date(2023, 8, 25), "2023-08-25")
    assert seventh[6].day == date(2023, 8, 25)
    assert 7 not in seventh
    assert seventh[3].place.cell == "Số liệu!C7"
    assert seventh[3].place.line == 7
    assert seventh[3].place.excerpt == "0.7814"


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("=1+1", "a formula that has not been calculated"),
        (ArrayFormula("A1:A1", "=SUM(B1:B2)"), "a formula that has not been calculated"),
        (True, "a logical value"),
        (time(12, 30), "a time of day"),
        (timedelta(days=1, hours=2), "a time of day"),
        (datetime(2023, 8, 25, 12, 30), "a time of day"),
        (1 / 3, "more digits than Excel shows"),
        ("#REF!", "the error #REF!"),
    ],
)
def test_what_is_no_figure_says_so(value: object, fault: str) -> None:
    """A cell of another sort is not passed over: it says what it is."""

    def fill(sheet: Any) -> None:
        sheet["A1"] = value
        if value == "#REF!":
            sheet["A1"].data_type = "e"

    ((row,),) = (workbook(fill),)
    assert row[1].fault is not None
    assert row[1].fault.en == fault


def test_days_in_the_other_way_that_there_is() -> None:
    """A day that is written as a text of ISO 8601 is a day as well."""

    def fill(sheet: Any) -> None:
        sheet.parent.iso_dates = True
        sheet["A1"] = date(2023, 8, 25)

    (row,) = workbook(fill)
    assert row[1].day == date(2023, 8, 25)


def test_merged_cells_say_so() -> None:
    """A value of several merged cells is of no one of them."""

    def fill(sheet: Any) -> None:
        sheet["B2"] = 5
        sheet.merge_cells("B2:C2")

    (row,) = workbook(fill)
    assert row[2].fault is not None


def zipped(**parts: bytes) -> bytes:
    """Return an archive of those parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def saved() -> bytes:
    """Return a workbook."""
    content = io.BytesIO()
    Workbook().save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK", "it is no workbook"),
        (b"PK\x03\x04" + bytes(100), "it is no workbook"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "it is no workbook"),
        (saved()[:1000], "it is no workbook"),
        (zipped(bomb=bytes(60_000_000)), "it is no workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "it is an old workbook"),
        (b"x" * 10_000_001, "it is larger than 10 MB"),
        ("mã;2023\n".encode("utf-16"), "it is not UTF-8 (byte 0xFF)"),
        ("mã;2023\nđảng".encode("cp1258", errors="replace"), "it is not UTF-8"),
    ],
    ids=["PK", "zeros", "ods", "cut", "bomb", "xls", "large", "utf-16", "windows-1258"],
)
def test_what_is_no_table_says_so(data: bytes, reason: str) -> None:
    """No file from outside breaks the program: a finding says what is wrong with it."""
    found = read_sheets("f.xlsx", data, ";")
    assert isinstance(found, Finding)
    assert found.code == "no-table"
    assert str(found.values["reason"]["en"]).startswith(reason)  # type: ignore[index, call-overload]


@settings(deadline=None)
@given(st.binary(max_size=2000))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    """Whatever it is, it is cells or a finding."""
    for start in (b"", b"PK", saved()[:600]):
        assert isinstance(read_sheets("f", start + data, ";"), Finding | list)


@settings(deadline=None)
@given(st.integers(0, 4000), st.integers(0, 255))
def test_a_spoilt_workbook_breaks_nothing(at: int, byte: int) -> None:
    """A workbook with any of its bytes wrong is still cells or a finding."""
    data = bytearray(saved())
    data[at % len(data)] = byte
    assert isinstance(read_sheets("f", bytes(data), ";"), Finding | list)


def test_a_cell_far_away_takes_no_time() -> None:
    """Only the cells that there are are looked at."""

    def fill(sheet: Any) -> None:
        sheet["XFD1048576"] = 5

    ((row),) = workbook(fill)
    assert texts([row]) == [{16384: "5"}]


def test_what_a_formula_came_to(tmp_path: Path, soffice: Callable[..., Path]) -> None:
    """A formula that a program has calculated is its result."""
    book = Workbook()
    for place, value in (("A1", 40.5), ("B1", "=A1+50"), ("C1", "=1/0"), ("D1", '="x"&"y"')):
        book.worksheets[0][place] = value
    book.save(tmp_path / "f.xlsx")
    sheets = read_sheets("f.xlsx", soffice(tmp_path / "f.xlsx", "xlsx").read_bytes(), ";")
    assert isinstance(sheets, list)
    (row,) = sheets[0]
    assert row[2].number == Decimal("90.5")
    assert row[3].fault is not None
    assert row[3].fault.en == "the error #DIV/0!"
    assert row[4].text == "xy"
