"""Infer from a claim the figure that was not printed: an attainment read backwards bounds what is missing."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.claims.inputs import number_of
from partykpi.core.claims.judge import senses_tried
from partykpi.core.claims.model import Verdict
from partykpi.core.claims.wording import SENSES, places
from partykpi.core.figure import Interval, add, divide, exactly, hull, intersect, multiply, subtract, whole_numbers
from partykpi.core.model import Claim, Sense, Unit
from partykpi.core.rounding import Rounding, allowed, to_nearest
from partykpi.problem import Message, Spread, Value, message
from partykpi.text import Text

# The most values that are listed one by one.
_MOST_LISTED = 10

_ROUNDED: Mapping[Rounding, Text] = {
    "half-up": Text("rounded", "làm tròn"),
    "half-even": Text("rounded half to even", "làm tròn, 5 về số chẵn"),
    "cut-off": Text("cut off", "cắt bỏ phần lẻ"),
    "rounded-up": Text("rounded up", "làm tròn lên"),
}

_HUNDREDTH = exactly(Fraction(1, 100))
_ONE = exactly(1)
_ZERO = exactly(0)
_POSITIVE = Interval(Fraction(0), None, low_closed=False)
_NOT_NEGATIVE = Interval(Fraction(0), None)
_NEGATIVE = Interval(None, Fraction(0), high_closed=False)


THE_TARGET = Text("the target", "chỉ tiêu")
THE_ACTUAL = Text("the actual figure", "kết quả")


class Unknown(NamedTuple):
    """The one figure that is missing, as a function of what a claim says.

    `from_ratio` takes the shares of 1 that the attainment can have, `from_difference` the percentage points
    that the actual can lie above the base (None where the unknown does not follow from a difference); both return the
    values that the unknown can then have, or None where there is none. `whole` things have no parts. An unknown is
    never below zero, and is zero only where it `may_be_zero`. It is called `name` and counted in `unit`.
    """

    from_ratio: Callable[[Interval], Interval | None]
    from_difference: Callable[[Interval], Interval | None] | None
    whole: bool
    may_be_zero: bool = False
    name: Text | Message = THE_TARGET
    unit: Unit | None = None


class Way(NamedTuple):
    """The values that the unknown can have by one way of rounding."""

    rounding: Rounding
    interval: Interval


class Inference(NamedTuple):
    """What a claim says of the unknown, over all the usual ways of rounding: to the nearest, and cutting off.

    `interval` holds its possible values (where the verdict is `impossible`, the values that would fit if
    the unknown were not whole, or None). `whole` are the whole numbers in it; None where the unknown is not
    whole, or where there is no end to them. The verdict is `implied`, `cut-off`, `misworded` or `possible` (by what the
    known figure was rounded from) for a single value, `ambiguous` for several, `impossible` for none. `rounding` is the
    one that gives them all, None where one alone does not; `ways` are those that give any.
    """

    interval: Interval | None
    whole: range | None
    sense: Sense
    rounding: Rounding | None
    verdict: Verdict
    detail: Message
    ways: tuple[Way, ...] = ()

    @property
    def possible(self) -> bool:
        """Whether any value fits."""
        return self.verdict != "impossible"

    @property
    def single(self) -> bool:
        """Whether exactly one value fits."""
        return self.possible and self.verdict != "ambiguous"


def unknown_target(actual: Interval, *, whole: bool, unit: Unit | None = None) -> Unknown:
    """Return a target that is not known, where the attainment is the actual divided by it."""

    def from_ratio(ratio: Interval) -> Interval | None:
        if actual.exact == 0:
            return _POSITIVE if 0 in ratio else None
        return divide(actual, ratio)

    return Unknown(from_ratio, lambda difference: subtract(actual, difference), whole, unit=unit)


def unknown_actual(target: Interval, *, whole: bool, unit: Unit | None = None) -> Unknown:
    """Return an actual figure that is not known, where the attainment is it divided by the target."""
    return Unknown(
        lambda ratio: multiply(target, ratio),
        lambda difference: add(target, difference),
        whole,
        may_be_zero=True,
        name=THE_ACTUAL,
        unit=unit,
    )


def read_as(claim: Claim, sense: Sense, rounding: Rounding, unknown: Unknown) -> Interval | None:
    """Return the values of the unknown for which the claim, read in that sense and rounding, is true."""
    printed = allowed(number_of(claim), claim.decimals, claim.nearness, rounding)
    return _solved(sense, _in_units(claim, sense, printed), unknown)


def senses_inferred(claim: Claim, percent: bool) -> tuple[Sense, ...]:
    """Return the senses that a figure is inferred by: how far one grew is never read as how much of it there is."""
    return tuple(sense for sense in senses_tried(claim, percent) if sense == claim.sense or not claim.change)


def infer(claim: Claim, unknown: Unknown, percent: bool) -> Inference | None:
    """Return what the claim says of the unknown, or None where the claim is a status word, a figure itself or of time.

    None also where it is in points, of figures that are not percentages, and no other sense can be tried.
    The stated sense is tried first, then those that it may be mistaken for (points only where the unit is the percent,
    which `percent` says), of these first one that fits to the nearest. In the first that leaves a value (of whole
    things: a whole number) all values count that any usual rounding leaves. Rounding up is never guessed.
    """
    if claim.number is None or claim.sense in ("early", "level", "mean"):
        return None
    tried = {sense: _ways(claim, sense, unknown) for sense in senses_inferred(claim, percent)}
    if not tried:
        return None
    fitting = [sense for sense, ways in tried.items() if ways]
    if claim.sense not in fitting:
        fitting.sort(key=lambda sense: tried[sense][0].rounding == "cut-off")
    if fitting:
        return _inference(claim, fitting[0], tried[fitting[0]], unknown)
    return Inference(
        _solved_to_nearest(claim, claim.sense, unknown) if claim.sense in tried else None,
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
        if claim.about_a_plan
        and claim.nearness == "exactly"
        and not claim.grown
        and (inference := infer(claim, unknown, percent))
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
    ways = () if common is None else _within(alone.ways, common, unknown.whole)
    if not ways:
        return alone, (first,)
    return _inference(first, alone.sense, ways, unknown), tuple(claim for claim, _ in possible)


def by_rounding(found: Inference, before: Inference | None) -> Inference:
    """Return what fits by the values that the known figure was rounded from, where that is more than one or none.

    `found` is what fits by the figure as it is printed: several values that fit it are told alone.
    """
    if before is None or not before.possible or (found.possible and (not found.single or before.single)):
        return found
    detail = message("{fits}, by the rounding of the reading", "{fits}, do số liệu đã làm tròn", fits=before.detail)
    return before._replace(verdict="possible" if before.single else before.verdict, detail=detail)


def _within(ways: Sequence[Way], common: Interval, whole: bool) -> tuple[Way, ...]:
    """Return the ways with those of their values that lie in the interval."""
    cut = [(way.rounding, intersect(way.interval, common)) for way in ways]
    return tuple(
        Way(rounding, interval) for rounding, interval in cut if interval is not None and _any(interval, whole)
    )


def _any(interval: Interval, whole: bool) -> bool:
    return not whole or how_many(whole_numbers(interval)) != 0


def _ways(claim: Claim, sense: Sense, unknown: Unknown) -> tuple[Way, ...]:
    """Return the usual ways of rounding by which a value fits, to the nearest first."""
    found: list[tuple[Rounding, Interval | None]] = [_to_nearest(claim, sense, unknown)]
    if claim.nearness == "exactly":
        found.append(("cut-off", read_as(claim, sense, "cut-off", unknown)))
    return tuple(
        Way(rounding, interval)
        for rounding, interval in found
        if interval is not None and _any(interval, unknown.whole)
    )


def _to_nearest(claim: Claim, sense: Sense, unknown: Unknown) -> tuple[Rounding, Interval | None]:
    interval = _solved_to_nearest(claim, sense, unknown)
    half_up = read_as(claim, sense, "half-up", unknown)
    only_half_even = interval is not None and (half_up is None or not _any(half_up, unknown.whole))
    return "half-even" if only_half_even else "half-up", interval


def _solved_to_nearest(claim: Claim, sense: Sense, unknown: Unknown) -> Interval | None:
    printed = to_nearest(number_of(claim), claim.decimals, claim.nearness)
    return _solved(sense, _in_units(claim, sense, printed), unknown)


def _in_units(claim: Claim, sense: Sense, printed: Interval) -> Interval:
    """Return the values of a claim in the unit of the unknown, where it is a difference in a unit of its own."""
    return multiply(printed, exactly(claim.scale)) if sense == "difference" and claim.scale != 1 else printed


def _solved(sense: Sense, printed: Interval, unknown: Unknown) -> Interval | None:
    """Return the values of the unknown for which the claimed figure lies in `printed`."""
    least = _NOT_NEGATIVE if unknown.may_be_zero else _POSITIVE
    if sense in ("points", "difference"):
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


def _inference(claim: Claim, sense: Sense, ways: Sequence[Way], unknown: Unknown) -> Inference:
    interval = ways[0].interval
    for way in ways[1:]:
        interval = hull(interval, way.interval)
    numbers = whole_numbers(interval) if unknown.whole else None
    alone = next((way.rounding for way in ways if _all_in(way.interval, interval, numbers)), None)
    single = how_many(numbers) == 1 if unknown.whole else interval.exact is not None
    verdict: Verdict = "ambiguous"
    if single:
        verdict = "implied"
        if sense != claim.sense:
            verdict = "misworded"
        elif alone == "cut-off":
            verdict = "cut-off"
    several = ways if alone is None else ()
    values = _any_value_fits(interval, unknown, several) if numbers is None else _numbers_that_fit(numbers, several)
    detail = message("{values}{reading}", "{values}{reading}", values=values, reading=_read_how(claim, sense, alone))
    return Inference(interval, numbers, sense, alone, verdict, detail, tuple(ways))


def _all_in(part: Interval, interval: Interval, numbers: range | None) -> bool:
    """Say whether a part of the interval holds all its values that count."""
    return part == interval if numbers is None else whole_numbers(part) == numbers


def how_many(numbers: range | None) -> int | None:
    """Return how many numbers there are (`len` fails on very many), None where `numbers` is None."""
    return None if numbers is None else max(0, numbers.stop - numbers.start)


def _numbers_that_fit(numbers: range, ways: Sequence[Way]) -> Message:
    """Return which whole numbers fit; `ways` are given where it depends on the rounding which ones do."""
    count = how_many(numbers) or 0
    if count == 1:
        return message("only {value} fits", "chỉ có {value} phù hợp", value=numbers.start)
    if count <= _MOST_LISTED:
        listed = {f"value{value}": _with_roundings(value, ways) for value in numbers}
        each = ", ".join(f"{{{name}}}" for name in listed)
        return message(each + " fit", each + " đều phù hợp", **listed)
    return message(
        "{count} whole numbers fit, from {low} to {high}{how}",
        "có {count} số nguyên phù hợp, từ {low} đến {high}{how}",
        count=count,
        low=numbers.start,
        high=numbers.stop - 1,
        how=message(", rounded or cut off", ", nếu làm tròn hoặc cắt bỏ phần lẻ") if ways else "",
    )


def _with_roundings(value: int, ways: Sequence[Way]) -> Value:
    """Return a value and the ways of rounding that give it."""
    by = [_ROUNDED[way.rounding] for way in ways if value in way.interval]
    if not by:
        return value
    if len(by) == 1:
        return message("{value} ({way})", "{value} ({way})", value=value, way=by[0])
    return message("{value} ({one} or {way})", "{value} ({one} hoặc {way})", value=value, one=by[0], way=by[-1])


def _any_value_fits(interval: Interval, unknown: Unknown, ways: Sequence[Way]) -> Message:
    """Return between which values the unknown lies; `ways` are given where it depends on the rounding."""
    low, high, unit = interval.low, interval.high, unknown.unit
    how = message(", rounded or cut off", ", nếu làm tròn hoặc cắt bỏ phần lẻ") if ways else ""
    if interval.exact is not None:
        return message("only {value} fits{how}", "chỉ có {value} phù hợp{how}", value=interval.exact, how=how)
    values: dict[str, Value] = {"what": unknown.name, "how": how}
    if low is not None and high is not None:
        named = Spread(low, high) if unit is None else Spread(low, high, unit.many, unit.sign, unit.money)
        return message("{what} is about {range}{how}", "{what} vào khoảng {range}{how}", range=named, **values)
    if low is not None:
        begin = Text("at least", "từ") if interval.low_closed else Text("over", "trên")
        return message("{what} is {begin} {low}{how}", "{what} {begin} {low}{how}", begin=begin, low=low, **values)
    if high is not None:
        end = Text("at most", "không quá") if interval.high_closed else Text("under", "dưới")
        return message("{what} is {end} {high}{how}", "{what} {end} {high}{how}", end=end, high=high, **values)
    return message("any value fits", "mọi giá trị đều phù hợp")


def _read_how(claim: Claim, sense: Sense, rounding: Rounding | None) -> Message:
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
