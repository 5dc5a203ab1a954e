"""The pace of the term: what is due by a date, and where the straight line leads."""

from fractions import Fraction
from typing import NamedTuple

from partykpi.core.figure import Interval, add, divide, exactly, intersect, multiply, subtract
from partykpi.core.model import Goal
from partykpi.core.time import Moment

ZERO = exactly(0)


class Course(NamedTuple):
    """Due, forecast and needed in the unit of the goal (needed: a year), pace as a share of 1; None where unknown."""

    due: Interval | None = None
    pace: Interval | None = None
    forecast: Interval | None = None
    needed: Interval | None = None


def straight_line(
    achieved: Interval, goal: Goal, moment: Moment, start: Interval = ZERO, due: Interval | None = None
) -> Course:
    """Return the course from `start` at the beginning of the term to the goal's bound at its end.

    Due is start + (bound − start) × elapsed, where it is not given; pace is what was gained against what was due to be
    gained; the forecast carries the gain so far on to the end; needed spreads what is lacking over the years left.
    """
    bound = goal.bound
    if bound is None:
        return Course()
    elapsed = exactly(moment.elapsed)
    if due is None:
        due = add(start, multiply(subtract(bound, start), elapsed))
    gained = subtract(achieved, start)
    ahead = divide(gained, elapsed)
    return Course(
        due=due,
        pace=divide(gained, subtract(due, start)),
        forecast=ahead and add(start, ahead),
        needed=still_needed(achieved, goal, moment),
    )


def ceiling(achieved: Interval, goal: Goal, moment: Moment, due: Interval | None = None) -> Course:
    """Return the course of a total that may use up its bound evenly over the term (or `due` by now), and no more.

    Pace is due / achieved. While nothing is used up there is no such ratio; any first use up to what is due
    would give at least 1, which is what the pace says then.
    """
    bound = goal.bound
    if bound is None:
        return Course()
    elapsed = exactly(moment.elapsed)
    due = due or multiply(bound, elapsed)
    pace = divide(due, achieved)
    return Course(
        due=due,
        pace=Interval(Fraction(1), None) if achieved == ZERO else pace,
        forecast=divide(achieved, elapsed),
    )


def still_needed(achieved: Interval, goal: Goal, moment: Moment) -> Interval | None:
    """Return what every remaining year must change to reach the bound, below zero where lower is better.

    It is 0 once the bound is reached, and None after the term.
    """
    bound, left = goal.bound, moment.years_left
    if bound is None or moment.ended or not left:
        return None
    needed = divide(subtract(bound, achieved), exactly(left))
    if needed is None:
        return None
    sought = Interval(None, Fraction(0)) if goal.direction == "lower" else Interval(Fraction(0), None)
    return intersect(needed, sought) or ZERO
