"""What a claim is judged by, and the figure that it speaks of."""

from fractions import Fraction
from typing import NamedTuple

from partykpi.core.figure import Interval, exactly, multiply, subtract
from partykpi.core.model import Claim, Sense, Status

HUNDRED = exactly(100)
_ONE = exactly(1)


class Facts(NamedTuple):
    """What a claim is judged by.

    `ratio` is a share of 1: the attainment, or the actual against the other base that the claim names.
    `actual` and `base` are in one unit, which `percent` says is the percent; their difference is what a
    claim in points speaks of. `status` is the computed one, for a claim that is a status word. What is not
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


def figure_of(sense: Sense, facts: Facts) -> Interval | None:
    """Return the figure that a claim in that sense speaks of, in its printed unit, if the facts tell it."""
    if sense == "points":
        if not facts.percent or facts.actual is None or facts.base is None:
            return None
        return subtract(facts.actual, facts.base)
    if facts.ratio is None:
        return None
    if sense == "times":
        return facts.ratio
    exact = facts.ratio.exact
    if exact is not None:
        return exactly(100 * (exact if sense == "reaches" else exact - 1))
    return multiply(facts.ratio if sense == "reaches" else subtract(facts.ratio, _ONE), HUNDRED)
