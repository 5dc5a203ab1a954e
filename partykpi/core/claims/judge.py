"""Judge published figures by what they were made of.

A claim fits when the figure that it is about, computed from its inputs, lies in the interval of values that print as
the published number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Literal

from partykpi import findings
from partykpi.core.claims import wording
from partykpi.core.claims.bases import figures_of
from partykpi.core.claims.early import by_names, how_early_at_most, whole_units
from partykpi.core.claims.inputs import (
    ClaimInputs,
    as_rounded,
    before_rounding,
    figure_of,
    inputs_for,
    inputs_of_pair,
    meant_by,
    number_of,
    unrounded_pair,
)
from partykpi.core.claims.model import VERDICTS, Judgement, SummaryJudgement, Verdict
from partykpi.core.figure import Interval, inside, intersect
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case, Measure
from partykpi.core.model import MET, UNDECIDED, Claim, Pair, Sense, Status
from partykpi.core.rounding import preimage, rounding_that_fits, to_nearest, which_nearest
from partykpi.core.status import STATUS_WORDS
from partykpi.problem import Definition, Finding, Value, find, message

if TYPE_CHECKING:
    from partykpi.core.claims.fill_in import InferredFigure
    from partykpi.core.claims.infer import Inference

_OTHERS: dict[Sense, tuple[Sense, ...]] = {
    "reaches": ("exceeds", "points"),
    "exceeds": ("reaches", "points"),
    "points": ("exceeds", "reaches"),
    "times": (),
    "share": (),
    "difference": (),
    "early": (),
    "level": (),
    "mean": (),
}

Before = Callable[[], ClaimInputs | None]
"""What returns the inputs of a claim by the values that readings can have been rounded from; asked where it matters."""

_HUNDRED = Fraction(100)

_THAT_FITS = message("the wording that fits", "từ ngữ đúng với số liệu")

_UNUSUAL: tuple[Literal["cut-off", "rounded-up"], ...] = ("cut-off", "rounded-up")


def senses_tried(claim: Claim, percent: bool) -> tuple[Sense, ...]:
    """Return the senses that a claim may be meant in, the stated one first; points only of percentages.

    A number that is only an end ("over", "under") is tried in the stated sense alone: in another one it
    would be true of nearly everything.
    """
    others = () if claim.nearness in ("over", "under") else _OTHERS[claim.sense]
    return tuple(sense for sense in (claim.sense, *others) if percent or sense != "points")


def _senses_judged(claim: Claim, inputs: ClaimInputs) -> tuple[Sense, ...]:
    """Return the senses that a claim may be meant in by its figures: that of a percentage itself too, be it an end."""
    itself: tuple[Sense, ...] = () if inputs.level is None else ("share",)
    return senses_tried(claim, inputs.percent) + itself


def judge(claim: Claim, inputs: ClaimInputs, before: Before | None = None) -> Judgement:
    """Say whether a claim can be true of known figures.

    The stated sense comes first: rounded to the nearest; so by the values that the readings can have been rounded from
    (what `before` returns, if anything); cut off, then rounded up. After it come the other senses, to the nearest
    and cut off. A verdict is given only where the figures prove it: where they are too wide to decide whether the claim
    fits as it is worded, it is `unverifiable`. ValueError where the claim has neither a number nor a status.
    """
    if claim.status is not None:
        return _judge_status(claim, claim.status, inputs)
    number = number_of(claim)
    if claim.sense == "early":
        return _judge_early(claim, number, inputs)
    computed = figure_of(claim.sense, inputs)
    if computed is not None:
        return (
            _judge_goal(claim, inputs)
            or _judge_as_worded(claim, inputs, before, computed)
            or _judge_in_another_sense(claim, inputs, computed)
            or Judgement(
                claim, "inconsistent", claim.sense, wording.disagreement(claim, inputs, computed), computed=computed
            )
        )
    # Points between figures that are no percentages have no meaning, but the number may have been meant otherwise.
    no_points = claim.sense == "points" and not inputs.percent
    meant = _judge_in_another_sense(claim, inputs, None) if no_points else None
    return meant or Judgement(claim, "unverifiable", claim.sense, wording.missing_input(claim, inputs))


def _judge_goal(claim: Claim, inputs: ClaimInputs) -> Judgement | None:
    """Return the judgement of a claim that prints another goal than that of the file; None of any other."""
    if claim.goal is None or (inputs.base is not None and inputs.base == claim.goal):
        return None
    if inputs.base is None:
        return Judgement(claim, "unverifiable", claim.sense, wording.no_goal())
    return Judgement(claim, "inconsistent", claim.sense, wording.another_goal(claim, inputs.base))


def _judge_as_worded(claim: Claim, inputs: ClaimInputs, before: Before | None, computed: Interval) -> Judgement | None:
    """Return the judgement of a claim in its stated sense; None where the figures rule that sense out."""
    sense = claim.sense
    number = meant_by(claim, sense, inputs, computed)
    printed = to_nearest(number, claim.decimals, claim.nearness)
    fits = inside(computed, printed)
    if fits:
        rounding = which_nearest(computed, number, claim.decimals, claim.nearness)
        detail = wording.statement(sense, inputs, computed, wording.decimals_beside(claim, number, computed))
        beside = _beside(claim, inputs, computed)
        if beside is not None and _HUNDRED in computed and inputs.called is not None:
            detail = wording.but_called(detail, inputs.called)
        return Judgement(claim, "consistent", sense, detail, rounding, computed, beside)
    unrounded = before() if fits is False and before is not None else None
    wide = unrounded and figure_of(sense, unrounded)
    if wide is not None and inside(wide, printed) is not False:
        detail = wording.within_rounding(claim, inputs, computed, wide)
        return Judgement(claim, "possible", sense, detail, None, computed, _beside(claim, inputs, computed))
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


def _beside(claim: Claim, inputs: ClaimInputs, computed: Interval) -> Definition | None:
    """Return what is found at a claim that fits: that it says 100% of a goal that is not met.

    What makes 100% exactly may still be met, or be a limit that is used up, until it is unmet for good.
    """
    hundred = claim.sense == "reaches" and claim.number == _HUNDRED and claim.nearness == "exactly"
    short = inputs.unmet and claim.about_whole_target and (inputs.final or _HUNDRED not in computed)
    return findings.HUNDRED_UNMET if hundred and short else None


def _judge_early(claim: Claim, number: Fraction, inputs: ClaimInputs) -> Judgement:
    """Judge how long before its date a goal was met: by the last day that it can have been, else by any of them."""
    if inputs.unmet and inputs.arrival is None:
        return Judgement(claim, "inconsistent", "early", wording.not_met())
    computed, arrived, unit = figure_of("early", inputs), inputs.arrival, inputs.unit
    if computed is None or arrived is None or unit is None:
        return Judgement(claim, "unverifiable", "early", wording.missing_input(claim, inputs))
    is_whole = claim.nearness == "exactly" and not claim.decimals
    worded = None if is_whole else _judge_as_worded(claim, inputs, None, computed)
    if worded is not None and worded.verdict == "consistent":
        return worded
    printed = whole_units(number, unit) if is_whole else to_nearest(number, claim.decimals, claim.nearness)
    named = by_names(arrived, unit) if is_whole else frozenset()
    fits = inside(computed, printed) or named == {number} or inside(how_early_at_most(arrived, unit), printed)
    if fits is False and number not in named:
        detail = wording.disagreement(claim, inputs, computed)
        return worded or Judgement(claim, "inconsistent", "early", detail, computed=computed)
    detail = wording.statement("early", inputs, computed, wording.decimals_beside(claim, number, computed))
    return Judgement(claim, "consistent" if fits else "unverifiable", "early", detail, computed=computed)


def _judge_in_another_sense(claim: Claim, inputs: ClaimInputs, computed: Interval | None) -> Judgement | None:
    """Return the judgement of a claim whose number fits in another sense than the stated one; None where none fits."""
    for sense in _senses_judged(claim, inputs):
        figure = None if sense == claim.sense else figure_of(sense, inputs)
        if figure is None:
            continue
        number = meant_by(claim, sense, inputs, figure)
        rounding = rounding_that_fits(figure, number, claim.decimals, claim.nearness)
        if rounding:
            detail = wording.misworded(claim, sense, rounding, inputs, computed)
            right = wording.right_wordings(claim, sense, inputs, computed)
            return Judgement(claim, "misworded", sense, detail, rounding, computed, wordings=right)
    return None


def _judge_status(claim: Claim, claimed: Status, inputs: ClaimInputs) -> Judgement:
    computed, years = inputs.status, inputs.so_far
    if years is not None and years.holds:
        return Judgement(claim, "consistent", claim.sense, wording.of_years_so_far(claimed, years))
    if computed is None:
        detail = message(
            "published as “{published}”; no status can be computed",
            "công bố là “{published}”; chưa đánh giá được",
            published=claim.text,
        )
        return Judgement(claim, "unverifiable", claim.sense, detail)
    verdict: Verdict
    fits = claimed == computed or _covers(claimed, computed) or (claimed == "nearly" and inputs.near)
    if fits and (inputs.done or not claim.done_late):
        verdict = "consistent"
    elif computed in UNDECIDED or (years is not None and years.holds is None):
        verdict = "unverifiable"
    else:
        verdict = "inconsistent"
    detail = message(
        "published as “{published}”; by the figures it is “{computed}”",
        "công bố là “{published}”; theo số liệu là “{computed}”",
        published=claim.text,
        computed=inputs.called or STATUS_WORDS[computed],
    )
    return Judgement(claim, verdict, claim.sense, detail)


def _covers(claimed: Status, computed: Status) -> bool:
    """Say whether the words of a status hold of another as well."""
    match claimed:
        case "achieved":
            return computed in MET
        case "missed":
            return computed == "nearly"
        case "pending":
            return computed not in MET | UNDECIDED
        case _:
            return False


def judge_claims(
    case: Case, kind: Kind, measure: Measure, status: Status, inferred: InferredFigure | None
) -> Iterator[Judgement]:
    """Judge each claim of a target by its measure; those that a missing figure was inferred from by that figure."""
    for claim in case.target.claims:
        judged = _judge_each_way(claim, case, kind, measure, status)
        if inferred is not None and claim in inferred.claims:
            yield _by_inference(claim, inferred.inference, judged)
        else:
            yield judged


def _judge_each_way(claim: Claim, case: Case, kind: Kind, measure: Measure, status: Status) -> Judgement:
    """Judge a claim each way that it may be meant: it is right if one way it is, and wrong only where none is open."""
    if claim.grown:
        more = _judge_each_way(claim._replace(grown=False, number=number_of(claim) + 1), case, kind, measure, status)
        as_many = _judge_each_way(claim._replace(grown=False), case, kind, measure, status)
        return next((one for one in (as_many, more) if VERDICTS[one.verdict].agrees), as_many)._replace(claim=claim)
    by_pair = None if claim.pair is None else _judge_by_pair(claim, claim.pair, case, kind, measure)
    if by_pair is not None:
        return by_pair
    ways = inputs_for(claim, case, kind, measure, status)
    found: list[Judgement] = []
    for place, inputs in enumerate(ways):
        judged = judge(claim, inputs, partial(_before_rounding, claim, case, kind, status, place))
        if VERDICTS[judged.verdict].agrees:
            return judged
        found.append(judged)
    for judged, inputs in zip(found, ways, strict=True):
        if inputs.doubt is None and judged.rounding is not None:
            return judged  # nearly right, by figures that it surely names
    first = found[0]
    doubt = next((inputs.doubt for inputs in ways if inputs.doubt is not None), None)
    if doubt is None or first.verdict == "unverifiable":
        return first
    detail = doubt
    if claim.sense != "share":
        detail = message("{stated}; {doubt}", "{stated}; {doubt}", stated=first.detail, doubt=doubt)
    return Judgement(claim, "unverifiable", claim.sense, detail, computed=first.computed)


def _judge_by_pair(claim: Claim, pair: Pair, case: Case, kind: Kind, measure: Measure) -> Judgement | None:
    """Judge a claim by the two figures beside it, of which the first has to be one of the file's to be right.

    None where these are counts beside a percentage, which the level itself has to be.
    """
    judged = judge(claim, inputs_of_pair(claim, pair, case), partial(unrounded_pair, claim, pair, case))
    if not VERDICTS[judged.verdict].agrees:
        return judged
    part = before_rounding(pair.part, pair.part_step)
    for looked_at in (case, as_rounded(case)):
        figures = () if looked_at is None else figures_of(claim, looked_at, kind, kind.measure(looked_at))
        if part is not None and any(intersect(part, figure) is not None for figure in figures):
            return judged
    if case.unit.percent and claim.sense == "share":
        return None
    detail = wording.not_in_file(claim, judged.detail, pair)
    return Judgement(claim, "unverifiable", claim.sense, detail, computed=judged.computed)


def _before_rounding(claim: Claim, case: Case, kind: Kind, status: Status, place: int) -> ClaimInputs | None:
    """Return what a claim is judged by where readings are what they can have been rounded from; None where none was."""
    rounded = as_rounded(case)
    ways = [] if rounded is None else inputs_for(claim, rounded, kind, kind.measure(rounded), status)
    return ways[place] if place < len(ways) else None


def _by_inference(claim: Claim, found: Inference, judged: Judgement) -> Judgement:
    """Return the judgement of a claim that a figure was inferred from; `judged` is by that figure itself."""
    detail = found.detail
    if found.single:
        detail = message("{fits}: {judged}", "{fits}: {judged}", fits=found.detail, judged=judged.detail)
    return Judgement(
        claim, found.verdict, found.sense, detail, found.rounding, judged.computed, wordings=judged.wordings
    )


def _written(judgement: Judgement | SummaryJudgement) -> dict[str, Value]:
    """Return a claim as a file has it beside the reason why it stands: what it is called, and what was published."""
    text = judgement.claim.text
    if isinstance(judgement, Judgement):
        return {"key": "figure", "published": f"'{text}'" if '"' in text else f'"{text}"'}
    key, _, published = text.partition(": ")
    return {"key": key, "published": published}


def disagreements(judgements: Sequence[Judgement | SummaryJudgement]) -> Iterator[Finding]:
    """Return a finding for each claim that disagrees: a note where that is acknowledged.

    An acknowledgement that has nothing left to acknowledge is an error.
    """
    for judgement in judgements:
        claim, known = judgement.claim, judgement.claim.acknowledged
        if judgement.finding is not None:
            values: dict[str, Value] = {"claim": claim.text, "detail": judgement.detail, **_written(judgement)}
            if isinstance(judgement, Judgement):
                values["wordings"] = judgement.wordings or _THAT_FITS
            finding = find(judgement.finding, claim.place, **values)
            yield finding if known is None else finding._replace(severity="note")
        elif known is not None and VERDICTS[judgement.verdict].agrees:
            yield find(findings.STALE_ACKNOWLEDGEMENT, known.place, claim=claim.text)
