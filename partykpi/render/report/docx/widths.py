"""How wide the columns of a table are, and how large its letters, so that no figure and no word is broken.

A table that is too wide even in small letters becomes several, each with the columns that say what a row is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from partykpi.render.report.docx import letters
from partykpi.render.report.docx.markup import NO_BREAK_HYPHEN
from partykpi.render.text import words
from partykpi.render.text.wrap import NO_BREAK, keep_figures

# From the size that is read with ease to the least that is.
SIZES = (12, 11, 10, 9)

# At both sides of a cell, and what borders and rounding may take; in twentieths of a point, as all widths here.
PADDING = 60
_SLACK = 50

# The longest word that a column of words must hold whole, in thousandths of the size of the font.
_LONGEST_WORD = 12_000

# Up to what width columns of words grow before those of the longest texts do.
_FOR_WORDS = 5000

_IN_A_DATE = re.compile(r"(?<=\d)-(?=\d)")
_BEFORE_A_SIGN = re.compile(rf" (?=(?:[{''.join(set(words.VERDICT_SIGNS.values()))}]|\d+)(?:[ ;]|$))")


class Column(NamedTuple):
    """What stands in a column. A `figure` is not broken; a `key` says what a row is about.

    A column of words is not made narrower than `comfort`, in the largest letters, where its words are so long.
    """

    heading: str
    cells: Sequence[str]
    figure: bool = False
    key: bool = False
    comfort: int = 1100


class Sized(NamedTuple):
    """A column by its place, how wide it is, and whether each of its texts is `whole` on one line."""

    place: int
    width: int
    whole: bool


class _Need(NamedTuple):
    """What a column needs: to hold its words, to be at ease, to have every text on one line, and its heading too."""

    least: int
    ease: int
    whole: int
    most: int


class _Measured(NamedTuple):
    """A column in thousandths of the size of the font: its heading, its longest text, and the longest word of each."""

    heading: int
    heading_word: int
    text: int
    word: int


def unbroken(text: str) -> str:
    """Return the text with what belongs together kept so: figures, dates, what is counted or judged and its number."""
    text = _BEFORE_A_SIGN.sub(NO_BREAK, _IN_A_DATE.sub(NO_BREAK_HYPHEN, text))
    return keep_figures(text)


def size(columns: Sequence[Column], room: int) -> int:
    """Return the largest size of letters with which the columns fit into the room, or the least that there is."""
    measured = [_measure(column) for column in columns]
    for points in SIZES:
        if sum(need.ease for need in _needs(columns, measured, points)) <= room:
            return points
    return SIZES[-1]


def plan(columns: Sequence[Column], room: int, points: int) -> list[list[Sized]]:
    """Return the columns of each table; of one table wherever that will do."""
    needs = _needs(columns, [_measure(column) for column in columns], points)
    tables = _tables(columns, needs, room)
    shares = [_share([columns[place] for place in table], [needs[place] for place in table], room) for table in tables]
    return [
        [Sized(place, width, width >= needs[place].whole) for place, width in zip(table, widths, strict=True)]
        for table, widths in zip(tables, shares, strict=True)
    ]


def _measure(column: Column) -> _Measured:
    pieces = {piece for cell in column.cells for piece in unbroken(cell).split(" ")}
    return _Measured(
        letters.room(column.heading, bold=True),
        max(letters.room(word, bold=True) for word in column.heading.split(" ")),
        max((letters.room(cell) for cell in set(column.cells)), default=0),
        max(map(letters.room, pieces), default=0),
    )


def _needs(columns: Sequence[Column], measured: Sequence[_Measured], points: int) -> list[_Need]:
    needs = []
    for column, one in zip(columns, measured, strict=True):
        heading, heading_word, text, word = (points * part // 50 + 1 + 2 * PADDING + _SLACK for part in one)
        if not column.figure:
            word = min(word, points * _LONGEST_WORD // 50)
        least = max(heading_word, word)
        ease = max(least, text) if column.figure else max(least, min(column.comfort * points // SIZES[0], text))
        needs.append(_Need(least, ease, max(least, text), max(heading, text)))
    return needs


def _tables(columns: Sequence[Column], needs: Sequence[_Need], room: int) -> list[list[int]]:
    """Return the places of the columns of each table: figures may be at their narrowest, words are at ease."""
    places = list(range(len(columns)))
    taken = [need.least if column.figure else need.ease for column, need in zip(columns, needs, strict=True)]
    if sum(taken) <= room:
        return [places]
    keys = [place for place in places if columns[place].key]
    tables: list[list[int]] = []
    for place in places:
        if place in keys:
            continue
        if tables and sum(taken[one] for one in (*tables[-1], place)) <= room:
            tables[-1].append(place)
        else:
            tables.append([*keys, place])
    return [sorted(table) for table in tables] or [places]


def _share(columns: Sequence[Column], needs: Sequence[_Need], room: int) -> list[int]:
    """Share the room out: to each what it must have, then what it is at ease with, then all that it can use."""
    widths = [need.least for need in needs]
    total = sum(widths)
    if total > room:  # one figure or heading is wider than a page
        widths = [room * width // total for width in widths]
    ease = [need.ease for need in needs]
    _grow(widths, [most if column.key else 0 for column, most in zip(columns, ease, strict=True)], room)
    _grow(widths, [most if column.figure else 0 for column, most in zip(columns, ease, strict=True)], room)
    _grow(widths, ease, room)
    _grow(widths, [min(need.most, _FOR_WORDS) for need in needs], room)
    _grow(widths, [need.most for need in needs], room)
    _grow(widths, [width + room for width in widths], room)
    return widths


def _grow(widths: list[int], wanted: Sequence[int], room: int) -> None:
    """Widen columns to what is wanted, or where that is too much, each by the same share of what it lacks."""
    lacking = [max(want - width, 0) for want, width in zip(wanted, widths, strict=True)]
    left, total = room - sum(widths), sum(lacking)
    for place, lack in enumerate(lacking):
        widths[place] += lack if total <= left else lack * left // total
