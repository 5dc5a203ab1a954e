"""What a goal means over time: each mistake that trackers make, at the start, in the middle and at the end of a period.

The term is 1 July 2020 to 30 June 2025, 60 months with half a year at either end, unless a row says otherwise. Figures
are worked out by hand beside each row.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest
from samples.judged import FIVE_YEARS, PLAN, assessed, inline, said, short

from partykpi.core import kinds
from partykpi.core.model import Status
from partykpi.core.report import Assessment

MEMBERS = inline("total", "member")
JOBS = inline("total", "job")
CASES = inline("total", "case", "lower")
SPENT = inline("total", "VND", "lower")
SHARE = inline("level", "%")
POOR = inline("level", "%", "lower")
COUNT = inline("level", "commune")
RATIO = inline("level", "score", "lower")
RANK = inline("rank", "rank", "lower")
DISBURSED = inline("annual", "%")
GROWTH = inline("rate", "%", more=", mean: compound")


class Row(NamedTuple):
    """A target, the day looked at, the status, and the figures and words of notes that it must have.

    Words with a minus before them must not be there.
    """

    target: str
    as_of: str
    status: Status
    figures: str = ""
    notes: tuple[str, ...] = ()
    term: str = FIVE_YEARS
    more: str = ""


def figure(assessment: Assessment, name: str) -> str | None:
    """Return one figure of an assessment, written short; years kept of years judged as `2 of 3`."""
    measure = assessment.measure
    if name == "years":
        return measure.periods and f"{measure.periods.met}_of_{measure.periods.reported}"
    return short(getattr(measure, name))


def holds(row: Row) -> None:
    """Hold a row against what comes out."""
    found = assessed(row.target, row.as_of, row.term, row.more)
    expected = dict(pair.split("=") for pair in row.figures.split())
    assert {name: str(figure(found, name)) for name in expected} == expected
    assert found.status == row.status
    notes = said(found.measure.notes)
    for words in row.notes:
        if words.startswith("-"):
            assert words[1:] not in notes
        else:
            assert words in notes


HALVES = "readings: {2020-H2: 3, 2021: 6, 2022: 6, 2023: 6, 2024: 6}"
HALF_YEARS = [
    # 6 a year are 30 in five years; 54 of 60 months ask 27, and 3 in half a year are no short year
    Row(
        MEMBERS + f"target: 6 members/year, {HALVES}",
        "2024-12-31",
        "on-track",
        "achieved=27 due=27 pace=1 attainment=9/10 forecast=30 needed=6",
        ("-short of",),
    ),
    Row(
        JOBS + "target: 9 thousand jobs/year, readings: {2020-H2: 4500, 2021: 9000, 2022: 9000}",
        "2022-12-31",
        "on-track",
        "achieved=22500 due=22500 pace=1 attainment=1/2",
        ("-short of",),
    ),
    # the start: half of a half year, 3 of 3 months asked
    Row(MEMBERS + "target: 12 members/year, readings: {2020-Q3: 3}", "2020-09-30", "on-track", "due=3 pace=1"),
    # a member less is behind by a whole year's goal, and named
    Row(
        MEMBERS + "target: 6 members/year, readings: {2020-H2: 2, 2021: 7, 2022: 5}",
        "2022-12-31",
        "behind",
        "achieved=14 due=15 pace=14/15",
        ("short of the yearly goal by themselves: 2020 (2 of 3), 2022 (5 of 6)",),
    ),
    # the end, judged on average: 30 of 30 with two years that fell short
    Row(
        MEMBERS + "target: 6 members/year, readings: {2020-H2: 3, 2021: 5, 2022: 5, 2023: 6, 2024: 8, 2025-H1: 3}",
        "end",
        "achieved",
        "attainment=1",
        ("2021 (5 of 6), 2022 (5 of 6)",),
    ),
]

BOUND_YEARS = "readings: {2020-H2: 4, 2021: 8, 2022: 8, 2023: 8, 2024: 8, 2025-H1: 4}"
HALF_YEARS_BOUND = [
    Row(CASES + f"target: 8 cases/year, every: year, {BOUND_YEARS}", "end", "achieved", "attainment=1 years=6_of_6"),
    Row(
        MEMBERS + f"target: 8 members/year, every: year, {BOUND_YEARS}", "end", "achieved", "attainment=1 years=6_of_6"
    ),
    # 2 a quarter are 8 a year, 4 in half a year
    Row(MEMBERS + f"target: 2 members/quarter, every: year, {BOUND_YEARS}", "end", "achieved", "years=6_of_6"),
    # of whole things the half of 7 is 3; of money it is 3.5
    Row(
        MEMBERS + "target: 7 members/year, every: year, readings: {2020-H2: 3, 2021: 7}",
        "2021-12-31",
        "on-track",
        "years=2_of_2 attainment=2/7",
    ),
    Row(
        inline("total", "VND") + "target: 7 VND/year, every: year, readings: {2020-H2: 3, 2021: 7}",
        "2021-12-31",
        "missed",
        "years=1_of_2 score=1/2",
    ),
    Row(
        MEMBERS + "target: 7 members/year, every: year, readings: {2020-H2: 2, 2021: 7, 2022: 7, 2023: 7, 2024: 7}",
        "2024-12-31",
        "nearly",
        "years=4_of_5 score=4/5",
    ),
    # the start: nothing is judged before a year is over, or kept
    Row(CASES + "target: 8 cases/year, every: year, readings: {2020-Q3: 2}", "2020-09-30", "pending", "pace=None"),
    Row(
        MEMBERS + "target: 8 members/year, every: year, readings: {2020-Q3: 4}",
        "2020-09-30",
        "on-track",
        "years=1_of_1",
    ),
    Row(CASES + "target: 8 cases/year, every: year, readings: {2020-Q3: 5}", "2020-09-30", "missed", "years=0_of_1"),
]

MISSING = [
    # 18 of 30 months reported: 120 × 18/60 = 36 due, 38 of it; 38/18 × 60; 82 in two and a half years
    Row(
        MEMBERS + "target: 120 members, readings: {2020-H2: 12, 2021: 26}",
        "mid-term",
        "on-track",
        "due=36 achieved=38 pace=19/18 forecast=380/3 needed=164/5",
        ("no reading of 2022:", "18 of 30"),
    ),
    Row(
        MEMBERS + "target: 120 members, readings: {2020-H2: 12, 2022: 26}",
        "mid-term",
        "on-track",
        "due=36 achieved=38 pace=19/18",
        ("no reading of 2021:",),
    ),
    # the start: July alone of a half that is told by months
    Row(
        MEMBERS + "target: 120 members, readings: {2020-07: 1}",
        "2020-12-31",
        "at-risk",
        "due=2 pace=1/2 forecast=60",
        ("no reading of 2020-08, 2020-09, 2020-10, 2020-11, 2020-12:",),
    ),
    # the end: the months missing could still decide what is unmet, and nothing about what is met
    Row(
        MEMBERS + "target: 120 members, readings: {2020-H2: 12, 2021: 26}",
        "end",
        "undetermined",
        "due=36 pace=19/18",
        ("no reading of 2022, 2023, 2024, 2025-H1:",),
    ),
    Row(MEMBERS + "target: 30 members, readings: {2020-H2: 12, 2021: 26}", "end", "exceeded", "attainment=19/15"),
    # a limit that is kept could still be broken; one that is broken is, whatever is missing: 38 of 40, of 36, of 19
    Row(CASES + "target: 40 cases, readings: {2020-H2: 12, 2021: 26}", "end", "undetermined", "attainment=19/20"),
    Row(CASES + "target: 36 cases, readings: {2020-H2: 12, 2021: 26}", "end", "nearly", "score=18/19"),
    Row(CASES + "target: 19 cases, readings: {2020-H2: 12, 2021: 26}", "mid-term", "missed", "score=1/2"),
    # a level at its own date: 70 + 20 × 6/60 = 72 at the end of 2020; the line leads to 70 + 2 × 10
    Row(
        SHARE + "target: 90 %, baseline: 70 %, readings: {2020-12-31: 72 %}",
        "mid-term",
        "on-track",
        "due=72 pace=1 forecast=90 needed=36/5",
        ("the latest reading is of 31 December 2020, more than a year before 31 December 2022",),
    ),
    # a year before and no more: nothing to tell
    Row(
        SHARE + "target: 90 %, baseline: 70 %, readings: {2021-12-31: 76 %}",
        "mid-term",
        "on-track",
        "due=76 pace=1",
        ("-the latest reading",),
    ),
]

STOPPED = [
    # six years later nobody knows what was done in the second half of the term
    Row(
        MEMBERS + "target: 90 members, readings: {2015-H2: 9, 2016: 20, 2017: 22}",
        "end",
        "undetermined",
        "achieved=51 due=45",
        ("no reading of 2018, 2019, 2020-H1:",),
        "2015-2020",
    ),
    Row(
        MEMBERS + "target: 18 members/year, readings: {2015-H2: 10, 2016: 20, 2017: 22}",
        "end",
        "undetermined",
        "achieved=52 due=45 pace=52/45 attainment=26/45",
        term="2015-2020",
    ),
    Row(
        SHARE + "target: 90 %, readings: {2017: 89 %}",
        "end",
        "undetermined",
        "attainment=89/90",
        ("the latest reading is of 31 December 2017", "not reported: 2018, 2019, 2020-H1"),
        "2015-2020",
    ),
    # a reading of the last year decides: half a year before the end
    Row(SHARE + "target: 90 %, readings: {2019: 89 %}", "end", "nearly", term="2015-2020"),
]

AMENDED = [
    # 24 a year for two and a half years, then 18: 60 + 45 = 105; at the end of 2024 60 + 36 are due
    Row(
        MEMBERS + "target: 24 members/year, amended: [{on: 2023-01-01, target: 18 members/year}], "
        "readings: {2020-H2: 12, 2021: 21, 2022: 24, 2023: 18, 2024: 19}",
        "2024-12-31",
        "on-track",
        "achieved=94 attainment=94/105 due=96 pace=47/48",
        ("2021 (21 of 24)", "-2024 ("),
    ),
    # and the other way round: 18, then 24
    Row(
        MEMBERS + "target: 18 members/year, amended: [{on: 2023-01-01, target: 24 members/year}], "
        "readings: {2020-H2: 9, 2021: 20, 2022: 18, 2023: 24, 2024: 24}",
        "2024-12-31",
        "on-track",
        "achieved=95 attainment=19/21 due=93 pace=95/93",
        ("-short of",),
    ),
    # one that lies ahead of the day looked at changes nothing yet
    Row(
        MEMBERS + "target: 24 members/year, amended: [{on: 2023-01-01, target: 18 members/year}], "
        "readings: {2020-H2: 12, 2021: 21}",
        "2021-12-31",
        "behind",
        "attainment=11/40 due=36 pace=11/12",
    ),
    # a goal of the whole term: 60 due after 30 of 60 months of 120, then straight to 150: 60 + 90 × 12/30
    Row(
        MEMBERS + "target: 120 members, amended: [{on: 2023-01-01, target: 150 members}], "
        "readings: {2020-H2: 12, 2021: 24, 2022: 24, 2023: 36}",
        "2023-12-31",
        "on-track",
        "achieved=96 attainment=16/25 due=96 pace=1",
    ),
    # a level: 60 to 80, from the middle on to 100: 70, then 70 + 30 × 12/30
    Row(
        SHARE + "target: 80 %, baseline: 60 %, amended: [{on: 2023-01-01, target: 100 %}], readings: {2023: 82 %}",
        "2023-12-31",
        "on-track",
        "due=82 pace=1 attainment=41/50",
    ),
    # a rank by the goal on the last day of each year: 7th of at most 3rd is lost, 6th of at most 8th is not
    Row(
        RANK + 'target: "<= 3", amended: [{on: 2023-01-01, target: "<= 8"}], '
        "readings: {2021: 7, 2022: 2, 2023: 6, 2024: 8}",
        "2024-12-31",
        "missed",
        "attainment=3/4 score=3/4 years=3_of_4",
        ("(2021)",),
    ),
    # a year that began under the old goal and ended under the new one
    Row(
        RANK + 'target: "<= 3", amended: [{on: 2022-07-01, target: "<= 8"}], readings: {2021: 3, 2022: 7}',
        "2022-12-31",
        "on-track",
        "years=2_of_2",
    ),
]

HOLDING = [
    # what was reached before the term, and is no longer; the line from 100 leads to 100 - 2 × 3
    Row(
        SHARE + "target: 100 %, baseline: 100 %, readings: {2022-12-31: 97 %}",
        "mid-term",
        "worsened",
        "due=100 attainment=97/100 forecast=94",
    ),
    Row(SHARE + "target: 92 %, baseline: 92 %, readings: {2022-12-31: 91.9 %}", "mid-term", "worsened", "due=92"),
    Row(SHARE + "target: 92 %, baseline: 95 %, readings: {2020-07-31: 91 %}", "2020-07-31", "worsened", "due=92"),
    # fallen, and still kept
    Row(SHARE + "target: 92 %, baseline: 95 %, readings: {2022-12-31: 93 %}", "mid-term", "exceeded", "due=92"),
    # at the end it is nearly or missed, as anything else
    Row(SHARE + "target: 100 %, baseline: 100 %, readings: {2025-06-30: 97 %}", "end", "nearly", "score=97/100"),
    # a limit that was kept: 12 of at most 10 with 8 before
    Row(
        POOR + "target: 10 %, baseline: 8 %, readings: {2022-12-31: 12 %}",
        "mid-term",
        "worsened",
        "attainment=6/5 due=10 score=5/6",
    ),
    # worse than a baseline that never met the goal
    Row(
        SHARE + "target: 80 %, baseline: 60 %, readings: {2022-12-31: 59 %}",
        "mid-term",
        "worsened",
        "due=70 pace=-1/10 attainment=59/80",
    ),
    # the same as the baseline is not worse: nothing gained of 10 due
    Row(SHARE + "target: 80 %, baseline: 60 %, readings: {2022-12-31: 60 %}", "mid-term", "at-risk", "pace=0"),
    # straight lines end at 60 + 36 × 2 and 9 - 8 × 2, which no share can be
    Row(
        SHARE + "target: 97 %, baseline: 60 %, readings: {2022-12-31: 96 %}",
        "mid-term",
        "on-track",
        "due=157/2 pace=72/37 forecast=100",
        ("the straight line ends at 132%",),
    ),
    Row(
        POOR + "target: 0.5 %, baseline: 9 %, readings: {2022-12-31: 1 %}",
        "mid-term",
        "on-track",
        "due=19/4 pace=32/17 forecast=0",
        ("the straight line ends at -7%",),
    ),
    # what is no share may go where it will
    Row(
        COUNT + "target: 70 communes, baseline: 40 communes, readings: {2022-12-31: 69 communes}",
        "mid-term",
        "on-track",
        "due=55 forecast=98",
    ),
]

LIMITS = [
    # 3 of 900 million are a third of a percent of the limit, half of which is due
    Row(SPENT + "target: 900 million VND, actual: 3 million VND", "mid-term", "on-track", "attainment=1/300 pace=150"),
    Row(SPENT + "target: 900 million VND, actual: 1 VND", "mid-term", "on-track", "attainment=1/900000000"),
    Row(SPENT + "target: 900 million VND, actual: 0 VND", "mid-term", "on-track", "attainment=0 score=1"),
    # the whole limit used with half of the term to go is 1/2 of the pace; one more breaks it for good
    Row(CASES + "target: 30 cases, actual: 30", "mid-term", "at-risk", "attainment=1 pace=1/2"),
    Row(CASES + "target: 30 cases, actual: 31", "mid-term", "nearly", "attainment=31/30 score=30/31"),
    Row(CASES + "target: 30 cases, actual: 18", "end", "exceeded", "attainment=3/5"),
    Row(CASES + "target: 600 cases, actual: 1200", "end", "missed", "attainment=2 score=1/2"),
    # a limit of nothing: no share of it, and worth nothing once it is broken
    Row(CASES + "target: 0 cases, actual: 0", "mid-term", "on-track", "attainment=None"),
    Row(CASES + "target: 0 cases, actual: 2", "end", "missed", "attainment=None score=0"),
    # a level over its limit, with no baseline and time to go
    Row(POOR + "target: 4 %, actual: 5 %", "mid-term", "pending", "attainment=5/4 score=4/5 pace=None"),
    Row(POOR + "target: 4 %, actual: 5 %", "end", "nearly", "attainment=5/4 score=4/5"),
]

TWO_SIDED = [
    # 96 lies 8 under 104: 96/104 of it; 120 is beyond 108
    Row(RATIO + "target: within 104..108, actual: 96", "end", "nearly", "attainment=12/13 score=12/13"),
    Row(RATIO + "target: within 104..108, actual: 120", "end", "nearly", "attainment=10/9 score=9/10"),
    Row(RATIO + "target: within 104..108, actual: 144", "end", "missed", "attainment=4/3 score=3/4"),
    Row(RATIO + "target: within 104..108, actual: 105", "mid-term", "achieved", "attainment=105/104"),
    Row(RATIO + "target: within 104..108, actual: 96", "mid-term", "pending", "score=12/13"),
    # from above it is the upper end that is to be reached: 2 in two and a half years; from 118 the way leads to 108
    Row(RATIO + "target: within 104..108, actual: 110", "mid-term", "pending", "attainment=55/54 needed=-4/5"),
    Row(
        RATIO + "target: within 104..108, baseline: 118, readings: {2022-12-31: 112}",
        "mid-term",
        "on-track",
        "due=113 pace=6/5 needed=-8/5",
    ),
    # what was within and no longer is has worsened
    Row(RATIO + "target: within 104..108, baseline: 106, readings: {2022-12-31: 110}", "mid-term", "worsened"),
    Row(SHARE + "target: '= 90 %', baseline: 90 %, readings: {2022-12-31: 89 %}", "mid-term", "worsened"),
    # 10 to 16 a year are 50 to 80 in five years: 40 of 50, and 100 beyond 80
    Row(
        inline("total", "VND") + "target: within 10..16 VND/year, actual: 40 VND",
        "end",
        "nearly",
        "attainment=4/5 score=4/5",
    ),
    Row(
        inline("total", "VND") + "target: within 10..16 VND/year, actual: 100 VND",
        "end",
        "nearly",
        "attainment=5/4 score=4/5",
    ),
    # a range is exceeded beyond its far end
    Row(SHARE + "target: 16..20 %, actual: 36 %", "end", "exceeded", "attainment=9/4"),
    Row(SHARE + "target: 16..20 %, actual: 20 %", "end", "achieved", "attainment=5/4"),
]

STEPS = "target: {2020: 5, 2021: 12, 2022: 12, 2023: 12, 2024: 12, 2025: 7}"
TOLD = "readings: {2020-H2: 5, 2021: 13, 2022: 11, 2023-H1: 5}"
ANEW = [
    # what starts anew each year: 97 and 96 kept, 2023 running; a goal of each year has no forecast
    Row(
        DISBURSED + "target: 96 %, every: year, readings: {2021: 97 %, 2022: 96 %, 2023-H1: 35 %}",
        "2023-06-30",
        "on-track",
        "achieved=96 attainment=1 years=2_of_2 pace=1 forecast=None",
    ),
    Row(
        DISBURSED + "target: 96 %, readings: {2021: 97 %, 2022: 96.5 %, 2023-H1: 35 %}",
        "2023-06-30",
        "exceeded",
        "achieved=193/2 attainment=193/192",
    ),
    # 5 + 12 + 12 + 6 due, and 34 of it; judged by the sum the short year is named, year by year it is lost
    Row(MEMBERS + f"{STEPS}, {TOLD}", "2023-06-30", "on-track", "achieved=34 due=35 pace=34/35 attainment=17/30"),
    Row(MEMBERS + f"{STEPS}, every: year, {TOLD}", "2023-06-30", "missed", "years=2_of_3 attainment=17/30"),
    # what adds up begins at nothing, whatever was there before
    Row(
        MEMBERS + "target: 150 members, baseline: 80 members, readings: {2020-H2: 9, 2021: 6}",
        "2021-12-31",
        "at-risk",
        "attainment=1/10 due=45 pace=1/3",
        ("the baseline does not count",),
    ),
    # a level of counted things does not: 30 + 20 × 1/2 due, 7 gained of 10
    Row(
        COUNT + "target: 50 communes, baseline: 30 communes, readings: {2022-12-31: 37 communes}",
        "2023-06-30",
        "behind",
        "due=40 pace=7/10 forecast=44",
    ),
    # running totals are not added up: 44 is all there is since the term began
    Row(
        MEMBERS + "target: 90 members, cumulative: yes, readings: {2021-12-31: 18, 2022-06-30: 30, 2022-12-31: 44}",
        "mid-term",
        "on-track",
        "achieved=44 due=45 pace=44/45 forecast=88",
    ),
]

FISCAL = [
    # years from April: the quarters of April 2024 to March 2025 are the year 2024, 16 of 16, and of 16 + 20
    Row(
        MEMBERS + "target: {2024: 16, 2025: 20}, every: year, "
        "readings: {2024-Q2: 4, 2024-Q3: 4, 2024-Q4: 4, 2025-Q1: 4}",
        "2025-03-31",
        "on-track",
        "achieved=16 years=1_of_1 attainment=4/9",
        term="{from: 2024-04-01, to: 2026-03-31}",
        more="year_starts: 04-01",
    ),
    Row(
        MEMBERS + "target: 16 members/year, every: year, readings: {2024-Q2: 4, 2024-Q3: 4, 2024-Q4: 4, 2025-Q1: 3}",
        "2025-03-31",
        "missed",
        "years=0_of_1 attainment=15/32",
        term="{from: 2024-04-01, to: 2026-03-31}",
        more="year_starts: 04-01",
    ),
]

GROWN = [
    # a year lost by half needs one doubled: (1 - 50 %) × (1 + 100 %) = 1, not 25 % a year
    Row(
        GROWTH + "target: 5 %/year, readings: {2021: -50, 2022: 100}", "2022-12-31", "at-risk", "achieved=0", term=PLAN
    ),
    # 1.44 × 1 = 1.2 × 1.2: exactly 20 a year where the arithmetic mean is 22
    Row(
        GROWTH + "target: 20 %/year, readings: {2021: 44, 2022: 0}", "2022-12-31", "achieved", "achieved=20", term=PLAN
    ),
    Row(GROWTH + "target: 22 %/year, readings: {2021: 44, 2022: 0}", "2022-12-31", "behind", "pace=10/11", term=PLAN),
    # five years of 3, 12, 6, 11 and 8: their product 1.03 × 1.12 × 1.06 × 1.11 × 1.08 = 1.46589… is less than 1.08^5 =
    # 1.46932…, though their arithmetic mean is 8
    Row(
        GROWTH + "target: 8 %/year, readings: {2021: 3, 2022: 12, 2023: 6, 2024: 11, 2025: 8}",
        "end",
        "nearly",
        term=PLAN,
    ),
]


@pytest.mark.parametrize("row", HALF_YEARS)
def test_half_a_year_is_half_a_year(row: Row) -> None:
    """A goal per year asks half of it in half a year, whatever days that has; on average short years are only named."""
    holds(row)


@pytest.mark.parametrize("row", HALF_YEARS_BOUND)
def test_each_year_for_its_months(row: Row) -> None:
    """With `every: year` a part of a year answers for its months, of whole things rounded down."""
    holds(row)


@pytest.mark.parametrize("row", MISSING)
def test_what_nobody_reported_is_not_zero(row: Row) -> None:
    """Months without a reading are neither nothing nor forgotten: they are not judged, and named."""
    holds(row)


@pytest.mark.parametrize("row", STOPPED)
def test_reports_that_stop(row: Row) -> None:
    """At the end of a period old figures decide nothing that newer ones could."""
    holds(row)


@pytest.mark.parametrize("row", AMENDED)
def test_an_amendment_leaves_the_past_alone(row: Row) -> None:
    """Each month, and each year, is asked by the goal that was then in force."""
    holds(row)


@pytest.mark.parametrize("row", HOLDING)
def test_what_was_held_can_only_get_worse(row: Row) -> None:
    """Where the goal was met before, its bound is due all along; what falls short of any baseline has worsened."""
    holds(row)


@pytest.mark.parametrize("row", LIMITS)
def test_limits_are_used_up(row: Row) -> None:
    """Where lower is better attainment is the share of the limit that is used, and the score its other way round."""
    holds(row)


@pytest.mark.parametrize("row", TWO_SIDED)
def test_both_sides_of_a_goal(row: Row) -> None:
    """A goal `within` is unmet on either side; a range is only on one."""
    holds(row)


@pytest.mark.parametrize("row", ANEW)
def test_what_starts_anew_and_what_goes_on(row: Row) -> None:
    """Years are not added up where they begin anew, nor running totals anywhere."""
    holds(row)


@pytest.mark.parametrize("row", FISCAL)
def test_years_that_begin_in_april(row: Row) -> None:
    """The year of a body is four quarters from the day that it begins on."""
    holds(row)


@pytest.mark.parametrize("row", GROWN)
def test_growth_compounds(row: Row) -> None:
    """Years of growth multiply; their arithmetic mean says too much."""
    holds(row)


def test_a_year_of_which_the_goal_is_open_is_not_told() -> None:
    """A goal below a figure, cut into months, leaves open what the year after it asks: nothing is said of that year."""
    found = assessed(
        inline("total", "ha", "lower") + "target: 0 every year, amended: [{on: 2020-10-11, target: '< -5'}, "
        "{on: 2021-04-09, target: '= 20 every year'}], readings: {2021-H1: 5}",
        "2022-12-31",
    )
    assert kinds.find("total").bound_years(found.case) == []
    assert found.status == "undetermined"
