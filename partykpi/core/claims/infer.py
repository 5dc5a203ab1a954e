"""Infer from a claim the figure that was not printed: an attainment read backwards bounds what is missing."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.claims.inputs import number_of
from partykpi.core.claims.judge import senses_tried
from partykpi.core.claims.model import Verdict
from partykpi.core.claims.wording import SENSES, places
from partykpi.core.figure import Interval, add, divide, exactly, hull, intersect, multiply, subtract, whole_numbers
from partykpi.core.model import Claim, Sense
from partykpi.core.rounding import Rounding, allowed, to_nearest
from partykpi.problem import Message, message
from partykpi.text import Text

# The most values that are listed one by one.
_MOST_LISTED = 10

_HUNDREDTH = exactly(Fraction(1, 100))
_ONE = exactly(1)
_ZERO = exactly(0)
_POSITIVE = Interval(Fraction(0), None, low_closed=False)
_NOT_NEGATIVE = Interval(Fraction(0), None)
_NEGATIVE = Interval(None, Fraction(0), high_closed=False)


class Unknown(NamedTuple):
    """The one figure that is missing, as a function of what a claim says.

    `from_ratio` takes the shares of 1 that the attainment can have, `from_difference` the percentage points
    that the actual can lie above the base (None where the unknown does not follow from a difference); both return the
    values that the unknown can then have, or None where there is none. `whole` things have no parts. An unknown is
    never below zero, and is zero only where it `may_be_zero`.
    """

    from_ratio: Callable[[Interval], Interval | None]
    from_difference: Callable[[Interval], Interval | None] | None
    whole: bool
    may_be_zero: bool = False


class Inference(NamedTuple):
    """What a claim says of the unknown.

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

    @property
    def possible(self) -> bool:
        """Whether any value fits."""
        return self.verdict != "impossible"

    @property
    def single(self) -> bool:
        """Whether exactly one value fits."""
        return self.possible and self.verdict != "ambiguous"


class Interpretation(NamedTuple):
    """One way to read a claim about an unknown, and the values that the unknown can have by it, if any."""

    sense: Sense
    rounding: Rounding
    interval: Interval | None


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
    return _solved(sense, allowed(number_of(claim), claim.decimals, claim.nearness, rounding), unknown)


def infer(claim: Claim, unknown: Unknown, percent: bool) -> Inference | None:
    """Return what the claim says of the unknown, or None where the claim is a status word.

    None also where it is in points, of figures that are not percentages, and no other sense can be tried.
    The stated sense is tried first, rounded to the nearest, then cut off; then the other senses alike
    (points only where the unit is the percent, which `percent` says). The first interpretation that leaves a value
    (of whole things: a whole number) is taken. Rounding up is never guessed.
    """
    if claim.number is None:
        return None
    tried = list(_interpretations(claim, unknown, percent))
    if not tried:
        return None
    for interpretation in tried:
        interval = interpretation.interval
        if interval is not None and (not unknown.whole or how_many(whole_numbers(interval)) != 0):
            return _inference(claim, interpretation, interval, unknown.whole)
    return Inference(
        next((interpretation.interval for interpretation in tried if interpretation.sense == claim.sense), None),
        range(0) if unknown.whole else None,
        claim.sense,
        None,
        "impossible",
        _nothing_fits(unknown.whole),
    )


def infer_together(
    claims: Sequence[Claim], unknown: Unknown, percent: bool
) -> tuple[Inference, tuple[Claim, ...]] | None:
    """Return what several claims on one target say of its unknown together, and which of them say it.

    Only exact numbers about the whole target are used: no status words, no "over" or "nearly", no growth since before,
    no other base and no single period. Where all that are possible agree, their common values count, interpreted as the
    first of them is; else the first alone. None where no claim can be used.
    """
    used = [
        (claim, inference)
        for claim in claims
        if claim.about_whole_target and claim.nearness == "exactly" and (inference := infer(claim, unknown, percent))
    ]
    if not used:
        return None
    possible = [(claim, inference) for claim, inference in used if inference.possible]
    if not possible:
        claim, inference = used[0]
        return inference, (claim,)
    first, alone = possible[0]
    common = alone.interval
    for _, inference in possible[1:]:
        common = None if common is None or inference.interval is None else intersect(common, inference.interval)
    if common is None or alone.rounding is None or (unknown.whole and how_many(whole_numbers(common)) == 0):
        return alone, (first,)
    together = _inference(first, Interpretation(alone.sense, alone.rounding, common), common, unknown.whole)
    return together, tuple(claim for claim, _ in possible)


def _interpretations(claim: Claim, unknown: Unknown, percent: bool) -> Iterator[Interpretation]:
    """Return the interpretations of a claim in the order in which they are tried."""
    number = number_of(claim)
    senses = senses_tried(claim, percent)
    stated = [sense for sense in senses if sense == claim.sense]
    for group in (stated, [sense for sense in senses if sense != claim.sense]):
        for sense in group:
            yield _read_to_nearest(claim, number, sense, unknown)
        if claim.nearness == "exactly":
            for sense in group:
                yield Interpretation(sense, "cut-off", read_as(claim, sense, "cut-off", unknown))


def _read_to_nearest(claim: Claim, number: Fraction, sense: Sense, unknown: Unknown) -> Interpretation:
    interval = _solved(sense, to_nearest(number, claim.decimals, claim.nearness), unknown)
    half_up = read_as(claim, sense, "half-up", unknown)
    only_half_even = interval is not None and (
        half_up is None or (unknown.whole and how_many(whole_numbers(half_up)) == 0)
    )
    return Interpretation(sense, "half-even" if only_half_even else "half-up", interval)


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


def _inference(claim: Claim, interpretation: Interpretation, interval: Interval, whole: bool) -> Inference:
    sense, rounding, _ = interpretation
    numbers = whole_numbers(interval) if whole else None
    single = how_many(numbers) == 1 if whole else interval.exact is not None
    verdict: Verdict = "ambiguous"
    if single:
        verdict = "implied"
        if sense != claim.sense:
            verdict = "misworded"
        elif rounding == "cut-off":
            verdict = "cut-off"
    values = _whole_values_that_fit(numbers) if numbers is not None else _values_that_fit(interval)
    detail = message("{values}{reading}", "{values}{reading}", values=values, reading=_read_how(claim, sense, rounding))
    return Inference(interval, numbers, sense, rounding, verdict, detail)


def how_many(numbers: range | None) -> int | None:
    """Return how many numbers there are (`len` fails on very many), None where `numbers` is None."""
    return None if numbers is None else max(0, numbers.stop - numbers.start)


def _whole_values_that_fit(numbers: range) -> Message:
    count = how_many(numbers) or 0
    if count == 1:
        return message("only {value} fits", "chỉ có {value} phù hợp", value=numbers.start)
    if count <= _MOST_LISTED:
        return message("{listed} fit", "{listed} đều phù hợp", listed=", ".join(str(value) for value in numbers))
    return message(
        "{count} whole numbers fit, from {low} to {high}",
        "có {count} số nguyên phù hợp, từ {low} đến {high}",
        count=count,
        low=numbers.start,
        high=numbers.stop - 1,
    )


def _values_that_fit(interval: Interval) -> Message:
    low, high = interval.low, interval.high
    if interval.exact is not None:
        return message("only {value} fits", "chỉ có {value} phù hợp", value=interval.exact)
    if low is not None and high is not None:
        return message(
            "any value from {low} to {high} fits", "mọi giá trị từ {low} đến {high} đều phù hợp", low=low, high=high
        )
    if low is not None:
        begin = Text("from", "từ") if interval.low_closed else Text("over", "trên")
        return message("any value {begin} {low} fits", "mọi giá trị {begin} {low} đều phù hợp", begin=begin, low=low)
    if high is not None:
        end = Text("up to", "đến") if interval.high_closed else Text("under", "dưới")
        return message("any value {end} {high} fits", "mọi giá trị {end} {high} đều phù hợp", end=end, high=high)
    return message("any value fits", "mọi giá trị đều phù hợp")


def _read_how(claim: Claim, sense: Sense, rounding: Rounding) -> Message:
    """Say in which sense and rounding a claim is read, where that is not the stated sense to the nearest."""
    other = cut = message("", "")
    if sense != claim.sense:
        other = message(", read as “{sense}”", ", nếu hiểu là “{sense}”", sense=SENSES[sense].label)
    if rounding == "cut-off":
        cut = message(", cut off {places}", ", với phần lẻ bị cắt bỏ, {places}", places=places(claim.decimals))
    return message("{other}{cut}", "{other}{cut}", other=other, cut=cut)


def _nothing_fits(whole: bool) -> Message:
    if whole:
        return message(
            "no whole number fits, rounded or cut off",
            "không có số nguyên nào phù hợp, dù làm tròn hay cắt bỏ phần lẻ",
        )
    return message("no value fits, rounded or cut off", "không có giá trị nào phù hợp, dù làm tròn hay cắt bỏ phần lẻ")
