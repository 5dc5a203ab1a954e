"""A target over the term as lines of exact points: the readings, what is due, the goal, and the forecast."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from partykpi.core import kinds
from partykpi.core.figure import Interval, add, exactly
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case
from partykpi.core.model import Goal, Reading
from partykpi.core.report import Assessment
from partykpi.core.time import Moment

_WHOLE = exactly(100)


class Point(NamedTuple):
    """A value at the end of a day."""

    day: date
    value: Interval


Polyline = tuple[Point, ...]


class Chart(NamedTuple):
    """What there is to draw of one target, in the unit of its indicator, on the days from `first` to `last`.

    `first` is the day before the term, when nothing is due yet. Readings that add up are drawn as their running total
    (`cumulated`), from zero at the `start` before the first of them. `baseline` is the level before the term. `due` is
    empty where it says no more than the goal does. `goals` has a line for each end of the goal, or for each of the
    goals of single years. `forecast` leads from the latest reading to the end of the term.
    """

    first: date
    last: date
    readings: Polyline = ()
    start: Point | None = None
    cumulated: bool = False
    baseline: Point | None = None
    due: Polyline = ()
    goals: tuple[Polyline, ...] = ()
    forecast: Polyline = ()


def dated(assessment: Assessment) -> int:
    """Return how many of the readings that count have a date of their own."""
    return sum(_day(reading) is not None and _value(reading) is not None for reading in assessment.readings)


def chart(assessment: Assessment) -> Chart | None:
    """Return what there is to draw of a target, or None where no reading has a date.

    A single reading without a date is for all the time so far, and is drawn at the as-of date.
    """
    kind, moment = kinds.find(assessment.target.indicator.kind), assessment.case.moment
    if moment.as_of < moment.term.first:
        return None
    cumulated = kind.adds_up and not assessment.target.cumulative
    start, readings = _readings(assessment.readings, moment, cumulated=cumulated)
    if not readings:
        return None
    begin, end = moment.term.first - timedelta(days=1), moment.term.last
    baseline = assessment.target.baseline and assessment.target.baseline.figure
    goals = tuple(_goals(assessment.case, kind))
    due = tuple(_due(assessment.case, kind, begin))
    forecast = tuple(_forecast(assessment, kind, moment, readings[-1]))
    lines = (readings, due, *goals, () if start is None else (start,))
    days = [point.day for line in lines for point in line]
    same = {point.value for point in due} <= {point.value for line in goals for point in line}
    return Chart(
        first=min([begin, *days]),
        last=max([end, *days]),
        readings=readings,
        start=start,
        cumulated=cumulated,
        baseline=Point(begin, baseline) if baseline is not None and kind.by_share else None,
        due=() if same else due,
        goals=goals,
        forecast=forecast,
    )


def _day(reading: Reading) -> date | None:
    return reading.done or (None if reading.period is None else reading.period.last)


def _value(reading: Reading) -> Interval | None:
    return _WHOLE if reading.done is not None else reading.figure


def _readings(readings: Sequence[Reading], moment: Moment, *, cumulated: bool) -> tuple[Point | None, Polyline]:
    """Return where the line of the readings begins, if not at the first of them, and its points in time."""
    counted = [(reading, value) for reading in readings if (value := _value(reading)) is not None]
    if len(counted) == 1 and _day(counted[0][0]) is None:
        return None, (Point(min(moment.as_of, moment.term.last), counted[0][1]),)
    by_day: dict[date, Interval] = {}
    start: Point | None = None
    for reading, value in counted:
        day = _day(reading)
        if day is None:
            continue
        by_day[day] = add(by_day[day], value) if cumulated and day in by_day else value
        if cumulated and reading.period is not None:
            before = reading.period.first - timedelta(days=1)
            start = Point(before if start is None else min(before, start.day), exactly(0))
    points: list[Point] = []
    for day, value in sorted(by_day.items(), key=lambda entry: entry[0]):
        points.append(Point(day, add(points[-1].value, value) if cumulated and points else value))
    return start, tuple(points)


def _goals(case: Case, kind: Kind) -> Iterator[Polyline]:
    """Return a line for each end of the goal, over the term or up to its own date; of goals by year their steps."""
    goal, term = case.goal, case.term
    first = term.first - timedelta(days=1)
    if goal.by is not None:
        yield Point(first, _WHOLE), Point(max(goal.by, term.first), _WHOLE)
    elif goal.path and kind.of_path != "sum":
        for year, step in goal.path:
            begin, end = max(term.year(year - 1).last, first), min(term.year(year).last, term.last)
            for value in _ends(step, goal, kind) if begin < end else ():
                yield Point(begin, value), Point(end, value)
    else:
        whole = kind.over_period(case)
        for value in _ends(whole.interval or whole.implied, goal, kind):
            yield Point(first, value), Point(term.last, value)


def _ends(interval: Interval | None, goal: Goal, kind: Kind) -> list[Interval]:
    """Return the ends of a goal; only the one measured against where attainment is no share of it."""
    if interval is None:
        return []
    ends = (interval.low, interval.high) if kind.by_share else (interval.end(goal.measured_against),)
    return [exactly(end) for end in dict.fromkeys(ends) if end is not None]


def _due(case: Case, kind: Kind, first: date) -> Iterator[Point]:
    """Return what is due before the period, at the end of each year of it, and at its end, if all is reported then.

    Nothing where that is not in the unit of the readings, or is compared with their mean.
    """
    if not (kind.by_share or kind.dated) or kind.of_path == "mean":
        return
    term, goal = case.term, case.goal
    days = {part.last for part in term.parts()} | {first}
    days |= {amendment.on - timedelta(days=1) for amendment in case.target.amendments}
    if goal.by is not None:
        days |= {goal.by}
    reported = (Reading("", case.target.place, _WHOLE),)
    for day in sorted(day for day in days if day >= first):
        on_that_day = Moment(term, day, term.elapsed(day))
        due = kind.due(case._replace(moment=on_that_day, readings=reported))
        if due is not None:
            yield Point(day, due)


def _forecast(assessment: Assessment, kind: Kind, moment: Moment, latest: Point) -> Iterator[Point]:
    """Return the line from the latest reading to the forecast at the end of the term.

    The forecast of a mean is the same on every day.
    """
    forecast = assessment.measure.forecast
    if forecast is None or moment.ended or latest.day >= moment.term.last:
        return
    yield latest._replace(value=forecast) if kind.of_path == "mean" else latest
    yield Point(moment.term.last, forecast)
