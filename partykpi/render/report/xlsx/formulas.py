"""The arithmetic of a target as formulas, for each kind that a sheet can reckon; `core.kinds` says what they mean.

None of it is trusted: a formula is used only where it comes to the figure that the core has reckoned.
"""

from __future__ import annotations

from partykpi.core.figure import Interval
from partykpi.render.report.xlsx import kinds
from partykpi.render.report.xlsx.case import Case
from partykpi.render.report.xlsx.live import NOTHING, Live, compare, either, or_nothing, tidied, where_number, word
from partykpi.render.report.xlsx.parts import ZERO, Formulas, again, is_ceiling, kept_before

_RECKONED = ("attainment", "due", "pace", "forecast", "needed", "due_share")
_SHARES = ("attainment", "due_share")
_OF_WAY = (*_SHARES, "due", "pace", "forecast", "status")


def formulas(case: Case) -> Formulas:
    """Return a formula for each quantity that a sheet can reckon, by its name; none where it can reckon nothing.

    Besides those of a measure there are `goal` and `bound` where they are reckoned, `j2021` for a year that a goal
    binds, `met` for how many of them kept it, `in_row` for what was achieved out of the years in one row, and
    `due_share` for the attainment that is due.
    """
    make = kinds.find(case.assessment.target.indicator.kind)
    goal = case.goal
    if make is None or not case.complete or any(_is_range(step) for _, step in goal.path):
        return {}
    found = make(case)
    if not goal.known:
        found = {name: found[name] for name in ("achieved", "in_row") if name in found and case.readings}
        no_data = case.status("no-data")
        found["status"] = Live(f'IF(ISNUMBER({{goal}}),{again(case).text},"{no_data}")', no_data)
    if case.assessment.implied == "actual" or not case.readings:
        found.pop("in_row", None)
    if case.assessment.implied == "actual":
        found.pop("achieved", None)
    return found


def in_cell(name: str, found: Live, case: Case) -> Live:
    """Return the formula of a quantity as it stands in a cell, where what has no value shows as nothing.

    What hangs on the baseline holds only while that stays on its side of the goal.
    """
    if name in _RECKONED and not (case.whole and (name == "attainment" or case.moment.elapsed.denominator <= 2)):
        found = tidied(found)
    side = kept_before(case)
    if side is not None and name in _OF_WAY and (case.goal.direction == "lower" or name not in _SHARES):
        kept, other = (again(case), found) if side.value is False else (found, again(case))
        found = either(side, kept, other)
    if name == "pace" and is_ceiling(case):  # nothing used up yet: any first use would be within what is due
        found = either(compare(case.cell("achieved"), "=", ZERO), word("≥ 100%"), found)
    if name == "due" and case.values["achieved"] is None:
        return where_number(case.cell("achieved"), found, NOTHING)
    return or_nothing(found) if name in _RECKONED and name != "due" else found


def _is_range(interval: Interval) -> bool:
    return interval.low is not None and interval.high is not None and interval.exact is None
