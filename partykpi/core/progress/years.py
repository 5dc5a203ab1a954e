"""The calendar years of a term: what each came to, which kept a goal, and what they say of the years to come."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from partykpi.core.figure import Interval, add, exactly, multiply
from partykpi.core.measure import Periods, Reach
from partykpi.core.model import Goal, Reading
from partykpi.core.progress import attainment
from partykpi.core.time import Moment, Term
from partykpi.problem import Message, message


class Year(NamedTuple):
    """One calendar year of readings: what it came to, the days that the readings cover, and whether it is all there."""

    number: int
    figure: Interval
    covered: int
    complete: bool


def days_of(year: int) -> int:
    """Return the days of a calendar year."""
    return (date(year, 12, 31) - date(year, 1, 1)).days + 1


def within(year: int, term: Term) -> int:
    """Return how many days of a calendar year lie in the term."""
    first, last = max(term.first, date(year, 1, 1)), min(term.last, date(year, 12, 31))
    return max((last - first).days + 1, 0)


def total(readings: Sequence[Reading]) -> Interval:
    """Return the sum of readings that have figures; there is at least one."""
    figures = [reading.figure for reading in readings if reading.figure is not None]
    result = figures[0]
    for figure in figures[1:]:
        result = add(result, figure)
    return result


def mean(readings: Sequence[Reading]) -> Interval:
    """Return the mean of readings that have figures; there is at least one."""
    count = sum(reading.figure is not None for reading in readings)
    return multiply(total(readings), exactly(Fraction(1, count)))


def by_year(
    readings: Sequence[Reading],
    moment: Moment,
    combine: Callable[[Sequence[Reading]], Interval],
    *,
    days_count: bool,
) -> list[Year]:
    """Return the years that have readings, in order, each with what its readings combine to.

    Where `days_count`, a year is all there once its readings cover every day of it that lies in the term; else once it
    is over.
    """
    grouped: dict[int, list[Reading]] = {}
    for reading in readings:
        if reading.period is not None and reading.figure is not None:
            grouped.setdefault(reading.period.year, []).append(reading)
    years = []
    for year, parts in sorted(grouped.items()):
        inside = within(year, moment.term)
        if days_count:
            covered = sum(reading.period.days for reading in parts if reading.period is not None)
            complete = covered >= inside
        else:
            covered = days_of(year)
            end = min(date(year, 12, 31), moment.term.last)
            complete = moment.as_of >= end or any(r.period is not None and r.period.last >= end for r in parts)
        years.append(Year(year, combine(parts), covered, complete))
    return years


def goal_of(goal: Goal, year: int) -> Interval | None:
    """Return what a single year has to keep: its own step of a path, else the goal itself."""
    return dict(goal.path).get(year, None if goal.path else goal.interval)


def judge(years: Sequence[Year], goal: Goal, *, adds_up: bool) -> Periods:
    """Return how many years kept the goal, and the names of those that did not.

    A year that is not all there is judged only where nothing to come can change the verdict. Of what adds up, a year
    that the term only begins or ends in answers for the share of the goal that its readings cover.
    """
    met, lost = 0, []
    for year in years:
        asked = goal_of(goal, year.number)
        if asked is None:
            continue
        if adds_up and year.complete and year.covered < days_of(year.number) and not goal.path:
            asked = multiply(asked, exactly(Fraction(year.covered, days_of(year.number))))
        verdict = attainment.is_met(year.figure, goal._replace(interval=asked, implied=None), None)
        only_grows = goal.direction if adds_up else None
        if verdict is False and (year.complete or only_grows == "lower"):
            lost.append(str(year.number))
        elif verdict and (year.complete or only_grows == "higher"):
            met += 1
    return Periods(met, met + len(lost), tuple(lost))


def all_there(years: Sequence[Year], term: Term) -> bool:
    """Say whether the years cover as many days as the term has."""
    return sum(year.covered for year in years if year.complete) >= term.days


def notes_on(periods: Periods, *, lost_for_good: bool) -> Iterator[Message]:
    """Tell how many years kept the goal, and which did not."""
    if periods.reported:
        yield message(
            "{met} of {reported} years met" if periods.reported > 1 else "{met} of {reported} year met",
            "{met}/{reported} năm đạt",
            met=periods.met,
            reported=periods.reported,
        )
    if periods.lost and lost_for_good:
        yield message(
            "the goal binds every year; lost for good: {years}",
            "chỉ tiêu giao theo từng năm; năm không đạt, không thể bù lại: {years}",
            years=", ".join(periods.lost),
        )


def steps_due(path: Sequence[tuple[int, Fraction]], moment: Moment) -> list[tuple[Fraction, Fraction]]:
    """Return the steps that a path asks for by the as-of date, each with the share of its year's days gone."""
    steps = []
    for year, step in path:
        inside = within(year, moment.term)
        first = max(moment.term.first, date(year, 1, 1))
        gone = min((moment.as_of - first).days + 1, inside)
        if gone > 0:
            steps.append((step, Fraction(gone, inside)))
    return steps


def due_by_path(path: Sequence[tuple[int, Fraction]], moment: Moment) -> Fraction:
    """Return the steps of the years gone by the as-of date, and of the running year the share of its days gone."""
    return sum((step * share for step, share in steps_due(path, moment)), Fraction(0))


def verdict(met: bool | None, periods: Periods, complete: bool, moment: Moment) -> tuple[bool | None, bool]:
    """Return whether a goal that binds every year is met, and whether what is unmet is unmet for good.

    `met` is the verdict without regard to the years. A lost year decides; a year that is not known leaves it open.
    """
    if periods.lost:
        return False, True
    if complete:
        return met, moment.ended
    return (None if met and moment.ended else False), moment.ended


def reach(missing: Fraction, best: Fraction, term: Term) -> Reach | None:
    """Return until when `best` a year still makes good what is missing by the end of the term.

    None where nothing is missing or the best year brought nothing.
    """
    if best <= 0 or missing <= 0:
        return None
    days = ceil(missing / best * term.days / term.years)
    try:
        return Reach(best, missing, term.last - timedelta(days=days))
    except OverflowError:
        return None
