"""How a number looks in a cell: the number format that shows it as every other format of the report writes it.

A cell holds the number itself. Its format is that of the text that we show, and conditional formats take over once
the number changes: as many decimals as it needs, millions or billions, the ending of an English ordinal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple

from partykpi.core.figure import exactly
from partykpi.core.model import Unit
from partykpi.render.text import locale
from partykpi.text import Language, Text

Scale = Literal["share", "percent", "rank", "money", "plain"]

# What makes a spreadsheet write the separators of the language, where it can.
_OF_LANGUAGE: dict[Language, str] = {"en": "[$-409]", "vi": "[$-42A]"}

_NUMBER = re.compile(r"-?\d(?:[\d.,]*\d)?")
_LONGEST = 200

# What a number is divided by before it is shown, as a number format says it.
_SIZES = ((10**9, ",,,"), (10**6, ",,"), (1, ""))


class Rule(NamedTuple):
    """A number format and the condition that it is for, with `{cell}` in place of the cell."""

    condition: str
    code: str


class Look(NamedTuple):
    """The number format of a cell, and the rules for the numbers that may come to stand there instead."""

    code: str
    rules: tuple[Rule, ...] = ()


def of_text(text: str) -> str:
    """Return the number format that shows a text whatever the number is."""
    return f'"{_quoted(text)}"'


def of_date(text: str, shown: str, language: Language) -> str:
    """Return the number format of a date that stands in a text as `shown`."""
    before, _, after = text.partition(shown)
    day = "dd\\/mm\\/yyyy" if language == "vi" else "yyyy\\-mm\\-dd"
    return _wrapped(before, day, after, language)


def of_number(
    value: Fraction,
    text: str,
    language: Language,
    scale: Scale = "plain",
    decimals: int = 2,
    fixed: bool = False,
    rough: bool = False,
) -> Look | None:
    """Return how a number looks that we show as that text; None where no format can do that.

    With at most so many decimals or, where `fixed`, exactly so many; `rough` for what no file holds.
    """
    if len(text) > _LONGEST or abs(value) >= 10**300:
        return None
    for found in _NUMBER.finditer(text):
        before, digits, after = text[: found.start()], found[0], text[found.end() :]
        for size, commas in _SIZES if scale == "money" else _SIZES[-1:]:
            word = _word_of(size, language)
            if (scale == "share" and after[:1] != "%") or not after.startswith(word):
                continue
            tail = after[1:] if scale == "share" else after.removeprefix(word)
            rules = _rules(before, tail, language, scale, decimals, fixed, rough)
            plain = _plain(digits, language)
            places = len(plain.partition(".")[2])
            if _shown(value * 100 if scale == "share" else value / size, places) == plain:
                return Look(_code(before, places, word + tail, language, commas, scale), rules)
            if scale in _WHOLE and value < _WHOLE[scale]:  # so near to 100% that it would show as 100%
                return Look(of_text(text), rules)
    return Look(of_text(text))


# What is under this is never shown as this much.
_WHOLE: Mapping[Scale, int] = {"share": 1, "percent": 100}


def _shown(value: Fraction, places: int) -> str:
    """Write a number the way that a spreadsheet does: from its double, of which it knows fifteen digits."""
    with localcontext() as context:
        context.prec = 400
        known = Decimal(f"{value.numerator / value.denominator:.15g}")
        return f"{known.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"


def _plain(digits: str, language: Language) -> str:
    return digits.replace(".", "").replace(",", ".") if language == "vi" else digits.replace(",", "")


def _code(before: str, places: int, after: str, language: Language, commas: str = "", scale: Scale = "plain") -> str:
    percent = "%" if scale == "share" else ""
    pattern = "#,##0" + ("." + "0" * places if places else "") + commas + percent
    code = _wrapped(before, pattern, after, language)
    return f"{code};{_wrapped(before, f'-{pattern}', after, language)}" if before else code


def _wrapped(before: str, pattern: str, after: str, language: Language) -> str:
    begin, end = (of_text(text) if text else "" for text in (before, after))
    return f"{_OF_LANGUAGE[language]}{begin}{pattern}{end}"


def _quoted(text: str) -> str:
    return text.replace('"', '"\\""')


@cache
def _rules(
    before: str, tail: str, language: Language, scale: Scale, decimals: int, fixed: bool, rough: bool
) -> tuple[Rule, ...]:
    if scale == "rank" and language == "en":
        return tuple(_ordinals(before, tail))
    if scale == "money":
        return tuple(_of_money(before, tail, language, decimals, rough))
    if scale == "share" and fixed:
        hidden = f"AND(ROUND({{cell}},9)<1,ROUND({{cell}},{decimals + 2})>=1)"
        return (
            Rule(f"AND({hidden},ROUND({{cell}},4)>=1)", _nearly(before, tail, language, 2)),
            *(
                Rule(f"AND({hidden},ROUND({{cell}},4)=ROUND({{cell}},{places + 2}))", rule.code)
                for places, rule in enumerate(_by_decimals(before, tail, language, scale, 2))
            ),
            Rule("ISNUMBER({cell})", _code(before, decimals, tail, language, scale=scale)),
        )
    return tuple(_by_decimals_below_hundred(before, tail, language, scale, decimals))


def _by_decimals_below_hundred(before: str, tail: str, language: Language, scale: Scale, decimals: int) -> list[Rule]:
    rules = _by_decimals(before, tail, language, scale, decimals)
    if scale not in _WHOLE:
        return rules
    whole = _WHOLE[scale]
    digits = decimals + (2 if scale == "share" else 0)
    near = f"AND(ROUND({{cell}},9)<{whole},ROUND({{cell}},{digits})>={whole})"
    return [Rule(near, _nearly(before, tail, language, decimals)), *rules]


def _nearly(before: str, tail: str, language: Language, decimals: int) -> str:
    """Return the format of what is so near to 100% that it would show as 100%."""
    percent = locale.percent(Fraction(10**9 - 1, 10**9), language, decimals)
    return of_text(before + percent + tail.removeprefix("%"))


def _by_decimals(
    before: str, tail: str, language: Language, scale: Scale, decimals: int, size: int = 1, commas: str = ""
) -> list[Rule]:
    """Return a rule for each number of decimals, the fewest first: as many as the number needs."""
    shift = 2 if scale == "share" else 0
    cell = f"{{cell}}/{size}" if size > 1 else "{cell}"
    return [
        Rule(
            f"ROUND({cell},{decimals + shift})=ROUND({cell},{places + shift})",
            _code(before, places, tail, language, commas, scale),
        )
        for places in range(decimals + 1)
    ]


def _of_money(before: str, tail: str, language: Language, decimals: int, rough: bool) -> list[Rule]:
    """Return the rules of money: in billions or millions where that is exact with few decimals, or rough."""
    rules = []
    for size, commas in _SIZES[:-1]:
        exact = "" if rough else f",INT({{cell}}/{size // 1000})*{size // 1000}={{cell}}"
        large = f"ABS({{cell}})>={size}{exact}"
        word = _word_of(size, language)
        rules += [
            Rule(f"AND({large},{rule.condition})", rule.code)
            for rule in _by_decimals(before, word + tail, language, "money", 3, size, commas)
        ]
    return rules + _by_decimals(before, tail, language, "money", decimals)


def _ordinals(before: str, tail: str) -> list[Rule]:
    """Return the rules of English ordinals: 1st, 2nd, 3rd, 4th, 11th; what is no whole number has no ending."""
    rest = tail[2:] if tail[:2] in ("st", "nd", "rd", "th") else tail
    last, teens = "MOD({cell},10)", "INT(MOD({cell},100)/10)=1"
    endings = {"INT({cell})<>{cell}": "", teens: "th", f"{last}=1": "st", f"{last}=2": "nd", f"{last}=3": "rd"}
    return [
        Rule(condition, _code(before, 0 if ending else 2, ending + rest, "en"))
        for condition, ending in (endings | {"ISNUMBER({cell})": "th"}).items()
    ]


_MONEY = Unit("VND", Text("VND", "đồng"), Text("VND", "đồng"))


def _word_of(size: int, language: Language) -> str:
    """Return what stands behind a number of millions or billions."""
    return locale.amount(exactly(size), _MONEY, language, named=False)[1:] if size > 1 else ""
