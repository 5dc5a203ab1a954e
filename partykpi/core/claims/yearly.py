"""What a target changed by in a mean year, which reports publish as growth of so much a year."""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

from partykpi.core import rule
from partykpi.core.figure import Interval, divide, exactly, multiply, subtract
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case, Measure
from partykpi.core.model import Claim, Unit
from partykpi.core.rule import Constant, Formula, number
from partykpi.core.time import YEAR, months_of
from partykpi.text import Text

PERCENT_A_YEAR = Unit("%", Text("%", "%"), Text("%", "%"))
POINTS_A_YEAR = Unit("points", Text("point", "điểm %"), Text("points", "điểm %"))

_HUNDRED = exactly(100)
_DAY = timedelta(days=1)


def means(claim: Claim, case: Case, kind: Kind, measure: Measure) -> list[Interval]:
    """Return what a target may be said to have changed by a year; nothing where the file does not tell that.

    A rate is such a change itself, and one that does not compound may be a fall that is counted upwards. Of a level or
    the figure of a year it is the compound mean since the baseline, and between percentages also that in points. A
    level is counted from the day before the period, or from that year.
    """
    achieved, baseline = measure.achieved, case.baseline
    if achieved is None:
        return []
    if kind.of_path == "mean":
        falls = claim.number is not None and claim.number < 0 and case.target.indicator.mean == "arithmetic"
        return [multiply(achieved, exactly(-1)) if falls else achieved]
    if kind.of_path != "last" or kind.counts_years or baseline is None or not case.readings[-1].period:
        return []
    found: list[Interval] = []
    for years in _years(case, kind):
        if case.unit.percent:
            found.append(multiply(subtract(achieved, baseline), exactly(1 / years)))
        growth = _compound(achieved, baseline, years)
        if growth is not None and claim.unit != POINTS_A_YEAR:
            found.append(growth)
    return found


def _years(case: Case, kind: Kind) -> Iterator[Fraction]:
    """Return how many years may be counted from the baseline to the latest figure."""
    last = case.looked_at
    year = case.term.year_of(last)
    of_years = kind.yearly == "same"
    if of_years and last < case.term.year(year).last:
        year -= 1  # the year that is not over does not count
    if not of_years and last > case.term.first:
        yield months_of(case.term.first, last) / YEAR
    counted = year - case.term.year_of(case.term.first - _DAY)
    if counted > 0:
        yield Fraction(counted)


def _compound(achieved: Interval, baseline: Interval, years: Fraction) -> Interval | None:
    times = divide(achieved, baseline)
    if times is None or times.low is None or times.low < 0 or baseline.low is None or baseline.low <= 0:
        return None
    growth = rule.figure(Formula("power", Constant(times), number(1 / years)), {})
    return None if growth is None else multiply(subtract(growth, exactly(1)), _HUNDRED)
