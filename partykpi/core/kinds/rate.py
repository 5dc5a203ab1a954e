"""rate: what happens a year, such as growth or the yearly cut in poverty; years are averaged, never added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partykpi.core import quantities, rule
from partykpi.core.calculation import Rules, inputs
from partykpi.core.kinds import Kind, kept_each_year, written
from partykpi.core.measure import Case, Measure
from partykpi.core.model import Goal, Unit
from partykpi.core.progress import asked, attainment, kept, means, missing, pace, way
from partykpi.core.progress.stages import goal_on, stages
from partykpi.core.quantities import ACHIEVED, BOUND
from partykpi.core.rule import UNKNOWN, Constant, Operator, Rule
from partykpi.core.time import Period
from partykpi.problem import Message
from partykpi.text import Text


def _mean_of_goals(goals: Sequence[Rule]) -> Rule:
    return rule.sum_of(goals) / len(goals)


def _over_years(case: Case) -> Rule | None:
    """Return the goal over the period where it is not the same in every year: the mean of those in force; else None."""
    of = stages(case)
    if len(of) == 1 and not case.goal.path:
        return None
    if len(of) == 1:
        return _mean_of_goals([quantities.goal_of(year) for year, _ in case.goal.path])
    return _mean_in_force(case, case.term.parts())


def _due(case: Case) -> Rule:
    """Return what every year is due: the bound, or on a path the mean of the goals up to the as-of date."""
    of = stages(case)
    if len(of) == 1 and not case.goal.path:
        return BOUND
    gone = [part for part in case.term.parts() if part.first <= case.moment.as_of]
    if len(of) > 1:
        return _mean_in_force(case, gone) or BOUND
    known = dict(case.goal.path)
    goals = [quantities.goal_of(int(part.text)) for part in gone if int(part.text) in known]
    return _mean_of_goals(goals) if goals else BOUND


def _mean_in_force(case: Case, parts: Sequence[Period]) -> Rule | None:
    """Return the mean of the goals of some years, each as it was on the year's last day; readings weigh the same."""
    of = stages(case)
    found = [asked.goal_of_year(goal_on(part.last, of), int(part.text)) for part in parts]
    goals = [own[1] for own in found if own is not None]
    return _mean_of_goals(goals) if goals else None


def _over_period(case: Case) -> Goal:
    """Return the goal over the period: where it was amended, the mean of those in force has to be reached."""
    made = _over_years(case)
    if made is None or len(stages(case)) == 1:
        return case.goal
    return asked.with_bound(case.goal, rule.figure(made, inputs(case)))


def _rules(case: Case) -> Rules:
    goal = case.goal
    combine = _combined(case.unit)
    found: dict[str, Rule] = means.achieved(case, combine)
    if not goal.known or found["achieved"] == UNKNOWN:
        return Rules(found)
    over = _over_years(case)
    if over is not None:
        found["goal" if len(stages(case)) == 1 else "bound"] = over
    found["attainment"] = attainment.attainment(goal)
    found["due"] = _due(case)
    found["pace"] = pace.of_due(goal)
    found["forecast"] = ACHIEVED
    found["needed"] = means.needed(case, combine)
    ends = attainment.ends(goal, case.unit)
    met, exceeded = attainment.met(goal, ends), attainment.exceeded(goal, ends, case.unit)
    if means.is_compound(case) and goal.interval is not None:
        met = means.grown(lambda ends: attainment.met(goal, ends), case, combine)
        exceeded = means.grown(lambda ends: attainment.exceeded(goal, ends, case.unit), case, combine)
    final: Rule = Constant(case.moment.ended)
    score = attainment.score(goal, ends)
    rules = Rules(
        found,
        met,
        exceeded,
        final,
        worse=way.worse(case),
        score=score,
        of=attainment.of(goal),
        explained=("achieved", "attainment"),
    )
    return kept_each_year(case, means.open_where_years_are_missing(case, rules), combine)


def _notes(case: Case, measure: Measure) -> Iterator[Message]:
    if measure.periods is not None:
        yield from kept.notes_on(measure.periods)
    yield from means.notes(case)
    yield from missing.years_without(case, measure)


def _combined(unit: Unit) -> Operator:
    return "mean"


KIND = Kind(
    name="rate",
    label=Text("yearly rate", "tốc độ hằng năm"),
    example=Text("growth a year", "tốc độ tăng trưởng"),
    manual=written(
        "The yearly readings are averaged, or the one printed average stands. Attainment is {attainment}. At any time "
        "the bound itself is due.",
        "Lấy bình quân số liệu các năm, hoặc số bình quân đã công bố. Tỷ lệ đạt là {attainment}. Mức cần đạt tại mọi "
        "thời điểm là chính mức chỉ tiêu.",
        attainment=attainment.OF_BOUND,
    ),
    table={
        "achieved": Text("the mean of the years", "bình quân các năm"),
        "attainment": rule.in_words(attainment.OF_BOUND),
        "due": rule.in_words(BOUND),
        "forecast": Text("the mean", "số bình quân"),
    },
    rules=_rules,
    notes=_notes,
    yearly="same",
    every=("average", "year"),
    of_path="mean",
    over_period=_over_period,
    listed=True,
    by_share=True,
    below_zero=True,
    combined=_combined,
)
