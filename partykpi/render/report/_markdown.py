"""Text that Markdown shows as it is: nothing in it becomes a heading, a list, a link, a tag or the end of a cell."""

from __future__ import annotations

import re

# Signs that mean something anywhere; a line under a word only at its edge, `<` and `&` only before a name.
_MEANT = re.compile(r"[\\`*\[|~$]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")

# What makes a line a quotation, a heading, a list or a rule where the line begins with it.
_FIRST = re.compile(r"(?=>|#{1,6}(?: |\Z)|[-+](?:[- ]|\Z))")
_NUMERAL = re.compile(r"(\d{1,9})([.)])(?= |\Z)")


# What makes a word an address that is linked although nothing marks it; a `<` ends it, whatever stands before that.
_ADDRESS = re.compile(r"(?i)(?<=[a-z])(?=://)|(?<=www)(?=\.)")


def inline(text: str) -> str:
    """Return one line of text as it is written in a cell, or after something else on a line.

    An address with a sign that means something is no link: the bar that takes the meaning away would be part of it.
    """
    if "://" not in text and "www." not in text.lower():
        return _escaped(text)
    return " ".join(_escaped(word) if _MEANT.search(word) is None else _unlinked(word) for word in text.split(" "))


def _escaped(text: str) -> str:
    return _MEANT.sub(r"\\\g<0>", text)


def _unlinked(word: str) -> str:
    return _ADDRESS.sub(r"\\", _escaped(word))


def paragraph(text: str) -> str:
    """Return one line of text as it is written as a paragraph."""
    text = inline(text.strip())
    if (numeral := _NUMERAL.match(text)) is not None:
        return f"{numeral[1]}\\{text[numeral.start(2) :]}"
    return f"\\{text}" if _FIRST.match(text) else text


def heading(level: int, text: str) -> str:
    """Return one line of text as a heading."""
    text = inline(text.strip())
    if text.endswith("#"):  # which would close the heading
        text = text[:-1] + r"\#"
    return f"{'#' * level} {text}"


def literally(lines: list[str]) -> str:
    """Return lines of text that are shown as they are written."""
    text = "\n".join(lines)
    fence = "`" * max(3, *(len(run) + 1 for run in ["", *re.findall("`+", text)]))
    return f"{fence}text\n{text}\n{fence}"
