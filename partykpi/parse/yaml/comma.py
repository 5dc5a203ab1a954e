"""Decimal commas that YAML took for the end of a value: `[1,6, 1,8]` has four, `{2016: 7,5 %}` a key `5 %`."""

from __future__ import annotations

import re

from partykpi.parse.text.number import Number, read_number
from partykpi.parse.yaml.source import Mapping, Node, Scalar, Sequence, end_of, is_empty, start_of
from partykpi.problem import Source


def number_cut_in_mapping(source: Source, key: Scalar, value: Node) -> str | None:
    """Return the number whose decimals became a key without a value: 7,5 % of `{2016: 7,5 %}`; else None."""
    start = start_of(key).index
    if not is_empty(value) or key.style or not key.value[:1].isdigit() or source.text[start - 1 : start] != ",":
        return None
    before = _word_before(source.text, start - 1)
    return f"{before},{key.value}" if before else None


def numbers_cut_in_list(source: Source, node: Sequence, *, decimal_comma: bool) -> list[str]:
    """Return the numbers of which a comma without a space made two items.

    Where all items are plain numbers and set apart so, they are that only in a file with a `decimal_comma`.
    """
    found: list[str] = []
    cut: Node | None = None  # what is the second half of a number is no first half
    for one, other in zip(node.items, node.items[1:], strict=False):
        first = one.entries[-1][1] if type(one) is Mapping and one.entries else one
        if one is cut or type(first) is not Scalar or type(other) is not Scalar or first.style or other.style:
            continue
        glued = source.text[end_of(one).index : start_of(other).index] == ","
        if glued and _is_number(first.value, other.value):
            found.append(f"{first.value},{other.value}")
            cut = other
    plain = all(type(item) is Scalar and item.value.isdigit() for item in node.items)
    spaced = ", " in source.text[start_of(node).index : end_of(node).index]
    return found if decimal_comma or spaced or not plain else []


def _is_number(before: str, after: str) -> bool:
    """Say whether what ends the one text and begins the other is a number with a comma between them."""
    digits = re.search(r"[0-9.]+\Z", before), re.match(r"[0-9.]+", after)
    whole, decimals = ("" if part is None else part[0] for part in digits)
    return isinstance(read_number(f"{whole},{decimals}", "vi"), Number)


def _word_before(text: str, end: int) -> str:
    """Return what is written up to there since the last sign of YAML, where it ends in a digit."""
    start = end
    while start and text[start - 1] not in ",:[]{}\n\"'":
        start -= 1
    word = text[start:end].strip()
    return word if word[-1:].isdigit() else ""
