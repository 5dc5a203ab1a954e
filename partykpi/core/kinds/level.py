"""level: a state at a date, such as a coverage or a poverty rate."""

from __future__ import annotations

from partykpi.core import attainment, pace, telling
from partykpi.core.figure import Interval
from partykpi.core.kinds import Kind, Readings, last_day
from partykpi.core.measure import Measure, Step
from partykpi.core.model import Goal, Moment, Reading, Target
from partykpi.text import Text


def _in_time(readings: Readings) -> list[Reading]:
    return sorted((reading for reading in readings if reading.figure is not None), key=last_day)


def _start(target: Target, goal: Goal) -> Interval | None:
    """Return the baseline where the way leads from it to the bound; None where the bound was reached before."""
    baseline = target.baseline and target.baseline.figure
    if baseline is None or goal.bound is None or attainment.is_met(baseline, goal, None) is not False:
        return None
    return baseline


def _measure(target: Target, readings: Readings, goal: Goal, moment: Moment) -> Measure:
    in_time = _in_time(readings)
    if not in_time:
        return Measure()
    achieved = in_time[-1].figure
    assert achieved is not None
    if not goal.known:
        return Measure(achieved=achieved)
    start = _start(target, goal)
    share = attainment.share_reached(achieved, goal, start)
    met = attainment.is_met(achieved, goal, share)
    course = pace.Course() if start is None else pace.straight_line(achieved, goal, moment, start)
    if start is None and target.baseline is not None:
        course = pace.Course(due=goal.bound, pace=share)
    return Measure(
        achieved=achieved,
        attainment=share,
        due=course.due,
        pace=course.pace,
        forecast=course.forecast,
        needed=course.needed,
        met=met,
        exceeded=met is True and attainment.is_exceeded(achieved, goal, target.indicator.unit),
        final=moment.ended,
    )


def _steps(target: Target, readings: Readings, goal: Goal, moment: Moment, measure: Measure) -> list[Step]:
    unit = target.indicator.unit
    if measure.achieved is None:
        return []
    start = _start(target, goal)
    return [
        telling.latest(_in_time(readings), measure, unit),
        *telling.share(goal, measure, unit, start),
        *(telling.course(goal, moment, measure, unit, start) if start is not None else []),
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
    disjoint=False,
    by_share=True,
)
