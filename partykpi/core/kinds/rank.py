"""rank: a place in a ranking, to be held every year; a lost year cannot be won back."""

from __future__ import annotations

from math import ceil

from partykpi.core.figure import Interval, divide, exactly
from partykpi.core.kinds import Kind, Readings
from partykpi.core.measure import Case, Measure, Periods, Quantity, Step
from partykpi.core.model import Goal
from partykpi.core.progress import attainment, years
from partykpi.core.time import Moment
from partykpi.problem import Message, message
from partykpi.text import Text


def _met(readings: Readings, goal: Goal) -> tuple[int, int, list[str]]:
    """Return how many readings surely meet the goal, how many may, and the years of those that do not."""
    sure = possible = 0
    lost: set[str] = set()
    for reading in readings:
        if reading.figure is None:
            continue
        asked = goal.interval if reading.period is None else years.goal_of(goal, reading.period.year)
        verdict = attainment.is_met(reading.figure, goal._replace(interval=asked), None)
        sure += verdict is True
        possible += verdict is not False
        if verdict is False:
            lost.add(reading.text if reading.period is None else str(reading.period.year))
    return sure, possible, sorted(lost)


def _measure(case: Case) -> Measure:
    _target, goal, readings, moment = case
    reported = sum(reading.figure is not None for reading in readings)
    if not reported:
        return Measure()
    if goal.interval is None:
        return Measure()
    if goal.every == "average":
        return _average(readings, goal, moment)
    sure, possible, lost = _met(readings, goal)
    achieved = Interval(exactly(sure).low, exactly(possible).high)
    share = divide(achieved, exactly(reported))
    years = ceil(moment.term.years)
    complete = reported >= years
    notes: list[Message] = []
    met: bool | None
    if lost:
        met = False
        notes.append(
            message(
                "a year was lost and cannot be won back ({years})",
                "có năm không đạt, không thể bù lại ({years})",
                years=", ".join(lost),
            )
        )
    elif sure != possible:
        met = None
    elif complete:
        met = True
    else:
        met = None if moment.ended else False
        notes.append(
            message(
                "{reported} of the term's {years} years are reported",
                "mới có số liệu {reported}/{years} năm của nhiệm kỳ",
                reported=reported,
                years=years,
            )
        )
    return Measure(
        achieved=achieved,
        attainment=share,
        due=exactly(reported),
        pace=share,
        met=met,
        final=bool(lost) or moment.ended,
        periods=Periods(sure, reported, tuple(lost)),
        notes=tuple(notes),
    )


def _average(readings: Readings, goal: Goal, moment: Moment) -> Measure:
    """Return the measure of a goal that the mean of the ranks has to keep."""
    achieved = years.mean(readings)
    share = attainment.share_reached(achieved, goal)
    return Measure(
        achieved=achieved,
        attainment=share,
        due=goal.bound,
        pace=share,
        met=attainment.is_met(achieved, goal, share),
        final=moment.ended,
    )


def _steps(case: Case, measure: Measure) -> list[Step]:
    target, goal, readings, _moment = case
    from partykpi.core import steps as told

    if measure.achieved is None or measure.attainment is None:
        return []
    if measure.periods is None:
        unit = target.indicator.unit
        return [told.mean(readings, measure, unit), *told.share(goal, measure, unit)]
    reported = Quantity(exactly(measure.periods.reported))
    ranks = {f"r{n}": Quantity(r.figure) for n, r in enumerate(readings, 1) if r.figure is not None}
    return [
        Step(
            Text("years met", "số năm đạt"),
            Text("the years whose rank meets the goal", "số năm có thứ hạng đạt chỉ tiêu"),
            "; ".join(f"{{{name}}}" for name in ranks),
            ranks,
            Quantity(measure.achieved),
        ),
        Step(
            Text("attainment", "tỷ lệ đạt"),
            Text("years met ÷ years reported", "số năm đạt ÷ số năm có số liệu"),
            "{met} ÷ {reported}",
            {"met": Quantity(measure.achieved), "reported": reported},
            Quantity(measure.attainment, percent=True),
        ),
    ]


KIND = Kind(
    name="rank",
    label=Text("rank every year", "thứ hạng hằng năm"),
    manual=Text(
        "Each year's rank is held against the goal. Attainment is the years met against the years reported; one lost "
        "year decides, for it cannot be won back.",
        "Xét thứ hạng từng năm so với chỉ tiêu. Tỷ lệ đạt là số năm đạt so với số năm có số liệu; chỉ cần một "
        "năm không đạt thì chỉ tiêu không thể đạt, vì không thể bù lại.",
    ),
    measure=_measure,
    steps=_steps,
    every=("year", "average"),
    of_path="last",
    listed=True,
)
