"""Workbooks of every make as cells, and those that unpack to more than a table, within bounds of time and memory."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from fuzz.inputs import XML, workbook

from partykpi.parse.edit.cells import MOST_CELLS, SheetRow, read_sheets
from partykpi.parse.edit.workbook import column_letters
from partykpi.problem import Finding


def rows(data: bytes) -> list[SheetRow]:
    """Return the rows of the one sheet of a workbook."""
    sheets = read_sheets("f.xlsx", data, ";")
    assert isinstance(sheets, list)
    return sheets[0]


def only(cell: str, strings: str = "", styles: str = "") -> tuple[str, str, date | None]:
    """Return what the one cell of a workbook is: what is shown of it, what is wrong with it, the day that it is."""
    ((one,),) = (row.values() for row in rows(workbook(f"<sheetData><row>{cell}</row></sheetData>", strings, styles)))
    return one.text, one.fault.en if one.fault else "", one.day


DAYS = (
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0&quot; days&quot;"/>'
    '<numFmt numFmtId="166" formatCode="[Red]0"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/>'
    '<xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="167"/></cellXfs>'
)


@pytest.mark.parametrize(
    ("cell", "text", "fault", "day"),
    [
        ("<c><v>150</v></c>", "150", "", None),
        ('<c t="n"><v> 78.14 </v></c>', "78.14", "", None),
        ("<c><v>1.5E3</v></c>", "1500", "", None),
        ('<c t="s"><v>1</v></c>', "đảng viên", "", None),
        ('<c t="str"><f>A2</f><v>x  y</v></c>', "x y", "", None),
        ('<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>aid</t></rPh></is></c>', "ab", "", None),
        ('<c t="b"><v>0</v></c>', "False", "a logical value", None),
        ('<c t="e"><v>#N/A</v></c>', "#N/A", "the error #N/A", None),
        ('<c t="d"><v>2023-08-25</v></c>', "2023-08-25", "", date(2023, 8, 25)),
        ("<c><f>1+1</f></c>", "=", "a formula that has not been calculated", None),
        # 45163 days after 30 December 1899; the styles of cells are numbered from 0, those of styles are others
        ('<c s="1"><v>45163</v></c>', "2023-08-25", "", date(2023, 8, 25)),
        ('<c s="4"><v>45163</v></c>', "2023-08-25", "", date(2023, 8, 25)),
        ('<c s="1"><v>1</v></c>', "1900-01-01", "", date(1900, 1, 1)),  # before the 29 February 1900 of Excel
        ('<c s="1"><v>61</v></c>', "1900-03-01", "", date(1900, 3, 1)),
        ('<c s="1"><v>45163.5</v></c>', "2023-08-25 12:00:00", "a time of day", None),
        ('<c s="5"><v>0.5</v></c>', "12:00:00", "a time of day", None),
        ('<c s="6"><v>1.5</v></c>', "1 day, 12:00:00", "a time of day", None),
        ('<c s="1"><v>1e9</v></c>', "#VALUE!", "the error #VALUE!", None),
        ('<c s="2"><v>5</v></c>', "5", "", None),
        ('<c s="3"><v>5</v></c>', "5", "", None),
        ('<c s="99"><v>5</v></c>', "5", "", None),
    ],
)
def test_what_a_cell_holds(cell: str, text: str, fault: str, day: date | None) -> None:
    """Numbers, texts, days and errors are what the format says; only the format of a number makes it a day."""
    strings = "<si><t>m</t></si><si><t>đảng viên</t></si>"
    assert only(cell, strings, DAYS) == (text, fault, day)


def test_prefixes_mean_nothing() -> None:
    """A program may write every element with a prefix, and name a cell or leave that to its place."""
    data = workbook(
        f'<x:sheetData xmlns:x="{XML}"><x:row r="3"><x:c><x:v>1</x:v></x:c><x:c r="D3"><x:v>2</x:v></x:c></x:row>'
        "<x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData>"
    )
    assert [{cell.place.cell: cell.text for cell in row.values()} for row in rows(data)] == [
        {"S!A3": "1", "S!D3": "2"},
        {"S!A4": "3"},
    ]


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_columns_have_letters(number: int, letters: str) -> None:
    """Columns are named as a spreadsheet names them."""
    assert column_letters(number) == letters


CELL = "<c><v>1</v></c>"
TYPE = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

TOO_MUCH = {
    "rows": f"<sheetData>{f'<row>{CELL}</row>' * 1_000_000}</sheetData>",
    "columns": f"<sheetData>{f'<row>{CELL * 10_000}</row>' * 100}</sheetData>",
    "empty cells": f"<sheetData><row>{'<c/>' * 7_000_000}</row></sheetData>",
    "merges": "<sheetData/><mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 500_000 + "</mergeCells>",
    "a text": f'<sheetData><row><c t="str"><v>{"x" * 25_000_000}</v></c></row></sheetData>',
    "a name": f'<sheetData><row r="{"1" * 25_000_000}"/></sheetData>',
    "bytes": f"<sheetData/>{' ' * 60_000_000}",
}
STRINGS = {"shared texts": "<si/>" * 5_000_000, "a shared text": f"<si><t>{'x' * 20_000_000}</t></si>"}


def reads(data: bytes) -> tuple[Finding | list[list[SheetRow]], float]:
    """Return what is read of a file, and how many seconds of the processor it took."""
    began = time.process_time()
    return read_sheets("f.xlsx", data, ";"), time.process_time() - began


@pytest.mark.parametrize("sort", [*TOO_MUCH, *STRINGS])
def test_more_than_a_table_is_refused(sort: str) -> None:
    """What unpacks to more than anybody fills in is refused in the time that it takes to see that."""
    data = workbook(TOO_MUCH.get(sort, "<sheetData/>"), STRINGS.get(sort, ""))
    assert len(data) < 100_000
    found, seconds = reads(data)
    assert isinstance(found, Finding)
    assert "more than a table" in str(found.values["reason"])
    assert seconds < 6  # two seconds on a machine that has nothing else to do


def test_a_csv_file_has_bounds_as_well() -> None:
    """A CSV file of millions of fields is refused too."""
    found, seconds = reads(b"a;" * (MOST_CELLS + 1))
    assert isinstance(found, Finding)
    assert seconds < 6


@pytest.mark.parametrize(
    "sheet",
    [
        f"{TYPE}<sheetData/>",
        '<sheetData><row><c r="A0"><v>1</v></c></row></sheetData>',
        '<sheetData><row><c r="A99999999"><v>1</v></c></row></sheetData>',
        '<sheetData><row><c r="ZZZ1"><v>1</v></c></row></sheetData>',
        '<sheetData><row><c t="s"><v>7</v></c></row></sheetData>',
        '<sheetData><row><c t="s"><v>-1</v></c></row></sheetData>',
        f"<sheetData><row><c><v>{'9' * 5000}</v></c></row></sheetData>",
        "<sheetData><row><c><v>x</v></c></row></sheetData>",
        '<sheetData/><mergeCells><mergeCell ref="x"/></mergeCells>',
        "<sheetData>",
    ],
)
def test_what_does_not_hold_together_is_no_workbook(sheet: str) -> None:
    """A document type, a cell where none can be, a text that is not there: nothing is guessed."""
    found = read_sheets("f.xlsx", workbook(sheet), ";")
    assert isinstance(found, Finding)
    assert "no workbook" in str(found.values["reason"])


def test_a_merge_of_all_cells_is_one_merge() -> None:
    """Only the cell that holds the value is looked at, however many are merged with it."""
    (row,) = rows(
        workbook(f'<sheetData><row>{CELL}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    )
    assert row[1].fault is not None


_MEASURE = """
import sys
from partykpi.parse.edit.cells import read_sheets
sheets = read_sheets("f.xlsx", open(sys.argv[1], "rb").read(), ";")
most = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(sum(len(row) for rows in sheets for row in rows), most.split()[1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what a process took")
def test_a_large_table_takes_little_memory(tmp_path: Path) -> None:
    """Ten thousand rows of five figures are read in under 150 MB."""
    line = (
        '<row><c t="str"><v>members</v></c>' + "".join(f"<c><v>{number}.25</v></c>" for number in range(5)) + "</row>"
    )
    (tmp_path / "f.xlsx").write_bytes(workbook(f"<sheetData>{line * 10_000}</sheetData>"))
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(tmp_path / "f.xlsx")], capture_output=True, text=True, check=True
    )
    cells, kilobytes = map(int, done.stdout.split())
    assert cells == 60_000
    assert kilobytes < 150_000
