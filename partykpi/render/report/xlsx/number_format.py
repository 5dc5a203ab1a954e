"""The number format that shows a number in a cell as every other format of the report writes it.

A cell holds the number itself. Its format is that of the text that we show, and conditional formats take over once
the number changes: as many decimals as it needs, the ending of an English ordinal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple

from partykpi.core.figure import exactly
from partykpi.core.model import Unit
from partykpi.core.rounding import rounded
from partykpi.render.text import locale, words
from partykpi.render.text.figures import Notation
from partykpi.text import Language

Scale = Literal["share", "percent", "rank", "plain"]

# What makes a spreadsheet write the separators of the language, where it can, and its date of a table.
_OF_LANGUAGE: Mapping[Language, str] = {"en": "[$-409]", "vi": "[$-42A]"}
_DAY: Mapping[Language, str] = {"en": "yyyy\\-mm\\-dd", "vi": "dd\\/mm\\/yyyy"}

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


def scale_of(notation: Notation) -> Scale:
    """Return what a number is shown in: percent of a share, a unit whose figures have a look of their own, or plain."""
    unit = notation.unit
    if notation.share:
        return "share"
    if unit is None:
        return "plain"
    return "percent" if unit.percent else "rank" if unit.ordinal else "plain"


def _shift(notation: Notation) -> int:
    """Return how many decimals more the number has than what is shown of it: two where a share is in percent."""
    return 2 if notation.share else 0


class _Frame(NamedTuple):
    """The text before and after a number."""

    before: str
    after: str
    language: Language

    def of(self, pattern: str) -> str:
        """Return the number format of the text with this pattern for its number."""
        begin, end = (of_text(text) if text else "" for text in (self.before, self.after))
        return f"{_OF_LANGUAGE[self.language]}{begin}{pattern}{end}"


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
    """Return the format of a number that a text shows in that notation; None where no format can do that."""
    if len(text) > _LONGEST or abs(value) >= 10**300:
        return None
    scale, most = scale_of(notation), notation.decimals
    scaled = value * 100 if notation.share else value
    if notation.capped and scaled > 100:
        return NumberFormat(of_text(text), _rules(_Frame("", "", language), notation))
    if notation.unit is not None and notation.unit.grades:
        return NumberFormat(of_text(text), tuple(_of_grades(text, value, language, notation.unit)))
    held = scale in _WHOLE and scaled < 100 <= rounded(scaled, most)  # so near to 100% that it would show as 100%
    if scale in _WHOLE and rounded(scaled, most) == 0 < scaled:
        tail = text.removeprefix(_under(language, notation)).removeprefix("%")
        return NumberFormat(of_text(text), _rules(_Frame("", tail, language), notation))
    places = most if notation.fixed or held else _places(scaled, most)
    write = locale.percentage if held else locale.number
    digits = write(scaled, language, places, True)
    before, found, after = text.partition(digits)
    if not found:
        return NumberFormat(of_text(text))
    tail = after.removeprefix("%") if notation.share else after
    rules = _rules(_Frame(before, tail, language), notation)
    if held or rounded(scaled, places) != _shown(scaled, places):
        return NumberFormat(of_text(text), rules)
    return NumberFormat(_code(_Frame(before, tail, language), places, scale), rules)


def _places(value: Fraction, most: int) -> int:
    """Return how many decimals a number is written with, of so many at most, without zeros at the end."""
    written = rounded(value, most)
    return next(places for places in range(most + 1) if (written * 10**places).denominator == 1)


def _shown(value: Fraction, places: int) -> Fraction:
    """Return a number as a spreadsheet shows it: from its double, of which it knows fifteen digits."""
    with localcontext() as context:
        context.prec = 400
        known = Decimal(f"{value.numerator / value.denominator:.15g}")
        return Fraction(known.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def _code(frame: _Frame, places: int, scale: Scale = "plain") -> str:
    percent = "%" if scale == "share" else ""
    pattern = "#,##0" + ("." + "0" * places if places else "") + percent
    return f"{frame.of(pattern)};{frame.of(f'-{pattern}')}" if frame.before else frame.of(pattern)


@cache
def _rules(frame: _Frame, notation: Notation) -> tuple[FormatRule, ...]:
    if scale_of(notation) == "rank" and frame.language == "en":
        return tuple(_ordinals(frame))
    if scale_of(notation) == "share" and notation.fixed:
        return tuple(_of_claimed_share(frame, notation))
    return tuple(_by_decimals_below_hundred(frame, notation))


def _of_claimed_share(frame: _Frame, notation: Notation) -> Iterator[FormatRule]:
    """Return the rules of a share with the decimals of a claim, but two where those would show it as 100%."""
    decimals = notation.decimals
    hidden = f"AND(ROUND({{cell}},9)<1,ROUND({{cell}},{decimals + 2})>=1)"
    small = f"AND(ROUND({{cell}},9)>0,ROUND({{cell}},{decimals + 2})=0)"
    yield FormatRule(small, _as_percent(frame, Fraction(1, 10**9), decimals))
    yield FormatRule(f"AND({hidden},ROUND({{cell}},4)>=1)", _as_percent(frame, 1 - Fraction(1, 10**9), 2))
    for places, rule in enumerate(_by_decimals(frame, Notation(share=True))):
        yield FormatRule(f"AND({hidden},ROUND({{cell}},4)=ROUND({{cell}},{places + 2}))", rule.code)
    yield FormatRule("ISNUMBER({cell})", _code(frame, decimals, "share"))


def _by_decimals_below_hundred(frame: _Frame, notation: Notation) -> list[FormatRule]:
    rules = _by_decimals(frame, notation)
    if scale_of(notation) not in _WHOLE:
        return rules
    whole, digits = _WHOLE[scale_of(notation)], notation.decimals + _shift(notation)
    near = f"AND(ROUND({{cell}},9)<{whole},ROUND({{cell}},{digits})>={whole})"
    small = f"AND(ROUND({{cell}},9)>0,ROUND({{cell}},{digits})=0)"
    tiny = Fraction(1, 10**9)
    capped = [FormatRule("ROUND({cell},9)>1", of_text(words.WITHIN_DUE[frame.language]))] if notation.capped else []
    return [
        *capped,
        FormatRule(near, _as_percent(frame, 1 - tiny, notation.decimals)),
        FormatRule(small, _as_percent(frame, tiny, notation.decimals)),
        *rules,
    ]


def _as_percent(frame: _Frame, share: Fraction, decimals: int) -> str:
    """Return the format of what is so near to 100% or to 0 that it would show as that: as such a share is written."""
    percent = locale.percent(share, frame.language, decimals)
    return of_text(frame.before + percent + frame.after.removeprefix("%"))


def _under(language: Language, notation: Notation) -> str:
    return locale.percentage(Fraction(1, 10**9), language, notation.decimals, notation.fixed)


def _of_grades(text: str, value: Fraction, language: Language, unit: Unit) -> Iterator[FormatRule]:
    """Return a rule for each grade that a place may have; what stands beside its name in the text stays."""
    before, _, after = text.partition(locale.amount(exactly(value), unit, language))
    for place in range(1, len(unit.grades) + 1):
        name = locale.grade_name(Fraction(place), unit, language)
        yield FormatRule(f"{{cell}}={place}", of_text(f"{before}{name}{after}"))


def _by_decimals(frame: _Frame, notation: Notation) -> list[FormatRule]:
    """Return a rule for each number of decimals, the fewest first: as many as the number needs."""
    decimals, shift = notation.decimals, _shift(notation)
    return [
        FormatRule(
            f"ROUND({{cell}},{decimals + shift})=ROUND({{cell}},{places + shift})",
            _code(frame, places, scale_of(notation)),
        )
        for places in range(decimals + 1)
    ]


def _ordinals(frame: _Frame) -> Iterator[FormatRule]:
    """Return the rules of English ordinals: 1st, 2nd, 3rd, 4th, 11th; what is no whole number has no ending."""
    rest = frame.after[2:] if frame.after[:2] in ("st", "nd", "rd", "th") else frame.after
    last, teens = "MOD({cell},10)", "INT(MOD({cell},100)/10)=1"
    endings = {"INT({cell})<>{cell}": "", teens: "th", f"{last}=1": "st", f"{last}=2": "nd", f"{last}=3": "rd"}
    for condition, ending in (endings | {"ISNUMBER({cell})": "th"}).items():
        yield FormatRule(condition, _code(frame._replace(after=ending + rest), 0 if ending else 2))
