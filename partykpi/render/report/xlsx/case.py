"""A target as the cells that its formulas are made of: what each is called and what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from partykpi.core import kinds
from partykpi.core.figure import Interval
from partykpi.core.kinds import last_day
from partykpi.core.measure import Measure
from partykpi.core.model import Direction, Goal, Reading, Status, Thresholds, Unit
from partykpi.core.progress import attainment
from partykpi.core.report import Assessment, Report
from partykpi.core.status import STATUS_WORDS
from partykpi.core.time import Moment
from partykpi.render.report.xlsx.live import Live, Sign, Value, both, compare, minus, named, number, plus, times
from partykpi.text import Language, Text

AGAIN = Text("run partykpi again", "cần tính lại")
"""Stands where a figure was changed and the sheet cannot tell what follows from that."""

READINGS = "readings"
"""Stands in a formula for the cells of all readings that count."""

YEARS = "shown_years"
"""Stands in a formula for the cells of all calendar years, where they stand in one row."""


class Case(NamedTuple):
    """One target. `readings` are those that count, in the order of time; `values` what each named cell holds."""

    assessment: Assessment
    moment: Moment
    thresholds: Thresholds
    language: Language
    readings: tuple[Reading, ...]
    values: Mapping[str, Value]

    @property
    def goal(self) -> Goal:
        """The goal in force."""
        return self.assessment.goal

    @property
    def measure(self) -> Measure:
        """What the arithmetic says."""
        return self.assessment.measure

    def cell(self, name: str) -> Live:
        """Return the quantity of that name."""
        return named(name, self.values.get(name))

    def status(self, status: Status) -> str:
        """Return the word for a status in the language of the report."""
        return STATUS_WORDS[status][self.language]

    @property
    def bound(self) -> Live:
        """What attainment is measured against."""
        return self.cell("bound" if "bound" in self.values else "goal")

    @property
    def complete(self) -> bool:
        """Whether each reading is one value or a day, or there is none."""
        return all(self.values[f"r{place}"] is not None for place in range(1, len(self.readings) + 1))

    @property
    def whole(self) -> bool:
        """Whether every input is a whole number, with which doubles make no errors but in a last division."""
        inputs = [value for name, value in self.values.items() if name[-1].isdigit() or name in _INPUTS]
        return all(value is None or (isinstance(value, Fraction) and value.denominator == 1) for value in inputs)


_INPUTS = ("goal", "far", "baseline")


def case_of(assessment: Assessment, report: Report, language: Language) -> Case:
    """Return the target as cells: the parameters of the report, the inputs of the target, and what is calculated."""
    moment, thresholds = report.moment, report.resolution.thresholds
    goal, measure = assessment.goal, assessment.measure
    implied = assessment.implied == "actual"
    counted = () if implied else [reading for reading in assessment.readings if reading.figure or reading.done]
    readings = tuple(sorted(counted, key=last_day))
    values: dict[str, Value] = {
        "elapsed": moment.elapsed,
        "years": moment.term.years,
        "left": moment.years_left,
        "on_track": thresholds.on_track,
        "behind": thresholds.behind,
        "nearly": thresholds.nearly,
        "goal": _one(goal.bound),
        "achieved": _one(measure.achieved),
        "attainment": _one(measure.attainment),
        "due": _one(measure.due),
        "pace": _one(measure.pace),
        "forecast": _one(measure.forecast),
        "needed": _one(measure.needed),
        **{f"r{place}": _of_reading(reading) for place, reading in enumerate(readings, 1)},
        **{f"g{year}": attainment.bound_of(step, goal.measured_against) for year, step in goal.path},
    }
    if goal.by is not None:
        values["goal"] = Fraction(goal.by.toordinal())
    if measure.done is not None:
        values["achieved"] = Fraction(measure.done.toordinal())
    if assessment.target.baseline is not None:
        values["baseline"] = _one(assessment.target.baseline.figure)
    far = _far_end(goal, assessment.target.indicator.unit)
    if far is not None:
        values["far"] = far
    kind = kinds.find(assessment.target.indicator.kind)
    whole = kind.over_term(goal, moment.term)
    if goal.known and goal.every != "term" and whole is not goal:
        values["bound"] = _one(whole.bound)
    return Case(assessment, moment, thresholds, language, readings, values)


def _one(figure: Interval | None) -> Fraction | None:
    return None if figure is None else figure.exact


def _of_reading(reading: Reading) -> Fraction | None:
    return _one(reading.figure) if reading.done is None else Fraction(reading.done.toordinal())


def _far_end(goal: Goal, unit: Unit) -> Fraction | None:
    """Return the end of a range that attainment is not measured against; that no rank is better than 1 is no end."""
    interval = goal.interval
    if interval is None or interval.exact is not None or goal.path:
        return None
    far = interval.high if goal.measured_against == "low" else interval.low
    return None if unit.id == "rank" and far == 1 else far


def ends(case: Case, *, of_year: bool = False) -> tuple[Live | None, Live | None]:
    """Return the ends of the goal over the term, or of the goal that binds a year."""
    interval = case.goal.interval
    if interval is None:
        return None, None
    bound = case.cell("goal") if of_year else case.bound

    def end(name: str, value: Fraction | None) -> Live | None:
        if value is None:
            return None
        if name == case.goal.measured_against or interval.exact is not None or case.goal.path:
            return bound
        if "far" not in case.values:
            return number(value)
        per_year = "bound" in case.values and not of_year
        return times(case.cell("far"), case.cell("years")) if per_year else case.cell("far")

    return end("low", interval.low), end("high", interval.high)


def meets(case: Case, figure: Live, low: Live | None, high: Live | None) -> Live | None:
    """Return whether a figure keeps a goal of those ends, as `core.attainment.is_met` says; None without a goal."""
    interval = case.goal.interval
    if interval is None:
        return None
    above = low and compare(figure, ">=" if interval.low_closed else ">", low)
    below = high and compare(figure, "<=" if interval.high_closed else "<", high)
    if case.goal.direction == "higher" and above:
        return above
    if case.goal.direction == "lower" and below:
        return below
    return both(above, below) if above and below else above or below


def exceeds(case: Case, figure: Live) -> Live | bool:
    """Return whether a figure leaves the goal behind, as `core.attainment.is_exceeded` says."""
    direction, interval = case.goal.direction, case.goal.interval
    beyond: Sign = "<" if direction == "lower" else ">"
    if direction == "exactly":
        return False
    if interval is None:
        return compare(figure, beyond, case.bound)
    low, high = ends(case)
    far, near = (high, low) if direction == "higher" else (low, high)
    closed = interval.low_closed if direction == "higher" else interval.high_closed
    if far is None and near is not None and not closed and case.assessment.target.indicator.unit.counted:
        far = _nearest(near, direction)
    edge = far or near
    return False if edge is None else compare(figure, beyond, edge)


def _nearest(edge: Live, direction: Direction) -> Live:
    """Return the nearest whole number that keeps a strict goal."""
    value = edge.value
    if direction == "lower":
        up = value.__ceil__() if isinstance(value, Fraction) else None
        return minus(Live(f"-INT(-{edge.text})", None if up is None else Fraction(up), 1), number(1))
    down = value.__floor__() if isinstance(value, Fraction) else None
    return plus(Live(f"INT({edge.text})", None if down is None else Fraction(down)), number(1))
