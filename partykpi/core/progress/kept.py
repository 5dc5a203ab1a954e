"""The years that a goal binds: which of them kept it, and what that says of the goal and to the reader."""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from partykpi.core import quantities, rule
from partykpi.core.figure import exactly
from partykpi.core.measure import Case, Periods
from partykpi.core.progress import attainment
from partykpi.core.progress.asked import asked_of_year
from partykpi.core.progress.stages import goal_on, stages
from partykpi.core.progress.years import Year, by_year, figures, figures_of
from partykpi.core.rule import NO, ONE, UNKNOWN, YES, ZERO, Formula, Operator, Rule, number
from partykpi.core.time import YEAR, Moment
from partykpi.problem import Message, message
from partykpi.text import Text


class JudgedYear(NamedTuple):
    """A year that a goal binds, by its label; `kept` is the rule that is 1 where it kept the goal and 0 where not.

    The year counts as kept, or as missed, only where nothing to come can change that.
    """

    label: str
    kept: Rule
    can_be_kept: bool = True
    can_be_missed: bool = True


class Years(NamedTuple):
    """The years that a goal binds; `complete` says that every year of the period is judged.

    So many are `reported`, where that is not the number of those that are decided.
    """

    judged: tuple[JudgedYear, ...]
    complete: bool = False
    reported: int | None = None


def bound_years(
    case: Case, combine: Operator, whole_years: Container[int] | None = None
) -> tuple[dict[str, Rule], Years | None]:
    """Return the rules of the years that a goal binds, by name, and the years; none where no year is known by itself.

    Of what adds up, a year that is not whole yet can be kept, or miss a limit, for good. `whole_years` are those that
    are whole, where more is asked for that than usual.
    """
    adds_up = combine == "total"
    years = by_year(case, adds_up=adds_up)
    made = figures(years, combine, running=case.target.cumulative)
    found = {quantities.figure_of(year).name: one for year, one in made.items()}
    judged: list[JudgedYear] = []
    done = set()
    for year in years:
        holds = keeps(case, year, quantities.figure_of(year.number), adds_up=adds_up)
        if holds is None:
            continue
        cell = quantities.kept_in(year.number)
        only_grows = case.goal.direction if adds_up else None
        whole = year.whole or (combine == "latest" and year.over and year.is_reported_to_its_end)
        if whole_years is not None:
            whole = year.number in whole_years
        one = JudgedYear(str(year.number), cell, whole or only_grows != "lower", whole or only_grows == "lower")
        if one.can_be_kept or one.can_be_missed:
            found[cell.name] = one_if(holds)
            judged.append(one)
        if whole:
            done.add(year.number)
    complete = done >= _bound(case, adds_up=adds_up)
    kept = years_kept(judged)
    if kept is not None:
        found["met"] = kept
    return found, Years(tuple(judged), complete) if years else None


def _bound(case: Case, *, adds_up: bool) -> set[int]:
    """Return the years that have to keep the goal: those of a path that it names, else all of the period.

    What does not add up is reported for whole years alone.
    """
    of = stages(case)
    return {
        int(part.text)
        for part in case.term.parts()
        if adds_up or part.months == YEAR
        if not (path := goal_on(part.last, of).goal.path) or int(part.text) in dict(path)
    }


def one_if(kept: Rule) -> Rule:
    """Return 1 where a condition holds and 0 where it does not."""
    return rule.if_(kept, ONE, ZERO)


def keeps(case: Case, year: Year, figure: Rule, *, adds_up: bool) -> Rule | None:
    """Return whether a year keeps the goal that was in force; None where it has none."""
    asked_of = asked_of_year(case, year, adds_up=adds_up)
    return None if asked_of is None else attainment.meets(figure, *asked_of)


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
    undecided = sum(kept not in (_ONE, _NONE) for _, kept in found)
    reported = met + len(lost) if years.reported is None else years.reported
    return Periods(met, reported, tuple(sorted(set(lost))), undecided)


_ONE, _NONE = exactly(1), exactly(0)


def verdict(years: Years, moment: Moment) -> tuple[Rule, Rule]:
    """Return whether a goal that binds every year is met, and whether what is unmet is unmet for good.

    A missed year decides, and a year that is not known leaves it open; all years have kept it only at the end.
    """
    lost, ended = missed(years.judged), YES if moment.ended else NO
    if years.complete and moment.ended:
        kept = number(len(years.judged)) - rule.sum_of([year.kept for year in years.judged])
        return rule.if_(lost, NO, Formula("=", kept, ZERO)), lost | ended
    return rule.if_(lost, NO, UNKNOWN if moment.ended else NO), lost | ended


_KEPT = Text("the years that kept the goal", "số năm đạt chỉ tiêu")


def not_before_the_end(met: Rule, moment: Moment) -> Rule:
    """Return a verdict on what each year has to keep, where no year is known by itself: it is met only at the end."""
    return met if moment.ended else NO


def score(years: Years) -> Rule:
    """Return the share of the judged years that kept the goal, for what is not met.

    A year that something to come can still change is judged only where it is kept, or is missed, already.
    """
    kept: list[Rule] = []
    judged: list[Rule] = []
    for year in years.judged:
        if year.can_be_kept:
            kept.append(year.kept)
        judged.append(ONE if year.can_be_kept and year.can_be_missed else _decided(year))
    met = rule.sum_of(kept, _KEPT if len(kept) > 1 else None)
    return met / _summed(judged) if kept and judged else ZERO / _summed(judged) if judged else UNKNOWN


def _decided(year: JudgedYear) -> Rule:
    return year.kept if year.can_be_kept else ONE - year.kept


def _summed(parts: Sequence[Rule]) -> Rule:
    """Return a sum in which what is always 1 is counted at once."""
    sure = sum(part == ONE for part in parts)
    others = [part for part in parts if part != ONE]
    return rule.sum_of(([number(sure)] if sure or not others else []) + others)


def notes_on(periods: Periods) -> Iterator[Message]:
    """Say how many years kept the goal, and which did not."""
    if periods.reported:
        yield message(
            "the goal was met in {met} of {reported} years"
            if periods.reported > 1
            else "the goal was met in {met} of {reported} year",
            "có {met}/{reported} năm đạt chỉ tiêu được giao",
            met=periods.met,
            reported=periods.reported,
        )
    if periods.lost:
        yield message(
            "the goal binds every year; lost for good: {years}",
            "chỉ tiêu giao theo từng năm; các năm không đạt, không thể bù lại: {years}",
            years=", ".join(periods.lost),
        )


def short_years(case: Case, values: rule.Values) -> Iterator[Message]:
    """Name the whole years short of a goal that is judged on average, with what each came to and was asked."""
    made = figures_of(case, "total")
    short: dict[str, Message] = {}
    for year in by_year(case, adds_up=True):
        asked_of = asked_of_year(case, year, adds_up=True) if year.whole else None
        holds = asked_of and attainment.meets(made[year.number], *asked_of)
        if asked_of is None or holds is None or rule.verdict(holds, values) is not False:
            continue
        low, high = asked_of[1]
        end = high if case.goal.direction == "lower" else low
        came_to, wanted = rule.figure(made[year.number], values), None if end is None else rule.figure(end, values)
        if came_to is not None and came_to.low is not None and wanted is not None and wanted.exact is not None:
            short[f"year{year.number}"] = message(
                "{year} ({figure} of {asked})",
                "năm {year} ({figure}/{asked})",
                year=str(year.number),
                figure=came_to.low,
                asked=wanted.exact,
            )
    if short:
        listed = ", ".join(f"{{{name}}}" for name in short)
        lower = case.goal.direction == "lower"
        yield message(
            ("over the yearly limit by themselves: " if lower else "short of the yearly goal by themselves: ") + listed,
            ("các năm vượt mức giới hạn của năm: " if lower else "các năm chưa đạt chỉ tiêu năm: ") + listed,
            **short,
        )


def short_of_path(case: Case, combine: Operator, values: rule.Values) -> Iterator[Message]:
    """Name the whole years that did not keep their own goal of a path that is judged by the latest of them."""
    made = figures_of(case, combine)
    missed_years = [
        str(year.number)
        for year in by_year(case, adds_up=combine == "total")
        if year.whole
        and (holds := keeps(case, year, made[year.number], adds_up=False)) is not None
        and rule.verdict(holds, values) is False
    ]
    if missed_years:
        yield message(
            "did not keep the goal of their own year: {years}",
            "các năm chưa đạt chỉ tiêu của năm đó: {years}",
            years=", ".join(missed_years),
        )
