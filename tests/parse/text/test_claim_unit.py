"""The unit that a difference or a time is told in."""

from __future__ import annotations

from fractions import Fraction

import pytest

from partykpi.parse.text.amount import AmountFault
from partykpi.parse.text.claim_text import read_claim
from partykpi.parse.text.claim_unit import ClaimUnit, unit_of_claim
from partykpi.parse.text.number import NumberStyle
from partykpi.parse.text.units import UNITS


def told(style: NumberStyle, text: str, unit: str) -> ClaimUnit | AmountFault:
    """Return the unit that a claim is told in, of an indicator in that unit."""
    worded = read_claim(text, style)
    assert worded is not None
    return unit_of_claim(text, worded, style, UNITS[unit])


@pytest.mark.parametrize(
    ("style", "text", "unit", "names", "scale"),
    [
        ("vi", "vượt 6 đảng viên", "member", ("members", "đảng viên"), "1"),
        ("en", "6 more than the goal", "member", ("members", "đảng viên"), "1"),
        ("vi", "vượt 1,2 nghìn tấn", "tonne", ("thousand tonnes", "nghìn tấn"), "1000"),
        ("vi", "vượt 1,2 nghìn tấn", "kg", ("thousand tonnes", "nghìn tấn"), "1000000"),
        ("en", "exceeds by 2 ha", "m2", ("ha", "ha"), "10000"),
        ("en", "exceeds by 500 kg", "tonne", ("kg", "kg"), "1/1000"),
        ("vi", "vượt 2 nghìn tỷ đồng", "VND", ("trillion VND", "nghìn tỷ đồng"), "1000000000000"),
        ("en", "exceeds by 1.5 thousand jobs", "job", ("thousand jobs", "nghìn việc làm"), "1000"),
        ("en", "two years early", "member", ("years", "năm"), "1"),
        ("vi", "trước 1 tháng", "member", ("months", "tháng"), "1"),
    ],
)
def test_a_unit_and_how_many_it_is(
    style: NumberStyle, text: str, unit: str, names: tuple[str, str], scale: str
) -> None:
    """A claim keeps the unit that it is written in, and how many of the indicator's one of it is."""
    found = told(style, text, unit)
    assert isinstance(found, ClaimUnit)
    assert found.unit is not None
    assert (*found.unit.many,) == names
    assert found.scale == Fraction(scale)


def test_a_percentage_has_no_unit_of_its_own() -> None:
    """What reaches, exceeds, is points or times is told in no unit of the indicator."""
    for text in ("117%", "exceeds 5%", "1.2 points", "2.46 times"):
        assert told("en", text, "member") == ClaimUnit()


@pytest.mark.parametrize(
    ("style", "text", "unit", "code"),
    [
        ("vi", "vượt 6 tấn", "member", "unit-mismatch"),
        ("vi", "vượt 6 đảng viêm", "member", "unknown-unit"),
        ("vi", "vượt 6,5 đảng viên", "member", "fractional-count"),
        ("en", "exceeds by 6.000 members", "member", "fractional-count"),
        ("en", "exceeds by 1.2345 thousand members", "member", "fractional-count"),
        ("en", "exceeds by 6 members/year", "member", "unparsable-claim"),
    ],
)
def test_what_is_wrong_with_a_unit(style: NumberStyle, text: str, unit: str, code: str) -> None:
    """A difference is held to the rules of any figure of the indicator."""
    found = told(style, text, unit)
    assert isinstance(found, AmountFault)
    assert found.definition.code == code
