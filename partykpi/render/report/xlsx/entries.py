"""What stands in a row of the main sheet: a number with its formula and its look, or a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.figure import Interval, exactly
from partykpi.render.report.columns import Column, Row
from partykpi.render.report.xlsx import look
from partykpi.render.report.xlsx.arithmetic import Arithmetic
from partykpi.render.report.xlsx.book import Content, has_day, has_number, letter
from partykpi.render.report.xlsx.case import AGAIN, READINGS, YEARS
from partykpi.render.report.xlsx.formulas import in_cell
from partykpi.render.report.xlsx.lines import Block
from partykpi.render.report.xlsx.look import Look, Scale
from partykpi.render.text import locale, words
from partykpi.render.text.figures import attainment_notation, counts_years
from partykpi.text import Language

# What a column shows by the name that formulas have for it, where that is not the name of the column.
_NAMES = {"periods": "met"}

_SHARES = ("attainment", "pace")
_ROUGH = ("due", "forecast", "needed")

_LONGEST = 250  # letters of a text inside a formula


class Entry(NamedTuple):
    """One cell: what it holds, how that looks, and the formula that it comes from, where it has one."""

    content: Content
    look: Look | None = None
    formula: str = ""


class _Place(NamedTuple):
    """The row of a target in the main sheet: in which of its cells a quantity stands as a number."""

    block: Block
    arithmetic: Arithmetic
    language: Language
    shown: Mapping[str, str]
    years: str

    @property
    def number(self) -> int:
        return self.block.row.number

    def cell(self, name: str) -> str:
        """Return where a quantity stands: in this row, or else in the arithmetic, unless this row may change it."""
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
        """Say whether a quantity is made of what stands in this row."""
        if name in self.shown:
            return True
        return any(self.changes(part) for part in self._parts(name))

    def reads(self, name: str) -> bool:
        """Say whether a quantity is made of readings that stand in the arithmetic and not in this row."""
        if name in self.shown or name == YEARS:
            return False
        if name == READINGS or (name[0] == "r" and name[1:].isdecimal()):
            return True
        return any(self.reads(part) for part in self._parts(name))

    def _parts(self, name: str) -> list[str]:
        inner = self.block.formulas.get(name) or self.block.year(name)
        return [] if inner is None else inner.names


def entries(
    block: Block, columns: Sequence[Column[Row]], row: int, arithmetic: Arithmetic, language: Language
) -> list[Entry]:
    """Return the cells of a target in the main sheet, from the first column on."""
    contents = [_content(column, block, language) for column in columns]
    shown = {
        _name(column): f"${letter(number)}{row}"
        for number, (column, entry) in enumerate(zip(columns, contents, strict=True), 1)
        if _is_quantity(column, entry, block, arithmetic)
    }
    place = _Place(block, arithmetic, language, shown, _years(block, columns, row, shown))
    return [_with_formula(column, entry, place) for column, entry in zip(columns, contents, strict=True)]


def _name(column: Column[Row]) -> str:
    return f"y{column.name}" if column.of_year else _NAMES.get(column.name, column.name)


def _is_quantity(column: Column[Row], entry: Entry, block: Block, arithmetic: Arithmetic) -> bool:
    """Say whether a cell holds a number of the arithmetic, or what will be one once there is a figure."""
    name = _name(column)
    known = arithmetic.has(block.row.number, name) or block.year(name) is not None
    return known and (name in block.formulas or isinstance(entry.content, Fraction | date))


def _years(block: Block, columns: Sequence[Column[Row]], row: int, shown: Mapping[str, str]) -> str:
    """Return the cells of all years, where they stand side by side and hold every reading; else nothing."""
    places = [number for number, column in enumerate(columns, 1) if column.of_year]
    dated = all(reading.period is not None for reading in block.case.readings)
    together = bool(places) and places == list(range(places[0], places[-1] + 1))
    if not together or not dated or not all(f"y{year}" in shown for year in block.years):
        return ""
    return f"${letter(places[0])}{row}:${letter(places[-1])}{row}"


def _content(column: Column[Row], block: Block, language: Language) -> Entry:
    row, name = block.row, _name(column)
    text = column.text(row, language)
    value = _value(column, block)
    if isinstance(value, date) and has_day(value):
        shown = locale.date_short(value, language)
        return Entry(value, Look(look.of_date(text, shown, language))) if shown in text else Entry(text)
    if not isinstance(value, Fraction) or not has_number(value):
        return Entry(text)
    decimals, fixed = _decimals(name, row)
    scale = _scale(name, row)
    found = look.of_number(value, text, language, scale, decimals, fixed, name in _ROUGH)
    return Entry(text) if found is None else Entry(value, found)


def _value(column: Column[Row], block: Block) -> Fraction | date | None:
    """Return the one number or the day that a cell shows, or None where it shows words or several numbers."""
    measure, goal, name = block.row.assessment.measure, block.case.goal, _name(column)
    if name == "goal":
        value = block.case.values["goal"]
        return goal.by or (value if isinstance(value, Fraction) and "far" not in block.case.values else None)
    if name == "achieved" and measure.done is not None:
        return measure.done
    if name == "met" and measure.periods is not None:
        return Fraction(measure.periods.met) if measure.periods.reported else None
    exact = column.exact(block.row)
    if isinstance(exact, date):
        return exact
    if not column.figure:
        return None
    if isinstance(exact, Interval):
        return exact.exact
    return Fraction(exact) if isinstance(exact, int | Fraction) else None


def _decimals(name: str, row: Row) -> tuple[int, bool]:
    if name == "attainment":
        notation = attainment_notation(row.assessment)
        return notation.decimals, notation.fixed
    if name in _SHARES or name in _ROUGH or row.assessment.goal.interval is None:
        return 2, False
    return locale.decimals_of(row.assessment.goal.interval), False


def _scale(name: str, row: Row) -> Scale:
    unit = row.assessment.target.indicator.unit
    if name in _SHARES:
        return "share"
    if name in ("number", "met") or (counts_years(row.assessment) and name in ("achieved", *_ROUGH)):
        return "plain"
    if unit.percent:
        return "percent"
    if unit.id == "rank":
        return "rank"
    billion = Fraction(10**9)
    is_money = locale.amount(exactly(billion), unit, "en", named=False) != locale.number(billion, "en")
    return "money" if is_money else "plain"


def _with_formula(column: Column[Row], entry: Entry, place: _Place) -> Entry:
    """Return the cell with the formula that it follows its inputs by, where there is any input to follow."""
    name, block = _name(column), place.block
    if name == "achieved" and place.years and "in_row" in block.formulas:
        return entry._replace(formula=block.formulas["in_row"].written(place.cell))
    if column.of_year:
        made = block.year(name)
        if made is not None and isinstance(entry.content, Fraction):
            return entry._replace(formula=made.written(lambda part: _outside(part, place)))
        return _guarded(entry, place) if entry.content != words.NOTHING else entry
    if not place.arithmetic.has(place.number, name):
        return entry
    if name in ("goal", "achieved", "baseline"):
        counts = isinstance(entry.content, Fraction | date) or name in block.formulas
        own = {"goal": ("goal", "far"), "baseline": ("baseline",)}.get(name, ())
        own = tuple(part for part in own if place.arithmetic.has(place.number, part))
        entry = entry._replace(formula=_outside(name, place)) if counts else _guarded(entry, place, own)
        years = [f"y{year}" for year in block.years if name == "achieved" and f"y{year}" in place.shown]
        return _while_same(entry, years, place)
    inputs = [part for part in ("goal", "achieved") if part in place.shown]
    if name in block.formulas:
        found = block.formulas[name]
        entry = entry._replace(formula=in_cell(name, found, block.case).written(place.cell))
        return _while_same(entry, inputs[-1:], place) if any(map(place.reads, found.names)) else entry
    return _while_same(entry._replace(formula=_outside(name, place)), inputs, place)


def _while_same(entry: Entry, names: Sequence[str], place: _Place) -> Entry:
    """Return a cell whose formula holds only while these cells of its row say what the arithmetic says."""
    same = []
    for name in names:
        year = place.block.year(name)
        there = _outside(name, place) if year is None else year.written(lambda part: _outside(part, place))
        same.append(f"{place.shown[name]}={there}")
    if not same:
        return entry
    condition = f"AND({','.join(same)})" if len(same) > 1 else same[0]
    return entry._replace(formula=f'IF({condition},{entry.formula},"{AGAIN[place.language]}")')


def _outside(name: str, place: _Place) -> str:
    return place.arithmetic.outside(place.number, name)


def _guarded(entry: Entry, place: _Place, names: Sequence[str] = ()) -> Entry:
    """Return a text of ours that gives way once these inputs of the target, or any, are changed."""
    if not isinstance(entry.content, str) or len(entry.content) > _LONGEST:
        return entry
    same = place.arithmetic.unchanged(place.number, names)
    return entry._replace(formula=f'IF({same},"{entry.content}","{AGAIN[place.language]}")')
