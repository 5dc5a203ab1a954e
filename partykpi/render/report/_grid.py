"""The columns of a table: what stands in them, how they share the width, and the grid that comes of it.

Neither figures nor the words of a name are ever cut: names wrap between words instead, the bar shrinks, the unit and
then other words move under the name; where all that does not help there is no grid.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from partykpi.render.report import columns as data
from partykpi.render.report.rows import Published, Row, due_mark, published
from partykpi.render.terminal.drawing import STATUS_STYLES, VERDICT_STYLES, Cell, Grid
from partykpi.render.text import words
from partykpi.render.text.wrap import NO_BREAK, keep_figures, width, wrap
from partykpi.text import Language

if TYPE_CHECKING:
    from partykpi.render.report.order import Group

_EIGHTHS = " ▏▎▍▌▋▊▉"


class _Shape(NamedTuple):
    """One way to lay the columns out; `name` is the least width of names that makes it worth while.

    A bar of no width of its own stands below its figure. In a `tight` shape all wraps that may; in a `stacked` one
    words that belong to a target stand under its name.
    """

    name: int
    bar: int
    gap: int
    unit_apart: bool = True
    tight: bool = False
    stacked: bool = False


# From roomy to tight; the first that fits is taken.
_SHAPES = (
    _Shape(name=44, bar=20, gap=3),
    _Shape(name=34, bar=12, gap=2),
    _Shape(name=24, bar=6, gap=2),
    _Shape(name=24, bar=6, gap=2, unit_apart=False),
    _Shape(name=24, bar=0, gap=2, unit_apart=False, tight=True),
    _Shape(name=18, bar=0, gap=2, unit_apart=False, tight=True),
    _Shape(name=12, bar=0, gap=1, unit_apart=False, tight=True),
    _Shape(name=12, bar=0, gap=1, unit_apart=False, tight=True, stacked=True),
)

_STACKED = ("owner", "note", "indicator", "kind")
_BELOW = f"→{NO_BREAK}"

# The width of a bar below its figure; up to what width columns of words do not wrap while there is room, up to what
# width headings never do, and up to what width names grow before other columns do.
_BAR_BELOW = 9
_COMFORT = {"unit": 10, "published": 20, "reach": 12, "owner": 16, "note": 24, "indicator": 16, "kind": 16}
_TIGHT_COMFORT = dict.fromkeys(_STACKED, 8)
_SHORT_LABEL = 9
_NAME_WIDTH = 24


class _Part(NamedTuple):
    """A paragraph of a cell, all in one style."""

    text: str
    style: str = ""


_Cell = tuple[_Part, ...]


class _Column(NamedTuple):
    """A column: its heading and its cells.

    `wraps` says that lines may break at spaces, though not to make a column narrower than `comfort`. The `name` column
    is the one that takes what room the others leave.
    """

    label: _Cell
    cells: tuple[_Cell, ...]
    side: Literal["left", "right"] = "left"
    wraps: bool = False
    comfort: int = 0
    name: bool = False

    @property
    def natural(self) -> int:
        """The width at which nothing wraps."""
        return max(width(part.text) for cell in (self.label, *self.cells) for part in cell)

    @property
    def least(self) -> int:
        """The least width at which no figure and no word is cut."""
        texts = [part.text for cell in self.cells for part in cell]
        label = max(_longest(part.text) for part in self.label)
        if not self.wraps:
            return max([label, *map(width, texts)])
        return max([label, *map(_longest, texts), min(self.comfort, self.natural)])


@cache
def _longest(text: str) -> int:
    return max(width(word) for word in text.split(" "))


class Sheet(NamedTuple):
    """The rows and what the columns say of them, each made once however many shapes are tried.

    `cells` are those that look alike in all shapes, by their columns.
    """

    language: Language
    rows: Sequence[Row]
    groups: Sequence[Group]
    columns: Sequence[data.Column]
    texts: Mapping[str, list[str]]
    marks: Sequence[Fraction | None]
    cells: Mapping[str, tuple[_Cell, ...]]


def sheet_of(rows: Sequence[Row], groups: Sequence[Group], columns: Sequence[data.Column], language: Language) -> Sheet:
    texts = {column.name: [column.text(row, language) for row in rows] for column in columns}
    marks = [due_mark(row) for row in rows] if "attainment" in texts else []
    cells = {name: _cells(name, rows, language, texts[name]) for name in texts.keys() - {"target", "attainment"}}
    return Sheet(language, rows, groups, columns, texts, marks, cells)


def _cells(name: str, rows: Sequence[Row], language: Language, texts: Sequence[str]) -> tuple[_Cell, ...]:
    if name == "published":
        return tuple(_published(published(row.assessment, language)) for row in rows)
    if name == "status":
        styles = [STATUS_STYLES[row.assessment.status] for row in rows]
        return tuple((_Part(text, style),) for text, style in zip(texts, styles, strict=True))
    return tuple((_Part(keep_figures(text)),) for text in texts)


def grid(sheet: Sheet, room: int) -> Grid | None:
    """Return the table at most so many columns of a terminal wide, or None where its figures need more than that."""
    for shape in _SHAPES:
        columns = _columns(sheet, shape)
        widths = _widths(columns, room - shape.gap * (len(columns) - 1), shape.name)
        if widths is not None:
            return _grid(columns, widths, shape.gap)
    return None


def _columns(sheet: Sheet, shape: _Shape) -> list[_Column]:
    shown = list(sheet.columns)
    named = any(column.name == "target" for column in shown)
    under: list[data.Column] = []
    if named and not shape.unit_apart:
        shown = [column for column in shown if column.name != "unit"]
    if named and shape.stacked:
        under = [column for column in shown if column.name in _STACKED]
        shown = [column for column in shown if column.name not in _STACKED]
    return [_column(sheet, column, shape, under if column.name == "target" else []) for column in shown]


def _column(sheet: Sheet, column: data.Column, shape: _Shape, under: Sequence[data.Column]) -> _Column:
    label = column.heading[sheet.language]
    label = label.replace(" ", NO_BREAK) if width(label) <= _SHORT_LABEL else label
    heading = (_Part(label), *(_Part(_BELOW + one.heading[sheet.language], "dim") for one in under))
    texts = sheet.texts[column.name]
    styles = [STATUS_STYLES[row.assessment.status] for row in sheet.rows]
    comfort = (_TIGHT_COMFORT if shape.tight else _COMFORT).get(column.name, 0)
    match column.name:
        case "target":
            names = texts
            if not shape.unit_apart and "unit" in sheet.texts:
                units = sheet.texts["unit"]
                names = [data.name_with_unit(*one) for one in zip(texts, units, sheet.rows, strict=True)]
            below = [[sheet.texts[one.name][place] for one in under] for place in range(len(names))]
            cells = [
                (_Part(name), *(_Part(_BELOW + text, "dim") for text in more if text != words.NOTHING or len(more) > 1))
                for name, more in zip(names, below, strict=True)
            ]
            return _Column(heading, tuple(cells), wraps=True, name=True)
        case "attainment":
            figures = max(map(width, texts))
            drawn = zip(sheet.rows, texts, sheet.marks, styles, strict=True)
            return _Column(heading, tuple(_attainment(*one, figures, shape.bar) for one in drawn))
        case "status":
            return _Column(heading, sheet.cells["status"], wraps=shape.tight)
        case name if column.figure:
            return _Column(heading, sheet.cells[name], side="right", wraps=shape.tight)
        case name:
            return _Column(heading, sheet.cells[name], wraps=True, comfort=comfort)


def _widths(columns: Sequence[_Column], room: int, for_name: int) -> list[int] | None:
    """Share the room out, or return None where the names would get less than is wanted for them."""
    widths = [column.least for column in columns]
    natural = [column.natural for column in columns]
    names = [place for place, column in enumerate(columns) if column.name]
    for place in names:
        widths[place] = max(widths[place], min(for_name, natural[place]))
    left = room - sum(widths)
    if left < 0:
        return None
    rest = [(place, natural[place]) for place in range(len(columns) - 1, -1, -1) if place not in names]
    first = [(place, min(_NAME_WIDTH, natural[place])) for place in names]
    for place, size in (*first, *rest, *((place, natural[place]) for place in names)):
        more = max(min(left, size - widths[place]), 0)
        widths[place] += more
        left -= more
    return widths


def _grid(columns: Sequence[_Column], widths: Sequence[int], gap: int) -> Grid:
    heading, cells = [], []
    for column, size in zip(columns, widths, strict=True):
        heading.append(_broken(column.label, size, column.side))
        cells.append([_broken(cell, size, column.side) for cell in column.cells])
    rows = list(zip(*cells, strict=True))
    ruled = 3 * sum(any(len(cell) > 1 for cell in row) for row in rows) >= len(rows)
    return Grid(widths, heading, rows, gap, ruled=ruled)


def _broken(cell: _Cell, size: int, side: Literal["left", "right"]) -> Cell:
    """Return the lines of a cell, broken at that width."""
    lines = [(line, part.style) for part in cell for line in wrap(part.text, size)]
    if side == "left":
        return lines
    return [(" " * (size - width(line)) + line, style) for line, style in lines]


def _attainment(row: Row, text: str, mark: Fraction | None, style: str, figures: int, bar: int) -> _Cell:
    if bar:
        return (_Part(f"{text.rjust(figures)} {_bar(row, mark, bar)}".replace(" ", NO_BREAK), style),)
    parts = [text.rjust(max(figures, _BAR_BELOW)), _bar(row, mark, _BAR_BELOW)]
    return tuple(_Part(part.replace(" ", NO_BREAK), style) for part in parts if part.strip())


def _bar(row: Row, mark: Fraction | None, columns: int) -> str:
    """Draw the attainment that is certain, from 0 to 100%, in eighths of a column, and the mark of the pace over it."""
    shares = row.assessment.measure.attainment
    share = Fraction(0) if shares is None or shares.low is None else min(max(shares.low, Fraction(0)), Fraction(1))
    full, part = divmod(int(share * columns * 8), 8)
    bar = ("█" * full + (_EIGHTHS[part] if part else "")).ljust(columns)
    if mark is None:
        return bar
    place = int(mark * columns)
    return bar[:place] + words.PACE_MARK + bar[place + 1 :]


def _published(claims: Sequence[Published]) -> _Cell:
    if not claims:
        return (_Part(words.NOTHING, "dim"),)
    return tuple(_Part(_with_sign(claim), VERDICT_STYLES[claim.judgement.verdict]) for claim in claims)


def _with_sign(claim: Published) -> str:
    text = f"{keep_figures(claim.text)}{NO_BREAK}{claim.sign}"
    return f"{text} {claim.word}" if claim.word else text
