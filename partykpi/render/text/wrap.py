"""A text as one line of a terminal: nothing in it that steers, its width, and where it may break."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from partykpi.text import STEERING

USUAL_WIDTH = 80
"""The columns of a terminal where nothing says how many it has."""

NO_BREAK = "\u00a0"
"""The space at which no line breaks; the lines that `wrap` returns hold plain spaces in its place."""

MAY_BREAK = "\u200b"
"""Where a word may break that is longer than a line; no line that `wrap` returns holds it."""

# A sign and its number, a number and its per cent sign, the groups of a number, the number of a day, a month or a year
# in a date and its word: never parted by a line's end. Compiled at its first use, which most commands never come to.
_INSIDE_A_FIGURE = (
    r" (?:(?<=\d )(?=[\d%]|[A-Z][a-z]{2,8} \d{4}\b)|(?<=[<>=≥≤≈~±] )(?=[\d-])"
    r"|(?:(?<=\bngày )|(?<=\btháng )|(?<=\bnăm ))(?=\d))"
)


def one_line(text: str) -> str:
    """Return the text in one line, white space as single spaces, without anything that steers what shows it."""
    if text.isprintable() and "  " not in text:
        return text
    return without_steering(" ".join(text.split()))


def without_steering(text: str) -> str:
    """Return the text without anything that steers what shows it, its spaces as they are."""
    return text if text.isprintable() else re.sub(STEERING, "\N{REPLACEMENT CHARACTER}", text)


def lines_alone(text: str) -> str:
    """Return a text of several lines without anything else that steers what shows it."""
    return "\n".join(map(without_steering, text.split("\n")))


def width(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def keep_figures(text: str) -> str:
    """Return the text with the spaces inside its figures made unbreakable."""
    return re.sub(_INSIDE_A_FIGURE, NO_BREAK, text)


def break_ranges(text: str) -> str:
    """Return the text with its ranges breakable behind their dash; neither of the two figures ever breaks."""
    return re.sub(r"(?<=[\d%])–(?=\d)", f"–{MAY_BREAK}", text) if "–" in text else text


def wrap(text: str, columns: int, fold: bool = False) -> list[str]:
    """Break a text into lines of at most so many columns, at its spaces only.

    A word that is longer breaks where it may; one that may not has a line for itself, unbroken, unless the lines must
    `fold` it.
    """
    lines: list[str] = []
    line, taken = "", 0
    for word in text.split(" "):
        size = width(word)
        if line and taken + 1 + size <= columns:
            line, taken = f"{line} {word}", taken + 1 + size
            continue
        if line:
            lines.append(line)
        while size > columns and MAY_BREAK in word:
            head, _, word = word.partition(MAY_BREAK)
            lines.append(head)
            size = width(word)
        while fold and size > columns:
            head = _head(word, columns)
            lines.append(head)
            word = word[len(head) :]
            size = width(word)
        line, taken = word, size
    lines.append(line)
    return [one.replace(NO_BREAK, " ").replace(MAY_BREAK, "") for one in lines]


def hang(text: str, columns: int, first: str = "", then: str = "") -> str:
    """Break a text into lines that begin with `first` and, below it, with `then`; figures stay whole."""
    lines = wrap(keep_figures(text), max(columns - max(width(first), width(then)), 1))
    return "\n".join((then if place else first) + line for place, line in enumerate(lines))


def _head(word: str, columns: int) -> str:
    """Return as much of the word as fits, and at least one character."""
    taken = 0
    for place, character in enumerate(word):
        taken += _columns(character)
        if taken > columns and place:
            return word[:place]
    return word
