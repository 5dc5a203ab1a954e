"""A number as it is written, in the English or the Vietnamese style, to an exact fraction; strictly, never by guess.

English: 82,913.5 or 82_913.5. Vietnamese: 82.913,5 or 82 913,5 (with a no-break space) or 82_913,5. Groups are of
three digits each or there are none.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal, NamedTuple

Style = Literal["en", "vi"]

MOST_DIGITS = 60

# What is wrong with a text that is not a number.
Fault = Literal["unparsable-figure", "number-style", "number-too-long"]


class Number(NamedTuple):
    """An exact value and the number of digits that stood after its decimal sign."""

    value: Fraction
    decimals: int


# The characters that a number may be made of; what they amount to depends on the style.
TOKEN = r"[+-]?[0-9]+(?:[.,_\u00a0\u202f][0-9]+)*"

_PLAIN = re.compile(r"[+-]?[0-9]+\Z")
_STYLES = {
    "en": re.compile(r"([+-]?)([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:_[0-9]{3})+)(?:\.([0-9]+))?\Z"),
    "vi": re.compile(
        r"([+-]?)([0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:[_\u00a0\u202f][0-9]{3})+)(?:,([0-9]+))?\Z"
    ),
}
_GROUPING = str.maketrans("", "", ".,_\u00a0\u202f")


def read_number(text: str, style: Style) -> Number | Fault:
    """Return the number that `text` writes in that style, or what is wrong with it."""
    if len(text) > MOST_DIGITS and sum(character.isdigit() for character in text) > MOST_DIGITS:
        return "number-too-long"
    if _PLAIN.match(text):
        return Number(Fraction(int(text)), 0)
    match = _STYLES[style].match(text)
    if match is None:
        return "number-style" if re.fullmatch(TOKEN, text) else "unparsable-figure"
    sign, whole, decimals = match.groups()
    digits = whole.translate(_GROUPING)
    if decimals is None:
        return Number(Fraction(int(sign + digits)), 0)
    return Number(Fraction(int(sign + digits + decimals), 10 ** len(decimals)), len(decimals))


def other_style(style: Style) -> Style:
    """Return the style that is not this one."""
    return "vi" if style == "en" else "en"
