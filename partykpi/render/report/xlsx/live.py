"""Formulas that know what they come to, so that none is written that does not come to our own figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from partykpi.render.text import words

Value: TypeAlias = "Fraction | str | bool | None"
Sign = Literal[">=", ">", "<=", "<", "="]

_ATOM, _PRODUCT, _SUM = 0, 1, 2

# Doubles tell sixteen digits apart. What is compared is rounded to twelve of them and nine decimals at most; what is
# shown is rounded to thirteen, so that half a unit of the last decimal that is shown stays a half.
_DIGITS, _MOST_DECIMALS = 12, 9
_SHOWN_DIGITS = 13

_NAME = re.compile(r"\{(\w+)\}")


class Live(NamedTuple):
    """A formula in terms of other quantities, whose names stand in braces, and what it comes to.

    The value is None where the formula has none: nothing divides by zero, and a figure that is missing makes all that
    is made of it missing. It is None as well where doubles could not tell for sure.
    """

    text: str
    value: Value
    strength: int = _ATOM

    @property
    def names(self) -> list[str]:
        """The quantities that it is made of."""
        return _NAME.findall(self.text)

    def written(self, place: Callable[[str], str]) -> str:
        """Return the formula with the place of each quantity in place of its name."""
        return _NAME.sub(lambda found: place(found[1]), self.text)

    def inside(self, place: Callable[[str], str]) -> str:
        """Return the same as a part of another formula."""
        return f"({self.written(place)})" if self.strength else self.written(place)


def named(name: str, value: Value) -> Live:
    """Return a quantity that stands in a cell of its own."""
    return Live(f"{{{name}}}", value)


def number(value: Fraction | int) -> Live:
    """Return a number that is not a figure of the file."""
    exact = Fraction(value)
    return Live(str(exact), exact, _ATOM if exact.denominator == 1 and exact >= 0 else _PRODUCT)


def word(text: str) -> Live:
    """Return a word of ours."""
    return Live(f'"{text}"', text)


NOTHING = Live(f'"{words.NOTHING}"', None)


def plus(left: Live, right: Live) -> Live:
    """Return the sum."""
    return _joined(left, "+", right, _SUM, lambda a, b: a + b)


def minus(left: Live, right: Live) -> Live:
    """Return the difference."""
    return _joined(left, "-", right, _SUM, lambda a, b: a - b)


def times(left: Live, right: Live) -> Live:
    """Return the product."""
    return _joined(left, "*", right, _PRODUCT, lambda a, b: a * b)


def over(left: Live, right: Live) -> Live:
    """Return the quotient, nothing where that would divide by zero."""
    return _joined(left, "/", right, _PRODUCT, lambda a, b: a / b if b else None)


def sum_of(parts: Sequence[Live]) -> Live:
    """Return the sum of one or more."""
    total = parts[0]
    for part in parts[1:]:
        total = plus(total, part)
    return total


def at_least(floor: int, figure: Live) -> Live:
    """Return the figure, or the floor where it lies below."""
    return Live(f"MAX({floor},{figure.text})", None if figure.value is None else max(Fraction(floor), _of(figure)))


def at_most(ceiling: int, figure: Live) -> Live:
    """Return the figure, or the ceiling where it lies above."""
    return Live(f"MIN({ceiling},{figure.text})", None if figure.value is None else min(Fraction(ceiling), _of(figure)))


def compare(left: Live, sign: Sign, right: Live) -> Live:
    """Return whether the comparison holds, the difference rounded so that no error of doubles decides it."""
    a, b = left.value, right.value
    difference = left if right.text == "0" else minus(left, right)
    if not isinstance(a, Fraction) or not isinstance(b, Fraction):
        return Live(f"ROUND({difference.text},{_MOST_DECIMALS}){sign}0", None)
    decimals = min(_MOST_DECIMALS, _DIGITS - _size(max(abs(a), abs(b))))
    text = f"ROUND({difference.text},{max(decimals, 0)}){sign}0"
    if decimals < 0 or 0 < abs(a - b) <= Fraction(1, 10**decimals):
        return Live(text, None)
    return Live(text, _HOLDS[sign](a, b))


def both(left: Live, right: Live) -> Live:
    """Return whether both hold."""
    if left.value is None or right.value is None:
        return Live(f"AND({left.text},{right.text})", None)
    return Live(f"AND({left.text},{right.text})", bool(left.value and right.value))


def either(condition: Live | bool, yes: Live, no: Live) -> Live:
    """Return the one or the other; a condition that is no formula is settled here."""
    if isinstance(condition, bool):
        return yes if condition else no
    value = None if condition.value is None else yes.value if condition.value else no.value
    return Live(f"IF({condition.text},{yes.text},{no.text})", value)


def where_number(figure: Live, yes: Live, no: Live) -> Live:
    """Return the one where the figure is there, else the other."""
    return Live(f"IF(ISNUMBER({figure.text}),{yes.text},{no.text})", (yes if figure.value is not None else no).value)


def tidied(figure: Live) -> Live:
    """Return the figure without the errors of doubles in its last digits."""
    whole = abs(figure.value) if isinstance(figure.value, Fraction) else Fraction(0)
    return Live(f"ROUND({figure.text},{max(_SHOWN_DIGITS - _size(whole), 0)})", figure.value)


def or_nothing(figure: Live) -> Live:
    """Return the figure, or the sign of nothing where it has no value."""
    return Live(f"IFERROR({figure.text},{NOTHING.text})", figure.value)


def _joined(
    left: Live, sign: str, right: Live, strength: int, join: Callable[[Fraction, Fraction], Fraction | None]
) -> Live:
    a, b = left.value, right.value
    value = join(a, b) if isinstance(a, Fraction) and isinstance(b, Fraction) else None
    before = f"({left.text})" if left.strength > strength else left.text
    tight = strength if sign in "+*" else strength - 1
    after = f"({right.text})" if right.strength > tight else right.text
    return Live(f"{before}{sign}{after}", value, strength)


def _size(value: Fraction) -> int:
    """Return how many digits a number has before its decimal sign."""
    return len(str(int(value)))


def _of(figure: Live) -> Fraction:
    assert isinstance(figure.value, Fraction)
    return figure.value


_HOLDS: dict[Sign, Callable[[Fraction, Fraction], bool]] = {
    ">=": lambda a, b: a >= b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    "<": lambda a, b: a < b,
    "=": lambda a, b: a == b,
}
