"""Tables of readings: which cell is whose, how it is written in the file, and what is refused."""

from __future__ import annotations

import io
from datetime import date
from typing import Any
from unicodedata import normalize

import pytest
from openpyxl import Workbook

from partykpi.parse import load_content
from partykpi.parse.edit.insert import NewReading, read_layout
from partykpi.parse.edit.sheet import read_table
from partykpi.problem import Finding

HEAD = "resolution: R\ncommittee: C\nterm: 2020-2025\n"
ENGLISH = HEAD + (
    "targets:\n"
    "  members: {indicator: party/members, target: 260 members, readings: {2021: 240 members}}\n"
    "  coverage: {indicator: social/health-insurance, target: 96 %, readings: {2021: 95.3}}\n"
    "  fund: {indicator: social/gratitude-fund, target: unknown, readings: {2021: 900 million VND}}\n"
    "  review: {indicator: work/review-done, target: by 2024-06-30}\n"
    "  rank: {indicator: governance/dti-rank, target: 3}\n"
)
VIETNAMESE = (
    "nghị quyết: R\nđảng bộ: C\nnhiệm kỳ: 2020-2025\ncách viết số: vi\nchỉ tiêu:\n"
    "  members: {chỉ số: party/members, chỉ tiêu: 260 đảng viên, số liệu: {năm 2021: 240}}\n"
    "  coverage: {chỉ số: social/health-insurance, chỉ tiêu: 96 %}\n"
    "  review: {chỉ số: work/review-done, chỉ tiêu: chậm nhất 30/6/2024}\n"
)


def read(table: bytes, text: str = ENGLISH, name: str = "t.csv") -> tuple[list[NewReading], list[Finding]]:
    """Return what a table holds for the file of that text."""
    content, layout = load_content("f.yaml", text.encode()), read_layout("f.yaml", text.encode())
    assert content.findings == []
    assert content.resolution is not None
    assert layout is not None
    return read_table(name, table, layout, {target.id: target for target in content.resolution.targets})


def shown(given: list[NewReading]) -> list[str]:
    """Return the readings in one line each."""
    return [f"{one.target} {one.key}: {one.text}" for one in given]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("id;2022;2023\nmembers;250;260\n", ["members 2022: 250", "members 2023: 260"]),
        ("\ufeffid,2022\nmembers,250\n", ["members 2022: 250"]),
        ("Target id;Unit;2022\nmembers;members;250\n", ["members 2022: 250 members"]),
        ("Mã chỉ tiêu;ĐVT;Năm 2022\nmembers;đảng viên;250\n", ["members 2022: 250 members"]),
        (
            "id;2022-H1;Quý 3/2022;tháng 10/2022;30/11/2022\ncoverage;1;2;3;4\n",
            ["coverage 2022-H1: 1", "coverage 2022-Q3: 2", "coverage 2022-10: 3", "coverage 2022-11-30: 4"],
        ),
        (
            "id;period;value\nmembers;2022;250\nmembers;2023;260 members\n",
            ["members 2022: 250", "members 2023: 260 members"],
        ),
        ("mã;kỳ;số liệu;đvt\nfund;quý 3/2022;950;million VND\n", ["fund 2022-Q3: 950 million VND"]),
        ("The sheet of 2022;;\n;;\nid;name;2022\nmembers;Party members;250\n", ["members 2022: 250"]),
        ("id;2022;notes\nmembers;250;by phone\n", ["members 2022: 250"]),
        ("id;2022;2023\nmembers;;260\ncoverage;;\n", ["members 2023: 260"]),
        ("id;2022\ncoverage;95.5\n", ["coverage 2022: 95.5"]),
        ('id,2022\ncoverage,"1,188/1,200 people"\n', ["coverage 2022: 1,188/1,200 people"]),
        ("id;đvt;2022\nreview;day done, or %;60\n", ["review 2022: 60 %"]),
        ("id;2022\nreview;2022-05-04\n", ["review 2022: 2022-05-04"]),
        ("id;unit;2022\nrank;rank;3\n", ["rank 2022: 3"]),
        ("id;2022\nnobody;\n", []),
    ],
)
def test_readings_of_a_csv_file(table: str, expected: list[str]) -> None:
    """A row a target or a row a reading, with titles above, with notes and units beside, in either language."""
    given, found = read(table.encode())
    assert found == []
    assert shown(given) == expected


@pytest.mark.parametrize(
    ("table", "code", "line", "column"),
    [
        ("", "no-table", 1, 1),
        ("id;name\nmembers;Party members\n", "no-table", 1, 1),
        ("2022;2023\n250;260\n", "no-table", 1, 1),
        ("id;2022\nmember;250\n", "unknown-target", 2, 1),
        ("id;2022\n;250\n", "empty-value", 2, 2),
        ("id;2022;2O23\nmembers;250;260\ncoverage;1;2\n", "unparsable-period", 1, 9),
        ("id;2022;value\nmembers;250;260\n", "unparsable-period", 1, 9),
        ("id;2022\nmembers;250;260\n", "unusable-cell", 2, 13),
        ("id;period;value\nmembers;soon;250\n", "unparsable-period", 2, 9),
        ("id;period;value\nmembers;;250\n", "unusable-cell", 2, 10),
    ],
)
def test_what_a_csv_file_must_not_be(table: str, code: str, line: int, column: int) -> None:
    """Nothing that may be a reading is passed over in silence; each finding has its place."""
    _, found = read(table.encode())
    assert [(one.code, one.place.line, one.place.column) for one in found] == [(code, line, column)]


def sheet(
    *rows: list[Any], text: str = ENGLISH, formats: dict[str, str] | None = None
) -> tuple[list[NewReading], list[Finding]]:
    """Return what a workbook with those rows holds."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    for cell, code in (formats or {}).items():
        book.worksheets[0][cell].number_format = code
    content = io.BytesIO()
    book.save(content)
    return read(content.getvalue(), text, "t.xlsx")


def test_numbers_of_a_workbook() -> None:
    """Numbers are written with the decimal sign of the file and the unit of the row; a percentage as what it shows."""
    rows: list[list[Any]] = [
        ["Target id", "Unit", 2022, 2023],
        ["members", "members", 250, 260.0],
        ["coverage", "%", 95.75, 0.955],
        ["fund", "million VND", 950.5, 1000],
        ["fund", "", 950.5],
        ["review", "", 0.6, date(2023, 5, 4)],
    ]
    given, found = sheet(*rows, formats={"D3": "0.00%", "C6": "0%"})
    assert found == []
    assert shown(given) == [
        "members 2022: 250 members",
        "members 2023: 260 members",
        "coverage 2022: 95.75",
        "coverage 2023: 95.5",
        "fund 2022: 950.5 million VND",
        "fund 2023: 1000 million VND",
        "fund 2022: 950.5",
        "review 2022: 60 %",
        "review 2023: 2023-05-04",
    ]


def test_numbers_in_a_vietnamese_file() -> None:
    """The same in a file that writes numbers, periods and dates in Vietnamese."""
    rows: list[list[Any]] = [
        ["Mã chỉ tiêu", "ĐVT", 2022, "Quý 3/2023"],
        ["members", "đảng viên", 1250, 260],
        ["coverage", "%", 95.75, 0.955],
        ["review", "", None, date(2023, 8, 4)],
    ]
    given, found = sheet(*rows, text=VIETNAMESE, formats={"D3": "0.0%"})
    assert found == []
    assert shown(given) == [
        "members năm 2022: 1250",
        "members quý 3/2023: 260",
        "coverage năm 2022: 95,75 %",
        "coverage quý 3/2023: 95,5 %",
        "review quý 3/2023: 04/08/2023",
    ]


@pytest.mark.parametrize(
    ("value", "code", "what"),
    [
        (date(2023, 3, 4), "dd/mm/yyyy", "the day 2023-03-04"),
        (0.5, "0%", "a percentage, where the unit is members"),
        ("=1+1", "General", "a formula that has not been calculated"),
        (True, "General", "a logical value"),
    ],
)
def test_cells_that_are_no_figures(value: object, code: str, what: str) -> None:
    """A finding names sheet and cell, and shows whose figure it was to be."""
    _, found = sheet(["id", 2023], ["members", value], formats={"B2": code})
    (one,) = found
    assert (one.code, one.place.cell) == ("unusable-cell", "Sheet!B2")
    assert one.values["what"]["en"] == what  # type: ignore[index, call-overload]
    assert one.place.excerpt.startswith("members, 2023: ")
    assert one.place.excerpt[one.place.column - 1 :] != ""


def test_every_sheet_with_headings_counts() -> None:
    """A sheet without headings is passed over, wherever it is; one more with headings is read as well."""
    book = Workbook()
    book.worksheets[0].append(["Notes of the office"])
    for title, value in (("One", 250), ("Two", 260)):
        own = book.create_sheet(title)
        own.append(["Readings"])
        own.append(["id", 2022])
        own.append(["members", value])
    content = io.BytesIO()
    book.save(content)
    given, found = read(content.getvalue(), name="t.xlsx")
    assert found == []
    assert [(one.text, one.place.cell) for one in given] == [("250", "One!B3"), ("260", "Two!B3")]


def test_an_id_in_another_form_of_unicode() -> None:
    """An id is the same whether its accents are letters or marks of their own."""
    text = HEAD + "targets:\n  đảng-viên: {indicator: party/members, target: 260 members}\n"
    given, found = read(f"id;2022\n{normalize('NFD', 'đảng-viên')};250\n".encode(), text)
    assert (shown(given), found) == (["đảng-viên 2022: 250"], [])
