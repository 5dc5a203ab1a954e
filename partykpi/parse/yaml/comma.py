"""Decimal commas that YAML took for the end of a value: `[1,6, 1,8]` has four, `{2016: 7,5 %}` a key `5 %`."""

from __future__ import annotations

import re
from collections.abc import Sequence as Several
from typing import NamedTuple

from partykpi import findings
from partykpi.parse.text.number import Number, read_number
from partykpi.parse.yaml.curly import in_straight_quotes, without_quotes
from partykpi.parse.yaml.source import CURLY, Mapping, Node, Scalar, Sequence, end_of, is_empty, start_of
from partykpi.problem import Definition, Source, Value

# What a remedy shows of a list or a mapping; of a longer one, or one with comments, it shows the numbers alone.
_LONGEST_SHOWN = 600


class Cut(NamedTuple):
    """A number of which a comma made two: what is written before the comma, and behind it."""

    before: Scalar
    behind: Scalar

    @property
    def number(self) -> str:
        """The number as it was meant, with the words around it."""
        return without_quotes(f"{self.before.value},{self.behind.value}")


def as_finding(source: Source, node: Mapping | Sequence, cuts: Several[Cut]) -> tuple[Definition, dict[str, Value]]:
    """Return the finding of numbers that were cut in a list or a mapping, and its values: what to write instead."""
    whole = with_quotes(source, node, cuts)
    if CURLY.match(cuts[0].before.value):
        return findings.CURLY_QUOTES, {"quoted": in_straight_quotes(whole)}
    return findings.CUT_NUMBER, {"number": cuts[0].number, "quoted": whole}


def join_cut_values(source: Source, node: Mapping) -> list[Cut]:
    """Return the numbers of which a comma made a value and a key without one, and put them together in the mapping."""
    found: list[Cut] = []
    entries: list[tuple[Scalar, Node]] = []
    for key, value in node.entries:
        before = entries[-1][1] if entries else None
        glued = before is not None and source.text[end_of(before).index : start_of(key).index] == ","
        if glued and type(before) is Scalar and is_empty(value) and _is_cut(before, key):
            found.append(Cut(before, key))
            whole = Scalar(None, None, (True, False), found[-1].number, before.start_mark, key.end_mark)
            entries[-1] = entries[-1][0], whole
        else:
            entries.append((key, value))
    node.entries = entries
    return found


def _is_cut(before: Scalar, behind: Scalar) -> bool:
    plain = not before.style and not behind.style
    return plain and before.value[-1:].isdigit() and behind.value[:1].isdigit()


def numbers_cut_in_list(source: Source, node: Sequence, *, decimal_comma: bool) -> list[Cut]:
    """Return the numbers of which a comma without a space made two items.

    Where all items are plain numbers and set apart so, they are that only in a file with a `decimal_comma`.
    """
    found: list[Cut] = []
    for one, other in zip(node.items, node.items[1:], strict=False):
        first = one.entries[-1][1] if type(one) is Mapping and one.entries else one
        if found and one is found[-1].behind:  # what is the second half of a number is no first half
            continue
        if type(first) is not Scalar or type(other) is not Scalar or first.style or other.style:
            continue
        glued = source.text[end_of(one).index : start_of(other).index] == ","
        if glued and _is_number(first.value, other.value):
            found.append(Cut(first, other))
    plain = all(type(item) is Scalar and item.value.isdigit() for item in node.items)
    spaced = ", " in source.text[start_of(node).index : end_of(node).index]
    return found if decimal_comma or spaced or not plain else []


def _is_number(before: str, after: str) -> bool:
    """Say whether what ends the one text and begins the other is a number with a comma between them."""
    digits = re.search(r"[0-9.]+\Z", before), re.match(r"[0-9.]+", after)
    whole, decimals = ("" if part is None else part[0] for part in digits)
    return isinstance(read_number(f"{whole},{decimals}", "vi"), Number)


def with_quotes(source: Source, node: Mapping | Sequence, cuts: Several[Cut]) -> str:
    """Return a whole list or mapping as it is written, with each number that was cut in quotes."""
    from partykpi.parse.yaml.scalar import quoted

    at, parts = start_of(node).index, []
    for cut in cuts:
        parts += [source.text[at : start_of(cut.before).index], quoted(cut.number)]
        at = end_of(cut.behind).index
    whole = re.sub(r"\s*[\r\n]\s*", " ", "".join([*parts, source.text[at : end_of(node).index]]))
    if len(whole) > _LONGEST_SHOWN or "#" in whole:
        return ", ".join(quoted(cut.number) for cut in cuts)
    return whole
