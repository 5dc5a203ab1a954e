"""The sheet that asks for readings: what it asks, what it keeps closed, and that it is safe to open."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from partykpi.core.report import Report, assess
from partykpi.parse import load_content
from partykpi.parse.edit.cells import SheetCell
from partykpi.parse.edit.sheet import ROLES, heading_period
from partykpi.parse.keys import comparable
from partykpi.parse.text.reading_style import reading_style
from partykpi.parse.yaml.scalar import quoted
from partykpi.problem import Place, Source
from partykpi.render.commands.template import ID, WrittenUnit, open_cells, template
from partykpi.text import LANGUAGES, Language

ROOT = Path(__file__).parents[3]
HEAD = """\
resolution: {en: The resolution, vi: Nghị quyết}
committee: {en: The committee, vi: Đảng bộ}
term: 2020-2025
"""
TARGETS = """\
targets:
  admitted: {indicator: party/members-admitted, target: 700 members, readings: {2020-H2: 1_200, 2022: 7 members}}
  coverage: {indicator: social/health-insurance, target: 96 %, readings: {2021: 95.3, 2022: 1_188/1_200 people}}
  reduction: {indicator: social/poverty-reduction, target: 1.5..2 %/year}
  rank: {indicator: governance/dti-rank, target: 3, readings: {2021: 4, 2022: 4, 2023: 4}}
  fund: {indicator: social/gratitude-fund, target: 12 billion VND, readings: {2021: 2_310.5 million VND}}
  models: {indicator: party/learning-models, target: 50 models, actual: 12 models}
  review: {indicator: work/review-done, target: by 2023-06-30}
  project: {indicator: work/project-adopted, target: by 2021-12-31, readings: {2021: 2021-11-18}}
"""
AS_OF = date(2023, 12, 31)


def report(text: str = HEAD + TARGETS, as_of: date = AS_OF) -> Report:
    """Return the report of a file of that text."""
    content = load_content("f.yaml", text.encode())
    assert [one for one in content.findings if one.severity == "error"] == []
    assert content.resolution is not None
    return assess(content.resolution, as_of, as_of)


def made(of: Report, language: Language = "en") -> bytes:
    """Return the sheet that asks for what is missing in a report."""
    styles = {target.id: reading_style(target) for target in of.resolution.targets}
    return template(of, {id: WrittenUnit(one.words, one.size) for id, one in styles.items()}, language)


def opened(content: bytes) -> Any:
    """Return the sheet of a workbook."""
    (sheet,) = load_workbook(io.BytesIO(content)).worksheets
    return sheet


def rows(sheet: Any) -> list[list[Any]]:
    """Return the values of the table, headings first."""
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]


def free(sheet: Any) -> set[str]:
    """Return the cells that are not locked."""
    return {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}


LEARNING = "Models of learning from Hồ Chí Minh"
CUMULATIVE = "one figure for all the time so far: 12 models; to be changed in the resolution file"
DONE = datetime(2021, 11, 18)


def test_the_table_in_english() -> None:
    """A row a target, a column a period that somebody lacks; what is there is shown, as the file writes it."""
    assert rows(opened(made(report()))) == [
        ["#", "Target", "Target id", "Unit", "Goal", "2020-H2", 2021, 2022, 2023, "Notes"],
        [1, "Party members admitted", "admitted", "members", "≥ 700 members", 1200, None, 7, None, None],
        [2, "Health insurance coverage", "coverage", "%", "≥ 96%", None, 95.3, "1_188/1_200 people", None, None],
        [3, "Poverty reduction a year", "reduction", "%", "1.5–2% on average", None, None, None, None, None],
        [4, "DTI rank", "rank", "rank", "3rd or better", None, 4, 4, 4, "nothing missing"],
        [5, "Gratitude fund raised", "fund", "million VND", "≥ 12 billion VND", None, 2310.5, None, None, None],
        [6, LEARNING, "models", "models", "≥ 50 models", None, None, None, None, CUMULATIVE],
        [7, "Review done", "review", "day done, or %", "by 2023-06-30", None, None, None, None, None],
        [8, "Project adopted", "project", "day done, or %", "by 2021-12-31", None, DONE, None, None, "done"],
    ]  # fmt: skip


def test_the_table_in_vietnamese() -> None:
    """Headings, names, units, goals and notes are in the language asked for; ids stay."""
    head, first, *_ = rows(opened(made(report(), "vi")))
    assert head[:5] == ["TT", "Chỉ tiêu", "Mã chỉ tiêu", "ĐVT", "Mục tiêu"]
    assert head[5:] == ["6 tháng cuối năm 2020", 2021, 2022, 2023, "Ghi chú"]
    assert first[:5] == [1, "Đảng viên được kết nạp", "admitted", "đảng viên", "≥ 700 đảng viên"]


def test_only_what_is_missing_is_open() -> None:
    """The cells that are not locked are those of the periods without a reading; the sheet is protected."""
    sheet = opened(made(report()))
    assert free(sheet) == {"G7", "I7", "F8", "I8", "G9", "H9", "I9", "F11", "H11", "I11", "F13", "G13", "H13", "I13"}
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    lacking = open_cells(report())
    assert sum(map(len, lacking.values())) == len(free(sheet))


def test_what_may_be_typed() -> None:
    """Each open cell, and no other, has a rule by its unit, with a word about it before and after a slip."""
    sheet = opened(made(report()))
    rules = {
        sheet.cell(row, column).coordinate: (rule.type, rule.formula1, rule.errorStyle or "stop")
        for rule in sheet.data_validations.dataValidation
        for cells in rule.sqref.ranges
        for row, column in cells.cells
    }
    assert rules.keys() == free(sheet)
    assert rules["G7"] == ("whole", "0", "stop")
    assert rules["F8"] == ("decimal", "0", "warning")  # 249/252 is taken as well
    assert rules["G9"][1].startswith("-")  # growth may be below zero
    assert rules["F11"] == ("decimal", "0", "stop")
    assert rules["F13"] == ("decimal", "0", "warning")
    for rule in sheet.data_validations.dataValidation:
        assert 0 < len(rule.error) <= 255
        assert 0 < len(rule.prompt) <= 255
        assert rule.showErrorMessage
        assert rule.showInputMessage
        assert rule.allow_blank
    ranked = opened(made(report(HEAD + "targets:\n  r: {indicator: governance/dti-rank, target: 3}\n")))
    (rule,) = ranked.data_validations.dataValidation
    assert (rule.type, rule.formula1) == ("whole", "1")


def test_how_it_is_seen_and_printed() -> None:
    """The headings stay in sight and on each page, which is a landscape A4 as wide as the table."""
    sheet = opened(made(report()))
    assert sheet.freeze_panes == "F7"
    assert sheet.print_title_rows == "$6:$6"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)  # 1 unless another is named
    assert all(sheet.row_dimensions[row].height for row in range(1, 15))
    fonts = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert fonts == {"Times New Roman"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_it_is_for(language: Language) -> None:
    """Above the table are committee, resolution and term, and what is to be done."""
    above = [opened(made(report(), language)).cell(row, 1).value for row in range(1, 6)]
    assert above[0] == report().resolution.committee[language]
    assert above[2] == report().resolution.name[language]
    assert re.findall(r"20\d\d", above[3]) == ["2020", "2025", "2023"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_is_read_back(language: Language) -> None:
    """The heading of a column is understood by `record`."""
    head, *_ = rows(opened(made(report(), language)))
    for text in map(str, head):
        cell = SheetCell(text, Place(Source("f", ""), 1, 1, 1))
        known = comparable(text) in ROLES or heading_period(cell) is not None
        assert known, text
    assert ROLES[comparable(ID[language])] == "id"


def test_the_same_report_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the file says when it was written."""
    first = made(report())
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert made(report()) == first


DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", " =1", "=", "'=1"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_becomes_a_formula(language: Language) -> None:
    """Whatever names, ids and readings begin with, they are text."""
    for text in DANGEROUS:
        given = quoted(text)
        file = f"resolution: {given}\ncommittee: {given}\nterm: 2020-2025\ntargets:\n  {given}:\n"
        file += f"    indicator: party/members\n    target: 5\n    name: {given}\n"
        file += "  t: {indicator: social/poverty-reduction, target: 1 %/year, readings: {2022: -1..2 %}}\n"
        content = made(report(file), language)
        sheet = opened(content)
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert all(cell.data_type != "f" for cell in cells)
        assert {str(cell.value).strip() for cell in cells} >= {text.strip(), "-1..2 %"}
        assert all(cell.quotePrefix for cell in cells if str(cell.value)[:1] in "=+-@")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_stand_in_it(name: str, committee: str) -> None:
    """Control characters, half pairs and signs that XML has no place for make no file that cannot be opened."""
    file = f"resolution: R\ncommittee: {quoted(committee)}\nterm: 2020-2025\ntargets:\n  t:\n"
    file += f"    indicator: party/members\n    target: 5\n    name: {quoted(name)}\n"
    content = load_content("f.yaml", file.encode()).resolution
    if content is None or not content.targets:
        return
    sheet = opened(made(assess(content, AS_OF, AS_OF)))
    assert sheet["C7"].value == "t"


def test_libreoffice_opens_it(soffice: Callable[..., Path], tmp_path: Path) -> None:
    """Another program sees the same cells."""
    file = tmp_path / "actuals.xlsx"
    file.write_bytes(made(report(), "vi"))
    shown = soffice(file, "csv:Text - txt - csv (StarCalc):44,34,76").read_text(encoding="utf-8")
    assert "SỐ LIỆU CẦN BỔ SUNG" in shown
    row = r"^1,Đảng viên được kết nạp,admitted,đảng viên,≥ 700 đảng viên,\"?1[,.]?200\"?,,7,,"
    assert re.search(row, shown, re.MULTILINE)


def test_a_unit_has_the_words_of_the_report() -> None:
    """The unit of a figure for a year is called alike in its column, in the goal, and where a figure is typed."""
    income = "  income: {indicator: economy/income-per-person, target: 65 triệu đồng/người/năm}\n"
    sheet = opened(made(report(f"{HEAD}targets:\n{income}"), "vi"))
    unit = "triệu đồng/người/năm"
    assert rows(sheet)[1][3:5] == [unit, f"≥ 65 {unit}"]
    assert unit in sheet.data_validations.dataValidation[0].prompt


def test_no_year_is_left_out_between_two() -> None:
    """A year that all targets have reported stands between those that are asked for, and is closed."""
    readings = "{2020-H2: 1, 2021: 2, 2023-Q1: 1, 2023-Q2: 1, 2023-Q3: 1, 2023-Q4: 1}"
    one = f"  a: {{indicator: party/members-admitted, target: 700 members, readings: {readings}}}\n"
    other = "  b: {indicator: party/members, target: 700 members, readings: {2022: 2, 2023: 3}}\n"
    sheet = opened(made(report(f"{HEAD}targets:\n{one}{other}", date(2025, 6, 30))))
    years = ["2020-H2", 2021, 2022, 2023]
    parts = ["2024-Q1", "2024-Q2", "2024-Q3", 2024, "2024-Q4", "2025-Q1", "2025-H1", "2025-Q2"]
    assert rows(sheet)[0][5:-1] == years + parts
