"""Infer from a claim the figure that was not printed: an attainment read backwards bounds what is missing."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.claims.inputs import number_of
from partykpi.core.claims.judge import senses_tried
from partykpi.core.claims.model import Verdict
from partykpi.core.claims.wording import SENSE_WORDS, places
from partykpi.core.figure import Interval, add, divide, exactly, hull, intersect, multiply, subtract, whole_numbers
from partykpi.core.model import Claim, Sense
from partykpi.core.rounding import Rounding, allowed, to_nearest
from partykpi.problem import Message, Value, message
from partykpi.text import Text

# The most values that are told one by one.
_MOST_LISTED = 10

_HUNDREDTH = exactly(Fraction(1, 100))
_ONE = exactly(1)
_ZERO = exactly(0)
_POSITIVE = Interval(Fraction(0), None, low_closed=False)
_NOT_NEGATIVE = Interval(Fraction(0), None)
_NEGATIVE = Interval(None, Fraction(0), high_closed=False)


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
        if reading.interval is not None and (not unknown.whole or how_many(whole_numbers(reading.interval)) != 0):
            return _implied(claim, reading, unknown.whole)
    return Implied(
        next((reading.interval for reading in readings if reading.sense == claim.sense), None),
        range(0) if unknown.whole else None,
        claim.sense,
        None,
        "impossible",
        _nothing_fits(unknown.whole),
    )


def imply_all(claims: Sequence[Claim], unknown: Unknown, percent: bool) -> tuple[Implied, tuple[Claim, ...]] | None:
    """Say what several claims on one target tell of its unknown together, and which of them tell it.

    Only exact numbers about the whole term and the target speak: no status words, no "over" or "nearly", no
    growth since before, no other base and no single period. Where all that are possible agree, their common
    values count, read as the first of them is; else the first alone. None where no claim can speak.
    """
    speaking = [(claim, implied) for claim in claims if _speaks(claim) and (implied := imply(claim, unknown, percent))]
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
    number = number_of(claim)
    senses = senses_tried(claim.sense, claim.nearness, percent)
    stated = [sense for sense in senses if sense == claim.sense]
    for group in (stated, [sense for sense in senses if sense != claim.sense]):
        for sense in group:
            yield _read_to_nearest(claim, number, sense, unknown)
        if claim.nearness == "exactly":
            for sense in group:
                yield Reading(sense, "cut-off", read_as(claim, sense, "cut-off", unknown))


def _read_to_nearest(claim: Claim, number: Fraction, sense: Sense, unknown: Unknown) -> Reading:
    interval = _solved(sense, to_nearest(number, claim.decimals, claim.nearness), unknown)
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


def _what_fits(claim: Claim, reading: Reading, numbers: range | None) -> Message:
    """Say which values of the unknown fit, and read in which way."""
    interval = reading.interval
    assert interval is not None
    en, vi = "", ""
    parts: dict[str, Value] = {}
    if reading.sense != claim.sense:
        parts["sense"] = SENSE_WORDS[reading.sense]
        en, vi = ", read as “{sense}”", ", nếu hiểu là “{sense}”"
    if reading.rounding == "cut-off":
        parts["places"] = places(claim.decimals)
        en += ", cut off {places}"
        vi += ", với phần lẻ bị cắt bỏ, {places}"
    if numbers is not None and how_many(numbers) == 1:
        parts["value"] = numbers.start
        return message("only {value} fits" + en, "chỉ có {value} phù hợp" + vi, **parts)
    if numbers is not None and numbers.stop - numbers.start <= _MOST_LISTED:
        parts["listed"] = ", ".join(str(value) for value in numbers)
        return message("{listed} fit" + en, "{listed} đều phù hợp" + vi, **parts)
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
        return message("any value {words} {low} fits" + en, "mọi giá trị {words} {low} đều phù hợp" + vi, **parts)
    if interval.low is None:
        parts["words"] = Text("up to", "đến") if interval.high_closed else Text("under", "dưới")
        return message("any value {words} {high} fits" + en, "mọi giá trị {words} {high} đều phù hợp" + vi, **parts)
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
    return message("no value fits, rounded or cut off", "không có giá trị nào phù hợp, dù làm tròn hay cắt bỏ phần lẻ")
