from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from samples.reports import (
    HECTARE,
    MEMBER,
    PERCENT,
    VND,
    assessed,
    bloc,
    goal,
    judged,
    members_admitted,
    replaced,
    reported,
    rows,
)

from partykpi.core.figure import Interval, at_least, exactly
from partykpi.core.measure import Measure
from partykpi.core.report import Report, assess
from partykpi.parse import load, load_content
from partykpi.render import report as formats
from partykpi.render.report import Layout, Separator, columns, order, overview
from partykpi.render.report.document import document
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.wrap import one_line
from partykpi.text import LANGUAGES, GivenText, Language, Text

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))
ILLUSTRATIVE = Path(__file__).parents[3] / "examples" / "illustrative-2020-2025.yaml"
SEPARATORS: dict[Separator, str] = {"comma": ",", "semicolon": ";", "tab": "\t"}

FILE = """\
resolution: Resolution
committee: Committee
term: 2020-2025
as_of: 2022-12-31
targets:
  members:
    indicator: party/members-admitted
    target: 700 members
    readings:
      2021: [{figure: 150, known: 2022-01-10}, {figure: 160, known: 2022-03-01}]
      2022: 1_240
      2023: 90
  merit:
    indicator: social/merit-households
    target: 99 %
    actual: 1188/1201 households
  fund:
    indicator: social/gratitude-fund
    target: 12 billion VND
    readings: {2022-H1: 1_150.5 million VND}
  review:
    indicator: work/review-done
    target: by 2023-06-30
    actual: 2022-08-25
  poverty:
    indicator: social/poverty-rate
    target: "<= 1 %"
    actual: 1.5..2 %
  jobs:
    indicator: labour/jobs-created
    target: 50 jobs
    reported: 78%
  empty:
    indicator: party/learning-models
    target: 50 models
"""


def _report(content: str | Path) -> Report:
    resolution = load(content).resolution if isinstance(content, Path) else None
    if isinstance(content, str):
        found = load_content("r.yaml", content.encode())
        assert found.findings == []
        resolution = found.resolution
    assert resolution is not None
    return assess(resolution, None, date(2026, 1, 1))


def _read(text: str, separator: str = ",") -> list[dict[str, str]]:
    """Return the lines by their headings; each has as many values as there are headings, which all differ."""
    assert text.endswith("\r\n")
    head, *lines = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    assert len(set(head)) == len(head)
    assert {len(line) for line in lines} <= {len(head)}
    return [dict(zip(head, line, strict=True)) for line in lines]


def _written(report: Report, language: Language = "en", **layout: Any) -> list[dict[str, str]]:
    separator = SEPARATORS[layout.get("separator", "comma")]
    return _read(formats.in_text("csv", [report], language, Layout(**layout)), separator)


def _disarmed(text: str) -> str:
    return f"'{text}" if text.strip()[:1] in {*"=+-@＝＋－＠"} else text


# A line a target


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chosen", [(), columns.WIDE, columns.names()], ids=["usual", "wide", "all"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_has_a_line_a_target(path: Path, chosen: tuple[str, ...], language: Language) -> None:
    """Each line says what the other formats show of a target; what there is not is empty."""
    report = _report(path)
    shown = columns.choose(chosen or columns.DEFAULT, [report.resolution.term])
    lines = _written(report, language, columns=chosen)
    assert len(lines) == len(report.assessments)
    for line, row in zip(lines, rows(report), strict=True):
        for column in shown:
            text = column.text(row, language)
            negative = column.figure and re.fullmatch(r"-[\d.,]+%?", text)
            expected = text if negative else "" if text == words.NOTHING else _disarmed(text)
            assert line[column.heading[language]] == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_line_says_all_that_a_report_says(path: Path, language: Language) -> None:
    """Every sentence and figure that stands above or below the table of another format is in the file."""
    report = _report(path)
    one = document(report, language, Layout(columns=columns.WIDE))
    text = formats.in_text("csv", [report], language, Layout(columns=columns.WIDE))
    told = [
        *(remark.sentence for remark in (*one.notes.items, *one.claims.items)),
        *(legend for legend in one.legends if legend in words.IMPLIED_LEGEND),
        *(column.text(report, language) for column in overview.COLUMNS if column.heading.en != "Term"),
        locale.date_short(report.resolution.term.first, language),
        locale.date_short(report.resolution.term.last, language),
        sentences.source(report, language),
    ]
    missing = [sentence for sentence in told if sentence.replace('"', '""') not in text]
    assert set(missing) <= {words.NOTHING}


def test_a_line_by_hand() -> None:
    """547 of 700 members at the middle of the term, in both languages."""
    line = _written(bloc(), "vi")[0]
    assert list(line.items())[:16] == [
        ("Tệp", "examples/bloc.yaml"),
        ("Đảng bộ", "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh"),
        ("Nghị quyết", "Nghị quyết đại hội nhiệm kỳ 2020-2025"),
        ("Nhiệm kỳ từ", "01/07/2020"),
        ("Nhiệm kỳ đến", "30/06/2025"),
        ("Tính đến", "31/12/2022"),
        ("Đã qua", "50%"),
        ("Mã chỉ tiêu", "members-admitted-to-the-party"),
        ("TT", "1"),
        ("Chỉ tiêu", "Kết nạp đảng viên mới"),
        ("ĐVT", "đảng viên"),
        ("Mục tiêu", "≥ 700"),
        ("Kết quả", "547"),
        ("Tỷ lệ đạt", "78,14%"),
        ("Công bố", "78.14% ✓"),
        ("Đánh giá", "đúng tiến độ"),
    ]
    line = _written(bloc(), "en")[4]
    assert (line["Term from"], line["As of"], line["Goal"]) == ("2020-07-01", "2022-12-31", "≥ 15†")
    assert line["Notes on the figures"] == (
        "† implied by the published figure; the source does not print it Published: ! cut off, not rounded."
    )
    assert line["Published figures checked"].startswith("! vượt 186,6% kế hoạch – cut off, not rounded.")
    assert (line["Targets"], line["Achieved or exceeded"]) == ("7", "2")
    assert line["Published of the whole, checked"].startswith("✗ rest: ≥ 80% – inconsistent.")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("long", [False, True])
def test_no_two_columns_are_called_alike(long: bool, language: Language) -> None:
    """With all columns, grouped, each heading tells its column from the others."""
    chosen = columns.names()
    text = formats.in_text("csv", [bloc()], language, Layout(columns=chosen, group_by="status", long=long))
    head = next(csv.reader([text.partition("\r\n")[0]]))
    assert len(set(head)) == len(head) > len(chosen)
    assert all(head)


def test_several_reports_are_one_table() -> None:
    """All resolutions stand in one table with the years of all terms; the overview is in the lines of each."""
    other = _report(FILE.replace("202", "201"))
    lines = _read(formats.in_text("csv", [_report(FILE), other], "en", Layout(columns=("target", "years"))))
    assert [line["Term from"] for line in lines] == ["2020-07-01"] * 7 + ["2010-07-01"] * 7
    assert [int(name) for name in lines[0] if name.isdecimal()] == [*range(2010, 2016), *range(2020, 2026)]
    assert [(line["2021"], line["2011"]) for line in (lines[0], lines[7])] == [("160", ""), ("", "160")]


def test_groups_sorting_and_choice_of_status() -> None:
    """Rows stand in the order of their groups, each with the name of its own; `--only` leaves rows out."""
    lines = _written(bloc(), "vi", group_by="status", sort=("-number",))
    groups = order.group(order.sort(rows(bloc()), ("-number",), "vi"), "status", {})
    assert [(line["Nhóm"], line["TT"]) for line in lines] == [
        (order.title(group, "vi"), str(row.number)) for group in groups for row in group.rows
    ]
    assert [line["TT"] for line in _written(bloc(), "vi", only=("exceeded",))] == ["2", "5"]
    assert "Nhóm" not in _written(bloc(), "vi")[0]


def test_a_file_without_rows_has_its_head() -> None:
    """Where no target has the status asked for only the headings are there."""
    text = formats.in_text("csv", [bloc()], "en", Layout(only=("achieved",)))
    assert text.startswith("File,Committee,Resolution,")
    assert text.count("\r\n") == 1


# How it is written


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.text(st.sampled_from("=+-@＝＋－＠'\";,\t\r\n\ufeff 1ađ–")) | st.text(), min_size=5, max_size=5),
    st.sampled_from(get_args(Separator)),
    st.sampled_from(LANGUAGES),
    st.booleans(),
)
def test_what_is_read_is_what_was_written(
    texts: list[str], separator: Separator, language: Language, mark: bool
) -> None:
    """Whatever texts a file holds and whatever stands between, a reader gets each whole in its own cell, disarmed."""
    name, unit, claim, committee, note = texts
    thing = MEMBER._replace(one=Text(unit, unit), many=Text(unit, unit))
    target = assessed(
        GivenText(name), goal(at_least(1)), Measure(), "no-data", thing, judgements=(judged(claim, "consistent"),)
    )
    own = target.target._replace(note=GivenText(note), owner=GivenText(committee), id=name)
    report = reported(replaced(target, target=own))
    report = report._replace(resolution=report.resolution._replace(committee=GivenText(committee), file=note))
    layout = Layout(columns=("target", "unit", "published", "owner", "note"), separator=separator, byte_order_mark=mark)
    text = formats.in_bytes("csv", [report], language, layout).decode("utf-8-sig" if mark else "utf-8")
    (line,) = _read(text, SEPARATORS[separator])
    values = list(line.values())
    expected = [one_line(text) for text in (note, committee)]
    expected += [*map(one_line, (name, name, unit)), f"{one_line(claim)} ✓", one_line(committee), one_line(note)]
    assert values[:2] + values[7:13] == ["" if text == "–" else _disarmed(text) for text in expected]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://x","y")',
        "+1.2 points",
        "-5 members",
        "@SUM(A1)",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        "=",
        "-",
    ],
)
def test_formulas_are_disarmed(text: str) -> None:
    """A text of a file that a spreadsheet would calculate stands behind an apostrophe, wherever it comes from."""
    target = members_admitted()
    own = target.target._replace(own_name=GivenText(text), owner=GivenText(text), note=GivenText(text), id=text)
    target = replaced(target, target=own, judgements=(judged(text, "consistent"),))
    report = reported(target, name=text)
    given = GivenText(text)
    report = report._replace(resolution=report.resolution._replace(name=given, committee=given, file=text))
    (line,) = _written(report, "en", columns=("target", "owner", "note", "published"))
    named = ("File", "Committee", "Resolution", "Target id", "Target", "Unit in charge", "Note")
    assert {name: line[name] for name in named} == dict.fromkeys(named, f"'{text}")
    assert line["Published"] == f"'{text} ✓"


@pytest.mark.parametrize(
    ("figure", "unit", "en", "vi"),
    [
        (exactly(Fraction("-5.1")), HECTARE, "-5.1", "-5,1"),
        (exactly(-82_913), HECTARE, "-82,913", "-82.913"),
        (exactly(Fraction("-0.5")), PERCENT, "-0.5%", "-0,5%"),
        (exactly(-12_500_000_000), VND, "-12,500,000,000", "-12.500.000.000"),
        (Interval(Fraction(-5), Fraction(-3)), HECTARE, "'-5 to -3", "'-5 đến -3"),
    ],
)
def test_a_negative_figure_stays_a_number(figure: Interval, unit: Any, en: str, vi: str) -> None:
    """What we write ourselves and is a number is left so; what only begins like one is disarmed."""
    report = reported(
        assessed(
            GivenText("A"), goal(exactly(3))._replace(direction="exactly"), Measure(achieved=figure), "pending", unit
        )
    )
    assert _written(report, "en")[0]["Achieved"] == en
    assert _written(report, "vi")[0]["Kết quả"] == vi
    assert _written(report, "en")[0]["Goal"].startswith("'= 3")


def test_lines_end_as_windows_ends_them_and_the_mark_stands_first() -> None:
    """RFC 4180 ends lines with CR LF; the byte order mark is there where it is asked for, and only there."""
    text = formats.in_text("csv", [bloc()], "vi", Layout())
    assert text.count("\n") == text.count("\r\n") == 8
    marked = formats.in_bytes("csv", [bloc()], "vi", Layout(byte_order_mark=True))
    assert marked == b"\xef\xbb\xbf" + text.encode()


# A line a reading


def test_a_line_a_reading_by_hand() -> None:
    """Corrected and late readings do not count, shares keep both numbers, money is in the unit of its goal."""
    lines = _written(_report(FILE), "en", long=True)
    told = [
        [line[name] for name in ("Target id", "Unit", "Period", "From", "To", "Figure", "As written", "Counted")]
        for line in lines
    ]
    assert told == [
        ["members", "members", "2021", "2021-01-01", "2021-12-31", "150", "150", "no"],
        ["members", "members", "2021", "2021-01-01", "2021-12-31", "160", "160", "yes"],
        ["members", "members", "2022", "2022-01-01", "2022-12-31", "1,240", "1_240", "yes"],
        ["members", "members", "2023", "2023-01-01", "2023-12-31", "90", "90", "no"],
        ["merit", "%", "", "", "", "98.917569", "1188/1201 households", "yes"],
        ["fund", "billion VND", "2022-H1", "2022-01-01", "2022-06-30", "1.1505", "1_150.5 million VND", "yes"],
        ["review", "", "", "", "", "", "2022-08-25", "yes"],
        ["poverty", "%", "", "", "", "1.5–2%", "1.5..2 %", "yes"],
        ["jobs", "jobs", "", "", "", "39†", "78%", "yes"],
    ]
    others = ("Share: part", "Share: whole", "Done on", "Known since", "Line in the file")
    assert [[line[name] for name in others] for line in lines] == [
        ["", "", "", "2022-01-10", "10"],
        ["", "", "", "2022-03-01", "10"],
        ["", "", "", "", "11"],
        ["", "", "", "", "12"],
        ["1,188", "1,201", "", "", "16"],
        ["", "", "", "", "20"],
        ["", "", "2022-08-25", "", "24"],
        ["", "", "", "", "28"],
        ["", "", "", "", "32"],
    ]


def test_a_line_a_reading_in_vietnamese() -> None:
    """Periods, dates and figures are as Vietnamese writes them; what stands in the file stays as it is."""
    lines = _written(_report(FILE), "vi", long=True)
    assert [lines[5][name] for name in ("Kỳ số liệu", "Từ ngày", "Số liệu", "Ghi trong tệp", "Được tính")] == [
        "6 tháng đầu năm 2022",
        "01/01/2022",
        "1,1505",
        "1_150.5 million VND",
        "có",
    ]
    assert lines[4]["Số liệu"] == "98,917569"


def test_the_long_form_has_the_columns_that_are_asked_for() -> None:
    """`--columns`, `--only`, `--sort` and `--group-by` hold in the long form as well."""
    lines = _written(_report(FILE), "en", long=True, columns=("goal", "status"), group_by="status", sort=("number",))
    assert list(lines[0])[7:11] == ["Group", "Target id", "Goal", "Status"]
    assert all(line["Group"] == line["Status"].capitalize() for line in lines)
    assert "Target" not in lines[0]
    assert [line["Target id"] for line in _written(_report(FILE), "en", long=True, only=("achieved",))] == ["review"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_reading_has_a_line(path: Path) -> None:
    """There are as many lines as readings in the file, and the counted ones are those of the report."""
    report = _report(path)
    lines = _written(report, "en", long=True)
    implied = [one for one in report.assessments if one.implied == "actual"]
    assert len(lines) == sum(len(one.target.readings) for one in report.assessments) + len(implied)
    assert sum(line["Counted"] == "yes" for line in lines) == sum(len(one.readings) for one in report.assessments)


# As a spreadsheet sees it


@pytest.mark.parametrize(
    ("language", "token", "separator"),
    [("vi", 1066, "semicolon"), ("en", 1033, "comma")],
)
def test_a_spreadsheet_reads_figures_and_dates(
    tmp_path: Path, soffice: Callable[..., Path], language: Language, token: int, separator: Separator
) -> None:
    """In the spreadsheet of a reader of the language figures are numbers, dates are dates, and text is text."""
    file = tmp_path / "r.csv"
    layout = Layout(separator=separator, byte_order_mark=True, columns=(*columns.WIDE, "published"))
    file.write_bytes(formats.in_bytes("csv", [_report(ILLUSTRATIVE)], language, layout))
    # separator, quotation mark, UTF-8, first line, no formats of columns, language, quoted is no text, special numbers
    options = f"CSV:{ord(SEPARATORS[separator])},34,76,1,,{token},false,true"
    sheet = load_workbook(soffice(file, "xlsx", options)).worksheets[0]
    head, *lines = [list(line) for line in sheet.iter_rows(values_only=True)]
    headings = {
        column.name: column.heading[language] for column in map(columns.find, ("achieved", "attainment", "published"))
    }
    achieved, attainment, published = (
        [line[head.index(headings[name])] for line in lines] for name in ("achieved", "attainment", "published")
    )
    assert achieved[0] == 255
    assert achieved[2] == pytest.approx(0.9922)
    assert achieved[6] == 71_650
    assert achieved[17] == datetime(2021, 11, 18)
    assert attainment[0] == pytest.approx(0.9808)
    assert attainment[4] == pytest.approx(2.46)
    assert lines[0][3:6] == [datetime(2020, 7, 1), datetime(2025, 6, 30), datetime(2024, 12, 31)]
    assert [line[head.index(2021)] for line in lines][6:8] == [14_800, 64]
    assert published[11] == "'+1.2 points ✓"
    assert all(isinstance(text, str | None) for text in published)
    assert not any(re.match("[=#]", str(value)) for line in lines for value in line)
