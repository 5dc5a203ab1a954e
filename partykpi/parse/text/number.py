"""A number as it is written, in the English or the Vietnamese style, to an exact fraction; strictly, never by guess.

English: 82,913.5 or 82_913.5. Vietnamese: 82.913,5 or 82 913,5 (with a no-break space) or 82_913,5. Groups are of
three digits each, the first not beginning with 0, or there are none.
"""

import re
from fractions import Fraction
from typing import Literal, NamedTuple, get_args

# How numbers are grouped and where their decimals begin, by the language that writes them so.
NumberStyle = Literal["en", "vi"]
NUMBER_STYLES: tuple[NumberStyle, ...] = get_args(NumberStyle)

MOST_DIGITS = 60

# What is wrong with a text that is not a number.
NumberFault = Literal["unparsable-figure", "number-style", "number-too-long"]


class Number(NamedTuple):
    """An exact value and the number of digits that were written after its decimal sign."""

    value: Fraction
    decimals: int


# The characters that a number may be made of; what they amount to depends on the style.
TOKEN = r"[+-]?[0-9]+(?:[.,_\u00a0\u202f][0-9]+)*"

POINTS: dict[NumberStyle, str] = {"en": ".", "vi": ","}
_GROUPING: dict[NumberStyle, str] = {"en": ",_", "vi": "._\u00a0\u202f"}


def read_number(text: str, style: NumberStyle) -> Number | NumberFault:
    """Return the number that `text` writes in that style, or what is wrong with it."""
    if len(text) > MOST_DIGITS and sum(character.isdigit() for character in text) > MOST_DIGITS:
        return "number-too-long"
    sign = text[0] if text and text[0] in "+-" else ""
    whole, point, decimals = text[len(sign) :].partition(POINTS[style])
    digits = whole if _is_digits(whole) else _ungrouped(whole, style)
    if digits and not point:
        return Number(Fraction(int(sign + digits)), 0)
    if digits and _is_digits(decimals):
        return Number(Fraction(int(sign + digits + decimals), 10 ** len(decimals)), len(decimals))
    return "number-style" if re.fullmatch(TOKEN, text) else "unparsable-figure"


def _ungrouped(text: str, style: NumberStyle) -> str:
    """Return the digits of a number in groups of three, or nothing where the groups are others.

    What begins with 0 is in no groups: 0.123 is an English fraction, and never Vietnamese for 123.
    """
    for separator in _GROUPING[style]:
        first, *others = text.split(separator)
        if others and _is_digits(first) and len(first) <= 3 and first[0] != "0":
            return first + "".join(others) if all(len(group) == 3 and _is_digits(group) for group in others) else ""
    return ""


def _is_digits(text: str) -> bool:
    return text.isdigit() and text.isascii()


def other_style(style: NumberStyle) -> NumberStyle:
    """Return the style that is not this one."""
    return "vi" if style == "en" else "en"
