"""total: what adds up over the term, as formulas."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from partykpi.core.progress.years import within
from partykpi.render.report.xlsx import outcome, yearly
from partykpi.render.report.xlsx.case import Case, ends
from partykpi.render.report.xlsx.live import Live, at_least, compare, either, minus, number, over, sum_of, times
from partykpi.render.report.xlsx.parts import (
    CELLS,
    ROW,
    ZERO,
    Formulas,
    again,
    if_any,
    is_ceiling,
    is_met,
    of_years,
    share,
    total_of,
)


def formulas(case: Case) -> Formulas:
    """Return the formulas of a target of this kind."""
    goal, moment = case.goal, case.moment
    achieved, bound, elapsed = case.cell("achieved"), case.bound, case.cell("elapsed")
    lower = is_ceiling(case)
    found = _over_term(case)
    found["achieved"] = if_any("SUM", CELLS, total_of(case), case)
    found["in_row"] = if_any("SUM", ROW, total_of(case), case)
    found["attainment"] = share(case, achieved, bound)
    found["due"] = _due_by_path(case) if goal.path else times(bound, elapsed)
    due = case.cell("due")
    found["due_share"] = share(case, due, bound)
    found["pace"] = over(due, achieved) if lower else over(achieved, due)
    found["forecast"] = over(achieved, elapsed)
    if not lower and moment.years_left and not moment.ended:
        found["needed"] = at_least(0, over(minus(bound, achieved), case.cell("left")))
    met = is_met(case)
    years = yearly.judged(case)
    if years is not None:
        found |= of_years(years)
        so_far = met if moment.ended or not lower else False
        found["status"] = outcome.status(case, yearly.verdict(case, found, years, so_far))
    elif lower:
        found["status"] = outcome.status(case, _within_ceiling(case, found, met))
    else:
        _, high = ends(case)
        past = compare(achieved, ">", high) if goal.direction == "exactly" and high is not None else False
        final = moment.ended or past
        found["status"] = outcome.status(case, outcome.decided(case, found, met, final))
    return found


def _within_ceiling(case: Case, found: Formulas, met: Live | bool) -> Live:
    """Return the status of a total that may not pass its bound: kept only at the end, lost as soon as it is passed."""
    lost = outcome.for_good(case, found)
    if case.moment.ended:
        return outcome.decided(case, found, met, True)
    unused = compare(case.cell("achieved"), "=", ZERO)
    most = outcome.of(case, "on-track") if case.thresholds.on_track <= 1 else again(case)
    return either(met, either(unused, most, outcome.still_open(case, found)), lost)


def _over_term(case: Case) -> Formulas:
    """Return what a goal per year, or goals of single years, come to over the term."""
    goal = case.goal
    if goal.path:
        return {"goal": sum_of([case.cell(f"g{year}") for year, _ in goal.path])}
    return {"bound": times(case.cell("goal"), case.cell("years"))} if "bound" in case.values else {}


def _due_by_path(case: Case) -> Live:
    """Return the goals of the years gone, and of the running year the share of its days gone."""
    steps, moment = [], case.moment
    for year, _ in case.goal.path:
        inside = within(year, moment.term)
        gone = min((moment.as_of - max(moment.term.first, date(year, 1, 1))).days + 1, inside)
        if gone > 0:
            step = case.cell(f"g{year}")
            steps.append(step if gone == inside else times(step, number(Fraction(gone, inside))))
    return sum_of(steps) if steps else ZERO
