"""What usually stands behind YAML that cannot be read: a missing space, a colon in a value, spaces of a word processor.

It is looked for only where something is wrong already, near that place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from partykpi import findings
from partykpi.parse.yaml.curly import without_quotes
from partykpi.parse.yaml.scalar import quoted
from partykpi.parse.yaml.source import CURLY
from partykpi.problem import Finding, Place, Source, find, lines_of

_NO_BREAK = "\u00a0\u202f\u2007"

# A line that begins with a key, and what follows its colon.
_PAIR = re.compile(r"(?P<lead>[\s\u00a0]*(?:- +)?)(?P<key>[^\s:#\"'{\[,][^:#\"'{\[]*?) ?:(?P<value>.*)")
_SPACES = re.compile(rf"[ {_NO_BREAK}]*[{_NO_BREAK}][ {_NO_BREAK}]*")

# A mistake makes trouble on its own line or when the next one begins, which may come behind an empty line.
_LINES_BEFORE = 3

# So many lines are looked through, which are more than a resolution has.
_MOST_LINES = 2000


def mistakes_near(source: Source, first: int, last: int) -> list[Finding]:
    """Return the usual mistakes of a source, where any of them lies on its lines from the first to the last one."""
    near = range(max(first - _LINES_BEFORE, 1), min(last, first + _MOST_LINES) + 1)
    if not any(True for number in near for _ in _on_line(source, number)):
        return []
    numbers = sorted({*near, *range(1, min(len(lines_of(source.text)), _MOST_LINES) + 1)})
    return [finding for number in numbers for finding in _on_line(source, number)]


def mistake_at(source: Source, line: int, column: int) -> list[Finding]:
    """Return what made YAML stop at a line and a column, with all others of its kind; nothing of an unusual mistake."""
    return mistakes_near(source, line, line) or list(_colon_in_value(source, line, column))


def _on_line(source: Source, number: int) -> Iterator[Finding]:
    line = source.line(number)
    match = _PAIR.fullmatch(line)
    if match is None or not _is_key(match["key"]):
        return
    spaces = _SPACES.match(line) or _SPACES.match(line, match.start("value"))
    if spaces is not None:
        plain = f"{match['key']}: {match['value'].strip()}".rstrip()
        here = Place(source, number, spaces.start() + 1, spaces.end() + 1)
        yield find(findings.NO_BREAK_SPACE, here, line=plain)
    elif match["value"] and not match["value"][0].isspace():
        here = Place(source, number, match.start("key") + 1, match.start("value") + 1)
        yield find(findings.MISSING_SPACE, here, key=match["key"], line=f"{match['key']}: {match['value'].rstrip()}")


def _is_key(text: str) -> bool:
    """Say whether a text is a key of a file, or a period."""
    from partykpi.parse.keys import KEYS, key_meant
    from partykpi.parse.text.period_words import read_any_period

    return text in KEYS or key_meant(text, KEYS) is not None or read_any_period(text) is not None


def missing_space(text: str) -> tuple[str, str] | None:
    """Return the key and the value of a text in which a colon has no space behind it; None of another text."""
    key, colon, value = text.partition(":")
    return (key, value) if colon and value and not value[0].isspace() and _is_key(key.strip()) else None


def _colon_in_value(source: Source, line: int, column: int) -> Iterator[Finding]:
    """Return the finding of a value with a colon and a space in it, which YAML takes for a second key."""
    match = _PAIR.fullmatch(source.line(line))
    if match is None:
        return
    value = match["value"].strip()
    start = match.start("value") + len(match["value"]) - len(match["value"].lstrip())
    if not value or value[0] in "\"'[{|>" or ": " not in f"{value} " or not start < column <= start + len(value):
        return
    here = Place(source, line, start + 1, start + len(value) + 1)
    definition = findings.CURLY_QUOTES if CURLY.match(value) else findings.COLON_IN_VALUE
    yield find(definition, here, quoted=quoted(without_quotes(value)))
