"""What `/năm` means: the nature of a level's unit, or a goal of each year of what adds up."""

from __future__ import annotations

from fractions import Fraction

import pytest

from partykpi.core.model import Target
from partykpi.parse import Content, load_content


def read(kind: str, unit: str, goal: str, reading: str = "1") -> Content:
    """Read a file with one target of that kind and unit."""
    text = (
        "nghị quyết: R\nđảng bộ: C\nnhiệm kỳ: 2020-2025\ncách viết số: vi\nchỉ tiêu:\n  t:\n"
        f"    chỉ số: {{tên: T, loại: {kind}, đơn vị tính: {unit}, chiều tốt: cao}}\n"
        f"    chỉ tiêu: {goal}\n    số liệu: {{2021: '{reading}'}}\n"
    )
    return load_content("f.yaml", text.encode())


def target_of(content: Content) -> Target:
    """Return the only target of a file that can be read."""
    assert not [finding for finding in content.findings if finding.severity == "error"], content.findings
    assert content.resolution is not None
    return content.resolution.targets[0]


INCOME, JOBS = "triệu đồng/người/năm", "lao động/năm"


@pytest.mark.parametrize(
    ("kind", "unit", "goal", "low", "every", "shown"),
    [
        ("mức", INCOME, "75 triệu đồng/người/năm trở lên", 75, "term", INCOME),
        ("mức", INCOME, "75", 75, "term", INCOME),
        ("mức", INCOME, "75 triệu đồng/người", 75, "term", INCOME),
        ("mức", INCOME, "5 triệu đồng/người/tháng", 60, "term", INCOME),
        ("mức", "triệu đồng/người", "75 triệu đồng/người/năm", 75, "term", "triệu đồng/người"),
        ("tính lại từng năm", INCOME, "75 triệu đồng/người/năm", 75, "term", INCOME),
        ("tính lại từng năm", "tỷ đồng/năm", "5.000 tỷ đồng/năm", 5000, "term", "tỷ đồng/năm"),
        ("tổng số", JOBS, "16.000 lao động/năm", 16_000, "average", "lao động"),
        ("tổng số", JOBS, "16.000", 16_000, "average", "lao động"),
        ("tổng số", "lao động", "16.000", 16_000, "term", "lao động"),
        ("tổng số", "nghìn tấn/năm", "12", 12, "average", "nghìn tấn"),
        ("tốc độ", '"%/năm"', "8%/năm", 8, "average", "%/năm"),
    ],
)
def test_a_year_in_the_unit_is_no_goal_of_a_year(
    kind: str, unit: str, goal: str, low: int, every: str, shown: str
) -> None:
    """Of a level, or what starts anew, it belongs to the unit; what adds up is asked of each year on average."""
    target = target_of(read(kind, unit, goal))
    assert target.goal.interval is not None
    assert target.goal.interval.low == low
    assert target.goal.every == every
    assert target.indicator.unit.many.vi == shown


@pytest.mark.parametrize(
    ("kind", "unit", "reading", "figure"),
    [
        ("mức", INCOME, "60 triệu đồng/người/năm", 60),
        ("mức", INCOME, "60 triệu đồng/năm", 60),
        ("mức", INCOME, "5,5 triệu đồng/người/tháng", 66),
        ("mức", "triệu đồng/người/tháng", "66 triệu đồng/người/năm", Fraction(11, 2)),
        ("mức", "triệu đồng/người", "60 triệu đồng/người/năm", 60),
        ("tính lại từng năm", "tỷ đồng", "60 tỷ đồng/năm", 60),
        ("tổng số", JOBS, "16.000 lao động/năm", None),
        ("mức", "hộ", "60 hộ/năm", None),
        ("tính lại từng năm", "tỷ đồng", "60 tỷ đồng/tháng", None),
    ],
)
def test_a_reading_may_say_the_year_that_its_unit_has(
    kind: str, unit: str, reading: str, figure: int | Fraction | None
) -> None:
    """A month's income is a twelfth of a year's; where a year is no part of the unit, it is refused."""
    content = read(kind, unit, "70", reading)
    if figure is None:
        assert [finding.code for finding in content.findings] == ["yearly-unit"]
        return
    (one,) = target_of(content).readings
    assert one.figure is not None
    assert one.figure.exact == figure


@pytest.mark.parametrize(
    ("indicator", "goal", "low"),
    [
        ("economy/grdp-per-person", "10.000 USD/người/năm", 10_000),
        ("economy/grdp-per-person", "10.000 USD", 10_000),
        ("economy/income-per-person", "60 triệu đồng/người", 60_000_000),
        ("economy/income-per-person", "60 triệu đồng/năm", 60_000_000),
        ("economy/income-per-person", "60 triệu đồng/người/năm", 60_000_000),
        ("economy/income-per-person", "60 trđ", 60_000_000),
        ("economy/income-per-person", "60.000.000", 60_000_000),
        ("labour/people-found-jobs", "16.000 lượt người", 16_000),
        ("labour/people-found-jobs", "16 nghìn lao động", 16_000),
        ("social/hospital-beds", "32 giường", 32),
    ],
)
def test_what_an_indicator_implies_may_be_written_or_not(indicator: str, goal: str, low: int) -> None:
    """Of income per person and year a goal says person and year, one of them, or neither."""
    text = f"resolution: R\ncommittee: C\nterm: 2020-2025\nnumbers: vi\ntargets:\n  t:\n    indicator: {indicator}\n"
    target = target_of(load_content("f.yaml", f"{text}    target: {goal}\n".encode()))
    assert target.goal.interval is not None
    assert target.goal.interval.low == low
