"""`partykpi chart`: what is drawn, that it fits and aligns, what it says where nothing can be drawn, how it ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from partykpi.cli.chart import command
from partykpi.core.report import assess
from partykpi.parse import load_content
from partykpi.parse.catalogue import shipped
from partykpi.render.picture.chart import draw

ROOT = Path(__file__).parents[2]
EXAMPLE = str(ROOT / "examples" / "illustrative-2020-2025.yaml")
SNAPSHOTS = ROOT / "tests" / "snapshots"

_COLOR = re.compile(r"\x1b\[[\d;]*m")


def run(*arguments: str, columns: int | None = None, content: str | None = None) -> Result:
    """Return what the command does with the arguments."""
    runner = CliRunner(env={"COLUMNS": "" if columns is None else str(columns), "LC_ALL": "C.UTF-8"})
    return runner.invoke(command, arguments, input=content, standalone_mode=False)


def drawn(target: str, *arguments: str, head: str = "term: 2020-2025\nas_of: 2022-12-31") -> str:
    """Return what is printed of a file with one target, below the name of the committee and the term."""
    content = f"resolution: R\ncommittee: C\n{head}\ntargets:\n  t: {{{target}}}\n"
    result = run("-", "t", *arguments, content=content)
    assert result.return_value == 0, result.stderr
    return result.stdout.split("\n\n", 1)[1]


def canvas(text: str) -> list[str]:
    """Return the rows of the first picture without the labels, the top one first."""
    rows = [line for line in text.splitlines() if re.match(r"[^└●]*[┤│]", line)]
    return [re.split("[┤│]", row, maxsplit=1)[1] for row in rows]


def test_total_by_hand() -> None:
    """350 of 700 by the middle of the term: the reading lies on the line that is due, half way up and across."""
    text = drawn(
        "indicator: party/members-admitted, target: 700 members, readings: {2020-H2: 50, 2021: 100, 2022: 200}",
        "--lang",
        "en",
    )
    title, *_ = text.splitlines()
    assert title == "1. Party members admitted (members)"
    rows = canvas(text)
    # the axis runs from 0 to 800 in steps of 200, three rows each: 700 is 10.5 rows up, 350 is 5.25
    assert len(rows) == 13
    assert rows[12 - 11].startswith("─" * 60)
    (row, column), *_ = [(12 - number, line.rindex("●")) for number, line in enumerate(rows) if "●" in line]
    assert (row, column) == (5, 37)  # half of 75 columns
    assert "● readings added up: 350" in text
    assert "─ goal: ≥ 700" in text
    assert "· due by 31 December 2022: 350" in text  # 700 × 30/60
    assert "○ forecast: 700" in text  # 350 ÷ 30 × 60
    assert "▲ as of 31 December 2022" in text
    assert "2020-07-01" in text
    assert text.splitlines()[-3].endswith("2025-06-30")


def test_marks_are_distinct() -> None:
    """Every series has a mark of its own, and the legend has each that is drawn."""
    text = drawn(
        "indicator: social/poverty-rate, target: <= 1 %, baseline: 8 %, readings: {2021: 7, 2022: 6}", "--lang", "en"
    )
    legend = re.findall(r"(?:^|   )([^\w\s]) ", "\n".join(text.splitlines()[-3:]), re.MULTILINE)
    assert sorted(legend) == sorted(["●", "◆", "─", "·", "○", "▲"])
    picture = "".join(canvas(text)) + text
    assert all(mark in picture for mark in legend)


def test_lower_lies_lower() -> None:
    """A poverty rate that falls is drawn falling."""
    rows = canvas(drawn("indicator: social/poverty-rate, target: <= 1 %, readings: {2021: 8, 2022: 4}"))
    places = [(number, line.index("●")) for number, line in enumerate(rows) if "●" in line]
    assert places == sorted(places)
    assert len(places) == 2


def test_best_rank_is_at_the_top() -> None:
    """The rank axis is upside down, with a sentence that says so."""
    text = drawn('indicator: governance/dti-rank, target: "<= 5", readings: {2021: 6, 2022: 2}', "--lang", "en")
    rows = canvas(text)
    places = [(number, line.index("●")) for number, line in enumerate(rows) if "●" in line]
    assert [column for _, column in places] == sorted((column for _, column in places), reverse=True)
    assert text.splitlines()[1].startswith("1st ┤")
    assert "The best rank is at the top; the goal was kept in 1/2 years." in text


def test_milestone_is_a_share_done() -> None:
    """A task is drawn as the share done against the time to its date."""
    target = "indicator: work/review-done, target: by 2022-06-30, actual: 2022-08-25"
    text = drawn(target, "--lang", "en")
    assert "100% ┤" in text
    assert "─ goal: by 30 June 2022" in text
    assert "─ mục tiêu: chậm nhất ngày 30 tháng 6 năm 2022" in drawn(target, "--lang", "vi")
    assert "Drawn is the share done against the time to its date." in text


def test_goal_per_year() -> None:
    """A goal per year is drawn as the sum over the term, and both are shown."""
    text = drawn("indicator: labour/jobs-created, target: 100 jobs/year, readings: {2021: 90}", "--lang", "en")
    assert "─ goal: ≥ 100/year, over the period ≥ 500" in text


def test_no_forecast_from_one_reading() -> None:
    """One reading is not a trend, and it is said."""
    text = drawn("indicator: social/health-insurance, target: 96 %, readings: {2022: 95}", "--lang", "en")
    assert "No forecast: one reading is not a trend" in text
    assert "○" not in text


def test_interval_is_a_stroke() -> None:
    """What is only known between two values is a stroke from the one to the other."""
    readings = "{2020-H2: 0, 2021: 1..19, 2022: 0}"
    text = drawn(f"indicator: party/members-admitted, target: 20 members, readings: {readings}", "--lang", "en")
    assert "● readings added up: 1–19" in text
    assert sum("⢸" in row or "⡇" in row for row in canvas(text)) >= 8


@pytest.mark.parametrize(
    ("target", "en", "vi"),
    [
        (
            "indicator: governance/sipas-rank, target: 1, actual: [1, 1]",
            "1. SIPAS rank: cannot be drawn over time: its readings have no dates; achieved: 2/2 years.",
            "1. Thứ hạng Chỉ số SIPAS: không vẽ được theo thời gian: số liệu không ghi thời điểm; kết quả: 2/2 năm.",
        ),
        (
            "indicator: party/members-admitted, target: 5 members, readings: {2024: 3}",
            "1. Party members admitted (members): cannot be drawn: there is no reading yet.",
            "1. Đảng viên được kết nạp (đảng viên): chưa vẽ được: chưa có số liệu.",
        ),
    ],
)
def test_what_cannot_be_drawn(target: str, en: str, vi: str) -> None:
    """What cannot be drawn says so in a sentence, and is no error."""
    assert " ".join(drawn(target, "--lang", "en").split()) == en
    assert " ".join(drawn(target, "--lang", "vi").split()) == vi


def test_all_targets() -> None:
    """Without a target every one with two dated readings is drawn, and the others are named."""
    text = run(EXAMPLE, "--lang", "en").stdout
    assert [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)] == [
        1, 2, 3, 4, 7, 8, 9, 10, 12, 13, 14, 15, 17,
    ]  # fmt: skip
    assert " ".join(text.split()).endswith(
        "Not drawn, having fewer than two dated readings: learning-models, themed-meetings, merit-households, "
        "sipas-rank, employment-project, care-centre-project, mid-term-review."
    )


def test_one_target_by_id_or_number() -> None:
    """A target is named by its id or by its number in the report."""
    assert run(EXAMPLE, "poverty-rate").stdout == run(EXAMPLE, "10").stdout
    error = run(EXAMPLE, "poverty").exception
    assert isinstance(error, click.UsageError)
    assert "poverty-rate" in error.message


def test_as_of() -> None:
    """Only what was known by the date is drawn."""
    text = run(EXAMPLE, "poverty-rate", "--as-of", "2022", "--lang", "en").stdout
    assert "the latest 4.6%" in text
    assert "▲ as of 31 December 2022" in text


def test_how_it_ends() -> None:
    """Errors of the file end with 1, an unreadable one with 2."""
    assert run("-", content="resolution: R\n").return_value == 1
    assert run("no-such-file.yaml").return_value == 2


@pytest.mark.parametrize(
    ("term", "en", "vi"),
    [
        ("2024", "2024-Q1", "quý 1/2024"),
        ("{from: 2024-01-01, to: 2024-03-31}", "2024-02", "02/2024"),
        ("2020-2025", "2021", "2021"),
        ("{from: 1990-01-01, to: 2029-12-31}", "1990-01-01", "01/01/1990"),
    ],
)
def test_time_axis(term: str, en: str, vi: str) -> None:
    """Years, quarters or months are named below the axis, as there is room."""
    target = "indicator: party/members-admitted, target: 5 members, actual: 3 members"
    for language, expected in (("en", en), ("vi", vi)):
        text = drawn(target, "--lang", language, head=f"term: {term}\nas_of: mid-term")
        assert expected in text


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_it_fits_and_aligns(columns: int, language: str) -> None:
    """No line is wider than the terminal; the axis is in one column, whatever accents the labels have."""
    text = run(EXAMPLE, "--lang", language, columns=columns).stdout
    assert "\x1b" not in text
    assert max(wcswidth(line) for line in text.splitlines()) <= columns
    for picture in re.split(r"\n\n", text)[1:-1]:
        rows = [line for line in picture.splitlines() if re.match(r"[^●]*?[┤│└]", line)]
        assert len({wcswidth(re.split("[┤│└]", row, maxsplit=1)[0]) for row in rows}) == 1
        assert 12 <= len(rows) <= 18


def test_colour_adds_nothing() -> None:
    """Without its colours the coloured picture is the plain one."""
    content = load_content(EXAMPLE, Path(EXAMPLE).read_bytes(), shipped())
    assert content.resolution is not None
    report = assess(content.resolution, None, date(2025, 1, 1))
    colored = draw(report, 1, "vi", color=True)
    assert "\x1b[" in colored
    assert [line.rstrip() for line in _COLOR.sub("", colored).splitlines()] == draw(report, 1, "vi").splitlines()


FIGURES = st.integers(0, 10**9)
READINGS = st.dictionaries(st.integers(2020, 2025), st.tuples(FIGURES, FIGURES), min_size=1).map(
    lambda years: ", ".join(f"{year}: {low}..{low + more}" for year, (low, more) in sorted(years.items()))
)


@settings(max_examples=60, deadline=None)
@given(
    READINGS,
    st.sampled_from(["unknown", "1 member", "1000000000 members", "7 members/year", '"<= 5 members"']),
    st.sampled_from(["2020-07", "2021", "2023-03", "mid-term", "end"]),
)
def test_whatever_the_readings(readings: str, target: str, as_of: str) -> None:
    """Every total can be drawn or says why it is not, within 80 columns and with as many rows as fit a screen."""
    content = (
        "resolution: R\ncommittee: C\nterm: {from: 2020-01-01, to: 2025-12-31}\ntargets:\n"
        f"  t: {{indicator: party/members-admitted, target: {target}, readings: {{{readings}}}}}\n"
    )
    result = run("-", "t", "--as-of", as_of, content=content)
    assert result.return_value == 0, result.stderr
    lines = result.stdout.splitlines()
    assert max(wcswidth(line) for line in lines) <= 80
    assert len(lines) <= 30


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("columns", [80, 120])
def test_as_it_looks(columns: int, language: str, snapshot: Callable[[Path, str], None]) -> None:
    """The pictures as they were read and found good."""
    snapshot(SNAPSHOTS / f"chart.{language}.{columns}.txt", run(EXAMPLE, "--lang", language, columns=columns).stdout)


def test_as_of_before_the_period_of_the_target() -> None:
    """A target of a single year that is yet to come is drawn over its year, looked at from its first edge."""
    rank = "indicator: {name: Index, kind: rank, better: lower}, period: 2022, target: 3, actual: 5"
    rows = drawn(rank, head="term: {from: 2020-07-01, to: 2021-06-30}\nas_of: end").splitlines()
    assert any(row.strip().startswith("└▲─") for row in rows)
