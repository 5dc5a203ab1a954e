"""total: what adds up over the term, such as members admitted or jobs created."""

from __future__ import annotations

from fractions import Fraction

from partykpi.core.figure import Interval, exactly, multiply
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case, Measure, Step
from partykpi.core.model import Goal
from partykpi.core.progress import attainment, pace, years
from partykpi.core.time import Moment, Term
from partykpi.problem import Message, message
from partykpi.text import Text


def _over_term(goal: Goal, term: Term) -> Goal:
    """Return what a goal per year amounts to: `16 thousand jobs/year` is 80 000 jobs in five years."""
    if goal.every == "term" or goal.path:
        return goal
    length = exactly(term.years)
    return goal._replace(
        interval=goal.interval and multiply(goal.interval, length),
        implied=goal.implied and multiply(goal.implied, length),
    )


def _due(goal: Goal, moment: Moment) -> Interval | None:
    """Return what a path asks for by the as-of date, step by step; None where the goal is no path."""
    return exactly(years.due_by_path(_path(goal), moment)) if goal.path else None


def _path(goal: Goal) -> list[tuple[int, Fraction]]:
    return [(year, attainment.bound_of(step, goal.measured_against)) for year, step in goal.path]


def _is_past(achieved: Interval, goal: Goal) -> bool:
    """Say whether a sum, which only grows, has already left an exact goal behind."""
    high = None if goal.interval is None else goal.interval.high
    return high is not None and achieved.low is not None and achieved.low > high


def _measure(case: Case) -> Measure:
    target, goal, readings, moment = case
    if not any(reading.figure is not None for reading in readings):
        return Measure()
    achieved = years.total(readings)
    if not goal.known:
        return Measure(achieved=achieved)
    whole = _over_term(goal, moment.term)
    share = attainment.share_reached(achieved, whole)
    met = attainment.is_met(achieved, whole, share)
    final = moment.ended
    notes: list[Message] = []
    periods = None
    by_year = years.by_year(readings, moment, years.total, days_count=True) if goal.every_year else []
    if whole.direction == "lower":
        course = pace.ceiling(achieved, whole, moment, _due(goal, moment))
        final = final or met is False
        met = met if moment.ended or met is False else False
    else:
        course = pace.straight_line(achieved, whole, moment, due=_due(goal, moment))
        final = final or (whole.direction == "exactly" and _is_past(achieved, whole))
    if goal.every_year and by_year:
        periods = years.judge(by_year, goal, adds_up=True)
        notes += years.notes_on(periods, lost_for_good=True)
        met, final = years.verdict(met, periods, years.all_there(by_year, moment.term), moment)
    elif goal.every_year:
        notes.append(_BY_THE_SUM)
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


def _outlook(case: Case, measure: Measure) -> Measure:
    """Say until when the best year so far, repeated, still leads to the bound."""
    _target, goal, readings, moment = case
    bound = _over_term(goal, moment.term).bound
    achieved = measure.achieved
    if measure.met is not False or measure.final or goal.direction == "lower" or bound is None or achieved is None:
        return measure
    if bound.high is None or achieved.low is None:
        return measure
    by_year = years.by_year(readings, moment, years.total, days_count=True)
    best = max((year.figure.low or Fraction(0) for year in by_year), default=Fraction(0))
    return measure._replace(reach=years.reach(bound.high - achieved.low, best, moment.term))


def _steps(case: Case, measure: Measure) -> list[Step]:
    target, goal, readings, moment = case
    from partykpi.core import steps as told

    unit = target.indicator.unit
    if measure.achieved is None:
        return []
    steps = [told.summed(readings, measure, unit)]
    whole = _over_term(goal, moment.term)
    if (goal.every != "term" or goal.path) and goal.bound is not None:
        steps.append(told.bound_over_term(goal, whole, moment, unit))
    if whole.bound is not None:
        steps += told.share(whole, measure, unit)
        due = told.due_by_steps(years.steps_due(_path(goal), moment), measure, unit) if goal.path else None
        steps += told.course(whole, moment, measure, unit, due=due)
        steps += told.within_reach(moment, measure, unit)
    return steps


KIND = Kind(
    name="total",
    label=Text("total over the term", "tổng số cả nhiệm kỳ"),
    manual=Text(
        "The readings add up. Attainment is the sum against the bound; due is the bound times the share of the term "
        "gone. A goal per year also counts the years met, and a year that was missed cannot be made good.",
        "Cộng dồn các số liệu. Tỷ lệ đạt là tổng số so với chỉ tiêu; mức cần đạt đến nay là chỉ tiêu nhân với phần "
        "nhiệm kỳ đã qua. Chỉ tiêu giao theo năm còn được xét từng năm; năm không đạt thì không thể bù lại.",
    ),
    measure=_measure,
    steps=_steps,
    outlook=_outlook,
    yearly="binds",
    of_path="sum",
    over_term=_over_term,
    by_share=True,
)
