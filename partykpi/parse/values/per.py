"""What a figure is counted per, where its unit is of a time by its nature: income a person and a year."""

from __future__ import annotations

from fractions import Fraction

from partykpi.core.figure import exactly, multiply
from partykpi.core.model import Per
from partykpi.parse.text.amount import Amount
from partykpi.parse.values.context import TargetContext

PER_YEAR: dict[Per, int] = {"year": 1, "quarter": 4, "month": 12}
"""How many there are in a year."""


def in_time_of_unit(context: TargetContext, written: Amount) -> Amount:
    """Return a figure without what it is counted per, where that belongs to its unit and is no share of a period.

    What adds up is asked of each year: there a goal without it is per year as well. A level has no years to share: a
    figure to a person or a hectare is a year's.
    """
    unit, per = context.indicator.unit, written.per
    if context.kind.yearly == "binds":
        return written
    if per is not None and unit.per is not None:
        return _multiplied(written, Fraction(PER_YEAR[per], PER_YEAR[unit.per]))
    if per == "year" and unit.over and context.kind.yearly == "none":
        return written._replace(per=None)
    return written


def _multiplied(written: Amount, times: Fraction) -> Amount:
    if times == 1:
        return written._replace(per=None)
    step = None if written.step is None else written.step * times
    return written._replace(figure=multiply(written.figure, exactly(times)), per=None, step=step)
