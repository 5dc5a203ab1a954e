"""level: a state at a date, such as a coverage or a poverty rate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from partykpi.core import quantities, rule
from partykpi.core.figure import Interval, subtract
from partykpi.core.kinds import Kind, Rules, averaged, written
from partykpi.core.measure import Case, Measure
from partykpi.core.progress import attainment, outlook, pace, years
from partykpi.core.progress.compound import compound_ratio
from partykpi.core.quantities import BASELINE, BOUND, DUE, READINGS
from partykpi.core.rule import UNKNOWN, Constant, Formula, Rule
from partykpi.problem import Message, message
from partykpi.text import Text

_LATEST = Formula("latest", READINGS, said=Text("the latest reading", "số liệu gần nhất"))
_BETWEEN = Text(
    "the value before + the step × days gone ÷ days of the step",
    "mức trước đó + bước tăng giảm × số ngày đã qua ÷ số ngày của bước",
)


def _unmet_before(case: Case) -> Rule | None:
    """Return whether the way leads from the baseline to the bound: surely, the goal was not met before the term."""
    ends = attainment.ends(case.goal, case.unit)
    met = None if case.baseline is None else attainment.meets(BASELINE, case.goal, ends)
    return None if met is None else rule.simplified(rule.surely(~met))


def _starts_unmet(case: Case) -> bool:
    return case.baseline is not None and attainment.is_met(case.baseline, case.goal) is False


def _due_on_path(case: Case, *, from_baseline: bool) -> Rule | None:
    """Return the value due on the straight way from one year's goal to the next; None before the first of them."""
    moment = case.moment
    points: list[tuple[date, Rule]] = []
    if from_baseline and case.baseline is not None and case.baseline.exact is not None:
        points.append((moment.term.first - timedelta(days=1), BASELINE))
    for year, _ in case.goal.path:
        points.append((min(date(year, 12, 31), moment.term.last), quantities.goal_of(year)))
    for (first, low), (last, high) in pairwise(points):
        if first <= moment.as_of <= last and first < last:
            gone, days = (moment.as_of - first).days, (last - first).days
            return Formula("+", low, (high - low) * gone / days, said=_BETWEEN)
    return points[-1][1] if points and moment.as_of >= points[-1][0] else None


def _trend(case: Case) -> Rule:
    """Return where the straight line from the first dated reading to the latest ends; one reading is not a trend."""
    dated = [(place, one) for place, one in enumerate(case.in_time, 1) if one.period is not None]
    if len(dated) < 2 or dated[0][1].last_day == dated[-1][1].last_day:
        return UNKNOWN
    first, last = dated[0][1].last_day, dated[-1][1].last_day
    ahead = Fraction((case.term.last - first).days, (last - first).days)
    start = quantities.reading(dated[0][0])
    return start + (quantities.reading(dated[-1][0]) - start) * ahead


def _without_way(case: Case) -> dict[str, Rule]:
    """Return due, pace and forecast where no way leads from a baseline to the bound.

    Where the goal was met before the term, to hold it is all that is due.
    """
    found = {"forecast": _trend(case)}
    due = _due_on_path(case, from_baseline=False) if case.goal.path else None
    reached = attainment.attainment(case.goal)
    if due is not None:
        found |= {"due": due, "pace": rule.put_in_place(reached, {"bound": DUE})}
    elif case.target.baseline is not None:
        found |= {"due": BOUND, "pace": reached}
    return found


def _course(case: Case) -> dict[str, Rule]:
    """Return attainment, due, pace and forecast: on the way from the baseline where there is one."""
    goal, other = case.goal, _without_way(case)
    unmet = _unmet_before(case)
    if unmet is None:
        return {"attainment": attainment.attainment(goal), **other}
    own = dict(pace.FROM_BASELINE)
    if goal.path:
        own["due"] = _due_on_path(case, from_baseline=True) or own["due"]
    found = {name: rule.if_(unmet, own[name], other.get(name, UNKNOWN)) for name in ("due", "pace", "forecast")}
    return {"attainment": _attainment(case, unmet), **found}


def _attainment(case: Case, unmet: Rule) -> Rule:
    goal = case.goal
    if goal.direction != "lower":
        return attainment.FROM_NOTHING
    if goal.interval is not None and not goal.interval.high_closed:  # a baseline on the bound itself is unmet too
        unmet &= rule.surely(BASELINE > BOUND)
    return rule.if_(unmet, attainment.FROM_BASELINE, attainment.WITHIN_LIMIT)


def _rules(case: Case) -> Rules:
    goal, moment = case.goal, case.moment
    found: dict[str, Rule] = {"achieved": averaged(case) if goal.every == "average" else _LATEST}
    if not goal.known:
        return Rules(found)
    if goal.path:
        found["goal"] = quantities.goal_of(goal.path[-1][0])
    found |= _course(case) | pace.needed(goal, moment)
    ends = attainment.ends(goal, case.unit)
    met: Rule = attainment.met(goal, ends)
    final: Rule = Constant(moment.ended)
    of_years, known_years = years.bound_years(case, "latest", days_count=False)
    if known_years is not None:
        met, final = years.verdict(met, known_years, moment)
    return Rules(
        found | of_years,
        met,
        attainment.exceeded(goal, ends, case.unit),
        final,
        explained=_explained(case),
        years=known_years,
        refusal=_ONE_READING,
    )


def _explained(case: Case) -> tuple[str, ...]:
    on_way = _starts_unmet(case)
    due = on_way or (case.goal.path and _due_on_path(case, from_baseline=False) is not None)
    shown = ("due",) if due else ()
    return ("achieved", "attainment", *shown, *(("pace", "forecast") if on_way else ()), "needed")


_ONE_READING = message(
    "no forecast: one reading is not a trend; a baseline or a second dated reading would make one",
    "chưa dự báo được: mới có số liệu của một kỳ, chưa thấy xu hướng; cần mức đầu kỳ hoặc số liệu của một kỳ nữa",
)


def _notes(case: Case, measure: Measure) -> Iterable[Message]:
    return () if measure.periods is None else years.notes_on(measure.periods)


def _best_year(by_year: Mapping[int, Interval], case: Case) -> Fraction:
    """Return the most that one year changed the level to the better, from the year before or from the baseline."""
    start = [case.baseline] if case.baseline is not None and _starts_unmet(case) else []
    levels: Sequence[Interval] = [*start, *by_year.values()]
    if case.goal.direction == "lower":
        gains = [(subtract(before, after).low or Fraction(0)) for before, after in pairwise(levels)]
    else:
        gains = [(subtract(after, before).low or Fraction(0)) for before, after in pairwise(levels)]
    return max(gains, default=Fraction(0))


def _outlook(case: Case, measure: Measure) -> Measure:
    """Give the second opinion, and say until when the best year so far, repeated, still leads to the bound."""
    now = None if measure.achieved is None else measure.achieved.exact
    bound = None if case.goal.bound is None else case.goal.bound.exact
    if measure.met is not False or measure.final or now is None or bound is None:
        return measure
    moment, start, compound = case.moment, case.baseline, None
    if start is not None and start.exact is not None and _starts_unmet(case):
        compound = compound_ratio(start.exact, now, bound, moment.years_gone, moment.term.years)
    best = _best_year(years.value_of_years(case, "latest"), case)
    return measure._replace(compound=compound, reach=outlook.within_reach(abs(bound - now), best, moment.term))


_ACHIEVED_WORDS = rule.in_words(_LATEST)

KIND = Kind(
    name="level",
    label=Text("level at a date", "mức tại thời điểm"),
    manual=written(
        "The latest reading counts. Attainment is {higher}; where lower is better it is {from_baseline}, or {lower} "
        "where there is no baseline. Due is {due}.",
        "Lấy số liệu gần nhất. Tỷ lệ đạt là {higher}; nếu càng thấp càng tốt thì là {from_baseline}, hoặc {lower} nếu "
        "không có mức đầu kỳ. Mức cần đạt đến nay là {due}.",
        higher=attainment.FROM_NOTHING,
        from_baseline=attainment.FROM_BASELINE,
        lower=attainment.WITHIN_LIMIT,
        due=pace.FROM_BASELINE["due"],
    ),
    table={
        "achieved": _ACHIEVED_WORDS,
        "attainment": written(
            "{higher}; where lower is better {from_baseline}, or {lower} with no baseline",
            "{higher}; càng thấp càng tốt thì {from_baseline}, hoặc {lower} nếu không có mức đầu kỳ",
            higher=attainment.FROM_NOTHING,
            from_baseline=attainment.FROM_BASELINE,
            lower=attainment.WITHIN_LIMIT,
        ),
        "due": rule.in_words(pace.FROM_BASELINE["due"]),
        "forecast": rule.in_words(pace.FROM_BASELINE["forecast"]),
    },
    rules=_rules,
    notes=_notes,
    outlook=_outlook,
    of_path="last",
    disjoint=False,
    by_share=True,
)
