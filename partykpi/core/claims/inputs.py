"""What a claim is judged by, and the figure that it is about."""

from fractions import Fraction
from typing import NamedTuple

from partykpi.core.claims.bases import comparisons, doubt_of_status, levels, tells_places
from partykpi.core.claims.early import Arrival, arrival, how_early
from partykpi.core.claims.so_far import SoFar, so_far
from partykpi.core.figure import Interval, at_least, divide, exactly, inside, multiply, subtract
from partykpi.core.kinds import Kind
from partykpi.core.measure import Case, Measure
from partykpi.core.model import Claim, Pair, Reading, Sense, Status, Thresholds, Unit
from partykpi.core.rounding import to_nearest
from partykpi.core.status import words_for
from partykpi.problem import Message
from partykpi.text import Text

HUNDRED = exactly(100)
_ONE = exactly(1)


class ClaimInputs(NamedTuple):
    """What a claim is judged by.

    `ratio` is a share of 1: the attainment, or the actual against the other base that the claim names.
    `actual` and `base` are in one unit, which `percent` says is the percent; their difference is what a
    claim in points or in units is about; `level` is a percentage itself that a share of the goal may have been meant to
    be. `unit` is the one of the claim itself, of which one is `scale` of theirs.
    `lower` says that the less is the better. `status` is the computed one, `called` what a report calls it, and `done`
    says that the task is; `so_far` is what the years until now say of a status word; `near` says that the goal is
    nearly met, be its time over or not, `unmet` that it is surely not met, and `final` that it is so for good.
    `arrival` is when it was. What is not known is None, and `missing` may say what that is; `doubt` says why the claim
    may be about other figures than these; `change` that it is of a change from one to the other.
    """

    ratio: Interval | None = None
    actual: Interval | None = None
    base: Interval | None = None
    percent: bool = False
    level: Interval | None = None
    status: Status | None = None
    near: bool = False
    called: Text | None = None
    done: bool = False
    unit: Unit | None = None
    scale: Fraction = Fraction(1)
    lower: bool = False
    unmet: bool = False
    so_far: SoFar | None = None
    final: bool = False
    arrival: Arrival | None = None
    missing: Message | None = None
    doubt: Message | None = None
    change: bool = False


def number_of(claim: Claim) -> Fraction:
    """Return the number that a claim prints; ValueError where it is a status word."""
    if claim.number is None:
        raise ValueError("a claim has a number or a status")
    return claim.number


def _level(claim: Claim, case: Case, kind: Kind, measure: Measure) -> Interval | None:
    """Return the percentage itself that a published one may be, and no share of the goal; None where none is."""
    others = claim.of is not None or claim.change or claim.sense != "reaches" or kind.counts_years or kind.dated
    if others or not case.unit.percent or claim.base not in ("", "year", "estimate"):
        return None
    found = levels(claim, case, kind, measure)
    printed = to_nearest(number_of(claim), claim.decimals, claim.nearness)
    return next((one for one in found if inside(one, printed)), found[0] if found else None)


def figure_of(sense: Sense, inputs: ClaimInputs) -> Interval | None:
    """Return the figure that a claim in that sense is about, in its printed unit; None where it is not known."""
    match sense:
        case "early":
            return how_early(inputs.arrival, inputs.unit)
        case "mean":
            return inputs.actual
        case "level":
            actual = inputs.actual
            return actual if actual is None or inputs.scale == 1 else multiply(actual, exactly(1 / inputs.scale))
        case "points" | "difference":
            if (sense == "points" and not inputs.percent) or inputs.actual is None or inputs.base is None:
                return None
            apart = subtract(inputs.actual, inputs.base)
            return apart if inputs.scale == 1 or sense == "points" else multiply(apart, exactly(1 / inputs.scale))
        case "share" if inputs.level is not None:
            return inputs.level
        case _:
            return _share_of(sense, inputs.ratio)


def _share_of(sense: Sense, ratio: Interval | None) -> Interval | None:
    if ratio is None or sense == "times":
        return ratio
    exact = ratio.exact
    if exact is not None:
        return exactly(100 * (exact - 1 if sense == "exceeds" else exact))
    return multiply(subtract(ratio, _ONE) if sense == "exceeds" else ratio, HUNDRED)


def meant_by(claim: Claim, sense: Sense, inputs: ClaimInputs, figure: Interval) -> Fraction:
    """Return the number of a claim on the side of zero that its words mean, read in that sense.

    Where the less is the better, a goal is passed by staying below it as well as by rising above it: 3.5 passed is
    then 3.5 less, where the figure is less.
    """
    number = number_of(claim)
    either = inputs.lower and sense in ("points", "difference") and not (claim.literal or claim.change)
    below = figure.high is not None and figure.high < 0
    above = figure.low is not None and figure.low > 0
    return -number if either and ((below and number > 0) or (above and number < 0)) else number


def inputs_for(claim: Claim, case: Case, kind: Kind, measure: Measure, status: Status) -> list[ClaimInputs]:
    """Return what a claim about a target is judged by, each way that it may be meant: mostly one.

    That is its measure and status, or the figures that the claim names.
    """
    if claim.status is not None:
        return [
            ClaimInputs(
                status=status,
                called=words_for(status, measure),
                done=measure.done is not None,
                so_far=so_far(claim.status, case, kind, measure, status),
                near=_is_near(case, measure),
                doubt=doubt_of_status(claim, case),
            )
        ]
    return [
        ClaimInputs(
            found.ratio,
            found.actual,
            found.base,
            case.unit.percent,
            unit=claim.unit,
            scale=claim.scale,
            lower=case.goal.direction == "lower" and not tells_places(claim, case),
            level=_level(claim, case, kind, measure),
            called=words_for(status, measure),
            done=measure.done is not None,
            unmet=measure.met is False,
            final=measure.final,
            arrival=arrival(case, kind, measure) if claim.sense == "early" else None,
            missing=found.missing,
            doubt=found.doubt,
            change=claim.change,
        )
        for found in comparisons(claim, case, kind, measure)
    ]


def _is_near(case: Case, measure: Measure) -> bool:
    """Say whether a goal that is not met would nearly be met, were its time over."""
    least = (case.target.thresholds or Thresholds()).nearly
    return measure.met is False and measure.score is not None and inside(measure.score, at_least(least)) is True


def inputs_of_pair(claim: Claim, pair: Pair, case: Case) -> ClaimInputs:
    """Return what a claim is judged by where the two figures that it is made of stand beside it."""
    part, whole = pair.part, pair.whole
    return ClaimInputs(
        divide(part, whole),
        part,
        whole,
        case.unit.percent,
        unit=claim.unit,
        scale=claim.scale,
        lower=case.goal.direction == "lower",
    )


def unrounded_pair(claim: Claim, pair: Pair, case: Case) -> ClaimInputs | None:
    """Return the same by all the values that the two can have been rounded from; None where neither was."""
    part, whole = before_rounding(pair.part, pair.part_step), before_rounding(pair.whole, pair.whole_step)
    if part is None or whole is None or (part, whole) == (pair.part, pair.whole):
        return None
    return inputs_of_pair(claim, Pair(part, whole), case)


def as_rounded(case: Case) -> Case | None:
    """Return the case with all the values that its readings can have been rounded from; None where none was rounded."""
    baseline = case.target.baseline
    if all(reading.step is None for reading in (*case.readings, *([] if baseline is None else [baseline]))):
        return None
    target = case.target._replace(baseline=None if baseline is None else _unrounded(baseline))
    return case._replace(target=target, readings=tuple(_unrounded(reading) for reading in case.readings))


def _unrounded(reading: Reading) -> Reading:
    return reading._replace(figure=before_rounding(reading.figure, reading.step))


def before_rounding(figure: Interval | None, step: Fraction | None) -> Interval | None:
    """Return the values that round to a figure, where one more in its last place is `step`."""
    if figure is None or figure.exact is None or step is None:
        return figure
    return multiply(to_nearest(figure.exact / step, 0, "exactly"), exactly(step))
