"""What the formulas of several kinds share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from partykpi.render.report.xlsx import outcome, yearly
from partykpi.render.report.xlsx.case import AGAIN, READINGS, YEARS, Case, ends, meets
from partykpi.render.report.xlsx.live import NOTHING, Live, compare, minus, number, over, tidied

Formulas = dict[str, Live]

CELLS, ROW = f"{{{READINGS}}}", f"{{{YEARS}}}"
ONE, ZERO = number(1), number(0)

# The last number of a column: LOOKUP does not find so large a one. Not every program can do that in a row.
LARGEST = "9.9E+307"
_PLACES = f"COLUMN({ROW})-MIN(COLUMN({ROW}))+1"
LAST_IN_ROW = f"INDEX({ROW},SUMPRODUCT(MAX(ISNUMBER({ROW})*({_PLACES})))/(COUNT({ROW})>0))"


def is_ceiling(case: Case) -> bool:
    """Say whether a target is a total that may not pass its bound."""
    return case.assessment.target.indicator.kind == "total" and case.goal.direction == "lower"


def kept_before(case: Case) -> Live | None:
    """Return whether the goal was kept before the term, where what is due hangs on that."""
    if case.assessment.target.indicator.kind != "level" or "baseline" not in case.values:
        return None
    return meets(case, case.cell("baseline"), *ends(case))


def share(case: Case, figure: Live, bound: Live, start: Live | None = None) -> Live:
    """Return the share of the goal that a figure reaches, as `core.attainment.share_reached` says."""
    if case.goal.direction != "lower":
        return over(figure, bound)
    if start is not None:
        return over(minus(start, figure), minus(start, bound))
    return over(bound, figure)


def is_met(case: Case) -> Live:
    """Return whether what was achieved keeps the goal; of a goal that is only implied, whether all of it is reached."""
    met = meets(case, case.cell("achieved"), *ends(case))
    return compare(case.cell("attainment"), ">=", ONE) if met is None else met


def of_years(years: yearly.Judged) -> Mapping[str, Live]:
    """Return the formulas of the years that a goal binds, and how many of them kept it where all of them count."""
    return {**years.years, "met": years.met} if years.reported is not None else years.years


def with_status(case: Case, found: Formulas) -> Formulas:
    """Return the formulas with those of the years that the goal binds, and the status that follows from all."""
    met = is_met(case)
    years = yearly.judged(case)
    if years is None:
        return {**found, "status": outcome.status(case, outcome.decided(case, found, met, case.moment.ended))}
    return {**found, **of_years(years), "status": outcome.status(case, yearly.verdict(case, found, years, met))}


def averaged(case: Case) -> Formulas:
    """Return what was achieved as the mean of the readings, and out of the years in one row where each has one."""
    found = {"achieved": if_any("AVERAGE", CELLS, mean_of(case), case)}
    if yearly.one_a_year(case):
        found["in_row"] = if_any("AVERAGE", ROW, mean_of(case), case)
    return found


def if_any(function: str, cells: str, value: Fraction | None, case: Case) -> Live:
    """Return a function of the cells that hold readings, nothing where none of them holds a number."""
    found = Live(f"{function}({cells})", value)
    return Live(f"IF(COUNT({cells}),{(found if case.whole else tidied(found)).text},{NOTHING.text})", value)


def total_of(case: Case) -> Fraction | None:
    """Return what the readings add up to."""
    return sum(_figures(case), Fraction(0)) if case.readings else None


def mean_of(case: Case) -> Fraction | None:
    """Return the mean of the readings."""
    total = total_of(case)
    return None if total is None else total / len(case.readings)


def again(case: Case) -> Live:
    """Return what stands where the sheet cannot tell."""
    return Live(f'"{AGAIN[case.language]}"', None)


def _figures(case: Case) -> Iterator[Fraction]:
    for reading in case.readings:
        if reading.figure is not None and reading.figure.exact is not None:
            yield reading.figure.exact
