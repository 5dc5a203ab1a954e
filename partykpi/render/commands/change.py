"""What is to change in a YAML file, line by line: what goes, what comes, and of which target it is."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from partykpi.problem import LINE_BREAK
from partykpi.render.terminal.colors import BLUE, BOLD, GREEN, RED, paint
from partykpi.render.text.wrap import one_line

_COLORS = {"-": RED, "+": GREEN}
_TAB = "    "


def change(name: str, text: str, insertions: Sequence[tuple[int, str]], color: bool) -> str:
    """Return the change that insertions make in the text of a file, each before the character of that number.

    They are in their order. A line that goes is marked - and has its old number, one that comes + and its new number.
    The keys above a changed line, but for those at the margin, and the line after it are shown with it.
    """
    shown = paint(one_line(name), BOLD, color)
    lines = (_line(number, sign, line, color) for number, sign, line in _lines(text, insertions))
    return "".join(f"{line}\n" for line in (shown, *lines))


def _lines(text: str, insertions: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str, str]]:
    """Return the lines that are shown: number, sign and text."""
    starts = [0, *(found.end() for found in re.finditer(LINE_BREAK, text))]
    ends = [*(found.start() for found in re.finditer(LINE_BREAK, text)), len(text)]
    lines = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    changed: dict[int, list[tuple[int, str]]] = {}
    number = 0
    for at, words in insertions:
        while at > ends[number]:
            number += 1
        changed.setdefault(number, []).append((at - starts[number], words))
    added = 0
    last = len(lines) - (not lines[-1])  # what follows the last end of a line is none
    for number in sorted({*_above(lines, changed), *changed, *(number + 1 for number in changed)}):
        if number >= last and number not in changed:
            return
        old = lines[number]
        new = re.split(LINE_BREAK, _with(old, changed.get(number, ())))
        if new[0] == old:
            yield number + 1 + added, " ", old
            first, new = number + 2 + added, new[1:]
            added += len(new)
        else:
            yield number + 1, "-", old
            first = number + 1 + added
            added += len(new) - 1
        yield from ((first + place, "+", line) for place, line in enumerate(new))


def _above(lines: Sequence[str], chosen: Container[int]) -> Iterator[int]:
    """Return the lines of the keys that those chosen belong to: less indented each, but for those at the margin."""
    stack: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        words = line.lstrip(" ")
        indent = len(line) - len(words)
        if words and words[0] != "#":
            while stack and stack[-1][0] >= indent:
                stack.pop()
            stack.append((indent, number))
        if number in chosen:
            yield from (above for depth, above in stack if depth and above != number)


def _with(line: str, insertions: Sequence[tuple[int, str]]) -> str:
    parts, end = [], 0
    for at, new in insertions:
        parts += [line[end:at], new]
        end = at
    return "".join([*parts, line[end:]])


def _line(number: int, sign: str, line: str, color: bool) -> str:
    shown = "".join(_TAB if one == "\t" else one if one == " " else one_line(one) or " " for one in line).rstrip()
    gutter = paint(f"{number:>5}", BLUE, color)
    return f"{gutter} {paint(f'{sign} {shown}'.rstrip(), _COLORS.get(sign, ''), color)}".rstrip()
