"""rate: the mean of the years, as formulas."""

from __future__ import annotations

from math import ceil

from partykpi.render.report.xlsx.case import Case
from partykpi.render.report.xlsx.live import minus, number, over, sum_of, times
from partykpi.render.report.xlsx.parts import Formulas, averaged, share, with_status


def formulas(case: Case) -> Formulas:
    """Return the formulas of a target of this kind."""
    goal, moment = case.goal, case.moment
    achieved, bound, due = case.cell("achieved"), case.bound, case.cell("due")
    found = averaged(case)
    steps = [case.cell(f"g{year}") for year, _ in goal.path]
    if steps:
        found["goal"] = over(sum_of(steps), number(len(steps)))
    gone = [case.cell(f"g{year}") for year, _ in goal.path if year <= moment.as_of.year]
    found["due"] = over(sum_of(gone), number(len(gone))) if gone else bound
    found["attainment"] = share(case, achieved, bound)
    found["due_share"] = share(case, due, bound)
    found["pace"] = share(case, achieved, due)
    if len(case.readings) > 1 or not case.readings or case.readings[0].period is None:
        found["forecast"] = achieved
    told = sum(reading.period is not None for reading in case.readings)
    to_come = ceil(moment.term.years) - told
    if told and to_come > 0 and not moment.ended:
        so_far = times(achieved, number(len(case.readings)))
        found["needed"] = over(minus(times(bound, number(told + to_come)), so_far), number(to_come))
    return with_status(case, found)
