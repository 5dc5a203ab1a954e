"""Workbooks of reports, read back with openpyxl and calculated anew by LibreOffice."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from partykpi.core.figure import Interval
from partykpi.core.report import Report, assess
from partykpi.parse import load, load_content
from partykpi.render import report as formats
from partykpi.render.report import Layout
from partykpi.render.report.columns import Column, Row
from partykpi.text import Language

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
AGAIN = {"en": "run partykpi again", "vi": "cần tính lại"}
SECOND = {"en": "Arithmetic", "vi": "Cách tính"}

# CSV of LibreOffice: every cell as it is shown.
SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true"

Soffice = Callable[..., Path]


def of_example(name: str) -> Report:
    """Return the report of an example."""
    resolution = load(ROOT / "examples" / f"{name}.yaml").resolution
    assert resolution is not None
    return assess(resolution, None, date(2026, 1, 1))


def of_file(content: bytes) -> Report:
    """Return the report of a file that nothing is wrong with."""
    loaded = load_content("f.yaml", content)
    assert loaded.resolution is not None
    return assess(loaded.resolution, None, date(2026, 1, 1))


def made(reports: Sequence[Report], language: Language, layout: Layout | None = None) -> bytes:
    """Return the workbook of reports."""
    return formats.in_bytes("xlsx", reports, language, layout or Layout())


def opened(content: bytes, *, results: bool = False) -> Workbook:
    """Return a workbook as openpyxl reads it: its formulas, or what they come to."""
    return load_workbook(BytesIO(content), data_only=results)


def calculated(content: bytes, folder: Path, soffice: Soffice, ending: str = "xlsx") -> Path:
    """Return the workbook as LibreOffice writes it after it has calculated every formula, with no result stored."""
    path = folder / "book.xlsx"
    with ZipFile(BytesIO(content)) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb'(?: t="str")?>(<f\b[^>]*>[^<]*</f>)<v>[^<]*</v>', rb">\1", part)
            new.writestr(name, part)
    return soffice(path, ending)


def shown_cells(content: bytes, folder: Path, soffice: Soffice) -> list[list[str]]:
    """Return the cells of the first sheet as LibreOffice shows them, every formula calculated anew."""
    with calculated(content, folder, soffice, SHOWN).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def saved(book: Workbook) -> bytes:
    """Return a changed workbook as openpyxl writes it, which is without any result."""
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def cells(book: Workbook) -> Iterator[tuple[Worksheet, Cell]]:
    """Return every cell of a workbook with its sheet."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell):
                    yield sheet, cell


def head(sheet: Worksheet) -> int:
    """Return the row of the headings of a main sheet."""
    return next(row for row in range(1, 20) if sheet.cell(row, 1).value in ("#", "TT"))


def number(value: object) -> object:
    """Return what a cell holds, a day as the number that it is."""
    return (value - datetime(1899, 12, 30)).days if isinstance(value, datetime) else value


def alike(left: object, right: object, digits: int = 11) -> bool:
    """Say whether two cells hold the same, numbers to so many digits."""
    left, right = number(left), number(right)
    if isinstance(left, int | float) and isinstance(right, int | float):
        return abs(left - right) <= 10.0**-digits * max(1.0, abs(left))
    return (left or "") == (right or "")


def expected(column: Column[Row], row: Row, language: Language) -> object:
    """Return what a cell holds: the figure itself where it is one, else what every format shows."""
    measure, text = row.assessment.measure, column.text(row, language)
    cell = column.cell(row, language)
    exact = cell.value if cell.notation is not None and cell.notation.whole else column.exact(row)
    if column.name == "periods":
        return measure.periods.met if measure.periods is not None and measure.periods.reported else text
    if column.name == "achieved" and measure.done is not None:
        return (measure.done - date(1899, 12, 30)).days
    figure = exact.exact if isinstance(exact, Interval) and column.figure else None
    return text if figure is None else figure.numerator / figure.denominator


def formula(cell: Any) -> str:
    """Return the formula of a cell, also of one that calculates with many cells at once."""
    value = getattr(cell.value, "text", cell.value)
    assert isinstance(value, str), cell.coordinate
    return value


def block(sheet: Worksheet, target: int) -> dict[str, int]:
    """Return the rows of a target in the arithmetic by what they are called."""
    starts = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    found: dict[str, int] = {}
    for row in range(starts[target] + 1, sheet.max_row + 1):
        if sheet.cell(row, 1).value is not None:
            break
        found.setdefault(str(sheet.cell(row, 2).value), row)
    return found
