"""level: a state at a date, such as a coverage or a poverty rate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction

from partykpi.core import quantities, rule
from partykpi.core.calculation import Rules
from partykpi.core.kinds import Kind, kept_each_year, written
from partykpi.core.measure import Case, Measure, Reach
from partykpi.core.progress import asked, attainment, kept, means, missing, outlook, pace, way
from partykpi.core.progress.compound import compound_ratio
from partykpi.core.progress.stages import goal_on, stages
from partykpi.core.quantities import ACHIEVED, BOUND, FORECAST, READINGS, RESULTS
from partykpi.core.rule import UNKNOWN, Constant, Formula, Rule
from partykpi.core.time import YEAR, months_of
from partykpi.problem import Message, message
from partykpi.text import Text

_LATEST = Formula("latest", READINGS, said=Text("the latest reading", "số liệu gần nhất"))
_RESULTS = {**RESULTS, way.LINE_END.name: FORECAST}


def _without_way(case: Case) -> dict[str, Rule]:
    """Return due, pace and forecast where no way leads from a baseline to the bound.

    Where the goal was met before the period, to hold it is all that is due.
    """
    line = way.trend(_dated(case), case.term.last) if case.baseline is None else pace.FROM_BASELINE["forecast"]
    found = way.held_within_whole(case, line)
    goal = goal_on(case.looked_at, stages(case)).goal
    due = way.due_on_path(case, goal, case.looked_at, from_baseline=False) if goal.path else None
    if due is None and case.target.baseline is not None:
        due = attainment.end_of(case.goal)
    return found if due is None else found | {"due": due, "pace": pace.of_due(case.goal)}


def _dated(case: Case) -> list[tuple[date, Rule]]:
    """Return the readings with a day, in the order of time."""
    places = enumerate(case.readings, 1)
    return [(one.last_day, quantities.reading(place)) for place, one in places if one.period is not None]


def _course(case: Case) -> dict[str, Rule]:
    """Return attainment, due, pace and forecast: on the way from the baseline where there is one."""
    goal, other = case.goal, _without_way(case)
    unmet = way.unmet_before(case)
    if unmet is None:
        return {"attainment": attainment.attainment(goal), **other}
    own = {**pace.FROM_BASELINE, **way.due_on_line(case, stages(case), case.looked_at)}
    if way.starts_above(case) and goal.interval is not None and goal.interval.exact is None:
        own["due"] = rule.put_in_place(own["due"], {"bound": quantities.FAR_END})
    at = goal_on(case.looked_at, stages(case)).goal
    if at.path:
        own["due"] = way.due_on_path(case, at, case.looked_at, from_baseline=True) or own["due"]
    del own["forecast"]
    lines = {name: made for name, made in own.items() if name not in ("due", "pace")}
    own["pace"] = way.pace_towards(case)
    course = {name: rule.if_(unmet, own[name], other.pop(name, UNKNOWN)) for name in ("due", "pace")}
    return {"attainment": _attainment(case, unmet), **lines, **course, **other}


def _attainment(case: Case, unmet: Rule) -> Rule:
    goal = case.goal
    if goal.direction != "lower":
        return attainment.attainment(goal, way.measured_on(case))
    if goal.interval is not None and not goal.interval.high_closed:  # a baseline on the bound itself is unmet too
        unmet &= rule.surely(quantities.BASELINE > BOUND)
    return rule.if_(unmet, attainment.FROM_BASELINE, attainment.OF_BOUND)


def _rules(case: Case) -> Rules:
    goal, moment = case.goal, case.moment
    if goal.every == "average" and goal.known:
        return _average(case)
    found: dict[str, Rule] = {"achieved": _LATEST}
    if not goal.known:
        return Rules(found)
    found |= asked.last_of_path(goal) | _course(case) | pace.needed(goal, moment, far=True)
    ends = attainment.ends(goal, case.unit)
    met = attainment.met(goal, ends)
    recent = not is_stale(case)
    final: Rule = Constant(moment.ended and recent)
    if moment.ended and not recent:
        met = UNKNOWN
    of = way.share_of(case, case.readings[-1].figure if case.readings else None)
    score = attainment.score(goal, ends, on_way=of == "way")
    rules = Rules(
        found,
        met,
        attainment.exceeded(goal, ends, case.unit),
        final,
        worse=way.worse(case),
        score=score,
        of=of,
        explained=_explained(case),
        results=_RESULTS,
        refusal=_ONE_READING,
    )
    return kept_each_year(case, rules, "latest")


def _average(case: Case) -> Rules:
    """Return the rules of a goal that the mean of the years has to keep; it is where the years lead, too."""
    rules = means.rules(case)
    if rules.met == UNKNOWN:
        return rules
    ahead = {"forecast": ACHIEVED, "needed": means.needed(case, "latest")}
    exceeded = attainment.exceeded(case.goal, attainment.ends(case.goal, case.unit), case.unit)
    return rules._replace(quantities={**rules.quantities, **ahead}, exceeded=exceeded)


def is_stale(case: Case) -> bool:
    """Say whether the latest reading is more than a year older than the day looked at."""
    return months_of(case.looked_at + timedelta(days=1), case.moment.looked_at) > YEAR


def _explained(case: Case) -> tuple[str, ...]:
    on_way = way.starts_unmet(case)
    goal = goal_on(case.looked_at, stages(case)).goal
    due = on_way or (goal.path and way.due_on_path(case, goal, case.looked_at, from_baseline=False) is not None)
    shown = ("due",) if due else ()
    return ("achieved", "attainment", *shown, *(("pace", *_FORECAST) if on_way else ()), "needed")


_FORECAST = (way.LINE_END.name, "forecast")

_ONE_READING = message(
    "no forecast: one reading is not a trend; a baseline or a second dated reading would make one",
    "chưa dự báo được: mới có số liệu của một kỳ, chưa thấy xu hướng; cần mức đầu kỳ hoặc số liệu của một kỳ nữa",
)


def _notes(case: Case, measure: Measure) -> Iterable[Message]:
    if measure.periods is not None:
        yield from kept.notes_on(measure.periods)
    if case.goal.every == "average":
        yield from means.notes(case)
        yield from missing.years_undecided(case, measure)
        return
    yield from stale_note(case)


def stale_note(case: Case) -> Iterator[Message]:
    """Say where the latest reading is more than a year older than the day looked at."""
    if not case.readings or not is_stale(case):
        return
    since = (one for one in missing.missing_in(case) if one.first > case.looked_at)
    yield message(
        "the latest reading is of {day}, more than a year before {as_of}; not reported: {periods}",
        "số liệu gần nhất là của {day}, trước {as_of} hơn một năm; chưa có số liệu: {periods}",
        day=case.looked_at,
        as_of=case.moment.looked_at,
        periods=missing.listed(tuple(since)),
    )


def _lacking(case: Case, measure: Measure) -> tuple[Fraction, Fraction] | None:
    """Return the latest figure and the bound that it can still reach; None where it cannot, or they are not exact.

    Of what each year has to keep a lost year is lost, and a kept one leaves nothing to reach.
    """
    now = None if measure.achieved is None else measure.achieved.exact
    bound = None if case.goal.bound is None else case.goal.bound.exact
    if measure.met is not False or measure.final or now is None or bound is None or case.goal.every != "term":
        return None
    return None if way.goes_past(case, measure.achieved) else (now, bound)


def _compound(case: Case, measure: Measure) -> Fraction | None:
    """Return the second opinion, on the way from a baseline that did not meet the goal."""
    lacking, start = _lacking(case, measure), case.baseline
    if lacking is None or start is None or start.exact is None or not way.starts_unmet(case):
        return None
    return compound_ratio(start.exact, *lacking, case.term.gone(case.looked_at) / YEAR, case.term.years)


def _reach(case: Case, measure: Measure) -> Reach | None:
    """Return until when the best pace so far, kept up, still leads to the bound."""
    lacking = _lacking(case, measure)
    if lacking is None:
        return None
    figures = [(reading.last_day, reading.figure) for reading in case.readings if reading.period is not None]
    return outlook.within_reach(outlook.short_by(case.goal, *lacking), outlook.best_pace(case, figures), case.term)


_ACHIEVED_WORDS = rule.in_words(_LATEST)

KIND = Kind(
    name="level",
    label=Text("level at a date", "mức tại thời điểm"),
    example=Text("coverage, poverty rate", "tỷ lệ bao phủ, tỷ lệ hộ nghèo"),
    manual=written(
        "The latest reading counts. Attainment is {higher}; where lower is better it is {from_baseline}, or where "
        "there is no baseline {lower}, the share of the limit that is used. At the day of the reading {due} is due. "
        "What is worse than the baseline is never on track.",
        "Lấy số liệu gần nhất. Tỷ lệ đạt là {higher}; nếu càng thấp càng tốt thì là {from_baseline}, hoặc nếu không có "
        "mức đầu kỳ là {lower}, tức phần đã dùng so với mức giới hạn. Mức cần đạt vào ngày của số liệu là {due}. Kém "
        "hơn mức đầu kỳ thì không đánh giá là đúng tiến độ.",
        higher=attainment.OF_BOUND,
        from_baseline=attainment.FROM_BASELINE,
        lower=attainment.OF_BOUND,
        due=pace.FROM_BASELINE["due"],
    ),
    table={
        "achieved": _ACHIEVED_WORDS,
        "attainment": written(
            "{higher}; where lower is better {from_baseline}, or {lower} with no baseline",
            "{higher}; càng thấp càng tốt thì {from_baseline}, hoặc {lower} nếu không có mức đầu kỳ",
            higher=attainment.OF_BOUND,
            from_baseline=attainment.FROM_BASELINE,
            lower=attainment.OF_BOUND,
        ),
        "due": rule.in_words(pace.FROM_BASELINE["due"]),
        "forecast": rule.in_words(pace.FROM_BASELINE["forecast"]),
    },
    rules=_rules,
    notes=_notes,
    reach=_reach,
    compound=_compound,
    of_path="last",
    disjoint=False,
    by_share=True,
)
