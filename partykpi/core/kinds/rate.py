"""rate: what happens a year, such as growth or the yearly cut in poverty; years are averaged, never added."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from partykpi.core.figure import Interval, divide, exactly, multiply, subtract
from partykpi.core.kinds import Kind, Readings
from partykpi.core.measure import Case, Measure, Step
from partykpi.core.model import Goal
from partykpi.core.progress import attainment, years
from partykpi.core.time import Moment
from partykpi.problem import Message, message
from partykpi.text import Text


def _due(goal: Goal, moment: Moment) -> Interval | None:
    """Return what every year is due: the bound, or on a path the mean of the steps up to the as-of date."""
    steps = [attainment.bound_of(step, goal.measured_against) for year, step in goal.path if year <= moment.as_of.year]
    return exactly(sum(steps, Fraction(0)) / len(steps)) if steps else goal.bound


def _needed(readings: Readings, goal: Goal, moment: Moment) -> Interval | None:
    """Return what each year still to come must bring for the mean of all years to reach the bound.

    None where the years are not told one by one, or none is to come.
    """
    told = sum(reading.figure is not None and reading.period is not None for reading in readings)
    to_come = ceil(moment.term.years) - told
    if not told or to_come <= 0 or moment.ended or goal.bound is None:
        return None
    wanted = multiply(goal.bound, exactly(told + to_come))
    return divide(subtract(wanted, years.total(readings)), exactly(to_come))


def _measure(case: Case) -> Measure:
    target, goal, readings, moment = case
    told = [reading for reading in readings if reading.figure is not None]
    if not told:
        return Measure()
    achieved = years.mean(told)
    if not goal.known:
        return Measure(achieved=achieved)
    share = attainment.share_reached(achieved, goal)
    met = attainment.is_met(achieved, goal, share)
    final = moment.ended
    due = _due(goal, moment)
    pace = share if due == goal.bound else attainment.share_reached(achieved, goal._replace(interval=due, path=()))
    notes: list[Message] = []
    periods = None
    by_year = years.by_year(told, moment, years.mean, days_count=True)
    if goal.every_year and by_year:
        periods = years.judge(by_year, goal, adds_up=False)
        notes += years.notes_on(periods, lost_for_good=True)
        met, final = years.verdict(met, periods, years.all_there(by_year, moment.term), moment)
    trend = len(told) > 1 or told[0].period is None
    return Measure(
        achieved=achieved,
        attainment=share,
        due=due,
        pace=pace,
        forecast=achieved if trend else None,
        needed=_needed(told, goal, moment),
        met=met,
        exceeded=met is True and attainment.is_exceeded(achieved, goal, target.indicator.unit),
        final=final,
        periods=periods,
        refusal=None if trend else _ONE_YEAR,
        notes=tuple(notes),
    )


_ONE_YEAR = message(
    "no forecast: one reading is not a trend; a second year would make one",
    "chưa dự báo được: mới có số liệu của một năm, chưa thấy xu hướng; cần số liệu của một năm nữa",
)


def _steps(case: Case, measure: Measure) -> list[Step]:
    target, goal, readings, _moment = case
    from partykpi.core import steps as told

    unit = target.indicator.unit
    if measure.achieved is None:
        return []
    return [told.mean(readings, measure, unit), *told.share(goal, measure, unit)]


KIND = Kind(
    name="rate",
    label=Text("yearly rate", "tốc độ hằng năm"),
    manual=Text(
        "The yearly readings are averaged, or the one printed average stands. Every year is due the bound itself.",
        "Lấy bình quân số liệu các năm, hoặc số bình quân đã công bố. Năm nào cũng phải đạt đúng mức chỉ tiêu.",
    ),
    measure=_measure,
    steps=_steps,
    yearly="same",
    every=("average", "year"),
    of_path="mean",
    listed=True,
    by_share=True,
)
