"""How long before its date a goal was met."""

from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.figure import Interval, exactly, inside
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case, Measure
from partykpi.core.model import Unit
from partykpi.core.time import months_of
from partykpi.text import Text

TIME_UNITS: dict[str, Unit] = {
    "year": Unit("year", Text("year", "năm"), Text("years", "năm")),
    "quarter": Unit("quarter", Text("quarter", "quý"), Text("quarters", "quý")),
    "month": Unit("month", Text("month", "tháng"), Text("months", "tháng")),
    "day": Unit("day", Text("day", "ngày"), Text("days", "ngày"), counted=True),
}
"""The units of time, by their ids."""

_MONTHS = {"year": 12, "quarter": 3, "month": 1}
_DAY = timedelta(days=1)
_SHORT = Fraction(5, 100)


class Arrival(NamedTuple):
    """When a goal was met: by the end of the day `by`, and not before `since`, the first day that it can have been.

    `deadline` is the day by which it was to be met.
    """

    since: date
    by: date
    deadline: date


def arrival(case: Case, kind: Kind, measure: Measure) -> Arrival | None:
    """Return when the goal was met; None where it is not, or where the readings do not tell.

    A task is met on the day that it was done, be it late. A sum or a level is met within the period of the reading that
    first meets the goal; what each year has to keep, and a mean of the years, have no such day.
    """
    if case.goal.by is not None:
        return None if measure.done is None else Arrival(measure.done, measure.done, case.goal.by)
    goal, totals = kind.over_period(case), kind.adds_up
    told_by_sum = totals and goal.direction == "higher"  # a limit is kept, or not, when the time is over
    told_by_one = kind.of_path == "last" and goal.every == "term" and not kind.counts_years
    readings = case.readings
    if measure.met is False or goal.interval is None or goal.every == "year" or not (told_by_sum or told_by_one):
        return None
    before = case.term.first - _DAY
    for place, reading in enumerate(readings, 1):
        achieved = kind.measure(case._replace(readings=readings[:place])).achieved
        met = None if achieved is None else inside(achieved, goal.interval)
        if reading.period is None or met is None:
            return None
        first, last, _ = reading.period
        if met:
            since = first if totals and first < last else before + _DAY
            return Arrival(min(since, last), last, case.term.last)
        before = last
    return None


def how_early(arrived: Arrival | None, unit: Unit | None) -> Interval | None:
    """Return how long before its date the goal was met, in the unit: by the day that it was surely met by."""
    return None if arrived is None or unit is None else exactly(_between(arrived.by, arrived.deadline, unit))


def how_early_at_most(arrived: Arrival, unit: Unit) -> Interval:
    """Return how long before its date the goal can have been met, in the unit."""
    least = _between(arrived.by, arrived.deadline, unit)
    return Interval(least, _between(arrived.since, arrived.deadline, unit))


def by_names(arrived: Arrival, unit: Unit) -> frozenset[int]:
    """Return how many years or months early it can have been by their names: 1 in 2023 for 2024."""
    if unit.id == "year":
        return frozenset(arrived.deadline.year - year for year in range(arrived.since.year, arrived.by.year + 1))
    if unit.id == "month":
        first, last, deadline = (12 * day.year + day.month for day in (arrived.since, arrived.by, arrived.deadline))
        return frozenset(deadline - month for month in range(first, last + 1))
    return frozenset()


def whole_units(number: Fraction, unit: Unit) -> Interval:
    """Return the times that are told as so many whole units: at least that, less a twentieth of one, and no more."""
    short = 0 if unit.id == "day" else _SHORT
    size = abs(number)
    if number >= 0:
        return Interval(size - short, size + 1, high_closed=False)
    return Interval(-size - 1, short - size, low_closed=False)


def _between(day: date, deadline: date, unit: Unit) -> Fraction:
    """Return the time from the end of one day to the end of another, below zero where that is the earlier one."""
    if day > deadline:
        return -_between(deadline, day, unit)
    if unit.id == "day":
        return Fraction((deadline - day).days)
    return months_of(day + timedelta(days=1), deadline) / _MONTHS[unit.id]
