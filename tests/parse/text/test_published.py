"""What is published of a target, as reports write it: each wording with its one meaning."""

from __future__ import annotations

import csv
import io

import pytest

from partykpi.parse.text.claim_text import WordedClaim, read_claim
from partykpi.parse.text.number import NumberStyle


def meaning(worded: WordedClaim | None) -> str:
    """Return what the words of a claim say, in a line: its sense, its number, how near, and what it is held against."""
    if worded is None:
        return "refused"
    assert worded.number is not None
    number = float(worded.number)
    parts = [worded.sense, f"{number:g}", worded.nearness if worded.nearness != "exactly" else "", worded.unit]
    against = worded.against.text if worded.against is not None else ""
    named = "named" if worded.plan else ""
    base = " ".join(part for part in (worded.base, str(worded.year or ""), against, named) if part)
    if worded.change or base:
        parts.append(f"{'since' if worded.change else 'of'} {base or 'before'}")
    if worded.of:
        parts.append(f"={'?' if worded.perhaps_of else ''} {worded.of}")
    if worded.literal:
        parts.append("literally")
    return " ".join(part for part in parts if part)


# The language, the wording, and what it means; written down before any of it was read by the program.
PUBLISHED = """
vi|đạt 98,5% KH|reaches 98.5
vi|đạt 98,5% KH năm|reaches 98.5 of year
vi|bằng 47,3% dự toán HĐND tỉnh giao|reaches 47.3 of estimate named
vi|bằng 52,1% dự toán Trung ương giao|reaches 52.1 of estimate named
vi|ước đạt 104,2% so với kế hoạch|reaches 104.2
vi|đạt 101,7% so với chỉ tiêu Nghị quyết Đại hội|reaches 101.7
vi|đạt 101,7% so với Nghị quyết Đại hội Đảng bộ huyện đề ra|reaches 101.7
vi|vượt 12,4% kế hoạch năm|exceeds 12.4 of year
vi|vượt 5,3% so với kế hoạch năm 2022|exceeds 5.3 of year 2022
vi|vượt chỉ tiêu kế hoạch 7,5%|exceeds 7.5
vi|vượt dự toán 8,1%|exceeds 8.1 of estimate
vi|hoàn thành 100% kế hoạch được giao|reaches 100
vi|hoàn thành 96,4% chỉ tiêu tỉnh giao|reaches 96.4 of named
vi|tương đương 63,8% kế hoạch|reaches 63.8
vi|mới đạt 41,2% kế hoạch vốn|reaches 41.2 of named
vi|chỉ đạt 41,2% kế hoạch|reaches 41.2
vi|đạt khoảng 75% mục tiêu|reaches 75 about
vi|đạt gần 90% kế hoạch năm|reaches 90 nearly of year
vi|tăng 6,8% so với cùng kỳ năm 2021|exceeds 6.8 since year before 2021
vi|tăng 6,8% so với cùng kỳ|exceeds 6.8 since year before
vi|tăng 12% so với năm trước|exceeds 12 since last year
vi|tăng trưởng 8,02% so với năm 2021|exceeds 8.02 since 2021
vi|giảm 3,1% so với cùng kỳ năm trước|exceeds -3.1 since year before
vi|giảm 0,9 điểm % so với năm 2021|points -0.9 since 2021
vi|giảm 1,2 điểm phần trăm so với đầu nhiệm kỳ|points -1.2 since start
vi|tăng 2,3 điểm % so với cuối năm 2020|points 2.3 since 2020-12-31
vi|so với năm 2018 tăng 3,6%|exceeds 3.6 since 2018
vi|so với cùng kỳ tăng 5,4%|exceeds 5.4 since year before
vi|so với cùng kỳ năm trước, tăng 5,4%|exceeds 5.4 since year before
vi|bằng 108,6% so với cùng kỳ năm 2020|reaches 108.6 since year before 2020
vi|bằng 96,3% cùng kỳ|reaches 96.3 since year before
vi|tăng 15 đảng viên so với cùng kỳ|difference 15 đảng viên since year before
vi|tăng 4,58 triệu đồng so với năm 2020|difference 4.58 triệu đồng since 2020
vi|vượt 250 việc làm so với kế hoạch năm|difference 250 việc làm of year
vi|gấp đôi kế hoạch|times 2 about
vi|gấp 2 lần kế hoạch|times 2
vi|hơn gấp đôi kế hoạch|times 2 over
vi|gấp rưỡi so với cùng kỳ|times 1.5 about since year before
vi|gấp 2,5 lần so với năm 2015|times 2.5 since 2015
vi|tăng gấp 1,8 lần so với nhiệm kỳ trước|times 1.8 since start
vi|gấp hơn 3 lần chỉ tiêu|times 3 over
vi|tăng 9,2%|exceeds 9.2 since unsaid
vi|giảm nhẹ 0,4%|exceeds -0.4 since unsaid
vi|tăng 7,2% so với tháng trước|exceeds 7.2 since other
vi|cao hơn 1,1 điểm % so với bình quân cả nước|points 1.1 since other literally
vi|chiếm 62,5%|share 62.5
vi|chiếm 62,5% tổng số đảng viên|share 62.5 of other
vi|chiếm tỷ trọng 41,3% trong cơ cấu kinh tế|share 41.3 of other
vi|chiếm 41,3% kế hoạch|reaches 41.3
vi|62,5% là đảng viên trẻ|share 62.5 of part
vi|trong đó 35% ở vùng cao|share 35 of part
vi|có 18,7% xếp loại khá|share 18.7 of part
vi|đạt 92,4% dân số|share 92.4 of other
vi|đạt 96,1% số hộ|share 96.1 of other
vi|bằng 3,2% tổng số hộ|share 3.2 of other
vi|đạt 95,3% kế hoạch (4.765/5.000)|reaches 95.3 = 5.000
vi|thấp hơn 2 điểm % so với mục tiêu (60%)|points -2 =? 60% literally
vi|dat 98,5% ke hoach|reaches 98.5
vi|tang 6,8% so voi cung ky|exceeds 6.8 since year before
vi|đạt 98,5 % kế hoạch.|reaches 98.5
vi|đạt 93% chỉ tiêu Tỉnh uỷ giao|reaches 93 of named
en|equivalent to 58.4 percent of the plan|reaches 58.4
en|meeting 96.2% of the annual target|reaches 96.2 of year
en|fulfilling 103.1 percent of the full-year plan|reaches 103.1 of year
en|reaching 49.8% of this year's estimate|reaches 49.8 of year
en|accounting for nearly 70 percent of the target|reaches 70 nearly
en|or 84 percent of the target set for 2023|reaches 84 of year 2023
en|equal to 55.2% of the estimate assigned by the National Assembly|reaches 55.2 of estimate named
en|91% of the provincial plan|reaches 91 of named
en|exceeding the target by 4.7%|exceeds 4.7
en|4.7 percent higher than the plan|exceeds 4.7 literally
en|surpassing the yearly plan by 11.2 percent|exceeds 11.2 of year
en|up 6.1 percent year on year|exceeds 6.1 since year before
en|up 6.1% year-on-year|exceeds 6.1 since year before
en|a year-on-year increase of 6.1%|exceeds 6.1 since year before
en|down 2.4 percent from 2021|exceeds -2.4 since 2021
en|down 2.4 percent against the same period in 2021|exceeds -2.4 since year before 2021
en|an increase of about 8.5% over last year|exceeds 8.5 about since last year
en|a fall of 0.7 percentage points from the end of 2020|points -0.7 since 2020-12-31
en|12% more than last year|exceeds 12 since last year literally
en|double the target|times 2 about
en|2.5 times the plan|times 2.5
en|1.8 times higher than in 2015|refused
en|accounting for 34 percent of the total|share 34 of other
en|making up 34%|share 34
en|61 percent are women|share 61 of part
en|87 percent of the population|share 87 of other
en|up 3% from the previous quarter|exceeds 3 since other
en|98% of the plan (4,900/5,000)|reaches 98 = 5,000
vi|đạt 66,5% KHN|reaches 66.5 of year
vi|đạt 66,5% dự toán được HĐND tỉnh giao|reaches 66.5 of estimate named
vi|đạt 75% kế hoạch quý I|reaches 75 of other
vi|đạt 75% chỉ tiêu nhiệm kỳ 2015 - 2020|reaches 75 of named
vi|tăng so với cùng kỳ năm 2021 là 5,2%|exceeds 5.2 since year before 2021
vi|vượt so với kế hoạch 5,2%|exceeds 5.2
vi|cao hơn mức bình quân chung 5%|exceeds 5 since other literally
vi|thấp hơn cùng kỳ 1,2 điểm %|points -1.2 since year before literally
vi|490/500 người, đạt 98%|reaches 98 = 500 người
vi|vượt 5% (kế hoạch 500)|exceeds 5 = 500
vi|đạt 35,1% (chỉ tiêu 35,5%)|share 35.1
vi|vượt 1.250 người so với kế hoạch tỉnh giao|difference 1250 người of named
vi|112% của năm trước|reaches 112 since last year
vi|98% cán bộ, đảng viên|share 98 of other
vi|35% có trình độ đại học trở lên|share 35 of part
en|a 5% increase|exceeds 5 since unsaid
en|a 5 percent rise year on year|exceeds 5 since year before
en|5% growth|exceeds 5 since unsaid
en|95% of the level of 2021|reaches 95 since 2021
en|0.5 percentage point higher than that in 2021|points 0.5 since 2021 literally
en|7% up on last year|exceeds 7 since last year literally
en|nearly doubling the target|times 2 nearly
en|475 out of 500 (95%)|reaches 95 = 500
en|exceeded the 2022 target by 5%|exceeds 5 of year 2022
en|up 12 million USD from last year|difference 12 million usd since last year
en|45 percentage points above the national average|points 45 since other literally
en|completing 95% of the yearly plan assigned by the Prime Minister|reaches 95 of year named
""".strip()


@pytest.mark.parametrize(("style", "text", "expected"), list(csv.reader(io.StringIO(PUBLISHED), delimiter="|")))
def test_what_is_published_has_one_meaning(style: NumberStyle, text: str, expected: str) -> None:
    """Each wording of a report is read in the one sense that it has, and against what it names."""
    assert meaning(read_claim(text, style)) == expected
