"""The workbook as it is written, read back with openpyxl: what is a number, a formula or a text, and how it prints."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from samples.targets import file
from samples.workbooks import (
    AGAIN,
    EXAMPLES,
    ROOT,
    SECOND,
    Soffice,
    block,
    cells,
    formula,
    head,
    made,
    of_example,
    of_file,
    opened,
    shown_cells,
)

from partykpi.core.status import STATUS_WORDS
from partykpi.render.report import Layout, columns
from partykpi.render.report.document import document
from partykpi.render.report.xlsx.book import letter
from partykpi.text import LANGUAGES, Language

ALL = (*columns.names(),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_numbers_and_calculated_ones_formulas(language: Language) -> None:
    """The achieved figure, attainment, what is due and the status are formulas, and what they come to is a number."""
    report = of_example("agencies-enterprises-bloc-2020-2025")
    content = made([report], language, Layout(columns=(*columns.DEFAULT, "due", "pace")))
    with_formulas, with_results = opened(content).worksheets[0], opened(content, results=True).worksheets[0]
    row = head(with_formulas) + 1
    names = [*columns.DEFAULT, "due", "pace"]
    results = {name: with_results.cell(row, place).value for place, name in enumerate(names, 1)}
    assert results["goal"] == 700
    assert results["achieved"] == 547
    assert results["attainment"] == 547 / 700
    assert results["due"] == 350
    assert results["pace"] == 547 / 350
    assert results["status"] == STATUS_WORDS["on-track"][language]
    for name in ("goal", "achieved", "attainment", "status", "due", "pace"):
        assert formula(with_formulas.cell(row, names.index(name) + 1)).startswith("="), name


def test_the_summary_is_formulas() -> None:
    """0 of the 5 targets are met, and the lowest of the rest is 547 of 700, all counted from the table above."""
    content = made([of_example("agencies-enterprises-bloc-2020-2025")], "en")
    found: dict[str, list[Any]] = {}
    for book in (opened(content), opened(content, results=True)):
        sheet = book.worksheets[0]
        for row in range(1, sheet.max_row + 1):
            label = sheet.cell(row, 1).value
            if isinstance(label, str) and label in (
                "Targets",
                "Achieved or exceeded",
                "Of them exceeded",
                "Lowest of the rest",
                "Status",
            ):
                found.setdefault(label, []).append(sheet.cell(row, 3))
    shown = {label: (formula(pair[0])[0], pair[1].value) for label, pair in found.items()}
    assert shown == {
        "Targets": ("=", 5),
        "Achieved or exceeded": ("=", 0),
        "Of them exceeded": ("=", 0),
        "Lowest of the rest": ("=", 547 / 700),
        "Status": ("=", "on track 1 · no data 4"),
    }


def test_every_formula_has_its_result() -> None:
    """Who does not calculate reads our figures: no formula of any example lacks what it comes to."""
    content = made([of_example(path.stem) for path in EXAMPLES], "vi", Layout(columns=ALL))
    results = opened(content, results=True)
    for sheet, cell in cells(opened(content)):
        if cell.data_type == "f":
            value = results[sheet.title][cell.coordinate].value
            flag = "đã sửa" in formula(cell) or "khác với tệp" in formula(cell)
            assert value is not None or flag, f"{sheet.title} {cell.coordinate}"


def test_numbers_keep_all_digits() -> None:
    """A third in percent is stored as the nearest double, whose shortest name has 17 digits: 33.333333333333336."""
    target = "  t:\n    indicator: social/health-insurance\n    target: 96 %\n    readings: {2021: 1/3 people}\n"
    sheet = opened(made([of_file(file(target))], "en")).worksheets[1]
    assert sheet.cell(block(sheet, 1)["Reading, 2021"], 6).value == 33.333333333333336


def test_totals_add_up_the_years_beside_them() -> None:
    """In the wide table the total of a row is the sum of its years, and the goal per year is met in three of five."""
    report = of_example("illustrative-2020-2025")
    sheet = opened(made([report], "en", Layout(columns=columns.WIDE))).worksheets[0]
    row = head(sheet) + 7
    assert sheet.cell(row, 2).value == "Jobs created"
    assert formula(sheet.cell(row, 11)) == f'=IF(COUNT($E{row}:$J{row}),SUM($E{row}:$J{row}),"–")'


def test_several_values_are_text() -> None:
    """1.5 to 2 a year has no one number: it is written out, and so is all that follows from it."""
    content = made([of_example("labour-department-2015-2020")], "vi", Layout(columns=("number", "achieved", "status")))
    sheet = opened(content, results=True).worksheets[0]
    assert sheet.cell(head(sheet) + 4, 2).value == "1,5–2%"


def test_an_implied_goal_holds_only_with_its_claim() -> None:
    """41 is implied by 48 and 117%; the number carries its mark, and gives way once the 48 is changed."""
    content = made([of_example("quang-ninh-labour-2020-2025")], "en")
    main, second = opened(content).worksheets[:2]
    cell = main.cell(head(main) + 3, 4)
    assert cell.number_format.endswith('"†"')
    inner = formula(second.cell(block(second, 3)["Goal"], 4))
    assert inner.startswith("=IF(")
    assert AGAIN["en"] in inner


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_arithmetic_never_asks_the_main_sheet(language: Language) -> None:
    """To sort or filter the main sheet changes nothing in what its figures are made of."""
    content = made([of_example("illustrative-2020-2025")], language, Layout(columns=ALL))
    book = opened(content)
    main, second = book.worksheets[:2]
    for row in second.iter_rows():
        for cell in row:
            assert cell.data_type != "f" or main.title not in formula(cell), cell.coordinate
    for row in main.iter_rows(head(main) + 1, head(main) + 20):
        for cell in row:
            if cell.data_type == "f":
                own = re.sub(r"'[^']*'![$A-Z0-9:]+", "", formula(cell))
                assert {found[1] for found in re.findall(r"\$([A-Z]+)(\d+)", own)} <= {str(cell.row)}, cell.coordinate


def test_the_second_sheet_names_the_sources() -> None:
    """Beside each input is what the file says and in which line, above them the source that the file names."""
    report = of_example("illustrative-2020-2025")
    sheet = opened(made([report], "en")).worksheets[1]
    above = {sheet.cell(row, 1).value for row in range(1, 10)}
    assert f"File: {report.resolution.file}" in above
    assert "Source: No source; written to show the format." in above
    rows_of = block(sheet, 8)
    row = rows_of["Reading, 2022"]
    line: Any = sheet.cell(row, 8).value
    lines = (ROOT / "examples" / "illustrative-2020-2025.yaml").read_text(encoding="utf-8").splitlines()
    assert "2022: 152" in lines[line - 1]
    assert (sheet.cell(row, 4).value, sheet.cell(row, 6).value, sheet.cell(row, 7).value) == (152, 152, "152")
    assert sheet.cell(rows_of["Achieved"], 3).value == "the sum of the readings"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_are_ready_to_print(language: Language) -> None:
    """A4 across, fitted to its width, the headings frozen and on each page, filters, page numbers, colors, a chart."""
    book = opened(made([of_example("illustrative-2020-2025")], language))
    main, second, third = book.worksheets
    assert second.title == SECOND[language]
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)  # 1 unless another is named
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter is not None
        assert "&P" in str(sheet.oddFooter.center.text)
    row = head(main)
    assert main.freeze_panes == f"C{row + 1}"
    assert main.print_title_rows == f"${row}:${row}"
    assert main.auto_filter.ref == f"A{row}:H{row + 20}"
    colored = [rule.formula[0] for found in main.conditional_formatting for rule in found.rules if rule.dxf.fill]
    for words in STATUS_WORDS.values():
        assert any(f'"{words[language]}"' in condition for condition in colored)
    (chart,) = third._charts  # type: ignore[attr-defined]
    assert len(chart.series) == 2
    assert {cell.font.name for _, cell in cells(book) if cell.value is not None} == {"Times New Roman"}


def test_many_targets_have_many_charts() -> None:
    """60 targets are drawn 20 to a chart, one below the other."""
    targets = "".join(f"  t{n}:\n    indicator: party/members\n    target: {n + 1}\n    actual: 9\n" for n in range(60))
    sheet = opened(made([of_file(file(targets))], "en")).worksheets[2]
    charts = sheet._charts  # type: ignore[attr-defined]
    counts = [re.findall(r"\$B\$(\d+):\$B\$(\d+)", chart.series[0].val.numRef.f)[0] for chart in charts]
    assert [int(last) - int(first) + 1 for first, last in counts] == [20, 20, 20]
    anchors = [chart.anchor for chart in charts]
    assert all(upper.to.row < lower._from.row for upper, lower in pairwise(anchors))


def test_the_layout_is_kept() -> None:
    """Rows that are chosen, sorted and grouped are in that order, groups with their title and live counts."""
    report = of_example("illustrative-2020-2025")
    layout = Layout(columns=("number", "target", "status", "attainment"), sort=("-attainment",), group_by="owner")
    content = made([report], "en", layout)
    sheet, results = opened(content).worksheets[0], opened(content, results=True).worksheets[0]
    bodies = document(report, "en", layout).table.bodies
    numbers = [results.cell(row, 1).value for row in range(head(sheet) + 1, head(sheet) + 25)]
    assert [value for value in numbers if isinstance(value, int)] == [
        row.subject.number for body in bodies for row in body.rows
    ]
    titles = [row for row in range(head(sheet) + 1, head(sheet) + 25) if isinstance(results.cell(row, 1).value, str)]
    for row, body in zip(titles, bodies, strict=True):
        assert results.cell(row, 1).value == body.title
        assert results.cell(row, 3).value == body.subtotal
        assert "COUNTIF" in formula(sheet.cell(row, 3))
    only = opened(made([report], "en", Layout(only=("missed",))), results=True).worksheets[0]
    assert [only.cell(head(only) + place, 1).value for place in (1, 2)] == [15, None]
    totals = {only.cell(row, 1).value: only.cell(row, 3).value for row in range(1, only.max_row + 1)}
    assert (totals["Targets"], totals["Achieved or exceeded"]) == (20, 9)


def test_several_reports_begin_with_an_overview() -> None:
    """The first sheet has a row a resolution, and its totals are those of the sheets behind it."""
    reports = [of_example(path.stem) for path in EXAMPLES]
    content = made(reports, "vi")
    sheet, results = opened(content).worksheets[0], opened(content, results=True).worksheets[0]
    assert sheet.title == "Tổng hợp"
    for row, report in enumerate(reports, 4):
        assert results.cell(row, 6).value == report.summary.targets
        assert results.cell(row, 7).value == report.summary.achieved_or_exceeded
        assert all(formula(sheet.cell(row, column)).startswith("='") for column in (6, 7, 8, 9))
    assert len(opened(content).sheetnames) == len({name.casefold() for name in opened(content).sheetnames})


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("Đảng bộ Sở", "Đảng bộ Sở"),
        ("Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh", "Đảng bộ Khối các cơ quan và"),
        ("A/B: [C]*?\\D", "A B C D"),
        ("'quoted'", "quoted"),
        ("History", "Report"),
        ("arithmetic", "arithmetic"),
        ("x" * 40, "x" * 31),
        ("😀" * 40, "😀" * 15),
        ("UNIQUE(A1) \ufffe", "UNIQUE (A1)"),
        ("'", "Report"),
    ],
)
def test_sheets_have_names_that_excel_takes(given_name: str, name: str) -> None:
    """At most 31 units of UTF-16, without forbidden signs, cut between words, no two alike."""
    report = of_example("agencies-enterprises-bloc-2020-2025")
    committee = type(report.resolution.committee)(en=given_name)
    book = opened(made([report._replace(resolution=report.resolution._replace(committee=committee))], "en"))
    assert book.sheetnames[0] == name
    assert len({title.casefold() for title in book.sheetnames}) == 3


HOSTILE = (
    "=HYPERLINK(A1)", "+1+1", "-2+3", "@SUM(A1)", "  =1", "＝1+1", "#REF!", "{=1}", "\u0007bell", "\ufffe", "_x0041_",
    "\u202eright", "<b>&amp;</b>", '"quoted"', "'", "<r><t>1</t></r>", "<r>&</r>", "SORT(A1)", "x" * 40_000,
)  # fmt: skip


def test_no_text_of_a_user_is_ever_calculated(tmp_path: Path, soffice: Soffice) -> None:
    """Names, owners, notes and claims that look like formulas stay text, for Excel, its user and LibreOffice."""

    def quoted(text: str) -> str:
        return (
            '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\ufffe", "\\uFFFE").replace("\a", "\\a") + '"'
        )

    targets = "".join(
        f"  t{place}:\n    indicator: party/members\n    name: {quoted(text)}\n    owner: {quoted(text)}\n"
        f"    note: {quoted(text)}\n    target: 20\n    actual: 9\n    reported: +45%\n"
        for place, text in enumerate(HOSTILE)
    )
    head_of_file = f"resolution: {quoted(HOSTILE[0])}\ncommittee: {quoted(HOSTILE[0])}\n"
    report = of_file(file(targets).replace(b"resolution: R\ncommittee: C\n", head_of_file.encode()))
    layout = Layout(columns=("number", "target", "owner", "note", "published", "status"), group_by="owner")
    content = made([report], "en", layout)
    book = opened(content)
    texts = [cell for _, cell in cells(book) if isinstance(cell.value, str) and cell.data_type != "f"]
    for cell in texts:
        text = str(cell.value)
        assert cell.data_type == "s"
        assert len(text) <= 32_767
        assert cell.quotePrefix or not re.match(r"\s*[=+\-@＝]", text), text
    for _, cell in cells(book):
        if cell.data_type == "f":
            assert "HYPERLINK" not in re.sub(r"'=HYPERLINK\(A1\)'!", "", formula(cell))
    shown = shown_cells(content, tmp_path, soffice)
    texts_shown = {cell for row in shown for cell in row}
    assert {"=HYPERLINK(A1)", "+1+1", "-2+3", "@SUM(A1)", "=1", "#REF!", "_x0041_", "<b>&amp;</b>"} <= texts_shown
    assert {"<r><t>1</t></r>", "<r>&</r>", "SORT(A1)"} <= texts_shown


def test_the_same_bytes_at_any_time() -> None:
    """Two processes, with sets in another order, write the same file; it is dated by the report."""
    program = (
        "import sys; from datetime import date; from partykpi.parse import load\n"
        "from partykpi.core.report import assess\n"
        "from partykpi.render import report; from partykpi.render.report import columns\n"
        "made = [assess(load(f).resolution, None, date(2026, 1, int(sys.argv[1]))) for f in sys.argv[2:]]\n"
        "layout = report.Layout(columns=columns.WIDE, group_by='status')\n"
        "sys.stdout.buffer.write(report.in_bytes('xlsx', made, 'vi', layout))\n"
    )
    files = [str(path) for path in EXAMPLES]
    both = [
        subprocess.run(
            [sys.executable, "-c", program, day, *files],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": day},
        ).stdout
        for day in ("1", "2")
    ]
    assert both[0] == both[1]
    with ZipFile(BytesIO(both[0])) as archive:
        latest = max(of_example(path.stem).moment.as_of for path in EXAMPLES)
        assert f"{latest.isoformat()}T00:00:00Z".encode() in archive.read("docProps/core.xml")
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


WORDY = """nghị quyết: N
đảng bộ: Đ
nhiệm kỳ: 2020-2025
ngày đánh giá: 31/12/2024
cách viết số: vi
chỉ tiêu:
  gia đình văn hóa:
    chỉ số: social/cultured-families
    chỉ tiêu: Hằng năm có từ 90% trở lên số hộ đạt danh hiệu gia đình văn hóa
    số liệu: {năm 2021: 91%, năm 2022: 93%}
  giao quân:
    chỉ số: defence/recruitment-quota
    chỉ tiêu: Hằng năm hoàn thành 100% chỉ tiêu giao quân
    số liệu: {năm 2021: 12/12, năm 2022: 14/14}
  thu nhập:
    chỉ số: economy/income-per-person
    chỉ tiêu: 65 triệu đồng/người/năm
    số liệu: {năm 2021: 55 triệu đồng/người/năm}
  thu ngân sách:
    chỉ số: {tên: Thu ngân sách, loại: tổng số, đơn vị tính: đồng, chiều tốt: cao}
    chỉ tiêu: 419.398.123.456.789.012.345.678 đồng
    số liệu: {năm 2021: "119.398.123.456.789.012.345.678 đồng"}
"""


def test_no_number_is_wider_than_its_column(tmp_path: Path, soffice: Soffice) -> None:
    """Numbers whose goals have words are shown on every sheet, and never as a row of hash signs."""
    book = tmp_path / "book.xlsx"
    book.write_bytes(made([of_file(WORDY.encode())], "vi", Layout(columns=ALL)))
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not there")
    pages = subprocess.run([program, soffice(book, "pdf"), "-"], capture_output=True, check=True).stdout.decode()
    assert "90%" in pages
    assert "##" not in pages


def test_words_of_a_goal_stand_in_their_cell() -> None:
    """A goal with few words is a number as wide as its column; with many words it is a text of several lines."""
    sheet = opened(made([of_file(WORDY.encode())], "vi"), results=True).worksheets[0]
    row, place = head(sheet) + 1, columns.DEFAULT.index("goal") + 1
    long, short = sheet.cell(row, place), sheet.cell(row + 1, place)
    assert long.value == "≥ 90% số hộ đạt danh hiệu gia đình văn hóa hằng năm"
    assert long.alignment.wrap_text
    assert short.value == 100
    width = sheet.column_dimensions[letter(place)].width
    assert 30 < width < 45  # the text has 34 letters, which are narrower than digits
    unit = sheet.column_dimensions[letter(columns.DEFAULT.index("unit") + 1)].width
    assert unit > len("đồng/người/năm") + 1
