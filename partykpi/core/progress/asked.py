"""What a goal asks of some months of its period, or of a year: each by the goal that was then in force."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from partykpi.core import quantities, rule
from partykpi.core.figure import Interval
from partykpi.core.measure import Case
from partykpi.core.model import Goal
from partykpi.core.progress import attainment, pace
from partykpi.core.progress.attainment import far_end
from partykpi.core.progress.coverage import Span, merged, months_in
from partykpi.core.progress.stages import Stage, goal_on, stages
from partykpi.core.progress.years import Year
from partykpi.core.quantities import BOUND, COVERED, GOAL, YEARS
from partykpi.core.rule import ZERO, Formula, Rule, number
from partykpi.core.time import YEAR, Term, months_of
from partykpi.text import Text

_GOALS_ADDED = Text("the sum of the yearly goals", "tổng chỉ tiêu các năm")
_EACH_STAGE = Text("each goal × the months that it was in force", "từng mức chỉ tiêu × số tháng mức đó có hiệu lực")
_DUE_A_YEAR = GOAL * COVERED / YEAR
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
        return {"due": _DUE_A_YEAR if per_year(case.goal) else pace.FROM_NOTHING["due"]}
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


def asked_of_year(case: Case, year: Year, *, adds_up: bool) -> tuple[Goal, attainment.Ends] | None:
    """Return the goal that was in force in a year, and the ends of what it asks of it; None where it has none.

    Of what adds up, a part of a year answers for its months; of counted things for no more than whole ones.
    """
    stage = goal_on(year.part.last, stages(case))
    if adds_up:
        ends = _ends_of_months(case, stage.goal, year)
        return None if ends is None else (stage.goal, ends)
    own = goal_of_year(stage, year.number)
    if own is None:
        return None
    step, bound = own
    return step, ends_of_year(case, step, bound, amended=stage.number > 0)


def goal_of_year(stage: Stage, year: int) -> tuple[Goal, Rule] | None:
    """Return the goal of a single year and its bound as a quantity; None where a path leaves the year out."""
    if not stage.goal.path:
        return stage.goal, stage.bound
    step = dict(stage.goal.path).get(year)
    return None if step is None else (stage.goal._replace(interval=step, path=()), stage.bound_of(year))


def ends_of_year(case: Case, goal: Goal, bound: Rule, *, amended: bool) -> attainment.Ends:
    """Return the ends of a goal that a single year has to keep, of which `bound` is measured against."""
    if goal.interval is None:
        return None, None
    if amended or case.goal.path:
        return attainment.of_step(goal.interval, bound, goal.measured_against)
    return attainment.ends(goal, case.unit, bound)


def _ends_of_months(case: Case, goal: Goal, year: Year) -> attainment.Ends | None:
    """Return the ends of what is asked of a year: of its part in the period, or of more if its readings reach out."""
    if goal.interval is None or (goal.path and year.number not in dict(goal.path)):
        return None
    first, last = year.part.first, year.part.last
    if year.spans[0][0] < first or year.spans[-1][1] > last:
        months = months_in([(min(year.spans[0][0], first), max(year.spans[-1][1], last))])
        bound = of_months(case, [(first, last)]) * number(months / year.part.months)
    else:
        months, bound = year.part.months, of_months(case, [(first, last)])
    amended = len(stages(case)) > 1
    rounded = case.unit.counted and not goal.path and (months != YEAR or amended)

    def end(which: Rule | None) -> Rule | None:
        return which if which is None or not rounded else Formula("floor", which)

    if goal.path:
        return attainment.of_step(dict(goal.path)[year.number], bound, goal.measured_against)
    far = far_end(goal, case.unit)
    other: Rule = number(0)
    if far is not None:
        in_force = goal is case.goal
        other = (quantities.FAR_END if in_force else number(far)) * number(months / YEAR)
    low, high = attainment.ends(goal, case.unit, bound, other)
    return end(low), end(high)


def with_bound(goal: Goal, bound: Interval | None, far: Fraction | None = None) -> Goal:
    """Return a goal with another bound over the period, and with that other end where it has one.

    Where the bound passes the other end, that goes with it.
    """
    interval = goal.interval
    if interval is None or bound is None or bound.exact is None:
        return goal
    ends = {"low": interval.low, "high": interval.high}
    for end, value in ends.items():
        if interval.exact is not None or end == goal.measured_against:
            ends[end] = bound.exact
        elif value is not None and far is not None:
            ends[end] = far
    low, high = ends["low"], ends["high"]
    if low is not None and high is not None and low >= high:
        return goal._replace(interval=bound)
    return goal._replace(interval=Interval(low, high, interval.low_closed, interval.high_closed))
