"""The term in days and years, and what is due of a goal by a date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.core import rule
from partykpi.core.figure import Interval, exactly
from partykpi.core.model import Direction, Goal, Resolution
from partykpi.core.progress import pace
from partykpi.core.report import assess
from partykpi.core.rule import Rule
from partykpi.core.time import Moment, Term
from partykpi.problem import Place, Source
from partykpi.text import GivenText

PLACE = Place(Source("test.yaml", ""), 1, 1, 1)
FOUR_YEARS = Term(date(2021, 1, 1), date(2024, 12, 31))


def day(text: str) -> date:
    """Return the date that the text writes."""
    return date.fromisoformat(text)


def term(first: str, last: str) -> Term:
    """Return the term between two dates."""
    return Term(day(first), day(last))


def moment(elapsed: str) -> Moment:
    """Return the moment at which that share of four years is gone; only 1 is the last day."""
    last = FOUR_YEARS.last if elapsed == "1" else date(2022, 6, 30)
    return Moment(FOUR_YEARS, last, Fraction(elapsed))


def goal(bound: str, direction: Direction = "higher") -> Goal:
    """Return the goal of that bound."""
    value = Fraction(bound)
    if direction == "lower":
        return Goal("", PLACE, Interval(None, value), direction="lower", measured_against="high")
    return Goal("", PLACE, Interval(value, None))


class Course(NamedTuple):
    """What the rules of the pace come to."""

    due: Interval | None = None
    pace: Interval | None = None
    forecast: Interval | None = None
    needed: Interval | None = None


def exact(*values: str | None) -> Course:
    """Return the course of those figures."""
    return Course(*(None if value is None else exactly(Fraction(value)) for value in values))


def course(
    rules: Mapping[str, Rule], achieved: Interval, asked: Goal, on: Moment, baseline: Interval | None = None
) -> Course:
    """Return what rules come to at a moment."""
    values: dict[str, rule.Value] = {
        "achieved": achieved,
        "bound": asked.bound,
        "baseline": baseline,
        "elapsed": exactly(on.elapsed),
        "left": exactly(on.years_left),
    }
    for name, made in {**rules, **pace.needed(asked, on)}.items():
        values[name] = rule.evaluate(made, values)
    return Course(*(figure if isinstance(figure := values.get(name), Interval) else None for name in Course._fields))


@pytest.mark.parametrize(
    ("first", "last", "days", "years"),
    [
        ("2020-07-01", "2025-06-30", 1826, "5"),  # 5 × 365, and 29 February 2024
        ("2020-06-13", "2025-06-12", 1826, "5"),
        ("2024-01-01", "2024-12-31", 366, "1"),
        ("2023-01-01", "2023-12-31", 365, "1"),
        ("2023-01-01", "2024-06-30", 547, "274/183"),  # a year, and 182 of 366 days
        ("2022-01-01", "2023-03-14", 438, "6/5"),  # a year, and 73 of 365 days
        ("2020-07-01", "2020-12-31", 184, "184/365"),  # of the year up to 30 June 2021
        ("2024-02-29", "2025-02-28", 366, "1"),
        ("2024-02-29", "2028-02-28", 1461, "4"),
        ("2023-03-01", "2024-02-29", 366, "1"),
        ("2024-05-05", "2024-05-05", 1, "1/365"),
    ],
)
def test_length_of_a_term(first: str, last: str, days: int, years: str) -> None:
    """Both ends count; what is left over after whole years is a share of the year that it begins."""
    assert term(first, last).days == days
    assert term(first, last).years == Fraction(years)


@pytest.mark.parametrize(
    ("first", "last", "on", "elapsed"),
    [
        ("2024-01-01", "2024-12-31", "2024-02-29", "10/61"),  # 60 of 366
        ("2024-01-01", "2024-12-31", "2024-01-01", "1/366"),
        ("2024-01-01", "2024-12-31", "2024-12-30", "365/366"),
        ("2024-01-01", "2024-12-31", "2024-12-31", "1"),
        ("2024-01-01", "2024-12-31", "2025-01-01", "1"),
        ("2024-01-01", "2024-12-31", "2099-01-01", "1"),
        ("2024-01-01", "2024-12-31", "2023-12-31", "0"),
        ("2024-01-01", "2024-12-31", "2000-01-01", "0"),
        ("2023-01-01", "2023-12-31", "2023-02-28", "59/365"),
        ("2020-07-01", "2025-06-30", "2022-12-31", "457/913"),  # 914 of 1826: one day over the half
        ("2020-07-01", "2025-06-30", "2024-12-31", "1645/1826"),
    ],
)
def test_elapsed(first: str, last: str, on: str, elapsed: str) -> None:
    """The share of the days gone by the end of that day, never below 0 or above 1."""
    assert term(first, last).elapsed(day(on)) == Fraction(elapsed)


@pytest.mark.parametrize(
    ("first", "last", "middle"),
    [
        ("2020-07-01", "2025-06-30", "2022-12-31"),
        ("2024-01-01", "2024-12-31", "2024-07-02"),  # 183 days after the first
        ("2023-01-01", "2023-12-31", "2023-07-02"),  # 182 days after it, the middle one of 365
        ("2020-06-13", "2025-06-12", "2022-12-13"),
        ("2024-05-05", "2024-05-05", "2024-05-05"),
    ],
)
def test_mid_term(first: str, last: str, middle: str) -> None:
    """It is exactly one half, on the day after which no more is left than went before it."""
    resolution = Resolution("test.yaml", GivenText("R"), GivenText("C"), term(first, last), ())
    found = assess(resolution, "mid-term", date(2030, 1, 1)).moment
    assert (found.as_of, found.elapsed) == (day(middle), Fraction(1, 2))


def test_years_gone_and_left() -> None:
    """Of five years, half are two and a half; the term is not over."""
    five = term("2020-07-01", "2025-06-30")
    found = Moment(five, day("2022-12-31"), Fraction(1, 2))
    assert (found.years_gone, found.years_left, found.ended) == (Fraction(5, 2), Fraction(5, 2), False)
    assert Moment(five, five.last, Fraction(1)).ended
    assert not Moment(five, five.last - timedelta(1), Fraction(1825, 1826)).ended


@pytest.mark.parametrize(
    ("achieved", "bound", "elapsed", "start", "expected"),
    [
        # from nothing: due 700/2, pace 547/350, forecast 547 × 2, needed 153 in two years
        ("547", "700", "1/2", "0", exact("350", "547/350", "1094", "153/2")),
        ("90", "400", "1/4", "0", exact("100", "9/10", "360", "310/3")),
        ("0", "400", "1/4", "0", exact("100", "0", "0", "400/3")),
        # reached early
        ("500", "400", "3/4", "0", exact("300", "5/3", "2000/3", "0")),
        # the end
        ("300", "400", "1", "0", exact("400", "3/4", "300", None)),
        # from 40 to 80: due 40 + 40/4, 5 gained of 10, forecast 40 + 20, needed 35 in three years
        ("45", "80", "1/4", "40", exact("50", "1/2", "60", "35/3")),
        ("35", "80", "1/4", "40", exact("50", "-1/2", "20", "15")),
        # nothing was due yet: no pace and no forecast
        ("0", "400", "0", "0", exact("0", None, None, "100")),
        # the way is no way
        ("40", "40", "1/2", "40", exact("40", None, "40", "0")),
    ],
)
def test_straight_line(achieved: str, bound: str, elapsed: str, start: str, expected: Course) -> None:
    """Due, pace, forecast and needed on the line from the start to the bound."""
    reached, baseline = exactly(Fraction(achieved)), exactly(Fraction(start))
    assert course(pace.FROM_BASELINE, reached, goal(bound), moment(elapsed), baseline) == expected
    if start == "0":
        assert course(pace.FROM_NOTHING, reached, goal(bound), moment(elapsed)) == expected


def test_straight_line_down() -> None:
    """From 6 to 2 in four years: half-way 4 is due; 4.2 has gone 1.8 of 2, will come to 2.4, and has 2.2 to go."""
    down = course(pace.FROM_BASELINE, exactly(Fraction("4.2")), goal("2", "lower"), moment("1/2"), exactly(6))
    assert down == exact("4", "9/10", "12/5", "-11/10")


def test_straight_line_of_a_range() -> None:
    """Between 90 and 100 of 100 due: every figure keeps both ends."""
    found = course(pace.FROM_NOTHING, Interval(Fraction(90), Fraction(100)), goal("400"), moment("1/4"))
    assert found.pace == Interval(Fraction(9, 10), Fraction(1))
    assert found.forecast == Interval(Fraction(360), Fraction(400))
    assert found.needed == Interval(Fraction(100), Fraction(310, 3))


def test_no_bound_no_course() -> None:
    """Where there is nothing to reach nothing is due."""
    unknown = Goal("unknown", PLACE)
    for rules in (pace.FROM_NOTHING, pace.FROM_BASELINE, pace.WITHIN_LIMIT):
        found = course(rules, exactly(1), unknown, moment("1/2"), exactly(0))
        assert (found.due, found.pace, found.needed) == (None, None, None)


@pytest.mark.parametrize(
    ("achieved", "elapsed", "expected"),
    [
        # 40 may be used up; due / achieved
        ("8", "1/4", exact("10", "5/4", "32")),
        ("10", "1/4", exact("10", "1", "40")),
        ("20", "1/4", exact("10", "1/2", "80")),
        ("50", "1", exact("40", "4/5", "50")),
        ("0", "1/4", Course(exactly(10), Interval(Fraction(1), None), exactly(0))),
    ],
)
def test_within_a_limit(achieved: str, elapsed: str, expected: Course) -> None:
    """What may be used up evenly: the less is used up, the better the pace."""
    found = course(pace.WITHIN_LIMIT, exactly(Fraction(achieved)), goal("40", "lower"), moment(elapsed))
    assert found._replace(needed=None) == expected


@pytest.mark.parametrize(
    ("achieved", "asked", "elapsed", "needed"),
    [
        ("100", goal("400"), "1/2", "150"),
        ("400", goal("400"), "1/2", "0"),
        ("500", goal("400"), "1/2", "0"),
        ("0", goal("400"), "0", "100"),
        ("399", goal("400"), "3/4", "1"),
        ("0", goal("400"), "1", None),
        # down to 4: by 3 a year, or no further
        ("10", goal("4", "lower"), "1/2", "-3"),
        ("4", goal("4", "lower"), "1/2", "0"),
        ("3", goal("4", "lower"), "1/2", "0"),
    ],
)
def test_still_needed(achieved: str, asked: Goal, elapsed: str, needed: str | None) -> None:
    """What is lacking, over the years that are left of four."""
    found = course({}, exactly(Fraction(achieved)), asked, moment(elapsed))
    assert found.needed == (None if needed is None else exactly(Fraction(needed)))


dates = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(dates, st.integers(0, 4000), st.integers(-100, 5000))
def test_days_make_up_the_term(first: date, length: int, after: int) -> None:
    """Each day of the term adds one share of it, and no day outside adds anything."""
    whole = Term(first, first + timedelta(length))
    on = first + timedelta(after)
    step = whole.elapsed(on) - whole.elapsed(on - timedelta(1))
    assert step == (Fraction(1, whole.days) if 0 <= after <= length else 0)


@given(dates.filter(lambda first: (first.month, first.day) != (2, 29)), st.integers(1, 30))
def test_whole_years(first: date, years: int) -> None:
    """From a day to the day before the same day in another year is a whole number of years."""
    after = first.replace(year=first.year + years)
    assert Term(first, after - timedelta(1)).years == years
