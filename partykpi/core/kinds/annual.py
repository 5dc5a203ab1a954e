"""annual: what starts anew each year, such as exports, budget revenue or a plan disbursed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from partykpi.core import quantities, rule
from partykpi.core.calculation import Rules, inputs
from partykpi.core.figure import Interval
from partykpi.core.kinds import Kind, kept_each_year, written
from partykpi.core.measure import Case, Measure, Reach
from partykpi.core.model import Unit
from partykpi.core.progress import asked, attainment, kept, means, missing, outlook, pace, way, years
from partykpi.core.progress.coverage import merged, spoken_of
from partykpi.core.progress.stages import goal_on, stages
from partykpi.core.quantities import ACHIEVED, BASELINE, BOUND, FORECAST, READINGS, RESULTS
from partykpi.core.rule import UNKNOWN, Constant, Formula, Named, Operator, Rule, number
from partykpi.core.time import YEAR, months_of
from partykpi.problem import Message, message
from partykpi.text import Text

_YEARS_GONE = Named("gone_by", Text("years gone", "số năm đã qua"), "number")
_ALL_YEARS = Named("until_end", Text("years to the end", "số năm đến cuối kỳ"), "number")
_SHARE = _YEARS_GONE / _ALL_YEARS
_LATEST_YEAR = Text("the latest whole year", "năm trọn gần nhất")
_ONE_FIGURE = Formula("latest", READINGS, said=Text("the figure as it stands", "số liệu ghi trong tệp"))
_RESULTS = {**RESULTS, way.LINE_END.name: FORECAST}
_DUE = BASELINE + (BOUND - BASELINE) * _SHARE
_FORECAST = BASELINE + (ACHIEVED - BASELINE) / _SHARE


def _combined(unit: Unit) -> Operator:
    """Return how the readings of one year become its figure: money and counts add up, of a share the latest counts."""
    return "total" if unit.additive and unit.id != "score" else "latest"


def _known_years(case: Case) -> tuple[years.Year, ...]:
    return years.full_years(case, adds_up=_combined(case.unit) == "total")


def _reported_in_full(case: Case) -> set[int]:
    """Return the years that are over and have a reading of every month that lies in the period."""
    spans = merged(spoken_of(case.readings, case.moment), (date.min, date.max))
    found = years.by_year(case, adds_up=False)
    return {year.number for year in found if year.over and years.is_reported(year.part, spans)}


def _latest(case: Case, known: Sequence[years.Year]) -> int | None:
    """Return the latest whole year; of a figure without a day, the one that was over last."""
    if known:
        return known[-1].number
    if any(reading.period is None for reading in case.readings):
        over = [int(part.text) for part in case.term.parts() if part.last <= case.moment.looked_at]
        return over[-1] if over else None
    return None


def _achieved(case: Case, known: Sequence[years.Year]) -> dict[str, Rule]:
    if not known:
        undated = case.readings and case.readings[-1].period is None
        return {"achieved": _ONE_FIGURE if undated else UNKNOWN}
    made = years.figures(known[-1:], _combined(case.unit))
    cell = quantities.figure_of(known[-1].number)
    latest = made[known[-1].number]
    return {cell.name: latest, "achieved": Formula("total", cell, said=_LATEST_YEAR)}


def _span(case: Case) -> tuple[int, int]:
    """Return the year before the period and its last one: the way leads from the one to the other."""
    return case.term.year_of(case.term.first - timedelta(days=1)), case.term.year_of(case.term.last)


def _course(case: Case, known: Sequence[years.Year]) -> dict[str, Rule]:
    """Return due, pace and forecast: on the way from the baseline where there is one."""
    unmet, latest = way.unmet_before(case), _latest(case, known)
    other = {} if latest is None else _without_way(case, known, latest)
    if unmet is None or latest is None:
        return other
    before, last = _span(case)
    found: dict[str, Rule] = {"gone_by": number(latest - before), "until_end": number(last - before)}
    due = _due(case, latest)
    if due == UNKNOWN:
        return other
    own = {"due": due, "pace": way.pace_towards(case)}
    course = {name: rule.if_(unmet, own[name], other.pop(name, UNKNOWN)) for name in ("due", "pace")}
    return found | course | way.held_within_whole(case, _FORECAST)


def _due(case: Case, latest: int) -> Rule:
    """Return what is due of a year: on a path its own goal, else the straight line from the baseline.

    From an amendment on the line runs to the new goal.
    """
    goals, (before, last) = stages(case), _span(case)
    in_force = goal_on(_day_in(case, latest), goals)
    if in_force.goal.path:
        own = asked.goal_of_year(in_force, latest)
        return UNKNOWN if own is None else own[1]
    if len(goals) == 1:
        crossed = way.starts_above(case) and case.goal.interval is not None and case.goal.interval.exact is None
        return rule.put_in_place(_DUE, {"bound": quantities.FAR_END}) if crossed else _DUE
    start: Rule = BASELINE
    since = before
    for stage in goals:
        bound = BOUND if stage.number == 0 else stage.bound
        until = min(latest, case.term.year_of(stage.last)) if stage != in_force else latest
        start = start + (bound - start) * number(Fraction(until - since, last - since))
        since = until
        if stage == in_force or since == last:
            break
    return start


def _day_in(case: Case, year: int) -> date:
    return min(case.term.year(year).last, case.term.last)


def _without_way(case: Case, known: Sequence[years.Year], latest: int) -> dict[str, Rule]:
    """Return due, pace and forecast where no way leads from a baseline to the bound."""
    line = UNKNOWN if case.goal.every == "year" else way.trend(_dated(case, known), case.term.year(_span(case)[1]).last)
    found = way.held_within_whole(case, line) if line != UNKNOWN else {}
    stage = goal_on(_day_in(case, latest), stages(case))
    due: Rule | None = None
    if stage.goal.path:
        own = asked.goal_of_year(stage, latest)
        due = None if own is None else own[1]
    elif case.baseline is not None or case.goal.every == "year":
        due = attainment.end_of(case.goal)
    if due is None:
        return found
    return found | {"due": due, "pace": pace.of_due(case.goal)}


def _dated(case: Case, known: Sequence[years.Year]) -> list[tuple[date, Rule]]:
    """Return what the whole years came to, each on its last day."""
    made = years.figures(known, _combined(case.unit))
    return [(case.term.year(year.number).last, made[year.number]) for year in known]


def _rules(case: Case) -> Rules:
    goal, moment = case.goal, case.moment
    known = _known_years(case)
    found = means.achieved(case, _combined(case.unit), full=True) if goal.every == "average" else _achieved(case, known)
    combine = _combined(case.unit)
    whole = None if combine == "total" else _reported_in_full(case)
    if not goal.known:
        return Rules(found)
    if found["achieved"] == UNKNOWN:  # then parts of years, and what a running one has come to already, may decide
        return kept_each_year(case, Rules(found), combine, whole)
    found |= asked.last_of_path(goal)
    of = "goal" if goal.every == "average" else way.share_of(case, _figure_of_latest(case, known))
    start = case.baseline if of == "way" else way.measured_on(case)
    found["attainment"] = attainment.attainment(goal, None if goal.every == "average" else start)
    found |= _course(case, known) if goal.every != "average" else {"due": BOUND, "pace": found["attainment"]}
    if goal.every == "year":
        found.pop("forecast", None)
        found.pop(way.LINE_END.name, None)
    else:
        found |= _needed(case, known)
    ends = attainment.ends(goal, case.unit)
    met, final = attainment.met(goal, ends), Constant(moment.ended)
    latest = _latest(case, known)
    if moment.ended and latest is not None and _is_stale(case, latest):
        met, final = UNKNOWN, Constant(False)
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
        refusal=_ONE_YEAR if goal.every == "term" else None,
    )
    if goal.every == "average":
        rules = means.open_where_years_are_missing(case, rules)
    return kept_each_year(case, rules, combine, whole)


def _figure_of_latest(case: Case, known: Sequence[years.Year]) -> Interval | None:
    """Return what the latest whole year came to."""
    if not known:
        return case.readings[-1].figure if case.readings else None
    return years.value_of_years(case, _combined(case.unit)).get(known[-1].number)


def _needed(case: Case, known: Sequence[years.Year]) -> dict[str, Rule]:
    """Return what each year left must change to reach the bound in the last one; see `pace.needed`."""
    latest = _latest(case, known)
    over = case.term.year_of(case.moment.as_of + timedelta(days=1)) - 1
    left = 0 if latest is None else _span(case)[1] - max(latest, over)
    made = pace.needed(case.goal, case.moment, far=True)
    return {name: rule.put_in_place(one, {"left": number(left)}) for name, one in made.items()} if left > 0 else {}


def _is_stale(case: Case, latest: int) -> bool:
    """Say whether a whole year has gone since a year was over: at the end that one decides, and not the year before."""
    return months_of(case.term.year(latest).last + timedelta(days=1), case.moment.looked_at) >= YEAR


def _explained(case: Case) -> tuple[str, ...]:
    on_way = way.starts_unmet(case) and case.goal.every == "term"
    shown = ("due", "pace", way.LINE_END.name, "forecast") if on_way else ()
    return ("achieved", "attainment", *shown, "needed")


_ONE_YEAR = message(
    "no forecast: one whole year is not a trend; a baseline or a second whole year would make one",
    "chưa dự báo được: mới có số liệu trọn một năm, chưa thấy xu hướng; cần mức đầu kỳ hoặc số liệu một năm nữa",
)


def _notes(case: Case, measure: Measure) -> Iterator[Message]:
    if measure.periods is not None:
        yield from kept.notes_on(measure.periods)
    known = {year.number for year in _known_years(case)}
    if case.goal.every_year:  # then a part of a year answers for its months, and a running one may be decided
        known |= {year.number for year in years.by_year(case, adds_up=True) if year.whole}
        known |= {int(year.part.text) for year in KIND.bound_years(case) if year.kept is not None}
    for year in years.by_year(case, adds_up=_combined(case.unit) == "total"):
        if year.number not in known:
            yield message(
                "{year} is not whole yet and is not held against the goal",
                "năm {year} chưa trọn năm nên chưa đối chiếu với chỉ tiêu",
                year=str(year.number),
            )
    latest = _latest(case, _known_years(case)) if case.goal.every == "term" else None
    yield from missing.years_without(case, measure, after=None if latest is None else case.term.year(latest).last)
    if case.goal.path and case.goal.every == "term":
        yield from kept.short_of_path(case, _combined(case.unit), inputs(case))


def _reach(case: Case, measure: Measure) -> Reach | None:
    """Return until when the best yearly change so far, kept up, still leads to the bound."""
    now = None if measure.achieved is None else measure.achieved.exact
    bound = None if case.goal.bound is None else case.goal.bound.exact
    if measure.met is not False or measure.final or now is None or bound is None or case.goal.every != "term":
        return None
    if way.goes_past(case, measure.achieved):
        return None
    values = years.value_of_years(case, _combined(case.unit))
    figures = [(case.term.year(year.number).last, values.get(year.number)) for year in _known_years(case)]
    return outlook.within_reach(outlook.short_by(case.goal, now, bound), outlook.best_pace(case, figures), case.term)


KIND = Kind(
    name="annual",
    label=Text("anew each year", "tính lại từng năm"),
    example=Text("exports, budget revenue", "kim ngạch xuất khẩu, thu ngân sách"),
    manual=written(
        "The latest whole year counts; within a year money and counts add up, of shares the latest counts. Years are "
        "never added up, and a running year is not held against a whole one. Attainment is {attainment}, as of a "
        "level; on the way from a baseline {due} is due.",
        "Lấy số liệu của năm trọn gần nhất; trong một năm thì tiền và số lượng cộng dồn, tỷ lệ lấy số gần nhất. Không "
        "cộng các năm với nhau, không lấy năm chưa trọn so với cả năm. Tỷ lệ đạt là {attainment} như đối với mức tại "
        "thời điểm; nếu có mức đầu kỳ thì mức cần đạt đến nay là {due}.",
        attainment=attainment.OF_BOUND,
        due=_DUE,
    ),
    table={
        "achieved": _LATEST_YEAR,
        "attainment": rule.in_words(attainment.OF_BOUND),
        "due": rule.in_words(_DUE),
        "forecast": rule.in_words(_FORECAST),
    },
    rules=_rules,
    notes=_notes,
    reach=_reach,
    yearly="same",
    of_path="last",
    by_share=True,
    anew=True,
    combined=_combined,
)
