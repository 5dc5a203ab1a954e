"""How wide a text is in Times New Roman, to know what fits into a column and how long a rule is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from unicodedata import combining, east_asian_width, normalize

# The widths of the letters in thousandths of the size of the font. An accented letter is as wide as the bare one,
# but for those with a horn.
_REGULAR = {
    180: "'",
    200: "|",
    250: " ,.\u00a0",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr‘’·",
    389: "Js",
    408: '"',
    444: "?acez“”",
    480: "{}^",
    500: "#$*0123456789_bdghknopquvxy–†đ§«»€↑↓",
    529: "ơ",
    549: "≥≤≈±÷~ư₫",
    564: "FPS+<=>×",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwƠĐ",
    778: "&mƯ",
    833: "%",
    889: "M",
    944: "W@",
}
_BOLD = {
    220: "|",
    250: " ,.\u00a0",
    278: "'/\\il",
    333: "!()-:;[]`fjt‘’·",
    389: "Is{}",
    444: "cerz",
    500: "#$*0123456789?J_agovxy–“”†§«»€↑↓",
    549: "≥≤≈±÷~₫ơ",
    556: 'Sbdhknpquđ"',
    600: "FP+<=>×^ư",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQƠƯ",
    833: "&m",
    944: "M@",
}
_WIDEST = 1000
_HORN, _FOR_A_HORN = "\u031b", 56

# How much wider a letter of Vietnamese alone can be where another font replaces Times New Roman: the free one of
# the same widths does not have these letters, and takes them from a wider one.
_STAND_IN = 200


def width(text: str, *, bold: bool = False) -> int:
    """Return the width in thousandths of the size of the font; of a letter that is not known, what is surely enough."""
    known = _widths(bold)
    return sum(known[letter] if letter in known else _look_up(letter, bold) for letter in text)


def safe_width(text: str, *, bold: bool = False) -> int:
    """Return the width that the text needs on any machine, with Times New Roman or without."""
    return width(text, bold=bold) + _STAND_IN * sum("\u0100" < letter < "\u2000" for letter in text)


@cache
def _widths(bold: bool) -> Mapping[str, int]:
    return {letter: size for size, letters in (_BOLD if bold else _REGULAR).items() for letter in letters}


@cache
def _look_up(letter: str, bold: bool) -> int:
    if combining(letter):
        return _FOR_A_HORN if letter == _HORN else 0
    parts = normalize("NFD", letter)
    bare = normalize("NFC", parts[0] + (_HORN if _HORN in parts else ""))
    if bare != letter and bare in _widths(bold):
        return _widths(bold)[bare]
    return 2 * _WIDEST if east_asian_width(letter) == "F" else _WIDEST
