"""Achieved against the bound: the share reached, whether the goal is met, and what a share says of an unknown."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from partykpi.core import rule
from partykpi.core.figure import Interval, add, divide, exactly, multiply, subtract
from partykpi.core.model import AttainmentOf, End, Goal, Target, Unit
from partykpi.core.quantities import ACHIEVED, ATTAINMENT, BASELINE, BOUND, FAR_END
from partykpi.core.rule import NO, ONE, ZERO, Constant, Formula, Rule, number

OF_BOUND = rule.share(ACHIEVED, BOUND)
"""The share of the goal that is achieved; where lower is better, the share of the limit that is used."""

FROM_BASELINE = rule.share(BASELINE - ACHIEVED, BASELINE - BOUND)
"""The share of the way from the baseline down to the bound."""


def attainment(goal: Goal, baseline: Interval | None = None, over: Goal | None = None, far: Rule = FAR_END) -> Rule:
    """Return the rule of attainment, a share of 1, which is there only where its divisor is above zero.

    Achieved / bound; but (baseline − achieved) / (baseline − bound) where lower is better and the baseline lies above
    the bound. A goal with two ends is measured against the one that was crossed, or the nearer one, of what it asks for
    `over` the period, where `far` is the other end; from a baseline outside it is the way to the end that this leads
    to.
    """
    approached = approach(goal, baseline)
    if approached is not None:
        return _towards(approached)
    if goal.direction == "exactly" and goal.interval is not None and goal.interval.exact is None:
        return rule.if_(_is_nearer_far_end(over or goal), rule.share(ACHIEVED, far), OF_BOUND)
    if goal.direction != "lower" or baseline is None:
        return OF_BOUND
    return rule.if_(rule.surely(BASELINE > BOUND), FROM_BASELINE, OF_BOUND)


def end_of(goal: Goal) -> Rule:
    """Return the end of a goal that a figure is measured against: of two the one it crossed, or the nearer one."""
    if goal.direction != "exactly" or goal.interval is None or goal.interval.exact is not None:
        return BOUND
    return rule.if_(_is_nearer_far_end(goal), FAR_END, BOUND)


def _is_nearer_far_end(goal: Goal) -> Rule:
    """Return whether a figure is nearer to the end of a range that is not its bound."""
    assert goal.interval is not None
    low, high = goal.interval.low, goal.interval.high
    if low is None or high is None:
        return NO
    middle = number((low + high) / 2)
    return rule.surely(ACHIEVED > middle if goal.measured_against == "low" else ACHIEVED < middle)


class Approach(NamedTuple):
    """The end of a goal with two ends that its baseline leads to, from `above` or from below, and the end beyond it."""

    near: Rule
    far: Rule
    above: bool

    @property
    def passed(self) -> Rule:
        """Whether a figure surely lies beyond both ends."""
        return rule.surely(ACHIEVED < self.far if self.above else ACHIEVED > self.far)


def approach(goal: Goal, baseline: Interval | None) -> Approach | None:
    """Return the ends of a goal with two of them as a baseline leads there; None of one that is not surely outside."""
    interval = goal.interval
    if goal.direction != "exactly" or interval is None or baseline is None:
        return None
    low, high = (BOUND, FAR_END) if goal.measured_against == "low" else (FAR_END, BOUND)
    if interval.exact is not None:
        low = high = BOUND
    if baseline.low is not None and interval.high is not None and baseline.low > interval.high:
        return Approach(high, low, above=True)
    if baseline.high is not None and interval.low is not None and baseline.high < interval.low:
        return Approach(low, high, above=False)
    return None


def way_between(goal: Goal, target: Target) -> Approach | None:
    """Return the way of a goal with two ends that attainment is a share of: down to it, or where lower is better."""
    found = approach(goal, target.baseline and target.baseline.figure)
    return found if found is not None and (found.above or target.indicator.better == "lower") else None


def _towards(to: Approach) -> Rule:
    """Return the share of the way to the nearer end, or beyond the other one what the figure is of that."""
    gone, whole = (BASELINE - ACHIEVED, BASELINE - to.near) if to.above else (ACHIEVED - BASELINE, to.near - BASELINE)
    return rule.if_(to.passed, rule.share(ACHIEVED, to.far), rule.share(gone, whole))


def of(goal: Goal, baseline: Interval | None = None) -> AttainmentOf:
    """Return what the attainment of a figure is a share of."""
    if goal.direction != "lower":
        return "goal"
    if baseline is not None and goal.bound is not None:
        above = rule.verdict(BASELINE > BOUND, {"baseline": baseline, "bound": goal.bound})
        return "way" if above else "limit"
    return "limit"


NOTHING = Constant(exactly(0))


def score(goal: Goal, ends: Ends, *, on_way: bool = False) -> Rule:
    """Return how far a goal of those ends that is not met is met, a share of 1 that is the greater the better.

    Of a limit it is limit / achieved, and 1 while it is not passed; of a goal with two ends what the figure and the end
    that it crossed are of each other; else the attainment. It lies between 0 and 1, and is 0 where the bound is 0 or
    less.
    """
    if goal.direction == "exactly":
        low, high = ends
        from_above = rule.share(high, ACHIEVED) if high is not None else ONE
        from_below = rule.share(ACHIEVED, low) if low is not None else ONE
        above = NO if high is None else rule.surely(ACHIEVED > high)
        return rule.if_(above, from_above, Formula("greatest", ZERO, from_below))
    if goal.direction == "lower" and not on_way:
        return _OF_LIMIT
    return _HELD_SHARE if on_way else _OF_GOAL


_OF_LIMIT = rule.if_(ACHIEVED > BOUND, rule.if_(BOUND > ZERO, BOUND / ACHIEVED, NOTHING), ONE)
_HELD_SHARE = Formula("least", ONE, Formula("greatest", ZERO, ATTAINMENT))
_OF_GOAL = rule.if_(BOUND > ZERO, _HELD_SHARE, NOTHING)


def share_reached(achieved: Interval, goal: Goal, baseline: Interval | None = None) -> Interval | None:
    """Return the attainment of a figure as a share of 1, or None where there is no ratio."""
    return rule.figure(attainment(goal, baseline), _ends_as_values(goal, achieved, baseline))


def _ends_as_values(goal: Goal, achieved: Interval | None, baseline: Interval | None) -> dict[str, Interval | None]:
    far = None if goal.interval is None else goal.interval.end("high" if goal.measured_against == "low" else "low")
    ends = {"bound": goal.bound, "far": None if far is None else exactly(far)}
    return {"achieved": achieved, "baseline": baseline, **ends}


def is_passed(to: Approach, goal: Goal, achieved: Interval | None) -> bool:
    """Say whether a figure surely lies beyond both ends of a goal, as seen from its baseline."""
    return rule.verdict(to.passed, _ends_as_values(goal, achieved, None)) is True


def bound_of(interval: Interval, end: End) -> Fraction:
    """Return the end of a goal that attainment is measured against; ValueError where it is unbounded there."""
    bound = interval.end(end)
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
    return divide(achieved, share)


def achieved_from_share(share: Interval, target: Target, goal: Goal) -> Interval | None:
    """Return the achieved figures that are that share of the goal's bound, the inverse of `share_reached`."""
    bound = goal.bound
    if bound is None:
        return None
    baseline = target.baseline and target.baseline.figure
    to = way_between(goal, target)
    if to is not None and baseline is not None:
        near = rule.figure(to.near, _ends_as_values(goal, None, baseline))
        return near and add(baseline, multiply(share, subtract(near, baseline)))
    if goal.direction != "lower":
        return multiply(share, bound)
    if baseline is not None and rule.verdict(BASELINE > BOUND, {"baseline": baseline, "bound": bound}):
        return subtract(baseline, multiply(share, subtract(baseline, bound)))
    return multiply(share, bound)


Ends = tuple[Rule | None, Rule | None]


def far_end(goal: Goal, unit: Unit) -> Fraction | None:
    """Return the end of a range that attainment is not measured against; that no rank is better than 1 is no end."""
    interval = goal.interval
    if interval is None or interval.exact is not None or (goal.path and goal.direction != "exactly"):
        return None
    far = interval.high if goal.measured_against == "low" else interval.low
    return None if unit.ordinal and far == 1 else far


def ends(goal: Goal, unit: Unit, bound: Rule = BOUND, far: Rule = FAR_END) -> Ends:
    """Return the ends of a goal as rules: `bound` for the one that is measured against, `far` for the other."""
    interval = goal.interval
    if interval is None:
        return None, None

    def end(which: End, value: Fraction | None) -> Rule | None:
        if value is None:
            return None
        if which == goal.measured_against or interval.exact is not None:
            return bound
        return number(value) if far_end(goal, unit) is None else far

    return end("low", interval.low), end("high", interval.high)


def of_step(step: Interval, bound: Rule, end: End) -> Ends:
    """Return the ends of the goal of a single year, of which `bound` is the one that is measured against."""
    measured = bound_of(step, end)

    def one(value: Fraction | None) -> Rule | None:
        return None if value is None else bound if value == measured else number(value)

    return one(step.low), one(step.high)


def meets(figure: Rule, goal: Goal, ends: Ends) -> Rule | None:
    """Return whether a figure meets a goal of those ends; None where the goal has no interval.

    A value better than a range asks for meets it too.
    """
    interval, (low, high) = goal.interval, ends
    if interval is None:
        return None
    above = None if low is None else figure >= low if interval.low_closed else figure > low
    below = None if high is None else figure <= high if interval.high_closed else figure < high
    if goal.direction == "higher" and above is not None:
        return above
    if goal.direction == "lower" and below is not None:
        return below
    return above & below if above is not None and below is not None else above or below


def met(goal: Goal, ends: Ends) -> Rule:
    """Return whether what was achieved meets a goal of those ends; one that is only implied, whether all is reached."""
    found = meets(ACHIEVED, goal, ends)
    return ATTAINMENT >= 1 if found is None else found


def is_met(achieved: Interval, goal: Goal) -> bool | None:
    """Say whether a figure meets the interval of a goal: True, False, or None where the intervals do not decide."""
    interval = goal.interval
    if interval is None:
        return None
    low, high = (None if end is None else number(end) for end in (interval.low, interval.high))
    found = meets(ACHIEVED, goal, (low, high))
    return None if found is None else rule.verdict(found, {"achieved": achieved})


def exceeded(goal: Goal, ends: Ends, unit: Unit) -> Rule:
    """Return whether a goal that is met is left behind: by a range's far end, or by the bound.

    Of "more than 20" members 21 is the nearest whole number that meets it, so 22 is the first that exceeds it.
    """
    if goal.direction == "exactly":
        return NO
    lower = goal.direction == "lower"
    if goal.interval is None:
        implied = _implied_edge(goal, lower=lower)
        return ACHIEVED < implied if lower else ACHIEVED > implied
    low, high = ends
    far, near = (low, high) if lower else (high, low)
    closed = goal.interval.high_closed if lower else goal.interval.low_closed
    if unit.ordinal and far_end(goal, unit) is None:
        far = None  # that no rank is better than 1 is no end
    if far is None and near is not None and not closed and (unit.counted or unit.ordinal):
        zero = ZERO
        far = zero - Formula("next whole", zero - near) if lower else Formula("next whole", near)
    edge = far or near
    return NO if edge is None else ACHIEVED < edge if lower else ACHIEVED > edge


def _implied_edge(goal: Goal, *, lower: bool) -> Rule:
    """Return the bound, or of an implied one without an end on the better side, the end that it has."""
    bound = goal.bound
    if bound is None:
        return BOUND
    best, other = (bound.low, bound.high) if lower else (bound.high, bound.low)
    return BOUND if best is not None or other is None else number(other)
