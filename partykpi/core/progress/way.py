"""The way from a baseline to the bound, of what is a state: a level at a date, or the figure of a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from partykpi.core import quantities, rule
from partykpi.core.figure import Interval
from partykpi.core.measure import Case
from partykpi.core.model import AttainmentOf, Goal, Unit
from partykpi.core.progress import attainment, pace
from partykpi.core.progress.stages import Stage, goal_on, stages
from partykpi.core.quantities import ACHIEVED, BASELINE, BOUND, FORECAST
from partykpi.core.rule import NO, UNKNOWN, YES, Formula, Named, Rule, number
from partykpi.core.time import months_of
from partykpi.problem import Message, message
from partykpi.text import Text

_BETWEEN = Text(
    "the value before + the step × months gone ÷ months of the step",
    "mức trước đó + bước tăng giảm × số tháng đã qua ÷ số tháng của bước",
)

_HELD = Text(
    "end of the straight line, held within 0 and the whole",
    "điểm cuối của đường thẳng, giới hạn trong khoảng từ 0 đến toàn bộ",
)

LINE_END = Named("line_end", Text("end of the straight line", "điểm cuối của đường thẳng"))


def unmet_before(case: Case) -> Rule | None:
    """Return whether the way leads from the baseline to the bound: surely, the goal was not met before the period."""
    ends = attainment.ends(case.goal, case.unit)
    met = None if case.baseline is None else attainment.meets(BASELINE, case.goal, ends)
    return None if met is None else rule.simplified(rule.surely(~met))


def starts_unmet(case: Case) -> bool:
    """Say whether the goal was surely not met before the period."""
    return case.baseline is not None and attainment.is_met(case.baseline, case.goal) is False


def starts_met(case: Case) -> bool:
    """Say whether the goal was surely met before the period, so that it has to be held."""
    return case.baseline is not None and attainment.is_met(case.baseline, case.goal) is True


def worse(case: Case) -> Rule:
    """Return whether a figure that does not meet the goal is surely worse than the baseline.

    It is where the baseline met the goal. Of a goal with two ends it is the worse the farther it lies from them.
    """
    if case.baseline is None:
        return NO
    if starts_met(case):
        return YES
    match case.goal.direction:
        case "higher":
            return rule.surely(ACHIEVED < BASELINE)
        case "lower":
            return rule.surely(ACHIEVED > BASELINE)
        case "exactly":
            return _farther(case)


def _farther(case: Case) -> Rule:
    low, high = attainment.ends(case.goal, case.unit)
    if low is None or high is None:
        return NO
    if starts_above(case):
        return rule.surely(ACHIEVED > BASELINE) | rule.surely(low - ACHIEVED > BASELINE - high)
    return rule.surely(ACHIEVED < BASELINE) | rule.surely(ACHIEVED - high > low - BASELINE)


def starts_above(case: Case) -> bool:
    """Say whether the baseline surely lies above a goal with two ends."""
    to = attainment.approach(case.goal, case.baseline)
    return to is not None and to.above


def pace_towards(case: Case) -> Rule:
    """Return the pace on the way from the baseline; what went past both ends of a goal keeps no pace with it."""
    to = attainment.approach(case.goal, case.baseline)
    kept = pace.FROM_BASELINE["pace"]
    return kept if to is None else rule.if_(to.passed, UNKNOWN, kept)


def goes_past(case: Case, achieved: Interval | None) -> bool:
    """Say whether a figure surely lies beyond both ends of a goal, as seen from its baseline."""
    to = attainment.approach(case.goal, case.baseline)
    return to is not None and attainment.is_passed(to, case.goal, achieved)


def measured_on(case: Case) -> Interval | None:
    """Return the baseline where attainment is a share of the way from there to a goal with two ends; else None."""
    return None if attainment.way_between(case.goal, case.target) is None else case.baseline


def share_of(case: Case, achieved: Interval | None) -> AttainmentOf:
    """Return what the attainment of a figure is a share of."""
    if case.goal.direction != "exactly":
        return attainment.of(case.goal, case.baseline)
    return "goal" if measured_on(case) is None or goes_past(case, achieved) else "way"


def due_on_path(case: Case, goal: Goal, day: date, *, from_baseline: bool) -> Rule | None:
    """Return the value due on the straight way from one year's goal to the next; None before the first of them."""
    term = case.term
    points: list[tuple[date, Rule]] = []
    if from_baseline and case.baseline is not None and case.baseline.exact is not None:
        points.append((term.first - timedelta(days=1), BASELINE))
    stage = goal_on(day, stages(case))
    points += [(min(term.year(year).last, term.last), stage.bound_of(year)) for year, _ in goal.path]
    for (first, low), (last, high) in pairwise(points):
        if first <= day <= last and first < last:
            gone, whole = months_of(first + timedelta(days=1), day), months_of(first + timedelta(days=1), last)
            return Formula("+", low, (high - low) * number(gone / whole), said=_BETWEEN)
    return points[-1][1] if points and day >= points[-1][0] else None


def due_on_line(case: Case, goals: Sequence[Stage], day: date) -> dict[str, Rule]:
    """Return the rule of what is due on a day, and of what was due at each amendment before it.

    The straight line leads from the baseline to the goal in force; from an amendment on it runs to the new one.
    """
    if len(goals) == 1:
        return {"due": pace.FROM_BASELINE["due"]}
    found: dict[str, Rule] = {}
    start: Rule = BASELINE
    for stage in goals:
        bound = BOUND if stage.number == 0 else stage.bound
        until = stage.last if stage.number and stage.last < day else day
        share = months_of(stage.first, until) / months_of(stage.first, case.term.last)
        reached = start + (bound - start) * number(share)
        if until == day:
            return {**found, "due": reached}
        start = quantities.due_at(stage.number)
        found[start.name] = reached
    return found


def trend(points: Sequence[tuple[date, Rule]], last: date) -> Rule:
    """Return where the straight line from the first of some dated figures to the latest ends; one is not a trend."""
    if len(points) < 2 or points[0][0] == points[-1][0]:
        return UNKNOWN
    (begin, start), (end, latest) = points[0], points[-1]
    after = begin + timedelta(days=1)
    ahead = months_of(after, last) / months_of(after, end)
    return start + (latest - start) * number(ahead)


def held_within_whole(case: Case, line: Rule) -> dict[str, Rule]:
    """Return the rule of a forecast; the straight line of a share is held within 0 and the whole."""
    if line != UNKNOWN and case.unit.counted:
        return {LINE_END.name: line, "forecast": Formula("greatest", number(0), LINE_END)}
    if line == UNKNOWN or not _is_share_of_whole(case):
        return {"forecast": line}
    above = Formula("greatest", number(0), LINE_END, said=_HELD)
    held = Formula("least", number(100), above, said=_HELD)
    return {LINE_END.name: line, "forecast": held}


def _is_share_of_whole(case: Case) -> bool:
    """Say whether figures are shares of a whole: percentages, of which none that is known lies outside 0 to 100."""
    known = [case.goal.bound, case.baseline, *(reading.figure for reading in case.readings)]
    ends = [end for figure in known if figure is not None for end in (figure.low, figure.high) if end is not None]
    return case.unit.percent and all(0 <= end <= 100 for end in ends)


def held_note(unit: Unit, values: rule.Values) -> Iterator[Message]:
    """Say where the forecast of a share was held within 0 and the whole, or that of things at 0."""
    line, forecast = rule.figure(LINE_END, values), rule.figure(FORECAST, values)
    if line is None or forecast is None or line == forecast or line.exact is None:
        return
    if unit.percent:
        yield message(
            "the straight line ends at {line}%, which no share can be: the forecast is {forecast}%",
            "dự báo theo đường thẳng là {line}%, tỷ lệ không thể như vậy nên lấy {forecast}%",
            line=line.exact,
            forecast=forecast.exact or 0,
        )
    else:
        yield message(
            "the straight line ends at {line}, below nothing: the forecast is 0",
            "dự báo theo đường thẳng là {line}, nhỏ hơn 0 nên lấy 0",
            line=line.exact,
        )
