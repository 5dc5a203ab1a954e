"""What a claim is held against, by the words that name it: each verdict against numbers worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from samples.claim_files import GROWTH, JOBS, LOSSES, LOWER, MEMBERS, PERCENT, RANKS, TASK, report

from partykpi.core.claims.model import Verdict
from partykpi.core.rounding import rounded
from partykpi.render.text.locale import write

ANNUAL = "indicator: {name: N, kind: annual, unit: ha, better: higher}, "
CRIMES = ANNUAL.replace("higher", "lower") + "target: 500 ha, baseline: 800 ha, readings: {2022: 640, 2023: 560}"
CRIMES_BY_YEARS = CRIMES.replace("target: 500 ha", "target: {2023: 600, 2025: 500}")
POVERTY = LOWER + "target: 2 %, baseline: 8 %, readings: {2022-12-31: 4.5 %, 2023-12-31: 3.5 %}"
YEARS = MEMBERS + "target: 500 members, readings: {2021: 100, 2022: 112}"
HALVES = MEMBERS + "target: 500 members, readings: {2021-H1: 50, 2021-H2: 50, 2022-H1: 60}"
ANNUAL_HALVES = ANNUAL + "target: 50 ha, readings: {2021-H1: 10, 2021-H2: 30, 2022-H1: 12}"
RUNNING_YEAR = ANNUAL + "target: 250 ha, readings: {2021: 195, 2022: 208, 2023-H1: 103}"
ALL_HALVES = ANNUAL_HALVES.replace("2022-H1: 12", "2022-H1: 12, 2022-H2: 33")
QUARTERS = MEMBERS + "target: 500 members, readings: {2021-Q1: 10, 2021-Q2: 20, 2022-Q1: 11, 2022-Q2: 24}"
FOUR_YEARS = MEMBERS + "target: 120 members, readings: {2020-H2: 10, 2021: 20, 2022: 24, 2023: 30}"
HALF_OF_EXPORTS = ANNUAL + "target: 1000 ha, readings: {2022-H1: 360, 2022-H2: 440, 2023-H1: 396}"
BY_YEARS = ANNUAL + "target: {2023: 900, 2025: 1000}, readings: {2021: 700, 2022: 800, 2023: 880}"
OF_TWENTY_FIVE = MEMBERS + "target: 25 members/year, readings: {2020-H2: 12, 2021: 24, 2022: 25, 2023: 30}"
YEARLY_GROWTH = GROWTH + "target: 8 %/year, readings: {2021: 6.5 %, 2022: 9.1 %, 2023: 8.36 %}"
INCOME = ANNUAL + "target: 70 ha, readings: {2021: 40, 2022: 50, 2023: 62}"
RUNNING = MEMBERS + "target: 500 members, cumulative: yes, readings: {2020: 40, 2021: 140, 2022: 252}"
TOTALS_AT_DAYS = MEMBERS + "target: 500 members, cumulative: yes, readings: {2022-12-31: 200, 2023-12-31: 310}"
SUMS_AT_DAYS = MEMBERS + "target: 500 members, readings: {2022-12-31: 120, 2023-12-31: 110}"
PRODUCTS = (
    "indicator: {name: N, kind: level, unit: score, better: higher}, period: 2021-2025, target: 60, baseline: 20, "
)
LEVELS = PERCENT + "target: 60 %, readings: {2021: 50 %, 2022: 55 %}"
OF_EACH_YEAR = MEMBERS + "target: 100 members/year, readings: {2021: 100, 2022: 98}"
OF_ONE_YEAR = MEMBERS + "period: 2022, target: 115 members, actual: 90 members"
HALF_OF_ONE_YEAR = ANNUAL + "period: 2024, target: 1250 ha, readings: {2024-H1: 562.5}"
HALF_OF_EACH_YEAR = ANNUAL + "target: 1250 ha every year, readings: {2023: 1300, 2024-H1: 562.5}"
PATH_OF_YEARS = ANNUAL + "target: {2023: 40, 2024: 60}, readings: {2023: 38, 2024-H1: 27}"
PLACED = RANKS + "target: 10, readings: {2021: 12, 2022: 10, 2023: 9}"
GROWN = GROWTH.replace("better: higher", "better: higher, mean: compound") + (
    "target: 8 %, readings: {2022: 8 %, 2023: 8.36 %}"
)
CUT = GROWTH + "target: 1.5 %, readings: {2022: 1.8 %, 2023: 1.5 %}"
OF_THE_TERM = MEMBERS + "target: 700 members, actual: 547 members"

VERDICTS: list[tuple[str, str, Verdict]] = [
    # the year before: 112 of 100, whether it is called so or by its number
    (YEARS, "tăng 12% so với cùng kỳ", "consistent"),
    (YEARS, "tăng 12% so với năm trước", "consistent"),
    (YEARS, "tăng 12% so với năm 2021", "consistent"),
    (YEARS, "bằng 112% so với năm 2021", "consistent"),
    (YEARS, "so với năm 2021 tăng 12%", "consistent"),
    (YEARS, "up 12 percent year on year", "consistent"),
    (YEARS, "up 12 members from 2021", "consistent"),
    (YEARS, "tăng 13% so với năm 2021", "inconsistent"),
    (YEARS, "tăng 13% so với cùng kỳ", "inconsistent"),
    (YEARS, "tăng 112% so với cùng kỳ", "misworded"),
    (YEARS, "giảm 12% so với cùng kỳ", "inconsistent"),
    (YEARS, "gấp 1.12 lần so với cùng kỳ", "consistent"),
    # what the file has not
    (YEARS, "tăng 12% so với năm 2019", "unverifiable"),
    (YEARS, "tăng 12% so với cùng kỳ năm 2018", "unverifiable"),
    (YEARS, "tăng 12% so với tháng trước", "unverifiable"),
    (YEARS, "cao hơn 12% so với bình quân chung", "unverifiable"),
    (YEARS, "tăng 12% so với nhiệm kỳ trước", "unverifiable"),
    (MEMBERS + "target: 500 members, actual: 212", "tăng 12% so với cùng kỳ", "unverifiable"),
    # running totals hold what was there before the year: 252 - 140 is 12% more than 140 - 40
    (RUNNING, "tăng 12% so với cùng kỳ", "consistent"),
    (RUNNING, "tăng 13% so với năm 2021", "inconsistent"),
    (RUNNING, "tăng 12 đảng viên so với năm trước", "consistent"),
    (RUNNING, "tăng 12% so với cùng kỳ năm 2020", "unverifiable"),
    (RUNNING.replace("target: 500 members", "target: 100 members/year"), "đạt 112% kế hoạch năm", "consistent"),
    # a day speaks of the time since the one before: 310 - 200 of 500 in 2023, and 2022 is told in no figure of its own
    (TOTALS_AT_DAYS, "{figure: 22%, for: 2023}", "consistent"),
    (TOTALS_AT_DAYS, "{figure: 62%, for: 2023}", "inconsistent"),
    (TOTALS_AT_DAYS, "{figure: 40%, for: 2022}", "unverifiable"),
    (SUMS_AT_DAYS, "{figure: 22%, for: 2023}", "consistent"),
    (SUMS_AT_DAYS, "{figure: 24%, for: 2022}", "unverifiable"),
    (SUMS_AT_DAYS.replace("-12-31", "-06-30"), "{figure: 22%, for: 2023}", "unverifiable"),
    # half a year against the same half: 60 of 50
    (HALVES, "tăng 20% so với cùng kỳ", "consistent"),
    (HALVES, "tăng 20% so với cùng kỳ năm 2021", "consistent"),
    (HALVES, "tăng 20% so với 6 tháng đầu năm 2021", "consistent"),
    (HALVES, "tăng 21% so với cùng kỳ", "inconsistent"),
    (MEMBERS + "target: 500 members, readings: {2021: 100, 2022-H1: 60}", "tăng 20% so với cùng kỳ", "unverifiable"),
    # a quarter or the year so far: 24 of 20, or 35 of 30
    (QUARTERS, "tăng 20% so với cùng kỳ", "consistent"),
    (QUARTERS, "tăng 16.7% so với cùng kỳ", "consistent"),
    (QUARTERS, "tăng 18% so với cùng kỳ", "inconsistent"),
    # a year, or loosely the same half of it
    (HALVES, "tăng 20% so với năm 2021", "consistent"),
    (HALVES, "giảm 40% so với năm trước", "inconsistent"),  # 60 of 100: half a year of a whole one
    (HALVES, "tăng 20% so với năm trước", "consistent"),
    (HALVES, "giảm 50% so với năm 2021", "inconsistent"),
    # a running year is held against no whole one: 208 of 195 are 6.67% more, and 103 is half a year
    (RUNNING_YEAR, "{figure: 6.67%, sense: change, against: 2021}", "consistent"),
    (RUNNING_YEAR, "{figure: '-47.2%', sense: change, against: 2021}", "inconsistent"),
    (RUNNING_YEAR, "tăng 6.67% so với năm 2021", "consistent"),
    (RUNNING_YEAR, "tăng 7.67% so với năm 2021", "inconsistent"),
    (RUNNING_YEAR, "tăng 6.67% so với năm trước", "consistent"),
    (RUNNING_YEAR, "giảm 50.5% so với năm trước", "unverifiable"),
    (RUNNING_YEAR, "tăng 6.67% so với cùng kỳ", "unverifiable"),
    (RUNNING_YEAR, "{figure: '-47.2%', sense: change, for: 2023-H1, against: 2021}", "unverifiable"),
    (ANNUAL_HALVES, "{figure: 20%, sense: change, against: 2021}", "consistent"),
    (ANNUAL_HALVES, "{figure: '-70%', sense: change, against: 2021}", "inconsistent"),  # 12 of 40
    # a half that is named is held against: 12 of 10 the same one, or 33 of 10 the next
    (ALL_HALVES, "tăng 20% so với 6 tháng đầu năm 2021", "consistent"),
    (ALL_HALVES, "tăng 230% so với 6 tháng đầu năm 2021", "consistent"),
    (ALL_HALVES, "tăng 350% so với 6 tháng đầu năm 2021", "inconsistent"),  # 45 of 10
    (ALL_HALVES, "tăng 12.5% so với năm 2021", "consistent"),  # 45 of 40
    (PERCENT + "target: 60 %, readings: {2021: 50 %, 2022-H1: 55 %}", "tăng 5 điểm % so với năm trước", "consistent"),
    (PERCENT + "target: 60 %, readings: {2021: 50 %, 2022-H1: 55 %}", "tăng 6 điểm % so với năm 2021", "unverifiable"),
    # the first quarter is 11 and the second 24 of 100, of which the year so far has 35
    (QUARTERS.replace("target: 500 members", "target: 100 members/year"), "đạt 35% kế hoạch năm", "consistent"),
    (QUARTERS.replace("target: 500 members", "target: 100 members/year"), "đạt 24% kế hoạch năm", "consistent"),
    (QUARTERS.replace("target: 500 members", "target: 100 members/year"), "đạt 30% kế hoạch năm", "inconsistent"),
    # levels: 55 of 50
    (LEVELS, "tăng 5 điểm % so với năm 2021", "consistent"),
    (LEVELS, "tăng 5 điểm % so với cuối năm 2021", "consistent"),
    (LEVELS, "tăng 10% so với năm 2021", "consistent"),
    (LEVELS, "tăng 5% so với cuối năm 2021", "misworded"),
    (LEVELS, "tăng 6 điểm % so với năm 2021", "inconsistent"),
    (LEVELS, "tăng 5 điểm % so với đầu năm", "consistent"),
    (LEVELS, "tăng 5 điểm % so với đầu năm 2022", "consistent"),
    (PERCENT + "target: 60 %, readings: {2021-06-30: 50 %, 2022: 55 %}", "tăng 5 điểm % so với năm 2021", "consistent"),
    (
        PERCENT + "target: 60 %, readings: {2021-06-30: 50 %, 2022: 55 %}",
        "tăng 5 điểm % so với cuối năm 2021",
        "unverifiable",
    ),
    (
        PERCENT + "target: 60 %, readings: {2021-03-31: 49 %, 2021-06-30: 50 %, 2022: 55 %}",
        "tăng 5 điểm % so với 2021",
        "unverifiable",
    ),
    # before the first year there is only a baseline, of which the day is not said
    (LEVELS + ", baseline: 48 %", "tăng 7 điểm % so với cuối năm 2019", "consistent"),
    (LEVELS + ", baseline: 48 %", "tăng 8 điểm % so với cuối năm 2019", "unverifiable"),
    (LEVELS + ", baseline: 48 %", "tăng 7 điểm % so với đầu nhiệm kỳ", "consistent"),
    (LEVELS + ", baseline: 48 %", "tăng 8 điểm % so với đầu nhiệm kỳ", "inconsistent"),
    # of 2021-2025 the year before is 2020, and the baseline is its figure: 46 is 2.3 times 20
    (PRODUCTS + "readings: {2023-12-31: 46}", "2.3 times against 2020", "consistent"),
    (PRODUCTS + "readings: {2023-12-31: 46}", "2.5 times against 2020", "inconsistent"),
    (PRODUCTS + "readings: {2023-06-30: 46}", "gấp 2.5 lần so với năm 2020", "inconsistent"),
    (PRODUCTS + "readings: {2023-12-31: 46}", "gấp 2.5 lần so với cuối năm 2020", "inconsistent"),
    (PRODUCTS + "readings: {2023-12-31: 46}", "gấp 2.3 lần so với năm 2019", "consistent"),
    (PRODUCTS + "readings: {2023-12-31: 46}", "gấp 2.5 lần so với năm 2019", "unverifiable"),
    (PRODUCTS + "readings: {2021: 25}", "tăng 25% so với năm trước", "consistent"),
    (PRODUCTS + "readings: {2021: 25}", "tăng 30% so với năm trước", "inconsistent"),
    (ANNUAL + "period: 2021-2025, target: 60, baseline: 20, actual: 40", "gấp 2 lần so với năm 2020", "unverifiable"),
    # what a total came to before it begins is told in no baseline for sure
    (YEARS + ", baseline: 200 members", "tăng 6% so với nhiệm kỳ trước", "consistent"),
    (YEARS + ", baseline: 300 members", "tăng 6% so với nhiệm kỳ trước", "unverifiable"),
    # growth since nobody says when: any of them that fits, and never wrong
    (YEARS, "tăng 12%", "consistent"),
    (YEARS, "tăng 13%", "unverifiable"),
    (LEVELS + ", baseline: 48 %", "tăng 5 điểm %", "consistent"),
    (LEVELS + ", baseline: 48 %", "tăng 7 điểm %", "consistent"),
    (LEVELS + ", baseline: 48 %", "tăng 6 điểm %", "unverifiable"),
    (LEVELS + ", baseline: 48 %", "+6 points", "inconsistent"),
    (YEARS, "{figure: 12%, sense: change, against: 2021}", "consistent"),
    (YEARS, "{figure: 13%, sense: tăng giảm, against: 2021}", "inconsistent"),
    (YEARS, "{figure: tăng 12%, against: 2021}", "consistent"),
    (YEARS, "{figure: tăng 13%, against: 2021}", "inconsistent"),
    (YEARS, "{figure: 12%, sense: change, of: 100 members, for: 2022}", "consistent"),
    # the plan of a year is the goal of that year
    (OF_EACH_YEAR, "đạt 98% kế hoạch năm", "consistent"),
    (OF_EACH_YEAR, "đạt 98% KH năm 2022", "consistent"),
    (OF_EACH_YEAR, "đạt 100% kế hoạch năm 2021", "consistent"),
    (OF_EACH_YEAR, "reaching 98% of this year's target", "consistent"),
    (OF_EACH_YEAR, "đạt 99% kế hoạch năm", "inconsistent"),
    (OF_EACH_YEAR, "đạt 98% dự toán", "consistent"),
    (OF_EACH_YEAR, "đạt 39.6% kế hoạch", "consistent"),
    (OF_EACH_YEAR, "thiếu 2 đảng viên so với kế hoạch năm", "consistent"),
    (OF_EACH_YEAR, "đạt 98% kế hoạch quý", "unverifiable"),
    (MEMBERS + "target: {2021: 40, 2022: 60}, readings: {2021: 40, 2022: 57}", "đạt 95% kế hoạch năm", "consistent"),
    (MEMBERS + "target: {2021: 40, 2022: 60}, readings: {2021: 40, 2022: 57}", "đạt 97% kế hoạch năm", "inconsistent"),
    (ANNUAL + "target: {2021: 40, 2022: 60}, readings: {2021: 40, 2022: 57}", "đạt 95% kế hoạch năm", "consistent"),
    (ANNUAL + "target: {2021: 40, 2022: 60}, readings: {2021: 40, 2022: 57}", "tăng 42.5% so với 2021", "consistent"),
    (ANNUAL_HALVES, "tăng 20% so với cùng kỳ", "consistent"),
    (ANNUAL_HALVES, "tăng 2 ha so với cùng kỳ", "consistent"),
    # growth of each year by itself: 7 of 8, and no plan of a year where only the average is asked
    (GROWTH + "target: 8 %, every: year, readings: {2021: 9 %, 2022: 7 %}", "đạt 87.5% kế hoạch năm", "consistent"),
    (GROWTH + "target: 8 %, every: year, readings: {2021: 9 %, 2022: 7 %}", "đạt 90% kế hoạch năm", "inconsistent"),
    (GROWTH + "target: 8 %, readings: {2021: 9 %, 2022: 7 %}", "đạt 90% kế hoạch năm", "unverifiable"),
    (RANKS + "target: 3, readings: {2021: 1, 2022: 2}", "tăng 100% so với cùng kỳ", "unverifiable"),
    # growth is a change itself: 8.36% is what 2023 has more than 2022, 8% and 8.36% are 17.0% in two years
    (GROWN, "{figure: +8.36%, sense: change, against: 2022}", "consistent"),
    (GROWN, "tăng 8.36% so với cùng kỳ", "consistent"),
    (GROWN, "tăng 8.36% so với năm 2022", "consistent"),
    (GROWN, "tăng 8.36% so với năm trước", "consistent"),
    (GROWN, "bằng 108.36% so với năm 2022", "consistent"),
    (GROWN, "tăng 8.4% so với cùng kỳ", "consistent"),
    (GROWN, "tăng 9.36% so với cùng kỳ", "inconsistent"),
    (GROWN, "tăng 4.5% so với năm 2022", "inconsistent"),  # 8.36 of 8
    (GROWN, "giảm 8.36% so với cùng kỳ", "inconsistent"),
    (GROWN, "tăng 0.36 điểm % so với năm 2022", "consistent"),  # of the rates
    (GROWN, "tăng 0.36% so với năm 2022", "misworded"),
    (GROWN, "tăng 17% so với năm 2021", "consistent"),  # 1.08 x 1.0836 = 1.170288
    (GROWN, "tăng 16.4% so với năm 2021", "inconsistent"),
    (GROWN, "tăng 17% so với năm 2019", "unverifiable"),
    (GROWN, "{figure: tăng 8%, for: 2022}", "consistent"),
    (GROWN, "{figure: tăng 8.36%, for: 2022}", "inconsistent"),
    (GROWN, "tăng 8.36%", "consistent"),
    (GROWN, "tăng 8.18%", "consistent"),  # the compound mean, 1.170288 ^ 1/2 = 1.081799
    (GROWN, "tăng 9%", "unverifiable"),
    (GROWN.replace("2023: 8.36 %", "2023-H1: 8.36 %"), "tăng 8.36% so với cùng kỳ", "consistent"),
    (GROWN.replace("2023: 8.36 %", "2023: -1.5 %"), "giảm 1.5% so với cùng kỳ", "consistent"),
    (GROWN.replace("2023: 8.36 %", "2023: -1.5 %"), "tăng 1.5% so với cùng kỳ", "inconsistent"),
    # a yearly cut counts the fall upwards: 1.5 points of 2023, and 3.3 with the 1.8 of 2022
    (CUT, "giảm 1.5 điểm % so với năm 2022", "consistent"),
    (CUT, "giảm 1.6 điểm % so với năm 2022", "inconsistent"),
    (CUT, "giảm 3.3 điểm % so với năm 2021", "consistent"),
    (CUT, "giảm 1.5% so với cùng kỳ", "consistent"),
    # places of a rank: from the 12th to the 9th is three up, and the number is 3 less
    (PLACED, "{figure: '-3 rank', sense: difference, for: 2023, against: 2021}", "consistent"),
    (PLACED, "{figure: -3, sense: difference, for: 2023, against: 2021}", "consistent"),
    (PLACED, "{figure: 3, sense: difference, for: 2023, against: 2021}", "inconsistent"),
    (PLACED, "{figure: -2, sense: difference, for: 2023, against: 2021}", "inconsistent"),
    (PLACED, "{figure: 3 bậc, sense: chênh lệch, for: 2023, against: 2021}", "consistent"),
    (PLACED, "{figure: tăng 3 bậc, against: 2021}", "consistent"),
    (PLACED, "{figure: tăng 2 bậc, for: 2022, against: 2021}", "consistent"),
    (PLACED, "tăng 3 bậc so với năm 2021", "consistent"),
    (PLACED, "tăng 3 hạng so với năm 2021", "consistent"),
    (PLACED, "up 3 places from 2021", "consistent"),
    (PLACED, "down 3 places from 2021", "inconsistent"),
    (PLACED, "giảm 3 bậc so với năm 2021", "inconsistent"),
    (PLACED, "tăng 4 bậc so với năm 2021", "inconsistent"),
    (PLACED, "tăng 1 bậc so với năm trước", "consistent"),
    (PLACED, "tăng 3 bậc so với năm trước", "inconsistent"),
    (PLACED, "giảm 1 bậc so với năm trước", "inconsistent"),
    (PLACED, "tăng 1 bậc", "consistent"),
    (PLACED, "tăng 3 bậc", "unverifiable"),
    (PLACED, "tăng 3 bậc so với năm 2019", "unverifiable"),
    (PLACED, "{figure: tăng 6 bậc, of: 15}", "consistent"),
    (PLACED, "{figure: tăng 5 bậc, of: 15}", "inconsistent"),
    (PLACED + ", baseline: 14", "tăng 5 bậc so với đầu nhiệm kỳ", "consistent"),
    (PLACED + ", baseline: 14", "giảm 5 bậc so với đầu nhiệm kỳ", "inconsistent"),
    (PLACED.replace("2023: 9", "2023: 12"), "giảm 2 bậc so với năm trước", "consistent"),
    (PLACED.replace("2023: 9", "2023: 12"), "tăng 2 bậc so với năm trước", "inconsistent"),
    # of a limit what is reached can be told in several ways
    (LOSSES + "target: 10 members/year, readings: {2021: 9, 2022: 8}", "đạt 80% kế hoạch năm", "consistent"),
    (LOSSES + "target: 10 members/year, readings: {2021: 9, 2022: 8}", "đạt 125% kế hoạch năm", "unverifiable"),
    # the base in brackets, or beside the words, is that of the same year
    (OF_EACH_YEAR, "đạt 98% kế hoạch năm (98/100)", "consistent"),
    (OF_EACH_YEAR, "{figure: đạt 89% kế hoạch năm, of: 110 members}", "consistent"),
    (OF_EACH_YEAR, "{figure: đạt 91% kế hoạch năm, of: 110 members}", "inconsistent"),
    (YEARS, "{figure: tăng 2% so với cùng kỳ, of: 110 members}", "consistent"),
    (YEARS, "{figure: tăng 93% so với cùng kỳ, of: 110 members}", "inconsistent"),
    # half a year against the plan of the whole one: 60 of 100
    (
        MEMBERS + "target: 100 members/year, readings: {2021: 100, 2022-H1: 60}",
        "đạt 60% kế hoạch năm",
        "consistent",
    ),
    (OF_ONE_YEAR, "đạt 78% kế hoạch năm", "consistent"),
    (OF_ONE_YEAR, "đạt 78% kế hoạch năm 2022", "consistent"),
    (OF_ONE_YEAR, "đạt 79% kế hoạch năm", "rounded-up"),
    (OF_ONE_YEAR, "đạt 80% dự toán", "inconsistent"),
    (OF_ONE_YEAR, "đạt 80% kế hoạch năm 2021", "unverifiable"),
    (OF_ONE_YEAR.replace("115 members", "unknown"), "đạt 78.26% kế hoạch năm", "implied"),
    # half a year of the whole one that the goal is for: 562.5 of 1250
    (HALF_OF_ONE_YEAR, "đạt 45% kế hoạch năm", "consistent"),
    (HALF_OF_ONE_YEAR, "đạt 46% kế hoạch năm", "inconsistent"),
    (HALF_OF_ONE_YEAR, "45% of the plan of the year", "consistent"),
    (HALF_OF_ONE_YEAR, "đạt 45% kế hoạch", "consistent"),
    (HALF_OF_ONE_YEAR, "46%", "inconsistent"),
    (HALF_OF_ONE_YEAR, "{figure: 45%, for: 2024-H1}", "consistent"),
    (HALF_OF_ONE_YEAR, "{figure: 46%, for: 2024-H1}", "inconsistent"),
    (HALF_OF_EACH_YEAR, "đạt 45% kế hoạch năm", "consistent"),
    (HALF_OF_EACH_YEAR, "{figure: 45%, for: 2024-H1}", "consistent"),
    (HALF_OF_EACH_YEAR, "{figure: 46%, for: 2024-H1}", "inconsistent"),
    # each year of a path has its own plan, and a goal for the end of the term is the plan of no other year
    (PATH_OF_YEARS, "{figure: 95%, for: 2023}", "consistent"),
    (PATH_OF_YEARS, "{figure: 45%, for: 2024-H1}", "consistent"),
    (RUNNING_YEAR, "{figure: 41.2%, for: 2023-H1}", "unverifiable"),
    # and not that of the term
    (OF_THE_TERM, "đạt 98% kế hoạch năm", "unverifiable"),
    (OF_THE_TERM, "đạt 78.14% kế hoạch năm", "unverifiable"),
    (OF_THE_TERM.replace("700 members", "unknown"), "đạt 98% kế hoạch năm", "unverifiable"),
    (OF_THE_TERM, "đạt 78.14% dự toán", "consistent"),
    (OF_THE_TERM, "đạt 60% dự toán", "unverifiable"),
    (OF_THE_TERM, "đạt 60% kế hoạch", "inconsistent"),
    # a plan that the words call somebody's may be another than that of the file
    (OF_THE_TERM, "đạt 78.14% kế hoạch tỉnh giao", "consistent"),
    (OF_THE_TERM, "đạt 60% kế hoạch tỉnh giao", "unverifiable"),
    (OF_THE_TERM, "đạt 60% nghị quyết đại hội đảng bộ huyện", "inconsistent"),
    (OF_THE_TERM, "{figure: đạt 60% kế hoạch tỉnh giao, of: 912 members}", "consistent"),
    (OF_THE_TERM, "{figure: đạt 60% kế hoạch tỉnh giao, of: 800 members}", "inconsistent"),
    (OF_THE_TERM, "vượt kế hoạch tỉnh giao", "unverifiable"),
    (OF_THE_TERM, "vượt kế hoạch", "inconsistent"),
    # the base in brackets
    (MEMBERS + "target: 541 members, actual: 547", "101.1% (547/541)", "consistent"),
    (MEMBERS + "target: 500 members, actual: 547", "101.1% (547 / 541)", "consistent"),
    (MEMBERS + "target: 500 members, actual: 547", "vượt 1.1% so với kế hoạch (541)", "consistent"),
    # or the figure achieved, or the base: 547 is 9.4% more than 500, and 1.1% more than 541
    (MEMBERS + "target: 500 members, actual: 547", "vượt 9.4% so với kế hoạch (547)", "consistent"),
    (MEMBERS + "target: 500 members, actual: 547", "vượt 1.2% so với kế hoạch (541)", "rounded-up"),
    (MEMBERS + "target: 500 members, actual: 547", "vượt 3% so với kế hoạch (541)", "inconsistent"),
    (MEMBERS + "target: 500 members, actual: 547", "vượt 3% so với kế hoạch tỉnh giao (541)", "unverifiable"),
    (MEMBERS + "target: 500 members, actual: 547", "vượt 3% (kế hoạch 531 đảng viên)", "consistent"),
    (MEMBERS + "target: 500 members, actual: 547", "547/541, đạt 101.1%", "consistent"),
    (PERCENT + "target: 36 %, actual: 35.1 %", "thấp hơn 0.4% so với chỉ tiêu UBND tỉnh giao (35.5%)", "misworded"),
    # or the figure achieved, or the base: 547 is 9.4% more than 500, and 1.1% more than 541
    (MEMBERS + "target: 500 members, actual: 547", "vượt 9.4% so với kế hoạch (547)", "consistent"),
    (MEMBERS + "target: 500 members, actual: 547", "vượt 1.2% so với kế hoạch (541)", "rounded-up"),
    (MEMBERS + "target: 500 members, actual: 547", "vượt 3% so với kế hoạch (541)", "inconsistent"),
    (MEMBERS + "target: 500 members, actual: 547", "vượt 3% so với kế hoạch tỉnh giao (541)", "unverifiable"),
    (MEMBERS + "target: 500 members, actual: 547", "vượt 3% (kế hoạch 531 đảng viên)", "consistent"),
    (MEMBERS + "target: 500 members, actual: 547", "547/541, đạt 101.1%", "consistent"),
    (PERCENT + "target: 36 %, actual: 35.1 %", "thấp hơn 0.4 điểm % so với chỉ tiêu tỉnh giao (35.5%)", "consistent"),
    (PERCENT + "target: 99 %, actual: 98.5 %", "98.5% (4,925/5,000)", "consistent"),
    # a level beside the one that was asked is no share of it
    (PERCENT + "target: 60 %, actual: 45 %", "45% (target 60%)", "consistent"),
    (PERCENT + "target: 60 %, actual: 45 %", "đạt 45% (chỉ tiêu 60%)", "consistent"),
    (PERCENT + "target: 60 %, actual: 45 %", "đạt 75% chỉ tiêu (60%)", "consistent"),
    (PERCENT + "target: 60 %, actual: 45 %", "đạt 74% (chỉ tiêu 60%)", "unverifiable"),
    # a share of something that the file has not, which may be the level itself
    (MEMBERS + "target: 700 members, actual: 604", "50% là nữ", "unverifiable"),
    (MEMBERS + "target: 700 members, actual: 604", "chiếm 91.2%", "unverifiable"),
    (MEMBERS + "target: 700 members, actual: 604", "{figure: 91.2%, sense: share, of: 662}", "consistent"),
    (MEMBERS + "target: 700 members, actual: 604", "{figure: 92.2%, sense: tỷ lệ, of: 662}", "inconsistent"),
    (MEMBERS + "target: 700 members, actual: 604", "{figure: chiếm 91.2% tổng số, of: 662}", "consistent"),
    (MEMBERS + "target: 700 members, actual: 604", "{figure: chiếm 92.2% tổng số, of: 662}", "inconsistent"),
    (MEMBERS + "target: 700 members, actual: 604", "{figure: 50% là nữ, of: 662}", "unverifiable"),
    (PERCENT + "target: 91 %, actual: 86.5 %", "đạt tỷ lệ bao phủ 86.5% dân số", "consistent"),
    (PERCENT + "target: 91 %, actual: 86.5 %", "50% là nữ", "unverifiable"),
    (TASK + "target: by 2024-12-31, actual: 60 %", "chiếm 60%", "unverifiable"),
    # the less the better: 8 cases after 10
    (LOSSES + "target: 20 members, readings: {2021: 10, 2022: 8}", "giảm 20% so với cùng kỳ", "consistent"),
    (LOWER + "target: 3 %, readings: {2021: 5 %, 2022: 4 %}", "giảm 1 điểm % so với năm 2021", "consistent"),
    (LOWER + "target: 3 %, readings: {2021: 5 %, 2022: 4 %}", "giảm 1% so với năm 2021", "misworded"),
    (LOWER + "target: 3 %, readings: {2021: 5 %, 2022: 4 %}", "tăng 1 điểm % so với năm 2021", "inconsistent"),
    # of a way down from 800 to 500, 560 are 80%; of 500 they are 112%, 12% more, and 60 more
    *(
        (CRIMES, claim, "consistent")
        for claim in (
            "đạt 80% chỉ tiêu",
            "bằng 112% chỉ tiêu",
            "bằng 112% kế hoạch",
            "cao hơn 12% so với chỉ tiêu",
            "vượt 12% so với chỉ tiêu",
            "cao hơn 60 ha so với chỉ tiêu",
            "gấp 1.12 lần chỉ tiêu",
        )
    ),
    (CRIMES, "bằng 111% chỉ tiêu", "inconsistent"),
    (CRIMES, "cao hơn 13% so với chỉ tiêu", "inconsistent"),
    # 3.5% is three quarters of the way from 8% to 2%, and 75% above 2%
    *(
        (POVERTY, claim, "consistent")
        for claim in (
            "đạt 75% chỉ tiêu",
            "bằng 175% chỉ tiêu",
            "cao hơn 75% so với chỉ tiêu",
            "gấp 1.75 lần chỉ tiêu",
            "cao hơn 1.5 điểm % so với chỉ tiêu",
        )
    ),
    (POVERTY, "bằng 185% chỉ tiêu", "inconsistent"),
    # 3.55% of 2% are 177.5%, and 3.45% 172.5%
    (POVERTY.replace("3.5 %", "'3.5 %'"), "bằng 177% chỉ tiêu", "possible"),
    # 84 of 120 are 70%, 80 of them 66.7% and 90 75%; 30 of 24 are 125%
    (FOUR_YEARS, "đạt 70% (84/120)", "consistent"),
    (FOUR_YEARS, "đạt 70% (84/120 đảng viên)", "consistent"),
    (FOUR_YEARS, "84/120, đạt 70%", "consistent"),
    (FOUR_YEARS, "đạt 70% (80/120)", "inconsistent"),
    (FOUR_YEARS, "đạt 70% (90/120)", "inconsistent"),
    (FOUR_YEARS, "đạt 70% (84/130)", "inconsistent"),
    (FOUR_YEARS, "đạt 125% (30/24)", "consistent"),
    (FOUR_YEARS, "vượt 25% (30/24)", "consistent"),
    (FOUR_YEARS, "đạt 125% (30/23)", "inconsistent"),
    (FOUR_YEARS, "{figure: đạt 125% (30/24), for: 2023}", "consistent"),
    (FOUR_YEARS, "đạt 45% (54/120)", "consistent"),  # by the end of 2022
    # what is right by itself, of a figure that the file does not have (of that year)
    (FOUR_YEARS, "đạt 75% (90/120)", "unverifiable"),
    (FOUR_YEARS, "{figure: đạt 120% (24/20), for: 2023}", "unverifiable"),
    (FOUR_YEARS, "{figure: đạt 120% (24/20), for: 2022}", "consistent"),
    (FOUR_YEARS, "đạt 0.8% (1/120)", "unverifiable"),
    (QUARTERS, "đạt 7% (35/500)", "consistent"),  # half a year of two quarters
    (QUARTERS, "đạt 6% (30/500)", "consistent"),  # the same half of the year before
    (RUNNING, "đạt 22.4% (112/500)", "consistent"),  # 252 less 140
    # 396 of 1 000 in half a year, 800 in the year before
    (HALF_OF_EXPORTS, "đạt 39.6% kế hoạch (396/1000 ha)", "consistent"),
    (HALF_OF_EXPORTS, "đạt 80% kế hoạch (800/1000 ha)", "consistent"),
    (HALF_OF_EXPORTS, "đạt 79.6% kế hoạch (796/1000 ha)", "unverifiable"),
    # 9.5 of 10 thousand are 95%, and 9 498 print as 9.5 thousand
    (JOBS + "target: 10_000 jobs, actual: 9_498", "95% (9.5/10 thousand jobs)", "consistent"),
    (JOBS + "target: 10_000 jobs, actual: 9_598", "95% (9.5/10 thousand jobs)", "unverifiable"),
    (JOBS + "target: 10_000 jobs, actual: 9_498", "94.9% (9.5/10 thousand jobs)", "possible"),
    # counts beside a percentage: 946 of 1 000 people, 45% of 60%
    (PERCENT + "target: 95 %, actual: 94.6 %", "94.6% (946/1,000 people)", "consistent"),
    (PERCENT + "target: 95 %, actual: 94.6 %", "94.6% (936/1,000 people)", "inconsistent"),
    (PERCENT + "target: 95 %, actual: 94.6 %", "93.6% (936/1,000 people)", "unverifiable"),
    (PERCENT + "target: 60 %, actual: 45 %", "vượt 25% (50/40)", "unverifiable"),
    # the goal of 2023 is 900, of the whole 1 000: 880 are 97.8%, or 88%
    *(
        (BY_YEARS, claim, "consistent")
        for claim in (
            "đạt 97.8% kế hoạch",
            "đạt 97.8% kế hoạch giao",
            "đạt 97.8% chỉ tiêu đề ra",
            "đạt 97.8%",
            "97.8%",
            "đạt 97.8% nghị quyết đại hội",
            "đạt 88% kế hoạch",
            "đạt 88% mục tiêu nhiệm kỳ",
            "thấp hơn 20 ha so với kế hoạch",
            "thấp hơn 120 ha so với kế hoạch",
            "thiếu 20 ha",
            "đạt 97.8% kế hoạch (900 ha)",
        )
    ),
    (BY_YEARS, "đạt 97.8% mục tiêu nhiệm kỳ", "inconsistent"),
    (BY_YEARS, "97.8% of the five-year plan", "inconsistent"),
    (BY_YEARS, "đạt 96% kế hoạch", "inconsistent"),
    (BY_YEARS, "thiếu 25 ha", "inconsistent"),
    (BY_YEARS, "đạt 95% kế hoạch tỉnh giao", "unverifiable"),
    # 30 of 25 in 2023, and 91 of 125 in all
    *(
        (OF_TWENTY_FIVE, claim, "consistent")
        for claim in ("đạt 120% chỉ tiêu", "vượt 20%", "vượt 5 đảng viên", "đạt 72.8% chỉ tiêu", "thiếu 34 đảng viên")
    ),
    (OF_TWENTY_FIVE, "đạt 120% chỉ tiêu nhiệm kỳ", "inconsistent"),
    (OF_TWENTY_FIVE, "đạt 110% chỉ tiêu", "inconsistent"),
    (OF_TWENTY_FIVE.replace("members/year", "members/year, every: year"), "đạt 120% chỉ tiêu", "consistent"),
    # growth of 8.36% in 2023 and 7.98667% in the mean, of 8%
    (YEARLY_GROWTH, "vượt 0.36 điểm % so với chỉ tiêu", "consistent"),
    (YEARLY_GROWTH, "đạt 104.5% chỉ tiêu", "consistent"),
    (YEARLY_GROWTH, "đạt 99.8% chỉ tiêu", "consistent"),
    (YEARLY_GROWTH, "đạt 106% chỉ tiêu", "inconsistent"),
    # of at most 600 in 2023, 560 are 93.3%, 40 less, and 120% of the way from 800
    (CRIMES_BY_YEARS, "đạt 93.3% kế hoạch", "consistent"),
    (CRIMES_BY_YEARS, "thấp hơn 40 ha so với kế hoạch", "consistent"),
    (CRIMES_BY_YEARS, "cao hơn 60 ha so với kế hoạch", "consistent"),
    (CRIMES_BY_YEARS, "thấp hơn 50 ha so với kế hoạch", "inconsistent"),
    (CRIMES_BY_YEARS, "đạt 120% kế hoạch", "unverifiable"),
    # of a limit of 10 a year, 8 in 2022 and 17 of 50 in all
    (LOSSES + "target: 10 members/year, readings: {2021: 9, 2022: 8}", "đạt 80% chỉ tiêu", "consistent"),
    (LOSSES + "target: 10 members/year, readings: {2021: 9, 2022: 8}", "đạt 34% chỉ tiêu", "consistent"),
    (LOSSES + "target: 10 members/year, readings: {2021: 9, 2022: 8}", "đạt 81% chỉ tiêu", "inconsistent"),
    # twice, in a word, is 1.9 to 2.1 times: 62 of 40 are 1.55 times, 78 are 1.95
    *((INCOME, claim, "inconsistent") for claim in ("gấp đôi năm 2021", "tăng gấp đôi so với năm 2021", "twice 2021")),
    *(
        (INCOME.replace("62", "78"), claim, "consistent")
        for claim in ("gấp đôi năm 2021", "tăng gấp đôi so với năm 2021", "twice the level of 2021")
    ),
    (INCOME.replace("62", "78"), "hơn gấp đôi năm 2021", "inconsistent"),
    (INCOME.replace("62", "78"), "gần gấp đôi năm 2021", "consistent"),
    (INCOME.replace("62", "75.9"), "gấp đôi năm 2021", "inconsistent"),  # 1.8975 times
    (INCOME, "gấp 2 lần năm 2021", "consistent"),  # rounded
    (INCOME, "gấp rưỡi năm 2021", "consistent"),  # 1.425 to 1.575
    (INCOME, "gấp ba năm 2021", "inconsistent"),
    (INCOME.replace("62", "44"), "gấp đôi năm 2021", "inconsistent"),
    # 62 of 40 are 0.55 times more, or 1.55 times as many; 110 are 1.75 times more, or 2.75 times as many
    (INCOME, "tăng 0.55 lần so với năm 2021", "consistent"),
    (INCOME, "tăng 0.65 lần so với năm 2021", "inconsistent"),
    (INCOME, "tăng 1.55 lần so với năm 2021", "consistent"),
    (INCOME, "tăng 2.55 lần so với năm 2021", "inconsistent"),
    (INCOME, "gấp 0.55 lần năm 2021", "inconsistent"),
    (INCOME.replace("62", "110"), "tăng 1.75 lần so với năm 2021", "consistent"),
    (INCOME.replace("62", "110"), "tăng 2.75 lần so với năm 2021", "consistent"),
    (INCOME.replace("62", "110"), "gấp 1.75 lần năm 2021", "inconsistent"),
    (INCOME.replace("62", "110"), "vượt 0.57 lần kế hoạch", "consistent"),  # 110 of 70
    # a sign alone: 3.5% after 4.5%, and after 8% before the period; 24% more than in 2022
    (POVERTY, "-1 điểm %", "consistent"),
    (POVERTY, "-4.5 điểm %", "consistent"),
    (POVERTY, "-22.2%", "consistent"),
    (POVERTY, "-2 điểm %", "inconsistent"),
    (INCOME, "+24%", "consistent"),
    (INCOME, "+12 ha", "consistent"),
    (INCOME, "+25%", "unverifiable"),
    # 2.9 thousand is 2.85 to 2.95 thousand, of 2_000 that is 42.5% to 47.5% more
    (JOBS + "target: 10_000 jobs, readings: {2021: 2_000, 2022: 2.9 thousand}", "tăng 47% so với 2021", "possible"),
]


@pytest.mark.parametrize(("target", "claim", "verdict"), VERDICTS)
def test_a_claim_is_held_against_what_it_names(target: str, claim: str, verdict: Verdict) -> None:
    """Each claim is judged by the plan or the figure that it names, and is never wrong where another is meant."""
    reported = claim if claim.startswith("{") else f'"{claim}"'
    (judgement,) = report(f"{target}, reported: {reported}").assessments[0].judgements
    assert judgement.verdict == verdict, write(judgement.detail, "en")


MISSING = [
    (
        YEARS,
        "tăng 12% so với năm 2019",
        "there is no reading for 2019 to compare with",
        "chưa có số liệu năm 2019 để so sánh",
    ),
    (
        YEARS,
        "tăng 13%",
        "“tăng 13%” does not say since when, name the period by `against` or the figure by `of`",
        "“tăng 13%” không nêu so với thời điểm nào, ghi kỳ so sánh ở `so với kỳ` hoặc số so sánh ở `so với`",
    ),
    (
        OF_THE_TERM,
        "đạt 98% kế hoạch năm",
        "the file does not have the plan of one year that “đạt 98% kế hoạch năm” is measured against, "
        "name its figure by `of`",
        "tệp không có kế hoạch năm để đối chiếu “đạt 98% kế hoạch năm”, ghi số kế hoạch ở `so với`",
    ),
    (
        OF_THE_TERM,
        "đạt 60% kế hoạch tỉnh giao",
        "whether the plan of “đạt 60% kế hoạch tỉnh giao” is the goal of this file is not said, "
        "name its figure by `of`",
        "chưa rõ kế hoạch nêu trong “đạt 60% kế hoạch tỉnh giao” có phải là chỉ tiêu trong tệp này không, "
        "ghi số kế hoạch ở `so với`",
    ),
    (
        OF_THE_TERM,
        "chiếm 5% tổng số hộ",
        "“chiếm 5% tổng số hộ” is a share of something that the file does not have, name that figure by `of`",
        "“chiếm 5% tổng số hộ” là tỷ lệ so với một tổng số không có trong tệp, ghi tổng số đó ở `so với`",
    ),
    (
        OF_THE_TERM,
        "50% là nữ",
        "“50% là nữ” is about a part that this target does not count, make it a target of its own",
        "“50% là nữ” nói về một bộ phận mà chỉ tiêu này không tính, ghi thành một chỉ tiêu riêng",
    ),
    (
        OF_THE_TERM,
        "đạt 75% (525/700)",
        "525/700 is 75%; but the file has no figure 525 to which “đạt 75% (525/700)” can belong",
        "525/700 bằng 75%; nhưng tệp không có số liệu nào bằng 525 để đối chiếu “đạt 75% (525/700)”",
    ),
    (
        OF_THE_TERM,
        "tăng 5% so với nhiệm kỳ trước",
        "the file has no level from before the period to compare “tăng 5% so với nhiệm kỳ trước” with, "
        "write the `baseline`",
        "tệp không có mức đầu kỳ để đối chiếu “tăng 5% so với nhiệm kỳ trước”, ghi thêm `mức đầu kỳ`",
    ),
]


@pytest.mark.parametrize(("target", "claim", "en", "vi"), MISSING)
def test_what_is_missing_is_said_with_the_claim_as_it_is_written(target: str, claim: str, en: str, vi: str) -> None:
    """What the file does not have is named in either language, with the key where it belongs."""
    (judgement,) = report(f'{target}, reported: "{claim}"').assessments[0].judgements
    assert judgement.verdict == "unverifiable"
    assert write(judgement.detail, "en").endswith(en)
    assert write(judgement.detail, "vi").endswith(vi)


class Told(NamedTuple):
    """What happened in the quarters of two years, how a file tells it, and up to which quarter of the second year."""

    quarters: tuple[int, ...]
    parts: tuple[int, int]
    ended: int

    def readings(self) -> dict[str, int]:
        """Return the figures by their periods, each of as many quarters as its year is told in."""
        found = {}
        for year, (quarters, ended) in enumerate(zip(self.parts, (4, self.ended), strict=True)):
            for first in range(0, ended, quarters):
                name = {4: "", 2: f"-H{first // 2 + 1}", 1: f"-Q{first + 1}"}[quarters]
                found[f"{2021 + year}{name}"] = self.sum(year, first, first + quarters)
        return found

    def sum(self, year: int, first: int, last: int) -> int:
        """Return what the quarters of a year came to, from one to another."""
        return sum(self.quarters[4 * year + first : 4 * year + last])


@st.composite
def told(draw: st.DrawFn) -> Told:
    """Return two years of quarters, told in years, halves or quarters, the second perhaps not to its end."""
    quarters = tuple(draw(st.integers(1, 300)) for _ in range(8))
    parts = draw(st.sampled_from((4, 2, 1))), draw(st.sampled_from((4, 2, 1)))
    return Told(quarters, parts, draw(st.sampled_from([end for end in (1, 2, 3, 4) if end % parts[1] == 0])))


def true_claims(it: Told, goal: int) -> dict[str, list[Fraction]]:
    """Return what may be published of two years, with the shares that it may truthfully be."""
    ended, step = it.ended, it.parts[1]
    so_far = Fraction(it.sum(1, 0, ended), it.sum(0, 0, ended))
    latest = Fraction(it.sum(1, ended - step, ended), it.sum(0, ended - step, ended))
    whole = [Fraction(it.sum(1, 0, 4), it.sum(0, 0, 4))] if ended == 4 else []
    return {
        "bằng {}% so với cùng kỳ": [so_far, latest],
        "bằng {}% so với cùng kỳ năm 2021": [so_far, latest],
        "bằng {}% so với năm 2021": [so_far, latest, *whole],
        "bằng {}% so với năm trước": [so_far, latest, *whole],
        "đạt {}% kế hoạch năm": [Fraction(it.sum(1, 0, ended), goal)],
        "đạt {}% kế hoạch tỉnh giao": [Fraction(it.sum(1, 0, ended), 999), so_far],
        "chiếm {}% tổng số hộ": [Fraction(it.sum(1, 0, ended), 999)],
        "{}% là nữ": [Fraction(1, 3)],
    }


@settings(max_examples=150, deadline=None)
@given(told(), st.integers(50, 2000), st.data())
def test_what_is_true_is_never_called_wrong(it: Told, goal: int, data: st.DataObject) -> None:
    """Whatever a file tells of what happened, a claim that is true of it by any usual meaning is not found wrong."""
    words, shares = data.draw(st.sampled_from(sorted(true_claims(it, goal).items())))
    share = data.draw(st.sampled_from(shares))
    number = f"{float(rounded(100 * share, 1)):.1f}"
    readings = ", ".join(f"{period}: {figure}" for period, figure in it.readings().items())
    target = MEMBERS + f"target: {goal} members/year, readings: {{{readings}}}"
    (judgement,) = report(f'{target}, reported: "{words.format(number)}"').assessments[0].judgements
    assert judgement.verdict in ("consistent", "unverifiable"), write(judgement.detail, "en")


@settings(max_examples=100, deadline=None)
@given(told(), st.sampled_from(("cùng kỳ", "năm 2021", "đầu năm")), st.booleans())
def test_a_true_change_of_a_level_is_never_called_wrong(it: Told, since: str, points: bool) -> None:
    """A level at the end of a part of a year, against that of the same part or of the end of the year before."""
    levels = {period: figure % 90 + 5 for period, figure in it.readings().items()}
    last = list(levels)[-1]
    ends = [figure for period, figure in levels.items() if period.startswith("2021")]
    before = levels.get(last.replace("2022", "2021")) if since == "cùng kỳ" else ends[-1]
    assume(before is not None)
    assert before is not None
    change = levels[last] - before
    words = f"{'tăng' if change >= 0 else 'giảm'} {abs(change)} điểm % so với {since}"
    if not points:
        words = f"bằng {float(rounded(Fraction(100 * levels[last], before), 1)):.1f}% so với {since}"
    readings = ", ".join(f"{period}: {figure} %" for period, figure in levels.items())
    target = PERCENT + f"target: 100 %, readings: {{{readings}}}"
    (judgement,) = report(f'{target}, reported: "{words}"').assessments[0].judgements
    assert judgement.verdict in ("consistent", "unverifiable"), write(judgement.detail, "en")
