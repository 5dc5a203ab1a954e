"""Numbers as they are written, in both styles."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partykpi.parse.text.number import MOST_DIGITS, Number, NumberFault, NumberStyle, other_style, read_number

NUMBERS: list[tuple[NumberStyle, str, str, int]] = [
    ("en", "0", "0", 0),
    ("en", "547", "547", 0),
    ("en", "010", "10", 0),
    ("en", "007", "7", 0),
    ("en", "1000", "1000", 0),
    ("en", "1_000", "1000", 0),
    ("en", "82_913", "82913", 0),
    ("en", "1_234_567", "1234567", 0),
    ("en", "82,913", "82913", 0),
    ("en", "82,913.5", "82913.5", 1),
    ("en", "82_913.50", "82913.50", 2),
    ("en", "82.913", "82.913", 3),
    ("en", "0.10", "0.10", 2),
    ("en", "-5", "-5", 0),
    ("en", "+5", "5", 0),
    ("en", "-1,000.25", "-1000.25", 2),
    ("vi", "547", "547", 0),
    ("vi", "82.913", "82913", 0),
    ("vi", "1.234.567", "1234567", 0),
    ("vi", "82.913,5", "82913.5", 1),
    ("vi", "186,6", "186.6", 1),
    ("vi", "186,60", "186.60", 2),
    ("vi", "82_913", "82913", 0),
    ("vi", "82_913,5", "82913.5", 1),
    ("vi", "82\u00a0913,5", "82913.5", 1),
    ("vi", "1\u202f234\u202f567", "1234567", 0),
    ("vi", "-0,47", "-0.47", 2),
]


@pytest.mark.parametrize(("style", "text", "value", "decimals"), NUMBERS)
def test_a_number_is_read_exactly(style: NumberStyle, text: str, value: str, decimals: int) -> None:
    """A number is the fraction that its digits say, with the decimals that were written."""
    assert read_number(text, style) == Number(Fraction(value), decimals)


FAULTS: list[tuple[NumberStyle, str, NumberFault]] = [
    ("en", "5,02", "number-style"),
    ("en", "1,00,000", "number-style"),
    ("en", "1,0000", "number-style"),
    ("en", "1_00", "number-style"),
    ("en", "1_000,000", "number-style"),
    ("en", "1,000_000", "number-style"),
    ("en", "1000,000", "number-style"),
    ("en", "82.913,5", "number-style"),
    ("en", "1.234.567", "number-style"),
    ("en", "0.1_0", "number-style"),
    ("en", "82\u00a0913", "number-style"),
    ("vi", "78.14", "number-style"),
    ("vi", "82,913.5", "number-style"),
    ("vi", "1.00", "number-style"),
    ("vi", "1.2345", "number-style"),
    ("vi", "1,5,5", "number-style"),
    ("vi", "82.913_000", "number-style"),
    ("en", "", "unparsable-figure"),
    ("en", ".5", "unparsable-figure"),
    ("en", "5.", "unparsable-figure"),
    ("en", "1__000", "unparsable-figure"),
    ("en", "_1", "unparsable-figure"),
    ("en", "1,", "unparsable-figure"),
    ("en", "1 000", "unparsable-figure"),
    ("en", "--5", "unparsable-figure"),
    ("en", "0x1F", "unparsable-figure"),
    ("en", "1e3", "unparsable-figure"),
    ("en", "\uff15", "unparsable-figure"),
    ("en", "5\n", "unparsable-figure"),
    ("en", "9" * 61, "number-too-long"),
    ("vi", "9" * 61, "number-too-long"),
    ("en", "0." + "1" * 60, "number-too-long"),
    ("en", "_".join(["999"] * 21), "number-too-long"),
    ("en", "9" * 5_000_000, "number-too-long"),
]


@pytest.mark.parametrize(("style", "text", "fault"), FAULTS, ids=[f"{s}-{t[:12]!r}-{len(t)}" for s, t, _ in FAULTS])
def test_what_is_no_number_is_no_guess(style: NumberStyle, text: str, fault: NumberFault) -> None:
    """A number with the separators of another style, or with too many digits, is never read as something else."""
    assert read_number(text, style) == fault


def test_sixty_digits_are_read() -> None:
    """The longest number keeps its every digit; separators and signs are not counted."""
    digits = "123456789012345678901234567890123456789012345678901234567890"
    assert len(digits) == MOST_DIGITS
    assert read_number(digits, "en") == Number(Fraction(digits), 0)
    grouped = "-" + ",".join(digits[start : start + 3] for start in range(0, 60, 3))
    assert read_number(grouped, "en") == Number(-Fraction(digits), 0)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=6))
def test_both_styles_read_what_they_write(value: Decimal) -> None:
    """A number written with groups in one style, its signs exchanged, is the same number in the other."""
    english = f"{value:,.6f}"
    vietnamese = english.translate(str.maketrans(".,", ",."))
    expected = Number(Fraction(value), 6)
    assert read_number(english, "en") == expected
    assert read_number(vietnamese, "vi") == expected
    assert other_style("en") == "vi"
    assert other_style("vi") == "en"


@given(st.text(alphabet="0123456789.,_-+ \u00a0e", max_size=12), st.sampled_from(["en", "vi"]))
def test_a_number_has_one_reading(text: str, style: NumberStyle) -> None:
    """Whatever is read as a number in a style has the digits of the text, in their order."""
    number = read_number(text, style)
    if isinstance(number, Number):
        digits = "".join(character for character in text if character.isdigit())
        assert abs(number.value) * 10**number.decimals == int(digits)
