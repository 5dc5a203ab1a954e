"""The claims of a resolution, judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from partykpi import findings
from partykpi.core.claims.inputs import Facts
from partykpi.core.claims.judge import judge
from partykpi.core.claims.model import Judgement, SummaryJudgement, Verdict
from partykpi.core.figure import Interval, divide
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case, Measure
from partykpi.core.model import Claim, Period, Status
from partykpi.problem import Definition, Finding, Value, find, message

if TYPE_CHECKING:
    from partykpi.core.claims.fill_in import Supplied
    from partykpi.core.claims.infer import Implied


def judge_all(
    case: Case, kind: Kind, measure: Measure, status: Status, supplied: Supplied | None
) -> Iterator[Judgement]:
    """Judge each claim of a target by its measure, or by what it implied itself."""
    for claim in case.target.claims:
        judged = judge(claim, _facts(claim, case, kind, measure, status))
        told = supplied is not None and claim in supplied.claims
        yield _told(claim, supplied.found, judged) if supplied is not None and told else judged


def _told(claim: Claim, found: Implied, judged: Judgement) -> Judgement:
    """Return the judgement of a claim that the implied figure comes from; `judged` is by that figure itself."""
    if found.verdict in ("impossible", "ambiguous"):
        return Judgement(claim, found.verdict, found.sense, found.rounding, judged.computed, found.detail)
    detail = message("{fits}: {judged}", "{fits}: {judged}", fits=found.detail, judged=judged.detail)
    return Judgement(claim, found.verdict, found.sense, found.rounding, judged.computed, detail)


def _facts(claim: Claim, case: Case, kind: Kind, measure: Measure, status: Status) -> Facts:
    target, goal = case.target, case.goal
    percent = target.indicator.unit.percent
    if claim.status is not None:
        return Facts(status=status)
    achieved = measure.achieved
    if claim.period is not None:
        achieved = _achieved_in(claim.period, case, kind)
    base: Interval | None
    if claim.of is not None:
        base = claim.of
    elif claim.against is not None:
        base = _achieved_in(claim.against, case, kind)
    elif claim.change and target.baseline is not None:
        base = target.baseline.figure
    elif claim.change and claim.sense != "points":
        base = None
    elif claim.period is not None and goal.every_year:
        base = goal.bound
    else:
        base = kind.over_term(goal, case.term).bound
        if claim.period is None and not claim.change:
            return Facts(measure.attainment, achieved, base, percent)
    ratio = None if achieved is None or base is None else divide(achieved, base)
    return Facts(ratio, achieved, base, percent)


def _achieved_in(period: Period, case: Case, kind: Kind) -> Interval | None:
    """Return what the readings within a period amount to."""
    within = tuple(
        reading
        for reading in case.readings
        if reading.period is not None and period.first <= reading.period.first and reading.period.last <= period.last
    )
    unbound = case.target.goal._replace(interval=None, by=None, implied=None)
    return kind.measure(case._replace(goal=unbound, readings=within)).achieved if within else None


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
