"""level: a state at a date, such as a coverage or a poverty rate."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from partykpi.core.figure import Interval, add, exactly, multiply, subtract
from partykpi.core.kinds import Kind, Readings, last_day
from partykpi.core.measure import Case, Measure, Step
from partykpi.core.model import Goal, Reading, Target
from partykpi.core.progress import attainment, pace, years
from partykpi.core.progress.compound import compound_ratio
from partykpi.core.time import Moment, Term
from partykpi.problem import Message, message
from partykpi.text import Text


def _in_time(readings: Readings) -> list[Reading]:
    return sorted((reading for reading in readings if reading.figure is not None), key=last_day)


def _start(target: Target, goal: Goal) -> Interval | None:
    """Return the baseline where the way leads from it to the bound; None where the bound was reached before."""
    baseline = target.baseline and target.baseline.figure
    if baseline is None or goal.bound is None or attainment.is_met(baseline, goal, None) is not False:
        return None
    return baseline


def _points(goal: Goal, term: Term, start: Interval | None) -> list[tuple[date, Fraction]]:
    """Return the days and values that a path leads through: the baseline, then each year's goal at its end."""
    points = [] if start is None or start.exact is None else [(term.first - timedelta(days=1), start.exact)]
    for year, step in goal.path:
        points.append((min(date(year, 12, 31), term.last), attainment.bound_of(step, goal.measured_against)))
    return points


def _due(goal: Goal, moment: Moment, start: Interval | None) -> Interval | None:
    """Return the value due on a path at the as-of date, straight from point to point; None off the path."""
    points = _points(goal, moment.term, start)
    stretch = _stretch(points, moment)
    if stretch is not None:
        low, high, gone, days = stretch
        return exactly(low + (high - low) * Fraction(gone, days))
    return exactly(points[-1][1]) if points and moment.as_of >= points[-1][0] else None


def _stretch(points: list[tuple[date, Fraction]], moment: Moment) -> tuple[Fraction, Fraction, int, int] | None:
    """Return the two values between which the as-of date lies, the days gone from the first, and all its days."""
    for (first, low), (last, high) in pairwise(points):
        if first <= moment.as_of <= last and first < last:
            return low, high, (moment.as_of - first).days, (last - first).days
    return None


def _course(readings: list[Reading], achieved: Interval, goal: Goal, moment: Moment, target: Target) -> pace.Course:
    start = _start(target, goal)
    due = _due(goal, moment, start) if goal.path else None
    if start is not None:
        return pace.straight_line(achieved, goal, moment, start, due)
    needed = pace.still_needed(achieved, goal, moment)
    if due is not None:
        share = attainment.share_reached(achieved, goal._replace(interval=due, path=()))
        return pace.Course(due, share, _trend(readings, moment), needed)
    if target.baseline is not None:  # the bound was reached before the term: to hold it is all that is due
        return pace.Course(goal.bound, attainment.share_reached(achieved, goal), _trend(readings, moment), needed)
    return pace.Course(forecast=_trend(readings, moment), needed=needed)


def _trend(readings: list[Reading], moment: Moment) -> Interval | None:
    """Return where the straight line from the first reading to the latest ends; one reading is not a trend."""
    dated = [reading for reading in readings if reading.period is not None]
    if len(dated) < 2 or dated[0].figure is None or dated[-1].figure is None:
        return None
    first, last = last_day(dated[0]), last_day(dated[-1])
    ahead = Fraction((moment.term.last - first).days, (last - first).days)
    gained = multiply(subtract(dated[-1].figure, dated[0].figure), exactly(ahead))
    return add(dated[0].figure, gained)


def _best_year(by_year: list[years.Year], start: Interval | None, goal: Goal) -> Fraction:
    """Return the most that one year changed the level to the better, from the year before or from the baseline."""
    levels = ([] if start is None else [start]) + [year.figure for year in by_year]
    gains = [(subtract(after, before).low or Fraction(0)) for before, after in pairwise(levels)]
    if goal.direction == "lower":
        gains = [(subtract(before, after).low or Fraction(0)) for before, after in pairwise(levels)]
    return max(gains, default=Fraction(0))


def _measure(case: Case) -> Measure:
    target, goal, readings, moment = case
    in_time = _in_time(readings)
    if not in_time:
        return Measure()
    achieved = _achieved(in_time, goal)
    if not goal.known:
        return Measure(achieved=achieved)
    start = _start(target, goal)
    share = attainment.share_reached(achieved, goal, start)
    met = attainment.is_met(achieved, goal, share)
    final = moment.ended
    course = _course(in_time, achieved, goal, moment, target)
    notes: list[Message] = []
    periods = None
    by_year = _by_year(in_time, moment) if goal.every_year else []
    if by_year:
        periods = years.judge(by_year, goal, adds_up=False)
        notes += years.notes_on(periods, lost_for_good=True)
        met, final = years.verdict(met, periods, years.all_there(by_year, moment.term), moment)
    return Measure(
        achieved=achieved,
        attainment=share,
        due=course.due,
        pace=course.pace,
        forecast=course.forecast,
        needed=course.needed,
        met=met,
        exceeded=met is True and attainment.is_exceeded(achieved, goal, target.indicator.unit),
        final=final,
        periods=periods,
        refusal=None if course.forecast is not None else _ONE_READING,
        notes=tuple(notes),
    )


_ONE_READING = message(
    "no forecast: one reading is not a trend; a baseline or a second dated reading would make one",
    "chưa dự báo được: mới có số liệu của một kỳ, chưa thấy xu hướng; cần mức đầu kỳ hoặc số liệu của một kỳ nữa",
)


def _by_year(in_time: list[Reading], moment: Moment) -> list[years.Year]:
    return years.by_year(in_time, moment, lambda parts: _achieved(_in_time(parts), None), days_count=False)


def _outlook(case: Case, measure: Measure) -> Measure:
    """Give the second opinion, and say until when the best year so far, repeated, still leads to the bound."""
    target, goal, readings, moment = case
    now = None if measure.achieved is None else measure.achieved.exact
    bound = None if goal.bound is None else goal.bound.exact
    if measure.met is not False or measure.final or now is None or bound is None:
        return measure
    start = _start(target, goal)
    compound = None
    if start is not None and start.exact is not None:
        compound = compound_ratio(start.exact, now, bound, moment.years_gone, moment.term.years)
    best = _best_year(_by_year(_in_time(readings), moment), start, goal)
    return measure._replace(compound=compound, reach=years.reach(abs(bound - now), best, moment.term))


def _achieved(in_time: list[Reading], goal: Goal | None) -> Interval:
    if goal is not None and goal.every == "average":
        return years.mean(in_time)
    achieved = in_time[-1].figure
    assert achieved is not None
    return achieved


def _steps(case: Case, measure: Measure) -> list[Step]:
    target, goal, readings, moment = case
    from partykpi.core import steps as told

    if measure.achieved is None:
        return []
    unit = target.indicator.unit
    start = _start(target, goal)
    in_time = _in_time(readings)
    stretch = _stretch(_points(goal, moment.term, start), moment) if goal.path else None
    due = None if stretch is None else told.due_between(*stretch, measure, unit)
    how = told.mean if goal.every == "average" else told.latest
    return [
        how(in_time, measure, unit),
        *told.share(goal, measure, unit, start),
        *told.course(goal, moment, measure, unit, start, due=due, from_nothing=False),
        *told.second_opinion(goal, moment, measure, unit, start),
        *told.within_reach(moment, measure, unit),
    ]


KIND = Kind(
    name="level",
    label=Text("level at a date", "mức tại thời điểm"),
    manual=Text(
        "The latest reading counts. Higher is better: achieved against the bound. Lower is better: the way gone from "
        "the baseline against the whole way, or bound against achieved where there is no baseline. Due lies on the "
        "straight line from the baseline to the bound.",
        "Lấy số liệu gần nhất. Càng cao càng tốt: kết quả so với chỉ tiêu. Càng thấp càng tốt: phần đã giảm so với "
        "phần phải giảm tính từ mức đầu kỳ, hoặc chỉ tiêu so với kết quả nếu không có mức đầu kỳ. Mức cần đạt đến nay "
        "nằm trên đường thẳng từ mức đầu kỳ đến chỉ tiêu.",
    ),
    measure=_measure,
    steps=_steps,
    outlook=_outlook,
    of_path="last",
    disjoint=False,
    by_share=True,
)
