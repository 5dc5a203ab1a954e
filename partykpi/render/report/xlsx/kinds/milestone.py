"""milestone: a day, or a share done, as formulas."""

from __future__ import annotations

from partykpi.core.time import Term
from partykpi.render.report.xlsx import outcome
from partykpi.render.report.xlsx.case import Case
from partykpi.render.report.xlsx.live import NOTHING, compare, either, named, number, over, times, where_number
from partykpi.render.report.xlsx.parts import ONE, Formulas


def formulas(case: Case) -> Formulas:
    """Return the formulas of one reading, which is a day or a share done: no share is as great as the day 1000."""
    goal, moment = case.goal, case.moment
    if goal.by is None or len(case.readings) != 1:
        return {}
    achieved, goal_day = case.cell("achieved"), case.cell("goal")
    reading = case.readings[0]
    is_day = compare(achieved, ">", number(1000))
    first = named("r1", case.values["achieved"])
    found: Formulas = {"achieved": where_number(first, first, NOTHING)}
    found["attainment"] = either(is_day, ONE, over(achieved, number(100)))
    days = Term(moment.term.first, max(goal.by, moment.term.first)).days
    gone = min((moment.as_of - moment.term.first).days + 1, days)
    found["due"] = number(100) if goal.by <= moment.term.first else over(number(100 * gone), number(days))
    found["due_share"] = over(case.cell("due"), number(100))
    found["pace"] = over(times(case.cell("attainment"), number(100)), case.cell("due"))
    for_good, open_still = outcome.for_good(case, found), outcome.still_open(case, found)
    passed = moment.as_of > goal.by
    in_time = reading.period is not None and reading.period.last <= goal.by
    whole = outcome.of(case, "achieved" if not passed or in_time else "undetermined")
    final = passed or (moment.ended and goal.by <= moment.term.last)
    part = either(compare(achieved, "=", number(100)), whole, for_good if final else open_still)
    day = outcome.achieved_or(case, compare(achieved, "<=", goal_day), for_good)
    found["status"] = outcome.status(case, either(is_day, day, part))
    return found
