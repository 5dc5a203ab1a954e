"""Judge a published figure by what it was made of, and infer from it a figure that was not printed.

A printed number stands for the interval of values that print as that number. A claim fits when the figure that
it speaks of, computed from the facts, lies in that interval. Read backwards, the same interval bounds the one
fact that is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from partykpi.core.figure import (
    Interval,
    add,
    divide,
    exactly,
    hull,
    inside,
    intersect,
    multiply,
    subtract,
    whole_numbers,
)
from partykpi.core.model import Claim, Nearness, Sense, Status, SummaryClaim
from partykpi.core.status import STATUS_WORDS
from partykpi.problem import Message, Printed, Value, message
from partykpi.text import GivenText, Text

Rounding = Literal["half-up", "half-even", "cut-off", "rounded-up"]
Verdict = Literal[
    "consistent",
    "cut-off",
    "rounded-up",
    "misworded",
    "inconsistent",
    "implied",
    "ambiguous",
    "impossible",
    "unverifiable",
]

_HALF = Fraction(1, 2)
_HUNDRED = exactly(100)
_HUNDREDTH = exactly(Fraction(1, 100))
_ONE = exactly(1)
_POSITIVE = Interval(Fraction(0), None, low_closed=False)
_NOT_NEGATIVE = Interval(Fraction(0), None)
_NEGATIVE = Interval(None, Fraction(0), high_closed=False)

# The share of a number that already counts as nearly it, and how far "about" reaches to either side.
_NEARLY = Fraction(95, 100)
_ABOUT = Fraction(5, 100)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a claim is judged by.

    `ratio` is a share of 1: the attainment, or the actual against the other base that the claim names. `actual`
    and `base` are in one unit, which `percent` says is the percent; their difference is what a claim in points
    speaks of. `status` is the computed one, for a claim that is a status word. What is not known is None.
    """

    ratio: Interval | None = None
    actual: Interval | None = None
    base: Interval | None = None
    percent: bool = False
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the arithmetic says of a claim.

    `computed` is the figure that the claim should carry in its own sense and printed unit: percent for `reaches`
    and `exceeds` (78.142857…, not 0.78142857…), percentage points, or a number of times. `sense` and `rounding` are
    the ones that fit; where none does they are the stated sense and None. `detail` is one sentence for the reader.
    """

    claim: Claim
    verdict: Verdict
    sense: Sense
    rounding: Rounding | None
    computed: Interval | None
    detail: Message


@dataclass(frozen=True, slots=True)
class Unknown:
    """The one fact that is missing, as what the others make of a claim.

    `from_ratio` takes the shares of 1 that the attainment can have, `from_difference` the percentage points that
    the actual can lie above the base (None where a difference tells nothing); both return the values that the
    unknown can then have, or None where there is none. `whole` things have no parts. An unknown is never below
    zero, and is zero only where it `may_be_zero`.
    """

    from_ratio: Callable[[Interval], Interval | None]
    from_difference: Callable[[Interval], Interval | None] | None
    whole: bool
    may_be_zero: bool = False


@dataclass(frozen=True, slots=True)
class Implied:
    """What a claim tells of the unknown.

    `interval` holds its possible values (where the verdict is `impossible`, the values that would fit if the
    unknown were not whole, or None). `whole` are the whole numbers in it; None where the unknown is not whole, or
    where there is no end to them. The verdict is `implied`, `cut-off` or `misworded` for a single value,
    `ambiguous` for several, `impossible` for none.
    """

    interval: Interval | None
    whole: range | None
    sense: Sense
    rounding: Rounding | None
    verdict: Verdict
    detail: Message


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a claim about an unknown: the values that the unknown can have by it, None where none."""

    sense: Sense
    rounding: Rounding
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one target stands; `attainment` is a share of 1, None where there is none."""

    id: str
    name: GivenText
    status: Status
    attainment: Interval | None


@dataclass(frozen=True, slots=True)
class SummaryJudgement:
    """What the targets of the file prove of a claim about the whole resolution; `targets` are those that disprove it."""

    claim: SummaryClaim
    verdict: Verdict
    detail: Message
    targets: tuple[str, ...] = ()


# --- The values behind a printed number


def rounded(value: Fraction, decimals: int, rounding: Rounding = "half-up") -> Fraction:
    """Return `value` as it would be printed at so many decimals; negative values are rounded like positive ones."""
    scaled = abs(value) * 10**decimals
    below, over = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * over - scaled.denominator
    match rounding:
        case "half-up":
            up = twice >= 0
        case "half-even":
            up = twice > 0 or (twice == 0 and below % 2 == 1)
        case "cut-off":
            up = False
        case "rounded-up":
            up = over > 0
    printed = Fraction(below + up, 10**decimals)
    return -printed if value < 0 else printed


def preimage(number: Fraction, decimals: int, rounding: Rounding) -> Interval:
    """Return the values that print as `number` at so many decimals.

    Trailing zeros count: 78.10 at two decimals is a narrower interval than 78.1 at one. Cutting off is toward
    zero and rounding up away from it, so a negative number mirrors the positive one. ValueError where `number`
    has more decimals than that.
    """
    unit = Fraction(1, 10**decimals)
    if unit.denominator % number.denominator:
        raise ValueError("the number has more decimals than were printed")
    size = abs(number)
    match rounding:
        case "half-up":
            low, high, low_closed, high_closed = size - unit / 2, size + unit / 2, size != 0, False
        case "half-even":
            even = (size.numerator * (unit.denominator // size.denominator)) % 2 == 0
            low, high, low_closed, high_closed = size - unit / 2, size + unit / 2, even, even
        case "cut-off":
            low, high, low_closed, high_closed = size, size + unit, True, False
            if not size:
                low, low_closed = -unit, False
        case "rounded-up":
            low, high, low_closed, high_closed = size - unit, size, not size, True
            if not size:
                low = size
    return Interval(low, high, low_closed, high_closed) if number >= 0 else Interval(-high, -low, high_closed, low_closed)


def allowed(number: Fraction, decimals: int, nearness: Nearness, rounding: Rounding) -> Interval:
    """Return the values for which a sentence with that number is true.

    Without a word of nearness these are the values that print as the number. "Over n" is true of any larger value
    and "under n" of any smaller one. "Nearly n" holds from 95 % of n up to, not including, n; "about n" from 95 %
    to 105 % of n, and for every value that prints as n: the statuses take 95 % of what is due as being on track,
    and a word of nearness is held to the same. A negative number is read by its size ("fell by over 5 %" is a
    larger fall), and nothing but zero itself is near zero. How it was rounded matters to no widened number.
    """
    if nearness == "exactly":
        return preimage(number, decimals, rounding)
    size = abs(number)
    match nearness:
        case "over":
            wide = Interval(size, None, low_closed=False)
        case "under":
            wide = Interval(None, size, high_closed=False)
        case "nearly" if size:
            wide = Interval(_NEARLY * size, size, high_closed=False)
        case _:
            near = Interval(size - _ABOUT * size, size + _ABOUT * size)
            wide = hull(near, preimage(size, decimals, "half-up"))
    if number >= 0:
        return wide
    low, high = wide.low, wide.high
    return Interval(
        None if high is None else -high, None if low is None else -low, wide.high_closed, wide.low_closed
    )


def _nearest(number: Fraction, decimals: int, nearness: Nearness) -> Interval:
    """Return what half up or half even, the two ways of rounding to the nearest, allow together."""
    if nearness == "exactly" and (number * 10**decimals).numerator % 2 == 0:
        return preimage(number, decimals, "half-even")
    return allowed(number, decimals, nearness, "half-up")


# --- Judging a claim by the facts


def figure_of(sense: Sense, facts: Facts) -> Interval | None:
    """Return the figure that a claim in that sense speaks of, in its printed unit; None where the facts lack it."""
    if sense == "points":
        if not facts.percent or facts.actual is None or facts.base is None:
            return None
        return subtract(facts.actual, facts.base)
    if facts.ratio is None:
        return None
    if sense == "times":
        return facts.ratio
    return multiply(facts.ratio if sense == "reaches" else subtract(facts.ratio, _ONE), _HUNDRED)


def senses_tried(sense: Sense, nearness: Nearness, percent: bool) -> tuple[Sense, ...]:
    """Return the senses that a claim may have been meant in, the stated one first.

    A number that is only an end ("over", "under") is tried in the stated sense alone: in another one it would be
    true of nearly everything.
    """
    if nearness in ("over", "under"):
        return (sense,)
    points: tuple[Sense, ...] = ("points",) if percent else ()
    match sense:
        case "reaches":
            return ("reaches", "exceeds", *points)
        case "exceeds":
            return ("exceeds", "reaches", *points)
        case "points":
            return ("points", "exceeds", "reaches")
        case "times":
            return ("times",)


def judge(claim: Claim, facts: Facts) -> Judgement:
    """Say whether a claim can be true of known figures.

    The stated sense comes first, rounded to the nearest, cut off, then rounded up; after it the other senses, to
    the nearest and cut off. A verdict is given only where the facts prove it: where they are too wide to tell
    whether the claim fits as it is worded, it is `unverifiable`. ValueError where the claim has neither a number nor
    a status.
    """
    if claim.status is not None:
        return _judge_status(claim, claim.status, facts.status)
    number = _number(claim)
    computed = figure_of(claim.sense, facts)
    if computed is None and (claim.sense != "points" or facts.percent):
        return Judgement(claim, "unverifiable", claim.sense, None, None, _missing(claim, facts))
    if computed is not None:
        nearest = _nearest(number, claim.decimals, claim.nearness)
        lies = _lies(computed, nearest)
        if lies:
            rounding = _which_nearest(claim, number, computed)
            detail = _statement(claim.sense, facts, computed, claim.decimals)
            return Judgement(claim, "consistent", claim.sense, rounding, computed, detail)
        if claim.nearness == "exactly":
            others: tuple[Literal["cut-off", "rounded-up"], ...] = ("cut-off", "rounded-up")
            for other in others:
                if lies is not False:
                    break
                lies = _lies(computed, preimage(number, claim.decimals, other))
                if lies:
                    detail = _printed_otherwise(claim, other, facts, computed)
                    return Judgement(claim, other, claim.sense, other, computed, detail)
        if lies is None:
            return Judgement(claim, "unverifiable", claim.sense, None, computed, _too_wide(claim, computed))
    for sense in senses_tried(claim.sense, claim.nearness, facts.percent)[1:]:
        fitting = _fits_to(claim, number, figure_of(sense, facts))
        if fitting is not None:
            detail = _misworded(claim, sense, fitting, facts, computed)
            return Judgement(claim, "misworded", sense, fitting, computed, detail)
    if computed is None:
        return Judgement(claim, "unverifiable", claim.sense, None, None, _missing(claim, facts))
    return Judgement(claim, "inconsistent", claim.sense, None, computed, _disagreement(claim, facts, computed))


def _number(claim: Claim) -> Fraction:
    if claim.number is None:
        raise ValueError("a claim has a number or a status")
    return claim.number


def _lies(figure: Interval, goal: Interval) -> bool | None:
    exact = figure.exact
    return inside(figure, goal) if exact is None else exact in goal


def _which_nearest(claim: Claim, number: Fraction, computed: Interval) -> Rounding:
    half_up = allowed(number, claim.decimals, claim.nearness, "half-up")
    return "half-up" if _lies(computed, half_up) else "half-even"


def _fits_to(claim: Claim, number: Fraction, computed: Interval | None) -> Rounding | None:
    """Return the rounding, to the nearest or cut off, by which the figure surely prints as the number."""
    if computed is None:
        return None
    if _lies(computed, _nearest(number, claim.decimals, claim.nearness)):
        return _which_nearest(claim, number, computed)
    if claim.nearness == "exactly" and _lies(computed, preimage(number, claim.decimals, "cut-off")):
        return "cut-off"
    return None


def _judge_status(claim: Claim, claimed: Status, computed: Status | None) -> Judgement:
    if computed is None:
        detail = message(
            "published as “{claimed}”; no status can be computed",
            "công bố là “{claimed}”; chưa thể xác định mức độ thực hiện",
            claimed=STATUS_WORDS[claimed],
        )
        return Judgement(claim, "unverifiable", claim.sense, None, None, detail)
    verdict: Verdict
    if claimed == computed or (claimed == "achieved" and computed == "exceeded"):
        verdict = "consistent"
    elif computed in ("undetermined", "no-data"):
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


# --- Inferring what was not printed


def unknown_target(actual: Interval, *, whole: bool) -> Unknown:
    """Return a target that is not known, where the attainment is the actual divided by it."""

    def from_ratio(ratio: Interval) -> Interval | None:
        if actual.exact == 0:
            return _POSITIVE if 0 in ratio else None
        # Split at zero, because a quotient over a share of either sign would allow every target.
        found: Interval | None = None
        for side in (_POSITIVE, _NEGATIVE):
            part = intersect(ratio, side)
            quotient = None if part is None else divide(actual, part)
            positive = None if quotient is None else intersect(quotient, _POSITIVE)
            if positive is not None:
                found = positive if found is None else hull(found, positive)
        return found

    return Unknown(from_ratio, lambda difference: subtract(actual, difference), whole)


def unknown_actual(target: Interval, *, whole: bool) -> Unknown:
    """Return an actual figure that is not known, where the attainment is that figure divided by the target."""
    return Unknown(
        lambda ratio: multiply(target, ratio),
        lambda difference: add(target, difference),
        whole,
        may_be_zero=True,
    )


def read_as(claim: Claim, sense: Sense, rounding: Rounding, unknown: Unknown) -> Interval | None:
    """Return the values of the unknown for which the claim, read in that sense and rounding, is true."""
    return _solved(sense, allowed(_number(claim), claim.decimals, claim.nearness, rounding), unknown)


def _solved(sense: Sense, printed: Interval, unknown: Unknown) -> Interval | None:
    if sense == "points":
        found = None if unknown.from_difference is None else unknown.from_difference(printed)
    elif sense == "times":
        found = unknown.from_ratio(printed)
    else:
        ratio = multiply(printed, _HUNDREDTH)
        found = unknown.from_ratio(ratio if sense == "reaches" else add(ratio, _ONE))
    if found is None:
        return None
    return intersect(found, _NOT_NEGATIVE if unknown.may_be_zero else _POSITIVE)


def _readings(claim: Claim, unknown: Unknown, percent: bool) -> Iterator[Reading]:
    number = _number(claim)
    stated, *others = (
        sense for sense in senses_tried(claim.sense, claim.nearness, percent) if sense != "points" or percent
    ) if claim.sense != "points" or percent else ("points", "exceeds", "reaches")
    nearest = _nearest(number, claim.decimals, claim.nearness)
    cut_off = preimage(number, claim.decimals, "cut-off") if claim.nearness == "exactly" else None
    yield Reading(stated, "half-up", None)
    raise NotImplementedError
