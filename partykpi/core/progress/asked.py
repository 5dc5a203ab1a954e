"""What a goal asks of some months of its period, each month by the goal that was then in force."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from partykpi.core import quantities, rule
from partykpi.core.measure import Case
from partykpi.core.model import Goal
from partykpi.core.progress.attainment import far_end
from partykpi.core.progress.coverage import Span, merged, months_in
from partykpi.core.progress.stages import Stage, stages
from partykpi.core.quantities import BOUND, COVERED, GOAL, MONTHS, YEARS
from partykpi.core.rule import ZERO, Rule, number
from partykpi.core.time import YEAR, Term, months_of
from partykpi.text import Text

_GOALS_ADDED = Text("the sum of the yearly goals", "tổng chỉ tiêu các năm")
_EACH_STAGE = Text("each goal × the months that it was in force", "từng mức chỉ tiêu × số tháng mức đó có hiệu lực")
_DUE_BY_MONTHS = Text("what the goal asks of the months reported", "mức chỉ tiêu đòi hỏi trong các tháng có số liệu")


def per_year(goal: Goal) -> bool:
    """Say whether a goal is the same for every year, and its bound over the period so many times as much."""
    return goal.every != "term" and not goal.path


def over_period(case: Case) -> dict[str, Rule]:
    """Return the rule of what is asked over the whole period, where that is not the goal itself."""
    goals = stages(case)
    goal, whole = case.goal, (case.term.first, case.term.last)
    if len(goals) == 1:
        if goal.path:
            return {"goal": rule.sum_of([quantities.goal_of(year) for year, _ in goal.path], _GOALS_ADDED)}
        return {"bound": GOAL * YEARS} if per_year(goal) else {}
    if not goal.path and not per_year(goal):
        return {}
    return {**lines(case, goals), "bound": of_months(case, [whole], _EACH_STAGE)}


def last_of_path(goal: Goal) -> dict[str, Rule]:
    """Return the rule of the goal over the period where it is that of the last year of a path."""
    return {"goal": quantities.goal_of(goal.path[-1][0])} if goal.path else {}


def far_over_period(case: Case) -> Fraction | None:
    """Return the other end of a goal of each year over the whole period, each month by the goal then in force."""
    found = Fraction(0)
    for stage in stages(case):
        far = far_end(stage.goal, case.unit)
        if far is None or not per_year(stage.goal):
            return None
        found += far * months_of(stage.first, stage.last) / YEAR
    return found


def due(case: Case, spans: Sequence[Span]) -> dict[str, Rule]:
    """Return the rule of what is due of the months that have readings, and of what it is made of."""
    goals = stages(case)
    if len(goals) == 1 and not case.goal.path:
        return {"due": GOAL * COVERED / YEAR if per_year(case.goal) else BOUND * COVERED / MONTHS}
    return {**lines(case, goals), "due": of_months(case, spans, _DUE_BY_MONTHS)}


def lines(case: Case, goals: Sequence[Stage]) -> dict[str, Rule]:
    """Return the rules of what was due on the eve of each amendment."""
    found: dict[str, Rule] = {}
    for stage in goals[:-1]:
        so_far = [(case.term.first, stage.last)]
        found[quantities.due_at(stage.number).name] = of_months(case, so_far)
    return found


def of_months(case: Case, spans: Sequence[Span], said: Text | None = None) -> Rule:
    """Return what is asked of the days of some spans, which lie apart."""
    parts: list[Rule] = []
    before: Rule = ZERO
    for stage in stages(case):
        own = merged(spans, (stage.first, stage.last))
        if stage.goal.path:
            parts += _of_path(stage, own, case.term)
        elif own and per_year(stage.goal):
            parts.append(_times(_goal(stage), months_in(own) / YEAR))
        elif own:
            left = months_of(stage.first, case.term.last)
            parts.append(_times(_goal(stage) if before == ZERO else _goal(stage) - before, months_in(own) / left))
        if stage.number:
            before = quantities.due_at(stage.number)
    return rule.sum_of(parts, said if len(parts) > 1 else None)


def _goal(stage: Stage) -> Rule:
    return stage.bound if stage.number or per_year(stage.goal) else BOUND


def _of_path(stage: Stage, spans: Sequence[Span], term: Term) -> Iterator[Rule]:
    """Return what a path asks of some spans: the goal of each year by the share of its months in the period."""
    known = dict(stage.goal.path)
    for part in term.parts():
        year = int(part.text)
        months = months_in(merged(spans, (part.first, part.last)))
        if months and year in known:
            yield _times(stage.bound_of(year), months / part.months)


def _times(made: Rule, share: Fraction) -> Rule:
    return made if share == 1 else made * number(share)
