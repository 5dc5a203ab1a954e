"""What differs between two reports, as a table for a terminal, or lines where a table would be too wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from partykpi.core.compare import Comparison
from partykpi.render.commands.compare_rows import (
    ARROW,
    CHANGE,
    CHANGE_WORDS,
    POINTS,
    ChangeRow,
    amendment,
    change_rows,
    heading,
    legends,
    summary,
)
from partykpi.render.terminal.drawing import Grid, Line, drawn, has_tall_rows
from partykpi.render.text import words
from partykpi.render.text.wrap import NO_BREAK, hang, keep_figures, width, wrap
from partykpi.text import Language


class _PairShape(NamedTuple):
    """One way to lay the table out: what parts before and after, and the least width of names."""

    between: str
    name: int


# From roomy to tight; the first that fits is taken.
_SHAPES = (_PairShape(f" {ARROW}{NO_BREAK}", 30), _PairShape(f"\n{ARROW}{NO_BREAK}", 14))
_GAP = 2


def table(comparison: Comparison, language: Language, columns: int, color: bool) -> str:
    """Return the comparison for a terminal of so many columns."""
    parts: list[Line | Grid] = [Line(hang(line, columns, then="  ")) for line in heading(comparison, language)]
    changed = change_rows(comparison, language)
    if changed:
        parts += [Line(), *_changes(changed, language, columns)]
        parts += [Line(hang(legend, columns)) for legend in legends(changed, language)]
    return drawn([*parts, Line(), Line(hang(summary(comparison, language), columns))], columns, color)


def _changes(changed: Sequence[ChangeRow], language: Language, columns: int) -> Iterator[Line | Grid]:
    """Return the table, or a block of lines for each target where the table would be too wide."""
    for shape in _SHAPES:
        heads, cells = _columns(changed, language, shape)
        widths = [
            max(width(line) for text in (head, *column) for line in text.split("\n"))
            for head, column in zip(heads, cells, strict=True)
        ]
        available_width = columns - sum(widths[1:]) - _GAP * (len(widths) - 1)
        longest_word = max(width(word) for name in cells[0] for word in name.split())
        if available_width >= min(widths[0], max(shape.name, longest_word)):
            widths[0] = min(widths[0], available_width)
            yield _grid(changed, heads, cells, widths)
            return
    for row in changed:
        yield from map(Line, _block(row, language, columns))


def _columns(changed: Sequence[ChangeRow], language: Language, shape: _PairShape) -> tuple[list[str], list[list[str]]]:
    def pairs(texts: Iterator[tuple[str, ...]]) -> list[str]:
        return [shape.between.join(keep_figures(text).replace(" ", NO_BREAK) for text in pair) for pair in texts]

    heads = (words.TARGET, words.ACHIEVED, words.ATTAINMENT, POINTS, words.STATUS)
    cells = [
        [_named(row, language) for row in changed],
        pairs(row.achieved for row in changed),
        pairs(row.attainment for row in changed),
        [_points(row, language) for row in changed],
        pairs(row.status for row in changed),
    ]
    return [head[language] for head in heads], cells


def _named(row: ChangeRow, language: Language) -> str:
    if row.change.kind != "amended":
        return row.name
    return f"{row.name}\n{words.GOAL[language]}: {keep_figures(amendment(row))}"


def _points(row: ChangeRow, language: Language) -> str:
    """Return the points, and below them what else happened to the target."""
    word = CHANGE_WORDS[row.change.kind][language]
    if row.change.kind in ("added", "dropped"):
        return word
    return row.points if row.change.kind == "moved" else f"{word}\n{row.points}"


def _grid(
    changed: Sequence[ChangeRow], heads: Sequence[str], cells: Sequence[Sequence[str]], widths: Sequence[int]
) -> Grid:
    sized = list(zip(cells, widths, strict=True))
    styles = {True: "green", False: "red", None: ""}
    rows = []
    for place, row in enumerate(changed):
        texts = [
            [broken for line in column[place].split("\n") for broken in wrap(line, size)] for column, size in sized
        ]
        cells_of_row = [[(line, "") for line in cell] for cell in texts]
        style = styles[row.change.better] if row.change.kind != "dropped" else "dim"
        cells_of_row[-2] = [(line, style) for line, _ in cells_of_row[-2]]
        rows.append(cells_of_row)
    return Grid(widths, [[(head, "")] for head in heads], rows, _GAP, ruled=has_tall_rows(rows))


def _block(row: ChangeRow, language: Language, columns: int) -> Iterator[str]:
    """Return a target as lines, where a row of it would be wider than the terminal."""
    yield hang(row.name, columns, then="  ")
    if row.change.kind != "moved":
        yield hang(CHANGE_WORDS[row.change.kind][language], columns, f"  {CHANGE[language]}: ", "    ")
    if row.change.kind == "amended":
        yield hang(amendment(row), columns, f"  {words.GOAL[language]}: ", "    ")
    pairs = ((words.ACHIEVED, row.achieved), (words.ATTAINMENT, row.attainment), (words.STATUS, row.status))
    for label, pair in pairs:
        yield hang(f" {ARROW} ".join(pair), columns, f"  {label[language]}: ", "    ")
    if row.change.kind in ("moved", "amended"):
        yield hang(row.points, columns, f"  {POINTS[language]}: ", "    ")
