"""Goals as resolutions word them: what each means, exactly, or what is found and how to write it instead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest

from partykpi.core.figure import Interval
from partykpi.core.model import Goal, Target
from partykpi.parse import load_content
from partykpi.problem import Finding
from partykpi.render.text.figures import goal_text
from partykpi.render.text.locale import fill
from partykpi.text import LANGUAGES

INDICATORS = {
    "share": '{name: "Tỷ lệ T", kind: level, unit: "%", better: higher}',
    "limit": '{name: "Tỷ lệ hộ nghèo", kind: level, unit: "%", better: lower}',
    "growth": "economy/grdp-growth",
    "cut": "social/poverty-reduction",
    "rank": "governance/pci-rank",
    "income": "economy/income-per-person",
    "members": "party/members-admitted",
    "communes": "economy/new-rural-communes",
    "cereals": "economy/cereal-output",
    "poor": "social/poor-households",
    "complaints": "governance/complaints-received",
    "jobs": "labour/people-found-jobs",
    "beds": "social/hospital-beds",
    "forest": "economy/forest-planted",
    "cooperatives": "economy/cooperatives-founded",
    "staff": "governance/staff-reduced",
    "insured": "social/health-insurance",
    "water": "social/clean-water",
    "cover": "economy/forest-cover",
    "third": "social/third-children",
    "ocop": "economy/ocop-products",
    "houses": '{name: "Nhà tạm được xóa", kind: level, unit: "%", better: higher}',
    "plan": "work/plan-carried-out",
}

FILE = """\
resolution: R
committee: C
term: 2020-2025
numbers: vi
targets:
  t:
    indicator: {indicator}
    target: {goal}
"""

# indicator | goal | its values, or the last day in time | who has to keep it, where that is not usual | words shown
GOALS = """
# what is measured comes first, in words that the indicator is called by, and is shown
insured | Tỷ lệ người dân tham gia bảo hiểm y tế đạt trên 95% | >95 | | người dân tham gia bảo hiểm y tế
insured | Tỷ lệ người dân tham gia bảo hiểm y tế đến năm 2025 đạt trên 95% | >95 | | người dân tham gia bảo hiểm y tế
insured | hằng năm người dân tham gia bảo hiểm y tế đạt 95% | >=95 | year | người dân tham gia bảo hiểm y tế
water | Tỷ lệ hộ dân sử dụng nước sạch đạt 95% trở lên | >=95 | | hộ dân sử dụng nước sạch
insured | Tỷ lệ người dân tham gia bảo hiểm y tế đến năm 2023 đạt trên 95% | goal-of-other-time
insured | Tỷ lệ hộ nghèo đạt 95% | unparsable-figure
insured | Tỷ lệ 8 thôn tham gia bảo hiểm y tế đạt 95% | unparsable-figure
insured | Tỷ lệ tăng người dân tham gia bảo hiểm y tế đạt 95% | goal-change
insured | người dân trên địa bàn tham gia bảo hiểm y tế gần đạt 95% | unparsable-figure
# other names of the indicator
cover | giữ ổn định độ che phủ rừng 45% | >=45
cover | độ che phủ rừng đạt 45% | >=45
third | tỷ lệ sinh con thứ 3 dưới 8% | <8
# how good what is counted must be
ocop | có ít nhất 02 sản phẩm OCOP đạt 3 sao trở lên | >=2 | | đạt 3 sao trở lên
ocop | 2 sản phẩm OCOP đạt 4 sao | >=2 | | đạt 4 sao
ocop | 2 sản phẩm OCOP đạt 3 sao trở lên và 5 sản phẩm mới | unparsable-figure
houses | xóa 100% nhà tạm, nhà dột nát | >=100 | | nhà tạm, nhà dột nát
# verbs and what else says no more than the figure
share | phấn đấu đạt 95% | >=95
share | đạt tỷ lệ 90% | >=90
share | tỷ lệ đạt 90% trở lên | >=90
share | đạt ít nhất 90% | >=90
share | tối thiểu đạt 90% | >=90
share | đạt và vượt 90% | >=90
share | ít nhất là 90% | >=90
share | từ 85% đến 90% | 85..90
share | nâng lên 92% | >=92
share | nâng tỷ lệ lên trên 92,5% | >92.5
share | giữ vững 100% | >=100
share | giữ vững mức 98% | >=98
share | reach at least 95% | >=95
share | raised to 95% | >=95
share | nâng 5% | unparsable-figure
members | kết nạp 125 đảng viên | >=125
members | kết nạp mới ít nhất 125 đảng viên | >=125
members | kết nạp được trên 125 đảng viên | >125
members | kết nạp 100 đến 125 đảng viên | 100..125
members | phấn đấu kết nạp từ 125 đảng viên trở lên | >=125
members | Kết nạp 125 đảng viên. | >=125
communes | có 8 xã | >=8
communes | xây dựng 8 xã đạt chuẩn nông thôn mới | >=8
cooperatives | thành lập mới 10 hợp tác xã | >=10
cooperatives | tăng thêm 10 HTX | >=10
staff | giảm 14 biên chế | unknown-unit
staff | giảm 14 công chức | >=14
jobs | giải quyết việc làm cho 16.000 lượt người | >=16000
jobs | 16 nghìn lượt người/năm | >=16000 | average
beds | 30 đến 35 giường | 30..35
beds | đạt trên 32,5 giường | >32.5
beds | đạt trên 32 giường bệnh | >32
forest | trồng mới 100 ha rừng | >=100

# each year, and the average of the years
share | duy trì 100% hằng năm | >=100 | year
share | hằng năm có 90% trở lên | >=90 | year
share | mỗi năm đạt từ 90% đến 95% | 90..95 | year
share | hang nam dat 90% | unparsable-figure
share | moi nam 90% | >=90 | year
share | every year 95% | >=95 | year
share | 95% each year | >=95 | year
share | 100% hàng năm | >=100 | year
share | 90% (hằng năm) | >=90 | year
members | mỗi năm kết nạp từ 25 đảng viên trở lên | >=25 | year
members | 25-30 đảng viên mỗi năm | 25..30 | year
members | each year 25 members | >=25 | year
members | every year at least 25 members | >=25 | year
members | bình quân mỗi năm kết nạp 25 đảng viên | >=25 | average
members | bình quân 25 đảng viên/năm | >=25 | average
members | kết nạp bình quân 25 đảng viên/năm | >=25 | average
members | bình quân hằng năm kết nạp trên 25 đảng viên | >25 | average
members | binh quan moi nam ket nap 25 dang vien | >=25 | average
members | an average of 25 members a year | >=25 | average
members | on average 25 members a year | >=25 | average
members | 25 members a year on average | >=25 | average
members | hằng năm kết nạp bình quân 25 đảng viên | >=25 | average
members | bình quân 25 đảng viên | average-of-what
members | bình quân 5 năm 25 đảng viên | >=25 | average
members | hằng năm 5 đảng viên/tháng | yearly-unit
cereals | bình quân hằng năm 25.000 tấn | >=25000 | average
cereals | bình quân 25 nghìn tấn/năm | >=25000 | average
cereals | bình quân 25 nghìn tấn | average-of-what
income | bình quân 60 triệu đồng/người/năm | >=60000000
income | đạt 60 triệu đồng/người/năm trở lên | >=60000000
income | đạt trên 60 triệu đồng vào năm 2025 | >60000000
income | 60 million VND per person | >=60000000
income | cả nhiệm kỳ đạt 300 triệu đồng/người | years-together
income | đến cuối nhiệm kỳ đạt 60 triệu đồng/người | >=60000000
cereals | 5 năm đạt 125.000 tấn | years-together
cereals | hằng năm trong nhiệm kỳ đạt 25.000 tấn | >=25000 | year
cut | cả nhiệm kỳ giảm 5% | years-together
cut | giảm 1%/năm trong nhiệm kỳ | >=1
income | Thu nhập bình quân đầu người đạt 60 triệu đồng/năm | >=60000000
income | tăng 10%/năm | goal-change
growth | Tốc độ tăng trưởng GRDP đạt 8% | >=8
limit | Tỷ lệ hộ nghèo giảm còn 2% | <=2
limit | tỷ lệ hộ nghèo giảm 2% | goal-change
limit | giảm nghèo 2% | goal-change
limit | tinh giản 10% | goal-change
growth | tăng trưởng bình quân 8,5%/năm | >=8.5
growth | bình quân hằng năm tăng 8% | >=8
growth | tăng bình quân 8-9%/năm | 8..9
growth | bình quân mỗi năm 7,5% trở lên | >=7.5
growth | đạt bình quân 7,5%/năm trở lên | >=7.5
growth | mỗi năm tăng 8% | >=8 | year
growth | an average of 8% a year | >=8
growth | growth of 8% a year | >=8
growth | bình quân giai đoạn 2020-2025 đạt 8% | >=8
growth | bình quân giai đoạn 2021-2025 đạt 8% | goal-of-other-time
growth | bình quân 3 năm 8% | goal-of-other-time
growth | giảm 8% | goal-change
growth | tăng 8% so với năm trước | >=8
growth | tăng 8% so với năm 2020 | unknown-unit
share | tăng 8% so với năm trước | goal-change
cut | giảm 1-1,5%/năm | 1..1.5
cut | bình quân mỗi năm giảm 1% | >=1
cut | giảm từ 1 đến 1,5% | 1..1.5
cut | mỗi năm giảm trên 1% | >1 | year
cut | giảm 0,5 điểm %/năm | >=0.5
cut | tăng 1%/năm | goal-change
cut | cut by 1% a year | >=1

# where a change leads, and changes
limit | giảm còn 2% | <=2
limit | giảm xuống còn dưới 2% | <2
limit | còn không quá 2% | <=2
limit | còn 1,5-2% | 1.5..2
limit | down to 2% | <=2
limit | reduced to below 2% | <2
limit | giữ ở mức dưới 3% | <3
limit | khống chế dưới 3% | <3
limit | dưới mức 1,5% vào năm 2025 | <1.5
limit | giam con 2% | <=2
limit | con 2% | unparsable-figure
limit | không còn | <=0
limit | không còn hộ nghèo | <=0
limit | không còn xã nghèo | unparsable-figure
limit | none | <=0
limit | no | unparsable-figure
limit | giảm 2% | goal-change
limit | tăng 2% | goal-change
limit | giảm từ 5% xuống 2% | unparsable-figure
poor | không còn hộ nghèo | <=0
poor | không còn hộ | <=0
poor | giảm còn 50 hộ | <=50
complaints | không có đơn nào | <=0
complaints | không để xảy ra vụ việc | unparsable-figure
complaints | không quá 20 đơn/năm | <=20 | average
complaints | mỗi năm không quá 20 đơn | <=20 | year
share | còn 90% | goal-change
share | tăng 2% | goal-change
share | không còn | unparsable-figure
communes | thêm 3 xã | goal-change

# the time that the goal speaks of
share | phấn đấu đến năm 2025 đạt trên 95% | >95
share | Đến năm 2025, đạt 95% | >=95
share | đến hết nhiệm kỳ đạt 95% | >=95
share | đến cuối năm 2025 đạt 95% | >=95
share | 95% vào cuối nhiệm kỳ | >=95
share | by 2025 reach 95% | >=95
share | at least 95% by 2025 | >=95
share | 95% by July 2025 | goal-of-other-time
share | đến quý III/2025 đạt 95% | goal-of-other-time
members | trong năm 2025 kết nạp 25 đảng viên | goal-of-other-time
members | đến năm 2025 kết nạp 25 đảng viên | >=25
growth | năm 2025 tăng 8% | goal-of-other-time
growth | bằng 108% so với cùng kỳ | unparsable-figure
growth | đến năm 2025 tăng bình quân 8%/năm | >=8 | average
rank | đến năm 2025 vào top 10 | goal-of-other-time
rank | cuối nhiệm kỳ nằm trong nhóm 20 | goal-of-other-time
rank | hằng năm nằm trong nhóm 20 đến năm 2025 | 1..20 | year
share | 95% (đến năm 2025) | >=95
share | 95% (đến năm 2023) | goal-of-other-time
share | over 80% of households by the end of 2025 | >80 | | of households
share | 95% đến 30/6/2025 | >=95
share | 95% đến ngày 31/12/2025 | >=95
share | đến năm 2023 đạt 95% | goal-of-other-time
share | 95% trước năm 2025 | goal-of-other-time
share | 95% trước năm 2026 | >=95
share | đến năm 2030 đạt 95% | goal-of-other-time
share | 95% vào quý I/2025 | goal-of-other-time
members | kết nạp 125 đảng viên trong nhiệm kỳ | >=125
members | cả nhiệm kỳ kết nạp 125 đảng viên | >=125
members | 125 đảng viên/nhiệm kỳ | >=125
members | trong 5 năm kết nạp 125 đảng viên | >=125
members | 125 members over the term | >=125
members | 125 đảng viên nhiệm kỳ 2020-2025 | >=125
members | kết nạp 125 đảng viên trong 3 năm | goal-of-other-time
members | 5 năm | time-as-figure

# what a percentage is of, and figures in another unit
share | 90% dân số | >=90 | | dân số
share | 95% số hộ | >=95 | | số hộ
share | trên 80% sản lượng lúa | >80 | | sản lượng lúa
share | 100% cán bộ, công chức | >=100 | | cán bộ, công chức
share | hằng năm có từ 80% trở lên đảng viên hoàn thành tốt nhiệm vụ | >=80 | year | đảng viên hoàn thành tốt nhiệm vụ
share | 95% dân số tối đa | unknown-unit
share | 95% of people at most | unknown-unit
share | 95% of people annually | >=95 | year | of people
limit | hỗ trợ 5% | goal-change
share | khống chế ở mức 95% | goal-change
share | 90% of the population | >=90 | | of the population
share | 100% TTHC | >=100 | | TTHC
share | 90% trẻ em dưới 5 tuổi | >=90 | | trẻ em dưới 5 tuổi
share | từ 15% cấp ủy viên là nữ trở lên | >=15 | | cấp ủy viên là nữ
share | 19/19 trường (100%) | >=100 | | (100%)
share | 90% (tăng 5% so với năm 2020) | unparsable-figure
share | 50% GRDP | >=50 | | GRDP
share | 50% (8 xã) | >=50 | | (8 xã)
share | 8 xã (50%) | >=50 | | (8 xã)
share | 50% số xã (8 xã) | >=50 | | số xã (8 xã)
share | 50% (60%) | unknown-unit
share | 90% so với năm 2020 | unknown-unit
share | 90% dân số so với năm 2020 | unknown-unit
share | 90% kế hoạch | unknown-unit
share | 90% xyz | unknown-unit
communes | 8 xã (50%) | >=8 | | (50%)
communes | 8 xã (50% số xã) | >=8 | | (50% số xã)
communes | 19/19 xã | >=19 | | (19/19)
communes | có ít nhất 12/19 xã | >=12 | | (12/19)
communes | phấn đấu có 15/18 xã | >=15 | | (15/18)
communes | từ 15/18 xã trở lên | >=15 | | (15/18)

# ranks
rank | hạng nhất | 1..1
rank | dẫn đầu | 1..1
rank | đứng đầu cả nước | 1..1 | | cả nước
rank | giữ vững vị trí dẫn đầu | 1..1
rank | duy trì vị trí thứ nhất hằng năm | 1..1
rank | first place | 1..1
rank | 1st place | 1..1
rank | xếp thứ 5 | 1..5
rank | hạng 10 trở lên | 1..10
rank | below 10th | not-a-rank
rank | dưới 10 | not-a-rank
rank | ít nhất 10 | not-a-rank
rank | top three | 1..3
rank | top third | unparsable-figure
rank | hằng năm xếp hạng trong nhóm 10 | 1..10 | year
rank | xếp trong tốp 10 | 1..10
rank | từ thứ 10 trở lên | 1..10
rank | 10th or better | 1..10
rank | at least 10th | 1..10
rank | 5th of 63 | 1..5
rank | hạng 5 trong 63 tỉnh | 1..5
rank | nhóm 15 tỉnh, thành phố có chỉ số cao nhất | 1..15
rank | nằm trong top 10 | 1..10
rank | phấn đấu trong tốp 10 cả nước | 1..10 | | cả nước
rank | trong 10 tỉnh dẫn đầu | 1..10
rank | thuộc nhóm 10 tỉnh, thành phố dẫn đầu cả nước | 1..10 | | cả nước
rank | trong nhóm 5 | 1..5
rank | among the top 5 | 1..5
rank | in the top ten | 1..10
rank | thứ 9/63 | 1..9
rank | 9/63 | 1..9
rank | 64/63 | share-unit
rank | trong nhóm dẫn đầu | group-of-ranks
rank | tốp đầu cả nước | group-of-ranks
rank | tăng 5 bậc | unknown-unit
rank | top 0 | unparsable-figure

# by when a task is to be done
plan | hoàn thành trước năm 2024 | 2023-12-31
plan | hoàn thành trong năm 2023 | 2023-12-31
plan | chậm nhất quý II/2023 | 2023-06-30
plan | trước ngày 30/6/2024 | 2024-06-29
plan | cuối năm 2023 | 2023-12-31
plan | trong quý I/2024 | 2024-03-31
plan | hoàn thành trong 6 tháng đầu năm 2024 | 2024-06-30
plan | đến ngày 31/12/2023 | 2023-12-31
plan | xong trước 01/7/2024 | 2024-06-30
plan | hết quý II/2024 | 2024-06-30
plan | không muộn hơn tháng 6/2024 | 2024-06-30
plan | muộn nhất 30/6/2024 | 2024-06-30
plan | quý 4 năm 2023 | 2023-12-31
plan | tháng 12 năm 2023 | 2023-12-31
plan | hết nhiệm kỳ | 2025-06-30
plan | trong nhiệm kỳ | 2025-06-30
plan | by the end of the term | 2025-06-30
plan | no later than June 2024 | 2024-06-30
plan | before 2024 | 2023-12-31
plan | before 1 July 2024 | 2024-06-30
plan | before the end of 2023 | 2023-12-31
plan | by June 2024 | 2024-06-30
plan | by July 2024 | 2024-07-31
plan | by 30 June 2024 | 2024-06-30
plan | by 2024 | 2024-12-31
plan | chậm nhất đến hết năm 2023 | 2023-12-31
plan | về đích năm 2023 | 2023-12-31
plan | by year-end 2023 | 2023-12-31
plan | giai đoạn 2021-2023 | 2023-12-31
plan | trước cuối năm 2023 | unparsable-milestone
plan | by mid-2024 | unparsable-milestone
plan | in 2023 | 2023-12-31
plan | end of 2023 | 2023-12-31
plan | By 2024-12-31 | 2024-12-31
plan | 2024-12-31 | 2024-12-31
plan | đầu năm 2024 | unparsable-milestone
plan | giữa năm 2024 | unparsable-milestone
plan | sau năm 2024 | unparsable-milestone
plan | sớm | unparsable-milestone
plan | trong quý III | unparsable-milestone
plan | 5 năm | unparsable-milestone
plan | by 2024-02-30 | unparsable-milestone
"""


def cases() -> Iterator[tuple[str, str, str, str, str]]:
    """Return the lines of the table."""
    for line in GOALS.splitlines():
        if line and not line.startswith("#"):
            parts = [part.strip() for part in line.split("|")]
            indicator, goal, expected, every, words = (*parts, "", "")[:5]
            yield indicator, goal, expected, every, words


CASES = list(cases())


def load(indicator: str, goal: str, style: str = "vi") -> tuple[Goal | None, list[Finding]]:
    """Return the goal of a small file, and what is found in it."""
    target, found = load_target(indicator, goal, style)
    return (None if target is None else target.goal), found


def load_target(indicator: str, goal: str, style: str = "vi") -> tuple[Target | None, list[Finding]]:
    """Return the target of a small file, and what is found in it."""
    text = FILE.format(indicator=INDICATORS[indicator], goal=json.dumps(goal, ensure_ascii=False))
    content = load_content("f.yaml", text.replace("numbers: vi", f"numbers: {style}").encode())
    assert content.resolution is not None
    targets = content.resolution.targets
    return (targets[0] if targets else None), content.findings


def interval(expected: str) -> Interval:
    """Return the values of `>=90`, `<2` or `1..10`."""
    match = re.fullmatch(r"(>=|>|<=|<)?([0-9.]+?)(?:\.\.([0-9.]+))?", expected)
    assert match is not None, expected
    sign, low, high = match.groups()
    if sign is None:
        return Interval(Fraction(low), Fraction(high))
    if sign[0] == ">":
        return Interval(Fraction(low), None, sign == ">=")
    return Interval(None, Fraction(low), high_closed=sign == "<=")


def test_every_goal_is_in_the_table_once() -> None:
    """There are at least 200 goals, each once."""
    assert len({case[:2] for case in CASES}) == len(CASES) >= 200


@pytest.mark.parametrize(("indicator", "text", "expected", "every", "words"), CASES)
def test_a_goal_is_what_its_words_say(indicator: str, text: str, expected: str, every: str, words: str) -> None:
    """Each wording is the values that it leaves, with who has to keep it and its other words, or one finding."""
    goal, found = load(indicator, text)
    if re.fullmatch("[a-z-]+", expected):
        assert [finding.code for finding in found] == [expected]
        assert goal is None
        return
    assert [finding.code for finding in found] == []
    assert goal is not None
    assert goal.text == text
    if indicator == "plan":
        assert goal.by == date.fromisoformat(expected)
        return
    assert goal.interval == interval(expected)
    usual = {"growth": "average", "cut": "average", "rank": "year"}.get(indicator, "term")
    assert goal.every == (every or usual)
    assert goal.words == words


READ = [(indicator, text) for indicator, text, expected, *_ in CASES if not re.fullmatch("[a-z-]+", expected)]


@pytest.mark.parametrize(("indicator", "text"), READ)
def test_a_goal_is_read_as_it_is_shown(indicator: str, text: str) -> None:
    """What a report says of a goal, copied back into a file in that language, is the same goal."""
    target, _ = load_target(indicator, text)
    assert target is not None
    goal = target.goal
    for language in LANGUAGES:
        shown = goal_text(goal, target.indicator, language)
        again, found = load(indicator, shown, language)
        assert [finding.code for finding in found] == [], shown
        assert again is not None
        assert (again.interval, again.by, again.every) == (goal.interval, goal.by, goal.every), shown


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("hằng\u00a0năm đạt từ\u00a090\u00a0%", "hằng năm đạt từ 90 %"),
        ("đạt 90\u00a0% trở\u00a0lên", "đạt 90 % trở lên"),
        ("đạt 90 – 95 %", "đạt 90-95%"),
        ("đạt 90\u201195%", "đạt 90-95%"),
        ("90\u201095%", "90-95%"),
        ("đạt 90%—95%", "đạt 90-95%"),
        ("đạt tỉ lệ 90%", "đạt tỷ lệ 90%"),
        ("Hằng Năm Đạt 90%", "hằng năm đạt 90%"),
        ("đa\u0323t 90%", "đạt 90%"),
        ("  đạt   90%  ", "đạt 90%"),
    ],
)
def test_spaces_dashes_and_spellings_make_no_difference(text: str, plain: str) -> None:
    """Spaces that do not break, dashes of any length between two numbers, letters composed or not."""
    goal, found = load("share", text)
    other, also = load("share", plain)
    assert [finding.code for finding in found] == [finding.code for finding in also]
    assert (goal and (goal.interval, goal.every)) == (other and (other.interval, other.every))


@pytest.mark.parametrize(
    ("goal", "codes"),
    [
        ("{2023: 80% vào năm 2023, 2025: 90% đến năm 2025}", []),
        ("{2023: 80% vào năm 2024, 2025: 90%}", ["goal-of-other-time"]),
    ],
)
def test_a_goal_of_a_year_may_name_that_year(goal: str, codes: list[str]) -> None:
    """And no other."""
    text = FILE.format(indicator=INDICATORS["share"], goal=goal)
    assert [finding.code for finding in load_content("f.yaml", text.encode()).findings] == codes


@pytest.mark.parametrize(
    ("indicator", "text", "en", "vi"),
    [
        (
            "share", "đến năm 2023 đạt 90%",
            "leave these words out, or set `period` of this target to `{from: 2020-07-01, to: 2023-12-31}`",
            "bỏ phần này, hoặc đặt `period` của chỉ tiêu này là `{from: 2020-07-01, to: 2023-12-31}`",
        ),
        (
            "growth", "bình quân giai đoạn 2021-2025 đạt 8%",
            "leave these words out, or set `period` of this target to `{from: 2021-01-01, to: 2025-12-31}`",
            "bỏ phần này, hoặc đặt `period` của chỉ tiêu này là `{from: 2021-01-01, to: 2025-12-31}`",
        ),
        (
            "growth", "tăng bình quân 8-8.5%/năm",
            "write 8,5, or set `numbers: en` for the whole file",
            "ghi 8,5, hoặc đặt `numbers: en` cho cả tệp",
        ),
        (
            "members", "5 năm",
            "where so many a year are meant, write `5 members/year`",
            "nếu là số của mỗi năm thì ghi `5 đảng viên/năm`",
        ),
        (
            "communes", "8/16 xã",
            "write one figure alone, such as `8 communes`: what was achieved at `actual`, what is asked at `target`",
            "chỉ ghi một số, ví dụ `8 xã`: số thực hiện ghi ở `actual`, số được giao ghi ở `target`",
        ),
        (
            "income", "sớm đạt 60 triệu đồng",
            "write a number and its unit: `60 triệu đồng`",
            "ghi số và đơn vị: `60 triệu đồng`",
        ),
        (
            "rank", "trong nhóm dẫn đầu",
            "write the last place that counts, as `top` and its number",
            "ghi rõ thứ hạng thấp nhất cần đạt: `tốp` và con số",
        ),
        (
            "members", "bình quân 25 đảng viên",
            "say of the years: `an average of 25 đảng viên a year`, or leave out the word",
            "ghi rõ bình quân theo năm: `bình quân 25 đảng viên/năm`, hoặc bỏ từ đó",
        ),
        (
            "limit", "giảm 2%",
            "write the level that is to be reached, or choose an indicator that measures the change: "
            "`social/poverty-reduction` (Poverty reduction a year)",
            "ghi mức cần đạt, hoặc chọn chỉ số đo mức tăng, giảm đó: "
            "`social/poverty-reduction` (Mức giảm tỷ lệ hộ nghèo bình quân năm)",
        ),
    ],
)  # fmt: skip
def test_a_remedy_shows_what_to_write(indicator: str, text: str, en: str, vi: str) -> None:
    """What is refused is told with the words that would be read."""
    _, (finding,) = load(indicator, text)
    assert fill(finding.definition.remedy, finding.values, "en") == en
    assert fill(finding.definition.remedy, finding.values, "vi") == vi


def test_the_name_of_an_indicator_hides_no_word_that_tells_something() -> None:
    """Of a name that has the words of an average, those words still say what they say."""
    indicator = "{name: Đảng viên kết nạp bình quân hằng năm, kind: total, unit: member, better: higher}"
    for goal in ("kết nạp bình quân hằng năm 25 đảng viên", "đảng viên kết nạp bình quân 25 đảng viên"):
        content = load_content("f.yaml", FILE.format(indicator=indicator, goal=goal).encode())
        assert content.findings == []
        assert content.resolution is not None
        assert content.resolution.targets[0].goal.every == "average"


def test_money_in_words_is_exchanged() -> None:
    """By the rate of the file, like a plain figure."""
    text = FILE.format(indicator=INDICATORS["income"], goal="đạt trên 2.000 USD/người vào năm 2025")
    content = load_content("f.yaml", f"rates: {{USD: {{2020-01-01: 23.000 VND}}}}\n{text}".encode())
    assert content.findings == []
    assert content.resolution is not None
    assert content.resolution.targets[0].goal.interval == Interval(Fraction(46_000_000), None, low_closed=False)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("trong quý III", date(2024, 9, 30)),
        ("trước ngày 30/6", date(2024, 6, 29)),
        ("6 tháng đầu năm", date(2024, 6, 30)),
        ("hết năm", date(2024, 12, 31)),
        ("by the end of June", date(2024, 6, 30)),
        ("in Q2", date(2024, 6, 30)),
        ("tháng 9/2025", date(2025, 9, 30)),
    ],
)
def test_in_a_programme_of_one_year_the_year_need_not_be_named(text: str, by: date) -> None:
    """There is no other that could be meant."""
    file = FILE.format(indicator=INDICATORS["plan"], goal=text).replace("2020-2025", "2024")
    content = load_content("f.yaml", file.encode())
    assert content.findings == []
    assert content.resolution is not None
    assert content.resolution.targets[0].goal.by == by


def test_figures_are_shown_in_the_unit_of_a_goal_in_words() -> None:
    """As they are in that of a plain goal."""
    forest = "{name: Rừng, kind: level, unit: km2, better: higher}"
    for goal in ("115.000 ha", "đến năm 2025 đạt trên 115.000 ha"):
        content = load_content("f.yaml", FILE.format(indicator=forest, goal=goal).encode())
        assert content.findings == []
        assert content.resolution is not None
        shown = content.resolution.targets[0].shown_in
        assert shown is not None
        assert shown.unit.id == "ha"
