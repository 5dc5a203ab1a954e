"""The workbook calculated anew by LibreOffice: our figures, and those of the changed file once a figure is changed."""

from __future__ import annotations

import re
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from samples.reports import rows
from samples.targets import AS_OF, Sample, file, samples
from samples.workbooks import (
    AGAIN,
    EXAMPLES,
    SECOND,
    Soffice,
    alike,
    block,
    calculated,
    cells,
    expected,
    formula,
    head,
    made,
    of_example,
    of_file,
    opened,
    saved,
    shown_cells,
)

from partykpi.core.report import Report
from partykpi.parse import load_content
from partykpi.render.report import Layout, columns
from partykpi.render.text import sentences
from partykpi.text import LANGUAGES, Language

ALL = (*columns.names(),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_calculates_the_same(tmp_path: Path, soffice: Soffice, language: Language) -> None:
    """Every formula of every example, with all columns, comes to our figure; the figures are those of the core."""
    reports = [of_example(path.stem) for path in EXAMPLES]
    content = made(reports, language, Layout(columns=ALL))
    ours, theirs = opened(content, results=True), load_workbook(calculated(content, tmp_path, soffice), data_only=True)
    formulas = [(sheet, cell) for sheet, cell in cells(opened(content)) if cell.data_type == "f"]
    assert len(formulas) > 700
    for sheet, cell in formulas:
        stored, found = (book[sheet.title][cell.coordinate].value for book in (ours, theirs))
        message = f"{sheet.title} {cell.coordinate} {formula(cell)}: {found!r}, not {stored!r}"
        assert alike(stored, found), message
    mains = [book_sheet for book_sheet in theirs.worksheets[1:] if book_sheet.cell(1, 1).value != SECOND[language]]
    shown = [sheet for sheet in mains if any(sheet.cell(row, 1).value in ("#", "TT") for row in range(1, 9))]
    for sheet, report in zip(shown, reports, strict=True):
        for row in rows(report):
            for place, column in enumerate(columns.choose(ALL, [report.resolution.term]), 1):
                if column.name in ("goal", "number", "reach", "published") or not column.figure:
                    continue
                found = sheet.cell(head(sheet) + row.number, place).value
                assert alike(found, expected(column, row, language)), f"{sheet.title} {row.number} {column.name}"


SHORT_WAY = """\
  level:
    indicator: {name: Level, kind: level, unit: ha, better: lower}
    target: 25.6
    baseline: 25.7
    readings: {2021-H2: 29.2, 2022-Q4: 6.1}
"""


def test_a_short_way_is_calculated_by_itself(tmp_path: Path, soffice: Soffice) -> None:
    """Where a tenth is to be gained the pace, 19.6 ha of 0.1 ha times 30 of 60 months, loses none of its digits."""
    report = of_file(file(SHORT_WAY, "2022-12-31"))
    pace = Fraction("19.6") / (Fraction("0.1") * Fraction(30, 60))
    content = made([report], "en", Layout(columns=("number", "due", "pace")))
    book = load_workbook(calculated(content, tmp_path, soffice), data_only=True)
    sheet, chart = book.worksheets[0], book.worksheets[-1]
    assert alike(sheet.cell(head(sheet) + 1, 3).value, float(pace))
    shares = [row[2].value for row in chart.iter_rows() if row[0].value == "1. Level"]
    assert len(shares) == 1
    assert alike(shares[0], 30 / 60)


@pytest.mark.parametrize(
    ("name", "language", "names"),
    [
        ("illustrative-2020-2025", "vi", ALL),
        ("labour-department-2015-2020", "vi", columns.DEFAULT),
        ("quang-ninh-home-affairs-2020-2025", "en", columns.WIDE),
    ],
)
def test_cells_show_what_every_format_shows(
    tmp_path: Path, soffice: Soffice, name: str, language: Language, names: tuple[str, ...]
) -> None:
    """Calculated anew and written as shown, each cell of the table reads as in the other formats."""
    report = of_example(name)
    content = made([report], language, Layout(columns=names))
    shown = shown_cells(content, tmp_path, soffice)
    first = next(place for place, row in enumerate(shown) if row[0] in ("#", "TT"))
    for row in rows(report):
        for place, column in enumerate(columns.choose(names, [report.resolution.term])):
            assert shown[first + row.number][place] == column.text(row, language), f"{row.number} {column.name}"


# Figures that look different once they change: unit, goal, the figure first, the figure then.
CHANGES = (
    ("%", "100 %", "98", "99.996"), ("%", "100 %", "99.996", "98.5"), ("%", "100 %", "50", "100"),
    ("%", "100 %", "12.345", "12"), ("ha", "10 ha", "1.155", "1.5"), ("ha", "10 ha", "7", "1234567.005"),
    ("VND", "10_000_000_000 VND", "12_500_000", "3_120_000_000"), ("VND", "10_000 VND", "1_250_000_000", "999"),
    ("VND", "10_000 VND", "999", "1_234_567"), ("rank", "<= 5", "1", "2"), ("rank", "<= 5", "3", "11"),
    ("rank", "<= 5", "4", "23"), ("ha", "3 ha", "1", "2"), ("ha", "3 ha", "1.5", "2.99999"),
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_changed_figures_are_written_anew(tmp_path: Path, soffice: Soffice, language: Language) -> None:
    """A figure that changes shows with as many decimals, in millions or billions, and as the ordinal that it needs."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed, so nothing can be read as it is shown")

    def of_changes(place: int) -> Report:
        return of_file(
            file(
                "".join(
                    f"  t{number}:\n    indicator: {{name: n, kind: level, unit: '{change[0]}', "
                    f"better: {'lower' if change[0] == 'rank' else 'higher'}}}\n    target: '{change[1]}'\n"
                    f"    actual: {change[place]}\n"
                    for number, change in enumerate(CHANGES)
                )
            )
        )

    names = ("number", "achieved", "attainment")
    book = opened(made([of_changes(2)], language, Layout(columns=names)))
    second = book.worksheets[1]
    label = {"en": "Reading", "vi": "Số liệu"}[language]
    for number, change in enumerate(CHANGES, 1):
        second.cell(block(second, number)[label], 4).value = float(change[3].replace("_", ""))
    pdf = calculated(saved(book), tmp_path, soffice, "pdf")
    page = subprocess.run(
        [reader, "-layout", "-l", "1", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    for row in rows(of_changes(3)):
        shown = [columns.find(name).text(row, language) for name in names]
        assert re.search(r"^\s*" + r"\s+".join(map(re.escape, shown)) + r"\s*$", page, re.MULTILINE), shown


# What follows when a figure is changed

KINDS = """\
  total:
    indicator: party/members-admitted
    target: 700 members
    readings: {2021: 250, 2022-H1: 147, 2022-Q3: 90, 2023: 120}
    reported: 86.71%
  per-year:
    indicator: labour/jobs-created
    target: 16 thousand jobs/year
    every: year
    readings: {2020-H2: 8_100, 2021: 16_800, 2022: 16_200, 2023: 16_900, 2024: 16_350}
  level:
    indicator: social/poverty-rate
    target: "<= 1 %"
    baseline: 8.2 %
    readings: {2021: 6.3, 2022: 4.6, 2023: 2.8, 2024: 1.2}
  ceiling:
    indicator: {name: Complaints, kind: total, unit: member, better: lower}
    target: 40
    readings: {2021: 9, 2022: 8, 2023: 7}
  rate:
    indicator: social/poverty-reduction
    target: 1.5..2 %/year
    readings: {2021: 1.6, 2022: 1.7, 2023: 1.3, 2024: 1.6}
  rank:
    indicator: governance/dti-rank
    target: "<= 5"
    readings: {2021: 5, 2022: 4, 2023: 3, 2024: 5}
  milestone:
    indicator: work/project-carried-out
    target: by 2025-03-31
    actual: 60 %
  none-yet:
    indicator: party/members
    target: 260 members
"""


# One reading of each target, what the file says of it, and what then.
ONCE = (
    (1, "Reading, 2023", "2023: 120", "2023: 320"), (2, "Reading, 2021", "2021: 16_800", "2021: 15_999"),
    (3, "Reading, 2024", "2024: 1.2", "2024: 0.9"), (4, "Reading, 2022", "2022: 8,", "2022: 28,"),
    (5, "Reading, 2023", "2023: 1.3", "2023: 0.2"), (6, "Reading, 2023", "2023: 3,", "2023: 6,"),
    (7, "Reading", "actual: 60 %", "actual: 100 %"),
    (8, "Reading", "target: 260 members\n", "target: 260 members\n    actual: 255\n"),
)  # fmt: skip
AND_AGAIN = (
    (1, "Reading, 2021", "2021: 250", "2021: 20"), (2, "Reading, 2020-H2", "2020-H2: 8_100", "2020-H2: 900_000"),
    (3, "Reading, 2024", "2024: 1.2", "2024: 5.9"), (4, "Reading, 2021", "2021: 9,", "2021: 0,"),
    (5, "Reading, 2024", "2024: 1.6", "2024: 9"), (6, "Reading, 2022", "2022: 4,", "2022: 1,"),
    (7, "Reading", "actual: 60 %", "actual: 41 %"),
    (8, "Reading", "target: 260 members\n", "target: 260 members\n    actual: 261\n"),
)  # fmt: skip


@pytest.mark.parametrize("changes", [ONCE, AND_AGAIN], ids=["once", "again"])
def test_a_changed_figure_changes_the_sheet(
    tmp_path: Path, soffice: Soffice, changes: tuple[tuple[int, str, str, str], ...]
) -> None:
    """Readings changed in the sheet give what partykpi says of the changed file: table, summary and arithmetic."""
    names = (*columns.DEFAULT, "due", "pace", "forecast", "needed", "periods")
    book, text = opened(made([of_file(file(KINDS))], "en", Layout(columns=names))), KINDS
    second = book.worksheets[1]
    for target, label, before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
        place = block(second, target)[label]
        second.cell(place, 4).value = float(re.findall(r"[\d._]+", after)[-1].strip("_").replace("_", ""))
    changed = load_workbook(calculated(saved(book), tmp_path, soffice), data_only=True)
    sheet, report = changed.worksheets[0], of_file(file(text))
    for row in rows(report):
        for place, column in enumerate(columns.choose(names, [report.resolution.term]), 1):
            found = sheet.cell(head(sheet) + row.number, place).value
            if column.name == "published" and row.number == 1:
                assert found == AGAIN["en"]
            elif column.name == "goal" and row.number == 5:
                assert found == "1.5–2% on average"
            elif column.name == "status" or (column.figure and column.name not in ("number", "goal")):
                assert alike(found, expected(column, row, "en"), 6), f"{row.number} {column.name}: {found}"
    summary = {sheet.cell(place, 1).value: sheet.cell(place, 3).value for place in range(1, sheet.max_row + 1)}
    assert summary["Achieved or exceeded"] == report.summary.achieved_or_exceeded
    lowest = report.summary.lowest_rest or Fraction(0)
    assert alike(summary["Lowest of the rest"], lowest.numerator / lowest.denominator)
    assert summary["Status"] == " · ".join(count for _, count in sentences.each_count(report.summary, "en"))
    assert "Some inputs differ from the file" in str(sheet.cell(head(sheet) - 1, 1).value)


@pytest.mark.parametrize(
    ("names", "typed"),
    [
        # In the wide table the years are beside the figure that follows from them: target, column, before, after.
        (
            ("number", columns.YEARS, "achieved", "attainment", "status", "forecast"),
            ((2, 3, "2021: 16_800", "2021: 15_999"), (3, 6, "2024: 1.2", "2024: 5.9"), (6, 5, "2023: 3,", "2023: 6,")),
        ),
        # No one can say which of its years a total of 90 000 jobs changes.
        (
            ("number", "achieved", "attainment", "status"),
            ((2, 2, "", "90_000"), (7, 2, "actual: 60 %", "actual: 41 %")),
        ),
    ],
    ids=["wide", "narrow"],
)
def test_a_figure_typed_into_the_table_is_followed_or_refused(
    tmp_path: Path, soffice: Soffice, names: tuple[str, ...], typed: tuple[tuple[int, int, str, str], ...]
) -> None:
    """Who writes over an achieved figure or a year in the table gets what follows, or is sent to partykpi again."""
    book, text = opened(made([of_file(file(KINDS))], "en", Layout(columns=names))), KINDS
    sheet = book.worksheets[0]
    for target, place, before, after in typed:
        text = text.replace(before, after, 1) if before else text
        figure = re.findall(r"[\d._]+", after)[-1]
        sheet.cell(head(sheet) + target, place).value = float(figure.replace("_", ""))
    then = load_workbook(calculated(saved(book), tmp_path, soffice), data_only=True).worksheets[0]
    report = of_file(file(text))
    for target, _, before, _ in typed:
        row = rows(report)[target - 1]
        for place, column in enumerate(columns.choose(names, [report.resolution.term]), 1):
            found = then.cell(head(then) + target, place).value
            if column.name == "status" and not before:
                assert found == AGAIN["en"]
            elif before and column.name in names[1:]:
                assert alike(found, expected(column, row, "en"), 6), f"{target} {column.name}"


def _readable(sample: Sample, as_of: str) -> bool:
    both = [load_content("f.yaml", file(sample.text("t", changed=changed), as_of)) for changed in (False, True)]
    return not any(found.severity == "error" for loaded in both for found in loaded.findings)


def _readings(sheet: Worksheet, target: int) -> list[int]:
    """Return the rows of the readings of a target that count, in the order of time."""
    starts = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    end = starts.get(target + 1, sheet.max_row + 1)
    return [
        row
        for row in range(starts[target] + 1, end)
        if str(sheet.cell(row, 2).value).startswith(("Reading", "Số liệu"))
        and sheet.cell(row, 3).value not in ("not counted", "không tính")
    ]


@settings(max_examples=2, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck])
@given(
    st.lists(st.tuples(st.lists(samples(), min_size=8, max_size=10), st.sampled_from(AS_OF)), min_size=5, max_size=6),
    st.sampled_from(LANGUAGES),
    st.booleans(),
)
def test_any_resolution_is_calculated_right_and_stays_so(
    tmp_path_factory: pytest.TempPathFactory,
    soffice: Soffice,
    drawn: list[tuple[list[Sample], str]],
    language: Language,
    wide: bool,
) -> None:
    """LibreOffice gives our figures for any resolution, and those of the changed file once a reading is changed.

    A cell may say that partykpi is to be run again, but never anything that is not so.
    """
    folder = tmp_path_factory.mktemp("any")
    kept = [([sample for sample in given_samples if _readable(sample, as_of)], as_of) for given_samples, as_of in drawn]
    texts = [
        [
            file("".join(s.text(f"t{n}", changed=changed) for n, s in enumerate(chosen)), as_of)
            for changed in (False, True)
        ]
        for chosen, as_of in kept
        if chosen
    ]
    reports = [[of_file(text) for text in pair] for pair in texts]
    extra = (columns.YEARS,) if wide else ("baseline",)
    names = ("number", *extra, "achieved", "attainment", "status", "due", "pace", "forecast", "needed", "periods")
    content = made([before for before, _ in reports], language, Layout(columns=names))
    ours, book = opened(content, results=True), opened(content)
    theirs = load_workbook(calculated(content, folder, soffice), data_only=True)
    for sheet, cell in cells(book):
        if cell.data_type == "f":
            mine, found = (one[sheet.title][cell.coordinate].value for one in (ours, theirs))
            assert alike(mine, found), f"{cell.coordinate} {formula(cell)}: {found!r}, not {mine!r}"
    seconds = [place for place, sheet in enumerate(book.worksheets) if sheet.cell(1, 1).value == SECOND[language]]
    chosen_samples = [chosen for chosen, _ in kept if chosen]
    for place, (before, _), chosen in zip(seconds, reports, chosen_samples, strict=True):
        second = book.worksheets[place]
        for target, (sample, one) in enumerate(zip(chosen, before.assessments, strict=True), 1):
            counted = sorted(one.readings, key=lambda reading: reading.last_day)
            changed = one.target.readings[sample.changed] if sample.figures else None
            if changed in counted:
                place_of = _readings(second, target)[counted.index(changed)]
                second.cell(place_of, 4).value = float(sample.figure.replace("_", ""))
    then = load_workbook(calculated(saved(book), folder, soffice), data_only=True)
    again = 0
    for place, (_, after) in zip(seconds, reports, strict=True):
        sheet = then.worksheets[place - 1]
        for row in rows(after):
            for number, column in enumerate(columns.choose(names, [after.resolution.term]), 1):
                if column.name in ("number", "baseline"):
                    continue
                found = sheet.cell(head(sheet) + row.number, number).value
                again += found == AGAIN[language]
                right = found == AGAIN[language] or alike(found, expected(column, row, language), 6)
                wanted = expected(column, row, language)
                assert right, f"{column.name} under {row.assessment.goal.text}: {found!r}, not {wanted!r}"
    assert again < 60
