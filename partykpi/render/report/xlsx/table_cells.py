"""The cells of a target in the table: a number with its format and its formula, or a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from partykpi.core.figure import Interval
from partykpi.render.report.columns import Column, Row
from partykpi.render.report.document import TableRow
from partykpi.render.report.xlsx.arithmetic import Arithmetic
from partykpi.render.report.xlsx.book import CellValue, has_day, has_number, letter, literal
from partykpi.render.report.xlsx.cells import AGAIN, READINGS, YEARS
from partykpi.render.report.xlsx.lines import Block
from partykpi.render.report.xlsx.number_format import of_date, of_number
from partykpi.render.report.xlsx.sheet import number_width
from partykpi.render.text import locale, words
from partykpi.render.text.figures import Cell
from partykpi.text import Language

# What a column shows by the name that formulas have for it, where that is not the name of the column: there `left` are
# years, and `score` is that of what is not met.
_NAMES = {"periods": "met", "left": "left_of_limit", "score": "any_score"}

_LONGEST = 250  # letters of a text inside a formula

# How wide the words around the number of a goal may make its cell: a number in a cell stands in one line, and what is
# too long for that is a text instead, which has several.
_WIDEST_GOAL = 40.0


class _TargetRow(NamedTuple):
    """The row of a target in the table: the cell of each quantity that it shows as a number, by name, and of `years`.

    Those are the cells of all calendar years, where they are side by side and hold every reading; else none.
    """

    block: Block
    arithmetic: Arithmetic
    shown: Mapping[str, str]
    years: str

    @property
    def number(self) -> int:
        return self.block.row.number

    def cell(self, name: str) -> str:
        """Return the cell of a quantity: in this row, or else in the arithmetic, unless this row may change it."""
        if name in self.shown:
            return self.shown[name]
        if name == YEARS:
            return self.years
        inner = self.block.formulas.get(name) or self.block.year(name)
        own = self.arithmetic.has(self.number, name)
        if inner is not None and (not own or self.changes(name)):
            return inner.inside(self.cell)
        return self.arithmetic.outside(self.number, name)

    def changes(self, name: str) -> bool:
        """Say whether a quantity is calculated from cells of this row."""
        if name in self.shown:
            return True
        return any(self.changes(part) for part in self._parts(name))

    def reads(self, name: str) -> bool:
        """Say whether a quantity is calculated from readings that are in the arithmetic and not in this row."""
        if name in self.shown or name == YEARS:
            return False
        if name == READINGS or (name[0] == "r" and name[1:].isdecimal()):
            return True
        return any(self.reads(part) for part in self._parts(name))

    def _parts(self, name: str) -> Sequence[str]:
        inner = self.block.formulas.get(name) or self.block.year(name)
        return () if inner is None else inner.names


def cells(row: TableRow[Row], columns: Sequence[Column[Row]], place: int, arithmetic: Arithmetic) -> list[CellValue]:
    """Return the cells of a target in that row of the sheet, from the first column on."""
    block = arithmetic.blocks[row.subject.number]
    pairs = zip(columns, row.cells, strict=True)
    values = [cell_value(column, cell, arithmetic.language) for column, cell in pairs]
    shown = {
        _name(column): f"${letter(number)}{place}"
        for number, (column, value) in enumerate(zip(columns, values, strict=True), 1)
        if _is_quantity(column, value, block, arithmetic)
    }
    target = _TargetRow(block, arithmetic, shown, _years(block, columns, place, shown))
    made = (_with_formula(column, value, target) for column, value in zip(columns, values, strict=True))
    return [_in_whole(value, cell) for value, cell in zip(made, row.cells, strict=True)]


def _in_whole(value: CellValue, cell: Cell) -> CellValue:
    """Return the value of a cell that shows whole numbers only, rounded to the side that its notation says."""
    whole = None if cell.notation is None else cell.notation.whole
    if whole is None or not value.formula or not isinstance(value.content, Fraction):
        return value
    exact = f"ROUND({value.formula},9)"  # without the errors of doubles, which are less than what is shown
    rounded = f"INT({exact})" if whole == "down" else f"-INT(-{exact})"
    return value._replace(formula=f"IFERROR({rounded},{value.formula})")


def _name(column: Column[Row]) -> str:
    return f"y{column.name}" if column.of_year else _NAMES.get(column.name, column.name)


def _is_quantity(column: Column[Row], value: CellValue, block: Block, arithmetic: Arithmetic) -> bool:
    """Say whether a cell holds a number of the arithmetic, or what will be one once there is a figure."""
    name = _name(column)
    known = arithmetic.has(block.row.number, name) or block.year(name) is not None
    return known and (name in block.formulas or isinstance(value.content, Fraction | date))


def _years(block: Block, columns: Sequence[Column[Row]], row: int, shown: Mapping[str, str]) -> str:
    """Return the cells of all years, where they are side by side and hold every reading; else nothing."""
    places = [number for number, column in enumerate(columns, 1) if column.of_year]
    dated = all(reading.period is not None for reading in block.cells.readings)
    together = bool(places) and places == list(range(places[0], places[-1] + 1))
    if not together or not dated or not all(f"y{year}" in shown for year in block.years):
        return ""
    return f"${letter(places[0])}{row}:${letter(places[-1])}{row}"


def cell_value(column: Column[Any], cell: Cell, language: Language) -> CellValue:
    """Return the one number or the day that a cell shows, or its words where it shows those or several numbers."""
    if column.name == "goal" and number_width(cell.text) > _WIDEST_GOAL:
        return CellValue(cell.text)
    value = cell.value.exact if isinstance(cell.value, Interval) else cell.value
    if isinstance(value, date) and has_day(value):
        shown = locale.date_short(value, language) in cell.text
        return CellValue(value, of_date(value, language, cell.text)) if shown else CellValue(cell.text)
    if cell.notation is None or not isinstance(value, Fraction | int) or not has_number(Fraction(value)):
        return CellValue(cell.text)
    found = of_number(Fraction(value), cell.text, language, cell.notation)
    return CellValue(cell.text) if found is None else CellValue(Fraction(value), found)


def _with_formula(column: Column[Row], value: CellValue, place: _TargetRow) -> CellValue:
    """Return the cell with the formula that it follows its inputs by, where there is any input to follow."""
    name, block = _name(column), place.block
    if name == "achieved" and place.years and "in_row" in block.formulas:
        return value._replace(formula=block.formulas["in_row"].written(place.cell))
    if column.of_year:
        made = block.year(name)
        if made is not None and isinstance(value.content, Fraction):
            return value._replace(formula=made.written(lambda part: _outside(part, place)))
        return _guarded(value, place) if value.content != words.NOTHING else value
    if not place.arithmetic.has(place.number, name):
        return value
    if name in ("goal", "achieved", "baseline"):
        counts = isinstance(value.content, Fraction | date) or name in block.formulas
        own = {"goal": ("goal", "far"), "baseline": ("baseline",)}.get(name, ())
        own = tuple(part for part in own if place.arithmetic.has(place.number, part))
        value = value._replace(formula=_outside(name, place)) if counts else _guarded(value, place, own)
        years = [f"y{year}" for year in block.years if name == "achieved" and f"y{year}" in place.shown]
        return _while_same(value, years, place)
    inputs = [part for part in ("goal", "achieved") if part in place.shown]
    if name in block.formulas:
        found = block.formulas[name]
        value = value._replace(formula=found.in_cell(place.cell))
        return _while_same(value, inputs[-1:], place) if any(map(place.reads, found.names)) else value
    return _while_same(value._replace(formula=_outside(name, place)), inputs, place)


def _while_same(value: CellValue, names: Sequence[str], place: _TargetRow) -> CellValue:
    """Return a cell whose formula holds only while these cells of its row say what the arithmetic says."""
    same = []
    for name in names:
        year = place.block.year(name)
        there = _outside(name, place) if year is None else year.written(lambda part: _outside(part, place))
        same.append(f"{place.shown[name]}={there}")
    if not same:
        return value
    condition = f"AND({','.join(same)})" if len(same) > 1 else same[0]
    return value._replace(formula=f"IF({condition},{value.formula},{literal(AGAIN[place.arithmetic.language])})")


def _outside(name: str, place: _TargetRow) -> str:
    return place.arithmetic.outside(place.number, name)


def _guarded(value: CellValue, place: _TargetRow, names: Sequence[str] = ()) -> CellValue:
    """Return a text of ours that gives way once these inputs of the target, or any, are changed."""
    if not isinstance(value.content, str) or len(value.content) > _LONGEST:
        return value
    same = place.arithmetic.unchanged(place.number, names)
    return value._replace(formula=f"IF({same},{literal(value.content)},{literal(AGAIN[place.arithmetic.language])})")
