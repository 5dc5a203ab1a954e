"""Observed against required compound yearly growth: the second opinion on a level with a baseline.

The method is that of Eurostat ("Sustainable development in the European Union: monitoring report", annex on assessing
progress towards a quantitative target) and of Open SDG ("Progress status calculation"): the ratio of the compound
annual growth rate observed since the baseline to the one that would lead to the target in its year; on track from 95 %,
behind from 60 %.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

# Roots are irrational: they are taken to forty digits, and the ratio is given to twenty decimals.
_CONTEXT = Context(prec=40, rounding=ROUND_HALF_EVEN)
_DECIMALS = 20


def compound_ratio(
    baseline: Fraction, achieved: Fraction, bound: Fraction, years_gone: Fraction, years: Fraction
) -> Fraction | None:
    """Return observed / required compound yearly growth, to twenty decimals.

    `years_gone` lie between the baseline and the achieved figure, `years` between the baseline and the day of the
    bound. None where growth has no meaning: a figure that is not above zero, no time gone, or nothing required.
    """
    if min(baseline, achieved, bound) <= 0 or years_gone <= 0 or years <= 0 or baseline == bound:
        return None
    required = _growth(bound / baseline, years)
    ratio = _CONTEXT.divide(_growth(achieved / baseline, years_gone), required)
    return Fraction(round(Fraction(ratio) * 10**_DECIMALS), 10**_DECIMALS)


def _growth(times: Fraction, years: Fraction) -> Decimal:
    root = _CONTEXT.power(_decimal(times), _decimal(1 / years))
    return _CONTEXT.subtract(root, Decimal(1))


def _decimal(value: Fraction) -> Decimal:
    return _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))
