"""Claims and what they are judged by, for the tests of claims."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

from hypothesis import strategies as st

from partykpi.core.claims.inputs import ClaimInputs
from partykpi.core.figure import Interval, divide, exactly
from partykpi.core.model import Claim, Nearness, Sense
from partykpi.core.rounding import Rounding
from partykpi.problem import Place, Source

PLACE = Place(Source("x.yaml", "x"), 1, 1, 2)
ROUNDINGS: tuple[Rounding, ...] = get_args(Rounding)

_WORDS: dict[Sense, str] = {
    "reaches": "{}%",
    "exceeds": "exceeds {}%",
    "points": "{} points",
    "times": "{} times",
    "share": "accounting for {}%",
    "difference": "{} more than the goal",
    "early": "{} years early",
    "level": "reaches {} members",
    "mean": "up {}% a year",
}

decimals_used = st.integers(min_value=0, max_value=3)
roundings = st.sampled_from(ROUNDINGS)
percent_senses: st.SearchStrategy[Sense] = st.sampled_from(("reaches", "exceeds"))


def claimed(number: str, sense: Sense = "reaches", nearness: Nearness = "exactly", change: bool = False) -> Claim:
    """Return the claim of that number in words, its decimals those that are written."""
    claim = claim_of(Fraction(number), len(number.partition(".")[2]), sense, nearness, change)
    return claim._replace(text=_WORDS[sense].format(number))


def claim_of(
    number: Fraction,
    decimals: int,
    sense: Sense = "reaches",
    nearness: Nearness = "exactly",
    change: bool = False,
) -> Claim:
    """Return the claim of that number at so many decimals."""
    return Claim("", PLACE, sense, number, decimals, nearness, change)


def inputs_of(actual: str | int, base: str | int, percent: bool = False) -> ClaimInputs:
    """Return the inputs of one actual figure against one base."""
    top, bottom = exactly(Fraction(actual)), exactly(Fraction(base))
    return ClaimInputs(divide(top, bottom), top, bottom, percent)


def span(text: str) -> Interval:
    """Return the interval written like [77.5,78.5)."""
    low, high = text[1:-1].split(",")
    return Interval(Fraction(low) if low else None, Fraction(high) if high else None, text[0] == "[", text[-1] == "]")
