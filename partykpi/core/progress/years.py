"""The years of a period: what each came to, which kept a goal, and what they say of the years to come."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from partykpi.core import quantities, rule
from partykpi.core.figure import Interval, exactly
from partykpi.core.measure import Case, Periods
from partykpi.core.model import Goal
from partykpi.core.progress import asked, attainment
from partykpi.core.progress.coverage import Span, merged, months_in, spoken_of
from partykpi.core.progress.stages import Stage, goal_on, stages
from partykpi.core.rule import NO, ONE, UNKNOWN, YES, ZERO, Formula, Operator, Rule, number
from partykpi.core.time import YEAR, Moment, Period, months_of
from partykpi.problem import Message, message
from partykpi.text import Text


class Year(NamedTuple):
    """One year with readings: the `part` of it in the period, the places of its readings in the order of time.

    `lengths` are the months that each speaks of, `spans` their days, in order and apart, whether these lie in the part
    or not. The year is `over` once no reading of it is to come, and `whole` where by then no month is missing either.
    """

    number: int
    part: Period
    readings: tuple[int, ...]
    spans: tuple[Span, ...]
    lengths: tuple[Fraction, ...]
    over: bool
    whole: bool

    @property
    def is_reported_to_its_end(self) -> bool:
        """Whether a reading reaches to within a month of the end of the part."""
        return months_of(self.spans[-1][1] + timedelta(days=1), self.part.last) < 1


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


@lru_cache(maxsize=16)
def by_year(case: Case, *, adds_up: bool) -> tuple[Year, ...]:
    """Return the years that have readings with a period, in order.

    Where readings add up, one that speaks of days in two years belongs to neither, and then both are left out. Else one
    of a single day speaks of its whole year.
    """
    parts = {int(part.text): part for part in case.term.parts()}
    grouped: dict[int, list[_Spoken]] = {}
    mixed: set[int] = set()
    for place, (reading, (first, last)) in enumerate(zip(case.readings, _spoken(case), strict=True), 1):
        if reading.period is None or reading.figure is None:
            continue
        year, begun = case.term.year_of(last), case.term.year_of(first)
        if adds_up and begun != year and last >= case.term.first:
            mixed |= {*range(begun, year + 1)}
        one = _Spoken(place, (first, last), months_of(first, last))
        if not adds_up and reading.period.first == last:
            one = one._replace(span=case.term.year(year)[:2])
        grouped.setdefault(year, []).append(one)
    found = sorted(grouped.items())
    return tuple(_year(parts[year], own, case) for year, own in found if year in parts and year not in mixed)


def full_years(case: Case, *, adds_up: bool) -> tuple[Year, ...]:
    """Return the years of which every month is reported, in order; less than a month is no gap.

    The part of a year at either end of the period is no full year.
    """
    spans = merged(_spoken(case), (date.min, date.max))
    return tuple(
        year for year in by_year(case, adds_up=adds_up) if year.over and is_reported(case.term.year(year.number), spans)
    )


def is_reported(period: Period, spans: Sequence[Span]) -> bool:
    """Say whether some spans, which lie apart and in order, leave less than a month of a period out: that is no gap."""
    days = period[:2]
    inside = merged(spans, days)
    return inside == (days,) or period.months - months_in(inside) < 1


def _spoken(case: Case) -> list[Span]:
    return spoken_of(case.readings, case.moment)


class _Spoken(NamedTuple):
    """The place of a reading, the days that it speaks of, and how many months it has spoken of."""

    place: int
    span: Span
    months: Fraction


def _year(part: Period, own: Sequence[_Spoken], case: Case) -> Year:
    spans = [one.span for one in own]
    apart = merged(spans, (min(first for first, _ in spans), max(last for _, last in spans)))
    over = case.moment.as_of >= part.last or any(case.readings[one.place - 1].last_day >= part.last for one in own)
    places, months = tuple(one.place for one in own), tuple(one.months for one in own)
    return Year(int(part.text), part, places, apart, months, over, over and is_reported(part, apart))


def figures(years: Sequence[Year], combine: Operator, *, running: bool = False) -> dict[int, Rule]:
    """Return what the readings of each year come to, combined by `total`, `latest`, or `mean` by the months of each.

    Of `running` totals each reading holds all before it, so a year comes to what its last one has grown by.
    """
    found: dict[int, Rule] = {}
    for year in years:
        parts = [quantities.reading(place) for place in year.readings]
        if running:
            before = year.readings[0] - 1
            found[year.number] = parts[-1] - quantities.reading(before) if before else parts[-1]
            continue
        if combine == "latest":
            parts = parts[-1:]
        if len(parts) == 1:
            found[year.number] = parts[0]
        elif combine == "mean" and len(set(year.lengths)) > 1:
            weighted = [part * months for part, months in zip(parts, year.lengths, strict=True)]
            found[year.number] = rule.sum_of(weighted) / sum(year.lengths)
        else:
            found[year.number] = Formula(combine, *parts)
    return found


def figures_of(case: Case, combine: Operator) -> dict[int, Rule]:
    """Return what the readings of each year come to, whether the year is whole or not."""
    years = by_year(case, adds_up=combine == "total")
    return figures(years, combine, running=case.target.cumulative)


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


def asked_of_year(case: Case, year: Year, *, adds_up: bool) -> tuple[Goal, attainment.Ends] | None:
    """Return the goal that was in force in a year, and the ends of what it asks of it; None where it has none.

    Of what adds up, a part of a year answers for its months; of counted things for no more than whole ones.
    """
    stage = goal_on(year.part.last, stages(case))
    if adds_up:
        ends = _ends_of_months(case, stage.goal, year)
        return None if ends is None else (stage.goal, ends)
    own = goal_of_year(stage, year.number)
    if own is None:
        return None
    step, bound = own
    return step, ends_of_year(case, step, bound, amended=stage.number > 0)


def goal_of_year(stage: Stage, year: int) -> tuple[Goal, Rule] | None:
    """Return the goal of a single year and its bound as a quantity; None where a path leaves the year out."""
    if not stage.goal.path:
        return stage.goal, stage.bound
    step = dict(stage.goal.path).get(year)
    return None if step is None else (stage.goal._replace(interval=step, path=()), stage.bound_of(year))


def ends_of_year(case: Case, goal: Goal, bound: Rule, *, amended: bool) -> attainment.Ends:
    """Return the ends of a goal that a single year has to keep, of which `bound` is measured against."""
    if goal.interval is None:
        return None, None
    if amended or case.goal.path:
        return attainment.of_step(goal.interval, bound, goal.measured_against)
    return attainment.ends(goal, case.unit, bound)


def _ends_of_months(case: Case, goal: Goal, year: Year) -> attainment.Ends | None:
    """Return the ends of what is asked of a year: of its part in the period, or of more if its readings reach out."""
    if goal.interval is None or (goal.path and year.number not in dict(goal.path)):
        return None
    first, last = year.part.first, year.part.last
    if year.spans[0][0] < first or year.spans[-1][1] > last:
        months = months_in([(min(year.spans[0][0], first), max(year.spans[-1][1], last))])
        bound = asked.of_months(case, [(first, last)]) * number(months / year.part.months)
    else:
        months, bound = year.part.months, asked.of_months(case, [(first, last)])
    amended = len(stages(case)) > 1
    rounded = case.unit.counted and not goal.path and (months != YEAR or amended)

    def end(which: Rule | None) -> Rule | None:
        return which if which is None or not rounded else Formula("floor", which)

    if goal.path:
        return attainment.of_step(dict(goal.path)[year.number], bound, goal.measured_against)
    far = attainment.far_end(goal, case.unit)
    other: Rule = number(0)
    if far is not None:
        in_force = goal is case.goal
        other = (quantities.FAR_END if in_force else number(far)) * number(months / YEAR)
    low, high = attainment.ends(goal, case.unit, bound, other)
    return end(low), end(high)


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
            "có {met}/{reported} kỳ đạt chỉ tiêu được giao",
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


def value_of_years(case: Case, combine: Operator) -> dict[int, Interval]:
    """Return what the readings of each year came to."""
    found = {year: rule.figure(made, _figures(case)) for year, made in figures_of(case, combine).items()}
    return {year: figure for year, figure in found.items() if figure is not None}


def _figures(case: Case) -> Mapping[str, Interval | None]:
    return {f"r{place}": reading.figure for place, reading in enumerate(case.readings, 1)}
