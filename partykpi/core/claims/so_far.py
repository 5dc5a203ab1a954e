"""What the years judged so far say of a status word, while a goal that binds each of them is still open."""

from __future__ import annotations

from typing import NamedTuple

from partykpi.core import rule
from partykpi.core.calculation import calculated, inputs
from partykpi.core.kinds import BoundYear, Kind
from partykpi.core.measure import Case, Measure
from partykpi.core.model import BY_PACE, Status
from partykpi.core.progress import attainment
from partykpi.core.rule import number


class SoFar(NamedTuple):
    """How many of the years judged so far met the goal, and whether the word holds of them all; None where not told."""

    met: int
    reported: int
    holds: bool | None


def so_far(claimed: Status, case: Case, kind: Kind, measure: Measure, status: Status) -> SoFar | None:
    """Return what the years judged so far say of "achieved" or "exceeded"; None where they are not all that is known.

    Such a goal is met only at the end of the period, and what was published before it speaks of the years until then.
    """
    is_open = status in BY_PACE or status == "pending"
    if not (case.goal.every_year and is_open and claimed in ("achieved", "exceeded")):
        return None
    periods = measure.periods
    if periods is None or not periods.all_kept:
        return SoFar(0, 0, None) if periods is None or not periods.lost else None
    beyond = claimed == "achieved" or _each_beyond(case, kind)
    return SoFar(periods.met, periods.reported, beyond)


def status_so_far(case: Case, kind: Kind, measure: Measure, status: Status) -> Status | None:
    """Return what a target is counted as where the years until now count; None where they say nothing else."""
    claimed: tuple[Status, ...] = ("exceeded", "achieved")
    for word in claimed:
        found = so_far(word, case, kind, measure, status)
        if found is not None and found.holds:
            return word
    return None


def _each_beyond(case: Case, kind: Kind) -> bool | None:
    """Say whether each year judged so far left its goal behind; None where the figures do not tell."""
    if kind.counts_years:
        rules = kind.rules(case)
        return rule.verdict(rules.exceeded, calculated(rules, inputs(case)))
    found = {_beyond(year, case) for year in kind.bound_years(case) if year.kept}
    return False if False in found else None if None in found or not found else True


def _beyond(year: BoundYear, case: Case) -> bool | None:
    low, high = (None if end is None else number(end) for end in (year.asked.low, year.asked.high))
    exceeded = attainment.exceeded(case.goal._replace(interval=year.asked, path=()), (low, high), case.unit)
    return rule.verdict(exceeded, {"achieved": year.figure})
