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

COMFORT = 1100
"""The least width of a column of words where there is space for more."""

# At both sides of a cell, and what borders and rounding may take; in twentieths of a point, as all widths here.
PADDING = 60
_SLACK = 50

# The longest word that a column of words must hold whole, in thousandths of the size of the font.
_LONGEST_WORD = 12_000

# Up to what width columns of words grow before those of the longest texts do.
_FOR_WORDS = 5000

_IN_A_DATE = re.compile(r"(?<=\d)-(?=\d)")
_SIGNS = "".join({look.sign for look in words.VERDICTS.values()})
_BEFORE_A_SIGN = re.compile(rf" (?=(?:[{_SIGNS}]|\d+)(?:[ ;]|$))")


class Extent(NamedTuple):
    """How wide the texts of a column are, in thousandths of the size of the font.

    A `figure` is not broken; a `key` says what a row is about. A column of words is not made narrower than `comfort`,
    in the largest letters, where its texts are so long. The others are the widths of the heading and its longest word,
    and of the longest text and the longest word of the cells.
    """

    figure: bool
    key: bool
    comfort: int
    heading: int
    heading_word: int
    text: int
    word: int


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


def unbroken(text: str) -> str:
    """Return the text with what belongs together kept so: figures, dates, what is counted or judged and its number."""
    text = _BEFORE_A_SIGN.sub(NO_BREAK, _IN_A_DATE.sub(NO_BREAK_HYPHEN, text))
    return keep_figures(text)


def measured(
    heading: str, cells: Sequence[str], figure: bool = False, key: bool = False, comfort: int = COMFORT
) -> Extent:
    """Return how wide a column of these texts is."""
    pieces = {piece for cell in cells for piece in unbroken(cell).split(" ")}
    return Extent(
        figure,
        key,
        comfort,
        heading=letters.safe_width(heading, bold=True),
        heading_word=max(letters.safe_width(word, bold=True) for word in heading.split(" ")),
        text=max((letters.safe_width(cell) for cell in set(cells)), default=0),
        word=max(map(letters.safe_width, pieces), default=0),
    )


def size(columns: Sequence[Extent], available: int) -> int:
    """Return the largest size of letters with which the columns fit into the width, or the least that there is."""
    for points in SIZES:
        if sum(need.ease for need in _needs(columns, points)) <= available:
            return points
    return SIZES[-1]


def plan(columns: Sequence[Extent], available: int, points: int) -> list[list[Sized]]:
    """Return the columns of each table; of one table wherever that will do."""
    needs = _needs(columns, points)
    tables = []
    for places in _tables(columns, needs, available):
        widths = _share([columns[place] for place in places], [needs[place] for place in places], available)
        tables.append(
            [Sized(place, width, width >= needs[place].whole) for place, width in zip(places, widths, strict=True)]
        )
    return tables


def _needs(columns: Sequence[Extent], points: int) -> list[_Need]:
    needs = []
    for column in columns:
        heading, heading_word, text, word = (
            points * thousandths // 50 + 1 + 2 * PADDING + _SLACK
            for thousandths in (column.heading, column.heading_word, column.text, column.word)
        )
        if not column.figure:
            word = min(word, points * _LONGEST_WORD // 50)
        least = max(heading_word, word)
        ease = max(least, text) if column.figure else max(least, min(column.comfort * points // SIZES[0], text))
        needs.append(_Need(least, ease, max(least, text), max(heading, text)))
    return needs


def _tables(columns: Sequence[Extent], needs: Sequence[_Need], available: int) -> list[list[int]]:
    """Return the places of the columns of each table: figures may be at their narrowest, words are at ease."""
    places = list(range(len(columns)))
    taken = [need.least if column.figure else need.ease for column, need in zip(columns, needs, strict=True)]
    if sum(taken) <= available:
        return [places]
    keys = [place for place in places if columns[place].key]
    tables: list[list[int]] = []
    for place in places:
        if place in keys:
            continue
        if tables and sum(taken[one] for one in (*tables[-1], place)) <= available:
            tables[-1].append(place)
        else:
            tables.append([*keys, place])
    return [sorted(table) for table in tables] or [places]


def _share(columns: Sequence[Extent], needs: Sequence[_Need], available: int) -> list[int]:
    """Share the width out: to each what it must have, then what it is at ease with, then all that it can use."""
    widths = [need.least for need in needs]
    total = sum(widths)
    if total > available:  # one figure or heading is wider than a page
        widths = [available * width // total for width in widths]
    ease = [need.ease for need in needs]
    _grow(widths, [most if column.key else 0 for column, most in zip(columns, ease, strict=True)], available)
    _grow(widths, [most if column.figure else 0 for column, most in zip(columns, ease, strict=True)], available)
    _grow(widths, ease, available)
    _grow(widths, [min(need.most, _FOR_WORDS) for need in needs], available)
    _grow(widths, [need.most for need in needs], available)
    _grow(widths, [width + available for width in widths], available)
    return widths


def _grow(widths: list[int], wanted: Sequence[int], available: int) -> None:
    """Widen columns to what is wanted, or where that is too much, each by the same share of what it lacks."""
    lacking = [max(want - width, 0) for want, width in zip(wanted, widths, strict=True)]
    left, total = available - sum(widths), sum(lacking)
    for place, lack in enumerate(lacking):
        widths[place] += lack if total <= left else lack * left // total
