"""total: what adds up over the term, such as members admitted or jobs created."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from partykpi.core import attainment, pace, telling
from partykpi.core.figure import Interval, add, exactly, multiply
from partykpi.core.kinds import Kind, Readings
from partykpi.core.measure import Measure, Periods, Step
from partykpi.core.model import Goal, Moment, Target, Term
from partykpi.problem import Message, message
from partykpi.text import Text


class _Year(NamedTuple):
    """One calendar year of readings: its name, its sum, the share of the year covered, and whether it is all there."""

    name: str
    total: Interval
    covered: Fraction
    complete: bool


def _years(readings: Readings, term: Term) -> Iterator[_Year]:
    by_year: dict[int, list[tuple[Interval, int]]] = {}
    for reading in readings:
        if reading.period is not None and reading.figure is not None:
            by_year.setdefault(reading.period.year, []).append((reading.figure, reading.period.days))
    for year, parts in sorted(by_year.items()):
        total = parts[0][0]
        for figure, _ in parts[1:]:
            total = add(total, figure)
        covered = sum(days for _, days in parts)
        within = Term(max(term.first, date(year, 1, 1)), min(term.last, date(year, 12, 31))).days
        yield _Year(str(year), total, Fraction(covered, 366 if isleap(year) else 365), covered >= within)


def _judge_years(readings: Readings, goal: Goal, term: Term) -> tuple[Periods | None, bool]:
    """Return the years met and lost, and whether the readings cover the whole term.

    A year that the term only begins or ends in answers for the share of the bound that its readings cover.
    """
    if goal.interval is None or not any(reading.period for reading in readings):
        return None, False
    met, lost = 0, []
    for year in _years(readings, term):
        asked = multiply(goal.interval, exactly(min(year.covered, Fraction(1)))) if year.complete else goal.interval
        verdict = attainment.is_met(year.total, Goal(goal.text, goal.place, asked, direction=goal.direction), None)
        if verdict is False and year.complete:
            lost.append(year.name)
        elif verdict and (year.complete or goal.direction == "higher"):
            met += 1
    covered = sum(reading.period.days for reading in readings if reading.period)
    return Periods(met, met + len(lost), tuple(lost)), covered >= term.days


def _measure(target: Target, readings: Readings, goal: Goal, moment: Moment) -> Measure:
    figures = [reading.figure for reading in readings if reading.figure is not None]
    if not figures:
        return Measure()
    achieved = figures[0]
    for figure in figures[1:]:
        achieved = add(achieved, figure)
    if not goal.known:
        return Measure(achieved=achieved)
    whole = attainment.over_term(goal, moment.term)
    share = attainment.share_reached(achieved, whole)
    met = attainment.is_met(achieved, whole, share)
    final = moment.ended
    notes: list[Message] = []
    periods: Periods | None = None
    if whole.direction == "lower":
        course = pace.ceiling(achieved, whole, moment)
        final = final or met is False
        met = met if moment.ended or met is False else False
    else:
        course = pace.straight_line(achieved, whole, moment)
    if goal.every_year:
        periods, covered = _judge_years(readings, goal, moment.term)
        if periods is None:
            notes.append(_BY_THE_SUM)
        elif periods.lost:
            met, final = False, True
            notes.append(
                message(
                    "the goal binds every year; lost for good: {years}",
                    "chỉ tiêu giao theo từng năm; năm không đạt: {years}",
                    years=", ".join(periods.lost),
                )
            )
        elif met and not covered:
            met = None if moment.ended else False
    return Measure(
        achieved=achieved,
        attainment=share,
        due=course.due,
        pace=course.pace,
        forecast=course.forecast,
        needed=course.needed,
        met=met,
        exceeded=met is True and attainment.is_exceeded(achieved, whole, target.indicator.unit),
        final=final,
        periods=periods,
        notes=tuple(notes),
    )


_BY_THE_SUM = message(
    "the goal is set per year, but the years are not known one by one: judged by their sum",
    "chỉ tiêu giao theo năm nhưng không có số liệu từng năm: đánh giá theo tổng số",
)


def _steps(target: Target, readings: Readings, goal: Goal, moment: Moment, measure: Measure) -> list[Step]:
    unit = target.indicator.unit
    if measure.achieved is None:
        return []
    steps = [telling.summed(readings, measure, unit)]
    if goal.every_year and goal.bound is not None:
        steps.append(telling.bound_over_term(goal, moment, unit))
    whole = attainment.over_term(goal, moment.term)
    if whole.bound is not None:
        steps += telling.share(whole, measure, unit)
        steps += telling.course(whole, moment, measure, unit)
    return steps


KIND = Kind(
    name="total",
    label=Text("total over the term", "tổng số cả nhiệm kỳ"),
    manual=Text(
        "The readings add up. Attainment is the sum against the bound; due is the bound times the share of the term "
        "gone. A goal per year also counts the years met, and a year that was missed cannot be made good.",
        "Cộng dồn các số liệu. Tỷ lệ đạt là tổng số so với chỉ tiêu; mức cần đạt đến nay là chỉ tiêu nhân với phần "
        "nhiệm kỳ đã qua. Chỉ tiêu giao theo năm còn được xét từng năm; năm không đạt thì không bù được.",
    ),
    measure=_measure,
    steps=_steps,
    yearly="binds",
    by_share=True,
)
