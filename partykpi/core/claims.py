"""The claims of a resolution: what they imply of a figure that is not printed, and how they are judged."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from partykpi import findings
from partykpi.core import attainment
from partykpi.core.claim import judge
from partykpi.core.facts import Facts
from partykpi.core.figure import Interval, add, at_least, divide, subtract
from partykpi.core.implied import Implied, Unknown, how_many, imply_all
from partykpi.core.judgement import Judgement, SummaryJudgement, Verdict
from partykpi.core.kinds import Kind
from partykpi.core.measure import Measure
from partykpi.core.model import Claim, Goal, Moment, Period, Reading, Status, Target
from partykpi.problem import Definition, Finding, Value, find, message


class Supplied(NamedTuple):
    """What claims supply of a target whose goal or actual is not printed.

    `missing` says which of the two; `goal` and `readings` are as they stand with it, `claims` are those that told.
    """

    missing: Literal["target", "actual"]
    goal: Goal
    readings: tuple[Reading, ...]
    found: Implied
    claims: tuple[Claim, ...]


def supply(
    target: Target, kind: Kind, goal: Goal, readings: tuple[Reading, ...], measure: Measure, moment: Moment
) -> Supplied | None:
    """Return what the claims of a target imply of the figure that is missing; None where none is, or none is told."""
    implied, missing = _implied(target, kind, goal, measure, moment) if kind.by_share else (None, None)
    if implied is None or missing is None:
        return None
    found, claims = implied
    if found.interval is not None and found.verdict != "impossible":
        if missing == "target":
            goal = _implied_goal(goal, found, target)
        else:
            readings = (Reading(claims[0].text, claims[0].place, _whole_ends(found)),)
    return Supplied(missing, goal, readings, found, claims)


def judge_all(
    target: Target,
    kind: Kind,
    goal: Goal,
    readings: tuple[Reading, ...],
    measure: Measure,
    status: Status,
    moment: Moment,
    supplied: Supplied | None,
) -> Iterator[Judgement]:
    """Judge each claim of a target by its measure, or by what it implied itself."""
    for claim in target.claims:
        judged = judge(claim, _facts(claim, target, kind, goal, readings, measure, status, moment))
        told = supplied is not None and claim in supplied.claims
        yield _told(claim, supplied.found, judged) if supplied is not None and told else judged


def _implied(
    target: Target, kind: Kind, goal: Goal, measure: Measure, moment: Moment
) -> tuple[tuple[Implied, tuple[Claim, ...]] | None, Literal["target", "actual"] | None]:
    unit = target.indicator.unit
    achieved = measure.achieved
    if not goal.known and achieved is not None:
        unknown = Unknown(
            lambda share: attainment.bound_from_share(share, target, achieved),
            lambda points: subtract(achieved, points),
            unit.counted,
        )
        return imply_all(target.claims, unknown, unit.percent), "target"
    whole = kind.over_term(goal, moment.term)
    bound = whole.bound
    if bound is not None and not target.readings:
        unknown = Unknown(
            lambda share: attainment.achieved_from_share(share, target, whole),
            lambda points: add(bound, points),
            unit.counted,
            may_be_zero=True,
        )
        return imply_all(target.claims, unknown, unit.percent), "actual"
    return None, None


def _whole_ends(found: Implied) -> Interval:
    """Return the implied interval, of whole things from the first whole number in it to the last."""
    assert found.interval is not None
    if found.whole is not None and how_many(found.whole):
        return Interval(Fraction(found.whole.start), Fraction(found.whole.stop - 1))
    return found.interval


def _implied_goal(goal: Goal, found: Implied, target: Target) -> Goal:
    bound = _whole_ends(found)
    interval: Interval | None = None
    if bound.exact is not None:
        higher = target.indicator.better == "higher"
        interval = at_least(bound.exact) if higher else Interval(None, bound.exact)
    return goal._replace(interval=interval, implied=bound)


def _told(claim: Claim, found: Implied, judged: Judgement) -> Judgement:
    """Return the judgement of a claim that the implied figure comes from; `judged` is by that figure itself."""
    if found.verdict in ("impossible", "ambiguous"):
        return Judgement(claim, found.verdict, found.sense, found.rounding, judged.computed, found.detail)
    detail = message("{fits}: {judged}", "{fits}: {judged}", fits=found.detail, judged=judged.detail)
    return Judgement(claim, found.verdict, found.sense, found.rounding, judged.computed, detail)


def _facts(
    claim: Claim,
    target: Target,
    kind: Kind,
    goal: Goal,
    readings: tuple[Reading, ...],
    measure: Measure,
    status: Status,
    moment: Moment,
) -> Facts:
    percent = target.indicator.unit.percent
    if claim.status is not None:
        return Facts(status=status)
    achieved = measure.achieved
    if claim.period is not None:
        achieved = _achieved_in(claim.period, target, kind, readings, moment)
    base: Interval | None
    if claim.of is not None:
        base = claim.of
    elif claim.against is not None:
        base = _achieved_in(claim.against, target, kind, readings, moment)
    elif claim.change and target.baseline is not None:
        base = target.baseline.figure
    elif claim.change and claim.sense != "points":
        base = None
    elif claim.period is not None and goal.every_year:
        base = goal.bound
    else:
        base = kind.over_term(goal, moment.term).bound
        if claim.period is None and not claim.change:
            return Facts(measure.attainment, achieved, base, percent)
    ratio = None if achieved is None or base is None else divide(achieved, base)
    return Facts(ratio, achieved, base, percent)


def _achieved_in(
    period: Period, target: Target, kind: Kind, readings: tuple[Reading, ...], moment: Moment
) -> Interval | None:
    """Return what the readings within a period amount to."""
    within = tuple(
        reading
        for reading in readings
        if reading.period is not None and period.first <= reading.period.first and reading.period.last <= period.last
    )
    unbound = target.goal._replace(interval=None, by=None, implied=None)
    return kind.measure(target, within, unbound, moment).achieved if within else None


_OF_VERDICT: dict[Verdict, Definition] = {
    "inconsistent": findings.CLAIM_INCONSISTENT,
    "impossible": findings.CLAIM_IMPOSSIBLE,
    "cut-off": findings.CLAIM_CUT_OFF,
    "rounded-up": findings.CLAIM_ROUNDED_UP,
    "misworded": findings.CLAIM_MISWORDED,
}


def disagreements(judgements: Sequence[Judgement | SummaryJudgement]) -> Iterator[Finding]:
    """Return a finding for each claim that disagrees: a note where that is acknowledged.

    An acknowledgement that has nothing left to acknowledge is an error.
    """
    for judgement in judgements:
        claim = judgement.claim
        definition = _OF_VERDICT.get(judgement.verdict)
        if definition is not None:
            severity = definition.severity if claim.acknowledged is None else "note"
            values: dict[str, Value] = {"claim": claim.text, "detail": judgement.detail}
            yield Finding(definition, claim.place, values, severity)
        elif claim.acknowledged is not None and judgement.verdict in ("consistent", "implied", "ambiguous"):
            yield find(findings.STALE_ACKNOWLEDGEMENT, claim.acknowledged.place, claim=claim.text)
