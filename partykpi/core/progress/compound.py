"""Observed against required compound yearly growth: the second opinion on a level with a baseline.

The method is that of Eurostat ("Sustainable development in the European Union: monitoring report", annex on assessing
progress towards a quantitative target) and of Open SDG ("Progress status calculation"): the ratio of the compound
annual growth rate observed since the baseline to the one that would lead to the target in its year; on track from 95 %,
behind from 60 %.
"""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

# Roots are irrational: growth is taken to forty digits at least, and the ratio is given to twenty decimals.
_DIGITS = 40
_DECIMALS = 20

# Of figures that are nearer to one another, or growth this much faster than is required, nothing can be said.
_NEAREST, _FASTEST = 400, 10**6


def compound_ratio(
    baseline: Fraction, achieved: Fraction, bound: Fraction, years_gone: Fraction, years: Fraction
) -> Fraction | None:
    """Return observed / required compound yearly growth, to twenty decimals.

    `years_gone` lie between the baseline and the achieved figure, `years` between the baseline and the day of the
    bound. None where growth has no meaning: a figure that is not above zero, no time gone, nothing required, or what a
    few days brought taken for a year's and beyond all measure.
    """
    if min(baseline, achieved, bound) <= 0 or years_gone <= 0 or years <= 0 or baseline == bound:
        return None
    times, times_required = achieved / baseline, bound / baseline
    nearness = max(_nearness(times), _nearness(times_required))
    if nearness > _NEAREST:
        return None
    context = Context(prec=_DIGITS + nearness, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX)
    ratio = context.divide(_growth(times, years_gone, context), _growth(times_required, years, context))
    if abs(ratio) >= _FASTEST:
        return None
    return Fraction(round(Fraction(ratio) * 10**_DECIMALS), 10**_DECIMALS)


def _nearness(times: Fraction) -> int:
    """Return about how many digits after the decimal sign are as those of 1."""
    gap = abs(times - 1)
    return max(0, (gap.denominator.bit_length() - gap.numerator.bit_length()) * 302 // 1000) if gap else 0


def _growth(times: Fraction, years: Fraction, context: Context) -> Decimal:
    root = context.power(_decimal(times, context), _decimal(1 / years, context))
    return context.subtract(root, Decimal(1))


def _decimal(value: Fraction, context: Context) -> Decimal:
    return context.divide(Decimal(value.numerator), Decimal(value.denominator))
