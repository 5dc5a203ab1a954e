"""rate: what happens a year, such as growth or the yearly cut in poverty; years are averaged, never added."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from partykpi.core import quantities, rule
from partykpi.core.kinds import Kind, Rules, averaged, written
from partykpi.core.measure import Case, Measure
from partykpi.core.progress import attainment, years
from partykpi.core.quantities import ACHIEVED, BOUND, DUE, READINGS
from partykpi.core.rule import UNKNOWN, Constant, Formula, Rule, number
from partykpi.problem import Message, message
from partykpi.text import Text


def _mean_of_goals(goals: list[int]) -> Rule:
    return rule.sum_of([quantities.goal_of(year) for year in goals]) / len(goals)


def _due(case: Case) -> Rule:
    """Return what every year is due: the bound, or on a path the mean of the goals up to the as-of date."""
    gone = [year for year, _ in case.goal.path if year <= case.moment.as_of.year]
    return _mean_of_goals(gone) if gone else BOUND


def _needed(case: Case) -> Rule:
    """Return what each year still to come must bring for the mean of all years to reach the bound.

    There is none where the years are not known one by one, or none is to come.
    """
    known = sum(reading.period is not None for reading in case.in_time)
    years = ceil(case.term.years)
    if not known or years <= known or case.moment.ended:
        return UNKNOWN
    return (BOUND * years - Formula("total", READINGS)) / (number(years) - Formula("how many", READINGS))


def _rules(case: Case) -> Rules:
    goal, readings = case.goal, case.in_time
    found: dict[str, Rule] = {"achieved": averaged(case)}
    if not goal.known:
        return Rules(found)
    if goal.path:
        found["goal"] = _mean_of_goals([year for year, _ in goal.path])
    found["attainment"] = attainment.attainment(goal)
    found["due"] = _due(case)
    found["pace"] = rule.put_in_place(found["attainment"], {"bound": DUE})
    found["forecast"] = ACHIEVED if len(readings) != 1 or readings[0].period is None else UNKNOWN
    found["needed"] = _needed(case)
    ends = attainment.ends(goal, case.unit)
    met: Rule = attainment.met(goal, ends)
    final: Rule = Constant(case.moment.ended)
    of_years, known_years = years.bound_years(case, "mean")
    if known_years is not None:
        met, final = years.verdict(met, known_years, case.moment)
    return Rules(
        found | of_years,
        met,
        attainment.exceeded(goal, ends, case.unit),
        final,
        explained=("achieved", "attainment"),
        years=known_years,
        refusal=_ONE_YEAR,
    )


_ONE_YEAR = message(
    "no forecast: one reading is not a trend; a second year would make one",
    "chưa dự báo được: mới có số liệu của một năm, chưa thấy xu hướng; cần số liệu của một năm nữa",
)


def _notes(case: Case, measure: Measure) -> Iterable[Message]:
    return () if measure.periods is None else years.notes_on(measure.periods)


KIND = Kind(
    name="rate",
    label=Text("yearly rate", "tốc độ hằng năm"),
    manual=written(
        "The yearly readings are averaged, or the one printed average stands. Attainment is {attainment}. Every year "
        "is due the bound itself.",
        "Lấy bình quân số liệu các năm, hoặc số bình quân đã công bố. Tỷ lệ đạt là {attainment}. Năm nào cũng phải đạt "
        "đúng mức chỉ tiêu.",
        attainment=attainment.FROM_NOTHING,
    ),
    table={
        "achieved": Text("the mean of the years", "bình quân các năm"),
        "attainment": rule.in_words(attainment.FROM_NOTHING),
        "due": rule.in_words(BOUND),
        "forecast": Text("the mean", "số bình quân"),
    },
    rules=_rules,
    notes=_notes,
    yearly="same",
    every=("average", "year"),
    of_path="mean",
    listed=True,
    by_share=True,
    below_zero=True,
)
