"""What a goal asks of some months of its period, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from samples.judged import FIVE_YEARS, PLAN, assessed, inline

from partykpi.core import kinds
from partykpi.core.figure import divide, exactly

MEMBERS = inline("total", "member")
SPENT = inline("total", "VND", "lower")
PATH = "target: {2020: 6, 2021: 12, 2022: 12, 2023: 12, 2024: 18, 2025: 9}, "
ALL_SO_FAR = "actual: 1"

YEARLY = "target: 24 members/year, amended: [{on: 2023-01-01, target: 18 members/year}], "
WHOLE = "target: 120 members, amended: [{on: 2023-01-01, target: 150 members}], "
TWICE = "target: 60 members, amended: [{on: 2021-07-01, target: 108 members}, {on: 2023-07-01, target: 156 members}], "


@pytest.mark.parametrize(
    ("target", "as_of", "due", "bound"),
    [
        # evenly over the months: 1, 6, 30, 60 of 60
        ("target: 120 members, " + ALL_SO_FAR, "2020-07-31", "2", "120"),
        ("target: 120 members, " + ALL_SO_FAR, "2020-12-31", "12", "120"),
        ("target: 120 members, " + ALL_SO_FAR, "mid-term", "60", "120"),
        ("target: 120 members, " + ALL_SO_FAR, "end", "120", "120"),
        # so much a year, a quarter, a month: 24 a year in all three
        ("target: 24 members/year, " + ALL_SO_FAR, "2020-07-31", "2", "120"),
        ("target: 6 members/quarter, " + ALL_SO_FAR, "mid-term", "60", "120"),
        ("target: 2 members/month, " + ALL_SO_FAR, "end", "120", "120"),
        # only what is reported: 6 + 12 of 60 months
        ("target: 120 members, readings: {2020-H2: 1, 2022: 1}", "mid-term", "36", "120"),
        ("target: 24 members/year, readings: {2021-Q1: 1}", "2021-12-31", "6", "120"),
        # a path: each figure for its part of a year as written, evenly over it: 6, 6 + 12/2, 18 + 12 + 6, and 18/2 more
        (PATH + ALL_SO_FAR, "2020-09-30", "3", "69"),
        (PATH + ALL_SO_FAR, "2020-12-31", "6", "69"),
        (PATH + ALL_SO_FAR, "2021-06-30", "12", "69"),
        (PATH + ALL_SO_FAR, "2023-06-30", "36", "69"),
        (PATH + ALL_SO_FAR, "2024-06-30", "51", "69"),
        (PATH + ALL_SO_FAR, "2025-03-31", "129/2", "69"),  # 60 and half of 9
        (PATH + "readings: {2020-H2: 1, 2024: 1}", "2024-12-31", "24", "69"),
        # amended, each month by the goal then in force: 2.5 × 24 + 2.5 × 18
        (YEARLY + ALL_SO_FAR, "2021-12-31", "36", "120"),  # not known yet
        (YEARLY + ALL_SO_FAR, "2022-12-31", "60", "120"),
        (YEARLY + ALL_SO_FAR, "2023-12-31", "78", "105"),
        (YEARLY + ALL_SO_FAR, "end", "105", "105"),
        (YEARLY + "readings: {2020-H2: 1, 2023: 1}", "2023-12-31", "30", "105"),
        # 60 after 30 months, then straight to 150: 3 a month
        (WHOLE + ALL_SO_FAR, "2022-12-31", "60", "120"),
        (WHOLE + ALL_SO_FAR, "2023-01-31", "63", "150"),
        (WHOLE + ALL_SO_FAR, "2023-12-31", "96", "150"),
        (WHOLE + ALL_SO_FAR, "end", "150", "150"),
        (WHOLE + "readings: {2021: 1, 2023: 1}", "2023-12-31", "60", "150"),  # 12 months of 2 and 12 of 3
        # amended twice: 1 a month for 12, then (108 - 12) / 48 = 2 for 24, then (156 - 60) / 24 = 4
        (TWICE + ALL_SO_FAR, "2021-06-30", "12", "60"),
        (TWICE + ALL_SO_FAR, "2022-06-30", "36", "108"),
        (TWICE + ALL_SO_FAR, "2023-06-30", "60", "108"),
        (TWICE + ALL_SO_FAR, "2024-06-30", "108", "156"),
        (TWICE + ALL_SO_FAR, "end", "156", "156"),
    ],
)
def test_due_and_bound_of_a_total(target: str, as_of: str, due: str, bound: str) -> None:
    """What the months reported ask for, and what the whole period does."""
    it = assessed(MEMBERS + target, as_of)
    assert it.measure.due == exactly(Fraction(due))
    assert kinds.find("total").over_period(it.case).bound == exactly(Fraction(bound))
    assert it.measure.achieved is not None
    assert it.measure.attainment == divide(it.measure.achieved, exactly(Fraction(bound)))


def test_a_goal_of_three_years_step_by_step() -> None:
    """Of 10, 20 and 30 in three years, one and a half years are due 10 + 20 × 6/12."""
    target = "target: {2021: 10, 2022: 20, 2023: 30}, readings: {2021: 12, 2022-H1: 8}"
    it = assessed(MEMBERS + target, "2022-06-30", "{from: 2021-01-01, to: 2023-12-31}")
    assert it.goal.bound == exactly(60)
    assert it.measure.due == exactly(20)
    assert it.measure.attainment == exactly(Fraction(20, 60))


@pytest.mark.parametrize(
    ("goal", "as_of", "due"), [("600 VND/year", "2021-06-30", "300"), ("50 VND/month", "2023-12-31", "1800")]
)
def test_a_limit_a_year(goal: str, as_of: str, due: str) -> None:
    """What may be used up a year may be used evenly over its months."""
    assert assessed(SPENT + f"target: {goal}, actual: 7", as_of, PLAN).measure.due == exactly(Fraction(due))


def test_a_range_per_year_over_the_period() -> None:
    """4 to 6 a year are 20 to 30 in five years."""
    case = assessed(MEMBERS + "target: 4..6 members/year, actual: 1", "end", FIVE_YEARS).case
    interval = kinds.find("total").over_period(case).interval
    assert interval is not None
    assert (interval.low, interval.high) == (Fraction(20), Fraction(30))


def test_only_a_total_asks_for_more_over_the_period() -> None:
    """The goal of a level over the period is the goal."""
    case = assessed(inline("level", "%") + "target: 80 %, actual: 1 %").case
    assert kinds.find("level").over_period(case) == case.goal
