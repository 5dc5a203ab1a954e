"""Achieved against the bound: the share reached, whether the goal is met, and what a share says of an unknown."""

from __future__ import annotations

from fractions import Fraction

from partykpi.core.figure import Interval, at_least, divide, inside, multiply, negate, subtract
from partykpi.core.model import End, Goal, Target, Unit

_POSITIVE = Interval(Fraction(0), None, low_closed=False)


def share_reached(achieved: Interval, goal: Goal, baseline: Interval | None = None) -> Interval | None:
    """Return attainment as a share of 1, or None where there is no ratio (nothing divides by zero).

    Higher is better: achieved / bound. Lower is better: (baseline − achieved) / (baseline − bound) where the
    baseline lies above the bound, else bound / achieved.
    """
    bound = goal.bound
    if bound is None:
        return None
    if goal.direction != "lower":
        return divide(achieved, bound) if _positive(bound) else None
    if baseline is not None and _positive(subtract(baseline, bound)):
        return divide(subtract(baseline, achieved), subtract(baseline, bound))
    return divide(bound, achieved) if _positive(achieved) else None


def bound_of(interval: Interval, end: End) -> Fraction:
    """Return the end of a goal that attainment is measured against; ValueError where it is unbounded there."""
    bound = interval.low if end == "low" else interval.high
    if bound is None:
        raise ValueError("the goal has no such end")
    return bound


def bound_from_share(share: Interval, target: Target, achieved: Interval) -> Interval | None:
    """Return the bounds of which `achieved` is that share, the inverse of `share_reached`."""
    if target.goal.direction != "lower":
        return divide(achieved, share)
    if target.baseline is not None and target.baseline.figure is not None:
        made = divide(subtract(target.baseline.figure, achieved), share)
        return made and subtract(target.baseline.figure, made)
    return multiply(achieved, share)


def achieved_from_share(share: Interval, target: Target, goal: Goal) -> Interval | None:
    """Return the achieved figures that are that share of the goal's bound, the inverse of `share_reached`."""
    bound = goal.bound
    if bound is None:
        return None
    if goal.direction != "lower":
        return multiply(share, bound)
    baseline = target.baseline and target.baseline.figure
    if baseline is not None and _positive(subtract(baseline, bound)):
        return subtract(baseline, multiply(share, subtract(baseline, bound)))
    return divide(bound, share)


def is_met(achieved: Interval, goal: Goal, share: Interval | None) -> bool | None:
    """Say whether the goal is met: True, False, or None where the intervals do not decide.

    A value better than a range asks for meets it too. Where the bound is only implied the share decides.
    """
    interval = goal.interval
    if interval is None:
        return None if share is None else inside(share, at_least(1))
    if goal.direction == "higher" and interval.low is not None:
        interval = Interval(interval.low, None, interval.low_closed)
    elif goal.direction == "lower" and interval.high is not None:
        interval = Interval(None, interval.high, high_closed=interval.high_closed)
    return inside(achieved, interval)


def is_exceeded(achieved: Interval, goal: Goal, unit: Unit) -> bool:
    """Say whether a goal that is met is surely left behind: by a range's far end, or by the bound.

    Of "more than 20" members 21 is the nearest whole number that meets it, so 22 is the first that exceeds it.
    """
    asked = goal.bound if goal.interval is None else goal.interval
    if goal.direction == "exactly" or asked is None:
        return False
    if goal.direction == "lower":
        achieved, asked = negate(achieved), negate(asked)
    edge = asked.high if asked.high is not None else asked.low
    if asked.high is None and asked.low is not None and not asked.low_closed and unit.counted:
        edge = Fraction(asked.low.numerator // asked.low.denominator + 1)
    return edge is not None and inside(achieved, Interval(edge, None, low_closed=False)) is True


def _positive(figure: Interval) -> bool:
    return inside(figure, _POSITIVE) is True
