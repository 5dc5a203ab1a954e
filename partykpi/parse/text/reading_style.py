"""How a file writes the readings of a target: what follows the number, and what its periods are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.model import Goal, Target, Unit
from partykpi.core.time import Period
from partykpi.parse.text.number import TOKEN
from partykpi.parse.text.period import read_period, year_named
from partykpi.parse.text.units import SCALES, as_asked, comparable_name, factor, find_unit, named_after, split_per
from partykpi.parse.yaml.reader import Reader

# A digit that is no part of a word, as it is of km2.
_ANOTHER = r"(?<![^\W\d_])[0-9]"


class ReadingStyle(NamedTuple):
    """The words that follow the number in the figures of a target, "" where there are none or not always the same ones.

    `size` is how many of the indicator's unit they mean: 1000000 for `million VND`, 1 for its own name or for none, and
    0 for what is none of it. `gap` is what separates number and words.
    """

    words: str = ""
    size: Fraction | int = 1
    gap: str = " "


def reading_style(target: Target) -> ReadingStyle:
    """Return how the readings of a target are written.

    Where it has none yet, what is measured is written as its goal is.
    """
    unit = target.unit
    texts = [reading.text for reading in target.readings]
    if not texts and not unit.counted and _is_one_figure(target.goal):
        return _style_of_goal(target.goal.figure or target.goal.text, unit)
    styles = [_style_of(text, unit) for text in texts]
    if len({comparable_name(style.words) for style in styles}) == 1:
        return styles[-1]
    if any(style.size == 1 for style in styles):
        return ReadingStyle()
    return styles[-1] if styles else ReadingStyle()


def _style_of_goal(text: str, unit: Unit) -> ReadingStyle:
    """Return how a goal is written; of the words behind its number only those that are its unit."""
    style = _style_of(text, unit)
    if style.size or find_unit(comparable_name(style.words)) is not None:
        return style
    words = style.words.split(" ")
    units = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((ReadingStyle(name, size, style.gap) for name in units if (size := _size(name, unit))), style)


def _is_one_figure(goal: Goal) -> bool:
    return goal.interval is not None and not goal.path


def _style_of(text: str, unit: Unit) -> ReadingStyle:
    """Return how one figure is written, without what it is counted per; of one with another number, nothing."""
    number = re.search(TOKEN, text)
    after = "" if number is None else text[number.end() :]
    if re.search(_ANOTHER, after):
        return ReadingStyle()
    words, per = split_per(after.strip())
    if per is not None and unit.per not in (None, per):
        return ReadingStyle()
    words = after.strip() if per is None else words
    return ReadingStyle(words, _size(words, unit), after[: len(after) - len(after.lstrip())])


def _size(words: str, unit: Unit) -> Fraction:
    """Return how many of the unit the words after a number mean: a scale and a unit; 0 for what is none of it."""
    size, rest = Fraction(1), comparable_name(words).split()
    while rest and rest[0] in SCALES:
        size *= SCALES[rest.pop(0)]
    name = " ".join(rest)
    own = (find_unit(name) or named_after(name, unit)) if name else unit
    try:
        return Fraction(0) if own is None else size * factor(as_asked(own, unit), unit)
    except ValueError:
        return Fraction(0)


def is_bare(text: str) -> bool:
    """Say whether a text is a number with nothing about it."""
    return re.fullmatch(TOKEN, text) is not None


def with_unit(number: str, words: str, target: Target) -> str:
    """Return a number of a target with its unit, as the file's other readings of the target have it.

    `words` are what was said to follow the number: a unit, or nothing.
    """
    if not words:
        return number
    usual = reading_style(target)
    is_usual = comparable_name(words) == comparable_name(usual.words)
    if is_usual or (usual.size == 1 and _size(words, target.unit) == 1):
        words = usual.words
        return f"{number}{usual.gap}{words}" if words else number
    return f"{number} {words}"


def period_key(period: Period, keys: Sequence[Sequence[str]], reader: Reader) -> str:
    """Return what the file calls a period: by its name in Vietnamese, or in figures.

    `keys` are groups of periods as the file writes them; of the first group that has any of its sort (a year, or a
    part of one), the period is called alike.
    """
    if read_period(period.text) is None or not reader.vietnamese:
        return period.text if read_period(period.text) else period.name.vi
    for group in keys:
        alike = [key for key in group if is_year(reader.period(key)) == is_year(period)]
        if alike:
            return period.text if read_period(alike[-1]) else period.name.vi
    in_words = reader.source.keys == "vi" and not is_year(period)
    return period.name.vi if in_words else period.text


def is_year(period: Period | None) -> bool:
    """Say whether a period is a year."""
    return year_named(period) is not None
