"""Rules as the formulas of a spreadsheet, which reckon with doubles.

A formula is made of the names of other quantities in braces, which are replaced by their cells. Doubles know about
sixteen digits: what is compared is rounded first, so that none of their errors decides, and what is shown is rounded so
that half a unit of the last decimal stays a half. Where a rule compares what doubles cannot keep apart, or a figure is
not one number, there is no formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from partykpi.core import quantities, rule
from partykpi.core.figure import Interval
from partykpi.core.quantities import PACE
from partykpi.core.rule import ZERO, Constant, Formula, Named, Operator, Rule
from partykpi.core.status import STATUS, STATUS_WORDS
from partykpi.render.report.xlsx.cells import AGAIN, READINGS, YEARS, TargetCells
from partykpi.render.text import locale, words

_NAME = re.compile(r"\{(\w+)\}")

_ATOM, _PRODUCT, _SUM, _COMPARISON = 0, 1, 2, 3

# What is compared is rounded to twelve digits and nine decimals at most; what is shown to thirteen digits.
_DIGITS, _MOST_DECIMALS = 12, 9
_SHOWN_DIGITS = 13

# The last number of a column: LOOKUP does not find so large a one. Not every program can do that in a row.
_LARGEST = "9.9E+307"
_PLACES = "COLUMN({row})-MIN(COLUMN({row}))+1"
_LAST_IN_ROW = f"INDEX({{row}},SUMPRODUCT(MAX(ISNUMBER({{row}})*({_PLACES})))/(COUNT({{row}})>0))"

_SHOWN = ("attainment", "due", "pace", "forecast", "needed", "due_share")


class CellFormula(NamedTuple):
    """A formula in terms of other quantities, whose names stand in braces; `shown` is the same in a cell of its own.

    There it is rounded, and where it has no value it shows as nothing. `names` are the quantities that it comes from.
    """

    text: str
    shown: str
    names: tuple[str, ...]
    strength: int = _ATOM

    def written(self, place: Callable[[str], str]) -> str:
        """Return the formula with the place of each quantity in place of its name."""
        return _NAME.sub(lambda found: place(found[1]), self.text)

    def inside(self, place: Callable[[str], str]) -> str:
        """Return the same as a part of another formula."""
        return f"({self.written(place)})" if self.strength else self.written(place)

    def in_cell(self, place: Callable[[str], str]) -> str:
        """Return the formula as it stands in a cell of its own."""
        return _NAME.sub(lambda found: place(found[1]), self.shown)


Formulas = Mapping[str, CellFormula]


def formulas(cells: TargetCells) -> dict[str, CellFormula]:
    """Return a formula for each quantity that a sheet can calculate, by its name; none where it can calculate nothing.

    Besides those of a measure there are `goal` and `bound` where they are calculated, `kept2021` for a year that a goal
    binds, `met` for how many of them kept it, `in_row` for what was achieved out of the years in one row, and
    `due_share` for the attainment that is due.
    """
    if any(cells.exact(f"r{place}") is None for place in range(1, len(cells.readings) + 1)):
        return {}
    own = {name: made for name, made in cells.rules.quantities.items() if name in _HAVE_CELLS or name[:4] == "kept"}
    if cells.kind.dated and "result" in cells.rules.quantities:
        own["achieved"] = cells.rules.quantities["result"]
    due_share = cells.kind.due_share(cells.rules)
    if due_share is not None:
        own["due_share"] = due_share
    if isinstance(own.get("bound"), Named):
        del own["bound"]
    if not cells.goal.known and not cells.readings:
        own = {}
    writer = _Writer(cells)
    found = {name: made for name, one in own.items() if (made := _of_quantity(name, one, writer)) is not None}
    in_row = _in_row(cells, writer)
    if in_row is not None:
        found["in_row"] = in_row
    if cells.assessment.implied == "actual":
        found.pop("achieved", None)
    status = _status(found, writer) if own else None
    if status is not None:
        found["status"] = status
    return found


def of_years(cells: TargetCells) -> dict[int, CellFormula]:
    """Return what the readings of each calendar year come to, the same way as a column of the year says it."""
    writer, found = _Writer(cells), {}
    for year, made in cells.of_years.items():
        try:
            text, strength = writer.write(made)
        except NotWritableError:
            continue
        if type(made) is not Named and not cells.whole:
            value = rule.figure(made, cells.values)
            exact = (value and value.exact) or Fraction(0)
            text, strength = f"ROUND({text},{max(_SHOWN_DIGITS - _size(abs(exact)), 0)})", _ATOM
        found[year] = CellFormula(text, text, tuple(_NAME.findall(text)), strength)
    return found


_HAVE_CELLS = ("goal", "bound", "achieved", "attainment", "due", "pace", "forecast", "needed", "met")


class NotWritableError(Exception):
    """A rule that no formula of a sheet can say with certainty."""


class _Writer:
    """Writes the rules of one target as formulas."""

    def __init__(self, cells: TargetCells) -> None:
        self.cells = cells
        self.made = cells.rules.quantities

    def inlined(self, made: Rule) -> Rule:
        """Return a rule of quantities that have cells alone."""
        if type(made) is Named:
            if made.name == "result":  # whose cell is that of what was achieved
                return quantities.ACHIEVED
            if made.name == "bound" and ("bound" not in self.made or isinstance(self.made["bound"], Named)):
                return quantities.GOAL
            inner = self.made.get(made.name)
            without = inner is not None and made.name not in _HAVE_CELLS and made.name[0] not in "ky"
            return self.inlined(inner) if without and inner is not None else made
        if type(made) is not Formula:
            return made
        if made.operator == "-" and len(made.parts) == 2 and (short := self._shortened(*made.parts)) is not None:
            return self.inlined(short)
        return Formula(made.operator, *(self.inlined(part) for part in made.parts), said=made.said)

    def _shortened(self, left: Rule, right: Rule) -> Rule | None:
        """Return a difference from what it begins with: (a + b) − a is b, whose digits the rounded cell may lack."""
        for whole, start, sign in ((left, right, 1), (right, left, -1)):
            made = self.made.get(whole.name) if type(whole) is Named else None
            parts = self._way(made, start)
            if parts is not None:
                rest = rule.sum_of(parts)
                return rest if sign == 1 else ZERO - rest
        return None

    def _way(self, made: Rule | None, start: Rule) -> Sequence[Rule] | None:
        if type(made) is not Formula:
            return None
        if made.operator == "if":
            made = made.parts[1]
        if type(made) is Formula and made.operator == "+" and made.parts[0] == start:
            return made.parts[1:]
        return None

    def value(self, made: Rule) -> Fraction | None:
        """Return the one value that a rule has now; None where it has none or several."""
        found = rule.figure(made, self.cells.values)
        return None if found is None else found.exact

    def write(self, made: Rule) -> tuple[str, int]:
        """Return a rule as a formula, and how weakly its parts hold together."""
        if type(made) is Named:
            value = self.cells.values.get(made.name)
            if isinstance(value, Interval) and value.exact is None:
                raise NotWritableError
            return f"{{{made.name}}}", _ATOM
        if type(made) is Constant:
            return self._constant(made)
        assert type(made) is Formula
        return _WRITE[made.operator](self, made)

    def _constant(self, made: Constant) -> tuple[str, int]:
        match made.value:
            case bool():
                return str(made.value).upper(), _ATOM
            case str():
                text = next(word for status, word in STATUS_WORDS.items() if status == made.value)
                return f'"{text[self.cells.language]}"', _ATOM
            case Interval(exact=exact) if exact is not None:
                return str(exact), _ATOM if exact.denominator == 1 and exact >= 0 else _PRODUCT
            case Interval():
                return f'"{locale.percent_interval(made.value, self.cells.language)}"', _ATOM
            case _:
                raise NotWritableError


_Written = Callable[[_Writer, Formula], tuple[str, int]]


def _joined(sign: str, strength: int) -> _Written:
    def write(writer: _Writer, made: Formula) -> tuple[str, int]:
        texts = []
        for place, part in enumerate(made.parts):
            text, own = writer.write(part)
            most = strength - 1 if place and sign in "-/" else strength
            texts.append(f"({text})" if own > most else text)
        return sign.join(texts), strength

    return write


def _called(function: str) -> _Written:
    def write(writer: _Writer, made: Formula) -> tuple[str, int]:
        return f"{function}({','.join(writer.write(part)[0] for part in made.parts)})", _ATOM

    return write


def _compared(writer: _Writer, made: Formula) -> tuple[str, int]:
    """Return a comparison of a rounded difference, so that no error of doubles decides it."""
    left, right = made.parts
    if type(left) is Constant and isinstance(left.value, Interval) and left.value.exact is None:
        holds = rule.verdict(made, writer.cells.values)
        return (f'"{AGAIN[writer.cells.language]}"', _ATOM) if holds is None else (str(holds).upper(), _ATOM)
    difference = left if right == ZERO else writer.inlined(left - right)
    text = writer.write(difference)[0]
    a, b = writer.value(left), writer.value(right)
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
    def write(writer: _Writer, made: Formula) -> tuple[str, int]:
        return f"{function}({','.join(writer.write(part)[0] for part in made.parts)})", _ATOM

    return write


def _latest(writer: _Writer, made: Formula) -> tuple[str, int]:
    return f"LOOKUP({_LARGEST},{{{READINGS}}})", _ATOM


def _counted(writer: _Writer, made: Formula) -> tuple[str, int]:
    """Return how many conditions hold, one for each reading; nothing where a reading is missing."""
    each = "+".join(f"IF({writer.write(part)[0]},1,0)" for part in made.parts)
    return f'IF(COUNT({{{READINGS}}})={len(made.parts)},{each},"{words.NOTHING}")', _ATOM


def _next_whole(writer: _Writer, made: Formula) -> tuple[str, int]:
    return f"INT({writer.write(made.parts[0])[0]})+1", _SUM


def _if(writer: _Writer, made: Formula) -> tuple[str, int]:
    condition, *branches = made.parts
    each = [f'"{words.NOTHING}"' if part == rule.UNKNOWN else writer.write(part)[0] for part in branches]
    return f"IF({writer.write(condition)[0]},{','.join(each)})", _ATOM


def _inner(writer: _Writer, made: Formula) -> tuple[str, int]:
    return writer.write(made.parts[0])


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
    "count": _counted,
    "next whole": _next_whole,
}


def _of_quantity(name: str, made: Rule, writer: _Writer) -> CellFormula | None:
    """Return the formula of a quantity; None where a sheet cannot calculate it."""
    cells, value = writer.cells, writer.cells.values.get(name)
    simple = rule.simplified(writer.inlined(made))
    taken = rule.decided(simple, cells.values)
    only_open = isinstance(value, Interval) and value.exact is None and not _has_words(simple)
    if only_open or simple == rule.UNKNOWN or _has_no_share(taken, writer):
        return None
    try:
        text, strength = writer.write(simple)
        return CellFormula(text, _in_cell(name, simple, writer), tuple(_sources(simple, cells.values)), strength)
    except NotWritableError:
        return None


def _sources(made: Rule, values: rule.Values) -> Iterator[str]:
    """Return the names of what a rule comes from now: its conditions, and the branches that these lead to."""
    if type(made) is Formula and made.operator == "if" and (holds := rule.verdict(made.parts[0], values)) is not None:
        yield from _sources(made.parts[0], values)
        yield from _sources(made.parts[1 if holds else 2], values)
    elif type(made) is Formula:
        for part in made.parts:
            yield from _sources(part, values)
    elif type(made) is Named:
        yield made.name


def _has_no_share(made: Rule, writer: _Writer) -> bool:
    """Say whether a rule has a share of what lies below zero, of which there is none; a sheet would divide by it."""
    if type(made) is not Formula:
        return False
    if made.operator == "share" and (whole := writer.value(made.parts[1])) is not None and whole < 0:
        return True
    return any(_has_no_share(part, writer) for part in made.parts)


def _has_words(made: Rule) -> bool:
    """Say whether a branch of a rule is an interval that a cell shows in words."""
    if type(made) is Formula and made.operator == "if":
        return any(_has_words(part) for part in made.parts[1:])
    return type(made) is Constant and isinstance(made.value, Interval) and made.value.exact is None


def _in_cell(name: str, made: Rule, writer: _Writer) -> str:
    """Return a formula as it stands in a cell of its own."""
    cells = writer.cells
    if type(made) is Formula and made.operator in ("total", "mean"):
        text = _rounded(made, name, writer) if not cells.whole else writer.write(made)[0]
        if made.parts[0] == quantities.READINGS:
            return f'IF(COUNT({{{READINGS}}}),{text},"{words.NOTHING}")'
        return text
    if type(made) is Formula and made.operator == "latest":
        return f'IFERROR({writer.write(made)[0]},"{words.NOTHING}")'
    if cells.kind.dated and name == "achieved":
        return f'IF(ISNUMBER({writer.write(made)[0]}),{writer.write(made)[0]},"{words.NOTHING}")'
    if name not in _SHOWN:
        return writer.write(made)[0]
    exactly_told = cells.whole and (name == "attainment" or cells.moment.elapsed.denominator <= 2)
    text = writer.write(made)[0] if exactly_told else _rounded(made, name, writer)
    if name != "due":
        return f'IFERROR({text},"{words.NOTHING}")'
    if cells.values.get("achieved") is None:
        return f'IF(ISNUMBER({{achieved}}),{text},"{words.NOTHING}")'
    return text


def _rounded(made: Rule, name: str, writer: _Writer) -> str:
    """Return a formula without the errors of doubles in its last digits, in each branch of a condition by itself."""
    if made == rule.UNKNOWN:
        return f'"{words.NOTHING}"'
    if type(made) is Constant and isinstance(made.value, Interval) and made.value.exact is None:
        return writer.write(made)[0]
    if type(made) is Formula and made.operator == "if":
        condition = writer.write(made.parts[0])[0]
        then, otherwise = (_rounded(part, name, writer) for part in made.parts[1:])
        return f"IF({condition},{then},{otherwise})"
    value = writer.cells.exact(name) or Fraction(0)
    return f"ROUND({writer.write(made)[0]},{max(_SHOWN_DIGITS - _size(abs(value)), 0)})"


def _in_row(cells: TargetCells, writer: _Writer) -> CellFormula | None:
    """Return what was achieved out of the years that stand in one row; None where that is not what their readings give.

    The sum of the years is that of the readings; of anything else each year has to be one reading.
    """
    made = cells.rules.quantities.get("achieved")
    if type(made) is not Formula or not cells.readings or cells.assessment.implied == "actual":
        return None
    by_reading = {
        f"r{year_parts.name[1:]}": year for year, year_parts in cells.of_years.items() if type(year_parts) is Named
    }
    one_a_year = len(by_reading) == len(cells.readings)
    row = f"{{{YEARS}}}"
    match made.operator:
        case "total":
            text = f"SUM({row})"
        case "mean" if one_a_year:
            text = f"AVERAGE({row})"
        case "latest":
            text = f'IFERROR({_LAST_IN_ROW.format(row=row)},"{words.NOTHING}")'
            return CellFormula(text, text, (YEARS,))
        case "count" if one_a_year:
            return _counted_in_row(made, by_reading, row, writer)
        case _:
            return None
    if not cells.whole:
        size = _size(abs(cells.exact("achieved") or Fraction(0)))
        text = f"ROUND({text},{max(_SHOWN_DIGITS - size, 0)})"
    text = f'IF(COUNT({row}),{text},"{words.NOTHING}")'
    return CellFormula(text, text, (YEARS,))


def _counted_in_row(made: Formula, by_reading: Mapping[str, int], row: str, writer: _Writer) -> CellFormula | None:
    others: dict[str, Rule] = {name: quantities.figure_of(year) for name, year in by_reading.items()}
    try:
        each = "+".join(
            f"IF({writer.write(writer.inlined(rule.put_in_place(part, others)))[0]},1,0)" for part in made.parts
        )
    except NotWritableError:
        return None
    text = f'IF(COUNT({row})={len(made.parts)},{each},"{words.NOTHING}")'
    return CellFormula(text, text, (YEARS, *others))


def _status(found: Mapping[str, CellFormula], writer: _Writer) -> CellFormula | None:
    """Return the status of a target: without a figure there are no data, and what is not decided is not guessed."""
    cells, language = writer.cells, writer.cells.language
    no_data = f'"{STATUS_WORDS["no-data"][language]}"'
    again = f'"{AGAIN[language]}"'
    if not cells.goal.known:
        text = f"IF(ISNUMBER({{goal}}),{again},{no_data})"
        return CellFormula(text, text, ("goal",))
    rules = cells.rules
    parts: dict[str, Rule] = {"is_met": rules.met, "is_exceeded": rules.exceeded, "is_final": rules.final}
    pace = rules.quantities.get("pace")
    if type(pace) is Formula and pace.operator == "if" and _has_words(pace):
        parts["pace"] = Formula("if", pace.parts[0], pace.parts[1], PACE)
    made = rule.put_in_place(_without_missing(STATUS, found, cells), parts)
    made = rule.simplified(writer.inlined(rule.simplified(made)))
    try:
        text = writer.write(_undetermined(made))[0]
    except NotWritableError:
        return None
    text = f"IF(ISNUMBER({{achieved}}),IFERROR({text},{again}),{no_data})"
    return CellFormula(text, text, tuple(_NAME.findall(text)))


def _without_missing(made: Rule, found: Mapping[str, CellFormula], cells: TargetCells) -> Rule:
    """Return a rule that asks whether a figure is known only where one can come or go, as an input changes."""
    if type(made) is not Formula:
        return made
    if made.operator == "known":
        name = made.parts[0].name if type(made.parts[0]) is Named else ""
        if name not in found and cells.values.get(name) is None:
            return rule.NO
        there = cells.values.get(name) is not None or cells.values.get("achieved") is None
        return rule.YES if there else made
    return Formula(made.operator, *(_without_missing(part, found, cells) for part in made.parts), said=made.said)


def _undetermined(made: Rule) -> Rule:
    """Return a status in which what is not decided is called so."""
    if made == rule.UNKNOWN:
        return Constant("undetermined")
    if type(made) is Formula and made.operator == "if":
        condition, then, otherwise = made.parts
        return Formula("if", condition, _undetermined(then), _undetermined(otherwise))
    return made
