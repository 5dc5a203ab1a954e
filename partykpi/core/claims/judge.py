"""Judge a published figure by what it was made of.

A claim fits when the figure that it speaks of, computed from the facts, lies in the interval of values that
print as the published number.
"""

from typing import Literal

from partykpi.core.claims.inputs import Facts, figure_of, number_of
from partykpi.core.claims.model import Judgement, Verdict
from partykpi.core.claims.wording import (
    disagreement,
    missing_fact,
    misworded,
    printed_otherwise,
    statement,
    telling_decimals,
    too_wide,
)
from partykpi.core.figure import inside
from partykpi.core.model import MET, UNDECIDED, Claim, Nearness, Sense, Status
from partykpi.core.rounding import preimage, rounding_that_fits, to_nearest, which_nearest
from partykpi.core.status import STATUS_WORDS
from partykpi.problem import message

_OTHERS: dict[Sense, tuple[Sense, ...]] = {
    "reaches": ("exceeds", "points"),
    "exceeds": ("reaches", "points"),
    "points": ("exceeds", "reaches"),
    "times": (),
}


def senses_tried(sense: Sense, nearness: Nearness, percent: bool) -> tuple[Sense, ...]:
    """Return the senses that a claim may be meant in, the stated one first; points only of percentages.

    A number that is only an end ("over", "under") is tried in the stated sense alone: in another one it
    would be true of nearly everything.
    """
    others = () if nearness in ("over", "under") else _OTHERS[sense]
    return tuple(tried for tried in (sense, *others) if percent or tried != "points")


def judge(claim: Claim, facts: Facts) -> Judgement:
    """Say whether a claim can be true of known figures.

    The stated sense comes first, rounded to the nearest, cut off, then rounded up; after it the other
    senses, to the nearest and cut off. A verdict is given only where the facts prove it: where they are too
    wide to tell whether the claim fits as it is worded, it is `unverifiable`. ValueError where the claim
    has neither a number nor a status.
    """
    if claim.status is not None:
        return _judge_status(claim, claim.status, facts.status)
    number = number_of(claim)
    computed = figure_of(claim.sense, facts)
    if computed is None and (claim.sense != "points" or facts.percent):
        return Judgement(claim, "unverifiable", claim.sense, None, None, missing_fact(claim, facts))
    if computed is not None:
        nearest = to_nearest(number, claim.decimals, claim.nearness)
        lies = inside(computed, nearest)
        if lies:
            rounding = which_nearest(computed, number, claim.decimals, claim.nearness)
            detail = statement(claim.sense, facts, computed, telling_decimals(claim, number, computed))
            return Judgement(claim, "consistent", claim.sense, rounding, computed, detail)
        if claim.nearness == "exactly":
            others: tuple[Literal["cut-off", "rounded-up"], ...] = ("cut-off", "rounded-up")
            for other in others:
                if lies is not False:
                    break
                lies = inside(computed, preimage(number, claim.decimals, other))
                if lies:
                    detail = printed_otherwise(claim, other, facts, computed)
                    return Judgement(claim, other, claim.sense, other, computed, detail)
        if lies is None:
            return Judgement(claim, "unverifiable", claim.sense, None, computed, too_wide(claim, computed))
    for sense in senses_tried(claim.sense, claim.nearness, facts.percent):
        if sense == claim.sense:
            continue
        figure = figure_of(sense, facts)
        fits = figure and rounding_that_fits(figure, number, claim.decimals, claim.nearness)
        if fits:
            detail = misworded(claim, sense, fits, facts, computed)
            return Judgement(claim, "misworded", sense, fits, computed, detail)
    if computed is None:
        return Judgement(claim, "unverifiable", claim.sense, None, None, missing_fact(claim, facts))
    return Judgement(claim, "inconsistent", claim.sense, None, computed, disagreement(claim, facts, computed))


def _judge_status(claim: Claim, claimed: Status, computed: Status | None) -> Judgement:
    if computed is None:
        detail = message(
            "published as “{claimed}”; no status can be computed",
            "công bố là “{claimed}”; chưa đánh giá được",
            claimed=STATUS_WORDS[claimed],
        )
        return Judgement(claim, "unverifiable", claim.sense, None, None, detail)
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
    return Judgement(claim, verdict, claim.sense, None, None, detail)
