"""total: what adds up over the term, such as members admitted or jobs created."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from partykpi.core import quantities, rule
from partykpi.core.figure import exactly, multiply
from partykpi.core.kinds import Kind, Rules, written
from partykpi.core.measure import Case, Measure
from partykpi.core.model import Goal
from partykpi.core.progress import attainment, outlook, pace, years
from partykpi.core.quantities import ACHIEVED, BOUND, FAR_END, GOAL, READINGS, YEARS
from partykpi.core.rule import NO, YES, ZERO, Formula, Rule
from partykpi.core.time import Moment, Term
from partykpi.problem import Message, message
from partykpi.text import Text

_SUM = Formula("total", READINGS, said=Text("the sum of the readings", "tổng các số liệu"))
_ONE_FIGURE = Formula("total", READINGS, said=Text("the figure as it stands", "số liệu ghi trong tệp"))
_GOALS_ADDED = Text("the sum of the yearly goals", "tổng chỉ tiêu các năm")
_DUE_ON_PATH = Text(
    "the goals of the years gone + that of the running year × its days gone",
    "chỉ tiêu các năm đã qua + chỉ tiêu năm đang thực hiện × phần số ngày đã qua",
)


def _over_term(goal: Goal, term: Term) -> Goal:
    """Return what a goal per year amounts to: `16 thousand jobs/year` is 80 000 jobs in five years."""
    if not _per_year(goal):
        return goal
    length = exactly(term.years)
    return goal._replace(
        interval=goal.interval and multiply(goal.interval, length),
        implied=goal.implied and multiply(goal.implied, length),
    )


def _per_year(goal: Goal) -> bool:
    return goal.every != "term" and not goal.path


def _bound(goal: Goal) -> dict[str, Rule]:
    """Return what the goal is over the whole term."""
    if goal.path:
        return {"goal": rule.sum_of([quantities.goal_of(year) for year, _ in goal.path], _GOALS_ADDED)}
    return {"bound": GOAL * YEARS} if _per_year(goal) else {}


def _due_on_path(goal: Goal, moment: Moment) -> Rule:
    """Return what a path asks for by the as-of date: the goals of the years gone, and a share of the running one."""
    parts: list[Rule] = []
    for year, gone in years.steps_due(goal, moment):
        step = quantities.goal_of(year)
        parts.append(step if gone == 1 else step * gone)
    return rule.sum_of(parts, _DUE_ON_PATH) if parts else ZERO


def _rules(case: Case) -> Rules:
    goal, moment = case.goal, case.moment
    found: dict[str, Rule] = {"achieved": _SUM if len(case.in_time) > 1 else _ONE_FIGURE}
    if not goal.known:
        return Rules(found)
    lower = goal.direction == "lower"
    found |= _bound(goal)
    found["attainment"] = attainment.attainment(goal)
    found |= pace.WITHIN_LIMIT if lower else pace.FROM_NOTHING
    if goal.path:
        found["due"] = _due_on_path(goal, moment)
    if not lower:
        found |= pace.needed(goal, moment)
    ends = attainment.ends(goal, case.unit, BOUND, FAR_END * YEARS if _per_year(goal) else FAR_END)
    met, final = _verdict(goal, moment, attainment.met(goal, ends), ends[1])
    of_years, known_years = years.bound_years(case, "total", adds_up=True)
    if known_years is not None:
        met, final = years.verdict(met, known_years, moment)
    return Rules(
        quantities=found | of_years,
        met=met,
        exceeded=attainment.exceeded(goal, ends, case.unit),
        final=final,
        explained=("achieved", *(name for name in ("goal", "bound") if name in found), *_AFTER_BOUND),
        years=known_years,
    )


_AFTER_BOUND = ("attainment", "due", "pace", "forecast", "needed")


def _verdict(goal: Goal, moment: Moment, met: Rule, high: Rule | None) -> tuple[Rule, Rule]:
    """Return whether the sum meets the goal, and whether what is unmet is unmet for good.

    A limit is kept only at the end, and lost as soon as it is passed; so is an exact goal that the sum left behind.
    """
    ended = YES if moment.ended else NO
    if goal.direction == "lower":
        return (met if moment.ended else NO), ended | rule.surely(~met)
    if goal.direction == "exactly" and high is not None:
        return met, ended | rule.surely(ACHIEVED > high)
    return met, ended


def _notes(case: Case, measure: Measure) -> Iterator[Message]:
    if case.goal.every_year and case.goal.known:
        yield from years.notes_on(measure.periods) if measure.periods is not None else [_BY_THE_SUM]


_BY_THE_SUM = message(
    "the goal is set per year, but the years are not known one by one: judged by their sum",
    "chỉ tiêu giao theo năm nhưng không có số liệu từng năm: đánh giá theo tổng số",
)


def _outlook(case: Case, measure: Measure) -> Measure:
    """Say until when the best year so far, repeated, still leads to the bound."""
    bound, achieved = _over_term(case.goal, case.term).bound, measure.achieved
    if measure.met is not False or measure.final or case.goal.direction == "lower" or bound is None or achieved is None:
        return measure
    if bound.high is None or achieved.low is None:
        return measure
    by_year = years.value_of_years(case, "total")
    best = max((figure.low or Fraction(0) for figure in by_year.values()), default=Fraction(0))
    return measure._replace(reach=outlook.within_reach(bound.high - achieved.low, best, case.term))


KIND = Kind(
    name="total",
    label=Text("total over the term", "tổng số cả nhiệm kỳ"),
    manual=written(
        "The readings add up. Attainment is {attainment}; due is {due}. A goal per year also counts the years met, and "
        "a year that was missed cannot be made good.",
        "Cộng dồn các số liệu. Tỷ lệ đạt là {attainment}; mức cần đạt đến nay là {due}. Chỉ tiêu giao theo năm còn "
        "được xét từng năm; năm không đạt thì không thể bù lại.",
        attainment=attainment.FROM_NOTHING,
        due=pace.FROM_NOTHING["due"],
    ),
    table={
        "achieved": rule.in_words(_SUM),
        "attainment": rule.in_words(attainment.FROM_NOTHING),
        "due": rule.in_words(pace.FROM_NOTHING["due"]),
        "forecast": rule.in_words(pace.FROM_NOTHING["forecast"]),
    },
    rules=_rules,
    notes=_notes,
    outlook=_outlook,
    yearly="binds",
    of_path="sum",
    over_term=_over_term,
    by_share=True,
    adds_up=True,
)
