"""rate: what happens a year, such as growth or the yearly cut in poverty; years are averaged, never added."""

from __future__ import annotations

from fractions import Fraction

from partykpi.core import attainment, telling
from partykpi.core.figure import Interval, add, exactly, multiply
from partykpi.core.kinds import Kind, Readings
from partykpi.core.measure import Measure, Step
from partykpi.core.model import Goal, Moment, Target
from partykpi.text import Text


def _mean(figures: list[Interval]) -> Interval:
    total = figures[0]
    for figure in figures[1:]:
        total = add(total, figure)
    return multiply(total, exactly(Fraction(1, len(figures))))


def _measure(target: Target, readings: Readings, goal: Goal, moment: Moment) -> Measure:
    figures = [reading.figure for reading in readings if reading.figure is not None]
    if not figures:
        return Measure()
    achieved = _mean(figures)
    if not goal.known:
        return Measure(achieved=achieved)
    share = attainment.share_reached(achieved, goal)
    met = attainment.is_met(achieved, goal, share)
    return Measure(
        achieved=achieved,
        attainment=share,
        due=goal.bound,
        pace=share,
        forecast=achieved,
        met=met,
        exceeded=met is True and attainment.is_exceeded(achieved, goal, target.indicator.unit),
        final=moment.ended,
    )


def _steps(target: Target, readings: Readings, goal: Goal, moment: Moment, measure: Measure) -> list[Step]:
    unit = target.indicator.unit
    if measure.achieved is None:
        return []
    return [telling.mean(readings, measure, unit), *telling.share(goal, measure, unit)]


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
    listed=True,
    by_share=True,
)
