"""Judge a published figure by what it was made of, and infer from it a figure that was not printed.

A printed number stands for the interval of values that print as that number. A claim fits when the figure
that it speaks of, computed from the facts, lies in that interval. Read backwards, the same interval bounds
the one fact that is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

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

_ALL = Fraction(100)
_HUNDRED = exactly(_ALL)
_HUNDREDTH = exactly(Fraction(1, 100))
_ONE = exactly(1)
_ZERO = exactly(0)
_POSITIVE = Interval(Fraction(0), None, low_closed=False)
_NOT_NEGATIVE = Interval(Fraction(0), None)
_NEGATIVE = Interval(None, Fraction(0), high_closed=False)

# The share of a number that already counts as nearly it, and how far "about" reaches to either side.
_NEARLY = Fraction(95, 100)
_ABOUT = Fraction(5, 100)


class Facts(NamedTuple):
    """What a claim is judged by.

    `ratio` is a share of 1: the attainment, or the actual against the other base that the claim names.
    `actual` and `base` are in one unit, which `percent` says is the percent; their difference is what a
    claim in points speaks of. `status` is the computed one, for a claim that is a status word. What is not
    known is None.
    """

    ratio: Interval | None = None
    actual: Interval | None = None
    base: Interval | None = None
    percent: bool = False
    status: Status | None = None


class Judgement(NamedTuple):
    """What the arithmetic says of a claim.

    `computed` is the figure that the claim should carry in its own sense and printed unit: percent for
    `reaches` and `exceeds` (78.142857…, not 0.78142857…), percentage points, or a number of times. `sense`
    and `rounding` are the ones that fit; where none does they are the stated sense and None. `detail` is
    one sentence for the reader.
    """

    claim: Claim
    verdict: Verdict
    sense: Sense
    rounding: Rounding | None
    computed: Interval | None
    detail: Message


class Unknown(NamedTuple):
    """The one fact that is missing, as what the others make of a claim.

    `from_ratio` takes the shares of 1 that the attainment can have, `from_difference` the percentage points
    that the actual can lie above the base (None where a difference tells nothing); both return the values
    that the unknown can then have, or None where there is none. `whole` things have no parts. An unknown is
    never below zero, and is zero only where it `may_be_zero`.
    """

    from_ratio: Callable[[Interval], Interval | None]
    from_difference: Callable[[Interval], Interval | None] | None
    whole: bool
    may_be_zero: bool = False


class Implied(NamedTuple):
    """What a claim tells of the unknown.

    `interval` holds its possible values (where the verdict is `impossible`, the values that would fit if
    the unknown were not whole, or None). `whole` are the whole numbers in it; None where the unknown is not
    whole, or where there is no end to them. The verdict is `implied`, `cut-off` or `misworded` for a single
    value, `ambiguous` for several, `impossible` for none.
    """

    interval: Interval | None
    whole: range | None
    sense: Sense
    rounding: Rounding | None
    verdict: Verdict
    detail: Message


class Reading(NamedTuple):
    """One way to read a claim about an unknown, and the values that the unknown can have by it, if any."""

    sense: Sense
    rounding: Rounding
    interval: Interval | None


class Standing(NamedTuple):
    """Where one target stands; `attainment` is a share of 1, None where there is none."""

    id: str
    name: GivenText
    status: Status
    attainment: Interval | None


class SummaryJudgement(NamedTuple):
    """What the targets of the file prove of a claim about the whole resolution.

    `targets` are the ids of those that disprove it.
    """

    claim: SummaryClaim
    verdict: Verdict
    detail: Message
    targets: tuple[str, ...] = ()


# --- The values behind a printed number


def rounded(value: Fraction, decimals: int, rounding: Rounding = "half-up") -> Fraction:
    """Return `value` as it is printed at so many decimals; a negative one is rounded by its size."""
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


@lru_cache(maxsize=4096)
def preimage(number: Fraction, decimals: int, rounding: Rounding) -> Interval:
    """Return the values that print as `number` at so many decimals.

    Trailing zeros count: 78.10 at two decimals is a narrower interval than 78.1 at one. Cutting off is
    toward zero and rounding up away from it, so a negative number mirrors the positive one. ValueError
    where `number` has more decimals than that.
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
    return (
        Interval(low, high, low_closed, high_closed)
        if number >= 0
        else Interval(-high, -low, high_closed, low_closed)
    )


def allowed(number: Fraction, decimals: int, nearness: Nearness, rounding: Rounding) -> Interval:
    """Return the values for which a sentence with that number is true.

    Without a word of nearness these are the values that print as the number. "Over n" is true of any larger
    value and "under n" of any smaller one. "Nearly n" holds from 95 % of n up to, not including, n; "about
    n" from 95 % to 105 % of n, and for every value that prints as n: the statuses take 95 % of what is due
    as being on track, and a word of nearness is held to the same. A negative number is read by its size
    ("fell by over 5 %" is a larger fall), and nothing but zero itself is near zero. How it was rounded
    matters to no widened number.
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


@lru_cache(maxsize=4096)
def _nearest(number: Fraction, decimals: int, nearness: Nearness) -> Interval:
    """Return what half up or half even, the two ways of rounding to the nearest, allow together."""
    if nearness == "exactly" and (number * 10**decimals).numerator % 2 == 0:
        return preimage(number, decimals, "half-even")
    return allowed(number, decimals, nearness, "half-up")


# --- Judging a claim by the facts


def figure_of(sense: Sense, facts: Facts) -> Interval | None:
    """Return the figure that a claim in that sense speaks of, in its printed unit, if the facts tell it."""
    if sense == "points":
        if not facts.percent or facts.actual is None or facts.base is None:
            return None
        return subtract(facts.actual, facts.base)
    if facts.ratio is None:
        return None
    if sense == "times":
        return facts.ratio
    exact = facts.ratio.exact
    if exact is not None:
        return exactly(100 * (exact if sense == "reaches" else exact - 1))
    return multiply(facts.ratio if sense == "reaches" else subtract(facts.ratio, _ONE), _HUNDRED)


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
    number = _number(claim)
    computed = figure_of(claim.sense, facts)
    if computed is None and (claim.sense != "points" or facts.percent):
        return Judgement(claim, "unverifiable", claim.sense, None, None, _missing(claim, facts))
    if computed is not None:
        nearest = _nearest(number, claim.decimals, claim.nearness)
        lies = _lies(computed, nearest)
        if lies:
            rounding = _which_nearest(claim, number, computed)
            detail = statement(claim.sense, facts, computed, _telling(claim, number, computed))
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
    for sense in senses_tried(claim.sense, claim.nearness, facts.percent):
        if sense == claim.sense:
            continue
        fitting = _fits_to(claim, number, figure_of(sense, facts))
        if fitting is not None:
            detail = _misworded(claim, sense, fitting, facts, computed)
            return Judgement(claim, "misworded", sense, fitting, computed, detail)
    if computed is None:
        return Judgement(claim, "unverifiable", claim.sense, None, None, _missing(claim, facts))
    return Judgement(
        claim, "inconsistent", claim.sense, None, computed, _disagreement(claim, facts, computed)
    )


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
        return divide(actual, ratio)

    return Unknown(from_ratio, lambda difference: subtract(actual, difference), whole)


def unknown_actual(target: Interval, *, whole: bool) -> Unknown:
    """Return an actual figure that is not known, where the attainment is it divided by the target."""
    return Unknown(
        lambda ratio: multiply(target, ratio),
        lambda difference: add(target, difference),
        whole,
        may_be_zero=True,
    )


def read_as(claim: Claim, sense: Sense, rounding: Rounding, unknown: Unknown) -> Interval | None:
    """Return the values of the unknown for which the claim, read in that sense and rounding, is true."""
    return _solved(sense, allowed(_number(claim), claim.decimals, claim.nearness, rounding), unknown)


def imply(claim: Claim, unknown: Unknown, percent: bool) -> Implied | None:
    """Say what the claim tells of the unknown, or return None where the claim is a status word.

    None also where it is in points, of figures that are not percentages, and no other sense can be tried.
    The stated sense is tried first, rounded to the nearest, then cut off; then the other senses alike
    (points only where the unit is the percent, which `percent` says). The first reading that leaves a value
    (of whole things: a whole number) is taken. Rounding up is never guessed.
    """
    if claim.number is None:
        return None
    readings = list(_readings(claim, unknown, percent))
    if not readings:
        return None
    for reading in readings:
        if reading.interval is not None and (
            not unknown.whole or how_many(whole_numbers(reading.interval)) != 0
        ):
            return _implied(claim, reading, unknown.whole)
    return Implied(
        next((reading.interval for reading in readings if reading.sense == claim.sense), None),
        range(0) if unknown.whole else None,
        claim.sense,
        None,
        "impossible",
        _nothing_fits(unknown.whole),
    )


def imply_all(
    claims: Sequence[Claim], unknown: Unknown, percent: bool
) -> tuple[Implied, tuple[Claim, ...]] | None:
    """Say what several claims on one target tell of its unknown together, and which of them tell it.

    Only exact numbers about the whole term and the target speak: no status words, no "over" or "nearly", no
    growth since before, no other base and no single period. Where all that are possible agree, their common
    values count, read as the first of them is; else the first alone. None where no claim can speak.
    """
    speaking = [
        (claim, implied) for claim in claims if _speaks(claim) and (implied := imply(claim, unknown, percent))
    ]
    possible = [(claim, implied) for claim, implied in speaking if implied.verdict != "impossible"]
    if not speaking:
        return None
    if not possible:
        claim, implied = speaking[0]
        return implied, (claim,)
    first, alone = possible[0]
    common = alone.interval
    for _, implied in possible[1:]:
        common = None if common is None or implied.interval is None else intersect(common, implied.interval)
    if common is None or alone.rounding is None or (unknown.whole and how_many(whole_numbers(common)) == 0):
        return alone, (first,)
    together = _implied(first, Reading(alone.sense, alone.rounding, common), unknown.whole)
    return together, tuple(claim for claim, _ in possible)


def _speaks(claim: Claim) -> bool:
    """Whether the claim is about the whole of the target, by an exact number."""
    return (
        claim.number is not None
        and claim.nearness == "exactly"
        and not claim.change
        and claim.of is None
        and claim.period is None
        and claim.against is None
    )


def _readings(claim: Claim, unknown: Unknown, percent: bool) -> Iterator[Reading]:
    """Go through the readings of a claim in the order in which they are tried."""
    number = _number(claim)
    senses = senses_tried(claim.sense, claim.nearness, percent)
    stated = [sense for sense in senses if sense == claim.sense]
    for group in (stated, [sense for sense in senses if sense != claim.sense]):
        for sense in group:
            yield _read_to_nearest(claim, number, sense, unknown)
        if claim.nearness == "exactly":
            for sense in group:
                yield Reading(sense, "cut-off", read_as(claim, sense, "cut-off", unknown))


def _read_to_nearest(claim: Claim, number: Fraction, sense: Sense, unknown: Unknown) -> Reading:
    interval = _solved(sense, _nearest(number, claim.decimals, claim.nearness), unknown)
    half_up = read_as(claim, sense, "half-up", unknown)
    only_half_even = interval is not None and (
        half_up is None or (unknown.whole and how_many(whole_numbers(half_up)) == 0)
    )
    return Reading(sense, "half-even" if only_half_even else "half-up", interval)


def _solved(sense: Sense, printed: Interval, unknown: Unknown) -> Interval | None:
    """Return the values of the unknown for which the claimed figure lies in `printed`."""
    least = _NOT_NEGATIVE if unknown.may_be_zero else _POSITIVE
    if sense == "points":
        found = None if unknown.from_difference is None else unknown.from_difference(printed)
        return None if found is None else intersect(found, least)
    ratio = printed if sense == "times" else multiply(printed, _HUNDREDTH)
    if sense == "exceeds":
        ratio = add(ratio, _ONE)
    if 0 not in ratio:
        found = unknown.from_ratio(ratio)
        return None if found is None else intersect(found, least)
    # Taken apart at zero: one quotient by shares of both signs would be every number there is.
    common: Interval | None = None
    for side in (_NEGATIVE, _ZERO, _POSITIVE):
        part = intersect(ratio, side)
        found = None if part is None else unknown.from_ratio(part)
        found = None if found is None else intersect(found, least)
        if found is not None:
            common = found if common is None else hull(common, found)
    return common


def _implied(claim: Claim, reading: Reading, whole: bool) -> Implied:
    interval = reading.interval
    assert interval is not None
    numbers = whole_numbers(interval) if whole else None
    single = how_many(numbers) == 1 if whole else interval.exact is not None
    verdict: Verdict = "ambiguous"
    if single:
        verdict = "implied"
        if reading.sense != claim.sense:
            verdict = "misworded"
        elif reading.rounding == "cut-off":
            verdict = "cut-off"
    detail = _what_fits(claim, reading, numbers)
    return Implied(interval, numbers, reading.sense, reading.rounding, verdict, detail)


def how_many(numbers: range | None) -> int | None:
    """Return how many numbers there are (`len` fails on very many), None where `numbers` is None."""
    return None if numbers is None else max(0, numbers.stop - numbers.start)


# --- Claims about the whole resolution

_UNDECIDED: tuple[Status, ...] = ("undetermined", "no-data")
_MILDER: tuple[Verdict, ...] = ("consistent", "unverifiable", "inconsistent")


def judge_summary(
    claim: SummaryClaim, standings: Sequence[Standing], counted: int | None = None
) -> SummaryJudgement:
    """Say what the targets of the file prove of a claim about the whole resolution.

    `standings` are all targets that the file holds; the source may count more of them: `counted`, where a
    claim of the file tells. A verdict holds whatever the targets that are missing would say. Where it is
    not stated whether the exceeded targets are counted inside the achieved ones, the milder of the two
    verdicts is given.
    """
    if claim.subject in ("rest", "all"):
        return _judge_each(claim, standings, counted)
    if claim.subject == "exceeded":
        return _judge_count(claim, standings, counted, ("exceeded",))
    inside_count = _judge_count(claim, standings, counted, ("achieved", "exceeded"))
    if claim.convention == "inside":
        return inside_count
    apart = _judge_count(claim, standings, counted, ("achieved",))
    if claim.convention == "apart":
        return apart
    if inside_count.verdict == apart.verdict:
        return inside_count
    milder = min(inside_count, apart, key=lambda judgement: _MILDER.index(judgement.verdict))
    detail = message(
        "with the exceeded targets counted inside the achieved ones: {inside}; counted apart: {apart}; "
        "the file does not say which is meant",
        "nếu tính chỉ tiêu vượt trong số đạt: {inside}; nếu tính riêng: {apart}; tệp không nêu rõ cách tính",
        inside=inside_count.detail,
        apart=apart.detail,
    )
    return SummaryJudgement(claim, milder.verdict, detail, milder.targets)


def _judge_count(
    claim: SummaryClaim, standings: Sequence[Standing], counted: int | None, statuses: tuple[Status, ...]
) -> SummaryJudgement:
    if claim.count is None:
        raise ValueError("a claim of how many has a count")
    held = len(standings)
    total = claim.of if claim.of is not None else counted
    if total is not None and total < held:
        detail = message(
            "published of {total} targets, but the file holds {held}",
            "công bố trên tổng số {total} chỉ tiêu, nhưng tệp có {held} chỉ tiêu",
            total=total,
            held=held,
        )
        return SummaryJudgement(claim, "inconsistent", detail)
    met = [standing.id for standing in standings if standing.status in statuses]
    unmet = [
        standing.id
        for standing in standings
        if standing.status not in statuses and standing.status not in _UNDECIDED
    ]
    low = len(met)
    high = None if total is None else total - len(unmet)
    values: dict[str, Value] = {"held": held, "low": low, "count": claim.count, "are": _ARE[statuses]}
    if total is None or high is None:
        detail = message(
            "{low} targets in the file {are}; published: {count}",
            "trong tệp có {low} chỉ tiêu {are}; số công bố: {count}",
            **values,
        )
    elif low == high:
        detail = message(
            "{low} of {total} targets {are}; published: {count}",
            "có {low} trong {total} chỉ tiêu {are}; số công bố: {count}",
            total=total,
            **values,
        )
    else:
        detail = message(
            "the file holds {held} of {total} targets; {low} to {high} of all {are}; published: {count}",
            "tệp có {held} trong {total} chỉ tiêu; từ {low} đến {high} chỉ tiêu {are}; số công bố: {count}",
            total=total,
            high=high,
            **values,
        )
    if claim.count < low:
        return SummaryJudgement(claim, "inconsistent", detail, tuple(met))
    if high is not None and claim.count > high:
        return SummaryJudgement(claim, "inconsistent", detail, tuple(unmet))
    return SummaryJudgement(claim, "consistent" if low == high else "unverifiable", detail)


def _judge_each(claim: SummaryClaim, standings: Sequence[Standing], counted: int | None) -> SummaryJudgement:
    """Judge a claim that the attainment of each target, or of each that is not met, lies in an interval."""
    if claim.interval is None:
        raise ValueError("a claim about each target has an interval")
    spoken_of = [
        standing
        for standing in standings
        if claim.subject == "all" or standing.status not in ("achieved", "exceeded")
    ]
    outside: list[tuple[Interval, Standing]] = []
    open_cases = 0
    for standing in spoken_of:
        figure = None if standing.attainment is None else multiply(standing.attainment, _HUNDRED)
        lies = None if figure is None else _lies(figure, claim.interval)
        # What is undetermined may be met, and then the sentence about the rest does not speak of it.
        belongs = claim.subject == "all" or standing.status != "undetermined"
        if figure is not None and lies is False and belongs:
            outside.append((figure, standing))
        elif not lies:
            open_cases += 1
    if outside:
        figure, lowest = min(outside, key=lambda pair: (pair[0].low is not None, pair[0].low or Fraction(0)))
        detail = message(
            "{name} stands at {figure}",
            "{name} mới đạt {figure}" if _below(figure, claim.interval) else "{name} đạt {figure}",
            name=lowest.name if lowest.name["en"] else lowest.id,
            figure=amount("reaches", figure, _telling_apart(figure, claim.interval)),
        )
        return SummaryJudgement(claim, "inconsistent", detail, tuple(standing.id for _, standing in outside))
    if open_cases:
        detail = message(
            "no target of the file contradicts it, but the figures of {count} do not decide",
            "không chỉ tiêu nào trong tệp mâu thuẫn, nhưng số liệu của {count} chỉ tiêu chưa đủ để kết luận",
            count=open_cases,
        )
        return SummaryJudgement(claim, "unverifiable", detail)
    if counted is None:
        detail = message(
            "no target of the file contradicts it, but the file does not tell how many targets there are",
            "không chỉ tiêu nào trong tệp mâu thuẫn, nhưng tệp không nêu tổng số chỉ tiêu",
        )
        return SummaryJudgement(claim, "unverifiable", detail)
    if len(standings) < counted:
        detail = message(
            "no target of the file contradicts it, but the file holds {held} of {total}",
            "không chỉ tiêu nào trong tệp mâu thuẫn, nhưng tệp mới có {held} trong {total} chỉ tiêu",
            held=len(standings),
            total=counted,
        )
        return SummaryJudgement(claim, "unverifiable", detail)
    detail = message(
        "it holds for each of the targets it speaks of, {count} in number",
        "đúng với mọi chỉ tiêu được nói đến, gồm {count} chỉ tiêu",
        count=len(spoken_of),
    )
    return SummaryJudgement(claim, "consistent", detail)


_ARE: dict[tuple[Status, ...], Text] = {
    ("achieved", "exceeded"): Text("are achieved or exceeded", "đạt hoặc vượt"),
    ("achieved",): Text("are achieved and not exceeded", "đạt nhưng không vượt"),
    ("exceeded",): Text("are exceeded", "vượt"),
}


def _below(figure: Interval, interval: Interval) -> bool:
    return figure.high is not None and interval.low is not None and figure.high <= interval.low


def _decimals_from(figure: Interval, number: Fraction, decimals: int) -> int:
    """Return how many decimals show that no end of the figure is the number, `decimals` at least."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return max([decimals, *(_decimals_apart(end, number, decimals) for end in ends)])


def _telling(claim: Claim, number: Fraction, computed: Interval) -> int:
    """Return how many decimals the computed figure needs beside a claim that fits it."""
    if claim.nearness == "exactly":
        return claim.decimals
    return _decimals_from(computed, number, claim.decimals)


def _telling_apart(figure: Interval, interval: Interval) -> int:
    """Return how many decimals show that the figure lies outside the interval, two at least."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    edges = [edge for edge in (interval.low, interval.high) if edge is not None]
    return max([2, *(_decimals_apart(end, edge, 2) for end in ends for edge in edges)])


# --- Sentences

_NEAR: dict[Nearness, Text] = {
    "exactly": Text("", ""),
    "over": Text("over ", "trên "),
    "under": Text("under ", "dưới "),
    "nearly": Text("nearly ", "gần "),
    "about": Text("about ", "khoảng "),
}

# The number in braces is filled in by whoever uses the template.
_WORDED: dict[Sense, Text] = {
    "reaches": Text("{n}%", "{n}%"),
    "exceeds": Text("exceeds {n}%", "vượt {n}%"),
    "points": Text("{n} points", "{n} điểm %"),
    "times": Text("{n} times", "{n} lần"),
}
_MEANT: dict[Sense, Text] = {
    "reaches": Text("is what is reached", "là mức đạt được"),
    "exceeds": Text("is the excess", "là mức vượt"),
    "points": Text("is the difference in percentage points", "là chênh lệch tính bằng điểm %"),
    "times": Text("is the number of times", "là số lần"),
}
_SENSE_WORDS: dict[Sense, Text] = {
    "reaches": Text("reaches", "đạt"),
    "exceeds": Text("exceeds by", "vượt"),
    "points": Text("percentage points", "điểm %"),
    "times": Text("times", "gấp … lần"),
}

_MOST_DECIMALS_MORE = 30


def _decimals_apart(value: Fraction, other: Fraction, decimals: int) -> int:
    """Return the decimals, `decimals` at least, at which the two values print differently, if they do."""
    if abs(value - other) > 1:
        return decimals
    more = decimals
    while (
        value != other
        and more < decimals + _MOST_DECIMALS_MORE
        and rounded(value, more) == rounded(other, more)
    ):
        more += 1
    return more


def amount(sense: Sense, figure: Interval, decimals: int) -> Message:
    """Return the figure as a claim in that sense would print it, without its sense in words."""
    en, vi = {"points": (" points", " điểm %"), "times": (" times", " lần")}.get(sense, ("%", "%"))
    low = None if figure.low is None else Printed(figure.low, decimals)
    high = None if figure.high is None else Printed(figure.high, decimals)
    if low is None and high is None:
        return message("any figure", "số bất kỳ")
    if low is None or high is None:
        if high is not None:
            words = Text("at most", "không quá") if figure.high_closed else Text("under", "dưới")
        else:
            words = Text("at least", "ít nhất") if figure.low_closed else Text("over", "trên")
        value = low or high
        assert value is not None
        return message("{words} {value}" + en, "{words} {value}" + vi, words=words, value=value)
    if rounded(low.value, decimals) == rounded(high.value, decimals):
        return message("{value}" + en, "{value}" + vi, value=low)
    return message(
        "{low}" + (en if en == "%" else "") + " to {high}" + en,
        "{low}" + (vi if vi == "%" else "") + " đến {high}" + vi,
        low=low,
        high=high,
    )


def _pair(sense: Sense, facts: Facts, computed: Interval) -> tuple[Fraction, Fraction] | None:
    """Return the two numbers that the computed figure is made of, where it is made of two."""
    actual = None if facts.actual is None else facts.actual.exact
    base = None if facts.base is None else facts.base.exact
    if actual is None or base is None:
        return None
    if sense != "points" and (base == 0 or facts.ratio is None or facts.ratio.exact != actual / base):
        return None
    return actual, base


def statement(sense: Sense, facts: Facts, computed: Interval, decimals: int) -> Message:
    """Return the sentence that says what the figures make: 547/700 is 78.14%."""
    pair = _pair(sense, facts, computed)
    exact = computed.exact
    if pair is None or exact is None:
        return _statement_of(sense, computed, decimals)
    values: dict[str, Value] = {"actual": pair[0], "base": pair[1], "by": Printed(abs(exact), decimals)}
    match sense:
        case "reaches":
            # What is under 100% must not show as 100%, though it may have been published as that.
            shown = decimals if exact >= 100 else _decimals_apart(exact, _ALL, decimals)
            values["by"] = Printed(exact, shown)
            return message("{actual}/{base} is {by}%", "{actual}/{base} là {by}%", **values)
        case "times":
            values["by"] = Printed(exact, decimals)
            return message("{actual} is {by} times {base}", "{actual} gấp {by} lần {base}", **values)
        case "exceeds" if exact >= 0:
            return message(
                "{actual} is {by}% more than {base}", "{actual} so với {base} cao hơn {by}%", **values
            )
        case "exceeds":
            return message(
                "{actual} is {by}% less than {base}", "{actual} so với {base} thấp hơn {by}%", **values
            )
    more, less = ("more", "cao hơn"), ("less", "thấp hơn")
    en, vi = more if exact >= 0 else less
    return message(
        f"{{actual}}% is {{by}} points {en} than {{base}}%",
        f"{{actual}}% so với {{base}}% {vi} {{by}} điểm %",
        **values,
    )


def _statement_of(sense: Sense, computed: Interval, decimals: int) -> Message:
    figure = amount(sense, computed, decimals)
    if sense == "exceeds":
        exact = computed.exact
        if exact is not None and exact < 0:
            short = amount(sense, exactly(-exact), decimals)
            return message(
                "the figures fall short by {short}", "theo số liệu thì thấp hơn {short}", short=short
            )
        return message("the figures exceed by {amount}", "theo số liệu thì vượt {amount}", amount=figure)
    return message("the figures give {amount}", "theo số liệu là {amount}", amount=figure)


def _published(claim: Claim, number: Fraction) -> Message:
    """Return the claim as it was published: exceeds 186.6%, over 51%, +1.2 points."""
    printed = Printed(number, claim.decimals)
    near = _NEAR[claim.nearness]
    words = _WORDED[claim.sense]
    if claim.change and claim.sense == "exceeds":
        words = Text("down {n}%", "giảm {n}%") if number < 0 else Text("up {n}%", "tăng {n}%")
        printed = Printed(abs(number), claim.decimals)
    elif claim.sense == "points" and number >= 0:
        words = Text("+{n} points", "+{n} điểm %")
    n = Text(near.en + "{n}", near.vi + "{n}")
    return message(words.en.format(n=n.en), words.vi.format(n=n.vi), n=printed)


def _places(decimals: int) -> Message:
    """Return the words for where a number was broken off."""
    if decimals == 0:
        return message("at the whole number", "chỉ giữ phần nguyên")
    if decimals == 1:
        return message("at one decimal", "chỉ giữ 1 chữ số thập phân")
    if decimals == 2:
        return message("at two decimals", "chỉ giữ 2 chữ số thập phân")
    return message("at {decimals} decimals", "chỉ giữ {decimals} chữ số thập phân", decimals=decimals)


def _made_of(sense: Sense, facts: Facts, computed: Interval) -> Message:
    """Return what the computed figure is, in short: 28/15, or its value at more decimals than usual."""
    pair = _pair(sense, facts, computed)
    if pair is None:
        return message("the computed figure", "số tính được")
    values: dict[str, Value] = {"actual": pair[0], "base": pair[1]}
    if sense == "points":
        return message("{actual}% − {base}%", "{actual}% − {base}%", **values)
    if sense == "exceeds":
        return message("{actual}/{base} less 100%", "{actual}/{base} trừ 100%", **values)
    return message("{actual}/{base}", "{actual}/{base}", **values)


def _printed_otherwise(
    claim: Claim, rounding: Literal["cut-off", "rounded-up"], facts: Facts, computed: Interval
) -> Message:
    """Say that the number was cut off or rounded up, and what rounding to the nearest gives."""
    parts: dict[str, Value] = {
        "published": _published(claim, _number(claim)),
        "made": _made_of(claim.sense, facts, computed),
        "places": _places(claim.decimals),
        "nearest": amount(claim.sense, computed, claim.decimals),
    }
    if rounding == "cut-off":
        return message(
            "published {published} is {made} cut off {places}; rounded it is {nearest}",
            "số công bố {published} là {made} cắt bỏ phần lẻ, {places}; nếu làm tròn là {nearest}",
            **parts,
        )
    return message(
        "published {published} is {made} rounded up; rounded to the nearest it is {nearest}",
        "số công bố {published} là {made} làm tròn lên; nếu làm tròn đúng quy tắc là {nearest}",
        **{name: part for name, part in parts.items() if name != "places"},
    )


def _misworded(
    claim: Claim, sense: Sense, rounding: Rounding, facts: Facts, computed: Interval | None
) -> Message:
    """Say in which sense the number fits, and what the stated sense would give."""
    number = _number(claim)
    fitting = figure_of(sense, facts)
    assert fitting is not None
    parts: dict[str, Value] = {
        "published": _published(claim, number),
        "number": amount("reaches" if sense == "exceeds" else sense, exactly(number), claim.decimals),
        "meant": _MEANT[sense],
    }
    en = "published as “{published}”, but {number} {meant}"
    vi = "công bố là “{published}”, nhưng {number} {meant}"
    if rounding == "cut-off":
        parts["made"] = _made_of(sense, facts, fitting)
        parts["places"] = _places(claim.decimals)
        parts["nearest"] = amount(sense, fitting, claim.decimals)
        en += " ({made} cut off {places}; rounded it is {nearest})"
        vi += " ({made} cắt bỏ phần lẻ, {places}; nếu làm tròn là {nearest})"
    if computed is not None:
        parts["stated"] = statement(claim.sense, facts, computed, claim.decimals)
        en += "; {stated}"
        vi += "; {stated}"
    return message(en, vi, **parts)


def _disagreement(claim: Claim, facts: Facts, computed: Interval) -> Message:
    """Say what the figures make, what was published, and how far they are apart."""
    number = _number(claim)
    decimals = _decimals_from(computed, number, claim.decimals)
    parts: dict[str, Value] = {
        "stated": statement(claim.sense, facts, computed, decimals),
        "published": _published(claim, number),
    }
    en, vi = "{stated}; published is {published}", "{stated}; số công bố là {published}"
    low = None if computed.low is None else rounded(computed.low, decimals)
    high = None if computed.high is None else rounded(computed.high, decimals)
    gap = number - high if high is not None and number > high else low - number if low is not None else None
    if gap is not None and gap > 0:
        parts["gap"] = Printed(gap, decimals)
        unit = (
            Text("", "") if claim.sense == "times" else Text(" point" if gap == 1 else " points", " điểm %")
        )
        en += f", a difference of {{gap}}{unit.en}"
        vi += f", chênh lệch {{gap}}{unit.vi}"
    actual = facts.actual
    if facts.percent and claim.sense == "reaches" and actual is not None and _fits_to(claim, number, actual):
        en += "; it is the actual figure itself, not its share of what it is measured against"
        vi += "; đó chính là số thực hiện, không phải tỷ lệ so với mức được so sánh"
    return message(en, vi, **parts)


def _too_wide(claim: Claim, computed: Interval) -> Message:
    return message(
        "{stated}: too wide to tell whether {published} is right",
        "{stated}: khoảng quá rộng, chưa thể kết luận số công bố {published} có đúng hay không",
        stated=_statement_of(claim.sense, computed, claim.decimals),
        published=_published(claim, _number(claim)),
    )


def _missing(claim: Claim, facts: Facts) -> Message:
    """Say which fact is missing to judge by."""
    if facts.actual is None and facts.ratio is None:
        return message("there is no actual figure to judge it by", "chưa có số thực hiện để đối chiếu")
    if facts.base is None and facts.ratio is None:
        return message("the figure that it is measured against is not known", "chưa rõ mức được so sánh")
    if claim.sense == "points" and not facts.percent:
        return no_percentages()
    if claim.sense == "points":
        return message("the two percentages are not both known", "chưa rõ cả hai tỷ lệ % để so sánh")
    return message(
        "the figures have no ratio, nothing can be divided by zero",
        "không tính được tỷ lệ vì không thể chia cho 0",
    )


def no_percentages() -> Message:
    """Say that points cannot be told of figures that are not percentages."""
    return message(
        "a difference in points is one between percentages, and these figures are none",
        "chênh lệch tính bằng điểm % chỉ có giữa các tỷ lệ %, còn số liệu này không phải là tỷ lệ %",
    )


def _what_fits(claim: Claim, reading: Reading, numbers: range | None) -> Message:
    """Say which values of the unknown fit, and read in which way."""
    interval = reading.interval
    assert interval is not None
    en, vi = "", ""
    parts: dict[str, Value] = {}
    if reading.sense != claim.sense:
        parts["sense"] = _SENSE_WORDS[reading.sense]
        en, vi = ", read as “{sense}”", ", nếu hiểu là “{sense}”"
    if reading.rounding == "cut-off":
        parts["places"] = _places(claim.decimals)
        en += ", cut off {places}"
        vi += ", với phần lẻ bị cắt bỏ, {places}"
    if numbers is not None and how_many(numbers) == 1:
        parts["value"] = numbers.start
        return message("only {value} fits" + en, "chỉ có {value} phù hợp" + vi, **parts)
    if numbers is not None:
        parts["count"], parts["low"], parts["high"] = (
            numbers.stop - numbers.start,
            numbers.start,
            numbers.stop - 1,
        )
        return message(
            "{count} whole numbers fit, from {low} to {high}" + en,
            "có {count} số nguyên phù hợp, từ {low} đến {high}" + vi,
            **parts,
        )
    if interval.exact is not None:
        parts["value"] = interval.exact
        return message("only {value} fits" + en, "chỉ có {value} phù hợp" + vi, **parts)
    if interval.low is not None:
        parts["low"] = interval.low
    if interval.high is not None:
        parts["high"] = interval.high
    if interval.low is None and interval.high is None:
        return message("any value fits" + en, "mọi giá trị đều phù hợp" + vi, **parts)
    if interval.high is None:
        parts["words"] = Text("from", "từ") if interval.low_closed else Text("over", "trên")
        return message(
            "any value {words} {low} fits" + en, "mọi giá trị {words} {low} đều phù hợp" + vi, **parts
        )
    if interval.low is None:
        parts["words"] = Text("up to", "đến") if interval.high_closed else Text("under", "dưới")
        return message(
            "any value {words} {high} fits" + en, "mọi giá trị {words} {high} đều phù hợp" + vi, **parts
        )
    return message(
        "any value from {low} to {high} fits" + en,
        "mọi giá trị từ {low} đến {high} đều phù hợp" + vi,
        **parts,
    )


def _nothing_fits(whole: bool) -> Message:
    if whole:
        return message(
            "no whole number fits, rounded or cut off",
            "không có số nguyên nào phù hợp, dù làm tròn hay cắt bỏ phần lẻ",
        )
    return message(
        "no value fits, rounded or cut off", "không có giá trị nào phù hợp, dù làm tròn hay cắt bỏ phần lẻ"
    )
