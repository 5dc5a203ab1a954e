"""The values behind a printed number, and the number behind a value.

A printed number stands for the interval of values that print as that number.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Literal, assert_never

from partykpi.core.figure import Interval, hull, inside
from partykpi.core.model import Nearness

Rounding = Literal["half-up", "half-even", "cut-off", "rounded-up"]

# The share of a number that already counts as nearly it, and how far "about" reaches to either side.
_NEARLY = Fraction(95, 100)
_ABOUT = Fraction(5, 100)

_MOST_DECIMALS_MORE = 30


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
        case _:
            assert_never(rounding)
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
        case _:
            assert_never(rounding)
    return (
        Interval(low, high, low_closed, high_closed) if number >= 0 else Interval(-high, -low, high_closed, low_closed)
    )


def allowed(number: Fraction, decimals: int, nearness: Nearness, rounding: Rounding) -> Interval:
    """Return the values for which a sentence with that number is true.

    Without a word of nearness these are the values that print as the number. "Over n" is true of any larger
    value and "under n" of any smaller one. "Nearly n" holds from 95 % of n up to, not including, n; "about
    n" from 95 % to 105 % of n, and for every value that prints as n: 95 % is also the share of what is due
    that counts as on track. A negative number is read by its size ("fell by over 5 %" is a larger fall), and
    nothing but zero itself is near zero. The rounding only matters where there is no word of nearness.
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
        case "nearly" | "about":
            near = Interval(size - _ABOUT * size, size + _ABOUT * size)
            wide = hull(near, preimage(size, decimals, "half-up"))
        case _:
            assert_never(nearness)
    if number >= 0:
        return wide
    low, high = wide.low, wide.high
    return Interval(None if high is None else -high, None if low is None else -low, wide.high_closed, wide.low_closed)


@lru_cache(maxsize=4096)
def to_nearest(number: Fraction, decimals: int, nearness: Nearness) -> Interval:
    """Return what half up or half even, the two ways of rounding to the nearest, allow together."""
    if nearness == "exactly" and (number * 10**decimals).numerator % 2 == 0:
        return preimage(number, decimals, "half-even")
    return allowed(number, decimals, nearness, "half-up")


def decimals_apart(value: Fraction, other: Fraction, decimals: int) -> int:
    """Return the decimals, `decimals` at least, at which the two values print differently, if they do."""
    if abs(value - other) > 1:
        return decimals
    more = decimals
    while value != other and more < decimals + _MOST_DECIMALS_MORE and rounded(value, more) == rounded(other, more):
        more += 1
    return more


def which_nearest(figure: Interval, number: Fraction, decimals: int, nearness: Nearness) -> Rounding:
    """Return which of the two ways of rounding to the nearest makes the number of a figure that one of them does."""
    return "half-up" if inside(figure, allowed(number, decimals, nearness, "half-up")) else "half-even"


def rounding_that_fits(figure: Interval, number: Fraction, decimals: int, nearness: Nearness) -> Rounding | None:
    """Return the rounding, to the nearest or cut off, by which the figure surely prints as the number."""
    if inside(figure, to_nearest(number, decimals, nearness)):
        return which_nearest(figure, number, decimals, nearness)
    if nearness == "exactly" and inside(figure, preimage(number, decimals, "cut-off")):
        return "cut-off"
    return None
