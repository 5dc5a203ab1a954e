"""The figure of a target that is not printed, as its claims imply it."""

from fractions import Fraction
from typing import Literal, NamedTuple

from partykpi.core.claims.bases import about_goal
from partykpi.core.claims.infer import THE_ACTUAL, Inference, Unknown, by_rounding, how_many, infer_together
from partykpi.core.claims.inputs import as_rounded
from partykpi.core.figure import Interval, add, at_least, subtract
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case, Measure
from partykpi.core.model import Claim, Goal, Reading, Target
from partykpi.core.progress import attainment


class InferredFigure(NamedTuple):
    """The goal or the actual of a target, inferred from its claims where it is not printed.

    `missing` says which of the two; `case` is the target with it (as it was, where no figure is possible), `claims` are
    those that it was inferred from.
    """

    missing: Literal["target", "actual"]
    case: Case
    inference: Inference
    claims: tuple[Claim, ...]


def fill_in(case: Case, kind: Kind, measure: Measure) -> InferredFigure | None:
    """Return the missing figure of a target as its claims imply it; None where none is missing or none implied."""
    if not kind.by_share:
        return None
    if not case.goal.known:
        return None if measure.achieved is None else _missing_target(case, kind, measure.achieved)
    return None if case.target.readings else _missing_actual(case, kind.over_period(case))


def _missing_target(case: Case, kind: Kind, achieved: Interval) -> InferredFigure | None:
    target = case.target
    inferred = infer_together(about_goal(case), _unknown_bound(case, achieved), case.unit.percent)
    if inferred is None:
        return None
    inference, claims = inferred
    rounded = as_rounded(case)
    before = None if rounded is None else kind.measure(rounded).achieved
    if rounded is not None and before is not None:
        wider = infer_together(claims, _unknown_bound(rounded, before), case.unit.percent)
        inference = by_rounding(inference, wider and wider[0])
    if inference.possible:
        case = case._replace(goal=_implied_goal(case.goal, inference, target))
    return InferredFigure("target", case, inference, claims)


def _unknown_bound(case: Case, achieved: Interval) -> Unknown:
    return Unknown(
        lambda share: attainment.bound_from_share(share, case.target, achieved),
        lambda points: subtract(achieved, points),
        case.unit.counted,
        unit=case.unit,
    )


def _missing_actual(case: Case, over_term: Goal) -> InferredFigure | None:
    """Return the actual that is missing, by the goal over the term."""
    target, bound = case.target, over_term.bound
    if bound is None:
        return None
    unknown = Unknown(
        lambda share: attainment.achieved_from_share(share, target, over_term),
        lambda points: add(bound, points),
        case.unit.counted,
        may_be_zero=True,
        name=THE_ACTUAL,
        unit=case.unit,
    )
    inferred = infer_together(about_goal(case), unknown, case.unit.percent)
    if inferred is None:
        return None
    inference, claims = inferred
    if inference.possible:
        reading = Reading(claims[0].text, claims[0].place, _whole_ends(inference))
        case = case._replace(readings=(reading,))
    return InferredFigure("actual", case, inference, claims)


def _whole_ends(inference: Inference) -> Interval:
    """Return the implied interval, of whole things from the first whole number in it to the last."""
    assert inference.interval is not None
    if inference.whole is not None and how_many(inference.whole):
        return Interval(Fraction(inference.whole.start), Fraction(inference.whole.stop - 1))
    return inference.interval


def _implied_goal(goal: Goal, inference: Inference, target: Target) -> Goal:
    bound = _whole_ends(inference)
    interval: Interval | None = None
    if bound.exact is not None:
        higher = target.indicator.better == "higher"
        interval = at_least(bound.exact) if higher else Interval(None, bound.exact)
    return goal._replace(interval=interval, implied=bound)
