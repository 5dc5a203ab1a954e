"""What is due of a goal by a date, where the straight line leads, and what is still needed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

import pytest

from partykpi.core import rule
from partykpi.core.figure import Interval, exactly
from partykpi.core.model import Direction, Goal
from partykpi.core.progress import pace
from partykpi.core.rule import Rule
from partykpi.core.time import Moment, Term
from partykpi.problem import Place, Source

PLACE = Place(Source("test.yaml", ""), 1, 1, 1)
FOUR_YEARS = Term(date(2021, 1, 1), date(2024, 12, 31))


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
    rules: Mapping[str, Rule],
    achieved: Interval,
    asked: Goal,
    on: Moment,
    baseline: Interval | None = None,
    covered: int | None = None,
) -> Course:
    """Return what rules come to at a moment; all the months gone are reported, unless it is said how many are."""
    values: dict[str, rule.Value] = {
        "achieved": achieved,
        "bound": asked.bound,
        "baseline": baseline,
        "elapsed": exactly(on.elapsed),
        "months": exactly(on.term.months),
        "covered": exactly(on.elapsed * on.term.months if covered is None else covered),
        "left": exactly(on.years_left),
    }
    for name, made in {**rules, **pace.needed(asked, on)}.items():
        values[name] = rule.evaluate(made, values)
    return Course(*(figure if isinstance(figure := values.get(name), Interval) else None for name in Course._fields))


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


@pytest.mark.parametrize(
    ("achieved", "covered", "expected"),
    [
        # a quarter of four years gone, half of it reported: 400 × 6/48 due, 60 of 50, 60 in 6 months is 480 in 48
        ("60", 6, exact("50", "6/5", "480", "340/3")),
        ("60", 12, exact("100", "3/5", "240", "340/3")),
        # nothing reported: nothing due, and no pace
        ("0", 0, exact("0", None, None, "400/3")),
    ],
)
def test_only_the_months_reported_are_judged(achieved: str, covered: int, expected: Course) -> None:
    """Due and forecast follow the months that have readings; what is needed follows the years left."""
    found = course(pace.FROM_NOTHING, exactly(Fraction(achieved)), goal("400"), moment("1/4"), covered=covered)
    assert found == expected


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
    for rules in (pace.FROM_NOTHING, pace.FROM_BASELINE, {"pace": pace.WITHIN_LIMIT}):
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
        # nothing used, or less than nothing, is on track
        ("0", "1/4", Course(exactly(10), Interval(Fraction(1), None), exactly(0))),
        ("-5", "1/4", Course(exactly(10), Interval(Fraction(1), None), exactly(-20))),
    ],
)
def test_within_a_limit(achieved: str, elapsed: str, expected: Course) -> None:
    """What may be used up evenly: the less is used up, the better the pace."""
    rules = {**pace.FROM_NOTHING, "pace": pace.WITHIN_LIMIT}
    found = course(rules, exactly(Fraction(achieved)), goal("40", "lower"), moment(elapsed))
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
