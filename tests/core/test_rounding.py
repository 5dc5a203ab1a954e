"""The values behind a printed number, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.claims import ROUNDINGS, decimals_used, roundings, span

from partykpi.core.model import Nearness
from partykpi.core.rounding import Rounding, allowed, preimage, rounded

values = st.fractions(min_value=-500, max_value=500, max_denominator=3000)


@pytest.mark.parametrize(
    ("number", "rounding", "expected"),
    [
        ("78", "half-up", "[77.5,78.5)"),
        ("-78", "half-up", "(-78.5,-77.5]"),
        ("0", "half-up", "(-0.5,0.5)"),
        ("78.1", "half-up", "[78.05,78.15)"),
        ("78.10", "half-up", "[78.095,78.105)"),  # a trailing zero was printed, and counts
        ("78", "half-even", "[77.5,78.5]"),
        ("77", "half-even", "(76.5,77.5)"),
        ("78.1", "half-even", "(78.05,78.15)"),
        ("78.10", "half-even", "[78.095,78.105]"),
        ("-77", "half-even", "(-77.5,-76.5)"),
        ("0", "half-even", "[-0.5,0.5]"),
        ("186.6", "cut-off", "[186.6,186.7)"),
        ("-186.6", "cut-off", "(-186.7,-186.6]"),
        ("0", "cut-off", "(-1,1)"),
        ("78.2", "rounded-up", "(78.1,78.2]"),
        ("-78.2", "rounded-up", "[-78.2,-78.1)"),
        ("0", "rounded-up", "[0,0]"),
    ],
)
def test_preimage(number: str, rounding: Rounding, expected: str) -> None:
    """The values behind a printed number are those that each rounding prints so."""
    assert preimage(Fraction(number), len(number.partition(".")[2]), rounding) == span(expected)


def test_preimage_of_too_many_decimals() -> None:
    """A number cannot have more decimals than were printed."""
    with pytest.raises(ValueError, match="decimals"):
        preimage(Fraction("78.14"), 1, "half-up")


@pytest.mark.parametrize(
    ("number", "nearness", "expected"),
    [
        ("51", "over", "(51,)"),
        ("51", "under", "(,51)"),
        ("80", "nearly", "[76,80)"),  # 95 % of 80 is 76
        ("80", "about", "[76,84]"),
        ("2", "about", "[1.5,2.5)"),  # 5 % of 2 is 0.1, less than the half that rounding allows
        ("-5", "over", "(,-5)"),
        ("-5", "under", "(-5,)"),
        ("-20", "nearly", "(-20,-19]"),
        ("-20", "about", "[-21,-19]"),
        ("0", "nearly", "(-0.5,0.5)"),
        ("0", "about", "(-0.5,0.5)"),
    ],
)
def test_nearness(number: str, nearness: Nearness, expected: str) -> None:
    """A word of nearness widens the number as the docstring says, whatever the rounding."""
    for rounding in ROUNDINGS:
        assert allowed(Fraction(number), 0, nearness, rounding) == span(expected)


@given(values, decimals_used, roundings)
def test_preimage_holds_exactly_what_prints_so(value: Fraction, decimals: int, rounding: Rounding) -> None:
    """A value lies behind the number that it prints as, and behind neither neighbour."""
    printed = rounded(value, decimals, rounding)
    unit = Fraction(1, 10**decimals)
    assert value in preimage(printed, decimals, rounding)
    for other in (printed - unit, printed + unit):
        assert value not in preimage(other, decimals, rounding)
