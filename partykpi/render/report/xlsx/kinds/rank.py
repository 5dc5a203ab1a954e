"""rank: the years that kept a rank, as formulas."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from partykpi.render.report.xlsx import outcome, yearly
from partykpi.render.report.xlsx.case import Case, ends, meets
from partykpi.render.report.xlsx.live import NOTHING, Live, compare, either, number, over, sum_of
from partykpi.render.report.xlsx.parts import CELLS, ONE, ROW, ZERO, Formulas, averaged, is_met, share


def formulas(case: Case) -> Formulas:
    """Return the formulas of a target of this kind."""
    goal, moment, count = case.goal, case.moment, len(case.readings)
    achieved = case.cell("achieved")
    if goal.interval is None or not count:
        return {}
    found: Formulas = {"goal": case.cell(f"g{goal.path[-1][0]}")} if goal.path else {}
    if goal.every == "average":
        found |= averaged(case)
        found["attainment"] = found["pace"] = share(case, achieved, case.bound)
        found["due"] = case.bound
        unmet = outcome.for_good if moment.ended else outcome.still_open
        kept = outcome.achieved_or(case, is_met(case), unmet(case, found))
        return found | {"status": outcome.status(case, kept)}
    found |= {"due": number(count), "attainment": over(achieved, number(count)), "pace": case.cell("attainment")}
    kept_years = _ranks_kept(case)
    if kept_years is not None:
        found |= kept_years
    lost = compare(achieved, "<", number(count))
    if count >= ceil(moment.term.years):
        rest = outcome.of(case, "achieved")
    else:
        rest = outcome.of(case, "undetermined") if moment.ended else outcome.still_open(case, found)
    found["status"] = outcome.status(case, either(lost, outcome.for_good(case, found), rest))
    found["met"] = achieved
    return found


def _ranks_kept(case: Case) -> Formulas | None:
    """Return how many ranks keep the goal; a goal of single years is held against each of them."""
    goal, readings = case.goal, case.readings
    cells = [yearly.cell_of(case, place) for place in range(1, len(readings) + 1)]
    if goal.path:
        kept = []
        for cell, reading in zip(cells, readings, strict=True):
            name = None if reading.period is None else f"g{reading.period.year}"
            asked = case.cell(name) if name in case.values and name is not None else case.bound
            verdict = meets(case, cell, asked, asked)
            if verdict is None or (name is not None and name not in case.values):
                return None
            kept.append(either(verdict, ONE, ZERO))
        return {"achieved": sum_of(kept), "in_row": sum_of(kept)}
    low, high = ends(case)
    edge, sign, closed = high, "<", goal.interval is not None and goal.interval.high_closed
    if goal.direction == "higher":
        edge, sign, closed = low, ">", goal.interval is not None and goal.interval.low_closed
    elif goal.direction == "exactly":
        edge, sign, closed = (low if low == high else None), "=", False
    if edge is None or not isinstance(edge.value, Fraction) or edge.value.denominator != 1:
        return None
    verdicts = [meets(case, cell, low, high) for cell in cells]
    value = Fraction(sum(verdict is not None and verdict.value is True for verdict in verdicts))
    criterion = f'"{sign}{"=" if closed else ""}"&{edge.text}'

    def counted(where: str) -> Live:
        whole = f"COUNT({where})={len(cells)}"
        return Live(f"IF({whole},COUNTIF({where},{criterion}),{NOTHING.text})", value)

    found = {"achieved": counted(CELLS)}
    if yearly.one_a_year(case):
        found["in_row"] = counted(ROW)
    return found
