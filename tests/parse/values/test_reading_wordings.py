"""Readings as reports and official tables word them: what each means, or what is found instead."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

import pytest

from partykpi.core.figure import Interval, exactly
from partykpi.core.model import Reading
from partykpi.core.report import assess
from partykpi.parse import load_content
from partykpi.problem import Finding

FILE = """\
resolution: R
committee: C
term: 2020-2025
numbers: vi
targets:
  t:
    indicator: {indicator}
    target: {goal}
    actual: {actual}
"""

MEMBERS, COMMUNES, RANK, PLAN = (
    "party/members-admitted",
    "economy/new-rural-communes",
    "governance/pci-rank",
    "work/plan-carried-out",
)
REVENUE = "economy/budget-revenue"
CLEAN, POVERTY, GROWTH, CUT = (
    "social/clean-water",
    "social/poverty-rate",
    "economy/grdp-growth",
    "social/poverty-reduction",
)


def load(indicator: str, goal: str, actual: str) -> tuple[tuple[Reading, ...], list[Finding]]:
    """Return the readings of a target, and what is found in its file; a mapping is written as it is."""
    written = actual if actual.startswith(("{", "[")) else json.dumps(actual, ensure_ascii=False)
    text = FILE.format(indicator=indicator, goal=json.dumps(goal, ensure_ascii=False), actual=written)
    content = load_content("f.yaml", text.encode())
    assert content.resolution is not None
    targets = content.resolution.targets
    return (targets[0].readings if targets else ()), content.findings


@pytest.mark.parametrize(
    ("indicator", "goal", "actual", "figure"),
    [
        # actual and goal, as official tables print them
        (MEMBERS, "2.000", "1.993/2.000", exactly(1993)),
        (MEMBERS, "6.500 đảng viên", "8.793/6.500 đảng viên", exactly(8793)),
        (MEMBERS, "trên 20", "28/20 đảng viên", exactly(28)),
        (COMMUNES, "19/19 xã", "19/19 xã", exactly(19)),
        (MEMBERS, "700", "547/700 đảng viên (78,14%)", exactly(547)),
        (MEMBERS, "700", "547 (78,14%)", exactly(547)),
        (REVENUE, "100 tỷ đồng", "98,5/100 tỷ đồng", exactly(98_500_000_000)),
        (REVENUE, "100 tỷ đồng", "98,5 tỷ đồng/100 tỷ đồng", exactly(98_500_000_000)),
        (CLEAN, "95%", "96,2%/95%", exactly(Fraction(481, 5))),
        # a share with the percentage that it is, rounded or cut off
        (CLEAN, "95%", "1187/1261 hộ (94,1%)", exactly(Fraction(118_700, 1261))),
        (CLEAN, "95%", "94,1% (1187/1261 hộ)", exactly(Fraction(118_700, 1261))),
        # the other way round than the indicator measures
        (GROWTH, "8%", "giảm 5,1%", exactly(Fraction(-51, 10))),
        (CUT, "1%", "tăng 0,5%", exactly(Fraction(-1, 2))),
        (POVERTY, "1%", "không còn hộ nghèo", exactly(0)),
        (MEMBERS, "100", "đã kết nạp 120 đảng viên", exactly(120)),
        # a part and all there are
        (COMMUNES, "12 xã", "8/16 xã", exactly(8)),
        (RANK, "10", "9/63", exactly(9)),
        (RANK, "10", "thứ 9/63 tỉnh, thành phố", exactly(9)),
        (RANK, "10", "hạng nhất", exactly(1)),
        (RANK, "10", "dẫn đầu cả nước", exactly(1)),
        (RANK, "10", "2nd place", exactly(2)),
        (RANK, "10", "trong nhóm 5", Interval(Fraction(1), Fraction(5))),
        (CLEAN, "95%", "đạt 96,5% dân số", exactly(Fraction(193, 2))),
        (CLEAN, "95%", "50% (8 xã)", exactly(50)),
        (POVERTY, "1%", "còn 2,1%", exactly(Fraction(21, 10))),
        (POVERTY, "1%", "giảm xuống còn 2,1%", exactly(Fraction(21, 10))),
        (GROWTH, "8%", "tăng 8,2%", exactly(Fraction(41, 5))),
        (GROWTH, "8%", "tăng 8,2% so với cùng kỳ năm trước", exactly(Fraction(41, 5))),
        (GROWTH, "8%", "tăng bình quân 8,2%/năm", exactly(Fraction(41, 5))),
        (CUT, "1%", "giảm 1,2 điểm %", exactly(Fraction(6, 5))),
        (MEMBERS, "100", "kết nạp được 120 đảng viên mới", exactly(120)),
    ],
)
def test_a_reading_is_the_figure_that_its_words_leave(indicator: str, goal: str, actual: str, figure: Interval) -> None:
    """Of two figures the first is the actual one where the second is the goal, or all there are."""
    readings, found = load(indicator, goal, actual)
    assert [finding.code for finding in found] == []
    assert [reading.figure for reading in readings] == [figure]
    assert [reading.text for reading in readings] == [actual]


@pytest.mark.parametrize(
    ("indicator", "goal", "actual", "code"),
    [
        (MEMBERS, "unknown", "1.993/2.000", "share-unit"),
        (MEMBERS, "2.000", "2.000/1.993", "share-unit"),
        (MEMBERS, "2.000", "1.993/1.500", "share-unit"),
        (MEMBERS, "2.000", "2.000/2.500", "share-unit"),
        (COMMUNES, "8 xã", "8/16 xã", "share-unit"),
        (CLEAN, "95%", "1187/1261 hộ (95,1%)", "unknown-unit"),
        (CLEAN, "95%", "ước đạt 95%", "unparsable-figure"),
        (RANK, "10", "64/63", "share-unit"),
        (RANK, "10", "trong nhóm dẫn đầu", "unparsable-figure"),
        (POVERTY, "1%", "giảm 2,1%", "goal-change"),
        (CLEAN, "95%", "96% so với năm 2020", "unparsable-figure"),
        (CLEAN, "95%", "năm 2022 đạt 96%", "unparsable-figure"),
        (MEMBERS, "100", "mỗi năm 25 đảng viên", "unparsable-figure"),
        (MEMBERS, "100", "5 năm", "time-as-figure"),
    ],
)
def test_what_has_two_readings_is_asked_about(indicator: str, goal: str, actual: str, code: str) -> None:
    """A figure that could be the goal, or words that say more than a figure, are found and not guessed at."""
    readings, found = load(indicator, goal, actual)
    assert [finding.code for finding in found] == [code]
    assert readings == ()


WHOLE = exactly(100)


@pytest.mark.parametrize(
    ("actual", "done", "figure", "last"),
    [
        ("done", None, WHOLE, None),
        ("đã hoàn thành", None, WHOLE, None),
        ("Hoàn thành", None, WHOLE, None),
        ("tháng 8/2023", None, WHOLE, date(2023, 8, 31)),
        ("2023-08", None, WHOLE, date(2023, 8, 31)),
        ("quý II/2023", None, WHOLE, date(2023, 6, 30)),
        ("hoàn thành trong tháng 8/2023", None, WHOLE, date(2023, 8, 31)),
        ("xong 8/2023", None, WHOLE, date(2023, 8, 31)),
        ("done in Q2 2023", None, WHOLE, date(2023, 6, 30)),
        ("25/8/2023", date(2023, 8, 25), None, None),
        ("hoàn thành ngày 25/8/2023", date(2023, 8, 25), None, None),
        ("done on 25 August 2023", date(2023, 8, 25), None, None),
        ("{2023: done}", None, WHOLE, date(2023, 12, 31)),
        ("{2023: tháng 8/2023}", None, WHOLE, date(2023, 8, 31)),
        ("{2023: 25/8/2023}", date(2023, 8, 25), None, date(2023, 12, 31)),
        ("hoàn thành 60%", None, exactly(60), None),
        ("3/5", None, exactly(60), None),
    ],
)
def test_a_task_is_done_on_a_day_or_in_a_time(
    actual: str, done: date | None, figure: Interval | None, last: date | None
) -> None:
    """A day is the day; of a month or a year no more is known than that all was done by its end."""
    (reading,), found = load(PLAN, "by 2024-12-31", actual)
    assert [finding.code for finding in found] == []
    assert (reading.done, reading.figure) == (done, figure)
    assert (None if reading.period is None else reading.period.last) == last


@pytest.mark.parametrize(
    ("actual", "code"),
    [
        ("9/2024", "unparsable-date"),
        ("2024", "unparsable-share"),
        ("{2023: tháng 8/2022}", "done-outside-period"),
        ("sắp xong", "unparsable-figure"),
        ("chưa hoàn thành", "unparsable-figure"),
        ("not done", "unparsable-figure"),
    ],
)
def test_what_does_not_say_that_a_task_is_done_is_found(actual: str, code: str) -> None:
    """Nor is a month without a word taken for a day, or a year for a share."""
    _, found = load(PLAN, "by 2024-12-31", actual)
    assert [finding.code for finding in found] == [code]


def test_what_is_done_stays_done() -> None:
    """A share that was told without a day does not come after the month in which all was done."""
    text = FILE.format(indicator=PLAN, goal="by 2024-12-31", actual="[60%, tháng 8/2023]")
    content = load_content("f.yaml", f"as_of: 2023\n{text}".encode())
    assert content.findings == []
    assert content.resolution is not None
    (assessment,) = assess(content.resolution, None, date(2026, 1, 1)).assessments
    assert assessment.measure.achieved == WHOLE
    assert assessment.status == "achieved"
