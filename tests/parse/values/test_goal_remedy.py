"""What is offered in place of a goal that cannot be read: its own figures and dates, or none."""

from __future__ import annotations

import re

import pytest

from partykpi.core.model import Goal
from partykpi.parse import load_content
from partykpi.problem import Finding
from partykpi.render.text.locale import fill

FILE = """\
nghị quyết: R
đảng bộ: C
nhiệm kỳ: 2020-2025
cách viết số: vi
chỉ tiêu:
  t:
    chỉ số: {indicator}
    chỉ tiêu: "{goal}"
"""


def load(indicator: str, goal: str) -> tuple[Goal | None, list[Finding]]:
    """Return the goal of a file with one target, and what is found."""
    content = load_content("f.yaml", FILE.format(indicator=indicator, goal=goal).encode())
    assert content.resolution is not None
    targets = content.resolution.targets
    return (targets[0].goal if targets else None), content.findings


def remedy(indicator: str, goal: str) -> str:
    """Return the remedy of the one finding that a goal earns, in Vietnamese."""
    _, (finding,) = load(indicator, goal)
    return fill(finding.definition.remedy, finding.values, "vi")


# indicator | goal | what is offered: it is in the sentence, all but what it is counted in
OFFERED = """
work/review-done | Phấn đấu đến năm 2022 xã đạt chuẩn nông thôn mới | chậm nhất 31/12/2022
work/review-done | Phấn đấu trước năm 2022 xã đạt chuẩn nông thôn mới | chậm nhất 31/12/2021
work/review-done | đến hết quý II năm 2023 các xã phải xong | chậm nhất 30/06/2023
economy/income-per-person | 65 triệu/người/năm | 65 triệu đồng/người/năm
economy/income-per-person | sớm có 60 triệu đồng | 60 triệu đồng
social/third-children | Hạ tỷ lệ sinh con thứ 3 xuống dưới 8% | dưới 8%
defence/militia | Dân quân nòng cốt phấn đấu là 1,5% dân số | 1,5%
party/members-admitted | bình quân 25 đảng viên | bình quân 25 đảng viên/năm
party/members-admitted | khoảng 700 đảng viên | ít nhất 700 đảng viên
social/poverty-rate | xấp xỉ 2% | tối đa 2%
"""


@pytest.mark.parametrize("line", OFFERED.strip().splitlines())
def test_what_is_offered_has_the_figures_of_the_sentence_and_is_read(line: str) -> None:
    """It is what the sentence says, its bound with it, and is accepted when it is copied."""
    indicator, goal, expected = (part.strip() for part in line.split(" | "))
    assert f"`{expected}`" in remedy(indicator, goal)
    read, found = load(indicator, expected)
    assert found == []
    assert read is not None


# Sentences whose figures alone would say something else: a change, a comparison, another time, a doubt.
NOT_OFFERED = """
economy/new-rural-communes | Xã đạt chuẩn nông thôn mới nâng cao trước năm 2025
economy/budget-revenue | Thu ngân sách đến năm 2025 tăng gấp đôi
economy/budget-revenue | Thu ngân sách hằng năm vượt 5% dự toán giao
economy/income-per-person | Thu nhập bình quân đầu người tăng gấp 1,5 lần so với năm 2020
social/health-insurance | Bao phủ y tế toàn dân đến năm 2023 là trên 95%
social/health-insurance | tăng từ 87,5% lên 95%
social/health-insurance | 95% (tỉnh giao 93%)
social/poverty-reduction | từ 1 - 1,5%/năm trở lên
social/poor-households | Giảm 10 hộ/năm
defence/traffic-accidents | giảm cả 3 tiêu chí
party/inspections | Mỗi năm kiểm tra ít nhất 02 tổ chức đảng và 05 đảng viên
party/members-admitted | sáu mươi đảng viên
work/review-done | Phấn đấu sau năm 2022 xã đạt chuẩn
work/review-done | trước cuối năm 2023
work/review-done | sớm
"""


@pytest.mark.parametrize("line", NOT_OFFERED.strip().splitlines())
def test_where_the_figures_leave_a_doubt_no_figure_is_shown(line: str) -> None:
    """What is to be written is named without any number that could be copied."""
    indicator, goal = line.split(" | ")
    assert re.search("[0-9]", remedy(indicator.strip(), goal)) is None


@pytest.mark.parametrize(
    ("indicator", "goal"),
    [
        ("party/cells-completing-well", "Hằng năm có 90% chi bộ hoàn thành tốt, trong đó 20% xuất sắc"),
        ("labour/trained-workers", "Tỷ lệ lao động qua đào tạo đạt 70%, trong đó có bằng cấp đạt 30%"),
        ("social/health-insurance", "95%, of which poor households 100%"),
    ],
)
def test_a_goal_with_a_part_is_two_targets(indicator: str, goal: str) -> None:
    """None of its figures is offered: which of them the indicator measures is not said."""
    assert remedy(indicator, goal) == "đây là hai mục tiêu: tách thành hai chỉ tiêu, mỗi chỉ tiêu một con số"


def test_a_goal_that_is_not_understood_is_not_called_no_figure() -> None:
    """It is a sentence of a resolution."""
    _, (finding,) = load("social/health-insurance", "cơ bản đạt")
    message = fill(finding.definition.message, finding.values, "vi")
    assert (finding.code, message) == ("unparsable-figure", "chưa đọc được mục tiêu `cơ bản đạt`")


@pytest.mark.parametrize(
    ("indicator", "goal", "measuring"),
    [
        (
            "economy/budget-revenue",
            "Thu ngân sách trên địa bàn tăng bình quân 10%/năm trở lên",
            "economy/budget-revenue-growth",
        ),
        ("economy/production-value", "tăng bình quân 8,5%/năm", "economy/production-value-growth"),
        ("economy/grdp", "tăng bình quân 8%/năm", "economy/grdp-growth"),
        ("social/poverty-rate", "Giảm 1,5%/năm", "social/poverty-reduction"),
        ("defence/crimes", "Giảm 5%", "defence/crimes-reduced"),
    ],
)
def test_a_change_is_told_the_indicator_that_measures_it(indicator: str, goal: str, measuring: str) -> None:
    """It is called by the same words, and reads the same sentence."""
    assert f": `{measuring}` (" in remedy(indicator, goal)
    read, found = load(measuring, goal)
    assert found == []
    assert read is not None


@pytest.mark.parametrize(
    ("indicator", "goal"),
    [("social/poor-households", "Giảm 10 hộ/năm"), ("social/health-insurance", "tăng thêm 5 điểm %")],
)
def test_a_change_that_nothing_measures_is_told_no_indicator(indicator: str, goal: str) -> None:
    """One of another unit, or of something else, would not read the sentence."""
    assert remedy(indicator, goal) == "ghi mức cần đạt, hoặc chọn chỉ số đo mức tăng, giảm đó"
