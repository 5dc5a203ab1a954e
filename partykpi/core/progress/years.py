"""The calendar years of a term: what each came to, which kept a goal, and what they say of the years to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from partykpi.core import quantities, rule
from partykpi.core.figure import Interval, exactly
from partykpi.core.measure import Case, Periods
from partykpi.core.model import Goal, Reading
from partykpi.core.progress import attainment
from partykpi.core.rule import NO, ONE, UNKNOWN, YES, ZERO, Formula, Operator, Rule, number
from partykpi.core.time import Moment, Term
from partykpi.problem import Message, message


class Year(NamedTuple):
    """One calendar year of readings: their places in the order of time, the days that they cover, whether all is there.

    A year is `complete` once nothing of it that lies in the term is to come.
    """

    number: int
    readings: tuple[int, ...]
    covered: int
    complete: bool


class JudgedYear(NamedTuple):
    """A year that a goal binds, by its label; `kept` is the rule that is 1 where it kept the goal and 0 where not.

    The year counts as kept, or as missed, only where nothing to come can change that.
    """

    label: str
    kept: Rule
    can_be_kept: bool = True
    can_be_missed: bool = True


class Years(NamedTuple):
    """The years that a goal binds; `complete` says that their readings cover the whole term.

    So many are `reported`, where that is not the number of those that are decided.
    """

    judged: tuple[JudgedYear, ...]
    complete: bool = False
    reported: int | None = None


def days_of(year: int) -> int:
    """Return the days of a calendar year."""
    return (date(year, 12, 31) - date(year, 1, 1)).days + 1


def days_in_term(year: int, term: Term) -> int:
    """Return how many days of a calendar year lie in the term."""
    first, last = max(term.first, date(year, 1, 1)), min(term.last, date(year, 12, 31))
    return max((last - first).days + 1, 0)


def by_year(readings: Sequence[Reading], moment: Moment, *, days_count: bool) -> list[Year]:
    """Return the years that have readings, in order; the readings are in the order of time.

    Where `days_count`, a year is complete once its readings cover every day of it that lies in the term; else once it
    is over.
    """
    grouped: dict[int, list[int]] = {}
    for place, reading in enumerate(readings, 1):
        if reading.period is not None and reading.figure is not None:
            grouped.setdefault(reading.period.year, []).append(place)
    return [_year(year, places, readings, moment, days_count) for year, places in sorted(grouped.items())]


def _year(number: int, places: list[int], readings: Sequence[Reading], moment: Moment, days_count: bool) -> Year:
    periods = [readings[place - 1].period for place in places]
    if days_count:
        covered = sum(period.days for period in periods if period is not None)
        complete = covered >= days_in_term(number, moment.term)
    else:
        covered = days_of(number)
        end = min(date(number, 12, 31), moment.term.last)
        complete = moment.as_of >= end or any(period is not None and period.last >= end for period in periods)
    return Year(number, tuple(places), covered, complete)


def figures(years: Sequence[Year], combine: Operator) -> dict[int, Rule]:
    """Return what the readings of each year come to, combined by `total`, `mean` or `latest`."""
    found: dict[int, Rule] = {}
    for year in years:
        parts = [quantities.reading(place) for place in year.readings]
        if combine == "latest":
            parts = parts[-1:]
        found[year.number] = parts[0] if len(parts) == 1 else Formula(combine, *parts)
    return found


def bound_years(
    case: Case, combine: Operator, *, days_count: bool = True, adds_up: bool = False
) -> tuple[dict[str, Rule], Years | None]:
    """Return the rules of the years that a goal binds, by name, and the years; none where no year is known by itself.

    Of what adds up, a year that the term only begins or ends in answers for the share of the goal that its readings
    cover; and an incomplete year can be kept, or miss a limit, for good.
    """
    if not case.goal.every_year:
        return {}, None
    years = by_year(case.in_time, case.moment, days_count=days_count)
    found = {quantities.figure_of(year).name: made for year, made in figures(years, combine).items()}
    judged: list[JudgedYear] = []
    for year in years:
        asked = _asked(case, year, adds_up=adds_up)
        holds = asked and attainment.meets(quantities.figure_of(year.number), *asked)
        if holds is None:
            continue
        cell = quantities.kept_in(year.number)
        only_grows = case.goal.direction if adds_up else None
        one = JudgedYear(
            str(year.number), cell, year.complete or only_grows == "higher", year.complete or only_grows == "lower"
        )
        if one.can_be_kept or one.can_be_missed:
            found[cell.name] = one_if(holds)
            judged.append(one)
    complete = sum(year.covered for year in years if year.complete) >= case.term.days
    kept = years_kept(judged)
    if kept is not None:
        found["met"] = kept
    return found, Years(tuple(judged), complete) if years else None


def one_if(kept: Rule) -> Rule:
    """Return 1 where a condition holds and 0 where it does not."""
    return rule.if_(kept, ONE, ZERO)


def _asked(case: Case, year: Year, *, adds_up: bool) -> tuple[Goal, attainment.Ends] | None:
    """Return the goal that a single year has to keep, and its ends; None where it has none."""
    goal = case.goal
    if goal.path:
        step = dict(goal.path).get(year.number)
        if step is None:
            return None
        own = goal._replace(interval=step)
        return own, attainment.of_step(step, quantities.goal_of(year.number), goal.measured_against)
    low, high = attainment.ends(goal, case.unit, quantities.GOAL)
    if adds_up and year.complete and year.covered < days_of(year.number):
        part = Fraction(year.covered, days_of(year.number))
        return goal, (low and low * part, high and high * part)
    return goal, (low, high)


def years_kept(judged: Sequence[JudgedYear]) -> Rule | None:
    """Return how many years kept the goal; None where some count only as kept, or only as missed."""
    if not judged or not all(year.can_be_kept and year.can_be_missed for year in judged):
        return None
    return rule.sum_of([year.kept for year in judged])


def missed(judged: Sequence[JudgedYear]) -> Rule:
    """Return whether a year surely missed the goal."""
    years = [year.kept for year in judged if year.can_be_missed]
    if not years:
        return NO
    return rule.surely(number(len(years)) - rule.sum_of(years) > 0)


def periods(years: Years, values: rule.Values) -> Periods:
    """Return how many years kept the goal, and the labels of those that did not, each once and in order."""
    found = [(year, rule.figure(year.kept, values)) for year in years.judged]
    met = sum(year.can_be_kept and kept == _ONE for year, kept in found)
    lost = [year.label for year, kept in found if year.can_be_missed and kept == _NONE]
    return Periods(met, met + len(lost) if years.reported is None else years.reported, tuple(sorted(set(lost))))


_ONE, _NONE = exactly(1), exactly(0)


def verdict(met: Rule, years: Years, moment: Moment) -> tuple[Rule, Rule]:
    """Return whether a goal that binds every year is met, and whether what is unmet is unmet for good.

    `met` is the verdict without regard to the years. A missed year decides; a year that is not known leaves it open.
    """
    lost, ended = missed(years.judged), YES if moment.ended else NO
    if not years.complete:
        met = rule.if_(rule.surely(met), UNKNOWN, NO) if moment.ended else NO
    return rule.if_(lost, NO, met), lost | ended


def notes_on(periods: Periods) -> Iterator[Message]:
    """Say how many years kept the goal, and which did not."""
    if periods.reported:
        yield message(
            "{met} of {reported} years met" if periods.reported > 1 else "{met} of {reported} year met",
            "{met}/{reported} năm đạt",
            met=periods.met,
            reported=periods.reported,
        )
    if periods.lost:
        yield message(
            "the goal binds every year; lost for good: {years}",
            "chỉ tiêu giao theo từng năm; năm không đạt, không thể bù lại: {years}",
            years=", ".join(periods.lost),
        )


def steps_due(goal: Goal, moment: Moment) -> list[tuple[int, Fraction]]:
    """Return the years of a path that have begun by the as-of date, each with the share of its days gone."""
    steps = []
    for year, _ in goal.path:
        in_term = days_in_term(year, moment.term)
        first = max(moment.term.first, date(year, 1, 1))
        gone = min((moment.as_of - first).days + 1, in_term)
        if gone > 0:
            steps.append((year, Fraction(gone, in_term)))
    return steps


def value_of_years(case: Case, combine: Operator, *, days_count: bool = False) -> dict[int, Interval]:
    """Return what the readings of each calendar year came to."""
    readings = case.in_time
    values = {f"r{place}": reading.figure for place, reading in enumerate(readings, 1)}
    years = by_year(readings, case.moment, days_count=days_count)
    found = {year: rule.figure(made, values) for year, made in figures(years, combine).items()}
    return {year: figure for year, figure in found.items() if figure is not None}
