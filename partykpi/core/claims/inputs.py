"""What a claim is judged by, and the figure that it is about."""

from fractions import Fraction
from typing import NamedTuple

from partykpi.core import kinds, rule
from partykpi.core.figure import Interval, divide, exactly, multiply, subtract
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case, Measure
from partykpi.core.model import Claim, Sense, Status
from partykpi.core.progress import asked
from partykpi.core.progress.stages import stages
from partykpi.core.time import Period

HUNDRED = exactly(100)
_ONE = exactly(1)


class ClaimInputs(NamedTuple):
    """What a claim is judged by.

    `ratio` is a share of 1: the attainment, or the actual against the other base that the claim names.
    `actual` and `base` are in one unit, which `percent` says is the percent; their difference is what a
    claim in points is about. `status` is the computed one, for a claim that is a status word. What is not
    known is None.
    """

    ratio: Interval | None = None
    actual: Interval | None = None
    base: Interval | None = None
    percent: bool = False
    status: Status | None = None


def number_of(claim: Claim) -> Fraction:
    """Return the number that a claim prints; ValueError where it is a status word."""
    if claim.number is None:
        raise ValueError("a claim has a number or a status")
    return claim.number


def figure_of(sense: Sense, inputs: ClaimInputs) -> Interval | None:
    """Return the figure that a claim in that sense is about, in its printed unit; None where it is not known."""
    if sense == "points":
        if not inputs.percent or inputs.actual is None or inputs.base is None:
            return None
        return subtract(inputs.actual, inputs.base)
    if inputs.ratio is None:
        return None
    if sense == "times":
        return inputs.ratio
    exact = inputs.ratio.exact
    if exact is not None:
        return exactly(100 * (exact if sense == "reaches" else exact - 1))
    return multiply(inputs.ratio if sense == "reaches" else subtract(inputs.ratio, _ONE), HUNDRED)


def inputs_for(claim: Claim, case: Case, kind: Kind, measure: Measure, status: Status) -> ClaimInputs:
    """Return what a claim about a target is judged by: its measure and status, or the figures that the claim names."""
    if claim.status is not None:
        return ClaimInputs(status=status)
    achieved = measure.achieved if claim.period is None else _achieved_in(claim.period, case, kind)
    base = _base_of(claim, case, kind)
    if claim.about_whole_target:
        ratio = measure.attainment
    else:
        ratio = None if achieved is None or base is None else divide(achieved, base)
    return ClaimInputs(ratio, achieved, base, case.unit.percent)


def _base_of(claim: Claim, case: Case, kind: Kind) -> Interval | None:
    """Return what the actual is measured against; None where that is not known."""
    if claim.of is not None:
        return claim.of
    if claim.against is not None:
        return _achieved_in(claim.against, case, kind)
    if claim.change and case.target.baseline is not None:
        return case.baseline
    if claim.change and claim.sense != "points" and case.goal.direction != "lower":
        return None
    if claim.period is not None and kind.adds_up and case.goal.interval is not None:
        return _asked_of(claim.period, case)
    if claim.period is not None and case.goal.every_year:
        return case.goal.bound
    return kind.over_period(case).bound


def _asked_of(period: Period, case: Case) -> Interval | None:
    """Return what a goal that is set by year asks of a period, and of one for the whole period all of it."""
    goal = case.goal
    if not goal.path and not asked.per_year(goal):
        return goal.bound
    values = kinds.inputs(case)
    made = {**asked.lines(case, stages(case)), "asked": asked.of_months(case, [(period.first, period.last)])}
    for name, one in made.items():
        values[name] = rule.evaluate(one, values)
    return rule.figure(made["asked"], values)


def _achieved_in(period: Period, case: Case, kind: Kind) -> Interval | None:
    """Return what the readings within a period amount to."""
    within = tuple(r for r in case.readings if r.period is not None and r.period.within(period))
    unbound = case.target.goal._replace(interval=None, by=None, implied=None)
    return kind.measure(case._replace(goal=unbound, readings=within)).achieved if within else None
