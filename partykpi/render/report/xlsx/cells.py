"""A target as the cells that its formulas are made of: what each is called and what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from partykpi.core import kinds, quantities, status
from partykpi.core.calculation import Rules, calculated, inputs
from partykpi.core.figure import Interval
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case, Measure
from partykpi.core.model import Goal, Reading
from partykpi.core.progress import years
from partykpi.core.report import Assessment, Report
from partykpi.core.rule import Rule, Value
from partykpi.core.time import Moment
from partykpi.text import Language, Text

AGAIN = Text("run partykpi again", "cần tính lại")
"""Stands where a figure was changed and the sheet cannot say what follows from that."""

READINGS = "readings"
"""Stands in a formula for the cells of all readings that count."""

YEARS = "shown_years"
"""Stands in a formula for the cells of all calendar years, where they stand in one row."""


HAVE_CELLS = ("goal", "bound", "achieved", "attainment", "due", "pace", "forecast", "needed", "met")
"""The calculated quantities that have a cell of their own, where there are any, beside the years that kept a goal."""


class TargetCells(NamedTuple):
    """One target: the rules of its kind, and the `values` of all that they are made of or make, by name.

    `readings` are those that count and have a cell, in the order of time; `of_years` what those of each year come to.
    `shared` are the numbers that all targets of the report have the same cells for.
    """

    assessment: Assessment
    kind: Kind
    rules: Rules
    language: Language
    readings: tuple[Reading, ...]
    shared: Mapping[str, Fraction]
    values: Mapping[str, Value]
    of_years: Mapping[int, Rule]

    @property
    def case(self) -> Case:
        """The target as it is judged."""
        return self.assessment.case

    @property
    def goal(self) -> Goal:
        """The goal in force."""
        return self.assessment.goal

    @property
    def moment(self) -> Moment:
        """The moment of the term."""
        return self.case.moment

    @property
    def measure(self) -> Measure:
        """What the arithmetic says."""
        return self.assessment.measure

    def exact(self, name: str) -> Fraction | None:
        """Return the one value that a quantity has; None where it has none or several."""
        value = self.values.get(name)
        return value.exact if isinstance(value, Interval) else None

    @property
    def whole(self) -> bool:
        """Whether every input is a whole number, with which doubles make no errors but in a last division."""
        inputs = [self.exact(name) for name in self.values if name[-1].isdigit() or name in _INPUTS]
        return all(value is None or value.denominator == 1 for value in inputs)


_INPUTS = ("goal", "far", "baseline")


def cells_of(assessment: Assessment, report: Report, language: Language) -> TargetCells:
    """Return the target as cells: the parameters of the report, the inputs of the target, and what is calculated."""
    case, kind = assessment.case, kinds.find(assessment.target.indicator.kind)
    implied = assessment.implied == "actual"
    rules = kind.rules(case)
    values = calculated(rules, inputs(case))
    values |= status.inputs(case.target.thresholds or report.resolution.thresholds)
    if quantities.RESULT.name in values:
        values["achieved"] = values[quantities.RESULT.name]
    readings = () if implied else case.readings
    if implied:
        values = {name: value for name, value in values.items() if name != "r1"}
    of_years = years.figures_of(case._replace(readings=readings), kind.combined(case.unit))
    return TargetCells(assessment, kind, rules, language, readings, shared(report), values, of_years)


def shared(report: Report) -> Mapping[str, Fraction]:
    """Return the numbers of the whole report that targets share, by name."""
    moment, limits = report.moment, report.resolution.thresholds
    return {
        "elapsed": moment.elapsed,
        "months": moment.term.months,
        "years": moment.term.years,
        "left": moment.years_left,
        "on_track": limits.on_track,
        "behind": limits.behind,
        "nearly": limits.nearly,
    }
