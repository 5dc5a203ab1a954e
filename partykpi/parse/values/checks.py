"""What is wrong with the readings of a target taken together, or beside its goal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import lcm

from partykpi import findings
from partykpi.core.figure import Interval
from partykpi.core.model import Goal, Multiple, Reading, Target, Unit
from partykpi.core.time import YEAR
from partykpi.parse.text.reading_style import is_bare
from partykpi.parse.values.context import TargetContext
from partykpi.problem import Place, Value, message
from partykpi.text import Text

# How many times the one is the other where a unit or a scale word is likelier to be wrong than both to be right.
_UNLIKELY = 100


# What the sum or the product of a target's figures may have below its line; that of so few figures never has more.
_MOST_DIGITS = 3_500
_FEW = 12


def check_digits(context: TargetContext, target: Target) -> None:
    """Report figures of which nothing can be calculated exactly in a sensible time, though each by itself is short.

    Shares of different wholes are added on the product of these, and growth of many years is multiplied.
    """
    if len(target.readings) <= _FEW and len(target.goal.path) < _FEW and not target.amendments:
        return
    figures = [reading.figure for reading in target.readings if reading.figure is not None]
    goals = [figure for goal in _goals(target) for figure in (goal.interval, *(one for _, one in goal.path)) if figure]
    if len(figures) <= _FEW and len(goals) <= _FEW:
        return
    wholes = {whole for figure in (*figures, *goals) for whole in _wholes(figure)}
    bits = sum(map(int.bit_length, wholes))
    if target.indicator.mean == "compound":
        each = max((whole.bit_length() for goal in goals for whole in _wholes(goal)), default=0)
        bits = sum(whole.bit_length() + each for figure in figures for whole in _wholes(figure))
    elif bits > _MOST_BITS:
        bits = lcm(*wholes).bit_length()
    if bits > _MOST_BITS:
        context.reader.report(findings.TOO_MANY_DIGITS, target.place, limit=_MOST_DIGITS)


_MOST_BITS = _MOST_DIGITS * 332 // 100


def _wholes(figure: Interval) -> Iterator[int]:
    """Return what stands below the line at each end of a figure."""
    low, high = figure.low, figure.high
    if low is not None:
        yield low.denominator
    if high is not None and high is not low:
        yield high.denominator


def check_bare_readings(context: TargetContext, target: Target, shown_in: Multiple) -> None:
    """Report numbers without a unit, which may be in that of the goal as well as in that of the indicator.

    Where one is over a hundred times the other the size of the number tells.
    """
    if not target.goal.known or not 1 <= max(shown_in.size, 1 / shown_in.size) <= _UNLIKELY:
        return
    for reading in target.readings if target.baseline is None else (*target.readings, target.baseline):
        if is_bare(reading.text):
            context.reader.report(findings.BARE_FIGURE, reading.place, text=reading.text, unit=shown_in.unit.many)


def check_running_totals(context: TargetContext, readings: Sequence[Reading]) -> None:
    """Report readings at single days that add up and never fall: they may as well be running totals."""
    if not context.kind.adds_up:
        return
    days = sorted(_latest_known(readings), key=lambda reading: reading.last_day)
    figures = [reading.figure for reading in days if reading.figure is not None]
    if len(figures) > 1 and not any(_falls(one, other) for one, other in pairwise(figures)):
        context.reader.report(findings.RUNNING_TOTALS, days[-1].place, days=len(days))


def _latest_known(readings: Iterable[Reading]) -> Iterable[Reading]:
    """Return the readings at single days; of several of one day, what was known last."""
    by_day: dict[date, Reading] = {}
    for reading in readings:
        if reading.period is not None and reading.period.first == reading.period.last:
            before = by_day.get(reading.period.last)
            if before is None or (before.known or date.min) <= (reading.known or date.min):
                by_day[reading.period.last] = reading
    return by_day.values()


def _falls(one: Interval, other: Interval) -> bool:
    return one.low is not None and other.high is not None and other.high < one.low


def check_against_goal(context: TargetContext, target: Target) -> None:
    """Report readings that are no share of a whole, or of another size than their goal."""
    unit = context.indicator.unit
    if not (context.kind.dated or unit.ordinal or _are_usual(target, unit)):
        _check_shares(context, target)
        _check_sizes(context, target)


def _goals(target: Target) -> list[Goal]:
    return [target.goal, *(amendment.goal for amendment in target.amendments)]


def _check_shares(context: TargetContext, target: Target) -> None:
    """Report shares below 0 or above their whole; changes, and what may be more than planned, can be either."""
    if not context.indicator.unit.percent or context.kind.below_zero or context.kind.adds_up:
        return
    bounds = [bound for goal in _goals(target) if (bound := _bound(goal)) is not None]
    baseline = None if target.baseline is None else target.baseline.figure
    changes = any(bound < 0 for bound in bounds) or (baseline is not None and _is_below_zero(baseline))
    whole = context.indicator.rollup == "share" and bounds and max(bounds) <= _WHOLE
    for reading in target.readings:
        figure = reading.figure
        if figure is None:
            continue
        found = None
        if not changes and _is_below_zero(figure):
            found = _BELOW
        elif whole and figure.low is not None and figure.low.numerator > _WHOLE * figure.low.denominator:
            found = _ABOVE
        if found is not None:
            where, otherwise = found
            values: dict[str, Value] = {"text": reading.text, "where": where, "otherwise": otherwise}
            context.reader.report(findings.SHARE_OUT_OF_RANGE, reading.place, **values)


_WHOLE = 100
_BELOW = (
    Text("below 0%", "nhỏ hơn 0%"),
    Text(
        "where it is the change in a year, choose `kind: rate`", "nếu là mức tăng, giảm trong năm thì dùng `kind: rate`"
    ),
)
_ABOVE = (
    Text("above 100%", "lớn hơn 100%"),
    Text(
        "where it is a share of a plan, define the indicator here with `rollup: none`",
        "nếu là tỷ lệ so với kế hoạch thì khai báo chỉ số tại đây với `rollup: none`",
    ),
)


def _is_below_zero(figure: Interval) -> bool:
    return figure.high is not None and figure.high.numerator < 0


def _check_sizes(context: TargetContext, target: Target) -> None:
    """Report readings of a hundred times the goal or more, or of less than a hundredth of it; none is known of 0."""
    bounds = [abs(bound) for goal in _goals(target) if (bound := _bound(goal)) is not None]
    if not bounds or not min(bounds):
        return
    for reading in target.readings:
        size = _size(reading.figure)
        asked = max(bounds) * _years_of(context, target.goal, reading)
        if size >= _UNLIKELY * asked:
            _report(context, reading.place, text=reading.text, size=_times(size / asked))
    small: list[Place] = []
    if not any(goal.direction == "lower" for goal in _goals(target)):
        for place, text in _too_small(context, target, min(bounds)):
            small.append(place)
            _report(context, place, text=text, size=_LESS)
    for reading in _like_fractions(context, target, bounds):
        if reading.place not in small:
            _report(context, reading.place, text=reading.text, size=_AS_FRACTION)


def _like_fractions(context: TargetContext, target: Target, bounds: Sequence[Fraction]) -> list[Reading]:
    """Return the readings that look like percentages pasted as fractions: 0.94 where 90% is asked.

    Such a change of one year may be a bad one, unless all of them look so; and what was as small before the period
    may be so.
    """
    kind, baseline = context.kind, target.baseline
    if not context.indicator.unit.percent or kind.adds_up or min(bounds) < _LEAST_GOAL:
        return []
    if baseline is not None and 0 < _size(baseline.figure) <= 1:
        return []
    found = [reading for reading in target.readings if reading.share is None and _is_like_fraction(reading, bounds)]
    return [] if kind.below_zero and len(found) < len(target.readings) else found


def _is_like_fraction(reading: Reading, bounds: Sequence[Fraction]) -> bool:
    size = _size(reading.figure)
    return 0 < size <= 1 and any(bound <= 2 * _WHOLE * size <= 4 * bound for bound in bounds)


_LEAST_GOAL = 20


def _are_usual(target: Target, unit: Unit) -> bool:
    """Say whether all readings surely are of the size of the goal, as nearly all are: this is quickly seen."""
    goal = target.goal
    bound = None if goal.interval is None else goal.interval.end(goal.measured_against)
    if bound is None or target.amendments:
        return False
    asked, parts = bound.as_integer_ratio()
    large, percent = False, unit.percent
    for reading in target.readings:
        figure = reading.figure
        if figure is None or figure.low is None or figure.low is not figure.high:
            return False
        number, of = figure.low.as_integer_ratio()
        size, whole = number * parts, asked * of
        if not whole <= _UNLIKELY * size < _UNLIKELY * _UNLIKELY * whole:
            return False
        if percent and (number > _WHOLE * of or (number <= of and asked >= _LEAST_GOAL * parts)):
            return False
        large = large or 10 * size >= whole  # enough for ten years together
    return large


def _bound(goal: Goal) -> Fraction | None:
    return None if goal.bound is None else goal.bound.exact


def _size(figure: Interval | None) -> Fraction:
    """Return the least that a figure is away from 0."""
    if figure is None:
        return Fraction(0)
    above, below = figure.low or Fraction(0), -(figure.high or Fraction(0))
    return max(above, below, Fraction(0))


def _years_of(context: TargetContext, goal: Goal, reading: Reading | None) -> Fraction:
    """Return for how many years a goal of a year asks of a reading; without a reading, of all of them together."""
    if not context.kind.adds_up or goal.every == "term" or goal.path or context.period is None:
        return Fraction(1)
    if reading is None or reading.period is None:
        return max(context.period.years, Fraction(1))
    return max(reading.period.months / YEAR, Fraction(1))


def _too_small(context: TargetContext, target: Target, bound: Fraction) -> Iterator[tuple[Place, str | Text]]:
    """Yield where readings are less than a hundredth of a bound, and what they are called.

    What adds up is small at the beginning, and is looked at as a whole once half of the time is over; rates are small
    in a year that was bad. What was small before the period may be so.
    """
    sizes = [(reading, _size(reading.figure)) for reading in target.readings if reading.figure is not None]
    if not sizes:
        return
    if context.kind.adds_up or context.kind.below_zero:
        total = sizes[-1][1] if target.cumulative else sum((size for _, size in sizes), Fraction(0))
        years = Fraction(len(sizes)) if context.kind.below_zero else _years_of(context, target.goal, None)
        if 0 < total * _UNLIKELY < bound * years and _is_late(context, target.readings):
            only = len(sizes) == 1
            yield sizes[-1][0].place, sizes[-1][0].text if only else _TOGETHER
        return
    if target.baseline is not None and _size(target.baseline.figure) * _UNLIKELY < bound:
        return
    for reading, size in sizes:
        if 0 < size * _UNLIKELY < bound and not (context.kind.disjoint and _is_part_of_year(reading)):
            yield reading.place, reading.text


def _is_part_of_year(reading: Reading) -> bool:
    """Say whether a reading is of less than a year, which where readings share no day is small by itself."""
    return reading.period is not None and reading.period.months < YEAR


_TOGETHER = Text("what the readings come to", "kết quả chung của các số liệu")


def _is_late(context: TargetContext, readings: Iterable[Reading]) -> bool:
    """Say whether half of the period is over by the last of the readings; any rate speaks of a year of its own."""
    if context.kind.below_zero or context.period is None:
        return True
    latest = max(reading.period.last if reading.period else context.as_of or date.min for reading in readings)
    return latest >= context.period.middle


_LESS = message("less than a hundredth of the goal", "chưa bằng 1/100 chỉ tiêu")


_AS_FRACTION = message("near the goal when taken a hundred times", "nhân với 100 thì gần với chỉ tiêu")


def _times(times: Fraction) -> Value:
    return message("{times} times the goal", "gấp {times} lần chỉ tiêu", times=int(times))


def _report(context: TargetContext, place: Place, **values: Value) -> None:
    suggestion = _cause(context.indicator.unit)
    context.reader.report(findings.UNLIKELY_SIZE, place, **values, suggestion=suggestion)


def _cause(unit: Unit) -> Text:
    """Return what is likely to be wrong with a figure of another size than its goal."""
    if unit.percent:
        return Text(
            "check both: a percentage is written as 78 %, not as the fraction 0.78 or without its decimal sign",
            "kiểm tra cả hai: tỷ lệ ghi là 78 %, không ghi dưới dạng số thập phân 0,78 hoặc bỏ sót dấu thập phân",
        )
    return Text(
        "check both for a unit, a decimal sign or a missing word such as thousand or million",
        "kiểm tra cả hai: đơn vị tính, dấu thập phân, hoặc thiếu từ như nghìn, triệu",
    )
