"""milestone: a task to be done by a date."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from partykpi.core.figure import divide, exactly
from partykpi.core.kinds import Kind, Readings, last_day
from partykpi.core.measure import Case, Measure, Quantity, Step
from partykpi.core.model import Goal, Reading
from partykpi.core.time import Moment, Term
from partykpi.problem import Message, message
from partykpi.text import Text

_WHOLE = exactly(100)


def _latest(readings: Readings) -> Reading | None:
    """Return the reading with the date of completion, else the latest share done."""
    done = [reading for reading in readings if reading.done is not None]
    return max(done or readings, key=last_day, default=None)


def _whole_in_time(readings: Readings, by: date) -> bool:
    return any(r.figure == _WHOLE and r.period is not None and r.period.last <= by for r in readings)


def _due(goal: Goal, moment: Moment) -> Fraction | None:
    """Return the share of the time to the milestone's own date that is gone, in percent."""
    if goal.by is None:
        return None
    if goal.by <= moment.term.first:
        return Fraction(100)
    return 100 * Term(moment.term.first, goal.by).elapsed(moment.as_of)


def _measure(case: Case) -> Measure:
    _target, goal, readings, moment = case
    latest = _latest(readings)
    if latest is None:
        return Measure()
    achieved = _WHOLE if latest.done is not None else latest.figure
    if achieved is None:
        return Measure()
    if goal.by is None:
        return Measure(achieved=achieved, done=latest.done)
    passed = moment.as_of > goal.by
    notes: tuple[Message, ...] = ()
    met: bool | None = False
    if latest.done is not None:
        met = latest.done <= goal.by
        if not met:
            days = (latest.done - goal.by).days
            notes = (message("done {days} days late", "hoàn thành chậm {days} ngày", days=days),)
    elif achieved == _WHOLE:
        met = True if not passed or _whole_in_time(readings, goal.by) else None
        if met is None:
            notes = (message("done, but the date is not told", "đã hoàn thành nhưng không rõ ngày"),)
    due = exactly(_due(goal, moment) or 0)
    return Measure(
        achieved=achieved,
        done=latest.done,
        attainment=divide(achieved, _WHOLE),
        due=due,
        pace=divide(achieved, due),
        met=met,
        final=passed or latest.done is not None or (moment.ended and goal.by <= moment.term.last),
        notes=notes,
    )


def _steps(case: Case, measure: Measure) -> list[Step]:
    target, goal, _readings, moment = case
    if measure.achieved is None:
        return []
    unit = target.indicator.unit
    if measure.done is not None and goal.by is not None:
        return [
            Step(
                Text("done", "hoàn thành"),
                Text("the day it was done, against its date", "ngày hoàn thành so với hạn"),
                "{done} – {by}",
                {"done": Quantity(measure.done), "by": Quantity(goal.by)},
                Quantity(measure.achieved, unit),
            )
        ]
    steps = [
        Step(
            Text("achieved", "kết quả"),
            Text("the share done", "phần đã hoàn thành"),
            "{share}",
            {"share": Quantity(measure.achieved, unit)},
            Quantity(measure.achieved, unit),
        )
    ]
    if measure.due is not None and goal.by is not None:
        to_date = Term(moment.term.first, max(goal.by, moment.term.first))
        gone = min((moment.as_of - to_date.first).days + 1, to_date.days)
        steps.append(
            Step(
                Text("due", "mức cần đạt đến nay"),
                Text("days gone ÷ days to its date", "số ngày đã qua ÷ số ngày đến hạn"),
                "{gone} ÷ {days}",
                {"gone": Quantity(exactly(gone)), "days": Quantity(exactly(to_date.days))},
                Quantity(measure.due, unit),
            )
        )
    if measure.pace is not None and measure.due is not None:
        steps.append(
            Step(
                Text("pace", "tiến độ"),
                Text("achieved ÷ due", "kết quả ÷ mức cần đạt đến nay"),
                "{achieved} ÷ {due}",
                {"achieved": Quantity(measure.achieved, unit), "due": Quantity(measure.due, unit)},
                Quantity(measure.pace, percent=True),
            )
        )
    return steps


KIND = Kind(
    name="milestone",
    label=Text("task done by a date", "nhiệm vụ có thời hạn"),
    manual=Text(
        "Done on a date is 100 %, else the share done counts. Due is the share gone of the time to the milestone's own "
        "date. What is done late is done, but not in time.",
        "Đã hoàn thành thì tính 100%, chưa hoàn thành thì tính phần đã làm. Mức cần đạt đến nay là phần thời gian "
        "đã qua tính đến hạn của nhiệm vụ. Hoàn thành chậm là hoàn thành nhưng không đúng hạn.",
    ),
    measure=_measure,
    steps=_steps,
    every=("term",),
    dated=True,
    disjoint=False,
)
