"""A figure as it is written: sign or bound, number, range or share, scale word, unit, per year."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from partykpi.load.number import TOKEN, Fault, Number, Style, read_number
from partykpi.load.units import SCALES, Per, plain, split_per

Operator = Literal["", ">=", ">", "<=", "<", "="]
WrittenFault = Literal[Fault, "not-finite", "exponent", "odd-character"]


class Written(NamedTuple):
    """The parts of a written figure, before anything is known of its unit.

    `high` is the second number of a range, `whole` that of a share; `scale` multiplies each. `unit` is the name
    that stands there ("" where none does), `per` what it is counted per.
    """

    operator: Operator
    low: Number
    high: Number | None
    whole: Number | None
    scale: int
    unit: str
    per: Per | None


class Unwritten(NamedTuple):
    """What is wrong with a text that is no figure, and the part of it that is wrong."""

    fault: WrittenFault
    part: str


_BEFORE: dict[str, Operator] = {
    ">=": ">=",
    "≥": ">=",
    ">": ">",
    "<=": "<=",
    "≤": "<=",
    "<": "<",
    "=": "=",
    "at least": ">=",
    "ít nhất": ">=",
    "tối thiểu": ">=",
    "over": ">",
    "more than": ">",
    "trên": ">",
    "at most": "<=",
    "up to": "<=",
    "tối đa": "<=",
    "không quá": "<=",
    "under": "<",
    "less than": "<",
    "dưới": "<",
}
_AFTER = ("or more", "and more", "trở lên")
_FIGURE = re.compile(
    rf"(?P<operator>{'|'.join(sorted(map(re.escape, _BEFORE), key=len, reverse=True))})?\s*"
    rf"(?:(?:from|từ)\s+)?(?P<low>{TOKEN})\s*"
    rf"(?:(?P<between>\.\.|/|-|–|to\s|đến\s)\s*(?P<second>{TOKEN})\s*)?"
    r"(?P<rest>.*)\Z",
    re.DOTALL,
)
_EXPONENT = re.compile(rf"{TOKEN}e[+-]?[0-9]+\b")
_NOT_FINITE = re.compile(r"[+-]?\.?(?:nan|inf|infinity|∞)\b|[+-]?∞", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d]+")
_LOOKALIKES = {
    "\u2212": "-",
    "\u2010": "-",
    "\u2011": "-",
    "\uff0d": "-",
    "\uff0e": ".",
    "\uff0c": ",",
    "\uff05": "%",
    "\u066b": ",",
}


@lru_cache(maxsize=8192)
def read_written(text: str, style: Style) -> Written | Unwritten:
    """Take a written figure apart, its numbers in that style, or say what is wrong with it."""
    for character in text if not text.isascii() else "":
        if character in _LOOKALIKES or (character.isdecimal() and not character.isascii()):
            return Unwritten("odd-character", character)
    spoken = text.strip().casefold()
    match = _FIGURE.match(spoken)
    if match is None:
        return Unwritten("not-finite" if _NOT_FINITE.match(spoken) else "unparsable-figure", text)
    if any(_EXPONENT.match(spoken, match.start(name)) for name in ("low", "second") if match[name]):
        return Unwritten("exponent", text)
    numbers: list[Number | None] = []
    for token in (match["low"], match["second"]):
        number = None if token is None else read_number(token, style)
        if isinstance(number, str):
            return Unwritten(number, token)
        numbers.append(number)
    low, second = numbers
    assert low is not None
    operator = _BEFORE[match["operator"]] if match["operator"] else ""
    rest = match["rest"].strip()
    for after in _AFTER:
        if rest.endswith(after) and not operator and second is None:
            operator, rest = ">=", rest[: -len(after)].rstrip()
    if second is not None and operator:
        return Unwritten("unparsable-figure", text)
    scale = 1
    while (word := _WORD.match(rest)) and word[0] in SCALES:
        scale *= SCALES[word[0]]
        rest = rest[word.end() :].lstrip()
    unit, per = split_per(rest) if rest else ("", None)
    if unit and not _is_unit_like(unit):
        return Unwritten("unparsable-figure", text)
    is_share = match["between"] == "/"
    return Written(
        operator,
        low,
        None if is_share else second,
        second if is_share else None,
        scale,
        plain(unit) if unit else "",
        per,
    )


def plain_character(character: str) -> str:
    """Return the plain character that a look-alike stands for."""
    if character in _LOOKALIKES:
        return _LOOKALIKES[character]
    return str(int(character))


def _is_unit_like(unit: str) -> bool:
    """A unit begins with a letter or the percent sign; digits come after a slash only (beds/10000 people)."""
    return unit[0] == "%" or unit[0].isalpha()
