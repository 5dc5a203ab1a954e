"""The number format that shows a number in a cell as every other format of the report writes it.

A cell holds the number itself. Its format is that of the text that we show, and conditional formats take over once
the number changes: as many decimals as it needs, millions or billions, the ending of an English ordinal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple

from partykpi.render.text import locale
from partykpi.text import Language

Scale = Literal["share", "percent", "rank", "money", "plain"]

# What makes a spreadsheet write the separators of the language, where it can, and its date of a table.
_OF_LANGUAGE: Mapping[Language, str] = {"en": "[$-409]", "vi": "[$-42A]"}
_DAY: Mapping[Language, str] = {"en": "yyyy\\-mm\\-dd", "vi": "dd\\/mm\\/yyyy"}

_NUMBER = re.compile(r"-?\d(?:[\d.,]*\d)?")
_LONGEST = 200

# What is under this is never shown as this much.
_WHOLE: Mapping[Scale, int] = {"share": 1, "percent": 100}


class FormatRule(NamedTuple):
    """A number format and the condition that it is for, with `{cell}` in place of the cell."""

    condition: str
    code: str


class NumberFormat(NamedTuple):
    """The number format of a cell, and the rules for the numbers that may take the place of the one it holds."""

    code: str
    rules: tuple[FormatRule, ...] = ()


class Notation(NamedTuple):
    """How numbers are written: with at most so many decimals, or exactly so many (`fixed`); `rough` if no file's."""

    scale: Scale = "plain"
    decimals: int = 2
    fixed: bool = False
    rough: bool = False

    @property
    def shift(self) -> int:
        """How many decimals more the number has than what is shown of it: two where a share is shown in percent."""
        return 2 if self.scale == "share" else 0


class _Frame(NamedTuple):
    """The text before and after a number."""

    before: str
    after: str
    language: Language

    def of(self, pattern: str) -> str:
        """Return the number format of the text with this pattern for its number."""
        begin, end = (of_text(text) if text else "" for text in (self.before, self.after))
        return f"{_OF_LANGUAGE[self.language]}{begin}{pattern}{end}"


class _Size(NamedTuple):
    """What a number is divided by before it is shown, how a number format says it, and the word for it."""

    size: int
    commas: str
    word: str


def of_text(text: str) -> str:
    """Return the number format that shows a text whatever the number is."""
    doubled = text.replace('"', '"\\""')
    return f'"{doubled}"'


def of_date(day: date, language: Language, text: str | None = None) -> NumberFormat:
    """Return the number format of a date as tables write it, alone or inside a text that has it."""
    shown = locale.date_short(day, language)
    before, _, after = (text or shown).partition(shown)
    return NumberFormat(_Frame(before, after, language).of(_DAY[language]))


def of_number(value: Fraction, text: str, language: Language, notation: Notation) -> NumberFormat | None:
    """Return the format of a number that we show as that text; None where no format can do that."""
    if len(text) > _LONGEST or abs(value) >= 10**300:
        return None
    scale = notation.scale
    for found in _NUMBER.finditer(text):
        before, digits, after = text[: found.start()], found[0], text[found.end() :]
        for size in _sizes(scale, language):
            if (scale == "share" and after[:1] != "%") or not after.startswith(size.word):
                continue
            tail = after[1:] if scale == "share" else after.removeprefix(size.word)
            rules = _rules(_Frame(before, tail, language), notation)
            plain = _plain(digits, language)
            places = len(plain.partition(".")[2])
            if _shown(value * 100 if scale == "share" else value / size.size, places) == plain:
                return NumberFormat(
                    _code(_Frame(before, size.word + tail, language), places, size.commas, scale), rules
                )
            if scale in _WHOLE and value < _WHOLE[scale]:  # so near to 100% that it would show as 100%
                return NumberFormat(of_text(text), rules)
    return NumberFormat(of_text(text))


@cache
def _sizes(scale: Scale, language: Language) -> tuple[_Size, ...]:
    """Return what numbers may be divided by, the largest first: money by a billion or a million."""
    large = [_Size(size, "," * (len(str(size)) // 3), f" {word[language]}") for size, word in locale.SCALES]
    return (*(large if scale == "money" else ()), _Size(1, "", ""))


def _shown(value: Fraction, places: int) -> str:
    """Write a number the way that a spreadsheet does: from its double, of which it knows fifteen digits."""
    with localcontext() as context:
        context.prec = 400
        known = Decimal(f"{value.numerator / value.denominator:.15g}")
        return f"{known.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"


def _plain(digits: str, language: Language) -> str:
    return digits.replace(".", "").replace(",", ".") if language == "vi" else digits.replace(",", "")


def _code(frame: _Frame, places: int, commas: str = "", scale: Scale = "plain") -> str:
    percent = "%" if scale == "share" else ""
    pattern = "#,##0" + ("." + "0" * places if places else "") + commas + percent
    return f"{frame.of(pattern)};{frame.of(f'-{pattern}')}" if frame.before else frame.of(pattern)


@cache
def _rules(frame: _Frame, notation: Notation) -> tuple[FormatRule, ...]:
    if notation.scale == "rank" and frame.language == "en":
        return tuple(_ordinals(frame))
    if notation.scale == "money":
        return tuple(_of_money(frame, notation))
    if notation.scale == "share" and notation.fixed:
        return tuple(_of_claimed_share(frame, notation))
    return tuple(_by_decimals_below_hundred(frame, notation))


def _of_claimed_share(frame: _Frame, notation: Notation) -> Iterator[FormatRule]:
    """Return the rules of a share with the decimals of a claim, but two where those would show it as 100%."""
    decimals = notation.decimals
    hidden = f"AND(ROUND({{cell}},9)<1,ROUND({{cell}},{decimals + 2})>=1)"
    yield FormatRule(f"AND({hidden},ROUND({{cell}},4)>=1)", _nearly(frame, 2))
    for places, rule in enumerate(_by_decimals(frame, Notation("share"))):
        yield FormatRule(f"AND({hidden},ROUND({{cell}},4)=ROUND({{cell}},{places + 2}))", rule.code)
    yield FormatRule("ISNUMBER({cell})", _code(frame, decimals, scale="share"))


def _by_decimals_below_hundred(frame: _Frame, notation: Notation) -> list[FormatRule]:
    rules = _by_decimals(frame, notation)
    if notation.scale not in _WHOLE:
        return rules
    whole, digits = _WHOLE[notation.scale], notation.decimals + notation.shift
    near = f"AND(ROUND({{cell}},9)<{whole},ROUND({{cell}},{digits})>={whole})"
    return [FormatRule(near, _nearly(frame, notation.decimals)), *rules]


def _nearly(frame: _Frame, decimals: int) -> str:
    """Return the format of what is so near to 100% that it would show as 100%."""
    percent = locale.percent(Fraction(10**9 - 1, 10**9), frame.language, decimals)
    return of_text(frame.before + percent + frame.after.removeprefix("%"))


def _by_decimals(frame: _Frame, notation: Notation, size: _Size | None = None) -> list[FormatRule]:
    """Return a rule for each number of decimals, the fewest first: as many as the number needs."""
    decimals, shift = notation.decimals, notation.shift
    cell, commas = (f"{{cell}}/{size.size}", size.commas) if size else ("{cell}", "")
    return [
        FormatRule(
            f"ROUND({cell},{decimals + shift})=ROUND({cell},{places + shift})",
            _code(frame, places, commas, notation.scale),
        )
        for places in range(decimals + 1)
    ]


def _of_money(frame: _Frame, notation: Notation) -> Iterator[FormatRule]:
    """Return the rules of money: in billions or millions where that is exact with few decimals, or rough."""
    *large, _ = _sizes("money", frame.language)
    scaled = Notation("money", locale.SCALED_DECIMALS)
    for size in large:
        exact = "" if notation.rough else f",INT({{cell}}/{size.size // 1000})*{size.size // 1000}={{cell}}"
        for rule in _by_decimals(frame._replace(after=size.word + frame.after), scaled, size):
            yield FormatRule(f"AND(ABS({{cell}})>={size.size}{exact},{rule.condition})", rule.code)
    yield from _by_decimals(frame, notation)


def _ordinals(frame: _Frame) -> Iterator[FormatRule]:
    """Return the rules of English ordinals: 1st, 2nd, 3rd, 4th, 11th; what is no whole number has no ending."""
    rest = frame.after[2:] if frame.after[:2] in ("st", "nd", "rd", "th") else frame.after
    last, teens = "MOD({cell},10)", "INT(MOD({cell},100)/10)=1"
    endings = {"INT({cell})<>{cell}": "", teens: "th", f"{last}=1": "st", f"{last}=2": "nd", f"{last}=3": "rd"}
    for condition, ending in (endings | {"ISNUMBER({cell})": "th"}).items():
        yield FormatRule(condition, _code(frame._replace(after=ending + rest), 0 if ending else 2))
