"""What lies ahead of a target: until when its bound is within reach, and the second opinion on a level."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import lcm

from partykpi.core.figure import Interval, exactly
from partykpi.core.measure import Case, Measure, Quantity, Reach, Step
from partykpi.core.model import Goal
from partykpi.core.progress.coverage import spoken_of
from partykpi.core.progress.way import starts_unmet
from partykpi.core.time import YEAR, Term, day_after_months, months_of
from partykpi.text import Text

_COMPOUND = Text("compound rate (Eurostat, Open SDG)", "tốc độ bình quân (Eurostat, Open SDG)")
_COMPOUND_WORDS = Text(
    "((achieved ÷ baseline)^(1 ÷ years gone) − 1) ÷ ((bound ÷ baseline)^(1 ÷ years of the period) − 1)",
    "((kết quả ÷ mức đầu kỳ)^(1 ÷ số năm đã qua) − 1) ÷ ((chỉ tiêu ÷ mức đầu kỳ)^(1 ÷ số năm của cả kỳ) − 1)",
)
_COMPOUND_NUMBERS = "(({achieved} ÷ {baseline})^(1 ÷ {gone}) − 1) ÷ (({bound} ÷ {baseline})^(1 ÷ {years}) − 1)"

_REACH = Text("within reach until", "còn kịp đến")
_REACH_WORDS = Text(
    "last day of the period − missing ÷ best yearly pace so far × 12 months",
    "ngày cuối kỳ − phần còn thiếu ÷ tốc độ của năm cao nhất đến nay × 12 tháng",
)
_REACH_NUMBERS = "{last} − {missing} ÷ {best} × 12"


def short_by(goal: Goal, now: Fraction, bound: Fraction) -> Fraction:
    """Return how far a figure falls short of the bound on the goal's side; below zero where it lies beyond."""
    return now - bound if goal.direction == "lower" else bound - now


def within_reach(missing: Fraction, best: Fraction, term: Term) -> Reach | None:
    """Return until when `best` a year still makes good what is missing by the end of the period.

    None where nothing is missing or the best pace brought nothing.
    """
    if best <= 0 or missing <= 0:
        return None
    left = term.months - missing / best * YEAR
    try:
        return Reach(best, missing, day_after_months(term, left) if left else term.first - timedelta(days=1))
    except (OverflowError, ValueError):
        return None


def best_sum(case: Case) -> Fraction:
    """Return the most that readings which follow one another came to a year, over a year or more."""
    figures = [Fraction(0) if one.figure is None else one.figure.low or Fraction(0) for one in case.readings]
    if case.target.cumulative:
        figures = [after - before for before, after in zip([Fraction(0), *figures], figures, strict=False)]
    best, totals = Fraction(0), list[tuple[date, Fraction]]()
    for figure, (first, last) in zip(figures, spoken_of(case.readings, case.moment), strict=True):
        before = first - timedelta(days=1)
        if not totals or totals[-1][0] != before:  # a gap: what was added up so far is a stretch of its own
            best, totals = max(best, best_change(totals, 1)), [(before, Fraction(0))]
        totals.append((last, totals[-1][1] + figure))
    return max(best, best_change(totals, 1))


def best_pace(case: Case, figures: Iterable[tuple[date, Interval | None]]) -> Fraction:
    """Return the most that dated figures changed to the better a year, from a baseline that did not meet the goal on.

    The figures are in the order of time; one that is not known exactly is passed over.
    """
    before = (case.term.first - timedelta(days=1), case.baseline if starts_unmet(case) else None)
    known = [(day, one.exact) for day, one in [before, *figures] if one is not None]
    points = [(day, value) for day, value in known if value is not None]
    return best_change(points, -1 if case.goal.direction == "lower" else 1)


def best_change(points: Sequence[tuple[date, Fraction]], sign: int) -> Fraction:
    """Return the most that a level changed to the better a year, between two days that lie a year apart or more.

    The points are in the order of time, each on another day; `sign` is 1 where higher is better and -1 where lower is.
    """
    if len(points) < 2:
        return Fraction(0)
    # The steepest line to a point comes from one on the lower hull of those a year before it. A point that the hull
    # leaves more flatly than the best line found so far begins no better one, so that each is looked at once.
    begin = points[0][0]
    places, width = _whole([months_of(begin, day) for day, _ in points])
    values, height = _whole([sign * value for _, value in points])
    hull: deque[_Point] = deque()
    rise, run, early = 0, 1, 0
    for x, y in zip(places, values, strict=True):
        while x - places[early] >= YEAR * width:
            _extend(hull, (places[early], values[early]))
            early += 1
        while len(hull) > 1 and _is_steeper(hull[1], hull[0], (x, y)):
            hull.popleft()
        if hull and (y - hull[0][1]) * run > rise * (x - hull[0][0]):
            rise, run = y - hull[0][1], x - hull[0][0]
    return Fraction(rise * width * YEAR, run * height)


_Point = tuple[int, int]


def _whole(numbers: Sequence[Fraction]) -> tuple[list[int], int]:
    """Return numbers as so many parts each, and how many of these make one."""
    parts = lcm(*(number.denominator for number in numbers))
    return [number.numerator * (parts // number.denominator) for number in numbers], parts


def _extend(hull: deque[_Point], point: _Point) -> None:
    """Add a point to the lower hull of those before it, without those that then lie on or above it."""
    while len(hull) > 1 and not _is_steeper(hull[-1], hull[-2], point):
        hull.pop()
    hull.append(point)


def _is_steeper(later: _Point, earlier: _Point, to: _Point) -> bool:
    """Say whether the line from the later of two points to a third is as steep as that from the earlier, or steeper."""
    return (to[1] - later[1]) * (to[0] - earlier[0]) >= (to[1] - earlier[1]) * (to[0] - later[0])


def steps(case: Case, measure: Measure, reach: Reach | None) -> Iterator[Step]:
    """Return how the second opinion of a measure, and the day until which its bound is within reach, come about."""
    term, unit = case.term, case.unit
    if measure.compound is not None and measure.achieved is not None and case.goal.bound is not None:
        assert case.baseline is not None
        yield Step(
            _COMPOUND,
            _COMPOUND_WORDS,
            _COMPOUND_NUMBERS,
            {
                "achieved": Quantity(measure.achieved, unit),
                "bound": Quantity(case.goal.bound, unit),
                "baseline": Quantity(case.baseline, unit),
                "gone": Quantity(term.gone(case.looked_at) / YEAR),
                "years": Quantity(term.years),
            },
            Quantity(measure.compound, percent=True),
        )
    if reach is not None:
        yield Step(
            _REACH,
            _REACH_WORDS,
            _REACH_NUMBERS,
            {
                "last": Quantity(term.last),
                "missing": Quantity(exactly(reach.missing), unit),
                "best": Quantity(exactly(reach.best), unit),
            },
            Quantity(reach.until),
        )
