"""The interval: all the values that a figure can stand for, on exact fractions.

`547` is the interval [547, 547], `1.5..2` is [1.5, 2], `> 51` is (51, ∞). Arithmetic on figures is interval
arithmetic: the answer holds every value that the operands allow, and as few others as an interval can.
"""

from fractions import Fraction
from typing import Literal, NamedTuple, Self


class _Ends(NamedTuple):
    low: Fraction | None
    high: Fraction | None
    low_closed: bool
    high_closed: bool


class Interval(_Ends):
    """The values from `low` to `high`; an end that is None is unbounded, and never closed.

    An interval is never empty: one that would be raises ValueError.
    """

    __slots__ = ()

    def __new__(
        cls, low: Fraction | None, high: Fraction | None, low_closed: bool = True, high_closed: bool = True
    ) -> Self:
        """Return the interval; see the class."""
        if low is None or high is None:
            low_closed = low_closed and low is not None
            high_closed = high_closed and high is not None
        elif low > high or (low == high and not (low_closed and high_closed)):
            raise ValueError("an interval holds at least one value")
        return tuple.__new__(cls, (low, high, low_closed, high_closed))

    @property
    def exact(self) -> Fraction | None:
        """The one value that the interval holds, or None where it holds several."""
        low, high = self.low, self.high
        return low if low is high or (low is not None and low == high) else None

    def end(self, which: Literal["low", "high"]) -> Fraction | None:
        """Return the one end of the interval or the other, or None where it has none there."""
        return self.low if which == "low" else self.high

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, (Fraction, int)):
            return False
        above = self.low is None or value > self.low or (self.low_closed and value == self.low)
        below = self.high is None or value < self.high or (self.high_closed and value == self.high)
        return above and below


EVERYTHING = Interval(None, None)


def exactly(value: Fraction | int) -> Interval:
    """The interval that holds `value` alone."""
    value = value if type(value) is Fraction else Fraction(value)
    return tuple.__new__(Interval, (value, value, True, True))  # as most figures come about: nothing to look at


def at_least(value: Fraction | int) -> Interval:
    """The interval [value, ∞)."""
    return Interval(Fraction(value), None)


def inside(figure: Interval, goal: Interval) -> bool | None:
    """Say whether `figure` lies in `goal`: True (all of it), False (none of it), or None (only a part)."""
    if figure.exact is not None:
        return figure.exact in goal
    common = intersect(figure, goal)
    if common is None:
        return False
    return True if common == figure else None


def intersect(left: Interval, right: Interval) -> Interval | None:
    """Return the values that both hold, or None where there is none."""
    if left.exact is not None:
        return left if left.exact in right else None
    low, low_closed = _higher_low(left, right)
    high, high_closed = _lower_high(left, right)
    if low is not None and high is not None and (low > high or (low == high and not (low_closed and high_closed))):
        return None
    return Interval(low, high, low_closed, high_closed)


def hull(left: Interval, right: Interval) -> Interval:
    """Return the smallest interval that holds both."""
    low, low_closed = _lower_low(left, right)
    high, high_closed = _lower_low(negate(left), negate(right))
    return Interval(low, _minus(high), low_closed, high_closed)


def add(left: Interval, right: Interval) -> Interval:
    """Return every sum of a value of `left` and a value of `right`."""
    one, other = left.exact, right.exact
    if one is not None and other is not None:
        return exactly(one + other)
    low = None if left.low is None or right.low is None else left.low + right.low
    high = None if left.high is None or right.high is None else left.high + right.high
    return Interval(low, high, left.low_closed and right.low_closed, left.high_closed and right.high_closed)


def negate(figure: Interval) -> Interval:
    """Return the figure with every value's sign turned."""
    if figure.exact is not None:
        return exactly(-figure.exact)
    return Interval(_minus(figure.high), _minus(figure.low), figure.high_closed, figure.low_closed)


def subtract(left: Interval, right: Interval) -> Interval:
    """Return every difference of a value of `left` and a value of `right`."""
    one, other = left.exact, right.exact
    if one is not None and other is not None:
        return exactly(one - other)
    return add(left, negate(right))


def multiply(left: Interval, right: Interval) -> Interval:
    """Return every product of a value of `left` and a value of `right`."""
    one, other = left.exact, right.exact
    if one is not None and other is not None:
        return exactly(one * other)
    products = [_times(a, b) for a in (_low_end(left), _high_end(left)) for b in (_low_end(right), _high_end(right))]
    if 0 in left or 0 in right:  # 0 × x is attained although x may lie at an open end
        products.append((Fraction(0), 0, True))
    return _spanned(products)


def divide(left: Interval, right: Interval) -> Interval | None:
    """Return the smallest interval that holds every quotient; None where `right` is zero and nothing else.

    A divisor that reaches zero only at one end gives a half-line; one that holds values on both sides of
    zero gives all numbers, unless `left` is zero alone.
    """
    dividend, divisor = left.exact, right.exact
    if divisor is not None:
        if not divisor.numerator:
            return None
        if dividend is not None:
            return exactly(dividend / divisor)
        return multiply(left, exactly(1 / divisor))
    if dividend == 0:
        return exactly(0)
    positive = intersect(right, Interval(Fraction(0), None, low_closed=False))
    negative = intersect(right, Interval(None, Fraction(0), high_closed=False))
    parts = [multiply(left, _reciprocal(part)) for part in (positive, negative) if part is not None]
    return parts[0] if len(parts) == 1 else hull(*parts)


def greatest(left: Interval, right: Interval) -> Interval:
    """Return every value that is the greater of a value of `left` and a value of `right`."""
    one, other = left.exact, right.exact
    if one is not None and other is not None:
        return left if one >= other else right
    low, low_closed = _higher_low(left, right)
    high, high_closed = _lower_low(negate(left), negate(right))
    return Interval(low, _minus(high), low_closed, high_closed)


def least(left: Interval, right: Interval) -> Interval:
    """Return every value that is the lesser of a value of `left` and a value of `right`."""
    one, other = left.exact, right.exact
    if one is not None and other is not None:
        return left if one <= other else right
    return negate(greatest(negate(left), negate(right)))


def whole_numbers(figure: Interval) -> range | None:
    """Return the whole numbers that the interval holds, or None where there is no end to them."""
    if figure.low is None or figure.high is None:
        return None
    first = -(-figure.low.numerator // figure.low.denominator)
    last = figure.high.numerator // figure.high.denominator
    if first == figure.low and not figure.low_closed:
        first += 1
    if last == figure.high and not figure.high_closed:
        last -= 1
    return range(first, last + 1)


# An end of an interval, as (value, infinite sign, closed): the sign is 0 for a number, else -1 or 1 for -∞ or ∞.
_End = tuple[Fraction, int, bool]


def _low_end(figure: Interval) -> _End:
    return (Fraction(0), -1, False) if figure.low is None else (figure.low, 0, figure.low_closed)


def _high_end(figure: Interval) -> _End:
    return (Fraction(0), 1, False) if figure.high is None else (figure.high, 0, figure.high_closed)


def _sign(end: _End) -> int:
    value, infinite, _ = end
    return infinite or (value > 0) - (value < 0)


def _times(left: _End, right: _End) -> _End:
    closed = left[2] and right[2]
    if not left[1] and not right[1]:
        return left[0] * right[0], 0, closed
    # 0 × ∞ is a limit of zeros here: the end that is zero bounds every product from its own side.
    sign = _sign(left) * _sign(right)
    return Fraction(0), sign, closed and not sign


def _spanned(ends: list[_End]) -> Interval:
    """Return the interval from the least of the ends to the greatest; of equal ends a closed one wins."""
    least = min(ends, key=lambda end: (end[1], end[0], not end[2]))
    most = max(ends, key=lambda end: (end[1], end[0], end[2]))
    return Interval(
        None if least[1] else least[0],
        None if most[1] else most[0],
        least[2],
        most[2],
    )


def _reciprocal(figure: Interval) -> Interval:
    """Return 1 / figure for a figure all on one side of zero, zero itself left out."""
    low = None if figure.high == 0 else Fraction(0) if figure.high is None else 1 / figure.high
    high = None if figure.low == 0 else Fraction(0) if figure.low is None else 1 / figure.low
    return Interval(
        low,
        high,
        figure.high_closed and figure.high not in (None, 0),
        figure.low_closed and figure.low not in (None, 0),
    )


def _minus(value: Fraction | None) -> Fraction | None:
    return None if value is None else -value


def _higher_low(left: Interval, right: Interval) -> tuple[Fraction | None, bool]:
    if left.low is None or right.low is None:
        chosen = right if left.low is None else left
        return chosen.low, chosen.low_closed
    if left.low == right.low:
        return left.low, left.low_closed and right.low_closed
    chosen = left if left.low > right.low else right
    return chosen.low, chosen.low_closed


def _lower_high(left: Interval, right: Interval) -> tuple[Fraction | None, bool]:
    if left.high is None or right.high is None:
        chosen = right if left.high is None else left
        return chosen.high, chosen.high_closed
    if left.high == right.high:
        return left.high, left.high_closed and right.high_closed
    chosen = left if left.high < right.high else right
    return chosen.high, chosen.high_closed


def _lower_low(left: Interval, right: Interval) -> tuple[Fraction | None, bool]:
    if left.low is None or right.low is None:
        return None, False
    if left.low == right.low:
        return left.low, left.low_closed or right.low_closed
    chosen = left if left.low < right.low else right
    return chosen.low, chosen.low_closed
