"""Rules as the text of spreadsheet formulas, which calculate with doubles.

A text names other quantities in braces. Doubles know about sixteen digits: what is compared is rounded first, so that
none of their errors decides, and what is shown is rounded so that half a unit of the last decimal stays a half.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from partykpi.core import quantities, rule
from partykpi.core.figure import Interval
from partykpi.core.rule import ZERO, Constant, Formula, Named, Operator, Rule
from partykpi.core.status import STATUS_WORDS, words_for
from partykpi.render.report.xlsx.cells import AGAIN, HAVE_CELLS, READINGS, TargetCells
from partykpi.render.text import words
from partykpi.render.text.figures import PERCENT

ATOM = 0
_POWER, _PRODUCT, _SUM, _COMPARISON = 1, 2, 3, 4

# What is compared is rounded to twelve digits and nine decimals at most; what is shown to thirteen digits.
_DIGITS, _MOST_DECIMALS = 12, 9
_SHOWN_DIGITS = 13

# The last number of a column: LOOKUP does not find so large a one.
_LARGEST = "9.9E+307"


class NotWritableError(Exception):
    """A rule that no formula of a sheet can say with certainty."""


def inlined(made: Rule, cells: TargetCells) -> Rule:
    """Return a rule of quantities that have cells alone."""
    if type(made) is Named:
        if made == quantities.RESULT:
            return quantities.ACHIEVED
        if made == quantities.BOUND and "bound" not in cells.rules.quantities:
            return quantities.GOAL
        inner = cells.rules.quantities.get(made.name)
        without = inner is not None and made.name not in HAVE_CELLS and made.name[0] not in "ky"
        return inlined(inner, cells) if without and inner is not None else made
    if type(made) is not Formula:
        return made
    if made.operator == "-" and len(made.parts) == 2 and (short := _shortened(*made.parts, cells)) is not None:
        return inlined(short, cells)
    return Formula(made.operator, *(inlined(part, cells) for part in made.parts), said=made.said)


def _shortened(left: Rule, right: Rule, cells: TargetCells) -> Rule | None:
    """Return a difference from what it begins with: (a + b) − a is b, whose digits the rounded cell may lack."""
    for whole, start, sign in ((left, right, 1), (right, left, -1)):
        made = cells.rules.quantities.get(whole.name) if type(whole) is Named else None
        parts = _way(made, start)
        if parts is not None:
            rest = rule.sum_of(parts)
            return rest if sign == 1 else ZERO - rest
    return None


def _way(made: Rule | None, start: Rule) -> Sequence[Rule] | None:
    if type(made) is not Formula:
        return None
    if made.operator == "if":
        made = made.parts[1]
    if type(made) is Formula and made.operator == "+" and made.parts[0] == start:
        return made.parts[1:]
    return None


def value_of(made: Rule, cells: TargetCells) -> Fraction | None:
    """Return the one value that a rule has now; None where it has none or several."""
    found = rule.figure(made, cells.values)
    return None if found is None else found.exact


def write(made: Rule, cells: TargetCells) -> tuple[str, int]:
    """Return a rule as a formula, and how weakly its parts hold together."""
    if type(made) is Named:
        value = cells.values.get(made.name)
        if isinstance(value, Interval) and value.exact is None:
            raise NotWritableError
        return f"{{{made.name}}}", ATOM
    if type(made) is Constant:
        return _constant(made, cells)
    assert type(made) is Formula
    return _WRITE[made.operator](made, cells)


def _constant(made: Constant, cells: TargetCells) -> tuple[str, int]:
    match made.value:
        case bool():
            return str(made.value).upper(), ATOM
        case str():
            status = next(status for status in STATUS_WORDS if status == made.value)
            text = words_for(status, cells.measure)
            return f'"{text[cells.language]}"', ATOM
        case Interval(exact=exact) if exact is not None:
            return str(exact), ATOM if exact.denominator == 1 and exact >= 0 else _PRODUCT
        case Interval():
            return f'"{PERCENT._replace(capped=True).write(made.value, cells.language)}"', ATOM
        case _:
            raise NotWritableError


_Written = Callable[[Formula, TargetCells], tuple[str, int]]


def _joined(sign: str, strength: int) -> _Written:
    def written(made: Formula, cells: TargetCells) -> tuple[str, int]:
        texts = []
        for place, part in enumerate(made.parts):
            text, own = write(part, cells)
            most = strength - 1 if (place and sign in "-/") or sign == "^" else strength
            texts.append(f"({text})" if own > most else text)
        return sign.join(texts), strength

    return written


def _called(function: str) -> _Written:
    def written(made: Formula, cells: TargetCells) -> tuple[str, int]:
        return f"{function}({','.join(write(part, cells)[0] for part in made.parts)})", ATOM

    return written


def _compared(made: Formula, cells: TargetCells) -> tuple[str, int]:
    """Return a comparison of a rounded difference, so that no error of doubles decides it."""
    left, right = made.parts
    if type(left) is Constant and isinstance(left.value, Interval) and left.value.exact is None:
        holds = rule.verdict(made, cells.values)
        return (f'"{AGAIN[cells.language]}"', ATOM) if holds is None else (str(holds).upper(), ATOM)
    difference = left if right == ZERO else inlined(left - right, cells)
    text = write(difference, cells)[0]
    a, b = value_of(left, cells), value_of(right, cells)
    if a is None or b is None:
        return f"ROUND({text},{_MOST_DECIMALS}){made.operator}0", _COMPARISON
    decimals = min(_MOST_DECIMALS, _DIGITS - _size(max(abs(a), abs(b))))
    if decimals < 0 or 0 < abs(a - b) <= Fraction(1, 10**decimals):
        raise NotWritableError
    return f"ROUND({text},{decimals}){made.operator}0", _COMPARISON


def _size(value: Fraction) -> int:
    """Return how many digits a number has before its decimal sign."""
    return len(str(int(value)))


def _of_readings(function: str) -> _Written:
    def written(made: Formula, cells: TargetCells) -> tuple[str, int]:
        return f"{function}({','.join(write(part, cells)[0] for part in made.parts)})", ATOM

    return written


def _latest(made: Formula, cells: TargetCells) -> tuple[str, int]:
    return f"LOOKUP({_LARGEST},{{{READINGS}}})", ATOM


def _counted(made: Formula, cells: TargetCells) -> tuple[str, int]:
    """Return how many conditions hold, one for each reading; nothing where a reading is missing."""
    each = "+".join(f"IF({write(part, cells)[0]},1,0)" for part in made.parts)
    return f'IF(COUNT({{{READINGS}}})={len(cells.readings)},{each},"{words.NOTHING}")', ATOM


def _next_whole(made: Formula, cells: TargetCells) -> tuple[str, int]:
    return f"INT({write(made.parts[0], cells)[0]})+1", _SUM


def _floor(made: Formula, cells: TargetCells) -> tuple[str, int]:
    """Return a figure rounded down, where doubles may not know that it is whole already."""
    return f"INT(ROUND({write(made.parts[0], cells)[0]},{_MOST_DECIMALS}))", ATOM


def _if(made: Formula, cells: TargetCells) -> tuple[str, int]:
    condition, *branches = made.parts
    each = [f'"{words.NOTHING}"' if part == rule.UNKNOWN else write(part, cells)[0] for part in branches]
    return f"IF({write(condition, cells)[0]},{','.join(each)})", ATOM


def _inner(made: Formula, cells: TargetCells) -> tuple[str, int]:
    return write(made.parts[0], cells)


_WRITE: Mapping[Operator, _Written] = {
    "+": _joined("+", _SUM),
    "-": _joined("-", _SUM),
    "*": _joined("*", _PRODUCT),
    "/": _joined("/", _PRODUCT),
    "share": _joined("/", _PRODUCT),
    "least": _called("MIN"),
    "greatest": _called("MAX"),
    ">=": _compared,
    ">": _compared,
    "<=": _compared,
    "<": _compared,
    "=": _compared,
    "and": _called("AND"),
    "or": _called("OR"),
    "not": _called("NOT"),
    "surely": _inner,
    "known": _called("ISNUMBER"),
    "if": _if,
    "total": _of_readings("SUM"),
    "mean": _of_readings("AVERAGE"),
    "latest": _latest,
    "how many": _of_readings("COUNT"),
    "count": _counted,
    "next whole": _next_whole,
    "floor": _floor,
    "power": _joined("^", _POWER),
}


def rounded(text: str, value: Fraction | None) -> str:
    """Return a formula that has about this value without the errors of doubles in its last digits."""
    return f"ROUND({text},{max(_SHOWN_DIGITS - _size(abs(value or Fraction(0))), 0)})"


def shown(made: Rule, value: Fraction | None, cells: TargetCells) -> str:
    """Return a rounded formula, in each branch of a condition by itself."""
    if made == rule.UNKNOWN:
        return f'"{words.NOTHING}"'
    if type(made) is Constant and isinstance(made.value, Interval) and made.value.exact is None:
        return write(made, cells)[0]
    if type(made) is Formula and made.operator == "if":
        then, otherwise = (shown(part, value, cells) for part in made.parts[1:])
        return f"IF({write(made.parts[0], cells)[0]},{then},{otherwise})"
    return rounded(write(made, cells)[0], value)
