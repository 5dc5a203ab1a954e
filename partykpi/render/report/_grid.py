"""A table as a grid for a terminal: how its columns look, how they share the width, and where their lines break.

Neither figures nor the words of a name are ever cut: names wrap between words instead, the bar shrinks, the unit and
then other words move under the name; where all that does not help there is no grid.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from partykpi.render.report.columns import Column, name_with_unit, published
from partykpi.render.report.document import Table, TableRow
from partykpi.render.terminal.drawing import TONE_STYLES, Cell, Grid
from partykpi.render.text import sentences, words
from partykpi.render.text.wrap import MAY_BREAK, NO_BREAK, break_ranges, keep_figures, width, wrap
from partykpi.text import Language

_EIGHTHS = " ▏▎▍▌▋▊▉"


class _Shape(NamedTuple):
    """One way to lay the columns out; `name` is the least width of names that makes it worth while.

    A bar of no width of its own is below its figure. In a `tight` shape all wraps that may; in a `stacked` one the
    words that belong to a target are under its name.
    """

    name: int
    bar: int
    gap: int
    unit_apart: bool = True
    tight: bool = False
    stacked: bool = False


# From wide to narrow; the first that fits is taken.
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

_STACKED = ("owner", "note", "indicator", "kind", "period", "resolution", "term")
_BELOW = f"→{NO_BREAK}"

# The width of a bar below its figure; up to what width columns of words do not wrap where there is space, up to what
# width headings never do, and up to what width names grow before other columns do.
_BAR_BELOW = 9
_COMFORT = {
    "unit": 10,
    "published": 20,
    "reach": 12,
    "owner": 16,
    "note": 24,
    "indicator": 16,
    "kind": 16,
    "period": 12,
    "resolution": 24,
    "term": 12,
}
_TIGHT_COMFORT = dict.fromkeys(_STACKED, 8)
_SHORT_LABEL = 9
_NAME_WIDTH = 24


class _Paragraph(NamedTuple):
    """A paragraph of a cell, all in one style."""

    text: str
    style: str = ""


_Paragraphs = tuple[_Paragraph, ...]


class _GridColumn(NamedTuple):
    """A column of paragraphs below its heading, and how wide they are.

    `label` is the widest word of the heading, `word` that of the cells, `text` their widest paragraph; at the `natural`
    width nothing wraps, the heading included.
    """

    name: str
    figure: bool
    heading: _Paragraphs
    cells: Sequence[_Paragraphs]
    label: int
    word: int
    text: int
    natural: int


def name_column(columns: Sequence[Column[Any]]) -> str:
    """Return the column of the names, which takes the space that the others leave; nothing where there is none."""
    return next((column.name for column in columns if column.key and not column.figure), "")


def grid(table: Table[Any], marks: Sequence[Fraction | None], language: Language, available: int) -> Grid | None:
    """Return the table at most so many columns of a terminal wide, or None where its figures need more than that.

    `marks` are the shares at which the bars of attainment have their marks, for each row.
    """
    rows, name = table.rows, name_column(table.columns)
    alike = {
        column.name: _measured(column, [_paragraphs(column.name, row, place, language) for row in rows], language)
        for place, column in enumerate(table.columns)
        if column.name not in (name, "attainment")
    }
    for shape in _SHAPES:
        under = [column for column in table.columns if name and shape.stacked and column.name in _STACKED]
        hidden = {column.name for column in under} | ({"unit"} if name and not shape.unit_apart else set())
        columns = []
        for place, column in enumerate(table.columns):
            if column.name == name:
                columns.append(_measured(column, list(_names(table, place, shape, under)), language, under))
            elif column.name == "attainment":
                columns.append(_measured(column, list(_attainments(rows, place, marks, shape.bar)), language))
            elif column.name not in hidden:
                columns.append(alike[column.name])
        widths = _widths(columns, shape, name, available)
        if widths is not None:
            sized = list(zip(columns, widths, strict=True))
            heading = [_broken(column, column.heading, size) for column, size in sized]
            cells = [[_broken(column, cell, size) for cell in column.cells] for column, size in sized]
            lines = list(zip(*cells, strict=True))
            tall = sum(any(len(cell) > 1 for cell in line) for line in lines)
            return Grid(widths, heading, lines, shape.gap, ruled=3 * tall >= len(lines))
    return None


def _paragraphs(name: str, row: TableRow[Any], place: int, language: Language) -> _Paragraphs:
    """Return a cell that looks alike in all shapes."""
    cell = row.cells[place]
    match name:
        case "published" if row.subject.assessment.judgements:
            return tuple(
                _Paragraph(
                    f"{keep_figures(claim.text)}{NO_BREAK}{claim.look.sign}" + (f" {claim.word}" if claim.word else ""),
                    TONE_STYLES[claim.look.tone],
                )
                for claim in published(row.subject.assessment, language)
            )
        case "published":
            return (_Paragraph(cell.text, "dim"),)
        case "status":
            return (_Paragraph(cell.text, TONE_STYLES[words.STATUS_TONES[row.subject.assessment.status]]),)
        case "statuses":
            counts = sentences.each_count(row.subject.summary, language)
            return tuple(
                _Paragraph(text.replace(" ", NO_BREAK), TONE_STYLES[words.STATUS_TONES[status]])
                for status, text in counts
            ) or (_Paragraph(cell.text),)
        case _:
            return (_Paragraph(break_ranges(keep_figures(cell.text))),)


def _names(table: Table[Any], place: int, shape: _Shape, under: Sequence[Column[Any]]) -> Iterator[_Paragraphs]:
    """Return the names with their units where these have no column, and below them what is stacked `under` them."""
    places = {column.name: number for number, column in enumerate(table.columns)}
    for row in table.rows:
        name = row.cells[place].text
        if not shape.unit_apart and "unit" in places:
            name = name_with_unit(name, row.cells[places["unit"]].text, row.subject)
        below = [row.cells[places[column.name]].text for column in under]
        shown = [text for text in below if text != words.NOTHING or len(below) > 1]
        yield (_Paragraph(name), *(_Paragraph(_BELOW + text, "dim") for text in shown))


def _attainments(
    rows: Sequence[TableRow[Any]], place: int, marks: Sequence[Fraction | None], columns: int
) -> Iterator[_Paragraphs]:
    """Return the attainments, each with its bar: beside it in so many columns, or below it where there are none.

    A bar shows the share that is certain, from 0 to 100% in eighths of a column, with the mark of the pace over it.
    """
    texts = [row.cells[place].text for row in rows]
    if any(row.cells[place].mark for row in rows):  # below each other are the figures, and not their marks
        texts = [text if row.cells[place].mark else f"{text} " for text, row in zip(texts, rows, strict=True)]
    longest = max(map(width, texts))
    size = columns or _BAR_BELOW
    for row, text, mark in zip(rows, texts, marks, strict=True):
        shares = row.subject.assessment.measure.attainment
        share = Fraction(0) if shares is None or shares.low is None else min(max(shares.low, Fraction(0)), Fraction(1))
        full, part = divmod(int(share * size * 8), 8)
        bar = ("█" * full + (_EIGHTHS[part] if part else "")).ljust(size)
        if mark is not None:
            at = int(mark * size)
            bar = bar[:at] + words.PACE_MARK + bar[at + 1 :]
        style = TONE_STYLES[words.STATUS_TONES[row.subject.assessment.status]]
        parts = [f"{text.rjust(longest)} {bar}"] if columns else [text.rjust(max(longest, _BAR_BELOW)), bar]
        yield tuple(_Paragraph(part.replace(" ", NO_BREAK), style) for part in parts if part.strip())


def _measured(
    column: Column[Any], cells: Sequence[_Paragraphs], language: Language, under: Sequence[Column[Any]] = ()
) -> _GridColumn:
    """Return a column of these cells, in whose heading are those of the columns stacked `under` it."""
    label = column.heading[language]
    label = label.replace(" ", NO_BREAK) if width(label) <= _SHORT_LABEL else label
    heading = (_Paragraph(label), *(_Paragraph(_BELOW + one.heading[language], "dim") for one in under))
    texts = {part.text for cell in cells for part in cell}
    longest = max(map(width, texts), default=0)
    return _GridColumn(
        column.name,
        column.figure,
        heading,
        cells,
        label=max(width(word) for part in heading for word in part.text.split(" ")),
        word=max((width(word) for text in texts for word in text.replace(MAY_BREAK, " ").split(" ")), default=0),
        text=longest,
        natural=max(longest, *(width(part.text) for part in heading)),
    )


def _widths(columns: Sequence[_GridColumn], shape: _Shape, name: str, available: int) -> list[int] | None:
    """Share the width out, so that no figure and no word is cut.

    Return None where that cannot be, or where the names would get less than is wanted for them.
    """
    widths = []
    for column in columns:
        stiff = column.figure or column.name == "status"
        if column.name == "attainment" or (stiff and not shape.tight):
            least = column.text
        else:
            comfort = 0 if stiff else (_TIGHT_COMFORT if shape.tight else _COMFORT).get(column.name, 0)
            least = max(column.word, min(comfort, column.natural))
        wanted = min(shape.name, column.natural) if column.name == name else 0
        widths.append(max(column.label, least, wanted))
    left = available - shape.gap * (len(columns) - 1) - sum(widths)
    if left < 0:
        return None
    named = [place for place, column in enumerate(columns) if column.name == name]
    others = [place for place in reversed(range(len(columns))) if place not in named]
    first = [(place, min(_NAME_WIDTH, columns[place].natural)) for place in named]
    for place, size in (*first, *((place, columns[place].natural) for place in (*others, *named))):
        more = max(min(left, size - widths[place]), 0)
        widths[place] += more
        left -= more
    return widths


def _broken(column: _GridColumn, cell: _Paragraphs, size: int) -> Cell:
    """Return the lines of a cell, broken at that width; figures at the right, but for those with a bar."""
    lines = [(line, part.style) for part in cell for line in wrap(part.text, size)]
    if not column.figure or column.name == "attainment":
        return lines
    return [(" " * (size - width(line)) + line, style) for line, style in lines]
