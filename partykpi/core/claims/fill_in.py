"""The figure of a target that is not printed, as its claims imply it."""

from fractions import Fraction
from typing import Literal, NamedTuple

from partykpi.core.claims.infer import Implied, Unknown, how_many, imply_all
from partykpi.core.figure import Interval, add, at_least, subtract
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case, Measure
from partykpi.core.model import Claim, Goal, Reading, Target
from partykpi.core.progress import attainment


class Supplied(NamedTuple):
    """What claims supply of a target whose goal or actual is not printed.

    `missing` says which of the two; `case` is the target with it, `claims` are those that it was inferred from.
    """

    missing: Literal["target", "actual"]
    case: Case
    found: Implied
    claims: tuple[Claim, ...]


def supply(case: Case, kind: Kind, measure: Measure) -> Supplied | None:
    """Return what the claims of a target imply of the figure that is missing; None where none is, or none is told."""
    implied, missing = _implied(case, kind, measure) if kind.by_share else (None, None)
    if implied is None or missing is None:
        return None
    found, claims = implied
    if found.interval is not None and found.verdict != "impossible":
        if missing == "target":
            case = case._replace(goal=_implied_goal(case.goal, found, case.target))
        else:
            case = case._replace(readings=(Reading(claims[0].text, claims[0].place, _whole_ends(found)),))
    return Supplied(missing, case, found, claims)


def _implied(
    case: Case, kind: Kind, measure: Measure
) -> tuple[tuple[Implied, tuple[Claim, ...]] | None, Literal["target", "actual"] | None]:
    target, goal, unit = case.target, case.goal, case.unit
    achieved = measure.achieved
    if not goal.known and achieved is not None:
        unknown = Unknown(
            lambda share: attainment.bound_from_share(share, target, achieved),
            lambda points: subtract(achieved, points),
            unit.counted,
        )
        return imply_all(target.claims, unknown, unit.percent), "target"
    whole = kind.over_term(goal, case.term)
    bound = whole.bound
    if bound is not None and not target.readings:
        unknown = Unknown(
            lambda share: attainment.achieved_from_share(share, target, whole),
            lambda points: add(bound, points),
            unit.counted,
            may_be_zero=True,
        )
        return imply_all(target.claims, unknown, unit.percent), "actual"
    return None, None


def _whole_ends(found: Implied) -> Interval:
    """Return the implied interval, of whole things from the first whole number in it to the last."""
    assert found.interval is not None
    if found.whole is not None and how_many(found.whole):
        return Interval(Fraction(found.whole.start), Fraction(found.whole.stop - 1))
    return found.interval


def _implied_goal(goal: Goal, found: Implied, target: Target) -> Goal:
    bound = _whole_ends(found)
    interval: Interval | None = None
    if bound.exact is not None:
        higher = target.indicator.better == "higher"
        interval = at_least(bound.exact) if higher else Interval(None, bound.exact)
    return goal._replace(interval=interval, implied=bound)
