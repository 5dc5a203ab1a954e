"""The one unit that the figures of a target are shown in."""

from __future__ import annotations

from fractions import Fraction

import pytest

from partykpi.parse import load_content

MONEY = "{tên: T, loại: tổng số, đơn vị tính: đồng, chiều tốt: cao}"
MILLIONS = "{tên: T, loại: tổng số, đơn vị tính: trđ, chiều tốt: cao}"
AREA = "{tên: T, loại: mức, đơn vị tính: ha, chiều tốt: cao}"
COUNT = "{tên: T, loại: tổng số, đơn vị tính: lao động, chiều tốt: cao}"


@pytest.mark.parametrize(
    ("indicator", "goal", "more", "expected"),
    [
        (MONEY, "2.033 tỷ đồng", "kết quả: 5", ("tỷ đồng", 10**9)),
        (MONEY, "2.033", "kết quả: 5 tỷ đồng", None),
        (MONEY, "2.033 đồng", "kết quả: 5 tỷ đồng", None),
        (MONEY, "{2021: 10 triệu đồng, 2022: 2 tỷ đồng}", "kết quả: 5", ("tỷ đồng", 10**9)),
        (MONEY, "chưa rõ", "kết quả: 5 tỷ đồng", ("tỷ đồng", 10**9)),
        (MONEY, "chưa rõ", "mức đầu kỳ: 5 triệu đồng", ("triệu đồng", 10**6)),
        (MONEY, "chưa rõ", "kết quả: 5", None),
        (MILLIONS, "250 trđ", "kết quả: 5", None),
        (MILLIONS, "250 triệu đồng", "kết quả: 5", None),
        (MILLIONS, "0,25 tỷ đồng", "kết quả: 5", ("tỷ đồng", 1000)),
        (AREA, "5 km2", "kết quả: 5", ("km²", 100)),
        (AREA, "5 héc ta", "kết quả: 5", None),
        (COUNT, "16 nghìn lao động", "kết quả: 5", None),
        ("economy/income-per-person", "60 triệu đồng", "kết quả: 5", ("triệu đồng/người/năm", 10**6)),
        ("economy/income-per-person", "60 triệu đồng/người", "kết quả: 5", ("triệu đồng/người/năm", 10**6)),
        ("{tên: T, loại: mức, đơn vị tính: tạ/ha, chiều tốt: cao}", "6,2 tấn/ha", "kết quả: 5", ("tấn/ha", 10)),
        ("{tên: T, loại: mức, đơn vị tính: '%', chiều tốt: thấp}", "12‰", "kết quả: 5", None),
    ],
)
def test_figures_are_shown_as_the_goal_is_written(
    indicator: str, goal: str, more: str, expected: tuple[str, int] | None
) -> None:
    """In the unit of the goal, else of the readings, else of the indicator; what is counted stays whole."""
    text = (
        "nghị quyết: R\nđảng bộ: C\nnhiệm kỳ: 2020-2025\ncách viết số: vi\nchỉ tiêu:\n  t:\n"
        f"    chỉ số: {indicator}\n    chỉ tiêu: {goal}\n    {more}\n"
    )
    resolution = load_content("f.yaml", text.encode()).resolution
    assert resolution is not None
    shown = resolution.targets[0].shown_in
    assert (shown and (shown.unit.many.vi, int(shown.size))) == expected


def test_money_of_another_currency_is_shown_in_that_of_the_indicator() -> None:
    """What a rate exchanges has no fixed size in the other currency."""
    text = (
        "resolution: R\ncommittee: C\nterm: 2020-2025\nrates: {USD: {2020-01-01: 25_000 VND}}\ntargets:\n  t:\n"
        "    indicator: economy/budget-revenue\n    target: 2 million USD\n"
    )
    content = load_content("f.yaml", text.encode())
    assert content.findings == []
    assert content.resolution is not None
    (target,) = content.resolution.targets
    assert target.shown_in is None
    assert target.goal.interval is not None
    assert target.goal.interval.low == Fraction(50_000_000_000)
