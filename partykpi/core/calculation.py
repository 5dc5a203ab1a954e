"""The rules of a case, what they are made of, and what they come to."""

from collections.abc import Container, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from partykpi.core import rule
from partykpi.core.figure import Interval, exactly
from partykpi.core.measure import Case, Step
from partykpi.core.model import AttainmentOf
from partykpi.core.progress import attainment
from partykpi.core.progress.coverage import coverage
from partykpi.core.progress.kept import Years
from partykpi.core.progress.stages import stages
from partykpi.core.quantities import RESULTS
from partykpi.core.rule import NO, Named, Rule, Value
from partykpi.core.time import Moment
from partykpi.problem import Message


class Rules(NamedTuple):
    """The rules of one case.

    `quantities` holds the rule of each calculated quantity by its name, each after those that it is made of; `met`,
    `exceeded` and `final` say whether the goal is met, left behind, and where unmet unmet for good; `worse`, whether
    what is unmet is further off than the baseline was; `may_be_nearly`, whether a high score makes what is unmet for
    good nearly met. `score` is that of what is unmet, and attainment a share `of` the goal or of something else.
    `explained` are the quantities that steps show, in their order, and `results` those
    that are called otherwise than usual. `years` are those that the goal binds, where any is known. `refusal` says
    why, where there is no forecast; `steps` are those that no rule makes.
    """

    quantities: Mapping[str, Rule]
    met: Rule = rule.UNKNOWN
    exceeded: Rule = NO
    final: Rule = NO
    may_be_nearly: Rule = rule.YES
    worse: Rule = NO
    score: Rule = rule.UNKNOWN
    of: AttainmentOf = "goal"
    explained: tuple[str, ...] = ("achieved",)
    results: Mapping[str, Named] = RESULTS
    years: Years | None = None
    refusal: Message | None = None
    steps: tuple[Step, ...] = ()


def inputs(case: Case) -> dict[str, Value]:
    """Return what the rules of a case are made of, by name: a day is the number of days since year 1 began."""
    goal, readings = case.goal, case.readings
    values: dict[str, Value] = {
        **_time(case),
        "goal": goal.bound if goal.by is None else day(goal.by),
        "bound": goal.bound,
        "baseline": case.baseline,
        "readings": tuple(reading.figure for reading in readings if reading.figure is not None),
    }
    far = attainment.far_end(goal, case.unit)
    if far is not None:
        values["far"] = exactly(far)
    for stage in stages(case) if case.target.amendments or goal.path else ():
        if stage.number:
            values[stage.bound.name] = stage.goal.bound
        for year, step in stage.goal.path:
            values[stage.bound_of(year).name] = exactly(attainment.bound_of(step, stage.goal.measured_against))
    for place, reading in enumerate(readings, 1):
        values[f"r{place}"] = reading.figure if reading.done is None else day(reading.done)
    return values


def _time(case: Case) -> Mapping[str, Value]:
    moment = case.moment
    elapsed = moment.elapsed if case.looked_at == moment.looked_at else case.term.elapsed(case.looked_at)
    return {**_of_moment(moment), "elapsed": exactly(elapsed), "covered": exactly(coverage(case).months)}


@lru_cache(maxsize=16)
def _of_moment(moment: Moment) -> Mapping[str, Value]:
    return {
        "months": exactly(moment.term.months),
        "years": exactly(moment.term.years),
        "left": exactly(moment.years_left),
    }


def day(on: date) -> Interval:
    """Return a day as a figure, the number of days since year 1 began."""
    return exactly(on.toordinal())


def needed_for(name: str, rules: Rules) -> set[str]:
    """Return the names of the quantities that one is made of, at first or at second hand, and its own."""
    found, left = set[str](), {name}
    while left:
        found |= left
        made = (rules.quantities[one] for one in left if one in rules.quantities)
        left = {part.name for one in made for part in rule.quantities(one)} - found
    return found


def calculated(rules: Rules, values: dict[str, Value], without: Container[str] = ()) -> dict[str, Value]:
    """Return the values of the inputs, and of all that the rules make of them but for some, by name."""
    for name, made in rules.quantities.items():
        if name not in without:
            values[name] = rule.evaluate(made, values)
    return values
