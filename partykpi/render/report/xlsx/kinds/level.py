"""level: a state at a date, as formulas."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from partykpi.core.kinds import last_day
from partykpi.render.report.xlsx import yearly
from partykpi.render.report.xlsx.case import Case
from partykpi.render.report.xlsx.live import Live, at_least, at_most, minus, number, or_nothing, over, plus, times
from partykpi.render.report.xlsx.parts import (
    CELLS,
    LARGEST,
    LAST_IN_ROW,
    Formulas,
    averaged,
    kept_before,
    share,
    with_status,
)


def formulas(case: Case) -> Formulas:
    """Return the formulas of a target of this kind."""
    goal, moment = case.goal, case.moment
    achieved, bound = case.cell("achieved"), case.bound
    found: Formulas = {}
    if goal.path:
        found["goal"] = case.cell(f"g{goal.path[-1][0]}")
    if goal.every == "average":
        found |= averaged(case)
    else:
        latest = case.values[f"r{len(case.readings)}"] if case.readings else None
        found["achieved"] = or_nothing(Live(f"LOOKUP({LARGEST},{CELLS})", latest))
        found["in_row"] = or_nothing(Live(LAST_IN_ROW, latest))
    if moment.years_left and not moment.ended:
        needed = over(minus(bound, achieved), case.cell("left"))
        found["needed"] = at_most(0, needed) if goal.direction == "lower" else at_least(0, needed)
    return with_status(case, found | _course(case))


def _course(case: Case) -> Formulas:
    """Return attainment, due, pace and forecast on the way from the baseline, or without one."""
    achieved, bound, due = case.cell("achieved"), case.bound, case.cell("due")
    kept = kept_before(case)
    start = case.cell("baseline") if kept is not None and kept.value is False else None
    found = {"attainment": share(case, achieved, bound, start), "due_share": share(case, due, bound, start)}
    by_path = _due_on_path(case, start) if case.goal.path else None
    if start is not None:
        # not by the cell of what is due, which is rounded: the way there may be short against where it begins
        way = times(minus(bound, start), case.cell("elapsed")) if by_path is None else minus(by_path, start)
        found["due"] = by_path or plus(start, way)
        found["due_share"] = share(case, found["due"], bound, start)
        found["pace"] = over(minus(achieved, start), way)
        found["forecast"] = plus(start, over(minus(achieved, start), case.cell("elapsed")))
    elif by_path is not None:
        found |= {"due": by_path, "pace": share(case, achieved, due), **_trend(case)}
    elif kept is not None:
        found |= {"due": bound, "pace": share(case, achieved, bound), **_trend(case)}
    else:
        del found["due_share"]
        found |= _trend(case)
    return found


def _due_on_path(case: Case, start: Live | None) -> Live | None:
    """Return the value on the straight way from one year's goal to the next; None before the first of them."""
    moment = case.moment
    points = [] if start is None else [(moment.term.first - timedelta(days=1), start)]
    for year, _ in case.goal.path:
        points.append((min(date(year, 12, 31), moment.term.last), case.cell(f"g{year}")))
    for (first, low), (last, high) in pairwise(points):
        if first <= moment.as_of <= last and first < last:
            gone = Fraction((moment.as_of - first).days, (last - first).days)
            return plus(low, times(minus(high, low), number(gone)))
    return points[-1][1] if moment.as_of >= points[-1][0] else None


def _trend(case: Case) -> Formulas:
    """Return where the straight line from the first dated reading to the latest ends."""
    dated = [(place, reading) for place, reading in enumerate(case.readings, 1) if reading.period is not None]
    if len(dated) < 2 or last_day(dated[0][1]) == last_day(dated[-1][1]):
        return {}
    (first, begin), (last, end) = dated[0], dated[-1]
    ahead = Fraction((case.moment.term.last - last_day(begin)).days, (last_day(end) - last_day(begin)).days)
    start = yearly.cell_of(case, first)
    gained = minus(yearly.cell_of(case, last), start)
    return {"forecast": plus(start, times(gained, number(ahead)))}
