"""The pace of the period: what is due by a date, where the straight line leads, and what is still needed."""

from __future__ import annotations

from collections.abc import Mapping

from partykpi.core import rule
from partykpi.core.figure import at_least, exactly
from partykpi.core.model import Goal
from partykpi.core.progress.attainment import attainment
from partykpi.core.quantities import (
    ACHIEVED,
    ALLOWED,
    BASELINE,
    BOUND,
    COVERED,
    DUE,
    ELAPSED,
    FAR_END,
    MONTHS,
    YEARS_LEFT,
)
from partykpi.core.rule import ZERO, Constant, Formula, Rule
from partykpi.core.time import Moment

FROM_NOTHING: Mapping[str, Rule] = {
    "due": BOUND * COVERED / MONTHS,
    "pace": ACHIEVED / DUE,
    "forecast": ACHIEVED / COVERED * MONTHS,
}
"""A total: the bound evenly over the months of the period, judged by those reported, and the same rate to its end."""

WITHIN_LIMIT: Rule = rule.if_(
    ALLOWED >= ZERO,
    rule.if_(ACHIEVED <= ZERO, Constant(at_least(1)), ALLOWED / ACHIEVED),
    rule.if_(ACHIEVED <= ALLOWED, Constant(at_least(1)), Constant(exactly(0))),
)
"""The pace of what may use up its bound and no more.

Where nothing is used, or less than nothing, there is no ratio, nor where less than nothing is due; any first use up to
what is due would give at least 1.
"""

FROM_BASELINE: Mapping[str, Rule] = {
    "due": BASELINE + (BOUND - BASELINE) * ELAPSED,
    "pace": (ACHIEVED - BASELINE) / (DUE - BASELINE),
    "forecast": BASELINE + (ACHIEVED - BASELINE) / ELAPSED,
}
"""A level on the straight line from its baseline: pace is what was gained against what was due to be gained."""


def of_due(goal: Goal) -> Rule:
    """Return the rule of achieved against what is due, where nothing leads there from a baseline."""
    return WITHIN_LIMIT if goal.direction == "lower" else rule.put_in_place(attainment(goal), {"bound": DUE})


def needed(goal: Goal, moment: Moment, *, far: bool = False) -> dict[str, Rule]:
    """Return the rule of what every remaining year must change to reach the bound, below zero where lower is better.

    It is 0 once the bound is reached, and there is none after the period. With `far` what has passed the other end of a
    goal with two ends has to come back to that.
    """
    if moment.ended:
        return {}
    lacking = (BOUND - ACHIEVED) / YEARS_LEFT
    if far and goal.direction == "exactly" and goal.interval is not None:
        other = BOUND if goal.interval.exact is not None else FAR_END
        above = Formula("least", ZERO, (other - ACHIEVED) / YEARS_LEFT)
        return {"needed": rule.if_(ACHIEVED > other, above, Formula("greatest", ZERO, lacking))}
    return {"needed": Formula("least" if goal.direction == "lower" else "greatest", ZERO, lacking)}
