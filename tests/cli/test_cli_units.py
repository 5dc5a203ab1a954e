"""The unit of a target from its file to each format, to the sheet that asks for readings, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

Run = Callable[..., Any]

FILE = """\
nghị quyết: R
đảng bộ: C
nhiệm kỳ: 2020-2025
ngày đánh giá: 31/12/2022
ngôn ngữ: vi
cách viết số: vi
chỉ tiêu:
  t:
    chỉ số: {indicator}
    chỉ tiêu: {goal}
    mức đầu kỳ: {baseline}
    số liệu:
      2021: {reading}
"""


class Shown(NamedTuple):
    """What a file writes, and what of it is shown: the unit, the goal, the baseline, what was achieved."""

    unit: str
    goal: str
    baseline: str
    reading: str
    shown: tuple[str, str, str, str]
    exact: tuple[str, str, str]


# exact: the goal's bound and the figure achieved in JSON, and the id of the unit that they are in
SHOWN = [
    Shown("trđ", "250", "200", "0,21 tỷ đồng", ("triệu đồng", "≥ 250", "200", "210"), ("250", "210", "1000000 VND")),
    Shown(
        "đồng", "2.033 tỷ đồng", "1.500 tỷ đồng", "1.809.500 triệu đồng", ("tỷ đồng", "≥ 2.033", "1.500", "1.809,5"),
        ("2033000000000", "1809500000000", "VND"),
    ),
    Shown(
        "đồng", "2.033.000", "1.500.000", "1,8 triệu đồng", ("đồng", "≥ 2.033.000", "1.500.000", "1.800.000"),
        ("2033000", "1800000", "VND"),
    ),
    Shown(
        "trđ", "0,25 tỷ đồng", "200", "210 trđ", ("tỷ đồng", "≥ 0,25", "0,2", "0,21"), ("250", "210", "1000000 VND")
    ),
    Shown("tạ/ha", "62 tạ/ha", "5.800 kg/ha", "6,1 tấn/ha", ("tạ/ha", "≥ 62", "58", "61"), ("62", "61", "quintal/ha")),
    Shown(
        "triệu đồng/người/năm", "75 triệu đồng/người/năm", "50", "5,5 triệu đồng/người/tháng",
        ("triệu đồng/người/năm", "≥ 75", "50", "66"), ("75", "66", "1000000 VND/person/year"),
    ),
    Shown(
        "nghìn tấn", "0,5 triệu tấn", "300", "400", ("triệu tấn", "≥ 0,5", "0,3", "0,4"), ("500", "400", "1000 tonne")
    ),
    Shown(
        "lượt khách", "1.200 lượt khách", "900", "1.000 khách", ("lượt khách", "≥ 1.200", "900", "1.000"),
        ("1200", "1000", "tourist"),
    ),
    Shown("‰", "12‰", "10‰", "1,15%", ("‰", "≥ 12‰", "10‰", "11,5‰"), ("12", "23/2", "‰")),
    Shown(
        "m3/ngày đêm", "20 nghìn m3/ngày đêm", "15.000", "18.000", ("nghìn m³/ngày đêm", "≥ 20", "15", "18"),
        ("20000", "18000", "m3/day"),
    ),
]  # fmt: skip
# Where a sheet asks in another unit than that of the indicator: how many of it that is.
_OF_INDICATOR = {
    ("triệu đồng", "đồng"): 10**6, ("tỷ đồng", "trđ"): 1000, ("tấn/ha", "tạ/ha"): 10, ("%", "‰"): 10,
}  # fmt: skip
COLUMNS = "target,unit,goal,baseline,achieved"


def written(folder: Path, one: Shown) -> Path:
    """Write the file of one target, and return it."""
    indicator = f"{{tên: Tên, loại: mức, đơn vị tính: {one.unit}, chiều tốt: cao}}"
    path = folder / "t.yaml"
    text = FILE.format(indicator=indicator, goal=one.goal, baseline=one.baseline, reading=one.reading)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: f"{one.unit}: {one.goal}")
def test_the_figures_of_a_row_are_in_the_unit_that_it_names(run: Run, tmp_path: Path, one: Shown) -> None:
    """Goal, baseline and achieved are all in the unit of the row, in each format."""
    file = written(tmp_path, one)
    unit, *figures = one.shown
    for name in ("md", "csv", "plain"):
        cells = run("report", file, "--format", name, "--columns", COLUMNS).out
        for cell in one.shown:
            assert cell in cells, (name, cell)
    for name in ("html", "docx", "xlsx"):
        assert run("report", file, "-o", tmp_path / f"r.{name}", "--columns", COLUMNS).status == 0
    page = (tmp_path / "r.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    for cell in one.shown:
        assert cell in page
    with ZipFile(tmp_path / "r.docx") as archive:
        document = archive.read("word/document.xml").decode().replace("\u00a0", " ")
    said = "".join(re.findall(r"<w:t[^>]*>([^<]*)|</w:p>", document))
    for cell in one.shown:
        assert cell in said
    sheet = load_workbook(tmp_path / "r.xlsx", data_only=True).worksheets[0]
    row = next(row for row in sheet.iter_rows() if any(cell.value == unit for cell in row))
    numbers = [float(figure.strip("≥ ‰").replace(".", "").replace(",", ".")) for figure in figures]
    assert [cell.value for cell in row if isinstance(cell.value, int | float)][-3:] == pytest.approx(numbers)


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: f"{one.unit}: {one.goal}")
def test_json_is_exact_in_the_unit_of_the_indicator(run: Run, tmp_path: Path, one: Shown) -> None:
    """Whatever the text is shown in, programs read the unit that was declared."""
    (report,) = json.loads(run("report", written(tmp_path, one), "--format", "json").out)["reports"]
    (target,) = report["targets"]
    assert (target["goal"]["low"], target["achieved"]["low"], target["unit"]) == one.exact
    assert target["readings"][0]["figure"]["low"] == one.exact[1]


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: f"{one.unit}: {one.goal}")
@pytest.mark.parametrize("times", [1, 3])
def test_a_sheet_is_read_back_in_the_unit_that_it_asks_in(run: Run, tmp_path: Path, one: Shown, times: int) -> None:
    """The reading that is typed again, or three times as much, into the sheet is that much in the file."""
    file, path = written(tmp_path, one), tmp_path / "s.xlsx"
    assert run("template", file, "-o", path).status == 0
    book = load_workbook(path)
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[6]]
    row = sheet[7]
    first, next_year = (headings.index(heading) for heading in ("6 tháng cuối năm 2020", 2022))
    known = run("report", file, "--format", "json").out
    assert row[first].value is None
    (column,) = (column for column, heading in enumerate(headings) if heading == "ĐVT")
    asked = row[column].value
    figure = Fraction(json.loads(known)["reports"][0]["targets"][0]["readings"][0]["figure"]["low"])
    row[next_year].value = float(times * figure / _OF_INDICATOR.get((str(asked), one.unit), 1))
    book.save(path)
    ran = run("record", file, "--from", path)
    assert (ran.status, ran.err) == (0, ""), ran.err + ran.out
    (target,) = json.loads(run("report", file, "--format", "json").out)["reports"][0]["targets"]
    assert [Fraction(reading["figure"]["low"]) for reading in target["readings"]] == [figure, times * figure]
