"""Of actual, target and published figure, find the one that is missing; or judge all three."""

from fractions import Fraction
from typing import Literal, NamedTuple, get_args

from partykpi.core.claims.infer import Implied, Unknown, how_many, imply, read_as, unknown_actual, unknown_target
from partykpi.core.claims.inputs import Facts, figure_of
from partykpi.core.claims.judge import judge, senses_tried
from partykpi.core.claims.model import Verdict
from partykpi.core.claims.wording import amount, no_percentages, statement
from partykpi.core.figure import Interval, divide, exactly, inside, whole_numbers
from partykpi.core.model import Claim, Sense
from partykpi.core.rounding import Rounding, allowed, rounded
from partykpi.problem import Message, message

Missing = Literal["target", "actual", "reported"]

ROUNDINGS: tuple[Rounding, ...] = get_args(Rounding)


class Fit(NamedTuple):
    """One way to read the published figure.

    `interval` holds the values of the unknown by it (of the published figure, where nothing is unknown), or
    None where there is none; `whole` the whole numbers in it, None where they are not asked for or have no
    end. `fits` says whether the published figure can be read so, None where the figures are too wide to
    tell.
    """

    sense: Sense
    rounding: Rounding
    interval: Interval | None
    whole: range | None
    fits: bool | None


class Neighbour(NamedTuple):
    """A whole number next to where the unknown would have to lie, and the figure that it would give.

    `figure` is in the unit of the claim, rounded half up at its decimals.
    """

    value: int
    figure: Fraction


class Solution(NamedTuple):
    """What two of actual, target and published figure say of the third, or what all three say of each other.

    `interval` holds the values of the `unknown`: of a figure that is not published, in percent; where
    nothing is unknown, of what should have been published, in the unit of the claim. `sense` and `rounding`
    tell how the published figure is read, None where no way fits. `whole` are the whole numbers in the
    interval, None where they are not asked for or have no end. `fits` are all ways to read the published
    figure. `nearest` are the whole numbers below and above, where none fits.
    """

    unknown: Missing | None
    verdict: Verdict
    sense: Sense | None
    rounding: Rounding | None
    interval: Interval | None
    whole: range | None
    fits: tuple[Fit, ...]
    nearest: tuple[Neighbour, ...]
    detail: Message


def solve(
    actual: Interval | None,
    target: Interval | None,
    claim: Claim | None,
    *,
    whole: bool,
    percent: bool = False,
) -> Solution:
    """Find what is missing of the three, or judge them all.

    `actual` and `target` are in one unit, which `percent` says is the percent; of `whole` things the
    unknown is a whole number. The attainment is the actual divided by the target. ValueError where two are
    missing, or where the claim has no number.
    """
    if claim is None:
        if actual is None or target is None:
            raise ValueError("two of actual, target and reported are needed")
        return _reported(actual, target)
    if claim.number is None:
        raise ValueError("the published figure has no number")
    if actual is not None and target is not None:
        return _judged(actual, target, claim, percent)
    if actual is not None:
        return _inferred("target", unknown_target(actual, whole=whole), claim, actual, percent)
    if target is not None:
        return _inferred("actual", unknown_actual(target, whole=whole), claim, target, percent)
    raise ValueError("two of actual, target and reported are needed")


def _reported(actual: Interval, target: Interval) -> Solution:
    ratio = divide(actual, target)
    computed = figure_of("reaches", Facts(ratio=ratio))
    if computed is None:
        detail = message("there is no percentage of a target of zero", "không tính được tỷ lệ so với chỉ tiêu bằng 0")
        return Solution("reported", "unverifiable", None, None, None, None, (), (), detail)
    verdict: Verdict = "ambiguous" if computed.exact is None else "implied"
    made, base = actual.exact, target.exact
    if computed.exact is not None and made is not None and base is not None:
        detail = message(
            "{actual}/{target} is {percent}%",
            "{actual}/{target} bằng {percent}%",
            actual=made,
            target=base,
            percent=computed.exact,
        )
    elif computed.low is not None and computed.high is not None:
        detail = message("it is {low}% to {high}%", "tỷ lệ là {low}% đến {high}%", low=computed.low, high=computed.high)
    elif computed.low is not None:
        detail = message("it is {low}% or more", "tỷ lệ là từ {low}% trở lên", low=computed.low)
    elif computed.high is not None:
        detail = message("it is {high}% or less", "tỷ lệ là từ {high}% trở xuống", high=computed.high)
    else:
        detail = message("it can be any percentage", "tỷ lệ có thể là số bất kỳ")
    return Solution("reported", verdict, "reaches", None, computed, None, (), (), detail)


def _judged(actual: Interval, target: Interval, claim: Claim, percent: bool) -> Solution:
    facts = Facts(divide(actual, target), actual, target, percent)
    judgement = judge(claim, facts)
    fits = tuple(_judged_fit(claim, sense, rounding, facts) for sense, rounding in _ways(claim, percent))
    none_fits = judgement.rounding is None
    return Solution(
        None,
        judgement.verdict,
        None if none_fits else judgement.sense,
        judgement.rounding,
        judgement.computed,
        None,
        fits,
        (),
        judgement.detail,
    )


def _judged_fit(claim: Claim, sense: Sense, rounding: Rounding, facts: Facts) -> Fit:
    assert claim.number is not None
    computed = figure_of(sense, facts)
    printed = allowed(claim.number, claim.decimals, claim.nearness, rounding)
    return Fit(sense, rounding, computed, None, None if computed is None else inside(computed, printed))


def _inferred(
    missing: Literal["target", "actual"], unknown: Unknown, claim: Claim, known: Interval, percent: bool
) -> Solution:
    implied = imply(claim, unknown, percent)
    if implied is None:
        return Solution(missing, "unverifiable", None, None, None, None, (), (), no_percentages())
    fits = tuple(_inferred_fit(claim, sense, rounding, unknown) for sense, rounding in _ways(claim, percent))
    nearest: tuple[Neighbour, ...] = ()
    detail = _told(implied, missing, claim, known)
    impossible = implied.verdict == "impossible"
    if impossible and unknown.whole and implied.interval is not None:
        nearest = _neighbours(missing, implied.interval, unknown, claim, known, percent)
        detail = _nearest_told(nearest, claim, detail)
    return Solution(
        missing,
        implied.verdict,
        None if impossible else implied.sense,
        implied.rounding,
        implied.interval,
        implied.whole,
        fits,
        nearest,
        detail,
    )


def _inferred_fit(claim: Claim, sense: Sense, rounding: Rounding, unknown: Unknown) -> Fit:
    interval = read_as(claim, sense, rounding, unknown)
    numbers = None if interval is None or not unknown.whole else whole_numbers(interval)
    return Fit(sense, rounding, interval, numbers, interval is not None and (how_many(numbers) != 0))


def _ways(claim: Claim, percent: bool) -> list[tuple[Sense, Rounding]]:
    """Return every way to read the claim; no rounding but one where a word of nearness widens it."""
    roundings = ROUNDINGS if claim.nearness == "exactly" else ROUNDINGS[:1]
    senses = senses_tried(claim.sense, claim.nearness, percent)
    return [(sense, rounding) for sense in senses for rounding in roundings]


def _neighbours(
    missing: Literal["target", "actual"],
    interval: Interval,
    unknown: Unknown,
    claim: Claim,
    known: Interval,
    percent: bool,
) -> tuple[Neighbour, ...]:
    """Return the whole numbers just below and just above an interval that holds none."""
    if interval.low is None:
        return ()
    below = interval.low.numerator // interval.low.denominator
    found: list[Neighbour] = []
    for value in (below, below + 1):
        if value < 0 or (value == 0 and not unknown.may_be_zero):
            continue
        actual, base = (known, exactly(value)) if missing == "target" else (exactly(value), known)
        figure = figure_of(claim.sense, Facts(divide(actual, base), actual, base, percent))
        if figure is not None and figure.exact is not None:
            found.append(Neighbour(value, rounded(figure.exact, claim.decimals)))
    return tuple(found)


def _told(implied: Implied, missing: Literal["target", "actual"], claim: Claim, known: Interval) -> Message:
    """Add to what fits the ratio that the single whole number makes."""
    if implied.whole is None or how_many(implied.whole) != 1:
        return implied.detail
    value = exactly(implied.whole.start)
    actual, base = (known, value) if missing == "target" else (value, known)
    facts = Facts(divide(actual, base), actual, base)
    computed = figure_of("reaches", facts)
    if computed is None:
        return implied.detail
    made = statement("reaches", facts, computed, max(2, claim.decimals))
    return message("{fits}: {made}", "{fits}: {made}", fits=implied.detail, made=made)


def _nearest_told(nearest: tuple[Neighbour, ...], claim: Claim, detail: Message) -> Message:
    """Add to the sentence that nothing fits what the nearest whole numbers give."""
    numbers = [
        message(
            "{value} gives {figure}",
            "{value} cho {figure}",
            value=neighbour.value,
            figure=amount(claim.sense, exactly(neighbour.figure), claim.decimals),
        )
        for neighbour in nearest
    ]
    if len(numbers) == 2:
        return message(
            "{none}; {below} and {above}",
            "{none}; {below} và {above}",
            none=detail,
            below=numbers[0],
            above=numbers[1],
        )
    return message("{none}; {only}", "{none}; {only}", none=detail, only=numbers[0]) if numbers else detail
