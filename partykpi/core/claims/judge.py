"""Judge published figures by what they were made of.

A claim fits when the figure that it is about, computed from its inputs, lies in the interval of values that print as
the published number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from partykpi import findings
from partykpi.core.claims import wording
from partykpi.core.claims.inputs import ClaimInputs, figure_of, inputs_for, number_of
from partykpi.core.claims.model import VERDICTS, Judgement, SummaryJudgement, Verdict
from partykpi.core.figure import Interval, inside
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case, Measure
from partykpi.core.model import MET, UNDECIDED, Claim, Sense, Status
from partykpi.core.rounding import preimage, rounding_that_fits, to_nearest, which_nearest
from partykpi.core.status import STATUS_WORDS
from partykpi.problem import Finding, find, message

if TYPE_CHECKING:
    from partykpi.core.claims.fill_in import InferredFigure
    from partykpi.core.claims.infer import Inference

_OTHERS: dict[Sense, tuple[Sense, ...]] = {
    "reaches": ("exceeds", "points"),
    "exceeds": ("reaches", "points"),
    "points": ("exceeds", "reaches"),
    "times": (),
}

_UNUSUAL: tuple[Literal["cut-off", "rounded-up"], ...] = ("cut-off", "rounded-up")


def senses_tried(claim: Claim, percent: bool) -> tuple[Sense, ...]:
    """Return the senses that a claim may be meant in, the stated one first; points only of percentages.

    A number that is only an end ("over", "under") is tried in the stated sense alone: in another one it
    would be true of nearly everything.
    """
    others = () if claim.nearness in ("over", "under") else _OTHERS[claim.sense]
    return tuple(sense for sense in (claim.sense, *others) if percent or sense != "points")


def judge(claim: Claim, inputs: ClaimInputs) -> Judgement:
    """Say whether a claim can be true of known figures.

    The stated sense comes first, rounded to the nearest, cut off, then rounded up; after it the other
    senses, to the nearest and cut off. A verdict is given only where the figures prove it: where they are too
    wide to decide whether the claim fits as it is worded, it is `unverifiable`. ValueError where the claim
    has neither a number nor a status.
    """
    if claim.status is not None:
        return _judge_status(claim, claim.status, inputs.status)
    number = number_of(claim)
    computed = figure_of(claim.sense, inputs)
    if computed is not None:
        return (
            _judge_as_worded(claim, number, inputs, computed)
            or _judge_in_another_sense(claim, number, inputs, computed)
            or Judgement(
                claim, "inconsistent", claim.sense, wording.disagreement(claim, inputs, computed), computed=computed
            )
        )
    # Points between figures that are no percentages have no meaning, but the number may have been meant otherwise.
    no_points = claim.sense == "points" and not inputs.percent
    meant = _judge_in_another_sense(claim, number, inputs, None) if no_points else None
    return meant or Judgement(claim, "unverifiable", claim.sense, wording.missing_input(claim, inputs))


def _judge_as_worded(claim: Claim, number: Fraction, inputs: ClaimInputs, computed: Interval) -> Judgement | None:
    """Return the judgement of a claim in its stated sense; None where the figures rule that sense out."""
    sense = claim.sense
    fits = inside(computed, to_nearest(number, claim.decimals, claim.nearness))
    if fits:
        rounding = which_nearest(computed, number, claim.decimals, claim.nearness)
        detail = wording.statement(sense, inputs, computed, wording.decimals_beside(claim, number, computed))
        return Judgement(claim, "consistent", sense, detail, rounding, computed)
    for unusual in _UNUSUAL if fits is False and claim.nearness == "exactly" else ():
        fits = inside(computed, preimage(number, claim.decimals, unusual))
        if fits:
            detail = wording.printed_otherwise(claim, unusual, inputs, computed)
            return Judgement(claim, unusual, sense, detail, unusual, computed)
        if fits is None:
            break
    if fits is None:
        return Judgement(claim, "unverifiable", sense, wording.too_wide(claim, computed), computed=computed)
    return None


def _judge_in_another_sense(
    claim: Claim, number: Fraction, inputs: ClaimInputs, computed: Interval | None
) -> Judgement | None:
    """Return the judgement of a claim whose number fits in another sense than the stated one; None where none fits."""
    for sense in senses_tried(claim, inputs.percent):
        figure = None if sense == claim.sense else figure_of(sense, inputs)
        rounding = figure and rounding_that_fits(figure, number, claim.decimals, claim.nearness)
        if rounding:
            detail = wording.misworded(claim, sense, rounding, inputs, computed)
            return Judgement(claim, "misworded", sense, detail, rounding, computed)
    return None


def _judge_status(claim: Claim, claimed: Status, computed: Status | None) -> Judgement:
    if computed is None:
        detail = message(
            "published as “{claimed}”; no status can be computed",
            "công bố là “{claimed}”; chưa đánh giá được",
            claimed=STATUS_WORDS[claimed],
        )
        return Judgement(claim, "unverifiable", claim.sense, detail)
    verdict: Verdict
    if claimed == computed or (claimed == "achieved" and computed in MET):
        verdict = "consistent"
    elif computed in UNDECIDED:
        verdict = "unverifiable"
    else:
        verdict = "inconsistent"
    detail = message(
        "published as “{claimed}”; by the figures it is “{computed}”",
        "công bố là “{claimed}”; theo số liệu là “{computed}”",
        claimed=STATUS_WORDS[claimed],
        computed=STATUS_WORDS[computed],
    )
    return Judgement(claim, verdict, claim.sense, detail)


def judge_claims(
    case: Case, kind: Kind, measure: Measure, status: Status, inferred: InferredFigure | None
) -> Iterator[Judgement]:
    """Judge each claim of a target by its measure; those that a missing figure was inferred from by that figure."""
    for claim in case.target.claims:
        judged = judge(claim, inputs_for(claim, case, kind, measure, status))
        if inferred is not None and claim in inferred.claims:
            yield _by_inference(claim, inferred.inference, judged)
        else:
            yield judged


def _by_inference(claim: Claim, found: Inference, judged: Judgement) -> Judgement:
    """Return the judgement of a claim that a figure was inferred from; `judged` is by that figure itself."""
    detail = found.detail
    if found.single:
        detail = message("{fits}: {judged}", "{fits}: {judged}", fits=found.detail, judged=judged.detail)
    return Judgement(claim, found.verdict, found.sense, detail, found.rounding, judged.computed)


def disagreements(judgements: Sequence[Judgement | SummaryJudgement]) -> Iterator[Finding]:
    """Return a finding for each claim that disagrees: a note where that is acknowledged.

    An acknowledgement that has nothing left to acknowledge is an error.
    """
    for judgement in judgements:
        claim, known = judgement.claim, judgement.claim.acknowledged
        consequence = VERDICTS[judgement.verdict]
        if consequence.finding is not None:
            finding = find(consequence.finding, claim.place, claim=claim.text, detail=judgement.detail)
            yield finding if known is None else finding._replace(severity="note")
        elif known is not None and consequence.agrees:
            yield find(findings.STALE_ACKNOWLEDGEMENT, known.place, claim=claim.text)
