"""A place in a file, and a finding: one error, warning or note at that place."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from partykpi.text import GivenText, Language, Text

Severity = Literal["error", "warning", "note"]


class Printed(NamedTuple):
    """A number as it would be published: half up at exactly so many decimals."""

    value: Fraction
    decimals: int


class Spread(NamedTuple):
    """What lies from `low` to `high`, written with as many decimals as tell them apart, and its unit or sign."""

    low: Fraction
    high: Fraction
    unit: Text = Text("", "")
    sign: str = ""
    money: bool = False


# What a message can be filled with; each is written in the reader's language when it is shown. A fraction is
# written at no more than two decimals.
Value: TypeAlias = "str | int | Fraction | Printed | Spread | date | Text | GivenText | Message"


class Message(NamedTuple):
    """A sentence for a person; `text` names in braces the `values` that are put into it."""

    text: Text
    values: Mapping[str, Value] = MappingProxyType({})


def message(en: str, vi: str, **values: Value) -> Message:
    """Return the sentence in both languages with its values."""
    return Message(Text(en, vi), values)


# Where libyaml sees a new line; a finding's line numbers are counted alike.
LINE_BREAK = "\r\n|[\n\r\x85\u2028\u2029]"


class Source(NamedTuple):
    """A file that was read: the name it was asked for by, its whole text, and the language of its keys."""

    name: str
    text: str
    keys: Language = "en"

    def line(self, number: int) -> str:
        """Return the line of that number, counted from 1, or nothing where there is none."""
        lines = lines_of(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""


@lru_cache(maxsize=4)
def lines_of(text: str) -> list[str]:
    """Return the lines of a text as libyaml counts them."""
    return re.split(LINE_BREAK, text)


class Place(NamedTuple):
    """A stretch of one line of a source; line and columns count characters from 1, `end_column` is the first after.

    What is in a sheet has the name of its `cell`, such as Sheet1!F7; its line is the row, and its source holds nothing
    else than what is shown of it.
    """

    source: Source
    line: int
    column: int
    end_column: int
    cell: str = ""

    @property
    def excerpt(self) -> str:
        """The whole line that the place lies in; of a cell, all that its source holds."""
        return self.source.text if self.cell else self.source.line(self.line)


class Definition(NamedTuple):
    """What there is to know of one kind of finding, by its stable code.

    `message` and `remedy` name in braces the values that a finding brings. `bad` and `good` are parts of a
    resolution file with keys of either language: the first earns the finding, the second does not.
    """

    code: str
    severity: Severity
    message: Text
    remedy: Text
    bad: Text
    good: Text


class Finding(NamedTuple):
    """One error, warning or note. `place` may cover no column at all (a file that cannot be read)."""

    definition: Definition
    place: Place
    values: Mapping[str, Value] = MappingProxyType({})
    severity: Severity = "error"

    @property
    def code(self) -> str:
        """The stable code of the finding's definition."""
        return self.definition.code


def find(definition: Definition, place: Place, **values: Value) -> Finding:
    """Return the finding of that definition at that place, as severe as its definition says."""
    return Finding(definition, place, values, definition.severity)


def in_order(finding: Finding) -> tuple[str, int, int, str]:
    """Return the key that sorts findings by file, line, column and code."""
    return finding.place.source.name, finding.place.line, finding.place.column, finding.code
