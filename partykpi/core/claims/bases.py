"""What a published figure compares: which actual, and with what; and what of that the file does not hold."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import reduce
from itertools import accumulate
from typing import NamedTuple

from partykpi.core import rule
from partykpi.core.calculation import inputs
from partykpi.core.claims.yearly import means
from partykpi.core.figure import Interval, add, divide, exactly, multiply, subtract
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case, Measure
from partykpi.core.model import Base, Claim, Reading
from partykpi.core.progress import asked
from partykpi.core.progress.attainment import bound_of
from partykpi.core.progress.coverage import Span, merged, months_in, spoken_of
from partykpi.core.progress.stages import stages
from partykpi.core.time import YEAR, Period
from partykpi.problem import Message, message

_DAY = timedelta(days=1)
_HUNDRED = exactly(100)
_EARLIER_YEAR: tuple[Base, ...] = ("year before", "last year", "year end")


class Comparison(NamedTuple):
    """An actual figure, and what it is compared with, in one unit; what is not known is None.

    `ratio` is a share of 1: the one by the other, or the attainment. `missing` says what is not known. `doubt` says why
    the words may mean another comparison than this: what they say then agrees with it, or nothing follows.
    """

    actual: Interval | None = None
    base: Interval | None = None
    ratio: Interval | None = None
    missing: Message | None = None
    doubt: Message | None = None


def comparisons(claim: Claim, case: Case, kind: Kind, measure: Measure) -> list[Comparison]:
    """Return the comparisons that a claim may mean: one, unless its words leave open which."""
    if claim.perhaps_of is not None:
        beside = claim._replace(of=claim.perhaps_of, perhaps_of=None)
        return [
            *comparisons(beside, case, kind, measure),
            *comparisons(claim._replace(perhaps_of=None), case, kind, measure),
        ]
    if tells_places(claim, case):
        return _places(claim, case, kind)
    if claim.sense == "mean":
        return _means(claim, case, kind, measure)
    if claim.itself and claim.sense == "reaches" and not (kind.counts_years or kind.dated):
        as_share = comparisons(claim._replace(itself=""), case, kind, measure) if claim.itself == "level" else []
        return [
            *(Comparison(one, ratio=divide(one, _HUNDRED)) for one in levels(claim, case, kind, measure)),
            *as_share,
        ]
    if claim.sense in ("difference", "level") and (kind.counts_years or kind.dated):
        return [Comparison()]  # how many years kept a rank, and how much of a task is done, is told in no unit
    if claim.sense == "level":
        return list(_levels(claim, case, kind, measure))
    if case.unit.ordinal and claim.change:
        return [Comparison(missing=_no_amounts())]
    if claim.of is not None:
        doubt = _part(claim) if claim.base == "part" else None
        return [_apart(one, claim.of)._replace(doubt=doubt) for one in _actuals(claim, case, kind, measure)]
    actual = measure.achieved if claim.period is None else achieved_in(claim.period, case, kind)
    if claim.sense == "share":
        return [_share(claim, case, kind, actual)]
    if claim.base == "other":
        return [Comparison(actual, missing=_not_in_file(claim))]
    if _may_be_growth(claim, case, kind):
        own = _growth(claim, case, kind, measure)
        if case.target.indicator.mean == "compound":
            return own or [Comparison(missing=_no_reading(claim.against))]
        return [*own, *_compared(claim, case, kind, measure, actual)]
    return _compared(claim, case, kind, measure, actual)


def _compared(claim: Claim, case: Case, kind: Kind, measure: Measure, actual: Interval | None) -> list[Comparison]:
    """Return the comparisons with what was there before, or with the goal, whichever the words name."""
    if claim.against is not None or claim.base in _EARLIER_YEAR:
        return _since(claim, case, kind)
    if claim.base == "start":
        found = _apart(actual, case.baseline, None if case.baseline else _no_baseline(claim))
        return [found._replace(doubt=_which_before(claim)) if kind.adds_up else found]
    if claim.base == "unsaid":
        return _since_anything(claim, case, kind, measure)
    if claim.base:
        return [_with_doubt(claim, one) for one in _of_year(claim, case, kind, measure)]
    if claim.about_whole_target:
        tried = _of_goal(case, kind, measure) + _of_latest_year(claim, case, kind, measure)
        return [_with_doubt(claim, one) for one in tried]
    base = _base_of(claim, case, kind)
    if claim.change:
        since = _since_anything(claim, case, kind, measure)
        return since if base is None else [one._replace(doubt=None) for one in since]  # a sign alone means no other
    return [_with_doubt(claim, _apart(actual, base))]


def _means(claim: Claim, case: Case, kind: Kind, measure: Measure) -> list[Comparison]:
    """Return what a published mean of a year may be; where the years can be counted in two ways, neither is sure."""
    found = means(claim, case, kind, measure)
    doubt = _which_years(claim) if len(found) > 1 else None
    return [Comparison(mean, doubt=doubt) for mean in found] or [Comparison(missing=_no_mean(claim))]


def _levels(claim: Claim, case: Case, kind: Kind, measure: Measure) -> Iterator[Comparison]:
    """Return the figures that a published one may be: what was achieved, and the latest of what does not add up."""
    bound = kind.over_period(case).bound
    if claim.period is not None:
        yield Comparison(achieved_in(claim.period, case, kind), bound)
        return
    yield Comparison(measure.achieved, bound)
    if not kind.adds_up and case.readings and case.readings[-1].figure != measure.achieved:
        yield Comparison(case.readings[-1].figure, bound)


def levels(claim: Claim, case: Case, kind: Kind, measure: Measure) -> list[Interval]:
    """Return the figures themselves that a claim may print; of a rate the mean, and the latest one."""
    if claim.period is not None:
        found = [achieved_in(claim.period, case, kind)]
    else:
        found = [measure.achieved]
        if kind.of_path == "mean" and claim.itself != "mean":
            found += [_known_in(now, case, kind) for now in _now(claim, case, kind)]
    return [one for one in found if one is not None]


def tells_places(claim: Claim, case: Case) -> bool:
    """Say whether a claim tells by how many places a rank differs from another one."""
    since = claim.change or claim.against is not None or claim.of is not None or claim.base in (*_EARLIER_YEAR, "start")
    return claim.sense == "difference" and case.unit.id == "rank" and since


def _places(claim: Claim, case: Case, kind: Kind) -> list[Comparison]:
    """Return the rank of the latest year, or of the one that the claim is about, and an earlier one."""
    known = (_known_in(now, case, kind) for now in _now(claim, case, kind))
    actual = next((figure for figure in known if figure is not None), None)
    if claim.of is not None:
        return [_apart(actual, claim.of)]
    if claim.against is not None or claim.base in _EARLIER_YEAR:
        return _since(claim, case, kind)
    if claim.base == "start":
        return [_apart(actual, case.baseline, None if case.baseline else _no_baseline(claim))]
    if claim.base == "other":
        return [Comparison(actual, missing=_not_in_file(claim))]
    found = [one for one in _since(claim._replace(base="year before"), case, kind) if one.base is not None]
    found += [] if case.baseline is None else [_apart(actual, case.baseline)]
    return [one._replace(doubt=_unsaid(claim)) for one in found] or [Comparison(actual, missing=_unsaid(claim))]


def _may_be_growth(claim: Claim, case: Case, kind: Kind) -> bool:
    """Say whether a claim may tell of the change that the figures of a rate are themselves.

    What compounds is nothing else; a rate that does not may be a fall that is counted upwards, or no change at all.
    """
    earlier = claim.against is not None or claim.base in ("unsaid", *_EARLIER_YEAR) or (claim.change and not claim.base)
    compound = case.target.indicator.mean == "compound"
    return kind.of_path == "mean" and case.unit.percent and earlier and (not compound or claim.sense != "points")


def _growth(claim: Claim, case: Case, kind: Kind, measure: Measure) -> list[Comparison]:
    """Return the changes since an earlier year that the figures of a rate are: of the year before, the figure itself.

    Over several years growth compounds, and points add up. Words that do not say since when mean the latest figure, or
    the mean.
    """
    falls = claim.number is not None and claim.number < 0 and case.target.indicator.mean == "arithmetic"
    if claim.against is None and claim.base not in _EARLIER_YEAR and claim.period is None:
        latest = case.readings[-1].figure if case.readings else None
        either = [one for one in (latest, measure.achieved) if one is not None]
        return [_changed(claim, [one], falls, None)._replace(doubt=_unsaid(claim)) for one in either]
    found = []
    for now in _years_or_parts(claim, case):
        year = case.term.year_of(now.last)
        since = year - 1 if claim.against is None else case.term.year_of(claim.against.last)
        since = claim.year or since
        whole = now[:2] == case.term.year(year)[:2]
        same = claim.against is None or claim.against.months in (YEAR, now.months)
        times = [now] if since == year - 1 else [case.term.year(one) for one in range(since + 1, year + 1)]
        rates = [_rate_in(one, case, kind) for one in times]
        known = [rate for rate in rates if rate is not None]
        if same and since < year and (whole or len(times) == 1) and len(known) == len(rates):
            found.append(_changed(claim, known, falls, _rate_in(_earlier_by(now, 1), case, kind)))
    return [one for one in found if one.actual is not None]


def _years_or_parts(claim: Claim, case: Case) -> Iterator[Period]:
    """Return the time that a claim of growth is of: the latest that is told of, and its year."""
    latest = claim.period or (case.readings[-1].period if case.readings else None)
    if latest is not None:
        yield latest
        year = case.term.year(case.term.year_of(latest.last))
        if claim.period is None and year[:2] != latest[:2]:
            yield year


def _rate_in(period: Period, case: Case, kind: Kind) -> Interval | None:
    """Return the rate of a period, of which more than one reading may be averaged."""
    own = [one.figure for one in case.readings if one.period is not None and one.period[:2] == period[:2]]
    return own[-1] if own else achieved_in(period, case, kind)


def _changed(claim: Claim, rates: list[Interval], falls: bool, before: Interval | None) -> Comparison:
    """Return the change over some years of which each has a rate."""
    signed = [multiply(rate, exactly(-1)) if falls else rate for rate in rates]
    if claim.sense == "points":
        return Comparison(reduce(add, signed), exactly(0))
    times = [divide(add(rate, _HUNDRED), _HUNDRED) for rate in signed]
    known = [one for one in times if one is not None]
    return Comparison(signed[-1], before if len(rates) == 1 else None, reduce(multiply, known))


def _actuals(claim: Claim, case: Case, kind: Kind, measure: Measure) -> list[Interval | None]:
    """Return the figures that a claim may hold against a base that the file gives it."""
    if claim.period is not None:
        return [achieved_in(claim.period, case, kind)]
    found = [measure.achieved] if claim.base in ("", "unsaid", "estimate", "start", "part", "other") else []
    if claim.base in ("year", "estimate") and (year := _year_of(claim, case)) is not None:
        found.append(achieved_in(year, case, kind))
    if claim.base in ("unsaid", *_EARLIER_YEAR) or claim.against is not None:
        found += [_known_in(now, case, kind) for now in _now(claim, case, kind)]
    return [one for one in found if one is not None] or [measure.achieved]


def figures_of(claim: Claim, case: Case, kind: Kind, measure: Measure) -> Iterator[Interval]:
    """Yield the figures of the file that a claim about no other base may be about: of all the time, a year, a part."""
    if claim.period is not None:
        found = [achieved_in(claim.period, case, kind)]
    else:
        last_days = [one.period.last for one in case.readings if one.period is not None]
        years = {case.term.year_of(day): case.term.year(case.term.year_of(day)) for day in last_days}
        found = [measure.achieved, *(one.figure for one in case.readings)]
        found += [achieved_in(year, case, kind) for year in years.values()]
        known = [one.figure for one in case.readings if one.figure is not None]
        sums = list(accumulate(known, add))
        found += sums if kind.adds_up and not case.target.cumulative else []
        found += [_known_in(now, case, kind) for now in _now(claim, case, kind)]
    yield from (one for one in found if one is not None)


def _apart(actual: Interval | None, base: Interval | None, missing: Message | None = None) -> Comparison:
    ratio = None if actual is None or base is None else divide(actual, base)
    return Comparison(actual, base, ratio, missing)


def _of_goal(case: Case, kind: Kind, measure: Measure) -> list[Comparison]:
    """Return the attainment; of the way down from a baseline also the figure against the goal, which may be meant.

    Of a goal for one year a part of it counts as well.
    """
    bound = kind.over_period(case).bound
    if measure.achieved is None and goal_is_of_year(case) and _flows(case, kind) and case.baseline is None:
        return [_apart(achieved_in(Period(case.term.first, case.term.last, ""), case, kind), bound)]
    found = [Comparison(measure.achieved, bound, measure.attainment)]
    if measure.of == "way":
        found.append(_apart(measure.achieved, bound))
    return found


def _base_of(claim: Claim, case: Case, kind: Kind) -> Interval | None:
    """Return what the actual is measured against; None where that is not known."""
    if claim.change and case.target.baseline is not None:
        return case.baseline
    if claim.change and claim.sense not in ("points", "difference") and case.goal.direction != "lower":
        return None
    if claim.period is not None and kind.adds_up and case.goal.interval is not None:
        return _asked_of(claim.period, case)
    if claim.period is not None and not kind.counts_years and not goal_is_of_year(case):
        if case.goal.path:
            return _goal_of(case.term.year(case.term.year_of(claim.period.last)), case, kind)
        if _flows(case, kind) and claim.period.months < YEAR and not case.goal.every_year:
            return None  # the plan of which year it is a part of
    if claim.period is not None and case.goal.every_year:
        return case.goal.bound
    return kind.over_period(case).bound


def _asked_of(period: Period, case: Case) -> Interval | None:
    """Return what a goal that is set by year asks of a period, and of one for the whole period all of it."""
    goal = case.goal
    if not goal.path and not asked.per_year(goal):
        return goal.bound
    values = inputs(case)
    made = {**asked.lines(case, stages(case)), "asked": asked.of_months(case, [(period.first, period.last)])}
    for name, one in made.items():
        values[name] = rule.evaluate(one, values)
    return rule.figure(made["asked"], values)


def achieved_in(period: Period, case: Case, kind: Kind) -> Interval | None:
    """Return what the readings within a period amount to, be it the part of a year of what starts anew each year.

    None where one of them speaks of days before it as well.
    """
    if case.target.cumulative:
        return _grown(_up_to_now(period, case), case)
    within = _within(period, case, kind)
    if within is None:
        return None
    if within and period.months <= YEAR and _flows(case, kind):
        return reduce(add, [reading.figure for reading in within if reading.figure is not None])
    unbound = case.target.goal._replace(interval=None, by=None, implied=None)
    return kind.measure(case._replace(goal=unbound, readings=within)).achieved if within else None


def _share(claim: Claim, case: Case, kind: Kind, actual: Interval | None) -> Comparison:
    """Return a share of a whole that no figure of the file is; a level in percent may be that share itself."""
    unknown = _part(claim) if claim.base == "part" else _no_whole(claim)
    if not case.unit.percent or kind.dated or actual is None:
        return Comparison(actual, missing=unknown)
    return Comparison(actual, None, divide(actual, _HUNDRED), doubt=unknown)


def goal_is_of_year(case: Case) -> bool:
    """Say whether the goal is for a time of no more than a year, so that the plan of the year can be no other."""
    return case.term.months <= YEAR


def about_goal(case: Case) -> tuple[Claim, ...]:
    """Return the claims of a target that are about its goal.

    Where all name somebody's plan, that is the goal of the file if they name the same one.
    """
    year = case.term.year_of(case.term.first)
    found = tuple(
        claim
        for claim in case.target.claims
        if claim.about_whole_target or (claim.about_a_plan and goal_is_of_year(case) and claim.year in (None, year))
    )
    unnamed = tuple(claim for claim in found if not claim.plan)
    return unnamed or (found if len({claim.plan for claim in found}) == 1 else ())


def _of_year(claim: Claim, case: Case, kind: Kind, measure: Measure) -> list[Comparison]:
    """Return what a year came to so far against the goal of that year, and the latest part of it alone."""
    if goal_is_of_year(case) and claim.year in (None, case.term.year_of(case.term.first)):
        return _of_goal(case, kind, measure)
    of_each = bool(case.goal.path) or case.goal.every != "term"
    if claim.base == "estimate" and not of_each:
        return [one._replace(doubt=_which_plan(claim)) for one in _of_goal(case, kind, measure)]
    year = _year_of(claim, case)
    base = _goal_of(year, case, kind) if of_each and year is not None else None
    if year is None or base is None:
        return [Comparison(measure.achieved, missing=_no_year_plan(claim))]
    binds = kind.adds_up or case.goal.every_year or bool(case.goal.path)
    by_share = case.goal.direction == "higher" or claim.sense in ("points", "difference")
    sure = binds and by_share and year.within(case.term) and not case.target.amendments
    doubt = None if sure else _which_plan(claim)
    actual = achieved_in(claim.period or year, case, kind)
    found = [_apart(actual, base, None if actual else _no_reading(year))._replace(doubt=doubt)]
    latest = case.readings[-1].period if case.readings else None
    if claim.period is None and latest is not None and latest.within(year) and latest != year:
        alone = _known_in(latest, case, kind)
        found += [] if alone is None or alone == actual else [_apart(alone, base)._replace(doubt=doubt)]
    return found


def _of_latest_year(claim: Claim, case: Case, kind: Kind, measure: Measure) -> list[Comparison]:
    """Return the latest year against its own goal, which words that name no time may mean as well as the whole.

    The way down to the goal of one year is not worked out, so that a share of it is left open.
    """
    unasked = claim.whole or claim.sense == "early" or kind.counts_years or kind.dated or goal_is_of_year(case)
    if unasked or (not case.goal.path and case.goal.every == "term"):
        return []
    found = _of_year(claim._replace(base="year"), case, kind, measure)
    known = [one for one in found if one.actual is not None and one.base is not None]
    return known if measure.of == "way" else [one._replace(doubt=None) for one in known]


def _year_of(claim: Claim, case: Case) -> Period | None:
    """Return the year of whose plan a claim speaks: the one that it names, else that of the latest reading."""
    if claim.year is not None:
        return case.term.year(claim.year)
    latest = claim.period or (case.readings[-1].period if case.readings else None)
    return None if latest is None else case.term.year(case.term.year_of(latest.last))


def _goal_of(year: Period, case: Case, kind: Kind) -> Interval | None:
    goal = case.goal
    if kind.adds_up:
        return _asked_of(year, case)
    if not goal.path:
        return goal.bound
    step = dict(goal.path).get(int(year.text))
    return None if step is None else exactly(bound_of(step, goal.measured_against))


def _within(period: Period, case: Case, kind: Kind) -> tuple[Reading, ...] | None:
    """Return the readings within a period; None where one of what adds up speaks of days before it as well.

    One of a single day speaks of the time since the one before.
    """
    spans = spoken_of(case.readings, case.moment)
    own = [
        (reading, first)
        for reading, (first, _) in zip(case.readings, spans, strict=True)
        if reading.period is not None and reading.period.within(period)
    ]
    if _flows(case, kind) and any(first < max(period.first, case.term.first) for _, first in own):
        return None
    return tuple(reading for reading, _ in own)


def _up_to_now(period: Period, case: Case) -> Period:
    """Return the days of a period that lie in the term, up to the latest reading."""
    last = min(period.last, case.readings[-1].last_day) if case.readings else period.last
    return Period(max(period.first, case.term.first), last, period.text)


def _grown(period: Period, case: Case) -> Interval | None:
    """Return what running totals have grown by in a period; None where they do not tell of both ends."""

    def at_end_of(day: date) -> Interval | None:
        if day == case.term.first - _DAY:
            return exactly(0)
        own = [one.figure for one in case.readings if one.period is not None and one.period.last == day]
        return own[-1] if own else None

    before, after = at_end_of(period.first - _DAY), at_end_of(period.last)
    return None if before is None or after is None else subtract(after, before)


def _with_doubt(claim: Claim, found: Comparison) -> Comparison:
    return found._replace(doubt=_which_plan(claim)) if claim.plan and found.doubt is None else found


def doubt_of_status(claim: Claim, case: Case) -> Message | None:
    """Return why a status may be said of another goal than that of the file; None where it is not."""
    other_year = claim.base == "year" and not (goal_is_of_year(case) and claim.year is None)
    return _which_plan(claim) if claim.plan or other_year or claim.base in ("estimate", "other") else None


class _Pair(NamedTuple):
    """A period and the earlier one that it is held against, and what each came to, None where that is not known."""

    later: Period
    before: Period
    actual: Interval | None
    base: Interval | None

    @property
    def known(self) -> bool:
        """Whether both figures are."""
        return self.actual is not None and self.base is not None


def _since(claim: Claim, case: Case, kind: Kind) -> list[Comparison]:
    """Return the latest period, and the year so far, against the earlier one that the words name."""
    pairs = [
        _Pair(now, before, _known_in(now, case, kind), _known_before(before, case, kind))
        for now in _now(claim, case, kind)
        for before in _earlier(claim, now, case, kind)
    ]
    found = [_apart(pair.actual, pair.base) for pair in pairs if pair.known]
    if found and not _may_mean_more(claim, case, kind, pairs):
        return found
    baseline = _by_baseline(case, kind, pairs)
    if not found and baseline is None:
        missing = next((pair.later if pair.actual is None else pair.before for pair in pairs), claim.against)
        return [Comparison(missing=_no_reading(missing))]
    return [one._replace(doubt=_which_before(claim)) for one in (*found, *([baseline] if baseline else []))]


def _may_mean_more(claim: Claim, case: Case, kind: Kind, pairs: list[_Pair]) -> bool:
    """Say whether the words may mean figures that the file does not have.

    Against a year that they name they mean the latest whole one, and no part of the year that runs; against that before
    the period they mean the baseline.
    """
    known = [pair for pair in pairs if pair.known]
    if any(_is_baseline(pair.before, case, kind) for pair in known):
        return False
    whole = max((pair.later.last for pair in known if pair.later.months >= YEAR), default=date.min)
    named = claim.against is not None
    return any(not pair.known and not (named and pair.later.first > whole > date.min) for pair in pairs)


def _now(claim: Claim, case: Case, kind: Kind) -> Iterator[Period]:
    """Return the periods that a claim about the latest figures may be about."""
    if claim.period is not None:
        yield claim.period
        return
    latest = case.readings[-1].period if case.readings else None
    if latest is None:
        return
    year = case.term.year(case.term.year_of(latest.last))
    if not case.target.cumulative:
        yield latest
    if not _flows(case, kind):
        return
    so_far = Period(year.first, latest.last, f"{year.text}..{latest.text}")
    if case.target.cumulative or year.first < latest.first:
        yield so_far
    if claim.against is not None and claim.against.months < YEAR:
        back = case.term.year_of(claim.against.last) - case.term.year_of(latest.last)
        same = _earlier_by(claim.against, back)
        if same[:2] not in (latest[:2], so_far[:2]):
            yield same
    elif claim.against is not None or claim.base == "last year":
        whole = _latest_whole_year(case, kind)
        told = whole and (claim.against is not None or _known_before(_earlier_by(whole, 1), case, kind) is not None)
        if whole is not None and told and whole[:2] not in (latest[:2], so_far[:2]):
            yield whole


def _latest_whole_year(case: Case, kind: Kind) -> Period | None:
    """Return the latest year that the readings speak of from its beginning to its end."""
    years = {case.term.year_of(one.period.last) for one in case.readings if one.period is not None}
    whole = (case.term.year(year) for year in sorted(years, reverse=True))
    return next((year for year in whole if _known_in(year, case, kind) is not None), None)


def _flows(case: Case, kind: Kind) -> bool:
    """Say whether a longer time has more: what adds up, and what starts anew each year."""
    return kind.adds_up or kind.combined(case.unit) == "total"


def _earlier(claim: Claim, now: Period, case: Case, kind: Kind) -> Iterator[Period]:
    """Return the periods that `now` may be compared with: of a part of a year, a year or the same part of it.

    A part of what a longer time has more of is compared with the same part alone.
    """
    year = case.term.year_of(now.last)
    if claim.base == "year end":
        last = case.term.year(year - 1).last
        yield Period(last, last, last.isoformat())
        return
    against = claim.against or (case.term.year(year - 1) if claim.base == "last year" else None)
    if against is not None:
        if against.last < now.last and (not _flows(case, kind) or against.months == now.months):
            yield against
        if against.months < YEAR or now.months >= YEAR:
            return
    back = year - (claim.year or (year - 1 if against is None else case.term.year_of(against.last)))
    if back > 0:
        yield _earlier_by(now, back)


def _earlier_by(period: Period, years: int) -> Period:
    """Return the same time so many years before."""
    named = _named(period, years)
    return Period(_years_before(period.first, years), _years_before(period.last, years), named)


def _years_before(day: date, years: int) -> date:
    if (day + _DAY).month != day.month:  # the last day of a month, which February has on another day
        after = day + _DAY
        return date(after.year - years, after.month, 1) - _DAY
    return day.replace(year=day.year - years)


def _named(now: Period, back: int) -> str:
    """Return the name of the same time of an earlier year."""
    return re.sub(r"\b[12][0-9]{3}\b", lambda year: str(int(year[0]) - back), now.text)


def _known_in(period: Period, case: Case, kind: Kind) -> Interval | None:
    """Return what a period came to: of what adds up only where readings speak of all of it.

    Of what does not, what was at its end, or the only figure of it.
    """
    if case.target.cumulative:
        return _grown(period, case)
    if not _flows(case, kind):
        at_end = [reading for reading in case.readings if _ends(reading, period)]
        within = [one for one in case.readings if one.period is not None and one.period.within(period)]
        only = within[0].figure if len(within) == 1 else None
        return at_end[-1].figure if at_end else only
    if period.first == period.last:
        return None
    spans: list[Span] = [
        (reading.period.first, reading.period.last)
        for reading in case.readings
        if reading.period is not None and reading.period.within(period) and reading.period.days > 1
    ]
    whole = months_in(merged(spans, (period.first, period.last))) == period.months
    return achieved_in(period, case, kind) if whole else None


def _ends(reading: Reading, period: Period) -> bool:
    """Say whether a reading is of the end of a period: of its last day, or of a time within it that ends then."""
    own = reading.period
    return own is not None and own.last == period.last and (period.days == 1 or own.within(period) or own.days == 1)


def _known_before(period: Period, case: Case, kind: Kind) -> Interval | None:
    """Return what an earlier period came to; of the one that ends as the period of the target begins, the baseline."""
    found = _known_in(period, case, kind)
    return case.baseline if found is None and _is_baseline(period, case, kind) else found


def _is_baseline(period: Period, case: Case, kind: Kind) -> bool:
    """Say whether the baseline is the figure of a period: the last day before that of the target, or the year."""
    ends = period.last == case.term.first - _DAY and (not _flows(case, kind) or period.months == YEAR)
    return ends and case.baseline is not None and not kind.adds_up


def _by_baseline(case: Case, kind: Kind, pairs: list[_Pair]) -> Comparison | None:
    """Return the comparison of a level with that before the period, where the words name a time before it."""
    if case.baseline is None or kind.adds_up:
        return None
    for pair in pairs:
        whole = not _flows(case, kind) or pair.before.months == YEAR
        if pair.before.last < case.term.first and whole and pair.actual is not None:
            return _apart(pair.actual, case.baseline)
    return None


def _since_anything(claim: Claim, case: Case, kind: Kind, measure: Measure) -> list[Comparison]:
    """Return the comparisons with all that the file has from before: words that name nothing may mean any of them."""
    actual = measure.achieved if claim.period is None else achieved_in(claim.period, case, kind)
    found = [one for one in _since(claim._replace(base="year before"), case, kind) if one.base is not None]
    base = _base_of(claim, case, kind)
    if base is not None:
        found.insert(0, _apart(actual, base))
    if not found:
        return [Comparison(actual, missing=_unsaid(claim))]
    return [one._replace(doubt=_unsaid(claim)) for one in found]


def _which_plan(claim: Claim) -> Message:
    return message(
        "whether the plan of “{published}” is the goal of this file is not said, name its figure by `of`",
        "chưa rõ kế hoạch nêu trong “{published}” có phải là chỉ tiêu trong tệp này không, ghi số kế hoạch ở `so với`",
        published=claim.text,
    )


def _no_year_plan(claim: Claim) -> Message:
    return message(
        "the file does not have the plan of one year that “{published}” is measured against, name its figure by `of`",
        "tệp không có kế hoạch năm để đối chiếu “{published}”, ghi số kế hoạch ở `so với`",
        published=claim.text,
    )


def _not_in_file(claim: Claim) -> Message:
    return message(
        "the file does not have what “{published}” is compared with, name its figure by `of`",
        "tệp không có mức dùng để so sánh với “{published}”, ghi mức đó ở `so với`",
        published=claim.text,
    )


def _no_whole(claim: Claim) -> Message:
    return message(
        "“{published}” is a share of something that the file does not have, name that figure by `of`",
        "“{published}” là tỷ lệ so với một tổng số không có trong tệp, ghi tổng số đó ở `so với`",
        published=claim.text,
    )


def _part(claim: Claim) -> Message:
    return message(
        "“{published}” is about a part that this target does not count, make it a target of its own",
        "“{published}” nói về một bộ phận mà chỉ tiêu này không tính, ghi thành một chỉ tiêu riêng",
        published=claim.text,
    )


def _which_years(claim: Claim) -> Message:
    return message(
        "“{published}” does not say from when to when the years are counted",
        "“{published}” không nêu tính bình quân từ năm nào đến năm nào",
        published=claim.text,
    )


def _no_mean(claim: Claim) -> Message:
    return message(
        "the file does not have what “{published}” is the yearly mean of: a baseline and a later figure",
        "tệp không có đủ mức đầu kỳ và số liệu về sau để tính bình quân năm như “{published}”",
        published=claim.text,
    )


def _no_amounts() -> Message:
    return message(
        "places and grades do not grow by a share or a number",
        "thứ hạng và mức xếp loại không tính được mức tăng, giảm",
    )


def _no_baseline(claim: Claim) -> Message:
    return message(
        "the file has no level from before the period to compare “{published}” with, write the `baseline`",
        "tệp không có mức đầu kỳ để đối chiếu “{published}”, ghi thêm `mức đầu kỳ`",
        published=claim.text,
    )


def _no_reading(period: Period | None) -> Message:
    if period is None:
        return message(
            "there is no reading of a period to compare with an earlier one",
            "chưa có số liệu theo kỳ để so sánh với kỳ trước",
        )
    return message(
        "there is no reading for {period} to compare with", "chưa có số liệu {period} để so sánh", period=period.name
    )


def _which_before(claim: Claim) -> Message:
    return message(
        "whether “{published}” compares these figures is not said, name the figure compared with by `of`",
        "chưa rõ “{published}” so sánh với số liệu nào, ghi số dùng để so sánh ở `so với`",
        published=claim.text,
    )


def _unsaid(claim: Claim) -> Message:
    return message(
        "“{published}” does not say since when, name the period by `against` or the figure by `of`",
        "“{published}” không nêu so với thời điểm nào, ghi kỳ so sánh ở `so với kỳ` hoặc số so sánh ở `so với`",
        published=claim.text,
    )
